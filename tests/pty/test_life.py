"""The guide in a real terminal: it opens, finds, resizes and leaves; whatever ends it, the terminal is as before."""

import os
import signal
import subprocess
import sys

import pytest

pytest.importorskip("ptyprocess", reason="no pseudo-terminals here")
pyte = pytest.importorskip("pyte")

from tests import terminal as terminals  # noqa: E402
from tests.terminal import ROOT, Terminal, guide  # noqa: E402 - only where there is a pty
from tests.visitor import SMALL  # noqa: E402

pytestmark = pytest.mark.pty
surroundings_of = terminals.surroundings

LEFT_ALTERNATE, CURSOR_SHOWN, MOUSE_OFF = b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"


def opened(home, *arguments: str, size=(100, 30), **env: str) -> Terminal:
    return Terminal(guide("-c", str(SMALL), "--lang", "ru", *arguments), surroundings_of(home, **env), size)


def restored(terminal: Terminal) -> bool:
    """Whether the ordinary screen is back, the cursor seen, the mouse left alone, and line input on again."""
    end = terminal.output[terminal.output.rfind(b"\x1b[?1049h") :]
    return all(end.rfind(sequence) > 0 for sequence in (LEFT_ALTERNATE, CURSOR_SHOWN, MOUSE_OFF))


def test_it_opens_finds_resizes_and_leaves(surroundings):
    with opened(surroundings) as terminal:
        terminal.sees("Малая ярмарка")
        terminal.sees("Участн. 8")
        terminal.send("кубики")
        terminal.sees("Участн. 1/8")
        terminal.sees("Полесские игрушки")
        terminal.resize(70, 24)
        terminal.wait(lambda: "Полесские игрушки" in terminal.text and "F10" in terminal.screen.display[23], "70x24")
        terminal.resize(130, 40)
        terminal.wait(lambda: "F10" in terminal.screen.display[39], "130x40")
        terminal.send("f10")
        assert terminal.ends() == 0
        assert restored(terminal)
        assert b"Traceback" not in terminal.output


def test_it_is_used_by_the_bytes_of_keys(surroundings):
    with opened(surroundings) as terminal:
        terminal.sees("Участн. 8")
        terminal.send("alt+4")
        terminal.sees("Брестская область")
        terminal.send("f2")
        terminal.sees("Брэсцкая вобласць")
        terminal.send("ctrl+q")
        assert terminal.ends() == 0
    with opened(surroundings) as terminal:
        terminal.sees("Участн. 8")
        terminal.send("\x1b[1081;5u")  # Ctrl+й by the kitty protocol
        assert terminal.ends() == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_and_restores_the_terminal(surroundings, number, code):
    with opened(surroundings) as terminal:
        terminal.sees("Участн. 8")
        os.kill(terminal.process.pid, number)
        assert terminal.ends() == code
        assert restored(terminal)


# A program in a session of its own is not told by a signal that the terminal is gone: it has to look.
NOT_TOLD = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
child = os.fork()
if child:
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
os.setsid()
os.execv(sys.argv[1], sys.argv[1:])
"""
IGNORED = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.parametrize("how", ["", IGNORED, NOT_TOLD], ids=["told", "told but ignored before", "not told"])
def test_a_terminal_that_is_gone_ends_it(surroundings, how):
    command = guide("-c", str(SMALL))
    if how:
        command = [sys.executable, "-c", how, *command]
    with Terminal(command, surroundings_of(surroundings), (100, 30)) as terminal:
        terminal.sees("F10")
        terminal.rests()
        assert terminal.hangs_up() in (129, -signal.SIGHUP)


def run(*arguments: str, home, **options) -> subprocess.CompletedProcess[bytes]:
    env = surroundings_of(home, **options.pop("env", {}))
    return subprocess.run(guide(*arguments), env=env, cwd=ROOT, timeout=60, check=False, capture_output=True, **options)


@pytest.mark.parametrize("arguments", [[], ["open"], ["-c", str(SMALL)]], ids=" ".join)
def test_without_a_terminal_it_says_so_in_one_sentence(surroundings, arguments):
    done = run(*arguments, home=surroundings, input=b"")
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert b"\x1b" not in done.stderr
    assert b"guide find" in done.stderr


def test_in_a_dumb_terminal_it_says_so_in_one_sentence(surroundings):
    with opened(surroundings, TERM="dumb") as terminal:
        assert terminal.ends() == 2
        assert b"\x1b" not in terminal.output
        assert "guide find" in terminal.output.decode()


def test_a_catalogue_that_cannot_be_read_leaves_the_terminal_as_it_was(surroundings, tmp_path):
    broken = tmp_path / "broken.toml"
    broken.write_text("[fair]\nname = \n", encoding="utf-8")
    with Terminal(guide("-c", str(broken)), surroundings_of(surroundings), (100, 30)) as terminal:
        assert terminal.ends() == 3
        assert b"broken.toml" in terminal.output
        assert b"Traceback" not in terminal.output
        assert b"\x1b[?1049h" not in terminal.output or restored(terminal)


FAULTY = """
import sys
from guide.tui.screens import actions

def fail(screen, command):
    note = "".join(["a secret", " of a visitor"])
    raise ZeroDivisionError("out of order")

actions.do = fail
from guide.__main__ import main
sys.argv = ["guide", "-c", sys.argv[1], "--lang", "en"]
sys.exit(main())
"""


def test_a_fault_of_the_guide_ends_in_a_short_message_and_a_log_without_values(surroundings):
    command = [sys.executable, "-c", FAULTY, str(SMALL)]
    with Terminal(command, surroundings_of(surroundings), (100, 30)) as terminal:
        terminal.sees("Exhib. 8")
        terminal.send("f2")
        assert terminal.ends() == 70
        assert restored(terminal)
        end = terminal.output[terminal.output.rfind(LEFT_ALTERNATE) :].decode(errors="replace")
        assert "ZeroDivisionError" in end
        assert "Traceback" not in end
        assert len(end) < 1500
    (log,) = (surroundings / "log").iterdir()
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: out of order" in written
    assert "a secret of a visitor" not in written + end


def test_it_says_what_it_can_where_the_locale_is_not_utf8(surroundings):
    env = {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    with opened(surroundings, **env) as terminal:
        terminal.sees("F10")
        terminal.send("f10")
        assert terminal.ends() == 0
        assert b"Traceback" not in terminal.output
