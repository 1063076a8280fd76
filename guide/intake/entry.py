"""One row of a list as its cells by field, and what is found on the way: oddities, cells that no key is for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from guide.catalogue.problems import Said
from guide.intake.assigned import PLACELESS
from guide.intake.cell import Odd
from guide.intake.columns import Column
from guide.intake.content import EXPECTED, FOUND, misplaced
from guide.intake.draft import Draft, Origin, Record, Remark, Unplaced, language_of
from guide.intake.files import Asked
from guide.intake.headings import KEPT, LEFT_OUT
from guide.intake.oddities import Oddity
from guide.intake.scripts import alphabet_of, lost_letters, mixed

_SPELT = frozenset((
    "name", "legal_name", "aliases", "country", "region", "city", "people", "person", "first_name", "last_name",
    "title", "speakers", "organisation", "organisations", "host", "sectors", "products", "role", "room", "track",
))  # fmt: skip
_KEPT_ONLY = PLACELESS | {"", KEPT}
_HEARD = 500  # rows that tell a sheet's language
_RUSSIAN, _BELARUSIAN = frozenset("ищъ"), frozenset("іў")


@dataclass(slots=True)
class Entry:
    """One row while it is read.

    ``cells`` are the filled cells by field, each with its column; ``left`` is what could not be placed, by the names
    of columns; ``remarks`` are the guesses.
    """

    origin: Origin
    cells: dict[str, list[tuple[Column, str]]] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The first cell of a field, "" where none is filled."""
        there = self.cells.get(name)
        return there[0][1] if there else ""

    def all(self, name: str) -> list[tuple[Column, str]]:
        """All filled cells of a field with their columns."""
        return self.cells.get(name, [])

    def column(self, name: str) -> str:
        """What the first filled column of a field is called, "" where none is filled."""
        there = self.cells.get(name)
        return there[0][0].name if there else ""

    def keep(self, column: str, text: str) -> None:
        """Keeps what no key is for, by its column; what a heading above the rows says is told there."""
        there = self.left.get(column, "")
        if column and f"; {text}; " not in f"; {there}; ":
            self.left[column] = f"{there}; {text}" if there else text

    def keep_further(self, *names: str) -> None:
        """Keeps what further columns say of fields that have one value."""
        for name in names:
            for column, cell in self.all(name)[1:]:
                if cell != self.text(name):
                    self.keep(column.name, cell)


class Reading:
    """The rows of one sheet on their way into a draft."""

    def __init__(
        self, draft: Draft, asked: Asked, file: str, columns: Iterable[Column], rows: Sequence[Sequence[str]]
    ) -> None:
        self.draft, self.asked, self.file = draft, asked, file
        self.columns = [column for column in columns if column.field != LEFT_OUT]
        self.rows = rows
        self.belarusian = False
        self.tongue = ""  # of most texts: "ru", "be", or "" for what is not Cyrillic
        self.alphabet = alphabet_of(
            row[column.at] for column in self.columns if column.field == "stand" for row in rows if column.at < len(row)
        )
        self._keyed: Counter[int] = Counter()  # a row has several records where lists stand side by side
        self._put: set[tuple[str, str]] = set()
        self._told: set[tuple[str, int, str, str]] = set()
        self._fields = {column.field for column in self.columns}
        self._listen(cell for row in rows[:_HEARD] for cell in row if cell and not cell.isascii())

    def _listen(self, texts: Iterable[str]) -> None:
        """Learns whether Cyrillic texts that do not tell are Belarusian: by the letters of the others."""
        belarusian = russian = cyrillic = heard = 0
        for text in texts:
            letters = set(text.casefold())
            heard += 1
            cyrillic += language_of(text) != "en"
            belarusian += bool(letters & _BELARUSIAN)
            russian += bool(letters & _RUSSIAN)
        self.belarusian = belarusian > russian
        self.tongue = self.asked.language or ("" if 2 * cyrillic <= heard else "be" if self.belarusian else "ru")

    def entry(self, number: int, cells: tuple[str, ...], under: Mapping[str, str]) -> Entry:
        """The cells of a row by field; ``under`` is what headings above it say, by field."""
        entry = Entry(self.origin(number))
        by_field = entry.cells
        moved: list[tuple[Column, str, str]] = []
        width = len(cells)
        for column in self.columns:
            if column.at >= width or not (cell := cells[column.at]):
                continue
            name = column.field
            if name in _KEPT_ONLY:
                entry.keep(column.name, cell)
                continue
            if name in EXPECTED and (sort := misplaced(cell, name)):
                moved.append((column, cell, sort))
                continue
            if name in _SPELT and (odd := _spelling(cell)):
                for code, values in odd:
                    self.odd(Odd(code, cell, dict(values)), entry, column.name)
            there = by_field.get(name)
            if there is None:
                by_field[name] = [(column, cell)]
            else:
                there.append((column, cell))
        for column, cell, sort in moved:
            self._move(entry, column, cell, sort)
        for name, text in under.items():
            if name not in by_field:
                by_field[name] = [(Column(-1, ""), text)]
        return entry

    def _move(self, entry: Entry, column: Column, cell: str, sort: str) -> None:
        """A value in the wrong column goes into the right one, where that is empty, else to what is kept."""
        place = {"social": "site"}.get(sort, sort)
        values = {"found": Said(FOUND[sort]), "expected": Said(EXPECTED[column.field])}
        self.odd(Odd("I009", cell, values), entry, column.name)
        if place in ("email", "phone", "site") and place not in entry.cells and column.field != "person":
            entry.cells[place] = [(column, cell)]
        else:
            entry.keep(column.name, cell)

    def odd(self, odd: Odd, entry: Entry, column: str, name: str = "") -> None:
        """Tells of an odd thing in a column of the row, each once; a guess is remarked on where the field is named."""
        at = odd.code, entry.origin.row, column, odd.value
        if at in self._told:
            return
        self._told.add(at)
        self.draft.oddities.append(odd.at(self.file, entry.origin.row, column))
        if name and odd.guessed:
            entry.remarks.append(odd.remark(name))

    def lost(self, entry: Entry, column: Column, text: str, expected: str) -> None:
        """A cell that was not understood: told, and kept."""
        self.odd(Odd("I016", text, {"expected": Said(expected)}), entry, column.name)
        entry.keep(column.name or column.field, text)

    def tell(self, code: str, row: int = 0, column: str = "", value: str = "", /, **values: Any) -> None:
        """Tells of something odd that no record is to blame for."""
        self.draft.oddities.append(Oddity(code, self.file, row, column, value, values))

    def put(self, table: str, key: str, values: Mapping[str, Any], entry: Entry, record_id: str = "") -> Record:
        """The record of a row, with its guesses; what is left of the row is kept."""
        record = self.draft.put(table, key, values, entry.origin, record_id)
        record.remarks += [remark for remark in entry.remarks if remark not in record.remarks]
        self.keep(entry)
        return record

    def keep(self, entry: Entry) -> None:
        """Keeps what no key is for."""
        if entry.left:
            self.draft.unplaced.append(Unplaced(entry.origin, dict(entry.left)))
            entry.left.clear()

    def origin(self, number: int) -> Origin:
        """Where a row is."""
        return Origin(self.file, number)

    def key(self, entry: Entry) -> str:
        """A key for a record that is known by its row alone."""
        row = entry.origin.row
        self._keyed[row] += 1
        again = self._keyed[row]
        return f"{self.file}#{row}" if again == 1 else f"{self.file}#{row}/{again}"

    def worded(self, text: str, language: str = "") -> dict[str, str]:
        """A free text where ids may stand, too: always a table of one language."""
        return {language or self.language(text) or language_of(text): text}

    def text(self, text: str, language: str = "") -> Any:
        """A text as a catalogue has it: a table of its language where that is known, else the plain text."""
        tag = language or self.language(text)
        return {tag: text} if tag else text

    def language(self, text: str) -> str:
        """The language of a text: what was asked for, else by Cyrillic letters Russian or Belarusian, else ""."""
        if self.asked.language:
            return self.asked.language
        if text.isascii():
            return ""
        letters = set(text.casefold())
        if letters & _BELARUSIAN:
            return "be"
        if letters & _RUSSIAN:
            return "ru"
        return ("be" if self.belarusian else "ru") if language_of(text) == "ru" else ""

    def has(self, *fields: str) -> bool:
        """Whether the sheet has a column for one of the fields."""
        return not self._fields.isdisjoint(fields)

    def once(self, table: str, key: str) -> bool:
        """Whether that is asked for the first time of a record: whoever is first puts it."""
        if (table, key) in self._put:
            return False
        self._put.add((table, key))
        return True


@lru_cache(maxsize=1 << 14)
def _spelling(cell: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What is odd in the letters of a cell: codes, and what fills their messages."""
    odd: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if ("?" in cell or "\ufffd" in cell) and lost_letters(cell):
        odd.append(("I003", ()))
    if not cell.isascii() and (letters := mixed(cell)):
        odd.append(("I004", (("letters", letters),)))
    if _quoted_badly(cell):
        odd.append(("I008", ()))
    return tuple(odd)


def _quoted_badly(cell: str) -> bool:
    """Whether quotes stand inside quotes and do not match: «ООО "Ромашка"», "„…", three straight ones."""
    if not any(quote in cell for quote in '«»„“”"'):
        return False
    straight = cell.count('"')
    return straight % 2 == 1 or '""' in cell or cell.count("«") != cell.count("»") or (
        "„" in cell and cell.count("„") != cell.count("“") + cell.count("”")
    )  # fmt: skip
