"""`guide diff`: two catalogues compared, in words, as JSON, as Markdown and as notices that go back into the fair."""

import json
import re
import shutil
from pathlib import Path

import pytest

from guide import places
from guide.catalogue.load import load
from guide.errors import Exit
from tests.cli.run import run

OLD = places.bundled("example-fair")


def diff(capsys, *arguments: object, lang: str = "en"):
    return run(capsys, "--lang", lang, "diff", *map(str, arguments), catalogue=None)


def edit(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture
def changed(tmp_path) -> Path:
    """The fictional fair after a busy morning."""
    folder = tmp_path / "now"
    shutil.copytree(OLD, folder)
    edit(folder, "exhibitors.toml", 'stands = ["A1"]', 'stands = ["A4"]')
    edit(folder, "exhibitors.toml", 'en = "Kalinalift"', 'en = "Liftmash"')
    edit(folder, "exhibitors.toml", 'id = "bobr-shina"', 'id = "tyres"')
    edit(folder, "programme.toml", "starts = 10:30:00", "starts = 10:45:00")
    return folder


def test_nothing_differs(capsys):
    ran = diff(capsys, OLD, OLD)
    assert (ran.code, ran.out) == (Exit.OK, "")
    assert "Nothing differs" in ran.err


def test_old_and_new_stand_side_by_side_with_the_evidence(capsys, changed):
    ran = diff(capsys, OLD, changed)
    assert ran.code == Exit.OK
    assert "  Dubrovka Bureau · exhibitor · A1, Hall 1 → A4, Hall 1" in ran.lines
    assert "  Opening of Crossroads · session · 29 September, 10:30–11:00 → 29 September, 10:45–11:00" in ran.lines
    assert "  Liftmash · exhibitor · Kalinalift → Liftmash" in ran.lines
    assert "  Bobrshina · exhibitor · bobr-shina → tyres" in ran.lines
    assert "the same site example.com/bobr-shina" in ran.out
    assert [line for line in ran.lines if line and not line.startswith(" ")] == [
        "Moved: 1", "At another time: 1", "Renamed: 1", "With another id: 1",
    ]  # fmt: skip


def test_backwards_it_says_the_opposite(capsys, changed):
    assert "  Dubrovka Bureau · exhibitor · A4, Hall 1 → A1, Hall 1" in diff(capsys, changed, OLD).lines


def test_what_came_and_went_is_said_with_its_place(capsys, tmp_path):
    for name, exhibitor in (("old", "Kepler"), ("new", "Newton")):
        shutil.copytree(OLD, tmp_path / name)
        with (tmp_path / name / "exhibitors.toml").open("a", encoding="utf-8") as stream:
            stream.write(f'\n[[exhibitor]]\nid = "{exhibitor.lower()}"\nname = "{exhibitor}"\nstands = ["A2"]\n')
    ran = diff(capsys, tmp_path / "old", tmp_path / "new")
    assert "  Newton · exhibitor · → A2, Hall 1" in ran.lines
    assert "  Kepler · exhibitor · A2, Hall 1 →" in ran.lines


def test_json_has_its_shape(capsys, changed):
    ran = diff(capsys, OLD, changed, "--format", "json")
    found = ran.json
    assert set(found) == {"old", "new", "counts", "changes"}
    assert found["old"] == {
        "id": "example-crossroads",
        "name": "Example: the fictional fair Crossroads",
        "exhibitors": 150,
    }
    assert found["counts"] == {"moved": 1, "retimed": 1, "renamed": 1, "new-id": 1}
    moved = found["changes"][0]
    assert moved == {
        "what": "moved",
        "kind": "exhibitor",
        "old": "mogilev-show",
        "new": "mogilev-show",
        "name": "Dubrovka Bureau",
        "told": [{"label": "", "old": "A1, Hall 1", "new": "A4, Hall 1"}],
        "fields": [{"field": "stands", "old": ["h1#A1"], "new": ["h1#A4"]}],
        "evidence": [],
    }
    same = found["changes"][-1]
    assert (same["old"], same["new"]) == ("bobr-shina", "tyres")
    assert {"site", "e-mail", "phone"} <= {each["trait"] for each in same["evidence"]}


def test_what_is_for_the_desk_only_is_not_told(capsys, tmp_path):
    shutil.copytree(OLD, tmp_path / "now")
    mail = 'email = ["mogilev-show@example.com"]'
    edit(tmp_path / "now", "exhibitors.toml", mail, f'{mail}\nemail_private = ["secret@example.com"]')
    for form in ("text", "json", "md"):
        ran = diff(capsys, OLD, tmp_path / "now", "--format", form)
        assert "Dubrovka" in ran.out
        assert "secret" not in ran.out + ran.err


def test_markdown_has_a_table_for_each_thing_that_happened(capsys, changed):
    edit(changed, "exhibitors.toml", 'en = "Dubrovka Bureau"', 'en = "Dub|rovka <b>*Bureau*"')
    ran = diff(capsys, OLD, changed, "--format", "md")
    assert ran.lines[0] == "# What changed: Example: the fictional fair Crossroads"
    assert "## Moved (1)" in ran.lines
    [row] = [line for line in ran.lines if "A4" in line]
    assert row == "| **Dub\\|rovka \\<b\\>\\*Bureau\\*** | exhibitor | A1, Hall 1 | A4, Hall 1 |"


@pytest.mark.parametrize("lang", ["ru", "be", "en"])
def test_notices_go_back_into_the_fair(capsys, changed, lang):
    ran = diff(capsys, OLD, changed, "--notices", lang=lang)
    assert ran.code == Exit.OK
    (changed / "notices.toml").write_text(ran.out, encoding="utf-8")
    assert "notices.toml" not in run(capsys, "check", catalogue=changed).out
    given = load(changed).catalogue.notices
    moved = given["moved-exhibitor-mogilev-show"]
    assert dict(moved.text.pairs).keys() == {"ru", "be", "en"}
    assert "A4, Hall 1" in dict(moved.text.pairs)["en"]
    assert (moved.kind, str(moved.about)) == ("moved", "exhibitor:mogilev-show")
    # Another id tells a visitor nothing.
    assert not any("tyres" in key for key in given)
    assert "A4, Hall 1" in run(capsys, "show", "mogilev-show", "--lang", "en", catalogue=changed).out


def test_a_notice_that_is_given_already_is_not_given_again(capsys, changed):
    (changed / "notices.toml").write_text(diff(capsys, OLD, changed, "--notices").out, encoding="utf-8")
    edit(changed, "programme.toml", "starts = 11:15:00", "starts = 11:20:00")
    more = diff(capsys, OLD, changed, "--notices").out
    assert re.findall(r'^id = "(.*)"', more, re.MULTILINE) == ["retimed-session-plenary"]


def test_a_notice_never_takes_an_id_that_is_there(capsys, changed):
    (changed / "notices.toml").write_text(diff(capsys, OLD, changed, "--notices").out, encoding="utf-8")
    edit(changed, "exhibitors.toml", 'stands = ["A4"]', 'stands = ["A3"]')
    more = diff(capsys, OLD, changed, "--notices").out
    assert re.findall(r'^id = "(.*)"', more, re.MULTILINE) == ["moved-exhibitor-mogilev-show-2"]


def test_where_there_is_nothing_to_tell_visitors_nothing_is_printed(capsys):
    assert diff(capsys, OLD, OLD, "--notices").out == ""


def test_a_broken_catalogue_and_one_that_is_not_there(capsys, tmp_path, changed):
    (changed / "fair.toml").write_text("[fair\n", encoding="utf-8")
    ran = diff(capsys, OLD, changed)
    assert (ran.code, ran.out) == (Exit.UNREADABLE, "")
    assert "line 1" in ran.err
    assert diff(capsys, OLD, tmp_path / "nowhere").code == Exit.USAGE
    assert diff(capsys, OLD).code == Exit.USAGE
    assert diff(capsys, OLD, OLD, "--notices", "--format", "json").code == Exit.USAGE


def test_errors_in_one_of_the_two_are_mentioned(capsys, changed):
    edit(changed, "exhibitors.toml", 'stands = ["A4"]', 'stands = ["A404"]')
    ran = diff(capsys, OLD, changed)
    assert ran.code == Exit.OK
    assert "has 1 error" in ran.err


def test_another_fair_is_said_to_be_one(capsys):
    ran = diff(capsys, OLD, places.bundled("innoprom-belarus-2025"))
    assert ran.code == Exit.OK
    assert "two fairs" in ran.err


def test_what_steers_a_terminal_never_comes_out(capsys, changed):
    edit(changed, "exhibitors.toml", 'en = "Dubrovka Bureau"', 'en = "Dub\\u001b[2Jrovka"')
    for form in ("text", "json", "md"):
        assert "\x1b" not in diff(capsys, OLD, changed, "--format", form).out


@pytest.mark.parametrize("lang", ["ru", "be", "en"])
@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_every_field_of_every_thing_can_be_told(capsys, tmp_path, form, lang):
    """Each record without its optional fields against the whole one: nothing is left without a word."""
    required = {"id", "name", "title", "starts", "ends", "timezone", "kind", "role", "code", "text", "of", "label"}
    folder = tmp_path / "bare"
    folder.mkdir()
    for file in OLD.glob("*.toml"):
        kept, depth = [], 0
        for line in file.read_text(encoding="utf-8").splitlines():
            key = re.match(r"([a-z_0-9]+)(?:\.[a-z]+)? = ", line)
            if depth or (key and key[1] not in required | {"hall", "value", "partners", "sources", "ends", "host"}):
                depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
                continue
            kept.append(line)
            depth = 0
        (folder / file.name).write_text("\n".join(kept), encoding="utf-8")
    ran = diff(capsys, folder, OLD, "--format", form, lang=lang)
    assert ran.code == Exit.OK, ran.err
    if form == "json":
        assert json.loads(ran.out)["counts"]["changed"] > 300
    assert "Wording(" not in ran.out
    assert "Ref(" not in ran.out
