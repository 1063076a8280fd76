"""The free floor in cells: exactly what nothing covers, whatever overlaps, touches, nests or crosses."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.geometry import holds
from guide.venue.grown import CLEARANCE, grown
from guide.venue.mesh import Mesh, nearest_on
from guide.venue.shapes import box_of, signed_area
from tests.venue.halls import HALL, box, turned

places = st.tuples(st.floats(-2, 32), st.floats(-2, 22))
sizes = st.floats(0.3, 9)
upright = st.builds(lambda at, w, h: box(round(at[0]), round(at[1]), round(w + 1), round(h + 1)), places, sizes, sizes)
askew = st.builds(turned, places, sizes, sizes, st.floats(0, 180))
triangles = st.tuples(places, places, places)


def off(shape, point) -> float:
    """How far a point is from the edge of a shape."""
    return min(math.dist(nearest_on(shape[at - 1], end, point), point) for at, end in enumerate(shape))


@settings(max_examples=150, deadline=None)
@given(st.lists(upright | askew | triangles, max_size=10), st.lists(places, min_size=20, max_size=40))
def test_a_point_is_free_where_no_shape_covers_it(drawn, points):
    shapes = [shape for shape in (grown(each, 0) for each in drawn) if shape]
    mesh = Mesh(HALL, shapes)
    for point in points:
        if any(off(shape, point) < 0.02 for shape in (HALL, *shapes)):
            continue
        free = holds(HALL, point) and not any(holds(shape, point) for shape in shapes)
        assert mesh.is_free(*point) is free
        assert bool(mesh.around(*point)) is free
        near = mesh.nearest(point)
        if free:
            assert near == point
        elif near is not None:
            assert mesh.around(*near)


@settings(max_examples=60, deadline=None)
@given(st.lists(upright | askew, max_size=8))
def test_cells_do_not_overlap_and_portals_are_shared(drawn):
    mesh = Mesh(HALL, [shape for shape in (grown(each, CLEARANCE) for each in drawn) if shape])
    for number, cell in enumerate(mesh.cells):
        x = (cell.left + cell.right) / 2
        y = (cell.low_left + cell.low_right + cell.high_left + cell.high_right) / 4
        assert mesh.around(x, y, 0) == [number]
        for portal in mesh.right[number]:
            assert number in [back.cell for back in mesh.left[portal.cell]]
            assert mesh.cells[portal.cell].left == cell.right
            assert mesh.parts[portal.cell] == mesh.parts[number]


def test_the_area_that_is_left():
    shapes = [box(2, 2, 4, 4), box(4, 4, 4, 4), box(2, 2, 4, 4), box(5, 5, 1, 1), box(28, 18, 10, 10), box(10, 0, 2, 5)]
    mesh = Mesh(HALL, shapes)
    area = sum(
        (cell.high_left - cell.low_left + cell.high_right - cell.low_right) / 2 * (cell.right - cell.left)
        for cell in mesh.cells
    )
    assert area == pytest.approx(600 - 28 - 4 - 10)
    assert len(set(mesh.parts)) == 1


def test_a_ring_parts_the_floor():
    mesh = Mesh(HALL, [box(5, 5, 10, 1), box(5, 9, 10, 1), box(5, 5, 1, 5), box(14, 5, 1, 5)])
    inside, outside = (mesh.parts[mesh.around(*point)[0]] for point in ((10, 7), (1, 1)))
    assert inside != outside
    assert not mesh.sees((10, 7), (10, 1))
    assert mesh.sees((1, 1), (29, 1))
    assert mesh.free_along((0, 7), (30, 7)) == [
        (pytest.approx((0, 7)), pytest.approx((5, 7), abs=1e-3)),
        (pytest.approx((6, 7), abs=1e-3), pytest.approx((14, 7), abs=1e-3)),
        (pytest.approx((15, 7), abs=1e-3), pytest.approx((30, 7))),
    ]


@given(upright | askew, st.sampled_from([0.15, 0.5]))
def test_a_grown_rectangle_keeps_its_corners_and_gains_its_rim(shape, by):
    box_before, after = box_of(shape), grown(shape, by)
    assert len(after) == 4
    assert signed_area(after) > 0
    assert all(holds(after, point) for point in shape)
    assert all(off(shape, point) >= by - 0.02 for point in after)
    assert box_of(after).width >= box_before.width + 2 * by - 0.03


def test_a_shape_may_run_either_way_and_have_corners_twice():
    square = box(1, 1, 2, 2)
    expected = set(box(0.85, 0.85, 2.3, 2.3))
    for shape in (square, square[::-1], (*square, square[0]), (square[0], *square)):
        assert {(round(x, 2), round(y, 2)) for x, y in grown(shape, 0.15)} == {
            (round(x, 2), round(y, 2)) for x, y in expected
        }
    assert {(round(x, 2), round(y, 2)) for x, y in grown(square, -0.5)} == set(box(1.5, 1.5, 1, 1))


def test_a_needle_is_cut_off_and_a_line_is_nothing():
    needle = ((0.0, 0.0), (10.0, 0.0), (0.0, 0.4))
    assert box_of(grown(needle, 0.15)).right < 10.4
    assert grown(((0.0, 0.0), (5.0, 0.0)), 0.15) == ()
    assert grown(((1.0, 1.0),) * 5, 0.15) == ()
    for wrong in (math.nan, math.inf, -1e300):
        assert grown(((0.0, 0.0), (5.0, wrong), (5.0, 5.0)), 0.15) == ()


def test_a_narrow_hollow_closes():
    comb = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.1, 4.0), (2.1, 1.0), (1.9, 1.0), (1.9, 4.0), (0.0, 4.0))
    mesh = Mesh(HALL, [grown(comb, CLEARANCE)])
    assert not mesh.is_free(2, 3)
    assert mesh.is_free(2, 4.5)


def test_a_shape_of_very_many_corners_is_taken_as_its_box():
    many = tuple((5 + math.cos(n / 1e4), 5 + math.sin(n / 1e4)) for n in range(62_832))
    assert len(grown(many, CLEARANCE)) == 4
