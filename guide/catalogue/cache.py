"""The checked data of a large catalogue on disk, so that the next start need not parse and check it again.

Lines of JSON, each small enough to decode within a few milliseconds; the records of the large tables are
decoded only when they are asked for.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

from guide import kept
from guide.catalogue import fields
from guide.catalogue.fields import Field, Shape, Table
from guide.catalogue.model import TABLES, Catalogue, Ref
from guide.catalogue.packed import ROWS, Packed
from guide.catalogue.plain import packed
from guide.catalogue.problems import Problem
from guide.i18n import Said, Wording

_SORT = "catalogue"
_LISTS = ("figure", "alias")
_PROBLEM = tuple(name for name in Problem.__dataclass_fields__ if name not in ("file", "values"))


def find(folder: Path, path: Path, digest: str, names: tuple[str, ...]) -> tuple[Catalogue, tuple[Problem, ...]] | None:
    """The catalogue of that path as it was checked before, or None where its sources or the guide have changed.

    ``names`` are the files as they are to be called in the problems.
    """
    body = kept.read(kept.file_for(folder, _SORT, path), [digest, len(names)], _code())
    if body is None:
        return None
    try:
        return _decode(body, names)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def keep(
    folder: Path, path: Path, digest: str, names: tuple[str, ...], found: tuple[Catalogue, tuple[Problem, ...]]
) -> None:
    """Writes what was found for the next time; in silence where that is not possible."""
    body = b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in _encode(*found, names))
    kept.write(kept.file_for(folder, _SORT, path), [digest, len(names)], _code(), body)


def encoded(catalogue: Catalogue) -> bytes:
    """A catalogue in lines of JSON, without what was found wrong with it."""
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in _encode(catalogue, (), ()))


def decoded(body: bytes) -> Catalogue | None:
    """A catalogue of what :func:`encoded` wrote, its records decoded when they are asked for; None of anything else."""
    try:
        return _decode(body, ())[0]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _code() -> str:
    return kept.code_of(Path(__file__).parent)


def _encode(catalogue: Catalogue, problems: tuple[Problem, ...], names: tuple[str, ...]) -> Iterator[list[Any]]:
    # A line with the ids of a table, then its records in batches, each a line of its own.
    yield ["fair"]
    yield [packed(catalogue.fair)]
    rows: dict[str, list[Any]] = {"figure": list(catalogue.figures), "alias": list(catalogue.aliases)}
    for kind in (*TABLES, *_LISTS):
        entities = rows.get(kind) or list(catalogue.table(kind).values())
        yield [kind, *([] if kind in _LISTS else [entity.id for entity in entities])]
        for start in range(0, len(entities), ROWS):
            yield [packed(entity) for entity in entities[start : start + ROWS]]
    yield [""]
    for start in range(0, len(problems), ROWS):
        yield [_problem(problem, names) for problem in problems[start : start + ROWS]]


def _problem(problem: Problem, names: tuple[str, ...]) -> list[Any]:
    values = {key: {"say": value.text} if isinstance(value, Said) else value for key, value in problem.values.items()}
    return [names.index(problem.file), values, [getattr(problem, name) for name in _PROBLEM]]


def _decode(body: bytes, names: tuple[str, ...]) -> tuple[Catalogue, tuple[Problem, ...]]:
    readers = {name: _record(table) for name, table in fields.TABLES.items()}
    ids: dict[str, list[str]] = {}
    batches: dict[str, list[bytes]] = {}
    kind = ""
    for line in body.split(b"\n"):
        if line.startswith(b'["'):  # the records of a batch are tables, so only a table's first line begins so
            kind, *keys = json.loads(line)
            ids[kind] = keys
            batches[kind] = []
        elif line:
            batches[kind].append(line)

    def rows(name: str) -> Iterator[Any]:
        return (row for batch in batches[name] for row in json.loads(batch))

    problems = tuple(_told(names[file], *row) for file, *row in rows(""))
    catalogue = Catalogue(
        fair=readers["fair"](next(rows("fair"))),
        figures=tuple(map(readers["figure"], rows("figure"))),
        aliases=tuple(map(readers["alias"], rows("alias"))),
        **{attribute: Packed(ids[name], batches[name], readers[name]) for name, attribute in TABLES.items()},
    )
    return catalogue, problems


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
