"""What is listed beside the hall plan and marked on it: who is where, what is found, favourites, stops. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.venue.shapes import inner_point
from guide.view.floor_marks import Marks
from guide.visit.items import resolved, spot_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from guide.catalogue.model import Catalogue, Point
    from guide.search.facets import Chosen
    from guide.tui.shown import Found
    from guide.tui.world import World
    from guide.venue.floors import Floors
    from guide.venue.route import Spot
    from guide.visit.state import Visit

_STANDING = ("exhibitor", "region")
"""The kinds that stand somewhere: on stands, or only known to be in a hall."""


def there(catalogue: Catalogue, hall: str) -> tuple[Ref, ...]:
    """Who is in a hall: its stands, then those who are known to be there without a stand; in none: all stands."""
    if not hall:
        return tuple(Ref("stand", stand) for stand in catalogue.stands)
    return catalogue.relations.in_hall.get(hall, ())


def hall_of(catalogue: Catalogue, ref: Ref) -> str | None:
    """The hall of a stand, or of who has none; "" of a stand where no hall is named at all."""
    hall = getattr(catalogue.get(ref), "hall", None)
    return "" if hall is None and ref.kind == "stand" else hall


def places_of(catalogue: Catalogue, ref: Ref) -> Iterator[Ref]:
    """Where a thing is in the list: its stands, or itself where only its hall is known."""
    if ref.kind == "stand":
        yield ref
    elif ref.kind == "exhibitor" and (own := getattr(catalogue.get(ref), "stands", ())) and _are(catalogue, own):
        yield from (Ref("stand", key) for key in own)
    elif ref.kind in _STANDING:
        spot = spot_of(catalogue, ref)
        stands = spot.stands or tuple(
            [key for key, stand in catalogue.stands.items() if stand.region == ref.id] if ref.kind == "region" else ()
        )
        for key in stands:
            yield Ref("stand", key)
        if not stands and spot.hall and spot.hall == hall_of(catalogue, ref):
            yield ref


def _are(catalogue: Catalogue, stands: Iterable[str]) -> bool:
    return all(key in catalogue.stands for key in stands)


def on_plan(catalogue: Catalogue, floors: Floors, ref: Ref) -> tuple[Ref, ...]:
    """What of the plan a thing is: its stands, its services and ways through, who stands in a hall, else its hall.

    A person is where their organisation is, a session in its room. Nothing where nobody says where it is.
    """
    from guide.venue.spots import room_of, spots_of

    thing = catalogue.get(ref)
    party = getattr(thing, "organisation", None)
    if ref.kind == "person" and isinstance(party, Ref):
        ref = party
    if ref.kind == "session" and thing is not None:
        ref = room_of(catalogue, thing) or ref
    itself = ref if ref.kind in (*_STANDING, "service", "passage") else None
    return tuple(
        dict.fromkeys(
            Ref("stand", spot.stand) if spot.stand is not None else itself or Ref("hall", spot.hall)
            for spot in spots_of(catalogue, floors, ref)
        )
    )


def spot_known(catalogue: Catalogue, floors: Floors, ref: Ref) -> Spot | None:
    """The first place of a thing; None where it is not there, or nobody says where."""
    from guide.venue.spots import spots_of

    return next(iter(spots_of(catalogue, floors, ref)), None)


def listed(world: World, halls: Iterable[str], stands: Iterable[Ref]) -> tuple[Ref, ...]:
    """Everything in some halls: the stands in the order given, then who has no stand."""
    catalogue, wanted = world.catalogue, frozenset(halls)
    rest = [ref for hall in halls for ref in there(catalogue, hall) if hall and ref.kind != "stand"]
    behind = world.index.background
    return (
        *(ref for ref in stands if hall_of(catalogue, ref) in wanted),
        *(ref for ref in rest if ref not in behind),
    )


def found_there(world: World, found: Found, chosen: Chosen, standing: dict[Ref, tuple[Ref, ...]]) -> tuple[Ref, ...]:
    """What a query, the facets of stands and the wish for favourites only leave, the best first.

    A stand is found by itself or by who stands there; ``standing`` keeps where that is, for the next query. Services
    in a hall are among them, unless facets are chosen, which are those of stands: first where nothing was found
    better, else last.
    """
    refs = dict.fromkeys(found.rows("stand"))
    if found.searched or found.only:
        through: dict[Ref, None] = {}
        for kind in _STANDING:
            for ref in found.before(kind):
                places = standing.get(ref)
                if places is None:
                    places = standing[ref] = tuple(places_of(world.catalogue, ref))
                for place in places:
                    through[place] = None
        if chosen:
            stands = tuple(ref for ref in through if ref.kind == "stand")
            through = dict.fromkeys(world.facets.keep("stand", stands, chosen))
        refs |= through
        if not chosen:
            first, last = _services(world.catalogue, found)
            return (*first, *refs, *last)
    return tuple(refs)


def _services(catalogue: Catalogue, found: Found) -> tuple[list[Ref], list[Ref]]:
    """The services found that are in a hall: those found better than any stand and who is there, and the rest."""
    refs = [ref for ref in found.before("service") if hall_of(catalogue, ref) in catalogue.halls]
    if not refs or not found.searched:
        return [], refs
    ranked = found.answer.best(("stand", *_STANDING, "service"), limit=found.answer.count("service"))
    better = frozenset(takewhile(lambda ref: ref.kind == "service", ranked))
    return [ref for ref in refs if ref in better], [ref for ref in refs if ref not in better]


def marks_of(
    catalogue: Catalogue,
    visit: Visit,
    now: datetime,
    hits: Iterable[Ref] | None,
    here: tuple[str, Point] | None,
) -> Marks:
    """The marks of a plan: hits (None: nothing is searched), favourites, the stops of a day by number."""
    found = None if hits is None else list(hits)
    favourites = [place for ref in visit.favourites() for place in places_of(catalogue, ref)]
    return Marks(
        hits=None if found is None else _stands(found),
        favourites=_stands(favourites),
        stops=_stops(catalogue, visit, now),
        here=here,
        hits_there=frozenset(ref for ref in found or () if ref.kind != "stand"),
        favourites_there=frozenset(ref for ref in favourites if ref.kind != "stand"),
    )


def _stands(refs: Iterable[Ref]) -> frozenset[str]:
    return frozenset(ref.id for ref in refs if ref.kind == "stand")


def _stops(catalogue: Catalogue, visit: Visit, now: datetime) -> Mapping[str, int]:
    """Stand -> the number of its stop in the plan: of today where there are any, else of the next day that has some."""
    if not visit.plan:
        return {}
    plan = resolved(catalogue, visit, now)
    days = sorted(day for day in plan.by_day if day is not None)
    day: date | None = next((day for day in days if day >= plan.today), None)
    numbers: dict[str, int] = {}
    for number, item in enumerate(plan.on(day), 1):
        for stand in item.spot.stands[:1]:
            numbers.setdefault(stand, number)
    return numbers


def point_of(catalogue: Catalogue, floors: Floors, spot: Spot | None) -> tuple[str, Point] | None:
    """Where on the plan a spot is: its hall and a point there; the middle of the hall where nothing else is known."""
    if spot is None or spot.hall not in floors.floors:
        return None
    if spot.at is not None:
        return spot.hall, spot.at
    plot = floors.at.get(spot.stand or "")
    return spot.hall, inner_point(plot[1].shape if plot else floors.floors[spot.hall].outline)
