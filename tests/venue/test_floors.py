"""Halls as they can be drawn: measured, from the numbering, by name alone."""

from dataclasses import replace

from guide.catalogue.geometry import holds
from guide.catalogue.model import Catalogue
from guide.venue.floors import MEASURED, NUMBERED, ZONE, Floors, floors_of
from guide.venue.numbered import rows_of
from guide.venue.shapes import box_of, inner_point, signed_area
from tests.venue.fairs import bundled, example, fair_of


def floors(text: str) -> Floors:
    return floors_of(fair_of(text))


def test_the_example_fair_is_measured_and_placed():
    catalogue = example()
    made = floors_of(catalogue)
    assert made.placed
    assert {floor.manner for floor in made.floors.values()} == {MEASURED}
    assert len(made.at) == len([stand for stand in catalogue.stands.values() if stand.polygon])
    assert made.levels == ("1", "2")


def test_the_bundled_fair_has_zones_only():
    made = floors_of(bundled())
    assert made.floors
    assert {floor.manner for floor in made.floors.values()} == {ZONE}
    assert not made.at


def test_halls_that_nobody_placed_do_not_lie_on_one_another():
    made = floors('[[hall]]\nid = "a"\nname = "A"\n[[hall]]\nid = "b"\nname = "B"\n[[hall]]\nid = "c"\nname = "C"\n')
    boxes = [made.site_box([hall]) for hall in made.floors]
    assert not any(one.meets(two) for n, one in enumerate(boxes) for two in boxes[:n])


def test_codes_alone_make_rows_with_their_numbers_in_order():
    codes = ("C3", "A10", "A2", "В1", "A1", "C12")
    text = '[[hall]]\nid = "h"\nname = "H"\n' + "".join(f'[[stand]]\ncode = "{code}"\nhall = "h"\n' for code in codes)
    catalogue = fair_of(text)
    (floor,) = floors_of(catalogue).floors.values()
    assert floor.manner == NUMBERED
    assert [[stand.code for stand in row] for row in rows_of(catalogue.stands.values()).values()] == [
        ["A1", "A2", "A10"],
        ["В1"],
        ["C3", "C12"],
    ]
    by_code = {catalogue.stands[plot.stand].code: plot.box for plot in floor.plots}
    assert by_code["A1"].right == by_code["A2"].left
    assert by_code["A2"].right == by_code["A10"].left
    assert by_code["A1"].top <= by_code["В1"].bottom < by_code["C3"].bottom
    assert all(holds(floor.outline, box.middle) for box in by_code.values())


def test_a_stand_without_a_shape_in_a_measured_hall_is_said_to_have_no_place():
    made = floors(
        '[[hall]]\nid = "h"\nname = "H"\n[[stand]]\ncode = "A1"\nhall = "h"\n'
        'polygon = [[0, 0], [4, 0], [4, 4]]\n[[stand]]\ncode = "A2"\nhall = "h"\n'
    )
    assert made.floors["h"].unplaced == ("h#A2",)
    assert not made.floors["h"].outlined
    assert holds(made.floors["h"].outline, (0.0, 0.0))


def test_a_frame_turns_and_moves_there_and_back():
    frame = floors_of(example()).floors["h7"].frame
    there = frame.to_site((70.0, 30.0))
    back = frame.to_hall(there)
    assert abs(back[0] - 70) < 1e-9
    assert abs(back[1] - 30) < 1e-9
    assert abs(signed_area(frame.shape(((0, 0), (2, 0), (2, 3), (0, 3)))) - 6) < 1e-9


def test_a_name_goes_inside_a_shape_with_a_notch():
    shape = ((0, 0), (10, 0), (10, 10), (9, 10), (9, 1), (1, 1), (1, 10), (0, 10))
    assert holds(shape, inner_point(shape))
    assert box_of(shape).width == 10


def test_an_empty_catalogue_has_a_site_of_one_metre():
    catalogue = Catalogue(fair=replace(example().fair))
    assert floors_of(catalogue).site_box() == (0, 0, 1, 1)
