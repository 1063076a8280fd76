"""Small catalogues for the tests: texts that only differ in what a test is about."""

from pathlib import Path
from typing import Any

import tomli

from guide.catalogue.check import Checked, check
from guide.catalogue.load import inspect

FAIR = """
[fair]
id = "fair-1"
name = "Ярмарка"
starts = 2025-09-29
ends = 2025-10-01
timezone = "Europe/Minsk"
"""


def checked(text: str, *more: str) -> Checked:
    """The check of a fair with these further records; each further text is a file of its own."""
    return check([tomli.loads(part) for part in (FAIR + text, *more)])


def codes(text: str, *more: str) -> list[str]:
    """The codes of everything that the check finds."""
    return [finding.code for finding in checked(text, *more).findings]


def catalogue(text: str, *more: str) -> Any:
    """The catalogue, which has to be there."""
    found = checked(text, *more).catalogue
    assert found is not None
    return found


def problems(folder: Path, text: str) -> list[str]:
    """code line:column of every problem of a text, as ``guide check`` meets it."""
    file = folder / "fair.toml"
    file.write_text(text, encoding="utf-8", newline="\n")
    return [f"{problem.code} {problem.line}:{problem.column}" for problem in inspect(file)]
