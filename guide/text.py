"""What may be shown: cleaning of text that others wrote, and cutting and padding by terminal cells."""

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

_PLAIN = re.compile(r"[ -~\n\tА-яЁёІіЎў«»“”„‘’ʼ–—…№·°×≈≥≤←→↑↓─│▶●○★☆]*\Z")
_REMOVED = re.compile("[\u00ad\u200b\u2060\ufeff]")
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200c-\u200f\u2028-\u202e\u2061-\u206f\u3164\uffa0"
    "\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]{2})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]+"
)


def clean(text: str) -> str:
    """Text that cannot steer a terminal: controls become visible signs, the invisible goes, NFC, marks capped.

    C0 controls but newline and tab become control pictures (U+2400…), C1, bidirectional and other
    invisible controls U+FFFD; soft hyphens and zero-width spaces are dropped; at most two combining
    marks stay on a letter. Idempotent.
    """
    if _PLAIN.match(text):
        return text
    text = text.replace("\r\n", "\n")
    text = _UNSHOWABLE.sub(_picture, _REMOVED.sub("", text))
    text = _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def one_line(text: str) -> str:
    """The text with every run of white space, newlines included, as one space."""
    return text if text.isalnum() else " ".join(text.split())


def width(text: str) -> int:
    """The number of terminal cells that the text takes."""
    return cell_len(text)


@lru_cache(maxsize=8192)
def fit(text: str, cells: int, *, right: bool = False) -> str:
    """The text in exactly so many cells: padded with spaces, or cut with «…» at its end."""
    if cells <= 0:
        return ""
    have = cell_len(text)
    if have <= cells:
        gap = " " * (cells - have)
        return gap + text if right else text + gap
    return set_cell_size(text, cells - 1) + "…"


def cut(text: str, cells: int) -> str:
    """The text in at most so many cells, with «…» where something was cut off."""
    return text if cell_len(text) <= cells else fit(text, cells)
