"""The best order of a day's stops: from the plan and the catalogue to a tour, and back to a change that can be taken.

It offers its order and changes nothing: a stop with a time of its own stays at its time, nothing is taken out of the
plan, and what does not fit is named with the reason.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from guide.catalogue.model import Catalogue, Ref
from guide.venue.floors import Floors
from guide.venue.route import Means, Spot
from guide.venue.spots import spots_of
from guide.venue.tour import Place
from guide.visit.day import as_minute
from guide.visit.items import opening, session_of, span_of
from guide.visit.ordering import Ordered, Wanted, ordered

if TYPE_CHECKING:
    from guide.venue.ways import Ways

STAYS = {"service": 10, "hall": 45, "session": 45}
"""Minutes that one stays where nobody says how long, by the kind of thing."""

STAY = 20
"""Minutes that one stays at a stand where nobody says how long: a talk and a look around."""

MINUTE = 60.0
DAY_LONG = 24 * 60 * MINUTE


def best_order(
    catalogue: Catalogue,
    floors: Floors,
    ways: "Ways | None",
    start: Sequence[Spot],
    stops: Sequence[Ref],
    means: Means = Means(),  # noqa: B008 - it is frozen
    *,
    end: Sequence[Spot] = (),
) -> Ordered:
    """The best order of things, each of which is a stop; ``start`` and ``end`` may be empty: anywhere.

    The keys of the answer are the places in ``stops``, as decimal numbers. With ``means.at`` opening hours, days of
    stands and the times of sessions of that day count from that moment on, and one stays at each as long as is usual;
    without it only the walking does, and no time passes at a stop.
    """
    moment = means.at
    wanted = []
    for number, ref in enumerate(stops):
        spots = found_at(catalogue, floors, ref, moment.date() if moment else None)
        place = Place() if moment is None else place_of(catalogue, ref, moment.date(), spots)
        wanted.append(Wanted(str(number), ref, spots, place))
    begins = as_minute(moment.time()) * MINUTE if moment else 0.0
    return ordered(catalogue, floors, ways, start, wanted, means, end=end, begins=begins)


def found_at(catalogue: Catalogue, floors: Floors, ref: Ref | None, day: date | None) -> tuple[Spot, ...]:
    """Where a thing is found on a day: of its stands those that somebody is at then, all where nobody is.

    A person is found where their organisation is.
    """
    if ref is not None and ref.kind == "person":
        person = catalogue.people.get(ref.id)
        ref = person.organisation if person and isinstance(person.organisation, Ref) else None
    spots = spots_of(catalogue, floors, ref) if ref is not None else ()
    return tuple(spot for spot in spots if _staffed(catalogue, spot, day)) or spots


def _staffed(catalogue: Catalogue, spot: Spot, day: date | None) -> bool:
    stand = catalogue.stands.get(spot.stand or "")
    return stand is None or day is None or not stand.days or day in stand.days


def place_of(
    catalogue: Catalogue,
    ref: Ref | None,
    day: date,
    spots: Sequence[Spot],
    stay: float | None = None,
    begin: float | None = None,
) -> Place:
    """A stop as the tour wants it: its usual stay and hours of a day, or the seconds given for its stay and its time.

    Without a time of its own a session has that of the programme; on another day than its own it is closed.
    """
    session = session_of(catalogue, ref)
    if begin is None and session is not None and session.starts is not None:
        if session.date not in (None, day):
            return Place(stay or 0.0, ())
        begin = as_minute(session.starts) * MINUTE
        if stay is None and session.ends is not None:
            stay = (as_minute(session.ends) * MINUTE - begin) % DAY_LONG
    if stay is None:
        stay = STAYS.get(ref.kind if ref else "", STAY) * MINUTE
    if begin is not None:
        return Place(stay, ((begin, begin),), appointment=True)
    if spots and not any(_staffed(catalogue, spot, day) for spot in spots):
        return Place(stay, ())
    hours = opening(catalogue, ref, day)
    if hours is None:
        return Place(stay, ())
    opens, closes = span_of(hours)
    if hours.opens is None and hours.closes is None:
        return Place(stay)
    return Place(stay, ((opens * MINUTE, closes * MINUTE - stay),) if (closes - opens) * MINUTE >= stay else ())
