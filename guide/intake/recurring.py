"""When something comes back: the rules of RFC 5545 spelt out as clock times, day by day and never for ever."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

DAYS = 1100
"""Days after the first time that are looked at."""

MOST = 400
"""Times that one rule may give."""

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_UNDERSTOOD = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYHOUR", "BYMINUTE", "WKST",
     "BYSECOND")
)  # fmt: skip
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Rule(NamedTuple):
    """A rule as it is understood: how often, and which days, months and clock times of it.

    ``most`` is how many times at most, 0 for any; ``days`` are (number, weekday), 0 for every one; ``until`` is the
    last time by the same clock as the first.
    """

    frequency: str
    interval: int = 1
    most: int = 0
    until: datetime | None = None
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    week_begins: int = 0

    @property
    def is_endless(self) -> bool:
        """Whether it names no end."""
        return not self.most and self.until is None


def rule_of(parts: Mapping[str, Sequence[Any]], until: datetime | None) -> Rule | None:
    """The rule that the parts of an RRULE say, None for one that is not understood; ``until`` is its UNTIL."""
    frequency = str(parts.get("FREQ", [""])[0]).upper()
    if frequency not in _FREQUENCIES or not set(parts) <= _UNDERSTOOD:
        return None
    try:
        rule = Rule(
            frequency,
            _number(parts, "INTERVAL", 1),
            _number(parts, "COUNT", 0),
            until,
            tuple(_weekday(str(each)) for each in parts.get("BYDAY", ())),
            _numbers(parts, "BYMONTHDAY", -31, 31),
            _numbers(parts, "BYMONTH", 1, 12),
            _numbers(parts, "BYSETPOS", -366, 366),
            _numbers(parts, "BYHOUR", 0, 23),
            _numbers(parts, "BYMINUTE", 0, 59),
            _weekday(str(parts.get("WKST", ["MO"])[0]))[1],
        )
    except (ValueError, IndexError):
        return None
    return rule if rule.interval > 0 and rule.most >= 0 else None


def times(first: datetime, rule: Rule, last: date | None = None) -> Iterator[datetime]:
    """The times of a rule in their order, the first one always among them; none after ``last``.

    Ends after :data:`MOST` times or :data:`DAYS` days, whatever the rule says.
    """
    most = min(rule.most or MOST, MOST)
    yield first
    given = 1
    for period in _periods(first, rule):
        found = [each for day in period for each in _clock_times(day, first, rule)]
        if rule.positions:
            found = sorted({found[at] for at in _at(rule.positions, len(found))})
        for each in found:
            if each <= first:
                continue
            if given >= most or (rule.until and each > rule.until) or (last and each.date() > last):
                return
            given += 1
            yield each


def _periods(first: datetime, rule: Rule) -> Iterator[list[date]]:
    """The days that the rule chooses, by the days, weeks, months or years that it steps through."""
    chosen: list[date] = []
    current = None
    begin = _period_begin(first.date(), rule)
    for number in range(DAYS):
        try:
            day = begin + timedelta(number)
        except OverflowError:
            break
        period = _period(day, begin, rule)
        if period != current:
            if chosen:
                yield chosen
            chosen, current = [], period
        if period % rule.interval == 0 and _is_chosen(day, first.date(), rule):
            chosen.append(day)
    if chosen:
        yield chosen


def _period_begin(day: date, rule: Rule) -> date:
    match rule.frequency:
        case "WEEKLY":
            return day - timedelta((day.weekday() - rule.week_begins) % 7)
        case "MONTHLY":
            return day.replace(day=1)
        case "YEARLY":
            return day.replace(month=1, day=1)
    return day


def _period(day: date, begin: date, rule: Rule) -> int:
    match rule.frequency:
        case "WEEKLY":
            return (day - begin).days // 7
        case "MONTHLY":
            return (day.year - begin.year) * 12 + day.month - begin.month
        case "YEARLY":
            return day.year - begin.year
    return (day - begin).days


def _is_chosen(day: date, first: date, rule: Rule) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not {day.day, day.day - _length(day) - 1} & set(rule.month_days):
        return False
    if rule.days:
        return any(weekday == day.weekday() and _is_the(number, day, rule) for number, weekday in rule.days)
    match rule.frequency:
        case "WEEKLY":
            return day.weekday() == first.weekday()
        case "MONTHLY":
            return bool(rule.month_days) or day.day == first.day
        case "YEARLY":
            is_month = bool(rule.months) or day.month == first.month or bool(rule.month_days)
            return is_month and (bool(rule.month_days) or day.day == first.day)
    return True


def _is_the(number: int, day: date, rule: Rule) -> bool:
    """Whether a day is the first, second, last … of its weekday in its month, or in its year where that is meant."""
    if number == 0 or rule.frequency in ("DAILY", "WEEKLY"):
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        begin, end = date(day.year, 1, 1), date(day.year, 12, 31)
    else:
        begin, end = day.replace(day=1), day.replace(day=_length(day))
    return number == ((day - begin).days // 7 + 1 if number > 0 else -((end - day).days // 7 + 1))


def _clock_times(day: date, first: datetime, rule: Rule) -> Iterator[datetime]:
    for hour in sorted(rule.hours) or (first.hour,):
        for minute in sorted(rule.minutes) or (first.minute,):
            yield datetime.combine(day, time(hour, minute, first.second))


def _at(positions: Sequence[int], count: int) -> Iterator[int]:
    for position in positions:
        if position and abs(position) <= count:
            yield position - 1 if position > 0 else count + position


def _length(day: date) -> int:
    following = day.replace(day=28) + timedelta(4)
    return (following - timedelta(following.day)).day


def _number(parts: Mapping[str, Sequence[Any]], name: str, otherwise: int) -> int:
    return min(int(parts[name][0]), 10_000) if name in parts else otherwise


def _numbers(parts: Mapping[str, Sequence[Any]], name: str, low: int, high: int) -> tuple[int, ...]:
    numbers = tuple(int(each) for each in parts.get(name, ()))
    if not all(low <= number <= high for number in numbers):
        raise ValueError(name)
    return numbers


def _weekday(text: str) -> tuple[int, int]:
    """ "MO" -> (0, 0), "-1TU" -> (-1, 1)."""
    return int(text[:-2] or 0), _WEEKDAYS.index(text[-2:].upper())
