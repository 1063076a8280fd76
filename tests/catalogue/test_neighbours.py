"""Who stands next to a stand: as the plan draws it, else by the numbers."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import places
from guide.catalogue.load import load
from guide.catalogue.neighbours import GAP, Neighbours, neighbours
from tests.catalogue.catalogues import catalogue

HALLS = """
[[hall]]
id = "h1"
name = "1"
[[hall]]
id = "h2"
name = "2"
"""


def box(x, y, wide=3.0, high=3.0):
    return [[x, y], [x + wide, y], [x + wide, y + high], [x, y + high]]


def fair(*stands):
    """A fair of stands: (code, hall, polygon or None)."""
    parts = [HALLS]
    for code, hall, polygon in stands:
        parts.append(f'[[stand]]\ncode = "{code}"')
        parts += [f'hall = "{hall}"'] * bool(hall) + [f"polygon = {polygon}"] * bool(polygon)
    return catalogue("\n".join(parts))


def beside(made, key):
    return list(neighbours(made, key).ids)


@pytest.mark.parametrize(
    ("other", "is_next"),
    [
        (box(3, 0), True),
        (box(3 + GAP - 0.01, 0), True),
        (box(3 + GAP + 0.05, 0), False),
        (box(0, 3), True),
        (box(0, -3), True),
        (box(3, 2.7), False),
        (box(3, 2), True),
        (box(3, 3), False),
        (box(6, 0), False),
        (box(1, 1, 1, 1), False),
        ([[3.1, 0], [6, 0], [6, 3], [3.4, 3]], True),
        ([[3, 1.5], [6, 0], [6, 3]], False),
    ],
    ids=[
        "a wall between", "a gap as of a cable", "an aisle", "behind", "in front", "a corner and a little more",
        "half a side", "corner to corner", "far off", "on it", "aslant", "a corner to a side",
    ],
)  # fmt: skip
def test_next_to_is_along_half_a_metre_with_hardly_a_gap(other, is_next):
    made = fair(("A1", "h1", box(0, 0)), ("A2", "h1", other))
    assert neighbours(made, "h1#A1") == Neighbours(("h1#A2",) if is_next else (), True)
    assert bool(beside(made, "h1#A2")) == is_next


def test_round_stands_are_next_to_each_other_too():
    def ring(x):
        turns = [2 * math.pi * at / 24 for at in range(24)]
        return [[round(x + 2 * math.cos(turn), 3), round(2 * math.sin(turn), 3)] for turn in turns]

    made = fair(("A1", "h1", ring(0)), ("A2", "h1", ring(4.2)), ("A3", "h1", ring(9)))
    assert beside(made, "h1#A1") == ["h1#A2"]


def test_a_wall_ends_at_the_hall():
    made = fair(("A1", "h1", box(0, 0)), ("A2", "h2", box(3, 0)), ("A3", "h1", box(9, 0)))
    assert neighbours(made, "h1#A1") == Neighbours((), True)


def test_those_of_its_own_row_come_first():
    made = fair(("B2", "h1", box(3, 3)), ("A1", "h1", box(0, 0)), ("A2", "h1", box(3, 0)), ("A3", "h1", box(6, 0)))
    assert beside(made, "h1#A2") == ["h1#A1", "h1#A3", "h1#B2"]


@pytest.mark.parametrize(
    ("codes", "of", "found"),
    [
        (["A1", "A2", "A3"], "A2", ["A1", "A3"]),
        (["A3", "A1", "A2"], "A1", ["A2"]),
        (["A2", "A10", "A9"], "A9", ["A2", "A10"]),
        (["A01", "A2", "A003"], "A2", ["A01", "A003"]),
        (["А1", "A2"], "A2", ["А1"]),
        (["a1", "A2"], "A2", ["a1"]),
        (["A1", "B2", "A-3"], "A1", ["A-3"]),
        (["7C5.1", "7C5.2", "7C6.1", "7D5.2"], "7C5.2", ["7C5.1", "7C6.1"]),
        (["12-05", "12-06", "13-05"], "12-05", ["12-06"]),
        (["104", "105", "106"], "105", ["104", "106"]),
        (["A12", "A12a", "A13"], "A12a", ["A12", "A13"]),
        (["A061/C060", "A062", "A060"], "A061/C060", ["A060", "A062"]),
        (["A1"], "A1", []),
        (["VIP", "A1"], "VIP", []),
    ],
)
def test_without_a_plan_the_numbers_before_and_after_in_the_row(codes, of, found):
    made = fair(*((code, "h1", None) for code in codes), ("A2" if of != "A2" else "A1", "h2", None))
    assert neighbours(made, f"h1#{of}") == Neighbours(tuple(f"h1#{code}" for code in found), False)


def test_without_halls_the_numbers_are_of_the_whole_fair():
    made = fair(("A1", "", box(0, 0)), ("A2", "", box(30, 0)))
    assert neighbours(made, "A1") == Neighbours(("A2",), False)


def test_the_only_stand_that_is_drawn_has_neighbours_by_number():
    made = fair(("A1", "h1", box(0, 0)), ("A2", "h1", None))
    assert neighbours(made, "h1#A1") == Neighbours(("h1#A2",), False)


def test_a_stand_that_is_not_there_has_none():
    assert neighbours(fair(), "h1#A1") == Neighbours()


def test_being_next_to_is_mutual_in_the_example_fair():
    example = load(places.bundled("example-fair")).catalogue
    found = {key: neighbours(example, key) for key in example.stands}
    assert sum(bool(each.ids) for each in found.values() if each.measured) > 40
    for key, each in found.items():
        assert key not in each.ids
        for other in each.ids:
            assert example.stands[other].hall == example.stands[key].hall
            assert not each.measured or key in found[other].ids, (key, other)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(-40, 40), st.integers(-40, 40)), min_size=2, max_size=8, unique=True))
def test_moving_and_turning_the_plan_changes_nothing(corners):
    tenths = [(x / 10 * 3, y / 10 * 3) for x, y in corners]

    def found(points):
        made = fair(*((f"A{at}", "h1", box(x, y)) for at, (x, y) in enumerate(points)))
        return [set(beside(made, f"h1#A{at}")) for at in range(len(points))]

    assert found(tenths) == found([(x + 100, y - 50) for x, y in tenths])
    assert found(tenths) == found([(-y, x) for x, y in tenths])
