"""The house rules that a machine can hold: who may import whom, how long a module may be, who may print."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "guide"
MODULES = sorted(GUIDE.rglob("*.py"))
LONGEST = 400
PRINTS = {"guide/__main__.py", "guide/tui/app.py"}


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def loaded_by(code: str) -> set[str]:
    """The modules that are loaded after some code has run in an interpreter of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sorted(sys.modules))"],
        capture_output=True, text=True, cwd=ROOT, check=True, timeout=120,
    )  # fmt: skip
    return set(done.stdout.split())


@pytest.mark.skipif(
    shutil.which("lint-imports", path=str(Path(sys.executable).parent)) is None, reason="import-linter is not installed"
)
def test_the_import_contracts_are_kept():
    tool = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    done = subprocess.run([str(tool), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "room", ["guide.text", "guide.catalogue.load", "guide.search.index", "guide.view.cards", "guide.view.overview"]
)
def test_the_rooms_below_the_app_never_load_textual(room):
    assert "textual" not in loaded_by(f"import {room}")


def test_the_command_line_does_not_load_textual_before_it_opens_the_app():
    loaded = loaded_by(
        "import contextlib, io\n"
        "from guide.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    assert main(['find', 'полесье', '--json']) == 0"
    )
    assert "textual" not in loaded


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_a_module_is_not_too_long(file):
    lines = len(file.read_text(encoding="utf-8").splitlines())
    # The table of fields and the table of shapes are data: they are read, not followed.
    assert lines <= LONGEST or named(file) in TABLES, f"{lines} lines"


TABLES = {"guide/catalogue/model.py", "guide/catalogue/shapes.py", "guide/catalogue/fields.py"}


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_only_the_doors_print(file):
    if named(file) in PRINTS or named(file).startswith("guide/cli/"):
        return
    calls = [
        node.lineno
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "input", "breakpoint"}
    ]
    assert calls == []


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_everything_public_says_what_it_is(file):
    module = tree(file)
    silent = []
    if module.body and not ast.get_docstring(module):
        silent.append("the module")
    for node in public(module):
        if not ast.get_docstring(node):
            silent.append(f"line {node.lineno}: {node.name}")
    assert silent == []


def public(module: ast.AST):
    """The public functions and classes of a module, and the public methods of its public classes."""
    for node in getattr(module, "body", []):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_nothing_is_done_by_importing(file):
    """A module of the guide defines; it neither reads files nor writes when it is imported."""
    doing = [
        ast.unparse(node) for node in tree(file).body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ]
    assert doing == []


@pytest.mark.parametrize("where", ["guide", "tests", "data", ".ci"])
def test_no_path_of_one_machine_stands_anywhere(where):
    place = re.compile(r"(?<![\w.:/])/(?:home|Users|root|work|mnt)/\w|[A-Z]:\\\\Users")
    found = []
    for file in sorted((ROOT / where).rglob("*")):
        if (
            file.is_file()
            and file.suffix in {".py", ".toml", ".tcss", ".po", ".md", ".txt", ".json", "", ".sh"}
            and "__pycache__" not in file.parts
        ):
            text = file.read_text(encoding="utf-8", errors="replace")
            found += [f"{named(file)}: {match[0]}" for match in place.finditer(text)]
    assert found == []


def test_every_sentence_of_the_guide_is_marked_for_translation_in_one_way():
    """``t(f"…")`` could never be found by the tool that collects the sentences."""
    found = []
    for file in MODULES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.JoinedStr):
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                if name in {"t", "n", "N_"}:
                    found.append(f"{named(file)}:{node.lineno}")
    assert found == []
