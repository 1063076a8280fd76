"""Importing again: what was told of the fair holds, and a firm is known by the organiser’s own number."""

from datetime import date
from pathlib import Path

from guide.catalogue.load import load
from guide.errors import Exit
from guide.intake.numbers import numbers_kept
from tests.cli.test_import import DAYS, taken

HEAD = "Record ID,Company,Country,City,Stand,Contact email\n"
OLD = HEAD + "100,Alpha Ltd,UK,Leeds,A1,\n101,Beta Inc,USA,Boston,A2,\n102,Gamma GmbH,DE,Köln,A3,eva@gamma.de\n"
NEW = HEAD + "102,Delta GmbH,DE,Köln,A3,eva@gamma.de\n101,Zeta Holding SA,FR,Lyon,B7,\n103,Alpha Two,PL,Łódź,C1,\n"


def _import(capsys, tmp_path: Path, name: str, text: str, *more: str, encoding: str = "utf-8") -> Path:
    file = tmp_path / name
    file.write_bytes(text.encode(encoding))
    code, _, err = taken(capsys, file, "-o", tmp_path / "fair", *more)
    assert code == Exit.OK, err
    return tmp_path / "fair"


def test_a_firm_of_another_name_keeps_its_id_by_its_number(capsys, tmp_path) -> None:
    _import(capsys, tmp_path, "a.csv", OLD, "--name", "Expo", *DAYS)
    firms = load(_import(capsys, tmp_path, "b.csv", NEW, encoding="utf-16")).catalogue.exhibitors
    assert {key: firm.name.texts()[0] for key, firm in firms.items()} == {
        "beta": "Zeta Holding", "gamma": "Delta", "alpha-two": "Alpha Two",
    }  # fmt: skip


def test_what_was_told_of_the_fair_need_not_be_told_again(capsys, tmp_path) -> None:
    first = _import(capsys, tmp_path, "a.csv", OLD, "--name", "Expo", *DAYS)
    before = {file.name: file.read_bytes() for file in first.iterdir()}
    again = _import(capsys, tmp_path, "a.csv", OLD)
    assert {file.name: file.read_bytes() for file in again.iterdir()} == before
    fair = load(
        _import(capsys, tmp_path, "b.csv", NEW, "--starts", "2027-01-02", "--ends", "2027-01-04")
    ).catalogue.fair
    assert (fair.name.texts()[0], fair.starts, fair.ends, fair.timezone) == (
        "Expo", date(2027, 1, 2), date(2027, 1, 4), "Europe/Minsk",
    )  # fmt: skip


def test_days_told_earlier_that_end_before_those_of_now_begin_do_not_count(capsys, tmp_path) -> None:
    _import(capsys, tmp_path, "a.csv", OLD, *DAYS)
    fair = load(_import(capsys, tmp_path, "a.csv", OLD, "--starts", "2027-01-02")).catalogue.fair
    assert (fair.starts, fair.ends) == (date(2027, 1, 2), date(2027, 1, 2))


def test_numbers_that_several_have_and_files_that_are_no_toml_tell_nothing(tmp_path) -> None:
    (tmp_path / "raw.toml").write_text('[raw.exhibitor.a]\n"Record ID" = "7"\n[raw.exhibitor.b]\n"Record ID" = "7"\n')
    (tmp_path / "raw-2.toml").write_text("no toml at all [")
    assert not any(numbers_kept(tmp_path).values())
    assert not numbers_kept(tmp_path / "nowhere")


def test_the_address_of_a_person_is_evidence_of_a_renaming_and_is_not_shown(capsys, tmp_path) -> None:
    from tests.cli.run import run

    old = "Company,Country,City,Stand,Contact person,Contact email\nPump Works Ltd,UK,Hull,A1,Gus Hill,gus@pumps.com\n"
    new = old.replace("Pump Works Ltd", "Hull Fluid Ltd")
    for name, text in (("old", old), ("new", new)):
        (tmp_path / name).mkdir()
        _import(capsys, tmp_path / name, "a.csv", text, *DAYS)
    ran = run(capsys, "--lang", "en", "diff", str(tmp_path / "old/fair"), str(tmp_path / "new/fair"), catalogue=None)
    assert "Pump Works → Hull Fluid" in ran.out
    assert "the same e-mail;" in ran.out
    assert "gus@" not in ran.out
