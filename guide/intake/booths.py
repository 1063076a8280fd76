"""What a cell says of places at a fair: halls, stands and their spellings.

A cell is read piece by piece from left to right (:mod:`guide.intake.booth_reading`). The words beside a code say what
it is the code of (:mod:`guide.intake.booth_words`); a hall holds for what follows it until the next one, or for what
stands before it where the cell names its stands first. What stands without any word is a stand's code.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.intake import booth_words as words
from guide.intake.booth import DIGITAL, HALL, OUTDOOR, STAND, TO_FOLLOW, Booth
from guide.intake.booth_reading import Reading
from guide.intake.cell import Odd
from guide.intake.stand_codes import code_key, fronts, hall_label, hall_name, stands_among
from guide.text import one_line

__all__ = ["DIGITAL", "HALL", "OUTDOOR", "STAND", "TO_FOLLOW", "Booth", "Booths", "booths_of", "code_key", "fronts",
           "hall_label", "hall_name", "stands_among"]  # fmt: skip

LONGEST = 600
"""Characters of a cell that are read."""

_DIGIT = re.compile(r"\d")
_LATER = re.compile(words.LATER, re.I)
_DIGITAL = re.compile(rf"(?<![^\W\d_]){words.DIGITAL}", re.I)
_OUTDOOR = re.compile(words.OUTDOOR, re.I)
_HALL_WORD = re.compile(rf"(?<![\w-]){words.HALL}", re.I)
_LISTED = re.compile(r"\s*[;,\n]\s*|\s+[иі]\s+|\s+(?:and|und)\s+")
_ONE_HALL = re.compile(rf"({words.HALL})?[\s.:№#]*\w{{1,3}}(?:\.\d{{1,2}})?\Z", re.I)
_PLACE = re.compile(rf"(?<![^\W\d_]){words.PLACES}", re.I)


class Booths(NamedTuple):
    """The places of a cell in their order, each once; what is left of it unread; what was odd."""

    places: tuple[Booth, ...] = ()
    left: str = ""
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 14)
def booths_of(text: str, hall: str = "", alphabet: str = "") -> Booths:
    """The places that a cell names.

    ``hall`` is what the column of halls says of the same row, "" if there is none; ``alphabet`` that of most codes
    of the column ("latin", "cyrillic"), which a code all of whose letters look alike in both is turned to.
    """
    said = text[:LONGEST].strip()
    if pairs := _paired(said, hall[:LONGEST]):
        several = [booths_of(stand, each, alphabet) for stand, each in pairs]
        return Booths(
            tuple(dict.fromkeys(booth for found in several for booth in found.places)),
            "; ".join(found.left for found in several if found.left),
            tuple(odd for found in several for odd in found.odd),
        )
    column = _column(one_line(hall[:LONGEST]))
    if _bare(said) in words.NONE:
        return Booths((column,) if column else ())
    if not _DIGIT.search(said) and (booth := _without_figures(one_line(said), column)):
        return Booths((booth,))
    reading = Reading(said, column, alphabet)
    reading.read()
    places = tuple(dict.fromkeys(reading.places))
    left = " ".join(filter(None, (reading.left, text[LONGEST:].strip())))
    odd = dict.fromkeys((each.code, each.value, tuple(each.values.items())) for each in reading.odd)
    found = tuple(Odd(code, value, dict(values)) for code, value, values in odd)
    if not places and not column:
        return Booths((), left or said, (*found, Odd("I020", one_line(said))))
    return Booths(places or ((column,) if column else ()), left, found)


def _paired(text: str, hall: str) -> list[tuple[str, str]]:
    """Each stand with its hall where both cells list as many: "A12; B10" in "3; 4"; empty where they do not."""
    halls = [each.strip() for each in _LISTED.split(hall)]
    if len(halls) < 2:
        return []
    stands = [each.strip() for each in _LISTED.split(text)]
    found = [_ONE_HALL.match(each) for each in halls]
    alike = len({(each[1] or "").casefold() for each in found if each} - {""}) < 2
    return list(zip(stands, halls, strict=True)) if len(stands) == len(halls) and all(found) and alike else []


def _bare(text: str) -> str:
    """A short text as the words for none are compared."""
    return text.casefold().rstrip(".") if len(text) < 20 else text


def _column(said: str) -> Booth | None:
    """The place that a cell of a column of halls names by itself."""
    if _bare(said) in words.NONE:
        return None
    if not _DIGIT.search(said):
        if _LATER.search(said):
            return Booth(kind=TO_FOLLOW)
        if _DIGITAL.search(said):
            return Booth(kind=DIGITAL)
    label = hall_label(said)
    named = hall_name(said)
    return Booth(label, kind=OUTDOOR if _OUTDOOR.match(said) else HALL, named=named if named != label else "")


def _without_figures(said: str, column: Booth | None) -> Booth | None:
    """The place that a cell without any figure names: "Digital Only", "to follow", "Convention Center (CC)"."""
    if _LATER.search(said):
        return Booth(column.hall, "", "", TO_FOLLOW, column.named) if column else Booth(kind=TO_FOLLOW)
    if _DIGITAL.search(said):
        return Booth(kind=DIGITAL)
    if _PLACE.search(said) and not _HALL_WORD.search(said) and not _OUTDOOR.search(said) and "," not in said:
        label = hall_label(said)
        return Booth(label, kind=HALL, named=said if said != label else "")
    return None
