"""One question at the desk: what is typed, what it may mean, what was chosen; a frozen value and how it looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from guide.catalogue.model import Ref
from guide.dates import now
from guide.i18n import Tongue
from guide.search.answer import Answer
from guide.search.suggestions import nearest
from guide.text import cut, fit, one_line, width
from guide.tui.noted import READ_AS
from guide.tui.widgets.bar import Part
from guide.view import names, roles
from guide.view.blocks import styled
from guide.view.marks import marks
from guide.view.own import gone_card
from guide.view.rows import summary
from guide.visit.journal import folded
from guide.visit.state import Mark

if TYPE_CHECKING:
    from guide.tui.world import World
    from guide.view.blocks import Card

MOST = 40
"""Lines that a question has at most."""

LIKELY, LIKELIEST = 0.85, 3
"""The share of the best one's points from which a thing is nearly as likely, and how many of these are named."""

WEIGHED, MOST_SERVICES = 8, 6
"""How many of the best are weighed anew for a desk, and how many services of one sort are named."""

_WORTH = {"session": 0.7, "person": 0.7, "venture": 0.8}
"""What a match is worth at a desk beside one of an exhibitor, a region, a place: these are asked for less."""

_OVER = 0.5
"""What a session is worth when its day is over."""

QUOTES = '"«»“”„'

NEAREST = 5
"""Things that are offered where nothing is found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as far as it is asked.

    ``refs`` is what it finds, the best first, ``near`` that they only come near; ``cursor`` the line marked (-1: none),
    ``ref`` what was chosen, ``name`` its name, for when it leaves the catalogue; ``likely`` are the chosen one and
    those nearly as likely; ``recorded`` is the journal's token.
    """

    query: str = ""
    answer: Answer | None = None
    refs: tuple[Ref, ...] = ()
    near: bool = False
    cursor: int = 0
    ref: Ref | None = None
    likely: tuple[Ref, ...] = ()
    recorded: int | None = None
    name: str = ""

    def moved(self, by: int) -> Asked:
        """The cursor on another line."""
        return replace(self, cursor=max(0, min(self.cursor + by, len(self.refs) - 1)))

    def chosen(self, number: int, name: str) -> Asked:
        """The thing of a line chosen, by that name."""
        return replace(self, cursor=number, ref=self.refs[number], name=name)

    def at(self, ref: Ref, name: str) -> Asked:
        """Another thing shown, by that name, which one came to from the answer."""
        return replace(self, ref=ref, likely=(), name=name)


def ask(world: World, query: str, aliases: Mapping[str, Ref]) -> Asked:
    """Finds what a question may mean; ``aliases`` are names (folded) that were tied at this desk before."""
    if not query.strip():
        return Asked(query)
    answer = world.index.search(query)
    if answer.everything:
        return Asked(query, answer)
    refs, likely = _weighed(world, answer)
    tied = aliases.get(folded(query))
    if tied is not None and world.catalogue.get(tied) is not None:
        refs = (tied, *(ref for ref in refs if ref != tied))[:MOST]
        likely = (tied,)
    near = not refs
    if near:
        refs = tuple(ref for ref in nearest(world.index, answer, NEAREST) if names.has_card(ref))
    # What only comes near is no answer: the cursor goes there by hand.
    return Asked(query, answer, refs, near, -1 if near else 0, likely=likely if len(likely) > 1 else ())


def again(asked: Asked, world: World, aliases: Mapping[str, Ref]) -> Asked:
    """The same question asked of a newer state of the catalogue; what was chosen and what is marked stay, by id."""
    if asked.answer is None:
        return asked
    lit = asked.refs[asked.cursor] if 0 <= asked.cursor < len(asked.refs) else None
    new = ask(world, asked.query, aliases)
    cursor = new.refs.index(lit) if lit in new.refs else new.cursor
    return replace(new, cursor=cursor, ref=asked.ref, recorded=asked.recorded, name=asked.name)


def gone(asked: Asked, tongue: Tongue) -> Card:
    """What is shown of an answer that has left the catalogue."""
    assert asked.ref is not None
    return gone_card(asked.ref, Mark(name=asked.name), (), tongue)


def _weighed(world: World, answer: Answer) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """What an answer finds, the best for a desk first, and the first of it with those nearly as likely."""
    refs = answer.best(limit=MOST)
    hits = answer.hits(limit=WEIGHED)
    today = now(world.catalogue.fair.timezone).date()
    points = {hit.ref: hit.score * _worth(world, hit.ref, today) for hit in hits}
    first = sorted(points, key=lambda ref: -points[ref])
    refs = [*first, *(ref for ref in refs if ref not in points)]
    likely = [ref for ref in first if points[ref] >= LIKELY * points[first[0]]][:LIKELIEST] if first else []
    if first and first[0].kind == "service":
        # Whoever asks for a café has several to choose from.
        kind = world.catalogue.services[first[0].id].kind
        alike = [ref for ref in refs if ref.kind == "service" and world.catalogue.services[ref.id].kind == kind]
        likely = alike[:MOST_SERVICES] if kind and len(alike) > 1 else likely
    return tuple(refs), tuple(likely)


def _worth(world: World, ref: Ref, today: date) -> float:
    worth = _WORTH.get(ref.kind, 1.0)
    session = world.catalogue.sessions.get(ref.id) if ref.kind == "session" else None
    if session is not None and session.date is not None and session.date < today:
        worth *= _OVER
    return worth


def reading(asked: Asked, world: World, tongue: Tongue) -> tuple[Part, ...]:
    """How the question was read where not as typed, and how much it finds."""
    answer = asked.answer
    if answer is None or answer.everything:
        return ()
    count = tongue.n("{count} found", "{count} found", answer.total)
    if answer.missing and answer.total:
        words = tongue.listed([tongue.quoted(one_line(word.strip(QUOTES))) for word in answer.missing])
        without = tongue.t("without {words}", words=words)
        return (Part(styled(f"{without} · {count}", roles.WARN), brief=styled(without, roles.WARN)),)
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
