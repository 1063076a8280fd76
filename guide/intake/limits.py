"""What a catalogue can hold: texts and lists that are too long are cut, records without a name left out; all told."""

from collections.abc import Mapping
from typing import Any

from guide.catalogue.fields import TABLES, Field, Shape, Table
from guide.catalogue.shapes import ITEMS
from guide.intake.conflicts import in_words
from guide.intake.draft import Draft, Link, Origin, Record, Unplaced
from guide.intake.oddities import Oddity

WORD = 400
"""Characters of a text whose field names no limit."""

_WHOLE = frozenset((Shape.URL, Shape.SOCIAL, Shape.EMAIL, Shape.PHONE, Shape.CODE, Shape.ID))


def fitted(draft: Draft) -> None:
    """Cuts what is too long, and keeps the whole of it; an address that is too long is no address, and is only kept.

    Records that lack a name or title become cells that could not be placed.
    """
    _named(draft)
    files = [origin.file for record in draft for origin in record.origins]
    fair = Record("fair", "fair", draft.fair, [Origin(min(files, default=""))])
    for record in (fair, *draft):
        table = TABLES.get(record.table)
        if table is not None and not record.final:
            _fit(draft, record, table, record.values, "")


def _named(draft: Draft) -> None:
    for table, key in (("exhibitor", "name"), ("session", "title"), ("person", "name"), ("service", "name"),
                       ("venture", "name"), ("source", "title"), ("notice", "text")):  # fmt: skip
        records = draft.records.get(table, {})
        for lost in [record for record in records.values() if not in_words(record.values.get(key, "")).strip()]:
            del records[lost.key]
            origin = min(lost.origins)
            cells = {name: shown for name, value in lost.values.items() if (shown := in_words(value))}
            draft.unplaced.append(Unplaced(origin, cells))
            draft.oddities.append(Oddity("I043", origin.file, origin.row, key, ", ".join(cells.values())[:200]))
    for hall in draft.records.get("hall", {}).values():
        hall.values.setdefault("name", hall.key or "?")
    for stand in draft.records.get("stand", {}).values():
        if "#" in str(stand.values.get("code", "")):  # it divides a hall from a code
            stand.values["code"] = str(stand.values["code"]).replace("#", "")


def _fit(draft: Draft, record: Record, table: Table, values: dict[str, Any], above: str) -> None:
    for field in table.fields:
        value = values.get(field.key)
        if value is None:
            continue
        if field.many and isinstance(value, list):
            if len(value) > ITEMS:
                _tell(draft, record, above + field.key, in_words(value[ITEMS:]), len(value), ITEMS)
                value = values[field.key] = value[:ITEMS]
            fit = [_one(draft, record, field, each, above) for each in value]
            if any(new is not old for new, old in zip(fit, value, strict=True)):
                values[field.key] = [each for each in fit if each is not None]
        else:
            got = _one(draft, record, field, value, above)
            if got is None:
                del values[field.key]
            elif got is not value:
                values[field.key] = got


def _one(draft: Draft, record: Record, field: Field, value: Any, above: str) -> Any:
    if isinstance(value, Link):
        return value
    if isinstance(value, str):
        return _cut(draft, record, field, value, above)
    if isinstance(value, dict):
        if field.table is not None:
            _fit(draft, record, field.table, value, f"{above}{field.key}.")
            return value
        cut = {tag: _cut(draft, record, field, text, above) if isinstance(text, str) else text
               for tag, text in value.items()}  # fmt: skip
        return cut if cut != value else value
    return value


def _cut(draft: Draft, record: Record, field: Field, text: str, above: str) -> str | None:
    limit = field.limit or WORD
    if len(text) <= limit:
        return text
    _tell(draft, record, above + field.key, text, len(text), limit)
    return None if field.shape in _WHOLE else text[: limit - 1].rstrip() + "…"


def _tell(draft: Draft, record: Record, key: str, whole: str, length: int, limit: int) -> None:
    origin = min(record.origins)
    draft.unplaced.append(Unplaced(origin, {key: whole}))
    values: Mapping[str, Any] = {"length": length, "limit": limit}
    draft.oddities.append(Oddity("I057", origin.file, origin.row, key, whole[:200], values))
