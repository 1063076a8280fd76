"""Lists in columns as drafts: every sheet by itself, every row accounted for.

A sheet is laid out (:mod:`guide.intake.header`), its columns get their fields (:mod:`guide.intake.assigned`), its
rows are sorted (:mod:`guide.intake.lines`) and made into records, each list by a module of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from guide.catalogue.problems import Said
from guide.i18n import N_
from guide.intake import own_table, rows_exhibitors, rows_halls, rows_people, rows_stands
from guide.intake.assigned import EXHIBITORS, HALLS, PEOPLE, PLACELESS, PROGRAMME, STANDS, assigned
from guide.intake.before_names import BeforeNames
from guide.intake.cell_lists import with_commas
from guide.intake.columns import BY_CONTENT, NEAR, Column, meaning_of
from guide.intake.conflicts import in_words
from guide.intake.draft import Draft, Origin, Record, Unplaced
from guide.intake.entry import Entry, Reading
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.grid import letters_of
from guide.intake.header import Layout, filled, laid_out, shown
from guide.intake.headings import KEPT, LEFT_OUT
from guide.intake.lines import (
    HEADING,
    LEFT,
    MORE,
    RECORD,
    REMARK,
    REPEATED,
    Sorted,
    above,
    day_of,
    heading_text,
    sorted_lines,
)
from guide.intake.oddities import Oddity
from guide.intake.rows_programme import Programme
from guide.intake.sheet import Sheet, sheets_of
from guide.intake.standing import CANCELLED, OPEN, columns_of_standing, standing_of
from guide.intake.titles import fair_of, year_of
from guide.intake.told_columns import meanings_told, prove_there
from guide.intake.unrolled import unrolled
from guide.uncollected import uncollected

_NAMING = ("name", "title", "person", "stand")

TICK = 200
"""Rows between two calls of ``asked.tick``."""

_TAKERS: Mapping[str, Callable[[Reading, Entry], Record | None]] = MappingProxyType(
    {EXHIBITORS: rows_exhibitors.take, PEOPLE: rows_people.take, STANDS: rows_stands.take, HALLS: rows_halls.take}
)
_UNDER: Mapping[str, frozenset[str]] = MappingProxyType({
    EXHIBITORS: frozenset(("hall", "country", "region", "sectors")),
    PROGRAMME: frozenset(("date", "room", "track")),
    STANDS: frozenset(("hall",)),
    PEOPLE: frozenset(),
    HALLS: frozenset(),
})  # fmt: skip


class _List(NamedTuple):
    """One sheet that is a list: what it is of, how it is laid out, what its columns are for."""

    name: str
    sheet: Sheet
    layout: Layout
    kind: str
    columns: tuple[Column, ...]


def read(files: Sequence[Incoming], asked: Asked) -> Draft:
    """The lists of the files as one draft.

    Raises ForeignError for a file in which no sheet is a list, UsageError for a column or a field told wrongly.
    """
    told = meanings_told(asked.columns, asked.kept_columns)
    draft = Draft()
    lists: list[_List] = []
    there: list[str] = []
    with uncollected():
        for file in files:
            listed: list[_List] = []
            ours = False
            sheets = sheets_of(file, asked.tick)
            for sheet in sheets:
                name = f"{file.name} [{sheet.name}]" if sheet.name and len(sheets) > 1 else file.name
                if own_table.taken(sheet, draft, name):
                    draft.oddities += sheet.oddities
                    ours = True
                    continue
                sheet = unrolled(sheet)  # noqa: PLW2901
                draft.oddities += sheet.oddities
                layout = laid_out(sheet.rows, told)
                there += [*shown(layout).values(), *layout.names]
                kind, columns = assigned(layout, told)
                if kind:
                    listed.append(_List(name, sheet, layout, kind, columns))
                elif sheet.rows:
                    _leave_out(draft, name, sheet)
            sure = [each for each in listed if each.layout.header or len(each.columns) > 1]
            if any(each.layout.header for each in listed):  # beside lists with headers, words alone are a legend
                sure = [each for each in sure if each.layout.header or _tells(each.columns)]
            for each in listed:
                if sure and each not in sure:
                    _leave_out(draft, each.name, each.sheet)
            lists += sure or listed
            if not listed and not ours:
                prove_there(asked.columns, there)
                raise ForeignError(
                    N_("No column of {file} names exhibitors, items of a programme or people."),
                    N_("To say which one does: --map \"{column}=name\""),
                    file=file.name,
                    column=next((name for name in there if name), "A"),
                )  # fmt: skip
        prove_there(asked.columns, there)
        whole = sum(len(each.layout.body) for each in lists)
        done = 0
        for each in lists:
            _Rows(draft, asked, each, done, whole).read()
            done += len(each.layout.body)
        asked.tick(whole, whole)
    return draft


def _tells(columns: Iterable[Column]) -> bool:
    """Whether columns without names are of more than names."""
    return bool({column.field for column in columns} - PLACELESS - {"", "name", "number"})


def _leave_out(draft: Draft, name: str, sheet: Sheet) -> None:
    """Tells of a sheet that is no list; its cells are kept under the letters of their columns."""
    number, cells = sheet.rows[0]
    draft.oddities.append(Oddity("I019", name, number, "", next((cell for cell in cells if cell), "")[:80]))
    for row, texts in sheet.rows:
        kept = {letters_of(n): text for n, text in enumerate(texts, 1) if text}
        draft.unplaced.append(Unplaced(Origin(name, row), kept))


class _Rows:
    """The rows of one list on their way into the draft."""

    def __init__(self, draft: Draft, asked: Asked, each: _List, done: int, whole: int) -> None:
        self._draft, self._asked, self._list = draft, asked, each
        self._done, self._whole = done, whole
        rows = [cells for _, cells in each.layout.body]
        self._columns = with_commas(each.columns, rows)
        self._reading = Reading(draft, asked, each.name, self._columns, rows)
        self._before = BeforeNames(self._columns, each.layout.body, each.sheet.indented)
        self._standing = columns_of_standing(self._columns)
        self._under: dict[str, str] = {}
        self._last: Record | None = None

    def read(self) -> None:
        """Puts every row where it belongs."""
        kind, layout = self._list.kind, self._list.layout
        self._tell_columns()
        self._tell_title()
        programme = Programme(self._reading, *self._days()) if kind == PROGRAMME else None
        gone = False  # whether the last row is cancelled: what goes on below it is, too
        for n, line in enumerate(sorted_lines(layout, kind, self._columns, self._days()[0])):
            if not n % TICK:
                self._asked.tick(self._done + n, self._whole)
            if line.what in (HEADING, LEFT):
                self._aside(line)
                continue
            self._draft.rows += 1
            if line.what == RECORD:
                gone = bool(self._standing) and self._cancelled(line)
            if gone:
                if line.what != RECORD:
                    self._keep(line)
                continue
            if line.what == RECORD:
                if programme is not None:
                    programme.take(self._reading.entry(line.number, line.cells, self._under))
                else:
                    self._put(line)
            elif line.what == MORE and (programme is not None or (kind == EXHIBITORS and self._last is not None)):
                entry = self._reading.entry(line.number, line.cells, {})
                self._reading.tell("I018", line.number, "", _first(line.cells))
                if programme is not None:
                    programme.more(entry)
                elif self._last is not None:
                    rows_exhibitors.more(self._reading, entry, self._last)
            else:
                self._nameless(line)
        if programme is not None:
            programme.put()

    def _put(self, line: Sorted) -> None:
        """The record of a row, or those of several firms in one cell."""
        kind = self._list.kind
        several = self._before.each(line.cells) if kind == EXHIBITORS else (line.cells,)
        for cells in several:
            self._last = _TAKERS[kind](self._reading, self._reading.entry(line.number, cells, self._under))
            self._guest(line)
        if len(several) > 1:
            self._reading.tell("I114", line.number, "", _first(line.cells), count=len(several))

    def _guest(self, line: Sorted) -> None:
        """The exhibitor of a row that stands indented below another one is its guest."""
        record = self._last
        if self._list.kind == EXHIBITORS and record and (host := self._before.host_of(line.number, line.cells, record)):
            self._reading.tell("I111", line.number, "", _first(line.cells), host=in_words(host.values.get("name", "")))

    def _aside(self, line: Sorted) -> None:
        """A heading holds for the rows below it; what is no record is told."""
        reading = self._reading
        if line.what == HEADING and line.field in _UNDER[self._list.kind]:
            self._under[line.field] = line.text
            reading.tell("I012", line.number, "", line.text, field=line.field)
        else:
            what = line.text if line.what == LEFT else REMARK
            reading.tell("I013", line.number, "", _first(line.cells), what=Said(what))
            if what != REPEATED and len(set(filled(line.cells))) > 1:
                self._keep(line)

    def _cancelled(self, line: Sorted) -> bool:
        """Whether the row says that it will not be: then it is told and kept; told, too, if that is not sure yet."""
        said = {standing_of(cell): cell for at in self._standing if at < len(line.cells) and (cell := line.cells[at])}
        name = _first(line.cells[column.at] for column in self._columns if self._names(column, line.cells))
        column = next(column.name for column in self._columns if column.at == self._standing[0])
        if CANCELLED in said:
            self._reading.tell("I053", line.number, column, name)
            self._keep(line)
        elif OPEN in said:
            self._reading.tell("I100", line.number, column, name, found=said[OPEN])
        return CANCELLED in said

    @staticmethod
    def _names(column: Column, cells: Sequence[str]) -> bool:
        return column.field in _NAMING and column.at < len(cells)

    def _nameless(self, line: Sorted) -> None:
        name = next((column.name for column in self._columns if column.field in _NAMING), "")
        self._reading.tell("I014", line.number, name, _first(line.cells))
        self._keep(line)

    def _keep(self, line: Sorted) -> None:
        """Keeps all cells of a row that becomes no record."""
        entry = Entry(self._reading.origin(line.number))
        for column in self._columns:
            if column.field != LEFT_OUT and column.at < len(line.cells) and line.cells[column.at]:
                entry.keep(column.name, line.cells[column.at])
        self._reading.keep(entry)

    def _tell_columns(self) -> None:
        """The mapping used, and what of it was guessed or is not known."""
        layout, reading = self._list.layout, self._reading
        row = layout.header[-1] if layout.header else 0
        if not layout.header:
            reading.tell("I015")
        for column in self._columns:
            field = LEFT_OUT if column.field == "number" else column.field
            if not any(column.at < len(cells) and cells[column.at] for _, cells in layout.body):
                field = field or LEFT_OUT  # a name without a cell
            self._map(column, f"{field}.{column.language}" if field and column.language else field)
            if column.how == BY_CONTENT and column.field:
                reading.tell("I011", row, column.name, "", field=column.field, column=column.name)
            elif column.how == NEAR and column.field:
                reading.tell("I017", row, column.name, column.name, meant=column.meant, column=column.name)
            if field in PLACELESS | {"", KEPT} and not (column.how == "asked" and field == KEPT):
                reading.tell("I010", row, column.name, "", column=column.name)

    def _map(self, column: Column, field: str) -> None:
        """Notes what a column is for; of two lists that take one name otherwise, what it is by itself suits both."""
        there = self._draft.columns.get(column.name, "")
        if there not in ("", LEFT_OUT, KEPT, field) and field not in ("", LEFT_OUT, KEPT):
            own = meaning_of(column.name, "", slips=True)
            there = field = f"{own.field}.{own.language}" if own.language else own.field or there
        self._draft.columns[column.name] = there if field in ("", LEFT_OUT, KEPT) and there else field

    def _tell_title(self) -> None:
        """What the title says of the fair; a line that says nothing is told."""
        for name, value in fair_of(text for _, text in self._list.layout.title).items():
            self._draft.fair.setdefault(name, value)
        year, only = self._days()
        for number, text in ((0, self._list.sheet.name), *self._list.layout.title):
            if self._list.kind == PROGRAMME and number and not only and (day := day_of(text, year)):
                self._under["date"] = day.isoformat()  # the first of several, each above its items
                self._reading.tell("I012", number, "", text, field="date")
                continue
            if field := above(text, self._list.kind):
                self._under[field] = heading_text(text)
                self._reading.tell("I012", number, "", text, field=field)
                continue
            if number and not fair_of([text]):
                self._reading.tell("I013", number, "", text[:200], what=Said(REMARK))

    def _days(self) -> tuple[int, date | None]:
        """The year of days that name none, and the day of all items where the title names one only."""
        texts = [text for _, text in self._list.layout.title]
        said = fair_of(texts)
        starts = said.get("starts") or self._draft.fair.get("starts")
        year = starts.year if isinstance(starts, date) else year_of(texts)
        only = said.get("starts") if said.get("starts") == said.get("ends") else None
        dated = any(column.field in ("date", "when") for column in self._columns)
        return year, only if isinstance(only, date) and not dated else None


def _first(cells: Iterable[str]) -> str:
    return next((cell for cell in cells if cell), "")[:200]
