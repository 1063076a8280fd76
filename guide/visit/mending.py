"""What mends the plan: another time or day, a shorter stay, the programme's time, another order, out of the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from guide.catalogue.model import Ref
from guide.i18n import N_
from guide.visit.changes import Change, arranged, been, unplanned
from guide.visit.day import MINUTES, UNSAID, Fix, Item, Said, as_time
from guide.visit.items import Plan, collide, days_of, in_order, item_of, opening, session_of, span_of, there_on, till
from guide.visit.state import Mark, Stop

LEAST = 10
"""Minutes that a stay must have to be worth going there."""

STEP = 5
"""A start that the guide proposes because of the clock is a multiple of so many minutes."""

MOST = 2
"""How many other days are proposed at most."""

Span = tuple[int, int]


def movable(plan: Plan, item: Item) -> bool:
    """Whether its time is the person's to choose: not that of a session whose time is known."""
    session = session_of(plan.catalogue, item.stop.ref)
    return session is None or (session.date is None and session.starts is None)


# How it would stand in the plan.


def settled(plan: Plan, stops: Iterable[Stop], what: str = N_("plan changed: {name}")) -> Change:
    """Puts these stops into the plan, new or in the place of those with their ids.

    Where a day is in order by time, it stays so; else a stop that stays on its day keeps its place.
    """
    items = dict(plan.by_id)
    was = tuple(items)
    ids = list(was)
    changed = []
    for stop in stops:
        item = item_of(plan.catalogue, stop)
        old = items.get(stop.id)
        changed.append((stop.id, old.stop if old else None, stop))
        _insert(ids, items, item, old)
        items[stop.id] = item
    names = ", ".join(stop.name or stop.title for _, _, stop in changed)
    return Change(what, names, stops=tuple(changed), order=(was, tuple(ids)) if tuple(ids) != was else None)


def _insert(ids: list[str], items: dict[str, Item], item: Item, old: Item | None) -> None:
    key = item.stop.id
    others = [items[each] for each in ids if each != key and items[each].day == item.day]
    stays = old is not None and old.day == item.day
    if stays and (item.begin is None or not in_order(others)):
        return
    if old is not None:
        ids.remove(key)
    begin = item.begin
    before = begin is None or not in_order(others)
    earlier = [each for each in others if before or (each.begin is not None and each.begin <= (begin or 0))]
    later = [each for each in others if each.begin is not None]
    if earlier:
        ids.insert(ids.index(earlier[-1].stop.id) + 1, key)
    elif later:
        ids.insert(ids.index(later[0].stop.id), key)
    elif others:
        ids.insert(ids.index(others[-1].stop.id) + 1, key)
    else:
        ids.append(key)


def timed(stop: Stop, begin: int | None, day: date | None) -> Stop:
    """The stop at another time, on a day."""
    return replace(stop, day=day, starts=None if begin is None else as_time(begin))


# Where there is room.


def free_spans(plan: Plan, day: date, item: Item, also: Sequence[Item] = ()) -> list[Span]:
    """The free times of a day for an item, from now on, while its thing is open; [] where it is closed then.

    ``also`` are items that would be there too; of equal ids they replace those of the plan.
    """
    hours = opening(plan.catalogue, item.stop.ref, day)
    if hours is None:
        return []
    begin, end = span_of(hours)
    if day == plan.today:
        begin = max(begin, -(-plan.minute // STEP) * STEP)
    without = {item.stop.id, *(each.stop.id for each in also)}
    busy = [each for each in plan.timed(day) if each.stop.id not in without]
    return between(begin, end, (*busy, *(each for each in also if each.begin is not None)))


def between(begin: int, end: int, busy: Iterable[Item]) -> list[Span]:
    """What is free of a time beside timed items; one without a length lasts UNSAID minutes."""
    spans = []
    for first, last in sorted((each.begin or 0, each.end or (each.begin or 0) + UNSAID) for each in busy):
        if first > begin:
            spans.append((begin, min(first, end)))
        begin = max(begin, last)
        if begin >= end:
            break
    if begin < end:
        spans.append((begin, end))
    return [span for span in spans if span[0] < span[1]]


def nearest_start(spans: Iterable[Span], length: int, wanted: int) -> int | None:
    """The start nearest to the one wanted at which so many minutes are free."""
    starts = [max(begin, min(wanted, end - length)) for begin, end in spans if end - begin >= length]
    return min((start for start in starts if start < MINUTES), key=lambda start: abs(start - wanted), default=None)


def open_days(plan: Plan, item: Item) -> list[date]:
    """The other days on which one could go there, the next first: open to all, somebody at the stand, not over."""
    fair = plan.catalogue.fair
    own = item.day or fair.starts
    over = plan.today > fair.ends
    days = []
    for day in days_of(plan.catalogue):
        hours = opening(plan.catalogue, item.stop.ref, day)
        if day == item.day or hours is None or hours.trade_only or (day < plan.today and not over):
            continue
        if any(each.date == day and each.trade_only for each in fair.hours):
            continue
        if there_on(plan.catalogue, item.spot, day):
            days.append(day)
    return sorted(days, key=lambda day: (abs((day - own).days), day < own))


# One stop.


def dropped(plan: Plan, item: Item) -> Fix:
    """It is taken out of the plan."""
    return Fix(N_("take it out of the plan"), unplanned(plan.visit, (item.stop.id,)))


def visited(plan: Plan, item: Item, ref: Ref) -> Fix:
    """Its thing is marked as visited."""
    return Fix(N_("mark it as visited"), been(plan.visit, ref, item.stop.name))


def at_another_time(plan: Plan, item: Item) -> list[Fix]:
    """The nearest time of its day that is free."""
    if item.day is None or item.begin is None or not movable(plan, item):
        return []
    start = nearest_start(free_spans(plan, item.day, item), item.minutes or UNSAID, item.begin)
    if start is None or start == item.begin:
        return []
    change = settled(plan, (timed(item.stop, start, item.stop.day),))
    return [Fix(N_("move it to {time}"), change, {"time": as_time(start)})]


def on_another_day(plan: Plan, item: Item) -> list[Fix]:
    """The next days on which one could go there, at the same time if that is free."""
    fixes: list[Fix] = []
    if not movable(plan, item):
        return fixes
    for day in open_days(plan, item):
        start = None
        if item.begin is not None:
            start = nearest_start(free_spans(plan, day, item), item.minutes or UNSAID, item.begin)
            if start is None:
                continue
        change = settled(plan, (timed(item.stop, start, day),))
        if start == item.begin or start is None:
            fixes.append(Fix(N_("move it to {day}"), change, {"day": day}))
        else:
            fixes.append(Fix(N_("move it to {day}, {time}"), change, {"day": day, "time": as_time(start)}))
        if len(fixes) == MOST:
            break
    return fixes


def shortened(plan: Plan, item: Item, end: int) -> list[Fix]:
    """It ends then, if that leaves time worth going."""
    minutes = end - (item.begin or 0)
    if item.begin is None or minutes < LEAST or (item.minutes or 0) <= minutes:
        return []
    change = settled(plan, (replace(item.stop, minutes=minutes),))
    return [Fix(N_("shorten it to {minutes}"), change, {"minutes": minutes})]


def without_time(plan: Plan, item: Item) -> list[Fix]:
    """Its time is left open."""
    if item.stop.starts is None or not movable(plan, item):
        return []
    return [Fix(N_("leave its time open"), settled(plan, (timed(item.stop, None, item.stop.day),)))]


def by_the_programme(plan: Plan, item: Item) -> list[Fix]:
    """The session's own day and time; one stop that is in the way goes to another time."""
    session = session_of(plan.catalogue, item.stop.ref)
    if session is None:
        return []
    day = session.date or item.stop.day
    whole = replace(item.stop, day=day, starts=None, minutes=None)
    for stop in (whole, replace(whole, minutes=item.stop.minutes)):
        after = item_of(plan.catalogue, stop)
        in_the_way = [each for each in plan.on(day) if collide(after, each)]
        label = N_("go by the programme: {day}, {time}") if after.starts else N_("go by the programme: {day}")
        values: dict[str, Said] = {"day": day or plan.today, **({"time": after.starts} if after.starts else {})}
        if not in_the_way:
            return [Fix(label, settled(plan, (stop,)), values)]
        if len(in_the_way) == 1 and day is not None and movable(plan, in_the_way[0]):
            other = in_the_way[0]
            start = nearest_start(free_spans(plan, day, other, (after,)), other.minutes or UNSAID, other.begin or 0)
            if start is not None:
                label = N_("go by the programme, {time}, and move {name} to {then}")
                name = other.stop.title or other.stop.name
                values = {"time": as_time(after.begin or 0), "name": other.stop.ref or name, "then": as_time(start)}
                return [Fix(label, settled(plan, (stop, timed(other.stop, start, other.stop.day))), values)]
    return []


def out_of_overlap(plan: Plan, item: Item, others: Sequence[Item]) -> tuple[Fix, ...]:
    """What frees an item from all that it overlaps: another time, a shorter stay, another day, out of the plan."""
    begin, first = item.begin or 0, min(other.begin or 0 for other in others)
    fixes = shortened(plan, item, first) if begin < first < till(item) else []
    fixes += at_another_time(plan, item) or on_another_day(plan, item) or without_time(plan, item)
    return (*fixes, dropped(plan, item))


# A whole day.


def sorted_by_time(plan: Plan, day: date | None) -> Fix:
    """The items that have a time go by it; those without stay where they are."""
    items = sorted(plan.timed(day), key=lambda item: item.begin or 0)
    change = arranged(plan.visit, [item.stop.id for item in items])
    return Fix(N_("sort the day by time"), replace(change, what=N_("the day was sorted by time")))


def to_another_day(plan: Plan, items: Sequence[Item]) -> tuple[Fix, ...]:
    """All of them to one of the next days, each at a time that is free there, else without one."""
    if not items:
        return ()
    common = [day for day in open_days(plan, items[0]) if all(day in open_days(plan, item) for item in items[1:])]
    fixes = []
    for day in common[:MOST]:
        there: list[Item] = []
        for item in items:
            start = None
            if item.begin is not None:
                start = nearest_start(free_spans(plan, day, item, there), item.minutes or UNSAID, item.begin)
            there.append(item_of(plan.catalogue, timed(item.stop, start, day)))
        label = N_("move it to {day}") if len(items) == 1 else N_("move them to {day}")
        fixes.append(Fix(label, settled(plan, (item.stop for item in there)), {"day": day}))
    return tuple(fixes)


def all_dropped(plan: Plan, items: Sequence[Item]) -> Fix:
    """All of them are taken out of the plan."""
    label = N_("take it out of the plan") if len(items) == 1 else N_("take them out of the plan")
    return Fix(label, unplanned(plan.visit, (item.stop.id for item in items)))


def all_visited(plan: Plan, items: Sequence[Item]) -> Fix:
    """The things of all of them are marked as visited."""
    marks: dict[Ref, tuple[Ref, Mark, Mark]] = {}
    for item in items:
        if item.stop.ref is not None:
            before = plan.visit.mark(item.stop.ref)
            after = replace(before, visited=True, name=before.name or item.stop.name)
            marks[item.stop.ref] = (item.stop.ref, before, after)
    names = ", ".join(item.stop.name or item.stop.title for item in items)
    label = N_("mark it as visited") if len(items) == 1 else N_("mark them as visited")
    return Fix(label, Change(N_("visited: {name}"), names, marks=tuple(marks.values())))
