"""A walk cut into straight legs: where a person would say that one turns, and what one passes on each leg.

A walk on a plan hugs corners, and makes many small bends where people feel none: those are smoothed away.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from guide.catalogue.model import Point
from guide.venue.along import Seen, Sides, sides_of
from guide.venue.floors import Floor
from guide.venue.route import Walk

LEFT, RIGHT, AHEAD, BEHIND = "left", "right", "ahead", "behind"
SLIGHTLY_LEFT, SLIGHTLY_RIGHT = "slightly-left", "slightly-right"

_SWAY = 1.2  # metres that one may be off the straight line without calling it a bend
_SHORT = 2.5  # metres below which a stretch between two bends is part of the bend
_ACROSS = 8.0  # metres that one may walk across an aisle before it is a stretch of its own
_WIDE = 7.0  # metres that an aisle is wide, at most
_JOG = 2.5  # metres that one may be led aside and still go straight on
_STRAIGHT, _SLIGHT, _BACK = 25.0, 55.0, 150.0  # degrees: less is straight on; slightly; more is back
_DOUBTFUL = 10.0  # degrees of a bend that may be none
_ASIDE = 35.0  # degrees off the leg's direction within which one still looks to its sides


class Leg(NamedTuple):
    """A stretch that a person calls straight on."""

    points: tuple[Point, ...]
    length: float  # metres along its points
    bend: float  # degrees that one turned to begin it, to the left positive; 0 for the first
    first: float  # its direction where it begins, degrees against the clock from the east
    last: float  # and where it ends
    left: tuple[Seen, ...]
    right: tuple[Seen, ...]


def legs_of(floor: Floor, walk: Walk) -> tuple[Leg, ...]:
    """The legs of a walk through a measured floor, at least one; their lengths add up to that of its points.

    Who walks the shortest way crosses aisles aslant, and calls that walking along them: so the direction of a
    stretch is that of the aisle, where there is one.
    """
    points = _apart(walk.points)
    if len(points) < 2:
        return (Leg(points, 0.0, 0.0, 0.0, 0.0, (), ()),)
    looked = [sides_of(floor, *ends) for ends in pairwise(points)]
    keys = _corners(points)
    stretches = [(a, b) for a, b in pairwise(keys) if math.dist(points[a], points[b]) >= _SHORT]
    if not stretches:
        stretches = [(0, len(points) - 1)]
    stretches, along = _along_aisles(points, looked, stretches)
    plain = [direction(points[a], points[b]) for a, b in stretches]
    # Where each leg begins, with what bend, and its directions.
    begun, directions = [(0, 0.0)], [[along[0]]]
    swayed = 0.0
    for n in range(1, len(stretches)):
        bend = turn(along[n - 1], along[n])
        really = turn(plain[n - 1], plain[n])
        # The aisle decides how much one turns, never to which side.
        if bend * really < 0 and abs(really) > _DOUBTFUL:
            bend = really
        swayed += bend
        if abs(swayed) < _STRAIGHT:
            directions[-1].append(along[n])
        else:
            begun.append((stretches[n - 1][1], _wrapped(swayed)))
            directions.append([along[n]])
            swayed = 0.0
    ends = [start for start, _ in begun[1:]] + [len(points) - 1]
    return tuple(
        _leg(points[start : end + 1], looked[start:end], bend, ways[0], ways[-1])
        for (start, bend), end, ways in zip(begun, ends, directions, strict=True)
    )


def _along_aisles(
    points: Sequence[Point], looked: Sequence[Sides], stretches: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[float]]:
    """The stretches that a person would notice, and their directions.

    A short one that only crosses an aisle is part of the turn from the one before to the one after.
    """
    along = [_aisle(points, looked, *each) for each in stretches]
    ways = [
        direction(points[a], points[b]) if way is None else way for (a, b), way in zip(stretches, along, strict=True)
    ]
    kept = [0] if stretches else []
    for n in range(1, len(stretches)):
        length = math.dist(*(points[end] for end in stretches[n]))
        if n + 1 < len(stretches) and along[n] is None and length < _ACROSS:
            one, other = turn(ways[kept[-1]], ways[n]), turn(ways[n], ways[n + 1])
            if one * other > 0 or length * abs(math.sin(math.radians(one))) < _JOG:
                continue
        kept.append(n)
    return [stretches[n] for n in kept], [ways[n] for n in kept]


def _aisle(points: Sequence[Point], looked: Sequence[Sides], start: int, end: int) -> float | None:
    """The direction of what one walks along from one point to another; None where nothing runs so."""
    plain = direction(points[start], points[end])
    runs: list[tuple[float, float]] = []
    for n in range(start, end):
        way = direction(points[n], points[n + 1])
        runs += [(turn(plain, way + lies), metres) for lies, metres in looked[n].runs]
    # One stays in the aisle: what leads farther aside than an aisle is wide leads out of it.
    aside = math.degrees(math.asin(min(_WIDE / math.dist(points[start], points[end]), 1.0)))
    near = sorted((lies, metres) for lies, metres in runs if abs(lies) < min(_ASIDE, aside))
    half = sum(metres for _, metres in near) / 2
    if half < _SHORT / 2:
        return None
    for lies, metres in near:
        half -= metres
        if half <= 0:
            return plain + lies
    return None


def direction(start: Point, end: Point) -> float:
    """The direction from one point to another, degrees against the clock from the east."""
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))


def turn(before: float, after: float) -> float:
    """The degrees from one direction to another, to the left positive: more than -180, at most 180."""
    return _wrapped(after - before)


def _wrapped(degrees: float) -> float:
    return 180.0 - (180.0 - degrees) % 360.0


def way_of(degrees: float) -> str:
    """What a person calls a turn by so many degrees, to the left positive."""
    size = abs(degrees)
    if size < _STRAIGHT:
        return AHEAD
    if size > _BACK:
        return BEHIND
    if size < _SLIGHT:
        return SLIGHTLY_LEFT if degrees > 0 else SLIGHTLY_RIGHT
    return LEFT if degrees > 0 else RIGHT


def _apart(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points without those that stand on the one before."""
    kept = list(points[:1])
    for point in points[1:]:
        if math.dist(kept[-1], point) > 1e-6:
            kept.append(point)
    return tuple(kept)


def _corners(points: Sequence[Point]) -> list[int]:
    """The points that matter: Ramer 1972, "An iterative procedure for the polygonal approximation of plane curves"."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        start, end = spans.pop()
        far, at = _SWAY, 0
        for n in range(start + 1, end):
            by = off(points[n], points[start], points[end])
            if by > far:
                far, at = by, n
        if at:
            kept.add(at)
            spans += [(start, at), (at, end)]
    return sorted(kept)


def off(point: Point, a: Point, b: Point) -> float:
    """The distance of a point from a stretch."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square if square else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)


def _leg(points: tuple[Point, ...], looked: Sequence[Sides], bend: float, first: float, last: float) -> Leg:
    whole = direction(points[0], points[-1])
    left: dict[str, Seen] = {}
    right: dict[str, Seen] = {}
    length = 0.0
    for (start, end), sides in zip(pairwise(points), looked, strict=True):
        if abs(turn(whole, direction(start, end))) < _ASIDE:
            _join(left, sides.left, length)
            _join(right, sides.right, length)
        length += math.dist(start, end)
    return Leg(points, length, bend, first, last, tuple(left.values()), tuple(right.values()))


def _join(seen: dict[str, Seen], more: Sequence[Seen], offset: float) -> None:
    """Adds what is seen on the next stretch of a leg, that many metres from its start."""
    for each in more:
        reach = each.reach[0] + offset, each.reach[1] + offset
        known = seen.get(each.stand)
        if known is None:
            seen[each.stand] = Seen(each.stand, each.first + offset, each.last + offset, each.metres, reach)
        else:
            metres = known.metres + each.metres
            seen[each.stand] = Seen(each.stand, known.first, each.last + offset, metres, known.reach)
