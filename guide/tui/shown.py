"""What the bars and lists show, worked out from the world, the language and the state of the tabs; no widgets."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from guide.catalogue.model import Ref
from guide.i18n import N_, Tongue
from guide.search.answer import Answer
from guide.search.facets import ENDS
from guide.search.query import Query
from guide.tui.tabs import FAIR, KINDS, VISIT
from guide.tui.widgets.bar import Part
from guide.tui.widgets.filter_panel import Line
from guide.tui.world import SORTS, World
from guide.view import roles
from guide.view.asked import asked
from guide.view.blocks import joined, styled
from guide.view.overview import headline
from guide.view.own import FAVOURITE
from guide.view.rows import Column
from guide.view.sentences import described, facet_name, facet_value

if TYPE_CHECKING:
    from guide.tui.browsing import TabState
    from guide.visit.state import Visit

MIXED = 100
"""How many hits the list of all kinds together shows."""

SORT_NAMES = {
    "name": N_("by name"),
    "place": N_("by place"),
    "stand": N_("by stand"),
    "date": N_("by date"),
    "kind": N_("by kind"),
    "status": N_("by status"),
}


Only = Mapping[str, AbstractSet[str]]
"""Kind -> ids of things of that kind."""


class Found:
    """What a query found, less what each tab's facets leave out; each tab's rows are ranked when first asked for."""

    def __init__(self, world: World, answer: Answer, states: Mapping[str, TabState], only: Only | None = None) -> None:
        self.answer = answer
        self._only = only  # kind -> ids of what is shown and nothing else
        self.only = only is not None  # nothing but favourites is shown
        self.searched = not answer.everything  # a filter that is not finished asks nothing yet
        self._world = world
        self._states = dict(states)
        self._rows: dict[str, tuple[Ref, ...]] = {}

    @classmethod
    def of(
        cls,
        world: World,
        query: str,
        states: Mapping[str, TabState],
        *,
        literally: bool = False,
        only: Only | None = None,
    ) -> Found:
        """Searches; ``literally``: without guesses; ``only``: among these things, the favourites."""
        return cls(world, world.index.search(query, literally=literally), states, only)

    def before(self, kind: str) -> tuple[Ref, ...]:
        """The things of a kind before its facets: the best first, or all that count where nothing is asked.

        Among favourites only, also those known from ties only are listed: they were marked.
        """
        if self._only is None:
            return self.answer.refs(kind) if self.searched else self._world.listed.get(kind, ())
        refs = self.answer.refs(kind) if self.searched else tuple(self._world.index.order.get(kind, ()))
        only = self._only.get(kind, frozenset())
        return tuple([ref for ref in refs if ref.id in only])

    def among(self, refs: Collection[Ref]) -> frozenset[Ref]:
        """Those of some things that the query finds; all of them where nothing is asked."""
        if not self.searched:
            return frozenset(refs)
        return frozenset(refs) & {ref for kind in {ref.kind for ref in refs} for ref in self.answer.refs(kind)}

    def rows(self, tab: str) -> tuple[Ref, ...]:
        """The things of a tab in the order shown; for the fair's tab the best of every kind."""
        rows = self._rows.get(tab)
        if rows is None:
            rows = self._rows[tab] = self._ranked(tab)
        return rows

    def _ranked(self, tab: str) -> tuple[Ref, ...]:
        if tab == FAIR:
            if not self.searched:
                return ()
            best = self.answer.best(limit=MIXED if self._only is None else self.answer.total)
            only = self._only
            return tuple(best if only is None else [ref for ref in best if ref.id in only.get(ref.kind, ())][:MIXED])
        if tab == VISIT:
            return ()
        state = self._states[tab]
        refs = self.before(tab)
        if state.chosen:
            refs = self._world.facets.keep(tab, refs, state.chosen)
        # Best match first while one searches, unless a way of sorting was asked for.
        by = state.sort or ("" if self.searched else SORTS[tab][0])
        return self._world.sorted(tab, refs, by) if by else refs

    def total(self, kind: str) -> int:
        """How many things a tab shows."""
        count, extra = self.count(kind)
        return count + extra

    def count(self, kind: str) -> tuple[int, int]:
        """How many things of a tab are shown that count, and how many more that are known from ties only."""
        background = self._world.index.background
        if self._only is not None:
            if self.searched or self._states[kind].chosen:
                return len(self.rows(kind)), 0
            there = self._world.catalogue.table(kind).keys()
            return sum(map(there.__contains__, self._only.get(kind, ()))), 0
        if not self.searched:
            return len(self.rows(kind) if self._states[kind].chosen else self.before(kind)), 0
        if not self._states[kind].chosen and not self._world.has_background(kind):
            return self.answer.count(kind), 0
        refs = self.rows(kind)
        extra = sum(1 for ref in refs if ref in background)
        return len(refs) - extra, extra


def headline_parts(world: World, tongue: Tongue, today: date, room: int) -> tuple[Part, ...]:
    """The fair, where and when: as much of it as there is room for."""
    parts = headline(world.catalogue, tongue, today)
    for count in range(len(parts), 0, -1):
        text = Text(" ").append_text(joined(parts[:count]))
        if text.cell_len <= room or count == 1:
            return (Part(text),)
    return ()


def counts(world: World, found: Found, visit: Visit, tongue: Tongue) -> dict[str, str]:
    """What stands beside each tab: «31», «4/31» of them, «4/31+2» with two that are known from ties only.

    Beside the visit stands how much it holds: the stops of the plan, and the favourites that are not planned.
    """
    planned = {stop.ref for stop in visit.plan if stop.ref is not None}
    favourites = [mark.favourite for mark in visit.marks.values()].count(True)
    mine = len(visit.plan) + favourites - sum(visit.mark(ref).favourite for ref in planned)
    said = {VISIT: tongue.number(mine)} if mine else {}
    for kind in KINDS:
        (count, extra), total = found.count(kind), len(world.listed.get(kind, ()))
        shown = tongue.number(total) if count == total else f"{tongue.number(count)}/{tongue.number(total)}"
        said[kind] = shown + (f"+{tongue.number(extra)}" if extra else "")
    return said


def chip_parts(world: World, tab: str, state: TabState, tongue: Tongue, *, only: bool) -> tuple[Part, ...]:
    """The facets chosen, each to be clicked away, and that only favourites are shown; none where none are."""
    parts = []
    if only:
        words = tongue.t("only favourites")
        parts.append(Part(Text(f" {FAVOURITE} {words} ×"), "command:only", active=True))
    for facet, value in state.chosen.pairs():
        words = facet_value(world.catalogue, tab, facet, value, tongue)
        if facet in ENDS:
            words = f"{facet_name(facet, tongue)}: {words}"  # the same places are in both
        parts.append(Part(Text(f" {words} ×"), f"chip:{facet}:{chip_key(value)}", active=True))
    if state.chosen:
        parts.append(Part(styled(tongue.t("remove all"), roles.LINK), "clear"))
    return tuple(parts)


def chip_key(value: Hashable) -> str:
    """A text that tells a facet's values apart."""
    return repr(value)


def sentence(world: World, tab: str, state: TabState, query: Query, tongue: Tongue) -> str:
    """What the tab shows, in words: «Страна: Беларусь; со словами «станки»; без слова «чпу»; по месту»."""
    words = asked(query, world.index.values, tongue)
    if tab not in KINDS:
        return words
    said = described(world.catalogue, tab, state.chosen, words, tongue)
    order = tongue.t(SORT_NAMES[state.sort]) if state.sort else ""
    return "; ".join(part for part in (said, order) if part)


def filter_lines(world: World, tab: str, state: TabState, found: Found, tongue: Tongue) -> list[Line]:
    """The facets of a tab with their values and counts, the chosen ones never missing."""
    if tab not in KINDS:
        return []
    lines = []
    counts = world.facets.counts(tab, found.before(tab), state.chosen)
    for facet, values in counts.items():
        picked = state.chosen.get(facet, frozenset())
        if len(values) < 2 and not picked:
            continue
        lines.append(Line(facet, facet_name(facet, tongue)))
        for value, count in values:
            words = facet_value(world.catalogue, tab, facet, value, tongue)
            lines.append(Line(facet, words, value, tongue.number(count), value in picked))
    return lines


def columns(all_of_them: tuple[Column, ...], sort: str, rows: Iterable[tuple[str, ...]]) -> tuple[Column, ...]:
    """The columns of a list: without those that have nothing in these rows, the one sorted by never given up.

    What is left out keeps its place with no width, so that rows need not know.
    """
    used = [False] * len(all_of_them)
    for row in rows:
        used = [one or cell not in ("", "—") for one, cell in zip(used, row, strict=True)]
    made = []
    for at, column in enumerate(all_of_them):
        if at and not used[at]:
            made.append(replace(column, least=0, share=0, keep=99))
        else:
            made.append(replace(column, keep=0) if sort and column.sort == sort else column)
    return tuple(made)
