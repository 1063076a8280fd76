"""The fair's clock, and dates in words: «29 сентября – 1 октября 2025», "day 2 of 3"."""

import os
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from guide.i18n import N_, Tongue

_DAY_OF_MONTH = (
    N_("{day} January"), N_("{day} February"), N_("{day} March"), N_("{day} April"),
    N_("{day} May"), N_("{day} June"), N_("{day} July"), N_("{day} August"),
    N_("{day} September"), N_("{day} October"), N_("{day} November"), N_("{day} December"),
)  # fmt: skip
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))

_DAY = 24 * 60  # minutes


def zone(name: str) -> tzinfo:
    """The time zone of that IANA name; UTC where this system does not know it."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # ZoneInfoNotFoundError is a KeyError; a name such as "../x" is a ValueError.
        return timezone(timedelta(), "UTC")


def now(zone_name: str = "UTC") -> datetime:
    """The fair's clock: the present time in its zone, or the one that GUIDE_NOW sets."""
    there = zone(zone_name)
    asked = os.environ.get("GUIDE_NOW", "")
    if asked:
        try:
            moment = datetime.fromisoformat(asked)
        except ValueError:
            pass
        else:
            return moment.replace(tzinfo=there) if moment.tzinfo is None else moment.astimezone(there)
    return datetime.now(UTC).astimezone(there)


def day(tongue: Tongue, value: date, *, year: bool = False, weekday: bool = False) -> str:
    """«29 сентября», with the year or the weekday where asked for."""
    text = tongue.t(_DAY_OF_MONTH[value.month - 1], day=value.day)
    if year:
        text = f"{text} {value.year}"
    return f"{tongue.t(_WEEKDAYS[value.weekday()])}, {text}" if weekday else text


def span(tongue: Tongue, first: date, last: date) -> str:
    """«29 сентября – 1 октября 2025»; «3–5 июня 2026» within a month; one day alone."""
    if first == last:
        return day(tongue, first, year=True)
    if (first.year, first.month) == (last.year, last.month):
        return tongue.t(_DAY_OF_MONTH[last.month - 1], day=f"{first.day}–{last.day}") + f" {last.year}"
    return f"{day(tongue, first, year=first.year != last.year)} – {day(tongue, last, year=True)}"


def loose(tongue: Tongue, value: date | str) -> str:
    """A date, or a string that is a year, or a year and month: «16 апреля 2019», «апрель 2019», «2019»."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return day(tongue, value, year=True)
    year, dash, month = value.partition("-")
    if dash and month.isdigit() and 1 <= int(month) <= 12:
        return f"{tongue.t(_MONTHS[int(month) - 1])} {year}"
    return value


def clock(value: time | None) -> str:
    """«09:30»; "" for none."""
    return f"{value:%H:%M}" if value else ""


def minutes_open(opens: time | None, closes: time | None) -> tuple[int, int]:
    """From when to when something is open, in minutes since the midnight before it opens.

    The whole day where that is not said; what closes at or before the hour that it opens at does so the next day.
    """
    begin = opens.hour * 60 + opens.minute if opens else 0
    end = closes.hour * 60 + closes.minute if closes else _DAY
    return begin, end if end > begin else end + _DAY


def is_within(moment: datetime, day: date, opens: time | None, closes: time | None) -> bool:
    """Whether hours that begin on a day hold a moment, be it after the midnight that ends the day."""
    begin, end = minutes_open(opens, closes)
    return begin <= (moment.date() - day).days * _DAY + moment.hour * 60 + moment.minute < end


def standing(tongue: Tongue, starts: date, ends: date, today: date) -> str:
    """How the fair stands to today: "in 3 days", "day 2 of 3", "over, 52 weeks ago"."""
    if today < starts:
        days = (starts - today).days
        if days == 1:
            return tongue.t("starts tomorrow")
        if days < 60:
            return tongue.n("in {count} day", "in {count} days", days)
        return tongue.n("in {count} week", "in {count} weeks", days // 7)
    if today <= ends:
        return tongue.t("day {day} of {days}", day=(today - starts).days + 1, days=(ends - starts).days + 1)
    days = (today - ends).days
    if days == 1:
        return tongue.t("ended yesterday")
    if days < 14:
        return tongue.n("ended {count} day ago", "ended {count} days ago", days)
    if days < 365:
        return tongue.n("ended {count} week ago", "ended {count} weeks ago", days // 7)
    if days < 2 * 365:
        return tongue.t("ended a year ago")
    return tongue.n("ended {count} year ago", "ended {count} years ago", days // 365)
