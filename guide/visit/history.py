"""What can be undone and done again: a frozen value, each step gives the next."""

from dataclasses import dataclass

from guide.visit.changes import Change

LONGEST = 200
"""Changes that can be undone."""


@dataclass(frozen=True, slots=True)
class History:
    """The changes that were made, the last one last, and those that were undone, the one to do again first."""

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()

    def did(self, change: Change) -> "History":
        """Something new was done: what was undone before cannot be done again."""
        return History((*self.done, change)[-LONGEST:])

    def undo(self) -> "tuple[Change, History] | None":
        """The change that takes the last one back, and the history then; None where there is nothing."""
        if not self.done:
            return None
        return self.done[-1].reversed(), self.undid(self.done[-1])

    def redo(self) -> "tuple[Change, History] | None":
        """The change that was undone last, and the history then; None where there is nothing."""
        if not self.undone:
            return None
        return self.undone[0], self.redid(self.undone[0])

    def undid(self, change: Change) -> "History":
        """A change was undone, be it the last one, one that another guide has done something since, or one unknown."""
        return History(_without(self.done[::-1], change)[::-1], (change, *self.undone)[:LONGEST])

    def redid(self, change: Change) -> "History":
        """A change was done again, be it the one undone last or another."""
        return History((*self.done, change)[-LONGEST:], _without(self.undone, change))


NO_HISTORY = History()


def _without(changes: tuple[Change, ...], change: Change) -> tuple[Change, ...]:
    """All but the first that is equal to it."""
    if change not in changes:
        return changes
    at = changes.index(change)
    return (*changes[:at], *changes[at + 1 :])
