"""A sheet of terminal cells to draw on: lines that join, half blocks, texts; no cell is ever written twice.

A cell keeps which of its four sides a line leaves by, light or double, so that lines that meet join whatever was
drawn first. Half blocks are the upper and lower half of a cell. Texts go over both, where the drawer says so.
Every sign is of WGL4, the set that the fonts of all terminals have (Microsoft Typography, "WGL4.0").
"""

import codecs
import math
import re
from collections.abc import Iterator, Sequence

UP, RIGHT, DOWN, LEFT = 1, 2, 4, 8
LIGHT, DOUBLE = 1, 16
"""The weight of a line: what its sides are multiplied with in a cell."""

UPPER, LOWER = 1, 2

_CROSS = UP | RIGHT | DOWN | LEFT
_JOINS = (DOWN | RIGHT, DOWN | LEFT, UP | RIGHT, UP | LEFT, 7, 13, 14, 11, _CROSS)
_DRAWN = {(0, 0): "┌┐└┘├┤┬┴┼", (1, 0): "╒╕╘╛╞╡╤╧╪", (0, 1): "╓╖╙╜╟╢╥╨╫", (1, 1): "╔╗╚╝╠╣╦╩╬"}
"""Whether what runs across, and what runs up and down, is double -> the signs of :data:`_JOINS`."""

_ONWARDS = {UP: (0, -1, DOWN), RIGHT: (1, 0, LEFT), DOWN: (0, 1, UP), LEFT: (-1, 0, RIGHT)}
"""A side -> the columns and rows to the neighbour there, and the neighbour's side that meets it."""

_HALVES = " ▀▄█"
_RUN = re.compile(rb"(.)\1*", re.DOTALL)

_SPELT = {
    **dict.fromkeys("─", "-"),
    **dict.fromkeys("═", "="),
    **dict.fromkeys("│║", "|"),
    **dict.fromkeys("".join(_DRAWN.values()), "+"),
    **dict.fromkeys("█▀▄▌▐■", "#"),
    **dict.fromkeys("░▒▓", ":"),
    **dict.fromkeys("·∙", "."),
    **dict.fromkeys("•●", "o"),
    **dict.fromkeys("★☆", "*"),
    **dict.fromkeys("↑▲", "^"),
    **dict.fromkeys("↓▼", "v"),
    **dict.fromkeys("←◄", "<"),
    **dict.fromkeys("→►", ">"),
    **dict.fromkeys("↖↗↘↙", "'"),
    "‹": "<",
    "›": ">",
    "○": "o",
    "◙": "@",
    "∩": "n",
    "≡": "=",
    "≠": "%",
    "≈": "~",
    "¤": "*",
    "»": ">",
    "↨": "|",
    "⌂": "^",
    "♪": "#",
    "…": "~",
    "—": "-",
    "–": "-",
}


def _joined(sides: int) -> str:
    """The sign of a cell by the sides that lines leave it by; a lone side is drawn as the whole line."""
    light, double = sides & _CROSS, sides >> 4
    every = light | double
    across, upright = bool(double & (LEFT | RIGHT)), bool(double & (UP | DOWN))
    if not every & (UP | DOWN):
        return "═" if across else "─" if every else " "
    if not every & (LEFT | RIGHT):
        return "║" if upright else "│"
    return _DRAWN[across, upright][_JOINS.index(every)]


_LINES = "".join(map(_joined, range(256)))


def spelt(text: str, encoding: str) -> str:
    """The text with the signs that an encoding cannot carry as ASCII of the same width: ``+-|`` for lines."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "".join(_SPELT.get(sign, sign) for sign in text)
    return text


class Canvas:
    """So many columns and rows of cells, each with a sign and the role of its text.

    First lines and halves are drawn; :meth:`settle` makes signs of them; then come texts. What lies outside
    is cut off. Places are given in cells with fractions, counted from the top left corner.
    """

    __slots__ = ("_cells", "_filled", "_halves", "_names", "_parts", "_sides", "columns", "rows", "taken")

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._sides = [bytearray(columns) for _ in range(rows)]
        self._halves = [bytearray(columns) for _ in range(rows)]
        self._parts = [bytearray(columns) for _ in range(rows)]
        self._names = [""]
        self._cells: list[list[str]] = []
        self._filled: list[bytearray] = []
        self.taken: list[bytearray] = []
        """After :meth:`settle`: not 0 for every cell that something is drawn in."""

    def role(self, name: str) -> int:
        """The number of a role on this canvas."""
        if name not in self._names:
            self._names.append(name)
        return self._names.index(name)

    def line(self, start: tuple[float, float], end: tuple[float, float], weight: int = LIGHT, role: int = 0) -> None:
        """A line from one place to another, its ends open to what comes next; a slanting one in steps."""
        (x0, y0), (x1, y1) = start, end
        if (x0 < 0 and x1 < 0) or (y0 < 0 and y1 < 0):
            return
        if (x0 >= self.columns and x1 >= self.columns) or (y0 >= self.rows and y1 >= self.rows):
            return
        if math.floor(y0) == math.floor(y1):
            self._across(math.floor(y0), math.floor(min(x0, x1)), math.floor(max(x0, x1)), weight, role)
        elif math.floor(x0) == math.floor(x1):
            self._upright(math.floor(x0), math.floor(min(y0, y1)), math.floor(max(y0, y1)), weight, role)
        else:
            self._slanting(x0, y0, x1, y1, weight, role)

    def _across(self, row: int, first: int, last: int, weight: int, role: int) -> None:
        if first == last or not 0 <= row < self.rows:
            return
        sides, parts = self._sides[row], self._parts[row]
        if 0 <= first < self.columns:
            sides[first] |= RIGHT * weight
            parts[first] = role
        if 0 <= last < self.columns:
            sides[last] |= LEFT * weight
            parts[last] = role
        both = (LEFT | RIGHT) * weight
        for column in range(max(first + 1, 0), min(last, self.columns)):
            sides[column] |= both
            parts[column] = role

    def _upright(self, column: int, first: int, last: int, weight: int, role: int) -> None:
        if not 0 <= column < self.columns:
            return
        if first == last:
            return
        both = (UP | DOWN) * weight
        for row in range(max(first, 0), min(last + 1, self.rows)):
            self._sides[row][column] |= DOWN * weight if row == first else UP * weight if row == last else both
            self._parts[row][column] = role

    def _slanting(self, x0: float, y0: float, x1: float, y1: float, weight: int, role: int) -> None:
        for column, row, sides in steps(x0, y0, x1, y1, self.columns, self.rows):
            self.side(column, row, sides * weight, role)

    def frame(self, left: int, top: int, right: int, bottom: int, weight: int = LIGHT, role: int = 0) -> None:
        """A frame whose corners are these cells; of a frame of one row or column only a line is left."""
        self._across(top, left, right, weight, role)
        self._across(bottom, left, right, weight, role)
        self._upright(left, top, bottom, weight, role)
        self._upright(right, top, bottom, weight, role)

    def loop(self, shape: Sequence[tuple[float, float]], weight: int = LIGHT, role: int = 0) -> bool:
        """A closed line, without the ends that stick out where it runs back on itself; False where nothing is left."""
        found: dict[tuple[int, int], int] = {}
        for n, end in enumerate(shape):
            for column, row, sides in steps(*shape[n - 1], *end, self.columns, self.rows):
                found[column, row] = found.get((column, row), 0) | sides
        ends = [cell for cell, sides in found.items() if sides in _ONWARDS]
        for cell in ends:
            column, row = cell
            # What goes on outside the view ends there for no other reason.
            while 0 <= column < self.columns and 0 <= row < self.rows and found[column, row] in _ONWARDS:
                across, down, back = _ONWARDS[found[column, row]]
                found[column, row] = 0
                column, row = column + across, row + down
                found[column, row] = found.get((column, row), 0) & ~back
        drawn = False
        for (column, row), sides in found.items():
            if sides:
                self.side(column, row, sides * weight, role)
                drawn = True
        return drawn

    def side(self, column: int, row: int, sides: int, role: int = 0) -> None:
        """Lines by these sides of a cell, each multiplied with its weight."""
        if 0 <= row < self.rows and 0 <= column < self.columns:
            self._sides[row][column] |= sides
            self._parts[row][column] = role

    def cells(self, row: int, first: int, last: int, role: int) -> None:
        """Gives the cells of a row from the first up to but without the last another role."""
        low, high = max(first, 0), min(last, self.columns)
        if 0 <= row < self.rows and low < high:
            self._parts[row][low:high] = bytes((role,)) * (high - low)

    def halves(self, half: int, first: int, last: int, role: int = 0) -> None:
        """Fills half cells: the row of halves, from the first column up to but without the last."""
        row = half >> 1
        low, high = max(first, 0), min(last, self.columns)
        if not 0 <= row < self.rows or low >= high:
            return
        which = LOWER if half & 1 else UPPER
        halves = self._halves[row]
        for column in range(low, high):
            halves[column] |= which
        self._parts[row][low:high] = bytes((role,)) * (high - low)

    def settle(self) -> None:
        """Makes signs of lines and halves; where both are, the line is seen."""
        for sides, halves, parts in zip(self._sides, self._halves, self._parts, strict=True):
            cells = list(codecs.charmap_decode(bytes(sides), "strict", _LINES)[0])
            taken = bytearray(sides)
            if any(halves):
                for column, half in enumerate(halves):
                    if half and not sides[column]:
                        cells[column] = _HALVES[half]
                        taken[column] = 1
            filled = int.from_bytes(taken, "big") | int.from_bytes(parts, "big")
            self._cells.append(cells)
            self.taken.append(taken)
            self._filled.append(bytearray(filled.to_bytes(self.columns, "big")))

    def free(self, column: int, row: int, width: int) -> bool:
        """Whether these cells of a row are in the view and nothing is drawn there."""
        if not (0 <= row < self.rows and column >= 0 and column + width <= self.columns):
            return False
        return self.taken[row].count(0, column, column + width) == width

    def walled(self, column: int, row: int) -> bool:
        """Whether a double line goes through a cell, or a half of it is filled."""
        return bool(self._sides[row][column] >> 4 or self._halves[row][column])

    def open(self, column: int, row: int, width: int) -> bool:
        """Whether these cells are free and belong to nothing: no stand's ground."""
        if not (0 <= row < self.rows and column >= 0 and column + width <= self.columns):
            return False
        return self._filled[row].count(0, column, column + width) == width

    def write(self, column: int, row: int, text: str, role: int, width: int) -> None:
        """A text of that width that is within the view, over whatever is there."""
        cells = self._cells[row]
        if len(text) == width:
            cells[column : column + width] = text
        else:
            # Wide letters, marks and signs of several letters are only as wide as they say together.
            cells[column : column + width] = [text, *[""] * (width - 1)] if width else []
        self.taken[row][column : column + width] = self._filled[row][column : column + width] = b"\x01" * width
        self._parts[row][column : column + width] = bytes((role,)) * width

    def sign(self, column: int, row: int, sign: str, role: int) -> None:
        """A sign of one cell that is within the view, over whatever is there."""
        self._cells[row][column] = sign
        self.taken[row][column] = 1
        self._parts[row][column] = role

    def lines(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Every row as pieces of text with the names of their roles, as wide as the canvas."""
        return tuple(tuple(self._pieces(cells, parts)) for cells, parts in zip(self._cells, self._parts, strict=True))

    def _pieces(self, cells: list[str], parts: bytearray) -> Iterator[tuple[str, str]]:
        names = self._names
        text = "".join(cells)
        plain = len(text) == self.columns and "" not in cells
        for run in _RUN.finditer(parts):
            start, end = run.span()
            yield text[start:end] if plain else "".join(cells[start:end]), names[parts[start]]


def steps(x0: float, y0: float, x1: float, y1: float, columns: int, rows: int) -> Iterator[tuple[int, int, int]]:
    """The cells of a slanting line, each a neighbour of the one before, with the sides that it leaves them by.

    After Amanatides and Woo 1987, "A Fast Voxel Traversal Algorithm for Ray Tracing", with the line first cut
    to the view (Liang and Barsky 1984).
    """
    start, end = _inside(x0, y0, x1, y1, columns, rows)
    if start >= end:
        return
    dx, dy = x1 - x0, y1 - y0
    column, row = math.floor(x0 + dx * start), math.floor(y0 + dy * start)
    goal = math.floor(x0 + dx * end), math.floor(y0 + dy * end)
    right, down = dx > 0, dy > 0
    next_x = ((column + right) - x0) / dx if dx else math.inf
    next_y = ((row + down) - y0) / dy if dy else math.inf
    came = 0
    for _ in range(abs(goal[0] - column) + abs(goal[1] - row)):
        if (next_x < next_y and column != goal[0]) or row == goal[1]:
            yield column, row, came | (RIGHT if right else LEFT)
            column += 1 if right else -1
            next_x += 1 / abs(dx)
            came = LEFT if right else RIGHT
        else:
            yield column, row, came | (DOWN if down else UP)
            row += 1 if down else -1
            next_y += 1 / abs(dy)
            came = UP if down else DOWN
    yield column, row, came


def _inside(x0: float, y0: float, x1: float, y1: float, columns: int, rows: int) -> tuple[float, float]:
    """The shares of a line between which it is in the view or a cell beside it; the first is the greater if never."""
    low, high = 0.0, 1.0
    for at, by, most in ((x0, x1 - x0, columns + 1.0), (y0, y1 - y0, rows + 1.0)):
        if not by:
            if not -1.0 <= at <= most:
                return 1.0, 0.0
            continue
        enter, leave = sorted(((-1.0 - at) / by, (most - at) / by))
        low, high = max(low, enter), min(high, leave)
    return low, high
