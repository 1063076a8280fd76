"""The cards one came by: back and forward, as in a browser."""

from dataclasses import dataclass

from guide.catalogue.model import Ref

LONGEST = 100
"""Cards that one can go back."""


@dataclass(frozen=True, slots=True)
class Visited:
    """A card, and where in it one was."""

    ref: Ref
    top: int = 0
    marked: int = -1


@dataclass(frozen=True, slots=True)
class History:
    """The cards before this one and those after it; a frozen value, each move gives the next."""

    before: tuple[Visited, ...] = ()
    after: tuple[Visited, ...] = ()

    def went(self, here: Visited) -> "History":
        """A link was followed from here."""
        return History((*self.before, here)[-LONGEST:])

    def back(self, here: Visited) -> "tuple[History, Visited] | None":
        """The card before, and the history then; None where there is none."""
        if not self.before:
            return None
        return History(self.before[:-1], (here, *self.after)), self.before[-1]

    def forward(self, here: Visited) -> "tuple[History, Visited] | None":
        """The card after, and the history then; None where there is none."""
        if not self.after:
            return None
        return History((*self.before, here), self.after[1:]), self.after[0]
