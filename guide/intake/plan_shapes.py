"""Shapes of others' plans: from degrees to metres, without corners that say nothing, turned into their hall's frame.

Degrees become metres on the plane that touches the earth at the middle of the plan (WGS 84); over the two kilometres
of the largest fairground that is off by less than a millimetre a metre.
"""

import math
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Any, NamedTuple

from guide.catalogue.geometry import is_flat, is_simple
from guide.catalogue.model import Point, Polygon

CORNERS = 400
"""Corners that a shape keeps."""

_READ = 4 * CORNERS  # corners that are looked at closely
_SAME = 0.01  # metres within which two corners are one, and three lie on a line
_ROUNDS = 50  # in which corners go that say nothing; a drawn shape needs two
_SLANT = 0.03  # metres that a side may be off the upright
_SEMI_MAJOR, _ECCENTRICITY2 = 6_378_137.0, 0.00669437999014  # WGS 84


class Shape(NamedTuple):
    """A polygon that a catalogue can hold, () for none; a code of what was odd, "" for nothing, and its values."""

    polygon: Polygon
    code: str = ""
    values: tuple[tuple[str, Any], ...] = ()


def metres(lon: float, lat: float, centre: Point) -> Point:
    """A place on the earth as metres east and north of a centre, all in degrees."""
    phi = math.radians(centre[1])
    bent = 1 - _ECCENTRICITY2 * math.sin(phi) ** 2
    east = math.radians(lon - centre[0]) * _SEMI_MAJOR / math.sqrt(bent) * math.cos(phi)
    north = math.radians(lat - centre[1]) * _SEMI_MAJOR * (1 - _ECCENTRICITY2) / bent**1.5
    return east, north


def degrees_of_mercator(x: float, y: float) -> Point:
    """Longitude and latitude of a place in the metres of web maps (EPSG:3857)."""
    lat = math.degrees(2 * math.atan(math.exp(min(max(y / _SEMI_MAJOR, -20), 20))) - math.pi / 2)
    return math.degrees(x / _SEMI_MAJOR), lat


def shaped(ring: Sequence[Point]) -> Shape:
    """A ring of corners in metres as a polygon to the centimetre.

    Corners that stand twice or on a line between their neighbours go; of more than :data:`CORNERS` those go that
    move the edge least (Douglas and Peucker, 1973). One that crosses itself or has no area comes to nothing.
    """
    count = len(ring)
    points = _thinned(ring)
    corners = _tidied(points)
    if len(corners) < 3 or is_flat(corners):
        return Shape((), "I061")
    moved = 0.0
    if len(corners) > CORNERS:
        kept, moved = _simplified(corners)
        corners = _tidied(kept)
        if len(corners) < 3 or is_flat(corners):
            return Shape((), "I061")
    if not is_simple(corners):
        return Shape((), "I060")
    if moved or len(points) < count:
        said = (("count", count), ("kept", len(corners)), ("metres", f"{max(moved, _SAME):.2f}"))
        return Shape(corners, "I062", said)
    return Shape(corners)


def squared(ring: Sequence[Point]) -> Polygon:
    """A ring in the frame of its hall as a polygon, () for none: sides that are all but upright or level become so.

    Degrees of seven places and turned halls leave such sides a centimetre or two off.
    """
    points = [list(point) for point in ring]
    for axis in (0, 1):
        slanting = [at for at in range(len(points)) if abs(points[at][axis] - points[at - 1][axis]) > _SLANT]
        begin = slanting[0] if slanting else 0
        for step in range(1, len(points)):
            at, before = (begin + step) % len(points), (begin + step - 1) % len(points)
            along = abs(points[at][1 - axis] - points[before][1 - axis])
            if abs(points[at][axis] - points[before][axis]) <= _SLANT < along / 5:
                points[at][axis] = points[before][axis]
    polygon = shaped([(x, y) for x, y in points]).polygon
    return polygon or shaped(ring).polygon


def _thinned(ring: Sequence[Point]) -> Sequence[Point]:
    """The ring without corners nearer to one another than what lets a few thousand of them remain."""
    apart = _SAME
    while len(ring) > _READ:
        kept = [ring[0]]
        for point in ring:
            if math.dist(point, kept[-1]) >= apart:
                kept.append(point)
        if len(kept) == len(ring) or len(kept) > _READ:
            apart *= 2
        ring = kept
    return ring


def _tidied(ring: Sequence[Point]) -> Polygon:
    """The corners to the centimetre that say something: none twice, none on a line with its neighbours."""
    points = [(round(x, 2) + 0.0, round(y, 2) + 0.0) for x, y in ring]
    kept: list[Point] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    for _ in range(_ROUNDS):
        made: list[Point] = []
        for number, point in enumerate(kept):
            before, after = made[-1] if made else kept[-1], kept[(number + 1) % len(kept)]
            if point != before and _off(point, before, after) >= _SAME / 2:
                made.append(point)
        if len(made) == len(kept) or len(made) < 3:
            return tuple(made)
        kept = made
    return tuple(kept)


def _off(point: Point, a: Point, b: Point) -> float:
    """The metres from a point to the line through two others; 0 where those are one, since it only runs to and fro."""
    length = math.dist(a, b)
    if length < _SAME / 2:
        return 0.0
    return abs((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])) / length


def _simplified(points: Sequence[Point]) -> tuple[list[Point], float]:
    """The corners that move the edge most, and by how many metres the others do at most."""
    far = max(range(len(points)), key=lambda at: math.dist(points[0], points[at]))
    closed = [*points, points[0]]
    kept = {0, far}
    pieces: list[tuple[float, int, int, int]] = []

    def split(begin: int, end: int) -> None:
        inner = range(begin + 1, end)
        if inner:
            off = [_distance(closed[at], closed[begin], closed[end]) for at in inner]
            worst = max(off)
            heappush(pieces, (-worst, begin, begin + 1 + off.index(worst), end))

    split(0, far)
    split(far, len(points))
    while pieces and len(kept) < CORNERS:
        _, begin, at, end = heappop(pieces)
        kept.add(at)
        split(begin, at)
        split(at, end)
    return [points[at] for at in sorted(kept)], -pieces[0][0] if pieces else 0.0


def _distance(point: Point, a: Point, b: Point) -> float:
    return math.dist(point, nearest(point, a, b))


def nearest(point: Point, a: Point, b: Point) -> Point:
    """The point of a side that is nearest to a point."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return a[0] + t * dx, a[1] + t * dy


def onto(polygon: Polygon, point: Point) -> Point:
    """The point of a polygon's edge that is nearest to a point."""
    sides = ((polygon[number - 1], polygon[number]) for number in range(len(polygon)))
    return min((nearest(point, a, b) for a, b in sides), key=lambda each: math.dist(each, point))


def area(ring: Sequence[Point]) -> float:
    """The area of a ring in square metres."""
    sums = ((ring[n - 1][0] * ring[n][1] - ring[n][0] * ring[n - 1][1]) for n in range(len(ring)))
    return abs(math.fsum(sums)) / 2


def middle(points: Sequence[Point]) -> Point:
    """The middle of what is around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def turn_of(polygons: Iterable[Polygon]) -> float:
    """By how many degrees, from -45 to 45, the sides of shapes are turned against the axes, the long ones first.

    Sides count by their length; 0 where they have no common direction, or hardly any.
    """
    east = north = whole = 0.0
    for polygon in polygons:
        for number, (x, y) in enumerate(polygon):
            dx, dy = x - polygon[number - 1][0], y - polygon[number - 1][1]
            length = math.hypot(dx, dy)
            angle = 4 * math.atan2(dy, dx)  # a quarter turn more is the same
            east, north, whole = east + length * math.cos(angle), north + length * math.sin(angle), whole + length
    if whole == 0 or math.hypot(east, north) < 0.5 * whole:
        return 0.0
    turned = round(math.degrees(math.atan2(north, east)) / 4, 2)
    return turned if abs(turned) >= 0.1 else 0.0
