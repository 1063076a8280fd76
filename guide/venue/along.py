"""What one passes when one walks along a line: stands to the left and to the right, in the order of the walk.

The line is laid through a buffer of depths, as a drawing of what one sees looking square to one side: for every
:data:`STEP` of the way the nearest edge within :data:`REACH` is kept, and with it whose edge that is.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from guide.catalogue.model import Point, Polygon
from guide.venue.floors import Floor
from guide.venue.shapes import Box, box_of

STEP = 0.25
"""Metres of the way between two looks to the side."""

REACH = 6.0
"""Metres: what stands farther off is not at the aisle that one walks along."""

SHARE = 0.5
"""The part of a stand's length that one walks along before it counts as passed."""

SHORT = 1.0
"""Metres of a stand that one has to walk along at least: less is the corner of one in another aisle."""

LONG = 3.0
"""Metres along a stand after which it counts as passed, however long it is."""

_TOUCH = 0.05  # metres: a way may run along a stand's very edge


class Seen(NamedTuple):
    """A stand seen to one side of a line: metres along the line, counted from its start."""

    stand: str
    first: float
    last: float
    metres: float  # that one sees of it
    reach: tuple[float, float]  # where its sides that one sees start and end, measured along the line

    @property
    def passed(self) -> bool:
        """Whether one walks along enough of it to count it."""
        return self.metres >= min(max((self.reach[1] - self.reach[0]) * SHARE, SHORT), LONG) - STEP / 2


class Sides(NamedTuple):
    """What is seen to the left and to the right of a line, in the order in which it comes.

    ``runs`` are the edges seen: how they lie to the line, in degrees from -90 to 90 against the clock, and how many
    metres of the line one sees of them. An aisle's are alike, though who walks crosses it aslant.
    """

    left: tuple[Seen, ...] = ()
    right: tuple[Seen, ...] = ()
    runs: tuple[tuple[float, float], ...] = ()


def sides_of(floor: Floor, start: Point, end: Point) -> Sides:
    """The stands of a floor that are seen from a straight line, walls and pillars hiding what is behind them."""
    length = math.dist(start, end)
    looks = round(length / STEP)
    if not looks:
        return Sides()
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    near = box_of((start, end)).grown(REACH)
    left, right = _Buffer(looks, length), _Buffer(looks, length)
    for name, shape in _shapes(floor, near):
        corners = [
            (ux * (x - start[0]) + uy * (y - start[1]), ux * (y - start[1]) - uy * (x - start[0])) for x, y in shape
        ]
        if max(corners)[0] <= 0 or min(corners)[0] >= length:
            continue
        # A stand whose edge is the way itself is on the side where the rest of it is.
        deepest = max((depth for _, depth in corners), key=abs)
        for side, sign in ((left, 1.0), (right, -1.0)):
            edge = -_TOUCH if deepest * sign > 0 else _TOUCH
            side.draw(name, [(along, depth * sign) for along, depth in corners], edge)
    return Sides(left.seen(), right.seen(), (*left.runs(1.0), *right.runs(-1.0)))


def _shapes(floor: Floor, near: Box) -> list[tuple[str, Polygon]]:
    """What can be seen near a line, by the stand's id; "" for walls and pillars."""
    stands = [(plot.stand, plot.shape) for plot in floor.plots if plot.box.meets(near)]
    return stands + [("", shape) for shape in (*floor.walls, *floor.blocks) if box_of(shape).meets(near)]


class _Buffer:
    """The nearest edge at every look to one side."""

    def __init__(self, looks: int, length: float) -> None:
        self._step = length / looks
        self._depths = [REACH] * looks
        self._names = [""] * looks
        self._edges: list[tuple[float, float, float] | None] = [None] * looks  # from, to, and the slope

    def draw(self, name: str, corners: Sequence[Point], nearest: float) -> None:
        """Keeps a shape's edges where they are nearer than all before; points are (along, depth)."""
        step, depths, names, edges = self._step, self._depths, self._names, self._edges
        a, da = corners[-1]
        for b, db in corners:
            low, high = (a, b) if a < b else (b, a)
            first = max(math.ceil(low / step - 0.5), 0)
            last = min(math.floor(high / step - 0.5), len(depths) - 1)
            if high > low and (da >= nearest or db >= nearest):
                slope = (db - da) / (b - a)
                edge = low, high, slope
                for look in range(first, last + 1):
                    depth = da + slope * ((look + 0.5) * step - a)
                    if nearest <= depth < depths[look]:
                        depths[look], names[look], edges[look] = depth, name, edge
            a, da = b, db

    def seen(self) -> tuple[Seen, ...]:
        """The stands in the order in which they come into view."""
        found: dict[str, list[int]] = {}
        for look, name in enumerate(self._names):
            if name:
                found.setdefault(name, []).append(look)
        return tuple(self._as_seen(name, looks) for name, looks in found.items())

    def _as_seen(self, name: str, looks: list[int]) -> Seen:
        edges = [edge for look in looks if (edge := self._edges[look])]
        reach = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
        return Seen(name, looks[0] * self._step, (looks[-1] + 1) * self._step, len(looks) * self._step, reach)

    def runs(self, sign: float) -> list[tuple[float, float]]:
        """How the edges lie, seen from above, and how much of each is seen."""
        found: dict[float, float] = {}
        for edge in self._edges:
            if edge is not None:
                found[edge[2]] = found.get(edge[2], 0.0) + self._step
        return [(math.degrees(math.atan(slope * sign)), metres) for slope, metres in found.items()]
