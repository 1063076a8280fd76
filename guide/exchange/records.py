"""Things of the catalogue as JSON, under the catalogue's own keys: see [[exhibitor]] and its like in the format.

A whole fair is there with all that its catalogue holds, and ``guide import`` makes the same catalogue of it again. Of
some things, what they refer to is there besides, under "refs", so that nothing in the file leads to nowhere.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from guide.catalogue.model import TABLES, Alias, Entity, Figure, Ref
from guide.catalogue.plain import public_table_of, referred, table_of
from guide.exchange.selection import Selection

FORMAT = "exhibition-guide/catalogue"
VERSION = 1

_Plain = Callable[[Entity | Figure | Alias], dict[str, Any]]


def records(selection: Selection) -> str:
    """The fair and the things chosen by kind, or the whole catalogue, as one JSON object.

    A table's name leads to a list of its records, those of the sources last. Private fields only where asked for;
    with them a whole fair lacks nothing.
    """
    catalogue, plain = selection.catalogue, table_of if selection.private else public_table_of
    said = {"format": FORMAT, "version": VERSION, "made": selection.moment.isoformat(timespec="seconds")}
    parts = _whole(selection, plain) if selection.whole else _some(selection, plain)
    return json.dumps({**said, "fair": table_of(catalogue.fair), **parts}, ensure_ascii=False, indent=2) + "\n"


def _whole(selection: Selection, plain: _Plain) -> dict[str, Any]:
    """Every table: first what the fair lists, in the order of a selection, then the rest."""
    catalogue = selection.catalogue
    order = dict.fromkeys((*selection.by_kind, *TABLES, "figure", "alias"))
    rows: dict[str, Iterable[Any]] = {kind: catalogue.table(kind).values() for kind in TABLES}
    rows |= {"figure": catalogue.figures, "alias": catalogue.aliases}
    order["source"] = order.pop("source")
    return {kind: [plain(row) for row in rows[kind]] for kind in order if rows[kind]}


def _some(selection: Selection, plain: _Plain) -> dict[str, Any]:
    """The things chosen by kind, under "refs" by kind what they and the fair lead to, and the sources of it all."""
    catalogue = selection.catalogue
    tables: dict[str, list[dict[str, Any]]] = {}
    further: dict[str, list[dict[str, Any]]] = {}
    sources: dict[Ref, None] = {}
    chosen = {ref for refs in selection.by_kind.values() for ref in refs}
    seen: set[Ref] = set()
    waiting = deque((Ref("fair", catalogue.fair.id), *(ref for refs in selection.by_kind.values() for ref in refs)))
    while waiting:
        ref = waiting.popleft()
        thing = catalogue.get(ref)
        if ref in seen or thing is None:
            continue
        seen.add(ref)
        if ref.kind == "source":
            sources[ref] = None
            continue
        waiting.extend(referred(thing))
        if ref.kind != "fair":
            (tables if ref in chosen else further).setdefault(ref.kind, []).append(plain(thing))
    parts: dict[str, Any] = {**tables, "refs": further, "source": [plain(catalogue.sources[r.id]) for r in sources]}
    return {name: rows for name, rows in parts.items() if rows}
