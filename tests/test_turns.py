"""Work in short turns gives what the same work in one go gives."""

from hypothesis import given
from hypothesis import strategies as st

from guide import turns


@given(st.lists(st.tuples(st.integers(0, 5), st.text(max_size=2)), max_size=60))
def test_in_order_is_sorted(things):
    before, turns.AT_ONCE = turns.AT_ONCE, 7
    try:
        assert turns.in_order(things, lambda thing: thing[0]) == sorted(things, key=lambda thing: thing[0])
        assert [each for piece in turns.pieces(things) for each in piece] == things
    finally:
        turns.AT_ONCE = before


@given(st.lists(st.text(max_size=3)))
def test_words_in_order_are_sorted_without_doubles(words):
    assert turns.words_in_order(words) == sorted(set(words))


def test_emptied_lets_go_of_all():
    containers = ([1, 2], {1: 2}, {3})
    turns.emptied(*containers)
    assert not any(containers)
