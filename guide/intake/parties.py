"""Organisations that programmes and lists of people name: exhibitors of the fair, where one is called so."""

from collections.abc import Mapping
from typing import Any

from guide.catalogue.fields import TABLES, Shape
from guide.catalogue.traits import bare
from guide.intake.doubles import names_of
from guide.intake.draft import Draft, Link
from guide.intake.programme import person_key

_FIELDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(field.key for field in table.fields if field.shape is Shape.PARTY and "exhibitor" in field.to)
    for name, table in TABLES.items()
}


def met(draft: Draft) -> None:
    """Makes words a link where exactly one exhibitor has that name; words of which several have it stay words."""
    wanting = [
        (record.values, key)
        for record in draft
        if not record.final
        for key in _FIELDS.get(record.table, ())
        if record.values.get(key)
    ]
    wanting += [(draft.fair, key) for key in _FIELDS["fair"] if draft.fair.get(key)]
    if not wanting:
        return
    holders: dict[str, set[str]] = {}
    for key, record in draft.of("exhibitor").items():
        for name in names_of(record) if not record.final else ():
            holders.setdefault(name, set()).add(key)
    for values, key in wanting:
        value = values[key]
        values[key] = [_met(each, holders) for each in value] if isinstance(value, list) else _met(value, holders)
    _persons(draft)


def _persons(draft: Draft) -> None:
    """Who is named among the organisations of a session and is a person of the fair takes part as one."""
    people = draft.records.get("person", {})
    for session in draft.records.get("session", {}).values() if people else ():
        for words in list(session.values.get("organisations", ())):
            keys = {person_key(text) for text in words.values()} if isinstance(words, dict) else set()
            if not session.final and len(keys) == 1 and (key := keys.pop()) in people:
                session.values["organisations"].remove(words)
                session.add("speakers", [Link("person", key)])


def _met(words: Any, holders: Mapping[str, set[str]]) -> Any:
    if not isinstance(words, dict):
        return words
    found = {key for text in words.values() if isinstance(text, str) for key in holders.get(bare(text), ())}
    return Link("exhibitor", found.pop()) if len(found) == 1 else words
