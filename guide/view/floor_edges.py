"""What stands along the edges of a plan: the scale, where north is, and the whole hall small when it is not seen."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.catalogue.model import Point
from guide.i18n import C_, Tongue
from guide.text import fit, width
from guide.venue.shapes import Box
from guide.view import roles
from guide.view.canvas import Canvas
from guide.view.floor_camera import Camera
from guide.view.floor_placing import Placing

_BAR = 8, 24  # cells that the scale's bar takes, at least and at most
_LEAST_VIEW = 56, 16  # columns and rows from which on there is an overview
_OVERVIEW = 24, 8  # cells that it takes inside its frame, at most
_KEPT = 4  # overviews
_NEARLY = 1.15  # how many times more than the view the whole must be to have an overview
_COMPASS = "↑↗→↘↓↙←↖"
_NORTH = C_("compass", "N")


class Shapes(NamedTuple):
    """What is filled on the overview of a sheet."""

    whose: object
    """The halls that it is of: while they are the same, so are the shapes."""
    sheet: str
    boxes: Callable[[], Iterable[Box]]


def scale(placing: Placing, camera: Camera, tongue: Tongue) -> None:
    """A bar of a round length, 1, 2 or 5 and noughts, in the last row on the left."""
    length = round_length(camera.scale)
    cells = round(length / camera.scale)
    metres = tongue.number(int(length)) if length >= 1 else tongue.number(round(length, 6))
    text = f" ├{'─' * (cells - 1)}┤ " + tongue.t("{metres} m", metres=metres) + " "
    if width(text) <= placing.canvas.columns:
        note(placing, text)


def round_length(a_column: float) -> float:
    """The longest of 1, 2, 5, 10, 20… metres (or their tenths) that a bar has room for, by the metres a column."""
    most = _BAR[1] * a_column
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most * (1 + 1e-9))


def note(placing: Placing, text: str) -> None:
    """A text in the last row on the left, over whatever is there; cut where the view is narrower."""
    canvas = placing.canvas
    size = min(width(text), canvas.columns)
    if canvas.rows > 4 and size > 2:
        placing.put(0, canvas.rows - 1, fit(text, size), canvas.role(roles.QUIET), None, size)


def north(placing: Placing, angle: float, tongue: Tongue) -> None:
    """An arrow to the north with its letter, top right; ``angle`` is how far the sheet is turned, anticlockwise."""
    canvas = placing.canvas
    arrow = _COMPASS[round(angle / 45) % 8]
    text = f" {tongue.c('compass', _NORTH)} {arrow} "
    size = width(text)
    if canvas.rows > 4 and canvas.columns > 3 * size:
        placing.put(canvas.columns - size, 0, text, canvas.role(roles.QUIET), None, size)


def overview(
    placing: Placing,
    camera: Camera,
    whole: Box,
    shapes: Shapes,
    points: Iterable[tuple[Point, str]],
    busy: Iterable[tuple[int, int]],
) -> None:
    """The whole sheet small in a corner, with what is seen of it in a frame.

    ``shapes`` are what is filled, ``points`` the signs on it; nothing covers the cells of ``busy``. Nothing is
    drawn where the view is small or shows nearly everything.
    """
    canvas = placing.canvas
    seen = camera.seen(canvas.columns, canvas.rows)
    if canvas.columns < _LEAST_VIEW[0] or canvas.rows < _LEAST_VIEW[1]:
        return
    if whole.width <= seen.width * _NEARLY and whole.height <= seen.height * _NEARLY:
        return
    columns, rows = _size(whole, camera.aspect, canvas)
    corner = _corner(canvas, columns + 2, rows + 2, list(busy))
    if corner is None:
        return
    small = Canvas(columns, rows)
    small.settle()
    ground, edge = small.role(roles.TRACK), small.role(roles.ACCENT)
    fine = Camera(*whole.middle, max(whole.width / columns, whole.height / (rows * camera.aspect)), camera.aspect)
    for row, text in enumerate(_ground(shapes, fine, columns, rows)):
        small.write(0, row, text, ground, columns)
    for across, signs_there in _frame(fine, seen, columns, rows):
        for column, sign in signs_there:
            small.write(column, across, sign, edge, 1)
    for point, sign in points:
        column, row = (math.floor(at) for at in fine.cell(point, columns, rows))
        if 0 <= column < columns and 0 <= row < rows:
            small.write(column, row, sign, edge, 1)
    _insert(placing, small, *corner)


_GROUNDS: list[tuple[object, str, Camera, int, int, list[str]]] = []


def _ground(shapes: Shapes, fine: Camera, columns: int, rows: int) -> list[str]:
    """What is filled on an overview; the last few are kept, since moving about changes nothing of it."""
    for whose, sheet, *asked, drawn in _GROUNDS:
        if whose is shapes.whose and sheet == shapes.sheet and asked == [fine, columns, rows]:
            return drawn
    small = Canvas(columns, rows)
    for box in shapes.boxes():
        left, top = fine.cell((box.left, box.top), columns, rows)
        right, bottom = fine.cell((box.right, box.bottom), columns, rows)
        first, last = math.floor(left), max(math.ceil(right), math.floor(left) + 1)
        for half in range(max(math.floor(2 * top), 0), min(math.ceil(2 * bottom), 2 * rows)):
            small.halves(half, first, last)
    small.settle()
    drawn = ["".join(text for text, _ in row) for row in small.lines()]
    _GROUNDS[:] = [(shapes.whose, shapes.sheet, fine, columns, rows, drawn), *_GROUNDS[: _KEPT - 1]]
    return drawn


def _size(whole: Box, aspect: float, canvas: Canvas) -> tuple[int, int]:
    """Cells that the whole takes within the most there are, true to its shape, and a small part of the view."""
    most, high = min(_OVERVIEW[0], canvas.columns // 6), min(_OVERVIEW[1], canvas.rows // 4)
    ratio = (whole.width or 1.0) / (whole.height or 1.0) * aspect
    if ratio * high <= most:
        return max(round(ratio * high), 4), high
    return most, max(round(most / ratio), 2)


def _corner(canvas: Canvas, columns: int, rows: int, busy: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The left upper cell of the first corner, from the lower right one on, that covers nothing that is busy."""
    left, top = canvas.columns - columns, canvas.rows - rows
    # The first row of the right is the compass's, the last of the left the scale's.
    for at in ((left, top), (left, 1), (0, 0), (0, top - 1)):
        if not any(at[0] <= column < at[0] + columns and at[1] <= row < at[1] + rows for column, row in busy):
            return at
    return None


def _frame(fine: Camera, seen: Box, columns: int, rows: int) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The frame of what is seen, as signs of cells; of one row or column, brackets."""
    left, top = (math.floor(at + 1e-6) for at in fine.cell((seen.left, seen.top), columns, rows))
    right, bottom = (math.ceil(at - 1e-6) - 1 for at in fine.cell((seen.right, seen.bottom), columns, rows))
    left, top = min(max(left, 0), columns - 1), min(max(top, 0), rows - 1)
    right, bottom = min(max(right, left), columns - 1), min(max(bottom, top), rows - 1)
    if top == bottom:
        yield top, [(left, "["), (right, "]")]
        return
    for row in (top, bottom):
        ends = "┌┐" if row == top else "└┘"
        yield row, [(left, ends[0]), *((column, "─") for column in range(left + 1, right)), (right, ends[1])]
    for row in range(top + 1, bottom):
        yield row, [(left, "│"), (right, "│")]


def _insert(placing: Placing, small: Canvas, left: int, top: int) -> None:
    """A small canvas in a frame at a place of the large one; texts keep off it."""
    role = placing.canvas.role(roles.QUIET)
    across = small.columns + 2
    placing.covered.append((left, top, across, small.rows + 2))
    for n, pieces in enumerate(small.lines()):
        row, column = top + n + 1, left + 1
        placing.keep_clear(left, row, across)
        placing.canvas.write(left, row, "│", role, 1)
        placing.canvas.write(left + across - 1, row, "│", role, 1)
        for text, name in pieces:
            placing.canvas.write(column, row, text, placing.canvas.role(name), len(text))
            column += len(text)
    for row, ends in ((top, "┌┐"), (top + small.rows + 1, "└┘")):
        placing.keep_clear(left, row, across)
        placing.canvas.write(left, row, f"{ends[0]}{'─' * small.columns}{ends[1]}", role, across)
