"""Which letters of a shown text a query met, also where it met them by another name of a place or by initials."""

from collections.abc import Sequence
from functools import lru_cache

from guide.search.fields import other_names
from guide.search.fold import fold, letters_sound, sound, tokens
from guide.search.highlight import spans
from guide.search.names import LITTLE
from guide.search.spellings import initials_sounds

_LEAST_NAME = 4  # letters that another name of a place must have: a code would be marked in too many words
_INITIALS = range(3, 9)  # as many letters as initials are


@lru_cache(maxsize=64)
def with_places(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an answer and, where one names a town or a country, its other names: Менск is Минск."""
    found = {sound(word): word for word in reversed(words)}
    others = []
    for word in words:
        if word[:1] not in "#~" and len(word) > 1:
            for name in (*other_names(word, "town"), *other_names(word, "country")):
                # A name that sounds the same is marked for the word itself.
                if name.isalpha() and len(name) >= _LEAST_NAME and (heard := sound(name)) not in found:
                    found[heard] = name
                    others.append(fold(name))
    return (*words, *others)


def marks(text: str, words: tuple[str, ...]) -> Sequence[tuple[int, int]]:
    """The pieces of a shown text to mark for the words of an answer: (start, end) in characters, apart and in order.

    Where no word is there, but a word is the initials of words that stand there side by side, these letters.
    """
    if not words or not text:
        return ()
    return spans(text, with_places(words)) or _initials(text, words)


@lru_cache(maxsize=4096)
def _initials(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    asked = [word for word in map(fold, words) if word.isalpha() and len(word) in _INITIALS]
    if not asked:
        return ()
    there = [token.start for token in tokens(text) if token.text[0].isalpha() and fold(token.text) not in LITTLE]
    first = [fold(text[start]) or " " for start in there]
    for word in asked:
        sounds = {letters_sound(word), *initials_sounds(word)}
        begin = {sound[:1] for sound in sounds}
        for at in range(len(first) - len(word) + 1):
            if first[at] != word[0] and letters_sound(first[at])[:1] not in begin:
                continue
            spelt = "".join(first[at : at + len(word)])
            if spelt == word or letters_sound(spelt) in sounds:
                return tuple((start, start + 1) for start in there[at : at + len(word)])
    return ()
