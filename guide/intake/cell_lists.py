"""Cells that list several things: by lines, semicolons, bars, bullets; by commas where the column shows it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from guide.intake.columns import Column

_SURE = re.compile(r"\s*(?:[;\n|•●▪■]|(?:^|(?<=\s))[–—*-]\s(?=\S)|\s/\s)\s*")
_COMMA = re.compile(r",\s+(?![^()]{0,400}\))")  # but not within brackets
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s+")
_LISTS = frozenset((
    "sectors", "products", "offers", "seeks", "people", "speakers", "moderators", "organisations", "aliases",
))  # fmt: skip
_MARKS = frozenset(("x", "х", "+", "v", "✓", "✔", "•", "●", "да", "так", "yes", "ja", "1", "y", "j", "true"))
_ENOUGH = 6  # pieces that a column has to have before commas are judged


def parts(cell: str, column: Column) -> tuple[str, ...]:
    """What a cell lists, each once; a mark stands for what its column is called."""
    if is_mark(cell) and column.name:
        return (column.name,)
    return _parts(cell, column.commas)


def is_mark(cell: str) -> bool:
    """Whether a cell is but ticked: "x", "+", «да»."""
    return len(cell) < 4 and cell.casefold() in _MARKS


def with_commas(columns: Iterable[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns, each with whether its cells list by commas: where the pieces come back in other company.

    «Пищевая, перерабатывающая промышленность» is one thing; "Robotics, Drives" beside "Drives, Sensors" are two.
    """
    return [
        column._replace(commas=_by_commas([row[column.at] for row in rows if column.at < len(row)]))
        if column.field in _LISTS
        else column
        for column in columns
    ]


def _by_commas(cells: Sequence[str]) -> bool:
    split = [_COMMA.split(cell) for cell in dict.fromkeys(cells) if ", " in cell and not _SURE.search(cell)]
    pieces = [piece.casefold().strip() for each in split for piece in each]
    return len(pieces) >= _ENOUGH and len(set(pieces)) <= 0.7 * len(pieces)


@lru_cache(maxsize=1 << 13)
def _parts(cell: str, commas: bool) -> tuple[str, ...]:
    pieces = [_NUMBERED.sub("", piece).strip(" \t,;") for piece in _SURE.split(cell)]
    if commas:
        pieces = [part.strip() for piece in pieces for part in _COMMA.split(piece)]
    return tuple(dict.fromkeys(piece for piece in pieces if piece)) or (cell,)
