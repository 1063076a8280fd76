"""What was done and is not in the file yet: each step can be taken in memory, and written when the time comes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.visit.changes import Change, applied
from guide.visit.history import NO_HISTORY, History
from guide.visit.journal import Question, Tied
from guide.visit.state import EMPTY, Visit

if TYPE_CHECKING:
    from guide.visit.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of a fair but its journal, at one moment."""

    visit: Visit = EMPTY
    history: History = NO_HISTORY
    aliases: tuple[Tied, ...] = ()


NOTHING = Kept()


@dataclass(frozen=True, slots=True)
class Did:
    """A change; ``logged`` if it can be undone."""

    change: Change
    logged: bool = True

    def after(self, kept: Kept) -> Kept:
        """What is kept after it."""
        history = kept.history.did(self.change) if self.logged else kept.history
        return replace(kept, visit=applied(kept.visit, self.change), history=history)

    def write(self, store: "Store", fair: str, ids: dict[int, int]) -> None:
        """Writes it; ``ids`` has the ids of the questions that were recorded under a token."""
        store.write(fair, self.change, logged=self.logged)


@dataclass(frozen=True, slots=True)
class Undid:
    """A change that was taken back; the change as it was when it was done."""

    change: Change

    def after(self, kept: Kept) -> Kept:
        """What is kept after it."""
        visit = applied(kept.visit, self.change.reversed())
        return replace(kept, visit=visit, history=kept.history.undid(self.change))

    def write(self, store: "Store", fair: str, ids: dict[int, int]) -> None:
        """Writes it."""
        store.undo(fair, self.change)


@dataclass(frozen=True, slots=True)
class Redid:
    """A change that was done again."""

    change: Change

    def after(self, kept: Kept) -> Kept:
        """What is kept after it."""
        return replace(kept, visit=applied(kept.visit, self.change), history=kept.history.redid(self.change))

    def write(self, store: "Store", fair: str, ids: dict[int, int]) -> None:
        """Writes it."""
        store.redo(fair, self.change)


@dataclass(frozen=True, slots=True)
class TiedTo:
    """A name that a thing was tied to, or, where not ``on``, is no longer."""

    alias: Tied
    on: bool = True

    def after(self, kept: Kept) -> Kept:
        """What is kept after it."""
        aliases = {(each.ref, each.text): each for each in kept.aliases}
        if self.on:
            aliases[self.alias.ref, self.alias.text] = self.alias
        else:
            aliases.pop((self.alias.ref, self.alias.text), None)
        return replace(kept, aliases=tuple(aliases.values()))

    def write(self, store: "Store", fair: str, ids: dict[int, int]) -> None:
        """Writes it."""
        (store.tie if self.on else store.untie)(fair, self.alias)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A question; its id is the token under which it waits, a negative number."""

    question: Question

    def after(self, kept: Kept) -> Kept:
        """What is kept after it, but for the journal."""
        return kept

    def write(self, store: "Store", fair: str, ids: dict[int, int]) -> None:
        """Writes it, and notes its id."""
        ids[self.question.id] = store.record(fair, self.question)


@dataclass(frozen=True, slots=True)
class Settled:
    """What was chosen after all for a question, named by its id or its token."""

    key: int
    ref: Ref | None
    name: str

    def after(self, kept: Kept) -> Kept:
        """What is kept after it, but for the journal."""
        return kept

    def write(self, store: "Store", fair: str, ids: dict[int, int]) -> None:
        """Writes it."""
        key = ids.get(self.key, self.key)
        if key > 0:
            store.settle(fair, key, self.ref, self.name)


Step = Did | Undid | Redid | TiedTo | Recorded | Settled


def after(kept: Kept, steps: Iterable[Step]) -> Kept:
    """What is kept after the steps."""
    for step in steps:
        kept = step.after(kept)
    return kept


def journal_after(questions: Iterable[Question], steps: Iterable[Step], ids: dict[int, int]) -> tuple[Question, ...]:
    """The journal with the questions and choices that are not in the file yet."""
    every = {question.id: question for question in questions}
    for step in steps:
        if isinstance(step, Recorded):
            every[step.question.id] = step.question
        elif isinstance(step, Settled):
            key = ids.get(step.key, step.key)
            if key in every:
                every[key] = replace(every[key], ref=step.ref, name=step.name)
    return tuple(every.values())
