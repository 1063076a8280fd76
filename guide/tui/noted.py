"""What is said of a query beside what it finds: how it was understood, what was guessed, where to go from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from guide.i18n import N_, Tongue
from guide.search.answer import Answer, Hit
from guide.search.fields import KINDS
from guide.search.query import Filter, Mistake, Phrase, Word
from guide.search.suggestions import lifted, meant, nearest
from guide.text import one_line
from guide.tui.commands import key_of
from guide.tui.completing import Typed, mended
from guide.tui.shown import sentence
from guide.tui.tabs import FAIR, TABS, VISIT
from guide.tui.widgets.bar import Part
from guide.tui.widgets.pick_list import Entry
from guide.view import names, roles
from guide.view.asked import not_understood
from guide.view.blocks import styled
from guide.view.sentences import described

if TYPE_CHECKING:
    from guide.tui.browsing import TabState
    from guide.tui.shown import Found
    from guide.tui.world import World

Groups = tuple[tuple[str, tuple[Entry, ...]], ...]

NEAREST = 6
"""Things that are offered where nothing is found."""

_QUOTES = '"«»“”„'

READ_AS = {
    "keyboard-layout": N_("keyboard layout: {reading}"),
    "transliteration": N_("other letters: {reading}"),
    "look-alike": N_("look-alike letters: {reading}"),
    "typo": N_("typing mistake: {reading}"),
}


def guessed(found: Found, tab: str, tongue: Tongue) -> str:
    """How the query was read where it was not as typed, or that it was read only so: «опечатка: «Гефест»»."""
    answer = found.answer
    if answer.literally:
        return tongue.t("letter for letter")
    if not answer.reason or not answer.total:
        return ""
    reading = answer.reading
    if answer.reason == "typo":
        best = next(iter(found.rows(tab)), None) or answer.best(limit=1)[0]
        reading = ", ".join(meant(Hit(best, 0.0, answer.why(best))))
        if not reading:
            return tongue.t("typing mistake")
    message = READ_AS.get(answer.reason, N_("read as {reading}"))
    return tongue.t(message, reading=tongue.quoted(one_line(reading)))


def reading(found: Found, tab: str, tongue: Tongue, listed: int | None = None) -> tuple[Part, ...]:
    """How the query was read where not as typed, and how much it found here; only the latter where it is narrow.

    ``listed`` is how much of it the tab lists, where that is another number than the query found of its kind.
    """
    answer = found.answer
    if not found.searched:
        return ()
    if listed is None:
        listed = answer.total if tab in (FAIR, VISIT) else found.total(tab)
    count = tongue.n("{count} found", "{count} found", listed)
    how = guessed(found, tab, tongue)
    if not how:
        return (Part(styled(count, roles.QUIET)),)
    return (Part(styled(f"{how} · {count}", roles.QUIET), brief=styled(count, roles.QUIET)),)


def note(world: World, tab: str, state: TabState, found: Found, tongue: Tongue, *, brief: bool) -> tuple[Part, ...]:
    """What is to be said under the box: what was not understood, what is missing, what was guessed, the query in words.

    ``brief``: there is no room in the box for how it was read, so that it is said here.
    """
    answer, t = found.answer, tongue.t
    parts = []
    for at, wrong in enumerate(not_understood(answer.parsed, world.index.values, tongue)):
        said = Text(f" {one_line(wrong)} ", style=roles.WARN)
        if not at and mended(world.index.values, Typed(answer.query, 0)):
            said.append("→ ", roles.ACCENT).append(t("mends it"), roles.QUIET).append(" ")
            parts.append(Part(said, "mend"))
        else:
            parts.append(Part(said))
    if answer.missing and answer.total:
        without = tongue.listed([tongue.quoted(one_line(word.strip(_QUOTES))) for word in answer.missing])
        missing = t("Nothing has all of it: shown without {words}.", words=without)
        parts.append(Part(Text(f" {missing} ", roles.WARN)))
    how = guessed(found, tab, tongue)
    if how:
        said = Text(f" {how} ·", roles.QUIET) if brief else Text()
        said.append(f" {key_of('literally')} ", roles.ACCENT)
        said.append(t("guess again") if answer.literally else t("search letter for letter"), roles.QUIET).append(" ")
        parts.append(Part(said, "command:literally"))
    plain = all(isinstance(item, Mistake) or (isinstance(item, Word) and not item.out) for item in answer.parsed.items)
    if not plain and not (state.chosen or state.sort):
        words = sentence(world, tab, state, answer.parsed, tongue)
        if words:
            parts.append(Part(Text(f" {words} ", roles.QUIET)))
    return tuple(parts)


def nothing(world: World, tab: str, state: TabState, found: Found, tongue: Tongue) -> tuple[tuple[str, ...], Groups]:
    """What stands in the place of an empty list: why it is empty, and entries for what one can do."""
    t, answer = tongue.t, found.answer
    if not world.index.order.get(tab) and tab != FAIR:
        return (t("The catalogue says nothing of this."),), ()
    said = []
    if found.searched:
        said.append(t("Nothing here for {query}.", query=tongue.quoted(one_line(answer.query))))
    elif found.only:
        said.append(t("None of these is a favourite yet."))
    ways = [*_all(found, tongue), *_facets(world, tab, state, found, tongue), *_less(world, tab, answer, tongue)]
    if answer.literally and (guessing := world.index.search(answer.query)).total:
        ways.append(
            Entry(t("Guess: other layouts, typing mistakes"), tongue.number(guessing.total), "command:literally")
        )
    tried = dict.fromkeys(one_line(each.text) for each in answer.tried)
    if tried and not answer.total and not ways:
        also = tongue.listed([tongue.quoted(text) for text in tried], t("or"))
        said.append(t("Neither is there for {readings}, nor for words that differ by a typing mistake.", readings=also))
    groups = [(t("What would find something:"), tuple(ways))]
    groups.append((t("Found elsewhere:"), tuple(_elsewhere(tab, found, tongue))))
    if found.searched and not answer.total:
        near = tuple(
            Entry(
                names.name(world.catalogue, ref, tongue),
                names.kind_word(world.catalogue, ref, tongue),
                f"ref:{ref}",
                roles.KINDS.get(ref.kind, ""),
            )
            for ref in nearest(world.index, answer, NEAREST)
            if names.has_card(ref)
        )
        groups.append((t("What comes nearest:"), near))
        if not near and not ways:
            said.append(t("Fewer letters find more; Esc empties the box."))
    return tuple(said), tuple(group for group in groups if group[1])


def _all(found: Found, tongue: Tongue) -> list[Entry]:
    """What is hidden while only favourites are shown."""
    return [Entry(tongue.t("All of them, not only favourites"), "", "command:only")] if found.only else []


def _facets(world: World, tab: str, state: TabState, found: Found, tongue: Tongue) -> list[Entry]:
    """What the tab's filters leave out."""
    before = len(found.before(tab)) if tab != FAIR else 0
    if not state.chosen or not before:
        return []
    words = described(world.catalogue, tab, state.chosen, "", tongue)
    return [Entry(tongue.t("Without the filters: {words}", words=words), tongue.number(before), "clear")]


def _less(world: World, tab: str, answer: Answer, tongue: Tongue) -> list[Entry]:
    """What would be found without one item of the query."""
    entries = []
    for item, query, total in lifted(world.index, answer, KINDS if tab == FAIR else (tab,)):
        if isinstance(item, Filter):
            typed = answer.query[item.start : item.end].strip()
        else:
            assert isinstance(item, Word | Phrase)
            typed = f"-{item.text}" if item.out else item.text
        said = tongue.t("Without {words}", words=tongue.quoted(one_line(typed)))
        entries.append(Entry(said, tongue.number(total), f"query:{query}"))
    return entries


def _elsewhere(tab: str, found: Found, tongue: Tongue) -> list[Entry]:
    """The other tabs in which something is found, and the fair's."""
    return [
        Entry(tongue.t(title), tongue.number(found.total(kind)), f"tab:{kind}")
        for kind, title, _ in TABS
        if kind not in (FAIR, VISIT, tab) and found.searched and found.total(kind)
    ]
