"""Rows of a programme as its items: days and times put together, those who speak with their offices."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from guide.i18n import N_
from guide.intake import when
from guide.intake.booths import hall_label
from guide.intake.cell import Odd
from guide.intake.cell_lists import parts
from guide.intake.columns import Column
from guide.intake.draft import Record, Remark
from guide.intake.entry import Entry, Reading
from guide.intake.figures import minutes
from guide.intake.programme import Speaker, Talk, drafted, hall_of
from guide.intake.speaking import speakers_in

_BEHIND = re.compile(r"\s*\([^()]*\)$")
_ABOVE = N_("The day was taken from the row above.")


class Programme:
    """The rows of one sheet, gathered until all are known: their speakers are told apart across them."""

    def __init__(self, reading: Reading, year: int = 0, only: date | None = None) -> None:
        self._reading, self._year, self._only = reading, year, only
        self._talks: list[Talk] = []
        self._last: date | None = None
        self._order = self._day_or_month_first()
        self._guessed: dict[int, Remark] = {}
        self._clocks: dict[int, tuple[time, time | None]] = {}

    def _day_or_month_first(self) -> str:
        """In which order days are written, where figures with slashes leave it open; told where it is a guess."""
        columns = [c for c in self._reading.columns if c.field in ("date", "when", "starts", "time")]
        cells = {(c.field in ("date", "when"), row[c.at]): c for row in self._reading.rows for c in columns
                 if c.at < len(row)}  # fmt: skip
        days = [cell for is_day, cell in cells if is_day]
        order, guessed = when.order_of(days, [cell for _, cell in cells])
        if guessed and order:
            example = next(cell for cell in days if when.is_open(cell))
            found = when.span(example, self._year, order).date
            column = cells[True, example]
            self._reading.tell("I038", 0, column.name, example, found=found.isoformat() if found else "")
        return order

    def take(self, entry: Entry) -> None:
        """Takes the item of a row."""
        reading, row = self._reading, entry.origin.row
        titles: dict[str, str] = {}
        for column, cell in entry.all("title"):
            tag = column.language if titles or column.language else ""
            if titles.setdefault(tag, cell) != cell:
                entry.keep(column.name, cell)
        if len(titles) > 1 and (plain := titles.pop("", "")):
            tag = reading.language(plain) or "en"
            if titles.setdefault(tag, plain) != plain:
                entry.keep("title", plain)
        title = titles if len(titles) > 1 else next(iter(titles.values()), "")
        entry.keep_further("id", "track", "language", "when", "date", "time", "starts", "ends", "duration")
        day, starts, ends = self._times(entry)
        length = self._length(entry, starts, ends)
        begins: datetime | date | None = datetime.combine(day, starts) if day and starts else day
        key = entry.text("id")
        if starts and not day:  # times of day stand without a day, too: they are put when the item is
            self._clocks[row] = starts, ends
            key = key or reading.key(entry)
        room = entry.text("room")
        inside = [*entry.all("hall"), *entry.all("room")[1:]]  # «Зала» and «Павільён»: the room, and what it is in
        hall = inside[0][1] if inside else ""
        for column, cell in inside[1:]:
            entry.keep(column.name, cell)
        if hall and hall_label(hall_of(room)).casefold() != hall_label(hall).casefold() and not _says(room, hall):
            said = hall if not hall[:1].isdigit() else f"{inside[0][0].name} {hall}"
            room = f"{said}, {room}" if room else said
        self._talks.append(Talk(
            key=key,
            row=row,
            title=title,
            starts=begins,
            minutes=length,
            room=room,
            track=entry.text("track"),
            language=entry.text("language"),
            about="\n\n".join(dict.fromkeys(cell for _, cell in entry.all("about"))),
            speakers=self._speakers(entry),
            organisations=[part for column, cell in entry.all("organisations") for part in parts(cell, column)],
        ))  # fmt: skip
        reading.keep(entry)

    def more(self, entry: Entry) -> None:
        """Takes more of the item above, from a row that names none."""
        talk = self._talks[-1]
        talk.speakers = [*talk.speakers, *self._speakers(entry)]
        talk.organisations = [
            *talk.organisations,
            *(part for column, cell in entry.all("organisations") for part in parts(cell, column)),
        ]
        if entry.all("about"):
            talk.about = f"{talk.about}\n\n{entry.text('about')}".strip()
        self._reading.keep(entry)

    def put(self) -> None:
        """Puts all items into the draft."""
        draft = self._reading.draft
        found = drafted(self._reading.file, self._talks, self._reading.asked)
        rows = draft.rows
        titled: dict[int, list[Record]] = {}
        for record in found:
            put = draft.put(record.table, record.key, self._worded(record.values), record.origins[0], record.id)
            put.origins += [origin for origin in record.origins if origin not in put.origins]
            put.remarks += [remark for remark in record.remarks if remark not in put.remarks]
            if record.table == "session":
                titled.setdefault(record.origins[0].row, []).append(put)
        for row, (starts, ends) in self._clocks.items():
            for item in titled.get(row, ()):
                item.add("starts", starts)
                item.add("ends", ends)
        for row, remark in self._guessed.items():
            for item in titled.get(row, ()):
                item.remarks.append(remark)
        for name, value in found.fair.items():
            draft.fair.setdefault(name, value)
        draft.oddities += found.oddities
        draft.unplaced += found.unplaced
        draft.rows = rows

    def _worded(self, values: dict[str, object]) -> dict[str, object]:
        reading = self._reading
        return {
            name: reading.text(value) if isinstance(value, str) and name in ("title", "room", "track", "about", "role")
            else value
            for name, value in values.items()
        }  # fmt: skip

    def _times(self, entry: Entry) -> tuple[date | None, time | None, time | None]:
        day = starts = ends = None
        for name in ("when", "date", "time", "starts", "ends"):
            for column, cell in entry.all(name)[:1]:
                found = when.span(cell, self._year, self._order)
                day = day or found.date
                if name == "ends":
                    ends = ends or found.starts
                elif name != "date" or found.starts:
                    starts = starts or found.starts
                    ends = ends or found.ends
                wanted = found.starts if name in ("time", "starts", "ends") else found.date
                if wanted is None and not (name == "starts" and found.date):
                    self._reading.odd(found.odd[0] if found.odd else Odd("I037" if name != "date" else "I036", cell),
                                      entry, column.name)  # fmt: skip
                    entry.keep(column.name, cell)
        if day is None and self._only is not None:
            day = self._only
        elif day is None and self._last is not None and (starts or self._reading.has("date", "when")):
            day = self._last
            self._guessed[entry.origin.row] = Remark("date", _ABOVE)
        self._last = day or self._last
        return day, starts, ends

    def _length(self, entry: Entry, starts: time | None, ends: time | None) -> int | None:
        for column, cell in entry.all("duration")[:1]:
            if (length := minutes(cell)) is not None:
                return length
            self._reading.odd(Odd("I037", cell), entry, column.name)
            entry.keep(column.name, cell)
        if starts is None or ends is None:
            return None
        some = date(2000, 1, 1)
        length = int((datetime.combine(some, ends) - datetime.combine(some, starts)) / timedelta(minutes=1))
        return length if length >= 0 else length + 24 * 60

    def _speakers(self, entry: Entry) -> Sequence[Speaker]:
        speakers: list[Speaker] = []
        beside = self._beside(entry)
        roles = [part for column, cell in entry.all("role") if column not in beside for part in parts(cell, column)]
        for column, cell in entry.all("speakers"):
            named = speakers_in(cell)
            if len(named) == 1:
                role, firm = ("; ".join(c for own, c in entry.all(name) if beside.get(own) == column)
                              for name in ("role", "affiliation"))  # fmt: skip
                named = [named[0]._replace(role=named[0].role or role, organisation=named[0].organisation or firm)]
            else:
                for own in (own for own, at in beside.items() if at == column):
                    entry.keep(own.name, next(c for each, c in (*entry.all("role"), *entry.all("affiliation"))
                                              if each == own))  # fmt: skip
            speakers += named
        for column, cell in entry.all("affiliation"):
            if column not in beside:
                entry.keep(column.name, cell)
        if len(roles) == len(speakers):
            speakers = [who._replace(role=who.role or role) for who, role in zip(speakers, roles, strict=True)]
        elif roles:
            entry.keep(entry.column("role"), entry.text("role"))
        for column, cell in entry.all("moderators"):
            speakers += speakers_in(cell, _office(column))
        return speakers

    def _beside(self, entry: Entry) -> dict[Column, Column]:
        """The columns of offices and firms that stand behind one of several columns of speakers, with that one.

        Where one column has all the speakers, only its firms are beside it: its offices are a list like itself.
        """
        named = [column for column in self._reading.columns if column.field == "speakers"]
        filled = {column for column, _ in entry.all("speakers")}
        names = ("role", "affiliation") if len(named) > 1 else ("affiliation",)
        beside = {}
        for column, _ in (each for name in names for each in entry.all(name)):
            before = [each for each in named if each.at < column.at]
            if before and before[-1] in filled:
                beside[column] = before[-1]
        return beside


def _says(room: str, hall: str) -> bool:
    """Whether the name of a room has that of the hall in it; its number only tells where the word for a hall is."""
    return not hall[:1].isdigit() and hall.casefold() in room.casefold()


def _office(column: Column) -> str:
    """What a column of moderators is called, as the office of one: its name, or the word for it."""
    name = _BEHIND.sub("", column.name.replace("(s)", "").replace("(ы)", "")).casefold()
    plural = name.startswith(("модератор", "мадэратар", "moderator"))
    return name.removesuffix("ы").removesuffix("s") if plural else name
