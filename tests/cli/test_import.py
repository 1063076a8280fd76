"""`guide import`: others' files in, a catalogue and a report out, or a clear word and nothing written."""

import csv
import json
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from guide.catalogue.load import load
from guide.cli import taken_in
from guide.errors import Exit
from guide.i18n import Tongue
from guide.intake.importing import JOINING, READING
from tests.cli.run import run
from tests.terminal import ROOT

LIST = (
    "Список участников выставки «Хлеб-2026»\n"
    "Наименование организации;Страна;Город;Стенд;Телефон;Код партнёра\n"
    "ООО «Мельница»;Беларусь;г. Кобрин;Павильон 1, стенд А12;+375 1642 2-00-00;77\n"
    "ОАО «Жернов»;Россия;Смоленск;Павильон 1, стенд B7;;78\n"
    "ЗАО «Кол?с»;Атлантида;Минск;уточняется;;79\n"
)
DAYS = ("--starts", "2026-06-03", "--ends", "2026-06-05", "--timezone", "Europe/Minsk")


@pytest.fixture
def listed(tmp_path) -> Path:
    file = tmp_path / "список.csv"
    file.write_bytes(LIST.encode("cp1251"))
    return file


def taken(capsys, *arguments: object, lang: str = "en") -> tuple[int, str, str]:
    """The exit code, and what was written to standard output and standard error."""
    ran = run(capsys, "--lang", lang, "import", *map(str, arguments), catalogue=None)
    return ran.code, ran.out, ran.err


def test_a_list_becomes_a_catalogue_that_check_finds_nothing_wrong_with(capsys, listed, tmp_path) -> None:
    code, _, err = taken(capsys, listed, "-o", tmp_path / "fair", *DAYS)
    assert code == Exit.OK, err
    loaded = load(tmp_path / "fair")
    assert not tuple(loaded.problems)
    catalogue = loaded.catalogue
    assert catalogue.fair.name.texts() == ("Хлеб-2026",)
    assert str(catalogue.fair.starts) == "2026-06-03"
    mill = next(firm for firm in catalogue.exhibitors.values() if "Мельница" in firm.name.texts()[0])
    assert mill.place is not None
    assert mill.place.country == "BY"
    assert mill.phone == ("+375 1642 2-00-00",)
    assert [catalogue.stands[stand].code for stand in mill.stands] == ["А12"]
    assert len(catalogue.exhibitors) == 3


def test_the_report_as_json_has_the_shape_that_scripts_stand_on(capsys, listed) -> None:
    code, out, err = taken(capsys, listed, "--report", "json")
    assert code == Exit.OK
    report = json.loads(out)
    assert (report["rows"], report["exhibitors"], report["stands"]) == (3, 3, 2)
    for problem in report["problems"]:
        assert {"row", "column", "code", "message", "value"} <= problem.keys()
        assert "{" not in problem["message"]
    found = {(problem["row"], problem["code"]): problem for problem in report["problems"]}
    assert found[5, "I003"]["value"] == "ЗАО «Кол?с»"
    assert found[5, "I006"]["value"] == "Атлантида"
    assert found[5, "I006"]["column"] == "Страна"
    assert (5, "I005") in found
    assert "Nothing was written" in err


def test_the_report_as_a_table_opens_in_a_spreadsheet(capsys, tmp_path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Company;Country;Booth\n=cmd|'/c calc'!A1;Atlantis;\n", encoding="utf-8")
    _, out, _ = taken(capsys, file, "--report", "csv", lang="ru")
    assert out.startswith("\ufeff")
    rows = list(csv.reader(StringIO(out[1:]), delimiter=";"))
    assert rows[0][0] == "Файл"
    assert any(row[3] == "Atlantis" and row[4] == "I006" for row in rows)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_in_words_each_code_stands_once_with_its_rows(capsys, listed) -> None:
    _, out, _ = taken(capsys, listed)
    assert "I006 · lost · 1 time" in out
    assert '--map "Стенд=stand"' in out
    assert "row 5 · Страна · “Атлантида”" in out


def test_without_a_folder_nothing_is_written(capsys, listed, tmp_path) -> None:
    before = sorted(tmp_path.iterdir())
    assert taken(capsys, listed)[0] == Exit.OK
    assert sorted(tmp_path.iterdir()) == before


def test_importing_again_changes_nothing_and_keeps_what_a_person_wrote(capsys, listed, tmp_path) -> None:
    folder = tmp_path / "fair"
    taken(capsys, listed, "-o", folder, *DAYS)
    first = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert taken(capsys, listed, "-o", folder, *DAYS)[0] == Exit.OK
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == first
    fair = (folder / "fair.toml").read_text(encoding="utf-8").replace("Хлеб-2026", "Хлеб и соль")
    (folder / "fair.toml").write_text(fair, encoding="utf-8")
    assert taken(capsys, listed, "-o", folder)[0] == Exit.OK
    assert load(folder).catalogue.fair.name.texts() == ("Хлеб и соль",)
    assert (folder / "fair.toml").read_text(encoding="utf-8") == fair


def test_ids_stay_when_rows_come_and_go(capsys, listed, tmp_path) -> None:
    folder = tmp_path / "fair"
    taken(capsys, listed, "-o", folder, *DAYS)
    before = {firm.name.texts(): name for name, firm in load(folder).catalogue.exhibitors.items()}
    title, header, *rows = LIST.splitlines()
    listed.write_text("\n".join([title, header, "Новая фирма;BY;Брест;;;1", *reversed(rows)]), encoding="utf-8")
    taken(capsys, listed, "-o", folder, *DAYS)
    after = {firm.name.texts(): name for name, firm in load(folder).catalogue.exhibitors.items()}
    assert {name: after[name] for name in before} == before
    assert len(after) == 4


def test_what_a_column_is_can_be_said_and_is_kept(capsys, listed, tmp_path) -> None:
    folder = tmp_path / "fair"
    taken(capsys, listed, "-o", folder, "--map", "Код партнёра=aliases", "--map", "Телефон=-", *DAYS)
    for _ in range(2):
        mill = next(iter(load(folder).catalogue.exhibitors.values()))
        assert not mill.phone
        aliases = {
            text
            for firm in load(folder).catalogue.exhibitors.values()
            for each in firm.aliases
            for text in each.texts()
        }
        assert {"77", "78", "79"} <= aliases
        assert taken(capsys, listed, "-o", folder, *DAYS)[0] == Exit.OK


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--map", "Стенд"), "--map needs"),
        (("--map", "Стенд=stnd"), "stand"),
        (("--map", "Стент=stand"), "Стенд"),
        (("--starts", "29.09.2026"), "--starts needs a day"),
        (("--starts", "2026-06-05", "--ends", "2026-06-03"), "end before it starts"),
        (("--timezone", "Europe/Minks"), "Europe/Minsk"),
        (("--texts", "german"), "--texts"),
        (("--force",), "--force needs"),
    ],
)
def test_what_is_asked_wrongly_is_said_with_the_nearest_right_word(capsys, listed, arguments, said) -> None:
    code, _, err = taken(capsys, listed, *arguments)
    assert code == Exit.USAGE
    assert said in err


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (Random(1).randbytes(20_000), Exit.UNREADABLE),
        (b"%PDF-1.4", Exit.UNREADABLE),
        (b"", Exit.UNREADABLE),
        (b"PK\x03\x04" + bytes(2000), Exit.UNREADABLE),
        (b'{"type": "FeatureCollection", "features": [', Exit.UNREADABLE),
        (b"<schedule><conference><title>", Exit.UNREADABLE),
        (b'<?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY a "b">]><schedule>&a;</schedule>', Exit.UNREADABLE),
    ],
    ids=["random", "PDF", "empty", "no zip", "cut JSON", "cut XML", "entity"],
)
def test_what_cannot_be_read_is_said_in_a_sentence_and_nothing_is_written(capsys, tmp_path, data, code) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    given, _, err = taken(capsys, file, "-o", tmp_path / "fair")
    assert given == code
    assert err.strip()
    assert "fault" not in err
    assert not (tmp_path / "fair").exists()


def test_where_memory_does_not_suffice_that_is_said_and_nothing_is_written(
    capsys, listed, tmp_path, monkeypatch
) -> None:
    def read(files, asked):
        raise MemoryError

    monkeypatch.setattr("guide.intake.tables.read", read)
    code, _, err = taken(capsys, listed, "-o", tmp_path / "fair")
    assert code == Exit.UNREADABLE
    assert "memory" in err
    assert not (tmp_path / "fair").exists()


def test_a_file_that_is_not_there(capsys, tmp_path) -> None:
    for path, said in (
        (tmp_path / "none.csv", "no file"),
        (tmp_path, "is a folder"),
        (os.devnull, "no ordinary file"),
        (tmp_path / ("x" * 400), "xxx"),
    ):
        code, _, err = taken(capsys, path)
        assert code == Exit.USAGE
        assert said in err


@pytest.mark.parametrize(
    ("folder", "code"), [("", Exit.USAGE), ("x" * 400, Exit.NOT_SAVED), ("list.csv/below", Exit.USAGE)]
)
def test_a_folder_that_cannot_be_is_said_before_anything_is_read(capsys, tmp_path, monkeypatch, folder, code) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text(LIST, encoding="utf-8")
    given, out, err = taken(capsys, "list.csv", "-o", folder)
    assert (given, out) == (code, "")
    assert err
    assert [file.name for file in tmp_path.iterdir()] == ["list.csv"]


def test_a_broken_fair_is_replaced_where_that_is_forced_and_the_catalogue_opens(capsys, listed, tmp_path) -> None:
    folder = tmp_path / "fair"
    folder.mkdir()
    (folder / "fair.toml").write_text("[fair\n", encoding="utf-8")
    assert taken(capsys, listed, "-o", folder, *DAYS)[0] == Exit.UNREADABLE
    assert taken(capsys, listed, "-o", folder, "--force", *DAYS)[0] == Exit.OK
    assert load(folder).catalogue.fair.name.texts() == ("Хлеб-2026",)
    assert (folder / "fair.toml.bak").read_text(encoding="utf-8") == "[fair\n"


def test_it_loads_neither_the_terminal_app_nor_what_other_formats_need(listed) -> None:
    script = (
        "import sys; from guide.cli.main import run; run(sys.argv[1:]); "
        "print([name for name in ('textual', 'sqlite3', 'icalendar', 'python_calamine', 'rich.progress') "
        "if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "import", str(listed)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == "[]"


class Terminal(StringIO):
    """Standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_the_bar_shows_a_share_only_where_the_whole_is_known_and_goes_away(monkeypatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(taken_in, "_SLOW", -1)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "50")
    with taken_in._bar(Tongue("en")) as step:
        step(READING, "[bold]" + "x" * 80, 30, 100)
        read = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.getvalue())
        assert "[bold]" in read
        assert max(map(len, re.split(r"[\r\n]", read))) <= 46  # ^C has room beside it
        terminal.truncate(0)
        step(JOINING, "", 0, 0)
    drawn = terminal.getvalue()
    assert "Joining" in drawn
    assert "%" not in drawn
    assert drawn.rstrip().endswith("\x1b[2K")


def test_a_row_of_more_columns_than_a_list_has_is_refused(capsys, tmp_path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Company;Booth" + ";" * 50_000 + "\n" + "A;" * 20_000 + "\n", encoding="utf-8")
    code, _, err = taken(capsys, file, "-o", tmp_path / "fair")
    assert code == Exit.UNREADABLE
    assert "row 2: 20000 columns" in err
