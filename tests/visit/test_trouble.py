"""The file cannot be read or written: an error in plain words, and what was begun is undone as a whole."""

import os
import shutil
import sqlite3
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from guide.errors import NotSavedError
from guide.faults import log_fault
from guide.i18n import Tongue
from guide.visit import changes, refusals
from guide.visit.changes import applied
from guide.visit.journal import Tied
from guide.visit.state import EMPTY
from guide.visit.store import Store
from tests.visit import doing
from tests.visit.failing import ERRORS, Plan, failing
from tests.visit.made import FAIR, A, B, asked, full
from tests.visit.restricted import restricted

SECRET = "тайная-записка"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "visit.sqlite3"


def deeds(store):
    """What the guide writes, each an act of its own; yields what should be there then."""
    done = EMPTY
    for change in (
        changes.favoured(done, A, "Полесье"),
        changes.noted(done, B, "Открытие", SECRET),
        doing.planned(done, [changes.Stop("s", title=SECRET)]),
    ):
        store.write(FAIR, change)
        done = applied(done, change)
        yield done
    store.undo(FAIR)
    done = applied(done, change.reversed())
    yield done
    store.together(lambda: (store.record(FAIR, asked("где")), store.tie(FAIR, Tied(A, "имя"))))
    yield done


def acknowledged(file):
    """Opens the file and does everything until something is refused: the last state, the next, and the refusal."""
    done, refused = EMPTY, None
    try:
        store = Store.open(file, pytest.fail, wait=0.01)
        for done in deeds(store):  # noqa: B007 - the last one is what counts
            pass
    except NotSavedError as error:
        refused = error
    return done, refused


def in_plain_words(error):
    """The error is ours, can be said in every language, and has nothing in it that a person wrote."""
    assert error.exit_code == 4
    for text in (
        *(Tongue(code).t(each, **error.values) for code in ("en", "ru", "be") for each in (error.message, error.hint)),
        str(error),
        repr(error),
        *map(str, error.values.values()),
        *traceback.format_exception(error),
    ):
        assert text.strip()
        assert SECRET not in text
    return True


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_whatever_statement_fails_nothing_acknowledged_is_lost(file, name, after):
    states = list(deeds(Store.open(file.with_name("sound.sqlite3"))))
    number, refused = 0, True
    while refused:
        number += 1
        shutil.rmtree(file.parent)
        with failing(Plan(name, number, after)):
            done, refused = acknowledged(file)
        assert refused is None or in_plain_words(refused)
        found = Store.open(file, pytest.fail).visit(FAIR)
        # What failed after the commit is there although it was refused: more than acknowledged, never less.
        index = states.index(done) if done in states else -1
        assert found in (done, *states[index + 1 : index + 2]), number
    assert number > 40


def test_whatever_step_of_the_machine_fails_nothing_acknowledged_is_lost(file):
    states = [EMPTY, *deeds(Store.open(file.with_name("sound.sqlite3")))]
    refusals_met = 0
    for steps in (*range(1, 60), *range(60, 600, 17)):
        shutil.rmtree(file.parent)
        with failing(Plan(steps=steps)):
            done, refused = acknowledged(file)
        refusals_met += refused is not None and in_plain_words(refused)
        assert Store.open(file, pytest.fail).visit(FAIR) in (done, *states[states.index(done) : states.index(done) + 2])
    assert refusals_met > 20


def test_a_full_disk(file):
    with failing(Plan(pages=12)):
        store = Store.open(file)
        store.write(FAIR, changes.favoured(EMPTY, A, "Полесье"))
        with pytest.raises(refusals.FullError) as caught:
            store.write(FAIR, full(secret=SECRET))
        assert in_plain_words(caught.value)
        assert store.visit(FAIR).marks.keys() == {A}  # it can still be read
        assert store.write(FAIR, changes.rated(EMPTY, A, "Полесье", 3)).mark(A).favourite  # and what fits is written
        store.close()
    assert Store.open(file, pytest.fail).visit(FAIR).mark(A).rating == 3
    assert Store.open(file).write(FAIR, full(secret=SECRET)).marks.keys() > {A}


LIMITED = """
import resource, sys
from pathlib import Path
from guide.errors import NotSavedError
from guide.visit.store import Store
from guide.visit.changes import *
from guide.visit.state import EMPTY
from guide.catalogue.model import Ref

folder, soft, hard = Path(sys.argv[1]), *resource.getrlimit(resource.RLIMIT_FSIZE)
refused = 0
for limit in range(0, 90_000, 700):
    file = folder / f"{limit}" / "visit.sqlite3"
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    done = EMPTY
    try:
        store = Store.open(file, lambda error: sys.exit(f"damaged at {limit}"))
        for number in range(30):
            done = store.write("fair", noted(done, Ref("exhibitor", f"e-{number}"), "name", f"note {number} " * 60))
    except NotSavedError as error:
        refused += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store = Store.open(file, lambda error: sys.exit(f"damaged at {limit}"))
    found = store.visit("fair")
    if not (done.marks.items() <= found.marks.items() and len(found.marks) <= len(done.marks) + 1):
        sys.exit(f"lost at {limit}: {len(done.marks)} {len(found.marks)}")
    store.write("fair", favoured(found, Ref("exhibitor", "more"), "name"))
print(refused)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
def test_a_write_that_the_system_refuses_at_any_size(tmp_path):
    pytest.importorskip("resource")
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 50


def test_a_folder_in_the_place_of_the_file(file):
    file.mkdir(parents=True)
    with pytest.raises(refusals.FolderError) as caught:
        Store.open(file)
    assert in_plain_words(caught.value)
    file.rmdir()
    Store.open(file).close()


def test_a_file_in_the_place_of_the_folder(file):
    file.parent.write_text("not a folder")
    with pytest.raises(refusals.NotWritableError) as caught:
        Store.open(file)
    assert in_plain_words(caught.value)
    assert file.parent.read_text() == "not a folder"


def test_a_missing_folder_is_made_also_while_the_file_is_open(file):
    store = Store.open(file.parent / "deeper" / "visit.sqlite3")
    store.write(FAIR, changes.favoured(EMPTY, A, ""))
    shutil.rmtree(file.parent)
    assert store.write(FAIR, changes.favoured(EMPTY, B, "")).favourites() == (B,)


def test_another_program_keeps_the_file_locked(file):
    store = Store.open(file, pytest.fail, wait=0.05)
    store.write(FAIR, changes.favoured(EMPTY, A, ""))
    other = sqlite3.connect(file, isolation_level=None)
    for lock in ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"):
        other.execute(lock)
        with pytest.raises(refusals.LockedError) as caught:
            store.write(FAIR, changes.favoured(EMPTY, B, ""))
        assert in_plain_words(caught.value)
        if lock == "BEGIN EXCLUSIVE":
            with pytest.raises(refusals.LockedError):
                store.visit(FAIR)
            with pytest.raises(refusals.LockedError):
                store.changed()
            with pytest.raises(refusals.LockedError):
                Store.open(file, pytest.fail, wait=0.05)
        else:
            assert store.visit(FAIR).favourites() == (A,)
        other.execute("ROLLBACK")
    assert store.write(FAIR, changes.favoured(EMPTY, B, "")).favourites() == (A, B)
    other.execute("BEGIN")  # one who reads
    other.execute("SELECT * FROM marks").fetchone()
    with pytest.raises(refusals.LockedError):
        store.write(FAIR, changes.favoured(EMPTY, changes.Ref("exhibitor", "c"), ""))
    other.close()
    assert store.visit(FAIR).favourites() == (A, B)


@pytest.mark.parametrize("error", [PermissionError(13, "Access is denied"), OSError(5, "Input/output error")])
def test_a_system_that_refuses_the_file(file, monkeypatch, error):
    """As Windows does while a virus scanner looks at it."""

    def refused(*given):
        raise error

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(NotSavedError) as caught:
        Store.open(file)
    assert in_plain_words(caught.value)
    assert isinstance(caught.value, refusals.NotWritableError) == isinstance(error, PermissionError)
    monkeypatch.undo()
    Store.open(file).close()


# Who may not write: root may everything, so these run in a process that gives that up.


def test_a_folder_that_may_not_be_written_to():
    said = restricted(
        """
        Store.open(file).write("fair", favoured(EMPTY, A, "Полесье"))
        before = file.read_bytes()
        file.with_name("visit.sqlite3-journal").unlink()
        folder.chmod(0o500)
        become_nobody()
        store = Store.open(file)
        print(store.visit("fair").favourites())
        try:
            store.write("fair", favoured(EMPTY, B, ""))
        except NotWritableError as error:
            print(error.exit_code, file.read_bytes() == before)
        """
    )
    assert said == ["(Ref(kind='exhibitor', id='polesie'),)", "4 True"]


def test_a_file_that_may_not_be_written_to():
    said = restricted(
        """
        Store.open(file).write("fair", favoured(EMPTY, A, "Полесье"))
        before = file.read_bytes()
        file.chmod(0o400)
        become_nobody()
        store = Store.open(file, print)
        print(store.visit("fair").favourites())
        try:
            store.write("fair", favoured(EMPTY, B, ""))
        except NotWritableError as error:
            print(error.exit_code, file.read_bytes() == before, [each.name for each in folder.iterdir()])
        """
    )
    assert said[0] == "(Ref(kind='exhibitor', id='polesie'),)"
    assert said[1].startswith("4 True")
    assert "damaged" not in said[1]


def test_a_folder_that_may_not_be_written_to_and_has_nothing():
    said = restricted(
        """
        folder.chmod(0o500)
        become_nobody()
        try:
            Store.open(file)
        except NotWritableError as error:
            print(error.exit_code, [*folder.iterdir()])
        """
    )
    assert said == ["4 []"]


def test_a_file_that_may_not_be_read():
    said = restricted(
        """
        Store.open(file).close()
        file.chmod(0)
        become_nobody()
        try:
            Store.open(file, print)
        except NotWritableError as error:
            print(error.exit_code)
        """
    )
    assert said == ["4"]


def test_a_damaged_file_in_a_folder_that_may_not_be_written_to():
    said = restricted(
        """
        file.write_bytes(b"garbage" * 1000)
        folder.chmod(0o500)
        become_nobody()
        try:
            Store.open(file, print)
        except DamagedError as error:
            print(error.exit_code, error.aside, [each.name for each in folder.iterdir()])
        """
    )
    assert said == ["4 None ['visit.sqlite3']"]


# Notes are nowhere but in the file.


def test_notes_are_in_no_error_no_traceback_and_no_log(file, surroundings):
    met = []
    for plan in (Plan(pages=12), *(Plan(name, at) for name in ERRORS for at in range(8, 40, 3))):
        shutil.rmtree(file.parent, ignore_errors=True)
        with failing(plan):
            try:
                store = Store.open(file, met.append)
                store.write(FAIR, full(secret=SECRET))
            except NotSavedError as error:
                met.append(error)
                log_fault(error)
    Store.open(file).write(FAIR, full(secret=SECRET))
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size - 5000)
    Store.open(file, met.append)
    assert len(met) > 50
    for error in met:
        in_plain_words(error)
    logs = [log.read_text(encoding="utf-8") for log in (surroundings / "log").iterdir()]
    assert logs
    assert not any(SECRET in log for log in logs)


def test_a_text_that_is_no_unicode_any_more_is_not_told_either(file):
    Store.open(file).write(FAIR, full(3, 3, 1, SECRET))
    with sqlite3.connect(file) as db:
        db.execute("UPDATE marks SET note = CAST(CAST(note AS BLOB) || x'fffe' AS TEXT)")
        db.execute("UPDATE stops SET title = CAST(CAST(title AS BLOB) || x'fffe' AS TEXT)")
    db.close()
    visit = Store.open(file, pytest.fail).visit(FAIR)
    assert all(SECRET in mark.note for mark in visit.marks.values())
    assert SECRET in visit.plan[0].title


def test_paths_are_told_as_they_are(tmp_path):
    folder = tmp_path / "данные {x} %s"
    folder.mkdir()
    (folder / "visit.sqlite3").mkdir()
    with pytest.raises(refusals.FolderError) as caught:
        Store.open(folder / "visit.sqlite3")
    assert str(folder) in str(caught.value)
    assert Path(caught.value.values["file"]).parent.name == folder.name
