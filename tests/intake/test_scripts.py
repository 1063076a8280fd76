"""Letters that were lost or mixed up between alphabets."""

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.intake.scripts import CYRILLIC, LATIN, alphabet_of, code_in, lost_letters, mixed

LOST = (
    ("Panev??ys", "Panev??ys"),
    ("Gda?sk", "Gda?sk"),
    ("Ро?ашка", "Ро?ашка"),
    ("?TO Vakf", "?TO"),
    ("Ltd. ?ti.", "?ti."),
    ("San. Tic. A.?.", "A.?."),
    ("San. Tic. A.?", "A.?"),
    ("Center GmbH?", "GmbH?"),
    ("UFAL ? Instituto", "?"),
    ("Ultra?High Speed", "Ultra?High"),
    ("ОАО «??????»", "«??????»"),
    ("Мин\ufffdк", "Мин\ufffdк"),
    ("??? ???", "???"),
)
ASKING = (
    "Who? What?", "Was ist das?", "Что? Где? Когда?", "Что ? Где ? Когда ?", "Кто там?", "«Кто?»",
    "Firma (?)", "Hello?!", "https://example.by/?q=1", "www.example.by/a?b=c", "Где купить? У нас.", "",
)  # fmt: skip


@pytest.mark.parametrize(("text", "word"), LOST)
def test_lost_letters_are_seen(text: str, word: str) -> None:
    assert lost_letters(text) == word


@pytest.mark.parametrize("text", ASKING)
def test_questions_and_addresses_have_lost_none(text: str) -> None:
    assert lost_letters(text) == ""


def test_what_asks_nothing_ends_with_no_question_mark() -> None:
    assert lost_letters("Toru?") == ""
    assert lost_letters("Toru?", asking=False) == "Toru?"
    assert lost_letters("Rancho Cucamonga?, CA", asking=False) == "Cucamonga?,"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Пoлесье", "o"), ("Minсk", "с"), ("Полесье", ""), ("GSM-модуль", ""), ("ТорСтальEN", ""),
        ("Пoлeсье и Mинск", "e o"),
    ],
)  # fmt: skip
def test_words_of_two_alphabets_are_told(text: str, letters: str) -> None:
    assert mixed(text) == letters


def test_codes_are_turned_to_one_alphabet() -> None:
    assert code_in("А12B") == ("A12B", "А")
    assert code_in("A061/С060") == ("A061/C060", "С")
    assert code_in("7С5.1") == ("7С5.1", "")
    assert code_in("7С5.1", LATIN) == ("7C5.1", "С")
    assert code_in("7C5.1", CYRILLIC) == ("7С5.1", "C")
    assert code_in("Б12A") == ("Б12А", "A"), "Б has no twin, so it is the other that is turned"
    assert code_in("Б12", LATIN) == ("Б12", "")


def test_most_texts_say_the_alphabet() -> None:
    assert alphabet_of(["A1", "B2", "C3", "D4", "В5"]) == LATIN
    assert alphabet_of(["А1", "Б2", "В3"]) == CYRILLIC
    assert alphabet_of(["A1", "В2"]) == ""
    assert alphabet_of(["12", "", "A1В"]) == ""


@given(st.text(st.sampled_from("AВСKаoре?12 -.") | st.characters(), max_size=40))
def test_any_text_has_letters(text: str) -> None:
    assert lost_letters(text) in text
    for alphabet in ("", LATIN, CYRILLIC):
        code, turned = code_in(text, alphabet)
        assert (code != text) == bool(turned)


DATASETS = os.environ.get("GUIDE_DATASETS")


@pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not say where the data sets are")
def test_the_lost_letters_of_a_real_list() -> None:
    path = Path(str(DATASETS)) / "hannover-2026" / "Exhibitors.cp1252.csv"
    with path.open(encoding="cp1252", newline="") as stream:
        names = [row[1] for row in csv.reader(stream, delimiter=";") if len(row) > 8][1:]
    assert sum(bool(lost_letters(name)) for name in names) == 21
    assert [name for name in names if "?" in name and not lost_letters(name)] == []
