"""One hall on foot: its stands and points as places of the free floor, and the shortest walks between them."""

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from heapq import heappop, heappush

from guide.catalogue.model import Point, Polygon
from guide.venue.floors import Floor
from guide.venue.grown import CLEARANCE, grown
from guide.venue.mesh import NEAR, Mesh, nearest_on
from guide.venue.shapes import box_of, holds
from guide.venue.sight import Sight, View, corners_of

_STEP, _POINTS = 4.0, 16
"""Metres between the points at which a stand can be reached along a side of it; more where there would be more
points than that."""

_TOUCH = 0.05  # metres between stands that one steps from one to the other of


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where something is reached on the free floor: at any of its points; at none where it is closed in."""

    points: tuple[Point, ...]
    links: dict[int, tuple[float, int]] = field(repr=False)
    """Corner -> the metres to it and the number of the point nearest to it."""
    views: dict[int, list[View]] = field(repr=False)
    """Cell -> from which points it is seen, and how."""
    cells: tuple[tuple[int, ...], ...] = field(repr=False)
    """For each point the cells that it lies in."""


class Ground:
    """The floor of a measured hall."""

    floor: Floor
    stands: Set[str]
    """The ids of the stands that have their ground on it."""
    openings: tuple[Place, ...]
    """Where the openings of the floor are reached, in their order."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        shapes = (*(plot.shape for plot in floor.plots), *floor.walls, *floor.blocks)
        obstacles = [shape for shape in (grown(each, CLEARANCE) for each in shapes) if shape]
        outline = grown(floor.outline, -CLEARANCE)
        self.mesh = Mesh(outline, obstacles)
        self.sight = Sight(self.mesh, corners_of(self.mesh, obstacles, outline))
        self._plots = {plot.stand: plot for plot in floor.plots}
        self.stands = self._plots.keys()
        self._main: list[int] | None = None
        self._main = self._from_outside()
        self.openings = tuple(self.at(opening.at) for opening in floor.openings)

    def _from_outside(self) -> list[int]:
        """The cells that one can come to from an opening; of a hall without any, those of its largest part."""
        mesh = self.mesh
        near = [mesh.nearest(opening.at) for opening in self.floor.openings]
        parts = {mesh.parts[cell] for point in near if point for cell in mesh.around(*point)}
        if not parts and mesh.cells:
            areas: dict[int, float] = {}
            for part, cell in zip(mesh.parts, mesh.cells, strict=True):
                height = cell.high_left - cell.low_left + cell.high_right - cell.low_right
                areas[part] = areas.get(part, 0.0) + height * (cell.right - cell.left)
            parts = {max(areas, key=areas.__getitem__)}
        return [number for number, part in enumerate(mesh.parts) if part in parts]

    def at(self, point: Point) -> Place:
        """A point of the hall; where something stands, the nearest point of the floor that one can come to."""
        if self.mesh.around(*point):
            return self._place([point])
        near = self.mesh.nearest(point, self._main)
        return self._place([near] if near else [])

    def stand(self, key: str) -> Place:
        """A stand of the floor, reached at its free sides.

        One that other stands leave no free side is reached across those that touch it.
        """
        points = self._sides_of(key)
        main = {self.mesh.parts[cell] for cell in self._main or ()}
        if not any(self.mesh.parts[cell] in main for point in points for cell in self.mesh.around(*point)):
            points = self._across(key, main) or points
        return self._place(points)

    def _across(self, key: str, main: set[int]) -> list[Point]:
        asked, waiting = {key}, [key]
        for each in waiting:
            points = [
                point
                for point in self._sides_of(each)
                if any(self.mesh.parts[cell] in main for cell in self.mesh.around(*point))
            ]
            if points:
                return points
            mine = self._plots[each]
            for other in self.floor.plots:
                if other.stand in asked or not other.box.meets(mine.box.grown(_TOUCH)):
                    continue
                if _touch(mine.shape, other.shape):
                    asked.add(other.stand)
                    waiting.append(other.stand)
        return []

    def _sides_of(self, key: str) -> list[Point]:
        shape = grown(self._plots[key].shape, CLEARANCE)
        sides = [(shape[at - 1], end) for at, end in enumerate(shape)]
        apart = max(_STEP, sum(math.dist(*side) for side in sides) / _POINTS)
        points: dict[Point, None] = {}
        for (x1, y1), (x2, y2) in sides:
            steps = math.ceil(math.hypot(x2 - x1, y2 - y1) / apart)
            for step in range(steps):
                points[x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps] = None
        return [point for point in points if self.mesh.around(*point)]

    def _place(self, points: Sequence[Point]) -> Place:
        links, views = self.sight.look(points)
        return Place(tuple(points), links, views, tuple(tuple(self.mesh.around(*point)) for point in points))

    def nearer(self, points: tuple[Point, ...], start: str | None, goal: str | None) -> tuple[Point, ...]:
        """A walk whose ends are moved along the sides of the stands that it joins to where it is shortest."""
        walk = list(points)
        for key, end, turn in ((start, 0, 1), (goal, -1, -2), (start, 0, 1)):
            if key is not None and len(walk) > 1:
                walk[end] = self._nearer(key, walk[end], walk[turn])
        return tuple(_without_repeats(walk))

    def _nearer(self, key: str, end: Point, turn: Point) -> Point:
        shape = grown(self._plots[key].shape, CLEARANCE)
        best, found = math.dist(end, turn), end
        views: dict[int, list[View]] | None = None
        for at, b in enumerate(shape):
            near = nearest_on(shape[at - 1], b, turn)
            if math.dist(near, turn) >= best - NEAR:
                continue
            views = self.sight.look([turn])[1] if views is None else views
            if any(view.shows(*near) for cell in self.mesh.around(*near) for view in views.get(cell, ())):
                best, found = math.dist(near, turn), near
        return found

    def walks(self, start: Place, goals: Iterable[Place]) -> "Walks":
        """The shortest walks from a place to others."""
        return Walks(self.sight, start, tuple(goals))


class Walks:
    """The shortest walks from a place of a hall to others (Dijkstra 1959, over the corners of the floor)."""

    lengths: list[float]
    """Metres to each goal; infinite where there is no walk."""

    def __init__(self, sight: Sight, start: Place, goals: tuple[Place, ...]) -> None:
        self._sight, self._start, self._goals = sight, start, goals
        self._before: dict[int, int] = {}
        reached = self._reached()
        self._last: list[tuple[int, int, int]] = []  # the last corner or -1, the point of the start, of the goal
        self.lengths = []
        for goal in goals:
            length, last = _direct(start, goal)
            for corner, (more, point) in goal.links.items():
                there = reached[corner] + more
                if there < length:
                    length, last = there, (corner, -1, point)
            self.lengths.append(length)
            self._last.append(last)

    def _reached(self) -> list[float]:
        ways, before = self._sight.ways, self._before
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
        return reached

    def points(self, goal: int) -> tuple[Point, ...]:
        """The walk to a goal, by its number, from corner to corner; empty where there is none."""
        if math.isinf(self.lengths[goal]):
            return ()
        corner, first, last = self._last[goal]
        ends = self._goals[goal].points
        if corner < 0:
            return self._start.points[first], ends[last]
        path = [ends[last]]
        while True:
            at = self._sight.corners[corner]
            path.append((at.x, at.y))
            if corner not in self._before:
                break
            corner = self._before[corner]
        path.append(self._start.points[self._start.links[corner][1]])
        return tuple(_without_repeats(reversed(path)))


def _direct(start: Place, goal: Place) -> tuple[float, tuple[int, int, int]]:
    """The straight line between two places, where one sees the other."""
    best, found = math.inf, (-1, -1, -1)
    for last, (x, y) in enumerate(goal.points):
        for cell in goal.cells[last]:
            for view in start.views.get(cell, ()):
                length = math.hypot(x - view.x, y - view.y)
                if length < best and view.shows(x, y):
                    best, found = length, (-1, view.number, last)
    return best, found


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
