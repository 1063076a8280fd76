"""Reads one value of a catalogue by the shape that its field asks for; what does not fit becomes a finding."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from guide.catalogue.countries import country_codes
from guide.catalogue.fields import Field, Shape, Table
from guide.catalogue.findings import Findings, Where
from guide.catalogue.geometry import is_simple
from guide.catalogue.model import Ref
from guide.catalogue.problems import Said
from guide.catalogue.references import Registry
from guide.catalogue.suggest import nearest
from guide.catalogue.words import MIXED, is_language, meant_language, mixture, shows_hidden
from guide.i18n import N_, Wording
from guide.text import clean, one_line

Reader = Callable[[Any, Where], Any]

DROPPED = object()
"""What a reader gives for a value that cannot be kept; the finding is taken down."""
EMPTY = object()
"""What a reader gives for an empty text or list: as if the key were not there."""

ITEMS, CORNERS, WORD = 1000, 1000, 400
_NAMES = ("name", "legal_name", "aliases", "title", "city")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_ISO = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?\Z")
_BAD_ID = re.compile(r"[\s:#]")
_URL = re.compile(
    r"https?://(?:[^\W_][\w.-]*|\[[0-9a-fA-F:.]+\])(?::[0-9]{1,5})?(?:[/?#][^\s\\<>\"`\ufffd\u2400-\u2421]*)?\Z", re.I
)
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\\ufffd\u2400-\u2421]+@[^\W_][\w-]*(?:\.[\w-]+)+\Z")
_PHONE = re.compile(r"\+?(?=(?:\D*\d){3})[\d\s().,/\u2010-\u2014-]+(?:(?:доб|дад|вн|ext|x)\.?\s*\d+)?\Z", re.I)
_SOCIAL = re.compile(r"[^\s\\<>\"`\ufffd\u2400-\u2421]+\Z")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?\Z")

_EXPECTED = {
    Shape.NUMBER: N_("a number"), Shape.QUANTITY: N_("a number or a text"), Shape.FLAG: N_("true or false"),
    Shape.DATE: N_("a date"), Shape.DAY: N_("a date"), Shape.MOMENT: N_("a date, or a date and a time"),
    Shape.CLOCK: N_("a time of day"), Shape.POINT: N_("a point [x, y]"), Shape.POLYGON: N_("a list of points [x, y]"),
    Shape.TABLE: N_("a table in braces"), Shape.TEXT: N_("a text in quotes or a language table"),
    Shape.PROSE: N_("a text in quotes or a language table"), Shape.PARTY: N_("an id in quotes or a language table"),
}  # fmt: skip
_A_TEXT = N_("a text in quotes")


def found(value: Any) -> Said:
    """What kind of value stands there, in words."""
    match value:
        case bool():
            word = N_("true or false")
        case int() | float():
            word = N_("a number")
        case str():
            word = N_("a text")
        case datetime() | date():
            word = N_("a date")
        case time():
            word = N_("a time of day")
        case list():
            word = N_("a list")
        case _:
            word = N_("a table")
    return Said(word)


class Shapes:
    """The readers of every field, built once for one check."""

    def __init__(self, findings: Findings, registry: Registry) -> None:
        self._findings = findings
        self._registry = registry
        self.zone = "UTC"

    def record(self, table: Table) -> Callable[..., Any]:
        """A reader of a record of that table: its own entity, or DROPPED; further arguments go into the entity."""
        readers = {field.key: (field.name, self.reader(field)) for field in table.fields}
        required = [field for field in table.fields if field.required]
        name = f"[{table.name}]" if table.single else table.name
        add, known = self._findings.add, ", ".join(readers)

        def read(value: Any, where: Where, **extra: Any) -> Any:
            if type(value) is not dict:
                add(
                    "E101",
                    where,
                    key=where[-1],
                    expected=Said(N_("a table in braces")),
                    found=found(value),
                    example="{ }",
                )
                return DROPPED
            given: dict[str, Any] = {}
            for key, part in value.items():
                reader = readers.get(key)
                if reader is None:
                    shown = one_line(clean(key))
                    add(
                        "W101",
                        (*where, key),
                        near=nearest(shown, readers),
                        at="key",
                        key=shown,
                        table=name,
                        known=known,
                    )
                    continue
                got = reader[1](part, (*where, key))
                if got is not DROPPED and got is not EMPTY:
                    given[reader[0]] = got
                elif got is EMPTY and any(field.key == key for field in required):
                    self._empty(name, key, readers, required, (*where, key))
            given.update(extra)
            for field in required:
                if field.name not in given:
                    if field.key not in value:
                        add("E102", where, key=field.key, table=name, example=f"{field.key} = {field.example}")
                    return DROPPED
            return table.type(**given)

        return read

    def _empty(self, name: str, key: str, readers: Any, required: list[Field], where: Where) -> None:
        example = next(field.example for field in required if field.key == key)
        self._findings.add("E103", where, key=key, table=name, example=f"{key} = {example}")

    def reader(self, field: Field) -> Reader:
        """A reader of the field's value, a list of them where the field takes many."""
        one = self._one(field)
        if not field.many:
            return one
        add = self._findings.add
        nested = field.shape is Shape.POLYGON

        def read(value: Any, where: Where) -> Any:
            if type(value) is not list or (nested and value and _is_point(value[0])):
                got = one(value, where)
                return got if got is DROPPED or got is EMPTY else (got,)
            if len(value) > ITEMS:
                add("E109", where, length=len(value), limit=ITEMS)
                value = value[:ITEMS]
            items = [one(item, (*where, n)) for n, item in enumerate(value)]
            kept = tuple(item for item in items if item is not DROPPED and item is not EMPTY)
            if kept or not items:
                return kept or EMPTY
            return DROPPED if DROPPED in items else EMPTY

        return read

    def _one(self, field: Field) -> Reader:
        match field.shape:
            case Shape.TEXT | Shape.PROSE:
                return self._text(field)
            case Shape.REF:
                return self._reference(field)
            case Shape.PARTY:
                return self._party(field)
            case Shape.NUMBER:
                return self._number(field)
            case Shape.QUANTITY:
                return self._quantity(field)
            case Shape.TABLE:
                return self.record(field.table) if field.table else self._word(field, _kept)
            case Shape.FLAG | Shape.POINT | Shape.POLYGON:
                return {Shape.FLAG: self._flag, Shape.POINT: self._point, Shape.POLYGON: self._polygon}[field.shape](
                    field
                )
            case Shape.DATE | Shape.DAY | Shape.MOMENT | Shape.CLOCK:
                return self._calendar(field)
            case _:
                return self._word(field, self._words()[field.shape])

    # Texts

    def _line(self, value: str, field: Field, where: Where, *, lines: bool = False) -> str:
        text = clean(value)
        if text is not value and shows_hidden(text, value):
            self._findings.add("W107", where, sign=shows_hidden(text, value))
        text = text.strip() if lines else one_line(text)
        limit = field.limit or WORD
        if len(text) > limit:
            self._findings.add("E108", where, length=len(text), limit=limit)
            text = text[: limit - 1].rstrip() + "…"
        return text

    def _wrong(self, field: Field, value: Any, where: Where) -> Any:
        expected = Said(_EXPECTED.get(field.shape, _A_TEXT))
        example = f"{field.key} = {field.example}"
        self._findings.add("E101", where, key=field.key, expected=expected, found=found(value), example=example)
        return DROPPED

    def _text(self, field: Field) -> Reader:
        lines, name = field.shape is Shape.PROSE, field.key in _NAMES
        line = self._line

        def read(value: Any, where: Where) -> Any:
            if type(value) is str:
                text = line(value, field, where, lines=lines)
                if name and MIXED.search(text):
                    self._mixed("W106", text, where)
                return Wording((("", text),)) if text else EMPTY
            if type(value) is dict:
                return self._languages(field, value, where)
            return self._wrong(field, value, where)

        return read

    def _languages(self, field: Field, value: dict[str, Any], where: Where) -> Any:
        pairs = []
        for tag, text in value.items():
            here = (*where, tag)
            if not self._is_tag(tag, here, at="key"):
                continue
            if type(text) is not str:
                self._wrong(field, text, here)
                continue
            shown = self._line(text, field, here, lines=field.shape is Shape.PROSE)
            if field.key in _NAMES and MIXED.search(shown):
                self._mixed("W106", shown, here)
            if shown:
                pairs.append((tag, shown))
        if pairs:
            return Wording(tuple(pairs))
        return DROPPED if any(text != "" for text in value.values()) else EMPTY

    def _mixed(self, code: str, text: str, where: Where) -> None:
        word, letters = mixture(text)
        if word:
            self._findings.add(code, where, value=word, letters=letters)

    def _is_tag(self, tag: str, where: Where, at: str = "value") -> bool:
        state = is_language(tag)
        if state is None:
            self._findings.add("E115", where, near=meant_language(tag), at=at, value=one_line(clean(tag)))
            return False
        if not state:
            self._findings.add("W109", where, near=meant_language(tag), at=at, value=tag)
        return True

    def _word(self, field: Field, judge: Callable[[str, Field, Where], Any]) -> Reader:
        def read(value: Any, where: Where) -> Any:
            if type(value) is not str:
                if field.shape is Shape.LABEL and type(value) is int:
                    return str(value)
                return self._wrong(field, value, where)
            text = self._line(value, field, where)
            return judge(text, field, where) if text else EMPTY

        return read

    def _words(self) -> dict[Shape, Callable[[str, Field, Where], Any]]:
        def shaped(code: str, pattern: re.Pattern[str]) -> Callable[[str, Field, Where], Any]:
            def judge(text: str, field: Field, where: Where) -> Any:
                if pattern.match(text):
                    return text
                self._findings.add(code, where, near=_mended_url(text) if pattern is _URL else "", value=text)
                return DROPPED

            return judge

        url = shaped("E110", _URL)
        return {
            Shape.ID: self._id, Shape.REGION_ID: self._id, Shape.CODE: self._code, Shape.WORD: _kept,
            Shape.LABEL: _kept, Shape.LANGUAGE: self._language, Shape.URL: url,
            Shape.SOCIAL: lambda text, field, where: (url if "://" in text else shaped("E110", _SOCIAL))(text, field, where),
            Shape.EMAIL: shaped("E111", _EMAIL), Shape.PHONE: shaped("E112", _PHONE), Shape.ZONE: self._zone,
            Shape.COUNTRY: self._country, Shape.CURRENCY: shaped("E116", re.compile(r"[A-Z]{3}\Z")),
            Shape.CHOICE: self._choice, Shape.ANY: self._any,
        }  # fmt: skip

    def _id(self, text: str, field: Field, where: Where) -> Any:
        if _BAD_ID.search(text):
            table = where[1] if len(where) > 1 else ""
            self._findings.add("E104", where, value=text, table=table, example=field.example)
            return DROPPED
        if field.shape is Shape.REGION_ID:
            if not _ISO.match(text) and not _ID.match(text):
                self._findings.add("W104", where, value=text)
        elif not _ID.match(text):
            example = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or field.example.strip('"')
            self._findings.add("W103", where, value=text, example=f'"{example}"')
        return text

    def _code(self, text: str, field: Field, where: Where) -> Any:
        if "#" in text:
            self._findings.add("E121", where, value=text, limit=field.limit)
            return DROPPED
        if MIXED.search(text) or len({letter > "\u0400" for letter in text if letter.isalpha()}) > 1:
            self._mixed("W105", text, where)
        return text

    def _language(self, text: str, field: Field, where: Where) -> Any:
        return text if self._is_tag(text, where) else DROPPED

    def _country(self, text: str, field: Field, where: Where) -> Any:
        if text in country_codes():
            return text
        near = text.upper() if text.upper() in country_codes() else ""
        self._findings.add("E113", where, near=near, value=text)
        return DROPPED

    def _zone(self, text: str, field: Field, where: Where) -> Any:
        from zoneinfo import ZoneInfo, available_timezones

        try:
            ZoneInfo(text)
        except (KeyError, ValueError, OSError):
            known = available_timezones()
            if known:  # a system without any time zone data cannot judge
                self._findings.add("E114", where, near=nearest(text, known), value=text)
        return text

    def _choice(self, text: str, field: Field, where: Where) -> Any:
        if text in field.choices or field.open:
            return text
        near, choices = nearest(text, field.choices), ", ".join(field.choices)
        self._findings.add("E105", where, near=near, value=text, key=field.key, choices=choices)
        return DROPPED

    # References

    def _reference(self, field: Field) -> Reader:
        kind, registry = field.to[0], self._registry
        known = registry.ids[kind]

        def read(value: Any, where: Where) -> Any:
            if type(value) is str:
                if value in known:
                    return value
                text = one_line(clean(value))
                if not text:
                    return EMPTY
                got = registry.one(kind, text, where)
                return DROPPED if got is None else got
            return self._wrong(field, value, where)

        return read

    def _party(self, field: Field) -> Reader:
        def read(value: Any, where: Where) -> Any:
            if type(value) is dict:
                return self._languages(field, value, where)
            if type(value) is not str:
                return self._wrong(field, value, where)
            text = one_line(clean(value))
            if not text:
                return EMPTY
            got = self._registry.party(field.to, text, where)
            return DROPPED if got is None else got

        return read

    def _any(self, text: str, field: Field, where: Where) -> Ref | Any:
        got = self._registry.any(text, where)
        return DROPPED if got is None else got

    # Numbers, shapes, days

    def _number(self, field: Field) -> Reader:
        def read(value: Any, where: Where) -> Any:
            if type(value) is not int and type(value) is not float:
                return self._wrong(field, value, where)
            if not field.low <= value <= field.high:
                self._findings.add("E106", where, key=field.key, value=str(value)[:40], low=field.low, high=field.high)
                return DROPPED
            return value

        return read

    def _quantity(self, field: Field) -> Reader:
        number, text = self._number(field), self._text(field)
        return lambda value, where: (number if type(value) in (int, float) else text)(value, where)

    def _flag(self, field: Field) -> Reader:
        return lambda value, where: value if type(value) is bool else self._wrong(field, value, where)

    def _point(self, field: Field) -> Reader:
        def read(value: Any, where: Where) -> Any:
            return (value[0], value[1]) if _is_point(value) else self._wrong(field, value, where)

        return read

    def _polygon(self, field: Field) -> Reader:
        add = self._findings.add

        def read(value: Any, where: Where) -> Any:
            if type(value) is not list or not all(map(_is_point, value)):
                return self._wrong(field, value, where)
            points = tuple((point[0], point[1]) for point in value)
            if len(points) > 1 and points[0] == points[-1]:
                points = points[:-1]  # closed by repeating the first corner
            if len(points) > CORNERS:
                add("E119", where, count=len(points), limit=CORNERS)
            elif len(points) < 3:
                add("E117", where, count=len(points))
            elif not is_simple(points):
                add("E118", where)
            else:
                return points
            return DROPPED if value else EMPTY

        return read

    def _calendar(self, field: Field) -> Reader:
        shape = field.shape

        def read(value: Any, where: Where) -> Any:
            got = _calendar_value(value, shape)
            if got is None:
                if type(value) is str and value.strip() and shape is not Shape.CLOCK:
                    self._findings.add("E107", where, value=one_line(clean(value))[:WORD])
                    return DROPPED
                return EMPTY if value == "" else self._wrong(field, value, where)
            if shape is Shape.MOMENT and isinstance(got, datetime) and got.tzinfo is not None:
                from guide.dates import zone

                return got.astimezone(zone(self.zone)).replace(tzinfo=None)
            return got

        return read


def _kept(text: str, field: Field, where: Where) -> str:
    return text


def _is_point(value: Any) -> bool:
    return (
        type(value) is list
        and len(value) == 2
        and all(type(part) in (int, float) and math.isfinite(part) and abs(part) <= 1e6 for part in value)
    )


def _mended_url(text: str) -> str:
    mended = "https://" + text.removeprefix("//")
    return mended if "." in text and ":" not in text and _URL.match(mended) else ""


def _calendar_value(value: Any, shape: Shape) -> Any:
    """A date, time or loose day from TOML's own or from its ISO form in quotes; None where it is none."""
    try:
        if shape is Shape.CLOCK:
            return time.fromisoformat(value) if type(value) is str else value if type(value) is time else None
        if shape is Shape.DAY:
            if type(value) is int and 1000 <= value <= 2999:
                return str(value)
            loose = _DAY.match(value) if type(value) is str else None
            if loose:
                return value if loose[2] is None or 1 <= int(loose[2]) <= 12 else None
        if type(value) is str:
            text = value.strip()
            return (
                date.fromisoformat(text)
                if len(text) == 10 or shape is not Shape.MOMENT
                else datetime.fromisoformat(text)
            )
        if type(value) is datetime:
            return value if shape is Shape.MOMENT else value.date()
        return value if type(value) is date else None
    except ValueError:
        return None
