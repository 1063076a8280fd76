"""Which letters the bytes of a text file stand for: told by evidence, since such a file does not say it.

A mark at the beginning decides, then zero bytes (UTF-16), then whether the bytes are UTF-8, which other texts are only
by accident. What is left is a code page of one byte a letter: the words with such bytes are read in each, and the code
page counts in which they are likeliest to be words (:mod:`guide.intake.likely_letters`).
"""

import codecs
import re
from collections.abc import Iterable, Mapping
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from guide.intake.likely_letters import cost

PAGES: Mapping[str, float] = MappingProxyType({
    "cp1251": 0.0,
    "cp1252": 0.0,
    "cp866": 1.0,
    "koi8-r": 1.0,
    "cp1250": 2.0,
    "koi8-u": 2.0,
    "mac-cyrillic": 2.0,
    "iso8859-5": 3.0,
    "iso8859-2": 3.0,
    "cp850": 3.0,
    "cp1254": 3.0,
    "cp1257": 3.0,
    "mac-roman": 3.0,
})  # fmt: skip
"""Code pages of one byte a letter, and how unlikely each is before anything is read, in nats."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_FOLLOWING = re.compile(rb"[A-Za-z\x80-\xff]*")
_LETTERS = bytes([*range(65, 91), *range(97, 123), *range(128, 256)])
_BY_LINE = 16 * 1024**2  # bytes of a file whose lines are looked at one by one
_NO_WORDS = 4.5  # nats for a letter: words have about 3
_COMMON = 0.7  # share of the signs that are among the commonest 3,755
_AROUND = 32 * 1024  # bytes on each side of the first broken sign that mostly tell enough
_FEW = 20
_ASIDE = 40  # bytes on each side of a high one in which its word is looked for

_WORDS = 80
_LOOKED_AT = 10_000  # words in each part of the data, however few of them differ
_FIRST = 16  # words after which code pages that are far behind are given up
_BEHIND = 40.0  # nats


class Decoded(NamedTuple):
    """The text of a file: its encoding's name, and how many of its lines were written in another one, ``other``.

    What is no text in the encoding stands as U+FFFD.
    """

    text: str
    encoding: str
    lines: int = 0
    other: str = ""


def decoded(data: bytes) -> Decoded:
    """The text of bytes, without a mark at its beginning; any bytes give some text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8":
                return _utf8(data[len(mark) :])
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    return _utf8(data)


def page_of(words: Iterable[bytes]) -> str:
    """The code page in which the words are likeliest; cp1252 where nothing tells."""
    distinct = list(dict.fromkeys(words))
    costs = dict(PAGES)
    for begin, end in ((0, _FIRST), (_FIRST, _WORDS)):
        for page in costs:
            costs[page] += sum(map(cost, _read(distinct[begin:end], page)))
        least = min(costs.values(), default=0.0)
        costs = {page: value for page, value in costs.items() if value <= least + _BEHIND}
    return min(costs, key=costs.__getitem__) if distinct else "cp1252"


def _is_chinese(words: list[bytes], page: str) -> bool:
    """Whether words that are none in the likeliest code page are pairs of bytes, as GB 18030 has for common signs."""
    runs: list[bytes] = [run for word in words for run in _HIGH.findall(word)]
    letters = sum(map(len, runs))
    if not letters or any(len(run) % 2 for run in runs) or sum(map(cost, _read(words, page))) < _NO_WORDS * letters:
        return False
    common = sum(0xB0 <= lead <= 0xD7 for run in runs for lead in run[::2])
    return common * 2 > letters * _COMMON


def _read(words: list[bytes], page: str) -> list[str]:
    # All at once: a call for each word would take most of the time.
    return b"\n".join(words).decode(page, "replace").split("\n") if words else []


def _wide(data: bytes) -> str:
    """UTF-16 by its zero bytes: those of ASCII and the high ones of Cyrillic letters all stand on one side."""
    sample = data[: 64 * 1024]
    sample = sample[: len(sample) & ~1]
    low, high = sample[0::2], sample[1::2]
    counts = [side.count(0) + side.count(4) for side in (low, high)]
    zeros = low.count(0) + high.count(0)
    if not zeros or max(counts) * 4 < len(low) or max(counts) < 8 * min(counts):
        return ""
    return "utf-16-be" if counts[0] > counts[1] else "utf-16-le"


def _utf8(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        around = data[max(0, error.start - _AROUND) : error.start + _AROUND]
    broken, whole = _broken(around)
    if broken + whole < _FEW:
        broken, whole = _broken(data)
    if whole <= 2 * broken:
        words = list(_words(data))
        page = page_of(words)
        if _is_chinese(words, page):
            page = "gb18030"
        return Decoded(data.decode(page, "replace"), page)
    if len(data) > _BY_LINE:
        return Decoded(data.decode("utf-8", "replace"), "utf-8")
    lines = data.split(b"\n")
    foreign = [number for number, line in enumerate(lines) if _is_foreign(line)]
    if not foreign:
        return Decoded(data.decode("utf-8", "replace"), "utf-8")
    page = page_of(_words(b"\n".join(lines[number] for number in foreign)))
    there = set(foreign)
    texts = [line.decode(page if number in there else "utf-8", "replace") for number, line in enumerate(lines)]
    return Decoded("\n".join(texts), "utf-8", len(foreign), page)


def _broken(data: bytes) -> tuple[int, int]:
    """How many signs beyond ASCII are broken UTF-8, and how many are whole."""
    sample = data if len(data) < 1 << 20 else data[_HIGH.search(data).start() :][: 1 << 20]  # type: ignore[union-attr]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd") - sample.count(b"\xef\xbf\xbd")
    return broken, len(text) - len(text.encode("ascii", "ignore")) - broken


def _is_foreign(line: bytes) -> bool:
    """Whether a line of a UTF-8 file was written by another program: nothing in it beyond ASCII is UTF-8."""
    if line.isascii():
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return _broken(line)[1] == 0
    return False


def _words(data: bytes) -> Iterable[bytes]:
    """Words with bytes beyond ASCII, from the beginning and from all over the data, at most some hundreds."""
    found: dict[bytes, None] = {}
    step = max(1, len(data) // 8)
    for begin in range(0, len(data), step):
        for match in islice(_HIGH.finditer(data, begin, min(begin + step, len(data))), _LOOKED_AT):
            before = data[max(0, match.start() - _ASIDE) : match.start()]
            after = _FOLLOWING.match(data, match.end(), match.end() + _ASIDE)
            word = before[len(before.rstrip(_LETTERS)) :] + match[0][: 4 * _ASIDE] + (after[0] if after else b"")
            found[word] = None
            if len(found) >= _WORDS * (begin // step + 1) // 8:
                break
    return found
