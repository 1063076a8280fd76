"""What a person can do to a visit, each as a frozen change that knows its own reverse."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType

from guide.catalogue.model import Ref
from guide.i18n import N_, Tongue
from guide.text import clean, one_line
from guide.visit.state import LONGEST_NOTE, MOST_STARS, NO_MARK, Mark, Stop, Visit

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done: each mark and stop it touches as it was and as it is, and the plan's order if that changed.

    ``what`` is a msgid that says what was done, ``name`` fills its ``{name}``; ``order`` has the ids of the whole
    plan before and after.
    """

    what: str
    name: str = field(default="", repr=False)
    marks: tuple[tuple[Ref, Mark, Mark], ...] = ()
    stops: tuple[tuple[str, Stop | None, Stop | None], ...] = ()
    order: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    def __bool__(self) -> bool:
        return bool(self.marks or self.stops or self.order)

    def said(self, tongue: Tongue) -> str:
        """What was done, in words; what a damaged file made of its msgid is said as it stands."""
        name = tongue.quoted(one_line(self.name))
        try:
            return one_line(clean(tongue.t(self.what, name=name)))
        except (KeyError, IndexError, ValueError, AttributeError):
            return one_line(clean(self.what))

    def reversed(self) -> "Change":
        """The change that takes this one back."""
        return replace(
            self,
            marks=tuple((ref, after, before) for ref, before, after in self.marks),
            stops=tuple((key, after, before) for key, before, after in self.stops),
            order=(self.order[1], self.order[0]) if self.order else None,
        )


def applied(visit: Visit, change: Change) -> Visit:
    """The visit after a change.

    A visit that another guide changed meanwhile keeps what this change does not touch: of a mark only the fields
    that differ are set, of a stop as well, and two notes written at once are both kept.
    """
    marks = visit.marks
    if change.marks:
        changed = marks.copy() if isinstance(marks, MappingProxyType) else dict(marks)  # dict(proxy) is slow
        for ref, before, after in change.marks:
            mark = merged_mark(changed.get(ref, NO_MARK), before, after)
            if mark.empty:
                changed.pop(ref, None)
            else:
                changed[ref] = mark
        marks = MappingProxyType(changed)
    stops = {stop.id: stop for stop in visit.plan}
    for key, was, stop in change.stops:
        if stop is None:
            stops.pop(key, None)
        else:
            stops[key] = merged_stop(stops.get(key, stop), was, stop)
    ids = tuple(stops)
    if change.order:
        ids = rearranged(ids, *change.order)
    return Visit(marks, tuple(stops[key] for key in ids))


def merged_mark(now: Mark, before: Mark, after: Mark) -> Mark:
    """A mark that is ``now`` after a change from ``before`` to ``after``: three-way, field by field."""
    if now == before:
        return after
    return Mark(
        favourite=now.favourite if after.favourite == before.favourite else after.favourite,
        visited=now.visited if after.visited == before.visited else after.visited,
        rating=now.rating if after.rating == before.rating else after.rating,
        note=merged_note(now.note, before.note, after.note),
        name=after.name or now.name,
    )


def merged_note(now: str, before: str, after: str) -> str:
    """A note that is ``now`` after it was changed from ``before`` to ``after``; nothing that another wrote is lost.

    Where both changed it, the paragraphs that are still as they were before become those of ``after``; where there
    are none, both notes stand one after the other.
    """
    if after == before:
        return now
    if now in (before, after, ""):
        return after
    whole, was, new = (f"{_GAP}{note}{_GAP}" for note in (now, before, after))
    if before and was in whole:
        return whole.replace(was, new if after else _GAP, 1).strip()[:LONGEST_NOTE]
    if not after or new in whole:
        return now
    return after if whole in new else f"{now}{_GAP}{after}"[:LONGEST_NOTE]


def merged_stop(now: Stop, before: Stop | None, after: Stop) -> Stop:
    """A stop that is ``now`` after a change from ``before`` (None: there was none) to ``after``, field by field."""
    if before is None or now in (before, after):
        return after
    different = {each.name: getattr(after, each.name) for each in fields(Stop)}
    return replace(now, **{name: value for name, value in different.items() if value != getattr(before, name)})


def rearranged(ids: Sequence[str], before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The ids after the order ``before`` became ``after``.

    Where that moved nothing but only put in or took out, an order that somebody else gave the rest meanwhile stays:
    what is new goes behind the one that it stands behind in ``after``.
    """
    was, new = set(before), set(after)
    if [key for key in before if key in new] != [key for key in after if key in was]:
        return reordered(ids, after)
    added = [key for key in after if key not in was]
    done = [key for key in ids if key not in set(added)]
    there = set(ids)
    for key in added:
        if key not in there:
            continue
        earlier = [each for each in after[: after.index(key)] if each in done]
        done.insert(done.index(earlier[-1]) + 1 if earlier else 0, key)
    return tuple(done)


def reordered(ids: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """The ids in the order wanted; those that the order does not know stay behind the one they stood behind."""
    there = set(ids)
    known = set(wanted)
    behind: dict[str, list[str]] = {"": []}
    last = ""
    for key in ids:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    done = list(behind[""])
    for key in wanted:
        if key in there:
            done += [key, *behind.get(key, ())]
    return tuple(done)


# Marks.


def _marked(visit: Visit, ref: Ref, name: str, what: str, mark: Mark) -> Change:
    before = visit.mark(ref)
    after = NO_MARK if mark.empty else replace(mark, name=name or mark.name)
    return Change(what, name, marks=((ref, before, after),) if before != after else ())


def favoured(visit: Visit, ref: Ref, name: str) -> Change:
    """Makes a thing a favourite, or takes that back."""
    mark = visit.mark(ref)
    what = N_("no favourite any more: {name}") if mark.favourite else N_("favourite: {name}")
    return _marked(visit, ref, name, what, replace(mark, favourite=not mark.favourite))


def been(visit: Visit, ref: Ref, name: str) -> Change:
    """Marks a thing as visited, or takes that back."""
    mark = visit.mark(ref)
    what = N_("not visited: {name}") if mark.visited else N_("visited: {name}")
    return _marked(visit, ref, name, what, replace(mark, visited=not mark.visited))


def rated(visit: Visit, ref: Ref, name: str, stars: int) -> Change:
    """Rates a thing, 0 (no rating) to MOST_STARS."""
    return _marked(
        visit, ref, name, N_("rating: {name}"), replace(visit.mark(ref), rating=max(0, min(stars, MOST_STARS)))
    )


def noted(visit: Visit, ref: Ref, name: str, note: str) -> Change:
    """Writes a thing's note anew; "" takes it away."""
    return _marked(visit, ref, name, N_("note: {name}"), replace(visit.mark(ref), note=note.strip()[:LONGEST_NOTE]))


# The plan.


def new_id() -> str:
    """An id for a stop, unlike any other."""
    return secrets.token_hex(8)


def ids_of(visit: Visit) -> tuple[str, ...]:
    """The plan's ids in order."""
    return tuple(stop.id for stop in visit.plan)


def _end_of(plan: Sequence[Stop], day: date | None) -> int:
    return max((at + 1 for at, stop in enumerate(plan) if stop.day == day), default=len(plan))


def unplanned(visit: Visit, keys: Iterable[str]) -> Change:
    """Takes stops out of the plan."""
    gone = [stop for key in keys if (stop := visit.stop(key)) is not None]
    keys = {stop.id for stop in gone}
    before = ids_of(visit)
    return Change(
        N_("out of the plan: {name}"),
        ", ".join(stop.name or stop.title for stop in gone),
        stops=tuple((stop.id, stop, None) for stop in gone),
        order=(before, tuple(key for key in before if key not in keys)) if gone else None,
    )


def arranged(visit: Visit, keys: Sequence[str], name: str = "") -> Change:
    """Puts these stops in this order on the places that they have among the others."""
    before = ids_of(visit)
    wanted = set(keys)
    after = list(before)
    for place, key in zip([at for at, each in enumerate(before) if each in wanted], keys, strict=True):
        after[place] = key
    return Change(N_("moved: {name}"), name, order=(before, tuple(after)) if tuple(after) != before else None)


# A visit brought from elsewhere.


def merged(visit: Visit, other: Visit) -> Change:
    """Adds what another visit has: marks are joined, notes that differ are both kept, stops of a known id replaced.

    Nothing is taken away. A stop without a known id that is the same as one that is planned is not added again.
    """
    marks = []
    for ref, theirs in other.marks.items():
        mine = visit.mark(ref)
        note = mine.note
        if theirs.note and theirs.note not in note:
            note = f"{note}\n\n{theirs.note}".strip()
        after = Mark(
            mine.favourite or theirs.favourite,
            mine.visited or theirs.visited,
            mine.rating or theirs.rating,
            note[:LONGEST_NOTE],
            mine.name or theirs.name,
        )
        if after != mine and not after.empty:
            marks.append((ref, mine, after))
    same = {replace(stop, id="", name="") for stop in visit.plan}
    stops: list[tuple[str, Stop | None, Stop | None]] = []
    plan = list(visit.plan)
    for stop in other.plan:
        before = visit.stop(stop.id)
        if before == stop or (before is None and replace(stop, id="", name="") in same):
            continue
        stops.append((stop.id, before, stop))
        if before is None:
            plan.insert(_end_of(plan, stop.day), stop)
    order = (ids_of(visit), tuple(stop.id for stop in plan)) if len(plan) != len(visit.plan) else None
    return Change(N_("a visit was brought in"), "", tuple(marks), tuple(stops), order)
