"""Whether a polygon is one: enough corners, an edge that does not cross itself, inside another."""

from guide.catalogue.model import Point, Polygon

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


def is_inside(inner: Polygon, outer: Polygon) -> bool:
    """Whether every corner of a polygon lies in another or within a centimetre of its edge.

    Corners only: a hall with a notch may hold a stand that spans it, which is rare and harmless.
    """
    return all(_holds(outer, point) for point in inner)


def _holds(polygon: Polygon, point: Point) -> bool:
    x, y = point
    inside = False
    for n, (x1, y1) in enumerate(polygon):
        x2, y2 = polygon[n - 1]
        if _distance2(point, (x1, y1), (x2, y2)) <= _NEAR * _NEAR:
            return True
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _distance2(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    px, py = point[0] - a[0] - t * dx, point[1] - a[1] - t * dy
    return px * px + py * py
