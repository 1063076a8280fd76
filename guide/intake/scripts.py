"""Letters of a cell: alphabets mixed by letters that look alike, and letters that were lost on the way."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from guide.catalogue.words import MIXED, mixture
from guide.search.fold import fold

LATIN, CYRILLIC = "latin", "cyrillic"
"""The alphabets that are told apart."""

_LATIN_LETTERS = "ABEKMHOPCTYXIJSaeopcyxijs"
_CYRILLIC_TWINS = "АВЕКМНОРСТУХІЈЅаеорсухіјѕ"
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_LETTERS)
_TO_CYRILLIC = str.maketrans(_LATIN_LETTERS, _CYRILLIC_TWINS)
_TWINS = {LATIN: frozenset(_LATIN_LETTERS), CYRILLIC: frozenset(_CYRILLIC_TWINS)}

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S*")
_AROUND = "«»\"“”„'()[]"


def mixed(text: str) -> str:
    """The letters of the first word that mixes Latin and Cyrillic by letters that look alike, "" where none does."""
    return mixture(text)[1] if not text.isascii() and MIXED.search(text) else ""


@lru_cache(maxsize=1 << 13)
def code_in(code: str, alphabet: str = "") -> tuple[str, str]:
    """A code with its look-alike letters in one alphabet, and the letters that were turned, "" where none were.

    A code of both alphabets is turned to the one given, else to that of most of its letters, Latin where they are as
    many; one of the other alphabet is turned to the one given. No letter without a twin is ever turned: "Б12" stays.
    """
    own = {LATIN: [c for c in code if c.isascii() and c.isalpha()], CYRILLIC: [c for c in code if is_cyrillic(c)]}
    if own[LATIN] and own[CYRILLIC]:
        more = LATIN if len(own[LATIN]) >= len(own[CYRILLIC]) else CYRILLIC
        wishes = [alphabet, more, LATIN if more == CYRILLIC else CYRILLIC]
    else:
        wishes = [alphabet]
    for wish in wishes:
        if wish:
            others = set(own[CYRILLIC if wish == LATIN else LATIN])
            if others and others <= _TWINS[CYRILLIC if wish == LATIN else LATIN]:
                return code.translate(_TO_LATIN if wish == LATIN else _TO_CYRILLIC), " ".join(sorted(others))
    return code, ""


def alphabet_of(texts: Iterable[str]) -> str:
    """The alphabet of most of the texts that have letters of one alone, "" where neither is that of four in five."""
    counts: Counter[str] = Counter()
    for text in texts:
        own = {LATIN if c.isascii() else CYRILLIC for c in text if is_cyrillic(c) or (c.isascii() and c.isalpha())}
        if len(own) == 1:
            counts[own.pop()] += 1
    most = counts.most_common(1)
    return most[0][0] if most and most[0][1] * 5 >= counts.total() * 4 else ""


def is_cyrillic(letter: str) -> bool:
    """Whether a character is a Cyrillic letter."""
    return "\u0400" <= letter <= "\u04ff"


def lost_letters(text: str, asking: bool = True) -> str:
    """The first word whose letters were lost, "" where none were: a question mark inside it, or the sign U+FFFD.

    Where an encoder had no sign for a letter or a dash, it wrote a question mark. ``asking`` says whether the text
    may ask something: then question marks that end its words are meant so, but for those behind a legal form. What a
    web address asks is none.
    """
    if "?" not in text and "\ufffd" not in text:
        return ""
    words = (_ADDRESS.sub(" ", text) if "/" in text or "www." in text else text).split()
    for at, word in enumerate(words):
        if "\ufffd" in word or ("?" in word and _is_lost(words, at, asking)):
            return word
    return ""


def _is_lost(words: list[str], at: int, asking: bool) -> bool:
    word = words[at].strip(_AROUND)
    if not word.strip("?"):
        return len(word) > 1 or (0 < at < len(words) - 1 and not words[-1].endswith("?"))
    from guide.search.names import LEGAL_FORMS  # dear, and few lists have lost letters

    bare = word.rstrip("?!…")
    return (
        not asking
        or "?" in bare
        or len(word) - len(word.rstrip("?")) > 1
        or bare.endswith(".")
        or (word.endswith("?") and fold(bare) in LEGAL_FORMS)
    )
