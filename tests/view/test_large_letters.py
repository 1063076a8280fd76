"""Codes in large letters: every sign has a shape of its own, and nothing ever runs over the room there is."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.text import width
from guide.view.large_letters import SIZES, drawn, figures, rows_of
from guide.view.letter_shapes import ROWS, shape, shapes
from tests import hostile

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЎ-./# "
TWINS = ("AА", "BВ", "EЕ", "KК", "MМ", "HН", "OО", "PР", "CС", "TТ", "XХ", "IІ")


@pytest.mark.parametrize("sign", LETTERS)
def test_every_sign_of_a_code_has_a_shape(sign):
    rows = shape(sign)
    assert rows is not None
    assert len(rows) == ROWS
    assert len({len(row) for row in rows}) == 1
    assert set("".join(rows)) <= {"#", "."}


def test_no_two_signs_look_alike_but_those_that_do_in_print():
    same = ["".join(sorted(pair)) for pair in combinations(LETTERS, 2) if shape(pair[0]) == shape(pair[1])]
    assert sorted(same) == sorted("".join(sorted(twin)) for twin in TWINS)


def test_shapes_touch_neither_side_of_their_box_in_vain():
    # A column that is empty on the left of one letter would set it apart from its code.
    for sign, rows in shapes().items():
        if sign != " ":
            assert any(row[0] == "#" for row in rows), sign
            assert any(row[-1] == "#" for row in rows), sign


def test_the_size_follows_the_room():
    heights = [
        len(drawn("7C5.1", cells, rows)) for cells, rows in ((72, 11), (71, 11), (72, 10), (48, 7), (47, 7), (24, 4))
    ]
    assert heights == [11, 7, 7, 7, 4, 4]
    assert drawn("7C5.1", 23, 20) == ()
    assert drawn("7C5.1", 200, 3) == ()
    assert len(drawn("7C5.1", 200, 20, 2)) == 7


def test_a_code_in_two_sizes():
    assert drawn("B7", 40, 4) == (
        "█▀▀▀▄ ▀▀▀▀█",
        "█▄▄▄▀   ▄▀ ",
        "█   █   █  ",
        "▀▀▀▀    ▀  ",
    )
    assert drawn("B7", 40, 7) == (
        "████████▄   ██████████",
        "██     ▀██         ▄██",
        "██     ▄██       ▄██▀ ",
        "█████████       ██▀   ",
        "██     ▀██      ██    ",
        "██     ▄██      ██    ",
        "████████▀       ██    ",
    )


def test_small_letters_are_drawn_as_capitals_and_cyrillic_as_what_it_looks_like():
    assert drawn("7с5", 80, 7) == drawn("7C5", 80, 7) == drawn("7С5", 80, 7)


def test_without_room_the_letters_are_spaced_out_then_plain_then_cut():
    assert figures("7C5.1", 9, 4) == ("7 C 5 . 1",)
    assert figures("7C5.1", 8, 4) == ("7C5.1",)
    assert figures("7C5.1", 4, 4) == ("7C5…",)
    assert figures("7C5.1", 0, 4) == figures("", 10, 4) == ()


def test_a_sign_without_a_shape_is_never_left_out():
    assert drawn("7馬1", 200, 20) == ()
    assert figures("7馬1", 200, 20) == ("7 馬 1",)


texts = st.one_of(
    st.text(max_size=40),
    st.text(LETTERS, max_size=14),
    st.sampled_from([*sorted(hostile.TEXTS.values()), hostile.LONG]),
)
rooms = st.integers(-1, 130)


@settings(deadline=None)
@given(texts, rooms, st.integers(-1, 40), st.sampled_from(SIZES))
def test_figures_never_run_over(text, cells, rows, most):
    lines = figures(text, cells, rows, most)
    assert len(lines) <= max(rows, 0)
    assert all(width(line) <= cells for line in lines)
    large = drawn(text, cells, rows, most)
    assert len(large) in (0, *map(rows_of, SIZES))
    assert len({width(line) for line in large}) <= 1
    assert set("".join(large)) <= set(" ▀▄█")
