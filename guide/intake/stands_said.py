"""Halls and stands that a row names, as records of their own that the exhibitor's links lead to."""

import re
from typing import Any

from guide.intake.booths import DIGITAL, HALL, OUTDOOR, STAND, TO_FOLLOW, Booth, Booths, booths_of
from guide.intake.cell import Odd
from guide.intake.draft import Link, hall_key, stand_key
from guide.intake.entry import Entry, Reading
from guide.intake.figures import square_metres
from guide.intake.firms import firm_of

_HALL_WORDS = {"ru": "Зал", "be": "Зала", "de": "Halle", "": "Hall"}
_WORD = re.compile(r"зала|зал|павильон|павільён|корпус|halle|hall|pavilion|pavillon", re.IGNORECASE)
_PAVILIONS = ("павильон", "павільён", "pavil")
_AT = re.compile(
    r"(?:на|у)\s(?:(?:общем|объедин[её]нном|агульным)\s)?(?:стенде|стэндзе|экспозиции|экспазіцыі)\s+|см\.?\s+(?=[^\W\d])|"
    r"(?:on|at)\s(?:the\s)?(?:stand|booth)\sof\s+|(?:shares|sharing)\s(?:a\s)?(?:stand|booth)\swith\s+|co-?exhibitor\s(?:of|with|at)\s+|"
    r"(?:auf\sdem|am)\sstand\s(?:von|der|des)\s+|mitaussteller\s(?:von|bei)\s+|bei\s+(?=[A-ZÄÖÜ])",
    re.IGNORECASE,
)
_AISLE = re.compile(r"[^\W\d_]{1,2}\Z")  # an aisle with letters is the first part of the codes in it: "F" and "010"
_OF_FIRM = re.compile(r"(?:компании|фирмы|организации|предприятия|кампаніі|фірмы|арганізацыі)\s+", re.IGNORECASE)
_KINDS = (
    ("shared", ("коллектив", "совмест", "калектыў", "сумесн", "shared", "joint", "gemeinschaft")),
    ("national", ("национальн", "нацыянальн", "national")),
    ("regional", ("региональн", "рэгіянальн", "regional")),
    ("outdoor", ("открыт", "уличн", "адкрыт", "вулічн", "outdoor", "open", "frei", "außen")),
    ("single", ("индивидуальн", "стандарт", "оборудован", "линейн", "углов", "остров", "полуостров", "single",
                "individual", "row", "corner", "island", "reihen", "eck", "kopf", "block", "insel")),
)  # fmt: skip


def put_places(reading: Reading, entry: Entry, values: dict[str, Any]) -> None:
    """Puts the halls and stands of a row, and links to them among the exhibitor's values; tells where there is none."""
    stands: list[Link] = []
    halls: list[Link] = []
    places: list[Booth] = []
    hall = entry.text("hall")
    told = entry.all("stand") or ([(entry.all("hall")[0][0], "")] if hall else [])
    aisle = entry.text("aisle")
    if aisle and not (_AISLE.match(aisle) and any(cell[:1].isdigit() for _, cell in told)):
        entry.keep(entry.column("aisle"), aisle)
        aisle = ""
    for column, said in told:
        cell = f"{aisle}{said}" if aisle and said[:1].isdigit() else said
        if host := host_in(cell):
            values.setdefault("host", host)
            continue
        found = booths_in(reading, cell, hall)
        for odd in found.odd:
            reading.odd(odd, entry, column.name, "stands")
        unkept = any(place.sub or place.kind in (DIGITAL, TO_FOLLOW) for place in found.places)
        if found.left or (unkept and cell):
            entry.keep(column.name, cell)
        places += found.places
    own: dict[str, Any] = {}
    if sum(place.kind in (STAND, OUTDOOR) and bool(place.code) for place in places) == 1:
        own = of_stand(reading, entry)
    for place in places:
        where = hall_of(reading, entry, place)
        if place.code and place.kind in (STAND, OUTDOOR):
            stands.append(stand_of(reading, entry, place, where, own))
        elif where is not None and place.kind in (HALL, OUTDOOR):
            halls.append(where)
    if stands:
        values["stands"] = list(dict.fromkeys(stands))
    elif halls:
        values["hall"] = halls[0]
        for _ in halls[1:]:
            entry.keep(entry.column("stand") or entry.column("hall"), entry.text("stand") or hall)
    if not own:
        for name in ("area", "stand_name", "stand_kind"):
            for column, cell in entry.all(name):
                entry.keep(column.name, cell)
    outside = any(place.kind == OUTDOOR for place in places)  # grounds are too large to look for someone there
    if not stands and "host" not in values and (not halls or outside) and reading.has("stand", "hall"):
        named = entry.column("stand") or next(c.name for c in reading.columns if c.field in ("stand", "hall"))
        reading.odd(Odd("I005", entry.text("stand")), entry, named)


def host_in(cell: str) -> str:
    """The firm on whose stand one is, where a cell names it instead of a stand: «на стенде ОАО «Нива»»; else ""."""
    found = _AT.match(cell)
    if not found:
        return ""
    rest = _OF_FIRM.sub("", cell[found.end() :].strip(), count=1)
    code = booths_of(rest)
    if not re.search(r"[^\W\d_]{3}", rest) or (not code.left and any(c.isdigit() for c in rest)):
        return ""  # «на стенде B12»
    return firm_of(rest).name or rest


def hall_of(reading: Reading, entry: Entry, place: Booth) -> Link | None:
    """The hall of a place, put when it is first named; None where none is named."""
    if not place.hall:
        return None
    key = hall_key(place.hall)
    if not reading.once("hall", key):
        return Link("hall", key)
    name = place.named or (f"{_hall_word(reading)} {place.hall}" if place.hall[:1].isdigit() else place.hall)
    kind = "outdoor" if place.kind == OUTDOOR else ""
    if not kind and name.casefold().startswith(_PAVILIONS):
        kind = "pavilion"
    return reading.draft.link("hall", key, {"name": reading.text(name), "kind": kind}, entry.origin)


def _hall_word(reading: Reading) -> str:
    """The word for a hall: as the column of halls is called, else in the language of the sheet."""
    for column in reading.columns:
        if column.field == "hall" and (found := _WORD.search(column.name)):
            return found[0].capitalize()
    return _HALL_WORDS.get(reading.tongue, _HALL_WORDS[""])


def stand_of(reading: Reading, entry: Entry, place: Booth, hall: Link | None, own: dict[str, Any]) -> Link:
    """The stand of a place; ``own`` is what the row says of it besides."""
    key = stand_key(hall.key if hall else "", place.code)
    kind = {"kind": "outdoor"} if place.kind == OUTDOOR else {}
    return reading.draft.link("stand", key, {"code": place.code, "hall": hall, **kind, **own}, entry.origin)


def of_stand(reading: Reading, entry: Entry) -> dict[str, Any]:
    """What a row says of its stand: its area in square metres, its name and its kind."""
    own: dict[str, Any] = {}
    for column, cell in entry.all("area")[:1]:
        if (area := square_metres(cell)) is not None:
            own["area_m2"] = area
        else:
            entry.keep(column.name, cell)
    for column, cell in entry.all("stand_name")[:1]:
        own["name"] = reading.text(cell, column.language)
    for column, cell in entry.all("stand_kind")[:1]:
        small = cell.casefold()
        kind = next((kind for kind, words in _KINDS if any(word in small for word in words)), "")
        if kind:
            own["kind"] = kind
        if kind in ("", "single"):
            entry.keep(column.name, cell)  # «угловой» says more than that it is one's own
    return own


def booths_in(reading: Reading, cell: str, hall: str) -> Booths:
    """The places that a cell names, its letters in the alphabet of most codes of the sheet."""
    return booths_of(cell, hall, reading.alphabet)
