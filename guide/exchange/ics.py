"""A calendar that every phone takes: iCalendar, RFC 5545.

What has a day and a time is an event of the fair's time zone, which is written out as a VTIMEZONE; what has a day only
is one of the whole day; what has no day is no event. A session planned in a visit has the same UID as in the fair's own
calendar, so that a phone which has both shows it once.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from guide import __version__
from guide.catalogue.model import Ref, Session
from guide.exchange.agenda import Entry, entries, entry_of
from guide.exchange.contentlines import assembled, escaped, local
from guide.exchange.facts import NO_LONGER, facts, sign_line
from guide.exchange.selection import Selection
from guide.exchange.vtimezone import vtimezone
from guide.text import one_line
from guide.view.names import party
from guide.visit.state import Stop

_Lines = Iterator[tuple[str, str]]


class Event(NamedTuple):
    """One event: moments are of the fair's clock without a zone, ``day`` counts where there are none."""

    uid: str
    name: str
    day: date
    starts: datetime | None
    ends: datetime | None
    where: str
    about: str
    last: date | None = None  # of an event of several whole days


def calendar(selection: Selection) -> str:
    """The selection's events as a calendar; one without events where nothing has a day."""
    return assembled(_lines(selection, events(selection)))


def events(selection: Selection) -> tuple[Event, ...]:
    """What has a day: the stops of a visit, else the sessions chosen, and of a whole fair the fair itself."""
    if selection.visit.plan:
        known: set[str] = set()
        return tuple(_stop(selection, entry, entry.day, known) for entry in entries(selection) if entry.day is not None)
    sessions = [thing for ref in selection.refs if isinstance(thing := selection.catalogue.get(ref), Session)]
    planned = [_session(selection, session) for session in sessions if session.date is not None]
    return (*([_fair(selection)] if selection.whole else []), *planned)


def _uid(selection: Selection, ref: Ref) -> str:
    return f"{ref.kind}-{ref.id}@{selection.catalogue.fair.id}.exhibition-guide"


def _fair(selection: Selection) -> Event:
    fair, tongue = selection.catalogue.fair, selection.tongue
    venue = fair.venue
    where = ", ".join(one_line(tongue.d(each)) for each in (venue.name, venue.address) if each) if venue else ""
    name = one_line(tongue.d(fair.name))
    about = "\n".join(part for part in (tongue.d(fair.summary), fair.site or "") if part)
    first, last = min(fair.starts, fair.ends), max(fair.starts, fair.ends)
    return Event(_uid(selection, Ref("fair", fair.id)), name, first, None, None, where, about, last)


def _session(selection: Selection, session: Session) -> Event:
    ref = Ref("session", session.id)
    # The times of a session are those of a stop about it where the person set none.
    entry = entry_of(selection, Stop("", ref))
    assert session.date is not None
    about = "\n\n".join(part for part in (entry.note, _about(selection, ref)) if part)
    return Event(_uid(selection, ref), entry.name, session.date, entry.starts, entry.ends, entry.where, about)


def _stop(selection: Selection, entry: Entry, on: date, known: set[str]) -> Event:
    tongue, ref = selection.tongue, entry.ref
    uid = f"stop-{entry.id}@{selection.catalogue.fair.id}.exhibition-guide"
    if ref is not None and ref.kind == "session":
        uid = uid if _uid(selection, ref) in known else _uid(selection, ref)
    known.add(uid)
    gone = tongue.t(NO_LONGER) if entry.gone else ""
    about = (gone, entry.about, entry.note, _about(selection, ref) if ref is not None else "")
    return Event(
        uid, entry.name, on, entry.starts, entry.ends, entry.where, "\n\n".join(part for part in about if part)
    )


def _about(selection: Selection, ref: Ref) -> str:
    """What the catalogue says beyond name, time and place."""
    tongue, thing = selection.tongue, selection.catalogue.get(ref)
    if thing is None:
        return ""
    if isinstance(thing, Session):
        speakers = ", ".join(party(selection.catalogue, who, tongue) for who in thing.speakers)
        return "\n".join(part for part in (speakers, tongue.d(thing.about)) if part)
    told = facts(selection, ref)
    return "\n".join(part for part in (sign_line(selection, told), *told.phones, *told.sites) if part)


def _lines(selection: Selection, planned: Iterable[Event]) -> _Lines:
    planned = tuple(planned)
    zone = selection.catalogue.fair.timezone
    years = {moment.year for event in planned for moment in (event.starts, event.ends) if moment is not None}
    zoned = tuple(vtimezone(zone, years)) if years else ()
    yield "BEGIN", "VCALENDAR"
    yield "VERSION", "2.0"
    yield "PRODID", f"-//Exhibition guide//guide {__version__}//EN"
    yield "CALSCALE", "GREGORIAN"
    yield "METHOD", "PUBLISH"
    yield "X-WR-CALNAME", escaped(selection.title)
    yield from zoned
    for event in planned:
        yield from _event(selection, event, zone if zoned else "")
    yield "END", "VCALENDAR"


def _event(selection: Selection, event: Event, zone: str) -> _Lines:
    yield "BEGIN", "VEVENT"
    yield "UID", escaped(event.uid)
    yield "DTSTAMP", _utc(selection.moment)
    if event.starts is None:
        yield "DTSTART;VALUE=DATE", _whole(event.day)
        after = _day_after(event.last or event.day)
        if after is not None:
            yield "DTEND;VALUE=DATE", _whole(after)
        yield "TRANSP", "TRANSPARENT"
    else:
        # A zone that this system does not know: a floating time, which every phone shows as it is written.
        of_zone = f";TZID={zone}" if zone else ""
        yield f"DTSTART{of_zone}", local(event.starts)
        if event.ends is not None and event.ends > event.starts:
            yield f"DTEND{of_zone}", local(event.ends)
    yield "SUMMARY", escaped(event.name)
    yield "LOCATION", escaped(event.where)
    yield "DESCRIPTION", escaped(event.about)
    yield "END", "VEVENT"


def _day_after(on: date) -> date | None:
    try:
        return on + timedelta(days=1)
    except OverflowError:
        return None


def _whole(on: date) -> str:
    return on.isoformat().replace("-", "")


def _utc(moment: datetime) -> str:
    return f"{local(moment.astimezone(UTC))}Z"
