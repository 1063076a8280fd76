"""The way through doors and over levels: what people can take, when it is open, and why there is none."""

import math
from datetime import date, datetime, time
from functools import cache

import pytest

from guide.catalogue.model import Hours, Passage, PassageEnd, Ref, Stand
from guide.venue.floors import floors_of
from guide.venue.route import (
    CLOSED_IN,
    DIRECTION,
    HOURS,
    MEANS,
    NO_PASSAGE,
    UNKNOWN,
    Means,
    NoWay,
    Route,
    Spot,
    Through,
    Walk,
)
from guide.venue.spots import spots_of
from guide.venue.ways import Ways
from tests.venue.fairs import bundled, example, fair_of
from tests.venue.halls import box, fair, hall, point, stand, stands, ways

OPEN = datetime(2026, 9, 30, 11)
STEP_FREE = Means(step_free=True)


@cache
def example_ways() -> Ways:
    return ways(example())


def spots(kind, key):
    return spots_of(example(), floors_of(example()), Ref(kind, key))


def way(start, goal, means=Means()):  # noqa: B008
    return example_ways().route(spots(*start), spots(*goal), means)


def passages(route) -> list[str]:
    assert isinstance(route, Route), route
    return [part.passage for part in route.parts if isinstance(part, Through)]


def joined(key, kind, one, other, **more) -> Passage:
    """A passage from (hall, x, y) to (hall, x, y)."""
    return Passage(key, kind, tuple(PassageEnd(name, at) for name, *at in (one, other)), **more)


MAIN, CAFE = ("passage", "main-entrance"), ("service", "cafe-seven")


def test_a_way_is_walks_and_passages_in_turn_each_beginning_where_the_last_one_ended():
    catalogue = example()
    route = way(MAIN, CAFE)
    assert passages(route) == ["gallery-south", "stairs-7"]
    assert [type(part) for part in route.parts] == [Walk, Through, Walk, Through, Walk]
    assert [part.hall for part in route.parts if isinstance(part, Walk)] == ["h1", "h2", "h7"]
    assert (route.start, route.goal) == (spots(*MAIN)[0], spots(*CAFE)[0])
    assert route.goal.at == route.parts[-1].points[-1]
    for before, through, after in zip(route.parts, route.parts[1:], route.parts[2:], strict=False):
        if isinstance(through, Through):
            ends = catalogue.passages[through.passage].ends
            assert math.dist(ends[through.start].at, before.points[-1]) < 0.3
            assert math.dist(ends[through.end].at, after.points[0]) < 0.3
    assert route.length == pytest.approx(sum(part.length for part in route.parts))
    walked = sum(part.length for part in route.parts if isinstance(part, Walk))
    rest = sum(part.seconds for part in route.parts if isinstance(part, Through))
    assert route.seconds == pytest.approx(walked / Means().pace + rest)
    assert [part.up for part in route.parts if isinstance(part, Through)] == [0, 1]


def test_what_people_can_take_decides_on_the_way():
    assert passages(way(MAIN, CAFE, STEP_FREE)) == ["gallery", "lift-7"]
    assert passages(way(MAIN, CAFE, Means(no_stairs_up=True))) == ["gallery-south", "escalator-7"]
    assert passages(way(MAIN, CAFE, Means(no_stairs_down=True))) == ["gallery-south", "stairs-7"]
    # The escalator leads up only.
    assert "escalator-7" not in passages(way(CAFE, MAIN, Means(no_stairs_down=True)))
    assert passages(way(CAFE, MAIN)) == ["stairs-7", "gallery-south"]
    assert passages(way(CAFE, MAIN, Means(no_stairs_up=True))) == ["stairs-7", "gallery-south"]
    for means in (Means(), STEP_FREE, Means(no_stairs_up=True), Means(no_stairs_down=True)):
        assert way(MAIN, CAFE, means).seconds >= way(MAIN, CAFE).seconds


def test_who_walks_slowly_takes_longer_and_rather_the_lift():
    brisk, slow = (way(MAIN, CAFE, Means(pace=pace)) for pace in (1.4, 0.4))
    assert brisk.seconds < slow.seconds
    assert passages(brisk)[-1] == "stairs-7"
    assert passages(slow)[-1] == "escalator-7"


def test_the_quickest_of_several_spots_on_both_sides_is_taken():
    entrances = [*spots("passage", "west-door"), *spots("passage", "south-door"), *spots("passage", "hill-door")]
    toilets = [spot for key in example().services if "toilet" in key for spot in spots("service", key)]
    best = example_ways().route(entrances, toilets)
    every = [example_ways().route([one], [other]) for one in entrances for other in toilets]
    assert best.seconds == min(each.seconds for each in every)
    assert best in every


def test_the_table_says_what_the_routes_say():
    refs = [Ref("stand", key) for key in list(example().stands)[::9]] + [Ref("hall", "h7"), Ref("service", "info")]
    places = [spots_of(example(), floors_of(example()), ref) for ref in refs]
    for means in (Means(), STEP_FREE, Means(no_stairs_down=True, pace=0.7)):
        table = example_ways().seconds(places, means)
        for a, start in enumerate(places):
            for b, goal in enumerate(places):
                if a != b:
                    route = example_ways().route(start, goal, means)
                    assert table[a][b] == pytest.approx(route.seconds, abs=0.05)
    assert example_ways().seconds([]) == []
    assert example_ways().seconds([[], places[0]]) == [[0, math.inf], [math.inf, 0]]


def test_doors_have_hours():
    halls = [hall("a"), hall("b")]
    day = Hours(date(2026, 9, 30), time(10), time(18))
    doors = [
        joined("near", "door", ("a", 30, 10), ("b", 0, 10), hours=(day,)),
        joined("far", "door", ("a", 0, 20), ("b", 0, 20)),
    ]
    asked = ways(fair(halls, passages=doors))
    start, goal = point(28, 10, "a"), point(2, 10, "b")
    for at, expected in (
        (None, "near"),
        (OPEN, "near"),
        (datetime(2026, 9, 30, 10), "near"),
        (datetime(2026, 9, 30, 9, 59), "far"),
        (datetime(2026, 9, 30, 18), "far"),
        (datetime(2026, 10, 1, 11), "far"),
    ):
        assert passages(asked.route(start, goal, Means(at=at))) == [expected]
    only = ways(fair(halls, passages=doors[:1]))
    found = only.route(start, goal, Means(at=datetime(2026, 10, 1, 11)))
    assert found == NoWay(HOURS, None, "a", "b", ("near",))
    assert isinstance(only.route(start, goal, Means(at=OPEN)), Route)


@pytest.mark.parametrize(
    ("at", "is_way"),
    [
        (datetime(2026, 9, 30, 17, 59), False),
        (datetime(2026, 9, 30, 23), True),
        (datetime(2026, 10, 1, 1, 59), True),
        (datetime(2026, 10, 1, 2), False),
        (datetime(2026, 9, 30, 1), False),
    ],
)
def test_hours_may_go_over_midnight(at, is_way):
    night = Hours(date(2026, 9, 30), time(18), time(2))
    only = ways(
        fair([hall("a"), hall("b")], passages=[joined("d", "door", ("a", 30, 10), ("b", 0, 10), hours=(night,))])
    )
    assert isinstance(only.route(point(15, 5, "a"), point(15, 5, "b"), Means(at=at)), Route) is is_way


def test_why_there_is_no_way_up():
    halls = [hall("a", level="1"), hall("b", level="2")]
    start, goal = point(2, 2, "a"), point(2, 2, "b")
    stairs = joined("stairs", "stairs", ("a", 30, 10), ("b", 0, 10))
    escalator = joined("moving", "escalator", ("a", 30, 12), ("b", 0, 12), direction="up")
    steps = ways(fair(halls, passages=[stairs, escalator]))
    assert steps.route(start, goal, STEP_FREE).passages in (("stairs",), ("moving",))
    assert steps.route(start, goal, STEP_FREE).reason == MEANS
    assert passages(steps.route(start, goal, Means(no_stairs_up=True))) == ["moving"]
    found = steps.route(goal, start, Means(no_stairs_down=True))
    assert found == NoWay(MEANS, None, "b", "a", ("stairs",))
    moving = ways(fair(halls, passages=[escalator]))
    assert isinstance(moving.route(start, goal), Route)
    assert moving.route(goal, start) == NoWay(DIRECTION, None, "b", "a", ("moving",))
    none = ways(fair(halls))
    assert none.route(start, goal) == NoWay(NO_PASSAGE, None, "a", "b")
    assert none.seconds([start, goal]) == [[0, math.inf], [math.inf, 0]]


@pytest.mark.parametrize(
    ("kind", "says", "is_step_free"),
    [
        ("door", True, True),
        ("door", None, None),
        ("door", False, False),
        ("outdoor", None, None),
        ("lift", None, True),
        ("lift", False, False),
        ("ramp", None, True),
        ("ramp", False, False),
        ("stairs", True, False),
        ("escalator", True, False),
    ],
)
def test_what_is_step_free(kind, says, is_step_free):
    passage = joined("p", kind, ("a", 30, 10), ("b", 0, 10), step_free=says)
    asked = ways(fair([hall("a", level="1"), hall("b", level="2")], passages=[passage]))
    found = asked.route(point(2, 2, "a"), point(2, 2, "b"), STEP_FREE)
    assert isinstance(found, Route) is (is_step_free is not False)
    if is_step_free is not False:
        assert found.unsure == (() if is_step_free else ("p",))


def test_a_passage_that_is_known_to_be_step_free_is_taken_rather_than_one_nobody_says_anything_of():
    near, far = joined("near", "door", ("a", 30, 10), ("b", 0, 10)), (("a", 30, 20), ("b", 0, 20))
    start, goal = point(28, 10, "a"), point(2, 10, "b")
    known = ways(fair([hall("a"), hall("b")], passages=[near, joined("far", "door", *far, step_free=True)]))
    assert passages(known.route(start, goal)) == ["near"]
    assert (passages(known.route(start, goal, STEP_FREE)), known.route(start, goal, STEP_FREE).unsure) == (["far"], ())
    unknown = ways(fair([hall("a"), hall("b")], passages=[near, joined("far", "door", *far, step_free=False)]))
    found = unknown.route(start, goal, STEP_FREE)
    assert (passages(found), found.unsure) == (["near"], ("near",))
    assert unknown.seconds([start, goal], STEP_FREE)[0][1] == pytest.approx(found.seconds)
    assert unknown.route(start, goal).unsure == ()


def test_a_way_to_a_place_in_a_hall_that_is_not_measured_ends_at_its_door():
    doors = [joined("d", "door", ("a", 30, 10), ("b", 0, 10))]
    asked = ways(fair([hall("a"), hall("b", outline=())], [Stand("b#N2", "N2", "b")], doors))
    inside = [Spot(Ref("stand", "b#N2"), "b", "b#N2")]
    assert asked.route(point(2, 2, "a"), inside).unwalked == ("b",)
    assert asked.route(inside, point(2, 2, "a")).unwalked == ("b",)
    assert asked.route(point(2, 2, "a"), [Spot(Ref("hall", "b"), "b")]).unwalked == ()
    assert asked.route(inside, inside).unwalked == ()
    assert asked.route(point(2, 2, "a"), point(9, 9, "a")).unwalked == ()


def test_levels_and_kinds_take_their_time():
    halls = [hall("a", level="0"), hall("b", level="1"), hall("c", level="3")]

    def seconds(kind, goal="b", back=False, pace=1.0, **more):
        passage = joined("p", kind, ("a", 30, 10), (goal, 30, 10), **more)
        ends = [point(29.5, 10, "a"), point(29.5, 10, goal)]
        start, end = ends[::-1] if back else ends
        return ways(fair(halls, passages=[passage])).route(start, end, Means(pace=pace)).parts[1].seconds

    assert seconds("stairs", back=True) < seconds("stairs")
    assert seconds("stairs", goal="c") == pytest.approx(3 * seconds("stairs"))
    assert seconds("stairs", pace=0.5) == pytest.approx(2 * seconds("stairs"))
    assert seconds("escalator", pace=0.5) == seconds("escalator")
    assert seconds("lift") < seconds("lift", goal="c") < seconds("stairs", goal="c") * 2
    assert seconds("lift") > seconds("stairs")
    assert seconds("ramp") > seconds("stairs")
    assert seconds("door") == 0  # nobody says how far apart the halls are


def test_the_length_of_a_passage_is_that_on_the_site_where_both_halls_are_placed():
    door = joined("p", "door", ("a", 30, 10), ("b", 0, 10))
    turned = hall("b", origin=(38, 0), angle=0)
    placed = ways(fair([hall("a", origin=(0, 0)), turned], passages=[door]))
    found = placed.route(point(29.5, 10, "a"), point(0.5, 10, "b"))
    assert found.parts[1].length == pytest.approx(8)
    assert found.parts[1].seconds == pytest.approx(8 / Means().pace)
    loose = ways(fair([hall("a", origin=(0, 0)), hall("b")], passages=[door]))
    assert loose.route(point(29.5, 10, "a"), point(0.5, 10, "b")).parts[1].length == 0


def test_a_direction_between_halls_of_one_level_is_that_of_the_ends():
    up = joined("p", "door", ("a", 30, 10), ("b", 0, 10), direction="up")
    asked = ways(fair([hall("a"), hall("b")], passages=[up]))
    assert isinstance(asked.route(point(2, 2, "a"), point(2, 2, "b")), Route)
    assert asked.route(point(2, 2, "b"), point(2, 2, "a")).reason == DIRECTION


def test_stairs_of_unknown_levels_may_lead_up():
    asked = ways(fair([hall("a"), hall("b")], passages=[joined("p", "stairs", ("a", 30, 10), ("b", 0, 10))]))
    start, goal = point(2, 2, "a"), point(2, 2, "b")
    assert isinstance(asked.route(start, goal), Route)
    assert asked.route(start, goal, Means(no_stairs_up=True)).reason == MEANS
    assert asked.route(start, goal, Means(no_stairs_down=True)).reason == MEANS


def test_a_lift_between_three_levels():
    halls = [hall(name, level=str(n)) for n, name in enumerate("abc")]
    lift = Passage("lift", "lift", tuple(PassageEnd(name, (15, 20)) for name in "abc"))
    asked = ways(fair(halls, passages=[lift]))
    up = asked.route(point(15, 15, "a"), point(15, 15, "c"), STEP_FREE)
    assert [(part.start, part.end, part.up) for part in up.parts if isinstance(part, Through)] == [(0, 2, 1)]
    down = asked.route(point(15, 15, "c"), point(15, 15, "b"))
    assert [(part.start, part.end, part.up) for part in down.parts if isinstance(part, Through)] == [(2, 1, -1)]


def test_the_street_does_not_join_two_doors():
    street = [Passage(f"street-{name}", "door", (PassageEnd(name, (15, 0)),)) for name in "ab"]
    asked = ways(fair([hall("a"), hall("b")], passages=street))
    assert asked.route(point(15, 5, "a"), point(15, 5, "b")) == NoWay(NO_PASSAGE, None, "a", "b")


def test_a_street_door_that_one_comes_in_by_has_to_let_one_through():
    day = Hours(date(2026, 9, 30), time(10), time(18))
    street = Passage("street", "door", (PassageEnd("h", (15, 0)),), step_free=False, hours=(day,))
    asked = ways(fair([hall()], passages=[street]))
    start = [Spot(Ref("passage", "street"), "h", at=(15, 0))]
    assert isinstance(asked.route(start, point(15, 5)), Route)
    assert asked.route(start, point(15, 5), STEP_FREE) == NoWay(MEANS, None, "h", "h", ("street",))
    assert asked.seconds([start, point(15, 5)], STEP_FREE) == [[0, math.inf], [math.inf, 0]]
    closed = Means(at=datetime(2026, 9, 30, 19))
    assert asked.route(point(15, 5), start, closed) == NoWay(HOURS, None, "h", "h", ("street",))


def test_a_hall_alone_is_reached_when_one_comes_into_it():
    to_hall = way(MAIN, ("hall", "h7"))
    assert isinstance(to_hall.parts[-1], Through)
    assert to_hall.parts[-1].passage in ("stairs-7", "escalator-7")
    already = way(("service", "info"), ("hall", "h1"))
    assert (already.parts, already.length, already.seconds) == ((), 0, 0)


def test_what_nobody_says_where_it_is():
    lost = NoWay(UNKNOWN)
    assert example_ways().route([], spots(*CAFE)) == lost
    assert example_ways().route(spots(*CAFE), []) == lost
    nowhere = Spot(Ref("stand", "x"), "no-such-hall")
    assert example_ways().route(spots(*CAFE), [nowhere]) == NoWay(UNKNOWN, nowhere)


def test_zones_are_joined_by_what_is_known_and_no_length_is_made_up():
    catalogue = fair_of("""
[[hall]]
id = "a"
name = "A"
[[hall]]
id = "b"
name = "B"
[[hall]]
id = "c"
name = "C"
[[passage]]
id = "ab"
kind = "door"
ends = [{ hall = "a", at = [1, 1] }, { hall = "b", at = [0, 0] }]
[[passage]]
id = "bc"
kind = "door"
ends = [{ hall = "b", at = [30, 40] }, { hall = "c", at = [1, 1] }]
[[stand]]
code = "A1"
hall = "c"
""")
    asked = ways(catalogue)
    floors = floors_of(catalogue)
    start, goal = (spots_of(catalogue, floors, Ref(*each)) for each in (("hall", "a"), ("stand", "c#A1")))
    route = asked.route(start, goal)
    assert [type(part) for part in route.parts] == [Through, Walk, Through]
    assert route.parts[1] == Walk("b", ((0, 0), (30, 40)), 50, measured=False)
    assert route.length == 50
    assert asked.seconds([start, goal])[0][1] == pytest.approx(route.seconds)


def test_zones_without_passages_have_no_way_but_within():
    catalogue = bundled()
    asked = ways(catalogue)
    one, other, *_ = catalogue.halls
    assert asked.route([Spot(Ref("hall", one), one)], [Spot(Ref("hall", other), other)]).reason == NO_PASSAGE
    assert asked.route([Spot(Ref("hall", one), one)], [Spot(Ref("hall", one), one)]).parts == ()


def test_an_unplaced_stand_of_a_measured_hall_is_only_known_to_be_in_it():
    drawn = stands([box(10, 10, 3, 3), ()])
    found = ways(fair([hall()], drawn)).route(stand(1), stand(2))
    assert (found.parts, found.length) == ((), 0)


def test_one_that_is_closed_in_is_told_apart_from_a_missing_passage():
    walls = (box(0, 5, 30, 0.3),)
    doors = [joined("p", "door", ("a", 15, 20), ("b", 15, 0))]
    asked = ways(fair([hall("a", walls=walls), hall("b")], passages=doors))
    inside, outside = point(15, 2, "a"), point(15, 10, "a")
    assert asked.route(inside, point(5, 5, "b")) == NoWay(CLOSED_IN, inside[0], "a", "b")
    assert asked.route(point(5, 5, "b"), inside) == NoWay(CLOSED_IN, inside[0], "a", "b")
    assert asked.route(inside, outside) == NoWay(CLOSED_IN, inside[0], "a", "a")
    assert passages(asked.route(outside, point(5, 5, "b"))) == ["p"]


def test_nobody_goes_through_a_door_and_straight_back() -> None:
    # Along a street of doors, sums of stretches differ from the whole by rounding: to go in and out again costs none.
    rooms = [hall(f"r{n}", box(0, 0, 10, 10)) for n in range(13)]
    doors = [joined(f"d{n}", "door", (f"r{n}", 10, 5.1), ("street", 0, 7.3 + 23.1 * n)) for n in range(13)]
    asked = ways(fair([hall("street", box(0, 0, 12, 300)), *rooms], passages=doors))
    for one in range(13):
        for other in range(13):
            if one != other:
                taken = passages(asked.route(point(5, 5, f"r{one}"), point(5, 5, f"r{other}")))
                assert taken == [f"d{one}", f"d{other}"]


@pytest.mark.parametrize(("says", "is_way"), [(True, True), (None, True), (False, False)])
def test_who_stands_at_a_door_of_which_nobody_says_anything_has_come_in_by_it(says, is_way) -> None:
    street = Passage("street", "door", (PassageEnd("h", (15, 0)),), step_free=says)
    catalogue = fair([hall()], stands([box(5, 5, 5, 5)]), [street])
    at_door = spots_of(catalogue, floors_of(catalogue), Ref("passage", "street"))
    assert isinstance(ways(catalogue).route(at_door, stand(1), STEP_FREE), Route) is is_way
    assert isinstance(ways(catalogue).route(stand(1), at_door, STEP_FREE), Route) is is_way
