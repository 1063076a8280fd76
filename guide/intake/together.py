"""Several firms in one cell of a list of exhibitors: «ООО «Один», ЗАО «Два»», or one below the other with numbers."""

import re
from functools import lru_cache

from guide.intake.firms import firm_of

_LISTED = re.compile(r"\s*[;\n]\s*|,\s+(?=[^\W\d_]{2,5}\s?[«\"“„])")
_NUMBERED = re.compile(r"\s*(?:^|(?<=[\s;,]))\(?\d{1,2}[.)]\s+")
_MOST = 30


@lru_cache(maxsize=1 << 12)
def firms_in(cell: str) -> tuple[str, ...]:
    """The firms that a cell names, each as it is written; () where it names one, or where that is not sure.

    Each has to have a legal form of its own, or a number before it.
    """
    numbered = [piece.strip(" ;,\n") for piece in _NUMBERED.split(cell) if piece.strip(" ;,\n")]
    if len(numbered) > 1 and len(_NUMBERED.findall(cell)) == len(numbered) <= _MOST:
        return tuple(numbered) if all(map(_is_named, numbered)) else ()
    pieces = [piece for piece in _LISTED.split(cell) if piece]
    if not 1 < len(pieces) <= _MOST or len(set(pieces)) < len(pieces):
        return ()
    return tuple(pieces) if all(firm_of(piece).legal_form and _is_named(piece) for piece in pieces) else ()


def _is_named(piece: str) -> bool:
    return sum(map(str.isalpha, piece)) > 2
