"""What the bars and lists show, worked out from the world, the language and the state of the tabs; no widgets."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from guide.catalogue.model import Ref
from guide.i18n import LANGUAGES, N_, Tongue
from guide.search.answer import Answer
from guide.text import one_line
from guide.tui.commands import FILTERS, LIST, footer, key_name
from guide.tui.tabs import FAIR, KINDS, TABS, TabState
from guide.tui.widgets.bar import Part
from guide.tui.widgets.filter_panel import Line
from guide.tui.world import SORTS, World
from guide.view import roles
from guide.view.blocks import joined, styled
from guide.view.overview import headline
from guide.view.sentences import described, facet_name, facet_value

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

REASONS = {
    "keyboard-layout": N_("keyboard layout: {reading}"),
    "transliteration": N_("other letters: {reading}"),
    "look-alike": N_("look-alike letters: {reading}"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, less what each tab's facets leave out: the things of each tab in the order shown."""

    answer: Answer
    tabs: Mapping[str, tuple[Ref, ...]]
    before: Mapping[str, tuple[Ref, ...]]
    """The same before the facets, for counting what each would leave."""
    counts: Mapping[str, tuple[int, int]]
    """Tab -> how many are shown that count, and how many more that are known from ties only."""

    @classmethod
    def of(cls, world: World, query: str, states: Mapping[str, TabState]) -> "Found":
        """Searches, and narrows every tab."""
        answer = world.index.search(query)
        searched = bool(query.strip())
        tabs: dict[str, tuple[Ref, ...]] = {}
        before: dict[str, tuple[Ref, ...]] = {}
        counts: dict[str, tuple[int, int]] = {}
        for kind in KINDS:
            state = states[kind]
            refs = before[kind] = answer.refs(kind) if searched else world.listed.get(kind, ())
            if state.chosen:
                refs = world.facets.keep(kind, refs, state.chosen)
            # Best match first while one searches, unless a way of sorting was asked for.
            by = state.sort or ("" if searched else SORTS[kind][0])
            tabs[kind] = world.sorted(kind, refs, by) if by else refs
            extra = sum(ref in world.background for ref in refs) if searched else 0
            counts[kind] = (len(refs) - extra, extra)
        tabs[FAIR] = tuple(hit.ref for hit in answer.hits(limit=MIXED)) if searched else ()
        return cls(answer, tabs, before, counts)


def headline_parts(world: World, tongue: Tongue, today: date, room: int) -> tuple[Part, ...]:
    """The fair, where and when: as much of it as there is room for."""
    parts = headline(world.catalogue, tongue, today)
    for count in range(len(parts), 0, -1):
        text = Text(" ").append_text(joined(parts[:count]))
        if text.cell_len <= room or count == 1:
            return (Part(text),)
    return ()


def language_parts(tongue: Tongue) -> tuple[Part, ...]:
    """The languages, the present one marked."""
    return tuple(
        Part(Text(f" {code.upper() if code == tongue.code else code} "), f"language:{code}", code == tongue.code)
        for code in LANGUAGES
    )


def tab_parts(world: World | None, found: Found | None, active: str, tongue: Tongue) -> tuple[Part, ...]:
    """The tabs with how many of how many each shows."""
    parts = []
    for tab, title, short in TABS:
        long_text, brief = Text(f" {tongue.t(title)}"), Text(f" {tongue.t(short)}")
        if world and found and tab != FAIR:
            (shown, extra), total = found.counts[tab], len(world.listed.get(tab, ()))
            count = tongue.number(total) if shown == total else f"{tongue.number(shown)}/{tongue.number(total)}"
            count += f"+{tongue.number(extra)}" if extra else ""
            long_text.append(f" {count}", "" if tab == active else roles.QUIET)
            brief.append(f" {count}", "" if tab == active else roles.QUIET)
        parts.append(Part(long_text.append(" "), f"tab:{tab}", tab == active, brief.append(" ")))
    return tuple(parts)


def chip_parts(world: World, tab: str, state: TabState, found: Found, tongue: Tongue) -> tuple[Part, ...]:
    """The facets chosen, each to be clicked away; none where none are."""
    parts = []
    for facet, value in state.chosen.pairs():
        words = facet_value(world.catalogue, tab, facet, value, tongue)
        parts.append(Part(Text(f" {words} ×"), f"chip:{facet}:{chip_key(value)}", active=True))
    if parts:
        parts.append(Part(styled(tongue.t("remove all"), roles.LINK), "clear"))
    return tuple(parts)


def chip_key(value: Hashable) -> str:
    """A text that tells a facet's values apart."""
    return repr(value)


def sentence(world: World, tab: str, state: TabState, query: str, tongue: Tongue) -> str:
    """What the tab shows, in words: «Страна: Беларусь; со словами «станки»; по месту»."""
    if tab == FAIR:
        return ""
    words = described(world.catalogue, tab, state.chosen, query, tongue)
    order = tongue.t(SORT_NAMES[state.sort]) if state.sort else ""
    return "; ".join(part for part in (words, order) if part)


def filter_lines(world: World, tab: str, state: TabState, found: Found, tongue: Tongue) -> list[Line]:
    """The facets of a tab with their values and counts, the chosen ones never missing."""
    if tab == FAIR:
        return []
    lines = []
    counts = world.facets.counts(tab, found.before[tab], state.chosen)
    for facet, values in counts.items():
        picked = state.chosen.get(facet, frozenset())
        rows = [(value, count) for value, count in values if count or value in picked]
        rows += [(value, 0) for value in picked if value not in {value for value, _ in rows}]
        if len(rows) < 2 and not picked:
            continue
        lines.append(Line(facet, facet_name(facet, tongue)))
        for value, count in rows:
            words = facet_value(world.catalogue, tab, facet, value, tongue)
            lines.append(Line(facet, words, value, tongue.number(count), value in picked))
    return lines


def reading(found: Found, tab: str, tongue: Tongue) -> Text:
    """How the query was read where not as typed, and how much it found here."""
    answer = found.answer
    if not answer.query.strip():
        return Text()
    parts = []
    if answer.reading:
        message = REASONS.get(answer.reason, N_("read as {reading}"))
        parts.append(tongue.t(message, reading=tongue.quoted(one_line(answer.reading))))
    shown = answer.total if tab == FAIR else len(found.tabs[tab])
    parts.append(tongue.n("{count} found", "{count} found", shown))
    return styled(" · ".join(parts), roles.QUIET)


def nothing(world: World, tab: str, state: TabState, query: str, found: Found, tongue: Tongue) -> tuple[str, ...]:
    """What an empty list says instead: why it is empty, and what to do next."""
    t = tongue.t
    if not world.index.order.get(tab) and tab != FAIR:
        return (t("The catalogue says nothing of this."),)
    said = []
    if query.strip():
        said.append(t("Nothing here for {query}.", query=tongue.quoted(one_line(query))))
    elsewhere = [
        f"{tongue.t(title)} {tongue.number(len(found.tabs[kind]))}"
        for kind, title, _ in TABS
        if kind not in (FAIR, tab) and found.tabs[kind]
    ]
    if state.chosen:
        words = described(world.catalogue, tab, state.chosen, "", tongue)
        said.append(t("Filters: {words}. Esc removes them.", words=words))
    if query.strip():
        if elsewhere:
            said.append(t("Found elsewhere: {tabs}.", tabs=", ".join(elsewhere)))
        else:
            said.append(t("Fewer letters find more; Esc empties the box."))
    return tuple(said)


def key_parts(pane: str, tongue: Tongue, room: int) -> tuple[Part, ...]:
    """The keys that work here: the most needed of them, as many as there is room for."""
    commands = footer(pane)
    parts = {}
    for command in commands:
        key = styled(f" {key_name(command.keys[0])} ", roles.ACCENT)
        parts[command.id] = Part(key.append(tongue.t(command.brief), roles.QUIET), f"command:{command.id}")
    kept = list(commands)
    while len(kept) > 1 and sum(parts[each.id].text.cell_len + 1 for each in kept) > room:
        kept.remove(min(kept, key=lambda each: each.need))
    return tuple(parts[each.id] for each in kept)


def pane_of(focused_id: str | None) -> str:
    """The pane that a focused widget belongs to."""
    return {"card": "card", "filters": FILTERS}.get(focused_id or "", LIST)
