"""Stand codes, times and short names in letters of half blocks, as large as the room allows."""

from collections.abc import Iterator
from functools import lru_cache

from guide.text import cut, one_line, width
from guide.view.letter_shapes import ROWS, shape

SIZES = (3, 2, 1)
"""How many half cells a square of a letter is wide and high, the largest size first."""

_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_LONGEST = 40  # signs: what is longer is a text, and no terminal has the room to draw it


def rows_of(size: int) -> int:
    """The lines that letters of a size take: 4, 7 or 11."""
    return (ROWS * size + 1) // 2


@lru_cache(maxsize=256)
def drawn(text: str, cells: int, rows: int, most: int = SIZES[0]) -> tuple[str, ...]:
    """The text drawn in the largest size up to ``most`` that fits in so many cells and rows; () where none does.

    A text with a sign that has no shape is not drawn at all: a letter left out would be another code.
    Every line is as wide as the widest, and no wider than ``cells``.
    """
    plain = one_line(text)
    if not plain or len(plain) > _LONGEST:
        return ()
    letters = [letter for sign in plain if (letter := shape(sign))]
    if len(letters) < len(plain):
        return ()
    squares = [[sign == "#" for sign in ".".join(pieces)] for pieces in zip(*letters, strict=True)]
    for size in SIZES:
        if size <= most and rows_of(size) <= rows and len(squares[0]) * size <= cells:
            return tuple(_halved(_scaled(squares, size)))
    return ()


def figures(text: str, cells: int, rows: int, most: int = SIZES[0]) -> tuple[str, ...]:
    """The text as :func:`drawn` draws it, else its letters spaced out, else the plain text, cut to the width."""
    plain = one_line(text)
    large = drawn(plain, cells, rows, most)
    if large or not plain or cells <= 0 or rows <= 0:
        return large
    spaced = " ".join(plain)
    return (spaced if width(spaced) <= cells else cut(plain, cells),)


def _scaled(squares: list[list[bool]], size: int) -> list[list[bool]]:
    """Each square as size × size smaller ones, the steps of slanting strokes filled to a smooth edge."""
    if size == 1:
        return squares
    made = [[square for square in row for _ in range(size)] for row in squares for _ in range(size)]
    for y, x in _steps(squares):
        # Two squares that touch in a corner only: the corners of their empty neighbours are filled there.
        for dy, dx in ((-1, -1), (-1, 0), (0, -1), (0, 0)):
            made[y * size + dy][x * size + dx] = True
    return made


def _steps(squares: list[list[bool]]) -> Iterator[tuple[int, int]]:
    """Where two filled squares meet corner to corner and their two neighbours are empty."""
    for y in range(1, len(squares)):
        above, below = squares[y - 1], squares[y]
        for x in range(1, len(below)):
            if above[x - 1] == below[x] != above[x] == below[x - 1]:
                yield y, x


def _halved(squares: list[list[bool]]) -> Iterator[str]:
    """Two rows of squares in one line of half blocks."""
    for at in range(0, len(squares), 2):
        lower = squares[at + 1] if at + 1 < len(squares) else [False] * len(squares[at])
        yield "".join(_BLOCKS[pair] for pair in zip(squares[at], lower, strict=True))
