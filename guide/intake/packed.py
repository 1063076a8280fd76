"""A workbook's archive looked through before it is opened: what it is, how large it grows, how far its cells reach.

What an archive says of itself is not believed: every part that would be read is unpacked here first, a piece at a
time and without keeping it, until the limit.
"""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from guide.i18n import N_, Said
from guide.intake.files import ForeignError, Incoming

GROWN = 256 * 1024**2
"""Bytes that the parts of a workbook may have, unpacked."""
PARTS = 5_000
"""Parts that an archive may have."""
AREA = 8_000_000
"""Cells that a worksheet may have from its first to its last, empty ones included: they are kept in a full table."""

_PIECE = 1 << 20
_DIRECTORY = 1 << 20  # bytes that a list of the parts may have
_RATIO, _SMALL = 300, 32 * 1024**2  # what deflate reaches with nothing but zeros is 1032
_MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tiff", ".svg", ".mp4", ".wav", ".ttf", ".odttf")

_CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']\$?([A-Za-z]{1,8})\$?([0-9]{1,12})["'][^<>]*(?<!/)>""")
_CELL_SIGNS = (b"<c ", b":c ", b"<c\n", b":c\n", b"<c\t", b":c\t", b"<c\r", b":c\r")
_FAULT = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^<>]*\bt\s*=\s*["']e["'])[^<>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']"""
)
_FAULT_SIGN = (b't="e"', b"t='e'")
_FAULTS = 1_000  # that are kept
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(r"""\b(?:\w+:)?(\w+)\s*=\s*["']([^"'<>]*)["']""")

_OTHERS: Mapping[str, str] = MappingProxyType({
    "word/document.xml": N_("a text document"),
    "ppt/presentation.xml": N_("a presentation"),
    "META-INF/container.xml": N_("a book"),
    "META-INF/MANIFEST.MF": N_("a program"),
    "Index/Document.iwa": N_("a document of Numbers"),
})  # fmt: skip
_WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin")


Faults = Mapping[str, Sequence[tuple[int, int]]]
"""The cells of worksheets in which a formula gives an error: by the sheet's name, each by row and column from 1."""


def looked_through(file: Incoming) -> Faults:
    """Looks an archive through, and tells the faults in its worksheets, as far as their format shows them.

    Raises ForeignError for what is damaged, locked, no workbook, or grows too large.
    """
    if is_crowded(file):
        raise _too_large(file)
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise damaged(file) from error
    if len(parts) > PARTS or sum(part.file_size for part in parts if not _is_media(part)) > GROWN:
        raise _too_large(file)
    try:
        _refuse_others(file, parts)
        return _unpacked(file, parts)
    except zlib.error as error:
        raise damaged(file) from error


def part_of(file: Incoming, name: str) -> bytes:
    """A part of an archive that was looked through, unpacked; nothing where it has none of that name."""
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        parts = [part for part in archive.infolist() if part.filename == name]
    return b"".join(_pieces(file.data, parts[0])) if parts else b""


def damaged(file: Incoming) -> ForeignError:
    """What is said of a workbook that cannot be read."""
    return ForeignError(
        N_("{file} is damaged: it cannot be read as a workbook."),
        N_("Open it in the program that made it, and save it anew as XLSX or CSV."),
        file=file.name,
    )


def locked(file: Incoming) -> ForeignError:
    """What is said of a workbook with a password."""
    return ForeignError(
        N_("{file} is protected by a password."), N_("Save a copy without one, and import that."), file=file.name
    )


def another(file: Incoming, what: str) -> ForeignError:
    """What is said of a file that is no workbook but something that is known, a msgid."""
    return ForeignError(
        N_("{file} is no workbook, but {what}."),
        N_("Save the list as CSV or XLSX in the program that made it."),
        file=file.name,
        what=Said(what),
    )


def too_dear(file: Incoming) -> ForeignError:
    """What is said of a workbook that could not be read within the limits of memory and time."""
    return ForeignError(
        N_("{file} takes more memory or time than a list may, and was not read."),
        N_("Delete the rows and columns behind the list, and save the workbook anew."),
        file=file.name,
    )


def too_far(file: Incoming, cell: str) -> ForeignError:
    """What is said of a worksheet whose cells lie too far apart, or are too many."""
    return ForeignError(
        N_("{file} reaches too far: a cell that is not empty stands at {cell}."),
        N_("Delete the rows and columns behind the list, and save the workbook anew."),
        file=file.name,
        cell=cell,
    )


def _too_large(file: Incoming) -> ForeignError:
    return ForeignError(
        N_("{file} grows far beyond its size when it is unpacked, as no list does."),
        N_("Is it the right file? A workbook of 100,000 exhibitors takes about 20 MB."),
        file=file.name,
    )


def is_crowded(file: Incoming) -> bool:
    """Whether an archive says that it has more parts than any that is opened.

    The standard library would build an object for each of millions of them before one could count them.
    """
    data = file.data
    # The last record of ZIP, and the one of ZIP64 before it, as the library finds them.
    at = len(data) - 22 if data[-22:-18] == b"PK\x05\x06" and data[-2:] == b"\0\0" else data.rfind(b"PK\x05\x06")
    sizes = [int.from_bytes(data[at + 12 : at + 16], "little")] if at >= 0 else [0]
    if at >= 76 and data[at - 20 : at - 16] == b"PK\x06\x07":
        sizes = [int.from_bytes(data[at - 36 : at - 28], "little")]
    return max(sizes) > _DIRECTORY


def _refuse_others(file: Incoming, parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise locked(file)
    if names & set(_WORKBOOKS):
        return
    if "mimetype" in names and "content.xml" in names:
        start = next(part for part in parts if part.filename == "mimetype")
        mimetype = next(_pieces(file.data, start), b"")[:100]
        if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return
        raise another(file, N_("a text document"))
    for name, what in _OTHERS.items():
        if name in names:
            raise another(file, what)
    if any(name.lower().replace("\\", "/").endswith(_WORKBOOKS) for name in names):
        return
    raise ForeignError(
        N_("{file} is an archive without a workbook in it."), N_("Unpack it, and import what is in it."), file=file.name
    )


def _is_media(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith(_MEDIA)


def _unpacked(file: Incoming, parts: list[zipfile.ZipInfo]) -> Faults:
    whole = 0
    faults: dict[str, Sequence[tuple[int, int]]] = {}
    for part in parts:
        if _is_media(part):
            continue
        extent = _Extent()
        size = 0
        for piece in _pieces(file.data, part):
            size += len(piece)
            whole += len(piece)
            if whole > GROWN or (size > _SMALL and size > _RATIO * part.compress_size):
                raise _too_large(file)
            extent.read(piece)
        if extent.rows * extent.columns > AREA:
            raise too_far(file, f"{extent.last}{extent.rows}")
        if extent.faults:
            faults[part.filename] = extent.faults
    if not faults:
        return {}
    names = _sheet_names(file, {part.filename: part for part in parts})
    return {names[part]: found for part, found in faults.items() if part in names}


def _sheet_names(file: Incoming, parts: Mapping[str, zipfile.ZipInfo]) -> dict[str, str]:
    """The names of the worksheets by the parts in which they lie."""
    texts = [
        b"".join(_pieces(file.data, parts[name])).decode("utf-8", "replace") if name in parts else ""
        for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    ]
    sheets, targets = (
        [{name: html.unescape(value) for name, value in _ATTRIBUTE.findall(tag)} for tag in pattern.findall(text)]
        for pattern, text in zip((_SHEET, _RELATION), texts, strict=True)
    )
    names = {sheet.get("id"): sheet.get("name", "") for sheet in sheets}
    return {
        f"xl/{target.get('Target', '').removeprefix('/xl/')}": names[target.get("Id")]
        for target in targets
        if target.get("Id") in names
    }


def _pieces(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part unpacked piece by piece, as far as it goes, whatever size the archive says it has."""
    head = data[part.header_offset : part.header_offset + 30]
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        raise zlib.error("no part begins there")
    start = part.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        for at in range(0, len(packed), _PIECE):
            yield bytes(packed[at : at + _PIECE])
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise zlib.error("packed in an unusual way")
    opener = zlib.decompressobj(-15)
    for at in range(0, len(packed), _PIECE):
        rest: bytes | memoryview = packed[at : at + _PIECE]
        while rest and not opener.eof:
            yield opener.decompress(rest, _PIECE)
            rest = opener.unconsumed_tail
    while not opener.eof and (piece := opener.decompress(b"", _PIECE)):
        yield piece
    if not opener.eof:
        raise zlib.error("the part ends too early")


class _Extent:
    """How far the cells of a worksheet reach that are not empty, and which of them are faults."""

    def __init__(self) -> None:
        self.rows = 0
        self.columns = 0
        self.last = ""
        self.faults: list[tuple[int, int]] = []
        self._rest = b""

    def read(self, piece: bytes) -> None:
        text = self._rest + piece
        end = text.rfind(b"<")
        self._rest = text[end:][:_PIECE] if end > 0 else b""
        found = _CELL.findall(text) if any(sign in text for sign in _CELL_SIGNS) else ()
        if found:
            columns, rows = zip(*found, strict=True)
            self.rows = max(self.rows, int(max(set(rows), key=lambda row: (len(row), row))))
            for letters in set(columns):
                number = _number(letters)
                if number > self.columns:
                    self.columns, self.last = number, letters.decode().upper()
        if len(self.faults) < _FAULTS and any(sign in text for sign in _FAULT_SIGN):
            self.faults += [(int(row), _number(letters)) for letters, row in _FAULT.findall(text)]


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
