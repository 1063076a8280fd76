"""Who stands next to a stand: by the drawn plan, or by the numbers where nothing is drawn."""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from guide.catalogue.geometry import is_inside
from guide.catalogue.model import Catalogue, Point, Polygon, Stand

GAP = 0.6
"""Metres between two stands that still stand side by side: a wall with its cables, not an aisle."""

_SLACK = 0.01  # metres: what a hand-drawn plan may be off
_FACING = 0.5  # metres along which they stand side by side: more than a corner that touches a corner
_SLANT = math.cos(math.radians(20))  # sides that turn less than that from each other run along each other

_PIECES = re.compile(r"\d+|[^\W\d_]+")
_PLAIN = re.compile(r"([^\W\d_]{1,3})[-\s]?(\d{1,9})\Z")  # most codes
_PART = re.compile(r"[/,;+]")
_LETTER_AND_DIGIT = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
_CYRILLIC, _LATIN = "АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI"
_ALIKE = str.maketrans(_CYRILLIC, _LATIN)
_ALIKE_BACK = str.maketrans(_LATIN, _CYRILLIC)

_Box = tuple[float, float, float, float]  # left, bottom, right, top
Row = tuple[str, ...]
"""The signs that a row goes by: ("A",), or ("7", "C")."""
Number = tuple[tuple[int, str], ...]
"""What comes after the row, to be sorted as people count."""


class Neighbours(NamedTuple):
    """The stands next to one, by id; ``measured`` where the plan says so, else they have the next numbers.

    Neighbouring numbers may stand across an aisle: to whom it is told, it is told as a number.
    """

    ids: tuple[str, ...] = ()
    measured: bool = False


def neighbours(catalogue: Catalogue, stand_id: str) -> Neighbours:
    """The neighbours of a stand, those in its own row of numbers first; none for a stand that is not there.

    Two stands of a hall are side by side where their shapes share an edge or leave a gap of at most
    :data:`GAP` along half a metre or more. A stand without a shape, or the only one drawn in its hall, has
    those with the number before and after its own in its row of its hall. Nothing says left or right:
    that depends on where one stands.
    """
    stand = catalogue.stands.get(stand_id)
    if stand is None:
        return Neighbours()
    others = [each for each in _in_hall(catalogue, stand.hall) if each.id != stand_id]
    drawn = [each for each in others if each.polygon]
    if stand.polygon and stand.hall and drawn:
        row = _row(stand)
        beside = sorted(_beside(stand, drawn), key=lambda each: _row(each) != row)
        return Neighbours(tuple(each.id for each in beside), True)
    return Neighbours(_numbered(stand, others))


def _in_hall(catalogue: Catalogue, hall: str | None) -> Iterator[Stand]:
    if hall is None:
        return (stand for stand in catalogue.stands.values() if stand.hall is None)
    here = catalogue.relations.in_hall.get(hall, ())
    return (catalogue.stands[ref.id] for ref in here if ref.kind == "stand")


def _beside(stand: Stand, others: Sequence[Stand]) -> Iterator[Stand]:
    box, reach = _box(stand.polygon), GAP + _SLACK
    left, bottom, right, top = box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach
    for other in others:
        there = _box(other.polygon)
        near = there[0] <= right and there[2] >= left and there[1] <= top and there[3] >= bottom
        if near and _side_by_side(stand.polygon, other.polygon, box, there):
            yield other


@lru_cache(maxsize=1 << 14)
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
    reach = GAP + _SLACK
    left, bottom, right, top = near[0] - reach, near[1] - reach, near[2] + reach, near[3] + reach
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
    if high - low < min(_FACING, first / 2, second / 2) - _SLACK:
        return False
    rise = (off_end - off_start) / (end - start)
    middle = off_start + rise * ((low + high) / 2 - start)
    return abs(middle) <= GAP + _SLACK


@lru_cache(maxsize=1 << 14)
def row_and_number(code: str) -> tuple[Row, Number] | None:
    """The row and the number that a code says: A12 is 12 in A, 7C5.1 is 5.1 in 7C, 12-05 is 5 in 12.

    Both sort as people count; None for a code without a number. Of several codes in one the first counts.
    """
    plain = _PLAIN.match(code)
    if plain:
        return (plain[1].upper().translate(_ALIKE),), ((int(plain[2]), ""),)
    pieces = _PIECES.findall(_first(code).upper().translate(_ALIKE))
    numbers = [at for at, piece in enumerate(pieces) if piece.isdecimal()]
    if not numbers:
        return None
    letters = [at for at in range(len(pieces) - 1) if not pieces[at].isdecimal() and pieces[at + 1].isdecimal()]
    cut = letters[-1] + 1 if letters else 1 if len(numbers) > 1 else 0
    row = tuple(piece.lstrip("0") or piece for piece in pieces[:cut])
    return row, tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces[cut:])


def _first(code: str) -> str:
    """The first of several codes in one, be they parted by a sign or, each with a letter and a number, by a space."""
    first = _PART.split(code)[0]
    words = first.split()
    return words[0] if len(words) > 1 and all(_LETTER_AND_DIGIT.search(word) for word in words) else first


def _row(stand: Stand) -> Row | None:
    parted = row_and_number(stand.code or "")
    return parted[0] if parted else None


def _numbered(stand: Stand, others: Sequence[Stand]) -> tuple[str, ...]:
    """The stands with the number before and after, in a row of a hall."""
    mine = row_and_number(stand.code or "")
    if mine is None:
        return ()
    # Parting thousands of codes takes long: those that begin with another sign are in another row.
    begins = _either((stand.code or "")[:1])
    alike = ((row_and_number(each.code), each.id) for each in others if each.code and each.code[0] in begins)
    row = [(parted[1], key) for parted, key in alike if parted and parted[0] == mine[0]]
    before = max((each for each in row if each[0] < mine[1]), default=None)
    after = min((each for each in row if each[0] > mine[1]), default=None)
    return tuple(each[1] for each in (before, after) if each)


def _either(sign: str) -> str:
    """A letter in both cases and both scripts."""
    capital = sign.upper()
    forms = (capital, capital.translate(_ALIKE), capital.translate(_ALIKE_BACK))
    return "".join((*forms, *(form.lower() for form in forms)))
