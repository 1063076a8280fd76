"""A plan to print or to send: an SVG drawing on sheets of A4, black on white, that needs nothing else.

One picture fills a sheet, upright or across as its shape asks for; of several each stands whole on a sheet, one under
the other, the document as high as its sheets. Over them the fair's name and dates and when the catalogue was checked,
beneath them what the signs mean.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from guide.catalogue.model import Catalogue
from guide.dates import clock, day, loose, span
from guide.exchange import ink, plan_signs
from guide.exchange.ink import BLACK, GREY, WHITE
from guide.exchange.lettering import LINE, breadth, filled, shortened
from guide.exchange.marked import marked
from guide.exchange.plan_blocks import Block, blocks, used
from guide.exchange.plan_hall import Pen, Picture, Room, bar_length, hall_picture, hatch, site_picture
from guide.exchange.selection import Selection
from guide.i18n import Tongue
from guide.text import one_line
from guide.venue.floors import MEASURED, floors_of
from guide.venue.route import Route
from guide.view import names

SHORT, LONG = 2100.0, 2970.0
"""The sides of A4 in tenths of a millimetre, the unit of the drawing."""

MARGIN = 110.0
_TITLE, _HEADING, _TEXT = 52.0, 44.0, 30.0
_ACROSS = 1.25  # a picture that much wider than high is printed across
_LIST = 0.35  # the share of a picture's room that the list beneath it takes at most
_GAP = 50.0  # between two pictures
_BAR = 90.0  # the height of the scale bar with its numbers


class _Sheet(NamedTuple):
    width: float
    height: float

    @property
    def inner(self) -> float:
        return self.width - 2 * MARGIN


def plan_svg(selection: Selection, hall: str = "", routes: Sequence[Route] = ()) -> str:
    """The plan of what is selected as an SVG file; "" where it is not known of anything in which hall it is.

    ``hall`` is the id of the one hall to be drawn; ``routes`` are ways, one behind the other, to be drawn in
    the halls through which they lead.
    """
    floors, where = floors_of(selection.catalogue), marked(selection)
    pictures = blocks(selection, floors, where, hall, routes)
    if not pictures:
        return ""
    services = plan_signs.letters(selection.catalogue, used(pictures))
    pen = Pen(selection.catalogue, selection.tongue, where, services, routes=tuple(routes))
    sheet = _sheet(pictures)
    lines, count = _laid_out(selection, pen, pictures, sheet)
    height = sheet.height * count
    title = one_line(selection.title)
    whole = ink.drawing(
        [*ink.around("defs", hatch(pen.hatch)), *lines], (sheet.width, height), title,
        width=f"{ink.number(sheet.width / 10)}mm", height=f"{ink.number(height / 10)}mm", lang=selection.tongue.code,
    )  # fmt: skip
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *whole]) + "\n"


def _sheet(pictures: Sequence[Block]) -> _Sheet:
    if len(pictures) == 1 and not pictures[0].site and not pictures[0].zone:
        box = pictures[0].floors[0].box
        if box.width > _ACROSS * box.height and not pictures[0].keys[8:]:
            return _Sheet(LONG, SHORT)
    return _Sheet(SHORT, LONG)


def _laid_out(selection: Selection, pen: Pen, pictures: Sequence[Block], sheet: _Sheet) -> tuple[list[str], int]:
    """The lines of the whole document, and how many sheets it has."""
    lines, y = _head(selection, pen, sheet)
    legend = _legend(pen, pictures)
    legend_height = _legend_height(legend, sheet)
    number, alone = 1, len(pictures) == 1
    # Two to a sheet; where there are no more, what the signs mean stands under them.
    half = (sheet.height - MARGIN - y - (legend_height if len(pictures) == 2 else 0)) / 2 - _GAP
    for block in pictures:
        left = number * sheet.height - MARGIN - y
        room = left - legend_height if alone else half
        drawn, height = _block(pen, block, sheet, y, room)
        if height > left:
            y = number * sheet.height + MARGIN
            number += 1
            drawn, height = _block(pen, block, sheet, y, room)
        lines += drawn
        y += height + _GAP
    foot = number * sheet.height - MARGIN - legend_height
    if alone:
        y = foot
    elif y > foot:
        y = number * sheet.height + MARGIN
        number += 1
    lines += _legend_lines(legend, sheet, y)
    return lines, number


def _head(selection: Selection, pen: Pen, sheet: _Sheet) -> tuple[list[str], float]:
    """The title with the fair's name, the fair's days and place, when the catalogue was checked and this was made."""
    tongue, fair = selection.tongue, selection.catalogue.fair
    t = tongue.t
    lines: list[str] = []
    y = MARGIN
    for line in filled(one_line(selection.title), _TITLE, sheet.inner, 2, bold=True):
        y += _TITLE * LINE
        lines.append(ink.text(line, MARGIN, y - _TITLE * 0.25, _TITLE, bold=True))
    dates = [span(tongue, min(fair.starts, fair.ends), max(fair.starts, fair.ends))]
    if fair.venue is not None:
        dates.append(one_line(tongue.d(fair.venue.name)))
    checked = last_checked(selection.catalogue)
    said = [" · ".join(dates)]
    made = f"{day(tongue, selection.moment.date(), year=True)}, {clock(selection.moment.time())}"
    said.append(" · ".join(filter(None, (
        t("Catalogue checked: {date}", date=loose(tongue, checked)) if checked else "",
        t("Printed: {moment}", moment=made),
    ))))  # fmt: skip
    if pen.routes:
        said.append(_way_words(selection, pen.routes))
    for words in said:
        y += _TEXT * LINE
        lines.append(ink.text(shortened(words, _TEXT, sheet.inner), MARGIN, y - _TEXT * 0.2, _TEXT))
    return lines, y + 30


def _way_words(selection: Selection, routes: Sequence[Route]) -> str:
    catalogue, tongue = selection.catalogue, selection.tongue
    start, goal = (names.name(catalogue, spot.ref, tongue) for spot in (routes[0].start, routes[-1].goal))
    return tongue.t(
        "The way from {start} to {goal}: {metres} m, {minutes} min",
        start=tongue.quoted(start), goal=tongue.quoted(goal),
        metres=tongue.number(round(sum(route.length for route in routes))),
        minutes=max(round(sum(route.seconds for route in routes) / 60), 1),
    )  # fmt: skip


def last_checked(catalogue: Catalogue) -> date | str | None:
    """The last day on which anything of the catalogue was checked, else its sources were read; None if never said."""
    checked = [exhibitor.checked for exhibitor in catalogue.exhibitors.values() if exhibitor.checked]
    read = [source.accessed for source in catalogue.sources.values() if source.accessed]
    return max(checked or read, key=str, default=None)


def _block(pen: Pen, block: Block, sheet: _Sheet, y: float, room: float) -> tuple[list[str], float]:
    """A picture with its heading, scale, north and list, and the paper that they take: the room or less."""
    top = y
    y += _HEADING * LINE
    heading = shortened(block.heading, _HEADING, sheet.inner, bold=True)
    lines = [ink.text(heading, MARGIN, y - _HEADING * 0.25, _HEADING, bold=True)]
    for note in block.notes:
        for line in filled(note, _TEXT, sheet.inner, 2):
            y += _TEXT * LINE
            lines.append(ink.text(line, MARGIN, y - _TEXT * 0.25, _TEXT))
    left = room - (y - top)
    rows = _rows(block, pen.tongue, left - 42 if block.zone else left * _LIST)
    if not block.zone:
        under = _BAR + len(rows) * _TEXT * LINE + 12
        picture = _drawn(pen, block, Room(MARGIN, y + 12, sheet.inner, left - under))
        lines += picture.lines
        y += picture.height + 12
        lines += _measure(pen, block, picture, sheet, y)
        y += _BAR
    framed = block.zone and bool(rows)
    if framed:
        y += 14
        ground = ink.box(
            MARGIN - 16, y, sheet.inner + 32, len(rows) * _TEXT * LINE + 28, rx=18, fill=WHITE, stroke=GREY,
            stroke_width=3, stroke_dasharray="18 12",
        )  # fmt: skip
        lines.append(ground)
        y += 12
    for row in rows:
        y += _TEXT * LINE
        lines += _row(row, sheet, y)
    return lines, y - top + (16 if framed else 0)


def _drawn(pen: Pen, block: Block, room: Room) -> Picture:
    return site_picture(pen, block.floors, room) if block.site else hall_picture(pen, block.floors[0], room)


def _measure(pen: Pen, block: Block, picture: Picture, sheet: _Sheet, y: float) -> Iterator[str]:
    """The scale bar on the left and the arrow to the north on the right, where they mean something."""
    if not picture.scale:
        return
    length = bar_length(picture.scale, sheet.inner / 4)
    wide, top = length * picture.scale, y + 12
    yield ink.box(MARGIN, top, wide, 14, fill=WHITE, stroke=BLACK, stroke_width=3)
    yield ink.box(MARGIN, top, wide / 2, 14, fill=BLACK)
    yield ink.text("0", MARGIN, top + 50, 28, text_anchor="middle")
    metres = pen.tongue.t("{metres} m", metres=pen.tongue.number(round(length) if length >= 1 else length))
    yield ink.text(metres, MARGIN + wide, top + 50, 28, text_anchor="middle")
    floor = block.floors[0]
    # A hall is drawn in its own frame, so that north turns with it.
    turned = floor.frame.angle if not block.site else 0.0
    at = f"translate({ink.number(sheet.width - MARGIN - 40)} {ink.number(y + 40)})"
    yield from ink.around("g", plan_signs.north(pen.tongue, turned), transform=at)


def _rows(block: Block, tongue: Tongue, room: float) -> list[list[tuple[str, str]]]:
    """The list beneath a picture in rows of two; what does not fit is counted in the last row."""
    count = min(-(-len(block.keys) // 2), max(int(room / (_TEXT * LINE)), 1))
    keys = list(block.keys)
    if len(keys) > 2 * count:
        rest = len(keys) - 2 * count + 1
        keys[2 * count - 1 :] = [("", tongue.n("and {count} more", "and {count} more", rest))]
    return [[*keys[at : at + 1], *keys[count + at : count + at + 1]] for at in range(count)]


def _row(row: Sequence[tuple[str, str]], sheet: _Sheet, y: float) -> Iterator[str]:
    column = sheet.inner / 2
    for at, (lead, words) in enumerate(row):
        x, room = MARGIN + at * column, column - 30
        if lead:
            short = shortened(lead, _TEXT, room, bold=True)
            yield ink.text(short, x, y - _TEXT * 0.25, _TEXT, bold=True)
            taken = breadth(short, _TEXT, bold=True) + 16
            x, room = x + taken, room - taken
        rest = shortened(words, _TEXT, room)
        if rest:
            yield ink.text(rest, x, y - _TEXT * 0.25, _TEXT)


def _legend(pen: Pen, pictures: Sequence[Block]) -> list[tuple[list[str], str]]:
    """The signs that were drawn, each around (0, 0), and what they mean; nothing that is not there."""
    t, where = pen.tongue.t, pen.marked
    floors = [floor for block in pictures for floor in block.floors]
    measured = [floor for floor in floors if floor.manner == MEASURED]
    entries: list[tuple[list[str], str]] = []
    if any(plot.stand in where.stands for floor in floors for plot in floor.plots):
        lit = ink.box(-26, -17, 52, 34, fill=f"url(#{pen.hatch})", stroke=BLACK, stroke_width=6)
        entries.append(([lit], t("what was looked for")))
    if any(where.numbers_of(plot.stand) for floor in floors for plot in floor.plots):
        entries.append((plan_signs.numbered((1,), (0, 0)), t("a stop of the plan")))
    if pen.routes:
        entries.append((plan_signs.way([(-30, 0), (30, 0)]), t("the way")))
        entries.append((plan_signs.start((0, 0)), t("where it begins")))
        entries.append((plan_signs.goal((0, 0)), t("where it ends")))
    kinds = {
        plan_signs.STREET if len(pen.catalogue.passages[each.passage].ends) == 1 else each.kind
        for floor in measured for each in floor.openings
    }  # fmt: skip
    entries += [(plan_signs.passage(kind, (0, 0)), t(said)) for kind, said in plan_signs.PASSAGES.items()
                if kind in kinds]  # fmt: skip
    for sign, key in pen.services.values():
        words = plan_signs.service_words(pen.catalogue.services[key], pen.tongue)
        entries.append((plan_signs.service(sign, (0, 0)), words))
    if any(plot.stand for floor in floors for plot in floor.plots
           if pen.catalogue.stands[plot.stand].kind == "shared"):  # fmt: skip
        shared = ink.box(-26, -17, 52, 34, fill=ink.PALE, stroke=BLACK, stroke_width=2)
        entries.append(([shared], t("a shared stand")))
    if any(floor.walls for floor in measured):
        entries.append(([ink.box(-26, -6, 52, 12, fill=BLACK)], t("wall")))
    if any(floor.blocks for floor in measured):
        block = ink.box(-17, -17, 34, 34, fill=GREY, stroke=BLACK, stroke_width=1.5)
        entries.append(([block], t("pillar or other obstacle")))
    return entries


_LEGEND_ROW, _COLUMNS = 56.0, 3


def _legend_height(legend: Sequence[object], sheet: _Sheet) -> float:
    rows = -(-len(legend) // _columns(sheet))
    return rows * _LEGEND_ROW + 30 if rows else 0.0


def _columns(sheet: _Sheet) -> int:
    return _COLUMNS + 1 if sheet.width > sheet.height else _COLUMNS


def _legend_lines(legend: Sequence[tuple[list[str], str]], sheet: _Sheet, y: float) -> Iterator[str]:
    if not legend:
        return
    columns = _columns(sheet)
    room = sheet.inner / columns
    yield ink.tag("path", d=ink.path([(MARGIN, y), (sheet.width - MARGIN, y)], closed=False), stroke=BLACK,
                  stroke_width=2)  # fmt: skip
    rows = -(-len(legend) // columns)
    for at, (sign, words) in enumerate(legend):
        x, middle = MARGIN + at // rows * room, y + 45 + at % rows * _LEGEND_ROW
        yield from ink.around("g", sign, transform=f"translate({ink.number(x + 34)} {ink.number(middle)})")
        yield ink.text(shortened(words, 28, room - 90), x + 76, middle + 10, 28)
