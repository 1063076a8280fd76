"""What the file of visits looks like: the steps that lead from each of its versions to the next."""

import sqlite3
from functools import lru_cache

APPLICATION = 0x47554944  # "GUID"
"""SQLite's ``application_id`` of the file."""

PAGE = 4096
"""Bytes of a page."""

Step = tuple[str, ...]

STEPS: tuple[Step, ...] = (
    (
        """CREATE TABLE marks (
            fair TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
            favourite INTEGER NOT NULL, visited INTEGER NOT NULL, rating INTEGER NOT NULL,
            note TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (fair, kind, id))""",
        """CREATE TABLE stops (
            fair TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
            kind TEXT, ref TEXT, day TEXT, starts TEXT, minutes INTEGER,
            title TEXT NOT NULL, place TEXT NOT NULL, about TEXT NOT NULL, meeting INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (fair, id))""",
        """CREATE TABLE changes (
            fair TEXT NOT NULL, undone INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (fair, undone, number))""",
        """CREATE TABLE questions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, fair TEXT NOT NULL, at TEXT NOT NULL, asked TEXT NOT NULL,
            language TEXT NOT NULL, found INTEGER NOT NULL, kind TEXT, ref TEXT, name TEXT NOT NULL)""",
        """CREATE TABLE aliases (
            fair TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (fair, kind, id, text))""",
    ),
)
"""The n-th step leads from ``user_version`` n to n + 1; one that was shipped never changes.

Rows stand in the order in which they were first written (their rowid): favourites show in that order. Of changes,
``undone`` 0 is the pile of what was done (the highest number last), 1 that of what was undone (the lowest is the one
to do again first); a body is the JSON of :func:`guide.visit.records.body_of`.
"""

TABLES = ("marks", "stops", "aliases", "questions", "changes")
"""The tables of the version that this guide writes."""

VERSION = len(STEPS)
"""The ``user_version`` that this guide writes."""


def build(db: sqlite3.Connection, version: int) -> None:
    """Leads a file, empty or of an older version, to a version within the transaction that is open."""
    now = int(db.execute("PRAGMA user_version").fetchone()[0])
    for step in STEPS[now:version]:
        for statement in step:
            db.execute(statement)
    db.execute(f"PRAGMA application_id={APPLICATION}")
    db.execute(f"PRAGMA user_version={version}")


@lru_cache(maxsize=8)
def statements(version: int) -> tuple[tuple[str, str], ...]:
    """The name and the SQL of each table of a version as SQLite keeps them."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        build(db, version)
        return tuple(db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())
    finally:
        db.close()


def columns(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns of a table; none where it is not there."""
    return tuple(row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall())
