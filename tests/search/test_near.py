"""Words that are nearly the same: all at once as one by one, and how far apart two are."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.search.closeness import apart
from guide.search.lexicon import Lexicon
from tests.search.crowd import INDEX, PATIENT

FEW = "абвг"  # few letters, so that random words are near each other
word = st.text(alphabet=FEW, min_size=1, max_size=9)
cyrillic = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=10)
latin = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=10)


def edits_to_start(typed: str, other: str) -> int:
    """The fewest edits that make a word the start of another: a letter more, less, another, two exchanged."""
    rows = [list(range(len(other) + 1))]
    for line, letter in enumerate(typed, 1):
        row = [line]
        for at, there in enumerate(other, 1):
            best = min(rows[-1][at] + 1, row[at - 1] + 1, rows[-1][at - 1] + (letter != there))
            if line > 1 and at > 1 and letter == other[at - 2] and typed[line - 2] == there:
                best = min(best, rows[-2][at - 2] + 1)
            row.append(best)
        rows.append(row)
    return min(rows[-1])


@settings(PATIENT, max_examples=300)
@given(st.lists(word, min_size=1, max_size=40), word, st.integers(0, 3))
@example(["б"], "абв", 2)
@example(["аб", "ба"], "ба", 1)
@example(["а"], "бббб", 3)
def test_the_near_words_are_those_that_a_comparison_one_by_one_gives(words, typed, edits):
    lexicon = Lexicon.of(words)
    keys = list(lexicon.keys)
    near = [keys[at] for at in lexicon.near(typed, edits)]
    assert near == [key for key in keys if edits_to_start(typed, key) <= edits]


@PATIENT
@given(st.lists(st.one_of(cyrillic, latin, st.text(min_size=1, max_size=8)), max_size=30), st.text(max_size=12))
def test_words_of_any_letters_are_compared(words, typed):
    lexicon = Lexicon.of([word for word in words if "\n" not in word])
    keys = list(lexicon.keys)
    assert keys == sorted({word for word in words if "\n" not in word})
    for at in lexicon.near(typed, 1):
        # Letters beyond the 254 commonest may be taken for one another, never those of a usual word.
        assert edits_to_start(typed, keys[at]) <= 1
    low, high = lexicon.starting(typed)
    assert keys[low:high] == [key for key in keys if key.startswith(typed)]


@PATIENT
@given(st.sampled_from(list(INDEX.words.lexicon.keys)), st.integers(1, 2), st.data())
def test_words_of_a_catalogue_are_near_their_slips(key, edits, data):
    typed = list(key[:14])
    for _ in range(edits):
        at = data.draw(st.integers(0, len(typed)))
        typed[at : at + data.draw(st.integers(0, 1))] = data.draw(st.sampled_from(["", "о", "т"]))
    keys = list(INDEX.words.lexicon.keys)
    asked = "".join(typed)
    near = {keys[at] for at in INDEX.words.lexicon.near(asked, edits)}
    assert key in near
    assert near == {other for other in keys if edits_to_start(asked, other[:18]) <= edits} or len(asked) > 15


@settings(PATIENT, max_examples=300)
@given(st.one_of(word, cyrillic, latin), st.one_of(word, cyrillic, latin))
@example("полисье", "полесье")
@example("аа", "а")
@example("", "а")
@example("а", "")
def test_the_cost_is_no_more_than_the_edits_and_nothing_for_a_start(typed, other):
    cost, length = apart(typed, other)
    assert (cost == 0) == other.startswith(typed)
    assert 0 <= length <= len(other)
    assert cost <= edits_to_start(typed, other[: len(typed) + 4])
    assert apart(typed, other) == (cost, length)


@PATIENT
@given(st.sampled_from("абвгдеийоуыэюяabeiouyszkc"), st.sampled_from("абвгдеийоуыэюяabeiouyszkc"))
def test_a_letter_for_another_costs_the_same_both_ways(one, other):
    there, back = apart(f"км{one}лт", f"км{other}лт"), apart(f"км{other}лт", f"км{one}лт")
    assert there == back
    assert there[0] <= 1


@pytest.mark.parametrize(
    ("nearer", "typed", "further"),
    [
        ("полесье", "полисье", "поресье"),  # heard so
        ("молоко", "малако", "молочко"),
        ("завод", "завот", "завоз"),
        ("гранит", "граниит", "граникт"),  # a letter held down
        ("сольный", "солный", "слоный"),  # a soft sign
        ("vertikal", "vertikol", "vertikul"),
    ],
)
def test_what_sounds_alike_is_nearer_than_what_does_not(nearer, typed, further):
    assert apart(typed, nearer)[0] <= apart(typed, further)[0]


def test_an_empty_lexicon_has_nothing_near():
    lexicon = Lexicon.of([])
    assert list(lexicon.near("слово", 2)) == []
    assert lexicon.starting("с") == (0, 0)
    assert lexicon.at("с") == -1


def test_long_words_are_compared_in_their_first_letters():
    lexicon = Lexicon.of(["сельскохозяйственная", "сельскохозяйственный", "сельсовет"])
    near = [list(lexicon.keys)[at] for at in lexicon.near("сильскохозяйственная", 1)]
    assert "сельскохозяйственная" in near
    assert "сельсовет" not in near
