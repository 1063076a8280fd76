"""The guide as a process: pipes, signals, faults, and no terminal to draw on."""

import os
import signal
import subprocess
import sys

import pytest

from guide.cli import main as entry
from guide.errors import Exit, NotSavedError
from tests.cli.run import SMALL, run

GUIDE = [sys.executable, "-m", "guide"]


def piped(*arguments, **more):
    """Runs the guide in a process of its own with pipes on all sides."""
    return subprocess.run([*GUIDE, *arguments], capture_output=True, check=False, **more)


@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "-c", str(SMALL)], ["--lang", "en"]])
def test_without_a_terminal_the_app_says_what_to_use_instead(arguments):
    ran = piped(*arguments, stdin=subprocess.DEVNULL)
    assert ran.returncode == Exit.USAGE
    assert ran.stdout == b""
    assert b"guide find" in ran.stderr
    assert b"\x1b" not in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_dumb_terminal_is_refused_before_textual_is_imported(capsys, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    ran = run(capsys, "open")
    assert ran.code == Exit.USAGE
    assert "needs a terminal" in ran.err


def test_what_is_piped_is_utf_8_whatever_the_locale():
    poor = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ran = piped("find", "ромашка", "-c", str(SMALL), "--lang", "ru", env=poor)
    assert ran.returncode == Exit.OK
    assert ran.stdout.decode("utf-8").startswith("Ромашка")


def test_a_batch_answers_before_the_next_line_comes():
    with subprocess.Popen(
        [*GUIDE, "find", "--batch", "-c", str(SMALL)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for query in ("ромашка", "toys"):
            process.stdin.write(f"{query}\n".encode())
            process.stdin.flush()
            assert query in process.stdout.readline().decode("utf-8")
        process.stdin.close()
        assert process.wait(timeout=30) == Exit.OK


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_that_goes_away_is_no_fault():
    with subprocess.Popen(
        [*GUIDE, "find", "--batch", "-c", str(SMALL)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        said = _feed(process)
        assert process.returncode == Exit.OK
        assert said == b""


def _feed(process) -> bytes:
    try:
        process.stdin.write(b"toys\n" * 50)
        process.stdin.close()
    except BrokenPipeError:
        pass
    said = process.stderr.read()
    process.wait(timeout=30)
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_is_130_without_a_traceback():
    with subprocess.Popen(
        [*GUIDE, "find", "--batch", "-c", str(SMALL)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"toys\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == Exit.INTERRUPTED
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


def test_a_fault_of_ours_is_told_in_a_sentence_and_written_down_without_values(capsys, monkeypatch, surroundings):
    def broken(parsed, tongue):
        secret = "a visitor's note"
        raise RuntimeError("broken") if secret else None

    monkeypatch.setattr(entry, "_command", lambda name: broken)
    ran = run(capsys, "info")
    assert ran.code == Exit.FAULT
    assert ran.out == ""
    assert "Traceback" not in ran.err
    (log,) = (surroundings / "log").iterdir()
    assert str(log) in ran.err
    written = log.read_text(encoding="utf-8")
    assert "RuntimeError: broken" in written
    assert "visitor's note\n" not in written.replace('secret = "a visitor\'s note"', "")


def test_a_log_that_cannot_be_written_is_no_second_fault(capsys, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("GUIDE_HOME", str(blocked))
    monkeypatch.setattr(entry, "_command", lambda name: 1 // 0)
    assert run(capsys, "info").code == Exit.FAULT


def test_every_error_has_its_exit_code_and_hint(capsys, monkeypatch):
    def fails(parsed, tongue):
        raise NotSavedError("The file {name} cannot be written.", "Is the disk full?", name="x.csv")

    monkeypatch.setattr(entry, "_command", lambda name: fails)
    ran = run(capsys, "info")
    assert ran.code == Exit.NOT_SAVED
    assert ran.err == "guide: The file x.csv cannot be written.\nIs the disk full?\n"
