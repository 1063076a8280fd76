"""A catalogue that is changed while the guide is open in a real terminal."""

import shutil

import pytest

pytest.importorskip("ptyprocess", reason="no pseudo-terminals here")
pytest.importorskip("pyte")

from tests.terminal import Terminal, guide, surroundings as surroundings_of  # noqa: I001 - only where there is a pty
from tests.visitor import SMALL

pytestmark = pytest.mark.pty


def test_a_change_is_shown_a_mistake_is_said_and_mended(surroundings, tmp_path):
    fair = tmp_path / "fair"
    shutil.copytree(SMALL, fair)
    file = fair / "exhibitors.toml"
    good = file.read_text(encoding="utf-8") + '\n[[exhibitor]]\nid = "aaa"\nname = "Aa first"\n'
    with Terminal(guide("-c", str(fair), "--lang", "en"), surroundings_of(surroundings), (120, 30)) as terminal:
        terminal.sees("Exhib. 8")
        terminal.send("alt+2")
        terminal.sees("data: ")
        file.write_text(good, encoding="utf-8")
        terminal.sees("Exhib. 9")
        terminal.sees("Aa first")
        beside = fair / "new.tmp"
        beside.write_text(good + "name = \n", encoding="utf-8")
        beside.replace(file)
        terminal.sees("cannot be shown: exhibitors.toml, line")
        terminal.sees("! data: ")
        terminal.send("\x1bu")
        terminal.sees("What is wrong")
        terminal.send("enter")
        terminal.wait(lambda: "cannot be shown" not in terminal.text, "the line is put away")
        file.unlink()
        file.write_text(good, encoding="utf-8")
        terminal.wait(lambda: "! data: " not in terminal.text, "it is good again")
        terminal.sees("Exhib. 9")
        terminal.send("f10")
        assert terminal.ends() == 0
        assert b"Traceback" not in terminal.output
