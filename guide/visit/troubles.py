"""What is wrong with a plan, item by item and day by day, each with what would mend it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from guide.catalogue.model import Notice, Ref, Session
from guide.visit import mending
from guide.visit.day import Fix, Item, Trouble, as_time
from guide.visit.items import Plan, collide, opening, session_of, span_of, there_on, till

WARNS = frozenset(("closed", "moved", "delayed"))
"""The kinds of notices that a plan has to heed."""


def with_troubles(plan: Plan, day: date | None) -> tuple[Item, ...]:
    """The items of a day, each with what is wrong with it."""
    items = plan.on(day)
    overlaps = _overlaps(plan.timed(day))
    earlier = _standing_before_earlier(items)
    by_time = (mending.sorted_by_time(plan, day),) if earlier else ()
    done = []
    for item in items:
        troubles = list(_of_thing(plan, item))
        if day is not None:
            troubles += _of_day(plan, item, day)
        if others := overlaps.get(item.stop.id):
            fixes = mending.out_of_overlap(plan, item, others)
            troubles.append(Trouble("overlap", (item.stop.id, *(each.stop.id for each in others)), fixes=fixes))
        if (other := earlier.get(item.stop.id)) is not None:
            values = {"time": as_time(other.begin or 0)}
            troubles.append(Trouble("order", (item.stop.id, other.stop.id), values, by_time))
        done.append(replace(item, troubles=tuple(troubles)) if troubles else item)
    return tuple(done)


def _overlaps(items: Sequence[Item]) -> dict[str, list[Item]]:
    """Every item that collides with others -> these, by their start."""
    found: dict[str, list[Item]] = {}
    waiting: list[Item] = []
    for item in sorted(items, key=lambda item: item.begin or 0):
        waiting = [each for each in waiting if till(each) > (item.begin or 0)]
        for each in waiting:
            if collide(each, item):
                found.setdefault(each.stop.id, []).append(item)
                found.setdefault(item.stop.id, []).append(each)
        waiting.append(item)
    return found


def _standing_before_earlier(items: Iterable[Item]) -> dict[str, Item]:
    """Every item after which one stands that starts earlier -> that one."""
    found: dict[str, Item] = {}
    last: Item | None = None
    for item in items:
        if item.begin is not None:
            if last is not None and item.begin < (last.begin or 0):
                found[last.stop.id] = item
            last = item
    return found


# What concerns the thing itself.


def _of_thing(plan: Plan, item: Item) -> Iterator[Trouble]:
    key = (item.stop.id,)
    if item.gone:
        yield Trouble("gone", key, fixes=(mending.dropped(plan, item),))
        return
    for notice in _notices(plan, item):
        # A notice names no days, so nobody knows whether what it closes is open on another one; and what it says of
        # a hall may be true of its escalator only.
        about = notice.about
        closed = notice.kind == "closed" and about is not None and (about.kind != "hall" or about == item.stop.ref)
        fixes = (mending.dropped(plan, item),) if closed else ()
        yield Trouble("notice", key, {"notice": Ref("notice", notice.id)}, fixes)
    session = session_of(plan.catalogue, item.stop.ref)
    if session is not None:
        yield from _of_session(plan, item, session)


def _notices(plan: Plan, item: Item) -> Iterator[Notice]:
    """What warns of the thing, its stands or its hall and still holds."""
    about = plan.catalogue.relations.notices
    if not about or item.stop.ref is None:
        return
    hall = [Ref("hall", item.spot.hall)] if item.spot.hall else []
    seen = dict.fromkeys((item.stop.ref, *(Ref("stand", key) for key in item.spot.stands), *hall))
    for ref in (ref for thing in seen for ref in about.get(thing, ())):
        notice = plan.catalogue.notices[ref.id]
        if notice.kind in WARNS and not _before(notice, item) and not _expired(notice, plan.now, item):
            yield notice


def _before(notice: Notice, item: Item) -> bool:
    """Whether the item's day was over when the notice was given."""
    given = notice.at.date() if isinstance(notice.at, datetime) else notice.at
    return given is not None and item.day is not None and item.day < given


def _expired(notice: Notice, now: datetime, item: Item) -> bool:
    """Whether it holds no longer by now, or will not by the time of the item."""
    until = notice.until
    if until is None:
        return False
    then = max(now.replace(tzinfo=None), datetime.combine(item.day or date.min, item.starts or time()))
    return until.replace(tzinfo=None) < then if isinstance(until, datetime) else until < then.date()


def _of_session(plan: Plan, item: Item, session: Session) -> Iterator[Trouble]:
    key, stop = (item.stop.id,), item.stop
    if stop.day and session.date and stop.day != session.date:
        fixes = (*mending.by_the_programme(plan, item), mending.dropped(plan, item))
        yield Trouble("session-day", key, {"day": session.date}, fixes)
    elif stop.starts and session.starts and stop.starts != session.starts:
        fixes = (*mending.by_the_programme(plan, item), mending.dropped(plan, item))
        yield Trouble("session-time", key, {"time": session.starts}, fixes)
    elif item.day == plan.today and item.end is not None and item.end <= plan.minute and not _visited(plan, item):
        been = (mending.visited(plan, item, Ref("session", session.id)), mending.dropped(plan, item))
        yield Trouble("over", key, {"time": as_time(item.end)}, been)
    if session.date and session.date == item.day and _trade_only(plan, item.day) and not _past(plan, item.day):
        yield Trouble("trade-only", key, fixes=(mending.dropped(plan, item),))


# What concerns its time and its day.


def _of_day(plan: Plan, item: Item, day: date) -> Iterator[Trouble]:
    key = (item.stop.id,)
    if item.gone:
        return
    if not there_on(plan.catalogue, item.spot, day):
        fixes = (*mending.on_another_day(plan, item), mending.dropped(plan, item))
        yield Trouble("absent", key, fixes=fixes)
    session = session_of(plan.catalogue, item.stop.ref)
    if session is not None and session.date and session.starts:
        return  # whoever wrote the programme knows when the doors are open
    hours = opening(plan.catalogue, item.stop.ref, day)
    if hours is None:
        if opening(plan.catalogue, None, day) is not None:
            fixes = (*mending.on_another_day(plan, item), mending.dropped(plan, item))
            yield Trouble("closed", key, fixes=fixes)
        return
    if item.begin is None:
        return
    begin, end = span_of(hours)
    if hours.opens and item.begin < begin:
        yield Trouble("early", key, {"time": hours.opens}, _into_hours(plan, item))
    if hours.closes and till(item) > end:
        fixes = (*mending.shortened(plan, item, end), *_into_hours(plan, item))
        yield Trouble("late", key, {"time": hours.closes}, fixes)


def _into_hours(plan: Plan, item: Item) -> tuple[Fix, ...]:
    fixes = mending.at_another_time(plan, item) or mending.on_another_day(plan, item)
    return tuple(fixes or mending.without_time(plan, item) or (mending.dropped(plan, item),))


# What concerns a whole day.


def of_whole_day(plan: Plan, day: date | None) -> tuple[Trouble, ...]:
    """What is wrong with a day as a whole; what the programme says of its sessions' days is never wrong."""
    if day is None:
        return ()
    fair = plan.catalogue.fair
    items = [item for item in plan.on(day) if not item.gone and not _dated(plan, item)]
    if not items:
        return ()
    if not fair.starts <= day <= fair.ends:
        return (_whole(plan, "outside", items, starts=fair.starts, ends=fair.ends),)
    if _past(plan, day):
        missed = [item for item in items if not item.stop.meeting and not _visited(plan, item)]
        fixes = mending.to_another_day(plan, missed)
        if fixes:
            ids = tuple(item.stop.id for item in missed)
            marked = [item for item in missed if item.stop.ref is not None]
            been = (mending.all_visited(plan, missed),) if len(marked) == len(missed) else ()
            return (Trouble("missed", ids, {"count": len(ids)}, (*fixes, *been)),)
        return ()
    if opening(plan.catalogue, None, day) is None:
        return (_whole(plan, "unlisted", items),)
    return (_whole(plan, "trade-only", items),) if _trade_only(plan, day) else ()


def _whole(plan: Plan, kind: str, items: Sequence[Item], **values: date) -> Trouble:
    fixes = mending.to_another_day(plan, items) or (mending.all_dropped(plan, items),)
    return Trouble(kind, tuple(item.stop.id for item in items), values, fixes)


def _dated(plan: Plan, item: Item) -> bool:
    session = session_of(plan.catalogue, item.stop.ref)
    return session is not None and session.date is not None


def _visited(plan: Plan, item: Item) -> bool:
    return item.stop.ref is not None and plan.visit.mark(item.stop.ref).visited


def _past(plan: Plan, day: date) -> bool:
    """Whether the day is over while the fair is not: a fair that is over is looked at as it was planned."""
    return day < plan.today <= plan.catalogue.fair.ends


def _trade_only(plan: Plan, day: date) -> bool:
    return any(each.date == day and each.trade_only for each in plan.catalogue.fair.hours)
