"""Did you mean: the nearest of the names that are known, typing slips and look-alike letters considered."""

from collections.abc import Collection, Iterable

_ALIKE = str.maketrans("авекмнорстухіјѕһԁԛԝү", "abekmhopctyxijshdqwy")
_SEPARATORS = str.maketrans("", "", " -_./#\u2010\u2011\u2012\u2013\u2014")
_LIMIT = 60


def skeleton(name: str) -> str:
    """The name without case, separators and the difference between letters that look alike in Cyrillic and Latin."""
    return latin(name).translate(_SEPARATORS)


def latin(word: str) -> str:
    """The word in small letters, those that look Latin turned into Latin ones."""
    return word.casefold().translate(_ALIKE)


class Names:
    """The names that a word may have been meant as; built once, asked often.

    A question costs a dictionary look-up where only case, separators or alphabet differ, else one
    pass over the names of about the same length.
    """

    __slots__ = ("_asked", "_by_length", "_by_skeleton")

    def __init__(self, names: Iterable[str]) -> None:
        self._by_skeleton: dict[str, str] = {}
        self._by_length: dict[int, list[tuple[int, str, str]]] = {}
        self._asked: dict[str, str] = {}
        for name in names:
            bones = skeleton(name)
            if self._by_skeleton.setdefault(bones, name) == name:
                self._by_length.setdefault(len(bones), []).append((_letters(bones), bones, name))

    def nearest(self, word: str) -> str:
        """The nearest name, or "" where none is near: one slip in a short word, up to a third in a long one."""
        if len(word) > _LIMIT:
            return ""
        if word not in self._asked:
            self._asked[word] = self._search(skeleton(word))
        return self._asked[word]

    def _search(self, bones: str) -> str:
        same = self._by_skeleton.get(bones)
        if same is not None or not bones:
            return same or ""
        # A name in another order of size cannot be a slip, but may be the longer form of an abbreviated one.
        letters = _letters(bones)
        best, limit = "", max(1, min(4, len(bones) // 3))
        for length in sorted(range(len(bones) - limit, len(bones) + limit + 1), key=lambda n: abs(n - len(bones))):
            for other_letters, other, name in self._by_length.get(length, ()):
                # A slip brings in one letter and takes out another, at most.
                if (letters ^ other_letters).bit_count() > 2 * limit:
                    continue
                found = distance(bones, other, limit)
                if found <= limit and (not best or found < limit):
                    best, limit = name, found
            if best and limit <= 1:
                break
        return best or self._beginning(bones)

    def _beginning(self, bones: str) -> str:
        if len(bones) < 3:
            return ""
        longer = [name for other, name in self._by_skeleton.items() if other.startswith(bones)]
        return longer[0] if len(longer) == 1 else ""


def _letters(word: str) -> int:
    """Which letters there are, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def distance(one: str, other: str, limit: int) -> int:
    """How many slips apart two words are: letters lost, added, changed or swapped; limit + 1 where more.

    Optimal string alignment (restricted Damerau-Levenshtein), row by row, given up once a row passes the limit.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = before[j - 1] if a == b else 1 + min(before[j - 1], before[j], row[j - 1])
            if older and a == other[j - 2] and one[i - 2] == b and j > 1:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and (not before or min(before) > limit):
            return limit + 1
    return min(row[-1], limit + 1)


def nearest(word: str, names: Collection[str]) -> str:
    """The nearest of a few names, or ""."""
    return Names(names).nearest(word)
