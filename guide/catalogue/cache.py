"""The checked data of a large catalogue on disk, so that the next start need not parse and check it again.

One file a catalogue: a header line in JSON (what wrote it, the digest of the sources, a checksum of the
rest), then lines of JSON, each small enough to decode within a few milliseconds. Nothing in it is
executed, whatever is odd about it makes it void, and whoever is not able to write it goes without.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

from guide import __version__
from guide.catalogue import fields
from guide.catalogue.fields import Field, Shape, Table
from guide.catalogue.model import TABLES, Catalogue, Ref
from guide.catalogue.plain import packed
from guide.catalogue.problems import Problem, Said
from guide.i18n import Wording

FORMAT = 1
KEPT = 8
"""Files that the folder keeps; the longest unused go first."""
_ROWS, _PREFIX, _SUFFIX = 64, "catalogue-", ".jsonl"
_PROBLEM = tuple(name for name in Problem.__dataclass_fields__ if name not in ("file", "values"))


def find(folder: Path, path: Path, digest: str, names: tuple[str, ...]) -> tuple[Catalogue, tuple[Problem, ...]] | None:
    """The catalogue of that path as it was checked before, or None where its sources or the guide have changed.

    ``names`` are the files as they are to be called in the problems.
    """
    file = _file(folder, path)
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        if json.loads(head) != _header(digest, len(names), body):
            return None
        found = _decode(body, names)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    with suppress(OSError):  # a folder that may only be read
        os.utime(file)
    return found


def keep(
    folder: Path, path: Path, digest: str, names: tuple[str, ...], found: tuple[Catalogue, tuple[Problem, ...]]
) -> None:
    """Writes what was found for the next time; in silence where that is not possible."""
    body = b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in _encode(*found, names))
    header = json.dumps(_header(digest, len(names), body)).encode()
    file = _file(folder, path)
    beside = file.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(header + b"\n" + body)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
        _sweep(folder)
    except OSError:
        pass


def _file(folder: Path, path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
    return folder / f"{_PREFIX}{name[:24]}{_SUFFIX}"


def _header(digest: str, count: int, body: bytes) -> dict[str, Any]:
    checksum = hashlib.blake2b(body, digest_size=16).hexdigest()
    return {"guide": __version__, "format": FORMAT, "code": _code(), "sources": [digest, count], "body": checksum}


def _code() -> str:
    """What the code of this room looks like from outside: another one may check differently."""
    try:
        with os.scandir(Path(__file__).parent) as entries:
            seen = sorted((e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in entries if e.name.endswith(".py"))
    except OSError:  # within a zip file
        seen = []
    return hashlib.blake2b(repr(seen).encode(), digest_size=8).hexdigest()


def _sweep(folder: Path) -> None:
    """Keeps the files used last, and clears away what an interrupted writer left an hour ago."""
    kept = sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
    parts = [file for file in folder.glob(f"{_PREFIX}*.part") if file.stat().st_mtime < time.time() - 3600]
    for file in (*kept[KEPT:], *parts):
        file.unlink(missing_ok=True)


def _encode(catalogue: Catalogue, problems: tuple[Problem, ...], names: tuple[str, ...]) -> Iterator[list[Any]]:
    yield ["fair", [packed(catalogue.fair)]]
    rows: dict[str, list[Any]] = {"figure": list(catalogue.figures), "alias": list(catalogue.aliases)}
    for kind in (*TABLES, *rows):
        entities = rows.get(kind) or list(catalogue.table(kind).values())
        for start in range(0, len(entities), _ROWS):
            yield [kind, [packed(entity) for entity in entities[start : start + _ROWS]]]
    for start in range(0, len(problems), _ROWS):
        yield ["", [_problem(problem, names) for problem in problems[start : start + _ROWS]]]


def _problem(problem: Problem, names: tuple[str, ...]) -> list[Any]:
    values = {key: {"say": value.text} if isinstance(value, Said) else value for key, value in problem.values.items()}
    return [names.index(problem.file), values, [getattr(problem, name) for name in _PROBLEM]]


def _decode(body: bytes, names: tuple[str, ...]) -> tuple[Catalogue, tuple[Problem, ...]]:
    readers = {name: _record(table) for name, table in fields.TABLES.items()}
    records: dict[str, list[Any]] = {name: [] for name in readers}
    problems: list[Problem] = []
    for line in body.split(b"\n"):
        if not line:
            continue
        kind, rows = json.loads(line)
        if kind:
            records[kind].extend(map(readers[kind], rows))
        else:
            problems.extend(_told(names[file], *row) for file, *row in rows)
    catalogue = Catalogue(
        fair=records["fair"][0],
        figures=tuple(records["figure"]),
        aliases=tuple(records["alias"]),
        **{attribute: {entity.id: entity for entity in records[kind]} for kind, attribute in TABLES.items()},
    )
    return catalogue, tuple(problems)


def _told(file: str, values: dict[str, Any], rest: list[Any]) -> Problem:
    said = {key: Said(value["say"]) if isinstance(value, dict) else value for key, value in values.items()}
    return Problem(file=file, values=said, **dict(zip(_PROBLEM, rest, strict=True)))


def _record(table: Table) -> Callable[[dict[str, Any]], Any]:
    """A reader of packed records that trusts them."""
    made = table.type
    readers = {field.key: (field.name, _reader(field)) for field in table.fields}

    def read(row: dict[str, Any]) -> Any:
        given = {}
        for key, value in row.items():
            name, reader = readers[key]
            given[name] = value if reader is None else reader(value)
        return made(**given)

    return read


def _reader(field: Field) -> Callable[[Any], Any] | None:
    one = _one(field)
    if not field.many:
        return one
    return tuple if one is None else lambda items: tuple([one(item) for item in items])


def _one(field: Field) -> Callable[[Any], Any] | None:
    match field.shape:
        case Shape.TEXT | Shape.PROSE:
            return _wording
        case Shape.QUANTITY:
            return lambda value: value if isinstance(value, int | float) else _wording(value)
        case Shape.PARTY:
            return lambda value: Ref(*value) if isinstance(value, list) else _wording(value)
        case Shape.ANY:
            return lambda value: Ref(*value)
        case Shape.TABLE if field.table is not None:
            return _record(field.table)
        case Shape.POINT:
            return tuple
        case Shape.POLYGON:
            return lambda points: tuple([(x, y) for x, y in points])
        case Shape.DATE:
            return date.fromisoformat
        case Shape.DAY:
            return lambda value: date.fromisoformat(value) if len(value) > 7 else value
        case Shape.MOMENT:
            return lambda value: datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
        case Shape.CLOCK:
            return clock.fromisoformat
        case _:
            return None


def _wording(value: Any) -> Wording:
    return Wording((("", value),)) if type(value) is str else Wording(tuple(value.items()))
