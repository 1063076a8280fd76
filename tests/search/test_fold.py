"""Words are compared without what people type differently: case, marks, apostrophes, alphabets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.search.fold import fold, form_of, forms_of, sound, spelled, tokens, twin, words

ALIKE = [
    ("Полесье", "ПОЛЕСЬЕ"),
    ("Ёлкина", "елкина"),
    ("Щёкинский", "щекинскии"),
    ("Мінск", "Минск"),
    ("Ўладзімір", "уладзимир"),
    ("Д’Арк", "д'арк"),
    ("об’ект", "обʼект"),
    ("Москва́", "москва"),
    ("München", "munchen"),
    ("Straße", "STRASSE"),
    ("Łódź", "lodz"),
    ("ﬁlm", "film"),
    ("тoльяттская", "тольяттская"),  # with a Latin o
    ("MТЗ", "мтз"),  # with a Latin M
    ("cбepбaнк", "сбербанк"),
    ("Bеlarus", "belarus"),  # with a Cyrillic е
]

SAME_SOUND = [
    ("Полесье", "polesie"),
    ("Полесье", "Polesye"),
    ("МТЗ", "mtz"),
    ("Щёкино", "Shchyokino"),
    ("Борисовский", "borisovsky"),
    ("Борисовский", "borisovskiy"),
    ("аўтобус", "автобус"),
    ("координатор", "koordinator"),
    ("Жлобин", "Žlobin"),
    ("Хабаровск", "Khabarovsk"),
    ("Цех", "tsekh"),
    ("Юлия", "Yulia"),
    ("Рогачёв", "Rogachyov"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_folds_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), SAME_SOUND)
def test_sounds_alike_in_either_alphabet(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("БЦЗ", "БСЗ"), ("Шар", "Сар"), ("Чад", "Хад"), ("Жар", "Зар"), ("11", "1")]
)
def test_sounds_that_differ_stay_apart(one, other):
    assert sound(one) != sound(other)


def test_a_belarusian_name_has_a_key_of_its_own():
    assert fold("Віцебск") != fold("Витебск")
    assert sound("Віцебск") == sound("Vicebsk")


def test_a_word_in_the_other_alphabet_of_the_same_shapes():
    assert twin("coba") == "сова"
    assert twin("сова") == "coba"
    assert twin("polesie") == ""
    assert twin("2025") == ""


def test_hyphenated_words_are_found_in_parts_and_joined():
    assert words("Санкт-Петербург, МТЗ-82") == ["Санкт", "Петербург", "СанктПетербург", "МТЗ", "82", "МТЗ82"]
    assert spelled("Санкт-Петербург")[-1] == ("СанктПетербург", "Санкт-Петербург")


def test_tokens_say_where_they_stand():
    text = "«Д’Арк», Кобрин"
    assert [text[token.start : token.end] for token in tokens(text)] == ["Д’Арк", "Кобрин"]


@given(st.text())
def test_any_text_folds_without_complaint_and_folding_again_changes_nothing(text):
    for word in words(text):
        folded = fold(word)
        assert fold(folded) == folded
        assert isinstance(sound(word), str)
        twin(folded)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўABCDEFGHIJKLMNOPQRSTUVWXYZ’-0 ", max_size=40))
def test_words_folded_together_are_as_those_folded_singly(text):
    for word, form in zip(words(text), forms_of([text])[text], strict=True):
        assert form == form_of(word) == (fold(word), "" if word.isdigit() else sound(word))


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=12), st.integers(1, 12))
def test_an_unfinished_word_starts_the_folded_one(word, length):
    assert fold(word).startswith(fold(word[:length]))
