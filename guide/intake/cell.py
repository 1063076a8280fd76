"""What every reader of one cell gives besides its values: what was odd in it, and what it could not read."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from guide.intake.draft import Remark
from guide.intake.oddities import CODES, GUESS, Oddity


class Odd(NamedTuple):
    """One odd thing in a cell: its code, the piece of the cell, and what fills the code's message."""

    code: str
    value: str = ""
    values: Mapping[str, Any] = {}

    @property
    def guessed(self) -> bool:
        """Whether a value is a guess: then it is to be remarked on, too."""
        return CODES[self.code].weight == GUESS

    def at(self, file: str, row: int, column: str) -> Oddity:
        """The same as an oddity of a file: in that row, in that column."""
        return Oddity(self.code, file, row, column, self.value, self.values)

    def remark(self, field: str) -> Remark:
        """The same as a remark on a field of the record that was made of the row."""
        return Remark(field, CODES[self.code].message, self.values)


class Found(NamedTuple):
    """The values of a cell in their order, each once; what is left of it unread; and what was odd."""

    values: tuple[str, ...] = ()
    left: str = ""
    odd: tuple[Odd, ...] = ()
