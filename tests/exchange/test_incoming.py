"""A visit that comes in: all of it is there afterwards, nothing of mine is lost, and a second time nothing happens."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings

from guide.exchange.incoming import account, brought, recognised
from guide.exchange.qr import for_guide
from guide.exchange.selection import visited
from guide.exchange.visitfile import visit_json
from guide.visit.changes import applied
from guide.visit.compact import Brought
from guide.visit.state import EMPTY, Stop, Visit
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, RUSSIAN, visits

PATIENT = settings(deadline=None, max_examples=60)


def codes(visit: Visit) -> str:
    return "\n".join(code.text for code in for_guide(visited(CATALOGUE, ENGLISH, visit), 80, 21))


@given(mine=visits(most=4), theirs=visits(most=4))
@PATIENT
def test_all_of_it_comes_in_and_nothing_of_mine_goes(mine, theirs):
    told = account(CATALOGUE, mine, Brought(theirs), ENGLISH)
    after = applied(mine, told.change)
    for ref, mark in theirs.marks.items():
        now = after.mark(ref)
        assert now.favourite >= mark.favourite
        assert now.visited >= mark.visited
        assert now.rating in (mine.mark(ref).rating or mark.rating,)
        assert mark.note in now.note
    for ref, mark in mine.marks.items():
        now = after.mark(ref)
        assert (now.favourite >= mark.favourite, now.visited >= mark.visited) == (True, True)
        assert mark.note in now.note
    assert {stop.id for stop in mine.plan} <= {stop.id for stop in after.plan}
    for stop in recognised(theirs, mine).plan:
        assert replace(after.stop(stop.id), name="") == replace(stop, name="")
    assert applied(after, told.change.reversed()) == mine
    assert not account(CATALOGUE, after, Brought(theirs), ENGLISH)


@given(visit=visits(most=5))
@PATIENT
def test_what_comes_home_changes_nothing(visit):
    for text in (visit_json(visited(CATALOGUE, RUSSIAN, visit)), codes(visit)):
        assert not account(CATALOGUE, visit, brought(text, CATALOGUE, RUSSIAN), RUSSIAN)


def test_a_stop_that_was_moved_elsewhere_is_still_mine():
    elsewhere = replace(FULL, plan=tuple(
        replace(stop, starts=time(15, 0)) if stop.id == "a2" else stop for stop in FULL.plan
    ))  # fmt: skip
    theirs = brought(codes(elsewhere), CATALOGUE, ENGLISH)
    told = account(CATALOGUE, FULL, theirs, ENGLISH)
    assert [key for key, _, _ in told.change.stops] == ["a2"]
    [words] = [words for sign, words in told.lines if sign == "~"]
    now, was = words.rstrip(")").split(" (was: ")
    assert now == "29 September 15:00–15:45, Polesie Toys, Hall 2 · 7C5.1"
    assert was == "29 September 12:30–13:15, Polesie Toys, Hall 2 · 7C5.1"


def test_a_stop_on_another_day_is_another_stop():
    theirs = Visit(plan=(Stop("z", FULL.plan[1].ref, date(2025, 9, 30), time(12, 30), 45),))
    told = account(CATALOGUE, FULL, Brought(theirs), ENGLISH)
    assert [before for _, before, _ in told.change.stops] == [None]


def test_two_stops_about_one_thing_are_told_apart():
    ref = FULL.plan[1].ref
    mine = Visit(plan=(Stop("a", ref, date(2025, 9, 29), time(9)), Stop("b", ref, date(2025, 9, 29), time(16))))
    theirs = Visit(plan=(Stop("x", ref, date(2025, 9, 29), time(16)), Stop("y", ref, date(2025, 9, 29), time(9))))
    assert [stop.id for stop in recognised(theirs, mine).plan] == ["b", "a"]
    third = replace(theirs, plan=(*theirs.plan, Stop("z", ref, date(2025, 9, 29), time(12))))
    assert [stop.id for stop in recognised(third, mine).plan] == ["b", "a", "z"]


def test_things_that_nobody_here_knows_are_counted():
    less = replace(CATALOGUE, exhibitors={})
    told = account(less, EMPTY, brought(codes(FULL), less, ENGLISH), ENGLISH)
    assert ("?", "3 things of it are not in this catalogue and are left out") in told.lines


@pytest.mark.parametrize("text", ["", "  \n", "G1:", "[]", "{}"])
def test_nothing_is_refused(text):
    from guide.errors import UnreadableError

    with pytest.raises(UnreadableError):
        brought(text, CATALOGUE, ENGLISH)
