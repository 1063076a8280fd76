"""A stop with what the catalogue adds: the day, the time and the place of its thing; and when that is open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from guide.catalogue.model import Catalogue, Hours, Ref, Session
from guide.dates import minutes_open
from guide.visit.day import MINUTES, NOWHERE, Item, Spot, as_minute
from guide.visit.state import Stop, Visit

MOST_DAYS = 60
"""A fair of more days than these is shown with those only that its hours, its sessions or the plan name."""


def session_of(catalogue: Catalogue, ref: Ref | None) -> Session | None:
    """The session that is meant, if it is one and there."""
    return catalogue.sessions.get(ref.id) if ref is not None and ref.kind == "session" else None


def item_of(catalogue: Catalogue, stop: Stop) -> Item:
    """A stop with its day, times and place: the person's own over the session's.

    A session's end counts only with its own start and without a length of the person's; where the person set
    another start, the session keeps its length. An end before the start is after midnight.
    """
    session = session_of(catalogue, stop.ref)
    day = stop.day or (session.date if session else None)
    begin = as_minute(stop.starts) if stop.starts else None
    length = min(stop.minutes, MINUTES) if stop.minutes and stop.minutes > 0 else None
    of_session = False
    if session is not None and session.starts is not None:
        first = as_minute(session.starts)
        if begin is None:
            begin, of_session = first, True
        if length is None and session.ends is not None:
            length = (as_minute(session.ends) - first) % MINUTES or None
    return Item(
        stop,
        day,
        begin,
        begin + length if begin is not None and length is not None else None,
        of_session,
        spot_of(catalogue, stop.ref),
        stop.ref is not None and catalogue.get(stop.ref) is None,
    )


def spot_of(catalogue: Catalogue, ref: Ref | None) -> Spot:
    """Where a thing is: its own stands or hall, a co-exhibitor's host's, a person's organisation's."""
    if ref is None:
        return NOWHERE
    thing = catalogue.get(ref)
    match ref.kind:
        case _ if thing is None:
            return NOWHERE
        case "hall":
            return Spot(thing.id)
        case "stand":
            return Spot(thing.hall, (thing.id,))
        case "session":
            return Spot(thing.hall, (), thing.room)
        case "service":
            return Spot(thing.hall)
        case "person":
            thing = catalogue.get(thing.organisation) if isinstance(thing.organisation, Ref) else None
    spot = _standing(catalogue, thing)
    host = catalogue.exhibitors.get(getattr(thing, "host", None) or "")
    return _standing(catalogue, host) if spot is NOWHERE and host is not None else spot


def _standing(catalogue: Catalogue, thing: Any) -> Spot:
    stands = [catalogue.stands[key] for key in getattr(thing, "stands", ()) if key in catalogue.stands]
    hall = next((stand.hall for stand in stands if stand.hall), None) or getattr(thing, "hall", None)
    return Spot(hall, tuple(stand.id for stand in stands)) if stands or hall else NOWHERE


def there_on(catalogue: Catalogue, spot: Spot, day: date) -> bool:
    """Whether somebody is at one of the stands on that day; true where nothing is said of days."""
    stands = [catalogue.stands[key] for key in spot.stands]
    return not stands or any(not stand.days or day in stand.days for stand in stands)


def opening(catalogue: Catalogue, ref: Ref | None, day: date) -> Hours | None:
    """When a thing is open on a day: a service by its own hours, all else by the fair's; None where it is not.

    Without hours in the catalogue every day is open from nobody knows when till nobody knows when.
    """
    hours = catalogue.fair.hours
    if ref is not None and ref.kind == "service" and (service := catalogue.services.get(ref.id)) and service.hours:
        hours = service.hours
    return next((each for each in hours if each.date == day), None if hours else Hours(day))


def span_of(hours: Hours) -> tuple[int, int]:
    """From when to when it is open, in minutes since midnight; the whole day where that is not said."""
    return minutes_open(hours.opens, hours.closes)


def days_of(catalogue: Catalogue) -> tuple[date, ...]:
    """Every day of the fair, in order."""
    fair = catalogue.fair
    count = (fair.ends - fair.starts).days + 1
    if count <= MOST_DAYS:
        return tuple(fair.starts + timedelta(at) for at in range(count))
    named: Iterable[date | None] = (
        *(each.date for each in fair.hours),
        *(each.date for each in catalogue.sessions.values()),
    )
    return tuple(sorted({day for day in named if day and fair.starts <= day <= fair.ends}))


@dataclass(frozen=True, slots=True)
class Plan:
    """A visit with every stop resolved, by day and by id in the person's order, and the fair's clock."""

    catalogue: Catalogue
    visit: Visit
    now: datetime
    by_day: Mapping[date | None, tuple[Item, ...]]
    by_id: Mapping[str, Item]

    @property
    def today(self) -> date:
        """The day by the fair's clock."""
        return self.now.date()

    @property
    def minute(self) -> int:
        """The minutes since today's midnight."""
        return as_minute(self.now.time())

    def on(self, day: date | None) -> tuple[Item, ...]:
        """The items of a day."""
        return self.by_day.get(day, ())

    def timed(self, day: date | None) -> list[Item]:
        """The items of a day that have a time, in the person's order."""
        return [item for item in self.on(day) if item.begin is not None]


def resolved(catalogue: Catalogue, visit: Visit, now: datetime) -> Plan:
    """The visit with every stop resolved."""
    by_day: dict[date | None, list[Item]] = {}
    by_id = {stop.id: item_of(catalogue, stop) for stop in visit.plan}
    for item in by_id.values():
        by_day.setdefault(item.day, []).append(item)
    return Plan(catalogue, visit, now, {day: tuple(items) for day, items in by_day.items()}, by_id)


def in_order(items: Iterable[Item]) -> bool:
    """Whether each item that has a time stands before those that start later."""
    begins = [item.begin for item in items if item.begin is not None]
    return begins == sorted(begins)


def till(item: Item) -> int:
    """The minute that an item surely lasts to: of one without a length the one after its start."""
    begin = item.begin or 0
    return max(item.end or 0, begin + 1)


def collide(one: Item, other: Item) -> bool:
    """Whether one cannot be at both: they share a minute, and are not the same thing but for a meeting there."""
    if one.begin is None or other.begin is None or one.stop.id == other.stop.id:
        return False
    if one.stop.ref is not None and one.stop.ref == other.stop.ref and not (one.stop.meeting and other.stop.meeting):
        return False
    return one.begin < till(other) and other.begin < till(one)
