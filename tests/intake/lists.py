"""Lists of others as tests read them: a text in, a draft out, through the public door."""

from typing import Any

from guide.intake.draft import Draft, Record
from guide.intake.files import Asked, Incoming
from guide.intake.tables import read


def read_list(text: str, name: str = "list.csv", **asked: Any) -> Draft:
    """The draft of one list."""
    return read([Incoming(name, text.encode())], Asked(**asked))


def records(draft: Draft, table: str = "exhibitor") -> list[Record]:
    """The records of a table in the order of the file."""
    return list(draft.of(table).values())


def values(draft: Draft, field: str, table: str = "exhibitor") -> list[Any]:
    """One value of each record of a table, None where it has none."""
    return [record.values.get(field) for record in records(draft, table)]


def codes(draft: Draft, *rows: int) -> list[str]:
    """The codes of what was odd, in those rows or in all."""
    return [odd.code for odd in draft.oddities if not rows or odd.row in rows]


def accounted(draft: Draft) -> set[int]:
    """The rows of which a record, a kept cell or an oddity speaks."""
    rows = {origin.row for record in draft for origin in record.origins}
    rows |= {kept.origin.row for kept in draft.unplaced}
    return rows | {odd.row for odd in draft.oddities}
