"""Files that can be made again: a header line of JSON, a body, and whatever is odd about them makes them void.

Written beside and renamed, so two processes at once are harmless; who may not write goes without. Nothing
in them is ever executed.
"""

import hashlib
import json
import mmap
import os
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from guide import __version__

_MOST_HEAD = 1 << 16
_MAKING = (".py", ".tsv")
KEPT = 8
"""Files of one sort that a folder keeps; the longest unused go first."""


def file_for(folder: Path, sort: str, path: Path) -> Path:
    """The file that keeps what was made of a path."""
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
    return folder / f"{sort}-{name[:24]}.kept"


def read(file: Path, made_of: list[Any], code: str) -> bytes | None:
    """The body, or None where the file is missing, damaged, or of other sources or another guide.

    ``made_of`` says what it was made of, ``code`` what made it.
    """
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        if json.loads(head) != _header(made_of, code, body):
            return None
    except (OSError, ValueError, RecursionError):
        return None
    with suppress(OSError):  # a folder that may only be read
        os.utime(file)
    return body


def mapped(file: Path, made_of: list[Any], code: str) -> memoryview | None:
    """The same as a view of the file, so that only what is looked at takes memory."""
    try:
        with file.open("rb") as opened:
            view = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
        end = bytes(view[:_MOST_HEAD]).index(b"\n")
        body = view[end + 1 :]
        if json.loads(bytes(view[:end])) != _header(made_of, code, body):
            return None
    except (OSError, ValueError, RecursionError):
        return None
    with suppress(OSError):
        os.utime(file)
    return body


def write(file: Path, made_of: list[Any], code: str, body: bytes) -> None:
    """Keeps a body for the next time; in silence where that is not possible."""
    header = json.dumps(_header(made_of, code, body)).encode()
    beside = file.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(header + b"\n" + body)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
        _sweep(file.parent, file.name.partition("-")[0])
    except OSError:
        pass


def code_of(folder: Path) -> str:
    """What the code and the tables of a folder look like from outside: others may make something else."""
    try:
        with os.scandir(folder) as entries:
            seen = sorted((e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in entries if e.name.endswith(_MAKING))
    except OSError:  # within a zip file
        seen = []
    return hashlib.blake2b(repr(seen).encode(), digest_size=8).hexdigest()


def _header(made_of: list[Any], code: str, body: bytes | memoryview) -> dict[str, Any]:
    # Against damage, not against malice: nothing in the body is ever executed.
    return {"guide": __version__, "code": code, "made of": made_of, "length": len(body), "body": zlib.crc32(body)}


def _sweep(folder: Path, sort: str) -> None:
    """Keeps the files used last, and clears away what an interrupted writer left an hour ago."""
    kept = sorted(folder.glob(f"{sort}-*.kept"), key=lambda file: file.stat().st_mtime, reverse=True)
    parts = [file for file in folder.glob(f"{sort}-*.part") if file.stat().st_mtime < time.time() - 3600]
    for file in (*kept[KEPT:], *parts):
        with suppress(OSError):  # Windows keeps what another guide is looking at
            file.unlink(missing_ok=True)
