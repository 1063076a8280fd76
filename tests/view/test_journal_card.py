"""The journal of a desk in words."""

import re
from datetime import datetime, timedelta, timezone

import pytest

from guide.catalogue.load import load
from guide.catalogue.model import Ref
from guide.i18n import LANGUAGES, Tongue
from guide.view.journal_card import NOT_FOUND, journal_card
from guide.view.plain import plain
from guide.view.roles import GO
from guide.visit.journal import Question, Tied, report
from tests.visitor import SMALL

AT = datetime(2025, 9, 30, 10, 5, tzinfo=timezone(timedelta(hours=3)))
ROMASHKA = Ref("exhibitor", "romashka")


@pytest.fixture(scope="module")
def catalogue():
    return load(SMALL).catalogue


def asked(text: str, ref: Ref | None = None, minutes: int = 0, language: str = "ru") -> Question:
    return Question(AT + timedelta(minutes=minutes), text, ref, language, ref is not None)


def test_an_empty_journal_says_so(catalogue):
    assert "Nothing was asked yet." in plain(journal_card(report([]), catalogue, Tongue("en")), 78)


def test_the_hours_the_most_asked_and_what_was_not_found(catalogue):
    questions = [
        asked("ромашка", ROMASHKA),
        asked("Ромашка", ROMASHKA, 5),
        asked("зю", None, 70),
        asked("ЗЮ", None, 80),
    ]
    text = plain(journal_card(report(questions), catalogue, Tongue("en")), 78)
    assert "4 questions · 2 not found" in text
    assert "“ЗЮ” × 2 · 30 September, 11:25" in text
    assert re.search(r"10:00 +2 █+\n11:00 +2 \(−2\) █+", text)
    assert "Shown most" in text
    assert "Romashka" in text


def test_what_was_tied_since_stands_beside_it(catalogue):
    made = report([asked("зю")], [Tied(ROMASHKA, "зю", "Ромашка")])
    assert "“зю” · 30 September, 10:05 ─▶ Romashka" in plain(journal_card(made, catalogue, Tongue("en")), 78)


def test_what_was_not_found_can_be_gone_to(catalogue):
    made = journal_card(report([asked("зю")]), catalogue, Tongue("ru"))
    links = [span.style.meta.get(GO) for line in made.lines(78) for span in line.spans if hasattr(span.style, "meta")]
    assert Ref(NOT_FOUND, "0") in links


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_thing_that_left_the_catalogue_keeps_its_name(catalogue, code):
    question = Question(AT, "луна", Ref("exhibitor", "gone"), "be", True, "Луна")
    assert "Луна" in plain(journal_card(report([question]), catalogue, Tongue(code)), 78)
