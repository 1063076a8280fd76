"""How far apart two words are, as typing and hearing go wrong: «полисье» is nearer to «полесье» than «поресье»."""

from functools import lru_cache
from itertools import pairwise

from guide.search.layouts import rows

_ALIKE = 0.5  # two letters that one hears as one another, a letter written twice or once, a soft sign
_BESIDE = 0.8  # keys side by side

# Heard alike: unstressed vowels, voiced and voiceless consonants, in both scripts and in the letters of sounds.
_HEARD = (
    "ао еи еэ иы ыэ оё яа яе яи юу уо бп дт гк гх зс жш вф цс шщ чщ чш ўу ўв "
    "ao ei iy ae ou uo bp dt gk gh zs sc ck vf vw fv kq gj ij sS zZ TC Tc SC ZS Ti kT kC hk uv"
)


def _pairs() -> dict[str, float]:
    costs: dict[str, float] = {}
    for row in rows():
        for one, other in pairwise(row):
            costs[one + other] = costs[other + one] = _BESIDE
    for pair in _HEARD.split():
        costs[pair] = costs[pair[::-1]] = _ALIKE
    return costs


_COST = _pairs()
_SIGNS = frozenset("ьъ")


@lru_cache(maxsize=1 << 14)
def apart(typed: str, word: str) -> tuple[float, int]:
    """The least cost of edits that make ``typed`` the start of ``word``, and how many letters that start has.

    An edit costs 1 at most: a letter more, less or another, two neighbours exchanged (optimal string alignment).
    Of equal costs the longer start counts.
    """
    skipped = 0
    for one, other in zip(typed, word, strict=False):
        if one != other:
            break
        skipped += 1
    if skipped == len(typed):
        return 0.0, skipped
    once = _one_edit(typed, word, skipped)
    if once is not None:
        return once
    skipped = max(0, skipped - 1)  # a doubled letter or an exchange may begin before the first difference
    typed, rest = typed[skipped:], word[skipped : len(typed) + 4]
    width = len(rest) + 1
    before: list[float] = []
    row: list[float] = [0.0]
    for at in range(1, width):
        row.append(row[-1] + _missing(rest, at - 1))
    for line, letter in enumerate(typed):
        last = typed[line - 1] if line else ""
        extra = _ALIKE if letter == last or letter in _SIGNS else 1.0
        then = [row[0] + extra]
        for at in range(1, width):
            other = rest[at - 1]
            if letter == other:
                best = row[at - 1]
            else:
                best = row[at - 1] + _COST.get(letter + other, 1.0)
                if at > 1 and line and letter == rest[at - 2] and last == other:
                    best = min(best, before[at - 2] + 1.0)
            best = min(best, row[at] + extra, then[at - 1] + _missing(rest, at - 1))
            then.append(best)
        before, row = row, then
    least, length = min((cost, -at) for at, cost in enumerate(row))
    return least, skipped - length


def _one_edit(typed: str, word: str, at: int) -> tuple[float, int] | None:
    """The same where a single edit at the first difference does it, which is most often so and far quicker."""
    length = len(typed)
    found: list[tuple[float, int]] = []
    if at < len(word):
        rest = typed[at + 1 :]
        if word[at + 1 : length] == rest:
            found.append((_COST.get(typed[at] + word[at], 1.0), -length))
        if word[at + 1 : length + 1] == typed[at:]:
            found.append((_missing(word, at), -length - 1))
        if rest and typed[at] == word[at + 1 : at + 2] and rest[0] == word[at] and word[at + 2 : length] == rest[1:]:
            found.append((1.0, -length))
    if word[at : length - 1] == typed[at + 1 :]:
        doubled = at and typed[at] == typed[at - 1]
        found.append((_ALIKE if doubled or typed[at] in _SIGNS else 1.0, 1 - length))
    if not found:
        return None
    cost, negative = min(found)
    return cost, -negative


def _missing(word: str, at: int) -> float:
    return _ALIKE if word[at] in _SIGNS or (at and word[at] == word[at - 1]) else 1.0
