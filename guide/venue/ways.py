"""The way from one place to another: walks in halls, joined by passages; or why there is none."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import heapify, heappop, heappush
from typing import NamedTuple, Self

from guide.catalogue.model import Catalogue, Passage
from guide.venue.floors import MEASURED, Floors
from guide.venue.ground import Ground
from guide.venue.legs import Legs, Stop
from guide.venue.passing import Crossing, crossings, is_excluded, is_open, is_unsaid
from guide.venue.route import (
    CLOSED_IN,
    DIRECTION,
    HOURS,
    MEANS,
    NO_PASSAGE,
    UNKNOWN,
    Means,
    NoWay,
    Route,
    Spot,
    Through,
    Walk,
)

ANY = Means()
"""Whatever there is, at any time, at the usual pace."""


class _Travel(NamedTuple):
    """How soon one is through each passage, from several doors at once.

    ``after[n]``: seconds until one has come out at door n; ``came[n]``: the door that one went in at, and the
    crossing; ``walked[m]``: the door that one came out at before walking to door m, -1 for the start.
    """

    after: list[float]
    came: dict[int, tuple[int, Crossing]]
    walked: dict[int, int]

    def first(self, door: int) -> int:
        """The first door of the way that comes out at a door."""
        while True:
            before = self.came[door][0]
            if before not in self.walked:
                return before
            door = self.walked[before]


class _Found(NamedTuple):
    """The quickest pair: its seconds, the stops by number, the door that one comes out at last (-1 for none)."""

    seconds: float
    start: int
    goal: int
    door: int
    travel: _Travel

    def crossings(self) -> list[Crossing]:
        """The passages that are taken, in the order of the way."""
        taken, door = [], self.door
        while door >= 0:
            before, crossing = self.travel.came[door]
            taken.append(crossing)
            door = self.travel.walked.get(before, -1)
        return taken[::-1]


class Ways:
    """All halls of a fair on foot; made once, then asked from any thread."""

    def __init__(self, catalogue: Catalogue, floors: Floors) -> None:
        self._catalogue, self._floors = catalogue, floors
        self._grounds = {hall: Ground(floor) for hall, floor in floors.floors.items() if floor.manner == MEASURED}
        self._stopped: dict[Spot, Stop] = {}  # what was asked for before: to see from a place what is around it is dear
        self._doors: list[Stop] = []
        self._doors_of: dict[str, range] = {}
        numbers: dict[tuple[str, int], int] = {}
        for hall, floor in floors.floors.items():
            ground, first = self._grounds.get(hall), len(self._doors)
            for n, opening in enumerate(floor.openings):
                numbers[opening.passage, opening.end] = len(self._doors)
                place = ground.openings[n] if ground else None
                self._doors.append(Stop(hall, place=place, at=opening.at))
            self._doors_of[hall] = range(first, len(self._doors))
        self._inside = [self._legs(door, self._doors_in(door.hall)) for door in self._doors]
        self._crossings: list[list[tuple[int, Crossing]]] = [[] for _ in self._doors]
        for crossing in crossings(catalogue, floors):
            start, end = (numbers[crossing.passage.id, each] for each in (crossing.start, crossing.end))
            self._crossings[start].append((end, crossing))

    @classmethod
    def of(cls, catalogue: Catalogue, floors: Floors) -> Self:
        """The ways of a fair: a few milliseconds of work for a hall, up to 40 for one of two hundred stands."""
        return cls(catalogue, floors)

    def route(self, starts: Sequence[Spot], goals: Sequence[Spot], means: Means = ANY) -> Route | NoWay:
        """The quickest way from one of some spots to one of others; where there is none, why.

        A spot of which only the hall is known is reached when one comes into the hall, or is there already: then
        nothing is walked in it. In a hall that is not measured a walk is the straight line between two points,
        ``measured`` is False, and whoever tells of it says so. A stand is reached at the nearest of its free
        sides. Two street doors are not joined by the street. A street door that is itself the start or the goal
        has to let one through, too, unless nobody says whether it is step-free. Where there is no step-free way
        else, passages are taken of which nobody says whether they are; they are the ``unsure`` ones of the route.
        """
        departures, arrivals = self._stops(starts), self._stops(goals)
        for spots, stops in ((starts, departures), (goals, arrivals)):
            if not stops:
                return NoWay(UNKNOWN, spots[0] if spots else None)
        found = self._quickest(departures, arrivals, means)
        if found is None and means.step_free:
            means = replace(means, unsaid=True)
            found = self._quickest(departures, arrivals, means)
        if found is None:
            return self._why_not(departures, arrivals, means)
        return self._told(departures, arrivals, found, means)

    def seconds(self, spots: Sequence[Sequence[Spot]], means: Means = ANY) -> list[list[float]]:
        """How long the way takes from each place to each other, a place being any of its spots.

        0 from a place to itself, infinite where there is no way. Rows are starts. A hundred places take about a
        fifth of a second.
        """
        places = [self._stops(each) for each in spots]
        table = self._table(places, means)
        if means.step_free and any(math.inf in row for row in table):
            unsure = self._table(places, replace(means, unsaid=True))
            table = [
                [other if took == math.inf else took for took, other in zip(row, others, strict=True)]
                for row, others in zip(table, unsure, strict=True)
            ]
        return table

    def _table(self, places: Sequence[Sequence[Stop]], means: Means) -> list[list[float]]:
        count = len(places)
        table = [[math.inf] * count for _ in range(count)]
        here: dict[str, list[tuple[int, Stop]]] = {}
        for number, stops in enumerate(places):
            for stop in filter(partial(self._lets, means=means), stops):
                here.setdefault(stop.hall, []).append((number, stop))
        reach: list[dict[int, float]] = [{} for _ in places]  # door -> seconds to walk to it
        for hall, there in here.items():
            doors = self._doors_in(hall)
            for at, (number, stop) in enumerate(there):
                later = there[at + 1 :]
                lengths = self._legs(stop, [*doors, *(other for _, other in later)]).lengths
                mine = reach[number]
                for door, length in zip(self._doors_of[hall], lengths, strict=False):
                    mine[door] = min(mine.get(door, math.inf), length / means.pace)
                for (other, _), length in zip(later, lengths[len(doors) :], strict=True):
                    took = length / means.pace
                    table[number][other] = min(table[number][other], took)
                    table[other][number] = min(table[other][number], took)
        open_to = self._allowed(means)
        for number, row in enumerate(table):
            after = self._travel(reach[number], means, open_to).after
            for other in range(count):
                for door, took in reach[other].items():
                    row[other] = min(row[other], after[door] + took)
            row[number] = 0.0
        return table

    def _doors_in(self, hall: str) -> list[Stop]:
        return [self._doors[door] for door in self._doors_of[hall]]

    def _legs(self, start: Stop, goals: Sequence[Stop]) -> Legs:
        return Legs(self._grounds.get(start.hall), start, goals)

    def _stops(self, spots: Iterable[Spot]) -> list[Stop]:
        return [self._stop(spot) for spot in spots if spot.hall in self._floors.floors]

    def _stop(self, spot: Spot) -> Stop:
        if spot not in self._stopped:
            self._stopped[spot] = self._new_stop(spot)
        return self._stopped[spot]

    def _new_stop(self, spot: Spot) -> Stop:
        ground = self._grounds.get(spot.hall)
        if ground is None:
            return Stop(spot.hall, spot, at=spot.at)
        if spot.stand is not None and spot.stand in ground.stands:
            return Stop(spot.hall, spot, ground.stand(spot.stand))
        return Stop(spot.hall, spot, ground.at(spot.at) if spot.at is not None else None, spot.at)

    def _street_door(self, stop: Stop) -> Passage | None:
        if stop.spot is None or stop.spot.ref.kind != "passage":
            return None
        passage = self._catalogue.passages.get(stop.spot.ref.id)
        return passage if passage is not None and len(passage.ends) == 1 else None

    def _lets(self, stop: Stop, means: Means) -> bool:
        """Whether a stop is no street door, or one that can be taken."""
        door = self._street_door(stop)
        # Who starts at a door that nobody says anything of has come in by it.
        return door is None or (is_open(door, means) and (is_unsaid(door) or not is_excluded(door, 0, means)))

    def _allowed(self, means: Means, *, against: bool = False) -> list[list[tuple[int, Crossing]]]:
        return [
            [
                (end, crossing)
                for end, crossing in each
                if (against or not crossing.against)
                and is_open(crossing.passage, means)
                and not is_excluded(crossing.passage, crossing.up, means)
            ]
            for each in self._crossings
        ]

    def _travel(self, costs: Mapping[int, float], means: Means, allowed: list[list[tuple[int, Crossing]]]) -> _Travel:
        """Dijkstra over the doors, each once before and once after it: one never walks from a walk."""
        count = len(self._doors)
        reached = [math.inf] * (2 * count)  # door n before it, count + n having come out at it
        came: dict[int, tuple[int, Crossing]] = {}
        walked: dict[int, int] = {}
        for door, cost in costs.items():
            reached[door] = cost
        heap = [(cost, door) for door, cost in costs.items() if cost < math.inf]
        heapify(heap)
        while heap:
            so_far, state = heappop(heap)
            if so_far > reached[state]:
                continue
            if state < count:
                for door, crossing in allowed[state]:
                    there = so_far + crossing.takes(means.pace)
                    if there < reached[count + door]:
                        reached[count + door] = there
                        came[door] = state, crossing
                        heappush(heap, (there, count + door))
            else:
                out = state - count
                for door, length in zip(self._doors_of[self._doors[out].hall], self._inside[out].lengths, strict=True):
                    there = so_far + length / means.pace
                    # Nobody goes through a door and straight back: that is never shorter but by rounding.
                    if door != out and there < reached[door]:
                        reached[door] = there
                        walked[door] = out
                        heappush(heap, (there, door))
        return _Travel(reached[count:], came, walked)

    def _quickest(self, starts: list[Stop], goals: list[Stop], means: Means, *, against: bool = False) -> _Found | None:
        """The quickest pair, be it ``against`` the direction of passages; None where there is none."""
        costs: dict[int, float] = {}
        begun: dict[int, int] = {}
        best: _Found | None = None
        for number, start in enumerate(starts):
            if not self._lets(start, means):
                continue
            here = [n for n, goal in enumerate(goals) if goal.hall == start.hall and self._lets(goal, means)]
            lengths = self._legs(start, [*self._doors_in(start.hall), *(goals[n] for n in here)]).lengths
            doors = self._doors_of[start.hall]
            for door, length in zip(doors, lengths, strict=False):
                if length / means.pace < costs.get(door, math.inf):
                    costs[door], begun[door] = length / means.pace, number
            for n, length in zip(here, lengths[len(doors) :], strict=True):
                if length / means.pace < (best.seconds if best else math.inf):
                    best = _Found(length / means.pace, number, n, -1, _NO_TRAVEL)
        travel = self._travel(costs, means, self._allowed(means, against=against))
        for number, goal in enumerate(goals):
            if not self._lets(goal, means):
                continue
            for door, length in zip(
                self._doors_of[goal.hall], self._legs(goal, self._doors_in(goal.hall)).lengths, strict=True
            ):
                took = travel.after[door] + length / means.pace
                if took < (best.seconds if best else math.inf):
                    best = _Found(took, begun[travel.first(door)], number, door, travel)
        return best

    def _told(self, starts: list[Stop], goals: list[Stop], found: _Found, means: Means) -> Route:
        """The walks and passages of what was found, from its end to its start and round again."""
        start, goal = starts[found.start], goals[found.goal]
        parts: list[Walk | Through | None] = []
        if found.door < 0:
            parts.append(self._legs(start, [goal]).walk(0))
        else:
            door = found.door
            parts.append(self._legs(goal, [self._doors[door]]).walk(0, back=True))
            while True:
                before, crossing = found.travel.came[door]
                parts.append(
                    Through(
                        crossing.passage.id,
                        crossing.start,
                        crossing.end,
                        crossing.length,
                        crossing.takes(means.pace),
                        crossing.up,
                    )
                )
                door = found.travel.walked.get(before, -1)
                if door < 0:
                    parts.append(self._legs(start, [self._doors[before]]).walk(0))
                    break
                parts.append(self._inside[door].walk(before - self._doors_of[self._doors[door].hall].start))
        kept = tuple(part for part in reversed(parts) if part is not None)
        seconds = sum(part.length / means.pace if isinstance(part, Walk) else part.seconds for part in kept)
        taken = dict.fromkeys(part.passage for part in kept if isinstance(part, Through))
        unsure = tuple(key for key in taken if means.step_free and is_unsaid(self._catalogue.passages[key]))
        # Who wants to a hall is there when in it; who is somewhere in one has yet to come to its door.
        ends = (start, goal) if _spot(goal).ref.kind != "hall" else (start,)
        unwalked = tuple(dict.fromkeys(stop.hall for stop in ends if kept and stop.is_bare))
        length = sum(part.length for part in kept)
        return Route(_spot(start), _spot(goal), kept, length, seconds, unsure, unwalked)

    def _why_not(self, starts: list[Stop], goals: list[Stop], means: Means) -> NoWay:
        """What would have to be otherwise, found by asking again for less."""
        anyhow = Means(pace=means.pace)
        for reason, less in (
            (HOURS, replace(means, at=None)),
            (MEANS, replace(anyhow, at=means.at)),
            (MEANS, anyhow),
            (DIRECTION, anyhow),
        ):
            found = self._quickest(starts, goals, less, against=reason == DIRECTION)
            if found is not None:
                passages = (
                    _against(found)
                    if reason == DIRECTION
                    else self._barred(starts[found.start], goals[found.goal], found, means)
                )
                return NoWay(reason, None, starts[found.start].hall, goals[found.goal].hall, tuple(passages))
        for stops, others in ((goals, starts), (starts, goals)):
            if all(self._is_closed_in(stop) for stop in stops):
                return NoWay(CLOSED_IN, _spot(stops[0]), stops[0].hall, others[0].hall)
        return NoWay(NO_PASSAGE, None, starts[0].hall, goals[0].hall)

    def _barred(self, start: Stop, goal: Stop, found: _Found, means: Means) -> Iterator[str]:
        """The passages of a way that what was asked for does not let one take, in the order of the way."""
        for stop, last in ((start, False), (goal, True)):
            door = self._street_door(stop)
            if last:
                yield from self._barred_between(found, means)
            if door is not None and not self._lets(stop, means):
                yield door.id

    def _barred_between(self, found: _Found, means: Means) -> list[str]:
        return [
            crossing.passage.id
            for crossing in found.crossings()
            if not is_open(crossing.passage, means) or is_excluded(crossing.passage, crossing.up, means)
        ]

    def _is_closed_in(self, stop: Stop) -> bool:
        """Whether a stop of a measured hall is cut off from its openings."""
        return stop.place is not None and not self._grounds[stop.hall].leads_out(stop.place)


_NO_TRAVEL = _Travel([], {}, {})


def _against(found: _Found) -> list[str]:
    """The passages that a way takes against their direction, in its order."""
    return [crossing.passage.id for crossing in found.crossings() if crossing.against]


def _spot(stop: Stop) -> Spot:
    assert stop.spot is not None  # only the doors between halls have none, and nobody asks for the way to them
    return stop.spot
