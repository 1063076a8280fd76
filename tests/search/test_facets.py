"""Facets: within one, any of the chosen values; between them, all; each counts without its own choice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.i18n import Wording
from guide.search.facets import FACETS, Chosen, FacetTable, values_of
from tests.search.fair import CATALOGUE

TABLE = FacetTable.build(CATALOGUE)
REFS = {kind: tuple(CATALOGUE.refs(kind)) for kind in FACETS}
VALUES = {
    (kind, facet): sorted({value for ref in REFS[kind] for value in values_of(CATALOGUE, ref).get(facet, ())}, key=repr)
    for kind, facets in FACETS.items()
    for facet in facets
}


def slowly_kept(kind, chosen):
    """What is kept, looked at one by one."""
    kept = []
    for ref in REFS[kind]:
        values = values_of(CATALOGUE, ref)
        if all(set(values.get(facet, ())) & wanted for facet, wanted in chosen.items()):
            kept.append(ref)
    return tuple(kept)


@st.composite
def choices(draw):
    """A kind, and something chosen among its facets."""
    kind = draw(st.sampled_from(sorted(FACETS)))
    chosen = Chosen()
    for facet in FACETS[kind]:
        for value in draw(st.lists(st.sampled_from(VALUES[kind, facet]), max_size=2)) if VALUES[kind, facet] else ():
            chosen = chosen.with_(facet, value)
    return kind, chosen


@given(choices())
def test_what_is_kept_is_what_a_slow_look_keeps(choice):
    kind, chosen = choice
    assert TABLE.keep(kind, REFS[kind], chosen) == slowly_kept(kind, chosen)


@given(choices())
def test_a_count_is_what_would_be_listed_with_that_value_alone_in_its_facet(choice):
    kind, chosen = choice
    for facet, counted in TABLE.counts(kind, REFS[kind], chosen).items():
        for value, count in counted:
            alone = chosen.without(facet).with_(facet, value)
            assert count == len(slowly_kept(kind, alone))


@given(choices())
def test_values_come_by_count(choice):
    kind, chosen = choice
    for counted in TABLE.counts(kind, REFS[kind], chosen).values():
        numbers = [count for _, count in counted]
        assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    ("kind", "facet", "value", "count"),
    [
        ("exhibitor", "country", "BY", 3),
        ("exhibitor", "region", "BY-BR", 1),
        ("exhibitor", "sector", Wording.same("сельхозтехника"), 3),
        ("exhibitor", "participation", "background", 1),
        ("region", "country", "BY", 3),
        ("region", "kind", "country", 1),
        ("venture", "country", "BY", 2),
        ("venture", "country", "RU", 1),
        ("venture", "status", "operating", 1),
        ("venture", "at_fair", "yes", 1),
        ("session", "day", date(2026, 6, 1), 1),
        ("session", "track", Wording.same("станки"), 1),
        ("person", "country", "RU", 2),
        ("person", "region", "RU-ULY", 1),
        ("stand", "hall", "h1", 2),
        ("stand", "kind", "regional", 1),
    ],
)
def test_counts(kind, facet, value, count):
    assert dict(TABLE.counts(kind, REFS[kind], Chosen())[facet])[value] == count


def test_a_chosen_value_that_is_gone_stays_with_nought_so_that_it_can_be_taken_back():
    counted = TABLE.counts("exhibitor", [], Chosen({"country": ["BY"]}))
    assert counted["country"] == [("BY", 0)]


def test_kinds_without_facets_have_none():
    assert TABLE.counts("hall", list(CATALOGUE.refs("hall")), Chosen()) == {}
    assert TABLE.keep("hall", list(CATALOGUE.refs("hall")), Chosen()) == tuple(CATALOGUE.refs("hall"))


def test_a_choice_never_changes_but_makes_others():
    nothing = Chosen()
    chosen = nothing.with_("country", "BY").with_("country", "RU").with_("kind", "region")
    assert not nothing
    assert set(chosen.pairs()) == {("country", "BY"), ("country", "RU"), ("kind", "region")}
    assert chosen.without("country", "BY")["country"] == frozenset({"RU"})
    assert "country" not in chosen.without("country")
    assert chosen.without("kind", "region") == Chosen({"country": ["RU", "BY"]})
    assert chosen.toggled("kind", "region").toggled("kind", "region") == chosen
    assert hash(chosen.clear()) == hash(nothing)
    assert chosen.clear() == nothing
    assert chosen.has("country", "BY")
    assert not chosen.has("country", "KZ")
