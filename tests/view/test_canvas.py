"""Lines that join, half blocks, and texts, on a sheet of cells."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.view.canvas import DOUBLE, DOWN, LEFT, LIGHT, LOWER, RIGHT, UP, UPPER, Canvas, spelt, steps

WGL4 = set("─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬▀▄█ ")


def shown(canvas):
    canvas.settle()
    return ["".join(text for text, _ in row) for row in canvas.lines()]


def test_frames_that_share_an_edge_join():
    canvas = Canvas(9, 5)
    canvas.frame(0, 0, 4, 2)
    canvas.frame(4, 0, 8, 2)
    canvas.frame(0, 2, 8, 4)
    assert shown(canvas) == ["┌───┬───┐", "│   │   │", "├───┴───┤", "│       │", "└───────┘"]


def test_stands_along_a_wall_join_it():
    canvas = Canvas(9, 5)
    canvas.frame(2, 0, 6, 2)
    canvas.frame(0, 2, 4, 4)
    canvas.frame(0, 0, 8, 4, DOUBLE)
    assert shown(canvas) == ["╔═╤═══╤═╗", "║ │   │ ║", "╟─┴─┬─┘ ║", "║   │   ║", "╚═══╧═══╝"]


def test_a_door_leaves_posts():
    canvas = Canvas(9, 1)
    canvas.line((0, 0), (2, 0), DOUBLE)
    canvas.line((6, 0), (8, 0), DOUBLE)
    for column in (2, 6):
        canvas.side(column, 0, UP | DOWN)
    assert shown(canvas) == ["══╡   ╞══"]


@given(st.integers(0, 255))
def test_every_cell_has_a_sign_that_every_font_has(sides):
    canvas = Canvas(1, 1)
    canvas.side(0, 0, sides)
    (sign,) = shown(canvas)
    assert sign in WGL4
    assert (sign == " ") == (not sides)


@pytest.mark.parametrize(("halves", "sign"), [([0], "▀"), ([1], "▄"), ([0, 1], "█")])
def test_halves(halves, sign):
    canvas = Canvas(1, 1)
    for half in halves:
        canvas.halves(half, 0, 1)
    assert shown(canvas) == [sign]


COORDINATES = st.floats(-1e7, 1e7)


@given(COORDINATES, COORDINATES, COORDINATES, COORDINATES)
def test_a_slanting_line_goes_from_neighbour_to_neighbour(x0, y0, x1, y1):
    cells = list(steps(x0, y0, x1, y1, 40, 20))
    assert len(cells) <= 2 * (42 + 22)
    opposite = {UP: DOWN, DOWN: UP, LEFT: RIGHT, RIGHT: LEFT}
    for (column, row, sides), (next_column, next_row, back) in pairwise(cells):
        assert abs(next_column - column) + abs(next_row - row) == 1
        leaves = {(1, 0): RIGHT, (-1, 0): LEFT, (0, 1): DOWN, (0, -1): UP}[next_column - column, next_row - row]
        assert sides & leaves
        assert back & opposite[leaves]


@given(COORDINATES, COORDINATES, COORDINATES, COORDINATES, st.integers(1, 30), st.integers(1, 12))
def test_no_line_leaves_the_view(x0, y0, x1, y1, columns, rows):
    canvas = Canvas(columns, rows)
    canvas.line((x0, y0), (x1, y1), LIGHT)
    canvas.frame(int(x0), int(y0), int(max(x1, x0)), int(max(y1, y0)))
    assert [len(line) for line in shown(canvas)] == [columns] * rows


@given(st.text(max_size=12), st.integers(0, 20))
def test_texts_take_their_cells(said, column):
    width = cell_len(said)
    canvas = Canvas(40, 1)
    canvas.settle()
    canvas.write(column, 0, said, canvas.role("x"), width)
    (row,) = canvas.lines()
    assert cell_len("".join(text for text, _ in row)) == 40 or any(not char.isprintable() for char in said)


def test_an_encoding_without_boxes_gets_ascii():
    assert spelt("╔═╤═╗║│└─┘█★●‹1›", "ascii") == "+=+=+||+-+#*o<1>"
    assert spelt("╔═╤═╗", "utf-8") == "╔═╤═╗"
    assert spelt("╔═╤═╗", "cp866") == "╔═╤═╗"
    assert spelt("x", "no such encoding") == "x"
    assert (UPPER, LOWER) == (1, 2)
