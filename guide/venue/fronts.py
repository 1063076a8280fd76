"""To which sides a stand is open, and which way one looks who leaves it or comes in by a door."""

import math
from typing import NamedTuple

from guide.catalogue.geometry import holds
from guide.catalogue.model import Point, Polygon
from guide.venue.bends import direction, off, turn
from guide.venue.floors import Floor
from guide.venue.shapes import box_of, signed_area

_LEAST = 1.0  # metres of a side that one can come in by
_OUT = 0.4  # metres before a side where the floor has to be free
_LOOKS = 5  # points along a side that are looked at
_AT_WALL = 1.0  # metres that a door may be off the wall that it is in
_AT_CORNER = 0.6  # metres from a corner within which the two sides there cannot be told apart
_BEFORE = 1.0  # metres off a side that are still before it
_SAME = 30.0  # degrees within which two sides look the same way


class Front(NamedTuple):
    """A side of a stand with free floor before it: its ends, and the direction out of it in degrees."""

    start: Point
    end: Point
    out: float


def shape_of(floor: Floor, stand: str) -> Polygon:
    """The ground of a stand that has one on this floor."""
    return next(plot.shape for plot in floor.plots if plot.stand == stand)


def fronts(floor: Floor, stand: str) -> tuple[Front, ...]:
    """The open sides of a stand: those before the most of which nothing stands."""
    shape = shape_of(floor, stand)
    box = box_of(shape).grown(_OUT)
    others = [plot.shape for plot in floor.plots if plot.stand != stand and plot.box.meets(box)]
    others += [each for each in (*floor.walls, *floor.blocks) if box_of(each).meets(box)]
    outwards = -90.0 if signed_area(shape) > 0 else 90.0
    found = []
    for n, end in enumerate(shape):
        start = shape[n - 1]
        if math.dist(start, end) < _LEAST:
            continue
        out = direction(start, end) + outwards
        dx, dy = _OUT * math.cos(math.radians(out)), _OUT * math.sin(math.radians(out))
        free = 0
        for look in range(_LOOKS):
            share = (look + 0.5) / _LOOKS
            point = start[0] + share * (end[0] - start[0]) + dx, start[1] + share * (end[1] - start[1]) + dy
            free += holds(floor.outline, point) and not any(holds(each, point) for each in others)
        if 2 * free > _LOOKS:
            found.append(Front(start, end, out))
    return tuple(found)


def leaving(floor: Floor, stand: str) -> float | None:
    """The direction in which who leaves a stand looks; None where it is open to several sides."""
    ways = [front.out for front in fronts(floor, stand)]
    return ways[0] if ways and all(abs(turn(ways[0], way)) < _SAME for way in ways) else None


def facing(floor: Floor, stand: str, at: Point, ahead: float) -> float | None:
    """The direction straight into a stand through the open side that a point lies before; None where there is none.

    Of two sides that are equally near it is the one that who walks in the direction ``ahead`` walks along.
    """
    near = [(off(at, front.start, front.end), front.out + 180.0) for front in fronts(floor, stand)]
    if min(near, default=(math.inf, 0.0))[0] > _BEFORE:
        return None
    best = min(near)[0] + _AT_CORNER
    return max((way for distance, way in near if distance <= best), key=lambda way: abs(turn(ahead, way)))


def coming_in(floor: Floor, at: Point) -> float | None:
    """The direction straight into a hall from a door in its outline; None at its corners and off it."""
    if not floor.outlined:
        return None
    outline = floor.outline
    distance, a, b = min((off(at, outline[n - 1], b), outline[n - 1], b) for n, b in enumerate(outline))
    if distance > _AT_WALL or min(math.dist(at, a), math.dist(at, b)) < _AT_CORNER:
        return None
    return direction(a, b) + (90.0 if signed_area(outline) > 0 else -90.0)
