"""A damaged file of visits: what can be read of it goes into a new one, and it is kept aside under a telling name."""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from guide import dates
from guide.visit import schema
from guide.visit.refusals import LockedError, refusal

_LARGEST = 1 << 29
_SMALLEST_ROW = 16

_Rows = dict[int, tuple[Any, ...]]


def wait_for_locks(db: sqlite3.Connection, seconds: float) -> None:
    """The settings that come before anything that could meet a lock or a text."""
    db.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")  # the usual one puts the text into its error


def settle(db: sqlite3.Connection) -> None:
    """The settings for writing: what is committed stays, whatever happens to the process or the system."""
    db.execute("PRAGMA journal_mode=TRUNCATE")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA cell_size_check=ON")


def make(file: Path) -> bool:
    """Makes a file for its owner alone; False where it is there already: that one is not opened."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    return True


@contextmanager
def alone(file: Path, seconds: float) -> Iterator[None]:
    """One guide at a time: where two find the damage at once, the second sees what the first made.

    The lock is that of an empty database beside the file; the system releases it when a process dies.
    """
    beside = file.with_name(f"{file.stem}.mending")
    make(beside)
    lock = sqlite3.connect(beside, isolation_level=None)
    try:
        lock.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")
        lock.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        lock.close()


def mend(file: Path, seconds: float) -> tuple[Path, int]:
    """Puts a new file with all that can be read into the place of a damaged one.

    Returns where the damaged one is now, and how many marks, stops, aliases and questions were read. At no time is
    there no file. Raises sqlite3.Error and OSError where the new one cannot be written or put there.
    """
    image = _image(file)
    damaged = _locked(file, seconds)
    scratch = file.with_name(f"{file.stem}.{os.getpid()}-{time.monotonic_ns()}.part")
    try:
        kept = _write(scratch, damaged, image)
        if sys.platform == "win32" and damaged is not None:
            damaged.close()  # nothing that is open can be moved there
        aside = _swap(file, scratch)
    finally:
        if damaged is not None:
            damaged.close()
        for left in (scratch, _journal(scratch)):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return aside, kept


def _image(file: Path) -> bytes:
    """The bytes of the file, in whole pages."""
    with file.open("rb") as opened:
        data = opened.read(_LARGEST)
    return data + bytes(-len(data) % schema.PAGE)


def _locked(file: Path, seconds: float) -> sqlite3.Connection | None:
    """The damaged file, locked so that no other guide writes into it meanwhile; None where it cannot be opened."""
    db = sqlite3.connect(file, isolation_level=None)
    try:
        wait_for_locks(db, seconds)
        db.execute("PRAGMA journal_mode=MEMORY")  # nothing is written, and no journal either
        db.execute("PRAGMA writable_schema=ON")  # without it a file that was cut off is not read at all
        db.execute("BEGIN EXCLUSIVE")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        db.close()
        if isinstance(refusal(error, file), LockedError):
            raise
        return None
    return db


def _write(scratch: Path, damaged: sqlite3.Connection | None, image: bytes) -> int:
    """Fills a new file; the number of entries that a person made."""
    make(scratch)
    new = sqlite3.connect(scratch, isolation_level=None)
    grafted = _grafted(image)
    try:
        new.execute(f"PRAGMA page_size={schema.PAGE}")
        settle(new)
        new.execute("BEGIN IMMEDIATE")
        schema.build(new, schema.VERSION)
        kept = 0
        for table in schema.TABLES:
            into = schema.columns(new, table)
            read = [_rows(db, table, into, len(image) // _SMALLEST_ROW) for db in (damaged, grafted) if db]
            there, rows = max(read, key=lambda found: len(found[1]), default=((), {}))
            before = new.total_changes
            if rows:
                new.executemany(
                    f"INSERT OR IGNORE INTO {table} ({', '.join(there)}) VALUES ({', '.join('?' * len(there))})",
                    [rows[number] for number in sorted(rows)],
                )
            kept += (new.total_changes - before) * (table != "changes")
        new.execute("COMMIT")
    finally:
        new.close()
        if grafted is not None:
            grafted.close()
    return kept


def _grafted(image: bytes) -> sqlite3.Connection | None:
    """The file in memory with a first page as it should be: the first says where all the others belong.

    It is that of the first version, whose tables begin at the same pages in every file.
    """
    if not hasattr(sqlite3.Connection, "deserialize"):  # SQLite can be built without it
        return None
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        fresh.execute(f"PRAGMA page_size={schema.PAGE}")
        schema.build(fresh, 1)
        first = bytearray(fresh.serialize()[: schema.PAGE])
    finally:
        fresh.close()
    first[28:32] = (len(image) // schema.PAGE).to_bytes(4, "big")
    first[32:40] = bytes(8)  # no list of free pages
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.deserialize(bytes(first) + image[schema.PAGE :])
        wait_for_locks(db, 0)
        db.execute("PRAGMA writable_schema=ON")
    except (sqlite3.Error, UnicodeDecodeError):
        db.close()
        return None
    return db


def _rows(db: sqlite3.Connection, table: str, into: tuple[str, ...], most: int) -> tuple[tuple[str, ...], _Rows]:
    """The columns of a table that are there, and every row that can be read, by its number.

    They are read from both ends, then one by one in between. No more than ``most`` are there.
    """
    rows: _Rows = {}
    try:
        there = tuple(column for column in schema.columns(db, table) if column in into)
    except (sqlite3.Error, UnicodeDecodeError):
        return (), rows
    if not there:
        return there, rows
    select = f"SELECT rowid, {', '.join(there)} FROM {table} NOT INDEXED"
    if _take(db, f"{select} ORDER BY rowid LIMIT {most}", (), rows):
        return there, rows
    from_above: _Rows = {}
    _take(db, f"{select} ORDER BY rowid DESC LIMIT {most}", (), from_above)
    low, high = max(rows, default=0), min(from_above, default=0)
    rows |= from_above
    for number in range(low + 1, min(high or low + most, low + most)):
        _take(db, f"{select} WHERE rowid = ?", (number,), rows)
    return there, rows


def _take(db: sqlite3.Connection, select: str, values: tuple[int, ...], rows: _Rows) -> bool:
    """Takes the rows of a query until it breaks off; whether it went to its end.

    A row with a NUL in it comes from a page that was cut off: none is ever written (:func:`guide.visit.records.kept`).
    """
    try:
        for number, *row in db.execute(select, values):
            if not any(isinstance(value, str) and "\0" in value for value in row):
                rows[number] = tuple(row)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        return False
    return True


def _swap(file: Path, scratch: Path) -> Path:
    """Gives the damaged file its telling name and the new one its place; where the damaged one is now."""
    now = dates.now().astimezone()
    for more in ("", *(f"-{number}" for number in range(2, 1000))):
        aside = file.with_name(f"{file.stem}.damaged-{now:%Y%m%d-%H%M%S}{more}{file.suffix}")
        if not aside.exists():
            break
    journal = _journal(file)
    begun = journal.exists() and journal.stat().st_size > 0
    try:
        aside.hardlink_to(file)
        linked = True
    except OSError:  # not on every file system
        file.rename(aside)
        linked = False
    try:
        if begun:  # what was begun in the damaged file must not be taken back in the new one
            journal.replace(_journal(aside))
        scratch.replace(file)
    except OSError:
        with suppress(OSError):
            _journal(aside).replace(journal)
        with suppress(OSError):
            aside.unlink() if linked else aside.rename(file)
        raise
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    return aside


def _journal(file: Path) -> Path:
    return file.with_name(f"{file.name}-journal")
