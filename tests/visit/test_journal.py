"""The journal of a desk: what it comes to, and the aliases that go back into the catalogue."""

from dataclasses import fields
from datetime import datetime

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st

from guide.catalogue.load import inspect, load
from guide.catalogue.model import Ref
from guide.text import clean, one_line
from guide.visit.journal import (
    LONGEST_ALIAS,
    LONGEST_QUESTION,
    Asked,
    Hour,
    Question,
    Tied,
    aliases_toml,
    folded,
    report,
)
from tests import hostile
from tests.visit.made import MINSK, PATIENT, A, B, asked

FAIR = """
[fair]
id = "f"
name = "Ярмарка"
starts = 2025-09-29
ends = 2025-10-01
timezone = "Europe/Minsk"

[[exhibitor]]
id = "polesie"
name = "Полесье"
participation = "exhibitor"

[[region]]
id = "BY-BR"
name = "Брестская область"
country = "BY"

[[hall]]
id = "hall-1"
name = "Зал"

[[stand]]
code = "А-1"
hall = "hall-1"
"""


def test_the_hours_are_those_of_the_fairs_clock():
    late = Question(datetime(2025, 9, 30, 18, 59, 59, 999, MINSK), "x", None, "ru", False)
    assert report([late, asked("а", minute=59), asked("б", False)]).hours == (
        Hour(datetime(2025, 9, 30, 11, tzinfo=MINSK), 2, 1),
        Hour(datetime(2025, 9, 30, 18, tzinfo=MINSK), 1, 1),
    )


def test_what_is_asked_most_comes_first_and_capitals_and_spaces_do_not_count():
    said = report(
        [asked("туалет"), asked("Полесье", ref=A), asked(" полесье ", ref=A, minute=1), asked("ПОЛЕСЬЕ", ref=B)]
    )
    assert [(each.text, each.count) for each in said.asked] == [("ПОЛЕСЬЕ", 3), ("туалет", 1)]
    assert [(each.ref, each.count) for each in said.chosen] == [(A, 2), (B, 1)]
    assert said.asked[0].last.minute == 0
    assert said.questions == 4


def test_what_was_not_found_stands_once_with_what_it_is_tied_to():
    tie = Tied(A, "палесьсе", "Полесье")
    said = report(
        [
            Question(asked("").at, text, ref, "be", found, id=key)
            for key, text, ref, found in (
                (1, "Палесьсе", None, False),
                (2, "каша", None, False),
                (3, "ПАЛЕСЬСЕ", None, False),
                (4, "найденное", None, False),
                (5, "найденное", None, True),
                (6, "выбранное", None, False),
                (7, "Выбранное", B, False),
            )
        ],
        (tie,),
    )
    at = asked("").at
    assert said.not_found == (Asked("ПАЛЕСЬСЕ", 2, at, (1, 3), tie), Asked("каша", 1, at, (2,)))
    assert said.aliases == (tie,)
    assert said.languages == (("be", 7),)


def test_an_empty_journal_has_an_empty_report():
    said = report([])
    assert (said.questions, said.hours, said.asked, said.chosen, said.not_found) == (0, (), (), (), ())


def test_a_journal_has_no_person_in_it():
    assert {field.name for field in fields(Question)} == {"at", "asked", "ref", "language", "found", "name", "id"}


@pytest.mark.parametrize("text", [*hostile.TEXTS.values(), hostile.LONG, "\ud800"], ids=str.__len__)
def test_what_was_typed_is_kept_as_one_clean_line(text):
    question, tie = Question(datetime(2025, 9, 30), text, A, "ru", True, text), Tied(A, text, text)
    for kept in (question.asked, question.name, tie.text, tie.name):
        assert kept == one_line(clean(kept))
        assert not hostile.FORBIDDEN & set(kept)
    assert len(question.asked) <= LONGEST_QUESTION
    assert len(tie.text) <= LONGEST_ALIAS


@given(st.text())
def test_folding_is_idempotent(text):
    assert folded(text) == folded(f"  {text}\t")


# The aliases as a file of the catalogue.


@PATIENT
@given(st.lists(st.tuples(st.sampled_from((A, B, Ref("stand", 'зал"\\#\n1'))), st.text(st.characters())), max_size=5))
@example([(A, text) for text in hostile.TEXTS.values()])
@example([(A, '\ud800 \\ " \'\'\' """ # [x] = \x7f \u2028')])
def test_the_file_of_aliases_reads_as_what_went_in(pairs):
    ties = [Tied(ref, text) for ref, text in pairs]
    again = tomli.loads(aliases_toml(ties, 'Собрано на стойке\n[[exhibitor]]\r\nid = "x"\x00'))
    wanted = dict.fromkeys((str(tie.ref), tie.text) for tie in ties if tie.text)
    assert [(each["of"], each["text"]) for each in again.get("alias", [])] == list(wanted)
    assert again.keys() <= {"alias"}


def test_the_check_accepts_the_file_of_aliases_in_the_folder_of_the_catalogue(tmp_path):
    (tmp_path / "fair.toml").write_text(FAIR, encoding="utf-8")
    ties = [
        Tied(ref, text)
        for ref in (Ref("exhibitor", "polesie"), Ref("region", "BY-BR"), Ref("stand", "hall-1#А-1"))
        for text in (*hostile.TEXTS.values(), "ў" * 500, "")
    ]
    before = [problem.code for problem in inspect(tmp_path)]
    (tmp_path / "aliases.toml").write_text(aliases_toml(ties, "Собрано на стойке"), encoding="utf-8", newline="\n")
    assert [problem.code for problem in inspect(tmp_path)] == before
    aliases = {(alias.of, alias.text.pairs[0][1]) for alias in load(tmp_path).catalogue.aliases}
    assert aliases == {(tie.ref, tie.text) for tie in ties if tie.text}


def test_no_alias_makes_an_empty_file():
    assert tomli.loads(aliases_toml([])) == {}
    assert aliases_toml([Tied(A, "имя")], "Два\nслова").startswith("# Два\n# слова\n\n[[alias]]\n")
