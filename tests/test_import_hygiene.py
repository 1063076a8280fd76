"""Who may know whom, proved in fresh processes: no Textual on the command line, nothing that one system lacks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import guide
from tests.cli.run import SMALL

POSIX_ONLY = ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "curses", "readline", "posix_spawn", "syslog")
PACKAGE = Path(guide.__file__).parent


def fresh(code: str) -> str:
    """Runs code in a Python of its own; what it printed last."""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip().splitlines()[-1]


def loaded_by(*arguments: str) -> set[str]:
    """The modules that are loaded after a run of the guide."""
    code = f"""
import io, json, sys
from guide.__main__ import main
sys.stdout = io.StringIO()
main({list(arguments)!r})
sys.stdout = sys.__stdout__
print(json.dumps(sorted(sys.modules)))
"""
    return set(json.loads(fresh(code)))


FOLDER = "a new folder"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["find", "--help"],
        ["find", "toys"],
        ["find", "toys", "--json"],
        ["show", "venture:toys"],
        ["show", "venture:toys", "--json"],
        ["check"],
        ["info"],
        ["completion", "bash"],
        ["new", FOLDER],
        ["way", "here", "toys"],
        ["diff", str(SMALL), str(SMALL)],
        ["export", "svg"],
        ["export", "ics"],
        ["export", "html", "--visit"],
        ["export", "qr", "venture:toys"],
        ["visit", "undo"],
        ["open"],  # refused: there is no terminal
    ],
    ids=" ".join,
)
def test_commands_never_load_textual(arguments, tmp_path):
    loaded = loaded_by("-c", str(SMALL), *(str(tmp_path / "new") if each is FOLDER else each for each in arguments))
    assert not {name for name in loaded if name.partition(".")[0] in ("textual", "numpy", "babel")}


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"], ["find", "toys"], ["show", "toys"], ["check"]])
def test_commands_that_keep_and_draw_nothing_load_nothing_for_it(arguments):
    loaded = loaded_by("-c", str(SMALL), *arguments)
    assert not {name for name in loaded if name.partition(".")[0] in ("sqlite3", "segno")}
    assert not {name for name in loaded if name.startswith(("guide.exchange.", "guide.visit.", "guide.venue."))}


def test_a_plain_list_is_taken_in_without_what_other_files_need(tmp_path):
    listed = tmp_path / "list.csv"
    listed.write_text("Name;Stand\nAkme;A1\nBeta;A2\n", encoding="utf-8")
    loaded = loaded_by("import", str(listed), "-o", str(tmp_path / "new"))
    assert (tmp_path / "new" / "exhibitors.toml").is_file()
    parts = {name.partition(".")[0] for name in loaded}
    assert not parts & {"textual", "sqlite3", "segno", "zipfile", "email", "tomllib", "python_calamine", "icalendar"}
    assert not loaded & {"rich.progress", "rich.console", "xml.parsers.expat", "html.parser", "guide.search.index"}


def test_help_loads_next_to_nothing():
    loaded = loaded_by("--help")
    assert not loaded & {"dataclasses", "pathlib", "rich", "tomli", "platformdirs", "guide.catalogue", "guide.search"}


@pytest.mark.parametrize("room", ["search", "catalogue", "view"])
def test_rooms_below_the_app_do_not_know_it(room):
    modules = [f"guide.{room}.{path.stem}" for path in (PACKAGE / room).glob("*.py")]
    code = f"""
import importlib, json, sys
for name in {modules!r}:
    importlib.import_module(name)
print(json.dumps([name for name in sys.modules if name.startswith(("textual", "guide.tui", "guide.cli"))]))
"""
    assert json.loads(fresh(code)) == []


def test_everything_can_be_imported_where_posix_is_not():
    modules = sorted(
        ".".join(["guide", *path.relative_to(PACKAGE).with_suffix("").parts])
        for path in PACKAGE.rglob("*.py")
        if path.name != "__main__.py"
    )
    code = f"""
import importlib, signal, sys
import importlib.abc

# Textual's own parts for this system are loaded first: what is asked is whether *ours* need any of it.
import textual.app, textual.widgets

class Hidden(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {POSIX_ONLY!r}:
            raise ImportError(f"{{name}} is not on this system")

for name in {POSIX_ONLY!r}:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Hidden())
for name in ("SIGHUP", "SIGWINCH", "SIGTSTP", "SIGCONT", "SIGUSR1"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in {modules!r}:
    importlib.import_module(name.removesuffix(".__init__"))
print("all")
"""
    assert fresh(code) == "all"


def test_the_first_frame_waits_for_no_search():
    # The reading thread loads it meanwhile.
    code = """
import sys
import guide.tui.app
print(sorted(name for name in sys.modules if name.startswith(("guide.search.", "guide.catalogue."))))
"""
    assert fresh(code) == "[]"
