"""Reading days, times and lengths out of what was typed, piece by piece from left to right."""

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from functools import cache
from typing import TypeVar

from guide.errors import UsageError
from guide.i18n import N_
from guide.text import clean, one_line
from guide.visit import when_words as words

LONGEST_ENTRY = 120
"""Characters that are read."""

EXAMPLES = {
    "day": N_("For example: 30.09, Tue, tomorrow, or 2 for the fair’s second day."),
    "time": N_("For example: 10:30, 1030 or 10."),
    "length": N_("For example: 45 min, 1 h 15 or 1:15."),
    "line": N_("For example: 30.09 10:30 45 min."),
}
"""What is expected -> a hint that shows it."""

_AFTERNOON = range(1, 7)  # bare hours that are after noon
_IN_HOURS = range(1, 5)  # bare lengths that are hours
_SHOWN = 7  # days of the fair that an error lists
_EARLIEST = 7  # the hour from which on «8 ч» in a line is a time and no length

T = TypeVar("T")


class EntryError(UsageError):
    """What was typed is no day, time or length; ``near`` is the word that may have been meant, or ""."""

    def __init__(self, message: str, expected: str, *, near: str = "", **values: str) -> None:
        super().__init__(message, N_("Did you mean {near}?") if near else EXAMPLES[expected], near=near, **values)
        self.near = near


class Reading:
    """What was typed, and what of it is left to read.

    ``expected`` is "day", "time", "length" or "line" (all three), ``days`` are the fair's; EntryError where it is
    too long to be any.
    """

    def __init__(self, text: str, expected: str, days: Sequence[date] = (), today: date = date.min) -> None:
        typed = one_line(clean(text[: 2 * LONGEST_ENTRY]))
        self.expected, self.days, self.today = expected, days, today
        self.typed = typed if len(typed) <= LONGEST_ENTRY else f"{typed[:LONGEST_ENTRY]}…"
        self.left = words.plain(typed)
        self.timed = False
        if len(typed) > LONGEST_ENTRY:
            raise EntryError(N_("“{typed}” is too long."), expected, typed=self.typed)

    @property
    def empty(self) -> bool:
        """Whether nothing is said, or that there is none."""
        return not self.left or self.left in words.NONE

    @property
    def in_line(self) -> bool:
        """Whether a day, a time and a length may stand side by side."""
        return self.expected == "line"

    def take(self, pattern: str) -> re.Match[str] | None:
        """Reads on where a pattern fits as far as a space, a comma or the end."""
        found = _compiled(pattern).match(self.left)
        if found is not None:
            self.left = self.left[found.end() :]
        return found

    def whole(self, read: "Callable[[Reading], T | None]") -> T | None:
        """What a function reads, if that leaves nothing."""
        while True:
            before = self.left
            found = read(self)
            if found is not None and not self.left:
                return found
            self.left = before
            if not self.take(rf"(?:{words.IDLE}|,)(?=\s)"):
                return None

    def wrong(self, message: str, word: str = "", **values: str) -> EntryError:
        """The error that says so of the whole entry or of one word, with the word that may have been meant."""
        typed = word or self.typed
        return EntryError(message, self.expected, near=_near(typed, self.expected), typed=typed, **values)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern})(?:\s+|(?=[,;·–—])|$)")


def _near(typed: str, expected: str) -> str:
    from guide.catalogue.suggest import nearest

    typed = words.plain(typed)
    if len(typed) < 3 or any(map(str.isdigit, typed)):
        return ""
    known: dict[str, None] = {}
    for what, said in (("day", words.DAY_WORDS), ("time", words.NOON), ("length", words.LENGTHS)):
        if expected in (what, "line"):
            known.update(dict.fromkeys(word for word in said if len(word) > 2))
    near = nearest(typed, known)
    return "" if near == typed else near


# Days.


def read_day(reading: Reading) -> date | None:
    """A day: «30.09», «30 сент», «вт», «вт, 30 сентября», «завтра», «день 2», «2025-09-30»."""
    before = reading.left
    weekday = _named(reading, words.WEEKDAYS)
    if weekday is None:
        return _date(reading) or _relative(reading)
    reading.take(",")
    if (on := _date(reading)) is not None:
        if on.weekday() != weekday:
            raise EntryError(N_("In “{typed}” the date is another day of the week."), "day", typed=reading.typed)
        return on
    days = [day for day in reading.days if day.weekday() == weekday]
    if days:
        return next((day for day in days if day >= reading.today), days[0])
    if reading.days:
        raise _no_day(reading, before.split()[0].strip(",."))
    return reading.today + timedelta((weekday - reading.today.weekday()) % 7)


def _named(reading: Reading, known: dict[str, int]) -> int | None:
    """The number of a word that comes next, be it only its beginning of three letters or more."""
    word = re.match(r"[^\W\d_]+", reading.left)
    if word is None:
        return None
    found = {known[word[0]]} if word[0] in known else set()
    if not found and len(word[0]) >= 3:
        found = {number for name, number in known.items() if name.startswith(word[0])}
    if len(found) != 1 or not reading.take(re.escape(word[0]) + r"\.?"):
        return None
    return found.pop()


def _date(reading: Reading) -> date | None:
    if found := reading.take(r"(\d{4})-(\d{1,2})-(\d{1,2})"):
        return _calendar(reading, int(found[3]), int(found[2]), int(found[1]))
    not_length = rf"(?!\s*{words.HOUR})"
    if found := reading.take(rf"(\d{{1,2}})[./](\d{{1,2}})[./](\d{{4}}|\d\d)(?:\s*г\.?)?{not_length}"):
        year = int(found[3])
        return _calendar(reading, int(found[1]), int(found[2]), year + 2000 if year < 100 else year)
    before = reading.left
    if found := reading.take(rf"(\d{{1,2}})[./](\d{{1,2}})\.?{not_length}"):
        number, month = int(found[1]), int(found[2])
        if not reading.in_line or (number, month) in {(day.day, day.month) for day in reading.days}:
            return _calendar(reading, number, month, None)
        timed = reading.timed or _compiled(rf",?\s*(?:{words.AT}\s*)?\d{{1,2}}[:.]\d{{2}}").match(reading.left)
        if (timed or number > 23) and 1 <= month <= 12:
            return _calendar(reading, number, month, None)
        reading.left = before  # «10.30» is a time
    return _with_month(reading)


def _with_month(reading: Reading) -> date | None:
    month = words.one_of(words.MONTHS)
    year = _year(reading)
    if found := reading.take(
        rf"(\d{{1,2}})(?:-?(?:го|е|га|st|nd|rd|th))?\s*(?:of\s+)?({month})(?:\s*,?\s*({year})(?:\s*г\.?)?)?"
    ):
        return _calendar(reading, int(found[1]), words.MONTHS[found[2].rstrip(".")], _int(found[3]))
    if found := reading.take(rf"({month})\s*(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,?\s*({year}))?"):
        return _calendar(reading, int(found[2]), words.MONTHS[found[1].rstrip(".")], _int(found[3]))
    if found := reading.take(r"(\d{1,2})\s*([^\W\d_]{3,})\.?"):
        meant = {number for name, number in words.MONTHS.items() if name.startswith(found[2])}
        if len(meant) == 1:
            return _calendar(reading, int(found[1]), meant.pop(), None)
        reading.left = f"{found[0].strip()} {reading.left}".strip()
    return None


def _year(reading: Reading) -> str:
    """A pattern for a year: in a line only those about the fair, since «30 сент 1030» has a time."""
    if not reading.in_line:
        return r"(?:19|20|21)\d\d"
    around = (reading.days[0] if reading.days else reading.today).year
    return "|".join(f"{year:04}" for year in (around - 1, around, around + 1))


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _calendar(reading: Reading, number: int, month: int, year: int | None) -> date:
    """The date; without a year the fair's day of that date, else the one nearest to the fair."""
    around = reading.days[0] if reading.days else reading.today
    years = [year] if year else [around.year, around.year + 1, around.year - 1]
    found = []
    for each in years:
        try:
            found.append(date(each, month, number))
        except ValueError:
            continue
    if not found:
        raise EntryError(N_("This day is not in the calendar."), "day", typed=reading.typed)
    return next((day for day in found if day in reading.days), min(found, key=lambda day: abs((day - around).days)))


def _relative(reading: Reading) -> date | None:
    if reading.take("the day after tomorrow|day after tomorrow"):
        return reading.today + timedelta(2)
    if found := reading.take(words.one_of(words.RELATIVE)):
        return reading.today + timedelta(words.RELATIVE[found[0].strip()])
    if found := reading.take(
        rf"{words.DAY}\s*(\d{{1,2}})|(\d{{1,2}})(?:-?(?:й|ы|і|st|nd|rd|th))?\s*{words.DAY}(?:{words.OF_FAIR})?"
    ):
        return nth_day(reading, int(found[1] or found[2]))
    if found := reading.take(rf"({words.one_of(words.ORDINALS)})(?:\s+{words.DAY}(?:{words.OF_FAIR})?)?"):
        return nth_day(reading, words.ORDINALS[found[1]])
    if reading.take(rf"{words.one_of(words.LAST)}(?:\s+{words.DAY}(?:{words.OF_FAIR})?)?"):
        return nth_day(reading, len(reading.days))
    return None


def nth_day(reading: Reading, number: int) -> date:
    """A day of the fair by its number; EntryError where it has fewer."""
    if 1 <= number <= len(reading.days):
        return reading.days[number - 1]
    raise _no_day(reading, str(number))


def _no_day(reading: Reading, typed: str) -> EntryError:
    shown = ", ".join(f"{day:%d.%m}" for day in reading.days[:_SHOWN]) + ("…" if len(reading.days) > _SHOWN else "")
    return EntryError(N_("“{typed}” is none of the fair’s days: {days}."), "day", typed=typed, days=shown)


def day_of_month(reading: Reading, number: int) -> date | None:
    """The day of the fair that is so in its month."""
    return next((day for day in reading.days if day.day == number), None)


# Times.


def read_time(reading: Reading) -> time | None:
    """A time of day: «10:30», «10.30», «в 10», «10ч30», «3 дня», «2 pm», «полдень»."""
    half = rf"(?:\s*({words.MORNING})|\s*({words.AFTERNOON}))?"
    if found := reading.take(rf"(?:{words.AT}\s*)?(\d{{1,2}})(?:\s?:\s?|\.)(\d{{2}}){half}"):
        return _clock(reading, int(found[1]), int(found[2]), found[3], found[4])
    if found := reading.take(r"(\d{1,2})-([3-5]\d|2[4-9])"):  # «10-30»; «10-11» is from ten to eleven
        return _clock(reading, int(found[1]), int(found[2]))
    if found := reading.take(rf"(?:{words.AT}\s*)?(\d{{1,2}}){half}(?:\s*o'clock)"):
        return _clock(reading, int(found[1]), 0, found[2], found[3])
    if found := reading.take(rf"(?:{words.AT}\s*)?(\d{{1,2}})\s*(?:({words.MORNING})|({words.AFTERNOON}))"):
        return _clock(reading, int(found[1]), 0, found[2], found[3])
    if found := reading.take(rf"(?:{words.AT}\s*)?(\d{{1,2}})\s*{words.HOUR}\s*(\d{{2}})(?:\s*{words.MINUTE})?"):
        return _clock(reading, int(found[1]), int(found[2]))
    if found := reading.take(rf"(?:{words.AT}\s*)?(\d{{1,2}})\s*{words.HOUR}"):
        return bare_time(reading, found[1])
    if found := reading.take(rf"{words.AT}\s*(\d{{1,4}})"):
        return bare_time(reading, found[1])
    if reading.take(rf"(?:{words.AT}\s+)?{words.one_of(words.NOON)}"):
        return time(12)
    return None


def bare_time(reading: Reading, digits: str) -> time:
    """«10» is ten, «2» two in the afternoon, «02» two at night, «930» half past nine."""
    if len(digits) > 2:
        return _clock(reading, int(digits[:-2]), int(digits[-2:]))
    hour = int(digits)
    return _clock(reading, hour + 12 if len(digits) == 1 and hour in _AFTERNOON else hour, 0)


def _clock(reading: Reading, hour: int, minute: int, morning: str | None = None, after: str | None = None) -> time:
    if (morning or after) and hour == 12:
        hour = 0
    if after and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        raise EntryError(N_("There is no such time of day."), "time", typed=reading.typed)
    return time(hour, minute)


def read_span(reading: Reading) -> tuple[time, int] | None:
    """From when to when: «10:30–11:15», «с 10 до 11»; the start and the minutes."""
    moment = r"(\d{1,2})(?:[:.](\d{2}))?"
    before = reading.left
    found = reading.take(rf"(?:{words.FROM}\s*)?{moment}\s*{words.TO}\s*{moment}")
    if found is None:
        return None
    first, last = ((int(found[at]), int(found[at + 1] or 0)) for at in (1, 3))
    if max(first[0], last[0]) > 23 or max(first[1], last[1]) > 59 or first == last:
        reading.left = before
        return None
    minutes = ((last[0] - first[0]) * 60 + last[1] - first[1]) % (24 * 60)
    return time(*first), minutes


# Lengths.


def read_length(reading: Reading) -> int | None:
    """A length in minutes: «45 мин», «1 ч 15», «1,5 часа», «полчаса», «1:15» where nothing else is expected."""
    if found := reading.take(rf"(\d{{1,2}})[.,](\d{{1,2}})\s*{words.HOUR}"):
        return round(float(f"{found[1]}.{found[2]}") * 60)
    before = reading.left
    both = rf"(\d{{1,2}})\s*{words.HOUR}\s*(?:(?:и|і|and)\s+)?(\d{{1,2}})(?:\s*{words.MINUTE})?"
    if found := reading.take(rf"{both}|(\d{{1,2}})\s*{words.HOUR}"):
        hours, rest = int(found[1] or found[3]), int(found[2] or 0)
        if not (reading.in_line and not reading.timed and hours >= _EARLIEST):
            return hours * 60 + rest
        reading.left = before
        return None
    if found := reading.take(rf"(\d{{1,4}})\s*(?:{words.MINUTE}|')"):
        return int(found[1])
    if not reading.in_line and (found := reading.take(r"(\d{1,2}):([0-5]\d)")):
        return int(found[1]) * 60 + int(found[2])
    if found := reading.take(words.one_of(words.LENGTHS)):
        return words.LENGTHS[found[0].strip().rstrip(".")]
    return None


def bare_length(number: int) -> int:
    """«45» is minutes, «1» to «4» are hours."""
    return number * 60 if number in _IN_HOURS else number
