"""A table as ``guide export csv`` writes it, in any of its languages, even if a spreadsheet saved it anew.

Its column of ids says of each row what it is: halls, stands, exhibitors, regions, people, sessions and services come
back with their ids. A table does not hold all of a fair: what has more to it than a row can say is kept aside.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, time
from functools import cache
from types import MappingProxyType
from typing import Any

from guide.i18n import LANGUAGES, N_, Tongue
from guide.intake.countries_meant import country_of, region_of
from guide.intake.draft import Draft, Link, Origin, Unplaced, hall_key, language_of, stand_key
from guide.intake.oddities import Oddity
from guide.intake.sheet import Sheet

_TITLES: Mapping[str, str] = MappingProxyType({
    "id": N_("Id"), "name": N_("Name"), "ru": N_("in Russian"), "be": N_("in Belarusian"), "en": N_("in English"),
    "legal_name": N_("Legal name"), "aliases": N_("Also called"), "stand": N_("Stand"), "hall": N_("Hall"),
    "room": N_("Room"), "sign": N_("Look for the sign"), "date": N_("Day"), "starts": N_("Starts"), "ends": N_("Ends"),
    "track": N_("Track"), "speakers": N_("Speakers"), "city": N_("Town"), "region": N_("Region"),
    "country": N_("Country"), "sectors": N_("Sectors"), "products": N_("Products"), "offers": N_("Offers"),
    "seeks": N_("Seeks"), "presented": N_("At the fair"), "role": N_("Role"), "organisation": N_("Organisation"),
    "phone": N_("Phone"), "email": N_("E-mail"), "email_private": N_("Private e-mail"), "site": N_("Site"),
    "social": N_("Networks"), "people": N_("Contacts"), "about": N_("About it"),
})  # fmt: skip
"""What stands in a column, by the msgid of its title; the other columns follow from these or are a person's own."""

_KINDS = ("hall", "stand", "region", "exhibitor", "person", "session", "service")
_REF = re.compile(r"([a-z]+):(\S.*)\Z")
_GUARD = re.compile(r"'(?='*[=+\-@\t\r\n＝＋－＠])")
_LISTS = ("aliases", "sectors", "products", "offers", "seeks", "phone", "email", "email_private", "social", "people")
_OF_KIND: Mapping[str, frozenset[str]] = MappingProxyType({
    "exhibitor": frozenset((*_LISTS, "legal_name", "presented", "site", "about")),
    "region": frozenset(("offers", "seeks", "presented", "about")),
    "person": frozenset(("role",)),
    "session": frozenset(("room", "track", "about")),
    "service": frozenset(("aliases",)),
    "hall": frozenset(),
    "stand": frozenset(),
})  # fmt: skip

Row = Mapping[str, str]


def taken(sheet: Sheet, draft: Draft, name: str) -> bool:
    """Whether a sheet is a table of ours; then its records are in the draft.

    ``name`` is what the sheet is called in reports.
    """
    if not sheet.rows:
        return False
    columns, language = _columns(sheet.rows[0][1])
    if "id" not in columns.values() or "name" not in columns.values() or len(columns) < 5:
        return False
    rows = [(number, _row(cells, columns)) for number, cells in sheet.rows[1:]]
    if not any(_REF.match(row.get("id", "")) for _, row in rows):
        return False
    _Table(draft, name, language, rows).put()
    return True


def _columns(titles: Sequence[str]) -> tuple[dict[int, str], str]:
    """What each column is, and in which of the languages the most of them are called so."""
    best: tuple[dict[int, str], str] = ({}, "")
    for code in LANGUAGES:
        known = _known(code)
        found = {at: known[title] for at, title in enumerate(titles) if title in known}
        if len(found) > len(best[0]):
            best = found, code
    return best


@cache
def _known(code: str) -> Mapping[str, str]:
    tongue = Tongue(code)
    return {tongue.t(title): key for key, title in _TITLES.items()}


def _row(cells: Sequence[str], columns: Mapping[int, str]) -> Row:
    return {columns[at]: _GUARD.sub("", cell) for at, cell in enumerate(cells) if at in columns and cell}


class _Table:
    """The rows of one table on their way into a draft."""

    def __init__(self, draft: Draft, name: str, language: str, rows: Sequence[tuple[int, Row]]) -> None:
        self._draft, self._language = draft, language
        self._rows = [(_ref(row), row, Origin(name, number)) for number, row in rows if row]
        self._ids: dict[tuple[str, str], str] = {}  # a kind and a name -> the id that has it, "" where several have
        self._spots: dict[tuple[str, str], str] = {}  # the name of a hall and what stands at a firm -> the stand's key
        for (kind, own), row, _ in self._rows:
            for word in {row[key] for key in ("name", *LANGUAGES) if key in row}:
                self._ids[kind, word] = own if self._ids.get((kind, word), own) == own else ""

    def put(self) -> None:
        """Puts every row, halls and stands before those who stand there."""
        seen: set[tuple[str, str]] = set()
        for kind in _KINDS:
            for ref, row, origin in self._rows:
                if ref[0] == kind and ref not in seen:  # a thing stands once for each stop of a plan
                    seen.add(ref)
                    self._draft.rows += 1
                    self._put(kind, ref[1], row, origin)
        for (kind, _), row, origin in self._rows:
            if kind not in _KINDS and row.get("name"):
                self._draft.rows += 1
                self._draft.oddities.append(Oddity("I077", origin.file, origin.row, "", row["name"][:80]))
                self._draft.unplaced.append(Unplaced(origin, {_TITLES[key]: cell for key, cell in row.items()}))

    def _put(self, kind: str, own: str, row: Row, origin: Origin) -> None:
        named = {code: row[code] for code in LANGUAGES if code in row}
        called: Any = named if len(set(named.values())) > 1 else row.get("name", "")
        values: dict[str, Any] = {"title" if kind == "session" else "name": called}
        for key in _OF_KIND[kind]:
            if key in row:
                values[key] = row[key].split("; " if key == "people" else ", ") if key in _LISTS else row[key]
        if kind == "stand":
            self._stand(own, row, values if named else {}, origin)
            return
        if kind in ("session", "service"):
            values |= self._hall(row.get("hall", ""), origin)
        if kind == "session":
            values |= self._session(row)
        elif kind == "person":
            values["organisation"] = self._party(row.get("organisation", ""))
        elif kind == "exhibitor":
            values |= self._exhibitor(row, origin)
        key = hall_key(row.get("name", own)) if kind == "hall" else own if kind == "region" else f"={own}"
        record = self._draft.put(kind, key, values, origin, own)
        record.final = kind == "exhibitor"

    def _stand(self, own: str, row: Row, named: Mapping[str, Any], origin: Origin) -> None:
        hall, shown = row.get("hall", ""), row.get("stand", "")
        code = own.partition("#")[2] or ("" if shown in named.values() or shown == row.get("name") else shown)
        key = stand_key(hall_key(hall) if hall else "", code) if code else f"={own}"
        given = "" if "#" in own or own == code else own
        self._draft.put("stand", key, {"code": code, **self._hall(hall, origin), **named}, origin, given)
        self._spots[hall, shown] = key

    def _hall(self, name: str, origin: Origin) -> dict[str, Link]:
        """The hall of that name, a new one where the table has no row for it."""
        return {"hall": self._draft.link("hall", hall_key(name), {"name": name}, origin)} if name else {}

    def _exhibitor(self, row: Row, origin: Origin) -> dict[str, Any]:
        values: dict[str, Any] = {}
        stands, hall = row.get("stand", ""), row.get("hall", "")
        if stands:
            values["stands"] = list(self._stands(stands, hall, origin))
        else:
            values |= self._hall(hall, origin)
        host = self._ids.get(("exhibitor", row.get("sign", "")), "")
        if host:
            values |= {"host": Link("exhibitor", f"={host}"), "participation": "co-exhibitor"}
        country = country_of(row.get("country", ""))
        place: dict[str, Any] = {"city": row.get("city", ""), "country": country}
        if "region" in row:
            code = self._ids.get(("region", row["region"]), "") or region_of(row["region"], country)
            place["region"] = Link("region", code) if code in self._draft.of("region") else self._worded(row["region"])
        values["place"] = {key: value for key, value in place.items() if value}
        return values

    def _stands(self, shown: str, hall: str, origin: Origin) -> Iterator[Link]:
        """The stands of a cell; of several halls each stand has its own. A code may itself have a comma."""
        pieces, halls = shown.split(", "), hall.split(", ")
        each_hall = halls if len(halls) == len(pieces) > 1 and (hall, pieces[0]) not in self._spots else []
        at = 0
        while at < len(pieces):
            for end in range(len(pieces), at, -1):
                text = ", ".join(pieces[at:end])
                where = each_hall[at].replace("–", "") if each_hall else hall
                key = self._spots.get((where, text), "")
                if key or end == at + 1:
                    break
            if not key:
                key = stand_key(hall_key(where) if where else "", text)
                self._draft.put("stand", key, {"code": text, **self._hall(where, origin)}, origin)
            yield Link("stand", key)
            at = end

    def _session(self, row: Row) -> dict[str, Any]:
        values: dict[str, Any] = {}
        with suppress(ValueError):
            values["date"] = date.fromisoformat(row.get("date", ""))
        for key in ("starts", "ends"):
            with suppress(ValueError):
                values[key] = time.fromisoformat(row.get(key, ""))
        values["speakers"] = [self._party(name, "person") for name in row.get("speakers", "").split(", ") if name]
        return values

    def _party(self, name: str, *kinds: str) -> Any:
        """Who is meant by a name: a record that alone is called so, else the words."""
        for kind in kinds or ("exhibitor", "region"):
            own = self._ids.get((kind, name), "")
            if own:
                return Link(kind, own if kind == "region" else f"={own}")
        return self._worded(name) if name else None

    def _worded(self, text: str) -> dict[str, str]:
        said = language_of(text)
        return {self._language if said == "ru" and self._language == "be" else said: text}


def _ref(row: Row) -> tuple[str, str]:
    """The kind and the id that a row says of itself; of a stop without a thing neither."""
    found = _REF.match(row.get("id", ""))
    return (found[1], found[2]) if found else ("", "")
