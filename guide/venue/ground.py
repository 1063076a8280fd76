"""One hall on foot: its stands and points as places of the free floor, and the shortest walks between them."""

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import product

from guide.catalogue.geometry import holds
from guide.catalogue.model import Point, Polygon
from guide.venue.floors import Floor
from guide.venue.grown import CLEARANCE, grown, obstacles, rounded
from guide.venue.mesh import NEAR, Mesh, nearest_on
from guide.venue.shapes import box_of
from guide.venue.sight import Sight, View, corners_of

_STEP, _POINTS = 4.0, 16
"""Metres between the points at which a stand can be reached along a side of it; more where there would be more
points than that."""

_WIDE, _DEEP = 1.0, 0.25
"""Metres along a side of a stand, and before where one stands there, that have to be free for it to be open."""

_MANY, _FEW, _RICH = 1500, 24, 100
"""Corners of all that stands in a hall beyond which what has more than a few is gone round as a whole; one that is
richer than the last of them always is."""

_KEPT = 4  # places whose reach is remembered: a way is measured first, and told then

_TOUCH = 0.05  # metres between stands that one steps from one to the other of


_Side = tuple[Point, Point]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where something is reached on the free floor: at any of its points; at none where it is closed in."""

    points: tuple[Point, ...]
    links: dict[int, tuple[float, Point]] = field(repr=False)
    """Corner -> the metres to it and the point that it is reached from."""
    views: dict[int, list[View]] = field(repr=False)
    """Cell -> from which points it is seen, and how."""
    cells: tuple[tuple[int, ...], ...] = field(repr=False)
    """For each point the cells that it lies in."""
    sides: tuple[tuple[_Side, ...], ...] = field(repr=False)
    """For each point the stretches through it along which the place is reached; of a bare point, itself."""


class Ground:
    """The floor of a measured hall."""

    floor: Floor
    stands: Set[str]
    """The ids of the stands that have their ground on it."""
    openings: tuple[Place, ...]
    """Where the openings of the floor are reached, in their order."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        shapes = [*(plot.shape for plot in floor.plots), *floor.walls, *floor.blocks]
        rings = [obstacles(each, CLEARANCE) for each in shapes]
        most = _FEW if sum(len(ring) for each in rings for ring in each) > _MANY else _RICH
        for n, each in enumerate(rings):
            if sum(map(len, each)) > most:
                rings[n] = obstacles(rounded(shapes[n]), CLEARANCE)
        standing = [ring for each in rings for ring in each]
        outline = grown(floor.outline, -CLEARANCE)
        self.mesh = Mesh(outline, standing)
        self.sight = Sight(self.mesh, corners_of(self.mesh, standing, outline))
        self._rings = {plot.stand: each for plot, each in zip(floor.plots, rings, strict=False)}
        self._plots = {plot.stand: plot for plot in floor.plots}
        self.stands = self._plots.keys()
        self._outer = self._parts_from_outside()
        self._kept: tuple[tuple[Place, _Reach], ...] = ()
        self.openings = tuple(self.at(opening.at) for opening in floor.openings)

    def _parts_from_outside(self) -> set[int]:
        """The parts that one can come to from an opening; of a hall without any, its largest."""
        mesh = self.mesh
        near = [mesh.nearest(opening.at) for opening in self.floor.openings]
        parts = {mesh.parts[cell] for point in near if point for cell in mesh.around(*point)}
        if parts:
            return parts
        areas: dict[int, float] = {}
        for part, cell in zip(mesh.parts, mesh.cells, strict=True):
            height = cell.high_left - cell.low_left + cell.high_right - cell.low_right
            areas[part] = areas.get(part, 0.0) + height * (cell.right - cell.left)
        return {max(areas, key=areas.__getitem__)} if areas else set()

    def at(self, point: Point) -> Place:
        """A point of the hall; where something stands, the nearest point of the floor that one can come to."""
        if self.mesh.around(*point):
            return self._place([point])
        near = self.mesh.nearest(point, [cell for cell, part in enumerate(self.mesh.parts) if part in self._outer])
        return self._place([near] if near else [])

    def stand(self, key: str) -> Place:
        """A stand of the floor, reached at its open sides.

        One that has only a gap beside it or a corner is reached there, and one that other stands leave not even
        that, across those that touch it.
        """
        sides = self._free_sides(key)
        if not self._lead_out(sides):
            sides = self._across(key) or sides
        return self._place(_points_along(sides), sides)

    def leads_out(self, place: Place) -> bool:
        """Whether one can come to a place from an opening of the hall, or from its largest part if it has none."""
        return any(self.mesh.parts[cell] in self._outer for cells in place.cells for cell in cells)

    def _lead_out(self, sides: Iterable[_Side]) -> bool:
        return any(
            self.mesh.parts[cell] in self._outer
            for (x1, y1), (x2, y2) in sides
            for cell in self.mesh.around((x1 + x2) / 2, (y1 + y2) / 2)
        )

    def _across(self, key: str) -> list[_Side]:
        asked, waiting = {key}, [key]
        for each in waiting:
            sides = [side for side in self._free_sides(each) if self._lead_out([side])]
            if sides:
                return sides
            mine = self._plots[each]
            for other in self.floor.plots:
                if other.stand in asked or not other.box.meets(mine.box.grown(_TOUCH)):
                    continue
                if _touch(mine.shape, other.shape):
                    asked.add(other.stand)
                    waiting.append(other.stand)
        return []

    def _free_sides(self, key: str) -> list[_Side]:
        around = (side for ring in self._rings[key] for side in zip((ring[-1], *ring), ring, strict=False))
        free = [free for side in around for free in self.mesh.free_along(*side)]
        wide = [each for side in free for each in self._open_along(*side)]
        return wide if self._lead_out(wide) else free

    def _open_along(self, a: Point, b: Point) -> Iterator[_Side]:
        """The parts of a free stretch of a ring, against the clock, before which there is room to come in."""
        length = math.dist(a, b)
        if length < _WIDE:
            return
        x, y = (b[1] - a[1]) * _DEEP / length, (a[0] - b[0]) * _DEEP / length
        for (x1, y1), (x2, y2) in self.mesh.free_along((a[0] + x, a[1] + y), (b[0] + x, b[1] + y)):
            if math.hypot(x2 - x1, y2 - y1) >= _WIDE:
                yield (x1 - x, y1 - y), (x2 - x, y2 - y)

    def _place(self, points: Sequence[Point], sides: Sequence[_Side] = ()) -> Place:
        cells = {point: tuple(self.mesh.around(*point)) for point in points}
        points = [point for point in points if cells[point]]
        seen, views = self.sight.look(points)
        links = {corner: self._straightest(corner, *link, points, sides) for corner, link in seen.items()}
        through = tuple(
            tuple(side for side in sides if math.dist(nearest_on(*side, point), point) < NEAR) or ((point, point),)
            for point in points
        )
        return Place(tuple(points), links, views, tuple(cells[point] for point in points), through)

    def _straightest(
        self, corner: int, length: float, number: int, points: Sequence[Point], sides: Sequence[_Side]
    ) -> tuple[float, Point]:
        """The shortest straight line from a corner to some sides, of which it sees a point."""
        x, y, *_ = self.sight.corners[corner]
        best, found = length, points[number]
        for a, b in sides:
            near = nearest_on(a, b, (x, y))
            there = math.hypot(near[0] - x, near[1] - y)
            if there < best - NEAR and self.mesh.sees((x, y), near):
                best, found = there, near
        return best, found

    def walks(self, start: Place, goals: Iterable[Place]) -> "Walks":
        """The shortest walks from a place to others."""
        kept = next((reach for place, reach in self._kept if place is start), None)
        walks = Walks(self.sight, start, tuple(goals), kept)
        if kept is None and walks.reach is not None:
            self._kept = (*self._kept, (start, walks.reach))[-_KEPT:]
        return walks


_Reach = tuple[list[float], dict[int, int]]
"""The metres to each corner, and the corner before it on the way there."""

_End = tuple[int | Point, Point]  # the last corner, or the start where there is none; the point of the goal


class Walks:
    """The shortest walks from a place of a hall to others (Dijkstra 1959, over the corners of the floor)."""

    lengths: list[float]
    """Metres to each goal; infinite where there is no walk."""

    reach: _Reach | None
    """How far each corner is from the start, as far as that was asked for."""

    def __init__(self, sight: Sight, start: Place, goals: tuple[Place, ...], reach: _Reach | None = None) -> None:
        """``reach`` is that of the same start before."""
        self._sight, self._start, self._goals = sight, start, goals
        self.reach = reach or (self._reached() if goals else None)
        reached, self._before = self.reach or ([], {})
        self._ends: list[_End] = []
        self.lengths = []
        for goal in goals:
            length, end = _straight(sight.mesh, start, goal)
            for corner, (more, point) in goal.links.items():
                there = reached[corner] + more
                if there < length:
                    length, end = there, (corner, point)
            self.lengths.append(length)
            self._ends.append(end)

    def _reached(self) -> _Reach:
        ways = self._sight.ways
        before: dict[int, int] = {}
        reached = [math.inf] * len(ways)
        heap: list[tuple[float, int]] = []
        for corner, (length, _) in self._start.links.items():
            reached[corner] = length
            heap.append((length, corner))
        heap.sort()
        while heap:
            so_far, corner = heappop(heap)
            if so_far > reached[corner]:
                continue
            for other, length in ways[corner]:
                there = so_far + length
                if there < reached[other]:
                    reached[other] = there
                    before[other] = corner
                    heappush(heap, (there, other))
        return reached, before

    def points(self, goal: int) -> tuple[Point, ...]:
        """The walk to a goal, by its number, from corner to corner; empty where there is none."""
        if math.isinf(self.lengths[goal]):
            return ()
        before, last = self._ends[goal]
        path = [last]
        while isinstance(before, int):
            corner = self._sight.corners[before]
            path.append((corner.x, corner.y))
            before = self._before[before] if before in self._before else self._start.links[before][1]
        path.append(before)
        return tuple(_without_repeats(reversed(path)))


def _straight(mesh: Mesh, start: Place, goal: Place) -> tuple[float, _End]:
    """The straight line between two places, where one sees the other; moved along their sides to be the shortest."""
    best, pair = math.inf, (0, 0)
    for number, (x, y) in enumerate(goal.points):
        for cell in goal.cells[number]:
            for view in start.views.get(cell, ()):
                length = math.hypot(x - view.x, y - view.y)
                if length < best and view.shows(x, y):
                    best, pair = length, (view.number, number)
    if best == math.inf:
        return best, ((0.0, 0.0), (0.0, 0.0))
    found = start.points[pair[0]], goal.points[pair[1]]
    if best > NEAR:
        for a, b in product(start.sides[pair[0]], goal.sides[pair[1]]):
            one, other = _nearest_pair(a, b)
            length = math.dist(one, other)
            if length < best - NEAR and mesh.sees(one, other):
                best, found = length, (one, other)
    return best, found


def _nearest_pair(one: _Side, other: _Side) -> _Side:
    """The nearest points of two stretches that do not cross: at an end of one of them."""
    pairs = [(end, nearest_on(*other, end)) for end in one] + [(nearest_on(*one, end), end) for end in other]
    return min(pairs, key=lambda pair: math.dist(*pair))


def _points_along(sides: Sequence[_Side]) -> list[Point]:
    """The ends of some stretches, and some points between them."""
    apart = max(_STEP, sum(math.dist(*side) for side in sides) / _POINTS)
    points: dict[Point, Point] = {}
    for (x1, y1), (x2, y2) in sides:
        steps = math.ceil(math.hypot(x2 - x1, y2 - y1) / apart)
        for step in range(steps + 1):
            point = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            points.setdefault((round(point[0], 2), round(point[1], 2)), point)
    return list(points.values())


def _without_repeats(points: Iterable[Point]) -> Iterator[Point]:
    last: Point | None = None
    for point in points:
        if point != last:
            yield point
        last = point


def _touch(one: Polygon, other: Polygon) -> bool:
    """Whether two shapes overlap or have hardly anything between them."""
    for shape, there in ((one, other), (other, one)):
        for point in shape:
            if holds(there, point):
                return True
            for at, b in enumerate(there):
                if math.dist(nearest_on(there[at - 1], b, point), point) <= _TOUCH:
                    return True
    return holds(other, box_of(one).middle)
