"""Initials find a name, whether the catalogue lists them or not, in any letters, on any keyboard layout."""

import pytest

from tests.search.crowd import INDEX, check_first, check_order, listed, rows

LISTED = [
    ("мтз", "mtz"),
    ("МТЗ", "mtz"),
    ("ммз", "mmz"),
    ("mtz", "mtz"),
    ("MTZ", "mtz"),
    ("mmz", "mmz"),
    ("vnp", "mtz"),
    ("vvp", "mmz"),
    ("мтз минск", "mtz"),
    ("минск мтз", "mtz"),
    ("мтз тракторы", "mtz"),
    ("мтз-холдинг", "mtz-holding"),
    ("мтз сервис", "mtz-holding"),
]

UNLISTED = [
    ("глз", "glz"),
    ("ГЛЗ", "glz"),
    ("бцз", "bcz"),
    ("бсз", "bsz"),
    ("мкт", "mkt"),
    ("щхз", "shkz"),
    # In Latin letters.
    ("glz", "glz"),
    ("bcz", "bcz"),
    ("btsz", "bcz"),
    ("bsz", "bsz"),
    ("shhz", "shkz"),
    ("schkhz", "shkz"),
    ("mkt", "mkt"),
    # On the English layout.
    ("ukp", "glz"),
    (",wp", "bcz"),
    (",cp", "bsz"),
    ("vrn", "mkt"),
    ("o[p", "shkz"),
    # With a little word inside, and without.
    ("гзсиу", "gz"),
    ("гзсу", "gz"),
    # Of Latin names.
    ("lzw", "lodz"),
    ("łzw", "lodz"),
    ("mbt", "miller"),
    ("cms", "celik"),
]


@pytest.mark.parametrize(("typed", "meant"), rows(LISTED))
def test_listed_initials_find(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(UNLISTED))
def test_initials_that_nobody_lists_find(typed, meant):
    check_first(typed, meant)


def test_initials_of_one_are_not_those_of_another():
    assert "bsz" not in listed("бцз")
    assert "bcz" not in listed("бсз")
    assert "mmz" not in listed("мтз")


def test_who_is_called_so_comes_before_who_starts_so_and_who_mentions_it():
    check_order("мтз", ["mtz", "mtz-holding", "zs"])


@pytest.mark.parametrize(("typed", "meant"), [("бцз", "bcz"), ("bsz", "bsz"), ("глз", "glz"), ("щхз", "shkz")])
def test_initials_are_said_to_be_the_reason(typed, meant):
    hit = INDEX.search(typed).hits(limit=1)[0]
    assert hit.ref.id == meant
    assert [why.reason for why in hit.why] == ["initials"]
