"""A catalogue read once for what it holds, so that right answers can be told without any search engine."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Wording

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, ё as е."""
    return _WORD.findall(small(text).replace("ё", "е"))


def small(text: str) -> str:
    """Small letters; the Turkish İ becomes an i without the dot that Python sets beside it."""
    return text.lower().replace("i\u0307", "i")


def texts(*wordings: Wording | None) -> list[str]:
    """All texts of all wordings."""
    return [text for wording in wordings if wording for text in wording.texts()]


class Scanned:
    """A catalogue read once: which exhibitors hold which words, in their names and anywhere."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.exhibitors = list(catalogue.exhibitors.values())
        self.named: dict[str, set[str]] = defaultdict(set)
        self.anywhere: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, set[str]] = defaultdict(set)
        self.goods: dict[str, set[str]] = defaultdict(set)
        self.towns: dict[str, set[str]] = defaultdict(set)
        self.codes: dict[str, set[str]] = defaultdict(set)
        for each in self.exhibitors:
            called = texts(each.name, *each.aliases)
            for text in called:
                self.names["".join(words_of(text))].add(each.id)
                for word in words_of(text):
                    self.named[word].add(each.id)
            for text in texts(*each.products):
                for word in words_of(text):
                    self.goods[word].add(each.id)
            for city in texts(each.place.city if each.place else None):
                self.towns[small(city)].add(each.id)
            places = [each.place.city, *self._lies_in(each.place.region)] if each.place else []
            everything = [*called, *texts(each.legal_name, *each.products, *each.people, each.about, *places)]
            for word in {word for text in everything for word in words_of(text)}:
                self.anywhere[word].add(each.id)
            for code in each.stands:
                for key in code_keys(code):
                    self.codes[key].add(each.id)
        self._sorted = {id(table): sorted(table) for table in (self.named, self.anywhere, self.goods)}

    def _lies_in(self, region: Ref | Wording | None) -> list[Wording]:
        if not isinstance(region, Ref):
            return [region] if region else []
        return [self.catalogue.regions[region.id].name] if region.id in self.catalogue.regions else []

    def starting(self, table: dict[str, set[str]], prefix: str) -> set[str]:
        """Those that hold a word with this start."""
        keys, found = self._sorted[id(table)], set[str]()
        at = bisect_left(keys, prefix)
        while at < len(keys) and keys[at].startswith(prefix):
            found |= table[keys[at]]
            at += 1
        return found

    def near(self, typed: str, word: str) -> set[str]:
        """Those that a misspelling of a word may well have meant: no word of a name is nearer to what was typed."""
        limit = distance(typed, word, 3)
        found = self.starting(self.named, word) | self.starting(self.named, typed)
        for other, ids in self.named.items():
            if abs(len(other) - len(typed)) <= limit and not ids <= found and distance(typed, other, limit) <= limit:
                found |= ids
        return found


def distance(one: str, other: str, limit: int) -> int:
    """Slips between two words: letters put in, left out, replaced or swapped; more than the limit is one more."""
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:
        return limit + 1
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, met in enumerate(other, 1):
            best = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != met))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == met:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]


_SHAPES = str.maketrans("авсенкмортху", "abcehkmoptxy")


def code_keys(code: str) -> Iterator[str]:
    """A code, and each part of one that has several, as letters and digits of one alphabet without leading zeros."""
    code = re.sub(r"\b(hall|stand)\b", " ", code.lower().translate(_SHAPES))
    for part in (code, *code.split("/")):
        yield ".".join(piece.lstrip("0") for piece in re.findall(r"[^\W\d_]+|\d+", part))
