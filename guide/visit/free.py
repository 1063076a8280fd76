"""Free time between the items of a day, and what could fill it; what is marked and in no day of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from guide.catalogue.model import Hours, Ref
from guide.i18n import N_
from guide.visit.changes import new_id
from guide.visit.day import UNSAID, Gap, Marked, Offer, Spot, as_minute, as_time
from guide.visit.items import Plan, span_of, spot_of, there_on
from guide.visit.mending import STEP, between, settled, timed
from guide.visit.state import Stop

LEAST_GAP = 15
"""Minutes that free time must have to be shown."""

MOST_OFFERS = 4
"""What is offered for one gap at most."""

AT_FAIR = frozenset(("exhibitor", "stand", "region", "service", "hall"))
"""The kinds of things that one can go to at any time; a session has its own."""


@dataclass(frozen=True, slots=True)
class Wished:
    """The favourites that are not in the plan and can be gone to, with their places; the sessions among them apart."""

    places: tuple[tuple[Ref, Spot], ...] = ()
    sessions: tuple[Ref, ...] = ()


def marked(plan: Plan) -> Marked:
    """What is marked and not in the plan: favourites first, then what has a note, a rating or was visited."""
    planned = {stop.ref for stop in plan.visit.plan}
    favourites: list[Ref] = []
    others: list[Ref] = []
    gone: list[Ref] = []
    tables = {kind: plan.catalogue.table(kind) for kind in {ref.kind for ref in plan.visit.marks}}
    for ref, mark in plan.visit.marks.items():
        if ref.id not in tables[ref.kind] and plan.catalogue.get(ref) is None:
            gone.append(ref)
        elif mark.favourite and ref not in planned:
            favourites.append(ref)
        elif not mark.favourite or mark.note or mark.rating or mark.visited:
            others.append(ref)
    return Marked(tuple(favourites), tuple(others), tuple(gone))


def wished(plan: Plan, favourites: Sequence[Ref]) -> Wished:
    """The favourites that could fill free time."""
    visit, catalogue = plan.visit, plan.catalogue
    fresh = [ref for ref in favourites if not visit.mark(ref).visited]
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
    found = []
    for first, last in between(begin, end, items):
        if last - first >= LEAST_GAP:
            before = [item for item in items if (item.begin or 0) < first]
            after = next((item for item in items if (item.begin or 0) >= last), None)
            near = {item.spot.hall for item in (*before[-1:], after) if item is not None} - {None}
            offers = tuple(_offers(plan, day, (first, last), near, wishes))
            found.append(Gap(first, last, before[-1].stop.id if before else "", offers))
    return tuple(found)


def _offers(plan: Plan, day: date, span: tuple[int, int], near: set[str | None], wishes: Wished) -> Iterator[Offer]:
    """A session of that time first, then the day's own stops without a time, then favourites, those near by first."""
    left = MOST_OFFERS
    begin, end = span
    for each in (*_sessions(plan, day, span, wishes), *_untimed(plan, day, span, near)):
        if left:
            yield each
            left -= 1
    far: list[Ref] = []
    for ref, spot in wishes.places:
        if not left:
            return
        if not there_on(plan.catalogue, spot, day):
            continue
        if spot.hall in near:
            yield _visit_of(plan, day, begin, end, ref)
            left -= 1
        elif len(far) < MOST_OFFERS:
            far.append(ref)
    for ref in far[:left]:
        yield _visit_of(plan, day, begin, end, ref)


def _sessions(plan: Plan, day: date, span: tuple[int, int], wishes: Wished) -> Iterator[Offer]:
    for ref in wishes.sessions:
        session = plan.catalogue.sessions[ref.id]
        if session.date != day or session.starts is None:
            continue
        begin = as_minute(session.starts)
        end = as_minute(session.ends) if session.ends else begin + UNSAID
        if span[0] <= begin < end <= span[1]:
            stop = Stop(new_id(), ref, day, name=_name(plan, ref))
            yield Offer(settled(plan, (stop,), N_("planned: {name}")), session.starts, ref=ref)


def _untimed(plan: Plan, day: date, span: tuple[int, int], near: set[str | None]) -> Iterator[Offer]:
    fitting = [
        item
        for item in plan.on(day)
        if item.begin is None and not item.gone and (item.stop.minutes or 0) <= span[1] - span[0]
    ]
    for item in sorted(fitting, key=lambda item: item.spot.hall not in near)[:MOST_OFFERS]:
        change = settled(plan, (timed(item.stop, span[0], day),))
        yield Offer(change, as_time(span[0]), item.stop.id, item.stop.ref)


def _visit_of(plan: Plan, day: date, begin: int, end: int, ref: Ref) -> Offer:
    stop = Stop(new_id(), ref, day, as_time(begin), min(UNSAID, end - begin), name=_name(plan, ref))
    return Offer(settled(plan, (stop,), N_("planned: {name}")), as_time(begin), ref=ref)


def _name(plan: Plan, ref: Ref) -> str:
    return plan.visit.mark(ref).name
