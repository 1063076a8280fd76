"""Why the file of a visit could not be read or written, each in a sentence; what a person wrote is in none of them."""

import errno
from contextlib import suppress
from pathlib import Path

from guide.errors import NotSavedError
from guide.i18n import N_

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOENT}


class DamagedError(NotSavedError):
    """The file was damaged; ``aside`` is where it is kept now, None where it had to stay in its place.

    ``kept`` is how many marks, stops, questions and aliases could be read out of it.
    """

    def __init__(self, file: Path, aside: Path | None = None, kept: int = 0) -> None:
        if aside is None:
            super().__init__(
                N_("The file of your marks and notes is damaged: {file}"),
                N_("It could not be put aside, and nothing is saved. Take away what must not be lost."),
                file=str(file),
            )
        else:
            super().__init__(
                N_("The file of your marks and notes was damaged; what could be read of it was kept."),
                N_("Entries kept: {count}. The damaged file is now {aside}"),
                count=kept,
                aside=str(aside),
            )
        self.aside = aside
        self.kept = kept


class NewerError(NotSavedError):
    """The file was written by a newer guide; it is left as it is."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            N_("The file of your marks and notes was written by a newer guide: {file}"),
            N_("Nothing is written into it. Update the guide; until then, take away what must not be lost."),
            file=str(file),
        )


class FullError(NotSavedError):
    """There is no room for the file."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            N_("There is no room left on the disk to save your marks and notes: {file}"),
            N_("Make room, and they are saved. Until then, take away what must not be lost."),
            file=str(file),
        )


class NotWritableError(NotSavedError):
    """The file or its folder may not be written to, or cannot be made."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            N_("Your marks and notes cannot be saved; writing is not allowed: {file}"),
            N_("Look at who may write to the file and its folder. Until then, take away what must not be lost."),
            file=str(file),
        )


class FolderError(NotSavedError):
    """A folder stands where the file should be."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            N_("Your marks and notes cannot be saved; there is a folder in the place of the file: {file}"),
            N_("Move the folder elsewhere. Until then, take away what must not be lost."),
            file=str(file),
        )


class LockedError(NotSavedError):
    """Another program has kept the file locked for too long."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            N_("Your marks and notes cannot be saved; another program keeps the file locked: {file}"),
            N_("Close the other program, and they are saved."),
            file=str(file),
        )


class UnusableError(NotSavedError):
    """The system refused to read or write the file; ``reason`` is its own short word for why."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(
            N_("Your marks and notes cannot be saved; the system refuses the file ({reason}): {file}"),
            N_("Is the disk still there? Until it can be written to, take away what must not be lost."),
            file=str(file),
            reason=reason,
        )


# The result codes of SQLite by their lowest byte: https://www.sqlite.org/rescode.html
_LOCKED = {5, 6, 15}  # busy, locked, locking protocol
_FULL_DISK = {13}
_READ_ONLY = 8
_NOT_ALLOWED = {3, _READ_ONLY, 14, 23}  # no permission, cannot open, not authorised
_DAMAGED = {1, 11, 24, 26}  # an error in a statement, though these are right; corrupt, format, not a database
_MOVED = 1032  # read-only, since the file was moved


def _code(error: BaseException) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file is not what a database has to be.

    SQLite quotes from the file in some of its messages; a quotation that is no UTF-8 is an error of its own.
    """
    return _code(error) in _DAMAGED or isinstance(error, UnicodeDecodeError)


def is_read_only(error: BaseException) -> bool:
    """Whether SQLite may only read the file."""
    return _code(error) == _READ_ONLY


def is_moved(error: BaseException) -> bool:
    """Whether SQLite found out by itself that the file is no longer in its place."""
    return int(getattr(error, "sqlite_errorcode", 0)) == _MOVED


def refusal(error: BaseException, file: Path) -> NotSavedError:
    """An error of SQLite or of the system in plain words, without anything that was to be written."""
    with suppress(OSError):  # a folder that may not be entered tells nothing
        if file.is_dir():
            return FolderError(file)
    if isinstance(error, OSError):
        if error.errno in _FULL:
            return FullError(file)
        if error.errno in _FORBIDDEN:
            return NotWritableError(file)
        return UnusableError(file, errno.errorcode.get(error.errno or 0, type(error).__name__))
    code = _code(error)
    if code in _LOCKED:
        return LockedError(file)
    if code in _FULL_DISK:
        return FullError(file)
    if code in _NOT_ALLOWED:
        return NotWritableError(file)
    if code in _DAMAGED:
        return DamagedError(file)
    return UnusableError(file, str(getattr(error, "sqlite_errorname", type(error).__name__)))
