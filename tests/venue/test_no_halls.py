"""A fair that names no hall: all stands with a code on one schematic, in the plan, the words and on paper."""

import pytest

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.venue.floors import NUMBERED, floors_of
from guide.venue.spots import spots_of
from guide.view.floor_camera import Camera
from guide.view.floor_drawn import drawn
from guide.view.floor_marks import NOTHING
from guide.view.floor_told import SCHEMATIC
from guide.view.way_told import place_told
from tests.venue.fairs import fair_of

CODES = [f"{row}-{number}" for row in "ABCDE" for number in range(1, 9)]
TEXT = "".join(
    f'[[stand]]\ncode = "{code}"\n[[exhibitor]]\nid = "firm{at}"\nname = "Firm {at}"\nstands = ["{code}"]\n'
    for at, code in enumerate(CODES)
)
LOOSE = (
    '[[session]]\nid = "s"\ntitle = "Talk"\nstart = 2025-09-29T10:00\n'
    '[[service]]\nid = "c"\nname = "Café"\nkind = "cafe"\n'
)


def test_its_stands_are_on_one_floor_by_their_numbers():
    floors = floors_of(fair_of(TEXT))
    assert list(floors.floors) == [""]
    floor = floors.floors[""]
    assert floor.manner == NUMBERED
    assert not floor.placed
    assert len(floor.plots) == len(CODES)
    assert {hall for hall, _ in floors.at.values()} == {""}


def test_without_codes_or_with_any_hall_there_is_no_such_floor():
    assert not floors_of(fair_of('[[exhibitor]]\nid = "a"\nname = "A"\n')).floors
    assert list(floors_of(fair_of('[[hall]]\nid = "h"\nname = "H"\n' + TEXT)).floors) == ["h"]


def test_a_stand_and_who_is_there_are_found_on_it_and_nothing_that_is_nowhere():
    catalogue = fair_of(TEXT + LOOSE)
    floors = floors_of(catalogue)
    (spot,) = spots_of(catalogue, floors, Ref("exhibitor", "firm9"))
    assert (spot.hall, catalogue.stands[spot.stand].code) == ("", "B-2")
    assert spots_of(catalogue, floors, Ref("session", "s")) == ()
    assert spots_of(catalogue, floors, Ref("service", "c")) == ()


@pytest.mark.parametrize("code", ["en", "ru", "be"])
def test_it_is_drawn_and_told_as_a_schematic(code):
    catalogue, tongue = fair_of(TEXT), Tongue(code)
    floors = floors_of(catalogue)
    camera = Camera.fitted(floors.floors[""].box, 90, 30)
    drawing = drawn(catalogue, floors, "", camera, 90, 30, NOTHING, tongue)
    said = "\n".join("".join(text for text, _ in row) for row in drawing.rows)
    assert all(each in said for each in CODES)
    assert tongue.t(SCHEMATIC) in drawing.told
    (told,) = place_told(catalogue, floors, Ref("exhibitor", "firm9"), tongue)
    assert not told.startswith(".")
