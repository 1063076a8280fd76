"""SQLite as it fails: at the n-th statement, after so many steps of its machine, or for want of room."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ERRORS = {
    "disk I/O error": (sqlite3.OperationalError, sqlite3.SQLITE_IOERR_WRITE, "SQLITE_IOERR_WRITE"),
    "database or disk is full": (sqlite3.OperationalError, sqlite3.SQLITE_FULL, "SQLITE_FULL"),
    "database is locked": (sqlite3.OperationalError, sqlite3.SQLITE_BUSY, "SQLITE_BUSY"),
    "attempt to write a readonly database": (sqlite3.OperationalError, sqlite3.SQLITE_READONLY, "SQLITE_READONLY"),
    "unable to open database file": (sqlite3.OperationalError, sqlite3.SQLITE_CANTOPEN, "SQLITE_CANTOPEN"),
    "out of memory": (sqlite3.OperationalError, sqlite3.SQLITE_NOMEM, "SQLITE_NOMEM"),
    "without a code": (sqlite3.OperationalError, None, ""),
    "no space": (OSError, errno.ENOSPC, ""),
}


def error(name: str) -> Exception:
    """An error as SQLite or the system raises it."""
    kind, code, word = ERRORS[name]
    if kind is OSError:
        return OSError(code, name)
    made = kind(name)
    if code is not None:
        made.sqlite_errorcode, made.sqlite_errorname = code, word  # type: ignore[attr-defined]
    return made


class Failing(sqlite3.Connection):
    """A connection that does what :class:`Plan` says."""

    plan: "Plan"

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        if self.plan.pages:
            super().execute(f"PRAGMA max_page_count={self.plan.pages}")
        if self.plan.steps:
            self.set_progress_handler(lambda: 1, self.plan.steps)

    def execute(self, *given: Any) -> sqlite3.Cursor:
        """Fails before or after the n-th statement."""
        return self.plan.count(lambda: super(Failing, self).execute(*given))

    def executemany(self, *given: Any) -> sqlite3.Cursor:
        """Fails before or after the n-th statement."""
        return self.plan.count(lambda: super(Failing, self).executemany(*given))


class Plan:
    """``at``: the number of the statement that fails (0: none), before it is done or ``after``.

    ``pages``: the most that the file may have; ``steps``: after how many of its machine SQLite breaks off.
    """

    def __init__(self, name: str = "", at: int = 0, after: bool = False, pages: int = 0, steps: int = 0) -> None:
        self.name, self.at, self.after, self.pages, self.steps = name, at, after, pages, steps
        self.number = 0

    def count(self, work: Any) -> Any:
        """Does a statement, or fails."""
        self.number += 1
        here = self.at and self.number == self.at
        if here and not self.after:
            raise error(self.name)
        done = work()
        if here:
            raise error(self.name)
        return done


@contextmanager
def failing(plan: Plan) -> Iterator[Plan]:
    """Every connection that is opened meanwhile fails as planned."""
    real = sqlite3.connect

    class Planned(Failing):
        pass

    Planned.plan = plan

    def connect(*given: Any, **named: Any) -> sqlite3.Connection:
        return real(*given, **{"factory": Planned, **named})

    sqlite3.connect = connect  # type: ignore[assignment]
    try:
        yield plan
    finally:
        sqlite3.connect = real
