"""Shapes on one another: what the sweep finds is what trying every pair finds, and thousands take no time."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.geometry import is_apart
from guide.catalogue.overlaps import DEEP, Shelf, overlaps


def box(left, low, wide=4.0, high=4.0):
    return ((left, low), (left + wide, low), (left + wide, low + high), (left, low + high))


def turned(shape, angle):
    cos, sin = math.cos(angle), math.sin(angle)
    return tuple((x * cos - y * sin, x * sin + y * cos) for x, y in shape)


def lie(one, two):
    """Whether two upright rectangles reach into one another, worked out by hand."""
    wide = min(one[1][0], two[1][0]) - max(one[0][0], two[0][0])
    high = min(one[2][1], two[2][1]) - max(one[0][1], two[0][1])
    return min(wide, high) > DEEP


BOXES = st.lists(
    st.builds(box, st.integers(0, 30), st.integers(0, 30), st.integers(1, 8), st.integers(1, 8)), max_size=25
)


@given(BOXES)
def test_whatever_lies_on_another_is_named(shapes):
    found = list(overlaps(Shelf(list(enumerate(shapes)))))
    for one, two, area in found:
        assert lie(shapes[one], shapes[two])
        assert area > 0
    # From west to east, each that lies on one before it is named once.
    order = sorted(range(len(shapes)), key=lambda n: (*shapes[n][0], *shapes[n][2]))
    covered = [n for at, n in enumerate(order) if any(lie(shapes[n], shapes[m]) for m in order[:at])]
    assert len({one for one, _, _ in found}) == len(found) == len(covered)


@given(BOXES, st.floats(0.05, 1.5))
@settings(deadline=None)
def test_turning_the_whole_plan_changes_nothing(shapes, angle):
    straight = [lie(one, two) for n, one in enumerate(shapes) for two in shapes[:n]]
    slanting = [
        bool(list(overlaps(Shelf([(0, turned(one, angle)), (1, turned(two, angle))]))))
        for n, one in enumerate(shapes) for two in shapes[:n]
    ]  # fmt: skip
    assert slanting == straight


@pytest.mark.parametrize(
    ("shapes", "count"),
    [
        ([box(n % 70 * 4, n // 70 * 4) for n in range(5000)], 0),
        ([turned(box(n % 70 * 4, n // 70 * 4), 0.2) for n in range(5000)], 0),
        ([box(0, n * 4) for n in range(5000)], 0),
        ([box(n * 4, 0) for n in range(5000)], 0),
        ([box(0, 0)] * 5000, 4999),
        ([((n, 0), (n + 999, 999), (n + 999.5, 999), (n + 0.5, 0)) for n in range(5000)], 0),
    ],
    ids=["in rows", "in slanting rows", "in a column", "in a row", "all in one place", "long slanting strips"],
)
def test_five_thousand_are_not_tried_in_pairs(shapes, count, monkeypatch):
    looked = 0

    def counted(*arguments):
        nonlocal looked
        looked += 1
        return common(*arguments)

    from guide.catalogue import overlaps as module

    common = module._common
    monkeypatch.setattr(module, "_common", counted)
    assert len(list(overlaps(Shelf(list(enumerate(shapes)))))) == count
    assert looked <= 50_000


def test_a_point_finds_what_it_may_lie_on():
    shelf = Shelf([(n, box(n * 5, 0)) for n in range(100)])
    assert [key for key, _ in shelf.near((12, 2, 12, 2))] == [2]
    assert [key for key, _ in shelf.near((14.5, 2, 14.5, 2))] == []
    assert list(Shelf([]).near((0, 0, 1, 1))) == []


@given(st.integers(-6, 6), st.integers(-6, 6))
def test_shapes_are_apart_or_have_something_in_common(x, y):
    assert is_apart(box(0, 0), box(x, y)) == (abs(x) > 4 or abs(y) > 4) or 4 in (abs(x), abs(y))
