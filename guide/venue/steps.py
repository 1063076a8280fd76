"""A way as the steps that a person takes: which way to set out, how far straight on past what, where to turn.

Steps are values without words; :mod:`guide.view.way_told` says them. Left and right are those of the person who
walks. Whatever is not sure is left out: who listens can do with less, but not with what is wrong.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guide.catalogue.model import Catalogue, Point, Ref
from guide.venue import landmarks
from guide.venue.bends import LEFT, RIGHT, Leg, legs_of, turn, way_of
from guide.venue.floors import MEASURED, NUMBERED, Floor, Floors
from guide.venue.fronts import coming_in, leaving
from guide.venue.landmarks import Numbered, Passed
from guide.venue.route import Route, Spot, Through, Walk

HERE, BESIDE, WITHIN = "here", "beside", "within"
"""How a place lies to which there is nothing to walk: one is there; a step away; somewhere in the hall."""

_HARDLY = 1.5  # metres of a walk that are not worth saying which way it goes


@dataclass(frozen=True, slots=True)
class SetOut:
    """At the beginning of a way, and after every passage: which way to walk.

    With the place at one's back one goes ``way`` (a word of :mod:`guide.venue.bends`); "" where it is not known
    what one faces there. ``towards`` is the first stand that one comes by, ``aim`` what is straight ahead at the
    end of the hall's only leg.
    """

    place: Ref
    hall: str
    way: str = ""
    towards: Passed | None = None
    aim: Ref | None = None


@dataclass(frozen=True, slots=True)
class Straight:
    """Straight on through a hall; ``left`` and ``right`` are the stands passed, by id, in the order of the walk.

    ``rows`` is the row that one walks along, or the two that one walks between (left, right), as the codes
    write them; empty where there is none. ``points`` are those of the way, in the hall's frame.
    """

    hall: str
    metres: float
    points: tuple[Point, ...]
    rows: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: which (a word of :mod:`guide.venue.bends`), where, and the stand right after which one turns."""

    hall: str
    way: str
    at: Point
    after: Passed | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """Through a passage into ``hall``; ``up`` is 1 where it leads up, -1 down; ``level`` is that of the hall.

    ``beside`` is the stand next to which it begins.
    """

    passage: str
    start_hall: str
    hall: str
    metres: float
    seconds: float
    up: int = 0
    level: str = ""
    beside: str | None = None


@dataclass(frozen=True, slots=True)
class Across:
    """Through a hall of which no plan is published; the metres are those of the straight line."""

    hall: str
    metres: float


@dataclass(frozen=True, slots=True)
class Arrive:
    """At the place; ``side`` is where it is for who comes (LEFT, RIGHT, AHEAD, "" where not known).

    ``number`` is which stand it is on that side since the last turn, or 0; ``between`` are the two stands next to
    it in its row, ``opposite`` the one across the aisle. Where there is only the numbering, ``numbered`` tells it.
    ``beside`` is the stand next to a place that is none itself. ``near`` is one of :data:`HERE`, :data:`BESIDE` and
    :data:`WITHIN` where the way has no part that can be told, else "".
    """

    spot: Spot
    side: str = ""
    number: int = 0
    between: tuple[str, ...] = ()
    opposite: str | None = None
    numbered: Numbered | None = None
    beside: str | None = None
    near: str = ""


Step = SetOut | Straight | Turn | Take | Across | Arrive

KINDS: Mapping[type, str] = MappingProxyType(
    {
        SetOut: "set-out",
        Straight: "straight",
        Turn: "turn",
        Take: "passage",
        Across: "across",
        Arrive: "arrival",
    }
)
"""What each sort of step is called in JSON."""


def steps_of(catalogue: Catalogue, floors: Floors, route: Route) -> tuple[Step, ...]:
    """The steps of a way, from setting out to arriving; the metres of all add up to the route's length."""
    return tuple(_Telling(catalogue, floors, route).steps())


class _Telling:
    """One way being put into steps: what one comes from, and the leg walked last."""

    def __init__(self, catalogue: Catalogue, floors: Floors, route: Route) -> None:
        self._catalogue = catalogue
        self._floors = floors
        self._route = route
        self._place = _place(route.start)
        self._leg: Leg | None = None

    def steps(self) -> Iterator[Step]:
        """Every part of the way in turn."""
        parts = self._route.parts
        for n, part in enumerate(parts):
            if isinstance(part, Through):
                yield self._taken(part)
                self._place, self._leg = Ref("passage", part.passage), None
            elif not part.measured or self._floors.floors[part.hall].manner != MEASURED:
                yield Across(part.hall, part.length)
            else:
                after = parts[n + 1] if n + 1 < len(parts) else None
                aim = Ref("passage", after.passage) if isinstance(after, Through) else _place(self._route.goal)
                yield from self._walked(part, aim, first=not n)
        yield self._arrived()

    def _walked(self, walk: Walk, aim: Ref, *, first: bool) -> Iterator[Step]:
        floor = self._floors.floors[walk.hall]
        legs = legs_of(floor, walk)
        own = self._route.start.stand if first else None
        goal = self._route.goal.stand
        left = walk.length
        told: str | None = None  # the stand that one turned after last
        for n, leg in enumerate(legs):
            if n and self._leg:
                after = landmarks.at_corner(floor, self._leg, leg.bend > 0, own)
                if after is not None and after.stand == told:
                    after = None  # after which of its corners would not be known
                else:
                    told = after.stand if after is not None else None
                yield Turn(walk.hall, way_of(leg.bend), leg.points[0], after)
            elif walk.length > _HARDLY:
                facing = self._facing(floor, walk, first=first)
                way = way_of(turn(facing, leg.first)) if facing is not None else ""
                met = landmarks.first_passed(leg, own)
                yield SetOut(self._place, walk.hall, way, met, aim if len(legs) == 1 else None)
            metres = leg.length if n + 1 < len(legs) else left
            left -= metres
            yield self._straight(walk.hall, leg, metres, own, goal)
            self._leg = leg

    def _straight(self, hall: str, leg: Leg, metres: float, own: str | None, goal: str | None) -> Straight:
        sides = []
        for side in (LEFT, RIGHT):
            row = [each.stand for each in landmarks.passed(leg, side, own)]
            sides.append(tuple(stand for stand in row if stand != goal))
        rows = landmarks.rows_along(self._catalogue, *sides)
        return Straight(hall, metres, leg.points, rows, *sides)

    def _facing(self, floor: Floor, walk: Walk, *, first: bool) -> float | None:
        """The direction in which who leaves a stand or comes out of a passage looks, where that is known."""
        if self._place.kind == "passage":
            return coming_in(floor, walk.points[0])
        known = self._floors.at.get(self._route.start.stand or "") if first else None
        return leaving(floor, known[1].stand) if known else None

    def _taken(self, part: Through) -> Take:
        ends = self._catalogue.passages[part.passage].ends
        start, end = ends[part.start], ends[part.end]
        floor = self._floors.floors[start.hall]
        near = landmarks.beside(floor, start.at) if floor.manner == MEASURED else None
        level = self._floors.floors[end.hall].level
        return Take(part.passage, start.hall, end.hall, part.length, part.seconds, part.up, level, near)

    def _arrived(self) -> Arrive:
        goal, near = self._route.goal, self._near()
        stand = self._catalogue.stands.get(goal.stand or "")
        floor = self._floors.floors.get(goal.hall)
        if stand is None:
            beside = None
            if floor is not None and floor.manner == MEASURED and goal.at is not None and near != HERE:
                beside = landmarks.beside(floor, goal.at)
            return Arrive(goal, beside=beside, near=near)
        if floor is not None and floor.manner == NUMBERED:
            return Arrive(goal, numbered=landmarks.number_of(self._catalogue, stand), near=near)
        between = landmarks.between(self._catalogue, stand)
        if floor is None or self._leg is None or stand.id not in self._floors.at:
            return Arrive(goal, between=between, near=near)
        side, number = landmarks.arrival(floor, self._leg, stand.id, self._route.start.stand)
        across = landmarks.opposite(floor, self._leg, stand.id, side) if side in (LEFT, RIGHT) else None
        return Arrive(goal, side, number, between, across)

    def _near(self) -> str:
        """How the goal lies where there is nothing to walk."""
        start, goal = self._route.start, self._route.goal
        if self._route.parts:
            return ""
        if _place(start) == _place(goal) or goal.ref == Ref("hall", start.hall):
            return HERE
        return BESIDE if self._is_placed(start) and self._is_placed(goal) else WITHIN

    def _is_placed(self, spot: Spot) -> bool:
        return spot.at is not None or spot.stand in self._floors.at


def _place(spot: Spot) -> Ref:
    return Ref("stand", spot.stand) if spot.stand else spot.ref
