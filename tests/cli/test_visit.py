"""`guide visit`: what left by JSON or by QR codes comes back, is shown before, asked about, and can be taken back."""

import io
import json
import sys
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from guide.catalogue.model import Ref
from guide.errors import Exit
from guide.visit.changes import merged
from guide.visit.state import EMPTY, Mark, Stop, Visit
from guide.visit.store import Store
from tests.cli.run import run
from tests.exchange.scanned import scanned
from tests.exchange.visits import FULL, GONE

VERAS, POLESIE = Ref("exhibitor", "veras"), Ref("exhibitor", "polesie")


def keep(visit: Visit) -> None:
    store = Store.open()
    store.write("small", merged(EMPTY, visit), logged=False)
    store.close()


def kept() -> Visit:
    store = Store.open()
    try:
        return store.visit("small")
    finally:
        store.close()


class Typed(io.StringIO):
    """A terminal at which somebody types."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def file(tmp_path, capsys) -> Path:
    """The full visit as another guide exported it; here nothing is marked yet."""
    keep(FULL)
    written = tmp_path / "visit.json"
    assert run(capsys, "export", "json", "--visit", "-o", str(written)).code == Exit.OK
    from guide.visit.store import file_of_visits

    file_of_visits().unlink()
    return written


def test_json_comes_back_as_the_same_visit(capsys, file):
    ran = run(capsys, "visit", "import", str(file), "--yes")
    assert ran.code == Exit.OK
    assert kept() == FULL
    assert "+ 29 September 12:30–13:15, Polesie Toys, Hall 2 · 7C5.1" in ran.lines
    assert "? Left Long Ago Ltd: no longer in the catalogue" in ran.lines
    assert "7 stops and 5 marks" in ran.err
    assert "visit undo" in ran.err


def test_undo_takes_it_back_and_redo_brings_it_again(capsys, file):
    mine = Visit({VERAS: Mark(note="mine", name="Veras")})
    keep(mine)
    assert run(capsys, "visit", "import", str(file), "--yes").code == Exit.OK
    assert kept() != mine
    undone = run(capsys, "visit", "undo")
    assert (undone.code, undone.out) == (Exit.OK, "")
    assert "Undone: a visit was brought in" in undone.err
    assert kept() == mine
    assert run(capsys, "visit", "redo").code == Exit.OK
    assert kept().plan == FULL.plan


@pytest.mark.parametrize("again", ["undo", "redo"])
def test_nothing_to_take_back_is_exit_1(capsys, again, surroundings):
    ran = run(capsys, "visit", again)
    assert ran.code == Exit.NOTHING
    assert "Nothing" in ran.err
    assert not (surroundings / "data").exists()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("yes\n", 0), ("Y\n", 0), ("да\n", 0), ("так\n", 0), ("no\n", 1), ("\n", 1), ("", 1), ("н\n", 1)],
)
def test_it_asks_on_a_terminal(capsys, file, monkeypatch, typed, code):
    monkeypatch.setattr(sys, "stdin", Typed(typed))
    ran = run(capsys, "visit", "import", str(file))
    assert ran.code == code
    assert "yes or no" in ran.err
    assert bool(kept().plan) == (code == 0)


def test_where_nobody_can_be_asked_nothing_changes(capsys, file, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    ran = run(capsys, "visit", "import", str(file))
    assert ran.code == Exit.USAGE
    assert "--yes" in ran.err
    assert any(line.startswith("+ ") for line in ran.lines)
    assert kept() == EMPTY


def test_the_text_of_qr_codes_comes_back(capsys, tmp_path, monkeypatch):
    keep(FULL)
    drawn = run(capsys, "export", "qr", "--visit").out
    from guide.visit.store import file_of_visits

    file_of_visits().unlink()
    # The whole drawing, as it stands in a file.
    written = tmp_path / "codes.txt"
    written.write_text(drawn, encoding="utf-8")
    assert run(capsys, "visit", "import", str(written), "--yes").code == Exit.OK
    plan = [replace(stop, id="") for stop in FULL.plan]
    assert [replace(stop, id="") for stop in kept().plan] == plan
    assert set(kept().favourites()) == set(FULL.favourites())
    # And what a phone read from the pictures, in another order, from a pipe: everything is there already.
    rows = drawn.split("\n")
    pictures, last = [], -2
    for at, row in enumerate(rows):
        if row and set(row) <= set(" ▀▄█"):
            if at != last + 1:
                pictures.append([])
            pictures[-1].append(row)
            last = at
    texts = [text for picture in reversed(pictures) for text in scanned(picture)]
    assert texts
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(texts).encode())))
    ran = run(capsys, "visit", "import", "-")
    assert (ran.code, [line for line in ran.lines if line[0] != "?"]) == (Exit.OK, [])
    assert "nothing changes" in ran.err


def test_a_part_that_is_missing_is_named(capsys, tmp_path):
    from guide.exchange.qr import for_guide
    from guide.exchange.selection import visited
    from tests.exchange.visits import CATALOGUE, ENGLISH

    parts = [code.text for code in for_guide(visited(CATALOGUE, ENGLISH, FULL), 60, 18)]
    written = tmp_path / "codes.txt"
    written.write_text("\n".join([parts[0], *parts[2:]]), encoding="utf-8")
    ran = run(capsys, "visit", "import", str(written), "--yes")
    assert (ran.code, ran.out) == (Exit.UNREADABLE, "")
    assert "missing: 2" in ran.err


def test_mine_stays_and_what_clashes_is_said(capsys, file):
    mine = Visit(
        {
            POLESIE: Mark(rating=2, note="my own note", name="Polesie Toys"),
            VERAS: Mark(visited=True, name="Veras"),
        },
        (
            Stop("m1", VERAS, date(2025, 9, 30), time(10, 0), name="Верас"),
            Stop("m2", None, date(2025, 9, 29), time(12, 45), 30, "Lunch"),
        ),
    )
    keep(mine)
    ran = run(capsys, "visit", "import", str(file), "--yes")
    assert ran.code == Exit.OK
    assert "! Polesie Toys: your rating 2 stays, the other is 4" in ran.lines
    assert "~ Veras: favourite" in ran.lines
    assert "~ 30 September, Veras, Hall 1 · A2 (was: 30 September 10:00, Veras, Hall 1 · A2)" in ran.lines
    assert [line for line in ran.lines if line[0] == "!" and "at the same time" in line and "Lunch" in line]
    after = kept()
    assert after.mark(POLESIE).rating == 2
    assert after.mark(POLESIE).note == "my own note\n\nAsk for prices;\nmeet Anna, again"
    assert after.mark(VERAS) == Mark(True, True, name="Veras")
    assert after.stop("m2") == mine.plan[1]
    assert len(after.stops(VERAS)) == 1


def test_the_same_file_twice_changes_nothing(capsys, file):
    assert run(capsys, "visit", "import", str(file), "--yes").code == Exit.OK
    before = kept()
    ran = run(capsys, "visit", "import", str(file))
    assert ran.code == Exit.OK
    assert "nothing changes" in ran.err
    assert kept() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no plan of the guide"),
        (b"hello", "no plan of the guide"),
        (b"{", "no JSON"),
        (b"\xff\xfe\x00\x01", "no plan of the guide"),
        (b'{"format": "exhibition-guide/visit", "version": 1, "fair": "another"}', "of the fair another"),
        (b'{"format": "exhibition-guide/visit", "version": 9, "fair": "small"}', "version 9"),
        (bytes(17_000_000), "MB"),
    ],
)
def test_what_is_no_visit_is_said(capsys, tmp_path, content, said):
    file = tmp_path / "file"
    file.write_bytes(content)
    ran = run(capsys, "visit", "import", str(file), "--yes")
    assert (ran.code, ran.out) == (Exit.UNREADABLE, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_as_editors_of_windows_save_it(capsys, file, encoding):
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    file.write_bytes(text.encode(encoding))
    assert run(capsys, "visit", "import", str(file), "--yes").code == Exit.OK
    assert kept() == FULL


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import"], "needs a file"),
        (["import", "no-such-file"], "There is no file"),
        (["import", "a", "b"], "does not know what to do with “b”"),
        (["undo", "x"], "does not know what to do with “x”"),
        (["export"], "cannot be given “export”"),
        ([], "needs import|undo|redo"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(capsys, arguments, said):
    ran = run(capsys, "visit", *arguments)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert said in ran.err


def test_hostile_words_are_shown_tamed(capsys, tmp_path):
    file = tmp_path / "visit.json"
    stop = {"id": "a", "title": "\x1b[31mred\u202e\x07", "day": "2025-09-30"}
    file.write_text(json.dumps({"format": "exhibition-guide/visit", "version": 1, "fair": "small", "plan": [stop]}))
    ran = run(capsys, "visit", "import", str(file), "--yes")
    assert ran.code == Exit.OK
    assert not set(ran.out + ran.err) & {"\x1b", "\u202e", "\x07"}


def test_what_left_keeps_its_name_and_note(capsys, file):
    run(capsys, "visit", "import", str(file), "--yes")
    assert kept().mark(GONE) == FULL.mark(GONE)
