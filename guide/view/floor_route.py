"""The way on a plan: a dotted line that is no wall, arrows where it goes on, where each passage leads."""

import math
from collections.abc import Mapping, Sequence

from guide.catalogue.geometry import holds
from guide.catalogue.model import Passage, Point, Polygon, Ref
from guide.venue.floors import ZONE
from guide.venue.route import Through, Walk
from guide.view import floor_signs as signs
from guide.view import roles
from guide.view.canvas import steps
from guide.view.floor_ground import Cells
from guide.view.floor_placing import Placing
from guide.view.floor_sheet import Part
from guide.view.floor_words import Words

_ARROWS = 16  # cells from one arrow on a stretch to the next
Passages = Mapping[str, Passage]


def dots(placing: Placing, parts: Sequence[Part], walks: Sequence[Walk | Through], passages: Passages) -> None:
    """The stretches on foot: dots, arrows along them and at the end of each, a ring at the start.

    Fewer dots where nothing is measured and the line is only the direction. On the site also through passages,
    from one end to the other.
    """
    by_hall = {part.floor.hall: part for part in parts}
    role, dotted = placing.canvas.role(roles.WAY), set[tuple[int, int]]()
    for n, walk in enumerate(walks):
        cells = _cells(by_hall, walk, passages)
        trail = _trail(cells, placing.canvas.columns, placing.canvas.rows)
        if not trail:
            continue
        on_foot, last = isinstance(walk, Walk), len(trail) - 1
        part = by_hall.get(walk.hall) if isinstance(walk, Walk) else None
        hall = tuple(part.projection.shape(part.floor.outline)) if part else ()
        every = 2 if not isinstance(walk, Walk) or walk.measured else 4
        for at, (column, row) in enumerate(trail):
            level = 0 < at < last and trail[at - 1][1] == row == trail[at + 1][1]
            if on_foot and (at == last or (at % _ARROWS == _ARROWS // 2 and at < last - 2)):
                _dot(placing, column, row, _towards(trail, at), role, dotted, hall)
            elif (column if level else 2 * row) % every == every - 1 or (not level and every == 2):
                if on_foot:
                    _dot(placing, column, row, signs.STEP, role, dotted, hall)
                else:
                    _over(placing, column, row, signs.STEP, role)
        if not n and trail[0] == tuple(map(math.floor, cells[0])):
            _over(placing, *trail[0], signs.START, role)


def _cells(by_hall: Mapping[str, Part], walk: Walk | Through, passages: Passages) -> Cells:
    """The places of a stretch, in cells; none where it is not on the sheet."""
    if isinstance(walk, Walk):
        part = by_hall.get(walk.hall)
        return part.projection.shape(walk.points) if part and part.floor.manner != ZONE else []
    ends = passages[walk.passage].ends[walk.start], passages[walk.passage].ends[walk.end]
    if any(end.hall not in by_hall for end in ends):
        return []
    return [by_hall[end.hall].projection.cell(end.at) for end in ends]


_ASIDE = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))  # columns and rows


def _dot(
    placing: Placing, column: int, row: int, sign: str, role: int, dotted: set[tuple[int, int]], hall: Polygon
) -> None:
    """Puts a sign where one walks: a way that hugs a stand or a wall is drawn beside its line, not over it.

    ``hall`` is the outline of the hall that one walks in, in cells: beside the line is within it.
    """
    canvas = placing.canvas
    for across, down in _ASIDE:
        cell = column + across, row + down
        if (across or down) and not holds(hall, (cell[0] + 0.5, cell[1] + 0.5)):
            continue
        if cell in dotted and sign == signs.STEP:
            return
        if cell in dotted or (canvas.open(*cell, 1) and placing.unwritten(*cell, 1)):
            canvas.write(*cell, sign, role, 1)
            dotted.add(cell)
            return
    if not canvas.walled(column, row):
        _over(placing, column, row, sign, role)


def _over(placing: Placing, column: int, row: int, sign: str, role: int) -> None:
    if placing.unwritten(column, row, 1):
        placing.canvas.write(column, row, sign, role, 1)


def _trail(cells: Cells, columns: int, rows: int) -> list[tuple[int, int]]:
    """The cells that a line goes through, each once, in order."""
    found: dict[tuple[int, int], None] = {}
    for n in range(1, len(cells)):
        for column, row, _ in steps(*cells[n - 1], *cells[n], columns, rows):
            if 0 <= column < columns and 0 <= row < rows:
                found[column, row] = None
    return list(found)


def _towards(trail: Sequence[tuple[int, int]], at: int) -> str:
    """The arrow of where a trail goes about one of its cells; a ring where it goes nowhere."""
    (x1, y1), (x2, y2) = trail[max(at - 2, 0)], trail[min(at + 2, len(trail) - 1)]
    return arrow(x2 - x1, 2 * (y2 - y1)) if (x1, y1) != (x2, y2) else signs.START


def arrow(dx: float, dy: float) -> str:
    """The arrow that points that way, in halves of cells to the right and down."""
    if abs(dx) >= abs(dy):
        return signs.RIGHTWARDS if dx > 0 else signs.LEFTWARDS
    return signs.DOWNWARDS if dy > 0 else signs.UPWARDS


def leads(placing: Placing, parts: Sequence[Part], walks: Sequence[Walk | Through], words: Words) -> None:
    """At each passage that the way takes out of a hall, where it leads: «→ Зал 7»."""
    by_hall = {part.floor.hall: part for part in parts}
    role = placing.canvas.role(roles.WAY)
    for through in walks:
        if not isinstance(through, Through):
            continue
        passage = words.catalogue.passages[through.passage]
        here, there = passage.ends[through.start], passage.ends[through.end]
        part = by_hall.get(here.hall)
        if part is None or there.hall in by_hall or here.hall == there.hall:
            continue
        column, row = _cell(part, here.at)
        text = f"→ {words.name('hall', there.hall)}"
        placing.put_beside((column - 1, row, column + 1, row), text, role, Ref("passage", passage.id))


def _cell(part: Part, point: Point) -> tuple[int, int]:
    column, row = part.projection.cell(point)
    return math.floor(column), math.floor(row)
