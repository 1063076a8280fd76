"""What stands in a hall, drawn: its outline with the doors left open, walls, blocks, stands."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from guide.catalogue.geometry import holds
from guide.catalogue.model import Passage, Point, Polygon
from guide.venue.floors import MEASURED, Opening, Plot
from guide.view.canvas import DOUBLE, DOWN, LEFT, LIGHT, RIGHT, UP, Canvas
from guide.view.floor_sheet import Part

Cells = list[tuple[float, float]]
"""A shape in cells."""

_OFF = 1.0  # metres that a door may be off the outline that it is in
_DOOR = 2.0  # metres, where nobody says how wide one is
_FARTHEST = 1e6  # cells: what is further off is not told apart


class Room(NamedTuple):
    """A stand as it is drawn: the cells of its corners, its edges among them, and its shape where it is no box."""

    plot: Plot
    left: int
    top: int
    right: int
    bottom: int
    shape: Cells | None

    @property
    def roomy(self) -> bool:
        """Whether there is a cell within its edges."""
        return self.right - self.left > 1 and self.bottom - self.top > 1


class Gap(NamedTuple):
    """A door in an outline: which passage, in which cell, and the way in, in cells, where it is known."""

    opening: Opening
    column: int
    row: int
    inwards: tuple[float, float] | None


def rooms(part: Part, columns: int, rows: int) -> list[Room]:
    """The stands of a hall that are in the view."""
    found = []
    a, b, c, d, e, f = part.projection
    upright = not b and not d
    floor = math.floor
    for plot in part.floor.plots:
        shape: Cells | None = None
        if upright:
            box = plot.box
            left, right = a * box.left + c, a * box.right + c
            top, bottom = e * box.top + f, e * box.bottom + f
        else:
            shape = part.projection.shape(plot.shape)
            left, right = min(x for x, _ in shape), max(x for x, _ in shape)
            top, bottom = min(y for _, y in shape), max(y for _, y in shape)
        if right < 0 or bottom < 0 or left >= columns or top >= rows:
            continue
        if upright and not _is_box(plot):
            shape = part.projection.shape(plot.shape)
        left, top = max(left, -_FARTHEST), max(top, -_FARTHEST)
        right, bottom = min(right, _FARTHEST), min(bottom, _FARTHEST)
        found.append(Room(plot, floor(left), floor(top), floor(right), floor(bottom), shape))
    return found


def _is_box(plot: Plot) -> bool:
    shape = plot.shape
    if len(shape) != 4:
        return False
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = shape
    return (x1 == x2 and y2 == y3 and x3 == x4 and y4 == y1) or (y1 == y2 and x2 == x3 and y3 == y4 and x4 == x1)


def stand(canvas: Canvas, room: Room, weight: int, role: int) -> None:
    """A stand's edges and its ground; one that is too small for edges becomes half blocks."""
    _, left, top, right, bottom, shape = room
    if left == right or top == bottom:
        _speck(canvas, room, role)
    elif shape is None:
        canvas.frame(left, top, right, bottom, weight, role)
        if bottom - top > 1:
            for row in range(max(top + 1, 0), min(bottom, canvas.rows)):
                canvas.cells(row, left, right + 1, role)
    else:
        for row, first, last in spans(shape, top, bottom, canvas.rows):
            canvas.cells(row, first, last, role)
        if not canvas.loop(shape, weight, role):
            _speck(canvas, room, role)


def _speck(canvas: Canvas, room: Room, role: int) -> None:
    """A stand as half blocks, at least one."""
    canvas.halves(2 * room.top + 1, room.left, room.right + 1, role)
    for row in range(max(room.top + 1, 0), min(room.bottom + 1, canvas.rows)):
        canvas.halves(2 * row, room.left, room.right + 1, role)
        canvas.halves(2 * row + 1, room.left, room.right + 1, role)


def spans(shape: Cells, top: int, bottom: int, rows: int) -> Iterator[tuple[int, int, int]]:
    """The cells of each row whose middles are within a shape: row, first, and the one after the last."""
    for row in range(max(top, 0), min(bottom + 1, rows)):
        for low, high in _crossings(shape, row + 0.5):
            yield row, *_middles(low, high)


def filled(canvas: Canvas, part: Part, shapes: Iterable[Polygon], role: int) -> None:
    """Walls and blocks as half blocks: every half whose middle they hold, of thin ones those that they go through."""
    for polygon in shapes:
        shape = part.projection.shape(polygon)
        left, right = min(x for x, _ in shape), max(x for x, _ in shape)
        top, bottom = 2 * min(y for _, y in shape), 2 * max(y for _, y in shape)
        if right < 0 or bottom < 0 or left >= canvas.columns or top >= 2 * canvas.rows:
            continue
        halved = [(x, 2 * y) for x, y in shape]
        any_drawn = False
        for half in range(max(math.floor(top), 0), min(math.floor(bottom) + 1, 2 * canvas.rows)):
            for low, high in _crossings(halved, half + 0.5):
                canvas.halves(half, *_middles(low, high), role)
                any_drawn = True
        turned = [(y, x) for x, y in halved]
        for column in range(max(math.floor(left), 0), min(math.floor(right) + 1, canvas.columns)):
            for low, high in _crossings(turned, column + 0.5):
                any_drawn = True
                if high - low < 1:
                    canvas.halves(math.floor((low + high) / 2), column, column + 1, role)
        if not any_drawn:
            column = math.floor((left + right) / 2)
            canvas.halves(math.floor((top + bottom) / 2), column, column + 1, role)


def _crossings(shape: Cells, y: float) -> list[tuple[float, float]]:
    """The stretches of a row that are within a shape."""
    xs = []
    x1, y1 = shape[-1]
    for x2, y2 in shape:
        if (y1 > y) != (y2 > y):
            xs.append((x2 - x1) * (y - y1) / (y2 - y1) + x1)
        x1, y1 = x2, y2
    xs.sort()
    return list(zip(xs[::2], xs[1::2], strict=False))


def _middles(low: float, high: float) -> tuple[int, int]:
    """The cells whose middles are in a stretch, the first and the one after the last; at least one."""
    first, last = math.ceil(max(low, -1.0) - 0.5), math.ceil(min(high, _FARTHEST) - 0.5)
    if first >= last:
        first = math.floor(min(max((low + high) / 2, -1.0), _FARTHEST))
        last = first + 1
    return first, last


def outline(canvas: Canvas, part: Part, passages: Mapping[str, Passage], role: int) -> list[Gap]:
    """A hall's outline: double where it is its own and has a roof, light else; the doors in it are left open.

    All openings of the hall are given back, those that are not in its outline as well.
    """
    floor = part.floor
    weight = DOUBLE if floor.outlined and not floor.outdoor else LIGHT
    cells = part.projection.shape(floor.outline)
    gaps: list[Gap] = []
    left = list(floor.openings) if floor.manner == MEASURED else []
    for n in range(len(cells)):
        ends = floor.outline[n - 1], floor.outline[n]
        here = [opening for opening in left if _off(opening.at, *ends) <= _OFF] if left else []
        left = [opening for opening in left if opening not in here]
        opened = [_opened(part, passages, each, *ends) for each in here]
        _side(canvas, cells[n - 1], cells[n], opened, weight, role)
        gaps += [
            _gap(part, each, ends, _between(cells[n - 1], cells[n], *shares))
            for each, shares in zip(here, opened, strict=True)
        ]
    return gaps + [_gap(part, each, None, None) for each in left]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a stretch."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / size if size else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (start[0] + dx * share, start[1] + dy * share))


def _opened(
    part: Part, passages: Mapping[str, Passage], opening: Opening, start: Point, end: Point
) -> tuple[float, float]:
    """Between which shares of a side it is open: as wide as the door is, and at least a cell."""
    length = math.dist(start, end) or 1.0
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    middle = (opening.at[0] - start[0]) * dx + (opening.at[1] - start[1]) * dy
    half = (passages[opening.passage].width_m or _DOOR) / 2
    across = max(abs(part.projection.a * dx + part.projection.b * dy), 1e-9)
    down = max(abs(part.projection.d * dx + part.projection.e * dy), 1e-9)
    half = max(half, 1.01 / max(across, down))
    return (middle - half) / length, (middle + half) / length


def _side(
    canvas: Canvas,
    start: tuple[float, float],
    end: tuple[float, float],
    gaps: Sequence[tuple[float, float]],
    weight: int,
    role: int,
) -> None:
    """A side of an outline with its gaps; a post stands at both ends of each."""
    at = 0.0
    dx, dy = end[0] - start[0], end[1] - start[1]
    level = abs(dx) >= abs(dy)
    post = (UP | DOWN) if level else (LEFT | RIGHT)
    onwards = (RIGHT if dx > 0 else LEFT) if level else (DOWN if dy > 0 else UP)
    back = {RIGHT: LEFT, LEFT: RIGHT, DOWN: UP, UP: DOWN}[onwards]
    corners = (math.floor(start[0]), math.floor(start[1])), (math.floor(end[0]), math.floor(end[1]))
    # A corner stays one where a door comes up to it.
    for corner, sides in zip(corners, (onwards, back), strict=True) if gaps else ():
        canvas.side(*corner, sides * weight, role)
    for low, high in (*sorted(gaps), (1.0, 1.0)):
        if low > at:
            ends = (start[0] + dx * at, start[1] + dy * at), (start[0] + dx * low, start[1] + dy * low)
            canvas.line(*ends, weight, role)
            for n, share in enumerate((at, low)):
                cell = math.floor(ends[n][0]), math.floor(ends[n][1])
                if 0.0 < share < 1.0 and cell not in corners:
                    canvas.side(*cell, post * LIGHT, role)
        at = max(at, high)


def _between(start: tuple[float, float], end: tuple[float, float], low: float, high: float) -> tuple[int, int]:
    """The cell in the middle of a gap, between its posts."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    xs = math.floor(start[0] + dx * low), math.floor(start[0] + dx * high)
    ys = math.floor(start[1] + dy * low), math.floor(start[1] + dy * high)
    return sum(xs) // 2, sum(ys) // 2


def _gap(part: Part, opening: Opening, side: tuple[Point, Point] | None, middle: tuple[int, int] | None) -> Gap:
    if side is None or middle is None:
        column, row = part.projection.cell(opening.at)
        return Gap(opening, math.floor(column), math.floor(row), None)
    (x1, y1), (x2, y2) = side
    length = math.dist(*side) or 1.0
    nx, ny = (y1 - y2) / length, (x2 - x1) / length
    if not holds(part.floor.outline, (opening.at[0] + nx * 0.2, opening.at[1] + ny * 0.2)):
        nx, ny = -nx, -ny
    projection = part.projection
    return Gap(opening, *middle, (projection.a * nx + projection.b * ny, projection.d * nx + projection.e * ny))
