"""Walks within a hall: clear of everything, as short as a fine grid finds them, and there wherever it finds one."""

import math
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.geometry import holds
from guide.catalogue.model import Polygon
from guide.venue.floors import floors_of
from guide.venue.ground import Ground
from guide.venue.grown import CLEARANCE, grown
from guide.venue.route import CLOSED_IN, NoWay, Route, Walk
from tests.venue.fairs import example
from tests.venue.halls import box, fair, hall, point, stand, stands, turned, ways
from tests.venue.oracle import Grid, is_clear

LONGER = 1.03
SLACK = 0.1
"""Metres that a walk of a few steps may be longer than on the grid, which keeps no more off than it."""

halves = st.integers(0, 60).map(lambda n: n / 2)
quarters = st.integers(4, 24).map(lambda n: n / 4)


@st.composite
def shapes(draw: st.DrawFn) -> Polygon:
    """Upright boxes on a grid of half a metre (they touch, nest and repeat), or turned ones anywhere."""
    if draw(st.booleans()):
        return box(draw(halves), draw(halves), draw(quarters), draw(quarters))
    middle = draw(st.tuples(st.floats(0, 30), st.floats(0, 20)))
    return turned(middle, draw(quarters), draw(quarters), draw(st.floats(0, 90)))


def walk_of(route: Route | NoWay) -> Walk | None:
    if isinstance(route, NoWay):
        return None
    assert len(route.parts) <= 1
    return route.parts[0] if route.parts else Walk("h", (), 0.0)


@settings(max_examples=80, deadline=None)
@given(st.lists(shapes(), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_walks_in_a_random_hall(drawn, chance):
    catalogue = fair([hall()], stands(drawn))
    floor = floors_of(catalogue).floors["h"]
    grid = Grid(floor, clearance=0.25)
    free = [node for node, is_free in enumerate(grid.free) if is_free]
    if len(free) < 2:
        return
    asked = ways(catalogue)
    for _ in range(2):
        start, goal = (grid.point(chance.choice(free)) for _ in range(2))
        found, best = asked.route(point(*start), point(*goal)), grid.length(start, goal)
        walk = walk_of(found)
        if walk is None:
            assert best == math.inf
            assert found.reason == CLOSED_IN
            continue
        assert is_clear(floor, walk.points)
        assert walk.length == pytest.approx(sum(math.dist(*each) for each in pairwise(walk.points)))
        assert walk.length <= best * LONGER + SLACK
        assert walk.length >= math.dist(start, goal) - 1e-6


@settings(max_examples=40, deadline=None)
@given(st.lists(shapes(), min_size=2, max_size=6))
def test_there_and_back_are_as_long_and_the_table_says_as_much_as_the_routes(drawn):
    asked = ways(fair([hall()], stands(drawn)))
    table = asked.seconds([stand(n) for n in range(1, len(drawn) + 1)])
    for a, row in enumerate(table):
        assert row[a] == 0
        for b, there in enumerate(row):
            assert there == pytest.approx(table[b][a])
            if a >= b:
                continue
            found = asked.route(stand(a + 1), stand(b + 1))
            if isinstance(found, NoWay):
                assert there == math.inf
            else:
                assert found.seconds == pytest.approx(there, abs=0.02)


def test_walks_between_stands_of_the_example_fair_are_as_short_as_on_a_grid():
    catalogue = example()
    floors = floors_of(catalogue)
    asked = ways(catalogue)
    chance = random.Random(5)
    longest = 0.0
    for floor in floors.floors.values():
        grid = Grid(floor)
        free = [node for node, is_free in enumerate(grid.free) if is_free]
        for _ in range(5):
            start, goal = (grid.point(chance.choice(free)) for _ in range(2))
            best = grid.length(start, goal)
            walk = walk_of(asked.route(point(*start, floor.hall), point(*goal, floor.hall)))
            assert walk is not None
            assert is_clear(floor, walk.points)
            assert best * 0.96 - SLACK <= walk.length <= best * LONGER + SLACK
            longest = max(longest, walk.length)
    assert longest > 40


def test_a_gap_for_a_shoulder_is_a_way_and_one_for_a_hand_is_none():
    for gap, is_way in ((0.6, True), (0.2, False), (0.0, False), (-0.5, False)):
        drawn = [box(10, -1, 5, 11 - gap), box(10, 10, 5, 11)]
        found = ways(fair([hall()], stands(drawn))).route(point(2, 10), point(28, 10))
        assert isinstance(found, Route) is is_way


def test_a_stand_is_reached_at_the_nearest_of_its_free_sides():
    # A2 stands against A1 and A3: only its north side is free.
    drawn = [box(5, 5, 5, 5), box(10, 5, 5, 5), box(15, 5, 5, 5), box(10, 2, 5, 3)]
    asked = ways(fair([hall()], stands(drawn)))
    walk = walk_of(asked.route(point(12.2, 18), stand(2)))
    assert walk.points == ((12.2, 18), pytest.approx((12.2, 10.15)))
    below = walk_of(asked.route(point(12.2, 0.5), stand(2)))
    assert below.points[-1][1] == pytest.approx(10.15)
    assert len(below.points) == 5
    # Side by side: hardly a step.
    assert asked.route(stand(1), stand(2)).length < 0.5


def test_a_stand_behind_others_is_reached_across_them():
    ring = [box(10, 8, 9, 3), box(10, 14, 9, 3), box(10, 11, 3, 3), box(16, 11, 3, 3)]
    drawn = [*ring, box(13, 11, 3, 3)]
    asked = ways(fair([hall()], stands(drawn)))
    walk = walk_of(asked.route(point(14.5, 2), stand(5)))
    assert walk.points[-1] == pytest.approx((14.5, 7.85))


def test_a_nested_stand_and_one_on_the_same_ground_are_reached_where_the_outer_one_is():
    drawn = [box(10, 8, 9, 6), box(12, 9, 2, 2), box(10, 8, 9, 6)]
    asked = ways(fair([hall()], stands(drawn)))
    for number in (1, 2, 3):
        assert walk_of(asked.route(point(14, 2), stand(number))).points[-1] == pytest.approx((14, 7.85))


def test_a_stand_within_walls_is_closed_in():
    walls = (box(9, 9, 6, 0.3), box(9, 9, 0.3, 6), box(14.7, 9, 0.3, 6), box(9, 14.7, 6, 0.3))
    asked = ways(fair([hall(walls=walls)], stands([box(11, 11, 2, 2), box(20, 11, 2, 2)])))
    found = asked.route(stand(2), stand(1))
    assert (found.reason, found.spot, found.hall) == (CLOSED_IN, stand(1)[0], "h")
    assert asked.route(stand(1), stand(2)).spot == stand(1)[0]
    assert asked.seconds([stand(1), stand(2)]) == [[0, math.inf], [math.inf, 0]]


def test_a_point_inside_something_starts_beside_it():
    asked = ways(fair([hall()], stands([box(10, 5, 8, 8)])))
    walk = walk_of(asked.route(point(17, 9), point(28, 9)))
    assert walk.points[0] == pytest.approx((18.15, 9))
    # Out of the hall is brought into it.
    assert walk_of(asked.route(point(-3, 9), point(5, 9))).points[0] == pytest.approx((0.15, 9))


def test_a_shape_whose_sides_cross_is_walked_round_all_the_same():
    star = ((10.0, 6.0), (20.0, 6.0), (12.0, 14.0), (15.0, 2.0), (18.0, 14.0))
    catalogue = fair([hall()], stands([star]))
    asked, floor = ways(catalogue), floors_of(catalogue).floors["h"]
    for start, goal in (((5, 8), (25, 8)), ((15, 18), (15, 1)), ((11, 3), (19, 17))):
        walk = walk_of(asked.route(point(*start), point(*goal)))
        assert is_clear(floor, walk.points)
        assert walk.length > math.dist(start, goal) + 0.1
        assert is_clear(floor, walk_of(asked.route(point(*start), stand(1))).points)


def test_shapes_that_are_none_do_not_hinder():
    bow = ((5.0, 5.0), (9.0, 9.0), (9.0, 5.0), (5.0, 9.0))
    line = ((12.0, 0.0), (12.0, 19.0))
    flat = ((14.0, 2.0), (14.0, 18.0), (14.0, 10.0))
    drawn = [bow, line, flat, box(40, 40, 3, 3), ((1.0, 1.0),)]
    catalogue = fair([hall()], stands(drawn))
    asked = ways(catalogue)
    walk = walk_of(asked.route(point(2, 8), point(28, 8)))
    assert walk is not None
    assert is_clear(floors_of(catalogue).floors["h"], walk.points)
    for number in range(1, len(drawn) + 1):
        asked.route(stand(1), stand(number))


def test_a_round_stand_of_a_thousand_corners_is_gone_round_by_a_few_of_them():
    angles = [2 * math.pi * n / 1000 for n in range(1000)]
    circle = tuple((15 + 5 * math.cos(angle), 10 + 5 * math.sin(angle)) for angle in angles)
    assert len(grown(circle, CLEARANCE)) < 50
    catalogue = fair([hall()], stands([circle]))
    walk = walk_of(ways(catalogue).route(point(5, 10), point(25, 10)))
    assert is_clear(floors_of(catalogue).floors["h"], walk.points)
    # Two tangents and the arc between them.
    radius, away = 5 + CLEARANCE, 10
    shortest = 2 * math.sqrt(away**2 - radius**2) + radius * (math.pi - 2 * math.acos(radius / away))
    assert shortest * 0.99 < walk.length < shortest * 1.01


def test_a_forest_of_pillars_is_walked_through_as_if_straight() -> None:
    chance = random.Random(7)
    pillars = [
        turned((chance.uniform(3, 117), chance.uniform(3, 77)), 0.6, 0.8, chance.uniform(0, 90)) for _ in range(500)
    ]
    catalogue = fair([hall(outline=box(0, 0, 120, 80), blocks=tuple(pillars))])
    asked = ways(catalogue)
    for y in (20.0, 40.0, 60.0):
        route = asked.route(point(1, y), point(119, 80 - y))
        assert isinstance(route, Route)
        assert route.length < 1.01 * math.dist((1, y), (119, 80 - y))
        for walk in route.parts:
            for (x1, y1), (x2, y2) in pairwise(walk.points):
                for n in range(50):
                    at = x1 + (x2 - x1) * n / 50, y1 + (y2 - y1) * n / 50
                    assert not any(holds(pillar, at) for pillar in pillars)
    # Who sees whom through ever narrower slits is not asked: that alone would take seconds.
    sight = Ground(floors_of(catalogue).floors["h"]).sight
    assert sum(map(len, sight.ways)) < 35 * len(sight.corners)


@pytest.mark.parametrize("teeth", [0.0, 0.5])
def test_round_and_ragged_stands_are_gone_round_as_a_whole(teeth: float) -> None:
    count = 400

    def ring(x: float, y: float) -> Polygon:
        away = (5 + teeth * (n % 2) for n in range(count))
        turns = (2 * math.pi * n / count for n in range(count))
        return tuple((x + r * math.cos(turn), y + r * math.sin(turn)) for r, turn in zip(away, turns, strict=True))

    rings = [ring(10 + 14 * n, 15) for n in range(6)]
    catalogue = fair([hall(outline=box(0, 0, 100, 30))], stands(rings))
    route = ways(catalogue).route(stand(1), stand(6))
    assert isinstance(route, Route)
    assert 60 - 2 * teeth < route.length < 69
    for walk in route.parts:
        assert isinstance(walk, Walk)
        for (x1, y1), (x2, y2) in pairwise(walk.points):
            middle = (x1 + x2) / 2, (y1 + y2) / 2
            assert not any(holds(shape, middle) for shape in rings)
    assert len(Ground(floors_of(catalogue).floors["h"]).sight.corners) < 300
