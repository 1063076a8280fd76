"""Days, times of day and spans of time as lists and programmes write them."""

import re
from datetime import date, time
from typing import NamedTuple

from guide.intake.cell import Odd

_Date, _Time = date, time  # for classes whose own fields are called so

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d)\b")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::\d\d)?")


class Day(NamedTuple):
    """A day, None where none was understood; and what was odd."""

    date: _Date | None = None
    odd: tuple[Odd, ...] = ()


class Clock(NamedTuple):
    """A time of day, None where none was understood; and what was odd."""

    time: _Time | None = None
    odd: tuple[Odd, ...] = ()


class Span(NamedTuple):
    """A day, when something starts and when it ends, as far as they are said; what is left unread; what was odd."""

    date: _Date | None = None
    starts: _Time | None = None
    ends: _Time | None = None
    left: str = ""
    odd: tuple[Odd, ...] = ()


def day(text: str, year: int = 0, order: str = "") -> Day:
    """The day of a cell.

    ``year`` is that of the fair, for days without one (0: such a day is not read); ``order`` is "md" where the
    column is known to have the month first, "dm" where the day, "" where it is not known.
    """
    try:
        if found := _ISO.search(text):
            return Day(date(int(found[1]), int(found[2]), int(found[3])))
        if found := _DAY.search(text):
            shown = int(found[3])
            return Day(date(shown if shown > 99 else shown + 2000, int(found[2]), int(found[1])))
    except ValueError:
        pass
    return Day(odd=(Odd("I036", text.strip()),) if text.strip() else ())


def clock(text: str) -> Clock:
    """The time of day of a cell."""
    found = _CLOCK.search(text)
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return Clock(time(int(found[1]), int(found[2])))
    return Clock(odd=(Odd("I037", text.strip()),) if text.strip() else ())


def span(text: str, year: int = 0, order: str = "") -> Span:
    """The day and the times of a cell such as "29.09.2025, 10:00–11:30"; as for :func:`day`."""
    on = day(text, year, order).date
    times = [time(int(h), int(m)) for h, m in _CLOCK.findall(_DAY.sub("", text)) if int(h) < 24 and int(m) < 60]
    return Span(on, times[0] if times else None, times[1] if len(times) > 1 else None)
