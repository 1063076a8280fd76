"""What a person's own files in the folder hold already: an import does not write it a second time."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.catalogue.fields import TABLES
from guide.catalogue.read import Raw, parse, source


def held(raws: Iterable[Raw]) -> Mapping[str, frozenset[str]]:
    """The ids that files hold, by table; a stand's is hall#code where it has none. What cannot be read holds none."""
    found: dict[str, set[str]] = {}
    for raw in raws:
        text = source(raw)
        try:
            tables = {} if text.faults else parse(text.text)
        except (ValueError, RecursionError):
            continue
        for name in TABLES:
            records = tables.get(name)
            for record in records if isinstance(records, list) else ():
                if isinstance(record, dict) and (own := _id(record)):
                    found.setdefault(name, set()).add(own)
    return {name: frozenset(ids) for name, ids in found.items()}


def _id(record: Mapping[str, Any]) -> str:
    own, code, hall = (record.get(key) for key in ("id", "code", "hall"))
    if isinstance(own, str) and own:
        return own
    if isinstance(code, str) and code:
        return f"{hall}#{code}" if isinstance(hall, str) and hall else code
    return ""
