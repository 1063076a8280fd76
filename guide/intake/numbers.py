"""The organiser’s own numbers, by which a firm of another name is known again: kept in ``[raw]`` at each import."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.catalogue.read import parse
from guide.intake.columns import meaning_of
from guide.intake.draft import Draft, Link, Origin
from guide.intake.evidence import TAX

KINDS = ("exhibitor", "session", "person")
"""The tables whose records have such numbers."""

Numbers = Mapping[Link, frozenset[str]]
"""What each thing is numbered by, the column's name before it; of an earlier import its id stands as the key."""


def numbers_kept(path: Path) -> Numbers:
    """The numbers that an earlier import kept in a folder, by the ids of then; nothing of files that cannot be read."""
    found: dict[Link, set[str]] = defaultdict(set)
    for file in sorted(path.glob("raw*.toml")):
        try:
            tables = parse(file.read_text(encoding="utf-8"))["raw"]
        except (OSError, ValueError, KeyError, RecursionError):
            continue
        for kind in KINDS:
            records = tables.get(kind) if isinstance(tables, dict) else None
            for key, cells in records.items() if isinstance(records, dict) else ():
                if isinstance(cells, dict):
                    found[Link(kind, key)] |= _numbers(cells)
    return _of_one(found)


def numbers_of(draft: Draft) -> Numbers:
    """The numbers of a draft's records, by their links."""
    homes: dict[Origin, list[Link]] = defaultdict(list)
    for kind in KINDS:
        for key, record in draft.records.get(kind, {}).items():
            for origin in record.origins:
                homes[origin].append(Link(kind, key))
    found: dict[Link, set[str]] = defaultdict(set)
    for unplaced in draft.unplaced:
        links = homes.get(unplaced.origin, ())
        if len(links) == 1:
            found[links[0]] |= _numbers(unplaced.cells)
    return _of_one(found)


def _numbers(cells: Mapping[str, Any]) -> set[str]:
    numbers = set()
    for column, cell in cells.items():
        if meaning_of(column).field == "id" or TAX.search(column):
            for each in cell if isinstance(cell, list) else (cell,):
                if isinstance(each, str) and (number := re.sub(r"\W+", "", each.casefold())):
                    numbers.add(f"{column.casefold()} {number}")
    return numbers


def _of_one(found: Mapping[Link, set[str]]) -> Numbers:
    """The numbers that one thing only has."""
    counted = Counter((link.table, number) for link, numbers in found.items() for number in numbers)
    return {
        link: frozenset(number for number in numbers if counted[link.table, number] == 1)
        for link, numbers in found.items()
    }
