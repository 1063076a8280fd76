"""What stands beside a picture of a plan: the scale, the north, what the signs mean, the way in a sentence."""

from collections.abc import Iterator, Sequence

from guide.catalogue.model import Point
from guide.exchange import ink, plan_signs
from guide.exchange.ink import BLACK, GREY, PALE, WHITE
from guide.exchange.lettering import breadth, shortened
from guide.exchange.plan_above import joints, walked
from guide.exchange.plan_blocks import Block
from guide.exchange.plan_hall import bar_length
from guide.exchange.plan_pen import Pen, Picture
from guide.exchange.selection import Selection
from guide.text import one_line
from guide.venue.floors import MEASURED
from guide.venue.route import Route
from guide.view.floor_signs import PASSAGES, passage_kind

BAR = 90.0
"""The paper that the scale and the north take."""

_ROW, _SIZE, _SMALL = 56.0, 28.0, 17.0
Meaning = tuple[list[str], str]
"""A sign, drawn around (0, 0), and what it means."""


def measure(pen: Pen, block: Block, picture: Picture, at: Point, width: float) -> Iterator[str]:
    """The scale bar on the left and the arrow to the north on the right, where they mean something."""
    if not picture.scale:
        return
    left, y = at
    length = bar_length(picture.scale, width / 4)
    wide, top = length * picture.scale, y + 12
    yield ink.box(left, top, wide, 14, fill=WHITE, stroke=BLACK, stroke_width=3)
    yield ink.box(left, top, wide / 2, 14, fill=BLACK)
    yield ink.text("0", left, top + 50, _SIZE)
    metres = pen.tongue.t("{metres} m", metres=pen.tongue.number(round(length) if length >= 1 else length))
    yield ink.text(metres, left + wide, top + 50, _SIZE, text_anchor="middle")
    # A hall is drawn in its own frame, so that north turns with it.
    turned = 0.0 if block.site else block.floors[0].frame.angle
    arrow = plan_signs.north(pen.tongue, turned)
    yield from ink.around("g", arrow, transform=f"translate({ink.number(left + width - 40)} {ink.number(y + 40)})")


def legend(pen: Pen, pictures: Sequence[Block]) -> list[Meaning]:
    """The signs that were drawn and what they mean; nothing that is not there."""
    t, where, catalogue = pen.tongue.t, pen.marked, pen.catalogue
    floors = [floor for block in pictures for floor in block.floors]
    measured = [floor for floor in floors if floor.manner == MEASURED]
    stands = [plot.stand for floor in floors for plot in floor.plots]
    signs: list[Meaning] = []
    if any(stand in where.stands for stand in stands):
        lit = ink.box(-26, -17, 52, 34, fill=f"url(#{pen.hatch})", stroke=BLACK, stroke_width=6)
        signs.append(([lit], t("what was looked for")))
    if any(where.numbers_of(stand) for stand in stands):
        signs.append((plan_signs.numbered((1,), (0, 0)), t("a stop of the plan")))
    signs += _way_signs(pen, {floor.hall for floor in floors})
    kinds = {passage_kind(catalogue.passages[each.passage]) for floor in measured for each in floor.openings}
    signs += [(plan_signs.passage(kind, (0, 0)), t(word)) for kind, (_, word) in PASSAGES.items() if kind in kinds]
    for sign, key in pen.services.values():
        signs.append((plan_signs.service(sign, (0, 0)), plan_signs.service_words(catalogue.services[key], pen.tongue)))
    if any(catalogue.stands[stand].kind == "shared" for stand in stands):
        signs.append(([ink.box(-26, -17, 52, 34, fill=PALE, stroke=BLACK, stroke_width=2)], t("a shared stand")))
    if any(floor.walls for floor in measured):
        signs.append(([ink.box(-26, -6, 52, 12, fill=BLACK)], t("wall")))
    if any(floor.blocks for floor in measured):
        block = ink.box(-17, -17, 34, 34, fill=GREY, stroke=BLACK, stroke_width=1.5)
        signs.append(([block], t("pillar or other obstacle")))
    return signs


def _way_signs(pen: Pen, halls: set[str]) -> Iterator[Meaning]:
    """The signs of the ways, of which the page may show only a part."""
    t = pen.tongue.t
    walks = walked(pen)
    if any(walk.hall in halls and len(walk.points) > 1 for each in walks for walk in each):
        yield plan_signs.way([(-30, 0), (30, 0)]), t("the way")
    if walks and walks[0] and walks[0][0].hall in halls:
        yield plan_signs.start((0, 0)), t("where it begins")
    if any(each and each[-1].hall in halls for each in walks):
        yield plan_signs.goal((0, 0)), t("where it ends")
    ends = {end.hall for _, part in joints(pen) for end in pen.catalogue.passages[part.passage].ends}
    if ends & halls:
        yield plan_signs.joint(1, (0, 0)), t("it goes on at the same number")


def legend_height(count: int, columns: int) -> float:
    """The paper that so many signs take in columns; none takes none."""
    return -(-count // columns) * _ROW + 30 if count else 0.0


def legend_lines(signs: Sequence[Meaning], at: Point, width: float, columns: int) -> Iterator[str]:
    """The signs with their meanings in columns under a line."""
    if not signs:
        return
    left, y = at
    room, rows = width / columns, -(-len(signs) // columns)
    line = ink.path([(left, y), (left + width, y)], closed=False)
    yield ink.tag("path", d=line, stroke=BLACK, stroke_width=2)
    for number, (sign, words) in enumerate(signs):
        x, middle = left + number // rows * room, y + 45 + number % rows * _ROW
        yield from ink.around("g", sign, transform=f"translate({ink.number(x + 34)} {ink.number(middle)})")
        size = max(min(_SIZE, (room - 91) / max(breadth(words, 1.0), 0.1)), _SMALL)
        yield ink.text(shortened(words, size, room - 90), x + 76, middle + 10, size)


def way_words(selection: Selection, routes: Sequence[Route]) -> str:
    """From where to where, over what comes first, how far, how long."""
    from guide.view.way_told import place_name, summary, unsure_told

    catalogue, tongue = selection.catalogue, selection.tongue
    parts = tuple(part for route in routes for part in route.parts)
    length, seconds = sum(route.length for route in routes), sum(route.seconds for route in routes)
    unsure, unwalked = (
        tuple(dict.fromkeys(key for route in routes for key in getattr(route, name))) for name in ("unsure", "unwalked")
    )
    whole = Route(routes[0].start, routes[-1].goal, parts, length, seconds, unsure, unwalked)
    stops = (routes[0].start, *(route.goal for route in routes))
    said = " → ".join(one_line(place_name(catalogue, spot, tongue)) for spot in stops)
    return f"{said}. {summary(whole, tongue)} {unsure_told(catalogue, whole, tongue)}".strip()
