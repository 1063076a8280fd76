"""`guide find`: hits as lines, as JSON, and a query a line."""

import io
import json
import re

import pytest

from guide.errors import Exit
from tests.cli.run import run


def test_hits_are_lines_the_best_first(capsys):
    ran = run(capsys, "find", "станкозавод")
    assert ran.code == Exit.OK
    assert ran.lines[0] == "Machine Tool Works · exhibitor · B7 · Dimitrovgrad, Ulyanovsk Oblast, Russia"
    assert ran.err == ""


def test_a_stand_that_is_not_published_is_said_to_be_so(capsys):
    assert "stand not published" in run(capsys, "find", "Alatau").lines[0]


def test_a_line_says_why_where_the_name_does_not(capsys):
    line = run(capsys, "find", "ride", "--kind", "exhibitor").lines[0]
    assert line.startswith("Polesie Toys · exhibitor · 7C5.1 · Kobrin, ")
    assert line.endswith("products: ride")
    assert run(capsys, "find", "мебелью", "--kind", "exhibitor").lines[0].endswith("sector: мебель (another word form)")


def test_another_reading_is_said(capsys):
    ran = run(capsys, "find", "hjvfirf", "--lang", "en")
    assert ran.lines[0].startswith("Romashka · exhibitor")
    assert "“ромашка”" in ran.err


def test_nothing_found_is_exit_1_and_says_what_to_try(capsys):
    ran = run(capsys, "find", "кобальт")
    assert (ran.code, ran.out) == (Exit.NOTHING, "")
    assert "Nothing found for “кобальт”" in ran.err


def test_what_would_find_something_is_said(capsys):
    ran = run(capsys, "find", "toys", "country:FR")
    assert (ran.code, ran.out) == (Exit.NOTHING, "")
    total = run(capsys, "find", "toys", "--json").json["total"]
    assert f"Without “country:FR”: {total} hits." in ran.err
    assert "What comes nearest:" in ran.err
    assert "Romashka" in ran.err


def test_what_comes_nearest_is_of_the_kinds_asked_for(capsys):
    ran = run(capsys, "find", '"romashka minsk"', "--kind", "venture")
    assert ran.code == Exit.NOTHING
    assert "Romashka" not in ran.err


def test_a_typing_mistake_is_said_and_each_line_says_the_word_meant(capsys):
    ran = run(capsys, "find", "ромшка", "--kind", "exhibitor")
    assert ran.lines[0].endswith("Ромашка (a typing mistake)")
    assert "Read as “Ромашка”: a typing mistake." in ran.err
    assert run(capsys, "find", "ромшка", "--json").json["reason"] == "typo"


def test_literally_nothing_is_guessed(capsys):
    ran = run(capsys, "find", "--literally", "ромшка")
    assert ran.code == Exit.NOTHING
    assert re.search(r"Without --literally: \d+ hits?\.", ran.err)
    assert run(capsys, "find", "--literally", "ромашка").code == Exit.OK
    assert run(capsys, "find", "--literally", "hjvfirf", "--json").json["hits"] == []


def test_a_batch_may_be_taken_literally(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("ромашка\nhjvfirf\n"))
    answers = [json.loads(line) for line in run(capsys, "find", "--batch", "--literally").lines]
    assert [answer["total"] > 0 for answer in answers] == [True, False]


def test_words_that_nothing_has_with_the_others_are_said(capsys):
    ran = run(capsys, "find", "romashka minsk xqzxqz")
    assert ran.lines[0].startswith("Romashka")
    assert "shown without “xqzxqz”" in ran.err
    assert run(capsys, "find", "romashka minsk xqzxqz", "--json").json["missing"] == ["xqzxqz"]


def test_a_filter_nobody_knows_is_said_and_the_rest_works(capsys):
    ran = run(capsys, "find", "romashka", "cuntry:BY")
    assert ran.code == Exit.OK
    assert ran.lines[0].startswith("Romashka")
    assert "There is no filter “cuntry:”. Did you mean “country:”?" in ran.err
    problems = run(capsys, "find", "romashka", "cuntry:BY", "--json").json["problems"]
    assert problems == ["There is no filter “cuntry:”. Did you mean “country:”?"]


def test_a_filter_gives_no_reason_of_its_own(capsys):
    assert run(capsys, "find", "romashka", "country:BY").lines[0] == run(capsys, "find", "romashka").lines[0]


def test_how_many_more_there_are_is_said_beside_the_data(capsys):
    ran = run(capsys, "find", "minsk", "-n", "2")
    assert len(ran.lines) == 2
    assert re.search(r"\d+ hits in all", ran.err)


def test_words_to_leave_out(capsys):
    with_veras = run(capsys, "find", "furniture", "--kind", "exhibitor")
    without = run(capsys, "find", "furniture", "-veras", "--kind", "exhibitor")
    assert len(with_veras.lines) == len(without.lines) + 1


def test_only_the_kinds_asked_for(capsys):
    found = run(capsys, "find", "toys", "--kind", "venture,person", "--json").json
    assert {hit["kind"] for hit in found["hits"]} == {"venture", "person"}
    assert found["total"] == len(found["hits"])


def test_json_has_the_shape_of_the_contract(capsys):
    ran = run(capsys, "find", "Ромашка", "--json", "--kind", "exhibitor")
    found = ran.json
    assert list(found) == ["query", "total", "took_ms", "hits"]
    assert (found["query"], found["total"]) == ("Ромашка", 1)
    assert found["took_ms"] > 0
    (hit,) = found["hits"]
    assert list(hit) == ["kind", "id", "name", "stands", "score", "why"]
    assert (hit["kind"], hit["id"], hit["name"], hit["stands"]) == ("exhibitor", "romashka", "Romashka", ["A1"])
    assert hit["score"] > 0
    assert hit["why"] == [{"field": "name", "reason": "exact", "matched": "Ромашка"}]
    assert "Ромашка" in ran.out  # letters, not escapes


def test_json_says_how_the_query_was_read(capsys):
    found = run(capsys, "find", "hjvfirf", "--json").json
    assert (found["reading"], found["reason"]) == ("ромашка", "keyboard-layout")
    assert found["hits"][0]["why"][0]["reason"] == "keyboard-layout"


def test_json_without_hits_is_still_an_object(capsys):
    ran = run(capsys, "find", "кобальт", "--json")
    assert ran.code == Exit.NOTHING
    assert (ran.json["total"], ran.json["hits"]) == (0, [])


def test_a_batch_answers_each_line_with_a_line(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("ромашка\n\nкобальт\r\n7c5.1"))
    ran = run(capsys, "find", "--batch", "--json", "-n", "1")
    assert ran.code == Exit.OK
    answers = [json.loads(line) for line in ran.lines]
    assert [answer["query"] for answer in answers] == ["ромашка", "", "кобальт", "7c5.1"]
    assert answers[0]["hits"][0]["id"] == "romashka"
    assert (answers[1]["total"], answers[1]["hits"]) == (0, [])
    assert answers[2]["hits"] == []
    assert answers[3]["hits"][0]["why"][0]["reason"] == "stand-code"


def test_a_batch_takes_no_words(capsys):
    ran = run(capsys, "find", "--batch", "toys")
    assert ran.code == Exit.USAGE
    assert "standard input" in ran.err


def test_words_are_needed(capsys):
    assert run(capsys, "find").code == Exit.USAGE


@pytest.mark.parametrize(("lang", "name"), [("ru", "Ромашка"), ("be", "Рамонак"), ("en", "Romashka")])
def test_names_in_the_language_asked_for(capsys, lang, name):
    assert run(capsys, "find", "romashka", "--lang", lang, "--json").json["hits"][0]["name"] == name


def test_what_steers_a_terminal_never_comes_out(capsys):
    ran = run(capsys, "find", "\x1b]0;title\x07")
    assert "\x1b" not in ran.out + ran.err


def test_no_such_catalogue(capsys, tmp_path):
    ran = run(capsys, "find", "x", catalogue=tmp_path / "nowhere")
    assert ran.code == Exit.USAGE
    assert "nowhere" in ran.err


def test_a_catalogue_that_cannot_be_read(capsys, tmp_path):
    (tmp_path / "fair.toml").write_text("[fair\n", encoding="utf-8")
    ran = run(capsys, "find", "x", catalogue=tmp_path)
    assert ran.code == Exit.UNREADABLE
    assert "guide check" in ran.err


def test_the_catalogue_may_come_from_the_environment(capsys, monkeypatch):
    from tests.cli.run import SMALL

    monkeypatch.setenv("GUIDE_CATALOGUE", str(SMALL))
    assert run(capsys, "find", "ромашка", catalogue=None).lines[0].startswith("Romashka")
