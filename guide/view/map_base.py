"""The outlines of countries in box drawing: which country lies at each corner of the cells, and what parts them.

Every corner of a cell is looked up, a row of corners at a time, by following the parallel from the west (the scan
lines of Wylie, Romney, Evans and Erdahl 1967). A line runs where two corners differ, so that it is always closed,
never thicker than a cell, and a bay smaller than a cell leaves no trace.
"""

import codecs
import re
from functools import lru_cache, reduce
from itertools import pairwise
from math import ceil
from operator import xor
from typing import NamedTuple

from guide.catalogue.outlines import outlines
from guide.view.map_camera import MapCamera

_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8
_SIGNS = (" ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼")
_INLAND = 0xE000  # where the signs of borders stand until coasts and borders are parted
_TABLES = "".join(_SIGNS) + " " + "".join(chr(_INLAND + sides) for sides in range(1, 16))
_SHOWN = {_INLAND + sides: sign for sides, sign in enumerate(_SIGNS)}
_PIECES = re.compile("[─-╿]+|[\ue000-\ue00f]+")
_SAME = re.compile(rb"(.)\1*", re.DOTALL)
_TO_ONE = bytes((0, *(1,) * 255))
_TO_LAND = bytes((0, *(16,) * 255))
_KEYS = 256  # more than there are countries
_LEAST = 5  # cells that a country is wide where its name may stand
_UNIT = 100  # steps a degree, as the outlines have them
_ABOVE = 1 << 20  # rows: keeps what is counted from the north positive, so that cutting off fractions rounds down


class Run(NamedTuple):
    """Some cells of a row, with the signs of the outlines in them: of coasts, or of borders on land."""

    row: int
    column: int
    text: str
    border: bool


class Land(NamedTuple):
    """The widest piece of a country in a row: the column where it starts, and how many cells it is wide."""

    code: str
    row: int
    column: int
    width: int


class Base(NamedTuple):
    """The outlines, as runs of cells that have any, and the pieces of the countries, the widest first."""

    runs: tuple[Run, ...]
    lands: tuple[Land, ...]


@lru_cache(maxsize=8)
def base(camera: MapCamera, columns: int, rows: int) -> Base:
    """The outlines in a view of that size."""
    found = _corners(camera, columns, rows)
    corners = [_Corners.of(row) for row in found]
    runs = []
    for row in range(rows):
        sides = _sides(corners[row], corners[row + 1])
        if sides:
            text = codecs.charmap_decode(sides.to_bytes(columns, "big"), "strict", _TABLES)[0]
            for piece in _PIECES.finditer(text):
                signs = piece.group()
                runs.append(Run(row, piece.start(), signs.translate(_SHOWN), ord(signs[0]) >= _INLAND))
    return Base(tuple(runs), _lands(found))


def _lands(corners: list[bytearray]) -> tuple[Land, ...]:
    codes, made = outlines().codes, []
    for row, there in enumerate(corners[:-1]):
        widest: dict[int, tuple[int, int]] = {}
        for run in _SAME.finditer(there):
            start, country = run.start(), there[run.start()]
            if 0 < country <= len(codes) and (size := run.end() - start) > widest.get(country, (_LEAST, 0))[0]:
                widest[country] = size, start
        made += [Land(codes[country - 1], row, column, size) for country, (size, column) in widest.items()]
    return tuple(sorted(made, key=lambda land: -land.width))


class _Corners(NamedTuple):
    """A row of corners as whole numbers of a byte a corner or a cell, so that a row is compared at once.

    ``changes``: 1 for each cell between whose two corners the country changes; ``land``: 16 for each cell whose
    two corners are on land.
    """

    row: int
    width: int
    changes: int
    land: int

    @classmethod
    def of(cls, row: bytearray) -> "_Corners":
        """What is needed of a row of corners."""
        whole, left, right = (int.from_bytes(each, "big") for each in (row, row[:-1], row[1:]))
        changes = int.from_bytes((left ^ right).to_bytes(len(row), "big").translate(_TO_ONE), "big")
        land = row.translate(_TO_LAND)
        return cls(whole, len(row), changes, int.from_bytes(land[:-1], "big") & int.from_bytes(land[1:], "big"))


def _sides(above: _Corners, below: _Corners) -> int:
    """By which sides outlines leave the cells between two rows of corners, a byte each; 16 more where none is at sea.

    Where the country changes from left to right an outline leaves a cell upwards or downwards; where it changes
    from one row to the next, to the left of that corner and to the right.
    """
    across = int.from_bytes((above.row ^ below.row).to_bytes(above.width, "big").translate(_TO_ONE), "big")
    upright = above.changes * _UP | below.changes * _DOWN
    cells = (1 << 8 * (above.width - 1)) - 1
    sides = upright | (across >> 8) * _LEFT | (across & cells) * _RIGHT
    return sides | above.land & below.land if sides else 0


def _corners(camera: MapCamera, columns: int, rows: int) -> list[bytearray]:
    """The country at each corner of the cells, row by row from the north: 0 at sea, else its number and one."""
    north, west = camera.point(0, 0, columns, rows)
    top, left = north * _UNIT, west * _UNIT
    rise, step = camera.rise * _UNIT, camera.scale * _UNIT
    crossed: list[list[int]] = [[] for _ in range(rows + 1)]
    start, share = _ABOVE + top / rise, 1 / rise
    for line, turn, countries in outlines().within(camera.seen(columns, rows)):
        if int(start - line.north * _UNIT * share) == int(start - line.south * _UNIT * share):
            continue  # it lies between two rows of corners
        points = line.no_finer(camera.scale / 2)
        ys = points[1::2]
        levels = [int(start - y * share) for y in ys]
        xs = points[0::2]
        key = reduce(xor, (country + 1 for country in countries))
        begin = turn - left
        for at, (one, two) in enumerate(pairwise(levels)):
            if one == two:
                continue
            x, y = xs[at], ys[at]
            slope = (xs[at + 1] - x) / (ys[at + 1] - y)
            first, last = (one + 1, two) if one < two else (two + 1, one)
            for level in range(max(first - _ABOVE, 0), min(last - _ABOVE, rows) + 1):
                place = x + begin + slope * (top - level * rise - y)
                crossed[level].append(ceil(place / step) * _KEYS + key)
    return [_row(each, columns + 1) for each in crossed]


def _row(crossed: list[int], width: int) -> bytearray:
    """A row of corners by what is crossed on the way east: columns times :data:`_KEYS`, and what is left and entered.

    One is in one country at most, so that the numbers of what one leaves and enters, joined by exclusive or, change
    the number of the one into that of the other.
    """
    row = bytearray(width)
    country = at = 0
    crossed.sort()
    for each in (*crossed, width * _KEYS):
        column = min(max(each // _KEYS, 0), width)
        if country and column > at:
            row[at:column] = bytes((country,)) * (column - at)
        at = max(at, column)
        country ^= each % _KEYS
    return row
