"""The fair of hostile texts, read through the front door: what is in it can be in any export."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from guide.catalogue.load import load
from guide.catalogue.model import Catalogue
from guide.i18n import Tongue
from tests.hostile import TEXTS, fair

HOSTILE = pytest.mark.parametrize("kind", sorted(TEXTS))


@cache
def hostile(kind: str) -> Catalogue:
    """A catalogue that has one hostile text in every field that takes words."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "fair.toml"
        file.write_text(fair(TEXTS[kind]), encoding="utf-8")
        return load(file).catalogue


def tongue_of(catalogue: Catalogue) -> Tongue:
    """Russian with the catalogue's fallbacks."""
    return Tongue("ru", catalogue.fair.languages)
