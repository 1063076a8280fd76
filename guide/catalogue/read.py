"""From bytes to tables: the files of a catalogue, their encoding, their size, their TOML."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.catalogue.findings import Fault
from guide.errors import NoSuchFileError
from guide.i18n import N_

SIZE = 64 * 1024 * 1024
"""Bytes that one file may have."""
LINE, DOTS = 64 * 1024, 8
"""Characters that one line, and dots that one key may have."""

# What a file may be instead, by its first bytes.
_OTHERS = (
    (b"PK\x03\x04", N_("a packed file, such as a workbook of Excel")),
    (b"\xd0\xcf\x11\xe0", N_("a document of an old Office")),
    (b"%PDF", N_("a PDF document")),
    (b"SQLite format 3", N_("a database")),
    (b"{\\rtf", N_("a text with formatting")),
)
_MARKUP = re.compile(r"\s*<[!?a-zA-Z]")
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*(?:\{\s*\"|\]))")
_ROWS = re.compile(r"[^=\[#\n]*(?:[;\t][^=\[\n;\t]*){2,}(?:\n|\Z)")
_COMMON = frozenset("оеаинтсрвлкмдпуяыьгзбчй")
_CODE_PAGES = {"cp1251": "Windows-1251", "koi8-r": "KOI8-R", "cp866": "DOS 866"}
_PART = r"(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+"
_DOTS_MORE = rf"(?:\.[ \t]*+{_PART}){{{DOTS + 1}}}"
_MANY_DOTS = re.compile(_DOTS_MORE)
_OUTSIDE = re.compile(
    rf"(?P<key>(?<![\w-]){_PART}{_DOTS_MORE})|#[^\n]*+|\"\"\"(?>[^\"\\]++|\\[\s\S]|\"(?!\"\"))*+\"{{3,5}}"
    r"|'''(?>[^']++|'(?!''))*+'{3,5}|\"(?>[^\"\\\n]++|\\.)*+\"|'[^'\n]*+'"
)


@dataclass(frozen=True, slots=True)
class Raw:
    """One file as it lies on the disk; ``fault`` is why it could not be opened, or ""."""

    path: Path
    data: bytes = b""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, its line ends all "\\n", and what stands in the way of parsing it as it is."""

    text: str
    faults: tuple[Fault, ...] = ()


def files(path: Path) -> tuple[Raw, ...]:
    """The file, or the *.toml files of the folder itself in code-point order, each read whole.

    Raises NoSuchFileError where the path leads nowhere; a file that cannot be opened carries its fault.
    """
    try:
        if path.is_dir():
            found = sorted((file for file in path.iterdir() if is_toml(file.name)), key=lambda file: file.name)
            return tuple(_raw(file) for file in found if not file.is_dir())
        if path.is_file():
            return (_raw(path),)
        if path.exists():  # a device or a pipe may never end
            raise NoSuchFileError(N_("{path} is no ordinary file."), path=str(path))
    except (OSError, ValueError) as error:  # a path with a NUL, or too long
        reason = getattr(error, "strerror", None) or str(error)
        raise NoSuchFileError(N_("{path} cannot be opened: {reason}."), path=str(path), reason=reason) from error
    raise NoSuchFileError(N_("There is no file or folder {path}."), path=str(path))


def is_toml(name: str) -> bool:
    """Whether a file of a folder belongs to its catalogue, by its name."""
    return name.endswith(".toml") and not name.startswith(".")


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


def source(raw: Raw) -> Source:
    """The text of a file; one in another encoding is decoded as what it seems to be, with a fault."""
    if raw.fault:
        return Source("", (Fault("E004", 0, 0, values={"reason": raw.fault}),))
    if len(raw.data) > SIZE:
        size = {"size": len(raw.data) // 1024**2, "limit": SIZE // 1024**2}
        return Source("", (Fault("E001", 0, 0, values=size),))
    for start, kind in _OTHERS:
        if raw.data.startswith(start):
            return Source("", (_other(kind),))
    faults: list[Fault] = []
    wide = _wide(raw.data)
    try:
        text = raw.data.decode(wide or "utf-8-sig", "replace" if wide else "strict")
        if wide:
            faults.append(Fault("E002", 0, 0, values={"encoding": "UTF-16"}))
    except UnicodeDecodeError as error:
        text, faults = _decoded(raw.data, error.start)
    text = text.replace("\r\n", "\n")
    for pattern, kind in ((_MARKUP, N_("a page of HTML or XML")), (_JSON, N_("JSON")), (_ROWS, N_("a table of CSV"))):
        if pattern.match(text):
            return Source("", (_other(kind),))
    return Source(text, (*faults, *_excesses(text)))


def _other(kind: str) -> Fault:
    from guide.i18n import Said

    return Fault("E009", 0, 0, values={"found": Said(kind)})


def _wide(data: bytes) -> str:
    """The encoding of a text that has two bytes a letter, by its mark or its many zeros; "" for others."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if data.count(0) <= len(data) // 8:
        return ""
    return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"


def _decoded(data: bytes, bad: int) -> tuple[str, list[Fault]]:
    """The text of bytes that are no UTF-8, by the evidence of their letters."""
    best, share = "", 0.5
    for page in _CODE_PAGES:
        letters = [letter for letter in data[: 256 * 1024].decode(page, "replace") if letter > "\x7f"]
        common = sum(letter in _COMMON for letter in letters) / max(1, len(letters))
        if common > share:
            best, share = page, common
    before = data[:bad].decode("utf-8-sig").replace("\r\n", "\n")
    if best and len([byte for byte in data[: 256 * 1024] if byte > 0x7F]) > 3:
        named = {"encoding": _CODE_PAGES[best]}
        return data.decode(best, "replace"), [Fault("E002", len(before), 1, values=named)]
    return data.decode("utf-8-sig", "replace"), [Fault("E003", len(before), 1)]


_ONLY_NUMBERS = re.compile(r"[\w.\-]*[ \t]*=?[\d\s.,\[\]+\-eE_]*(?:#[^\n]*)?")
"""A line with a key and lists of numbers: a shape as programs write it, quick to read at any length."""


def _excesses(text: str) -> list[Fault]:
    """Lines and keys that no person writes and that would stall the parser."""
    faults = []
    dotted = False
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + LINE + 1) if len(text) - start > LINE else len(text)
        if end < 0:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if not _ONLY_NUMBERS.fullmatch(text, start, end):
                faults.append(Fault("E006", start, 1, start, {"length": end - start, "limit": LINE}))
        # That it is counted first, and piece by piece, lets other threads go on.
        dotted = dotted or any(
            line.count(".") > DOTS and _MANY_DOTS.search(line) for line in text[start:end].split("\n")
        )
        start = end + 1
    if dotted:
        for match in _OUTSIDE.finditer(text):
            if match["key"]:
                count = (
                    text[match.start() : text.find("\n", match.start()) + 1 or None].partition("=")[0].count(".") + 1
                )
                faults.append(Fault("E007", match.start(), 1, match.start(), {"count": count, "limit": DOTS + 1}))
                break
    return faults


def parse(text: str, *, gentle: bool = False) -> Mapping[str, Any]:
    """The table of a TOML text; ValueError, with its offset as ``pos``, or RecursionError where it is none.

    ``gentle`` reads with the slower parser in pure Python, which lets other threads run.
    """
    if gentle:
        import tomllib

        try:
            return tomllib.loads(text)
        except ValueError as error:
            # tomli has the last word, since it reads what TOML 1.1 allows: of a long text only on the record.
            at = _offset(text, str(error))
            if len(text) > _SHORT and (at is None or not _is_newer(text, at)):
                error.pos = at  # type: ignore[attr-defined]
                raise
    import tomli

    return tomli.loads(text)


_SHORT = 256 * 1024  # characters that tomli reads within a turn
_AT = re.compile(r"\(at line (\d+), column (\d+)\)\Z")


def _offset(text: str, message: str) -> int | None:
    """The place that the parser names at the end of its message; None where it names none."""
    named = _AT.search(message)
    if named is None:
        return len(text) if message.endswith("(at end of document)") else None
    start = 0
    for _ in range(int(named[1]) - 1):
        start = text.find("\n", start) + 1
    return start + int(named[2]) - 1


def _is_newer(text: str, at: int) -> bool:
    """Whether the record around a place is sound by itself, as TOML 1.1 has it."""
    import tomli

    end = text.find("\n[", at)
    try:
        tomli.loads(text[text.rfind("\n[", 0, at) + 1 : len(text) if end < 0 else end])
    except (ValueError, RecursionError):
        return False
    return True
