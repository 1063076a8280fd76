"""A table built cell by cell, as pages and documents have it, with cells that go over several rows and columns."""

from collections.abc import Sequence

from guide.intake.delimited import ROWS as MOST

ROWS, COLUMNS = 1_048_576, 16_384
"""How far a worksheet of Excel reaches."""


def letters_of(column: int) -> str:
    """The letters by which Excel calls a column, counted from 1: 28 -> "AB"."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        letters = chr(65 + last) + letters
    return letters


class Grid:
    """Rows with their numbers from 1; what a cell over several others says stands in each of them.

    One that stands alone in its row is a title, and stays in its first cell. ``most`` is how many cells the grid may
    have, empty ones included; rows it has as many as a list. ``is_cut`` is whether more were left out.
    """

    def __init__(self, most: int, first: int = 1) -> None:
        self.rows: list[tuple[int, Sequence[str]]] = []
        self.is_cut = False
        self.number = first - 1
        self._left = most
        self._is_between = True  # no row has begun
        self._row: dict[int, str] = {}
        self._own = 0
        self._reaching: dict[int, tuple[int, str]] = {}  # by column: the last row that a cell above reaches, its text
        self._column = 0
        self._widest: tuple[int, int] = (0, 0)

    def begin(self, number: int = 0) -> None:
        """Begins the row with that number, or the next one."""
        self.end()
        self.number = min(max(number, self.number + 1), ROWS)
        self._is_between = False

    def add(self, text: str, column: int = 0, across: int = 1, down: int = 1) -> None:
        """Adds a cell to the row: in that column from 1, or in the next free one; over so many columns and rows."""
        if self.is_cut:
            return
        if self._is_between:
            self.begin()
        at = column - 1 if column > 0 else self._column
        while column <= 0 and at in self._reaching and self._reaching[at][0] >= self.number and at not in self._row:
            at += 1
        across = max(1, min(across, COLUMNS - at))
        if at >= COLUMNS or self._left < across:
            self.is_cut = True
            return
        self._left -= across
        self._own += 1
        self._widest = (at, across)
        for place in range(at, at + across):
            self._row[place] = text
            if down > 1:
                self._reaching[place] = (self.number + down - 1, text)
        self._column = at + across

    def end(self) -> None:
        """Ends the row."""
        if self._row:
            self._left -= len(self._reaching)
            self._reaching = {at: each for at, each in self._reaching.items() if each[0] >= self.number}
            at, across = self._widest
            if self._own == 1 and across > 1 and self._reaching.keys() <= self._row.keys():
                self._row = {at: self._row[at]}
            for place, (_, text) in self._reaching.items():
                self._row.setdefault(place, text)
            width = max(self._row) + 1
            self._left -= width - len(self._row)
            if self._left < 0 or len(self.rows) >= MOST:
                self.is_cut = True
            elif any(self._row.values()):
                self.rows.append((self.number, [self._row.get(place, "") for place in range(width)]))
        self._row, self._own, self._column, self._is_between = {}, 0, 0, True
