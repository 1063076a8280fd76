"""Texts whose columns are kept apart by spaces alone, as they are copied out of a PDF or a printed page.

Each line falls into pieces where two spaces or more stand. Where most lines have as many pieces, and these stand one
below the other, a line with fewer has each of its pieces in the column below which it stands.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_PIECE = re.compile(r"\S+(?: \S+)*")
_SAMPLE = 400  # lines by which the columns are told
_FEWEST = 3  # lines of a table
_ENOUGH = 0.6  # of the lines that have several pieces
_COLUMNS = 30
_SLACK = 2  # signs by which the edges of a column may move


class _Piece(NamedTuple):
    """A piece of a line: where it starts and ends, and its text."""

    start: int
    end: int
    text: str


def as_tabs(text: str, sign: str) -> str:
    """A text whose columns spaces keep apart with tabs between them, line for line; "" where it is no such text.

    ``sign`` is what its cells would else be taken to be parted by.
    """
    if "   " not in text or "\t" in text:
        return ""
    lines = text.split("\n")
    sample = [line for line in lines[: 2 * _SAMPLE] if line.strip()][:_SAMPLE]
    several = [pieces for line in sample if len(pieces := _pieces(line)) > 1]
    if len(several) < max(_FEWEST, len(sample) / 2):
        return ""
    if sign and sum(line.count(sign) > 1 for line in sample) > 0.5 * len(sample):
        return ""
    width, count = Counter(map(len, several)).most_common(1)[0]
    if width > _COLUMNS or count < _ENOUGH * len(several):
        return ""
    begins = _begins([pieces for pieces in several if len(pieces) == width])
    return "\n".join("\t".join(_cells(_pieces(line), width, begins)) for line in lines)


def _pieces(line: str) -> list[_Piece]:
    return [_Piece(found.start(), found.end(), found[0]) for found in _PIECE.finditer(line)]


def _begins(lines: Sequence[Sequence[_Piece]]) -> list[int]:
    """Where each column begins, as far as the lines stand one below the other; empty where they do not."""
    begins = []
    for column in zip(*lines, strict=True):
        for edge in ("start", "end"):
            at, count = Counter(getattr(piece, edge) for piece in column).most_common(1)[0]
            near = sum(abs(getattr(piece, edge) - at) <= _SLACK for piece in column)
            if count > 1 and near >= 0.7 * len(column):
                begins.append(min(piece.start for piece in column if abs(getattr(piece, edge) - at) <= _SLACK))
                break
        else:
            return []
    return begins if begins == sorted(set(begins)) else []


def _cells(pieces: Sequence[_Piece], width: int, begins: Sequence[int]) -> list[str]:
    if len(pieces) == width or not begins:
        return [piece.text for piece in pieces]
    cells = [""] * width
    for piece in pieces:
        # A piece is in the last column that begins before the middle of it, or where it starts.
        at = max((n for n, begin in enumerate(begins) if begin <= piece.start + _SLACK), default=0)
        cells[at] = f"{cells[at]} {piece.text}".strip()
    return cells
