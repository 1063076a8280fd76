"""``guide desk report`` and the usage of ``guide kiosk``: what was asked, in text, JSON and TOML."""

import shutil
from datetime import datetime, timedelta, timezone

import pytest
import tomli

from guide.catalogue.model import Ref
from guide.errors import Exit
from guide.visit.journal import Question, Tied
from guide.visit.store import Store, file_of_visits
from tests.cli.run import SMALL, run

AT = datetime(2025, 9, 30, 10, 5, tzinfo=timezone(timedelta(hours=3)))
ROMASHKA = Ref("exhibitor", "romashka")


@pytest.fixture
def asked():
    """A journal with a question that was answered, and one that was not and is tied since."""
    store = Store.open()
    store.record("small", Question(AT, "ромашка", ROMASHKA, "ru", True, "Ромашка"))
    store.record("small", Question(AT, 'лютик "а"', None, "be", False))
    store.tie("small", Tied(ROMASHKA, 'лютик "а"', "Ромашка"))
    store.close()


def test_a_report_without_a_journal_says_so_and_makes_no_file(capsys):
    ran = run(capsys, "desk", "report", "--lang", "en")
    assert ran.code == Exit.NOTHING
    assert "Nothing was asked yet." in ran.out
    assert not file_of_visits().exists()


def test_the_report_in_words(capsys, asked):
    ran = run(capsys, "desk", "report", "--lang", "en")
    assert ran.code == Exit.OK
    assert "2 questions · 1 not found" in ran.out
    assert "─▶ Romashka" in ran.out


def test_the_report_as_json(capsys, asked):
    made = run(capsys, "desk", "report", "--json").json
    assert made["questions"] == 2
    assert made["hours"] == [{"starts": "2025-09-30T10:00:00+03:00", "questions": 2, "not_found": 1}]
    assert made["chosen"] == [{"ref": "exhibitor:romashka", "name": "Ромашка", "count": 1}]
    assert made["aliases"] == [{"of": "exhibitor:romashka", "text": 'лютик "а"'}]


def test_the_names_are_a_file_that_the_catalogue_takes(capsys, asked, tmp_path):
    ran = run(capsys, "desk", "report", "--aliases")
    assert tomli.loads(ran.out)["alias"] == [{"of": "exhibitor:romashka", "text": 'лютик "а"'}]
    fair = tmp_path / "fair"
    shutil.copytree(SMALL, fair)
    before = run(capsys, "check", catalogue=fair)
    (fair / "desk-aliases.toml").write_text(ran.out, encoding="utf-8")
    assert run(capsys, "check", catalogue=fair).code == before.code
    found = run(capsys, "find", "лютик", "--json", catalogue=fair).json
    assert found["hits"][0]["id"] == "romashka"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["desk", "--json"], "belongs to “guide desk report”"),
        (["desk", "report", "--json", "--aliases"], "do not go together"),
        (["desk", "tidy"], "cannot be given “tidy”"),
        (["kiosk"], "needs a code of at least four signs"),
        (["kiosk", "--code", "12"], "needs a code of at least four signs"),
        (["kiosk", "--code", "2580", "--idle", "1"], "from 5 to 3600"),
        (["kiosk", "--code", "2580"], "needs a terminal"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(capsys, arguments, said):
    ran = run(capsys, *arguments, "--lang", "en")
    assert ran.code == Exit.USAGE
    assert said in ran.err
