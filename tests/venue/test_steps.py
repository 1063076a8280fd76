"""A way as steps: left is left, what is counted is there, what is said to be beside, opposite or between is so.

The oracle here knows nothing of the code: it walks the way in steps of twenty centimetres and looks square to both
sides, one ray at a time, at every edge of the hall.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Catalogue, Point, Polygon, Ref
from guide.venue.bends import AHEAD, BEHIND, LEFT, RIGHT, SLIGHTLY_LEFT, SLIGHTLY_RIGHT
from guide.venue.floors import Floor, Floors, floors_of
from guide.venue.landmarks import row_label
from guide.venue.route import Means, Route
from guide.venue.spots import entrances, spots_of
from guide.venue.steps import Arrive, SetOut, Step, Straight, Take, Turn, steps_of
from guide.venue.ways import Ways
from tests.venue.fairs import example, fair_of
from tests.venue.gamescom import gamescom

LOOK = 0.2  # metres between two looks
FAR = 6.0  # metres that one looks
ANYHOW = Means()
SIDES = {LEFT: 1, SLIGHTLY_LEFT: 1, RIGHT: -1, SLIGHTLY_RIGHT: -1}


@cache
def walked(fair: str) -> tuple[Catalogue, Floors, Ways]:
    catalogue = example() if fair == "example" else gamescom()
    floors = floors_of(catalogue)
    return catalogue, floors, Ways.of(catalogue, floors)


def route_between(fair: str, one: str, other: str, means: Means = ANYHOW) -> tuple[Route, tuple[Step, ...]]:
    catalogue, floors, ways = walked(fair)
    starts, goals = (spots_of(catalogue, floors, Ref("stand", key)) for key in (one, other))
    route = ways.route(starts, goals, means)
    assert isinstance(route, Route)
    return route, steps_of(catalogue, floors, route)


def stands(fair: str) -> st.SearchStrategy[str]:
    keys = sorted(walked(fair)[1].at)
    return st.sampled_from(keys)


# The oracle.


def looks(points: Sequence[Point]) -> Iterator[tuple[Point, Point, int]]:
    """Places along a way, the direction one walks there, and on which stretch of it they are.

    Where it leads back or aside nobody looks to the side.
    """
    whole = unit(points[0], points[-1])
    for stretch, (a, b) in enumerate(pairwise(points)):
        length = math.dist(a, b)
        if length < 1e-9:
            continue
        ahead = unit(a, b)
        if whole[0] * ahead[0] + whole[1] * ahead[1] < math.cos(math.radians(35)):
            continue
        for n in range(round(length / LOOK)):
            share = (n + 0.5) * LOOK / length
            yield (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])), ahead, stretch


def unit(a: Point, b: Point) -> Point:
    length = math.dist(a, b) or 1.0
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


def hit(at: Point, way: Point, shape: Polygon) -> tuple[float, int]:
    """How far a ray goes until it meets the edge of a shape, and which one."""
    best, side = math.inf, 0
    for n, d in enumerate(shape):
        c = shape[n - 1]
        ex, ey = d[0] - c[0], d[1] - c[1]
        cross = way[0] * ey - way[1] * ex
        if abs(cross) < 1e-12:
            continue
        along = ((c[0] - at[0]) * ey - (c[1] - at[1]) * ex) / cross
        share = ((c[0] - at[0]) * way[1] - (c[1] - at[1]) * way[0]) / cross
        if 0 <= along < best and 0 <= share <= 1:
            best, side = along, n
    return best, side


def seen(floor: Floor, points: Sequence[Point], side: int) -> tuple[Counter[str], dict[str, float]]:
    """The metres that one sees of every stand to one side; the stands in the order in which they come.

    With each comes how long the sides of it are along the way of which one sees anything.
    """
    shapes = [(plot.stand, plot.shape) for plot in floor.plots]
    shapes += [("", shape) for shape in (*floor.walls, *floor.blocks)]
    near = []
    for a, b in pairwise(points):
        box = [min(a[0], b[0]) - FAR, min(a[1], b[1]) - FAR, max(a[0], b[0]) + FAR, max(a[1], b[1]) + FAR]
        near.append([(name, shape) for name, shape in shapes if touches(shape, box)])
    metres: Counter[str] = Counter()
    order: dict[str, list[float]] = {}
    for at, ahead, stretch in looks(points):
        way = (-ahead[1] * side, ahead[0] * side)
        hits = [(*hit(at, way, shape), name, shape) for name, shape in near[stretch]]
        depth, edge, name, shape = min(hits, default=(math.inf, 0, "", ()))
        if depth <= FAR and name:
            metres[name] += LOOK
            along = [x * ahead[0] + y * ahead[1] for x, y in (shape[edge - 1], shape[edge])]
            order.setdefault(name, []).extend(along)
    return metres, {name: max(along) - min(along) for name, along in order.items()}


def touches(shape: Polygon, box: Sequence[float]) -> bool:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return min(xs) <= box[2] and max(xs) >= box[0] and min(ys) <= box[3] and max(ys) >= box[1]


def cross(a: Point, b: Point, point: Point) -> float:
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def centre(shape: Polygon) -> Point:
    return sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape)


def gap(one: Polygon, other: Polygon) -> float:
    """Metres between two shapes, from the corners of each to the sides of the other."""
    return min(distance(p, b[n - 1], b[n]) for a, b in ((one, other), (other, one)) for p in a for n in range(len(b)))


def distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    share = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / ((dx * dx + dy * dy) or 1.0)))
    return math.hypot(p[0] - a[0] - share * dx, p[1] - a[1] - share * dy)


# What holds of every way.


def check_sum(route: Route, steps: Sequence[Step]) -> None:
    told = sum(getattr(step, "metres", 0.0) for step in steps)
    assert told == pytest.approx(route.length, abs=0.01)
    assert isinstance(steps[-1], Arrive)
    assert not any(isinstance(step, Arrive) for step in steps[:-1])


def check_turns(floors: Floors, steps: Sequence[Step]) -> None:
    """Each turn leads to the side to which the way bends, and is after a stand that is there and on its side."""
    for before, step, after in zip(steps, steps[1:], steps[2:], strict=False):
        if not isinstance(step, Turn):
            continue
        assert isinstance(before, Straight)
        assert isinstance(after, Straight)
        assert step.way != AHEAD
        start, end = before.points[0], before.points[-1]
        bend = cross(start, end, (end[0] + after.points[-1][0] - after.points[0][0],
                                  end[1] + after.points[-1][1] - after.points[0][1]))  # fmt: skip
        sharp = abs(bend) > math.sin(math.radians(15)) * math.dist(start, end) * math.dist(
            after.points[0], after.points[-1]
        )
        if step.way != BEHIND and sharp:
            assert bend * SIDES[step.way] > 0
        if step.after is not None:
            shape = floors.at[step.after.stand][1].shape
            assert min(distance(step.at, shape[n - 1], shape[n]) for n in range(len(shape))) < 6.5
            nearest = min(shape, key=lambda corner: math.dist(corner, step.at))
            if abs(cross(start, end, centre(shape))) > math.dist(start, end):
                assert cross(start, end, centre(shape)) * SIDES[step.after.side] > 0, nearest


def check_passed(fair: str, floors: Floors, steps: Sequence[Step], own: set[str]) -> None:
    """What is passed on either side is what one sees there."""
    for step in steps:
        if not isinstance(step, Straight) or len(step.points) < 2:
            continue
        floor = floors.floors[step.hall]
        for told, side in ((step.left, 1), (step.right, -1)):
            metres, order = seen(floor, step.points, side)
            for stand, length in metres.items():
                if stand in own or stand in shared(fair, step.hall):
                    continue
                need = min(max(order[stand] / 2, 1.0), 3.0)
                if length > need + 0.8:
                    assert stand in told, (stand, length, need)
                if length < need - 0.8:
                    assert stand not in told, (stand, length, need)
            both = [stand for stand in told if stand in order and stand not in shared(fair, step.hall)]
            assert both == sorted(both, key=list(order).index)


@cache
def shared(fair: str, hall: str) -> frozenset[str]:
    """Stands that are drawn over one another: any of them may be the one that is seen."""
    plots = walked(fair)[1].floors[hall].plots
    return frozenset(
        plot.stand
        for plot in plots
        for other in plots
        if plot is not other
        and min(plot.box.right, other.box.right) - max(plot.box.left, other.box.left) > 0.1
        and min(plot.box.top, other.box.top) - max(plot.box.bottom, other.box.bottom) > 0.1
    )


def check_arrival(fair: str, catalogue: Catalogue, floors: Floors, steps: Sequence[Step]) -> None:
    arrive = steps[-1]
    assert isinstance(arrive, Arrive)
    stand = arrive.spot.stand or ""
    shape = floors.at[stand][1].shape
    last = next((step for step in reversed(steps) if isinstance(step, Straight)), None)
    if arrive.side in SIDES and last is not None and len(last.points) > 1:
        start, end = last.points[0], last.points[-1]
        ahead, there = unit(start, end), unit(end, centre(shape))
        sine, cosine = ahead[0] * there[1] - ahead[1] * there[0], ahead[0] * there[0] + ahead[1] * there[1]
        # A way runs aslant through the aisle that it is told along: what is ahead of it may be on either side.
        if abs(math.degrees(math.atan2(sine, cosine))) > 50:
            assert sine * SIDES[arrive.side] > 0
    if arrive.number and stand not in shared(fair, arrive.spot.hall):
        assert last is not None
        passed = last.left if arrive.side == LEFT else last.right
        ahead = unit(last.points[0], last.points[-1])
        along = {
            key: sum(a * b for a, b in zip(ahead, centre(floors.at[key][1].shape), strict=True))
            for key in (*passed, stand)
        }
        assert arrive.number == len([key for key in passed if along[key] < along[stand]]) + 1
    for key in arrive.between:
        assert gap(shape, floors.at[key][1].shape) <= 0.61
        assert row_label(catalogue.stands[key].code or "") == row_label(catalogue.stands[stand].code or "")
    if arrive.opposite is not None:
        other = floors.at[arrive.opposite][1].shape
        assert arrive.opposite != stand
        assert gap(shape, other) <= 2 * FAR


@pytest.mark.parametrize(("fair", "count"), [("example", 25), ("gamescom", 12)])
def test_what_is_said_is_so(fair: str, count: int) -> None:
    catalogue, floors, _ = walked(fair)

    @settings(max_examples=count, deadline=None, derandomize=True, database=None)
    @given(stands(fair), stands(fair), st.booleans())
    def holds(one: str, other: str, step_free: bool) -> None:
        try:
            route, steps = route_between(fair, one, other, Means(step_free=step_free))
        except AssertionError:
            assert step_free  # without stairs some ways are none
            return
        check_sum(route, steps)
        check_turns(floors, steps)
        check_passed(fair, floors, steps, {one, other})
        check_arrival(fair, catalogue, floors, steps)

    holds()


# One way, step by step.

HALL = """
[[hall]]
id = "h"
name = "Hall"
level = "1"
outline = [[0, 0], [30, 0], [30, 20], [0, 20]]

[[hall]]
id = "up"
name = "Upstairs"
level = "2"

[[passage]]
id = "door"
kind = "door"
ends = [{ hall = "h", at = [2, 0] }]

[[passage]]
id = "stairs"
kind = "stairs"
ends = [{ hall = "h", at = [30, 10] }, { hall = "up", at = [0, 0] }]

[[stand]]
code = "A1"
hall = "h"
polygon = [[4, 3], [9, 3], [9, 8], [4, 8]]

[[stand]]
code = "A2"
hall = "h"
polygon = [[9, 3], [14, 3], [14, 8], [9, 8]]

[[stand]]
code = "A3"
hall = "h"
polygon = [[14, 3], [19, 3], [19, 8], [14, 8]]

[[stand]]
code = "B1"
hall = "h"
polygon = [[4, 12], [9, 12], [9, 17], [4, 17]]

[[stand]]
code = "B2"
hall = "h"
polygon = [[9, 12], [14, 12], [14, 17], [9, 17]]

[[stand]]
code = "B3"
hall = "h"
polygon = [[14, 12], [19, 12], [19, 17], [14, 17]]

[[stand]]
code = "C10"
hall = "up"

[[stand]]
code = "C2"
hall = "up"

[[stand]]
code = "C40"
hall = "up"
"""


@cache
def small() -> tuple[Catalogue, Floors, Ways]:
    catalogue = fair_of(HALL)
    floors = floors_of(catalogue)
    return catalogue, floors, Ways.of(catalogue, floors)


def told(goal: str, start: str = "") -> tuple[Step, ...]:
    catalogue, floors, ways = small()
    starts = spots_of(catalogue, floors, Ref("stand", start)) if start else entrances(catalogue, floors)
    route = ways.route(starts, spots_of(catalogue, floors, Ref("stand", goal)))
    assert isinstance(route, Route)
    return steps_of(catalogue, floors, route)


def test_from_the_door_to_the_last_stand_of_the_row() -> None:
    set_out, first, turn, second, arrive = told("h#B3")
    assert isinstance(set_out, SetOut)
    assert (set_out.place, set_out.way) == (Ref("passage", "door"), AHEAD)
    assert isinstance(first, Straight)
    assert (first.left, first.right) == ((), ("h#A1",))
    assert isinstance(turn, Turn)
    assert (turn.way, turn.after and turn.after.stand, turn.after and turn.after.side) == (RIGHT, "h#A1", RIGHT)
    assert isinstance(second, Straight)
    assert (second.rows, second.left) == (("B", "A"), ("h#B1", "h#B2"))
    assert isinstance(arrive, Arrive)
    assert (arrive.side, arrive.number, arrive.opposite) == (LEFT, 3, "h#A3")


def test_out_of_a_stand_one_has_it_at_ones_back_only_where_it_has_one_open_side() -> None:
    assert isinstance(told("h#B3", "h#B1")[0], SetOut)
    middle, corner = told("h#A3", "h#B2")[0], told("h#A3", "h#B1")[0]
    assert isinstance(middle, SetOut)
    assert isinstance(corner, SetOut)
    assert corner.way == ""
    assert corner.towards is not None


def test_up_the_stairs_into_a_hall_that_is_known_by_its_numbers_only() -> None:
    steps = told("up#C10")
    take = next(step for step in steps if isinstance(step, Take))
    assert (take.passage, take.up, take.hall, take.level) == ("stairs", 1, "up", "2")
    arrive = steps[-1]
    assert isinstance(arrive, Arrive)
    assert arrive.numbered is not None
    assert (arrive.numbered.row, arrive.numbered.before, arrive.numbered.after) == ("C", "C2", "C40")
    assert (arrive.numbered.first, arrive.numbered.last) == ("C2", "C40")
    assert not any(isinstance(step, Turn) for step in steps[steps.index(take) :])


def test_to_where_one_is_there_is_nothing_to_walk() -> None:
    assert [type(step) for step in told("h#A1", "h#A1")] == [Arrive]


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("A12", "A"),
        ("7C5.1", "7C"),
        ("12-05", "12"),
        ("а 7", "А"),
        ("A010g B015", "A"),
        ("Б-3", "Б"),
        ("free", ""),
        ("7", ""),
    ],
)
def test_a_row_goes_by_what_the_code_writes(code: str, label: str) -> None:
    assert row_label(code) == label
