"""Which letters of a shown text a query met: for the rows on the screen only."""

import re
from collections.abc import Sequence
from functools import lru_cache

from guide.search.fold import LEAST_UNFINISHED, fold, is_cyrillic, sound, tokens
from guide.search.stands import code_key
from guide.search.stems import same_word

LEAST_INSIDE = 4
"""How many letters a word must have to be looked for inside other words."""
_RUN = re.compile(r"(?<![^\W_])[^\W_]++(?:[\-‐‑.&+][^\W_]++)+")  # possessive: a long word is walked through once
_GROUP = r"(?:\d{1,5}|(?<![^\W\d_])[^\W\d_]{1,3}(?![^\W\d_]))"
_CODE = re.compile(rf"(?<![^\W_]){_GROUP}(?:[\s\-‐‑–.]?{_GROUP})+(?![^\W_])")


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """The pieces of a text to highlight for the words of an answer: (start, end) in characters, apart and in order."""
    if not words or not text:
        return []
    return list(_spans(text, tuple(words)))


@lru_cache(maxsize=4096)
def _spans(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    codes = [word[1:] for word in words if word.startswith("#")]
    plain = tuple(word for word in words if not word.startswith("#"))
    if codes:
        for match in _CODE.finditer(text):
            key = code_key(match.group())
            if key and any(key.startswith(code) for code in codes):
                found.append(match.span())
    for token in tokens(text):
        piece = _piece(token.text, plain)
        if piece:
            found.append((token.start + piece[0], token.start + piece[1]))
    for match in _RUN.finditer(text):
        # «санктпет» runs over the hyphen of «Санкт-Петербург».
        joined = _piece(match.group(), plain)
        if joined:
            found.append((match.start() + joined[0], match.start() + joined[1]))
    return tuple(_apart(found))


@lru_cache(maxsize=1 << 14)
def _piece(shown: str, words: tuple[str, ...]) -> tuple[int, int] | None:
    """The longest piece of one shown word that some word of the query meets."""
    pieces = [piece for word in words if (piece := _met(shown, word))]
    return max(pieces, key=lambda piece: piece[1] - piece[0], default=None)


def _met(shown: str, word: str) -> tuple[int, int] | None:
    if word.startswith("~"):
        return (0, _heard(shown, word[1:])) if sound(shown).startswith(word[1:]) else None
    folded, asked = fold(shown), fold(word)
    if not asked:
        return None
    if folded.startswith(asked):
        return 0, _letters(shown, len(asked))
    if not asked.isdigit():
        heard = sound(word)
        there = sound(shown)
        if heard and there.startswith(heard):
            return 0, _heard(shown, heard)
        # The last letter typed may be half of what the other alphabet writes as one.
        if (
            len(heard) >= LEAST_UNFINISHED
            and is_cyrillic(folded) != is_cyrillic(asked)
            and there.startswith(heard[:-1])
        ):
            return 0, _heard(shown, heard[:-1])
        kept = same_word(asked, folded)
        if kept:
            return 0, _letters(shown, kept)
        if len(asked) >= LEAST_INSIDE and (at := folded.find(asked)) > 0:
            return _letters(shown, at), _letters(shown, at + len(asked))
    return None


def _letters(shown: str, folded: int) -> int:
    """How many characters of a shown word make so many of its folded form."""
    length = 0
    for at, letter in enumerate(shown, 1):
        length += len(fold(letter))
        if length >= folded:
            return at
    return len(shown)


def _heard(shown: str, heard: str) -> int:
    """The shortest start of a shown word that sounds like this."""
    for at in range(1, len(shown)):
        if sound(shown[:at]).startswith(heard):
            return at
    return len(shown)


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
