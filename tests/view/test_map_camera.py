"""Degrees to cells and back: true to the cell, over the dateline, never beyond the world."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.view.map_camera import NEAREST, MapCamera

latitudes = st.floats(-75, 80)
longitudes = st.floats(-180, 180)
points = st.lists(st.tuples(latitudes, longitudes), min_size=1, max_size=12)
sizes = st.tuples(st.integers(1, 240), st.integers(1, 80))


@given(points, sizes, st.sampled_from([1.6, 2.0, 2.5]))
def test_all_that_is_fitted_is_seen(where, size, aspect):
    camera = MapCamera.fitted(where, *size, aspect)
    if camera.scale * size[0] > 359.999:
        return  # nothing shows more than once round the world
    for latitude, longitude in where:
        column, row = camera.cell(latitude, longitude, *size)
        assert -1e-6 <= column <= size[0] + 1e-6
        assert -1e-6 <= row <= size[1] + 1e-6


@given(points, sizes, st.floats(0, 1), st.floats(0, 1))
def test_a_cell_leads_back_to_its_point(where, size, across, down):
    camera = MapCamera.fitted(where, *size)
    column, row = across * size[0], down * size[1]
    latitude, longitude = camera.point(column, row, *size)
    again = camera.cell(latitude, longitude, *size)
    assert again[1] == pytest.approx(row, abs=1e-6)
    turns = (again[0] - column) * camera.scale / 360  # once round the world is the same place
    assert turns == pytest.approx(round(turns), abs=1e-6)


@given(points, sizes, st.floats(0.05, 20), st.floats(-300, 300), st.floats(-300, 300))
def test_no_view_shows_more_than_the_world(where, size, factor, across, down):
    camera = MapCamera.fitted(where, *size).zoomed(factor).moved(across, down).kept(*size)
    seen = camera.seen(*size)
    assert camera.scale >= NEAREST or size[0] * camera.scale == pytest.approx(360)
    assert seen.east - seen.west <= 360 + 1e-6
    assert -180 <= camera.longitude <= 180
    assert abs(camera.latitude) <= 85


def test_what_one_zooms_about_stays_in_its_cell():
    camera = MapCamera.fitted([(52.2, 24.4), (54.2, 49.6)], 100, 30)
    before = camera.cell(53.9, 27.56, 100, 30)
    assert camera.zoomed(3.0, (53.9, 27.56)).cell(53.9, 27.56, 100, 30) == pytest.approx(before)


def test_a_square_on_the_ground_is_one_on_the_screen():
    # At 60 degrees a degree of longitude is half as long as one of latitude; a cell is twice as high as wide.
    camera = MapCamera.fitted([(59.0, 29.0), (61.0, 31.0)], 80, 24)
    left, top = camera.cell(61.0, 29.0, 80, 24)
    right, bottom = camera.cell(60.0, 31.0, 80, 24)
    assert right - left == pytest.approx(2.0 * (bottom - top), rel=0.01)


def test_over_the_dateline_the_shorter_way_round_is_shown():
    kamchatka, alaska = (53.0, 158.6), (61.2, -149.9)
    camera = MapCamera.fitted([kamchatka, alaska], 100, 30)
    assert camera.scale * 100 < 120
    assert camera.cell(*kamchatka, 100, 30)[0] < camera.cell(*alaska, 100, 30)[0]


def test_without_a_point_the_world_is_shown():
    camera = MapCamera.fitted([], 120, 36)
    assert camera.seen(120, 36).east - camera.seen(120, 36).west > 300
