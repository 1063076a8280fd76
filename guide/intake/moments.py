"""Times as programmes write them, and the zone in which a fair is to tell them."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

_DURATION = re.compile(
    r"P?(?:(?P<weeks>\d{1,3})W)?(?:(?P<days>\d{1,3})D)?(?:T?(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?"
    r"(?:(?P<seconds>\d{1,6})S)?)?\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?::(\d{2}))?\Z")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?\Z")
_DAY = 24 * 60


def moment_of(text: str) -> datetime | date | None:
    """A moment or a day in the forms of ISO 8601, with or without an offset; None for all else.

    "2014-12-27T11:00:00+01:00", "2014-12-27 11:00", "20141227T100000Z", "2014-12-27"; a year outside 1900–2200 is none.
    """
    text = text.strip()
    found = _COMPACT.match(text)
    if found:
        year, month, day, hour, minute, second, zulu = found.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zulu}" if hour else "")
    try:
        value = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None
    return value if 1900 <= value.year <= 2200 else None


def minutes_of(text: str) -> int | None:
    """A length in minutes: "00:30", "1:30:00", "90", "PT1H30M"; None for what is none."""
    text = text.strip()
    if text.isdecimal() and len(text) <= 5:
        return int(text)
    found = _CLOCK.match(text)
    if found:
        first, hours, minutes, _ = found.groups()
        if found[4] is not None:  # hours:minutes:seconds, or days:hours:minutes:seconds
            return int(first or 0) * _DAY + int(hours) * 60 + int(minutes)
        if first is not None:  # 1:30:00 is hours, minutes and seconds
            return int(first) * 60 + int(hours)
        return int(hours) * 60 + int(minutes)
    found = _DURATION.match(text)
    if not found or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds // 60


def offset_of(moment: datetime) -> str:
    """The offset of a moment as people write it: "UTC+01:00"; "" where it has none."""
    beyond = moment.utcoffset()
    if beyond is None:
        return ""
    minutes = round(beyond.total_seconds() / 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"


def common_offset(moments: Iterable[datetime]) -> timedelta | None:
    """The offset that most moments have; None where none has any."""
    counted = Counter(beyond for moment in moments if (beyond := moment.utcoffset()) is not None)
    return counted.most_common(1)[0][0] if counted else None


def zone_of_offset(beyond: timedelta) -> str:
    """The time zone that is nothing but an offset: "Etc/GMT-1" is an hour ahead of UTC; "" where there is none such."""
    minutes = round(beyond.total_seconds() / 60)
    if minutes % 60 or not -12 <= minutes // 60 <= 14:
        return ""
    return f"Etc/GMT{-minutes // 60:+d}" if minutes else "UTC"


def is_fixed(zone: str) -> bool:
    """Whether a zone is nothing but an offset, as it is made of times that name no other."""
    return zone == "UTC" or zone.startswith("Etc/GMT")


def is_zone(name: str) -> bool:
    """Whether this system knows a time zone of that name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return bool(name)


def local(moment: datetime, zone: str, beyond: timedelta | None) -> datetime:
    """The clock time of a moment in a zone, or at an offset where no zone is named; a time without one stays."""
    if moment.tzinfo is None:
        return moment
    try:
        if zone:
            from guide.dates import zone as named

            return moment.astimezone(named(zone)).replace(tzinfo=None)
        shift = beyond if beyond is not None else timedelta()
        return moment.astimezone(UTC).replace(tzinfo=None) + shift
    except OverflowError:
        return moment.replace(tzinfo=None)


def ending(starts: datetime, minutes: int) -> time | None:
    """The clock time so many minutes later; None for a day and more, which a clock time cannot tell."""
    return (starts + timedelta(minutes=minutes)).time() if 0 < minutes < _DAY else None
