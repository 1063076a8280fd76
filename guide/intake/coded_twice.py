"""Letters that were coded twice: UTF-8 that a program took for a code page and wrote as UTF-8 once more.

«Стенд» then stands as "Ð¡Ñ‚ÐµÐ½Ð´" or "РЎС‚РµРЅРґ", and "Größe" as "GrÃ¶ÃŸe". The other way round, a Cyrillic
code page taken for the Western one gives "Ñòåíä". All of them can be undone without a loss, which is the evidence.
"""

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from guide.intake.likely_letters import cost


def _signs(page: str) -> dict[str, int]:
    """The signs of a code page by their bytes, and the controls that ISO 8859-1 has for them."""
    signs = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        sign = bytes([byte]).decode(page, "replace")
        if sign != "\ufffd":
            signs[sign] = byte
    return signs


def _sequences(signs: Mapping[str, int]) -> re.Pattern[str]:
    def any_of(*wanted: int) -> str:
        return "[" + "".join(re.escape(sign) for sign, byte in signs.items() if byte in wanted) + "]"

    # Latin letters with marks, Cyrillic ones, and the dashes, quotes and signs of U+20xx and U+21xx.
    two = any_of(0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1, 0xD2)
    three = any_of(0xE2) + any_of(0x80, 0x82, 0x84, 0x85)
    return re.compile(f"(?:{two}|{three}){any_of(*range(0x80, 0xC0))}")


_PAGES: Mapping[str, Mapping[str, int]] = MappingProxyType({page: _signs(page) for page in ("cp1252", "cp1251")})
_PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType({page: _sequences(_PAGES[page]) for page in _PAGES})
_CYRILLIC_ALONE = re.compile(r"[^A-Za-z]*\Z")  # «МАСТЕР» alone ends in what could be one sequence
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_OTHERWISE = re.compile(r"[À-ÿ¸¨]{3,}")
_BY_ACCIDENT = 10.0  # nats by which the other reading must be likelier


def suspected(text: str) -> bool:
    """Whether a text has anything that letters coded twice would give: if not, no cell of it needs a look."""
    runs = " ".join(_BEYOND_ASCII.findall(text))
    return bool(runs) and any(pattern.search(runs) for pattern in (*_PATTERNS.values(), _OTHERWISE))


def once(text: str) -> str:
    """The text of a cell with its letters as they were before they were coded twice; the same where they were not."""
    if text.isascii():
        return text
    for page, pattern in _PATTERNS.items():
        found = pattern.findall(text)
        beyond = sum(sign > "\x7f" for sign in text)
        least = 2 if page == "cp1251" and _CYRILLIC_ALONE.match(text) else 1
        if len(found) >= least and sum(map(len, found)) * 5 >= beyond * 4:
            mended = pattern.sub(partial(_undone, _PAGES[page]), text)
            if mended != text:
                return mended
    if _OTHERWISE.search(text):
        try:
            other = text.encode("cp1252").decode("cp1251")
        except UnicodeError:
            return text
        if _cost(other) + _BY_ACCIDENT < _cost(text):
            return other
    return text


def _undone(signs: Mapping[str, int], sequence: re.Match[str]) -> str:
    try:
        return bytes(signs[sign] for sign in sequence[0]).decode("utf-8")
    except UnicodeDecodeError:
        return sequence[0]


def _cost(text: str) -> float:
    return sum(map(cost, text.split()))
