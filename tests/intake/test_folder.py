"""The folder that an import writes into: what it may replace there, and what is a person's."""

import os
from pathlib import Path

import pytest

from guide.errors import NotSavedError, UnreadableError, UsageError
from guide.i18n import Tongue
from guide.intake.folder import FAIR, KEPT, Folder, found, refuse_what_would_be_lost, save

EN = Tongue("en")
FAIR_TEXT = """[fair]
id = "f"
name = "A fair"
starts = 2026-03-01
ends = 2026-03-03
timezone = "Europe/Minsk"
"""


def firms(*names: str) -> str:
    return "\n".join(f'[[exhibitor]]\nid = "{name.lower()}"\nname = "{name}"\n' for name in names)


def written(path: Path, texts: dict[str, str], kinds: tuple[str, ...] = ("list",), *, force: bool = False) -> Folder:
    folder = found(path, force=force)
    if not force:
        refuse_what_would_be_lost(folder, texts, kinds)
    save(folder, texts, kinds, {"Booth": "stand"}, EN, force=force)
    return found(path)


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.iterdir())


def test_a_folder_is_made_and_nothing_but_its_files_is_left_in_it(tmp_path: Path) -> None:
    folder = written(tmp_path / "a" / "b", {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    assert names(tmp_path / "a" / "b") == ["exhibitors.toml", FAIR, KEPT]
    assert folder.earlier is not None
    assert list(folder.earlier.exhibitors) == ["one"]
    assert folder.columns == {"Booth": "stand"}
    assert not folder.edited


def test_what_the_import_wrote_is_replaced_and_what_has_no_successor_goes(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One"), "people.toml": ""})
    folder = written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("Two")})
    assert folder.earlier is not None
    assert list(folder.earlier.exhibitors) == ["two"]
    assert names(tmp_path) == ["exhibitors.toml", FAIR, KEPT]


def test_a_file_changed_by_hand_is_not_replaced_unless_forced_and_then_kept_beside(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    (tmp_path / "exhibitors.toml").write_text(firms("Mine"), encoding="utf-8")
    with pytest.raises(UsageError, match="exhibitors"):
        written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("Two")})
    assert (tmp_path / "exhibitors.toml").read_text(encoding="utf-8") == firms("Mine")
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("Two")}, force=True)
    assert (tmp_path / "exhibitors.toml").read_text(encoding="utf-8") == firms("Two")
    assert (tmp_path / "exhibitors.toml.bak").read_text(encoding="utf-8") == firms("Mine")


def test_a_persons_file_is_not_replaced_by_one_that_other_systems_take_for_it(tmp_path: Path) -> None:
    (tmp_path / FAIR).write_text(FAIR_TEXT, encoding="utf-8")
    (tmp_path / "Exhibitors.toml").write_text(firms("Mine"), encoding="utf-8")
    with pytest.raises(UsageError, match="exhibitors"):
        written(tmp_path, {"exhibitors.toml": firms("Two")})
    assert names(tmp_path) == ["Exhibitors.toml", FAIR]
    written(tmp_path, {"exhibitors.toml": firms("Two")}, force=True)
    texts = {file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    assert {firms("Mine"), firms("Two")} <= texts


def test_line_ends_that_an_editor_changed_are_no_change(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    (tmp_path / "exhibitors.toml").write_bytes(firms("One").replace("\n", "\r\n").encode())
    assert not found(tmp_path).edited


def test_files_of_ones_own_are_left_alone(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    (tmp_path / "own.toml").write_text(firms("Own"), encoding="utf-8")
    folder = written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("Two")})
    assert folder.earlier is not None
    assert sorted(folder.earlier.exhibitors) == ["own", "two"]


def test_an_import_that_would_leave_out_another_file_of_the_fair_is_refused(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")}, ("list", "frab"))
    with pytest.raises(UsageError, match="more than this"):
        written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")}, ("list",))


def test_a_broken_catalogue_is_replaced_only_where_that_is_forced(tmp_path: Path) -> None:
    (tmp_path / FAIR).write_text("[fair\n", encoding="utf-8")
    with pytest.raises(UnreadableError):
        found(tmp_path)
    assert found(tmp_path, force=True).edited == {FAIR}


@pytest.mark.parametrize("notes", ["", "[raw]\nimport = 3\n", '[raw.import]\nseals = ["a"]\nkinds = 7\n'])
def test_notes_that_are_not_as_they_were_written_count_for_nothing(tmp_path: Path, notes: str) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    (tmp_path / KEPT).write_text(notes, encoding="utf-8")
    assert found(tmp_path).edited == {FAIR, "exhibitors.toml"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UsageError):
            found(path)


def test_where_one_file_cannot_be_replaced_all_stay_as_they_were(tmp_path: Path) -> None:
    before = {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One"), "people.toml": "# nobody\n"}
    written(tmp_path, before)
    (tmp_path / "stands.toml").mkdir()  # nothing can be renamed into its place
    with pytest.raises(NotSavedError):
        written(tmp_path, {FAIR: FAIR_TEXT + "\n", "exhibitors.toml": firms("Two"), "stands.toml": "# none\n"})
    for name, text in before.items():
        assert (tmp_path / name).read_text(encoding="utf-8") == text
    assert names(tmp_path) == ["exhibitors.toml", FAIR, KEPT, "people.toml", "stands.toml"]
    assert not found(tmp_path).edited


def test_what_did_not_come_to_be_is_not_left_there_either(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    (tmp_path / "stands.toml").mkdir()
    with pytest.raises(NotSavedError):
        written(tmp_path, {"halls.toml": "# none\n", "stands.toml": "# none\n"})
    assert names(tmp_path) == ["exhibitors.toml", FAIR, KEPT, "stands.toml"]


@pytest.mark.parametrize("at", range(9))
def test_an_interruption_at_any_file_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One"), "people.toml": "# nobody\n"})
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    left = at
    replace = Path.replace

    def interrupted(place: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left == -1:
            raise KeyboardInterrupt
        return replace(place, target)

    folder = found(tmp_path)
    monkeypatch.setattr(Path, "replace", interrupted)
    new = {FAIR: FAIR_TEXT + "\n", "exhibitors.toml": firms("Two"), "halls.toml": "# none\n"}
    if at < 5:
        with pytest.raises(KeyboardInterrupt):
            save(folder, new, ("list",), {}, EN)
        assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before
    else:
        save(folder, new, ("list",), {}, EN)
        assert names(tmp_path) == ["exhibitors.toml", FAIR, "halls.toml", KEPT]


def test_what_a_person_saves_while_the_import_reads_is_not_replaced(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    folder = found(tmp_path)
    (tmp_path / "exhibitors.toml").write_text(firms("Mine"), encoding="utf-8")
    with pytest.raises(NotSavedError, match="changed while"):
        save(folder, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("Two")}, ("list",), {}, EN)
    assert (tmp_path / "exhibitors.toml").read_text(encoding="utf-8") == firms("Mine")
    assert names(tmp_path) == ["exhibitors.toml", FAIR, KEPT]


def test_of_two_imports_into_one_folder_the_second_is_told(tmp_path: Path) -> None:
    one, two = found(tmp_path / "fair"), found(tmp_path / "fair")
    save(one, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")}, ("list",), {}, EN)
    with pytest.raises(NotSavedError, match="changed while"):
        save(two, {FAIR: FAIR_TEXT, "people.toml": "# nobody\n"}, ("list",), {}, EN)
    assert names(tmp_path / "fair") == ["exhibitors.toml", FAIR, KEPT]


def test_what_an_import_that_was_ended_by_force_left_is_swept(tmp_path: Path) -> None:
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("One")})
    for name in (
        ".import.lock",
        ".exhibitors.toml.77.old",
        ".catalogue.schema.json.77.old",
        ".halls.toml.77.part",
        ".halls.toml.78.part",
    ):
        (tmp_path / name).write_text("left")
        if not name.endswith("78.part"):  # this one is of an import that is at work
            os.utime(tmp_path / name, (1_700_000_000, 1_700_000_000))
    written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("Two")})
    assert names(tmp_path) == [".halls.toml.78.part", "exhibitors.toml", FAIR, KEPT]


def test_every_file_of_a_person_that_is_forced_away_is_kept(tmp_path: Path) -> None:
    for name in ("Mine", "Mine too"):
        (tmp_path / "exhibitors.toml").write_text(firms(name), encoding="utf-8")
        written(tmp_path, {FAIR: FAIR_TEXT, "exhibitors.toml": firms("Two")}, force=True)
    assert (tmp_path / "exhibitors.toml.bak").read_text(encoding="utf-8") == firms("Mine")
    assert (tmp_path / "exhibitors.toml2.bak").read_text(encoding="utf-8") == firms("Mine too")


def test_a_catalogue_of_ones_own_that_is_called_as_the_notes_are_is_not_replaced(tmp_path: Path) -> None:
    mine = FAIR_TEXT + firms("Mine")
    (tmp_path / KEPT).write_text(mine, encoding="utf-8")
    with pytest.raises(UsageError, match=KEPT):
        written(tmp_path, {"exhibitors.toml": firms("Two")})
    assert (tmp_path / KEPT).read_text(encoding="utf-8") == mine
