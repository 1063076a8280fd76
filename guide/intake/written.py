"""The files of an imported catalogue, as a person would have written them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from guide.catalogue.fields import TABLES, Shape
from guide.i18n import N_, Tongue
from guide.intake.draft import Draft, Link, Origin, Record, Remark
from guide.intake.ids import Named
from guide.intake.tabled import tabled
from guide.intake.toml_text import comment, key, lines, text
from guide.text import clean, one_line

SCHEMA = "#:schema catalogue.schema.json"
"""The first line of each file: what editors check and complete it by."""

LARGEST = 32 * 1024 * 1024
"""Bytes after which a file goes on in another one; the guide reads files of 64 MB at most."""

FILES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "fair": (N_("The fair."), ("fair",)),
    "sources": (N_("Where facts come from, and figures."), ("source", "figure")),
    "halls": (N_("Halls and the ways between them."), ("hall", "passage")),
    "stands": (N_("Stands."), ("stand",)),
    "exhibitors": (N_("Exhibitors."), ("exhibitor",)),
    "regions": (N_("Regions and countries."), ("region",)),
    "ventures": (N_("Joint ventures and other ties."), ("venture",)),
    "people": (N_("People."), ("person",)),
    "programme": (N_("The programme."), ("session",)),
    "services": (N_("Services for visitors."), ("service",)),
    "notices": (N_("Notices."), ("notice",)),
    "aliases": (N_("Other names."), ("alias",)),
}
"""What stands in which file: how its first lines call it, and its tables."""

_NUMBER = re.compile(r"-[0-9]+\Z")
_COLUMN = 200  # characters of the name of a column, as it is kept
_PROSE = {
    name: frozenset(field.key for field in table.fields if field.shape in (Shape.PROSE, Shape.TABLE))
    for name, table in TABLES.items()
}
_RAW = N_("What no key of a catalogue is for. The guide keeps it and does not look into it.")


def written(named: Named, tongue: Tongue, held: Mapping[str, frozenset[str]] = MappingProxyType({})) -> dict[str, str]:
    """The text of each file by its name; the same for the same records, in whatever order they were read.

    Comments are in the language of the tongue: what was imported, and above a value why it is a guess. ``held`` are
    the ids of what a person's own files hold, by table: that is left to them.
    """
    tables = tabled(named.draft, named.ids)
    for kind, ids in held.items():
        tables[kind] = [
            (record, row)
            for record, row in tables.get(kind, ())
            if named.ids.get(Link(record.table, record.key)) not in ids
        ]
    files: dict[str, str] = {}
    for name, (title, kinds) in FILES.items():
        blocks = [
            block for kind in kinds for record, row in tables.get(kind, ()) for block in _block(record, row, tongue)
        ]
        if blocks:
            files |= _split(name, _heading(tongue.t(title), named.draft, kinds, tongue), blocks)
    raw = list(_raw(named))
    if raw:
        files |= _split("raw", _top([tongue.t(_RAW), _from(named.draft, (), tongue)]), raw)
    return files


def _block(record: Record, row: Mapping[str, Any], tongue: Tongue) -> Iterator[str]:
    remarks: dict[str, list[Remark]] = defaultdict(list)
    for remark in record.remarks:
        remarks[remark.field if remark.field in row else ""].append(remark)
    out = list(_remarked(remarks[""], tongue)) if remarks else []
    out.append(TABLES[record.table].header)
    prose = _PROSE[record.table]
    for name, value in row.items():
        if name in remarks:
            out += _remarked(remarks[name], tongue)
        if type(value) is str and name not in prose:
            out.append(f"{name} = {text(value)}")
        else:
            out += lines(name, value, prose=name in prose)
    yield "\n".join(out) + "\n"


def _remarked(remarks: Iterable[Remark], tongue: Tongue) -> Iterator[str]:
    for said in dict.fromkeys(_said(remark, tongue) for remark in remarks):
        yield from comment(said)


def _said(remark: Remark, tongue: Tongue) -> str:
    return one_line(clean(tongue.t(remark.message, **remark.values)))


def _heading(title: str, draft: Draft, kinds: Iterable[str], tongue: Tongue) -> str:
    return _top([title, _from(draft, kinds, tongue)])


def _top(said: Iterable[str]) -> str:
    return "\n".join([SCHEMA, "", *(line for each in said if each for line in comment(each)), ""])


def _from(draft: Draft, kinds: Iterable[str], tongue: Tongue) -> str:
    records = [record for kind in kinds for record in draft.records.get(kind, {}).values()]
    origins = {origin.file for record in records for origin in record.origins}
    if not origins:
        origins = {origin.file for record in draft for origin in record.origins}
        origins |= {unplaced.origin.file for unplaced in draft.unplaced}
    files = ", ".join(sorted(one_line(clean(file)) for file in origins if file))
    return tongue.t("Imported from: {files}", files=files) if files else ""


def is_written(file: str) -> bool:
    """Whether a file of that name is one that an import writes."""
    return is_kept_only(file) or (file.endswith(".toml") and _NUMBER.sub("", file.removesuffix(".toml")) in FILES)


def is_kept_only(file: str) -> bool:
    """Whether a file of that name is one of those with nothing but what no key of a catalogue is for."""
    return file.endswith(".toml") and _NUMBER.sub("", file.removesuffix(".toml")) == "raw"


def _split(name: str, top: str, blocks: Iterable[str]) -> dict[str, str]:
    files: dict[str, str] = {}
    parts: list[str] = [top]
    size = 0
    for block in blocks:
        taken = len(block.encode())
        if size + taken > LARGEST and size:
            files[_file(name, len(files))] = "\n".join(parts)
            parts, size = [top], 0
        parts.append(block)
        size += taken
    files[_file(name, len(files))] = "\n".join(parts)
    return files


def _file(name: str, number: int) -> str:
    return f"{name}-{number + 1}.toml" if number else f"{name}.toml"


def _raw(named: Named) -> Iterator[str]:
    """What could not be placed: by the id of the record that was read in the same row, else by file and row."""
    homes: dict[Origin, Link] = {}
    for record in named.draft:
        link = Link(record.table, record.key)
        for origin in record.origins if link in named.ids else ():
            if origin not in homes or record.table in ("exhibitor", "session", "person"):
                homes[origin] = link
    placed: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for unplaced in named.draft.unplaced:
        home = homes.get(unplaced.origin)
        where = (home.table, named.ids[home]) if home else (unplaced.origin.file, f"{unplaced.origin.row:d}")
        there = placed[where]
        for column, cell in unplaced.cells.items():
            if cell and cell not in (cells := there[_column(column)]):
                cells.append(cell)
    places = {_column(name): n for n, name in enumerate(named.draft.columns)}
    for where in sorted(placed):
        body = [f"[{'.'.join(map(key, ('raw', *where)))}]"]
        columns = placed[where]
        for name in sorted(columns, key=lambda name: (places.get(name, len(places)), name)):
            cells = columns[name]
            body += lines(key(name), sorted(cells) if len(cells) > 1 else cells[0])
        yield "\n".join(body) + "\n"


@lru_cache(maxsize=1024)
def _column(name: str) -> str:
    """The name of a column as it is kept."""
    return one_line(clean(name))[:_COLUMN]
