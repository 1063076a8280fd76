"""The values of a visit as the rows of its file and back; what a row should not hold is read as if it were not there.

A file can be damaged in ways that no check of SQLite sees, so nothing that is read is trusted: texts are cleaned,
numbers and dates that make no sense are left out.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from guide.catalogue.model import Ref
from guide.text import clean, one_line
from guide.visit.changes import Change
from guide.visit.journal import Question, Tied
from guide.visit.state import LONGEST_NOTE, MOST_STARS, Mark, Stop

Row = tuple[Any, ...]

MARKS = (
    "SELECT CAST(kind AS TEXT), CAST(id AS TEXT), favourite = 1, visited = 1,"
    f" CASE WHEN rating IN ({', '.join(map(str, range(1, MOST_STARS + 1)))}) THEN rating ELSE 0 END,"
    f" substr(CAST(note AS TEXT), 1, {LONGEST_NOTE}), CAST(name AS TEXT)"
    " FROM marks NOT INDEXED WHERE fair = ? AND (favourite = 1 OR visited = 1 OR rating <> 0 OR note <> '')"
    " ORDER BY rowid"
)
"""All marks of a fair, in the order in which things were first marked; see :func:`marks`."""

STOPS = (
    "SELECT id, kind, ref, day, starts, minutes, title, place, about, meeting, name, position"
    " FROM stops WHERE fair = ? ORDER BY position, rowid"
)
"""The plan of a fair; see :func:`stop`."""

QUESTIONS = "SELECT at, asked, kind, ref, language, found, name, id FROM questions WHERE fair = ? ORDER BY id"
"""The journal of a fair; see :func:`question`."""

ALIASES = "SELECT kind, id, text, name FROM aliases WHERE fair = ? ORDER BY rowid"
"""The aliases tied at a fair; see :func:`tied`."""


def kept(text: str) -> str:
    """The text as SQLite can keep it: without lone surrogates, and NUL, at which it may stop, as the sign for it."""
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    return text.replace("\0", "\u2400")


def marks(rows: Iterable[Row]) -> MappingProxyType[Ref, Mark]:
    """The marks of :data:`MARKS`."""
    found = list(rows)
    # One look at all texts together: nearly always there is nothing to clean, and ten thousand looks take their time.
    together = "\n".join([text for row in found for text in (row[0], row[1], row[5], row[6]) if text])
    if clean(together) != together:
        found = [(*map(_text, row[:2]), *row[2:5], *map(_text, row[5:])) for row in found]
    kinds = {row[0]: row[0] for row in found}  # one text a kind: they are compared often, and the same is soon told
    return MappingProxyType({
        Ref(kinds[kind], key): Mark(favourite == 1, visited == 1, rating, note, name)
        for kind, key, favourite, visited, rating, note, name in found
    })  # fmt: skip


def row_of_mark(fair: str, ref: Ref, mark: Mark) -> Row:
    """Fair, kind, id and what is marked."""
    return (
        kept(fair), kept(ref.kind), kept(ref.id),
        int(mark.favourite), int(mark.visited), mark.rating, kept(mark.note), kept(mark.name),
    )  # fmt: skip


def stop(row: Row) -> Stop:
    """A stop of :data:`STOPS`, whose last column is not looked at."""
    key, kind, ref, day, starts, minutes, title, place, about, meeting, name = row[:11]
    return Stop(
        _text(key), _ref(kind, ref), _day(day), _time(starts), _minutes(minutes),
        _text(title), _text(place), _text(about), meeting == 1, _text(name),
    )  # fmt: skip


def row_of_stop(fair: str, stop: Stop, position: int) -> Row:
    """Fair, id, position and the rest, in the order of the table's columns."""
    return (
        kept(fair), kept(stop.id), position, *_pair(stop.ref),
        stop.day.isoformat() if stop.day else None, stop.starts.isoformat() if stop.starts else None,
        _minutes(stop.minutes), kept(stop.title), kept(stop.where), kept(stop.about), int(stop.meeting),
        kept(stop.name),
    )  # fmt: skip


def question(row: Row) -> Question | None:
    """A question of :data:`QUESTIONS`; None where nobody could tell when it was asked."""
    at, asked, kind, ref, language, found, name, key = row
    try:
        return Question(
            datetime.fromisoformat(at), _text(asked), _ref(kind, ref), _text(language), found == 1, _text(name), key
        )
    except (TypeError, ValueError):
        return None


def row_of_question(fair: str, question: Question) -> Row:
    """Fair, time, question, language, whether something was found, and the choice."""
    return (
        kept(fair), question.at.isoformat(), kept(question.asked), kept(question.language),
        int(question.found), *_pair(question.ref), kept(question.name),
    )  # fmt: skip


def row_of_choice(fair: str, key: int, ref: Ref | None, name: str) -> Row:
    """Kind, id and name of what was chosen, fair, and the question's id."""
    return (*_pair(ref), kept(one_line(clean(name))), kept(fair), key)


def tied(row: Row) -> Tied:
    """An alias of :data:`ALIASES`."""
    kind, key, text, name = row
    return Tied(Ref(_text(kind), _text(key)), _text(text), _text(name))


def row_of_alias(fair: str, alias: Tied) -> Row:
    """Fair, kind, id, text, name."""
    return kept(fair), kept(alias.ref.kind), kept(alias.ref.id), kept(alias.text), kept(alias.name)


# A change as JSON: a mark is a list of its fields, a stop of the table's columns.


def body_of(change: Change) -> str:
    """A change as JSON in one line."""
    body = {
        "what": change.what,
        "name": change.name,
        "marks": [[*ref, _mark_out(before), _mark_out(after)] for ref, before, after in change.marks],
        "stops": [[key, _stop_out(before), _stop_out(after)] for key, before, after in change.stops],
        "order": change.order,
    }
    return json.dumps({key: value for key, value in body.items() if value}, separators=(",", ":"))


def change(body: Any) -> Change | None:
    """A change of :func:`body_of`; None where it cannot be read."""
    try:
        given = json.loads(body)
        order = given.get("order")
        return Change(
            _text(given.get("what", "")),
            _text(given.get("name", "")),
            tuple(
                (Ref(_text(kind), _text(key)), _mark_in(before), _mark_in(after))
                for kind, key, before, after in given.get("marks", ())
            ),
            tuple((_text(key), _stop_in(before), _stop_in(after)) for key, before, after in given.get("stops", ())),
            (tuple(map(_text, order[0])), tuple(map(_text, order[1]))) if order else None,
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _mark_out(mark: Mark) -> list[Any]:
    return [int(mark.favourite), int(mark.visited), mark.rating, mark.note, mark.name]


def _mark_in(given: Any) -> Mark:
    favourite, visited, rating, note, name = given
    stars = rating if rating in range(MOST_STARS + 1) else 0
    return Mark(favourite == 1, visited == 1, stars, _text(note)[:LONGEST_NOTE], _text(name))


def _stop_out(stop: Stop | None) -> list[Any] | None:
    if stop is None:
        return None
    _, key, _, *rest = row_of_stop("", stop, 0)
    return [key, *rest]


def _stop_in(given: Any) -> Stop | None:
    return None if given is None else stop(tuple(given))


# Single values.


def _text(value: Any) -> str:
    return clean(value) if isinstance(value, str) else ""


def _ref(kind: Any, key: Any) -> Ref | None:
    return Ref(clean(kind), clean(key)) if isinstance(kind, str) and isinstance(key, str) else None


def _pair(ref: Ref | None) -> tuple[str | None, str | None]:
    return (kept(ref.kind), kept(ref.id)) if ref else (None, None)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _time(value: Any) -> time | None:
    try:
        return time.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None


_LONGEST_STOP = 60 * 24 * 366


def _minutes(value: Any) -> int | None:
    return max(0, min(value, _LONGEST_STOP)) if isinstance(value, int) else None
