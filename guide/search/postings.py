"""Which things hold which words: a sorted dictionary with the numbers of the things, for one weight of field."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
        self._starts: Sequence[int] = starts

    @classmethod
    def of(cls, keys: list[str], starts: Sequence[int], numbers: "array[int]") -> "Dictionary":
        """A dictionary from its parts: the sorted keys, where the numbers of each begin, the numbers."""
        made = cls({})
        made._keys, made._starts, made._numbers = keys, starts, numbers
        return made

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

    @property
    def starts(self) -> Sequence[int]:
        """Where the numbers of each key begin, and where the last one's end."""
        return self._starts

    @property
    def numbers(self) -> "array[int]":
        """The numbers of all keys, one key's after the other's."""
        return self._numbers

    def at(self, position: int) -> "array[int]":
        """The things that hold the key at this position."""
        return self._numbers[self._starts[position] : self._starts[position + 1]]


class Postings:
    """The words of all fields of one weight, by their plain form and by their sound."""

    __slots__ = ("_blob", "_offsets", "by_form", "by_sound", "inside", "weight")

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
        self.by_form = Dictionary(plain)
        self.by_sound = Dictionary(heard)
        self._blob: str | None = None
        self._offsets: list[int] = []

    @classmethod
    def of(cls, weight: int, inside: bool, by_form: Dictionary, by_sound: Dictionary) -> "Postings":
        """The postings of a weight from their dictionaries."""
        made = cls(weight, inside, {}, {})
        made.by_form, made.by_sound = by_form, by_sound
        return made

    def plain(self, word: str) -> "tuple[array[int], array[int]]":
        """The things that hold the folded word, and those that hold a word starting with it."""
        return self.by_form.whole(word), self.by_form.starting(word)

    def sounding(self, key: str) -> "tuple[array[int], array[int]]":
        """The same for a word's sound."""
        return self.by_sound.whole(key), self.by_sound.starting(key)

    def forms(self, kept: str) -> Iterator[int]:
        """The things that hold a word with this stem, whatever its ending."""
        return self.by_form.some(kept, lambda key: stem(key) == kept)

    def containing(self, piece: str) -> Iterator[int]:
        """The things that hold the folded piece inside a word, past its start."""
        if self._blob is None:
            self._blob = "\n".join(self.by_form.keys)
            self._offsets = list(accumulate((len(key) + 1 for key in self.by_form.keys), initial=0))
        blob, at = self._blob, self._blob.find(piece)
        while at >= 0:
            if at and blob[at - 1] != "\n":
                position = bisect_left(self._offsets, at + 1) - 1
                yield from self.by_form.at(position)
            at = blob.find(piece, at + 1)
