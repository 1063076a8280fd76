"""What part of a plan is seen: cells and metres are each other's inverse, and nothing is out of scale."""

import math

from hypothesis import given
from hypothesis import strategies as st

from guide.venue.shapes import Box
from guide.view.floor_camera import NEAREST, Camera

METRES = st.floats(-1e6, 1e6)
SCALES = st.floats(0.05, 1e3)
SIZES = st.tuples(st.integers(1, 300), st.integers(1, 100))
CAMERAS = st.builds(Camera, METRES, METRES, SCALES, st.floats(1.0, 3.0))
BOXES = st.builds(
    lambda left, bottom, width, height: Box(left, bottom, left + width, bottom + height),
    METRES,
    METRES,
    st.floats(0, 1e6),
    st.floats(0, 1e6),
)


def near(one, two, camera):
    """Within a hundredth of a cell."""
    return math.dist(one, two) <= 0.01 * camera.scale + 1e-8 * (abs(one[0]) + abs(one[1]))


@given(CAMERAS, SIZES, st.tuples(METRES, METRES))
def test_a_point_is_where_its_cell_says(camera, size, point):
    assert near(point, camera.point(*camera.cell(point, *size), *size), camera)


@given(CAMERAS, SIZES, st.floats(0.1, 10), st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_what_is_zoomed_at_stays_where_it_is(camera, size, factor, share):
    place = share[0] * size[0], share[1] * size[1]
    about = camera.point(*place, *size)
    closer = camera.zoomed(factor, about)
    assert math.isclose(closer.scale, camera.scale / factor)
    assert near(about, closer.point(*place, *size), camera)


@given(BOXES, SIZES)
def test_what_is_fitted_is_seen_whole(box, size):
    columns, rows = size[0] + 4, size[1] + 4
    camera = Camera.fitted(box, columns, rows)
    for corner in box.corners:
        column, row = camera.cell(corner, columns, rows)
        assert 1 <= column < columns - 1
        assert 1 <= row < rows - 1


def test_a_square_is_twice_as_many_cells_wide_as_high():
    camera = Camera.fitted(Box(0, 0, 40, 40), 120, 40)
    left, top = camera.cell((0, 40), 120, 40)
    right, bottom = camera.cell((40, 0), 120, 40)
    assert math.isclose(right - left, 2 * (bottom - top))


@given(CAMERAS, SIZES, st.floats(-50, 50), st.floats(-50, 50))
def test_it_moves_by_cells(camera, size, columns, rows):
    point = camera.x, camera.y
    column, row = camera.moved(columns, rows).cell(point, *size)
    was = camera.cell(point, *size)
    # A cell of a twentieth of a metre a million metres off is told to a few digits only.
    assert math.isclose(was[0] - column, columns, abs_tol=1e-3)
    assert math.isclose(was[1] - row, rows, abs_tol=1e-3)


@given(CAMERAS, BOXES, SIZES)
def test_it_stays_within_the_plan(camera, box, size):
    columns, rows = size[0] + 4, size[1] + 4
    kept = camera._replace(aspect=2.0).kept_within(box, columns, rows)
    whole = Camera.fitted(box, columns, rows)
    assert kept.scale <= whole.scale
    assert kept.scale >= min(NEAREST, whole.scale)
    seen = kept.seen(columns, rows)
    room = 4 * kept.scale + 1e-6 * (1 + abs(box.left) + abs(box.bottom) + box.width + box.height)
    assert seen.width > box.width or (seen.left >= box.left - room and seen.right <= box.right + room)
    assert seen.height > box.height or (seen.bottom >= box.bottom - room and seen.top <= box.top + room)
    assert kept.kept_within(box, columns, rows).scale == kept.scale
