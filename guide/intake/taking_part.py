"""How someone takes part in a fair, by the words for it in four languages."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_KINDS: Sequence[tuple[str, str]] = (
    # A word that begins so, and the choice; the more particular first.
    (r"со-?экспон|суб-?экспон|со-?участ|су-?экспан|су-?ўдзел|co-?exhib|sub-?exhib|joint exhib|mitausst|unterausst|гост",
     "co-exhibitor"),
    (r"представлен|прадстаўл|заочн|завочн|represent|vertreten|zusätzlich", "represented"),
    (r"основн|главн|прям|экспон|галоўн|экспан|exhib|main|direct|hauptausst|aussteller|ausst|стендов", "exhibitor"),
    (r"участник|удзельн|участ|particip|teilnehm|visitor|посет", "participant"),
)  # fmt: skip
_FEW = 6  # kinds that a column of them has at most


@lru_cache(maxsize=256)
def participation_of(text: str) -> str:
    """How someone takes part, by the word for it in four languages, "" where that is not known."""
    for pattern, kind in _KINDS:
        if re.search(rf"(?<!\w)(?:{pattern})", text, re.IGNORECASE):
            return kind
    return ""


def tells(cells: Iterable[str]) -> bool:
    """Whether the cells of a column say how someone takes part: a few words, all known."""
    kinds = {cell.casefold() for cell in cells if cell}
    return 1 < len(kinds) <= _FEW and all(len(kind) < 40 and participation_of(kind) for kind in kinds)
