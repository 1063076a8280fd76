"""Who stands next to a stand: by the drawn plan, or by the numbers where nothing is drawn."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from guide.catalogue.geometry import is_inside
from guide.catalogue.model import Catalogue, Point, Polygon, Stand

GAP = 0.6
"""Metres between two stands that still stand side by side: a wall with its cables, not an aisle."""

_FACING = 0.5  # metres along which they stand side by side: more than a corner that touches a corner
_SLANT = math.cos(math.radians(20))  # sides that turn less than that from each other run along each other

_PIECES = re.compile(r"\d+|[^\W\d_]+")
_PART = re.compile(r"[/,;+]")
_ALIKE = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")

_Box = tuple[float, float, float, float]  # left, bottom, right, top
_Number = tuple[tuple[int, str], ...]  # what comes after the row, to be sorted as people count


class Neighbours(NamedTuple):
    """The stands next to one, by id; ``measured`` where the plan says so, else they have the next numbers.

    Neighbouring numbers may stand across an aisle: to whom it is told, it is told as a number.
    """

    ids: tuple[str, ...] = ()
    measured: bool = False


def neighbours(catalogue: Catalogue) -> Mapping[str, Neighbours]:
    """The neighbours of every stand that has any, by stand id; those in the same row of numbers first.

    Two stands of a hall are side by side where their shapes share an edge or leave a gap of at most
    :data:`GAP` along half a metre or more. A stand without a shape, or the only one drawn in its hall, has
    those with the number before and after its own in its row of its hall. Nothing says left or right:
    that depends on where one stands.
    """
    halls: dict[str | None, list[Stand]] = defaultdict(list)
    for stand in catalogue.stands.values():
        halls[stand.hall].append(stand)
    found: dict[str, Neighbours] = {}
    for hall, stands in halls.items():
        rows = _rows(stands)
        drawn = [stand for stand in stands if stand.polygon and hall is not None]
        if len(drawn) > 1:
            found.update(_measured(drawn, {stand.id: row for row, inside in rows.items() for _, stand in inside}))
        measured = {stand.id for stand in drawn} if len(drawn) > 1 else set()
        for key, ids in _numbered(rows):
            if key not in measured:
                found[key] = Neighbours(ids)
    return MappingProxyType(found)


def _measured(stands: Sequence[Stand], row_of: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Neighbours]]:
    beside: dict[str, list[str]] = defaultdict(list)
    # Swept from left to right: only shapes whose boxes come near each other are measured.
    boxes = sorted(((_box(stand.polygon), at) for at, stand in enumerate(stands)), key=lambda each: each[0][0])
    for n, (box, at) in enumerate(boxes):
        for other, there in boxes[n + 1 :]:
            if other[0] > box[2] + GAP:
                break
            if other[1] <= box[3] + GAP and box[1] <= other[3] + GAP:
                one, two = stands[at], stands[there]
                if _side_by_side(one.polygon, two.polygon, box, other):
                    beside[one.id].append(two.id)
                    beside[two.id].append(one.id)
    order = {stand.id: at for at, stand in enumerate(stands)}
    for key, ids in beside.items():
        row = row_of.get(key)
        yield key, Neighbours(tuple(sorted(ids, key=lambda each: (row_of.get(each) != row, order[each]))), True)


def _box(polygon: Polygon) -> _Box:
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def _side_by_side(one: Polygon, two: Polygon, box: _Box, other: _Box) -> bool:
    first, second = _sides(one, other), _sides(two, box)
    if not any(_along(*side, *there) for side in first for there in second):
        return False
    # A stand within another is not next to it but on it.
    return not (is_inside(one, two) or is_inside(two, one))


def _sides(polygon: Polygon, near: _Box) -> list[tuple[Point, Point]]:
    """The sides of a shape that come near a box."""
    left, bottom, right, top = near[0] - GAP, near[1] - GAP, near[2] + GAP, near[3] + GAP
    sides = ((polygon[at - 1], polygon[at]) for at in range(len(polygon)))
    return [
        (a, b)
        for a, b in sides
        if (a[0] <= right or b[0] <= right)
        and (a[0] >= left or b[0] >= left)
        and (a[1] <= top or b[1] <= top)
        and (a[1] >= bottom or b[1] >= bottom)
    ]


def _along(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two sides run along each other, near enough and far enough."""
    first, second = math.dist(a, b), math.dist(c, d)
    if not first or not second:
        return False
    ux, uy = (b[0] - a[0]) / first, (b[1] - a[1]) / first
    if abs(ux * (d[0] - c[0]) + uy * (d[1] - c[1])) < _SLANT * second:
        return False
    # The other side in the measure of this one: how far along it and how far off it its ends are.
    ends = sorted((ux * (x - a[0]) + uy * (y - a[1]), ux * (y - a[1]) - uy * (x - a[0])) for x, y in (c, d))
    (start, off_start), (end, off_end) = ends
    low, high = max(start, 0.0), min(end, first)
    if high - low < min(_FACING, first / 2, second / 2):
        return False
    rise = (off_end - off_start) / (end - start)
    middle = off_start + rise * ((low + high) / 2 - start)
    return abs(middle) <= GAP


def _rows(stands: Sequence[Stand]) -> dict[tuple[str, ...], list[tuple[_Number, Stand]]]:
    """The coded stands of a hall by row, each row by number."""
    rows: dict[tuple[str, ...], list[tuple[_Number, Stand]]] = defaultdict(list)
    for stand in stands:
        parted = _parted(stand.code or "")
        if parted:
            rows[parted[0]].append((parted[1], stand))
    for row in rows.values():
        row.sort(key=lambda each: each[0])
    return dict(rows)


def _parted(code: str) -> tuple[tuple[str, ...], _Number] | None:
    """The row and the number that a code says: A12 is 12 in A, 7C5.1 is 5.1 in 7C, 12-05 is 5 in 12."""
    pieces = _PIECES.findall(_PART.split(code)[0].upper().translate(_ALIKE))
    numbers = [at for at, piece in enumerate(pieces) if piece.isdecimal()]
    if not numbers:
        return None
    letters = [at for at in range(len(pieces) - 1) if not pieces[at].isdecimal() and pieces[at + 1].isdecimal()]
    cut = letters[-1] + 1 if letters else 1 if len(numbers) > 1 else 0
    row = tuple(piece.lstrip("0") or piece for piece in pieces[:cut])
    return row, tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces[cut:])


def _numbered(
    rows: Mapping[tuple[str, ...], Sequence[tuple[_Number, Stand]]],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in rows.values():
        for at, (_, stand) in enumerate(row):
            ids = tuple(each.id for _, each in (*row[max(at - 1, 0) : at], *row[at + 1 : at + 2]))
            if ids:
                yield stand.id, ids
