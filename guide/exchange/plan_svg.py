"""A plan to print or to send: an SVG drawing on sheets of A4, black on white, that needs nothing else.

One picture fills a sheet, upright or across as its shape asks for; of several each stands whole on a sheet, one under
the other, as large as so few sheets as possible allow; the document ends where the last sheet is filled. Over them
the fair's name and dates and when the catalogue was checked, beneath them what the signs mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from guide.catalogue.model import Catalogue
from guide.dates import clock, day, loose, span
from guide.exchange import ink, plan_signs
from guide.exchange.ink import GREY, WHITE
from guide.exchange.lettering import LINE, breadth, filled, shortened
from guide.exchange.marked import marked
from guide.exchange.plan_blocks import Block, blocks, used
from guide.exchange.plan_hall import hall_picture, hatch, site_picture
from guide.exchange.plan_parts import BAR, legend, legend_height, legend_lines, measure, way_words
from guide.exchange.plan_pen import Pen, Picture, Room
from guide.exchange.selection import Selection
from guide.i18n import Tongue
from guide.text import one_line
from guide.venue.floors import floors_of
from guide.venue.route import Route

SHORT, LONG = 2100.0, 2970.0
"""The sides of A4 in tenths of a millimetre, the unit of the drawing."""

MARGIN = 110.0
_TITLE, _HEADING, _TEXT = 52.0, 44.0, 30.0
_ACROSS = 1.25  # a picture that much wider than high is printed across
_LIST = 0.35  # the share of a picture's room that the list beneath it takes at most
_GAP = 50.0  # between two pictures
_LEAST = 0.33  # the share of a sheet that a picture gets where several stand on it


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
    services = plan_signs.letters(selection.catalogue, used(pictures), selection.tongue)
    pen = Pen(selection.catalogue, selection.tongue, where, services, routes=tuple(routes))
    sheet = _sheet(pictures)
    lines, height = _laid_out(selection, pen, pictures, sheet)
    title = one_line(selection.title)
    whole = ink.drawing(
        [*ink.around("defs", hatch(pen.hatch)), *lines], (sheet.width, height), title, xmlns=ink.XMLNS,
        width=f"{ink.number(sheet.width / 10)}mm", height=f"{ink.number(height / 10)}mm", lang=selection.tongue.code,
    )  # fmt: skip
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *whole]) + "\n"


def _sheet(pictures: Sequence[Block]) -> _Sheet:
    if len(pictures) == 1 and not pictures[0].site and not pictures[0].zone:
        box = pictures[0].floors[0].box
        if box.width > _ACROSS * box.height and not pictures[0].keys[8:]:
            return _Sheet(LONG, SHORT)
    return _Sheet(SHORT, LONG)


def _laid_out(selection: Selection, pen: Pen, pictures: Sequence[Block], sheet: _Sheet) -> tuple[list[str], float]:
    """The lines of the whole document, and how high it is: a sheet, or several, the last as far as it is filled."""
    lines, top = _head(selection, pen, sheet)
    signs = legend(pen, pictures)
    under = legend_height(len(signs), _columns(sheet))
    first, whole = sheet.height - MARGIN - top, sheet.height - 2 * MARGIN
    wanted = [_block(pen, block, sheet, 0.0, whole, whole)[1] for block in pictures]
    sheets = on_sheets(wanted, first, whole, under)
    y = top
    for number, rooms in enumerate(sheets):
        y = number * sheet.height + MARGIN if number else top
        for at, room in rooms:
            # What has all the room that it wants has its whole list, too.
            drawn, height = _block(pen, pictures[at], sheet, y, room, whole if room == wanted[at] else room)
            lines += drawn
            y += height + _GAP
    if len(sheets) == 1:
        y = sheet.height - MARGIN - under
    lines += legend_lines(signs, (MARGIN, y), sheet.inner, _columns(sheet))
    return lines, sheet.height if len(sheets) == 1 else y + under + MARGIN


def on_sheets(wanted: Sequence[float], first: float, whole: float, under: float) -> list[list[tuple[int, float]]]:
    """For each sheet the numbers of its pictures with the height that each gets: what it wants, or less.

    ``wanted`` are heights, ``first`` what the first sheet has room for and ``whole`` every other, ``under`` what the
    last has to leave free. So few sheets as there can be when a picture gets no less than :data:`_LEAST` of a sheet;
    on those the pictures are as large as they can be. A last sheet without pictures has room for what is under them.
    """
    low, high = _LEAST * whole, whole
    fewest = _packed(wanted, low, first, whole, under)
    for _ in range(12):
        middle = (low + high) / 2
        tried = _packed(wanted, middle, first, whole, under)
        if len(tried) == len(fewest):
            low, fewest = middle, tried
        else:
            high = middle
    sheets = []
    for number, on in enumerate(fewest):
        room = (whole if number else first) - (under if number == len(fewest) - 1 else 0.0) - _GAP * len(on)
        rooms = {}
        for left, at in zip(range(len(on), 0, -1), sorted(on, key=wanted.__getitem__), strict=True):
            rooms[at] = min(wanted[at], room / left)
            room -= rooms[at]
        sheets.append([(at, rooms[at]) for at in on])
    return sheets


def _packed(wanted: Sequence[float], most: float, first: float, whole: float, under: float) -> list[list[int]]:
    """The numbers of the pictures on each sheet, one after the other, where each gets so much at most."""
    sheets: list[list[int]] = [[]]
    left = first
    for at, height in enumerate(wanted):
        needed = min(height, most) + _GAP
        if sheets[-1] and needed + (under if at == len(wanted) - 1 else 0.0) > left:
            sheets.append([])
            left = whole
        sheets[-1].append(at)
        left -= needed
    # One that stands alone gives way.
    return sheets if under <= left or len(sheets[-1]) <= 1 else [*sheets, []]


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
        said.append(way_words(selection, pen.routes))
    for words in said:
        y += _TEXT * LINE
        lines.append(ink.text(shortened(words, _TEXT, sheet.inner), MARGIN, y - _TEXT * 0.2, _TEXT))
    return lines, y + 30


def last_checked(catalogue: Catalogue) -> date | str | None:
    """The last day on which anything of the catalogue was checked, else its sources were read; None if never said."""
    checked = [exhibitor.checked for exhibitor in catalogue.exhibitors.values() if exhibitor.checked]
    read = [source.accessed for source in catalogue.sources.values() if source.accessed]
    return max(checked or read, key=str, default=None)


def _block(pen: Pen, block: Block, sheet: _Sheet, y: float, room: float, listed: float) -> tuple[list[str], float]:
    """A picture with its heading, scale, north and list, and the paper that they take: the room or less.

    ``listed`` is the room by which the length of the list is measured.
    """
    top = y
    y += _HEADING * LINE
    heading = shortened(block.heading, _HEADING, sheet.inner, bold=True)
    lines = [ink.text(heading, MARGIN, y - _HEADING * 0.25, _HEADING, bold=True)]
    for note in block.notes:
        for line in filled(note, _TEXT, sheet.inner, 2):
            y += _TEXT * LINE
            lines.append(ink.text(line, MARGIN, y - _TEXT * 0.25, _TEXT))
    left = room - (y - top)
    listed -= y - top
    rows = _rows(block, pen.tongue, listed - 42 if block.zone else listed * _LIST)
    if not block.zone:
        under = BAR + len(rows) * _TEXT * LINE + 36
        picture = _drawn(pen, block, Room(MARGIN, y + 12, sheet.inner, left - under))
        lines += picture.lines
        y += picture.height + 12
        lines += measure(pen, block, picture, (MARGIN, y), sheet.inner)
        y += BAR
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
    if block.site:  # its stands are drawn again in their halls, and an id is there once
        return site_picture(replace(pen, prefix="o"), block.floors, room)
    return hall_picture(pen, block.floors[0], room)


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


def _columns(sheet: _Sheet) -> int:
    return 4 if sheet.width > sheet.height else 3
