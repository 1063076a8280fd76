"""Things to go to put into their best order: by walking where the halls are measured, else by hall and number."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.neighbours import row_and_number
from guide.venue.floors import MEASURED, Floors
from guide.venue.route import Means, Route, Spot
from guide.venue.shapes import inner_point
from guide.venue.tour import Outing, Place, Tour, tour_of, walking_of
from guide.venue.tour_spots import Chosen, best_chosen, chosen_for

if TYPE_CHECKING:
    from guide.venue.ways import Ways

HARDLY = 1.0
"""Metres that are not worth another order."""

SPOTS = 100
"""Spots that are looked at beside one for each place; of what has more, some of them, spread evenly."""

NO_PLACE = "no-place"
"""Why a thing is not in the order: it has no place on a measured plan. The others are those of a tour."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to go to: its key, the thing, where it may be found, and how long and when one is there.

    Times are seconds since midnight, as in :mod:`guide.venue.tour`.
    """

    key: str
    ref: Ref | None
    spots: tuple[Spot, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Arrival:
    """A stop of an order: how one comes to it from the one before, and when one is there (seconds since midnight).

    ``metres`` and ``walk`` (seconds) are 0 at the first stop where nobody says where one starts, and at one without a
    place (``placed``). At the first one need not wait: one sets out later. ``spot`` is where one comes to and goes on
    from: of what is at several, that of the best order.
    """

    key: str
    ref: Ref | None
    metres: float
    walk: float
    arrives: float
    begins: float
    leaves: float
    placed: bool = True
    spot: Spot | None = None

    @property
    def waits(self) -> float:
        """The seconds that one is there too early."""
        return self.begins - self.arrives


@dataclass(frozen=True, slots=True)
class Missed:
    """What is left out of an order, and why: a reason of :mod:`guide.venue.tour`, or NO_PLACE."""

    key: str
    ref: Ref | None
    reason: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order of stops with its walking; ``metres`` and ``seconds`` with the way to the end, where there is one.

    ``start`` and ``end`` are the spots where one begins and ends, None for anywhere; ``back`` the metres to the end.
    ``before_metres`` and ``before_seconds`` are those of the same stops in the order given: None where there is no way
    in it. ``before_fits``: in the order given they all could be kept as well. ``exact``: no order of these is shorter.
    Nothing is measured where ``measured`` is False: then the stops go by hall and number and have no times, and
    nothing is left out.
    """

    arrivals: tuple[Arrival, ...]
    missed: tuple[Missed, ...] = ()
    metres: float = 0.0
    seconds: float = 0.0
    before_metres: float | None = None
    before_seconds: float | None = None
    before_fits: bool = True
    measured: bool = True
    exact: bool = True
    start: Spot | None = None
    end: Spot | None = None
    back: float = 0.0

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the stops in order."""
        return tuple(each.key for each in self.arrivals)


def ordered(
    catalogue: Catalogue,
    floors: Floors,
    ways: "Ways | None",
    start: Sequence[Spot],
    wanted: Sequence[Wanted],
    means: Means,
    *,
    end: Sequence[Spot] = (),
    begins: float = 0.0,
    ends: float = math.inf,
) -> Ordered:
    """The best order of what is wanted, given in the order one has; an empty ``start`` or ``end`` is anywhere.

    What stands in no measured hall is missed for NO_PLACE; where nothing is measured, all goes by hall and number.
    """
    placed = [replace(each, spots=_points(floors, each.spots)) for each in wanted if _measured(floors, each.spots)]
    if ways is None or not placed:
        by_number = sorted(wanted, key=lambda each: place_key(catalogue, each.spots))
        arrivals = tuple(Arrival(each.key, each.ref, 0.0, 0.0, begins, begins, begins) for each in by_number)
        return Ordered(arrivals, measured=False, exact=False)
    where = [each.spots for each in placed]
    first = len(where) if start else None
    last = len(where) + bool(start) if end else None
    where = _some([*where, *(_points(floors, spots) for spots in (start, end) if spots)])
    flat = [spot for spots in where for spot in spots]
    ends_at = list(accumulate(map(len, where)))
    spots = [range(upto - len(each), upto) for upto, each in zip(ends_at, where, strict=True)]
    seconds = ways.seconds([(spot,) for spot in flat], means)
    places = [*(each.place for each in placed), *(Place() for _ in where[len(placed) :])]
    outing = Outing([], places, first, last, begins, ends)
    given = range(len(placed))
    lengths = _Lengths(ways, means, flat, first, last)
    tour, chosen = best_chosen(outing, spots, seconds, given)
    before = chosen_for(outing, spots, seconds, given)
    same = tour_of(before.outing, given)
    if same is not None and sum(lengths.along(before, given)) < sum(lengths.along(chosen, tour.order)) + HARDLY:
        # What is no shorter by a metre is not worth another order; the matrix is a little coarser than the ways.
        tour, chosen = replace(same, exact=tour.exact), before
    missed = [Missed(placed[at].key, placed[at].ref, reason) for at, reason in tour.dropped]
    missed += [Missed(each.key, each.ref, NO_PLACE) for each in wanted if not _measured(floors, each.spots)]
    if tour.dropped:
        before = chosen_for(outing, spots, seconds, sorted(tour.order))
    return _told(tour, chosen, before, placed, missed, lengths)


def _some(where: Sequence[tuple[Spot, ...]]) -> list[tuple[Spot, ...]]:
    """The spots of each place; where they are too many to look at, fewer of the places that have most."""
    most = max(map(len, where))
    while most > 1 and sum(min(len(spots), most) for spots in where) > len(where) + SPOTS:
        most -= 1
    return [
        spots if len(spots) <= most else tuple(spots[at * len(spots) // most] for at in range(most)) for spots in where
    ]


def _measured(floors: Floors, spots: Iterable[Spot]) -> bool:
    return any(spot.hall in floors.floors and floors.floors[spot.hall].manner == MEASURED for spot in spots)


def _points(floors: Floors, spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """The spots; of a hall alone its middle, since else one would get from one side of it to the other for nothing."""
    return tuple(
        replace(spot, at=inner_point(floors.floors[spot.hall].outline))
        if spot.stand is None and spot.at is None and spot.hall in floors.floors
        else spot
        for spot in spots
    )


class _Lengths:
    """The metres between spots of an outing, each way asked once."""

    def __init__(self, ways: "Ways", means: Means, spots: Sequence[Spot], first: int | None, last: int | None) -> None:
        self._ways, self._means, self.spots = ways, means, spots
        self.first, self.last = first, last
        self._known: dict[tuple[int, int], float] = {}

    def along(self, chosen: Chosen, order: Sequence[int]) -> list[float]:
        """The metres to each place of an order from the one before, from the start and to the end where these are."""
        ends = ([self.first] if self.first is not None else []), ([self.last] if self.last is not None else [])
        path = [chosen.spots[place] for place in (*ends[0], *order, *ends[1])]
        return [self._between(*pair) for pair in pairwise(path)]

    def _between(self, one: int, other: int) -> float:
        if (one, other) not in self._known:
            way = self._ways.route(self.spots[one : one + 1], self.spots[other : other + 1], self._means)
            self._known[one, other] = way.length if isinstance(way, Route) else math.inf
        return self._known[one, other]


def _told(
    tour: Tour,
    chosen: Chosen,
    before: Chosen,
    placed: Sequence[Wanted],
    missed: Sequence[Missed],
    lengths: _Lengths,
) -> Ordered:
    metres = lengths.along(chosen, tour.order)
    to_each = metres if lengths.first is not None else [0.0, *metres]
    arrivals = []
    for number, (call, length) in enumerate(zip(tour.calls, to_each, strict=False)):
        each, spot = placed[call.place], lengths.spots[chosen.spots[call.place]]
        arrives = call.arrives if number else call.begins
        arrivals.append(Arrival(each.key, each.ref, length, call.walk, arrives, call.begins, call.leaves, spot=spot))
    given = sorted(tour.order)
    before_seconds, before_metres = walking_of(before.outing, given), sum(lengths.along(before, given))
    walkable = math.isfinite(before_seconds) and math.isfinite(before_metres)
    return Ordered(
        tuple(arrivals),
        tuple(missed),
        sum(metres),
        tour.walking,
        before_metres if walkable else None,
        before_seconds if walkable else None,
        before_fits=tour_of(before.outing, given) is not None,
        exact=tour.exact,
        start=None if lengths.first is None else lengths.spots[chosen.spots[lengths.first]],
        end=None if lengths.last is None else lengths.spots[chosen.spots[lengths.last]],
        back=metres[-1] if lengths.last is not None and metres else 0.0,
    )


def place_key(catalogue: Catalogue, spots: Sequence[Spot]) -> tuple[object, ...]:
    """Sorts by hall in the order of the catalogue, then by row and number; last what nobody knows the place of."""
    if not spots:
        return (len(catalogue.halls) + 1,)
    halls = list(catalogue.halls)
    stand = catalogue.stands.get(spots[0].stand or "")
    parted = row_and_number(stand.code or "") if stand else None
    at = halls.index(spots[0].hall) if spots[0].hall in catalogue.halls else len(halls)
    return (at, parted is None, *(parted or ()))
