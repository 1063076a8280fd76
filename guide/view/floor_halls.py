"""Halls on the sheet of the site: their names, and how many hits, favourites and stops are in each."""

import math
from collections.abc import Iterator

from guide.catalogue.model import Ref
from guide.text import width
from guide.view import floor_signs as signs
from guide.view import roles
from guide.view.floor_marks import Marks
from guide.view.floor_placing import Placing
from guide.view.floor_sheet import Part
from guide.view.floor_words import Words

_STOPS = 3  # stops of a hall that are said by their numbers


def said(words: Words, part: Part, marks: Marks) -> Iterator[str]:
    """What is said of a hall, the fullest first: «Зал 7 · 12/33 · ★2 · ‹1›‹3›», «Зал 7 · 12/33», «Зал 7», «7»."""
    floor = part.floor
    stands = {*(plot.stand for plot in floor.plots), *floor.unplaced}
    there = words.catalogue.relations.in_hall.get(floor.hall, ())
    others = {ref for ref in there if ref.kind != "stand"}
    name = words.name("hall", floor.hall)
    number = len(stands) + len(others)
    counts = []
    if marks.hits is not None:
        counts.append(f"{len(stands & marks.hits) + len(others & marks.hits_there)}/{number}")
    elif number:
        counts.append(words.tongue.number(number))
    liked = len(stands & marks.favourites) + len(others & marks.favourites_there)
    if liked:
        counts.append(f"{signs.FAVOURITE}{liked}")
    stops = sorted(marks.stops[stand] for stand in stands & marks.stops.keys())
    if stops:
        more = f"+{len(stops) - _STOPS}" if len(stops) > _STOPS else ""
        counts.append("".join(map(signs.stop_sign, stops[:_STOPS])) + more)
    short = name.rpartition(" ")[2] if len(name.rpartition(" ")[2]) <= 4 else ""
    for least in (name, short) if short else (name,):
        for most in range(len(counts), 0, -1):
            yield " · ".join((least, *counts[:most]))
        yield least


def write(placing: Placing, part: Part, words: Words, marks: Marks) -> None:
    """A hall's name and counts: in the open within it, else beside it, else over its stands."""
    canvas = placing.canvas
    ref = Ref("hall", part.floor.hall)
    role = canvas.role(roles.ACTIVE if marks.cursor == ref else roles.HALL)
    cells = part.projection.shape(part.floor.outline)
    left = max(math.floor(min(x for x, _ in cells)), 0)
    right = min(math.ceil(max(x for x, _ in cells)), canvas.columns)
    top = max(math.floor(min(y for _, y in cells)), 0)
    bottom = min(math.ceil(max(y for _, y in cells)), canvas.rows)
    if left >= right or top >= bottom:
        return
    texts = [f" {text} " for text in said(words, part, marks)]
    middle, centre = (top + bottom - 1) / 2, (left + right) / 2
    rows = sorted(range(top, bottom), key=lambda row: abs(row - middle))
    for text in texts:
        size = width(text)
        if size > right - left - 2:
            continue
        for row in rows:
            column = _nearest(placing, row, left + 1, right - 1, size, round(centre - size / 2))
            if column is not None and _inside(part, cells, column, row, size):
                placing.put(column, row, text, role, ref, size)
                return
    for text in texts:
        size = width(text)
        column = round(centre - size / 2)
        column = max(min(column, canvas.columns - size), 0)
        for row in (top - 1, bottom):
            if size <= max(right - left, 12) and placing.put_open(column, row, text, role, ref):
                return
    for text in texts:
        size = width(text)
        column = round(centre - size / 2)
        if size <= right - left - 2 and any(placing.put(column, row, text, role, ref, size) for row in rows[:5]):
            return


def _nearest(placing: Placing, row: int, left: int, right: int, size: int, wanted: int) -> int | None:
    """Where in a row so many open cells begin, nearest to where they are wanted."""
    if placing.canvas.open(wanted, row, size) and placing.unwritten(wanted, row, size):
        return wanted
    for off in range(1, right - left):
        for column in (wanted - off, wanted + off):
            if left <= column and column + size <= right and placing.canvas.open(column, row, size):
                return column
    return None


def _inside(part: Part, cells: list[tuple[float, float]], column: int, row: int, size: int) -> bool:
    """Whether both ends of a text are in the hall."""
    from guide.venue.shapes import holds

    shape = tuple(cells)
    return all(holds(shape, (x, row + 0.5)) for x in (column + 0.5, column + size - 0.5))
