"""When something is, said by the fair's clock: a session's state, today's hours of the fair and of a service."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

from guide.catalogue.model import Fair, Hours, Notice, Service, Session
from guide.dates import clock, day, is_within, standing
from guide.i18n import Tongue

_SOON = 90  # minutes that are said as minutes
_UNENDED = timedelta(hours=1)  # a session whose end is not published counts as going on for this long


class Phase(Enum):
    """Where a session stands to now."""

    UNKNOWN = "unknown"
    LATER = "later"
    NOW = "now"
    OVER = "over"


def phase(session: Session, now: datetime) -> Phase:
    """Whether a session is to come, goes on or is over; one without an hour is so by its day."""
    today, hour = now.date(), now.time()
    if session.date is None:
        return Phase.UNKNOWN
    if session.date != today:
        return Phase.LATER if session.date > today else Phase.OVER
    if session.starts is None:
        return Phase.UNKNOWN
    if hour < session.starts:
        return Phase.LATER
    return Phase.NOW if hour < _end(session) else Phase.OVER


def _end(session: Session) -> time:
    starts = session.starts or time()
    if session.ends is not None and session.ends > starts:
        return session.ends
    if session.ends is not None:
        return time.max  # it goes on after midnight
    at = datetime.combine(date.min, starts) + _UNENDED
    return at.time() if at.date() == date.min else time.max


def session_state(session: Session, tongue: Tongue, now: datetime) -> str:
    """A session's state: "in 20 minutes", "now, until 12:00", "tomorrow at 11:00", "over"; "" for not known."""
    match phase(session, now):
        case Phase.NOW if session.ends:
            return tongue.t("now, until {time}", time=clock(session.ends))
        case Phase.NOW:
            return tongue.t("began at {time}", time=clock(session.starts))
        case Phase.OVER:
            return tongue.t("over")
        case Phase.LATER:
            return soon(session, tongue, now) or when(session, tongue, now)
    return when(session, tongue, now)


def soon(session: Session, tongue: Tongue, now: datetime) -> str:
    """How many minutes are left to a session that begins within an hour and a half; "" for any other."""
    if session.date is None or session.starts is None:
        return ""
    left = datetime.combine(session.date, session.starts) - now.replace(tzinfo=None)
    minutes = -(-int(left.total_seconds()) // 60)
    return tongue.n("in {count} minute", "in {count} minutes", minutes) if 0 < minutes <= _SOON else ""


def when(session: Session, tongue: Tongue, now: datetime) -> str:
    """The day and hour of a session as one says them: "today at 14:30", "29 September at 11:00"; "" for not known."""
    on = which_day(session, tongue, now)
    if not on or session.starts is None:
        return on
    return tongue.t("{day} at {time}", day=on, time=clock(session.starts))


def which_day(session: Session, tongue: Tongue, now: datetime) -> str:
    """The day of a session from today on: "today", "tomorrow", "29 September"; "" for not known."""
    if session.date is None:
        return ""
    days = (session.date - now.date()).days
    return tongue.t("today") if days == 0 else tongue.t("tomorrow") if days == 1 else day(tongue, session.date)


class Opening(NamedTuple):
    """How something stands to its hours: open, shut, or (None) not known; and that in words."""

    is_open: bool | None
    words: str


def service_state(service: Service, tongue: Tongue, now: datetime) -> Opening:
    """Whether a service is open now, by its published hours."""
    t = tongue.t
    if not service.hours:
        return Opening(None, t("hours not published"))
    today, here = _today(service.hours, now), _within(service.hours, now)
    if not today and here is None:
        return Opening(False, t("closed today"))
    if here is not None:
        closes = clock(here.closes)
        return Opening(True, t("open until {time}", time=closes) if closes else t("open now"))
    later = [hours.opens for hours in today if hours.opens and hours.opens > now.time()]
    if later:
        return Opening(False, t("opens at {time}", time=clock(min(later))))
    if any(hours.opens or hours.closes for hours in today):
        return Opening(False, t("closed for today"))
    return Opening(None, t("open today, hours not published"))


def fair_state(fair: Fair, tongue: Tongue, now: datetime) -> Opening:
    """Whether the fair is open now, until when and for whom; before and after it, how far off it is."""
    t, today = tongue.t, now.date()
    if not fair.starts <= today <= fair.ends:
        far = standing(tongue, fair.starts, fair.ends, today)
        return Opening(False, t("The fair is closed today: {standing}", standing=far))
    hours = _today(fair.hours, now)
    if not any(each.opens or each.closes for each in hours):
        return Opening(None, t("Today’s opening hours are not published") + _for_whom(hours, tongue))
    here = _within(fair.hours, now)
    if here is not None:
        closes = clock(here.closes)
        words = t("The fair is open until {time}", time=closes) if closes else t("The fair is open")
        return Opening(True, words + _for_whom([here], tongue))
    later = [each for each in hours if each.opens and each.opens > now.time()]
    if later:
        first = min(later, key=lambda each: each.opens or time.max)
        opens = t("The fair opens today at {time}", time=clock(first.opens))
        return Opening(False, opens + _for_whom([first], tongue))
    tomorrow = [each.opens for each in fair.hours if each.date == today + timedelta(days=1) and each.opens]
    if tomorrow:
        return Opening(False, t("The fair is closed now and opens tomorrow at {time}", time=clock(min(tomorrow))))
    return Opening(False, t("The fair has closed for today"))


def _for_whom(hours: Sequence[Hours], tongue: Tongue) -> str:
    words = tongue.t("trade visitors only")
    return f" ({words})" if hours and all(each.trade_only for each in hours) else ""


def _today(hours: Iterable[Hours], now: datetime) -> list[Hours]:
    return [each for each in hours if each.date == now.date()]


def _within(hours: Iterable[Hours], now: datetime) -> Hours | None:
    """The hours that the moment lies in, be they yesterday's after midnight; those without any hour hold no moment."""
    known = (each for each in hours if each.opens or each.closes)
    return next((each for each in known if is_within(now, each.date, each.opens, each.closes)), None)


def span_today(hours: Iterable[Hours], now: datetime) -> str:
    """Today's hours as «10:00–18:00», several parted by commas; "" where none are published."""
    spans = [f"{clock(each.opens)}–{clock(each.closes)}" for each in _today(hours, now) if each.opens or each.closes]
    return ", ".join(spans)


def holds(notice: Notice, now: datetime) -> bool:
    """Whether a notice is still worth telling: its day, or its moment, has not passed."""
    until = notice.until
    if isinstance(until, datetime):
        return now.replace(tzinfo=None) <= until.replace(tzinfo=None)
    return until is None or now.date() <= until


def told_at(notice: Notice, tongue: Tongue, now: datetime) -> str:
    """When a notice was given: the hour on its own day, else the day; "" where it is not known."""
    at = notice.at
    if at is None:
        return ""
    if not isinstance(at, datetime):
        words = tongue.t("today") if at == now.date() else day(tongue, at)
    elif at.date() == now.date():
        words = clock(at.time())
    else:
        words = f"{day(tongue, at.date())}, {clock(at.time())}"
    return unbroken(words)


def unbroken(words: str) -> str:
    """The words so that no line ends between them."""
    return words.replace(" ", "\u00a0")


def day_names(days: Sequence[date], tongue: Tongue) -> str:
    """Days in a row: «29 сентября, 30 сентября»."""
    return ", ".join(day(tongue, each) for each in sorted(days))
