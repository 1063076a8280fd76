"""What a person types for a day, a time and a length, in Russian, Belarusian or English; and these written back.

A line such as «30.09 10:30 45 мин» is read from left to right: a day, a time, a length, each at most once and each of
them optional. A bare number in it is a time where none is written and it can be an hour («10 45» is 10:00 for 45
minutes), a day where it stands before a written time or is no hour («2 10:30», «30 10»), else a length. Bare hours
from 1 to 6 are in the afternoon; bare lengths up to 4 are hours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time

from guide.dates import clock, day
from guide.i18n import N_, Tongue
from guide.visit import when_words as words
from guide.visit.when_read import (
    EntryError,
    Reading,
    bare_length,
    bare_time,
    day_of_month,
    nth_day,
    read_day,
    read_length,
    read_span,
    read_time,
)  # fmt: skip

LONGEST_STAY = 24 * 60
"""Minutes of the longest length."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, a time of day and a length in minutes; None for what was not said."""

    day: date | None = None
    starts: time | None = None
    minutes: int | None = None


def parse_day(text: str, days: Sequence[date], today: date) -> date | None:
    """The day that is meant: a date, a weekday, «завтра», the number of a day of the fair; None for nothing.

    ``days`` are the fair's, in order; EntryError for anything else.
    """
    reading = Reading(text, "day", days, today)
    if reading.empty:
        return None
    if (found := reading.take(r"(\d{1,2})")) and not reading.left:
        number = int(found[1])
        return (day_of_month(reading, number) if number > len(days) else None) or nth_day(reading, number)
    reading = Reading(text, "day", days, today)
    if (meant := reading.whole(read_day)) is None:
        raise reading.wrong(N_("“{typed}” is no day."))
    return meant


def parse_time(text: str) -> time | None:
    """The time of day that is meant: «10:30», «1030», «10», «в 10 ч»; None for nothing, else EntryError."""
    reading = Reading(text, "time")
    if reading.empty:
        return None
    if (found := reading.take(r"(\d{1,4})")) and not reading.left:
        return bare_time(reading, found[1])
    reading = Reading(text, "time")
    if (meant := reading.whole(read_time)) is None:
        raise reading.wrong(N_("“{typed}” is no time of day."))
    return meant


def parse_length(text: str) -> int | None:
    """The minutes that are meant: «45», «45 мин», «1 ч 15», «1:15», «полчаса»; None for nothing, else EntryError."""
    reading = Reading(text, "length")
    if reading.empty:
        return None
    if (found := reading.take(r"(\d{1,5})")) and not reading.left:
        return _stay(reading, bare_length(int(found[1])))
    reading = Reading(text, "length")
    if (meant := reading.whole(read_length)) is None:
        raise reading.wrong(N_("“{typed}” is no length of time."))
    return _stay(reading, meant)


def parse_when(text: str, days: Sequence[date], today: date) -> When:
    """A day, a time and a length from one line, each None where it is not there; EntryError for anything else."""
    reading = Reading(text, "line", days, today)
    if reading.empty:
        return When()
    pieces: list[_Piece] = []
    while reading.left:
        for read in _READINGS:
            if (piece := read(reading)) is not None:
                pieces.append(piece)
                reading.timed = reading.timed or isinstance(piece, time | tuple)
                break
        else:
            if not reading.take(rf"{words.IDLE}|[,;·–—-]"):
                raise reading.wrong(N_("“{typed}” is not understood."), reading.left.split()[0])
    return _joined(reading, pieces)


@dataclass(frozen=True, slots=True)
class _Bare:
    """A number that nothing is written beside."""

    digits: str


_Piece = date | time | int | tuple[time, int] | _Bare


def _bare(reading: Reading) -> _Bare | None:
    found = reading.take(r"(\d{1,4})")
    return _Bare(found[1]) if found else None


_READINGS: tuple[Callable[[Reading], _Piece | None], ...] = (read_span, read_day, read_length, read_time, _bare)


def _joined(reading: Reading, pieces: Sequence[_Piece]) -> When:
    on: date | None = None
    starts: time | None = None
    minutes: int | None = None
    dated = any(isinstance(piece, date) for piece in pieces)
    timed = any(isinstance(piece, time | tuple) for piece in pieces)
    for at, piece in enumerate(pieces):
        if isinstance(piece, _Bare):
            left = sum(isinstance(each, _Bare) for each in pieces[at:])
            piece = _meant(reading, piece, dated=dated, timed=timed, bare_left=left, after=starts is not None)  # noqa: PLW2901
            dated, timed = dated or isinstance(piece, date), timed or isinstance(piece, time)
        if isinstance(piece, date) and on is None:
            on = piece
        elif isinstance(piece, tuple) and starts is None and minutes is None:
            starts, minutes = piece
        elif isinstance(piece, time) and starts is None:
            starts = piece
        elif isinstance(piece, time) and starts is not None and minutes is None:
            # «10:30 11:15» is till then, «10:30 1:15» is so long.
            length = piece.hour * 60 + piece.minute
            minutes = length - starts.hour * 60 - starts.minute if piece > starts else length
        elif isinstance(piece, int) and minutes is None:
            minutes = piece
        else:
            raise EntryError(N_("“{typed}” says a day, a time or a length twice."), "line", typed=reading.typed)
    return When(on, starts, None if minutes is None else _stay(reading, minutes))


def _meant(reading: Reading, bare: _Bare, *, dated: bool, timed: bool, bare_left: int, after: bool) -> _Piece:
    """What a bare number stands for, by what else is written in its line."""
    number = int(bare.digits)
    hour = len(bare.digits) > 2 or number < 24
    if not dated and not after and len(bare.digits) <= 2:
        if timed or bare_left > 2:
            return (day_of_month(reading, number) if number > len(reading.days) else None) or nth_day(reading, number)
        if not hour and (found := day_of_month(reading, number)):
            return found
    if not timed and hour:
        return bare_time(reading, bare.digits)
    return bare_length(number)


def _stay(reading: Reading, minutes: int) -> int:
    if not 1 <= minutes <= LONGEST_STAY:
        raise EntryError(N_("A length is from one minute to 24 hours."), "length", typed=reading.typed)
    return minutes


# Written back.


def length_said(minutes: int, tongue: Tongue) -> str:
    """A length in words: «45 мин», «1 ч», «1 ч 15 мин»."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tongue.t("{minutes} min", minutes=rest)
    if not rest:
        return tongue.t("{hours} h", hours=tongue.number(hours))
    return tongue.t("{hours} h {minutes} min", hours=tongue.number(hours), minutes=rest)


def day_said(value: date, tongue: Tongue, days: Sequence[date] = ()) -> str:
    """A day as one would type it: «вт, 30 сентября», with the year where that is none of the fair's."""
    return day(tongue, value, weekday=True, year=value not in days)


def when_said(when: When, tongue: Tongue, days: Sequence[date] = ()) -> str:
    """A day, a time and a length as one line that is read back to the same; "" for nothing."""
    parts = (
        day_said(when.day, tongue, days) if when.day else "",
        clock(when.starts),
        length_said(when.minutes, tongue) if when.minutes else "",
    )
    return " ".join(part for part in parts if part)
