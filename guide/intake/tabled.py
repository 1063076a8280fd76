"""A draft as the tables of a catalogue: its records in the order of a person's lists, their keys in reading order."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from typing import Any

from guide.catalogue.fields import NESTED, TABLES, Field, Shape, Table
from guide.catalogue.texts import TIDY
from guide.intake.draft import Draft, Link, Record
from guide.text import clean, one_line

Ids = Mapping[Link, str]
"""What a record is referred to by: the id, or hall#code of a stand."""

_FIELDS: Mapping[str, Mapping[str, tuple[int, Field]]] = {
    table.name: {field.key: (place, field) for place, field in enumerate(table.fields)}
    for table in (*TABLES.values(), *NESTED)
}
_NUMBERS = re.compile(r"\d+|\D+")


def tabled(draft: Draft, ids: Ids) -> dict[str, list[tuple[Record, dict[str, Any]]]]:
    """The records of every table in the order of the files, each with its values as TOML has them.

    Ids stand in the place of links; keys that the table does not have are left out.
    """
    tables = {}
    for name, table in TABLES.items():
        rows = [(record, values(record.values, table, ids, own_id(record, ids))) for record in _records(draft, name)]
        if rows:
            order = _ORDER.get(name, _by_id)
            tables[name] = sorted(rows, key=lambda row: order(row[1]))
    return tables


def values(given: Mapping[str, Any], table: Table, ids: Ids, own: str = "") -> dict[str, Any]:
    """The values of one record, or of a table inside one, in the order of the table's fields."""
    known = _FIELDS[table.name]
    wanted = [name for name in given if name in known]
    if own and "id" not in given:
        wanted.append("id")
    found = {}
    for name in sorted(wanted, key=lambda name: known[name][0]):
        field = known[name][1]
        value = own if name == "id" and own else given[name]
        if type(value) is str:
            value = _text(value, field)
        elif value is not None:
            value = _value(value, field, ids)
        if value or value is False or (value == 0 and not isinstance(value, str)):
            found[name] = value
    return found


def own_id(record: Record, ids: Ids) -> str:
    """The id that the record itself has; "" for a stand that has a code and no other id."""
    if record.table == "stand" and record.values.get("code") and not record.id:
        return ""
    return ids.get(Link(record.table, record.key), "")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A code in the order in which people count: A2 before A10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() and len(part) < 4000 else (1, 0, part)
        for part in _NUMBERS.findall(text.casefold())
    )


def said(value: Any) -> str:
    """The first wording of a text."""
    if isinstance(value, dict):
        value = next(iter(value.values()), "")
    return value if isinstance(value, str) else ""


def _records(draft: Draft, table: str) -> Iterator[Record]:
    if table != "fair":
        yield from draft.records.get(table, {}).values()
    elif draft.fair:
        yield Record("fair", "fair", draft.fair, remarks=draft.fair_remarks)


def _value(value: Any, field: Field, ids: Ids) -> Any:
    if field.many and isinstance(value, list | tuple) and not (field.shape is Shape.POLYGON and _flat(value)):
        items = []
        for item in value:
            got = _one(item, field, ids)
            if got is not None and got not in items:
                items.append(got)
        return items
    return _one(value, field, ids)


def _flat(value: Any) -> bool:
    return bool(value) and isinstance(value[0], list | tuple) and all(isinstance(n, int | float) for n in value[0])


def _one(value: Any, field: Field, ids: Ids) -> Any:
    if isinstance(value, Link):
        return ids.get(value)
    if field.table is not None and isinstance(value, dict):
        return values(value, field.table, ids)
    if isinstance(value, dict):
        return {tag: _text(text, field) for tag, text in value.items() if text and isinstance(text, str)}
    if isinstance(value, str):
        return _text(value, field)
    return list(value) if isinstance(value, tuple) else value


def _text(text: str, field: Field) -> str:
    if TIDY.match(text):
        return text
    shown = clean(text)
    return shown.strip() if field.shape is Shape.PROSE else one_line(shown)


def _by_id(row: Mapping[str, Any]) -> Any:
    return natural(row.get("id", ""))


def _by_name(row: Mapping[str, Any]) -> Any:
    from guide.search.fold import fold

    name = said(row.get("name"))
    return " ".join(map(fold, name.split())), name, row.get("id", "")


def _by_hall(row: Mapping[str, Any]) -> Any:
    return natural(row.get("hall", "")), natural(row.get("code", "")), row.get("code", ""), row.get("id", "")


def _by_time(row: Mapping[str, Any]) -> Any:
    day, start = row.get("date"), row.get("starts")
    return (
        day.toordinal() if isinstance(day, date) else 10**7,
        start.isoformat() if isinstance(start, time) else "",
        natural(said(row.get("room"))),
        row.get("id", ""),
    )


_ORDER: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "stand": _by_hall,
    "exhibitor": _by_name,
    "person": _by_name,
    "session": _by_time,
    "service": _by_hall,
}
