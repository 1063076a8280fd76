"""The plan as lines of a list with a cursor: days, items, troubles with what mends them, free time, what is marked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from rich.text import Span, Text

from guide.catalogue.model import Catalogue, Ref
from guide.dates import clock
from guide.i18n import N_, Tongue
from guide.text import clean, cut, fit, width
from guide.view import names, roles
from guide.view.blocks import wrap
from guide.view.own import NOTED, SIGNS, brief_note, signs, stars
from guide.view.plan_told import (
    day_facts,
    day_title,
    fix_said,
    item_name,
    item_place,
    own_words,
    spot_said,
    times,
    trouble_said,
)  # fmt: skip
from guide.view.was import Was, was_said
from guide.visit.changes import Change
from guide.visit.day import Day, Fix, Gap, Item, Marked, Trouble, as_minute
from guide.visit.entry import length_said
from guide.visit.items import spot_of
from guide.visit.state import NO_MARK, Stop, Visit
from guide.visit.timetable import by_hall, days_and_marked, hall_order_change, now_and_next

MOST = 40
"""Marked things of one sort that are listed before "and so many more"."""

ALL_DAYS = 14
"""A fair of more days than these shows those only that something is planned for, and today."""

WIDE, ROOMY = 60, 76
"""Cells from which on the place stands beside the name, and from which on the length has a column of its own."""

CHOOSABLE = frozenset(("item", "fix", "offer", "marked", "gone", "more"))
"""The kinds of lines that the cursor goes to."""

_TIME, _LENGTH = 11, 10  # cells
_TROUBLE, _FIX = 4, 6  # cells before them

Kept = Callable[[Stop | Ref], bool]
"""Whether a stop or a marked thing is to be shown."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of the plan.

    ``kind`` is ``day``, ``item``, ``detail`` (more of the item above), ``trouble``, ``fix``, ``gap``, ``offer``,
    ``now``, ``hall``, ``empty`` (how to begin), ``heading``, ``marked``, ``gone``, ``more`` or ``space``. ``parts`` are
    pieces of text with their roles; they are no part of the repr, so that no note gets into a log. ``stop`` is the id
    of the stop it belongs to, ``ref`` its thing; ``change`` is what choosing a fix or an offer does.
    """

    kind: str
    parts: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    stop: str = ""
    ref: Ref | None = None
    fix: Fix | None = field(default=None, repr=False)
    change: Change | None = field(default=None, repr=False)
    day: date | None = None

    @property
    def text(self) -> Text:
        """The line, styled, in at most as many cells as were asked for; made when it is asked for."""
        spans, at = [], 0
        for text, role in self.parts:
            if role:
                spans.append(Span(at, at + len(text), role))
            at += len(text)
        return Text(self.plain, spans=spans)

    @property
    def plain(self) -> str:
        """The line without its styles."""
        return "".join(text for text, _ in self.parts)

    @property
    def choosable(self) -> bool:
        """Whether the cursor goes there."""
        return self.kind in CHOOSABLE


def plan_lines(
    catalogue: Catalogue,
    visit: Visit,
    tongue: Tongue,
    now: datetime,
    width: int,
    *,
    grouped_by_hall: bool = False,
    keys: Mapping[str, str] | None = None,
    kept: Kept | None = None,
    most: int = MOST,
    planned: tuple[Sequence[Day], Marked] | None = None,
    was: Mapping[Ref, Was] | None = None,
) -> list[PlanLine]:
    """The visit in lines of at most so many cells, by the fair's clock ``now``.

    ``keys`` are names of keys for "favourite", "plan" and "meeting", said where nothing is planned yet. ``kept`` hides
    stops and marked things, as a search does: give the whole visit all the same, so that overlaps with what is hidden
    are told and every change fits. ``most`` is how many marked things of one sort are listed. ``planned`` are the days
    and what is marked, where they are worked out already. ``was`` says where and when things were before.
    """
    said = _Said(catalogue, visit, tongue, now, max(width, 20), kept, was or {})
    days, marked = planned or days_and_marked(catalogue, visit, now)
    lines: list[PlanLine] = []
    if not visit.plan:
        lines += _how_to_begin(said, keys or {})
    else:
        few = len(days) <= ALL_DAYS + 1
        for one in days:
            if one.items or (one.day is not None and (one.today or few)):
                lines += _day(said, one, grouped_by_hall)
    lines += _marked(said, marked, most)
    while lines and lines[0].kind == "space":
        lines.pop(0)
    if kept is not None and not lines:
        nothing = tongue.t("Nothing of your visit has this. Esc empties the box.")
        lines = [PlanLine("empty", ((line, ""),)) for line in _wrapped(nothing, said.width)]
    return lines


@dataclass(frozen=True, slots=True)
class _Said:
    """All that the lines are made from."""

    catalogue: Catalogue
    visit: Visit
    tongue: Tongue
    now: datetime
    width: int
    kept: Kept | None
    was: Mapping[Ref, Was]

    def before(self, ref: Ref | None) -> str:
        return was_said(self.was.get(ref, ()), self.tongue) if ref is not None else ""

    def keeps(self, what: Stop | Ref) -> bool:
        return self.kept is None or self.kept(what)


_SPACE = PlanLine("space")


def _how_to_begin(said: _Said, keys: Mapping[str, str]) -> Iterator[PlanLine]:
    if said.kept is not None:
        return
    t = said.tongue.t
    words = [t("Nothing is planned yet.")]
    for name, sentence in _WAYS:
        if name in keys:
            words.append(t(sentence, key=keys[name]))
    if len(words) == 1:
        words.append(
            t("Mark favourites in any list or on a card, and put things, sessions and meetings into the plan.")
        )
    for at, sentence in enumerate(words):
        role = roles.TITLE if at == 0 else ""
        yield from (PlanLine("empty", ((line, role),)) for line in _wrapped(sentence, said.width))


_WAYS = (
    ("favourite", N_("{key} marks a favourite, in any list and on every card.")),
    ("plan", N_("{key} puts a thing or a session into the plan of a day.")),
    ("meeting", N_("{key} plans a meeting: with whom, when, where and what about.")),
)


# A day.


def _day(said: _Said, one: Day, grouped: bool) -> Iterator[PlanLine]:
    shown = [item for item in one.items if said.keeps(item.stop)]
    if said.kept is not None and not shown:
        return
    yield _SPACE
    yield PlanLine("day", _heading(said, one), day=one.day)
    yield from _troubles(said, one, one.troubles, "", 0)
    if not one.items:
        yield PlanLine("empty", ((cut(said.tongue.t("nothing planned"), said.width), roles.QUIET),), day=one.day)
    # A search shows what it found, not the time between.
    gaps = {gap.after: gap for gap in one.gaps} if said.kept is None else {}
    waiting = one.today and said.kept is None
    minute = as_minute(said.now.time())
    for item in (None, *shown):
        if item is not None and not (grouped and item.begin is None):
            if waiting and item.begin is not None and item.begin > minute:
                yield _now_line(said, one)
                waiting = False
            yield from _item(said, one, item)
        gap = gaps.get(item.stop.id if item else "")
        if gap is not None:
            if waiting and gap.begin >= minute:
                yield _now_line(said, one)
                waiting = False
            yield from _gap(said, one, gap)
    if waiting:
        yield _now_line(said, one)
    if grouped:
        yield from _halls(said, one)


def _heading(said: _Said, one: Day) -> tuple[tuple[str, str], ...]:
    parts = [(cut(day_title(one, said.tongue), said.width), roles.HEADING)]
    left = said.width - width(parts[0][0])
    if one.today or one.past:
        word = " · " + (said.tongue.t("today") if one.today else said.tongue.t("past"))
        if width(word) <= left:
            parts.append((word, roles.ACCENT if one.today else roles.QUIET))
            left -= width(word)
    facts = day_facts(one, said.tongue)
    while facts and width(" · ".join(facts)) + 2 > left:
        facts.pop()
    if facts:
        parts.append((fit(" · ".join(facts), left, right=True), roles.QUIET))
    return tuple(parts)


def _item(said: _Said, one: Day, item: Item, *, in_hall: bool = False) -> Iterator[PlanLine]:
    stop, tongue, cells = item.stop, said.tongue, said.width
    mark = said.visit.mark(stop.ref) if stop.ref is not None else NO_MARK
    name = item_name(said.catalogue, said.visit, item, tongue)
    place = item_place(said.catalogue, item, tongue, in_hall=in_hall)
    length = length_said(item.minutes, tongue) if item.minutes else ""
    moment = fit(times(item) or tongue.t("no time"), _TIME)
    parts = [(moment, roles.ACCENT if item.begin is not None else roles.QUIET)]
    if cells >= ROOMY:
        parts.append((f" {fit(length, _LENGTH, right=True)}", roles.QUIET))
    parts.append((f" {signs(mark, planned=False)} ", roles.ACCENT))
    indent = _TIME + SIGNS + 2 + (_LENGTH + 1 if cells >= ROOMY else 0)
    room = cells - indent
    role = roles.QUIET if item.gone else roles.KINDS.get(stop.ref.kind, "") if stop.ref else ""
    if cells >= WIDE and place:
        beside = min(width(place), max(room * 2 // 5, room - 2 - width(name)))
        parts += [(fit(name, room - beside - 2), role), ("  " + fit(place, beside, right=True), roles.QUIET)]
    else:
        parts.append((cut(name, room), role))
    yield PlanLine("item", tuple(parts), stop.id, stop.ref, day=one.day)
    beneath = ""
    if cells < WIDE:
        beneath = " · ".join(part for part in (length if item.begin is None else "", place) if part)
    note = f"{NOTED} {brief_note(clean(mark.note), cells)}" if mark.note else ""
    for words in (beneath, own_words(stop.about), note):
        if words:
            parts = [(" " * indent + cut(words, cells - indent), roles.QUIET)]
            yield PlanLine("detail", tuple(parts), stop.id, stop.ref, day=one.day)
    if before := said.before(stop.ref):
        for at, line in enumerate(_wrapped(before, cells - _TROUBLE - 2)):
            yield PlanLine(
                "trouble", ((" " * _TROUBLE + ("  " if at else "! ") + line, roles.WARN),), stop.id, day=one.day
            )
    yield from _troubles(said, one, item.troubles, stop.id, _TROUBLE)


def _troubles(said: _Said, one: Day, troubles: Sequence[Trouble], key: str, indent: int) -> Iterator[PlanLine]:
    """What is wrong, each with what mends it; what mends several stands beneath the last of them."""
    for at, trouble in enumerate(troubles):
        words = trouble_said(said.catalogue, said.visit, one, trouble, said.tongue)
        for number, line in enumerate(_wrapped(words, said.width - indent - 2)):
            front = " " * indent + ("  " if number else "! ")
            yield PlanLine("trouble", ((front + line, roles.WARN),), key, day=one.day)
        later = [fix for each in troubles[at + 1 :] for fix in each.fixes]
        for fix in trouble.fixes:
            if fix not in later:
                label = cut(fix_said(said.catalogue, fix, said.tongue), said.width - indent - 4)
                text = ((" " * (indent + 2) + "→ ", roles.QUIET), (label, roles.LINK))
                yield PlanLine("fix", text, key, fix=fix, change=fix.change, day=one.day)


def _wrapped(words: str, cells: int) -> list[str]:
    """A sentence in lines; word by word, which is quicker than letter by letter where no word is too long."""
    lines = [""]
    left = cells + 1
    for word in words.split(" "):
        wide = width(word)
        if wide > cells:
            return [line.plain for line in wrap(Text(words), cells)]
        if wide < left:
            lines[-1] += f" {word}"
            left -= wide + 1
        else:
            lines.append(f" {word}")
            left = cells - wide
    return [line[1:] for line in lines]


def _gap(said: _Said, one: Day, gap: Gap) -> Iterator[PlanLine]:
    t = said.tongue.t
    span = fit(f"{clock(gap.starts)}–{clock(gap.ends)}", _TIME)
    length = length_said(gap.minutes, said.tongue)
    if said.width >= ROOMY:
        free = t("free")
        words = f"{span} {fit(length, _LENGTH, right=True)}    {free}"
    else:
        free = t("free for {length}", length=length)
        words = f"{span}    {free}"
    yield PlanLine("gap", ((cut(words, said.width), roles.QUIET),), gap.after, day=one.day)
    for offer in gap.offers:
        item = one.item(offer.stop)
        if item is not None:
            name = item_name(said.catalogue, said.visit, item, said.tongue)
            place = item_place(said.catalogue, item, said.tongue)
        else:
            name = names.name(said.catalogue, offer.ref, said.tongue) if offer.ref else ""
            place = spot_said(said.catalogue, spot_of(said.catalogue, offer.ref), said.tongue)
        at = clock(offer.starts) if offer.starts != gap.starts else ""
        words = cut(" · ".join(part for part in (name, at, place) if part), said.width - _FIX - 2)
        text = ((" " * _FIX + "+ ", roles.QUIET), (words, roles.LINK))
        yield PlanLine("offer", text, offer.stop, offer.ref, change=offer.change, day=one.day)


def _now_line(said: _Said, one: Day) -> PlanLine:
    moment = now_and_next(said.catalogue, said.visit, said.now)
    words = said.tongue.t("now {time}", time=clock(said.now.time()))
    if moment.next is not None and moment.minutes:
        name = said.tongue.quoted(item_name(said.catalogue, said.visit, moment.next, said.tongue))
        words += " · " + said.tongue.t(
            "in {length}: {name}", length=length_said(moment.minutes, said.tongue), name=name
        )
    words = cut(words, said.width)
    rest = max(said.width - width(words) - 1, 0)
    return PlanLine("now", ((words, roles.ACCENT), (" " + "─" * rest if rest else "", roles.TRACK)), day=one.day)


def _halls(said: _Said, one: Day) -> Iterator[PlanLine]:
    for group in by_hall(one):
        items = [item for item in group.items if said.keeps(item.stop)]
        if not items:
            continue
        known = group.hall in said.catalogue.halls
        name = names.name(said.catalogue, Ref("hall", str(group.hall)), said.tongue) if known else ""
        count = said.tongue.n("{count} item", "{count} items", len(items))
        title = cut(name or said.tongue.t("Place not known"), max(said.width - width(count) - 3, 4))
        yield PlanLine("hall", ((title, roles.LABEL), (f" · {count}", roles.QUIET)), day=one.day)
        for item in items:
            yield from _item(said, one, item, in_hall=True)
    change = hall_order_change(said.visit, one)
    if change and said.kept is None:
        label = cut(said.tongue.t("keep this order by hall in the plan"), said.width - 4)
        text = (("  → ", roles.QUIET), (label, roles.LINK))
        yield PlanLine("fix", text, change=change, day=one.day)


# What is marked and in no day.


def _marked(said: _Said, marked: Marked, most: int) -> Iterator[PlanLine]:
    for kind, title, refs in (
        ("marked", N_("Favourites not in the plan yet"), marked.favourites),
        ("marked", N_("With a note or a rating, or visited"), marked.others),
        ("gone", N_("No longer in the catalogue"), marked.gone),
    ):
        shown: Sequence[Ref] = refs if said.kept is None else [ref for ref in refs if said.keeps(ref)]
        if shown:
            yield _SPACE
            yield _heading_of(said, said.tongue.t(title), len(shown))
            yield from (_mark_line(said, kind, ref) for ref in shown[:most])
            yield from _more(said, len(shown) - most)


def _heading_of(said: _Said, title: str, count: int) -> PlanLine:
    number = said.tongue.number(count)
    title = cut(title, said.width - width(number) - 1)
    return PlanLine("heading", ((title, roles.HEADING), (f" {number}", roles.QUIET)))


def _more(said: _Said, rest: int) -> Iterable[PlanLine]:
    if rest > 0:
        words = said.tongue.n("and {count} more", "and {count} more", rest)
        yield PlanLine("more", ((cut(f"   {words}", said.width), roles.LINK),))


def _mark_line(said: _Said, kind: str, ref: Ref) -> PlanLine:
    mark = said.visit.mark(ref)
    gone = kind == "gone"
    name = (own_words(mark.name) or ref.id) if gone else names.name(said.catalogue, ref, said.tongue)
    beside = [stars(mark.rating) if mark.rating else ""]
    if not gone:
        beside += [spot_said(said.catalogue, spot_of(said.catalogue, ref), said.tongue), said.before(ref)]
    beside.append(brief_note(clean(mark.note), said.width) if mark.note else "")
    words = " · ".join(part for part in beside if part)
    room = said.width - SIGNS - 1
    name = cut(name, max(room * 3 // 5, room - 2 - width(words)) if words else room)
    parts = [(f"{signs(mark, planned=False)} ", roles.ACCENT)]
    parts.append((name, roles.QUIET if gone else roles.KINDS.get(ref.kind, "")))
    left = room - width(name) - 2
    if words and left > 3:
        parts.append(("  " + cut(words, left), roles.QUIET))
    return PlanLine(kind, tuple(parts), ref=ref)
