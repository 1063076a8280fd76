"""The best order of places to go to: the least walking that keeps opening times and appointments, and what is left out.

It knows nothing of fairs: places are numbers, ways are seconds. Times are seconds on one clock (of the day, say).
What counts, in this order: appointments kept, places kept, their value, little walking, an early end. Day and
places begin together: of two tours of the same places with the same walking the earlier one also waits less.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

EXACT = 12
"""Places up to which the order is the best there is; beyond, it is searched for (:mod:`guide.venue.tour_search`)."""

CLOSED, LATE, NO_WAY, NO_TIME = "closed", "late", "no-way", "no-time"
"""Why a place is left out: it is not open within the day; it closes, or the day ends, before one can be there; no way
leads there or on from there; the others leave no time for it."""

CLOSE = 1e-6
"""Seconds that are no difference: what sums of floating-point numbers owe to their order."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: how long one stays, in seconds, and when one may begin to.

    ``windows``: (opens, latest) each, apart and in order; a stay begins from ``opens`` until ``latest``, and who comes
    earlier waits. None is at any time, an empty tuple is never. ``appointment``: it is given up last; its time is a
    window of one moment. Of other places those of less ``value`` are given up first, where not all can be kept.
    """

    stay: float = 0.0
    windows: tuple[tuple[float, float], ...] | None = None
    appointment: bool = False
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class Outing:
    """A question: the seconds from each place to each (``math.inf``: no way; both directions may differ), the places.

    ``start`` and ``end`` are places where one comes from and goes to in the end, be they the same; they are no stops,
    and nothing of them but their ways counts. Without them one begins and ends anywhere. The outing begins at
    ``begins`` and is over by ``ends``.
    """

    seconds: Sequence[Sequence[float]]
    places: Sequence[Place]
    start: int | None = None
    end: int | None = None
    begins: float = 0.0
    ends: float = math.inf

    @property
    def stops(self) -> list[int]:
        """The places that are to be gone to."""
        return [place for place in range(len(self.places)) if place not in (self.start, self.end)]


@dataclass(frozen=True, slots=True)
class Called:
    """A place of a tour: the seconds one walks there, when one arrives, when one's stay begins and ends."""

    place: int
    walk: float
    arrives: float
    begins: float
    leaves: float


@dataclass(frozen=True, slots=True)
class Tour:
    """An answer: the places in order, what is left out with the reason, and the sums in seconds.

    ``walking`` includes the way to ``Outing.end``; ``ends`` is when one is there. ``exact``: there is no better one.
    """

    calls: tuple[Called, ...]
    walking: float
    waiting: float
    ends: float
    dropped: tuple[tuple[int, str], ...] = ()
    exact: bool = False

    @property
    def order(self) -> tuple[int, ...]:
        """The places in order."""
        return tuple(call.place for call in self.calls)


def best_tour(outing: Outing, given: Sequence[int] = (), share: float = 1.0) -> Tour:
    """The best tour, exactly up to EXACT places, else as good as a search of so many steps finds it.

    ``given`` is an order that one has: of places that can be gone to in it, the tour is never worse than it. The same
    question has the same answer on every machine: the search counts its steps, no clock; ``share`` is that of the usual
    ones that it takes.
    """
    from guide.venue.tour_exact import exactly
    from guide.venue.tour_search import searched

    net = Net(outing)
    exact = len(net.stops) <= EXACT
    return _answer(net, exactly(net) if exact else searched(net, net.numbers(given), share), exact)


def told(outing: Outing, order: Sequence[int], *, exact: bool) -> Tour:
    """The tour through these places in an order that was found, with the reasons why the others are left out."""
    net = Net(outing)
    return _answer(net, net.numbers(order), exact)


def worth(outing: Outing, tour: Tour) -> tuple[int, int, float, int, float]:
    """What counts of a tour, the less the better: what is left out, the walking, the end."""
    lost = [outing.places[place] for place, _ in tour.dropped]
    return (
        sum(place.appointment for place in lost),
        len(lost),
        sum(place.value for place in lost),
        round(tour.walking / CLOSE),
        tour.ends,
    )


def tour_of(outing: Outing, order: Sequence[int]) -> Tour | None:
    """The tour through these places in this order; None where a window would be missed or there is no way."""
    net = Net(outing)
    return _told(net, net.numbers(order))


def walking_of(outing: Outing, order: Sequence[int]) -> float:
    """The seconds walked in this order, whatever the times: ``math.inf`` where there is no way."""
    net = Net(outing)
    path = [net.start, *net.numbers(order), net.end]
    return sum(net.ways[a][b] for a, b in pairwise(path))


class Net:
    """An outing as the solvers want it: stops are numbered from 0, then comes where one starts, then where one ends.

    ``ways`` has no way to the start or from the end; those of a start or an end anywhere take no time. ``windows`` of
    a stop lie within the outing. ``timed``: some stop has a narrower window than the outing, so that times decide
    on the order and not only on how much fits.
    """

    def __init__(self, outing: Outing) -> None:
        self.outing = outing
        self.stops = outing.stops
        count = len(self.stops)
        self.start, self.end = count, count + 1
        seconds, stops = outing.seconds, self.stops
        ways = [[seconds[a][b] for b in stops] for a in stops]
        for row, a in zip(ways, stops, strict=True):
            row += [math.inf, 0.0 if outing.end is None else seconds[a][outing.end]]
        first = [0.0] * count if outing.start is None else [seconds[outing.start][b] for b in stops]
        through = 0.0 if outing.start is None or outing.end is None else seconds[outing.start][outing.end]
        ways += [[*first, math.inf, through], [math.inf] * (count + 2)]
        self.ways = ways
        places = [outing.places[place] for place in stops]
        self.stay = [place.stay for place in places] + [0.0, 0.0]
        self.appointment = [place.appointment for place in places] + [False, False]
        self.value = [place.value for place in places] + [0.0, 0.0]
        whole = (-math.inf, math.inf)
        self.windows = [self._within((whole,) if place.windows is None else place.windows, place) for place in places]
        self.windows += [((outing.begins, outing.begins),), ((outing.begins, outing.ends),)]
        self.timed = any(
            len(windows) != 1 or windows[0] != (outing.begins, outing.ends - place.stay)
            for place, windows in zip(places, self.windows, strict=False)
        )

    def _within(self, windows: Sequence[tuple[float, float]], place: Place) -> tuple[tuple[float, float], ...]:
        begins, ends = self.outing.begins, self.outing.ends - place.stay
        cut = ((max(opens, begins), min(latest, ends)) for opens, latest in windows)
        return tuple(window for window in cut if window[0] <= window[1])

    def numbers(self, order: Sequence[int]) -> list[int]:
        """The numbers here of places of the outing."""
        number = {place: number for number, place in enumerate(self.stops)}
        return [number[place] for place in order]

    def begin(self, stop: int, arrives: float) -> float:
        """When a stay begins for who arrives then; ``math.inf`` where it is too late."""
        for opens, latest in self.windows[stop]:
            if arrives <= latest:
                return arrives if arrives > opens else opens
        return math.inf

    def loss(self, dropped: Sequence[int]) -> tuple[int, int, float]:
        """What is lost with these: appointments, places, value."""
        return (
            sum(self.appointment[stop] for stop in dropped),
            len(dropped),
            sum(self.value[stop] for stop in sorted(dropped)),
        )


def _answer(net: Net, order: Sequence[int], exact: bool) -> Tour:
    tour = _told(net, order) or Tour((), 0.0, 0.0, net.outing.begins)  # not even from the start to the end
    return Tour(tour.calls, tour.walking, tour.waiting, tour.ends, tuple(_reasons(net, order)), exact)


def _told(net: Net, order: Sequence[int]) -> Tour | None:
    here, time, walking, waiting = net.start, net.outing.begins, 0.0, 0.0
    calls = []
    for stop in (*order, net.end):
        walk = net.ways[here][stop]
        arrives = time + walk
        begins = net.begin(stop, arrives)
        if math.isinf(begins):
            return None
        walking, waiting, here, time = walking + walk, waiting + begins - arrives, stop, begins + net.stay[stop]
        if stop != net.end:
            calls.append(Called(net.stops[stop], walk, arrives, begins, time))
    return Tour(tuple(calls), walking, waiting, time)


def _reasons(net: Net, order: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Every stop that is not in the order, and why."""
    kept = set(order)
    path = [net.start, *order, net.end]
    for stop, place in enumerate(net.stops):
        if stop not in kept:
            yield place, _reason(net, stop, path)


def _reason(net: Net, stop: int, path: Sequence[int]) -> str:
    if not net.windows[stop]:
        windows = net.outing.places[net.stops[stop]].windows
        if windows is None:
            return NO_TIME
        return LATE if windows and windows[-1][1] < net.outing.begins else CLOSED
    ways = net.ways
    if not any(math.isfinite(ways[a][stop] + ways[stop][b]) for a, b in pairwise(path)):
        return NO_WAY
    alone = _told(net, [stop])
    return LATE if alone is None and math.isfinite(ways[net.start][stop] + ways[stop][net.end]) else NO_TIME
