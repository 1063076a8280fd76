"""``guide way --best-order``: the places in their best order, each at one spot, and what does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Tongue

if TYPE_CHECKING:
    from guide.venue.floors import Floors
    from guide.venue.route import Means, Spot
    from guide.venue.ways import Ways
    from guide.visit.ordering import Missed


@dataclass(frozen=True)
class Ordering:
    """Places in the order in which one goes to them; those that no way leads to come last.

    ``start`` and ``spots`` say where one is at them where they are at several spots; ``late`` are those that cannot be
    gone to in time, which are not among ``goals``.
    """

    goals: Sequence[Ref]
    start: "Spot | None" = None
    spots: "dict[Ref, Spot]" = field(default_factory=dict)
    late: "Sequence[Missed]" = ()


def in_best_order(
    catalogue: Catalogue,
    floors: "Floors",
    ways: "Ways",
    means: "Means",
    start: Ref,
    goals: Sequence[Ref],
    end: Ref | None = None,
) -> Ordering:
    """The places in the order of the least walking; each is gone to once.

    Who names the start as the last place goes back to it in the end, as with ``end``.
    """
    from guide.venue.spots import spots_of
    from guide.venue.tour import NO_WAY
    from guide.visit.ordering import NO_PLACE
    from guide.visit.touring import best_order

    if end is None and goals[-1] == start:
        end = start
    places = [place for place in dict.fromkeys(goals) if place != end]
    starts, ends = (spots_of(catalogue, floors, each) if each is not None else () for each in (start, end))
    done = best_order(catalogue, floors, ways, starts, places, means, end=ends)
    spots = {places[int(each.key)]: each.spot for each in done.arrivals if each.spot is not None}
    if end is not None and done.end is not None:
        spots[end] = done.end
    last = [] if end is None else [end]
    # Of what nobody knows the way or the place of, the ways say so themselves.
    wayless = [places[int(each.key)] for each in done.missed if each.reason in (NO_WAY, NO_PLACE)]
    late = [each for each in done.missed if each.reason not in (NO_WAY, NO_PLACE)]
    return Ordering([*(places[int(key)] for key in done.keys), *last, *wayless], done.start, spots, late)


def problems(catalogue: Catalogue, start: Ref, ordering: Ordering, tongue: Tongue) -> list[dict[str, Any]]:
    """What cannot be gone to in time, in the shape of the contract."""
    from guide.view.names import name
    from guide.view.order_told import REASONS

    return [
        {
            "from": str(start),
            "to": str(each.ref),
            "reason": each.reason,
            "words": f"{name(catalogue, each.ref, tongue)}: {tongue.t(REASONS[each.reason])}",
            "known": [],
            "passages": [],
        }
        for each in ordering.late
        if each.ref is not None
    ]
