"""The ids of imported records: as a person would choose them, and the same from one import to the next."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guide.catalogue.model import Catalogue
from guide.intake.draft import Draft, Link, Record
from guide.intake.romanised import slug
from guide.intake.tabled import own_id, said, tabled

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """A draft with what each of its records is referred to by: its id, or hall#code of a stand."""

    draft: Draft
    ids: Mapping[Link, str]


def named(draft: Draft, earlier: Catalogue | None = None) -> Named:
    """Ids for all records: what the file says, what the earlier catalogue called the same thing, else a short name.

    Two that would have the same id are told apart by their town, their country, then a number.
    """
    ids: dict[Link, str] = {}
    for table, records in draft.records.items():
        if table != "stand":
            ids.update(_chosen(table, list(records.values()), {}))
    _stands(draft, ids)
    return Named(draft, ids)


def _chosen(table: str, records: list[Record], kept: Mapping[Link, str]) -> dict[Link, str]:
    ids = dict(kept)
    taken = set(kept.values())
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if Link(table, record.key) not in ids:
            groups[_base(table, record)].append(record)
    for base in sorted(groups):
        group = groups[base]
        suffixed: dict[str, list[Record]] = {base: group}
        if len(group) > 1 or base in taken:
            suffixed = defaultdict(list)
            for record in group:
                suffixed[_behind(base, record)].append(record)
        for wanted, several in sorted(suffixed.items()):
            for record in sorted(several, key=_content):
                given, number = wanted, 1
                while given in taken:
                    number += 1
                    given = f"{wanted}-{number}"
                taken.add(given)
                ids[Link(table, record.key)] = given
    return ids


def _base(table: str, record: Record) -> str:
    if record.id and (table == "region" or _ID.match(record.id)):
        return record.id
    if table == "hall":
        label = slug(record.key)
        return f"hall-{label}" if label[:1].isdigit() else label or "hall"
    wording = record.values.get("name") or record.values.get("title") or record.id
    return slug(said(wording)) or table


def _behind(base: str, record: Record) -> str:
    place = record.values.get("place")
    if isinstance(place, Mapping):
        behind = slug(said(place.get("city"))) or str(place.get("country", "")).lower()
        return f"{base}-{behind}" if behind else base
    return base


def _content(record: Record) -> Any:
    return repr(sorted((name, repr(value)) for name, value in record.values.items())), record.key


def _stands(draft: Draft, ids: dict[Link, str]) -> None:
    without = []
    for key, record in draft.records.get("stand", {}).items():
        hall, code = record.values.get("hall"), record.values.get("code")
        if code and record.id:
            ids[Link("stand", key)] = record.id
        elif code:
            inside = ids.get(hall, "") if isinstance(hall, Link) else hall or ""
            ids[Link("stand", key)] = f"{inside}#{code}" if inside else str(code)
        else:
            without.append(record)
    ids.update(_chosen("stand", without, {}))


__all__ = ["Named", "named", "own_id", "tabled"]
