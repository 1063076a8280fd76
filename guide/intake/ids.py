"""The ids of imported records: as a person would choose them, and the same from one import to the next."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from guide.catalogue.model import Catalogue
from guide.intake.draft import Draft, Link, Origin, Record
from guide.intake.kept_ids import kept_ids
from guide.intake.numbers import Numbers
from guide.intake.romanised import short, slug
from guide.intake.tabled import said

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_TITLES = re.compile(r"(?:(?:dr|prof|dipl|ing|mag|med|habil|h-c|d-r|akad|mr|mrs|ms|herr|frau|hon|sir)-)+(?=.)")
_NO_ID = re.compile(r"[\s:#]")


@dataclass(frozen=True, slots=True)
class Named:
    """A draft with what each of its records is referred to by: its id, or hall#code of a stand."""

    draft: Draft
    ids: Mapping[Link, str]


def named(draft: Draft, earlier: Catalogue | None = None, numbers: Numbers = MappingProxyType({})) -> Named:
    """Ids for all records: what the file says, what the earlier catalogue calls the same thing, else a short name.

    Two that would have the same id are told apart by where or when they are, then by a number; all of them, so that
    it does not matter which stood first. What the earlier catalogue has is found again by evidence
    (:mod:`guide.catalogue.pairing`), and by the ``numbers`` that an earlier import kept; an id of it is never given to
    another thing.
    """
    ids = _ids(draft, {}, {})
    if earlier is not None:
        kept = kept_ids(draft, ids, earlier, numbers)
        taken = {kind: set(earlier.table(kind)) for kind in draft.records if kind not in ("figure", "alias")}
        ids = _ids(draft, kept, taken)
    return Named(draft, ids)


def _ids(draft: Draft, kept: Mapping[Link, str], taken: Mapping[str, set[str]]) -> dict[Link, str]:
    ids: dict[Link, str] = {}
    cells = _Cells(draft)
    for table, records in draft.records.items():
        if table not in ("stand", "figure", "alias", "fair"):
            _choose(table, records.values(), kept, taken.get(table, set()), cells, ids)
    without = []
    for key, record in draft.records.get("stand", {}).items():
        hall, code = record.values.get("hall"), record.values.get("code")
        if code and record.id:
            ids[Link("stand", key)] = record.id
        elif code:
            inside = ids.get(hall, "") if isinstance(hall, Link) else hall or ""
            ids[Link("stand", key)] = f"{inside}#{code}" if inside else str(code)
        else:
            without.append(record)
    _choose("stand", without, kept, taken.get("stand", set()), cells, ids)
    return ids


def _choose(
    table: str,
    records: Iterable[Record],
    kept: Mapping[Link, str],
    before: set[str],
    cells: "_Cells",
    ids: dict[Link, str],
) -> None:
    """Puts the ids of a table's records: those that are kept, those that files give, and new ones for the rest."""
    taken = set(before)
    groups: dict[str, list[Record]] = defaultdict(list)
    given: set[str] = set()
    for record in records:
        link = Link(table, record.key)
        own = _own(table, record)
        if own and own not in given:
            ids[link] = own
            given.add(own)
        elif link in kept and kept[link] not in given:
            ids[link] = kept[link]
            given.add(kept[link])
        else:
            groups[_base(table, record)].append(record)
    taken |= given
    for base in sorted(groups):
        group = groups[base]
        wanted: dict[str, list[Record]] = {base: group}
        if len(group) > 1 or base in taken:
            wanted = defaultdict(list)
            for record in group:
                wanted[_behind(base, record)].append(record)
        for name, several in sorted(wanted.items()):
            number = 1
            for record in sorted(several, key=cells.content) if len(several) > 1 else several:
                new = name if number == 1 else f"{name}-{number}"
                while new in taken:
                    number += 1
                    new = f"{name}-{number}"
                taken.add(new)
                ids[Link(table, record.key)] = new


def _own(table: str, record: Record) -> str:
    """The id that a file gives, as it is where it may be one."""
    if record.final or table == "region":
        return "" if _NO_ID.search(record.id) else record.id
    return record.id if _ID.match(record.id) else slug(record.id)


def _base(table: str, record: Record) -> str:
    if table == "hall":
        label = short(record.key)
        return (f"hall-{label}" if label[:1].isdigit() or len(label) < 3 else label).rstrip("-")
    wording = record.values.get("name") or record.values.get("title")
    base = short(said(wording)) if wording else slug(said(record.values.get("kind")))
    if table == "person":
        base = _TITLES.sub("", base, count=1) if _TITLES.match(base) else base
    hall = record.values.get("hall")
    if not base and isinstance(hall, Link):
        base = f"{table}-{slug(hall.key)}".strip("-")
    return base or table


def _behind(base: str, record: Record) -> str:
    """An id with what tells its thing from others of that name: its town or country, its day, its hall, its firm."""
    values = record.values
    place, day = values.get("place"), values.get("date")
    behind = ""
    if isinstance(place, Mapping):
        behind = short(said(place.get("city"))) or slug(said(place.get("country")))
    elif isinstance(day, date):
        behind = f"{day:%m-%d}"
    elif isinstance(values.get("hall"), Link):
        behind = slug(values["hall"].key)
    elif isinstance(values.get("organisation"), Mapping):
        behind = short(said(values["organisation"]))
    return f"{base}-{behind}" if behind else base


class _Cells:
    """The cells that could not be placed, by where they were read; put together when they are first asked for."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._cells: dict[Origin, list[str]] | None = None

    def content(self, record: Record) -> tuple[str, str, str]:
        """An order of records that are called the same by all that is known of them, wherever they stood."""
        if self._cells is None:
            self._cells = defaultdict(list)
            for unplaced in self._draft.unplaced:
                self._cells[unplaced.origin].append(repr(sorted(unplaced.cells.items())))
        besides = sorted(cells for origin in record.origins for cells in self._cells.get(origin, ()))
        values = sorted(
            (name, "" if isinstance(value, Link) and value.table == "exhibitor" else repr(value))  # its key has a row
            for name, value in record.values.items()
        )
        return repr(values), repr(besides), record.key
