"""The arcs of a map: bent lines from town to town, cell by cell."""

import math
from functools import lru_cache
from typing import NamedTuple

from guide.view.map_camera import ASPECT

_BEND = 0.16  # of its length that an arc leaves the straight line by
_LEAST = 3  # cells between two towns that an arc bends from
_FAR = 4096  # cells from the view beyond which no end is followed

Cell = tuple[int, int]


class Arc(NamedTuple):
    """The cells of an arc, each beside the one before, without those of its towns.

    ``cells``: (column, row); ``leaving`` and ``heading``: the steps to the first of them and from the last, each
    (1, 0), (-1, 0), (0, 1) or (0, -1).
    """

    cells: tuple[Cell, ...]
    leaving: Cell
    heading: Cell


@lru_cache(maxsize=1024)
def arc(start: tuple[float, float], end: tuple[float, float], aspect: float = ASPECT) -> Arc:
    """The arc from one place to another, both in cells with fractions; it leaves the straight line to its left.

    So one there and one back lie apart. It has no cells where the places share one or are neighbours.
    """
    first, last = _cell(start), _cell(end)
    if first == last or max(map(abs, (*first, *last))) > _FAR // 2:
        return Arc((), (1, 0), (1, 0))
    dx, dy = end[0] - start[0], (end[1] - start[1]) * aspect
    bend = _BEND * 2 if math.hypot(dx, dy) >= _LEAST else 0.0
    # The left of the way it runs, the rows counted downwards; the middle of a Bézier curve goes half way to its bend.
    across, down = (start[0] + end[0]) / 2 + dy * bend, ((start[1] + end[1]) / 2 - dx * bend / aspect)
    steps = max(abs(last[0] - first[0]), abs(last[1] - first[1])) // 2 + 4
    path = [first]
    column, row = first
    for step in range(1, steps + 1):
        t = step / steps
        one, two, three = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
        if step < steps:
            x = int(one * start[0] + two * across + three * end[0] + _FAR) - _FAR
            y = int(one * start[1] + two * down + three * end[1] + _FAR) - _FAR
        else:
            x, y = last
        # On by cells that are neighbours, across before down.
        while column != x:
            column += 1 if x > column else -1
            path.append((column, row))
        while row != y:
            row += 1 if y > row else -1
            path.append((column, row))
    if len(set(path)) < len(path):
        path = _without_loops(path)
    after, before = path[1], path[-2]
    leaving, heading = (after[0] - first[0], after[1] - first[1]), (last[0] - before[0], last[1] - before[1])
    return Arc(tuple(path[1:-1]), leaving, heading)


def _cell(place: tuple[float, float]) -> Cell:
    return math.floor(place[0]), math.floor(place[1])


def _without_loops(path: list[Cell]) -> list[Cell]:
    """The path without what lies between two visits of the same cell."""
    made: list[Cell] = []
    at: dict[Cell, int] = {}
    for cell in path:
        if cell in at:
            for gone in made[at[cell] + 1 :]:
                del at[gone]
            del made[at[cell] + 1 :]
        else:
            at[cell] = len(made)
            made.append(cell)
    return made
