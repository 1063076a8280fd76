"""The halls concerned within a page: drawings that lead to the list and back, under the page's own policy."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from guide.catalogue.model import Ref
from guide.exchange import ink, plan_signs
from guide.exchange.marked import marked
from guide.exchange.plan_blocks import Block, each_hall, used
from guide.exchange.plan_hall import hall_picture, hatch
from guide.exchange.plan_parts import BAR, legend, legend_height, legend_lines, measure, way_words
from guide.exchange.plan_pen import Pen, Room, anchor
from guide.exchange.selection import Selection
from guide.text import clean, one_line
from guide.venue.floors import floors_of
from guide.venue.route import Route

WIDTH, _HIGHEST = 1240.0, 1700.0  # units: narrower than paper, so that letters are larger on a phone
_EDGE = 20.0


class Plans(NamedTuple):
    """Lines of HTML, none where there is nothing to draw; the id of the drawn stand to which a thing leads."""

    lines: tuple[str, ...]
    ids: Mapping[Ref, str]


def plans(selection: Selection, anchors: Mapping[Ref, str], routes: Sequence[Route] = ()) -> Plans:
    """The halls in which something of a selection is or a way leads, with its stands lit; of a whole fair all halls.

    ``anchors`` are the ids in the page of the things that it lists: a stand leads to its own, else to the first of
    those who stand there. Zones of which there is nothing to draw are left to the list.
    """
    catalogue, where = selection.catalogue, marked(selection)
    floors = floors_of(catalogue)
    blocks = tuple(block for block in each_hall(selection, floors, where, routes) if not block.zone)
    if not blocks:
        return Plans((), {})
    ids = anchor("s", catalogue)
    drawn = {plot.stand for block in blocks for floor in block.floors for plot in floor.plots}
    services = plan_signs.letters(catalogue, used(blocks), selection.tongue)

    def link(ref: Ref) -> str:
        there = (ref, *where.stands.get(ref.id, ()), *catalogue.relations.at_stand.get(ref.id, ()))
        return next((f"#{anchors[each]}" for each in there if each in anchors), "")

    lines: list[str] = []
    if routes:
        lines.append(f"<p><bdi>{escape(clean(way_words(selection, routes)))}</bdi></p>")
    for number, block in enumerate(blocks, 1):
        pen = Pen(catalogue, selection.tongue, where, services, hatch=f"lit{number}", link=link, routes=tuple(routes))
        lines += _drawing(pen, block)
    pen = Pen(catalogue, selection.tongue, where, services, hatch="lit0", routes=tuple(routes))
    signs = legend(pen, blocks)
    if signs:
        size = WIDTH, legend_height(len(signs), 2) + _EDGE
        meanings = legend_lines(signs, (_EDGE, _EDGE), WIDTH - 2 * _EDGE, 2)
        inner = [*ink.around("defs", hatch(pen.hatch)), *meanings]
        lines += ink.drawing(inner, size, selection.tongue.t("What the signs mean"), width="100%")
    led: dict[Ref, str] = {}
    for stand in ids:
        if stand in drawn:
            for ref in (
                Ref("stand", stand),
                *where.stands.get(stand, ()),
                *catalogue.relations.at_stand.get(stand, ()),
            ):
                led.setdefault(ref, ids[stand])
    return Plans(tuple(lines), led)


def _drawing(pen: Pen, block: Block) -> Iterator[str]:
    """A hall under its name."""
    yield f"<h3><bdi>{escape(block.heading)}</bdi></h3>"
    for note in block.notes:
        yield f'<p class="quiet"><bdi>{escape(one_line(clean(note)))}</bdi></p>'
    picture = hall_picture(pen, block.floors[0], Room(_EDGE, 0, WIDTH - 2 * _EDGE, _HIGHEST))
    height = picture.height + (BAR if picture.scale else 0.0)
    inner = [
        *ink.around("defs", hatch(pen.hatch)),
        *picture.lines,
        *measure(pen, block, picture, (_EDGE, picture.height), WIDTH - 2 * _EDGE),
    ]
    yield from ink.drawing(inner, (WIDTH, height), block.heading, width="100%")
