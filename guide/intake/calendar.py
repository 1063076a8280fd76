"""Calendars: the entries of iCalendar, RFC 5545, as sessions, each time of one that comes back as one of its own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from guide.i18n import N_
from guide.intake.calendar_entry import Entry, entry_of, fair_of
from guide.intake.calendar_lines import Component, Line, components
from guide.intake.calendar_zones import Zones
from guide.intake.draft import Draft, fullest
from guide.intake.encoding import decoded
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.moments import minutes_of, moment_of
from guide.intake.oddities import Oddity
from guide.intake.programme import Talk, drafted, said
from guide.intake.recurring import MOST, Rule, rule_of, times
from guide.text import clean, one_line

_DAYS = 60
"""Days of an entry of whole days that become one session each."""

_FOR_EVER = 2200
"""The year from which on an end is none: some programs write 9999 where they mean that."""

_SESSIONS = 20_000
"""Sessions that one calendar may come to."""


def read(files: Sequence[Incoming], asked: Asked) -> Draft:
    """The calendars as one draft; a row is the line at which an entry begins.

    Broken lines and entries that never end are told and passed over. Raises ForeignError for what has no calendar or
    nothing in it.
    """
    return fullest([_Calendar(file, asked).drafted() for file in files])


class _Calendar:
    def __init__(self, file: Incoming, asked: Asked) -> None:
        self._file = file
        self._asked = asked
        parts, self._oddities = components(file, decoded(file.data).text)
        self._calendars = [part for part in parts if part.name == "VCALENDAR"]
        if not self._calendars:
            raise ForeignError(
                N_("{file} holds no calendar."), N_("A calendar begins with BEGIN:VCALENDAR."), file=file.name
            )
        inner = [part for calendar in self._calendars for part in calendar.parts]
        self._zones = Zones([part for part in inner if part.name == "VTIMEZONE"])
        self._events = [part for part in inner if part.name == "VEVENT"]
        if not self._events:
            raise ForeignError(N_("{file} holds no entries."), N_("Was it copied or saved to its end?"), file=file.name)
        self._zone = self._told_zone()

    def drafted(self) -> Draft:
        """All entries as a draft."""
        entries = self._entries()
        fair, entries = fair_of(self._calendars, entries, self._file.name, self._oddities)
        last = max((day for entry in entries if not entry.is_endless for day in self._reach(entry)), default=None)
        talks: list[Talk] = []
        for entry in entries:
            talks += self._talks(entry, fair.get("ends") or last)
            if len(talks) > _SESSIONS:
                raise ForeignError(
                    N_("{file} has more than {limit} entries."), N_("Is this the right file?"),
                    file=self._file.name, limit=_SESSIONS,
                )  # fmt: skip
        draft = drafted(self._file.name, talks, self._asked, self._zone)
        draft.rows = len(self._events)
        draft.oddities[:0] = self._oddities
        draft.fair |= fair
        return draft

    def _told_zone(self) -> str:
        """The zone of the calendar: the one that it names for all of it, else the one that most of its times name."""
        for calendar in self._calendars:
            name = self._zones.name(calendar.said("X-WR-TIMEZONE"))
            if name:
                return name
        counted = Counter(
            self._zones.name(line.parameters["TZID"])
            for event in self._events
            for line in event.all("DTSTART")
            if line.parameters.get("TZID")
        )
        counted.pop("", None)
        if counted:
            return counted.most_common(1)[0][0]
        named = [name for calendar in self._calendars for part in calendar.parts if part.name == "VTIMEZONE"
                 and (name := self._zones.name(part.said("TZID")))]  # fmt: skip
        return named[0] if len(set(named)) == 1 else ""

    def _entries(self) -> list[Entry]:
        """The entries that are not called off, each with the ones that stand for single times of it."""
        whole: dict[str, Entry] = {}
        single: list[tuple[str, Entry, Line]] = []
        is_off = any(calendar.said("METHOD").upper() == "CANCEL" for calendar in self._calendars)
        for event in self._events:
            entry = self._entry(event)
            entry.is_cancelled |= is_off
            of_time = event.first("RECURRENCE-ID")
            uid = event.said("UID") or f"line {event.row}"
            if of_time is not None:
                single.append((uid, entry, of_time))
            elif uid not in whole or entry.sequence >= whole[uid].sequence:
                if uid in whole and not event.said("SEQUENCE") and whole[uid].talk.title != entry.talk.title:
                    uid = f"{uid} line {event.row}"  # programs that give all entries one number
                whole[uid] = entry
        for uid, entry, of_time in single:
            moment = self._moment(of_time)
            if uid in whole and moment is not None:
                whole[uid].instead[moment] = entry
            else:
                whole[f"{uid} {of_time.value}"] = entry
        kept = []
        for entry in whole.values():
            if entry.is_cancelled:
                self._odd("I053", entry.talk.row, "STATUS", said(entry.talk.title))
            else:
                kept.append(entry)
        return kept

    def _entry(self, event: Component) -> Entry:
        entry = entry_of(event)
        line = event.first("DTSTART")
        if line is not None:
            entry.talk.starts = self._moment(line)
            if entry.talk.starts is None:
                self._odd("I052", line.row, "DTSTART", line.value)
        entry.zone = self._zone_of(line) if line is not None else None
        self._end(event, entry)
        for line in event.all("EXDATE"):
            entry.without |= set(self._moments(line))
        for line in event.all("RDATE"):
            entry.besides += self._moments(line)
        for line in event.all("RRULE"):
            rule = self._rule(line, entry)
            if rule is None:
                self._odd("I056", line.row, "RRULE", line.value)
            else:
                entry.rules.append(rule)
        if event.all("EXRULE"):
            self._odd("I056", event.row, "EXRULE", event.said("EXRULE"))
        return entry

    def _end(self, event: Component, entry: Entry) -> None:
        starts, line = entry.talk.starts, event.first("DTEND")
        ends = self._moment(line) if line is not None else None
        if line is not None and ends is None:
            self._odd("I052", line.row, "DTEND", line.value)
        if isinstance(starts, datetime) and isinstance(ends, datetime):
            entry.talk.minutes = round((_aware(ends) - _aware(starts)).total_seconds() / 60)
        elif type(starts) is date and type(ends) is date:
            entry.days = max((ends - starts).days, 1)
        elif event.said("DURATION"):
            minutes = minutes_of(event.said("DURATION").lstrip("+"))
            if minutes is None:
                self._odd("I052", event.row, "DURATION", event.said("DURATION"))
            elif type(starts) is date:
                entry.days = max(minutes // (24 * 60), 1)
            else:
                entry.talk.minutes = minutes

    def _rule(self, line: Line, entry: Entry) -> Rule | None:
        from icalendar import vRecur

        try:
            parts = {str(name).upper(): values for name, values in vRecur.from_ical(line.value).items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        parts = {name: values if isinstance(values, list) else [values] for name, values in parts.items()}
        if entry.talk.starts is None:
            return None
        until = parts["UNTIL"][0] if parts.get("UNTIL") else None
        if isinstance(until, date) and until.year >= _FOR_EVER:
            until = None
        elif isinstance(until, datetime):
            until = _clock_in(until, entry.zone or UTC)
        elif isinstance(until, date):
            until = datetime.combine(until, time(23, 59, 59))
        return rule_of(parts, until)

    def _talks(self, entry: Entry, last: date | None) -> Iterator[Talk]:
        for starts in self._starts(entry, last):
            instead = entry.instead.get(starts) if starts is not None else None
            if instead is not None and instead.is_cancelled:
                self._odd("I053", instead.talk.row, "STATUS", said(instead.talk.title))
                continue
            talk = instead.talk if instead is not None else entry.talk
            at = talk.starts if instead is not None else starts
            days = instead.days if instead is not None else entry.days
            if instead is not None:
                talk = replace(talk, key=f"{talk.key}@{starts}")
            if type(at) is date and days > 1:
                for number in range(min(days, _DAYS)):
                    yield replace(talk, starts=at + timedelta(number))
            else:
                yield replace(talk, starts=at)

    def _starts(self, entry: Entry, last: date | None) -> list[datetime | date | None]:
        """The times of an entry in their order, with those instead of which another entry stands."""
        first = entry.talk.starts
        if first is None:
            return [None]
        found: dict[datetime | date, None] = {first: None}
        for rule in entry.rules:
            of_rule = list(times(_clock(first), rule, last if rule.is_endless else None))
            if rule.is_endless:
                self._odd("I055", entry.talk.row, "RRULE", said(entry.talk.title), count=min(len(of_rule), MOST))
            for each in of_rule:
                found[each.date() if type(first) is date else each.replace(tzinfo=_zone(first))] = None
        found |= dict.fromkeys(
            each for each in entry.besides if isinstance(each, datetime) == isinstance(first, datetime)
        )
        kept = [each for each in found if each not in entry.without and _day(each) not in entry.without]
        return [*sorted(kept, key=lambda each: _aware(_clocked(each)))]

    def _reach(self, entry: Entry) -> list[date]:
        starts = entry.talk.starts
        found = [_clock(starts).date()] if starts is not None else []
        return found + [_clock(each).date() for each in entry.besides]

    def _moments(self, line: Line) -> list[datetime | date]:
        found = []
        for value in line.value.split(","):
            moment = self._moment(line._replace(value=value.partition("/")[0]))
            if moment is None:
                self._odd("I052", line.row, line.name, value)
            else:
                found.append(moment)
        return found

    def _moment(self, line: Line) -> datetime | date | None:
        """The moment of a line, in the zone that it names or that of the calendar; as the clock shows it for none."""
        moment = moment_of(line.value)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            return moment.replace(tzinfo=self._zone_of(line))
        return moment

    def _zone_of(self, line: Line) -> tzinfo | None:
        told = line.parameters.get("TZID", "")
        if told:
            found = self._zones.zone(told)
            if found is None:
                self._odd("I052", line.row, "TZID", told)
            return found
        return UTC if line.value.strip().upper().endswith("Z") else None

    def _odd(self, code: str, row: int, column: str, value: str, **values: int) -> None:
        self._oddities.append(Oddity(code, self._file.name, row, column, one_line(clean(value))[:80], values))


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _clock(moment: datetime | date) -> datetime:
    return _clocked(moment).replace(tzinfo=None)


def _clock_in(moment: datetime, zone: tzinfo) -> datetime:
    """The clock time of a moment in a zone; at the beginning of time, where the zone has none, as it stands."""
    try:
        return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment
    except OverflowError:
        return moment.replace(tzinfo=None)


def _clocked(moment: datetime | date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def _zone(moment: datetime | date) -> tzinfo | None:
    return moment.tzinfo if isinstance(moment, datetime) else None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
