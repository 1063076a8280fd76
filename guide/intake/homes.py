"""Where exhibitors are at home: countries, regions and towns in columns of their own, in one, or in addresses."""

import re
from collections.abc import Sequence
from typing import Any

from guide.intake.columns import Column
from guide.intake.countries_meant import country_meant, country_of, region_of
from guide.intake.entry import Entry, Reading
from guide.intake.towns import town_of

_ADDRESS = re.compile(
    r"\s*[,;\n(]\s*(?=(?:\d{5,6}\W|г\.\s?[А-ЯЁ]|г\s[А-ЯЁ]|гор\.|город\s[А-ЯЁ]|горад\s|ул\.|вул\.|пр-т|просп\.|"
    r"[А-ЯЁ][а-яё-]+\s(?:обл\.|область|вобл\.|край|р-н|район)))"
)
_WAY = re.compile(
    r"@|www\.|https?://|^\W*(?:(?:тел|тэл|факс|моб|tel|phone|fax|mobil|e-?mail|эл)(?!\w{6})|сайт|site|web)|^\+?[\d\s()./–-]{7,}$",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{5,6}\W|(?:г|аг|ул|вул|пр|д|гор)\.\s?[А-ЯЁІЎ]|(?:адрес|адрас|address|adresse)\s*:",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"(?<!\w)(?:г\.\s?п\.|г\.|гор\.|город|горад|г\s|аг\.|агрогородок|аграгарадок|пгт\.?|рп\.?|пос\.|п\.|дер\.|д\.|с\.|ст\.|в\.)"
    r"\s*[А-ЯЁІЎ][^\W\d_]"
)


def at_home(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    """Puts the place of a row among the exhibitor's values; what is not understood of it is told and kept."""
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
    for column, cell in entry.all("region")[:1]:
        if code := region_of(cell, place.get("country", "")):
            place["region"] = code
        else:
            meant = country_meant(cell)
            if meant.code and "country" not in place:
                place["country"] = meant.code
            elif not meant.code and (town := town_of(cell, place.get("country", ""))).region:
                place["region"] = town.region
                place.setdefault("country", town.country)
                if town.city and not entry.all("city") and not entry.all("place"):
                    entry.cells["place"] = [(column, cell)]
                elif town.left:
                    entry.keep(column.name, cell)
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
    if not towns:
        for column in reading.columns:
            if column.field == "address" and (address := entry.left.get(column.name)):
                in_address(place, towns, address)
    if towns:
        own = towns.pop("", "")
        tag = reading.language(own) if own else ""
        if own and tag and tag not in towns:
            towns = {tag: own, **towns}
        place["city"] = towns if towns and not (own and not tag) else own
    if place:
        values["place"] = place


def without_address(entry: Entry, column: Column, cell: str) -> str:
    """The name in a cell that goes on with an address: «ООО «Ромашка», г. Минск, ул. Лесная, 5»."""
    if "\n" in cell and (lines := _behind_name(cell.split("\n"))):
        cell, home, ways = lines
        for name, several in (("place", home), ("contacts", ways)):
            if not several:
                continue
            if entry.all(name) or (name == "place" and entry.all("city")):
                entry.keep(column.name, "\n".join(several))
            else:
                entry.cells[name] = [(column, ("; " if name == "contacts" else ", ").join(several))]
        return cell
    found = _ADDRESS.search(cell)
    if not found:
        return cell
    if not entry.all("city") and not entry.all("place"):
        entry.cells["place"] = [(column, cell[found.end() :].strip())]
    else:
        entry.keep(column.name, cell)
    return cell[: found.start()]


def _behind_name(lines: Sequence[str]) -> tuple[str, list[str], list[str]] | None:
    """A name of one line or more, the lines of an address below it and those by which to reach it; None if none is."""
    for at in range(1, len(lines)):
        if _WAY.search(lines[at]) or _HOME.match(lines[at]) or country_of(lines[at].split(",")[0].strip()):
            ways = [line for line in lines[at:] if _WAY.search(line)]
            return "\n".join(lines[:at]), [line for line in lines[at:] if line not in ways], ways
    return None


def in_address(place: dict[str, Any], towns: dict[str, str], address: str) -> None:
    """The town that an address names, where it is plainly one: by the word for a town or the postal code beside it."""
    town = town_of(" ".join(address.split()), place.get("country", ""))
    if not town.city or not (town.zip or _TOWN.search(address)) or any(c.isdigit() for c in town.city):
        return
    towns.setdefault("", town.city)
    for name, value in (("country", town.country), ("region", town.region)):
        if value:
            place.setdefault(name, value)
