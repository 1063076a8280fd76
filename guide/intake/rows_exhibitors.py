"""A row of a list of exhibitors as a record: names, home, stands, ways to reach it, what it makes."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from guide.catalogue.words import is_language, meant_language
from guide.i18n import N_
from guide.intake import when
from guide.intake.assigned import EXHIBITORS
from guide.intake.cell import Found, Odd
from guide.intake.columns import Column
from guide.intake.contacts import emails, phones, sites, socials
from guide.intake.countries_meant import country_meant, region_of
from guide.intake.draft import Record
from guide.intake.entry import Entry, Reading
from guide.intake.firms import firm_of
from guide.intake.headings import LANGUAGE_WORDS
from guide.intake.lists import parts
from guide.intake.programme import own_id
from guide.intake.romanised import slug
from guide.intake.stands_said import put_places
from guide.intake.taking_part import participation_of
from guide.intake.towns import town_of

_ADDRESS = re.compile(
    r"\s*[,;\n(]\s*(?=(?:\d{5,6}\W|г\.\s?[А-ЯЁ]|г\s[А-ЯЁ]|гор\.|город\s[А-ЯЁ]|горад\s|ул\.|вул\.|пр-т|просп\.|"
    r"[А-ЯЁ][а-яё-]+\s(?:обл\.|область|вобл\.|край|р-н|район)))"
)
_LOCAL = re.compile(r"[._+-]+")
_LABELS = re.compile(
    r"(?:тел(?:ефон)?|тэл(?:ефон)?|факс|моб|e-?mail|эл\.?\s?(?:почта|пошта)|почта|пошта|сайт|www|telefon|phone|tel|fax|mail|"
    r"web|site)\b\.?:?", re.IGNORECASE)  # fmt: skip
_CONTACT_PARTS = re.compile(r"[;\n,|]+")
_TAGS = {word: tag for tag, words in LANGUAGE_WORDS.items() for word in words.split()}
_EXPECTED_KIND, _EXPECTED_TONGUE, _EXPECTED_DAY = N_("how someone takes part"), N_("languages"), N_("days")


def take(reading: Reading, entry: Entry) -> Record | None:
    """The exhibitor of a row; its halls and stands besides."""
    cells = entry.cells
    values: dict[str, Any] = {}
    for columns, step in _STEPS:
        if not columns.isdisjoint(cells):
            step(reading, entry, values)
    put_places(reading, entry, values)
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
        cell = _without_address(entry, column, whole)
        firm = firm_of(cell)
        for odd in firm.odd:
            reading.odd(odd, entry, column.name, "name")
        aliases += firm.aliases
        if column.language in names:
            if firm.name not in names.values():
                aliases.append(firm.name)
            continue
        if firm.name in names.values():
            continue
        names[column.language] = firm.name
        if firm.legal_form:
            values.setdefault("legal_form", firm.legal_form)
        if firm.legal_name:
            values.setdefault("legal_name", firm.legal_name)
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


def _without_address(entry: Entry, column: Column, cell: str) -> str:
    """The name in a cell that goes on with an address: «ООО «Ромашка», г. Минск, ул. Лесная, 5»."""
    found = _ADDRESS.search(cell)
    if not found:
        return cell
    if not entry.all("city") and not entry.all("place"):
        entry.cells["place"] = [(column, cell[found.end() :].strip())]
    else:
        entry.keep(column.name, cell)
    return cell[: found.start()]


def _home(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    place: dict[str, Any] = {}
    for column, cell in entry.all("country"):
        meant = country_meant(cell)
        if meant.code:
            place.setdefault("country", meant.code)
        elif (region := region_of(cell)) and not entry.all("region"):
            place.setdefault("region", region)
            place.setdefault("country", region[:2])
            continue
        else:
            entry.keep(column.name, cell)
        for odd in meant.odd:
            reading.odd(odd, entry, column.name, "place")
    for _, cell in entry.all("region")[:1]:
        if code := region_of(cell, place.get("country", "")):
            place["region"] = code
        else:
            meant = country_meant(cell)
            if meant.code and "country" not in place:
                place["country"] = meant.code
            elif not meant.code:
                place["region"] = cell
    for column, cell in entry.all("region")[1:]:
        if cell != entry.text("region"):
            entry.keep(column.name, cell)
    towns: dict[str, str] = {}
    for column, cell in entry.all("city") or entry.all("place"):
        town = town_of(cell, place.get("country", ""))
        for odd in town.odd:
            reading.odd(odd, entry, column.name, "place")
        if town.city:
            towns.setdefault(column.language, town.city)
        if town.country:
            place.setdefault("country", town.country)
        if town.region:
            place.setdefault("region", town.region)
        if town.left or town.zip or not town.city:
            entry.keep(column.name, cell)
    if towns:
        own = towns.pop("", "")
        tag = reading.language(own) if own else ""
        if own and tag and tag not in towns:
            towns = {tag: own, **towns}
        place["city"] = towns if towns and not (own and not tag) else own
    if place:
        values["place"] = place


def _reached(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    for name, finder in _FINDERS:
        for column, cell in entry.all(name):
            found = finder(cell)
            _told(reading, entry, column, name, found)
            _put_found(values, name, found.values)
    for column, cell in entry.all("site"):
        found = sites(cell)
        pages = [each for each in found.values if _is_social(each)]
        own = [each for each in found.values if each not in pages]
        _told(reading, entry, column, "site", found)
        _put_found(values, "social", pages)
        if own:
            values.setdefault("site", own[0])
            for other in own:
                if other != values["site"]:
                    entry.keep(column.name, other)
    for column, cell in entry.all("contacts"):
        _contacts(reading, entry, column, cell, values)


_FINDERS: Sequence[tuple[str, Callable[[str], Found]]] = (
    ("phone", phones), ("email", emails), ("email_private", emails), ("social", socials),
)  # fmt: skip


def _told(reading: Reading, entry: Entry, column: Column, name: str, found: Found) -> None:
    for odd in found.odd:
        reading.odd(odd, entry, column.name, name)
    if found.left:
        entry.keep(column.name, found.left)


def _put_found(values: dict[str, Any], name: str, found: Sequence[str]) -> None:
    if found:
        there = values.setdefault(name, [])
        there += [each for each in found if each not in there]


@lru_cache(maxsize=1 << 12)
def _is_social(address: str) -> bool:
    from guide.intake.content import SOCIAL, looks_like

    return looks_like(address) == SOCIAL


def _contacts(reading: Reading, entry: Entry, column: Column, cell: str, values: dict[str, Any]) -> None:
    """A cell with everything by which to reach someone: addresses and numbers in it, a name before them."""
    rest = cell
    for name, finder in (("email", emails), ("site", sites), ("phone", phones)):
        if name == "phone" and not any(c.isdigit() for c in rest):
            continue
        found = finder(rest)
        if not found.values:
            continue
        rest = found.left
        if name != "site":
            _put_found(values, name, found.values)
            continue
        for address in found.values:
            if _is_social(address):
                _put_found(values, "social", [address])
            elif values.setdefault("site", address) != address:
                entry.keep(column.name, address)
    rest = _LABELS.sub(" ", rest)
    left = [part.strip(" .:-–/") for part in _CONTACT_PARTS.split(rest)]
    if kept := "; ".join(part for part in left if part):
        entry.keep(column.name, kept)


def _private(values: dict[str, Any]) -> None:
    """An address with the name of somebody in it who stands beside it is that person's own."""
    people, addresses = values.get("people"), values.get("email")
    if not people or not addresses:
        return
    names = {
        part
        for person in people
        for part in slug(next(iter(person.values())) if isinstance(person, dict) else person).split("-")
        if len(part) > 3
    }
    own = [each for each in addresses if names & set(_LOCAL.split(each.casefold().partition("@")[0]))
           or any(len(name) > 4 and name in each.casefold().partition("@")[0] for name in names)]  # fmt: skip
    if own:
        _put_found(values, "email_private", own)
        values["email"] = [each for each in addresses if each not in own]


def _people(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    whole = " ".join(entry.text(name) for name in ("last_name", "first_name", "middle_name") if entry.all(name))
    named = [(column, part) for column, cell in entry.all("people") for part in parts(cell, column)]
    people: list[Any] = [*([whole] if whole else [])]
    role = entry.text("role")
    for column, text in named:
        # A mail address beside the name of a person is that person's own.
        mails = emails(text) if "@" in text else Found()
        rest = mails.left if mails.values else text
        numbers = phones(rest) if sum(c.isdigit() for c in rest) > 6 else Found()
        rest = (numbers.left if numbers.values else rest).strip(" ,;:()-–")
        _put_found(values, "email_private", mails.values)
        if numbers.values:
            entry.keep(column.name, ", ".join(numbers.values))
        if rest:
            people.append(rest)
    if role and len(people) == 1:
        people = [f"{people[0]}, {role}"]
    elif role:
        entry.keep(entry.column("role"), role)
    if people:
        values["people"] = [reading.text(person) for person in dict.fromkeys(people)]
        _private(values)


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
        if kind := participation_of(cell):
            values["participation"] = kind
        else:
            entry.keep(column.name, cell)
            reading.odd(Odd("I016", cell, {"expected": _said(_EXPECTED_KIND)}), entry, column.name)
    for column, cell in entry.all("host")[:1]:
        if cell.casefold().strip(" .-–—") not in ("", "нет", "няма", "no", "none", "nein", "n/a", "да", "yes", "ja"):
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
    (frozenset(("country", "region", "city", "place")), _home),
    (frozenset(("phone", "email", "email_private", "site", "social", "contacts")), _reached),
    (frozenset(("people", "last_name", "first_name", "role")), _people),
    (frozenset(("sectors", "products", "offers", "seeks", "about", "presented")), _made),
    (frozenset(("participation", "host")), _taking_part),
    (frozenset(("languages", "checked")), _besides),
)
"""What is made of a row, step by step, each where one of its fields is filled."""
