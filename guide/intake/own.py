"""A fair as ``guide export json`` writes it, back as it was: its ids, its references, every value; nothing is guessed.

Dates and times, which JSON has as texts, become dates and times again where a field of the catalogue is for them.
A part of a fair (``guide export json --query``) has what its things refer to under "refs", and that is taken as well.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

from guide.catalogue import fields
from guide.catalogue.fields import Field, Shape, Table
from guide.i18n import N_
from guide.intake.draft import Draft, Link, Origin, Unplaced, hall_key, stand_key
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.json_read import text_of, value_of
from guide.intake.oddities import Oddity
from guide.text import clean, one_line

FORMAT = "exhibition-guide/catalogue"
"""What such a file says that it is."""
VERSION = 1
"""The version of the format that is read."""

_FAIR, _REFS = "fair", "refs"
_OF_THE_FILE = frozenset({"format", "version", "made", _FAIR, _REFS})
_TICK = 1000
_SHOWN = 60
_TEXTS = frozenset((Shape.TEXT, Shape.PROSE, Shape.QUANTITY, Shape.PARTY))
_SORTS: Mapping[Shape, tuple[type, ...]] = {
    Shape.QUANTITY: (str, int, float), Shape.NUMBER: (int, float), Shape.LABEL: (str, int), Shape.DAY: (str, int),
    Shape.FLAG: (bool,), Shape.TABLE: (dict,), Shape.POINT: (), Shape.POLYGON: (),
}  # fmt: skip
_LOOSE = (4, 7)  # characters of "2019" and "2019-04"


def read(files: Sequence[Incoming], asked: Asked) -> Draft:
    """The fairs of the files as one draft, every record final and with the id that it had.

    Raises ForeignError for a file that is another format, of another version, or no JSON.
    """
    draft = Draft()
    for file in files:
        _Own(file, draft, asked).read()
    return draft


class _Own:
    """One file while it is read into a draft."""

    def __init__(self, file: Incoming, draft: Draft, asked: Asked) -> None:
        self._file, self._draft, self._asked = file, draft, asked
        self._keys: dict[tuple[str, str], str] = {}  # a table and an id -> the key of its record
        self._copies: dict[str, int] = {}  # what has no id, by its content

    def read(self) -> None:
        whole, oddities = value_of(self._file)
        self._draft.oddities += oddities
        whole = self._ours(whole)
        rows = list(self._rows(whole))
        self._keyed(rows)
        for number, (table, row) in enumerate(rows, 1):
            self._put(fields.TABLES[table], row, Origin(self._file.name, number))
            if not number % _TICK:
                self._asked.tick(number, len(rows))
        self._draft.rows += len(rows)
        fair = whole.get(_FAIR)
        if isinstance(fair, dict):
            for key, value in self._values(fields.FAIR, fair, Origin(self._file.name)).items():
                self._draft.fair.setdefault(key, value)

    def _ours(self, whole: Any) -> dict[str, Any]:
        if not isinstance(whole, dict) or whole.get("format") != FORMAT:
            raise ForeignError(
                N_("{file} is no fair as the guide exports it."),
                N_("To export one: guide export json -o fair.json"),
                file=self._file.name,
            )
        if whole.get("version") != VERSION:
            raise ForeignError(
                N_("{file} is of version {version} of the format; this guide reads version {ours}."),
                N_("Take a newer guide."),
                file=self._file.name,
                version=_shown(whole.get("version")),
                ours=VERSION,
            )
        return whole

    def _rows(self, whole: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every record with its table; what is none is told."""
        further = whole.get(_REFS)
        for part in (whole, further if isinstance(further, dict) else {}):
            for name, rows in part.items():
                if part is whole and name in _OF_THE_FILE:
                    continue
                if name not in fields.TABLES or name == _FAIR or not isinstance(rows, list):
                    self._odd("I078", Origin(self._file.name), name, rows)
                    continue
                for row in rows:
                    if isinstance(row, dict):
                        yield name, row
                    else:
                        self._odd("I078", Origin(self._file.name), name, row)

    def _keyed(self, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
        """Gives each id the key of its record: halls and stands meet those of other files of the fair."""
        taken: set[tuple[str, str]] = set()
        for pick in ("hall", "stand", ""):
            for table, row in rows:
                own = _id(table, row)
                if not own or (table, own) in self._keys or (table if table in ("hall", "stand") else "") != pick:
                    continue
                key = self._meeting(table, row) or f"={own}"
                if (table, key) in taken:
                    key = f"={own}"
                taken.add((table, key))
                self._keys[table, own] = key

    def _meeting(self, table: str, row: Mapping[str, Any]) -> str:
        """The key under which other files would name the same hall or stand, "" where none would."""
        if table == "hall":
            name = row.get("name")
            return hall_key(text_of(next(iter(name.values()), "") if isinstance(name, dict) else name))
        if table == "stand" and row.get("code"):
            return stand_key(self._keys.get(("hall", text_of(row.get("hall"))), ""), text_of(row.get("code")))
        return ""

    def _put(self, table: Table, row: Mapping[str, Any], origin: Origin) -> None:
        own = _id(table.name, row)
        key = self._keys.get((table.name, own), "") or self._content(row)
        there = self._draft.of(table.name).get(key)
        if there is not None and own and any(each.file == origin.file for each in there.origins):
            self._odd("I079", origin, "id", own)
        values = self._values(table, row, origin)
        values.pop("id", None)
        record = self._draft.put(table.name, key, values, origin, text_of(row.get("id")))
        record.final = True

    def _content(self, row: Mapping[str, Any]) -> str:
        """The key of what has no id: two files that say the same meet, two that stand in one file do not."""
        said = json.dumps(row, ensure_ascii=False, sort_keys=True)
        self._copies[said] = number = self._copies.get(said, 0) + 1
        return f"{said}#{number}"

    def _values(self, table: Table, row: Mapping[str, Any], origin: Origin, before: str = "") -> dict[str, Any]:
        """The values of a record, or of a table inside one; what no field is for is kept aside."""
        known = {field.key: field for field in table.fields}
        values: dict[str, Any] = {}
        for name, value in row.items():
            field = known.get(name)
            if field is None:
                self._draft.unplaced.append(Unplaced(origin, {before + one_line(clean(name)): _shown(value, 0)}))
                continue
            several = field.many and isinstance(value, list) and not _is_polygon(value, field)
            items = [each for each in (value if several else [value]) if each is not None]
            fit = [each for each in items if _fits(each, field)]
            if len(fit) < len(items):
                self._odd("I078", origin, before + name, value)
                self._draft.unplaced.append(Unplaced(origin, {before + name: _shown(value, 0)}))
            found = [self._value(field, each, origin, f"{before}{name}.") for each in fit]
            if found:
                values[name] = found if several else found[0]
        return values

    def _value(self, field: Field, value: Any, origin: Origin, before: str) -> Any:
        if isinstance(value, dict):
            return self._values(field.table, value, origin, before) if field.table else value
        if not isinstance(value, str):
            return value
        for table in field.to:
            if (table, value) in self._keys:
                return Link(table, self._keys[table, value])
        return _dated(value, field.shape)

    def _odd(self, code: str, origin: Origin, column: str, value: Any) -> None:
        self._draft.oddities.append(
            Oddity(code, origin.file, origin.row, one_line(clean(column))[:_SHOWN], _shown(value))
        )


def _id(table: str, row: Mapping[str, Any]) -> str:
    """What a record is referred to by; of a stand that has no id of its own, its hall and code."""
    own = text_of(row.get("id"))
    if table != "stand" or own:
        return own
    hall, code = text_of(row.get("hall")), text_of(row.get("code"))
    return f"{hall}#{code}" if hall and code else code


def _fits(value: Any, field: Field) -> bool:
    """Whether a value is of a sort that the field is for; whether it is right is left to the check."""
    if field.shape in _TEXTS and isinstance(value, dict):
        return all(isinstance(text, str) for text in value.values())
    if isinstance(value, list):
        return field.shape in (Shape.POINT, Shape.POLYGON) and _are_numbers(value)
    return type(value) in _SORTS.get(field.shape, (str,))


def _are_numbers(value: Any) -> bool:
    """Whether a list holds nothing but numbers and lists of them."""
    return all(map(_are_numbers, value)) if isinstance(value, list) else type(value) in (int, float)


def _is_polygon(value: Sequence[Any], field: Field) -> bool:
    """Whether a list is one polygon where several may stand."""
    return (
        field.shape is Shape.POLYGON
        and bool(value)
        and isinstance(value[0], list)
        and all(isinstance(part, int | float) for part in value[0])
    )


def _dated(text: str, shape: Shape) -> Any:
    """A date or a time that is written as a text; a text that is none stays one, for the check to name."""
    with suppress(ValueError):
        if shape is Shape.CLOCK:
            return time.fromisoformat(text)
        if shape is Shape.DATE or (shape is Shape.DAY and len(text) not in _LOOSE):
            return date.fromisoformat(text)
        if shape is Shape.MOMENT:
            return datetime.fromisoformat(text) if len(text) > len("2025-09-30") else date.fromisoformat(text)
    return text


def _shown(value: Any, most: int = _SHOWN) -> str:
    """A value of JSON as a text of one line; ``most`` 0 for the whole of it."""
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = one_line(clean(said))
    return text[:most] if most else text
