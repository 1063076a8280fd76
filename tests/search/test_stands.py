"""A stand code is one code however it is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.search.stands import code_key, code_keys, unfinished


@pytest.mark.parametrize("spelt", ["7С5.1", "7C5.1", "7c5.1", "7 c 5 1", "7-С-5-1", "7c-5.1", "07C5.01"])
def test_every_spelling_is_the_same_code(spelt):
    assert code_key(spelt) == "7.c.5.1"


@pytest.mark.parametrize("other", ["7C51", "7C5", "7B5.1", "C5.1"])
def test_other_codes_are_others(other):
    assert code_key(other) != "7.c.5.1"


@pytest.mark.parametrize("text", ["Полесье", "МТЗ", "завод 7", "", "A", "—"])
def test_what_is_no_code(text):
    assert code_key(text) == ""


def test_a_code_of_two_stands_is_found_by_either():
    assert set(code_keys("A061/C060").parts) == {"a.61", "c.60"}


def test_the_whole_of_a_shared_code_is_more_than_its_parts():
    assert code_keys("A061/C060").whole == ("a.61/c.60",)
    assert code_keys("C060/A061").whole == ("c.60/a.61",)


def test_the_two_codes_of_a_stand_may_be_printed_beside_each_other():
    keys = code_keys("A-061g C-060")
    assert keys.whole == ("a.61.g.c.60", "a.61.g/c.60")
    assert keys.parts == ("a.61.g", "c.60")
    assert code_keys("7 C5.1").parts == code_keys("10.1 D046").parts == ()


def test_the_words_of_a_printed_address_do_not_count():
    assert set(code_keys("Hall 26, Stand E98, (26)").parts) == {"26", "e.98"}
    assert "26.e.98" in code_keys("Hall 26, Stand E98, (26)").whole
    assert code_keys("стенд А12").whole == ("a.12",)


@pytest.mark.parametrize("length", range(2, 6))
def test_an_unfinished_code_starts_the_whole_one(length):
    key = code_key("A-061"[:length])
    assert not key or code_key("A-061").startswith(unfinished(key))


@given(st.text())
def test_any_text_is_looked_at_without_complaint(text):
    assert code_key(text) == code_key(text.strip()) or text != text.strip()
    code_keys(text)
