"""Where the names of towns stand on a map: beside their signs, the important first, never one over another."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.text import fit, width

LONGEST = 26
"""Cells that a name takes at most; a longer one is cut."""

BLOCKED = 255
"""The weight of a cell that no name may cover: a town's sign, another name, an arc that is lit."""

_KEPT = 9  # the weight from which on what stands beside a name is not blanked
_TOUCHES = 4  # what it costs to stand beside such a sign
_GIVE_UP = 40  # the weight of what a name would cover from which on it is left out


class Label(NamedTuple):
    """A name to place: the column and row of its sign, and whether it is to be there whatever it covers."""

    text: str
    column: int
    row: int
    wanted: bool


class Placed(NamedTuple):
    """A name that found a place: which of the labels it is, where it starts, the text as it fits, its cells.

    ``before`` and ``after``: whether a blank is to part it from what stands beside it.
    """

    number: int
    column: int
    row: int
    text: str
    width: int
    before: bool
    after: bool


def placed(labels: Iterable[Label], weights: Sequence[bytearray]) -> list[Placed]:
    """Places the names in that order, each where it covers least; one that finds no room is left out.

    ``weights``: for every cell of the map what it costs to cover it; the cells that names take are blocked there.
    """
    found = []
    columns, rows = len(weights[0]) if weights else 0, len(weights)
    for number, label in enumerate(labels):
        cells = min(width(label.text), LONGEST)
        best: tuple[int, int, int] | None = None
        for rank, (column, row) in enumerate(_around(label, cells)):
            if not 0 <= row < rows or column < 0 or column + cells > columns:
                continue
            cost = _cost(label, column, row, cells, weights[row])
            if cost is not None and (best is None or cost + rank < best[0]):
                best = cost + rank, column, row
        if best is None or (best[0] >= _GIVE_UP and not label.wanted):
            continue
        _, column, row = best
        before = column > 0 and weights[row][column - 1] < _KEPT
        after = column + cells < columns and weights[row][column + cells] < _KEPT
        weights[row][column : column + cells] = bytes((BLOCKED,)) * cells
        text = fit(label.text, cells) if width(label.text) > cells else label.text
        found.append(Placed(number, column, row, text, cells, before, after))
    return found


def _cost(label: Label, column: int, row: int, cells: int, weights: bytearray) -> int | None:
    """What a name would cover there; None where it may not stand, nor touch what it is not the name of."""
    inside = weights[column : column + cells]
    if BLOCKED in inside:
        return None
    cost = sum(inside)
    for beside in (column - 1, column + cells):
        there = weights[beside] if 0 <= beside < len(weights) else 0
        if there == BLOCKED and (beside, row) != (label.column, label.row):
            return None
        cost += _TOUCHES if _KEPT <= there < BLOCKED else 0
    return cost


def _around(label: Label, cells: int) -> Iterable[tuple[int, int]]:
    """The places beside a sign: right and left of it, then above and below, then further off."""
    column, row = label.column, label.row
    middle = column - cells // 2
    yield column + 2, row
    yield column - cells - 1, row
    for by in (-1, 1):
        yield column + 1, row + by
        yield middle, row + by
        yield column - cells, row + by
    for by in (-2, 2, -3, 3) if label.wanted else (-2, 2):
        yield middle, row + by
        if label.wanted:
            yield column + 1, row + by
            yield column - cells, row + by
