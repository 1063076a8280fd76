"""`guide export`: every format of everything that can be taken away, to standard output and to files."""

import csv
import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from guide.catalogue.model import Ref
from guide.cli.commands import EXPORTS
from guide.errors import Exit
from guide.exchange.formats import FORMATS
from guide.exchange.plan_png import renderer
from guide.visit.changes import merged
from guide.visit.state import EMPTY, Mark, Visit
from guide.visit.store import Store
from tests.cli.run import run
from tests.exchange.paper import read, stands, texts
from tests.exchange.scanned import scanned
from tests.exchange.visits import FULL

BEGINS = {
    "ics": "BEGIN:VCALENDAR\r\n",
    "vcf": "BEGIN:VCARD\r\n",
    "csv": "\ufeffKind;Id;Name;",
    "json": '{\n  "format": "exhibition-guide/',
    "md": "# ",
    "html": "<!DOCTYPE html>\n",
    "slip": " ",
    "qr": "code 1 of ",
    "svg": '<?xml version="1.0" encoding="UTF-8"?>\n<svg ',
}
TEXTS = [name for name in EXPORTS if name != "png"]


@pytest.fixture
def visit():
    """A visit with everything, kept where the guide keeps it."""
    store = Store.open()
    store.write("small", merged(EMPTY, FULL))
    store.close()
    return FULL


def test_the_table_of_commands_knows_every_format():
    assert tuple(FORMATS) == EXPORTS
    assert [*BEGINS, "png"] == [*FORMATS]


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "qr"])
@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_every_format_of_the_whole_fair(capsys, name, lang):
    ran = run(capsys, "export", name, "--lang", lang)
    assert (ran.code, ran.err) == (Exit.OK, "")
    if lang == "en":
        assert ran.out.startswith(BEGINS[name])
    assert ran.out == run(capsys, "export", name, "--fair", "--lang", lang).out
    assert "director@polesie.example" not in ran.out


def test_a_whole_fair_is_no_qr_code(capsys):
    ran = run(capsys, "export", "qr")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "guide export qr --visit" in ran.err


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_of_a_visit(capsys, visit, name):
    ran = run(capsys, "export", name, "--visit")
    assert ran.code == Exit.OK
    assert ran.out.startswith(BEGINS[name]) or name == "qr"
    assert "Polesie Toys" in ran.out
    assert "Left Long Ago Ltd" in ran.out


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "ics"])
def test_every_format_of_the_favourites(capsys, visit, name):
    ran = run(capsys, "export", name, "--favourites")
    assert ran.code == Exit.OK
    assert "Veras" in ran.out
    # A hall is drawn with all that stands in it.
    assert "Romashka" not in ran.out or name in ("html", "svg")


def test_what_a_format_leaves_out_is_said(capsys, visit):
    assert "1 stop has no day" in run(capsys, "export", "ics", "--visit").err
    assert "2 things have no address card" in run(capsys, "export", "vcf", "--visit").err
    assert "notes are not in the codes" in run(capsys, "export", "qr", "--visit").err
    assert run(capsys, "export", "html", "--visit").err == ""


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("choice", ["--visit", "--favourites"])
def test_nothing_marked_is_exit_1_with_a_sentence(capsys, name, choice, surroundings):
    ran = run(capsys, "export", name, choice)
    assert (ran.code, ran.out) == (Exit.NOTHING, "")
    assert "nothing to take away" in ran.err
    assert not (surroundings / "data").exists()  # nothing is made by looking


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ics", "romashka"], "nothing for a calendar"),
        (["vcf", "h1"], "address card"),
        (["csv", "--query", "zzzzzzz"], "Nothing found for “zzzzzzz”"),
        (["csv", "--query", ""], "Nothing found"),
        (["md", "zzzzzzz"], "Nothing has the id"),
    ],
)
def test_an_empty_selection_is_exit_1_with_a_sentence(capsys, arguments, said):
    ran = run(capsys, "export", *arguments)
    assert (ran.code, ran.out) == (Exit.NOTHING, "")
    assert said in ran.err


@pytest.mark.parametrize("name", [name for name in TEXTS if name not in ("ics", "qr")])
def test_what_a_query_finds(capsys, name):
    ran = run(capsys, "export", name, "--query", "gjktccrb")  # полесски on the other layout
    assert ran.code == Exit.OK
    assert "Polesie Toys" in ran.out
    assert "Romashka" not in ran.out or name in ("html", "svg")


def test_filters_are_understood_too(capsys):
    rows = csv.DictReader(io.StringIO(run(capsys, "export", "csv", "--query", "kind:session").out[1:]), delimiter=";")
    assert {row["Name"] for row in rows} == {"Opening", "Machine tools today", "Closing"}


def test_ids_in_the_order_given_and_each_once(capsys):
    ran = run(capsys, "export", "csv", "veras", "7c5.1", "exhibitor:polesie", "veras")
    ids = [row["Id"] for row in csv.DictReader(io.StringIO(ran.out[1:]), delimiter=";")]
    assert ids == ["exhibitor:veras", "stand:h2#7C5.1", "exhibitor:polesie"]


def test_an_id_that_may_mean_several_things_is_exit_2(capsys):
    ran = run(capsys, "export", "csv", "B7")
    assert ran.code == Exit.USAGE
    assert [line.partition(" · ")[0] for line in ran.lines] == ["stand:h1#B7", "stand:h2#B7"]


@pytest.mark.parametrize("name", ["vcf", "csv", "json", "md", "html"])
def test_private_fields_where_asked_for(capsys, name):
    assert "director@polesie.example" in run(capsys, "export", name, "polesie", "--private").out
    assert "director@polesie.example" not in run(capsys, "export", name, "polesie").out


def test_the_width_of_a_slip(capsys):
    assert max(map(len, run(capsys, "export", "slip").lines)) == 48
    assert max(map(len, run(capsys, "export", "slip", "--columns", "32").lines)) == 32


def test_a_qr_code_of_a_thing(capsys):
    ran = run(capsys, "export", "qr", "romashka")
    assert ran.code == Exit.OK
    picture = [line for line in ran.lines if line and set(line) <= set(" ▀▄█")]
    assert scanned(picture)[0].startswith("MECARD:N:Romashka;")
    assert "MECARD:N:Romashka;" in ran.lines[len(picture) + 1]


def test_the_qr_codes_of_a_visit_may_be_for_any_phone(capsys, visit):
    ran = run(capsys, "export", "qr", "--visit", "--words")
    assert ran.code == Exit.OK
    assert "G1:" not in ran.out
    assert "12:30–13:15 Polesie Toys" in ran.out


def test_many_things_are_no_qr_codes(capsys):
    ids = [f"exhibitor:{key}" for key in ("polesie", "romashka", "veras", "luch", "stankozavod", "traktor", "zarya")]
    more = ["hall:h1", "hall:h2", "hall:yard", "session:opening", "session:tools", "session:closing"]
    ran = run(capsys, "export", "qr", *ids, *more)
    assert ran.code == Exit.USAGE
    assert "13 things" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["csv", "--fair", "--visit"], "do not go together"),
        (["csv", "--query", "x", "polesie"], "do not go together"),
        (["csv", "--favourites", "polesie"], "do not go together"),
        (["csv", "--columns", "32"], "“guide export slip” only"),
        (["slip", "--columns", "40"], "cannot be “40”"),
        (["csv", "--words"], "“guide export qr” only"),
        (["csv", "--force"], "-o FILE"),
        (["pdf"], "cannot be given “pdf”"),
        (["csv", "--hall", "h1"], "“guide export svg” only"),
        (["md", "--from", "h1", "polesie"], "“guide export svg” only"),
        (["csv", "--here", "h1"], "“guide export svg” only"),
        (["svg", "--from", "here", "polesie"], "Where “here” is, nobody said"),
        (["svg", "--from", "h1"], "--from needs what the way leads to"),
        (["svg", "--from", "h1", "--visit"], "--from needs what the way leads to"),
        (["svg", "polesie", "--step-free"], "--from PLACE"),
        (["svg", "polesie", "--no-stairs-up"], "--from PLACE"),
        (["html", "polesie", "--no-stairs-down"], "--from PLACE"),
        (["png", "polesie", "--at", "14:30"], "--from PLACE"),
        (["csv", "polesie", "--at", "14:30"], "guide export svg"),
        (["svg", "--hall", "zzz"], "There is no hall “zzz”"),
        ([], "needs FORMAT"),
        (["csv", "fair"], "The whole fair is --fair"),
        (["csv", "s1"], "nothing that can be taken away by itself"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(capsys, arguments, said):
    ran = run(capsys, "export", *arguments)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert said in ran.err


# Plans.

EXAMPLE = Path(__file__).parents[2] / "data" / "example-fair"


def test_a_plan_of_one_hall_by_its_name(capsys):
    ran = run(capsys, "export", "svg", "--hall", "зал 2", catalogue=EXAMPLE)
    assert ran.code == Exit.OK
    assert ran.out == run(capsys, "export", "svg", "--hall", "h2", catalogue=EXAMPLE).out
    assert {stand.title[0] for stand in stands(read(ran.out))} == {"2"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Hall 9", "Hall 1 (h1), Hall 2 (h2), "),
        ("Outdoor sit", "Did you mean Outdoor site? The halls are: Hall 1 (h1)"),
    ],
)
def test_halls_are_named_where_none_is_called_so(capsys, asked, said):
    ran = run(capsys, "export", "svg", "--hall", asked, catalogue=EXAMPLE)
    assert ran.code == Exit.USAGE
    assert said in ran.err
    assert ("Did you mean" in ran.err) == ("Did you mean" in said)


def test_a_plan_of_the_halls_of_what_is_named(capsys):
    ran = run(capsys, "export", "svg", "D7", "2D22", catalogue=EXAMPLE)
    assert {stand.title.split(" · ")[0] for stand in stands(read(ran.out)) if stand.lit} == {"D7", "2D22"}


def test_a_plan_with_the_way_there(capsys):
    ran = run(capsys, "export", "svg", "7C3", "--from", "D7", "--step-free", catalogue=EXAMPLE)
    assert (ran.code, ran.err) == (Exit.OK, "")
    said = texts(read(ran.out))
    assert {"where it begins", "where it ends"} <= set(said)
    assert any("(D7) → " in line and "metres" in line for line in said)


def test_the_way_that_is_drawn_is_the_way_that_is_asked_for(capsys):
    drawn = {
        option: run(capsys, "export", "svg", "7C3", "--from", "D7", *filter(None, [option]), catalogue=EXAMPLE)
        for option in ("", "--step-free", "--no-stairs-up", "--no-stairs-down")
    }
    assert {ran.code for ran in drawn.values()} == {Exit.OK}
    assert drawn["--no-stairs-up"].out != drawn[""].out
    assert drawn["--no-stairs-down"].out == drawn[""].out  # nothing on the way leads down
    refused = run(capsys, "export", "svg", "7C3", "--from", "D7", "--at", "soonish", catalogue=EXAMPLE)
    assert refused.code == Exit.USAGE


def test_the_way_leads_to_the_stand_in_the_hall_that_is_drawn(capsys):
    ran = run(capsys, "export", "svg", "Robotok", "--from", "main-entrance", "--hall", "h2", catalogue=EXAMPLE)
    said = texts(read(ran.out))
    assert any("(2H40)" in line for line in said)
    assert "where it ends" in said
    assert "where it begins" not in said


def test_a_page_has_the_way_too(capsys):
    ran = run(capsys, "export", "html", "7C3", "--from", "here", "--here", "D7", catalogue=EXAMPLE)
    assert (ran.code, ran.err) == (Exit.OK, "")
    assert all(f"<title>{hall}" in ran.out for hall in ("Hall 1", "Hall 2", "Hall 7"))
    assert "where it begins" in ran.out
    assert "(D7) → " in ran.out
    assert "where it begins" not in run(capsys, "export", "html", "7C3", catalogue=EXAMPLE).out


def test_a_picture_goes_into_a_file(capsys, tmp_path):
    if not renderer():
        pytest.skip("nothing is installed that draws SVG as PNG")
    file = tmp_path / "plan.png"
    assert run(capsys, "export", "png", "D7", "-o", str(file), catalogue=EXAMPLE).code == Exit.OK
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_picture_needs_something_that_draws_it(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("resvg_py", "cairosvg"):
        monkeypatch.setitem(sys.modules, name, None)
    ran = run(capsys, "export", "png", "-o", str(tmp_path / "plan.png"), catalogue=EXAMPLE)
    assert ran.code == Exit.USAGE
    assert "pip install resvg-py" in ran.err
    assert not any(tmp_path.iterdir())


# Files.


def test_a_file_is_written_whole(capsys, tmp_path):
    file = tmp_path / "ярмарка.ics"
    ran = run(capsys, "export", "ics", "-o", str(file))
    assert (ran.code, ran.out) == (Exit.OK, "")
    assert "Written:" in ran.err
    assert file.read_bytes().decode("utf-8") == run(capsys, "export", "ics").out
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_a_file_that_is_there_stays_unless_forced(capsys, tmp_path):
    file = tmp_path / "fair.json"
    file.write_text("mine", encoding="utf-8")
    ran = run(capsys, "export", "json", "-o", str(file))
    assert ran.code == Exit.USAGE
    assert "is there already" in ran.err
    assert file.read_text(encoding="utf-8") == "mine"
    assert run(capsys, "export", "json", "-o", str(file), "--force").code == Exit.OK
    assert json.loads(file.read_text(encoding="utf-8"))["fair"]["id"] == "small"
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_a_dash_is_standard_output(capsys):
    assert run(capsys, "export", "md", "-o", "-").out == run(capsys, "export", "md").out


def test_a_folder_is_no_file(capsys, tmp_path):
    ran = run(capsys, "export", "md", "-o", str(tmp_path))
    assert ran.code == Exit.USAGE
    assert "is a folder" in ran.err


@pytest.mark.parametrize("name", ["no/such/folder/fair.md", "a\0b.md", "x" * 300 + ".md"])
def test_what_cannot_be_written_is_exit_4(capsys, tmp_path, name):
    ran = run(capsys, "export", "md", "-o", str(tmp_path / name))
    assert (ran.code, ran.out) == (Exit.NOT_SAVED, "")
    assert "cannot be written" in ran.err
    assert [each.name for each in tmp_path.iterdir()] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_exit_4(capsys):
    ran = run(capsys, "export", "md", "-o", "/dev/full")
    assert ran.code == Exit.NOT_SAVED


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link_and_a_mode_a_mode(capsys, tmp_path):
    file, link = tmp_path / "real.md", tmp_path / "link.md"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    link.symlink_to(file)
    assert run(capsys, "export", "md", "-o", str(link), "--force").code == Exit.OK
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8").startswith("# The Small Fair")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_printer_or_a_pipe_is_written_to_as_it_is(capsys, tmp_path):
    import threading

    pipe = tmp_path / "printer"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert run(capsys, "export", "slip", "-o", str(pipe)).code == Exit.OK
    reader.join(10)
    assert read[0].decode("utf-8") == run(capsys, "export", "slip").out
    assert pipe.is_fifo()


def test_a_failure_half_way_leaves_the_old_file(tmp_path, monkeypatch):
    from guide.errors import NotSavedError
    from guide.exchange.saved import save

    file = tmp_path / "fair.md"
    file.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match="No space left"):
        save(file, "new", force=True)
    assert file.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_notes_of_other_fairs_are_not_taken(capsys):
    store = Store.open()
    store.write("another", merged(EMPTY, Visit({Ref("exhibitor", "veras"): Mark(favourite=True)})))
    store.close()
    assert run(capsys, "export", "csv", "--visit").code == Exit.NOTHING
