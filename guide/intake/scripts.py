"""Letters of a cell: alphabets mixed by letters that look alike, and letters that were lost on the way."""

import re

from guide.catalogue.words import MIXED, mixture

_LIKE_LATIN = "АВЕКМНОРСТУХІЈЅаекморсухіјѕ"
_LATIN = "ABEKMHOPCTYXIJSaekmopcyxijs"
_TO_LATIN = str.maketrans(_LIKE_LATIN, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _LIKE_LATIN)
_LOST = re.compile(r"\ufffd|\w\?+\w|\w\?{2,}|\?{2,}\w")


def mixed(text: str) -> str:
    """The letters of the first word that mixes Latin and Cyrillic by letters that look alike, "" where none does."""
    return mixture(text)[1] if MIXED.search(text) else ""


def lost_letters(text: str) -> str:
    """The first word whose letters were lost, "" where none were: a question mark inside it, or the sign U+FFFD."""
    found = _LOST.search(text) if "?" in text or "\ufffd" in text else None
    return found[0] if found else ""


def one_alphabet(text: str) -> str:
    """The text with each word that mixes look-alike letters in the alphabet that most of its letters are of."""
    word, letters = mixture(text)
    if not word:
        return text
    latin = letters.isascii()  # those few that are to change
    return text.replace(word, word.translate(_TO_CYRILLIC if latin else _TO_LATIN))
