"""A row of a list of exhibitors as a record: names, home, stands, ways to reach it, what it makes."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from guide.catalogue.words import is_language, meant_language
from guide.i18n import N_
from guide.intake import when
from guide.intake.assigned import EXHIBITORS
from guide.intake.cell import Odd
from guide.intake.cell_lists import parts
from guide.intake.draft import Record
from guide.intake.entry import Entry, Reading
from guide.intake.firms import firm_of
from guide.intake.headings import LANGUAGE_WORDS
from guide.intake.homes import at_home, without_address
from guide.intake.programme import own_id
from guide.intake.reached import persons, reached
from guide.intake.standing import standing_of
from guide.intake.stands_said import put_places
from guide.intake.taking_part import participation_of

_TAGS = {word: tag for tag, words in LANGUAGE_WORDS.items() for word in words.split()}
_YES = frozenset(("да", "так", "yes", "y", "ja", "j", "x", "х", "+", "✓", "true", "1"))
_NO = frozenset(("нет", "няма", "no", "n", "nein", "-", "–", "0", "false"))
_GUEST = re.compile(r"со-?экспон|суб-?экспон|су-?экспан|co-?exhib|mitausst|unterausst", re.IGNORECASE)
_EXPECTED_KIND, _EXPECTED_TONGUE, _EXPECTED_DAY = N_("how someone takes part"), N_("languages"), N_("days")


def take(reading: Reading, entry: Entry) -> Record | None:
    """The exhibitor of a row; its halls and stands besides."""
    cells = entry.cells
    values: dict[str, Any] = {}
    for columns, step in _STEPS:
        if not columns.isdisjoint(cells):
            step(reading, entry, values)
    put_places(reading, entry, values)
    entry.keep_further("id", "hall", "participation", "host", "checked", "legal_form", "legal_name")
    said = entry.text("id")
    record_id = own_id(said) if said and not said.isdigit() else ""
    if said and not record_id:
        entry.keep(entry.column("id"), said)
    return reading.put(EXHIBITORS, reading.key(entry), values, entry, record_id)


def more(reading: Reading, entry: Entry, record: Record) -> None:
    """More of an exhibitor, from a row below its own that names nobody: what it has several of is joined."""
    values: dict[str, Any] = {}
    for columns, step in _STEPS:
        if not columns.isdisjoint(entry.cells):
            step(reading, entry, values)
    put_places(reading, entry, values)
    for name, value in values.items():
        record.add(name, value)
    record.origins.append(entry.origin)
    reading.keep(entry)


def _names(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    names: dict[str, str] = {}
    aliases: list[str] = []
    for column, whole in entry.all("name") or entry.all("legal_name"):
        cell = without_address(entry, column, whole)
        firm = firm_of(cell)
        for odd in firm.odd:
            reading.odd(odd, entry, column.name, "name")
        aliases += firm.aliases
        if column.language in names:
            if firm.name not in names.values():
                aliases.append(firm.name)
            continue
        if firm.legal_form and not values.get("legal_form"):
            values["legal_form"] = firm.legal_form
            values["legal_name"] = firm.legal_name
        elif firm.legal_form:  # the register's name in another language
            if firm.legal_form != values["legal_form"]:
                entry.keep(column.name, cell)
        elif firm.legal_name:
            values.setdefault("legal_name", firm.legal_name)
        if firm.name not in names.values():
            names[column.language] = firm.name
    own = names.pop("", "")
    if own and names:
        tag = reading.language(own)
        if tag and tag not in names:
            names = {tag: own, **names}
        else:
            aliases = [name for name in (*names.values(), *aliases) if name != own]
            names = {}
    values["name"] = names if len(names) > 1 else next(iter(names.values()), own)
    if legal := entry.text("legal_name"):
        values["legal_name"] = legal
        if not values.get("legal_form") and (form := firm_of(legal).legal_form):
            values["legal_form"] = form
    if form := entry.text("legal_form"):
        values["legal_form"] = form
    for column, cell in entry.all("aliases"):
        aliases += parts(cell, column)
    if aliases := list(dict.fromkeys(alias for alias in aliases if alias and alias != own)):
        values["aliases"] = aliases


def _made(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    for name in ("sectors", "products", "offers", "seeks"):
        found: list[Any] = []
        for column, cell in entry.all(name):
            for part in parts(cell, column):
                text = reading.text(part, column.language)
                if text not in found:
                    found.append(text)
        if found:
            values[name] = found
    for name in ("about", "presented"):
        told: dict[str, list[str]] = {}
        for column, cell in entry.all(name):
            told.setdefault(column.language or reading.language(cell), []).append(cell)
        texts = {tag: "\n\n".join(dict.fromkeys(cells)) for tag, cells in told.items()}
        plain = texts.pop("", "")
        if plain and texts:
            texts["en"] = "\n\n".join(filter(None, (texts.get("en", ""), plain)))
        if texts or plain:
            values[name] = texts or plain


def _taking_part(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    for column, cell in entry.all("participation")[:1]:
        guests = _GUEST.search(column.name)
        if guests and cell.casefold() in _YES:
            values["participation"] = "co-exhibitor"
        elif kind := participation_of(cell):
            values["participation"] = kind
        elif guests:  # names of guests, who have rows of their own
            if cell.casefold() not in _NO:
                entry.keep(column.name, cell)
        else:
            entry.keep(column.name, cell)
            if not standing_of(cell):
                reading.odd(Odd("I016", cell, {"expected": _said(_EXPECTED_KIND)}), entry, column.name)
    for column, cell in entry.all("host")[:1]:
        if cell.casefold() in _YES and _GUEST.search(column.name):
            values.setdefault("participation", "co-exhibitor")
        elif cell.casefold().strip(" .-–—") not in ("", "нет", "няма", "no", "none", "nein", "n/a", "да", "yes", "ja"):
            values["host"] = firm_of(cell).name or cell
        else:
            entry.keep(column.name, cell)


def _besides(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    spoken: list[str] = []
    for column, cell in entry.all("languages"):
        for part in re.split(r"[\s,;/|]+", cell):
            tag = tongue_of(part)
            if tag:
                spoken.append(tag)
            elif len(part) > 1 and part.casefold() not in ("и", "and", "und", "язык", "языки"):
                reading.lost(entry, column, part, _EXPECTED_TONGUE)
    if spoken:
        values["languages"] = list(dict.fromkeys(spoken))
    for column, cell in entry.all("checked")[:1]:
        if day := when.day(cell).date:
            values["checked"] = day
        else:
            reading.lost(entry, column, cell, _EXPECTED_DAY)


@lru_cache(maxsize=256)
def tongue_of(word: str) -> str:
    """The tag of a language by its tag or its name in four languages, "" for none."""
    small = word.casefold().strip(".()")
    tag = _TAGS.get(small) or small.replace("_", "-")
    if is_language(tag) and len(tag) == 2:
        return tag
    return meant_language(small)


def _said(text: str) -> Any:
    from guide.catalogue.problems import Said

    return Said(text)


_STEPS: Sequence[tuple[frozenset[str], Callable[[Reading, Entry, dict[str, Any]], None]]] = (
    (frozenset(("name", "legal_name", "legal_form", "aliases")), _names),
    (frozenset(("name", "legal_name", "country", "region", "city", "place")), at_home),
    (frozenset(("phone", "email", "email_private", "site", "social", "contacts")), reached),
    (frozenset(("people", "last_name", "first_name", "role")), persons),
    (frozenset(("sectors", "products", "offers", "seeks", "about", "presented")), _made),
    (frozenset(("participation", "host")), _taking_part),
    (frozenset(("languages", "checked")), _besides),
)
"""What is made of a row, step by step, each where one of its fields is filled."""
