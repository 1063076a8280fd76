"""What was understood of others' files: records of a catalogue to be, before they have their ids.

A record's values are those of its table in the catalogue, by its keys, in plain types: texts, language tables
(``{"ru": "…"}``), numbers, dates, lists and inner tables of them. What refers to another record is a :class:`Link`,
by a key that any file names that record by: two files of one fair that speak of the same hall, stand or speaker
meet in it. :mod:`guide.intake.ids` makes ids of keys, :mod:`guide.intake.written` makes TOML of it all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from guide.intake.oddities import Oddity


class Origin(NamedTuple):
    """Where a record was read: the file's name, and the row or the item in it, counted from 1 (0: the whole file)."""

    file: str
    row: int = 0


class Link(NamedTuple):
    """A reference to a record of the draft: its table and its key."""

    table: str
    key: str


class Remark(NamedTuple):
    """Why a value is a guess: a msgid with its values, said in a comment above the value; ``field`` "" is the record.

    A value that is itself a msgid stands as :class:`guide.i18n.Said`.
    """

    field: str
    message: str
    values: Mapping[str, Any] = {}


_WHOLE = frozenset(("outline", "polygon", "origin", "at"))
_FEW = 8  # origins that are looked through one by one
"""Keys whose lists are one value: shapes and places."""


@dataclass(slots=True)
class Record:
    """One record of a table.

    ``key`` is unique in its table: of a hall its label as :func:`hall_key` gives it, of a stand
    :func:`stand_key`, of an exhibitor the file and the row, of a session the id that its file gives it, of a person
    its name as it is compared. ``id`` is what a file says that the id should be, "" where it says nothing.
    """

    table: str
    key: str
    values: dict[str, Any] = field(default_factory=dict)
    origins: list[Origin] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    id: str = ""
    others: dict[str, list[Any]] = field(default_factory=dict)
    """What a second row or file says otherwise, by key; :mod:`guide.intake.conflicts` chooses between them."""
    final: bool = False
    """Whether it stood so in a catalogue: it keeps its id, meets no other by evidence, and nothing is guessed of it."""
    _had: tuple[list[Origin], set[Origin]] | None = field(default=None, repr=False, compare=False)

    def copy(self) -> "Record":
        """The record anew, with what it has values for: what is added to one of them is not added to the other."""
        values = {name: value for name, value in self.values.items() if value or value == 0}
        others = {name: list(several) for name, several in self.others.items()}
        return Record(self.table, self.key, values, list(self.origins), list(self.remarks), self.id, others, self.final)

    def comes_from(self, origin: Origin) -> None:
        """Adds an origin, once; a hundred thousand rows may name one stand."""
        if len(self.origins) < _FEW:
            if origin not in self.origins:
                self.origins.append(origin)
            return
        if self._had is None or self._had[0] is not self.origins or len(self._had[1]) != len(self.origins):
            self._had = (self.origins, set(self.origins))
        had = self._had[1]
        if origin not in had:
            had.add(origin)
            self.origins.append(origin)

    def add(self, name: str, value: Any) -> None:
        """A value for that key: the first stays, lists are joined, tables take in what they lack, the rest is kept."""
        if value is None or value in ("", [], {}):
            return
        there = self.values.get(name)
        if there is None:
            self.values[name] = value
        elif name in _WHOLE:
            return  # the first stays: corners of two shapes are no shape
        elif isinstance(there, list) and isinstance(value, list):
            self.values[name] = there + [each for each in value if each not in there]
        elif (
            isinstance(there, dict) and isinstance(value, dict) and all(there.get(k, v) == v for k, v in value.items())
        ):
            self.values[name] = {**there, **value}
        elif value != there and value not in self.others.setdefault(name, []):
            self.others[name].append(value)


class Unplaced(NamedTuple):
    """Cells that no key of the catalogue is for, by the names of their columns; kept in ``[raw]``."""

    origin: Origin
    cells: Mapping[str, str]


@dataclass(slots=True)
class Draft:
    """What one file, or all files of a fair together, came to.

    ``fair`` holds the keys of ``[fair]`` that are known; ``rows`` counts the records read, whatever became of them;
    ``columns`` is what each column was taken for, by its name, for tables; ``fair_remarks`` are those on ``[fair]``.
    """

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    fair: dict[str, Any] = field(default_factory=dict)
    oddities: list[Oddity] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    rows: int = 0
    columns: dict[str, str] = field(default_factory=dict)
    fair_remarks: list[Remark] = field(default_factory=list)

    def of(self, table: str) -> dict[str, Record]:
        """The records of a table by their keys, in the order in which they came."""
        return self.records.setdefault(table, {})

    def put(self, table: str, key: str, values: Mapping[str, Any], origin: Origin, record_id: str = "") -> Record:
        """The record with that key: a new one, or the one there is, with what it does not say yet.

        Lists are joined, each item once; a second value for a key is kept among the record's ``others``.
        """
        record = self.of(table).get(key)
        if record is None:
            record = self.of(table)[key] = Record(table, key, id=record_id)
        record.id = record.id or record_id
        for name, value in values.items():
            record.add(name, value)
        record.comes_from(origin)
        return record

    def link(self, table: str, key: str, values: Mapping[str, Any], origin: Origin) -> Link:
        """A reference to the record with that key, which is put if it is not there."""
        self.put(table, key, values, origin)
        return Link(table, key)

    def __iter__(self) -> Iterator[Record]:
        return (record for records in self.records.values() for record in records.values())


@lru_cache(maxsize=1 << 12)
def hall_key(label: str) -> str:
    """What two spellings of a hall's label have in common: "Hall 10.2", «Зал 10.2», "10.2" -> "10.2"."""
    from guide.intake.booths import hall_label

    return hall_label(label).casefold()


@lru_cache(maxsize=1 << 14)
def stand_key(hall: str, code: str) -> str:
    """What two spellings of a stand have in common: ("10.2", "A-061 C-060") and ("10.2", "A061/C060") are the same.

    ``hall`` is the key of a hall, or "" where none is named.
    """
    from guide.intake.booths import code_key

    return f"{hall}#{code_key(code, hall)}"


def worded(text: str, language: str = "") -> dict[str, str]:
    """A free text where the catalogue takes ids too: a table of one language, told by its letters if not said."""
    return {language or language_of(text): text}


def language_of(text: str) -> str:
    """The language of a text as far as its letters tell: "be", "ru", or "en" for what is not Cyrillic."""
    letters = text.casefold()
    if any(letter in letters for letter in "ўі"):
        return "be"
    return "ru" if any("а" <= letter <= "я" or letter == "ё" for letter in letters) else "en"


def fullest(drafts: Iterable[Draft]) -> Draft:
    """Several drafts as one: records with the same key meet, and what stands first in a fair's facts stays."""
    whole = Draft()
    for draft in drafts:
        for record in draft:
            if record.key not in whole.of(record.table):
                whole.of(record.table)[record.key] = record.copy()
                continue
            joined = whole.put(record.table, record.key, record.values, record.origins[0], record.id)
            for origin in record.origins:
                joined.comes_from(origin)
            joined.remarks += [remark for remark in record.remarks if remark not in joined.remarks]
            joined.final = joined.final or record.final
            for name, several in record.others.items():
                for value in several:
                    joined.add(name, value)
        for name, value in draft.fair.items():
            whole.fair.setdefault(name, value)
        whole.fair_remarks += draft.fair_remarks
        whole.oddities += draft.oddities
        whole.unplaced += draft.unplaced
        whole.rows += draft.rows
        whole.columns |= draft.columns
    return whole
