"""QR codes as lines of half blocks: a plan for another guide, the same plan to read, one thing's card.

A module is one cell wide and half a line high, so that it is about square. Codes are dark on light whatever the theme
is, since many readers know no others, with the quiet zone of four modules that ISO/IEC 18004 asks for. The room says
how large a code may be; what does not fit into one goes into several that are read one after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.text import Text

from guide.catalogue.model import Ref
from guide.errors import UsageError
from guide.exchange.brief import brief, card_lines
from guide.exchange.facts import Facts, facts
from guide.exchange.selection import Selection
from guide.i18n import N_
from guide.visit.compact import written

QUIET = 4
"""Modules of light around a code."""

STYLE = "#000000 on #ffffff"
LARGEST = 40
"""The largest version of a code; one of version n has 17 + 4 n modules."""

# Codewords of data in the versions from 1 on with the least repair, level L (ISO/IEC 18004, table 7).
_CODEWORDS = (
    19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861, 932, 1006, 1094,
    1174, 1276, 1370, 1468, 1531, 1631, 1735, 1843, 1955, 2071, 2191, 2306, 2434, 2566, 2702, 2812, 2956,
)  # fmt: skip
_LETTERS, _BYTES = "alphanumeric", "byte"
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


class NoRoomError(UsageError):
    """There is no room for any code."""


@dataclass(frozen=True)
class Code:
    """One of several codes: what it says, and which it is of how many, counted from 1."""

    text: str
    number: int = 1
    count: int = 1
    mode: str = _BYTES

    @property
    def for_guide(self) -> bool:
        """Whether it is for another guide, and not for people to read."""
        return self.mode == _LETTERS

    @cached_property
    def modules(self) -> tuple[bytes, ...]:
        """The rows of the code without the quiet zone, 1 for dark."""
        import segno

        encoding = "utf-8" if self.mode == _BYTES else None
        # The mode is said: left to itself segno takes Cyrillic for Kanji, which many readers garble.
        made = segno.make(self.text, error="l", mode=self.mode, encoding=encoding, micro=False)
        return tuple(bytes(row) for row in made.matrix)

    @property
    def rows(self) -> tuple[str, ...]:
        """The picture as plain lines, dark drawn: right on paper and in a light window."""
        side = len(self.modules) + 2 * QUIET
        edge, light = bytes(QUIET), bytes(side)
        rows = [*[light] * QUIET, *(edge + row + edge for row in self.modules), *[light] * QUIET]
        if len(rows) % 2:
            rows.append(light)
        return tuple(
            "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
            for upper, lower in zip(rows[::2], rows[1::2], strict=True)
        )

    @property
    def lines(self) -> tuple[Text, ...]:
        """The picture as styled lines, dark on light in any theme."""
        return tuple(Text(row, STYLE) for row in self.rows)


def version_for(columns: int, rows: int) -> int:
    """The largest version whose code fits into a room of so many cells; NoRoomError where none does."""
    modules = min(columns, 2 * rows) - 2 * QUIET
    version = min((modules - 17) // 4, LARGEST)
    if version < 1:
        raise NoRoomError(
            N_("A QR code needs {columns} columns and {rows} lines at least."),
            N_("Make the window larger or the letters smaller."),
            columns=21 + 2 * QUIET,
            rows=(21 + 2 * QUIET + 1) // 2,
        )
    return version


def capacity(version: int, mode: str) -> int:
    """How many characters ("alphanumeric") or bytes ("byte") a code of that version holds, with the least repair."""
    step = 0 if version < 10 else 1 if version < 27 else 2
    counted = {_LETTERS: (9, 11, 13), _BYTES: (8, 16, 16)}[mode][step]
    bits = 8 * _CODEWORDS[version - 1] - 4 - counted
    return bits // 8 if mode == _BYTES else bits // 11 * 2 + (bits % 11 >= 6)


def for_guide(selection: Selection, columns: int, rows: int, *, marks: bool = True) -> tuple[Code, ...]:
    """The plan, and with ``marks`` the other favourites, in codes that ``guide visit import`` and the app read back.

    It hashes the whole catalogue, so it is nothing for an event loop. Raises NoRoomError and TooLongError.
    """
    room = capacity(version_for(columns, rows), _LETTERS)
    return _numbered(written(selection.visit, selection.catalogue, room, marks=marks), _LETTERS)


def to_read(selection: Selection, columns: int, rows: int) -> tuple[Code, ...]:
    """The same in short words that any phone shows, each code a piece of them; NoRoomError where none fits."""
    return _in_pieces(brief(selection), columns, rows)


def card(selection: Selection, ref: Ref, columns: int, rows: int) -> tuple[Code, ...]:
    """One thing: an address for the phone's contacts if that fits into one code, else words, in several if need be.

    It has the name, where it stands, the phone, the site. Raises NoRoomError.
    """
    told = facts(selection, ref)
    most = capacity(version_for(columns, rows), _BYTES)
    lines = card_lines(selection, ref)
    for text in (_mecard(told, lines) if told.ref.kind in ("exhibitor", "person") else "", "\n".join(lines)):
        if text and len(text.encode("utf-8")) <= most:
            return _numbered([text], _BYTES)
    return _in_pieces("\n".join(lines), columns, rows)


def _numbered(texts: Sequence[str], mode: str) -> tuple[Code, ...]:
    return tuple(Code(text, at, len(texts), mode) for at, text in enumerate(texts, 1))


def _mecard(told: Facts, lines: Sequence[str]) -> str:
    """An address as NTT DOCOMO's MECARD, which phones of both makers take into their contacts."""
    fields = [
        ("N", told.name),
        *(("TEL", phone) for phone in told.phones[:1]),
        *(("URL", url) for url in told.sites[:1]),
    ]
    said = {told.name, *told.phones, *told.sites}
    note = ", ".join(line for line in lines if line not in said)
    fields.append(("NOTE", note))
    return "MECARD:" + "".join(f"{key}:{_escaped(value)};" for key, value in fields if value) + ";"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;:,"' else sign for sign in text)


def _in_pieces(text: str, columns: int, rows: int) -> tuple[Code, ...]:
    """The text in codes that fit, broken between lines, else words, else letters; each says which it is of how many."""
    most = capacity(version_for(columns, rows), _BYTES)
    if len(text.encode("utf-8")) <= most:
        return _numbered([text], _BYTES)
    count = 1
    while len(str(len(pieces := _pieces(text, most - len(f"{count}/{count}\n"))))) > len(str(count)):
        count = len(pieces)
    return _numbered([f"{at}/{len(pieces)}\n{piece}" for at, piece in enumerate(pieces, 1)], _BYTES)


def _pieces(text: str, most: int) -> list[str]:
    pieces: list[str] = []
    left = text
    while left:
        data = left.encode("utf-8")
        if len(data) <= most:
            return [*pieces, left]
        fits = data[:most].decode("utf-8", "ignore")
        # A break in the last third costs less than a word or a line torn in two.
        at = next((at for sign in ("\n", " ") if (at := fits.rfind(sign)) > len(fits) * 2 // 3), -1)
        pieces.append(fits[:at] if at > 0 else fits)
        left = left[at + 1 :] if at > 0 else left[len(fits) :]
    return pieces
