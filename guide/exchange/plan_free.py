"""Where there is still room on a picture of a plan: signs and words keep off what stands there already."""

import math
from collections.abc import Iterable, Iterator, Sequence

from guide.catalogue.geometry import holds
from guide.catalogue.model import Point, Polygon
from guide.venue.shapes import Box, box_of

_FARTHEST = 8  # sides of a sign that it steps aside at most


class Free:
    """What is taken of a picture, all of it in units of paper; nothing is free beyond ``bounds``.

    ``shapes`` stand on the ground, ``boxes`` are the signs and words above it, a list that grows and that several
    may share.
    """

    def __init__(self, bounds: Box, shapes: Iterable[Polygon] = (), boxes: list[Box] | None = None) -> None:
        self._bounds = bounds
        self._shapes = [(box_of(shape), shape) for shape in shapes]
        self._boxes = [] if boxes is None else boxes

    def take(self, box: Box) -> None:
        """Nothing else may lie there from now on."""
        self._boxes.append(box)

    def has(self, box: Box) -> bool:
        """Whether nothing lies on a rectangle yet."""
        return (
            self._bounds.left <= box.left
            and self._bounds.bottom <= box.bottom
            and box.right <= self._bounds.right
            and box.top <= self._bounds.top
            and self.unsigned(box)
            and not any(around.meets(box) and touches(shape, box) for around, shape in self._shapes)
        )

    def unsigned(self, box: Box) -> bool:
        """Whether no sign and no word lies on a rectangle, whatever stands on the ground."""
        return not any(taken.meets(box) for taken in self._boxes)

    def near(self, at: Point, side: float, within: Polygon) -> Point | None:
        """The point, else the nearest one within a shape around which a sign of that side is free; None without one."""
        reach = Box(*at, *at).grown((_FARTHEST + 1) * side)
        shapes = (shape for around, shape in self._shapes if around.meets(reach))
        close = Free(self._bounds, shapes, [box for box in self._boxes if box.meets(reach)])
        for spot in _around(at, side):
            box = Box(*spot, *spot).grown(side / 2)
            if close.has(box) and all(holds(within, corner) for corner in box.corners):
                return spot
        return None

    def unsigned_near(self, at: Point, side: float) -> Point:
        """The point, else the nearest one that no other sign is at; the point where there is none."""
        return next((spot for spot in _around(at, side) if self.unsigned(Box(*spot, *spot).grown(side / 2))), at)


def _around(at: Point, side: float) -> Iterator[Point]:
    """The point and those around it, half a side apart, the nearest first."""
    steps = range(-2 * _FARTHEST, 2 * _FARTHEST + 1)
    for across, down in sorted(((x, y) for x in steps for y in steps), key=lambda step: math.hypot(*step)):
        yield at[0] + across * side / 2, at[1] + down * side / 2


def touches(shape: Polygon, box: Box) -> bool:
    """Whether a polygon and a rectangle have ground in common."""
    if holds(shape, box.middle):
        return True
    start = shape[-1]
    for end in shape:
        if _crosses(start, end, box):
            return True
        start = end
    return False


def _crosses(start: Point, end: Point, box: Box) -> bool:
    """Whether a line passes through a rectangle (Liang and Barsky 1984: what the four sides leave of it)."""
    first, last = 0.0, 1.0
    for axis, low, high in ((0, box.left, box.right), (1, box.bottom, box.top)):
        way = end[axis] - start[axis]
        if not way:
            if not low < start[axis] < high:
                return False
            continue
        enters, leaves = sorted(((low - start[axis]) / way, (high - start[axis]) / way))
        first, last = max(first, enters), min(last, leaves)
    return first < last


def outwards(outline: Sequence[Point], at: Point) -> tuple[float, float, float]:
    """How far the nearest side of an outline is from a point, and the direction out of it there, of length 1."""
    best, found = math.inf, (0.0, -1.0)
    x1, y1 = outline[-1]
    for x2, y2 in outline:
        long = math.hypot(x2 - x1, y2 - y1)
        if long:
            share = ((at[0] - x1) * (x2 - x1) + (at[1] - y1) * (y2 - y1)) / long**2
            share = min(max(share, 0.0), 1.0)
            foot = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
            far = math.dist(at, foot)
            if far < best:
                out = (y2 - y1) / long, (x1 - x2) / long
                step = foot[0] + out[0], foot[1] + out[1]
                best, found = far, (-out[0], -out[1]) if holds(tuple(outline), step) else out
        x1, y1 = x2, y2
    return best, *found
