"""No input of any kind raises, or takes longer than a plain one by much; the forms of words keep their promises."""

import re
import time
import unicodedata
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.search.closeness import apart
from guide.search.fields import KINDS
from guide.search.fold import fold, form_of, letters_sound, sound, spelled, tokens, twin, words
from guide.search.layouts import readings, to_belarusian, to_english, to_russian
from guide.search.names import initials, joined
from guide.search.query import parse
from guide.search.reading import is_odd, readings_of
from guide.search.spellings import initials_sounds, other_sounds
from guide.search.stands import code_key, code_keys
from guide.search.stems import is_ending, same_word, stem, stems
from tests.hostile import LONG, TEXTS
from tests.search.crowd import INDEX, PATIENT

ODD: dict[str, str] = {
    **TEXTS,
    "ten thousand letters": "полесье" * 1430,
    "ten thousand of one letter": "а" * 10_000,
    "ten thousand Latin letters": "polesie" * 1430,
    "ten thousand digits": "7" * 10_000,
    "a long stand code": "7С5.1" * 2_000,
    "two thousand words": "полесье " * 2_000,
    "two thousand other words": " ".join(f"слово{number}" for number in range(2_000)),
    "two thousand single letters": "а б " * 1_000,
    "two thousand numbers": " ".join(map(str, range(2_000))),
    "two thousand stand codes": " ".join(f"A{number}" for number in range(2_000)),
    "two thousand left out": "-полесье " * 2_000,
    "two thousand filters": "страна:BY " * 2_000,
    "two thousand values": "страна:" + "BY," * 2_000,
    "two thousand phrases": '"минский тракторный завод" ' * 2_000,
    "two thousand quotes": '"' * 2_000,
    "two thousand guillemets": "«" * 2_000 + "а",
    "ten thousand hyphens": "а" + "-" * 10_000 + "б",
    "a thousand hyphenated parts": "-".join(["завод"] * 1_000),
    "a thousand apostrophes": "а'" * 1_000,
    "ten thousand colons": "страна" + ":" * 10_000,
    "ten thousand spaces": " " * 10_000,
    "a hundred marks": "п" + "\u0301" * 100 + "олесье",
    "a hundred marks on each letter": "".join(letter + "\u0308" * 100 for letter in "полесье"),
    "only marks": "\u0301" * 500,
    "emoji": "🏭🚜👷🏽‍♀️ 🇧🇾 завод",
    "nulls": "\0" * 100 + "полесье\0",
    "a lone high surrogate": "полесье\ud83d",
    "a lone low surrogate": "\udc80полесье",
    "only surrogates": "\ud800\udfff" * 5,
    "every sign of a pattern": r".^$*+?{}[]\|()(?P<a>.*)(a+)+$ \w+ \d{1000}",
    "a pattern that never ends": "(" * 500 + "a+" * 500,
    "right to left": "مصنع جرارات מפעל טרקטורים",
    "right to left between": "полесье \u202eьсонорп\u202c مصنع",
    "Chinese": "明斯克拖拉机厂" * 20,
    "Korean in pieces": unicodedata.normalize("NFD", "민스크 트랙터 공장") * 20,
    "Thai": "โรงงานรถแทรกเตอร์มินสค์" * 10,
    "Georgian and Armenian": "მინსკის ტრაქტორი Մինսկի տրակտոր",
    "letters that grow in lower case": "İ" * 500,
    "letters that grow in upper case": "ß" * 500 + "ﬃ" * 500,
    "digits of other scripts": "٧С٥.١ ７Ｃ５．１ ²³ ½ Ⅷ",
    "every plane": "".join(map(chr, range(0x100, 0x3000, 7))),
    "keys that are letters": "[];',.`{}:\"<>~" * 100,
    "the wrong layout, at length": "gjktcmt" * 1_000,
    "look-alikes, at length": "coba" * 2_000,
    "a page": LONG[:20_000],
    "line ends": "полесье\nкобрин\r\nминск\u2028брест",
    "a long phrase": '"' + "минский тракторный завод " * 500,
    "a query in a query": 'страна:"BY" -("a" OR b) AND NOT c:d:e:f::g',
    "filters without values": "страна: зал: регион: -отрасль: стенд:",
    "a filter with odd values": 'страна:\0,🏭,(((,-,--,«»,""',
}

NAMES = [pytest.param(text, id=name) for name, text in ODD.items()]


@cache
def plain_time() -> float:
    """The seconds of work on a plain query that nobody asked before: the yardstick, of the same run and machine."""
    asked = [f"завод {word} станки минск {number}" for number, word in enumerate(("полисье", "трактор", "гомль") * 3)]
    start = time.process_time()
    for query in asked:
        INDEX.search(query).hits()
    return (time.process_time() - start) / len(asked)


@pytest.mark.parametrize("text", NAMES)
def test_any_input_is_answered(text):
    answer = INDEX.search(text)
    hits = answer.hits()
    assert answer.total == sum(answer.count(kind) for kind in KINDS)
    assert all(hit.score > 0 for hit in hits)
    for hit in hits:
        INDEX.spans(" ".join(why.matched for why in hit.why), answer)
    INDEX.search(text, literally=True).hits()


@pytest.mark.parametrize("text", NAMES)
def test_any_input_is_highlighted_in(text):
    answer = INDEX.search("полесье минский gjktcmt")
    spans = INDEX.spans(text, answer)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("text", NAMES)
def test_no_input_takes_much_longer_than_a_plain_one(text):
    plain, budget = plain_time(), 60
    INDEX.search("")
    start = time.process_time()
    INDEX.search(text).hits()
    took = time.process_time() - start
    # Below a twentieth of a second nobody waits, whatever the yardstick says.
    assert took <= max(0.05, plain * budget), f"{took * 1000:.0f} ms, {took / plain:.0f} times a plain query"


@pytest.mark.parametrize("text", NAMES)
def test_any_input_typed_letter_by_letter_is_answered(text):
    typed = text[:40]
    for length in range(1, len(typed) + 1):
        INDEX.search(typed[:length]).hits(limit=3)
    for length in range(len(typed), 0, -1):
        INDEX.search(typed[:length]).count("exhibitor")


@settings(PATIENT, max_examples=200)
@given(st.text(max_size=60))
@example("\ud800")
@example("-\0")
def test_any_text_is_answered(text):
    answer = INDEX.search(text)
    answer.hits()
    assert INDEX.search(text) is answer  # asked twice, worked out once


@PATIENT
@given(st.lists(st.sampled_from([*"абвz7-\"«»:, '’\u0301[;`ўі😀", "страна:", "минск", "полисье", " -"]), max_size=14))
def test_any_mixture_of_signs_that_mean_something_is_answered(parts):
    query = "".join(parts)
    answer = INDEX.search(query)
    answer.hits()
    assert parse(parse(query).canonical()).canonical() == parse(query).canonical()


# The forms that words are compared by.


@pytest.mark.parametrize("text", NAMES)
def test_the_forms_of_any_text_are_worked_out(text):
    for word in words(text)[:20]:
        plain = fold(word)
        assert fold(plain) == plain
        assert form_of(word) == (plain, "" if word.isdigit() else sound(word))
        for made in (twin, stem, stems, other_sounds, initials_sounds, letters_sound):
            made(plain)
        assert same_word(plain, plain) or len(plain) < 3 or plain.isdigit()
    for made in (joined, initials, code_key, code_keys, readings, readings_of, is_odd, spelled):
        made(text[:300])
    assert [text[token.start : token.end] for token in tokens(text)] == [token.text for token in tokens(text)]


@PATIENT
@given(st.text(max_size=30))
def test_a_word_folds_alike_in_any_case_and_however_its_marks_are_written(text):
    for word in words(text):
        composed, taken_apart = unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)
        assert fold(composed) == fold(taken_apart)
        if word.upper().lower() == word.lower():  # ß and its kind change with their case
            assert fold(word.upper()) == fold(word.lower())


SPELLINGS = [
    ("ёлка", "елка"),
    ("Й", "и"),
    ("аб'ект", "абʼект", "аб’ект", "абект"),
    ("Müller", "muller", "MULLER", "mu\u0308ller"),
    ("гранiт", "граніт", "гранит"),
    ("MТЗ", "МTЗ", "мтз"),
    ("Łódź", "lodz"),
    ("ҚАЗАҚ", "қазақ"),
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=[" ".join(each) for each in SPELLINGS])
def test_the_spellings_of_one_word_have_one_plain_form(spellings):
    assert len({fold(spelt) for spelt in spellings}) == 1


SOUNDS = [
    ("Жемчуг", "Zhemchug", "Žemčug", "zhemchug"),
    ("Щёкино", "Shchyokino", "Shchekino", "Schekino"),
    ("Полесье", "Polesie", "Polesye", "Polesje"),
    ("Витебск", "Vitebsk", "vitebsk"),
    ("Чайка", "Chaika", "Chayka", "Čajka"),
    ("Хабаровск", "Khabarovsk"),
    ("Цветной", "Tsvetnoy", "Tsvetnoi"),
    ("Юлия", "Yulia", "Iuliia", "Julia"),
    ("аўтобус", "автобус", "avtobus"),
    ("Шар", "Shar", "Šar"),
]


@pytest.mark.parametrize("spellings", SOUNDS, ids=[" ".join(each) for each in SOUNDS])
def test_the_spellings_of_one_word_sound_alike(spellings):
    assert len({sound(spelt) for spelt in spellings}) == 1


CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@PATIENT
@given(st.text(alphabet=CYRILLIC + CYRILLIC.upper(), max_size=20))
def test_russian_keys_there_and_back(word):
    assert to_russian(to_english(word)) == word


@PATIENT
@given(st.text(alphabet="абвгдеёжзійклмнопрстуўфхцчшыьэюя", max_size=20))
def test_belarusian_keys_there_and_back(word):
    assert to_belarusian(to_english(word)) == word
    assert to_belarusian(to_english(word.upper())) == word.upper()


@PATIENT
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=20))
def test_english_keys_there_and_back(word):
    assert to_english(to_russian(word)) == word
    assert to_english(to_belarusian(word)) == word


@PATIENT
@given(st.text(alphabet=CYRILLIC, min_size=3, max_size=14))
def test_a_word_without_its_ending_is_a_start_of_it(word):
    plain = fold(word)
    assert plain.startswith(stem(word))
    assert plain in stems(plain)
    assert all(len(kept) >= 3 for kept in stems(plain))
    assert any(plain.startswith(kept) and is_ending(plain[len(kept) :]) for kept in stems(plain))


@PATIENT
@given(st.text(alphabet=CYRILLIC, min_size=3, max_size=12), st.text(alphabet=CYRILLIC, min_size=3, max_size=12))
def test_two_words_are_forms_of_one_both_ways(one, other):
    one, other = fold(one), fold(other)
    assert bool(same_word(one, other)) == bool(same_word(other, one))


@PATIENT
@given(st.text(max_size=15), st.text(max_size=15))
def test_any_two_texts_are_compared(one, other):
    cost, length = apart(one, other)
    assert 0 <= cost <= max(len(one), len(other)) + 1
    assert length <= len(other)


@PATIENT
@given(st.text(alphabet="0123456789abcABCавсАВС.-/ ", max_size=12))
def test_a_stand_code_has_one_key(text):
    key = code_key(text)
    assert key == code_key(text.lower()) == code_key(text.upper())
    assert not key or re.fullmatch(r"[^\W_]+(\.[^\W_]+)*", key)
    assert not key or code_key(key) == key
