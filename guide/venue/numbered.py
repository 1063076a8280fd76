"""A schematic of a hall from the codes of its stands: rows one above the other, their numbers from left to right.

It says which stand is in which row and next to which number, and nothing of distances: whoever draws it says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from guide.catalogue.model import Polygon, Stand
from guide.catalogue.neighbours import Number, Row, row_and_number
from guide.venue.shapes import Box

SIDE = 4.0
"""Metres that a stand of unknown size is drawn wide and deep."""

AISLE = 3.0
"""Metres between two rows."""

_LONGEST = 24  # stands side by side, before a row goes on beneath itself


def rows_of(stands: Iterable[Stand]) -> Mapping[Row, list[Stand]]:
    """The stands that have a number, by row, rows and numbers as people count them; a code's case does not matter."""
    rows: defaultdict[Row, list[tuple[Number, str, Stand]]] = defaultdict(list)
    for stand in stands:
        parted = row_and_number(stand.code) if stand.code else None
        if parted is not None:
            rows[parted[0]].append((parted[1], stand.id, stand))
    return {row: [stand for _, _, stand in sorted(rows[row], key=_by_number)] for row in sorted(rows, key=_counted)}


def _by_number(entry: tuple[Number, str, Stand]) -> tuple[Number, str]:
    return entry[:2]


def _counted(row: Row) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, len(piece), piece) for piece in row)


def numbered(stands: Iterable[Stand]) -> dict[str, Polygon]:
    """A square for each stand with a number, by id: the first row at the bottom; two rows stand back to back.

    Codes without a number stand in a last row of their own, in the order of the catalogue.
    """
    stands = list(stands)
    rows = list(rows_of(stands).values())
    rest = [stand for stand in stands if stand.code and row_and_number(stand.code) is None]
    made: dict[str, Polygon] = {}
    y, line = 0.0, 0
    for row in [*rows, *([rest] if rest else [])]:
        longest = min(len(row), _LONGEST)
        for start in range(0, len(row), longest):
            for n, stand in enumerate(row[start : start + longest]):
                made[stand.id] = Box(n * SIDE, y, (n + 1) * SIDE, y + SIDE).corners
            line += 1
            y += SIDE + (AISLE if line % 2 else 0.0)
    return made
