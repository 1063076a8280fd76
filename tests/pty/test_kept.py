"""The desk in a real terminal; what was called saved outlives the guide, and what cannot be saved is told once."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="no pseudo-terminals here")
pytest.importorskip("pyte")

from guide.catalogue.model import Ref
from guide.visit.store import Store
from tests import terminal as terminals
from tests.terminal import ROOT, Terminal, guide
from tests.visitor import SMALL

pytestmark = pytest.mark.pty

FAVOURITE, NOTE, EXHIBITORS = "\x1b[15~", "\x0e", "\x1b2"  # F5, Ctrl+N, Alt+2
FIRST = Ref("exhibitor", "luch")
"""The first row of the exhibitors."""

NOT_SAVED = "Ваши отметки и заметки не удаётся сохранить"
AT_THE_END = "Последние отметки и заметки не удалось сохранить."

# A disk that is full: no file grows beyond so many bytes. Modules are not compiled then, or they would be cut as well.
FULL = """
import resource, sys
sys.dont_write_bytecode = True
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
from guide.__main__ import main
sys.argv = ["guide", *sys.argv[1:]]
sys.exit(main())
"""
# A folder that may not be written: to root nothing is forbidden, so it becomes nobody first.
FORBIDDEN = """
import os, sys
sys.dont_write_bytecode = True
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
from guide.__main__ import main
sys.argv = ["guide", *sys.argv[1:]]
sys.exit(main())
"""


def opened(home, *arguments, code="", size=(110, 30)) -> Terminal:
    command = guide("-c", str(SMALL), "--lang", "ru", *arguments)
    if code:
        command = [sys.executable, "-c", code, *command[3:]]
    return Terminal(command, terminals.surroundings(home), size)


def list_of_exhibitors(terminal: Terminal) -> None:
    terminal.sees("F10")
    terminal.wait(lambda: "Участн. 8" in terminal.text or "Участники 8" in terminal.text, "the lists")
    terminal.send(EXHIBITORS)
    terminal.sees("[А-12] Луч")
    terminal.sees("С кем можно сотрудничать")


def note_in(home) -> str:
    store = Store.open(home / "data" / "visit.sqlite3")
    try:
        return store.visit("small").mark(FIRST).note
    finally:
        store.close()


def killed(terminal: Terminal) -> None:
    os.kill(terminal.process.pid, signal.SIGKILL)
    assert terminal.ends() == -signal.SIGKILL


def test_the_desk_is_asked_in_russian_answers_and_leaves_the_terminal_as_it_was(surroundings):
    with opened(surroundings, "desk") as terminal:
        terminal.sees("Справочная стойка")
        terminal.sees("Выставка открыта до 18:00")
        terminal.send("полесские")
        terminal.sees("1  Полесские игрушки")
        terminal.send("enter")
        terminal.sees("Ищите вывеску „Брестская область“")
        terminal.send("escape")
        terminal.wait(lambda: "Кого или что ищут?" in terminal.text and "вывеску" not in terminal.text, "an empty desk")
        terminal.send("ctrl+q")
        assert terminal.ends() == 0
        end = terminal.output[terminal.output.rfind(b"\x1b[?1049h") :]
        assert all(end.rfind(sequence) > 0 for sequence in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"))
        assert b"Traceback" not in terminal.output


def test_what_was_called_saved_is_there_after_a_kill(surroundings):
    with opened(surroundings) as terminal:
        list_of_exhibitors(terminal)
        terminal.send(FAVOURITE)
        terminal.sees("· сохранено")
        killed(terminal)
    store = Store.open(surroundings / "data" / "visit.sqlite3")
    assert store.visit("small").favourites() == (FIRST,)
    store.close()
    with opened(surroundings) as terminal:
        list_of_exhibitors(terminal)
        terminal.sees("★  [А-12] Луч")


def test_a_kill_while_a_note_is_open_loses_nothing_that_was_kept(surroundings):
    file = surroundings / "data" / "visit.sqlite3"
    with opened(surroundings) as terminal:
        list_of_exhibitors(terminal)
        terminal.send(NOTE)
        terminal.sees("сохраняется")
        terminal.send("спросить о ценах")
        end = time.monotonic() + 60
        while time.monotonic() < end and not (file.exists() and "ценах" in _raw(file)):
            terminal.catch_up()
            time.sleep(0.05)
        terminal.send(" и сроках")
        killed(terminal)
    assert note_in(surroundings).startswith("спросить о ценах")


def _raw(file) -> str:
    """What is in the file by now, read beside the guide."""
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=1) as connection:
            return "\n".join(connection.iterdump())
    except sqlite3.Error:
        return ""


def told_and_left(terminal: Terminal) -> None:
    """Marks two things, of which neither can be saved: it is said once, and leaving ends with 4."""
    terminal.sees(NOT_SAVED)
    list_of_exhibitors(terminal)
    for _ in range(2):
        terminal.send(FAVOURITE)
        terminal.rests(0.2)
    terminal.send("f10")
    assert terminal.ends() == 4
    assert terminal.output.decode(errors="replace").count(AT_THE_END) == 1
    assert b"Traceback" not in terminal.output


def test_a_full_disk_is_told_and_leaving_says_that_it_was_not_saved(surroundings):
    pytest.importorskip("resource", reason="no limits on files here")
    with opened(surroundings, code=FULL) as terminal:
        told_and_left(terminal)


def test_a_data_folder_that_cannot_be_is_told(surroundings):
    (surroundings / "data").write_text("a file where a folder should be", encoding="utf-8")
    with opened(surroundings) as terminal:
        told_and_left(terminal)


def test_a_data_folder_that_may_not_be_written_is_told(surroundings):
    # Root's own folders for tests may be entered by root alone: this one is beside them.
    with tempfile.TemporaryDirectory(prefix="guide-restricted-") as made:
        home = Path(made)
        home.chmod(0o755)
        probe = subprocess.run(
            [sys.executable, "-c", FORBIDDEN, "-c", str(SMALL), "info"], cwd="/", capture_output=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "GUIDE_HOME": str(home)}, timeout=60,
        )  # fmt: skip
        if probe.returncode:
            pytest.skip("nobody may not read the guide here, and to root nothing is forbidden")
        (home / "data").mkdir()
        (home / "data").chmod(0o500 if os.getuid() else 0o555)
        try:
            with opened(home, code=FORBIDDEN) as terminal:
                told_and_left(terminal)
        finally:
            (home / "data").chmod(0o700)
