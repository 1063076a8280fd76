"""Where a way ends: at an open side of the stand, which is on the side that is said, and the one that is counted."""

import math
from functools import cache
from itertools import pairwise

from guide.catalogue.model import Catalogue, Point, Ref
from guide.venue.bends import AHEAD, LEFT, RIGHT, legs_of
from guide.venue.floors import Floors, floors_of
from guide.venue.landmarks import arrival
from guide.venue.route import Route, Walk
from guide.venue.spots import spots_of
from guide.venue.steps import Arrive, steps_of
from guide.venue.ways import Ways
from tests.venue.fairs import example
from tests.venue.halls import box, fair, hall, point, stand, stands, ways

BENT = ((10.0, 5.0), (25.0, 5.0), (25.0, 12.0), (20.0, 12.0), (20.0, 8.0), (10.0, 8.0))


@cache
def walked() -> tuple[Catalogue, Floors, Ways]:
    catalogue = example()
    floors = floors_of(catalogue)
    return catalogue, floors, Ways.of(catalogue, floors)


def arrived(start: str, goal: str) -> tuple[Arrive, Point]:
    """How the way from one stand of the example fair to another ends, and where."""
    catalogue, floors, asked = walked()
    route = asked.route(*(spots_of(catalogue, floors, Ref("stand", key)) for key in (start, goal)))
    assert isinstance(route, Route)
    assert isinstance(route.parts[-1], Walk)
    last = steps_of(catalogue, floors, route)[-1]
    assert isinstance(last, Arrive)
    return last, route.parts[-1].points[-1]


def told(shapes: list[tuple[Point, ...]], goal: int, *points: Point, but: str | None = None) -> tuple[str, int]:
    """The side and the number of a stand at the end of a walk along these points."""
    floor = floors_of(fair([hall()], stands(shapes))).floors["h"]
    length = sum(math.dist(a, b) for a, b in pairwise(points))
    leg = legs_of(floor, Walk("h", points, length))[-1]
    return arrival(floor, leg, f"h#A{goal}", *([but] if but else []))


def test_a_way_ends_before_an_open_side_and_not_at_the_corner_behind_it() -> None:
    # D7 is open to the north only, between D6 and D8; row E stands behind it.
    for start in ("h2#2F32", "h7#7А6", "h1#E7"):
        arrive, end = arrived(start, "h1#D7")
        assert end[1] > 17
        assert arrive.side in (LEFT, RIGHT)
    assert (arrived("h2#2F32", "h1#D7")[0].side, arrived("h2#2F32", "h1#D7")[0].number) == (LEFT, 3)


def test_a_gap_behind_a_stand_is_no_side_of_it_unless_it_is_all_there_is() -> None:
    row = [box(5, 5, 5, 5), box(10, 5, 5, 5), box(15, 5, 5, 5)]
    behind = box(5, 1, 15, 3.6)  # 40 cm behind the row: enough to squeeze through, not to come in by
    before = box(5, 10.4, 15, 9)
    found = ways(fair([hall()], stands([*row, behind]))).route(point(12.5, 0.5), stand(2))
    assert isinstance(found, Route)
    assert isinstance(found.parts[0], Walk)
    assert found.parts[0].points[-1][1] > 10
    squeezed = ways(fair([hall()], stands([*row, behind, before]))).route(point(12.5, 0.5), stand(2))
    assert isinstance(squeezed, Route)


def test_the_neighbours_in_the_hollow_of_a_bent_stand_are_passed_before_it() -> None:
    shapes = [BENT, box(10, 8, 5, 4), box(15, 8, 5, 4)]
    assert told(shapes, 1, (2, 13), (23, 13)) == (RIGHT, 3)
    # A guest on the ground of another is where the other is.
    assert told([*shapes, box(21, 9, 3, 3)], 4, (2, 13), (23, 13)) == (RIGHT, 3)


def test_the_stand_that_one_comes_from_is_not_counted() -> None:
    shapes = [BENT, box(10, 8, 5, 4), box(15, 8, 5, 4)]
    assert told(shapes, 1, (10, 13), (23, 13), but="h#A2") == (RIGHT, 2)
    around = [box(2, 5, 24, 3), box(10, 5, 5, 3)]  # the start stands on the ground of the goal
    assert told(around, 1, (10, 9), (16, 9), but="h#A2") == (RIGHT, 1)


def test_aslant_to_the_corner_of_a_stand_one_has_it_ahead() -> None:
    # The nearest side, to the south, is on one's left; nearly all of the stand is on one's right.
    assert told([box(12, 10, 12, 2)], 1, (6, 5), (11.88, 9.88)) == (AHEAD, 0)
