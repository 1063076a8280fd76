"""The best order of a day's stops: from the plan and the catalogue to a tour, and back to a change that can be taken.

It offers its order and changes nothing: a stop with a time of its own stays at its time, nothing is taken out of the
plan, and what does not fit is named with the reason.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import N_
from guide.venue.floors import Floors
from guide.venue.passing import is_excluded
from guide.venue.route import Means, Spot
from guide.venue.spots import entrances, spots_of
from guide.venue.tour import CLOSED, NO_TIME, Place
from guide.visit.changes import Change, arranged
from guide.visit.day import MINUTES, UNSAID, Item, as_minute, as_time
from guide.visit.items import Plan, opening, resolved, session_of, span_of
from guide.visit.ordering import NO_PLACE, Arrival, Missed, Ordered, Wanted, ordered
from guide.visit.state import Visit

if TYPE_CHECKING:
    from guide.venue.ways import Ways

STAYS = {"service": 10, "hall": 45, "session": 45}
"""Minutes that one stays where nobody says how long, by the kind of thing."""

STAY = 20
"""Minutes that one stays at a stand where nobody says how long: a talk and a look around."""

EARLY = 30
"""Minutes before the doors open, or before a first appointment at about that time, from which one is there for it."""

MINUTE = 60.0
DAY_LONG = MINUTES * MINUTE


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


# A day of the plan.


@dataclass(frozen=True, slots=True)
class DayOrder:
    """What is offered for a day: its order, and the change that takes it (an empty one where it is so already).

    ``order`` has the ids of stops for keys, in the order of time; ``start`` is where it begins, empty where nobody
    knows. ``trade_only``: on that day the fair is not open to all. ``done`` are the stops that are behind one by now.
    ``means`` is what the ways of it take.
    """

    day: date | None
    order: Ordered
    change: Change
    start: tuple[Spot, ...] = ()
    trade_only: bool = False
    done: tuple[str, ...] = ()
    means: Means = Means()  # noqa: RUF009 - it is frozen


def day_order(
    catalogue: Catalogue,
    floors: Floors,
    ways: "Ways | None",
    visit: Visit,
    day: date | None,
    now: datetime,
    *,
    here: Sequence[Spot] = (),
    end: Sequence[Spot] = (),
    means: Means = Means(),  # noqa: B008 - it is frozen
) -> DayOrder:
    """The best order of a day of the plan by the fair's clock ``now``: today from ``here``, else the main entrance.

    Stops with a time stay at it; of today what was visited or is over by now is left alone, and what is on now is
    where one starts. Passages count as open or closed as they are in the middle of what is left of the day. Of a day
    that has no date only the walking counts. Dear: it walks from every stop to every other.
    """
    plan = resolved(catalogue, visit, now)
    items = plan.on(day)
    done = {item.stop.id for item in items if item.gone or _is_over(plan, item)}
    left = [item for item in items if item.stop.id not in done]
    places = {item.stop.id: _wanted(plan, floors, item) for item in left}
    nowhere = [item for item in left if item.begin is not None and day is not None and not places[item.stop.id].spots]
    wanted = [_beside(places[item.stop.id], nowhere) for item in left if item not in nowhere]
    begins, ends = _span(plan, day, left)
    start = _start(plan, floors, left, here, means)
    if day is not None:
        middle = as_time(int((begins + min(ends, DAY_LONG)) / 2 // MINUTE))
        means = replace(means, at=datetime.combine(day, middle, now.tzinfo))
    order = ordered(catalogue, floors, ways, start, wanted, means, end=end, begins=begins, ends=ends)
    if order.measured:
        keys, order = _in_time(left, order, nowhere, places)
    else:
        timeless = {item.stop.id for item in left if item.begin is None}
        keys = [key for key in order.keys if key in timeless]
        order = replace(order, arrivals=tuple(each for each in order.arrivals if each.key in timeless))
    change = replace(arranged(visit, keys), what=N_("the day was put in its best order"))
    trade_only = any(each.date == day and each.trade_only for each in catalogue.fair.hours)
    gone = tuple(item.stop.id for item in items if item.stop.id in done)
    return DayOrder(day, order, change, tuple(start), trade_only, gone, means)


def _is_over(plan: Plan, item: Item) -> bool:
    if item.day != plan.today:
        return False
    if item.begin is None or item.begin > plan.minute:
        return item.stop.ref is not None and plan.visit.mark(item.stop.ref).visited
    return True  # what is on now is where one starts


def _lasts(item: Item) -> int:
    """The minute until which a timed item lasts."""
    return item.end or (item.begin or 0) + UNSAID


def _wanted(plan: Plan, floors: Floors, item: Item) -> Wanted:
    """An item as it is to be gone to; on no day it has neither hours nor a time."""
    stop, day = item.stop, item.day
    spots = found_at(plan.catalogue, floors, stop.ref, day)
    if day is None:
        return Wanted(stop.id, stop.ref, spots, Place())
    if item.begin is not None:
        begin = item.begin * MINUTE
        return Wanted(stop.id, stop.ref, spots, Place(_lasts(item) * MINUTE - begin, ((begin, begin),), True))
    stay = item.minutes * MINUTE if item.minutes else None
    return Wanted(stop.id, stop.ref, spots, place_of(plan.catalogue, stop.ref, day, spots, stay))


def _beside(wanted: Wanted, busy: Sequence[Item]) -> Wanted:
    """A stop that leaves the times free at which one is nobody knows where."""
    place = wanted.place
    if place.appointment or not busy:
        return wanted
    windows = ((-math.inf, math.inf),) if place.windows is None else place.windows
    for item in busy:
        first, last = (item.begin or 0) * MINUTE - place.stay, _lasts(item) * MINUTE
        parts = [
            part for opens, latest in windows for part in ((opens, min(latest, first)), (max(opens, last), latest))
        ]
        windows = tuple(sorted({part for part in parts if part[0] <= part[1]}))
    return replace(wanted, place=replace(place, windows=windows))


def _span(plan: Plan, day: date | None, left: Sequence[Item]) -> tuple[float, float]:
    """When what is left of a day begins and ends, in seconds: as the fair opens and closes, and as appointments are."""
    if day is None:
        return 0.0, math.inf
    hours = opening(plan.catalogue, None, day)
    opens, closes = span_of(hours) if hours else (0, MINUTES)
    timed = [item for item in left if item.begin is not None]
    first = min((item.begin or 0 for item in timed), default=MINUTES)
    begins = opens if first >= opens + EARLY else max(first - EARLY, 0)
    if day == plan.today:
        on = [_lasts(item) for item in plan.timed(day) if (item.begin or 0) <= plan.minute < _lasts(item)]
        begins = max(begins, plan.minute, *on)
    return begins * MINUTE, max(closes, *(_lasts(item) for item in timed), 0) * MINUTE


def _start(plan: Plan, floors: Floors, left: Sequence[Item], here: Sequence[Spot], means: Means) -> Sequence[Spot]:
    """Where a day begins: where one is, if it is today or has no date; who is on at something today is there."""
    if not left:
        return ()
    day = left[0].day
    if here and day in (None, plan.today):
        return here
    if day == plan.today:
        for item in reversed(plan.timed(day)):
            spots = found_at(plan.catalogue, floors, item.stop.ref, day)
            if spots and (item.begin or 0) <= plan.minute < _lasts(item):
                return spots
    doors = entrances(plan.catalogue, floors)
    passages = plan.catalogue.passages
    free = [door for door in doors if not is_excluded(passages[door.ref.id], 0, means)]
    return (free or doors)[:1]  # whom the main entrance does not let in comes in by another


def _in_time(
    left: Sequence[Item], order: Ordered, nowhere: Sequence[Item], places: "dict[str, Wanted]"
) -> tuple[list[str], Ordered]:
    """The ids of a day's stops by time, and the order with those that are at their times nobody knows where.

    What was left out comes last, but for what has a time; what has neither a place nor a time is not among them: it
    stays where it is.
    """
    away = []
    for item in nowhere:
        begins, ends = (item.begin or 0) * MINUTE, _lasts(item) * MINUTE
        away.append(Arrival(item.stop.id, item.stop.ref, 0.0, 0.0, begins, begins, ends, placed=False))
    arrivals = sorted((*order.arrivals, *away), key=lambda each: each.begins)
    times = {each.key: each.begins for each in arrivals}
    missed = tuple(
        Missed(
            each.key,
            each.ref,
            NO_TIME if each.reason == CLOSED and places[each.key].place.windows != () else each.reason,
        )
        for each in order.missed
    )
    reasons = {each.key: each.reason for each in missed}
    for item in left:
        key = item.stop.id
        if key not in times and (item.begin is not None or reasons.get(key) != NO_PLACE):
            times[key] = math.inf if item.begin is None else item.begin * MINUTE
    return sorted(times, key=lambda key: times[key]), replace(order, arrivals=tuple(arrivals), missed=missed)
