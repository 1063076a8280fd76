"""The best tour of places each of which may be at several spots: one spot of each is gone to, in and out of it.

The problem is the generalized travelling salesman's (Noon and Bean, "A Lagrangian based approach for the asymmetric
generalized traveling salesman problem", 1991). A few places are tried out exactly. Of more, the order and the spots are
found in turn: an order as if one could come to a place at one spot and leave it from another, then the best spots for
that order, then the best order for those spots, as long as it gets better. The first of these orders is shorter than
any tour can be: where a tour is as short, there is no better one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from guide.venue.tour import CLOSE, EXACT, Net, Outing, Place, Tour, best_tour, told, tour_of, worth
from guide.venue.tour_exact import Label, exactly, keep

ROUNDS = 3
"""How often the order is looked for after other spots were chosen, at most."""

STEPS = 2**EXACT * 30**2
"""Steps of an exact search up to which it is taken."""

SHARE = 0.2
"""The share of the steps of a search that each of these searches takes."""

Matrix = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One spot of every place, by its number in the matrix, and the outing between these spots."""

    spots: tuple[int, ...]
    outing: Outing


def best_chosen(
    outing: Outing, spots: Sequence[Sequence[int]], seconds: Matrix, given: Sequence[int] = ()
) -> tuple[Tour, Chosen]:
    """The best tour of an outing whose places have these spots, at least one each, and the spots that it goes to.

    ``seconds`` is between the spots; the ways of ``outing`` itself are not looked at. A place that is left out has the
    spot nearest to the others. ``given`` is as in :func:`guide.venue.tour.best_tour`.
    """
    if all(len(each) == 1 for each in spots):
        only = _at(outing, seconds, [each[0] for each in spots])
        return best_tour(only.outing, given), only
    count = len(outing.stops)
    tries = math.prod(len(spots[place]) for place in (outing.start, outing.end) if place is not None)
    if count <= EXACT and tries * 2**count * sum(len(spots[place]) for place in outing.stops) ** 2 <= STEPS:
        return _exactly(outing, spots, seconds)
    free = _free(outing, spots, seconds)
    bound = best_tour(free, given, SHARE)
    found: list[tuple[Tour, Chosen]] = []
    seen: set[tuple[int, ...]] = set()
    orders = [tuple(given), bound.order]
    while orders and len(found) < ROUNDS:
        order = orders.pop()
        chosen = _along(free, spots, seconds, order)
        if chosen not in seen:
            seen.add(chosen)
            there = _at(outing, seconds, chosen)
            found.append((best_tour(there.outing, order, SHARE), there))
            orders.append(_moved(outing, spots, seconds, *found[-1]))
    tour, best = min(found, key=lambda each: worth(outing, each[0]))
    exact = bound.exact and tour.dropped == bound.dropped and tour.walking <= bound.walking + CLOSE
    return replace(tour, exact=exact), best


def _exactly(outing: Outing, spots: Sequence[Sequence[int]], seconds: Matrix) -> tuple[Tour, Chosen]:
    """The best tour there is: every spot is a place of its own, and one of each place is gone to."""
    found: list[tuple[Tour, Chosen]] = []
    nearest = _along(_free(outing, spots, seconds), spots, seconds, ())
    firsts = [()] if outing.start is None else [(spot,) for spot in spots[outing.start]]
    lasts = [()] if outing.end is None else [(spot,) for spot in spots[outing.end]]
    stops = [(spot, at, place) for at, place in enumerate(outing.stops) for spot in spots[place]]
    for start, end in product(firsts, lasts):
        numbers = [*(spot for spot, _, _ in stops), *start, *end]
        every = Outing(
            [[seconds[one][other] for other in numbers] for one in numbers],
            [*(outing.places[place] for _, _, place in stops), *(Place() for _ in (*start, *end))],
            len(stops) if start else None,
            len(stops) + len(start) if end else None,
            outing.begins,
            outing.ends,
        )
        chosen, order = list(nearest), []
        for stop in exactly(Net(every), [at for _, at, _ in stops]):
            spot, _, place = stops[stop]
            chosen[place] = spot
            order.append(place)
        for ends, only in ((outing.start, start), (outing.end, end)):
            if ends is not None:
                chosen[ends] = only[0]
        there = _at(outing, seconds, chosen)
        found.append((told(there.outing, order, exact=True), there))
    return min(found, key=lambda each: worth(outing, each[0]))


def _moved(
    outing: Outing, spots: Sequence[Sequence[int]], seconds: Matrix, tour: Tour, there: Chosen
) -> tuple[int, ...]:
    """The order after each place of several spots has gone to where it costs least, at whichever of its spots."""
    order, chosen = list(tour.order), list(there.spots)
    again = True
    while again:
        again = False
        for place in [place for place in order if len(spots[place]) > 1]:
            rest = [each for each in order if each != place]
            path = [*_only(outing.start), *rest, *_only(outing.end)]
            at = [chosen[each] for each in path]
            shift = 0 if outing.start is None else 1
            best = order.index(place), chosen[place]
            least = _cost(seconds, at, best[0] + shift, best[1]) - CLOSE
            for position in range(len(rest) + 1):
                for spot in spots[place]:
                    cost = _cost(seconds, at, position + shift, spot)
                    if cost < least:
                        new = [*rest[:position], place, *rest[position:]]
                        spotted = [spot if each == place else old for each, old in enumerate(chosen)]
                        if tour_of(_at(outing, seconds, spotted).outing, new) is not None:
                            least, best = cost, (position, spot)
            if (best[0], best[1]) != (order.index(place), chosen[place]):
                order, again = [*rest[: best[0]], place, *rest[best[0] :]], True
                chosen[place] = best[1]
    return tuple(order)


def _only(place: int | None) -> list[int]:
    return [] if place is None else [place]


def _cost(seconds: Matrix, path: Sequence[int], position: int, spot: int) -> float:
    """How much longer a path gets with a spot at a position of it."""
    before = path[position - 1] if position else None
    after = path[position] if position < len(path) else None
    to = 0.0 if before is None else seconds[before][spot]
    on = 0.0 if after is None else seconds[spot][after]
    without = 0.0 if before is None or after is None else seconds[before][after]
    return to + on - without if to + on < math.inf else math.inf


def chosen_for(outing: Outing, spots: Sequence[Sequence[int]], seconds: Matrix, order: Sequence[int]) -> Chosen:
    """The spots with which these places in this order take the least walking and, where they can, keep their times."""
    return _at(outing, seconds, _along(_free(outing, spots, seconds), spots, seconds, order))


def _along(outing: Outing, spots: Sequence[Sequence[int]], seconds: Matrix, order: Sequence[int]) -> tuple[int, ...]:
    """The spot of each place with which this order takes the least walking: first of those that keep its times."""
    net = Net(outing)
    path = [*([] if outing.start is None else [outing.start]), *order, *([] if outing.end is None else [outing.end])]
    number = {place: at for at, place in enumerate(net.stops)}
    ends = len(path) - 1 if outing.end is not None else -1
    found: list[Label] = []
    for timed in (True, False):
        found = []
        for at, place in enumerate(path):
            stop = net.start if not at and outing.start is not None else net.end if at == ends else number[place]
            reached: list[Label] = []
            for spot in spots[place]:
                here: list[Label] = []
                for before in found if at else [(0.0, outing.begins, -1, None)]:
                    walk = seconds[before[2]][spot] if at else 0.0
                    begins = net.begin(stop, before[1] + walk) if timed else before[1] + walk
                    if walk + begins < math.inf:
                        keep(here, (before[0] + walk, begins + net.stay[stop], spot, before if at else None))
                reached += here
            found = reached
        if found:
            break
    chosen: dict[int, int] = {}
    label: Label | None = min(found, default=None, key=lambda each: each[:2])
    for place in reversed(path):
        if label is not None:
            chosen[place], label = label[2], label[3]
    there = list(chosen.values())
    return tuple(
        chosen[place] if place in chosen else min(each, key=lambda spot: _far(seconds, spot, there))
        for place, each in enumerate(spots)
    )


def _far(seconds: Matrix, spot: int, others: Sequence[int]) -> tuple[float, int]:
    """How far a spot is from the nearest of some others and back; among equals the first is the nearer."""
    return min((seconds[spot][other] + seconds[other][spot] for other in others), default=0.0), spot


def _free(outing: Outing, spots: Sequence[Sequence[int]], seconds: Matrix) -> Outing:
    """The outing as if one could come to a place at one of its spots and leave it from another."""
    return replace(
        outing, seconds=[[min(seconds[here][there] for here in a for there in b) for b in spots] for a in spots]
    )


def _at(outing: Outing, seconds: Matrix, chosen: Sequence[int]) -> Chosen:
    between = [[seconds[here][there] for there in chosen] for here in chosen]
    return Chosen(tuple(chosen), replace(outing, seconds=between))
