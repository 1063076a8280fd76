"""The file of visits as transactions: it opens itself, is mended where it is damaged, and says why it is not usable."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from guide.visit import salvage, schema
from guide.visit.refusals import (
    DamagedError,
    FullError,
    LockedError,
    NewerError,
    UnusableError,
    is_damage,
    is_moved,
    is_read_only,
    refusal,
)

T = TypeVar("T")
_TRIES = 4


class _MovedError(Exception):
    """Another file stands in the place of the one that is open, or it has another version by now."""


class _UnsoundError(Exception):
    """The file can be read, but is not what this guide wrote."""


class VisitFile:
    """One connection, to be used in the thread that opened it; ``wait`` is how many seconds a lock is waited for.

    ``state`` is another number whenever what was read before may no longer hold: another guide wrote, or something
    was taken back. ``anew`` counts how often another file came into the place of the one that was open.
    """

    def __init__(self, file: Path, tell: Callable[[DamagedError], None], wait: float) -> None:
        self.file = Path(os.path.realpath(file))
        self.state = 0
        self.anew = 0
        self._tell = tell
        self._wait = wait
        self._db: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._version = -1
        self._inside = False

    def close(self) -> None:
        """Closes the file, and takes back what is not committed; whatever is used afterwards opens it again."""
        db, self._db = self._db, None
        self._inside = False
        self.state += 1
        if db is not None:
            with suppress(sqlite3.Error):  # first, so that nothing stays locked if a query was not read to its end
                db.rollback()
            with suppress(sqlite3.Error):
                db.close()

    def open(self) -> None:
        """Opens the file now."""
        self._carefully(lambda: None)

    def read(self, work: Callable[[], T]) -> T:
        """What ``work`` reads, all of it from one state of the file."""
        return work() if self._inside else self._carefully(lambda: self._within("BEGIN", work))

    def write(self, work: Callable[[], T]) -> T:
        """Does all that ``work`` writes, or nothing; within another ``write`` as a part of that.

        It may be called twice: where the file had to be mended.
        """
        return work() if self._inside else self._carefully(lambda: self._within("BEGIN IMMEDIATE", work))

    def changed(self) -> bool:
        """Whether another guide wrote since something was read or written here last."""
        return self._carefully(lambda: self._moved() or self._data_version() != self._version)

    def run(self, statement: str, *values: Any) -> sqlite3.Cursor:
        """Executes a statement within ``read`` or ``write``."""
        assert self._db is not None
        return self._db.execute(statement, values)

    def all(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query within ``read`` or ``write``."""
        return self.run(statement, *values).fetchall()

    def many(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        """Executes a statement for each row within ``write``."""
        assert self._db is not None
        if rows:
            self._db.executemany(statement, rows)

    # Transactions.

    def _carefully(self, work: Callable[[], T]) -> T:
        """Does the work, once more after another file came into its place or it was mended."""
        mended = False
        for _ in range(_TRIES):
            try:
                if self._db is None:
                    self._connect()
                return work()
            except _MovedError:
                self.close()
                continue
            except (sqlite3.Error, OSError, UnicodeDecodeError, _UnsoundError) as error:
                self.close()
                refused = refusal(error, self.file)
                damaged, moved = self._is_damage(error), is_moved(error)
            except BaseException:
                self.close()
                raise
            # Outside of the handler: what is raised from here has nothing of what was to be written behind it.
            if damaged and not mended:
                mended = True
                self._mend()
            elif not moved:
                raise refused
        raise UnusableError(self.file, "MOVED")

    def _within(self, begin: str, work: Callable[[], T]) -> T:
        self.run(begin)
        if self._moved():
            raise _MovedError
        version = self._data_version()
        if version != self._version:
            if self._number("user_version") != schema.VERSION:
                raise _MovedError
            self._version = version
            self.state += 1
        self._inside = True
        try:
            done = work()
            self.run("COMMIT")
        finally:
            self._inside = False
        return done

    def _data_version(self) -> int:
        return self._number("data_version")

    def _number(self, pragma: str) -> int:
        return int(self.run(f"PRAGMA {pragma}").fetchone()[0])

    # The file itself.

    def _connect(self) -> None:
        self._make()
        before = self._stat()
        self._db = sqlite3.connect(self.file, isolation_level=None)
        if self._stat() != before:
            raise _MovedError
        if self._identity is not None and before != self._identity:
            self.anew += 1
        self._identity = before
        salvage.wait_for_locks(self._db, self._wait)
        version = self._looked_through()
        salvage.settle(self._db)
        if version < schema.VERSION:
            self.run(f"PRAGMA page_size={schema.PAGE}")
            self.run("BEGIN IMMEDIATE")
            schema.build(self._db, schema.VERSION)
            self.run("COMMIT")
        self._version = -1

    def _make(self) -> None:
        """Makes the file and its folder for their owner alone."""
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if salvage.make(self.file) and self._identity is not None:
            self.anew += 1
        if os.name == "posix" and self.file.is_file() and self.file.stat().st_mode & 0o077:
            with suppress(OSError):
                self.file.chmod(0o600)

    def _looked_through(self) -> int:
        """The version of the file, 0 where it is empty; all of it is looked through at one moment."""
        self.run("BEGIN")
        version, application = self._number("user_version"), self._number("application_id")
        if application == schema.APPLICATION and version > schema.VERSION:
            raise NewerError(self.file)
        tables = set(self.all("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        size = self.file.stat().st_size
        if tables or version or application or size:
            if size % self._number("page_size"):  # SQLite takes a page that was cut off as one that ends in zeros
                raise _UnsoundError
            if application != schema.APPLICATION or version <= 0 or not set(schema.statements(version)) <= tables:
                raise _UnsoundError
            if self.all("PRAGMA integrity_check(1)") != [("ok",)]:
                raise _UnsoundError
        self.run("COMMIT")
        return version

    def _stat(self) -> tuple[int, int] | None:
        found = self.file.stat()
        return (found.st_dev, found.st_ino) if found.st_ino else None

    def _moved(self) -> bool:
        """Whether the open file is no longer the one of that name: what is written into it would be lost."""
        try:
            return self._stat() != self._identity
        except FileNotFoundError:
            return True

    def _is_damage(self, error: Exception) -> bool:
        return isinstance(error, _UnsoundError) or is_damage(error) or (is_read_only(error) and self._is_marked())

    def _is_marked(self) -> bool:
        """Whether the file itself says that it is not to be written: no guide has written that."""
        try:
            with self.file.open("rb") as opened:
                return opened.read(20)[18:] not in (b"\1\1", b"")
        except OSError:
            return False

    def _mend(self) -> None:
        try:
            with salvage.alone(self.file, self._wait):
                if self._is_sound():
                    return  # another guide was faster
                self.close()
                aside, kept = salvage.mend(self.file, self._wait)
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            self.close()
            refused = refusal(error, self.file)
        else:
            self.anew += 1
            self._tell(DamagedError(self.file, aside, kept))
            return
        raise refused if isinstance(refused, FullError | LockedError) else DamagedError(self.file)

    def _is_sound(self) -> bool:
        try:
            self._connect()
        except (sqlite3.Error, UnicodeDecodeError, _UnsoundError) as error:
            if self._is_damage(error):
                return False
            raise
        return not self._is_marked()
