"""A code read aloud: by the letters that the listener will look for, in Russian, Belarusian and English."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.i18n import LANGUAGES
from guide.view.spelled import BETWEEN, aloud, spelled
from tests import hostile

LATIN, CYRILLIC = "7C5.1", "7С5.1"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "семь — Сергей — пять — точка — один"),
        ("be", "сем — Сяргей — пяць — кропка — адзін"),
        ("en", "seven — Charlie — five — point — one"),
    ],
)
@pytest.mark.parametrize("code", [LATIN, CYRILLIC])
def test_a_letter_that_looks_the_same_is_said_in_the_listeners_script(code, language, said):
    assert aloud(code, language) == said


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("A061/C060", "ru", "Анна ноль шесть один дробь Сергей ноль шесть ноль"),
        ("B-10", "ru", "Василий дефис один ноль"),
        ("В-10", "en", "Bravo dash one zero"),
        ("Н3", "en", "Hotel three"),
        ("P8", "ru", "Роман восемь"),
        ("Р8", "en", "Papa eight"),
        ("X9", "be", "Хрысціна дзевяць"),
        ("У4", "en", "Yankee four"),
        ("b2", "ru", "Василий два"),
        ("І2", "be", "Іван два"),
        ("I2", "be", "Іван два"),
        ("І2", "en", "India two"),
        ("№3+4", "be", "нумар тры плюс чатыры"),
        ("5 C", "en", "five Charlie"),
        ("[А-12]", "ru", "Анна дефис один два"),
        ("7–8", "ru", "семь тире восемь"),
        ("٣4", "en", "three four"),
    ],
)
def test_digits_letters_and_signs_one_by_one(code, language, said):
    assert " ".join(spelled(code, language)) == said


@pytest.mark.parametrize(
    ("letter", "language", "word", "told"),
    [
        ("D", "ru", "Дельта", "латинская D"),
        ("F", "ru", "Фокстрот", "латинская F"),
        ("I", "ru", "Индия", "латинская I"),
        ("І", "ru", "Индия", "латинская I"),
        ("F", "be", "Факстрот", "лацінская F"),
        ("И", "be", "рускае", "і"),
        ("Ў", "ru", "белорусское", "у краткое"),
        ("Ж", "en", "Cyrillic Zhe", "star"),
        ("Д", "en", "Cyrillic De", "house"),
        ("Ў", "en", "Belarusian", "Y with a cap"),
    ],
)
def test_a_letter_that_the_listeners_script_has_not_is_told_to_be_of_the_other(letter, language, word, told):
    (said,) = spelled(letter, language)
    assert said.startswith(word)
    assert told in said


def test_a_word_in_a_code_stays_a_word():
    assert spelled("Hall 26, Stand E98", "en") == (*("Hall", "two", "six", "comma", "Stand", "Echo", "nine", "eight"),)


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("ru", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"),
        ("be", "АБВГДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯ"),
        ("en", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ],
)
def test_every_letter_has_a_word_of_its_own_that_begins_with_it(language, letters):
    words = [spelled(letter, language)[0] for letter in letters]
    assert len(set(words)) == len(letters)
    named = {"Й", "Ў", "Ъ", "Ы", "Ь"}  # no word begins with these; they are called by name
    assert [(a, b) for a, b in zip(letters, words, strict=True) if a not in named and b[0].upper() != a] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_any_of_the_three_alphabets_is_without_words(language):
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЎ":
        (word,) = spelled(letter, language)
        assert len(word) > 1
        assert spelled(letter.lower(), language) == (word,)


def test_russian_letters_do_not_stray_into_belarusian():
    words = {word for code in range(0x21, 0x460) if chr(code).isupper() for word in spelled(chr(code), "be")}
    assert [word for word in words if len(word) > 1 and set(word) & set("ищъИЩЪ")] == []


def test_another_language_is_spelled_in_english():
    assert aloud("A1", "kk") == "Alfa — one"


codes = st.one_of(st.text(max_size=30), st.sampled_from(sorted(hostile.TEXTS.values())))


@settings(deadline=None)
@given(codes, st.sampled_from(LANGUAGES))
def test_whatever_is_spelled_holds_nothing_unseen(code, language):
    words = spelled(code, language)
    assert all(words)
    assert not hostile.FORBIDDEN & set(aloud(code, language))
    assert BETWEEN.join(words) == aloud(code, language)


@settings(deadline=None)
@given(st.text("0123456789", min_size=1, max_size=12), st.sampled_from(LANGUAGES))
def test_digits_are_never_lost(code, language):
    digits = {word: str(number) for number, word in enumerate(spelled("0123456789", language))}
    assert "".join(digits[word] for word in spelled(code, language)) == code
