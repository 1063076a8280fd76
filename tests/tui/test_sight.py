"""Steps through a plan, what is brought into view, what fits: of the example fair and of a real one."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Catalogue, Ref
from guide.tui.sight import Sight, _is_within
from guide.venue.floors import floors_of
from tests.venue.fairs import bundled, example, fair_of
from tests.venue.gamescom import gamescom

SIDES = ("left", "right", "up", "down")


def sights(catalogue: Catalogue) -> Iterator[Sight]:
    """A sight of every sheet."""
    floors = floors_of(catalogue)
    for sheet in Sight(catalogue, floors).sheets:
        yield Sight(catalogue, floors, sheet)


def reached(sight: Sight) -> set[Ref]:
    """Everything that the arrows lead to from where they begin."""
    sight.cursor = None
    waiting, seen = [sight.next_to("right")], set()
    while waiting:
        ref = waiting.pop()
        if ref is None or ref in seen:
            continue
        seen.add(ref)
        for side in SIDES:
            sight.cursor = ref
            waiting.append(sight.next_to(side))
    return seen


@pytest.mark.parametrize("fair", [example, gamescom])
def test_the_arrows_lead_to_every_stand_of_a_hall_and_every_hall_of_the_site(fair):
    for sight in sights(fair()):
        floor = sight.hall()
        if floor is None:
            wanted = {Ref("hall", hall) for hall in sight.halls}
        else:
            # What lies on the ground of another may be passed over: the list has it.
            boxes = [plot.box for plot in floor.plots]
            wanted = {
                Ref("stand", plot.stand)
                for plot in floor.plots
                if not any(box != plot.box and _is_within(plot.box, box) for box in boxes)
            }
        assert wanted <= reached(sight), (sight.sheet, sorted(wanted - reached(sight)))


def test_steps_go_straight_on_along_a_row():
    (sight,) = (sight for sight in sights(example()) if sight.sheet == "h1")
    sight.cursor = Ref("stand", "h1#A1")
    codes = []
    for _ in range(8):
        sight.cursor = sight.next_to("right")
        if sight.cursor.kind == "stand":
            codes.append(sight.catalogue.stands[sight.cursor.id].code)
    assert codes == ["A2", "A3", "A4", "A5", "A6", "A7", "A8"]  # and the door between them


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("zoom"), st.floats(-8, 8)),
            st.tuples(st.just("pan"), st.integers(-300, 300)),
            st.tuples(st.just("room"), st.integers(10, 200)),
            st.tuples(st.just("step"), st.sampled_from(SIDES)),
            st.tuples(st.just("sheet"), st.integers(0, 4)),
        ),
        max_size=12,
    )
)
def test_whatever_is_done_something_is_in_sight_and_what_is_lit_by_a_step_too(doings):
    sight = Sight(example(), floors_of(example()))
    for what, how in doings:
        match what:
            case "zoom":
                sight.zoom(how, (3, 2))
            case "pan":
                sight.pan(how, -how)
            case "room":
                sight.fit_room(how, how // 2 + 1, 2.0)
            case "sheet":
                sight.go_to(sight.sheets[how])
            case "step" if (ref := sight.next_to(how)) is not None:
                sight.light(ref)
                assert sight.box_of(ref).meets(sight.camera.seen(*sight._size))
        assert sight.box.meets(sight.camera.seen(*sight._size))


def test_showing_a_thing_goes_to_its_hall_and_stays_on_a_site_that_has_it():
    sight = Sight(example(), floors_of(example()), "h1")
    there = next(plot.stand for plot in sight.floors.floors["h7"].plots)
    sight.show(Ref("stand", there))
    assert (sight.sheet, sight.cursor) == ("h7", Ref("stand", there))
    sight.go_to("")
    sight.show(Ref("stand", there))
    assert sight.sheet == ""
    sight.show(Ref("region", "nobody"))
    assert sight.sheet == ""


def test_stands_of_another_sheet_cannot_be_fitted_in():
    sight = Sight(example(), floors_of(example()), "h1")
    there = next(plot.stand for plot in sight.floors.floors["h7"].plots)
    assert not sight.fit_to([Ref("stand", there), Ref("stand", "nobody")])
    assert sight.whole
    assert sight.fit_to([Ref("stand", plot.stand) for plot in sight.floors.floors["h1"].plots[:1]])
    assert not sight.whole


def test_zones_and_fairs_of_one_hall_have_their_sheets():
    zones = Sight(bundled(), floors_of(bundled()))
    assert zones.sheets == ("", *bundled().halls)
    assert zones.sheet == next(iter(bundled().halls))
    assert all(zones.next_to(side) is None for side in SIDES)
    one = fair_of('[[hall]]\nid = "h"\nname = "H"\n')
    assert Sight(one, floors_of(one)).sheets == ("h",)
