"""Word forms, roughly: the part of a word that its endings leave alone, in Russian, Belarusian and English."""

from functools import lru_cache

from guide.search.fold import fold

# Endings of nouns and adjectives as folded: й and і are и, ё is е, ў is у. The longest that fits is taken off.
_ENDINGS = tuple(
    sorted(
        {
            *("а", "е", "и", "о", "у", "ы", "ь", "э", "ю", "я", "ам", "ах", "ая", "ев", "ее", "еи", "ем", "ею", "ие"),
            *("ии", "им", "их", "ию", "ия", "ов", "ое", "ои", "ом", "ою", "ую", "ые", "ыи", "ым", "ых", "ье", "ьи"),
            *("ью", "ья", "юю", "ям", "ях", "яя", "ями", "ами", "его", "ему", "ими", "ого", "ому", "ыми", "иям", "иях"),
            *("иями", "иеи", "ием", "ьев", "ьям", "ьях", "ок", "ек", "ка", "ки", "ке", "ку", "кои", "ками", "кам"),
            *("ках", "ау", "яу", "аи", "яи", "ага", "яга", "аму", "яму", "ей", "s", "es"),
        },
        key=len,
        reverse=True,
    )
)
_LEAST = 4  # letters that stay


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The folded word without its ending, at least four letters of it; short words and numbers stay whole."""
    folded = fold(word)
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST:
            return folded[: -len(ending)]
    return folded
