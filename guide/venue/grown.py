"""Shapes with room around them: nobody walks with a shoulder in a wall, or through a gap of a hand's breadth."""

import math

from guide.catalogue.geometry import is_flat, is_simple
from guide.catalogue.model import Point, Polygon
from guide.venue.mesh import nearest_on
from guide.venue.shapes import box_of, signed_area

CLEARANCE = 0.15
"""Metres that a walk keeps from what stands there; what leaves a gap of less than twice that leaves none."""

_GRID = 100.0  # parts of a metre that corners are moved to: what is drawn by hand is no finer
_SHARPEST = 0.3  # 1 + the cosine between two normals; a sharper corner is cut off, not drawn out to a needle
_FARTHEST = 1e6  # metres; what is farther away, infinite or not a number is a mistake
_MANY, _SWAY = 24, 0.03
"""Corners of a shape up to which each is gone round, and the metres that the shape may be off where it has more:
much less than the room that is kept around it."""
_COMPACT = 1.5  # times the area of a shape: its hull is no more, or there is room to walk in its hollows
_MOST = 2000  # corners; a shape of more is taken as the box around it


def grown(shape: Polygon, by: float) -> Polygon:
    """A shape with ``by`` metres more on every side (less, where negative), its corners against the clock.

    Corners are moved along the lines of their sides; a sharp one is cut off. A hollow whose sides are too short
    to move is filled as its corner was. The result may cross itself where hollows close: what winds round a point
    at least once is inside. Empty for a shape without an area, or with a corner that is nowhere on this site.
    """
    if len(shape) > _MOST:
        shape = box_of(shape).corners
    ring = _ring(shape)
    if len(ring) > _MANY:
        ring = _simpler(ring)
    if len(ring) < 3:
        return ()
    if signed_area(tuple(ring)) < 0:
        ring = ring[::-1]
    corners: list[Point] = []
    for at, here in enumerate(ring):
        before, after = ring[at - 1], ring[(at + 1) % len(ring)]
        corners.extend(_moved(before, here, after, by))
    return tuple(_ring(corners))


def obstacles(shape: Polygon, by: float) -> list[Polygon]:
    """What has to be kept clear of, for a shape that somebody drew: the shape with room around it.

    One whose sides cross is no shape that could be given more room, but still something stands there: it is
    itself, and each of its sides is a beam.
    """
    ring = tuple(_ring(shape)) if len(shape) <= _MOST else ()
    if len(ring) < 3 or is_flat(ring) or is_simple(ring):
        return [found for found in (grown(shape, by),) if found]
    beams = (_beam(ring[at - 1], end, by) for at, end in enumerate(ring))
    return [found for found in (grown(shape, 0.0), *beams) if found]


def rounded(shape: Polygon) -> Polygon:
    """A ragged shape without its hollows, where they are small beside it; else the shape itself.

    The convex hull by Andrew's chain (1979).
    """
    points = sorted(set(_ring(shape)))
    hull: list[Point] = []
    for row in (points, points[::-1]):
        begin = len(hull)
        for x, y in row:
            while len(hull) > begin + 1:
                (ax, ay), (bx, by) = hull[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                hull.pop()
            hull.append((x, y))
        if hull:
            hull.pop()
    around = tuple(hull)
    return around if abs(signed_area(around)) < _COMPACT * abs(signed_area(shape)) else shape


def _beam(a: Point, b: Point, by: float) -> Polygon:
    """A stretch with room around it."""
    share = by / math.dist(a, b)
    x, y = (b[0] - a[0]) * share, (b[1] - a[1]) * share
    return grown(
        (
            (a[0] - x + y, a[1] - y - x),
            (b[0] + x + y, b[1] + y - x),
            (b[0] + x - y, b[1] + y + x),
            (a[0] - x - y, a[1] - y + x),
        ),
        0.0,
    )


def _ring(points: Polygon | list[Point]) -> list[Point]:
    """The corners on a grid of a centimetre, each once; none where one of them is nowhere on this site."""
    kept: list[Point] = []
    if not all(abs(x) < _FARTHEST and abs(y) < _FARTHEST for x, y in points):
        return kept
    for x, y in points:
        point = round(x * _GRID) / _GRID, round(y * _GRID) / _GRID
        if not kept or kept[-1] != point:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _simpler(ring: list[Point]) -> list[Point]:
    """A round or ragged ring with the corners that matter (Ramer 1972, as in :mod:`guide.venue.bends`)."""
    far = max(range(len(ring)), key=lambda at: math.dist(ring[0], ring[at]))
    closed = [*ring, ring[0]]
    kept = {0, far}
    spans = [(0, far), (far, len(ring))]
    while spans:
        start, end = spans.pop()
        most, at = _SWAY, 0
        a, b = closed[start], closed[end]
        for n in range(start + 1, end):
            by = math.dist(nearest_on(a, b, closed[n]), closed[n])
            if by > most:
                most, at = by, n
        if at:
            kept.add(at)
            spans += [(start, at), (at, end)]
    return [ring[at] for at in sorted(kept)]


def _moved(before: Point, here: Point, after: Point, by: float) -> list[Point]:
    """What becomes of a corner when both its sides are moved outwards."""
    first, second = math.dist(before, here), math.dist(here, after)
    # Outwards is to the right of a side that runs against the clock.
    nx, ny = (here[1] - before[1]) / first, (before[0] - here[0]) / first
    mx, my = (after[1] - here[1]) / second, (here[0] - after[0]) / second
    x, y = here
    closeness = 1.0 + nx * mx + ny * my
    bulges = (nx * my - ny * mx) * by >= 0
    if closeness < _SHARPEST:
        if not bulges:
            return [(x + by * nx, y + by * ny), here, (x + by * mx, y + by * my)]
        # Cut off straight, as far out as the sides are.
        ux, uy = -ny * by, nx * by
        vx, vy = my * by, -mx * by
        reach = math.tan(math.pi / 8)
        return [
            (x + by * nx + ux * reach, y + by * ny + uy * reach),
            (x + by * mx + vx * reach, y + by * my + vy * reach),
        ]
    if not bulges and min(first, second) < 2 * abs(by) * abs(nx * my - ny * mx) / closeness:
        return [(x + by * nx, y + by * ny), here, (x + by * mx, y + by * my)]
    return [(x + by * (nx + mx) / closeness, y + by * (ny + my) / closeness)]
