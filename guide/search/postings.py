"""Which things hold which words: a sorted dictionary with the numbers of the things, for one weight of field."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate

from guide.search.fold import Form
from guide.search.stems import stem

_AFTER = "\U0010ffff"


class Dictionary:
    """Sorted keys, and for each the numbers of the things that hold it; those of neighbours lie side by side."""

    __slots__ = ("_keys", "_numbers", "_starts")

    def __init__(self, numbers_of: Mapping[str, Iterable[int]]) -> None:
        self._keys = sorted(numbers_of)
        self._numbers = array("I")
        starts = [0]
        for key in self._keys:
            self._numbers.extend(numbers_of[key])
            starts.append(len(self._numbers))
        self._starts = starts

    def whole(self, key: str) -> "array[int]":
        """The things that hold exactly this key."""
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return array("I")
        return self._numbers[self._starts[at] : self._starts[at + 1]]

    def starting(self, prefix: str) -> "array[int]":
        """The things that hold a key which starts so, each as often as it holds one."""
        low = bisect_left(self._keys, prefix)
        high = bisect_left(self._keys, prefix + _AFTER, low)
        return self._numbers[self._starts[low] : self._starts[high]]

    def some(self, prefix: str, wanted: Callable[[str], bool]) -> Iterator[int]:
        """The things that hold a wanted key which starts so."""
        for position in range(bisect_left(self._keys, prefix), len(self._keys)):
            key = self._keys[position]
            if not key.startswith(prefix):
                return
            if wanted(key):
                yield from self.at(position)

    @property
    def keys(self) -> list[str]:
        """Every key, sorted."""
        return self._keys

    def at(self, position: int) -> "array[int]":
        """The things that hold the key at this position."""
        return self._numbers[self._starts[position] : self._starts[position + 1]]


class Postings:
    """The words of all fields of one weight, by their plain form and by their sound."""

    __slots__ = ("_blob", "_offsets", "_plain", "_sound", "inside", "weight")

    def __init__(
        self, weight: int, inside: bool, holders: Mapping[str, list[int]], forms: Mapping[str, Iterable[Form]]
    ) -> None:
        self.weight = weight
        self.inside = inside
        by_form: dict[Form, list[int]] = {}
        for text, numbers in holders.items():
            for form in forms[text]:
                by_form.setdefault(form, []).extend(numbers)
        plain: dict[str, list[int]] = {}
        heard: dict[str, list[int]] = {}
        for (folded, sounding), numbers in by_form.items():
            plain.setdefault(folded, []).extend(numbers)
            if sounding:
                heard.setdefault(sounding, []).extend(numbers)
        self._plain = Dictionary(plain)
        self._sound = Dictionary(heard)
        self._blob: str | None = None
        self._offsets: list[int] = []

    def plain(self, word: str) -> "tuple[array[int], array[int]]":
        """The things that hold the folded word, and those that hold a word starting with it."""
        return self._plain.whole(word), self._plain.starting(word)

    def sounding(self, key: str) -> "tuple[array[int], array[int]]":
        """The same for a word's sound."""
        return self._sound.whole(key), self._sound.starting(key)

    def forms(self, kept: str) -> Iterator[int]:
        """The things that hold a word with this stem, whatever its ending."""
        return self._plain.some(kept, lambda key: stem(key) == kept)

    def containing(self, piece: str) -> Iterator[int]:
        """The things that hold the folded piece inside a word, past its start."""
        if self._blob is None:
            self._blob = "\n".join(self._plain.keys)
            self._offsets = list(accumulate((len(key) + 1 for key in self._plain.keys), initial=0))
        blob, at = self._blob, self._blob.find(piece)
        while at >= 0:
            if at and blob[at - 1] != "\n":
                position = bisect_left(self._offsets, at + 1) - 1
                yield from self._plain.at(position)
            at = blob.find(piece, at + 1)
