"""What a sheet is a list of, and which field each of its columns is for in such a list."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from guide.intake.cell_lists import is_mark
from guide.intake.columns import ASKED, BEFORE, BY_CONTENT, EXACT, Column, Meaning, meaning_of
from guide.intake.content import EXPECTED, FOUND, HALL, field_of, is_datum, looks_like, of_towns
from guide.intake.firms import firm_of
from guide.intake.grid import letters_of
from guide.intake.header import Layout, Line, filled, shown
from guide.intake.headings import KEPT, LEFT_OUT
from guide.intake.likely_names import names_among, only_names
from guide.intake.taking_part import tells

EXHIBITORS, PROGRAMME, PEOPLE, STANDS, HALLS = "exhibitor", "session", "person", "stand", "hall"
"""What a list may be of: the tables that its rows are records of."""

_CONTACT = frozenset((
    "phone", "email", "email_private", "phone_private", "site", "social", "contacts", "fax", "address", "zip",
))  # fmt: skip
_TIMES = frozenset(["time", "starts", "when", "duration", "ends"])
_NAMES = frozenset(["name", "organisation", "legal_name"])
_PERSONS = frozenset(["person", "first_name", "last_name", "speakers", "people"])

FIELDS: Mapping[str, frozenset[str]] = MappingProxyType({
    EXHIBITORS: frozenset((
        "number", "id", "name", "legal_name", "legal_form", "aliases", "country", "region", "city", "place",
        "sectors", "products", "about", "offers", "seeks", "presented", "stand", "hall", "aisle", "area",
        "stand_name", "stand_kind", "phone", "email", "email_private", "site", "social", "contacts", "people",
        "first_name", "last_name", "middle_name", "role", "participation", "host", "languages", "checked",
    )),
    PROGRAMME: frozenset((
        "number", "id", "title", "date", "end_date", "time", "starts", "ends", "when", "duration", "room", "hall",
        "track", "language", "speakers", "moderators", "role", "affiliation", "organisations", "about",
    )),
    PEOPLE: frozenset(["number", "id", "person", "first_name", "last_name", "middle_name", "role", "organisation"]),
    STANDS: frozenset(["number", "id", "stand", "hall", "area", "stand_name", "stand_kind", "date", "note"]),
    HALLS: frozenset(["number", "id", "hall", "name", "area", "about", "note"]),
})  # fmt: skip
"""The fields that the columns of each list may be for."""

_OF_HALLS = FIELDS[HALLS] | {"", "zip", "address", "raw", "stand_kind", "room", "languages", "checked"}
_LEVEL = re.compile(
    r"этаж|паверх|уровень|floor|level|storey|etage|ebene|stockwerk|вместим|capacity|kapazität", re.IGNORECASE
)
_HALL_NAMED = re.compile(
    r"(?<!\w)(?:зала?|павильон|павільён|корпус|halle|hall|pavilion|pavillon|freigelände)(?!\w)", re.IGNORECASE
)
_HALL_NUMBERED = re.compile(rf"{_HALL_NAMED.pattern}\s*№?\s*\d", re.IGNORECASE)
_MOST_HALLS = 100

PLACELESS = frozenset(("raw", "zip", "address", "fax", "note", "phone_private"))
"""Fields that are known by name, and that no key of a catalogue is for."""

_MEANT: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({
    # Where a list has no column for the first, one of the others is meant; the rest of them are not for it.
    EXHIBITORS: {"name": ("organisation", "legal_name"), "people": ("person", "speakers", "moderators"),
                 "languages": ("language",)},
    PROGRAMME: {"title": ("name", "track"), "speakers": ("person", "people", "last_name"),
                "organisations": ("organisation", "legal_name"), "room": ("stand", "place", "address", "hall"),
                "language": ("languages",), "track": ("sectors",), "about": ("presented", "note")},
    PEOPLE: {"person": ("speakers", "name", "people", "moderators"), "role": ("title", "about"),
             "organisation": ("organisations", "affiliation")},
    STANDS: {"stand_name": ("name", "title"), "stand": ("id", "number")},
    HALLS: {"hall": ("room", "name")},
})  # fmt: skip

_SETTLED = frozenset((other, field) for meant in _MEANT.values() for field, others in meant.items() for other in others)

_SLIPS = 200  # columns up to which misspelt names are looked for
_LOOKED_AT = 500  # columns whose cells are looked at
_GRID = 3  # columns that make a grid of ticks
_SINGLE = frozenset((
    "id", "country", "region", "city", "zip", "hall", "area", "date", "end_date", "time", "starts", "ends",
    "when", "duration", "participation", "host", "checked", "title", "track", "room", "language", "number",
    "stand_kind", "legal_form",
))  # fmt: skip


def assigned(layout: Layout, told: Mapping[str, Meaning]) -> tuple[str, tuple[Column, ...]]:
    """What the list is of ("" where nothing tells), and its columns; ``told`` are meanings by folded names."""
    rows = [cells for _, cells in layout.body[:300]]
    sample = [cells for cells in rows if len(set(filled(cells))) > 1] or rows  # no headings
    columns = [_named(n, name, layout, told) for n, name in shown(layout).items()]
    columns += [Column(n, name) for n, name in _further(len(columns), layout.body)]
    columns = [_judged(column, sample) for column in columns]
    taken = Counter(column.field for column in columns if column.how == EXACT)
    columns = [
        column._replace(field="", how=EXACT)
        if column.how not in (EXACT, ASKED) and column.field in _SINGLE and taken[column.field]
        else column
        for column in columns
    ]
    columns = _ticked(columns, sample)
    fields = {column.field for column in columns}
    columns = [_by_content(column, fields, sample) if not column.field else column for column in columns]
    kind = list_of(columns)
    if kind != PROGRAMME and _are_halls(columns, sample):
        return HALLS, tuple(_settled(columns, HALLS))
    if not kind or (kind == STANDS and not layout.header):
        guessed = names_among([c.at for c in columns[:_LOOKED_AT] if not c.field], sample)
        if guessed is None or (not layout.header and not fields - {""} and not only_names(guessed, rows)):
            return kind, tuple(_settled(columns, kind)) if kind else tuple(columns)
        columns = [c._replace(field="name", how=BY_CONTENT) if c.at == guessed else c for c in columns]
        kind = list_of(columns)
    return kind, tuple(_settled(columns, kind))


def list_of(columns: Sequence[Column]) -> str:
    """What a list with those columns is of, "" where none of them names anything."""
    fields = {column.field for column in columns}
    firm = fields & _NAMES
    at_home = fields & ({"stand", "country", "products", "host"} | _CONTACT)
    if fields & {"organisation", "legal_name"} and len(at_home) > 3 and not fields & {"title", "speakers", "room"}:
        return EXHIBITORS  # times in so much of a firm are those of its registration
    if (fields & _TIMES and fields & {"title", "name", "speakers", "organisation"}) or (
        "title" in fields and not (firm and at_home) and not ({"person", "last_name"} & fields and firm)
    ):
        return PROGRAMME
    if "title" in fields and not firm and not fields & {"person", "last_name"}:
        return PROGRAMME
    persons = fields & (_PERSONS - {"people"})
    if persons and not fields & {"stand", "hall", "products", "sectors", "host", "site"}:
        # «Компания, страна, ФИО»: who has no office beside him is a contact of the firm.
        return PEOPLE if "role" in fields or not firm or not at_home else EXHIBITORS
    if firm == {"name", "organisation"} and "role" in fields and not fields & {"stand", "hall", "site", "products"}:
        return PEOPLE
    if firm == {"name"} and "role" in fields and not fields & {"stand", "hall", "country", "site", "products"}:
        return PEOPLE
    if not fields & {"organisation", "legal_name"} and "stand" in fields:
        others = fields & {"country", "city", "people", "products", "sectors", "about", "host"} | fields & _CONTACT
        if not others and (fields & {"area", "stand_kind", "stand_name"} or not firm):
            return STANDS
    if firm:
        return EXHIBITORS
    return PEOPLE if "people" in fields else ""


def _are_halls(columns: Sequence[Column], sample: Sequence[Sequence[str]]) -> bool:
    """Whether a list is one of halls: each named once, and nothing is said that firms have."""
    fields = {column.field: column for column in reversed(columns)}
    if not set(fields) <= _OF_HALLS or not 1 < len(sample) <= _MOST_HALLS:
        return False
    names = _cells(fields["name"], sample) if "name" in fields else []
    if "hall" not in fields:
        return len(names) == len(sample) and all(_HALL_NUMBERED.match(name) for name in names)
    halls = _cells(fields["hall"], sample)
    if len(set(halls)) < len(sample):
        return False
    called = sum(looks_like(name) == HALL or bool(_HALL_NAMED.search(name)) for name in names)
    if not names or 2 * called >= len(names):
        return True
    behind = fields["hall"].at < fields["name"].at and not any(firm_of(name).legal_form for name in names)
    return behind and ("area" in fields or any(_LEVEL.search(column.name) for column in columns))


def _named(index: int, name: str, layout: Layout, told: Mapping[str, Meaning]) -> Column:
    own = layout.names[index]
    for known in (name, own):
        if known and (meaning := told.get(folded(known))) is not None and not _was_settled(meaning, own):
            return Column(index, name, meaning.field, meaning.language, ASKED)
    slips = len(layout.names) <= _SLIPS
    meaning = meaning_of(own, layout.groups[index], slips) if own else Meaning()
    return Column(index, name, meaning.field, meaning.language, meaning.how, meaning.meant)


def _was_settled(told: Meaning, name: str) -> bool:
    """Whether an earlier import took a column so only for what its list was of: "Name" was that of a session."""
    return told.how == BEFORE and (meaning_of(name).field, told.field) in _SETTLED


def folded(name: str) -> str:
    """The name of a column as it is compared with what was told."""
    return " ".join(name.split()).casefold()


def _further(width: int, body: Sequence[Line]) -> list[tuple[int, str]]:
    """Columns beyond those that the header names."""
    most = max((len(cells) for _, cells in body), default=0)
    return [(n, letters_of(n + 1)) for n in range(width, most) if any(n < len(cells) and cells[n] for _, cells in body)]


def _cells(column: Column, sample: Sequence[Sequence[str]]) -> list[str]:
    return [cells[column.at] for cells in sample if column.at < len(cells) and cells[column.at]]


def _judged(column: Column, sample: Sequence[Sequence[str]]) -> Column:
    """The column, unless its cells are plainly of another sort than its name says."""
    if column.how == ASKED or column.field in ("", KEPT, "contacts"):
        return column
    sort = field_of(_cells(column, sample))
    if sort not in FOUND or sort == column.field:
        return column
    if column.field in EXPECTED and sort in ("email", "site", "social", "phone"):
        fits = {"email_private": "email", "phone_private": "phone", "social": "site"}
        if fits.get(sort, sort) != fits.get(column.field, column.field) and column.field != "zip":
            return column._replace(field=sort, how=BY_CONTENT)
    # Links to pages of the organiser are no descriptions.
    if sort == "site" and column.field in ("presented", "about", "products", "sectors", "note", "id", "people", "host"):
        return column._replace(field=KEPT)
    return column


def _by_content(column: Column, fields: set[str], sample: Sequence[Sequence[str]]) -> Column:
    if column.how == ASKED or column.at >= _LOOKED_AT:
        return column
    cells = _cells(column, sample)
    field = field_of(cells) or ("participation" if tells(cells) else "")
    if not field and fields.isdisjoint(("city", "place")) and of_towns(cells):
        field = "place"
    if not field or field in fields:
        return column
    fields.add(field)
    return column._replace(field=field, how=BY_CONTENT)


def _ticked(columns: Sequence[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """The columns; those of a grid of branches, in which cells are but ticked, are for the branch that they name."""
    ticked = {
        column.at
        for column in columns
        if not (column.field or is_datum(column.name))
        and (cells := _cells(column, sample))
        and all(map(is_mark, cells))
    }
    if len(ticked) < _GRID:
        return list(columns)
    return [c._replace(field="sectors", how=BY_CONTENT) if c.at in ticked else c for c in columns]


def _settled(columns: Sequence[Column], kind: str) -> list[Column]:
    """The columns with the fields of such a list, for those that are meant otherwise in it."""
    fields = Counter(column.field for column in columns)
    meant: dict[str, str] = {}
    for field, others in _MEANT[kind].items():
        if fields[field]:
            continue
        other = next((other for other in others if fields[other] and other not in meant), "")
        if other:
            meant[other] = field
    if kind == PROGRAMME and fields["title"] and any(c.field == "name" and c.language for c in columns):
        meant["name"] = "title"  # «Название (рус)», "Title (eng)"
    if kind == EXHIBITORS:
        if fields["organisation"]:
            # A name beside that of the firm: in another language, of a person, or one more name.
            person = fields["first_name"] and not fields["last_name"]
            meant |= {"organisation": "name"}
            if fields["name"] and not any(c.language for c in columns if c.field in ("name", "organisation")):
                meant["name"] = "last_name" if person else "aliases"
        for other in ("person", "speakers"):
            if fields[other]:
                meant.setdefault(other, "people")
    if kind == PEOPLE and fields["first_name"] and not fields["last_name"] and fields["name"]:
        meant["name"] = "last_name"
    known = FIELDS[kind] | PLACELESS | {KEPT, LEFT_OUT}
    return [
        column._replace(field=field if (field := meant.get(column.field, column.field)) in known else "")
        for column in columns
    ]
