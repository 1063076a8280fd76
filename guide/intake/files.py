"""The files to import as they lie on the disk: read whole, up to a limit, and what was asked for besides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guide.errors import NoSuchFileError, UnreadableError
from guide.i18n import N_
from guide.text import clean, one_line

SIZE = 128 * 1024 * 1024
"""Bytes that one file may have."""


class ForeignError(UnreadableError):
    """A file that cannot be taken in: nothing was written."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file: its name as it is shown, and its bytes."""

    name: str
    data: bytes


def _nothing(done: int, whole: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class Asked:
    """What the readers are told besides.

    ``columns`` is what a column is to be taken for, by its name as the file has it (``--map``); ``kept_columns`` the
    same from an earlier import, which passes over columns that are no longer there; ``timezone`` that of
    clock times, "" for what the files say; ``language`` that of texts that do not tell it, "" for what their letters
    tell; ``tick`` is called now and then with how many rows of how many are done.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    kept_columns: Mapping[str, str] = field(default_factory=dict)
    timezone: str = ""
    language: str = ""
    tick: Callable[[int, int], None] = _nothing


def incoming(path: Path) -> Incoming:
    """The file of that path.

    Raises NoSuchFileError where it leads to no file, and ForeignError where that is too large or cannot be opened.
    """
    shown = one_line(clean(path.name or str(path)))
    try:
        if path.is_dir():
            raise NoSuchFileError(
                N_("{path} is a folder."), N_("Name the files in it."), path=one_line(clean(str(path)))
            )
        if not path.is_file():  # a device or a pipe may never end
            missing = N_("{path} is no ordinary file.") if path.exists() else N_("There is no file {path}.")
            raise NoSuchFileError(missing, path=one_line(clean(str(path))))
        with path.open("rb") as stream:
            # What is too large is not read at all; one that grows while it is read is cut off and refused as well.
            data = stream.read(SIZE + 1) if path.stat().st_size <= SIZE else b""
            too_large = len(data) > SIZE or path.stat().st_size > SIZE
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NoSuchFileError(N_("{path} cannot be opened: {reason}."), path=shown, reason=reason) from error
    if too_large:
        raise ForeignError(
            N_("{file} is larger than {limit} MB, which is what can be imported."),
            N_("A list of 100,000 exhibitors takes about 30 MB. Is this the right file?"),
            file=shown,
            limit=SIZE // 1024**2,
        )
    return Incoming(shown, data)
