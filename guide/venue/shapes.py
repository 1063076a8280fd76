"""Plane geometry of the halls: boxes, areas, where a name goes, one frame laid in another.

Metres everywhere, x to the east and y to the north of a hall's own frame.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from guide.catalogue.geometry import crossings, holds
from guide.catalogue.model import Point, Polygon


class Box(NamedTuple):
    """The upright rectangle around something."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def corners(self) -> Polygon:
        """The box as a polygon, against the clock."""
        return (
            (self.left, self.bottom),
            (self.right, self.bottom),
            (self.right, self.top),
            (self.left, self.top),
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two have a point in common, be it of their edges."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.bottom <= other.top
            and other.bottom <= self.top
        )

    def grown(self, by: float) -> "Box":
        """The box with that much more on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


def box_of(points: Iterable[Point]) -> Box:
    """The box around some points, of which there is at least one."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def around(boxes: Iterable[Box]) -> Box:
    """The box around some boxes, of which there is at least one."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def signed_area(polygon: Polygon) -> float:
    """Its area in square metres, negative where its corners run with the clock."""
    total = 0.0
    x1, y1 = polygon[-1]
    for x2, y2 in polygon:
        total += x1 * y2 - x2 * y1
        x1, y1 = x2, y2
    return total / 2


def inner_point(polygon: Polygon) -> Point:
    """A point well inside a polygon, where its name may stand: the middle of its box where that is inside.

    Else the middle of the longest stretch inside it on a line through one of its thirds or its middle.
    """
    box = box_of(polygon)
    if holds(polygon, box.middle):
        return box.middle
    best, point = -1.0, polygon[0]
    for share in (1 / 2, 1 / 3, 2 / 3, 1 / 6, 5 / 6):
        y = box.bottom + box.height * share
        xs = crossings(polygon, y)
        for left, right in zip(xs[::2], xs[1::2], strict=False):
            if right - left > best:
                best, point = right - left, ((left + right) / 2, y)
    return point


class Frame(NamedTuple):
    """How a hall lies on the site: its own origin there, turned by an angle."""

    x: float = 0.0
    y: float = 0.0
    angle: float = 0.0  # degrees against the clock

    def to_site(self, point: Point) -> Point:
        """A point of the hall on the site."""
        if not self.angle:
            return self.x + point[0], self.y + point[1]
        turn = math.radians(self.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        return self.x + point[0] * cos - point[1] * sin, self.y + point[0] * sin + point[1] * cos

    def to_hall(self, point: Point) -> Point:
        """A point of the site in the hall's own frame."""
        x, y = point[0] - self.x, point[1] - self.y
        if not self.angle:
            return x, y
        turn = math.radians(self.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        return x * cos + y * sin, y * cos - x * sin

    def shape(self, polygon: Polygon) -> Polygon:
        """A polygon of the hall on the site."""
        return tuple(self.to_site(point) for point in polygon)
