"""Stand codes in any spelling: 7С5.1 with a Cyrillic С, 7c5.1 and "7 c 5 1" are one code."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from guide.search.fold import fold

_PIECES = re.compile(r"\d+|[^\W\d_]+")
_PLAIN = re.compile(r"([^\W\d_]{1,3})[-\s]?(\d+)\Z")  # most codes
_BETWEEN = re.compile(r"[\s\-‐‑–—.№#]*\Z")
_WHOLE = re.compile(r"[^\W\d_]{1,3}-?\d+[^\W\d_]?\Z")  # a code that is one without what stands beside it
_PARTED = re.compile(r"[/,;()+]")
# The shapes that plans print, then the sounds of letters without such a shape, as far as no other letter has it:
# Д is D to whoever reads a code aloud, but Б would be the B that В looks like. All else stays as it is.
_LATIN = str.maketrans("авсенкморткхугдзилф", "abcehkmoptkxygdzilf")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_MOST_PIECES = 8
AROUND = ',;:()[]«»"'
"""What may stand around a code without being of it."""

# Said beside a code, never part of it.
SPOKEN = frozenset(
    fold(word)
    for word in (
        *("стенд", "стенда", "стенде", "стэнд", "стэнда", "стэндзе", "зал", "зала", "зале", "место", "месца"),
        *("павильон", "павильона", "павильоне", "павільён", "павільёна", "павільёне"),
        *("stand", "booth", "hall", "halle", "pavilion", "номер", "нумар"),
    )
)


def code_key(text: str) -> str:
    """The form in which spellings of one code are equal: its groups of letters and digits, with dots between.

    Zeros at the start of a number do not count. "" for what is no code: no digit, a long word, too many groups.
    A key starts with that of every unfinished spelling of it.
    """
    plain = _PLAIN.match(text)
    if plain:
        return f"{fold(plain[1]).translate(_LATIN)}.{plain[2].lstrip('0') or '0'}"
    pieces = []
    end = 0
    for match in _PIECES.finditer(text):
        if not _BETWEEN.match(text[end : match.start()]):
            return ""
        piece, end = match.group(), match.end()
        if piece.isdigit():
            pieces.append(piece.lstrip("0") if piece.strip("0") else "0")
        elif len(piece) <= 3:
            pieces.append(fold(piece).translate(_LATIN))
        else:
            return ""
    if not _BETWEEN.match(text[end:]) or len(pieces) > _MOST_PIECES or not any(p[:1].isdigit() for p in pieces):
        return ""
    return ".".join(pieces)


def typed_keys(text: str) -> list[str]:
    """The keys of what was typed: of a code, or of all that stand in it parted by a slash or a comma.

    A comma between figures is a dot; brackets and commas around do not matter.
    """
    bare = _DECIMAL.sub(".", text.strip(AROUND))
    key = code_key(bare)
    if key or not _PARTED.search(bare):
        return [key] if key else []
    return [key for part in _PARTED.split(bare) if (key := code_key(part))]


class CodeKeys(NamedTuple):
    """The keys that a published code is found by: of the whole of it, however it is said, and of each of its parts."""

    whole: tuple[str, ...]
    parts: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def code_keys(code: str) -> CodeKeys:
    """The keys of a published code: "A061/C060" has two parts, and "Hall 26, Stand E98" is 26 E98 to those who say it.

    Plans print the two codes of one stand beside each other, too: "A-061 C-060". The parts of a whole that are
    parted in print are parted by a slash in its key, so that their order counts.
    """
    if " " not in code and not _PARTED.search(code):
        key = code_key(code)
        return CodeKeys((key,) if key else (), ())
    plain = " ".join(word for word in code.split() if fold(word.strip(",;:()")) not in SPOKEN)
    words = plain.split()
    printed = words if len(words) > 1 and all(map(_WHOLE.match, words)) else _PARTED.split(plain)
    parts = [key for part in printed if (key := code_key(part))]
    whole = [code_key(plain), "/".join(parts)]
    if len(parts) > 1 and parts[0].isdigit():
        whole += [".".join(dict.fromkeys(parts)), ".".join(parts)]
    wholes = tuple(key for key in dict.fromkeys(whole) if key)
    return CodeKeys(wholes, tuple(part for part in dict.fromkeys(parts) if part not in wholes))


def unfinished(key: str) -> str:
    """The start of the keys that a code being typed may become: a final zero may still be followed by digits."""
    return key[:-1] if key.endswith(".0") or key == "0" else key


def tables() -> dict[str, Any]:
    """What :func:`code_key` makes of letters and which words are said beside codes, for programs in other languages."""
    return {"codes": {chr(code): chr(int(to)) for code, to in _LATIN.items()}, "spoken": sorted(SPOKEN)}
