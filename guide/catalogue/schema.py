"""The JSON Schema of a catalogue, made from the table of fields: for editors that check TOML while one types.

``python -m guide.catalogue.schema`` writes it to data/catalogue.schema.json. Dates and times are strings
in it, as TOML validators hand them over.
"""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

from guide.catalogue import fields
from guide.catalogue.fields import Field, Shape, Table
from guide.catalogue.measures import CORNERS
from guide.catalogue.shapes import ITEMS

FILE = Path(__file__).parents[2] / "data" / "catalogue.schema.json"

_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_STRINGS: dict[Shape, dict[str, Any]] = {
    Shape.ID: {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    Shape.REGION_ID: {"pattern": "^([A-Z]{2}(-[A-Z0-9]{1,3})?|[a-z0-9]+(-[a-z0-9]+)*)$"},
    Shape.CODE: {"pattern": "^[^#]+$"},
    Shape.WORD: {},
    Shape.LANGUAGE: {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    Shape.URL: {"pattern": r"^https?://[^\s@/]+([/?#]\S*)?$", "format": "uri"},
    Shape.SOCIAL: {"pattern": r"^\S+$"},
    Shape.EMAIL: {"pattern": r"^[^\s@]+@[^\s@]+\.[^\s@]+$", "format": "email"},
    Shape.PHONE: {"pattern": r"\d.*\d.*\d"},
    Shape.ZONE: {"pattern": r"^[A-Za-z_+-]+(/[A-Za-z0-9_+-]+)*$"},
    Shape.COUNTRY: {"pattern": "^[A-Z]{2}$"},
    Shape.CURRENCY: {"pattern": "^[A-Z]{3}$"},
    Shape.REF: {},
    Shape.ANY: {},
    Shape.DATE: {"pattern": _DAY},
    Shape.MOMENT: {"pattern": _DAY + r"([T ]\d\d:\d\d.*)?$"},
    Shape.CLOCK: {"pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$"},
}
_POINT = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one file of a catalogue; a folder may spread the tables over several."""
    tables: dict[str, Any] = {}
    for table in fields.TABLES.values():
        record = {"$ref": f"#/$defs/{table.name}"}
        tables[table.name] = record if table.single else {"type": "array", "items": record}
    tables[fields.RAW] = {"description": "What an importer could not place; kept, never checked, never shown."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A catalogue of the exhibition guide",
        "type": "object",
        "properties": tables,
        "additionalProperties": False,
        "$defs": {table.name: _record(table) for table in (*fields.TABLES.values(), *fields.NESTED)},
    }


def _record(table: Table) -> dict[str, Any]:
    record: dict[str, Any] = {
        "description": table.about,
        "type": "object",
        "properties": {field.key: _field(field) for field in table.fields},
        "required": [field.key for field in table.fields if field.required],
        "additionalProperties": False,
    }
    if table is fields.STAND:
        record["anyOf"] = [{"required": ["code"]}, {"required": ["id"]}]
    return record


def _field(field: Field) -> dict[str, Any]:
    value = _value(field)
    if field.many:
        value = {"anyOf": [value, {"type": "array", "items": value, "maxItems": ITEMS}]}
    about: dict[str, Any] = {"description": field.about}
    if field.example:
        import tomli

        about["examples"] = [_plain(tomli.loads(f"x = {field.example}")["x"])]
    return {**about, **value}


def _value(field: Field) -> dict[str, Any]:
    match field.shape:
        case Shape.TEXT | Shape.PROSE:
            return _text(field)
        case Shape.PARTY:
            return _text(field)
        case Shape.NUMBER:
            return {"type": "number", "minimum": field.low, "maximum": field.high}
        case Shape.QUANTITY:
            return {"anyOf": [{"type": "number", "minimum": field.low, "maximum": field.high}, _text(field)]}
        case Shape.FLAG:
            return {"type": "boolean"}
        case Shape.LABEL:
            return {"type": ["string", "integer"]}
        case Shape.DAY:
            return {"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?"}, {"type": "integer"}]}
        case Shape.POINT:
            return _POINT
        case Shape.POLYGON:
            return {"type": "array", "items": _POINT, "minItems": 3, "maxItems": CORNERS + 1}
        case Shape.TABLE if field.table is not None:
            return {"$ref": f"#/$defs/{field.table.name}"}
        case Shape.CHOICE if not field.open:
            return {"enum": list(field.choices)}
        case Shape.CHOICE:
            return {"anyOf": [{"enum": list(field.choices)}, {"type": "string"}]}
        case _:
            bounds = {"maxLength": field.limit} if field.limit else {}
            return {"type": "string", **bounds, **_STRINGS[field.shape]}


def _text(field: Field) -> dict[str, Any]:
    line = {"type": "string", "maxLength": field.limit}
    tags = {"pattern": _STRINGS[Shape.LANGUAGE]["pattern"]}
    return {
        "anyOf": [line, {"type": "object", "propertyNames": tags, "additionalProperties": line, "minProperties": 1}]
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def written() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
