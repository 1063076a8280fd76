"""How to reach exhibitors, and whom to ask for: numbers, addresses and persons, in several columns or in one."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from guide.intake.cell import Found
from guide.intake.cell_lists import parts
from guide.intake.columns import Column
from guide.intake.contacts import emails, phones, sites, socials
from guide.intake.content import SOCIAL, looks_like
from guide.intake.draft import language_of
from guide.intake.entry import Entry, Reading
from guide.intake.homes import in_address
from guide.intake.romanised import slug

_LOCAL = re.compile(r"[._+-]+")
_REACHED_BY = re.compile(
    r"(?:^|(?<=[\s,;(]))(?:тел|тэл|факс|моб|e-?mail|эл\.|почта|сайт|www|https?:|tel\b|tel\.|telefon|phone|fax|mobile|"
    r"\+\d|8\s?\(0|\(\d{2,4}\)|\S+@\S)", re.IGNORECASE)  # fmt: skip
_HANDLE = re.compile(r"@?\w[\w.]{2,40}$")
_NETWORKS: Sequence[tuple[tuple[str, ...], str]] = (
    (("telegram", "телеграм", "тэлеграм"), "https://t.me/"),
    (("instagram", "инстаграм"), "https://www.instagram.com/"),
    (("vk", "вконтакте", "вк"), "https://vk.com/"),
    (("facebook",), "https://www.facebook.com/"),
    (("youtube",), "https://www.youtube.com/@"),
    (("twitter",), "https://x.com/"),
)
_LABELS = re.compile(
    r"(?:тел(?:ефон)?|тэл(?:ефон)?|факс|моб|e-?mail|эл\.?\s?(?:почта|пошта)|почта|пошта|сайт|www|telefon|phone|tel|fax|mail|"
    r"web|site)\b\.?:?", re.IGNORECASE)  # fmt: skip
_CONTACT_PARTS = re.compile(r"[;\n,|]+")
_FINDERS: Sequence[tuple[str, Callable[[str], Found]]] = (
    ("phone", phones), ("email", emails), ("email_private", emails), ("social", socials),
)  # fmt: skip


def reached(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    """Puts telephones, addresses and sites of a row among the exhibitor's values; what is left unread is kept."""
    for name, finder in _FINDERS:
        for column, cell in entry.all(name):
            found = finder(_page(column, cell) if name == "social" else cell)
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


def _page(column: Column, cell: str) -> str:
    """The page of a name in a network that the column is called by: "@alpha" in the column "Telegram"."""
    if not _HANDLE.match(cell):
        return cell
    name = column.name.casefold()
    site = next((site for words, site in _NETWORKS if any(word in name for word in words)), "")
    return f"{site}{cell.removeprefix('@')}" if site else cell


def persons(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    """Puts the persons of a row among the exhibitor's values with their offices; their own addresses are private."""
    whole = _named(entry)
    named = [(column, part) for column, cell in entry.all("people") for part in parts(cell, column)]
    people: list[Any] = list(whole)
    role = entry.text("role")
    for column, cell in entry.all("role")[1:]:
        entry.keep(column.name, cell)
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


def _named(entry: Entry) -> list[str]:
    """The persons whose names stand in several columns: the surname first where names are in Cyrillic."""
    last, first, middle = ([cell for _, cell in entry.all(name)] for name in ("last_name", "first_name", "middle_name"))
    names = []
    for family, given, between in zip_longest(last, first, middle, fillvalue=""):
        cyrillic = language_of(family or given) != "en"
        parted = (family, given, between) if cyrillic else (given, between, family)
        names.append(" ".join(filter(None, parted)))
    return names


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
    return looks_like(address) == SOCIAL


def _contacts(reading: Reading, entry: Entry, column: Column, cell: str, values: dict[str, Any]) -> None:
    """A cell with everything by which to reach someone: addresses and numbers in it, a name before them."""
    rest = cell
    found_at = _REACHED_BY.search(cell)
    if found_at and found_at.start() > 0:  # an address stands before the ways to reach someone
        address, rest = cell[: found_at.start()].strip(" ,;:\n("), cell[found_at.start() :]
        place: dict[str, Any] = {**values.get("place", {})}
        towns: dict[str, str] = {}
        in_address(place, towns, address)
        if towns and "city" not in place:
            values["place"] = {**place, "city": reading.text(towns[""])}
        entry.keep(column.name, address)
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
