"""A time zone written out for calendars: what its clocks do in the years concerned (VTIMEZONE, RFC 5545, 3.6.5)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from guide.dates import zone as zone_called
from guide.exchange.contentlines import local

_STEP = timedelta(days=1)
_FIRST, _LAST = 2, 9998  # with a day to spare at the ends of the calendar


class _Clock(NamedTuple):
    """How a zone's clocks stand: ahead of UTC, whether by a summer's hour, under what name."""

    ahead: timedelta
    summer: bool
    name: str


def vtimezone(name: str, years: Iterable[int]) -> Iterator[tuple[str, str]]:
    """The component's lines, right in each of these years from its first of January to its last of December.

    Nothing for a zone that this system does not know: its times are then written without one.
    """
    zone = zone_called(name)
    if isinstance(zone, timezone) and name != "UTC":
        return
    yield "BEGIN", "VTIMEZONE"
    yield "TZID", name
    before: _Clock | None = None
    for year in sorted({min(max(year, _FIRST), _LAST) for year in years}):
        # A day more at both ends, since a year begins and ends elsewhere at another time than in UTC.
        moment, end = datetime(year, 1, 1, tzinfo=UTC) - _STEP, datetime(year + 1, 1, 1, tzinfo=UTC) + _STEP
        now = _clock(zone, moment)
        if now != before:
            yield from _observance(moment.replace(tzinfo=None) + now.ahead, now, now)
            before = now
        while moment < end:
            following = moment + _STEP
            if _clock(zone, following) != before:
                following = _change(zone, moment, following)
                after = _clock(zone, following)
                yield from _observance(following.replace(tzinfo=None) + before.ahead, before, after)
                before = after
            moment = following
    yield "END", "VTIMEZONE"


def _change(zone: tzinfo, low: datetime, high: datetime) -> datetime:
    """The second at which the clocks change between two moments."""
    before = _clock(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=1) // 2)
        if _clock(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _clock(zone: tzinfo, moment: datetime) -> _Clock:
    there = moment.astimezone(zone)
    return _Clock(there.utcoffset() or timedelta(), (there.dst() or timedelta()) > timedelta(), there.tzname() or "")


def _observance(starts: datetime, before: _Clock, after: _Clock) -> Iterator[tuple[str, str]]:
    """From when on, by the clock that went before, the clocks stand otherwise."""
    kind = "DAYLIGHT" if after.summer else "STANDARD"
    yield "BEGIN", kind
    yield "DTSTART", local(starts)
    yield "TZOFFSETFROM", _offset(before.ahead)
    yield "TZOFFSETTO", _offset(after.ahead)
    yield "TZNAME", after.name
    yield "END", kind


def _offset(ahead: timedelta) -> str:
    seconds = ahead // timedelta(seconds=1)
    hours, rest = divmod(abs(seconds), 3600)
    tail = f"{rest % 60:02d}" if rest % 60 else ""
    return f"{'-' if seconds < 0 else '+'}{hours:02d}{rest // 60:02d}{tail}"
