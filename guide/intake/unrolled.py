"""Sheets that are no list in columns, made into one: a programme with a column for each room, cards of «Name: value».

The rows keep their numbers: several items of one row, or the lines of one card, are told by the first line of them.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from guide.intake.columns import EXACT, meaning_of
from guide.intake.content import TIME, WHEN, looks_like
from guide.intake.header import Line, filled
from guide.intake.lines import ROOM
from guide.intake.oddities import Oddity
from guide.intake.sheet import Sheet

_LOOKED_AT = 12  # rows at the head of a sheet
_ENOUGH = 0.6
_WHEN = frozenset(("date", "time", "starts", "ends", "when", "duration", "number"))
_ROOMS = frozenset(("hall", "room", "stand"))
_NAMING = frozenset(("name", "organisation", "legal_name", "title", "person"))
_PAIR = re.compile(r"([^\W\d][^:\n]{1,40}?)\s*:\s+(.+)", re.DOTALL)
_LABEL = re.compile(r"\s(?:№\s?)?(?:[^\W\d_]|[^\W\d_]?\d{1,3})$")  # «Зал В», "Hall 2"
_MOST = 2000  # rows up to which cards are looked for


def unrolled(sheet: Sheet) -> Sheet:
    """The sheet as a list in columns, told where it was none; the same where it is one already."""
    if rows := _of_rooms(sheet.rows):
        return sheet._replace(rows=rows, oddities=(*sheet.oddities, Oddity("I112", sheet.file)))
    if rows := _of_cards(sheet.rows):
        return sheet._replace(rows=rows, oddities=(*sheet.oddities, Oddity("I113", sheet.file)), indented=())
    return sheet


def _of_rooms(rows: Sequence[Line]) -> list[Line]:
    """The rows of a programme in whose header times are followed by the names of rooms; empty for any other sheet."""
    at = next((n for n, (_, cells) in enumerate(rows[:_LOOKED_AT]) if _names_rooms(cells)), None)
    if at is None:
        return []
    number, names = rows[at]
    first = next(n for n, name in enumerate(names) if _is_room(name))
    body = rows[at + 1 :]
    timed = sum(any(looks_like(cell) in (TIME, WHEN) for cell in cells[:first]) for _, cells in body)
    if timed < _ENOUGH * sum(len(filled(cells)) > 1 for _, cells in body) or not timed:
        return []
    found = [*rows[:at], (number, (*names[:first], "room", "title"))]
    for line in body:
        when, items = line[1][:first], line[1][first : len(names)]
        if not any(when) or not any(items):
            found.append(line)
            continue
        for text, rooms in groupby(range(len(items)), key=lambda n, items=items: items[n]):  # type: ignore[misc]
            where = [names[first + n] for n in rooms]
            if text:
                room = "" if len(where) == len(names) - first else ", ".join(where)
                found.append((line[0], (*when, room, text)))
    return found


def _names_rooms(cells: Sequence[str]) -> bool:
    first = next((n for n, cell in enumerate(cells) if _is_room(cell)), 0)
    rooms = cells[first:]
    return (
        first > 0
        and len(rooms) > 1
        and len(set(rooms)) == len(rooms)
        and all(map(_is_room, rooms))
        and all(meaning_of(cell).field in _WHEN for cell in cells[:first] if cell)
        and any(meaning_of(cell).field in ("time", "starts", "when") for cell in cells[:first] if cell)
    )


def _is_room(cell: str) -> bool:
    """Whether the name of a column is that of one room: «Зал А», not «Зал»."""
    if len(cell) > 60 or not ROOM.match(cell):
        return False
    meaning = meaning_of(cell)
    return bool(_LABEL.search(cell)) or not (meaning.field in _ROOMS and meaning.how == EXACT)


def _of_cards(rows: Sequence[Line]) -> list[Line]:
    """Cards one below the other, each with its lines of «Name: value», as a list; empty for any other sheet."""
    if not len(rows) >= 4 or max(len(cells) for _, cells in rows[:50]) > 2:
        return []
    pairs = [_pair(cells) for _, cells in rows[:_MOST]]
    if sum(pair is not None for pair in pairs) < 0.8 * len(pairs):
        return []
    names = list(dict.fromkeys(pair[0] for pair in map(_pair, (cells for _, cells in rows)) if pair))
    naming = {name for name in names if meaning_of(name).field in _NAMING}
    if len(names) < 2 or not any(sum(pair is not None and pair[0] == name for pair in pairs) > 1 for name in naming):
        return []
    found: list[Line] = []
    header: int | None = None
    card: dict[str, str] = {}
    begins, last = 0, ""
    for number, cells in rows:
        pair = _pair(cells)
        if pair is None and header is None:
            found.append((number, cells))
            continue
        if pair is None:
            card[last] = f"{card[last]}\n{' '.join(filled(cells))}"  # goes on
            continue
        if header is None:
            header = number
            found.append((number, tuple(names)))
        if pair[0] in card:
            found.append((begins, tuple(card.get(name, "") for name in names)))
            card = {}
        begins = begins if card else number
        last, card[pair[0]] = pair[0], pair[1]
    found.append((begins, tuple(card.get(name, "") for name in names)))
    return found


def _pair(cells: Sequence[str]) -> tuple[str, str] | None:
    """The name and the value of a line of a card, in one cell or in two; None where it is no such line."""
    if len(cells) == 1 and (said := _PAIR.match(cells[0])):
        name, value = said[1], said[2]
    elif len(cells) == 2 and cells[0] and cells[1]:
        name, value = cells[0].rstrip(" :"), cells[1]
    else:
        return None
    name = " ".join(name.split())
    meaning = meaning_of(name)
    return (name, value) if meaning.field and meaning.how == EXACT else None
