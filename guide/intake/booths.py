"""What a cell says of places at a fair: halls, stands and their spellings."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.intake.cell import Odd
from guide.intake.scripts import mixed, one_alphabet
from guide.search.stands import code_keys

STAND, HALL, OUTDOOR, DIGITAL, TO_FOLLOW = "stand", "hall", "outdoor", "digital", "to follow"
"""The kinds of places: one with a code, a hall where only that is known, one in the open, none but online, none yet."""

_HALL = re.compile(r"(?:зал|зала|павильон|павільён|hall|halle|pavilion)\b[\s.:№#]*", re.IGNORECASE)
_IN_HALL = re.compile(r"(?:hall|halle|зал|зала|павильон|пав\.?|павільён)\s*№?\s*([\w.]+)\s*(?:,|;)?\s*", re.I)
_STAND = re.compile(r"(?:stand|booth|стенд|стэнд|ст\.?)\s*№?\s*", re.I)
_SUB = re.compile(r"[,\s]*\((\w+)\)\s*$")
_DIGITAL = re.compile(r"digital|online|заочн|онлайн", re.I)
_OPEN = re.compile(r"open[- ]air|открыт|freigel|\bFG\b", re.I)
_LATER = re.compile(r"to follow|tba|уточня|folgt", re.I)


class Booth(NamedTuple):
    """One place: the label of its hall, the code that hangs over it, the number within a shared stand, its kind.

    ``hall``, ``code`` and ``sub`` are "" where the cell does not say them.
    """

    hall: str = ""
    code: str = ""
    sub: str = ""
    kind: str = STAND


class Booths(NamedTuple):
    """The places of a cell in their order; what is left of it unread; what was odd."""

    places: tuple[Booth, ...] = ()
    left: str = ""
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 14)
def booths_of(text: str, hall: str = "") -> Booths:
    """The places that a cell names; ``hall`` is what the column of halls says of the same row, "" if there is none."""
    places = []
    odd = []
    for piece in re.split(r"[;\n]", text):
        piece = piece.strip()
        if not piece:
            continue
        where = _IN_HALL.match(piece)
        label = where[1] if where else hall_label(hall)
        rest = piece[where.end() :] if where else piece
        sub = _SUB.search(rest)
        if sub:
            rest = rest[: sub.start()]
        if letters := mixed(rest):
            odd.append(Odd("I004", rest, {"letters": letters}))
        code = one_alphabet(_STAND.sub("", rest).strip(" ,"))
        if _LATER.search(piece):
            places.append(Booth(label, kind=TO_FOLLOW))
        elif _DIGITAL.search(piece):
            places.append(Booth(kind=DIGITAL))
        elif _OPEN.search(piece):
            places.append(Booth(label, code, kind=OUTDOOR))
        elif code and code not in "-—":
            places.append(Booth(label, code, sub[1] if sub else ""))
        elif label:
            places.append(Booth(label, kind=HALL))
    if not places and hall:
        places.append(Booth(hall_label(hall), kind=HALL))
    return Booths(tuple(places), "", tuple(odd))


def hall_label(label: str) -> str:
    """The label of a hall without the word for a hall: "Hall 10.2" -> "10.2"."""
    return _HALL.sub("", label).strip() or label.strip()


@lru_cache(maxsize=1 << 14)
def code_key(code: str) -> str:
    """What two spellings of a stand's code have in common, within its hall: "A061/C060" and "A-061 C-060"."""
    keys = code_keys(code)
    return min(keys.whole, key=lambda key: "/" not in key) if keys.whole else re.sub(r"[\W_]+", "", code).casefold()
