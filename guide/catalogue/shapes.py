"""Reads one record of a catalogue by its fields: each value by its shape, what does not fit becomes a finding."""

from collections.abc import Callable
from typing import Any

from guide.catalogue.fields import Field, Shape, Table
from guide.catalogue.findings import Findings, Where
from guide.catalogue.measures import Measures, is_point
from guide.catalogue.references import Registry
from guide.catalogue.sound import UNSURE, sound
from guide.catalogue.suggest import Names
from guide.catalogue.texts import Texts
from guide.catalogue.values import DROPPED, EMPTY, Reader
from guide.text import clean, one_line

ITEMS = 1000
"""The items that a list may have."""


class Shapes:
    """The readers of every field, built once for one check."""

    def __init__(self, findings: Findings, registry: Registry) -> None:
        self._findings = findings
        self._registry = registry
        self._texts = Texts(findings, registry)
        self.measures = Measures(findings)

    def record(self, table: Table) -> Callable[..., Any]:
        """A reader of a record of that table: its entity, or DROPPED; further arguments go into the entity."""
        readers = {field.key: (field.name, self.thorough(field)) for field in table.fields}
        required = {field.key: field for field in table.fields if field.required}
        inner = {part.key: f"{field.key}.{part.key}" for field in table.fields if field.table and not field.many
                 for part in field.table.fields}  # fmt: skip
        sure = {field.key: (field.name, one) for field in table.fields if (one := sound(field, self._registry))}
        name, add, known, names = table.header, self._findings.add, ", ".join(readers), Names(readers)

        def read(value: Any, where: Where, **extra: Any) -> Any:
            if type(value) is not dict:
                return self._texts.no_record(table.name, value, where)
            given: dict[str, Any] = {}
            for key, part in value.items():
                quick = sure.get(key)
                if quick is not None and (got := quick[1](part)) is not UNSURE:
                    given[quick[0]] = got
                    continue
                reader = readers.get(key)
                if reader is None:
                    shown = one_line(clean(key))[:60]
                    near = names.nearest(shown) or inner.get(key, "")
                    add("W101", (*where, key), near=near, at="key", key=shown, table=name, known=known)
                    continue
                got = reader[1](part, (*where, key))
                if got is EMPTY:
                    if key in required:
                        example = f"{key} = {required[key].example}"
                        add("E103", (*where, key), key=key, table=name, example=example)
                elif got is not DROPPED:
                    given[reader[0]] = got
            given.update(extra)
            whole = True
            for key, field in required.items():
                if field.name not in given:
                    whole = False
                    if key not in value:
                        add("E102", where, key=key, table=name, example=f"{key} = {field.example}")
            return table.type(**given) if whole else DROPPED

        return read

    def thorough(self, field: Field) -> Reader:
        """A reader of the field's value, a list of them where the field takes many; one alone is a list of one."""
        one = self._one(field)
        if not field.many:
            return one
        add, polygons = self._findings.add, field.shape is Shape.POLYGON

        def read(value: Any, where: Where) -> Any:
            if type(value) is not list or (polygons and value and is_point(value[0])):
                got = one(value, where)
                return got if got is DROPPED or got is EMPTY else (got,)
            if len(value) > ITEMS:
                add("E109", where, length=len(value), limit=ITEMS)
                value = value[:ITEMS]
            items = [one(item, (*where, n)) for n, item in enumerate(value)]
            kept = dict.fromkeys(items)
            if len(kept) < len(items) or DROPPED in kept or EMPTY in kept:
                return self._sifted(items, value, where)
            return tuple(items) or EMPTY

        return read

    def _sifted(self, items: list[Any], values: list[Any], where: Where) -> Any:
        """The items of a list without those that were dropped or stand there already."""
        kept: dict[Any, None] = {}
        for n, item in enumerate(items):
            if item in kept:
                shown = next(iter(values[n].values()), "") if type(values[n]) is dict else values[n]
                self._findings.add("W108", (*where, n), value=one_line(clean(str(shown)))[:60])
            elif item is not DROPPED and item is not EMPTY:
                kept[item] = None
        return tuple(kept) or (DROPPED if DROPPED in items else EMPTY)

    def _one(self, field: Field) -> Reader:
        texts, measures = self._texts, self.measures
        match field.shape:
            case Shape.TEXT | Shape.PROSE:
                return texts.text(field)
            case Shape.REF:
                return self._reference(field)
            case Shape.PARTY:
                return self._party(field)
            case Shape.NUMBER:
                return measures.number(field)
            case Shape.QUANTITY:
                number, text = measures.number(field), texts.text(field)
                return lambda value, where: (number if type(value) in (int, float) else text)(value, where)
            case Shape.FLAG:
                return measures.flag(field)
            case Shape.POINT:
                return measures.point(field)
            case Shape.POLYGON:
                return measures.polygon(field)
            case Shape.DATE | Shape.DAY | Shape.MOMENT | Shape.CLOCK:
                return measures.calendar(field)
            case Shape.TABLE if field.table is not None:
                return self._nested(field, self.record(field.table))
            case _:
                return texts.word(field)

    def _nested(self, field: Field, record: Callable[..., Any]) -> Reader:
        return lambda value, where: (
            record(value, where) if type(value) is dict else self._texts.wrong(field, value, where)
        )

    def _reference(self, field: Field) -> Reader:
        kind, registry = field.to[0], self._registry
        known = registry.ids[kind]

        def read(value: Any, where: Where) -> Any:
            if type(value) is not str:
                return self._texts.wrong(field, value, where)
            if value in known:
                return value
            text = one_line(clean(value))
            if not text:
                return EMPTY
            got = registry.one(kind, text, where)
            return DROPPED if got is None else got

        return read

    def _party(self, field: Field) -> Reader:
        registry = self._registry

        def read(value: Any, where: Where) -> Any:
            if type(value) is dict:
                return self._texts.languages(field, value, where)
            if type(value) is not str:
                return self._texts.wrong(field, value, where)
            text = one_line(clean(value))
            if not text:
                return EMPTY
            got = registry.region(text, where) if field.to == ("region",) else registry.party(field.to, text, where)
            return DROPPED if got is None else got

        return read
