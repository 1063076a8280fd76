"""What holds a phrase: its words whole and side by side, in one text of a thing."""

from collections.abc import Sequence

from guide.catalogue.model import Ref
from guide.search.fields import Fields
from guide.search.fold import fold, runs
from guide.search.hearing import Ear
from guide.search.names import LEGAL_FORMS
from guide.search.points import all_of, mask_of, numbers_of
from guide.search.query import Phrase

_READ = 1500  # things whose texts are read; in more, the words stand in the name of a country or region


def plain_words(text: str) -> list[str]:
    """The words of a text, folded, those without a letter or digit left out."""
    return [folded for run in runs(text) for word in run if (folded := fold(word))]


def says_something(phrase: Phrase) -> bool:
    """Whether a phrase says more than a legal form does."""
    return any(folded not in LEGAL_FORMS for folded in plain_words(phrase.text))


def holding(phrase: Phrase, ear: Ear, fields: Fields, refs: Sequence[Ref], size: int) -> bytes:
    """Points of the things that hold a phrase; while it is being typed, its last word may go on.

    Where more things hold all its words than can be read at a key, those behind are kept if most that were read
    hold it, since in so many things it is the name of a country or region; else they are left out.
    """
    wanted = plain_words(phrase.text)
    found = all_of([ear.wholly(word, going_on=not phrase.closed) for word in wanted], size)
    if len(wanted) < 2:
        return found
    points, known, confirmed = bytearray(found), dict[str, bool](), 0
    for read, number in enumerate(numbers_of(mask_of(found))):
        if read >= _READ:
            break
        for _, text in fields.texts(refs[number]):
            there = known.get(text)
            if there is None:
                there = known[text] = _stands_in(plain_words(text), wanted, going_on=not phrase.closed)
            if there:
                confirmed += 1
                break
        else:
            points[number] = 0
    else:
        return bytes(points)
    return bytes(points) if confirmed * 2 > _READ else _first(points, number)


def _first(points: bytearray, end: int) -> bytes:
    """The points of the things before a number."""
    return bytes(points[:end]) + bytes(len(points) - end)


def _stands_in(said: Sequence[str], wanted: Sequence[str], *, going_on: bool) -> bool:
    whole, last = wanted[:-1] if going_on else wanted, wanted[-1]
    for at in range(len(said) - len(wanted) + 1):
        if said[at : at + len(whole)] == whole and (not going_on or said[at + len(whole)].startswith(last)):
            return True
    return False
