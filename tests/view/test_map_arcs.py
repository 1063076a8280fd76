"""Arcs: from town to town, cell by cell, bent to the left of their way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guide.view.map_arcs import arc

places = st.tuples(st.floats(-40, 240), st.floats(-20, 80))


def cell(place):
    return int(place[0] // 1), int(place[1] // 1)


@given(places, places)
def test_an_arc_joins_its_towns_step_by_step(start, end):
    cells, leaving, heading = arc(start, end)
    if not cells:
        assert cell(start) == cell(end) or sum(abs(a - b) for a, b in zip(cell(start), cell(end), strict=True)) == 1
        return
    path = [cell(start), *cells, cell(end)]
    steps = [(u[0] - v[0], u[1] - v[1]) for v, u in pairwise(path)]
    assert all(abs(x) + abs(y) == 1 for x, y in steps)
    assert len(set(path)) == len(path)
    assert steps[0] == leaving
    assert steps[-1] == heading


def test_there_and_back_lie_apart():
    there, back = arc((10.5, 10.5), (60.5, 10.5)), arc((60.5, 10.5), (10.5, 10.5))
    assert min(row for _, row in there.cells) < 9
    assert max(row for _, row in back.cells) > 11
    assert not set(there.cells[3:-3]) & set(back.cells[3:-3])


def test_an_end_far_outside_the_view_is_not_followed():
    assert arc((0.5, 0.5), (1e9, 1e9)).cells == ()
