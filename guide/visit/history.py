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
        return self.done[-1].reversed(), History(self.done[:-1], (self.done[-1], *self.undone))

    def redo(self) -> "tuple[Change, History] | None":
        """The change that was undone last, and the history then; None where there is nothing."""
        if not self.undone:
            return None
        return self.undone[0], History((*self.done, self.undone[0]), self.undone[1:])
