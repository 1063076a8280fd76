"""Names in three languages stand in one order that each of them would expect."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.search.order import name_key, sorted_refs, stand_key
from tests.search.fair import CATALOGUE

IN_ORDER = [
    "3М Россия",
    "10 друзей",
    "«Амкодор»",
    "БЕЛАЗ",
    "белкоммунпроект",
    "Елена",
    "Ёлка",
    "Жлобин",
    "Икар",
    "Івацэвічы",
    "Йод",
    "«Полесье»",
    "Полесье ДГ",
    "Полесье-2",
    "Полесье-10",
    "Уфа",
    "Ўсход",
    "Фабрика",
    "Ямал",
    "Alpha",
    "Łódź",
    "München",
    "Zeta",
    "中国",
]


def test_names_stand_in_alphabetical_order():
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=name_key) == IN_ORDER


def test_in_english_latin_names_come_first():
    assert sorted(["Амкодор", "Zeta", "Alpha"], key=lambda name: name_key(name, "en")) == ["Alpha", "Zeta", "Амкодор"]


@pytest.mark.parametrize(("lower", "higher"), list(pairwise(IN_ORDER)))
def test_neighbours_are_told_apart(lower, higher):
    assert name_key(lower) < name_key(higher)


@given(st.text(), st.text(), st.text())
def test_the_order_is_total(one, two, three):
    keys = sorted(map(name_key, (one, two, three)))
    assert keys[0] <= keys[1] <= keys[2]
    assert (name_key(one) == name_key(two)) == (one == two)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_stand_by_their_value(one, two):
    assert (name_key(f"Стенд {one}") < name_key(f"Стенд {two}")) == (one < two)


def test_stands_stand_by_code_whatever_the_alphabet_and_those_without_last():
    codes = [None, "А-2", "A-10", "В-1", "C-1", "7С5.1", "10A1"]  # А and В are Cyrillic
    assert sorted(codes, key=stand_key) == ["7С5.1", "10A1", "А-2", "A-10", "В-1", "C-1", None]


@pytest.mark.parametrize(
    ("kind", "by", "first", "last"),
    [
        ("exhibitor", "name", "agro", "siemens"),
        ("exhibitor", "stand", "polesie", "siemens"),
        ("exhibitor", "place", "polesie", "sova"),
        ("session", "date", "opening", "later"),
        ("venture", "status", "lifts", "polesie-dg"),
        ("venture", "kind", "lifts", "polesie-dg"),
        ("stand", "stand", "h1#7С5.1", "brest"),
        ("region", "place", "BY", "RU-ULY"),
    ],
)
def test_sorts(kind, by, first, last):
    refs = sorted_refs(CATALOGUE, CATALOGUE.refs(kind), by)
    assert (refs[0].id, refs[-1].id) == (first, last)
    assert sorted(refs) == sorted(CATALOGUE.refs(kind))


def test_an_unknown_order_is_refused():
    with pytest.raises(KeyError):
        sorted_refs(CATALOGUE, [Ref("exhibitor", "mtz")], "colour")
