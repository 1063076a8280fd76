"""Outlines of the world’s countries, as lines that neighbours share; from Natural Earth, see places/NOTICE."""

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_PLACES = Path(__file__).parent / "places"
_UNIT = 100  # steps a degree

_COARSE = (0.0, 0.1, 0.3, 0.8)  # degrees that the points of a line lie apart at least, from fine to coarse


class Bounds(NamedTuple):
    """A part of the world in degrees; the east may be beyond 180, where it lies across the dateline."""

    west: float
    south: float
    east: float
    north: float


class Line:
    """A piece of outline with the same countries on both sides all along: a border, or a coast.

    ``points``: longitude and latitude in turn, in hundredths of a degree; ``countries``: the numbers, in
    :attr:`Outlines.codes`, of the countries whose outline it is part of.
    """

    __slots__ = ("_coarse", "countries", "east", "north", "points", "south", "west")

    def __init__(self, points: "array[int]", countries: tuple[int, ...]) -> None:
        self.points = points
        self.countries = countries
        xs, ys = points[0::2], points[1::2]
        self.west, self.east = min(xs) / _UNIT, max(xs) / _UNIT
        self.south, self.north = min(ys) / _UNIT, max(ys) / _UNIT
        self._coarse: dict[float, array[int]] = {}

    def no_finer(self, degrees: float) -> "array[int]":
        """Its points without those that lie nearer to one another than so; its ends are always there."""
        apart = max((each for each in _COARSE if each <= degrees), default=0.0)
        if not apart:
            return self.points
        kept = self._coarse.get(apart)
        if kept is None:
            kept = self._coarse[apart] = _apart(self.points, round(apart * _UNIT))
        return kept


class Outlines(NamedTuple):
    """The countries and the lines that they are made of.

    ``codes``: ISO 3166-1 alpha-2, in order; "-" for land that has no code. ``rings``: for each of them its closed
    rings, each the numbers of its lines from 1, negative where a line runs backwards. ``bounds``: where each lies.
    """

    codes: tuple[str, ...]
    rings: tuple[tuple[tuple[int, ...], ...], ...]
    bounds: tuple[Bounds, ...]
    lines: tuple[Line, ...]

    def within(self, bounds: Bounds) -> Iterator[tuple[Line, int, tuple[int, ...]]]:
        """What is needed to draw a part of the world: lines, the steps to add to their longitudes, their countries.

        Of the countries that reach into it all lines that lie there or west of it, so that whoever follows a
        parallel eastwards knows in which country he is; others than these are not named.
        """
        west, south, east, north = bounds
        for turn in (-360, 0, 360):
            here = {
                number
                for number, its in enumerate(self.bounds)
                if its.south <= north and its.north >= south and its.west + turn <= east and its.east + turn >= west
            }
            if not here:
                continue
            furthest = east - turn
            for line in self.lines:
                if line.south <= north and line.north >= south and line.west <= furthest:
                    countries = tuple([number for number in line.countries if number in here])
                    if countries:
                        yield line, turn * _UNIT, countries

    def of(self, code: str) -> list[list[tuple[float, float]]]:
        """The closed rings of a country as (longitude, latitude) in degrees; none for a code without an outline."""
        if code not in self.codes:
            return []
        return [self._ring(ring) for ring in self.rings[self.codes.index(code)]]

    def _ring(self, ring: tuple[int, ...]) -> list[tuple[float, float]]:
        made: list[tuple[float, float]] = []
        for number in ring:
            points = self.lines[abs(number) - 1].points
            piece = [(x / _UNIT, y / _UNIT) for x, y in zip(points[0::2], points[1::2], strict=True)]
            if number < 0:
                piece.reverse()
            made += piece[1:] if made else piece
        return made


@cache
def outlines() -> Outlines:
    """All outlines, read when first asked for: 28,000 points, about 5 ms."""
    codes, rings = [], []
    countries: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate((_PLACES / "outlines.tsv").read_text(encoding="utf-8").splitlines()[1:]):
        code, *cells = row.split("\t")
        codes.append(code)
        rings.append(tuple(tuple(map(int, cell.split())) for cell in cells))
        for ring in rings[-1]:
            for line in ring:
                countries[abs(line) - 1].append(number)
    numbers = array("h")
    numbers.frombytes((_PLACES / "outlines.bin").read_bytes())
    if sys.byteorder == "big":
        numbers.byteswap()
    count = numbers[0]
    lines, start = [], 1 + count
    for number, length in enumerate(numbers[1 : 1 + count]):
        end = start + 2 * length
        lines.append(Line(numbers[start:end], tuple(countries[number])))
        start = end
    bounds = [_around([lines[abs(line) - 1] for ring in each for line in ring]) for each in rings]
    return Outlines(tuple(codes), tuple(rings), tuple(bounds), tuple(lines))


def _around(lines: list[Line]) -> Bounds:
    return Bounds(
        min(line.west for line in lines),
        min(line.south for line in lines),
        max(line.east for line in lines),
        max(line.north for line in lines),
    )


def _apart(points: "array[int]", steps: int) -> "array[int]":
    kept = points[:2]
    x, y = kept
    last = len(points) - 2
    for at in range(2, last, 2):
        if abs(points[at] - x) >= steps or abs(points[at + 1] - y) >= steps:
            x, y = points[at], points[at + 1]
            kept.append(x)
            kept.append(y)
    kept.extend(points[last:])
    return kept
