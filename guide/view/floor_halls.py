"""Halls on the sheet of the site: their names, and how many hits, favourites and stops are in each."""

import math

from guide.catalogue.geometry import holds
from guide.catalogue.model import Ref
from guide.text import width
from guide.view import floor_signs as signs
from guide.view import roles
from guide.view.floor_ground import Cells
from guide.view.floor_marks import Marks
from guide.view.floor_placing import Placing
from guide.view.floor_sheet import Part
from guide.view.floor_words import Words

_BESIDE = 16  # cells of a name beside a hall that is narrower itself
_NUMBER = 4  # cells of a hall's number, at most
_STOPS = 3  # stops of a hall that are said by their numbers


def said(words: Words, part: Part, marks: Marks) -> tuple[list[str], str, str]:
    """What is said of a hall: with its counts, the fullest first, its name alone, and its number or "".

    «Зал 7 · 12/33 · ★2 · ‹1›‹3›», «Зал 7 · 12/33 · ★2», «Зал 7 · 12/33»; «Зал 7»; «7».
    """
    floor = part.floor
    stands = {*(plot.stand for plot in floor.plots), *floor.unplaced}
    there = words.catalogue.relations.in_hall.get(floor.hall, ())
    others = {ref for ref in there if ref.kind != "stand"}
    name = words.name("hall", floor.hall)
    number = len(stands) + len(others)
    counts = []
    if marks.hits is not None:
        found = len(stands & marks.hits) + len(others & marks.hits_there)
        asked = (words.catalogue.services.get(ref.id) for ref in marks.hits_there if ref.kind == "service")
        found += sum(1 for service in asked if service is not None and service.hall == floor.hall)
        counts.append(f"{found}/{number}")
    elif number:
        counts.append(words.tongue.number(number))
    liked = len(stands & marks.favourites) + len(others & marks.favourites_there)
    if liked:
        counts.append(f"{signs.FAVOURITE}{liked}")
    stops = sorted(marks.stops[stand] for stand in stands & marks.stops.keys())
    if stops:
        more = f"+{len(stops) - _STOPS}" if len(stops) > _STOPS else ""
        counts.append("".join(map(signs.stop_sign, stops[:_STOPS])) + more)
    last = name.rpartition(" ")[2]
    counted = [" · ".join((name, *counts[:most])) for most in range(len(counts), 0, -1)]
    return counted, name, last if width(last) <= _NUMBER else ""


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
    rows = sorted(range(top, bottom), key=lambda row: abs(row - (top + bottom - 1) / 2))
    counted, name, number = said(words, part, marks)
    groups = [[f" {text} " for text in texts if text] for texts in (counted, [name], [number])]
    for texts in groups:
        for text in texts:
            size = width(text)
            for row in rows if size <= right - left - 2 else ():
                column = _nearest(placing, row, left + 1, right - 1, size)
                if column is not None and _inside(cells, column, row, size):
                    placing.put(column, row, text, role, ref, size)
                    return
        for text in texts:
            size = width(text)
            column = max(min((left + right - size + 1) // 2, canvas.columns - size), 0)
            near = size <= max(right - left, _BESIDE)
            if near and any(placing.put_open(column, row, text, role, ref) for row in (top - 1, bottom, top - 2)):
                return
    for text in (text for texts in groups for text in texts):
        size = width(text)
        column = (left + right - size + 1) // 2
        if size <= right - left - 2 and any(placing.put(column, row, text, role, ref, size) for row in rows[:5]):
            return


def _nearest(placing: Placing, row: int, left: int, right: int, size: int) -> int | None:
    """Where between two columns of a row so many open cells begin, nearest to their middle."""
    wanted = (left + right - size) // 2
    open_there = placing.canvas.open
    for off in range((right - left - size) // 2 + 2):
        for column in (wanted - off, wanted + off):
            if left <= column and column + size <= right and open_there(column, row, size):
                return column
    return None


def _inside(cells: Cells, column: int, row: int, size: int) -> bool:
    """Whether both ends of a text are in the hall."""
    shape = tuple(cells)
    return all(holds(shape, (x, row + 0.5)) for x in (column + 0.5, column + size - 0.5))
