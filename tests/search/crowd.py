"""The crowded fair, where nearly everything has a neighbour that is nearly the same, and questions put to it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from guide.catalogue.load import load
from guide.catalogue.model import Catalogue
from guide.search.index import Index

FAIR = Path(__file__).parent.parent / "fairs" / "crowded"

CATALOGUE: Catalogue = load(FAIR).catalogue
INDEX = Index.build(CATALOGUE)

PATIENT = settings(deadline=None)
"""Wall time says nothing on a machine that others share."""


@cache
def listed(typed: str, kind: str = "") -> tuple[str, ...]:
    """The ids of all that is found, of one kind or of all, the best first."""
    return tuple(ref.id for ref in INDEX.search(typed).best([kind] if kind else None, 10_000))


def rows(*tables: Iterable[tuple]) -> list:
    """The rows of some tables as parameters, each called by what is typed and what is meant."""
    return [pytest.param(*row, id=f"{row[0]!r} is {row[1]}") for table in tables for row in table]


def check_first(typed: str, meant: str) -> None:
    """That what was meant is the best hit of all kinds, said with what came instead."""
    found = list(listed(typed)[:4])
    assert found[:1] == [meant], f"{typed!r} should find {meant} first, but found {found or 'nothing'}"


def check_order(typed: str, meant: Iterable[str]) -> None:
    """That things come in this order, whatever stands between them."""
    wanted, found = list(meant), listed(typed)
    lost = [key for key in wanted if key not in found]
    assert not lost, f"{typed!r} should find {lost} as well, but found {list(found[:6])}"
    got = [key for key in found if key in wanted]
    assert got == wanted, f"{typed!r} should find {wanted} in this order, but found {got}"
