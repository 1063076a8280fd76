"""What is seen from where on a free floor: the corners that a shortest way turns at, and which see each other.

A shortest way among things that stand there is straight but at corners that stick out into the floor, and round
such a corner it is taut (Lozano-Pérez and Wesley 1979). Sight goes from cell to cell of the mesh: a cone of slopes
that every portal makes narrower. Portals are upright, so it goes either to the right or to the left for good.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from guide.catalogue.model import Point, Polygon
from guide.venue.mesh import NEAR, Mesh

_STEEP = 1e9  # as good as upright
_BESIDE = 5e-4  # metres off a corner at which it is looked what stands beside it
_SLACK = 1e-9  # of a unit: how much may be missing for a way to be taut
_MANY, _CLEAR, _SLIT = 1500, 10.0, 0.1
"""Corners of a floor beyond which what is farther off than so many metres is not looked for through a slit that is
narrower than this angle. Nobody aims through a forest of pillars: one goes from one to the next."""


class Corner(NamedTuple):
    """A corner that sticks out into the floor; the directions of its two sides, of length 1, away from it."""

    x: float
    y: float
    ax: float
    ay: float
    bx: float
    by: float

    def is_taut(self, dx: float, dy: float) -> bool:
        """Whether a way in that direction has the whole corner on one side."""
        return (dx * self.ay - dy * self.ax) * (dx * self.by - dy * self.bx) >= -_SLACK * (dx * dx + dy * dy)


class View(NamedTuple):
    """A cell seen from a point: slopes from ``low`` to ``high`` to the right (``way`` 1) or to the left (-1).

    A slope is metres upwards for a metre away from the point, be it to the left. ``number`` is the point's.
    """

    number: int
    x: float
    y: float
    low: float
    high: float
    way: int

    def shows(self, x: float, y: float) -> bool:
        """Whether a point of the cell is seen."""
        away = (x - self.x) * self.way
        if away < -NEAR:
            return False
        if away < NEAR and self.low == -_STEEP and self.high == _STEEP:
            return True  # right above or below it in its own cell
        off = y - self.y
        return self.low * away - NEAR <= off <= self.high * away + NEAR


def corners_of(mesh: Mesh, obstacles: Iterable[Polygon], outline: Polygon) -> list[Corner]:
    """The corners of the obstacles, and of the outline seen from inside, that stick out into the floor."""
    found: dict[Corner, None] = {}
    for shape in (*obstacles, outline[::-1]):
        count = len(shape)
        for at, (x, y) in enumerate(shape):
            (px, py), (nx, ny) = shape[at - 1], shape[(at + 1) % count]
            ax, ay, bx, by = px - x, py - y, nx - x, ny - y
            if ax * by - ay * bx >= 0:
                continue  # it does not stick out
            first, second = math.hypot(ax, ay), math.hypot(bx, by)
            corner = Corner(x, y, ax / first, ay / first, bx / second, by / second)
            if all(mesh.is_free(*point) for point in _beside(corner)):
                found[corner] = None
    return list(found)


def _beside(corner: Corner) -> Iterator[Point]:
    """Points of the floor at a corner, unless something else stands there: off its tip and off both its sides."""
    x, y, ax, ay, bx, by = corner
    yield x - ay * _BESIDE + ax * _BESIDE / 2, y + ax * _BESIDE + ay * _BESIDE / 2
    yield x + by * _BESIDE + bx * _BESIDE / 2, y - bx * _BESIDE + by * _BESIDE / 2


class Sight:
    """The corners of a floor and who sees whom."""

    mesh: Mesh
    corners: list[Corner]
    ways: list[list[tuple[int, float]]]
    """For each corner the others that a taut way leads straight to, with the metres."""

    def __init__(self, mesh: Mesh, corners: Sequence[Corner]) -> None:
        self.mesh, self.corners = mesh, list(corners)
        self._narrow = 0.0 if len(corners) <= _MANY else _SLIT
        self._at_right: list[list[int]] = [[] for _ in mesh.cells]
        self._at_left: list[list[int]] = [[] for _ in mesh.cells]
        for number, corner in enumerate(corners):
            for cell in mesh.around(corner.x, corner.y):
                there = mesh.cells[cell]
                if corner.x >= there.right - NEAR:
                    self._at_right[cell].append(number)
                elif corner.x <= there.left + NEAR:
                    self._at_left[cell].append(number)
        self.ways = [[] for _ in corners]
        for number in range(len(corners)):
            for other, length in self._taut_from(number):
                self.ways[number].append((other, length))
                self.ways[other].append((number, length))

    def _taut_from(self, number: int) -> Iterator[tuple[int, float]]:
        """The corners to the right of one, and right above it, that it is tied to."""
        me = self.corners[number]
        x, y = me.x, me.y
        cells = self.mesh.around(x, y)
        seen: set[int] = set()
        starts = [cell for cell in cells if x < self.mesh.cells[cell].right - NEAR]
        for low, high in _cones(me):
            for cell, bottom, top, _, _ in self._cells_seen(x, y, starts, 1, low, high):
                seen.update(other for other in self._at_right[cell] if bottom <= self.corners[other].y <= top)
        for cell in cells:
            beside = self._at_right if x >= self.mesh.cells[cell].right - NEAR else self._at_left
            seen.update(other for other in beside[cell] if self.corners[other].y > y)
        for other in seen:
            it = self.corners[other]
            dx, dy = it.x - x, it.y - y
            if (dx or dy) and me.is_taut(dx, dy) and it.is_taut(dx, dy):
                yield other, math.hypot(dx, dy)

    def look(self, points: Sequence[Point]) -> tuple[dict[int, tuple[float, int]], dict[int, list[View]]]:
        """What is seen from some points of the floor.

        First the corners at which a way from there may turn first, with the metres to the nearest point and its
        number; then every cell that is seen, with how: as often as there is a gap to see it through.
        """
        links: dict[int, tuple[float, int]] = {}
        views: dict[int, list[View]] = {}
        mesh = self.mesh
        for number, (x, y) in enumerate(points):
            cells = mesh.around(x, y)
            found: set[int] = set()
            for way, sides in ((1, self._at_right), (-1, self._at_left)):
                starts = [c for c in cells if (x < mesh.cells[c].right if way > 0 else x > mesh.cells[c].left)]
                for cell, bottom, top, low, high in self._cells_seen(x, y, starts, way, -_STEEP, _STEEP):
                    views.setdefault(cell, []).append(View(number, x, y, low, high, way))
                    for other in sides[cell]:
                        if bottom <= self.corners[other].y <= top:
                            found.add(other)
            for cell in cells:
                # Right above or below the point.
                if x - mesh.cells[cell].left <= NEAR:
                    found.update(self._at_left[cell])
                if mesh.cells[cell].right - x <= NEAR:
                    found.update(self._at_right[cell])
            for other in found:
                corner = self.corners[other]
                dx, dy = corner.x - x, corner.y - y
                length = math.hypot(dx, dy)
                if (other not in links or length < links[other][0]) and corner.is_taut(dx, dy):
                    links[other] = length, number
        return links, views

    def _cells_seen(
        self, x: float, y: float, starts: Iterable[int], way: int, low: float, high: float
    ) -> Iterator[tuple[int, float, float, float, float]]:
        """The cells seen in one direction: what is seen of their far side, from where to where, and the slopes."""
        cells, portals = self.mesh.cells, self.mesh.right if way > 0 else self.mesh.left
        narrow = self._narrow
        far = 1 if way > 0 else 0  # of a cell: its right or its left side
        waiting = [(cell, low, high) for cell in starts]
        while waiting:
            number, low, high = waiting.pop()
            away = (cells[number][far] - x) * way
            bottom, top = y + low * away - NEAR, y + high * away + NEAR
            yield number, bottom, top, low, high
            if away <= NEAR:
                # The point is on the far side, and in the next cell as well.
                gaps = [gap for gap in portals[number] if gap.low - NEAR <= y <= gap.high + NEAR]
                waiting.extend((gap.cell, low, high) for gap in gaps)
                continue
            for other, begins, ends in portals[number]:
                if begins <= top and ends >= bottom:
                    floor, ceiling = (begins - y) / away, (ends - y) / away
                    floor, ceiling = floor if floor > low else low, ceiling if ceiling < high else high
                    if ceiling - floor < narrow * (1 + ceiling * floor):
                        steep = min(abs(floor), abs(ceiling))
                        if away * (1 + steep) > _CLEAR:
                            continue
                    waiting.append((other, floor, ceiling))


def _cones(corner: Corner) -> Iterator[tuple[float, float]]:
    """The slopes to the right in which a way from a corner is taut."""
    bounds = [-_STEEP, *sorted(y / x for x, y in (corner[2:4], corner[4:6]) if abs(x) > 1 / _STEEP), _STEEP]
    for low, high in pairwise(bounds):
        slope = (low + high) / 2 if high < _STEEP and low > -_STEEP else high - 1 if high < _STEEP else low + 1
        if low < high and corner.is_taut(1.0, slope if len(bounds) > 2 else 0.0):
            yield low, high
