"""From bytes to tables: the files of a catalogue, their encoding, their size, their TOML."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.errors import NoSuchFileError
from guide.i18n import N_

SIZE = 64 * 1024 * 1024
"""Bytes that one file may have."""
LINE, DOTS = 64 * 1024, 8
"""Characters that one line, and dots that one key may have."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One file as it lies on the disk; ``fault`` is why it could not be opened, or ""."""

    path: Path
    data: bytes = b""
    fault: str = ""


def files(path: Path) -> tuple[Raw, ...]:
    """The file, or the *.toml files of the folder in code-point order, read whole; NoSuchFileError where none is there."""
    if not path.exists():
        raise NoSuchFileError(N_("There is no file or folder {path}."), path=str(path))
    if not path.is_dir():
        return (_raw(path),)
    return tuple(_raw(file) for file in sorted(path.glob("*.toml"), key=lambda file: file.name) if file.is_file())


def _raw(path: Path) -> Raw:
    try:
        with path.open("rb") as stream:
            return Raw(path, stream.read(SIZE + 1))
    except OSError as error:
        return Raw(path, fault=error.strerror or type(error).__name__)


def digest(raws: tuple[Raw, ...]) -> str:
    """A digest of names and contents: the same for the same catalogue, wherever it lies."""
    whole = hashlib.sha256()
    for raw in raws:
        name = raw.path.name.encode("utf-8", "surrogateescape")
        whole.update(b"%d %d %s\0" % (len(name), len(raw.data), name))
        whole.update(raw.data)
    return whole.hexdigest()


def parse(text: str, *, gentle: bool = False) -> Mapping[str, Any]:
    """The table of a TOML text; ValueError or RecursionError where it is none.

    ``gentle`` reads with the slower parser in pure Python, which lets other threads run.
    """
    if gentle:
        import tomllib

        try:
            return tomllib.loads(text)
        except (ValueError, RecursionError):
            pass  # tomli has the last word: it reads what TOML 1.1 allows
    import tomli

    return tomli.loads(text)


def _long_line(text: str) -> re.Match[str] | None:
    return re.search(rf"[^\n]{{{LINE + 1},}}", text) if len(text) > LINE else None
