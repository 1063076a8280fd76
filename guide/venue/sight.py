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
from guide.venue.mesh import NEAR, Cell, Mesh, Portal

_STEEP = 1e9  # as good as upright
_BESIDE = 5e-4  # metres off a corner at which it is looked what stands beside it
_SLACK = 1e-9  # of a unit: how much may be missing for a way to be taut


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

    A slope is metres upwards for a metre away from the point, be it to the left.
    """

    cell: int
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
        starts = [cell for cell in self.mesh.around(x, y) if x < self.mesh.cells[cell].right - NEAR]
        seen: set[int] = set()
        for low, high in _cones(me):
            for view in self._views(x, y, starts, 1, low, high):
                seen.update(self._shown(view))
        for cell in starts:
            seen.update(other for other in self._at_left[cell] if self.corners[other].y > y)
        for cell in self.mesh.around(x, y):
            if x >= self.mesh.cells[cell].right - NEAR:
                seen.update(other for other in self._at_right[cell] if self.corners[other].y > y)
        for other in seen:
            it = self.corners[other]
            dx, dy = it.x - x, it.y - y
            if (dx or dy) and me.is_taut(dx, dy) and it.is_taut(dx, dy):
                yield other, math.hypot(dx, dy)

    def views(self, x: float, y: float) -> list[View]:
        """Every cell that is seen from a point of the floor; a cell as often as there is a gap to see it through."""
        cells = self.mesh.around(x, y)
        right = [cell for cell in cells if x < self.mesh.cells[cell].right]
        left = [cell for cell in cells if x > self.mesh.cells[cell].left]
        return [
            *self._views(x, y, right, 1, -_STEEP, _STEEP),
            *self._views(x, y, left, -1, -_STEEP, _STEEP),
        ]

    def links(self, views: Iterable[View]) -> dict[int, float]:
        """The corners at which a way from a point may turn first, with the metres to them."""
        found: dict[int, float] = {}
        for view in views:
            for number in self._shown(view):
                if number in found:
                    continue
                corner = self.corners[number]
                dx, dy = corner.x - view.x, corner.y - view.y
                if corner.is_taut(dx, dy):
                    found[number] = math.hypot(dx, dy)
        return found

    def _shown(self, view: View) -> Iterator[int]:
        """The corners at the far side of a cell that are seen, and those that are right above or below."""
        cell = self.mesh.cells[view.cell]
        far, near = (self._at_right, self._at_left) if view.way > 0 else (self._at_left, self._at_right)
        away = (cell.right - view.x) if view.way > 0 else (view.x - cell.left)
        low, high = view.y + view.low * away - NEAR, view.y + view.high * away + NEAR
        for number in far[view.cell]:
            if low <= self.corners[number].y <= high:
                yield number
        # Right above or below a point in its own cell.
        edge = cell.left if view.way > 0 else cell.right
        if abs(view.x - edge) <= NEAR:
            yield from near[view.cell]

    def _views(self, x: float, y: float, starts: Iterable[int], way: int, low: float, high: float) -> Iterator[View]:
        cells, portals = self.mesh.cells, self.mesh.right if way > 0 else self.mesh.left
        waiting = [(cell, low, high) for cell in starts]
        while waiting:
            number, low, high = waiting.pop()
            yield View(number, x, y, low, high, way)
            gaps: list[Portal] = portals[number]
            if not gaps:
                continue
            cell: Cell = cells[number]
            away = cell.right - x if way > 0 else x - cell.left
            if away <= NEAR:
                waiting.extend((gap.cell, low, high) for gap in gaps if gap.low - NEAR <= y <= gap.high + NEAR)
                continue
            bottom, top = y + low * away - NEAR, y + high * away + NEAR
            for other, begins, ends in gaps:
                if begins <= top and ends >= bottom:
                    waiting.append((other, max(low, (begins - y) / away), min(high, (ends - y) / away)))


def _cones(corner: Corner) -> Iterator[tuple[float, float]]:
    """The slopes to the right in which a way from a corner is taut."""
    bounds = [-_STEEP, *sorted(y / x for x, y in (corner[2:4], corner[4:6]) if abs(x) > 1 / _STEEP), _STEEP]
    for low, high in pairwise(bounds):
        slope = (low + high) / 2 if high < _STEEP and low > -_STEEP else high - 1 if high < _STEEP else low + 1
        if low < high and corner.is_taut(1.0, slope if len(bounds) > 2 else 0.0):
            yield low, high
