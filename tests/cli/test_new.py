"""`guide new`: a starter or the fictional fair is written whole or not at all, and every command works on it."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from guide import places
from guide.catalogue import fields, schema
from guide.catalogue.load import load
from guide.catalogue.plain import tables_of
from guide.errors import Exit
from tests.cli.run import run


def new(capsys, *arguments: object, lang: str = "en"):
    return run(capsys, "--lang", lang, "new", *map(str, arguments), catalogue=None)


@pytest.fixture
def example(capsys, tmp_path) -> Path:
    """The example as a person has just written it."""
    folder = tmp_path / "fair"
    assert new(capsys, "--example", folder).code == Exit.OK
    return folder


def test_it_prints_what_it_wrote_and_says_how_to_open_it(capsys, tmp_path):
    folder = tmp_path / "fairs" / "made up"
    ran = new(capsys, folder, "--example")
    assert ran.code == Exit.OK
    assert ran.lines == sorted(map(str, folder.iterdir()))
    assert "fictional" in ran.err
    assert f'guide -c "{folder}"' in ran.err


def test_the_files_are_those_that_come_with_the_guide(capsys, tmp_path, example):
    again = tmp_path / "again"
    new(capsys, "--example", again)
    bundled = {file.name: file.read_bytes() for file in places.bundled("example-fair").iterdir()}
    assert {file.name: file.read_bytes() for file in example.iterdir()} == bundled
    assert {file.name: file.read_bytes() for file in again.iterdir()} == bundled


def test_a_relative_folder_is_made_where_one_stands(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert new(capsys, "--example", "here").code == Exit.OK
    assert (tmp_path / "here" / "fair.toml").is_file()


def test_a_folder_with_other_things_in_it_keeps_them(capsys, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert new(capsys, "--example", tmp_path).code == Exit.OK
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "fair.toml").is_file()


def test_what_was_written_is_clean(capsys, example):
    ran = run(capsys, "check", "--strict", catalogue=example)
    assert (ran.code, ran.out) == (Exit.OK, "")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("аистенок", "kobrin-igrushka"),  # a toy maker by its name
        ("2b14", "h2#2B14"),
        ("7c5.1", "h7#7С5.1"),  # Latin letters for a Cyrillic code
        ("o-12", "yard#О-12"),
        ("гардероб", "cloakroom"),
        ("камера вместо глаза", "machine-vision"),
        ("Бусліна гняздо", "aist-toys"),
        ("the warm rolls", "testomes"),  # an alias collected at the desk
    ],
)
def test_it_can_be_searched(capsys, example, asked, found):
    ran = run(capsys, "find", asked, "--json", catalogue=example)
    assert ran.code == Exit.OK
    assert found in [hit["id"] for hit in ran.json["hits"][:3]]


@pytest.mark.parametrize("lang", ["ru", "be", "en"])
@pytest.mark.parametrize("asked", ["fair", "7С5.1", "kobrin-igrushka", "region:BY-BR", "session:opening", "hall:h7"])
def test_its_things_can_be_shown(capsys, example, asked, lang):
    ran = run(capsys, "show", asked, "--lang", lang, catalogue=example)
    assert ran.code == Exit.OK
    assert len(ran.lines) > 3


@pytest.fixture(params=["ru", "be", "en"])
def starter(request, capsys, tmp_path) -> Path:
    """A catalogue to start from, in each language."""
    folder = tmp_path / "mine"
    ran = new(capsys, folder, lang=request.param)
    assert ran.code == Exit.OK
    assert ran.lines == sorted(map(str, folder.iterdir()))
    return folder


def test_a_starter_is_clean_and_opens_on_its_days(capsys, starter):
    ran = run(capsys, "check", "--strict", catalogue=starter)
    assert (ran.code, ran.out) == (Exit.OK, "")
    fair = load(starter).catalogue
    assert (fair.fair.starts, fair.fair.ends) == (date(2025, 9, 30), date(2025, 10, 2))
    assert fair.exhibitors["example"].stands == ("h1#A1",)
    assert run(capsys, "show", "A1", catalogue=starter).code == Exit.OK


def test_the_samples_of_a_starter_are_clean_too_and_have_every_table(capsys, starter):
    for file in starter.glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^#(?=\[|[a-z_0-9.]+ = |  \{|\])", "", text), encoding="utf-8")
    ran = run(capsys, "check", "--strict", catalogue=starter)
    assert (ran.code, ran.out) == (Exit.OK, "")
    assert set(tables_of(load(starter).catalogue)) == set(fields.TABLES)


def test_a_starter_names_a_schema_that_lies_beside_it(starter):
    for file in starter.glob("*.toml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert json.loads((starter / first.removeprefix("#:schema ")).read_text(encoding="utf-8")) == schema.schema()


def test_the_starters_differ_in_words_only():
    languages = [
        {file.name: re.sub(r'"[^"\n]*"|(?m:#( .*)?$)| +', "", file.read_text(encoding="utf-8"))
         for file in places.bundled("starter").joinpath(code).iterdir()}
        for code in ("ru", "be", "en")
    ]  # fmt: skip
    for each in languages:  # the tags of the samples' own language
        each.update({name: re.sub(r"\{(ru|be|en)=", "{xx=", text) for name, text in each.items()})
    assert languages[0] == languages[1] == languages[2]


@pytest.mark.parametrize("taken", ["exhibitors.toml", "catalogue.schema.json"])
def test_a_starter_overwrites_nothing(capsys, tmp_path, taken):
    (tmp_path / taken).write_text("mine", encoding="utf-8")
    ran = new(capsys, tmp_path)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert taken in ran.err
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {taken: "mine"}


def test_without_a_folder_it_says_so(capsys):
    ran = new(capsys, "--example")
    assert ran.code == Exit.USAGE
    assert "DIR" in ran.err


@pytest.mark.parametrize("name", ["exhibitors.toml", "mine.TOML"])
def test_another_catalogue_is_left_alone(capsys, tmp_path, name):
    (tmp_path / name).write_text("# mine\n", encoding="utf-8")
    ran = new(capsys, "--example", tmp_path)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert name in ran.err
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_it_is_not_written_twice(capsys, example):
    (example / "fair.toml").write_text("# changed\n", encoding="utf-8")
    assert new(capsys, "--example", example).code == Exit.USAGE
    assert (example / "fair.toml").read_text(encoding="utf-8") == "# changed\n"


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_a_file_is_no_folder(capsys, tmp_path, below):
    file = tmp_path / "notes.txt"
    file.write_text("mine", encoding="utf-8")
    ran = new(capsys, "--example", file / below)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"{file} is no folder" in ran.err
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["n" * 300, "a\x00b"])
def test_a_name_that_no_folder_can_have(capsys, tmp_path, name):
    ran = new(capsys, "--example", tmp_path / "in" / name)
    assert (ran.code, ran.out) == (Exit.NOT_SAVED, "")
    assert "cannot be written" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_what_steers_a_terminal_never_comes_out(capsys, tmp_path):
    ran = new(capsys, "--example", tmp_path / "a\x1b[2Jb")
    assert "\x1b" not in ran.out + ran.err


# The first bytes of the largest file fit, the rest do not: as on a disk that is full.
_NO_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from guide.__main__ import main
sys.exit(main(["--lang", "en", "new", "--example", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set here")
@pytest.mark.parametrize("folder", ["new/one", "."])
def test_where_there_is_no_room_nothing_half_written_stays(tmp_path, folder):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", _NO_ROOM, str(tmp_path / folder)], capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"}, check=False, timeout=60,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (Exit.NOT_SAVED, "")
    assert "cannot be written" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be written here"
)
def test_a_folder_that_may_not_be_written(capsys, tmp_path):
    tmp_path.chmod(0o500)
    try:
        ran = new(capsys, "--example", tmp_path / "fair")
    finally:
        tmp_path.chmod(0o700)
    assert ran.code == Exit.NOT_SAVED
    assert list(tmp_path.iterdir()) == []
