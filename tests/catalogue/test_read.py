"""What a file may be before it is a catalogue: its encoding, its size, its folder."""

import pytest

from guide.catalogue import read
from guide.catalogue.load import inspect, load
from guide.errors import NoSuchFileError, UnreadableError
from guide.i18n import Tongue
from tests.catalogue.catalogues import FAIR

RUSSIAN = FAIR + '[[exhibitor]]\nid = "mtz"\nname = "Минский тракторный завод"\nsite = "нет"\n'


def codes(path):
    return [problem.code for problem in inspect(path)]


def told(path):
    return inspect(path)[0].said(Tongue("en"))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "fair.toml"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a BOM"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_utf_8_is_read(file, bom, line_end):
    file.write_bytes(bom + FAIR.replace("\n", line_end).encode())
    assert load(file).catalogue.fair.id == "fair-1"
    assert codes(file) == []


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1251", "Windows-1251"),
        ("koi8-r", "KOI8-R"),
        ("cp866", "DOS 866"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
    ],
)
def test_another_encoding_is_named_and_the_rest_is_checked_all_the_same(file, encoding, name):
    file.write_bytes(RUSSIAN.encode(encoding))
    assert codes(file) == ["E002", "E110"]
    assert name in told(file)
    with pytest.raises(UnreadableError):
        load(file)


def test_a_stray_byte_has_its_place(file):
    file.write_bytes(FAIR.encode() + b'series = "INNO\xffPROM"\n')
    assert [(p.code, p.line, p.column) for p in inspect(file)] == [("E003", 8, 15)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (b"%PDF-1.7", "PDF"),
        (b'{"fair": {}}', "JSON"),
        (b"<!doctype html><title>x</title>", "HTML"),
        ("Название;Стенд;Город\nПолесье;A1;Кобрин\n".encode(), "CSV"),
    ],
)
def test_a_file_of_another_program_is_called_by_its_name(file, data, kind):
    file.write_bytes(data)
    assert codes(file) == ["E009"]
    assert kind in told(file)


def test_a_file_that_is_too_large_is_not_parsed(file, monkeypatch):
    monkeypatch.setattr(read, "SIZE", 1000)
    file.write_text(FAIR + "# " + "x" * 1000)
    assert codes(file) == ["E001"]


def test_a_line_that_is_too_long_is_passed_over(file):
    file.write_text(FAIR + f'series = "{"x" * 70_000}"\nsite = "no"\n')
    assert codes(file) == ["E006", "E110"]


def test_dots_within_a_text_are_no_key(file):
    file.write_text(FAIR + 'summary = "a.b.c.d.e.f.g.h.i.j.k = 1" # a.b.c.d.e.f.g.h.i.j.k = 1\n')
    assert codes(file) == []


def test_a_number_without_end(file):
    file.write_text(FAIR + f"[raw]\na = {'1' * 5000}\n")
    assert codes(file) == ["E044"]


def test_very_many_faults_are_counted(file):
    file.write_text(FAIR + "x = «»\n" * 300)
    found = inspect(file)
    assert [problem.code for problem in found] == ["E012"] * 200 + ["E046"]
    assert found[-1].values["count"] == 100


def test_a_path_that_leads_nowhere(tmp_path):
    for ask in (load, inspect):
        with pytest.raises(NoSuchFileError, match=r"nothing\.toml"):
            ask(tmp_path / "nothing.toml")
        with pytest.raises(NoSuchFileError):
            ask("fair\0.toml")


def test_a_file_that_may_not_be_opened(file, monkeypatch):
    file.write_text(FAIR)

    def forbidden(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "open", forbidden)
    assert codes(file) == ["E004"]
    assert "Permission denied" in told(file)


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path):
    (tmp_path / "b.toml").write_text('[[source]]\nid = "b"\ntitle = "B"\n')
    (tmp_path / "a.toml").write_text(FAIR + '[[source]]\nid = "a"\ntitle = "A"\n')
    (tmp_path / "B.toml").write_text('[[source]]\nid = "B"\ntitle = "B"\n')
    (tmp_path / ".hidden.toml").write_text("not TOML")
    (tmp_path / "notes.txt").write_text("not TOML")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "c.toml").write_text("not TOML")
    assert list(load(tmp_path).catalogue.sources) == ["B", "a", "b"]


def test_a_folder_without_files(tmp_path):
    assert codes(tmp_path) == ["E005"]
    with pytest.raises(UnreadableError):
        load(tmp_path)


def test_a_second_fair_names_the_file_of_the_first(tmp_path):
    (tmp_path / "a.toml").write_text(FAIR)
    (tmp_path / "b.toml").write_text(FAIR)
    (problem,) = inspect(tmp_path)
    assert (problem.code, problem.line) == ("E124", 2)
    assert problem.said(Tongue("en")) == "A second [fair]; the first is in a.toml, line 2."


def test_a_broken_file_does_not_hide_what_is_wrong_in_the_others(tmp_path):
    (tmp_path / "a.toml").write_text(FAIR)
    (tmp_path / "b.toml").write_text('[[exhibitor]]\nid = "x"\nname = «X»\nhost = "y"\nsite = "no"\n')
    (tmp_path / "c.toml").write_text('[[exhibitor]]\nid = "y"\nname = "Y"\nhost = "z"\n')
    found = [(problem.file[-6:], problem.code, problem.line) for problem in inspect(tmp_path)]
    assert found == [("b.toml", "E012", 3), ("b.toml", "E110", 5), ("c.toml", "E201", 4)]


def test_nothing_is_said_to_be_missing_that_may_lie_in_an_unreadable_file(tmp_path):
    (tmp_path / "a.toml").write_text(FAIR + '[[exhibitor]]\nid = "y"\nname = "Y"\nhost = "z"\n')
    (tmp_path / "b.toml").write_bytes(b"PK\x03\x04")
    assert [problem.code for problem in inspect(tmp_path)] == ["E009"]
