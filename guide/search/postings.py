"""Which things hold which words: a lexicon, and for every weight of field the numbers of the things, word by word."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from guide.search.lexicon import Lexicon
from guide.search.stems import is_ending, stems

Stroke = tuple[float, "array[int]"]
"""What a match is worth, in points, and the numbers of the things that have it."""


class Group(NamedTuple):
    """The things that hold the words in fields of one weight; those of neighbouring words lie side by side.

    ``numbers[starts[p]:starts[p + 1]]`` are those that hold the word at position ``p``. ``inside`` says whether
    words of these fields are searched inside as well.
    """

    weight: int
    inside: bool
    starts: "array[int]"
    numbers: "array[int]"

    def between(self, low: int, high: int) -> "array[int]":
        """The things that hold a word at these positions, each as often as it holds one."""
        return self.numbers[self.starts[low] : self.starts[high]]


class Postings:
    """The words of all fields in one form, with the things that hold them."""

    __slots__ = ("_blob", "_offsets", "groups", "lexicon")

    def __init__(self, lexicon: Lexicon, groups: Sequence[Group]) -> None:
        self.lexicon = lexicon
        self.groups = groups
        self._blob: str | None = None
        self._offsets: list[int] = []

    @classmethod
    def build(cls, holders: Mapping[tuple[int, bool], Mapping[str, Iterable[int]]]) -> "Postings":
        """From the words of each (weight, inside) with the numbers of the things that hold them."""
        lexicon = Lexicon(sorted({word for words in holders.values() for word in words}))
        groups = []
        for weight, inside in sorted(holders, reverse=True):
            words = holders[weight, inside]
            numbers, starts = array("I"), array("I", (0,))
            for key in lexicon.keys:
                if key in words:
                    numbers.extend(words[key])
                starts.append(len(numbers))
            groups.append(Group(weight, inside, starts, numbers))
        return cls(lexicon, groups)

    def at(self, position: int, share: float) -> Iterator[Stroke]:
        """The things that hold the word at a position, by the weight of the field."""
        if position >= 0:
            yield from self.between(position, position + 1, share)

    def between(self, low: int, high: int, share: float) -> Iterator[Stroke]:
        """The things that hold a word at these positions."""
        if low < high:
            for weight, _, starts, numbers in self.groups:
                first, last = starts[low], starts[high]
                if first < last:
                    yield weight * share, numbers[first:last]

    def forms(self, folded: str, share: float) -> Iterator[Stroke]:
        """The things that hold another form of the word: the same stem with another ending."""
        keys = self.lexicon.keys
        for kept in stems(folded):
            low, high = self.lexicon.starting(kept)
            for position in range(low, high):
                if is_ending(keys[position][len(kept) :]):
                    yield from self.at(position, share)

    def containing(self, piece: str, share: float) -> Iterator[Stroke]:
        """The things that hold the piece inside a word, past its start, in fields that are searched inside."""
        if self._blob is None:
            self._blob = "\n".join(self.lexicon.keys)
            self._offsets = list(accumulate((len(key) + 1 for key in self.lexicon.keys), initial=0))
        blob, at = self._blob, self._blob.find(piece)
        while at >= 0:
            if at and blob[at - 1] != "\n":
                position = bisect_left(self._offsets, at + 1) - 1
                for weight, inside, starts, numbers in self.groups:
                    first, last = starts[position], starts[position + 1]
                    if inside and first < last:
                        yield weight * share, numbers[first:last]
            at = blob.find(piece, at + 1)
