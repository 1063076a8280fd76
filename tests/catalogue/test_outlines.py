"""Outlines of countries: they load, they close, they hold what they should and nothing else."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from guide.catalogue import coordinates, outlines
from guide.catalogue.countries import country_codes
from guide.catalogue.gazetteer import everything, place
from guide.catalogue.geometry import holds
from guide.catalogue.outlines import Bounds
from guide.venue.shapes import box_of

PLACES = Path(outlines.__file__).parent / "places"
WORLD = outlines.outlines()
RINGS = [(code, ring, box_of(ring)) for code in WORLD.codes for ring in WORLD.of(code)]
TOWNS = {each.code for each in everything() if each.kind == "town"}


def country_at(longitude: float, latitude: float) -> str:
    """The country whose rings hold a point, an odd number of them; "" for the sea."""
    turns = (longitude - 360, longitude, longitude + 360)
    held = Counter(
        code
        for code, ring, box in RINGS
        for x in turns
        if box.left <= x <= box.right and box.bottom <= latitude <= box.top and holds(ring, (x, latitude))
    )
    return next((code for code, times in held.items() if times % 2), "")


@pytest.mark.parametrize(
    ("town", "latitude", "longitude", "country"),
    [
        ("Minsk", 53.9, 27.56, "BY"), ("Kobrin", 52.21, 24.36, "BY"), ("Warsaw", 52.23, 21.01, "PL"),
        ("Dimitrovgrad", 54.21, 49.62, "RU"), ("Kaliningrad", 54.7, 20.5, "RU"), ("Smolensk", 54.78, 32.05, "RU"),
        ("Petropavlovsk", 53.1, 158.5, "RU"), ("east of the dateline", 66.5, -173.0, "RU"),
        ("the same from the other side", 66.5, 187.0, "RU"), ("Tashkent", 41.31, 69.28, "UZ"),
        ("Maseru, within another country", -29.5, 27.6, "LS"), ("Ushuaia’s hills", -54.6, -67.5, "AR"),
        ("the Atlantic", 30.0, -40.0, ""), ("the Baltic", 57.0, 19.5, ""), ("the Pole", 89.0, 0.0, ""),
    ],
)  # fmt: skip
def test_a_point_lies_in_its_country(town, latitude, longitude, country):
    assert country_at(longitude, latitude) == country, town


def test_every_ring_is_closed_and_has_an_inside():
    for code in WORLD.codes:
        for ring in WORLD.of(code):
            assert ring[0] == ring[-1], code
            assert len(set(ring)) >= 3, code


def test_no_ring_jumps_over_the_dateline():
    for code in WORLD.codes:
        for ring in WORLD.of(code):
            assert all(abs(x - u) < 60 for (x, _), (u, _) in pairwise(ring)), code


def test_neighbours_share_their_border_exactly():
    [belarus] = WORLD.rings[WORLD.codes.index("BY")]
    russia = {abs(line) for ring in WORLD.rings[WORLD.codes.index("RU")] for line in ring}
    shared = [line for line in belarus if abs(line) in russia]
    assert shared
    for line in belarus:
        assert len(WORLD.lines[abs(line) - 1].countries) == 2, "Belarus has no coast"


def test_what_is_within_a_part_of_the_world_is_all_that_is_needed_there():
    bounds = Bounds(23.0, 51.0, 33.0, 56.5)
    there = {WORLD.codes[number] for _, _, countries in WORLD.within(bounds) for number in countries}
    assert {"BY", "RU", "PL", "UA", "LT", "LV"} <= there
    assert not {"BR", "AU", "JP"} & there


def test_over_the_dateline_a_country_is_seen_from_either_side():
    for bounds in (Bounds(170.0, 60.0, 195.0, 72.0), Bounds(-190.0, 60.0, -165.0, 72.0)):
        there = {WORLD.codes[number] for _, _, countries in WORLD.within(bounds) for number in countries}
        assert {"RU", "US"} <= there


def test_coarser_points_keep_the_ends_of_a_line():
    for line in WORLD.lines[::37]:
        coarse = line.no_finer(2.0)
        assert len(coarse) <= len(line.points)
        assert list(coarse[:2]) == list(line.points[:2])
        assert list(coarse[-2:]) == list(line.points[-2:])
        assert line.no_finer(0.01) is line.points


def test_the_codes_are_those_of_countries_and_nearly_all_are_there():
    named = set(country_codes())
    assert set(WORLD.codes) - {"-"} <= named
    assert len(WORLD.codes) >= 230
    assert "AQ" not in WORLD.codes
    assert WORLD.of("AQ") == []


def test_the_data_are_small_and_said_to_be_whose():
    size = sum((PLACES / name).stat().st_size for name in ("outlines.bin", "outlines.tsv", "coordinates.tsv"))
    assert size <= 250_000
    notice = (PLACES / "NOTICE").read_text(encoding="utf-8")
    assert "naturalearthdata.com" in notice
    assert "public" in notice
    assert "domain" in notice


# Towns.


def test_towns_with_coordinates_are_those_of_the_gazetteer_and_lie_in_their_country():
    rows = (PLACES / "coordinates.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for row in rows:
        code, latitude, longitude = row.split("\t")
        assert code in TOWNS
        around = {country_at(float(longitude) + x, float(latitude) + y) for x in (-0.4, 0, 0.4) for y in (-0.4, 0, 0.4)}
        assert code[:2] in around, code


def test_a_town_is_found_by_any_of_its_names():
    minsk = coordinates.coordinates("BY-HM/minsk")
    assert minsk is not None
    assert coordinates.town_at(("Менск",), "BY") == coordinates.town_at(("Minsk",), None) == minsk
    assert abs(minsk[0] - 53.9) < 0.1


def test_nothing_is_made_up_of_a_town_that_nobody_placed():
    assert place("BY-BR/antopal") is not None
    assert coordinates.town_at(("Антополь",), "BY") is None
    assert coordinates.town_at(("Минск",), "RU") is None
    assert coordinates.town_at(("Nowhere at all",), None) is None
