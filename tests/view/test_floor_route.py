"""The way on a plan: dotted along the aisles, with its direction, its ends and where it goes on."""

from functools import cache
from itertools import pairwise

import pytest

from guide.catalogue.model import Ref
from guide.venue.route import Route, Walk
from guide.venue.spots import spots_of
from guide.venue.ways import Ways
from guide.view import roles
from guide.view.floor_marks import Marks
from guide.view.floor_signs import DOWNWARDS, LEFTWARDS, RIGHTWARDS, START, STEP, UPWARDS
from tests.venue.fairs import bundled, example
from tests.view.floor import camera, floors, plan, text

DRAWN = {STEP, START, UPWARDS, RIGHTWARDS, DOWNWARDS, LEFTWARDS}


@cache
def way(start, goal):
    """The way between two stands of the example fair."""
    fair = example()
    ways = Ways.of(fair, floors(fair))
    found = ways.route(*(spots_of(fair, floors(fair), Ref("stand", stand)) for stand in (start, goal)))
    assert isinstance(found, Route)
    return found.parts


def trail(drawing):
    """The cells where the way is drawn, and their signs."""
    found = {}
    for row, pieces in enumerate(drawing.rows):
        column = 0
        for said, role in pieces:
            for n, sign in enumerate(said):
                if role == roles.WAY and sign in DRAWN:
                    found[column + n, row] = sign
            column += len(said)
    return found


@pytest.mark.parametrize("size", [(120, 36), (200, 60)], ids=str)
@pytest.mark.parametrize(("start", "goal"), [("h1#A1", "h1#E7"), ("h1#C3", "h1#D9"), ("h1#A8", "h1#E1")])
def test_it_leaves_stands_alone(start, goal, size):
    drawing = plan(example(), "h1", *size, marks=Marks(walks=way(start, goal)))
    seen = camera(example(), "h1", *size)
    cells = trail(drawing)
    assert len(cells) > 10
    for column, row in cells:
        # A cell of the way may be cut by the edge of a stand; the middle of its ground is never gone through.
        x, y = seen.point(column + 0.5, row + 0.5, *size)
        for plot in floors(example()).floors["h1"].plots:
            box = plot.box.grown(-max(seen.scale * seen.aspect, 1.0))
            assert not (box.left < x < box.right and box.bottom < y < box.top)


def test_its_ends_are_named_with_signs_of_their_own():
    ends = "h1#B2", "h1#D7"
    seen = text(plan(example(), "h1", 120, 36, marks=Marks(walks=way(*ends), ends=ends)))
    assert f"{START} B2" in seen
    assert f"{RIGHTWARDS} D7" in seen
    found = Marks(hits=frozenset(("h1#D7",)), walks=way(*ends), ends=ends)
    assert f"{RIGHTWARDS}● D7" in text(plan(example(), "h1", 120, 36, marks=found))


def test_it_has_a_direction():
    there = set(trail(plan(example(), "yard", 120, 36, marks=Marks(walks=way("yard#О-1", "yard#О-7")))).values())
    back = set(trail(plan(example(), "yard", 120, 36, marks=Marks(walks=way("yard#О-7", "yard#О-1")))).values())
    assert RIGHTWARDS in there
    assert LEFTWARDS not in there
    assert LEFTWARDS in back
    assert RIGHTWARDS not in back


def test_it_says_where_it_goes_on():
    marks = Marks(walks=way("h1#C3", "h7#7С3"))
    for sheet, onwards in (("h1", "→ Hall 2"), ("h2", "→ Hall 7")):
        drawing = plan(example(), sheet, 120, 36, marks=marks)
        said = [said for row in drawing.rows for said, role in row if role == roles.WAY]
        assert any(onwards in each for each in said)
    assert trail(plan(example(), "h7", 120, 36, marks=marks))
    assert not trail(plan(example(), "yard", 120, 36, marks=marks))


def test_on_the_site_it_goes_through_every_hall_of_it():
    drawing = plan(example(), "", 150, 40, marks=Marks(walks=way("h1#C3", "h7#7С3")))
    halls = {found.id for cell in trail(drawing) if (found := drawing.at(*cell)) and found.kind == "hall"}
    assert {"h1", "h2", "h7"} <= halls
    columns = sorted(column for column, _ in trail(drawing))
    assert all(after - before <= 4 for before, after in pairwise(columns))


def test_there_is_no_way_through_what_is_not_known():
    walks = (Walk("indoor", ((1.0, 1.0), (20.0, 20.0)), 27.0, measured=False),)
    assert not trail(plan(bundled(), "indoor", 100, 30, marks=Marks(walks=walks)))


def test_a_line_that_is_only_the_direction_has_fewer_dots():
    points = ((5.0, 20.0), (55.0, 20.0))
    drawn = [
        len(trail(plan(example(), "h1", 120, 36, marks=Marks(walks=(Walk("h1", points, 50.0, measured=measured),)))))
        for measured in (True, False)
    ]
    assert drawn[0] > 1.5 * drawn[1] > 0
