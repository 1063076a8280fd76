"""One entry of a calendar without its times, and what a calendar says of the whole fair."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from guide.intake.calendar_lines import Component, Line
from guide.intake.oddities import Oddity
from guide.intake.programme import Speaker, Talk, said
from guide.intake.prose import plain
from guide.intake.recurring import Rule
from guide.text import clean, one_line

_OURS = re.compile(r"(session|fair)-([a-z0-9-]+)@([a-z0-9-]+)\.exhibition-guide\Z")
_TECHNICAL = frozenset(
    ("UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID",
     "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "ORGANIZER", "ATTENDEE", "URL", "STATUS", "SEQUENCE",
     "CREATED", "LAST-MODIFIED", "TRANSP", "CLASS", "PRIORITY", "GEO", "IMAGE", "COLOR", "REQUEST-STATUS",
     "X-ALT-DESC", "BEGIN", "END", "ATTACH", "CONFERENCE")
)  # fmt: skip
_ADDRESS = re.compile(r"mailto:|[^\s@]+@[^\s@]+\Z", re.IGNORECASE)
_CHAIR = {"ru": "ведущий", "be": "вядучы", "en": "chair"}


@dataclass(slots=True)
class Entry:
    """An entry: its talk, the zone of its start, how many whole days it takes, and how it comes back.

    ``besides`` and ``without`` are single times that are added and left out, ``instead`` the entries that stand for
    single times of it, by those times.
    """

    talk: Talk
    sequence: int = 0
    is_cancelled: bool = False
    zone: tzinfo | None = None
    days: int = 1
    rules: list[Rule] = field(default_factory=list)
    besides: list[datetime | date] = field(default_factory=list)
    without: set[datetime | date] = field(default_factory=set)
    instead: "dict[datetime | date, Entry]" = field(default_factory=dict)

    @property
    def is_endless(self) -> bool:
        """Whether it comes back without an end."""
        return any(rule.is_endless for rule in self.rules)


def entry_of(event: Component) -> Entry:
    """The entry of a VEVENT, without its times."""
    ours = _OURS.match(event.said("UID"))
    sequence = event.said("SEQUENCE")
    rest = {
        line.name: clean(line.value).strip()
        for line in event.lines
        if line.name not in _TECHNICAL and not line.name.startswith("X-")
    }
    address = event.said("URL")
    talk = Talk(
        event.said("UID"),
        event.row,
        event.said("SUMMARY"),
        room=re.sub(r"\s*\n\s*", ", ", event.said("LOCATION")),
        track=", ".join(_listed(line.value) for line in event.all("CATEGORIES") if line.value.strip()),
        language=next((tag for line in event.all("SUMMARY") if (tag := line.parameters.get("LANGUAGE"))), ""),
        about=plain(event.said("DESCRIPTION") or event.said("X-ALT-DESC")),
        speakers=[speaker for line in event.all("ATTENDEE") if (speaker := _attendee(line))],
        organisations=[name for line in event.all("ORGANIZER") if (name := _name(line))],
        links=[("", address)] if address else [],
        rest=rest,
        id=ours[2] if ours and ours[1] == "session" else "",
    )
    status = event.said("STATUS").upper()
    return Entry(talk, int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0, status == "CANCELLED")


def _listed(value: str) -> str:
    return re.sub(r",(?=\S)", ", ", one_line(clean(value)))


def _name(line: Line) -> str:
    """Whom a line names, unless it is only an address."""
    name = one_line(clean(line.parameters.get("CN", ""))).strip("'\"")
    return "" if _ADDRESS.match(name) else name


def _attendee(line: Line) -> Speaker | None:
    name = _name(line)
    kind = line.parameters.get("CUTYPE", "INDIVIDUAL").upper()
    if not name or kind not in ("INDIVIDUAL", "UNKNOWN"):
        return None
    return Speaker(name, role=_CHAIR if line.parameters.get("ROLE", "").upper() == "CHAIR" else "")


def fair_of(
    calendars: Sequence[Component], entries: list[Entry], file: str, oddities: list[Oddity]
) -> tuple[dict[str, Any], list[Entry]]:
    """The keys of ``[fair]`` that calendars say, and the entries without the one that is the fair itself.

    That is the one which our own calendars name so; else one of several whole days within which all others lie.
    """
    named = (one_line(calendar.said("X-WR-CALNAME") or calendar.said("NAME")) for calendar in calendars)
    fair: dict[str, Any] = {"name": next(filter(None, named), "")}
    about = next((plain(text) for each in calendars if (text := each.said("X-WR-CALDESC"))), "")
    if about:
        fair["summary"] = about
    whole = _whole(entries)
    if whole is None:
        return {key: value for key, value in fair.items() if value}, entries
    ours = _OURS.match(whole.talk.key)
    first = whole.talk.starts
    assert type(first) is date
    fair |= {"starts": first, "ends": first + timedelta(whole.days - 1)}
    if ours:
        fair |= {"id": ours[3], "name": said(whole.talk.title)}
    else:
        oddities.append(Oddity("I075", file, whole.talk.row, "SUMMARY", said(whole.talk.title)[:80]))
        fair["name"] = fair["name"] or said(whole.talk.title)
    if whole.talk.room:
        fair["venue"] = {"name": said(whole.talk.room)}
    if whole.talk.about:
        fair["summary"] = whole.talk.about
    return {key: value for key, value in fair.items() if value}, [entry for entry in entries if entry is not whole]


def _whole(entries: list[Entry]) -> Entry | None:
    for entry in entries:
        ours = _OURS.match(entry.talk.key)
        if ours and ours[1] == "fair" and type(entry.talk.starts) is date:
            return entry
    long = [entry for entry in entries if type(entry.talk.starts) is date and entry.days > 1 and not entry.rules]
    if len(long) != 1 or len(entries) < 3:
        return None
    begin = long[0].talk.starts
    assert begin is not None
    end = begin + timedelta(long[0].days - 1)
    days = [
        starts.date() if isinstance(starts, datetime) else starts
        for entry in entries
        if entry is not long[0] and (starts := entry.talk.starts) is not None
    ]
    return long[0] if days and all(begin <= day <= end for day in days) else None
