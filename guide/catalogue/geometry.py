"""Whether a polygon is one: enough corners, an edge that does not cross itself, inside another."""

import math

from guide.catalogue.model import Point, Polygon

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_THIN = 0.0001  # metres
_NEAR = 0.01  # metres: what a hand-drawn plan may be off


def is_simple(polygon: Polygon) -> bool:
    """Whether no two sides meet but neighbours in their corner.

    Sides are sorted by their left end and compared only while their spans overlap (sweep and prune).
    """
    count = len(polygon)
    sides = []
    for n in range(count):
        a, b = polygon[n], polygon[(n + 1) % count]
        if a == b:
            return False
        sides.append((min(a[0], b[0]), max(a[0], b[0]), n, a, b))
    sides.sort()
    for k, (_, right, n, a, b) in enumerate(sides):
        for left, _, m, c, d in sides[k + 1 :]:
            if left > right:
                break
            if (n + 1) % count == m or (m + 1) % count == n:
                if _folds_back(a, b, c, d):
                    return False
            elif _meet(a, b, c, d):
                return False
    return True


def is_flat(polygon: Polygon) -> bool:
    """Whether all corners lie on one line, within a tenth of a millimetre, so that nothing is between them."""
    first = polygon[0]
    far = max(polygon, key=lambda point: (point[0] - first[0]) ** 2 + (point[1] - first[1]) ** 2)
    length = math.dist(first, far)
    return all(abs(_turn(first, far, point)) <= _THIN * length for point in polygon)


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _between(a: Point, b: Point, c: Point) -> bool:
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    one, two, three, four = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if one * two < 0 and three * four < 0:
        return True
    return (
        (one == 0 and _between(a, b, c))
        or (two == 0 and _between(a, b, d))
        or (three == 0 and _between(c, d, a))
        or (four == 0 and _between(c, d, b))
    )


def _folds_back(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two neighbouring sides run back over each other."""
    corner, one, two = (b, a, d) if b == c else (a, b, c)
    if _turn(one, corner, two) != 0:
        return False
    along = (one[0] - corner[0]) * (two[0] - corner[0]) + (one[1] - corner[1]) * (two[1] - corner[1])
    return along > 0


def bounds(polygon: Polygon) -> Bounds:
    """The upright rectangle around a shape: left, bottom, right, top."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def is_inside(inner: Polygon, outer: Polygon) -> bool:
    """Whether every corner of a polygon lies in another or within a centimetre of its edge.

    Corners only: a hall with a notch may hold a stand that spans it, which is rare and harmless.
    """
    return all(holds(outer, point) or distance(outer, point) <= _NEAR for point in inner)


def is_apart(one: Polygon, two: Polygon) -> bool:
    """Whether two shapes have nothing in common: neither has a corner in the other, and no sides cross."""
    left, low, right, high = bounds(one)
    begin, bottom, end, top = bounds(two)
    if left > end or begin > right or low > top or bottom > high:
        return True
    if any(holds(two, point) for point in one) or any(holds(one, point) for point in two):
        return False
    return not any(_meet(one[n - 1], one[n], two[m - 1], two[m]) for n in range(len(one)) for m in range(len(two)))


def holds(polygon: Polygon, point: Point) -> bool:
    """Whether a point lies inside a polygon; of its edge either may be said."""
    x, y = point
    inside = False
    x1, y1 = polygon[-1]
    for x2, y2 in polygon:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside


def crossings(polygon: Polygon, y: float) -> list[float]:
    """Where a level line crosses the edge of a polygon, from left to right: each pair has the inside between it."""
    found = []
    x1, y1 = polygon[-1]
    for x2, y2 in polygon:
        if (y1 > y) != (y2 > y):
            found.append((x2 - x1) * (y - y1) / (y2 - y1) + x1)
        x1, y1 = x2, y2
    found.sort()
    return found


def distance(polygon: Polygon, point: Point) -> float:
    """The metres from a point to the edge of a polygon."""
    return math.sqrt(min(_distance2(point, polygon[n - 1], polygon[n]) for n in range(len(polygon))))


def _distance2(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    px, py = point[0] - a[0] - t * dx, point[1] - a[1] - t * dy
    return px * px + py * py
