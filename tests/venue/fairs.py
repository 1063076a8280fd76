"""Fairs to walk in: those of the project, and small ones that a test writes itself."""

import tempfile
from functools import cache
from pathlib import Path

from guide.catalogue.load import load
from guide.catalogue.model import Catalogue

DATA = Path(__file__).parents[2] / "data"

HEAD = """
[fair]
id = "walk"
name = "Walk"
starts = 2025-09-29
ends = 2025-10-01
timezone = "Europe/Minsk"
"""


@cache
def example() -> Catalogue:
    """The fictional fair: four halls with shapes, passages, services."""
    return load(DATA / "example-fair", cache=None).catalogue


@cache
def bundled() -> Catalogue:
    """The bundled fair: zones without any plan."""
    return load(DATA / "innoprom-belarus-2025", cache=None).catalogue


def fair_of(text: str) -> Catalogue:
    """A fair with these tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fair.toml"
        path.write_text(HEAD + text, encoding="utf-8")
        return load(path, cache=None).catalogue
