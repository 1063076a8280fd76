"""Putting texts on a plan: only where there is room, none over another, and what stands where afterwards."""

from typing import NamedTuple

from guide.catalogue.model import Ref
from guide.text import width
from guide.view.canvas import Canvas


class Label(NamedTuple):
    """A text on the plan: whose it is, and the cells that it takes."""

    ref: Ref | None
    text: str
    column: int
    row: int
    width: int

    def over(self, column: int, row: int) -> bool:
        """Whether it takes a cell."""
        return row == self.row and self.column <= column < self.column + self.width


class Placing:
    """The texts of one drawing, in the order in which they were put there: what comes first has its place."""

    __slots__ = ("_written", "canvas", "covered", "labels")

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.labels: list[Label] = []
        self.covered: list[tuple[int, int, int, int]] = []
        """Cells that are not of the plan, such as the overview's: left, top, columns, rows."""
        self._written = [bytearray(canvas.columns) for _ in range(canvas.rows)]

    def seen(self, column: int, row: int, size: int = 1) -> bool:
        """Whether these cells are in the view."""
        return 0 <= row < self.canvas.rows and column >= 0 and column + size <= self.canvas.columns

    def unwritten(self, column: int, row: int, size: int) -> bool:
        """Whether these cells are in the view and have no text, whatever else is there."""
        return self.seen(column, row, size) and not any(self._written[row][column : column + size])

    def put(self, column: int, row: int, text: str, role: int, ref: Ref | None = None, size: int = 0) -> bool:
        """Writes a text where no other is, over lines as well; whether it did."""
        size = size or width(text)
        if not size or not self.unwritten(column, row, size):
            return False
        self.canvas.write(column, row, text, role, size)
        self._written[row][column : column + size] = b"\x01" * size
        self.labels.append(Label(ref, text, column, row, size))
        return True

    def put_free(self, column: int, row: int, text: str, role: int, ref: Ref | None = None, size: int = 0) -> bool:
        """Writes a text where nothing at all is drawn; whether it did."""
        size = size or width(text)
        return self.canvas.free(column, row, size) and self.put(column, row, text, role, ref, size)

    def put_open(self, column: int, row: int, text: str, role: int, ref: Ref | None = None, size: int = 0) -> bool:
        """Writes a text in the open, on no stand, and with a cell of room to other texts; whether it did."""
        size = size or width(text)
        if not size or not self.canvas.open(column, row, size):
            return False
        written = self._written[row]
        # A slice that begins before the row would be empty: the first cell has no neighbour.
        if (column and written[column - 1]) or any(written[column + size : column + size + 1]):
            return False
        return self.put(column, row, text, role, ref, size)

    def put_beside(
        self,
        around: tuple[int, int, int, int],
        text: str,
        role: int,
        ref: Ref | None = None,
        away_from: tuple[float, float] | None = None,
        *,
        over: bool = False,
    ) -> bool:
        """Writes a text in the open right, left, below or above of cells (left, top, right, bottom); whether it did.

        Where a direction is given, the place furthest from where it leads comes first. ``over``: also over stands,
        though not over walls and other texts.
        """
        left, top, right, bottom = around
        size, middle = width(text), (top + bottom) // 2
        centred = (left + right + 1 - size) // 2
        places = [(right + 1, middle, 1, 0), (left - size, middle, -1, 0)]
        places += [(centred, bottom + 1, 0, 2), (centred, top - 1, 0, -2)]
        if away_from:
            places.sort(key=lambda place: place[2] * away_from[0] + place[3] * away_from[1])
        if any(self.put_open(column, row, text, role, ref, size) for column, row, _, _ in places):
            return True
        return over and any(
            self.unwritten(column, row, size)
            and not any(self.canvas.walled(column + n, row) for n in range(size))
            and self.put(column, row, text, role, ref, size)
            for column, row, _, _ in places
        )

    def keep_clear(self, column: int, row: int, size: int) -> None:
        """Keeps texts from these cells."""
        if 0 <= row < self.canvas.rows:
            low, high = max(column, 0), min(column + size, self.canvas.columns)
            if low < high:
                self._written[row][low:high] = b"\x01" * (high - low)
