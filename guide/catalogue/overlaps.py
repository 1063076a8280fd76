"""Which shapes lie on one another, found by a sweep over sorted boxes and not by trying every pair."""

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import Generic, TypeVar

from guide.catalogue.geometry import Bounds, bounds, crossings
from guide.catalogue.model import Polygon

DEEP = 0.05
"""Metres by which two shapes may reach into one another before it is a mistake: a plan is drawn by hand."""

_TRIES = 50_000  # pairs whose boxes meet: 5,000 stands in slanting rows have 30,000
_STRIPS = 16

K = TypeVar("K")


class Shelf(Generic[K]):
    """Shapes by key, to be found by place: sorted by their left end."""

    def __init__(self, shapes: Sequence[tuple[K, Polygon]]) -> None:
        boxed = [(bounds(shape), n) for n, (_, shape) in enumerate(shapes)]
        boxed.sort()
        self.boxes = [box for box, _ in boxed]
        self.items = [shapes[n] for _, n in boxed]
        self._lefts = [box[0] for box in self.boxes]
        self._widest = max((box[2] - box[0] for box in self.boxes), default=0.0)

    def near(self, box: Bounds) -> Iterator[tuple[K, Polygon]]:
        """The shapes whose boxes meet a box."""
        start = bisect_left(self._lefts, box[0] - self._widest)
        for n in range(start, bisect_right(self._lefts, box[2])):
            there = self.boxes[n]
            if there[2] >= box[0] and there[1] <= box[3] and there[3] >= box[1]:
                yield self.items[n]


def overlaps(shelf: Shelf[K]) -> Iterator[tuple[K, K, float]]:
    """Pairs of shapes that lie on one another, with the square metres that belong to both.

    Each shape is named with at most one of those west of it, so that a plan drawn twice gives a line for each shape
    and no more. After 50,000 pairs whose boxes meet the search ends: that is no plan of a fair.

    A line sweeps from left to right. Those that it meets are kept by their lower ends, so that only what is at the
    same height is looked at: n log n for shapes of about one size.
    """
    active: list[tuple[float, int]] = []  # lower end, number
    ends: list[tuple[float, float, int]] = []  # right end, lower end, number
    highest, tries = 0.0, 0
    for number, (left, low, right, high) in enumerate(shelf.boxes):
        while ends and ends[0][0] <= left + DEEP:
            _, lower, gone = heappop(ends)
            del active[bisect_left(active, (lower, gone))]
        start = bisect_left(active, (low - highest, -1))
        for _, other in active[start : bisect_left(active, (high - DEEP, -1))]:
            if shelf.boxes[other][3] <= low + DEEP:
                continue
            tries += 1
            if tries > _TRIES:
                return
            area = _common(shelf, number, other)
            if area:
                yield shelf.items[number][0], shelf.items[other][0], area
                break
        insort(active, (low, number))
        heappush(ends, (right, low, number))
        highest = max(highest, high - low)


def _common(shelf: Shelf[K], one: int, two: int) -> float:
    """The square metres that two shapes have in common; 0 where they reach no deeper than :data:`DEEP`."""
    first, second = shelf.boxes[one], shelf.boxes[two]
    left, low = max(first[0], second[0]), max(first[1], second[1])
    right, high = min(first[2], second[2]), min(first[3], second[3])
    wide, tall = right - left, high - low
    if min(wide, tall) <= DEEP:
        return 0.0
    shape, other = shelf.items[one][1], shelf.items[two][1]
    if _is_box(shape, first) and _is_box(other, second):
        return wide * tall
    if _divided(shape, other) or _divided(other, shape):
        return 0.0
    strip = tall / _STRIPS
    area = sum(_shared(shape, other, low + (n + 0.5) * strip) for n in range(_STRIPS)) * strip
    return area if area > DEEP * max(wide, tall) else 0.0


def _is_box(shape: Polygon, box: Bounds) -> bool:
    return len(shape) == 4 and all(x in (box[0], box[2]) and y in (box[1], box[3]) for x, y in shape)


def _divided(one: Polygon, two: Polygon) -> bool:
    """Whether the line along some side of a shape has the shape on one side and the other shape beyond it."""
    x1, y1 = one[-1]
    for x2, y2 in one:
        dx, dy = x2 - x1, y2 - y1
        deep = DEEP * math.hypot(dx, dy)
        mine = [dx * (y - y1) - dy * (x - x1) for x, y in one]
        if min(mine) >= -deep / 50:
            if all(dx * (y - y1) - dy * (x - x1) <= deep for x, y in two):
                return True
        elif max(mine) <= deep / 50 and all(dx * (y - y1) - dy * (x - x1) >= -deep for x, y in two):
            return True
        x1, y1 = x2, y2
    return False


def _shared(one: Polygon, two: Polygon, y: float) -> float:
    """The length on a level line that is inside both shapes."""
    first, second = crossings(one, y), crossings(two, y)
    total = 0.0
    for start, end in zip(first[::2], first[1::2], strict=False):
        for begin, stop in zip(second[::2], second[1::2], strict=False):
            total += max(min(end, stop) - max(start, begin), 0.0)
    return total
