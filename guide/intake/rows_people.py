"""A row of a list of people as a person: the name, the office, for whom."""

from typing import Any

from guide.catalogue.traits import bare
from guide.intake.assigned import PEOPLE
from guide.intake.draft import Record
from guide.intake.entry import Entry, Reading
from guide.intake.programme import own_id, person_key


def take(reading: Reading, entry: Entry) -> Record | None:
    """The person of a row; several rows of one person are one. Ways to reach persons are only kept."""
    parts = [entry.text(name) for name in ("first_name", "middle_name", "last_name") if entry.all(name)]
    name = entry.text("person") or " ".join(parts)
    names = {column.language: cell for column, cell in entry.all("person")}
    own = names.pop("", "")
    if own and names and (tag := reading.language(own)) and tag not in names:
        names = {tag: own, **names}
    for column, cell in entry.all("person")[1:]:
        if cell not in names.values() and cell != name:
            entry.keep(column.name, cell)
    for_whom = entry.text("organisation")
    for column, cell in entry.all("organisation")[1:]:
        entry.keep(column.name, cell)
    role = [reading.text(cell, column.language) for column, cell in entry.all("role")]
    for column, cell in entry.all("role")[1:]:
        entry.keep(column.name, cell)
    values = {
        "name": names if len(names) > 1 else name,
        "role": role[0] if role else "",
        "organisation": reading.worded(for_whom) if for_whom else None,
    }
    said = entry.text("id")
    record_id = own_id(said) if said and not said.isdigit() else ""
    if said and not record_id:
        entry.keep(entry.column("id"), said)
    key = person_key(name)
    there = reading.draft.of("person").get(key)
    if there is not None and for_whom and not _for_one(there.values.get("organisation"), values["organisation"]):
        key = f"{key}#{person_key(for_whom)}"  # another one of that name
    return reading.put(PEOPLE, key, values, entry, record_id)


def _for_one(one: Any, other: Any) -> bool:
    """Whether two wordings may mean one organisation: the same name, its legal form aside, or none is said."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return one is None or one == other
    return not {bare(text) for text in one.values()}.isdisjoint(bare(text) for text in other.values())
