"""The fairs of the desk's tests, and cards as they stand on a screen."""

from datetime import datetime
from functools import cache

from guide import places
from guide.catalogue.load import load
from guide.catalogue.model import TABLES, Catalogue, Ref
from guide.i18n import Tongue
from guide.view.desk_card import DeskCard, desk_card
from tests.visitor import SMALL

NOW = datetime(2025, 9, 30, 11, 0)
SIZES = ((80, 24), (120, 36), (50, 16))
KINDS = tuple(kind for kind in TABLES if kind != "source")


@cache
def small() -> Catalogue:
    return load(SMALL).catalogue


@cache
def bundled() -> Catalogue:
    return load(places.bundled_fair()).catalogue


@cache
def example() -> Catalogue:
    return load(places.bundled("example-fair")).catalogue


def asked(
    catalogue: Catalogue,
    ref: str,
    visitor: str = "en",
    clerk: str = "en",
    now: datetime = NOW,
    private: bool = False,
) -> DeskCard:
    """The card of kind:id for a visitor and a clerk of these languages."""
    kind, _, key = ref.partition(":")
    languages = catalogue.fair.languages
    return desk_card(
        catalogue, Ref(kind, key), Tongue(clerk, languages), Tongue(visitor, languages), now=now, private=private
    )


def shown(card: DeskCard, cells: int = 80, rows: int = 24) -> list[str]:
    """The card's lines as they are read."""
    return [line.plain.rstrip() for line in card.lines(cells, rows)]


def read(card: DeskCard, cells: int = 80, rows: int = 24) -> str:
    """The card as one text whose lines are joined, so that words that are wrapped are found."""
    return " ".join(" ".join(shown(card, cells, rows)).replace("\u00a0", " ").split())


def framed(card: DeskCard) -> str:
    """The card in each of the common sizes, as it stands on the screen."""
    pictures = []
    for cells, rows in SIZES:
        lines = shown(card, cells, rows)
        edge = "─" * cells
        pictures.append("\n".join([f"{cells}×{rows}", edge, *lines, *[""] * (rows - len(lines)), edge]))
    return "\n\n".join(pictures) + "\n"
