"""Days, times of day and spans of time as lists and programmes write them, in Russian, Belarusian, English and German.

Words are those that visitors may type (guide.visit.when_words), and German ones. Nothing is taken from today: a day
without a year is one only where the fair's year is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from functools import cache, lru_cache
from typing import NamedTuple

from guide.intake.cell import Odd
from guide.text import one_line
from guide.visit import when_words as words

_Date = date  # for classes whose own fields are called so
_Time = time

_FORTNIGHT = 14
_HALVES = re.compile(r"\d\s?[ap]\.?m(?!\w)", re.IGNORECASE)

LONGEST = 200
"""Characters of a cell that are looked at."""

_GERMAN = {
    "januar": 1, "jänner": 1, "jän": 1, "februar": 2, "feber": 2, "märz": 3, "maerz": 3, "mär": 3, "mrz": 3, "mai": 5,
    "juni": 6, "juli": 7, "oktober": 10, "okt": 10, "dezember": 12, "dez": 12,
}  # fmt: skip
_GERMAN_DAYS = (
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"),
    *("di", "mi", "do", "so"),
)
_WEEKDAYS = frozenset((*words.WEEKDAYS, *_GERMAN_DAYS))

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:[t\s]00:00(?::00(?:\.0+)?)?(?![\d:]))?")
_COMPACT = re.compile(r"(?:19|20)\d{6}\Z")
_FIGURES = re.compile(
    r"(?<![\d.:])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?![\d:])(?:\s?г(?:ода|\.)?(?!\w)\.?)?"
)
_SHORT = re.compile(r"(?<![\d.:])(\d{1,2})[./](\d{1,2})(\.?)(?![\d:.])")
_YEAR = r"(?:[\s,.-]{1,3}((?:19|20)\d\d)(?!\d)(?:\s?г(?:ода|\.)?(?!\w)\.?)?)?"
_DAY_MONTH = re.compile(
    rf"(?<![\d:.])(?:(\d{{1,2}})\s?[-–—]\s?)?(\d{{1,2}})(?:-?(?:го|е|га|st|nd|rd|th)(?![^\W\d_]))?[.\s-]{{0,3}}(?:of\s)?([^\W\d_]{{3,12}})\.?{_YEAR}"
)
_MONTH_DAY = re.compile(rf"(?<!\w)([^\W\d_]{{3,12}})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.])(?!\s?[-–]\s?\d){_YEAR}")

_HOUR = r"\s?(?:uhr|ч(?:ас(?:а|ов)?)?|гадз(?:іна|іны|ін)?|h|hrs?|o'clock)(?!\w)\.?"


def _moment(name: str) -> str:
    """A pattern for a time of day: groups of that name and "hour", "minute", "half" of a day, "said" to be one."""
    return (
        rf"(?P<{name}hour>\d{{1,2}})(?:\s?(?:[:.h]|uhr\s|(?:ч|час|часов|часа|гадз)\.?\s?)(?P<{name}minute>\d\d)"
        r"(?:[:.]\d\d(?:\.\d+)?)?(?:\s?(?:мин|хв)\.?)?)?"
        rf"(?:\s?(?P<{name}half>[ap])\.?\s?m(?:\.|(?!\w)))?(?P<{name}said>{_HOUR})?"
    )


_RANGE = re.compile(
    rf"(?<![\d:.])(?:(?:от|со?|з|from|von|ab)\s)?{_moment('a')}\s?(?:до|да|по|to|till|until|bis|-|–|—|−)\s?{_moment('b')}(?![\d:])"
)
_SINGLE = re.compile(rf"(?<![\d:.])t?{_moment('a')}(?![\d:])")
_DASHED = re.compile(r"(?<![\d:.-])(\d{1,2})-(00|2[5-9]|[3-5]\d)(?![\d:.])")  # «10-30», but "10-11" is from ten on
_FRACTION = re.compile(r"0[.,]\d{3,}\Z")
_IDLE = re.compile(
    r"(?<!\w)(?:г|года|в|у|а|at|um|on|am|с|з|со|от|from|von|ab|начало|пачатак|start|beginn|utc|msk|мск)(?!\w)\.?"
)


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


@lru_cache(maxsize=1 << 12)
def day(text: str, year: int = 0, order: str = "") -> Day:
    """The day of a cell.

    ``year`` is that of the fair, for days without one (0: such a day is not read); ``order`` is "md" where the
    column is known to have the month first, "dm" where the day, "" where it is not known: then the day is first, and
    that is told as a guess where both can be months and a slash stands between them.
    """
    said = one_line(text)
    if not said:
        return Day()
    found, _, odd = _day(_plain(said), said, year, order, short=True)
    return Day(found, odd if found else (Odd("I036", said),))


@lru_cache(maxsize=1 << 12)
def clock(text: str) -> Clock:
    """The time of day of a cell: "10:00", "10.30", "10 Uhr", "2:30 PM", «10 ч 30», and the part of a day that it is."""
    said = one_line(text)
    if not said:
        return Clock()
    plain = _plain(said)
    if _FRACTION.match(plain):
        minutes = round(float(plain.replace(",", ".")) * 24 * 60) % (24 * 60)
        return Clock(time(minutes // 60, minutes % 60))
    found, _ = _times(_ISO.sub(" ", plain), bare=plain.isdecimal())
    return Clock(found[0]) if found else Clock(odd=(Odd("I037", said),))


@lru_cache(maxsize=1 << 12)
def span(text: str, year: int = 0, order: str = "") -> Span:
    """The day and the times of a cell such as "29.09.2025, 10:00–11:30"; ``year`` and ``order`` as for :func:`day`."""
    said = one_line(text)
    if not said:
        return Span()
    plain = _plain(said)
    on, rest, odd = _day(plain, said, year, order, short=False)
    times, left = _times(rest, bare=False)
    if on is None and not times and year:
        on, left, odd = _day(plain, said, year, order, short=True)
    if on is None and not times and (alone := clock(said).time):
        times, left = [alone], ""
    if on is None and not times:
        return Span(left=said, odd=(Odd("I037" if ":" in said else "I036", said),))
    while on is not None and (again := _day(left, said, year, order, short=False))[0] == on:
        left = again[1]
    left = " ".join(word for word in _IDLE.sub(" ", left).split() if word.strip(".,;:()–-") not in _WEEKDAYS)
    left = left.strip(" .,;:()–-")
    return Span(on, times[0] if times else None, times[1] if len(times) > 1 else None, left, odd)


def is_open(text: str) -> bool:
    """Whether a text has a day in figures that may stand the other way round: "06/10/2026"."""
    found = _FIGURES.search(text)
    return found is not None and found[2] != "." and max(int(found[1]), int(found[3])) <= 12 and found[1] != found[3]


def order_of(days: Sequence[str], times: Iterable[str] = ()) -> tuple[str, bool]:
    """In which order the days of a column are written, as ``order`` of :func:`day` has it, and whether that is a guess.

    A number over twelve tells for all. Else a fair's days stand close together: of both orders the one that keeps
    them within a fortnight holds where the other does not, or that of the clock of twelve hours in ``times``.
    """
    found = [each for each in map(_FIGURES.search, days) if each and each[2] != "."]
    first, second = (max((int(each[n]) for each in found), default=0) for n in (1, 3))
    if first > 12 or second > 12 or not any(map(is_open, days)):
        return ("md" if second > 12 >= first else "dm" if first > 12 >= second else ""), False
    spread = {}
    for order in ("dm", "md"):
        read = sorted(on for text in days if (on := span(text, 0, order).date))
        spread[order] = (read[-1] - read[0]).days if read else 0
    near = [order for order, length in spread.items() if length <= _FORTNIGHT]
    if len(near) == 1:
        return near[0], True
    return ("md" if any(map(_HALVES.search, times)) else ""), True


def _plain(said: str) -> str:
    return said[:LONGEST].casefold().replace("ё", "е").replace("’", "'")


# Days.


def _day(plain: str, said: str, year: int, order: str, *, short: bool) -> tuple[date | None, str, tuple[Odd, ...]]:
    """The day in a text, the text without it, and what was odd; ``short`` says whether "29.09" is one."""
    for found, number, month, of, sure in _dates(plain, year, order, short=short):
        try:
            on = date(of, month, number)
        except ValueError:
            continue
        if not 1900 <= of <= 2100:
            continue
        rest = f"{plain[: found.start()]} {plain[found.end() :]}"
        return on, rest, () if sure else (Odd("I038", said, {"found": on.isoformat()}),)
    return None, plain, ()


def _dates(plain: str, year: int, order: str, *, short: bool) -> Iterator[tuple[re.Match[str], int, int, int, bool]]:
    """What may be days: where they stand, day, month and year, and whether that is sure."""
    for found in _ISO.finditer(plain):
        yield found, int(found[4]), int(found[3]), int(found[1]), True
    if compact := _COMPACT.match(plain):
        yield compact, int(plain[6:]), int(plain[4:6]), int(plain[:4]), True
    for found in _FIGURES.finditer(plain):
        first, second, of = int(found[1]), int(found[3]), int(found[4])
        of += 2000 if of < 100 else 0
        either = first <= 12 and second <= 12 and first != second and found[2] != "."
        if second > 12 or (order == "md" and found[2] != "." and first <= 12):
            yield found, second, first, of, True
        else:
            yield found, first, second, of, not either or bool(order)
    for found in _DAY_MONTH.finditer(plain):
        month, of = _month(found[3]), int(found[4] or year)
        if month and of and not found[1]:
            yield found, int(found[2]), month, of, True
    for found in _MONTH_DAY.finditer(plain):
        month, of = _month(found[1]), int(found[3] or year)
        if month and of:
            yield found, int(found[2]), month, of, True
    if year:
        for found in _SHORT.finditer(plain):
            if short or found[3] or int(found[1]) > 24:
                first, second = (int(found[2]), int(found[1])) if order == "md" else (int(found[1]), int(found[2]))
                yield found, first, second, year, True


@cache
def _month(word: str) -> int:
    """The number of a month by its word in any form, or by its beginning of three letters or more; 0 for none."""
    known = {**words.MONTHS, **_GERMAN}
    if word in known:
        return known[word]
    meant = {number for name, number in known.items() if name.startswith(word)} if len(word) >= 3 else set()
    return meant.pop() if len(meant) == 1 else 0


# Times of day.


def _times(plain: str, *, bare: bool) -> tuple[list[time], str]:
    """The times in a text, two at most, and the text without them; ``bare`` says whether "10" is one."""
    plain = _DASHED.sub(r"\1:\2", plain)
    for found in _RANGE.finditer(plain):
        first, second = _time(found, "a", bare=True), _time(found, "b", bare=True)
        if first is None or second is None:
            continue
        if found["bhalf"] and not found["ahalf"] and int(found["ahour"]) <= int(found["bhour"]) % 12:
            first = _time(found, "a", bare=True, half=found["bhalf"]) or first
        return [first, second], f"{plain[: found.start()]} {plain[found.end() :]}"
    times: list[time] = []
    rest: list[str] = []
    at = 0
    for found in _SINGLE.finditer(plain):
        moment = _time(found, "a", bare=bare)
        if moment is not None and len(times) < 2:
            times.append(moment)
            rest.append(plain[at : found.start()])
            at = found.end()
    return times, " ".join([*rest, plain[at:]])


def _time(found: re.Match[str], which: str, *, bare: bool, half: str = "") -> time | None:
    hour, minute = int(found[f"{which}hour"]), int(found[f"{which}minute"] or 0)
    half = found[f"{which}half"] or half
    said = bare or found[f"{which}minute"] or half or found[f"{which}said"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if not said or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return time(hour % 24, minute)
