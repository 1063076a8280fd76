"""One question at the desk: what is typed, what it may mean, what was chosen; a frozen value and how it looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.text import Text

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.search.answer import Answer
from guide.search.suggestions import nearest
from guide.text import cut, fit, one_line, width
from guide.tui.noted import READ_AS
from guide.tui.widgets.bar import Part
from guide.view import names, roles
from guide.view.blocks import styled
from guide.view.marks import marks
from guide.view.rows import summary
from guide.visit.journal import folded

if TYPE_CHECKING:
    from guide.tui.world import World

MOST = 40
"""Lines that a question has at most."""

LIKELY, LIKELIEST = 0.85, 3
"""The share of the best one's points from which a thing is nearly as likely, and how many of these are named."""

NEAREST = 5
"""Things that are offered where nothing is found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as far as it is asked.

    ``refs`` is what it finds, the best first, ``near`` that they only come near; ``cursor`` the line marked, ``ref``
    what was chosen; ``likely`` are the chosen one and those nearly as likely. ``recorded`` is the journal's token.
    """

    query: str = ""
    answer: Answer | None = None
    refs: tuple[Ref, ...] = ()
    near: bool = False
    cursor: int = 0
    ref: Ref | None = None
    likely: tuple[Ref, ...] = ()
    recorded: int | None = None

    def moved(self, by: int) -> Asked:
        """The cursor on another line."""
        return replace(self, cursor=max(0, min(self.cursor + by, len(self.refs) - 1)))

    def chosen(self, number: int) -> Asked:
        """The thing of a line chosen."""
        return replace(self, cursor=number, ref=self.refs[number])

    def at(self, ref: Ref) -> Asked:
        """Another thing shown, which one came to from the answer."""
        return replace(self, ref=ref, likely=())


def ask(world: World, query: str, aliases: Mapping[str, Ref]) -> Asked:
    """Finds what a question may mean; ``aliases`` are names (folded) that were tied at this desk before."""
    if not query.strip():
        return Asked(query)
    answer = world.index.search(query)
    if answer.everything:
        return Asked(query, answer)
    hits = answer.hits(limit=LIKELIEST + 1)
    best = hits[0].score if hits else 0.0
    refs = tuple(answer.best(limit=MOST))
    likely = tuple(hit.ref for hit in hits if hit.score >= LIKELY * best)
    tied = aliases.get(folded(query))
    if tied is not None and world.catalogue.get(tied) is not None:
        refs = (tied, *(ref for ref in refs if ref != tied))[:MOST]
        likely = (tied,)
    near = not refs
    if near:
        refs = tuple(ref for ref in nearest(world.index, answer, NEAREST) if names.has_card(ref))
    return Asked(query, answer, refs, near, likely=likely[:LIKELIEST] if len(likely) > 1 else ())


def reading(asked: Asked, world: World, tongue: Tongue) -> tuple[Part, ...]:
    """How the question was read where not as typed, and how much it finds."""
    answer = asked.answer
    if answer is None or answer.everything:
        return ()
    count = tongue.n("{count} found", "{count} found", answer.total)
    how = ""
    if answer.reason and answer.total and answer.reading:
        how = tongue.t(READ_AS.get(answer.reason, ""), reading=tongue.quoted(one_line(answer.reading)))
    elif answer.reason == "typo":
        how = tongue.t("typing mistake")
    said = f"{how} · {count}" if how else count
    return (Part(styled(said, roles.QUIET), brief=styled(count, roles.QUIET)),)


_HEAD = 1  # lines above the first candidate


def lines(asked: Asked, world: World, desk: Tongue, visitor: Tongue, cells: int, rows: int) -> Sequence[Text]:
    """What a question may mean, a line each, while it is typed: number, name, place, what it is."""
    if not asked.refs:
        said = desk.t("Nothing found for {query}.", query=desk.quoted(one_line(asked.query)))
        hint = desk.t("Enter writes it down as not found. Fewer letters find more.")
        return [Text(), styled(cut(said, cells), "bold"), Text(), styled(cut(hint, cells), roles.QUIET)]
    done = [styled(desk.t("Nothing found. What comes nearest:"), roles.WARN) if asked.near else Text()]
    room = max(rows - _HEAD, 1)
    first = max(0, min(asked.cursor - room + 1, len(asked.refs) - room))
    words = asked.answer.words if asked.answer and not asked.near else ()
    for at, ref in enumerate(asked.refs[first : first + room], first):
        done.append(_line(at, ref, world, desk, visitor, cells, words, lit=at == asked.cursor))
    return done


def _line(
    at: int, ref: Ref, world: World, desk: Tongue, visitor: Tongue, cells: int, words: tuple[str, ...], *, lit: bool
) -> Text:
    name = names.name(world.catalogue, ref, desk)
    theirs = names.name(world.catalogue, ref, visitor)
    if theirs != name:
        name = f"{name} · {theirs}"
    what = names.kind_word(world.catalogue, ref, desk) if ref.kind != "exhibitor" else ""
    more = " · ".join(part for part in (what, summary(world.catalogue, ref, desk)) if part)
    number = fit(str(at + 1), 3, right=True)
    rest = cells - 5
    beside = min(width(more), max(rest * 2 // 5, rest - width(name) - 2))
    shown = fit(name, max(rest - beside - 2, 1))
    line = Text(f"{number}  ", roles.QUIET)
    marked = Text(shown, roles.KINDS.get(ref.kind, ""))
    for start, end in marks(shown, words):
        marked.stylize(roles.MATCH, start, end)
    line = Text().append_text(line).append_text(marked).append("  ").append(fit(more, max(beside, 0)), roles.QUIET)
    if lit:
        line.stylize(roles.CURSOR)
    return line


def others(asked: Asked, world: World, tongue: Tongue, cells: int) -> list[Text]:
    """What is nearly as likely as the card that is shown, numbered, for the lines under it."""
    if len(asked.likely) < 2:
        return []
    done = [styled("─" * cells, roles.TRACK)]
    for at, ref in enumerate(asked.likely, 1):
        name = names.name(world.catalogue, ref, tongue)
        more = summary(world.catalogue, ref, tongue)
        said = cut(f"{name} · {more}" if more else name, max(cells - 4, 1))
        line = Text().append(f" {at} ", roles.ACCENT).append(f" {said}", "" if ref == asked.ref else roles.QUIET)
        if ref == asked.ref:
            line.stylize("bold")
        done.append(line)
    return done


def number_at(asked: Asked, rows: int, line: int) -> int | None:
    """The number of the candidate on a line of the answer, or None."""
    if asked.ref is not None:
        count = len(asked.likely)
        number = line - (rows - count) if count > 1 else -1
        return asked.refs.index(asked.likely[number]) if 0 <= number < count else None
    room = max(rows - _HEAD, 1)
    number = max(0, min(asked.cursor - room + 1, len(asked.refs) - room)) + line - _HEAD
    return number if line >= _HEAD and number < len(asked.refs) else None
