"""From tables to a catalogue: every record read by its fields, what is broken dropped, all findings at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from guide.catalogue import fields
from guide.catalogue.crosscheck import crosscheck
from guide.catalogue.fields import Shape, Table
from guide.catalogue.findings import Finding, Findings, First, Where
from guide.catalogue.model import TABLES, Catalogue, Fair, Ref
from guide.catalogue.references import Registry
from guide.catalogue.shapes import Shapes
from guide.catalogue.suggest import nearest
from guide.catalogue.values import DROPPED, Values
from guide.i18n import Wording
from guide.text import clean, one_line

_LISTS = {"figure": "figures", "alias": "aliases"}
_NO_FAIR = Fair("", Wording.same(""), date.min, date.max, "UTC")  # a stand-in, so that the rest is checked all the same
_Records = dict[str, list[tuple[Where, dict[str, Any]]]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check gives: the catalogue, None where no usable [fair] is there, and all that was found."""

    catalogue: Catalogue | None
    findings: tuple[Finding, ...]


def check(tables: Sequence[Mapping[str, Any]], lost: frozenset[Ref] = frozenset()) -> Checked:
    """The catalogue of the tables of one or several files, merged in their order, with every finding.

    A broken field drops the field, a broken required field the record, never the rest. ``lost`` are
    records that a syntax error took out: references to them pass in silence.
    """
    findings = Findings()
    records = _collect(tables, findings)
    registry = Registry(findings, TABLES)
    shapes = Shapes(findings, registry)
    named = _register(records, registry, findings, lost)

    fair: Any = None
    for where, value in records["fair"]:
        registry.fair = str(value.get("id", ""))
        shapes.measures.zone = str(value.get("timezone", "UTC"))
        fair = shapes.record(fields.FAIR)(value, where)

    things: dict[str, dict[str, Any]] = {}
    places: dict[tuple[str, str], Where] = {}
    for kind in TABLES:
        read = shapes.record(fields.TABLES[kind])
        entities = things[kind] = {}
        for name, where, value in named[kind]:
            entity = read(value, where, id=name) if kind == "stand" else read(value, where)
            if not name:
                continue  # it has no id, or that of another: it is read for its findings only
            if entity is DROPPED:
                registry.lost.add(Ref(kind, name))
            else:
                entities[name] = entity
                places[kind, name] = where
    lists: dict[str, list[tuple[Any, Where]]] = {}
    for kind in _LISTS:
        read = shapes.record(fields.TABLES[kind])
        read_all = ((read(value, where), where) for where, value in records[kind])
        lists[kind] = [(entity, where) for entity, where in read_all if entity is not DROPPED]

    _prune(things, lists, registry.lost)
    if fair is None and Ref("fair", "") not in lost:
        findings.add("E100", (0,))
    usable = fair is not None and fair is not DROPPED
    fair = (_without(fields.FAIR, fair, registry.lost) or fair) if usable else _NO_FAIR
    if fair.ends < fair.starts:
        findings.add("E301", (*records["fair"][0][0], "ends"))
        fair = replace(fair, starts=fair.ends, ends=fair.starts)
    catalogue = Catalogue(
        fair=fair,
        figures=tuple(entity for entity, _ in lists["figure"]),
        aliases=tuple(entity for entity, _ in lists["alias"]),
        **{TABLES[kind]: entities for kind, entities in things.items()},
    )
    catalogue = crosscheck(catalogue, places, records["fair"][0][0] if records["fair"] else (0,), findings)
    return Checked(catalogue if usable else None, tuple(findings.items))


def _collect(tables: Sequence[Mapping[str, Any]], findings: Findings) -> _Records:
    """The records of every known table in the order of the files."""
    records: _Records = {name: [] for name in fields.TABLES}
    for number, content in enumerate(tables):
        for key, value in content.items():
            where: Where = (number, key)
            table = fields.TABLES.get(key)
            if table is None:
                if key != fields.RAW:
                    shown = one_line(clean(key))
                    near = nearest(shown, (*fields.TABLES, fields.RAW))
                    header = fields.TABLES[near].header if near in fields.TABLES else f"[{near}]"
                    findings.add("W102", where, near=header if near else "", at="key", key=shown)
                continue
            for spot, record in _spots(table, value, where, findings):
                if not isinstance(record, dict):
                    Values(findings).no_record(key, record, spot)
                elif key == "fair" and records["fair"]:
                    findings.add("E124", spot, at="key", first=First(records["fair"][0][0]))
                else:
                    records[key].append((spot, record))
    return records


def _spots(table: Table, value: Any, where: Where, findings: Findings) -> Sequence[tuple[Where, Any]]:
    if isinstance(value, list):
        spots = [((*where, n), record) for n, record in enumerate(value)]
        if table.single:
            findings.add("E123", where, at="key")
        return spots
    if isinstance(value, dict) and not table.single:
        findings.add("E122", where, at="key", table=table.name)
    return [(where, value)]


def _register(
    records: _Records, registry: Registry, findings: Findings, lost: frozenset[Ref]
) -> dict[str, list[tuple[str, Where, dict[str, Any]]]]:
    """Takes down every id before any reference is read; a second record of the same id is left out."""
    named: dict[str, list[tuple[str, Where, dict[str, Any]]]] = {}
    for ref in lost:
        if ref.kind in registry.ids:
            registry.lost.add(ref)
    for kind in TABLES:
        ids, out = registry.ids[kind], named.setdefault(kind, [])
        for where, value in records[kind]:
            name = _text(value.get("id"))
            if kind == "stand":
                name = _stand_name(name, where, value, registry, findings)
            if not name:
                out.append(("", where, value))
            elif name in ids:
                key = "code" if kind == "stand" and "id" not in value else "id"
                code, shown = ("E203", _text(value.get("code"))) if key == "code" else ("E202", name)
                findings.add(code, (*where, key), value=shown, first=First((*ids[name], key)))
                out.append(("", where, value))
            else:
                ids[name] = where
                out.append((name, where, value))
                if kind == "region" and value.get("kind") == "country":
                    registry.countries.add(name)
    for ref in registry.lost:
        registry.ids[ref.kind].setdefault(ref.id, (0,))
    return named


def _stand_name(name: str, where: Where, value: dict[str, Any], registry: Registry, findings: Findings) -> str:
    """The id of a stand: its own, else hall#code, else the bare code; its code is taken down as another name."""
    code, hall = _text(value.get("code")), _text(value.get("hall"))
    if "#" in code:
        code = ""
    if hall not in registry.ids["hall"]:
        hall = ""
    if not code and not name:
        if "code" not in value and "id" not in value:
            findings.add("E120", where)
        return ""
    whole = f"{hall}#{code}" if hall else code
    stand = name or whole
    if stand not in registry.ids["stand"] and code:
        registry.codes.setdefault(code, []).append(stand)
        if whole != code:
            registry.codes.setdefault(whole, []).append(stand)
    return stand


def _text(value: Any) -> str:
    return one_line(clean(value)) if isinstance(value, str) else ""


def _prune(things: dict[str, dict[str, Any]], lists: dict[str, list[tuple[Any, Where]]], lost: set[Ref]) -> None:
    """Takes out references to records that were dropped, and records that cannot do without them."""
    gone = set(lost)
    while gone:
        fallen: set[Ref] = set()
        for kind, entities in things.items():
            for name, entity in list(entities.items()):
                kept = _without(fields.TABLES[kind], entity, gone)
                if kept is None:
                    del entities[name]
                    fallen.add(Ref(kind, name))
                elif kept is not entity:
                    entities[name] = kept
        for kind, rows in lists.items():
            pruned = ((_without(fields.TABLES[kind], entity, gone), where) for entity, where in rows)
            rows[:] = [(entity, where) for entity, where in pruned if entity is not None]
        lost |= fallen
        gone = fallen


def _without(table: Table, entity: Any, gone: set[Ref]) -> Any:
    """The entity without its references to what is gone; None where it cannot do without."""
    changed: dict[str, Any] = {}
    for field in table.fields:
        value = getattr(entity, field.name)
        if not value or field.shape not in (Shape.REF, Shape.PARTY, Shape.ANY, Shape.TABLE):
            continue
        items = value if field.many else (value,)
        kept = []
        for item in items:
            if field.shape is Shape.TABLE:
                inner = _without(field.table, item, gone) if field.table else item
            else:
                ref = Ref(field.to[0], item) if isinstance(item, str) else item
                inner = None if isinstance(ref, Ref) and ref in gone else item
            if inner is not None:
                kept.append(inner)
        if len(kept) == len(items) and all(a is b for a, b in zip(kept, items, strict=True)):
            continue
        if field.required and not kept:
            return None
        changed[field.name] = tuple(kept) if field.many else kept[0] if kept else None
    return replace(entity, **changed) if changed else entity
