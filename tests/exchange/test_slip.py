"""Slips: no line is wider than the paper, nothing is torn that fits, everything asked for is there."""

import pytest
from hypothesis import given, settings

from guide.catalogue.model import Ref
from guide.exchange.selection import favoured, things, visited, whole_fair
from guide.exchange.slip import COLUMNS, slip
from guide.text import width
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, visits
from tests.hostile import FORBIDDEN

PATIENT = settings(deadline=None)
EACH = pytest.mark.parametrize("columns", COLUMNS)


def checked(text: str, columns: int) -> str:
    """The slip, after it was held against the paper."""
    assert text.endswith("\n")
    for line in text.split("\n"):
        assert width(line) <= columns
        assert line == line.rstrip()
        assert not set(line) & FORBIDDEN
    return text


@EACH
def test_a_slip_of_the_plan_as_it_was(columns, screen_snapshot):
    assert checked(slip(visited(CATALOGUE, ENGLISH, FULL), columns), columns) == screen_snapshot


@EACH
def test_a_slip_of_a_card_as_it_was(columns, screen_snapshot):
    chosen = things(CATALOGUE, ENGLISH, [Ref("exhibitor", "luch")])
    assert checked(slip(chosen, columns), columns) == screen_snapshot


def test_a_card_says_where_on_lines_of_its_own():
    lines = [line.strip() for line in slip(things(CATALOGUE, ENGLISH, [Ref("exhibitor", "polesie")]), 32).splitlines()]
    assert {"Polesie Toys", "Полесские игрушки", "7C5.1", "Hall 2", "+375 16 000-00-01"} <= set(lines)
    assert not any("director@" in line for line in lines)


@EACH
def test_the_whole_fair_is_a_list(columns):
    text = checked(slip(whole_fair(CATALOGUE, ENGLISH), columns), columns)
    for thing in CATALOGUE.exhibitors.values():
        assert (ENGLISH.d(thing.name) in text) == (thing.participation != "background")


@EACH
def test_favourites_keep_their_notes(columns):
    text = checked(slip(favoured(CATALOGUE, ENGLISH, FULL), columns), columns)
    assert "Left Long Ago Ltd\n  no longer in the catalogue\n  owes me a pen\n" in text


@given(visit=visits())
@PATIENT
def test_no_visit_is_wider_than_the_paper(visit):
    for columns in COLUMNS:
        checked(slip(visited(CATALOGUE, ENGLISH, visit), columns), columns)
        checked(slip(favoured(CATALOGUE, ENGLISH, visit), columns), columns)


@HOSTILE
@EACH
def test_no_text_of_a_catalogue_is_wider_than_the_paper(kind, columns):
    catalogue = hostile(kind)
    checked(slip(whole_fair(catalogue, tongue_of(catalogue)), columns), columns)
    for ref in whole_fair(catalogue, tongue_of(catalogue)).refs:
        checked(slip(things(catalogue, tongue_of(catalogue), [ref]), columns), columns)
