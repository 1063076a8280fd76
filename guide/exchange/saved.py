"""Files that are written whole or not at all: beside their place, then renamed into it."""

import contextlib
import os
import shutil
from pathlib import Path

from guide.errors import NotSavedError, UsageError
from guide.i18n import N_
from guide.text import clean, one_line


class TakenError(UsageError):
    """A file of that name is there already."""


def save(path: Path, text: str | bytes, *, force: bool = False) -> None:
    """Writes a text as UTF-8, its line ends as they are, or bytes.

    Raises TakenError where a file is there and ``force`` does not allow to replace it, UsageError for a folder,
    NotSavedError where it cannot be written: then whatever was there is as it was. What is no ordinary file, such as
    a printer or a pipe, is written to as it is.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    shown = one_line(clean(str(path)))
    try:
        if path.is_dir():
            raise UsageError(N_("{file} is a folder; name a file in it."), file=shown)
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.write(data)
            return
        if path.exists() and not force:
            raise TakenError(
                N_("{file} is there already."), N_("--force replaces it, or name another file."), file=shown
            )
        _renamed(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        raise NotSavedError(
            N_("{file} cannot be written: {reason}."), N_("Name another place with -o."), file=shown, reason=reason
        ) from error


def _renamed(path: Path, data: bytes) -> None:
    # A link stays a link: what it leads to is replaced.
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            with contextlib.suppress(OSError):
                shutil.copymode(path, beside)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
