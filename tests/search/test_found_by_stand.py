"""A stand code is found in any spelling, the exact one on top, with those who stand there."""

import pytest

from tests.search.crowd import INDEX, listed, rows

SPELLINGS = [
    # With a Cyrillic С as printed, with a Latin one, in either case, with other signs, or spaced.
    ("7С5.1", "s7c5-1"),
    ("7C5.1", "s7c5-1"),
    ("7с5.1", "s7c5-1"),
    ("7c5.1", "s7c5-1"),
    ("7 c 5 1", "s7c5-1"),
    ("7 С 5 1", "s7c5-1"),
    ("7-С-5-1", "s7c5-1"),
    ("7c5-1", "s7c5-1"),
    ("7c 5.1", "s7c5-1"),
    ("7С5,1", "s7c5-1"),
    ("07С5.1", "s7c5-1"),
    ("№7С5.1", "s7c5-1"),
    ("7С5.2", "s7c5-2"),
    ("7С5", "s7c5"),
    ("7 с 5", "s7c5"),
    ("7С51", "s7c51"),
    ("7с15.1", "s7c15-1"),
    ("7В5.1", "s7b5-1"),
    ("7b5.1", "s7b5-1"),
    # Two stands in one: by the whole, by either.
    ("A061/C060", "sa061"),
    ("C060/A061", "sa061"),
    ("A061", "sa061"),
    ("a61", "sa061"),
    ("A-061", "sa061"),
    ("А-061", "sa061"),  # with a Cyrillic А
    ("a 061", "sa061"),
    ("C060", "sa061"),
    ("c-060", "sa061"),
    ("С060", "sa061"),  # with a Cyrillic С
    ("A-061 C-060", "sa061"),
    ("A061 C060", "sa061"),
    ("A062", "sa062"),
    ("a-62", "sa062"),
    ("A610", "sa610"),
    ("C061", "sc061"),
    # A whole address, as it is printed and in parts.
    ("Hall 26, Stand E98, (26)", "se98"),
    ("Hall 26, Stand E98", "se98"),
    ("hall 26 stand e98", "se98"),
    ("Stand E98", "se98"),
    ("E98", "se98"),
    ("е98", "se98"),  # with a Cyrillic Е
    ("26 E98", "se98"),
    ("E9", "se9"),
    ("E980", "se980"),
    # Words that are said beside a code are ignored.
    ("стенд 7С5.1", "s7c5-1"),
    ("павильон 7 стенд 7С5.1", "s7c5-1"),
    ("зал 7, стенд 7С5.2", "s7c5-2"),
    ("стэнд А061", "sa061"),
    ("павільён 1 стэнд A061", "sa061"),
    ("stand a061", "sa061"),
    ("booth A-061", "sa061"),
    ("стенд E98", "se98"),
    ("место B12", "sb12"),
    ("стенд № B12", "sb12"),
    ("B12", "sb12"),
    ("b 12", "sb12"),
    ("В12", "sb12"),  # with a Cyrillic В
    ("B12a", "sb12a"),
    ("b 12 a", "sb12a"),
    ("B12А", "sb12a"),  # with a Cyrillic А
    ("B120", "sb120"),
]

STANDS_THERE = [
    ("Hall 26, Stand E98, (26)", "kovry"),
    ("hall 26, stand e98", "kovry"),
    ("A061/C060", "mtz"),
    ("A061/C", "mtz"),
    ("7С5.1", "polesie"),
    ("7c5.2", "polesskie"),
    ("7С5", "luch"),
    ("7 c 51", "obed"),
    ("7C15.1", "nanotech"),
    ("7В5.1", "stanki"),
    ("A061", "mtz"),
    ("C060", "mtz"),
    ("A-062", "mmz"),
    ("a610", "zs"),
    ("C-061", "chaika"),
    ("E98", "kovry"),
    ("e9", "vityaz"),
    ("E980", "zhuravl"),
    ("зал 26 стенд E98", "kovry"),
    ("b12", "vertikal"),
    ("b12a", "vertikal-lift"),
    ("b120", "granit"),
    ("стенд b12", "vertikal"),
]

WITH_A_NAME = [
    ("полесье 7c5.1", "polesie"),
    ("7c5.1 полесье", "polesie"),
    ("мтз a061", "mtz"),
    ("vnp a061", "mtz"),
    ("ковры e98", "kovry"),
    ("стенд b12 вертикаль", "vertikal"),
]


@pytest.mark.parametrize(("typed", "stand"), rows(dict.fromkeys(SPELLINGS)))
def test_a_stand_by_its_code_in_any_spelling(typed, stand):
    assert listed(typed, "stand")[:1] == (stand,)


@pytest.mark.parametrize(("typed", "exhibitor"), rows(STANDS_THERE, WITH_A_NAME))
def test_who_has_the_stand_comes_first(typed, exhibitor):
    assert listed(typed, "exhibitor")[:1] == (exhibitor,)


@pytest.mark.parametrize("typed", ["7c5.1", "A061", "E98", "b12"])
def test_the_stand_and_who_has_it_come_before_all_else(typed):
    exhibitor = dict(STANDS_THERE) | {"7c5.1": "polesie", "b12": "vertikal"}
    stand = dict(SPELLINGS) | {"b12": "sb12"}
    assert set(listed(typed)[:2]) == {exhibitor[typed], stand[typed]}


@pytest.mark.parametrize(
    ("typed", "goes_on"),
    [("7c5", {"s7c5-1", "s7c5-2", "s7c51"}), ("b12", {"sb12a", "sb120"}), ("a06", {"sa061", "sa062"})],
)
def test_a_code_that_may_go_on_finds_those_as_well(typed, goes_on):
    assert goes_on <= set(listed(typed, "stand"))


@pytest.mark.parametrize("typed", ["7с5.1", "a061", "hall 26, stand e98"])
def test_a_stand_code_is_said_to_be_the_reason(typed):
    why = INDEX.search(typed).hits(["exhibitor"], 1)[0].why
    assert ("stand", "stand-code") in {(each.field, each.reason) for each in why}


@pytest.mark.parametrize("typed", ["7х5.1", "a063", "e97", "99z", "b12b"])
def test_a_code_that_nobody_has_finds_no_stand(typed):
    assert listed(typed, "stand") == ()


@pytest.mark.parametrize("code", ["7С5.1", "A-061", "A061/C060", "E98", "B12a"])
def test_a_code_typed_letter_by_letter_never_goes_out_of_sight(code):
    meant = {"7С5.1": "polesie", "A-061": "mtz", "A061/C060": "mtz", "E98": "kovry", "B12a": "vertikal-lift"}[code]
    for length in range(2 + ("-" in code), len(code) + 1):
        assert meant in listed(code[:length], "exhibitor"), f"lost at {code[:length]!r}"
