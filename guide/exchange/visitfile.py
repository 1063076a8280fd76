"""A visit as JSON: written whole, and read back as the same visit.

An object with ``format``, ``version``, ``fair`` (the id), ``made``, and two lists. ``plan`` has the stops in order:
``id``, ``ref`` ("kind:id"), ``name``, ``day``, ``starts`` (both ISO 8601), ``minutes``, ``title``, ``where``,
``about``, ``meeting``. ``marks`` has the things in the order in which they were first marked: ``ref``, ``name``,
``favourite``, ``visited``, ``rating``, ``note``. What is empty is left out; keys that are not known are passed over.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

from guide.catalogue.model import Ref
from guide.errors import UnreadableError
from guide.exchange.selection import Selection
from guide.i18n import N_
from guide.text import clean
from guide.visit.compact import KINDS
from guide.visit.state import LONGEST_LINE, LONGEST_NOTE, MOST_STARS, Mark, Stop, Visit

FORMAT = "exhibition-guide/visit"
VERSION = 1
MOST_ITEMS = 100_000
"""Stops, and marks, that a file may have."""

_LONGEST_ID = 200
_MOST_MINUTES = 60 * 24 * 7
T = TypeVar("T")


class VisitFileError(UnreadableError):
    """The text is no visit that this guide can read."""


def visit_json(selection: Selection) -> str:
    """The selection's marks and plan as JSON."""
    visit = selection.visit
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "fair": selection.catalogue.fair.id,
        "made": selection.moment.isoformat(timespec="seconds"),
        "plan": [_stop_out(stop) for stop in visit.plan],
        "marks": [_mark_out(ref, mark) for ref, mark in visit.marks.items()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def read_json(text: str, fair: str) -> Visit:
    """The visit of a fair out of JSON; raises VisitFileError with the place of what is wrong."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise VisitFileError(
            N_("This is no visit of the guide: it is no JSON from line {line} on."),
            N_("Was the file copied to its end?"),
            line=line,
        ) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise VisitFileError(N_("This JSON is no visit of the guide."), N_("“guide export json --visit” makes one."))
    if whole.get("version") != VERSION:
        raise VisitFileError(
            N_("This visit is of version {version}, and this guide reads version {known}."),
            N_("A newer guide may read it."),
            version=clean(str(whole.get("version")))[:20],
            known=VERSION,
        )
    if whole.get("fair") != fair:
        raise VisitFileError(
            N_("This visit is of the fair {other}, and this is {fair}."),
            N_("Open that fair’s catalogue with --catalogue."),
            other=clean(str(whole.get("fair")))[:_LONGEST_ID],
            fair=fair,
        )
    plan = tuple(_Item(each, "plan", at).stop() for at, each in enumerate(_list(whole, "plan"), 1))
    keys = [stop.id for stop in plan]
    if len(set(keys)) < len(keys):
        raise VisitFileError(N_("Two stops of this plan have the same id."))
    marks = dict(_Item(each, "marks", at).mark() for at, each in enumerate(_list(whole, "marks"), 1))
    return Visit(MappingProxyType({ref: mark for ref, mark in marks.items() if not mark.empty}), plan)


def _stop_out(stop: Stop) -> dict[str, Any]:
    fields = {
        "id": stop.id,
        "ref": str(stop.ref) if stop.ref else None,
        "name": stop.name,
        "day": stop.day.isoformat() if stop.day else None,
        "starts": _clock(stop.starts) if stop.starts is not None else None,
        "minutes": stop.minutes,
        "title": stop.title,
        "where": stop.where,
        "about": stop.about,
        "meeting": stop.meeting,
    }
    return {key: value for key, value in fields.items() if value not in (None, "", False)}


def _clock(starts: time) -> str:
    return starts.isoformat() if starts.second or starts.microsecond else starts.isoformat(timespec="minutes")


def _mark_out(ref: Ref, mark: Mark) -> dict[str, Any]:
    fields = {
        "ref": str(ref),
        "name": mark.name,
        "favourite": mark.favourite,
        "visited": mark.visited,
        "rating": mark.rating,
        "note": mark.note,
    }
    return {key: value for key, value in fields.items() if value not in (None, "", False, 0)}


def _list(whole: Mapping[str, Any], key: str) -> list[Any]:
    items = whole.get(key, [])
    if not isinstance(items, list) or len(items) > MOST_ITEMS:
        raise VisitFileError(N_("“{key}” must be a list of at most {count} items."), key=key, count=MOST_ITEMS)
    return items


class _Item:
    """One entry of a list while it is read; whatever it cannot be is told with its place."""

    def __init__(self, value: Any, key: str, at: int) -> None:
        self._value, self._key, self._at = value if isinstance(value, dict) else {}, key, at
        if not isinstance(value, dict):
            self._refuse("")

    def stop(self) -> Stop:
        ref = self._value.get("ref")
        return Stop(
            self._text("id", _LONGEST_ID) or self._refuse("id"),
            self._ref() if ref is not None else None,
            self._made("day", date.fromisoformat),
            self._made("starts", _naive),
            self._number("minutes", 1, _MOST_MINUTES),
            self._text("title", LONGEST_LINE),
            self._text("where", LONGEST_LINE),
            self._text("about", LONGEST_LINE),
            self._flag("meeting"),
            self._text("name", LONGEST_LINE),
        )

    def mark(self) -> tuple[Ref, Mark]:
        return self._ref(), Mark(
            self._flag("favourite"),
            self._flag("visited"),
            self._number("rating", 0, MOST_STARS) or 0,
            self._text("note", LONGEST_NOTE),
            self._text("name", LONGEST_LINE),
        )

    def _ref(self) -> Ref:
        kind, colon, key = self._text("ref", _LONGEST_ID).partition(":")
        return Ref(kind, key) if colon and key and kind in KINDS else self._refuse("ref")

    def _text(self, key: str, limit: int) -> str:
        value = self._value.get(key, "")
        return clean(value)[:limit] if isinstance(value, str) else self._refuse(key)

    def _flag(self, key: str) -> bool:
        value = self._value.get(key, False)
        return value if isinstance(value, bool) else self._refuse(key)

    def _number(self, key: str, low: int, high: int) -> int | None:
        value = self._value.get(key)
        if value is None:
            return None
        return value if type(value) is int and low <= value <= high else self._refuse(key)

    def _made(self, key: str, make: Callable[[str], T]) -> T | None:
        value = self._value.get(key)
        if value is None:
            return None
        try:
            return make(value if isinstance(value, str) else "")
        except ValueError:
            self._refuse(key)

    def _refuse(self, key: str) -> NoReturn:
        if not key:
            raise VisitFileError(N_("Item {at} of “{list}” is no object."), list=self._key, at=self._at)
        raise VisitFileError(N_("Item {at} of “{list}”: “{key}” cannot be read."), list=self._key, at=self._at, key=key)


def _naive(text: str) -> time:
    moment = time.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError("a clock time of the fair has no zone")
    return moment
