"""The plan by day as it really is: resolved times, what is wrong and what mends it, free time, where one is now.

Nothing here is ever sorted behind a person's back: items keep the person's order, and what would change it is a
change that can be taken or left.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from guide.catalogue.model import Catalogue
from guide.i18n import N_
from guide.visit.changes import Change, arranged
from guide.visit.day import UNSAID, Day, HallGroup, Item, Marked, Moment
from guide.visit.free import Wished, gaps, marked, wished
from guide.visit.items import Plan, days_of, resolved
from guide.visit.state import Visit
from guide.visit.troubles import of_whole_day, with_troubles


def day_plan(catalogue: Catalogue, visit: Visit, day: date | None, now: datetime) -> Day:
    """One day of the plan (None: what has no day yet) by the fair's clock ``now``."""
    plan = resolved(catalogue, visit, now)
    return _day(plan, day, wished(plan, marked(plan).favourites))


def days(catalogue: Catalogue, visit: Visit, now: datetime) -> tuple[Day, ...]:
    """Every day of the fair and every other day that the plan names, in order; last what has no day yet."""
    return days_and_marked(catalogue, visit, now)[0]


def days_and_marked(catalogue: Catalogue, visit: Visit, now: datetime) -> tuple[tuple[Day, ...], Marked]:
    """The same, and what is marked and in none of them."""
    plan = resolved(catalogue, visit, now)
    rest = marked(plan)
    return days_of_plan(plan, rest), rest


def days_of_plan(plan: Plan, rest: Marked) -> tuple[Day, ...]:
    """The days of :func:`days` of a plan that is resolved, with what is marked besides."""
    wishes = wished(plan, rest.favourites)
    named = sorted({*days_of(plan.catalogue), *(day for day in plan.by_day if day is not None)})
    return tuple(_day(plan, day, wishes) for day in (*named, None))


def _day(plan: Plan, day: date | None, wishes: Wished) -> Day:
    if day is None:
        return Day(None, with_troubles(plan, None))
    fair = plan.catalogue.fair
    hours = next((each for each in fair.hours if each.date == day), None)
    return Day(
        day,
        with_troubles(plan, day),
        of_fair=fair.starts <= day <= fair.ends,
        hours=hours,
        today=day == plan.today,
        past=day < plan.today,
        troubles=of_whole_day(plan, day),
        gaps=gaps(plan, day, hours, wishes),
    )


def now_and_next(catalogue: Catalogue, visit: Visit, now: datetime) -> Moment:
    """Where one is in today's plan: what is on, and what starts next; a stop without a length lasts UNSAID minutes."""
    plan = resolved(catalogue, visit, now)
    minute = plan.minute
    items = sorted(plan.timed(plan.today), key=lambda item: item.begin or 0)
    on = [item for item in items if (item.begin or 0) <= minute < (item.end or (item.begin or 0) + UNSAID)]
    later = next((item for item in items if (item.begin or 0) > minute), None)
    return Moment(tuple(on), later, (later.begin or 0) - minute if later else None)


def by_hall(day: Day) -> tuple[HallGroup, ...]:
    """The day's items without a time by hall, the halls as they first come in the person's order, unknown ones last."""
    halls: dict[str | None, list[Item]] = {}
    for item in day.items:
        if item.begin is None:
            halls.setdefault(item.spot.hall, []).append(item)
    return tuple(HallGroup(hall, tuple(halls[hall])) for hall in sorted(halls, key=lambda hall: hall is None))


def hall_order_change(visit: Visit, day: Day) -> Change:
    """Arranges the day's items without a time hall by hall; an empty change where they already are."""
    keys = [item.stop.id for group in by_hall(day) for item in group.items]
    return replace(arranged(visit, keys), what=N_("the day was arranged by hall"))


def shifted(visit: Visit, day: Day, key: str, by: int) -> Change:
    """Moves a stop so many places among the items of its day, also of one whose day is its session's."""
    keys = [item.stop.id for item in day.items]
    if key not in keys:
        return Change("")
    here = keys.index(key)
    there = max(0, min(here + by, len(keys) - 1))
    item = day.items[here]
    return arranged(visit, _moved(keys, here, there), item.stop.name or item.stop.title)


def _moved(keys: Sequence[str], here: int, there: int) -> list[str]:
    left = [*keys[:here], *keys[here + 1 :]]
    return [*left[:there], keys[here], *left[there:]]
