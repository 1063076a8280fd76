"""Free time between the items of a day, and what could fill it; what is marked and in no day of the plan."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from guide.catalogue.model import TABLES, Hours, Ref
from guide.i18n import N_
from guide.visit.changes import new_id
from guide.visit.day import UNSAID, Gap, Item, Marked, Offer, Spot, as_minute, as_time
from guide.visit.items import Plan, span_of, spot_of, there_on
from guide.visit.mending import STEP, between, settled, timed
from guide.visit.state import Stop

LEAST_GAP = 15
"""Minutes that free time must have to be shown."""

MOST_OFFERS = 3
"""What is offered for one gap at most."""

MOST_WISHED = 200
"""How many favourites are thought of where time is free."""

AT_ONCE = 1000
"""Marks that are looked at in one turn."""

Span = tuple[int, int]
Halls = frozenset[str]

AT_FAIR = frozenset(("exhibitor", "stand", "region", "service", "hall"))
"""The kinds of things that one can go to at any time; a session has its own."""


@dataclass(frozen=True, slots=True)
class Wished:
    """The favourites that are not in the plan and can be gone to, with their places; the sessions among them apart."""

    places: tuple[tuple[Ref, Spot], ...] = ()
    sessions: tuple[Ref, ...] = ()


def marked(plan: Plan) -> Marked:
    """What is marked and not in the plan: favourites first, then what has a note, a rating or was visited."""
    turns = marked_in_turns(plan)
    while True:
        try:
            next(turns)
        except StopIteration as end:
            done: Marked = end.value
            return done


def marked_in_turns(plan: Plan) -> Generator[None, None, Marked]:
    """The same a thousand marks at a time, for callers that have other things to do between."""
    planned = {stop.ref for stop in plan.visit.plan}
    favourites: list[Ref] = []
    others: list[Ref] = []
    gone: list[Ref] = []
    tables = {kind: plan.catalogue.table(kind).keys() for kind in TABLES}
    tables["fair"] = {plan.catalogue.fair.id: plan.catalogue.fair}.keys()
    marks = iter(plan.visit.marks.items())
    while some := tuple(islice(marks, AT_ONCE)):
        for ref, mark in some:
            if ref.id not in tables.get(ref.kind, ()):
                gone.append(ref)
            elif ref not in planned:
                (favourites if mark.favourite else others).append(ref)
        yield
    return Marked(tuple(favourites), tuple(others), tuple(gone))


def wished(plan: Plan, favourites: Sequence[Ref]) -> Wished:
    """The favourites that could fill free time, the first MOST_WISHED of those not visited yet."""
    visit, catalogue = plan.visit, plan.catalogue
    fresh = list(islice((ref for ref in favourites if not visit.mark(ref).visited), MOST_WISHED))
    places = tuple((ref, spot_of(catalogue, ref)) for ref in fresh if ref.kind in AT_FAIR)
    return Wished(places, tuple(ref for ref in fresh if ref.kind == "session"))


def gaps(plan: Plan, day: date | None, hours: Hours | None, wishes: Wished) -> tuple[Gap, ...]:
    """The free times of a day that has timed items: within its hours where they are known, none that is over."""
    items = sorted(plan.timed(day), key=lambda item: item.begin or 0)
    if day is None or not items or day < plan.today:
        return ()
    begin, end = items[0].begin or 0, max(item.end or item.begin or 0 for item in items)
    if hours is not None and hours.opens:
        begin = span_of(hours)[0]
    if hours is not None and hours.closes:
        end = span_of(hours)[1]
    if day == plan.today:
        begin = max(begin, -(-plan.minute // STEP) * STEP)
    spans = [span for span in between(begin, end, items) if span[1] - span[0] >= LEAST_GAP]
    befores = [[item for item in items if (item.begin or 0) < first] for first, _ in spans]
    near = [_near(items, before, last) for before, (_, last) in zip(befores, spans, strict=True)]
    offers = _offers(plan, day, spans, near, wishes)
    return tuple(
        Gap(*span, before[-1].stop.id if before else "", tuple(offered))
        for span, before, offered in zip(spans, befores, offers, strict=True)
    )


def _near(items: Sequence[Item], before: Sequence[Item], end: int) -> Halls:
    """The halls in which one is before and after a gap."""
    after = next((item for item in items if (item.begin or 0) >= end), None)
    return frozenset(item.spot.hall for item in (*before[-1:], after) if item is not None and item.spot.hall)


def _offers(plan: Plan, day: date, spans: Sequence[Span], near: Sequence[Halls], wishes: Wished) -> list[list[Offer]]:
    """What is offered for each gap, nothing twice on a day.

    First the sessions of that time, then the day's stops without a time and favourites that are near by, last what is
    farther away.
    """
    offers: list[list[Offer]] = [list(_sessions(plan, day, span, wishes))[:MOST_OFFERS] for span in spans]
    things: list[tuple[Item | Ref, Spot, int]] = [
        (item, item.spot, item.minutes or LEAST_GAP)
        for item in plan.on(day)
        if item.begin is None and not item.gone and there_on(plan.catalogue, item.spot, day)
    ]
    things += [(ref, spot, LEAST_GAP) for ref, spot in wishes.places if there_on(plan.catalogue, spot, day)]
    for far in (False, True):
        left = []
        for thing, spot, length in things:
            at = next(
                (
                    at
                    for at, (begin, end) in enumerate(spans)
                    if len(offers[at]) < MOST_OFFERS and end - begin >= length and (far or spot.hall in near[at])
                ),
                None,
            )
            if at is None:
                left.append((thing, spot, length))
            elif isinstance(thing, Item):
                change = settled(plan, (timed(thing.stop, spans[at][0], day),))
                offers[at].append(Offer(change, as_time(spans[at][0]), thing.stop.id, thing.stop.ref))
            else:
                offers[at].append(_visit_of(plan, day, *spans[at], thing))
        things = left
    return offers


def _sessions(plan: Plan, day: date, span: Span, wishes: Wished) -> Iterator[Offer]:
    for ref in wishes.sessions:
        session = plan.catalogue.sessions[ref.id]
        if session.date != day or session.starts is None:
            continue
        begin = as_minute(session.starts)
        end = as_minute(session.ends) if session.ends else begin + UNSAID
        if span[0] <= begin < end <= span[1]:
            stop = Stop(new_id(), ref, day, name=_name(plan, ref))
            yield Offer(settled(plan, (stop,), N_("planned: {name}")), session.starts, ref=ref)


def _visit_of(plan: Plan, day: date, begin: int, end: int, ref: Ref) -> Offer:
    stop = Stop(new_id(), ref, day, as_time(begin), min(UNSAID, end - begin), name=_name(plan, ref))
    return Offer(settled(plan, (stop,), N_("planned: {name}")), as_time(begin), ref=ref)


def _name(plan: Plan, ref: Ref) -> str:
    return plan.visit.mark(ref).name
