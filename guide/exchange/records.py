"""Things of the catalogue as JSON, under the catalogue's own keys: see [[exhibitor]] and its like in the format."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from guide.catalogue.model import Alias, Entity, Figure
from guide.catalogue.plain import public_table_of, table_of
from guide.exchange.selection import Selection

FORMAT = "exhibition-guide/catalogue"
VERSION = 1


def records(selection: Selection) -> str:
    """The fair, the things chosen by kind, and the sources that they name, as one JSON object.

    A table's name leads to a list of its records; of a whole fair its passages, notices, figures and other names
    of things are there too. Private fields only where asked for.
    """
    catalogue = selection.catalogue
    tables: dict[str, list[dict[str, Any]]] = {}
    for kind, refs in selection.by_kind.items():
        found = (catalogue.get(ref) for ref in refs)
        tables[kind] = [_record(selection, thing) for thing in found if thing is not None]
    if selection.whole:
        further: dict[str, Iterable[Entity | Figure | Alias]] = {
            "passage": catalogue.passages.values(),
            "notice": catalogue.notices.values(),
            "figure": catalogue.figures,
            "alias": catalogue.aliases,
        }
        tables |= {name: [table_of(row) for row in rows] for name, rows in further.items()}
    fair = table_of(catalogue.fair)
    named = dict.fromkeys((*_sources(fair), *_sources(tables)))
    sources = (catalogue.sources.get(key) for key in named)
    tables["source"] = [table_of(source) for source in sources if source is not None]
    whole = {"format": FORMAT, "version": VERSION, "made": selection.moment.isoformat(timespec="seconds")}
    filled = {name: rows for name, rows in tables.items() if rows}
    return json.dumps({**whole, "fair": fair, **filled}, ensure_ascii=False, indent=2) + "\n"


def _record(selection: Selection, thing: Entity) -> dict[str, Any]:
    return table_of(thing) if selection.private else public_table_of(thing)


def _sources(value: Any) -> Iterator[str]:
    """Every source that a record names, at any depth, in order."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "sources":
                yield from part
            else:
                yield from _sources(part)
    elif isinstance(value, list):
        for part in value:
            yield from _sources(part)
