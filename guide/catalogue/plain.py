"""An entity back to plain values, under the keys of the catalogue: for JSON, for export, for the cache."""

from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

from guide.catalogue import fields
from guide.catalogue.fields import Field, Shape, Table
from guide.catalogue.model import TABLES, Alias, Catalogue, Entity, Figure, Ref, Stand
from guide.i18n import Wording

_BY_TYPE: dict[type[Any], Table] = {table.type: table for table in (*fields.TABLES.values(), *fields.NESTED)}


def table_of(entity: Entity | Figure | Alias) -> dict[str, Any]:
    """The entity's own fields as in the catalogue, fit for JSON: reading them gives the same entity.

    A Text is a string or a table of languages, a reference an id ("kind:id" where it may lead to
    anything), a date or time its ISO form, a point a list. What is empty is left out, and so is the id
    of a stand that follows from its hall and code.
    """
    plain = _plain(entity, _named)
    if type(entity) is Stand and entity.code and entity.id == _own_id(entity):
        del plain["id"]
    return plain


PRIVATE = ("email_private",)
"""Fields that show at the desk only."""


def public_table_of(entity: Entity | Figure | Alias) -> dict[str, Any]:
    """The same without the fields that are for the desk only."""
    return {key: value for key, value in table_of(entity).items() if key not in PRIVATE}


def packed(entity: Entity | Figure | Alias) -> dict[str, Any]:
    """As :func:`table_of`, with nothing left to work out: a reference is a list of kind and id."""
    return _plain(entity, lambda ref, field: list(ref))


def tables_of(catalogue: Catalogue) -> dict[str, Any]:
    """A whole catalogue as its tables: "fair" a table, every other a list of tables."""
    whole: dict[str, Any] = {"fair": table_of(catalogue.fair)}
    for name in fields.TABLES:
        if name in TABLES:
            rows = list(catalogue.table(name).values())
        else:
            rows = list({"figure": catalogue.figures, "alias": catalogue.aliases}.get(name, ()))
        if rows:
            whole[name] = [table_of(row) for row in rows]
    return whole


def referred(entity: Entity | Figure | Alias) -> tuple[Ref, ...]:
    """Everything that an entity refers to, at any depth, each once, in the order of its fields but sources last."""
    return tuple(sorted(dict.fromkeys(_referred(entity)), key=lambda ref: ref.kind == "source"))


def _referred(entity: Any) -> Iterator[Ref]:
    for field in _BY_TYPE[type(entity)].fields:
        if field.shape not in (Shape.REF, Shape.PARTY, Shape.ANY, Shape.TABLE):
            continue
        value = getattr(entity, field.name)
        for item in value if field.many else () if value is None else (value,):
            if field.shape is Shape.TABLE:
                yield from _referred(item)
            elif type(item) is Ref:
                yield item
            elif field.shape is Shape.REF:
                yield Ref(field.to[0], item)


def _named(ref: Ref, field: Field) -> Any:
    if field.shape is not Shape.ANY:
        return ref.id
    return "fair" if ref.kind == "fair" else str(ref)


def _plain(entity: Any, named: Callable[[Ref, Field], Any]) -> dict[str, Any]:
    table = _BY_TYPE[type(entity)]
    plain: dict[str, Any] = {}
    for field in table.fields:
        value = getattr(entity, field.name)
        if value is None or value == ():
            continue
        plain[field.key] = [_value(item, field, named) for item in value] if field.many else _value(value, field, named)
    return plain


def _own_id(stand: Stand) -> str:
    return f"{stand.hall}#{stand.code}" if stand.hall else str(stand.code)


def _value(value: Any, field: Field, named: Callable[[Ref, Field], Any]) -> Any:
    if type(value) is Ref:
        return named(value, field)
    if type(value) is Wording:
        pairs = value.pairs
        return pairs[0][1] if len(pairs) == 1 and not pairs[0][0] else dict(pairs)
    if isinstance(value, date | time):
        return value.isoformat()
    if field.shape is Shape.TABLE:
        return _plain(value, named)
    if field.shape is Shape.POINT:
        return list(value)
    if field.shape is Shape.POLYGON:
        return [list(point) for point in value]
    return value
