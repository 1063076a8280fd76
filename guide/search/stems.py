"""Word forms, roughly: the part of a word that its endings leave alone, in Russian, Belarusian and English."""

from functools import lru_cache

from guide.search.fold import fold

# Endings of nouns and adjectives as folded: й and і are и, ё is е, ў is у.
_ENDINGS = frozenset(
    (
        *("а", "е", "и", "о", "у", "ы", "ь", "э", "ю", "я", "ам", "ах", "ая", "ев", "ее", "еи", "ем", "ею", "ие"),
        *("ии", "им", "их", "ию", "ия", "ов", "ое", "ои", "ом", "ою", "ую", "ые", "ыи", "ым", "ых", "ье", "ьи"),
        *("ью", "ья", "юю", "ям", "ях", "яя", "ями", "ами", "его", "ему", "ими", "ого", "ому", "ыми", "иям", "иях"),
        *("иями", "иеи", "ием", "ьев", "ьям", "ьях", "ьем", "ау", "яу", "аи", "яи", "ага", "яга", "аму", "яму", "еи"),
        *("оу", "еу", "s", "es"),
    )
)
# Endings with the last letter of the stem, so that words with and without a fleeting vowel share theirs.
_WITH_K = frozenset(("ок", "ек", "ка", "ки", "ке", "ку", "кои", "ками", "кам", "ках"))
_BY_LENGTH = tuple(sorted(_ENDINGS | _WITH_K, key=lambda ending: (-len(ending), ending)))
_LONGEST = max(map(len, _BY_LENGTH))
_LEAST = 4  # letters that stay
_FEWEST = 3  # letters that two forms of one word share
_VOWELS = frozenset("аеиоуыэюя")
_FLEETING = frozenset("ео")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The folded word without its ending, at least four letters of it; short words and numbers stay whole."""
    folded = fold(word)
    for ending in _BY_LENGTH:
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST:
            return folded[: -len(ending)]
    return folded


@lru_cache(maxsize=1 << 14)
def stems(folded: str) -> tuple[str, ...]:
    """What a folded word may be without an ending, three letters at least, the longest first; itself among them.

    A vowel that comes and goes is tried without: «игрушек» has the stem «игрушк», «гаек» has «гаик» (гайк).
    """
    if len(folded) < _FEWEST or folded.isdigit():
        return ()
    found = [folded]
    for length in range(1, min(_LONGEST, len(folded) - _FEWEST) + 1):
        if folded[-length:] in _ENDINGS:
            found.append(folded[:-length])
    bare = folded.removesuffix("ь")
    if len(bare) > _FEWEST and bare[-2] in _FLEETING and bare[-1] not in _VOWELS:
        before, last = bare[:-2], bare[-1]
        found += [f"{before}и{last}"] if before[-1] in _VOWELS else [before + last, f"{before}ь{last}"]
    # «щебня» and «щебень», «орла» and «орёл»: the vowel that these forms lack.
    for kept in found[1:3]:
        if len(kept) >= _FEWEST and not _VOWELS.intersection(kept[-2:]) and kept[-1] not in "ьъ":
            found += [f"{kept[:-1]}{vowel}{kept[-1]}" for vowel in "ео"]
    return tuple(found)


def is_ending(rest: str) -> bool:
    """Whether this may follow a stem: an ending, or nothing."""
    return not rest or rest in _ENDINGS


def same_word(one: str, other: str) -> int:
    """How many letters two folded words share as forms of one word; 0 where they are none."""
    for kept in stems(one):
        if other.startswith(kept) and is_ending(other[len(kept) :]):
            return len(kept)
    for kept in stems(other)[1:]:
        if one.startswith(kept) and is_ending(one[len(kept) :]):
            return len(kept)
    return 0
