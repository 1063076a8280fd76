"""One hall, or the halls of one level, drawn to scale into a room on paper: what stands there and what is lit."""

import math
from collections.abc import Iterator, Mapping, Sequence

from guide.catalogue.geometry import holds
from guide.catalogue.model import Point, Polygon, Ref, Stand
from guide.exchange import ink, plan_signs
from guide.exchange.ink import BLACK, GREY, LIGHT, PALE, WHITE
from guide.exchange.lettering import LINE, breadth, filled
from guide.exchange.plan_above import signs, ways
from guide.exchange.plan_free import Free
from guide.exchange.plan_pen import Laid, Pen, Picture, Room, anchor
from guide.text import clean, one_line
from guide.venue.floors import MEASURED, Floor, Plot
from guide.venue.shapes import Box, Frame, around, box_of, inner_point, signed_area
from guide.view import names

SMALLEST = 13.0
"""The height of the smallest letters: 1.3 mm on A4, which is still read."""

_LARGEST, _NAME, _HALL, _PAD = 40.0, 24.0, 30.0, 4.0
_EDGE, _SITE_EDGE = 56.0, 46.0  # paper around outlines, for the words at doors; a site needs its room for letters


def hall_picture(pen: Pen, floor: Floor, room: Room) -> Picture:
    """A hall in its own frame, as large as the room allows, in its middle."""
    return _picture(pen, [floor], room, site=False)


def site_picture(pen: Pen, floors: Sequence[Floor], room: Room) -> Picture:
    """Halls as they lie beside one another, each with its name."""
    return _picture(pen, floors, room, site=True)


def _picture(pen: Pen, floors: Sequence[Floor], room: Room, *, site: bool) -> Picture:
    frames = [floor.frame if site else None for floor in floors]
    boxes = [
        box_of([*(frame.shape(floor.outline) if frame else floor.outline), *_ends(floor, frame)])
        for floor, frame in zip(floors, frames, strict=True)
    ]
    box = around(boxes)
    edge = _SITE_EDGE if site else _EDGE
    inner = max(room.width - 2 * edge, 1.0), max(room.height - 2 * edge, 1.0)
    scale = min(inner[0] / max(box.width, 0.1), inner[1] / max(box.height, 0.1))
    x = room.x + (room.width - box.width * scale) / 2
    height = box.height * scale + 2 * edge
    laid = [Laid(frame, box.left, box.top, scale, x, room.y + edge) for frame in frames]
    spots = _named_at(pen, floors, laid) if site else {}
    bounds = Box(room.x, room.y, room.x + room.width, room.y + height)
    ids = anchor(pen.prefix, pen.catalogue)
    ground: list[str] = []
    above: list[str] = []
    seen = frozenset(floor.hall for floor in floors)
    taken = list(spots.values())
    for floor, here in zip(floors, laid, strict=True):
        others = [each.shape(other.outline) for other, each in zip(floors, laid, strict=True) if other is not floor]
        free = Free(bounds, [*_standing(floor, here), *others], taken)
        ground += [*_floor(pen, floor, here, ids), *ways(pen, floor, here)]
        above += [*_numbers(pen, floor, here, free), *signs(pen, floor, here, free, seen)]
        if site:
            above += _called(pen, floor, spots[floor.hall])
    measured = all(floor.manner == MEASURED for floor in floors)
    return Picture([*ground, *above], room.width, height, scale if measured else 0.0)


def _standing(floor: Floor, laid: Laid) -> Iterator[Polygon]:
    """Everything on the ground of a hall that a sign keeps off, on paper."""
    for shape in (*(plot.shape for plot in floor.plots), *floor.walls, *floor.blocks):
        yield laid.shape(shape)


def _ends(floor: Floor, frame: Frame | None) -> list[Point]:
    """Points of a way that lie beside the hall's outline."""
    points = [opening.at for opening in floor.openings] if floor.manner == MEASURED else []
    return [frame.to_site(point) for point in points] if frame else points


def _floor(pen: Pen, floor: Floor, laid: Laid, ids: Mapping[str, str]) -> list[str]:
    """What lies on the ground: the hall itself, what is built into it, its stands, those that are lit last.

    Of stands that lie on one another, as those of a group on its ground, the small ones are above.
    """
    known = floor.outlined
    ground = [
        ink.shape(
            laid.shape(floor.outline), fill=WHITE, stroke=BLACK if known else GREY,
            stroke_width=7 if known else 3, stroke_dasharray=None if known else "18 12", stroke_linejoin="round",
        )
    ]  # fmt: skip
    ground += [
        ink.shape(laid.shape(block), fill=GREY, stroke=BLACK, stroke_width=1.5, class_="block")
        for block in floor.blocks
    ]
    ground += [ink.shape(laid.shape(wall), fill=BLACK, class_="wall") for wall in floor.walls]
    sizes = {plot.stand: plot.box.width * plot.box.height for plot in floor.plots}
    for plot in sorted(floor.plots, key=lambda plot: (plot.stand in pen.marked.stands, -sizes[plot.stand])):
        ground += _stand(pen, plot, laid, ids)
    return ground


def _numbers(pen: Pen, floor: Floor, laid: Laid, free: Free) -> Iterator[str]:
    """The numbers of stops at the corners of their stands."""
    for plot in floor.plots:
        numbers = pen.marked.numbers_of(plot.stand) if plot.stand in pen.marked.stands else ()
        if numbers:
            box = box_of(laid.shape(plot.shape))
            at = box.left + 6, box.bottom + 6
            free.take(Box(*at, *at).grown(20))
            yield from plan_signs.numbered(numbers, at)


def _stand(pen: Pen, plot: Plot, laid: Laid, ids: Mapping[str, str]) -> Iterator[str]:
    stand = pen.catalogue.stands[plot.stand]
    points = laid.shape(plot.shape)
    lit = plot.stand in pen.marked.stands
    code, name = one_line(clean(stand.code or "")), _named(pen, stand)
    look: dict[str, ink.Value] = (
        {"fill": f"url(#{pen.hatch})", "stroke": BLACK, "stroke_width": 8} if lit
        else {"fill": PALE if stand.kind == "shared" else WHITE, "stroke": BLACK, "stroke_width": 2}
    )  # fmt: skip
    inner = [
        ink.said("title", " · ".join(filter(None, (code, name))) or stand.id),
        ink.shape(points, **look, stroke_linejoin="round"),
        *_lettered(points, code, "" if laid.frame else name, lit=lit),
    ]
    leads = pen.link(Ref("stand", stand.id))
    group = ink.around("g", inner, id=ids[stand.id], class_="lit" if lit else None)
    yield from ink.around("a", group, href=leads) if leads else group


def _named(pen: Pen, stand: Stand) -> str:
    """What a stand is called, else who is there; "" where only its code is known."""
    called = names.stand_name(pen.catalogue, stand, pen.tongue)
    if called not in (stand.code, stand.id):
        return one_line(clean(called))
    there = pen.catalogue.relations.at_stand.get(stand.id, ())
    return ", ".join(one_line(clean(names.name(pen.catalogue, ref, pen.tongue))) for ref in there)


def _lettered(points: Polygon, code: str, name: str, *, lit: bool) -> list[str]:
    """The code, and the name beneath it, as large as they fit into a shape; upright or along a narrow one."""
    room = _inside(points)
    if room is None or not (code or name):
        return []
    x, y = room.middle
    turned = room.height > 1.6 * room.width and breadth(code or name, _LARGEST, bold=True) > room.width - 2 * _PAD
    width, height = (room.height, room.width) if turned else (room.width, room.height)
    edge = _PAD + (min(width, height) / 8 if lit else 0)  # the pattern of what is marked stays in sight
    lines = _text_lines(code, name, width - 2 * edge, height - 2 * edge)
    if not lines:
        return []
    total = sum(size * LINE for _, size, _ in lines)
    drawn: list[str] = []
    if lit:  # letters are read on an even ground, not on the pattern
        wide = max(breadth(words, size, bold=bold) for words, size, bold in lines) + _PAD
        drawn.append(ink.box(x - wide / 2, y - total / 2, wide, total, rx=4, fill=LIGHT))
    top = y - total / 2
    for words, size, bold in lines:
        drawn.append(ink.text(words, x, top + size * 0.95, size, bold=bold, text_anchor="middle"))
        top += size * LINE
    return ink.around("g", drawn, transform=f"rotate(-90 {ink.number(x)} {ink.number(y)})") if turned else drawn


def _text_lines(code: str, name: str, width: float, height: float) -> list[tuple[str, float, bool]]:
    """Lines with their heights and whether they are bold: those of the code first, then as much as fits of the name."""
    lines: list[tuple[str, float, bool]] = []
    if code:
        size = min(_LARGEST, height / LINE, width / breadth(code, 1.0, bold=True))
        if size < SMALLEST:
            return []
        if name and height / LINE - size < SMALLEST and height / LINE > 2 * SMALLEST:
            size = max(SMALLEST, height / LINE - SMALLEST)
        lines.append((code, size, True))
        height -= size * LINE
    size = min(_NAME, lines[0][1] if lines else _NAME)
    while name and size >= SMALLEST:
        said = filled(name, size, width, int(height / (size * LINE) + 0.001))
        whole = "".join(said).replace(" ", "") == name.replace(" ", "")
        if said and (whole or size < SMALLEST + 2):
            # A piece of a word says nothing.
            if whole or len(said[0]) > 5:
                lines += [(line, size, False) for line in said]
            break
        size -= 2
    return lines


def _inside(points: Polygon) -> Box | None:
    """A rectangle inside a shape where letters may stand: its box where it is one, else a part around its middle."""
    box = box_of(points)
    if abs(abs(signed_area(points)) - box.width * box.height) <= 0.01 * box.width * box.height:
        return box
    x, y = inner_point(points)
    for share in (0.9, 0.75, 0.6, 0.45, 0.3):
        half, tall = box.width * share / 2, box.height * share / 2
        part = Box(x - half, y - tall, x + half, y + tall)
        corners = [*part.corners, (x, part.top), (x, part.bottom), (part.left, y), (part.right, y)]
        free = not any(part.left < px < part.right and part.bottom < py < part.top for px, py in points)
        if free and all(holds(points, corner) for corner in corners):
            return part
    return None


def _named_at(pen: Pen, floors: Sequence[Floor], laid: Sequence[Laid]) -> dict[str, Box]:
    """Where the names of halls stand on a site: over or under their left end where nothing else is, else within."""
    grounds = [box_of(each.shape(floor.outline)) for floor, each in zip(floors, laid, strict=True)]
    found: dict[str, Box] = {}
    for floor, ground in zip(floors, grounds, strict=True):
        wide = breadth(_hall_name(pen, floor), _HALL, bold=True) + 16
        high = _HALL * 1.3
        over = Box(ground.left, ground.bottom - high - 6, ground.left + wide, ground.bottom - 6)
        under = Box(ground.left, ground.top + 6, ground.left + wide, ground.top + high + 6)
        taken = [*(each for each in grounds if each is not ground), *found.values()]
        x, y = ground.middle
        within = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        found[floor.hall] = next((spot for spot in (over, under) if not any(map(spot.meets, taken))), within)
    return found


def _hall_name(pen: Pen, floor: Floor) -> str:
    hall = pen.catalogue.halls.get(floor.hall)
    return one_line(clean(pen.tongue.d(hall.name))) if hall is not None else ""


def _called(pen: Pen, floor: Floor, spot: Box) -> list[str]:
    """A hall's name, on white."""
    ground = ink.box(spot.left, spot.bottom, spot.width, spot.height, rx=6, fill=WHITE, stroke=BLACK, stroke_width=2)
    return [ground, *ink.centred([_hall_name(pen, floor)], *spot.middle, _HALL, bold=True)]


def bar_length(scale: float, room: float) -> float:
    """The metres of a scale bar: the roundest length that takes at most so much paper."""
    most = room / scale
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most)


def hatch(key: str) -> list[str]:
    """The ground of what is lit: a light colour with slanted lines, which a black printer shows too."""
    lines = [ink.box(0, 0, 14, 14, fill=LIGHT), ink.tag("path", d="M0,0V14", stroke=BLACK, stroke_width=2.5)]
    turned = "rotate(45)"
    return ink.around(
        "pattern", lines, id=key, width=14, height=14, patternUnits="userSpaceOnUse", patternTransform=turned
    )
