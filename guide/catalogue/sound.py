"""Reads the values that are as they should be, which nearly all are, in a fraction of the time.

A sound reader needs not know where a value stands: it gives the model's value, or UNSURE, and then the thorough
reader of the same field (:mod:`guide.catalogue.shapes`) has its say and its findings. Wherever it is sure, the two
give the same.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from guide.catalogue.countries import country_codes
from guide.catalogue.fields import Field, Shape, Table
from guide.catalogue.model import Ref
from guide.catalogue.references import Registry
from guide.catalogue.texts import IDS, NAMES, PATTERNS, TIDY, WORD
from guide.catalogue.words import MIXED, is_language
from guide.i18n import Wording

Sound = Callable[[Any], Any]
"""Takes a value as the parser gave it; gives the model's value or UNSURE."""

UNSURE = object()
"""What a sound reader gives where the thorough one has to look."""

_LATIN = re.compile("[A-Za-z]").search
_ITEMS = 100  # of a list; longer ones are rare


def sound(field: Field, registry: Registry) -> Sound | None:
    """The sound reader of a field's value; None where there is only the thorough one."""
    one = _one(field, registry)
    return _many(one) if one is not None and field.many else one


def _many(one: Sound) -> Sound:
    def read(value: Any) -> Any:
        if type(value) is not list or not 0 < len(value) <= _ITEMS:
            return UNSURE
        if len(value) == 1:
            got = one(value[0])
            return got if got is UNSURE else (got,)
        items = [one(item) for item in value]
        kept = set(items)
        return UNSURE if UNSURE in kept or len(kept) < len(items) else tuple(items)

    return read


def _one(field: Field, registry: Registry) -> Sound | None:
    match field.shape:
        case Shape.TEXT | Shape.PROSE:
            return _text(field)
        case Shape.REF:
            return _reference(field.to[0], registry)
        case Shape.PARTY:
            return _party(field, registry)
        case Shape.NUMBER:
            low, high = field.low, field.high
            return lambda value: value if type(value) in (int, float) and low <= value <= high else UNSURE
        case Shape.FLAG:
            return lambda value: value if type(value) is bool else UNSURE
        case Shape.DATE:
            return lambda value: value if type(value) is date else UNSURE
        case Shape.TABLE if field.table is not None:
            return _record(field.table, registry)
        case Shape.COUNTRY:
            codes = country_codes()
            return lambda value: value if type(value) is str and value in codes else UNSURE
        case Shape.CHOICE:
            choices = frozenset(field.choices)
            return lambda value: value if type(value) is str and value in choices else UNSURE
        case Shape.ID:
            return lambda value: value if type(value) is str and len(value) <= WORD and IDS.match(value) else UNSURE
        case Shape.CODE:
            limit = field.limit or WORD
            return lambda value: (
                value
                if type(value) is str
                and len(value) <= limit
                and value.isascii()
                and "#" not in value
                and TIDY.match(value)
                else UNSURE
            )
        case Shape.URL | Shape.EMAIL | Shape.PHONE:
            limit, pattern = field.limit or WORD, PATTERNS[field.shape]
            return lambda value: (
                value
                if type(value) is str and len(value) <= limit and TIDY.match(value) and pattern.match(value)
                else UNSURE
            )
        case _:
            return None


def _text(field: Field) -> Sound:
    limit, name, tidy, latin, mixed = field.limit or WORD, field.key in NAMES, TIDY.match, _LATIN, MIXED.search

    def is_sound(text: Any) -> bool:
        return (
            type(text) is str
            and len(text) <= limit
            and tidy(text) is not None
            and (not name or text.isascii() or not latin(text) or not mixed(text))
        )

    def read(value: Any) -> Any:
        if type(value) is str:
            return Wording((("", value),)) if is_sound(value) else UNSURE
        if type(value) is dict and value and all(is_language(tag) and is_sound(text) for tag, text in value.items()):
            return Wording(tuple(value.items()))
        return UNSURE

    return read


def _reference(kind: str, registry: Registry) -> Sound:
    known, codes = registry.ids[kind], registry.codes

    def read(value: Any) -> Any:
        if type(value) is not str:
            return UNSURE
        if value in known:
            return value
        if kind == "stand":
            found = codes.get(value, ())
            if len(found) == 1:
                return found[0]
        return UNSURE

    return read


def _party(field: Field, registry: Registry) -> Sound:
    kinds, text = [(kind, registry.ids[kind]) for kind in field.to], _text(field)
    of_region = field.to == ("region",)

    def read(value: Any) -> Any:
        if type(value) is dict:
            return text(value)
        if type(value) is not str or (of_region and value in registry.countries):
            return UNSURE
        return next((Ref(kind, value) for kind, ids in kinds if value in ids), UNSURE)

    return read


def _record(table: Table, registry: Registry) -> Sound | None:
    readers = {field.key: (field.name, one) for field in table.fields if (one := sound(field, registry)) is not None}
    required = [field.name for field in table.fields if field.required]

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return UNSURE
        given: dict[str, Any] = {}
        for key, part in value.items():
            reader = readers.get(key)
            if reader is None:
                return UNSURE
            got = reader[1](part)
            if got is UNSURE:
                return UNSURE
            given[reader[0]] = got
        return table.type(**given) if all(name in given for name in required) else UNSURE

    return read
