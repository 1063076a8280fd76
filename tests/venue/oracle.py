"""The shortest way by brute force: a fine grid, from node to node in 32 directions (A*), to judge the real ones by."""

import math
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import pairwise

from guide.catalogue.geometry import holds
from guide.catalogue.model import Point, Polygon
from guide.venue.floors import Floor
from guide.venue.mesh import nearest_on
from guide.venue.shapes import box_of

_MOVES = [
    (x, y) for x in range(-3, 4) for y in range(-3, 4) if math.gcd(x, y) == 1 and abs(x) + abs(y) <= 5
]  # 32 directions


class Grid:
    """The nodes of a hall that keep a distance from everything; ``step`` and ``clearance`` in metres."""

    def __init__(self, floor: Floor, step: float = 0.25, clearance: float = 0.2) -> None:
        self.step, self.box = step, floor.box
        self.columns = int(floor.box.width / step) + 1
        self.rows = int(floor.box.height / step) + 1
        self.free = bytearray(self.columns * self.rows)
        for node in self._inside(floor.outline):
            self.free[node] = 1
        for shape in (*(plot.shape for plot in floor.plots), *floor.walls, *floor.blocks):
            for node in self._inside(shape):
                self.free[node] = 0
            self._keep_off(shape, clearance)
        self._keep_off(floor.outline, clearance)
        self._between = {move: list(_touched(*move)) for move in _MOVES}

    def _inside(self, shape: Polygon) -> Iterator[int]:
        box = box_of(shape)
        for row in range(
            max(math.floor((box.bottom - self.box.bottom) / self.step), 0),
            min(math.ceil((box.top - self.box.bottom) / self.step), self.rows - 1) + 1,
        ):
            y = self.box.bottom + row * self.step
            crossed = sorted(
                (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in _sides(shape) if (y1 > y) != (y2 > y)
            )
            for left, right in zip(crossed[::2], crossed[1::2], strict=True):
                first = max(math.ceil((left - self.box.left) / self.step), 0)
                last = min(math.floor((right - self.box.left) / self.step), self.columns - 1)
                yield from range(row * self.columns + first, row * self.columns + last + 1)

    def _keep_off(self, shape: Polygon, clearance: float) -> None:
        for a, b in _sides(shape):
            for column in self._along(min(a[0], b[0]) - clearance - self.box.left, abs(a[0] - b[0]) + 2 * clearance):
                for row in self._along(min(a[1], b[1]) - clearance - self.box.bottom, abs(a[1] - b[1]) + 2 * clearance):
                    if column < self.columns and row < self.rows:
                        point = self.point(row * self.columns + column)
                        if math.dist(nearest_on(a, b, point), point) < clearance:
                            self.free[row * self.columns + column] = 0

    def _along(self, start: float, length: float) -> range:
        return range(max(math.floor(start / self.step), 0), math.ceil((start + length) / self.step) + 1)

    def point(self, node: int) -> Point:
        """Where a node lies."""
        return (
            self.box.left + node % self.columns * self.step,
            self.box.bottom + node // self.columns * self.step,
        )

    def node(self, point: Point) -> int:
        """The node next to a point."""
        column = round((point[0] - self.box.left) / self.step)
        row = round((point[1] - self.box.bottom) / self.step)
        return row * self.columns + column

    def length(self, start: Point, goal: Point) -> float:
        """Metres from a node to another, both given by their points; infinite where there is no way."""
        first, last = self.node(start), self.node(goal)
        if not (self.free[first] and self.free[last]):
            return math.inf
        gx, gy = last % self.columns, last // self.columns
        best = {first: 0.0}
        heap = [(0.0, first)]
        done = set()
        while heap:
            _, node = heappop(heap)
            if node == last:
                return best[node] * self.step
            if node in done:
                continue
            done.add(node)
            x, y = node % self.columns, node // self.columns
            for (dx, dy), between in self._between.items():
                if not (0 <= x + dx < self.columns and 0 <= y + dy < self.rows):
                    continue
                if not all(self.free[node + oy * self.columns + ox] for ox, oy in between):
                    continue
                other = node + dy * self.columns + dx
                there = best[node] + math.hypot(dx, dy)
                if there < best.get(other, math.inf):
                    best[other] = there
                    heappush(heap, (there + math.hypot(x + dx - gx, y + dy - gy), other))
        return math.inf


def _sides(shape: Polygon) -> Iterator[tuple[Point, Point]]:
    return ((shape[at - 1], shape[at]) for at in range(len(shape)))


def _touched(dx: int, dy: int) -> Iterator[tuple[int, int]]:
    """The nodes beside a step, its end among them: none of them may be taken for the step to be clear."""
    most = max(abs(dx), abs(dy))
    seen = {(dx, dy)}
    for n in range(1, most):
        x, y = dx * n / most, dy * n / most
        seen |= {(fx, fy) for fx in {math.floor(x), math.ceil(x)} for fy in {math.floor(y), math.ceil(y)}}
    return iter(seen)


def is_clear(floor: Floor, points: tuple[Point, ...], apart: float = 0.05) -> bool:
    """Whether every point of a walk, looked at every few centimetres, lies in the hall and in nothing that stands."""
    shapes = [*(plot.shape for plot in floor.plots), *floor.walls, *floor.blocks]
    boxed = [(box_of(shape), shape) for shape in shapes]
    for a, b in pairwise(points):
        steps = max(math.ceil(math.dist(a, b) / apart), 1)
        for n in range(steps + 1):
            x, y = a[0] + (b[0] - a[0]) * n / steps, a[1] + (b[1] - a[1]) * n / steps
            if not holds(floor.outline, (x, y)):
                return False
            for box, shape in boxed:
                if box.left < x < box.right and box.bottom < y < box.top and holds(shape, (x, y)):
                    return False
    return True
