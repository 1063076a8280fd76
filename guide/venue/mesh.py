"""The free floor of a hall cut into cells: upright trapezoids that touch along upright lines.

A line is swept from left to right; between two neighbouring places where something begins, ends or crosses, the
sides that are there have one order, and it is counted from below what covers the floor (the vertical
decomposition of de Berg et al., "Computational Geometry", ch. 6, by slabs instead of a search structure). What
touches, overlaps, lies within another or stands twice needs no care: it is only counted higher.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from guide.catalogue.model import Point, Polygon

THIN = 1e-3
"""Metres: a gap that is less is none."""

NEAR = 1e-4
"""Metres by which a point may miss a cell and still be on its edge."""


class Cell(NamedTuple):
    """A trapezoid with upright sides at ``left`` and ``right``, from its floor up to its ceiling."""

    left: float
    right: float
    low_left: float
    low_right: float
    high_left: float
    high_right: float


class Portal(NamedTuple):
    """Where a cell touches the next one: its number, and from where to where along the upright side."""

    cell: int
    low: float
    high: float


class _Side(NamedTuple):
    """A side of a shape that is not upright, from left to right; ``turn`` is 1 where its inside is above it."""

    x1: float
    y1: float
    x2: float
    y2: float
    rise: float
    shape: int
    turn: int

    def at(self, x: float) -> float:
        return self.y1 + (x - self.x1) * self.rise


class Mesh:
    """The cells of what lies inside an outline and outside every obstacle, with their portals to right and left."""

    cells: list[Cell]
    right: list[list[Portal]]
    left: list[list[Portal]]
    parts: list[int]
    """Which connected part of the floor a cell belongs to: the number of one of its cells."""

    def __init__(self, outline: Polygon, obstacles: Sequence[Polygon]) -> None:
        """Shapes with their corners against the clock, as :func:`guide.venue.grown.grown` gives them."""
        sides = list(_sides([outline, *obstacles]))
        self._xs = _cuts([outline, *obstacles], sides)
        self._slabs: list[list[int]] = []
        self.cells = self._swept(sides, 1 + len(obstacles))
        self.right, self.left = self._joined()
        self.parts = self._parted()

    def _swept(self, sides: list[_Side], shapes: int) -> list[Cell]:
        waiting = sorted(sides, reverse=True)
        active: list[_Side] = []
        turns = [0] * shapes
        made: list[list[float]] = []
        opened: dict[tuple[object, object], int] = {}
        for a, b in pairwise(self._xs):
            middle = (a + b) / 2
            active = [side for side in active if side.x2 > middle]
            while waiting and waiting[-1].x1 < middle:
                side = waiting.pop()
                if side.x2 > middle:
                    active.append(side)
            still: dict[tuple[object, object], int] = {}
            for low, high in _gaps(sorted(active, key=lambda side: side.y1 + (middle - side.x1) * side.rise), turns):
                key = (low.y1 if low.y1 == low.y2 else low, high.y1 if high.y1 == high.y2 else high)
                number = opened.get(key)
                if number is not None:
                    made[number][1], made[number][3], made[number][5] = b, low.at(b), high.at(b)
                else:
                    cell = [a, b, low.at(a), low.at(b), high.at(a), high.at(b)]
                    if cell[4] - cell[2] < THIN and cell[5] - cell[3] < THIN:
                        continue
                    number = len(made)
                    made.append(cell)
                still[key] = number
            self._slabs.append(list(still.values()))
            opened = still
        return [Cell(*cell) for cell in made]

    def _joined(self) -> tuple[list[list[Portal]], list[list[Portal]]]:
        right: list[list[Portal]] = [[] for _ in self.cells]
        left: list[list[Portal]] = [[] for _ in self.cells]
        begins: dict[float, list[int]] = {}
        for number, cell in enumerate(self.cells):
            begins.setdefault(cell.left, []).append(number)
        for number, cell in enumerate(self.cells):
            for other in begins.get(cell.right, ()):
                there = self.cells[other]
                low, high = max(cell.low_right, there.low_left), min(cell.high_right, there.high_left)
                if high - low >= THIN:
                    right[number].append(Portal(other, low, high))
                    left[other].append(Portal(number, low, high))
        return right, left

    def _parted(self) -> list[int]:
        parts = [-1] * len(self.cells)
        for start in range(len(parts)):
            if parts[start] >= 0:
                continue
            parts[start] = start
            reached = [start]
            for number in reached:
                for portal in (*self.right[number], *self.left[number]):
                    if parts[portal.cell] < 0:
                        parts[portal.cell] = start
                        reached.append(portal.cell)
        return parts

    def around(self, x: float, y: float, slack: float = NEAR) -> list[int]:
        """The cells that hold a point, be it on their edge: none where something stands."""
        slab = bisect_right(self._xs, x) - 1
        near = set()
        for each in (slab - 1, slab, slab + 1):
            if 0 <= each < len(self._slabs) and self._xs[each] - slack <= x <= self._xs[each + 1] + slack:
                near.update(self._slabs[each])
        return sorted(number for number in near if _holds(self.cells[number], x, y, slack))

    def is_free(self, x: float, y: float) -> bool:
        """Whether nothing stands at a point."""
        slab = bisect_right(self._xs, x) - 1
        if not 0 <= slab < len(self._slabs):
            return False
        return any(_holds(self.cells[number], x, y, 0.0) for number in self._slabs[slab])

    def free_along(self, a: Point, b: Point) -> list[tuple[Point, Point]]:
        """The stretches of a line where nothing stands, be it that it runs along what does; from ``a`` to ``b``."""
        left, right = min(a[0], b[0]) - NEAR, max(a[0], b[0]) + NEAR
        first, last = bisect_right(self._xs, left) - 1, bisect_right(self._xs, right)
        near = {number for slab in self._slabs[max(first, 0) : last] for number in slab}
        kept: list[list[float]] = []
        for begins, ends in sorted(filter(None, (_clipped(self.cells[number], a, b) for number in near))):
            if kept and begins <= kept[-1][1] + NEAR:
                kept[-1][1] = max(kept[-1][1], ends)
            else:
                kept.append([begins, ends])
        dx, dy = b[0] - a[0], b[1] - a[1]
        return [
            ((a[0] + dx * begins, a[1] + dy * begins), (a[0] + dx * ends, a[1] + dy * ends))
            for begins, ends in kept
            if (ends - begins) * math.hypot(dx, dy) > NEAR
        ]

    def sees(self, a: Point, b: Point) -> bool:
        """Whether the straight line between two points of the floor crosses nothing, be it that it runs along it."""
        (x, y), (end, _) = sorted((a, b))
        rise = (max(a, b)[1] - y) / (end - x) if end > x else 0.0
        if end - x <= NEAR:
            return bool(set(self.around(*a)) & set(self.around(*b)))
        waiting = [cell for cell in self.around(x, y) if x < self.cells[cell].right]
        while waiting:
            number = waiting.pop()
            right = self.cells[number].right
            if right >= end - NEAR:
                if _holds(self.cells[number], end, y + rise * (end - x), NEAR):
                    return True
                continue
            there = y + rise * (right - x)
            for other, low, high in self.right[number]:
                if low - NEAR <= there <= high + NEAR:
                    waiting.append(other)
        return False

    def nearest(self, point: Point, cells: Iterable[int] | None = None) -> Point | None:
        """The point of some cells, or of all, that is nearest to a point; None where there is no cell."""
        best, found = math.inf, None
        x, y = point
        for number in range(len(self.cells)) if cells is None else cells:
            cell = self.cells[number]
            # No point of the cell is nearer than its box.
            dx = max(cell.left - x, x - cell.right, 0.0)
            dy = max(min(cell.low_left, cell.low_right) - y, y - max(cell.high_left, cell.high_right), 0.0)
            if dx * dx + dy * dy >= best:
                continue
            near = _nearest_of(cell, x, y)
            distance = (near[0] - x) ** 2 + (near[1] - y) ** 2
            if distance < best:
                best, found = distance, near
        return found


def _sides(shapes: Sequence[Polygon]) -> Iterable[_Side]:
    for number, shape in enumerate(shapes):
        for at, (x2, y2) in enumerate(shape):
            x1, y1 = shape[at - 1]
            if x1 < x2:
                yield _Side(x1, y1, x2, y2, (y2 - y1) / (x2 - x1), number, 1)
            elif x1 > x2:
                yield _Side(x2, y2, x1, y1, (y1 - y2) / (x1 - x2), number, -1)


def _cuts(shapes: Sequence[Polygon], sides: Sequence[_Side]) -> list[float]:
    """Where the order of the sides may change: at corners and crossings, from left to right, none too close."""
    corners = sorted({x for shape in shapes for x, _ in shape})
    kept: list[float] = []
    fixed = set(corners)
    for x in sorted(fixed.union(_crossings(sides))):
        if not kept or x - kept[-1] > NEAR:
            kept.append(x)
        elif x in fixed:
            kept[-1] = x
    return kept


def _crossings(sides: Sequence[_Side]) -> Iterable[float]:
    """Where sides cross; two level ones never do."""
    near: list[_Side] = []
    for side in sorted(sides):
        near = [other for other in near if other.x2 > side.x1]
        low, high = min(side.y1, side.y2), max(side.y1, side.y2)
        for other in near:
            if side.rise == other.rise or max(other.y1, other.y2) < low or min(other.y1, other.y2) > high:
                continue
            x = (other.y1 - other.rise * other.x1 - side.y1 + side.rise * side.x1) / (side.rise - other.rise)
            if side.x1 < x < min(side.x2, other.x2):
                yield x
        near.append(side)


def _gaps(sides: Iterable[_Side], turns: list[int]) -> Iterable[tuple[_Side, _Side]]:
    """The free stretches of a slab between two of its sides, upwards; ``turns`` are zeros, before and after.

    Shape 0 is the outline: free is what it goes round and no other does.
    """
    covers = 0
    low: _Side | None = None
    for side in sides:
        was = turns[side.shape]
        now = turns[side.shape] = was + side.turn
        if side.shape:
            covers += (now != 0) - (was != 0)
        free = covers == 0 and turns[0] > 0
        if low is not None and not free:
            yield low, side
            low = None
        elif low is None and free:
            low = side
    for side in sides:
        turns[side.shape] = 0


def _holds(cell: Cell, x: float, y: float, slack: float) -> bool:
    if not cell.left - slack <= x <= cell.right + slack:
        return False
    share = (x - cell.left) / (cell.right - cell.left)
    low = cell.low_left + (cell.low_right - cell.low_left) * share
    high = cell.high_left + (cell.high_right - cell.high_left) * share
    return low - slack <= y <= high + slack


def _clipped(cell: Cell, a: Point, b: Point) -> tuple[float, float] | None:
    """The part of a line that lies in a cell, as shares of its length."""
    width = cell.right - cell.left
    low, high = (cell.low_right - cell.low_left) / width, (cell.high_right - cell.high_left) / width
    begins, ends = 0.0, 1.0
    for at_a, at_b in (
        (a[0] - cell.left, b[0] - cell.left),
        (cell.right - a[0], cell.right - b[0]),
        (a[1] - cell.low_left - low * (a[0] - cell.left), b[1] - cell.low_left - low * (b[0] - cell.left)),
        (cell.high_left + high * (a[0] - cell.left) - a[1], cell.high_left + high * (b[0] - cell.left) - b[1]),
    ):
        inside_a, inside_b = at_a + NEAR, at_b + NEAR
        if inside_a < 0 and inside_b < 0:
            return None
        if inside_a < 0:
            begins = max(begins, inside_a / (inside_a - inside_b))
        elif inside_b < 0:
            ends = min(ends, inside_a / (inside_a - inside_b))
    return (begins, ends) if begins < ends else None


def _nearest_of(cell: Cell, x: float, y: float) -> Point:
    if _holds(cell, x, y, 0.0):
        return x, y
    corners = (
        (cell.left, cell.low_left),
        (cell.right, cell.low_right),
        (cell.right, cell.high_right),
        (cell.left, cell.high_left),
    )
    best, found = math.inf, corners[0]
    for at, b in enumerate(corners):
        near = nearest_on(corners[at - 1], b, (x, y))
        distance = (near[0] - x) ** 2 + (near[1] - y) ** 2
        if distance < best:
            best, found = distance, near
    return found


def nearest_on(a: Point, b: Point, point: Point) -> Point:
    """The point of a stretch that is nearest to a point."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = 0.0 if not square else ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square
    share = min(max(share, 0.0), 1.0)
    return a[0] + dx * share, a[1] + dy * share
