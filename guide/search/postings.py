"""Which things hold which words: a lexicon, and for every weight of field the numbers of the things, word by word."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from guide.search.keys import Numbers
from guide.search.lexicon import Lexicon
from guide.search.stems import is_ending, stems

# A letter or two find nearly everything in a fair of a hundred thousand: then names, products and people count.
_MANY, _TOO_MANY, _HEAVY = 200, 60_000, 17
_MOST_INSIDE = 200  # words with a piece inside; one that is in more of them says little

Stroke = tuple[float, Numbers]
"""What a match is worth, in points, and the numbers of the things that have it."""

Shape = tuple[int, bool]
"""A weight, and whether words of these fields are searched inside as well."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of numbers one after the other: the list at ``p`` is ``numbers[starts[p]:starts[p + 1]]``."""

    starts: Numbers
    numbers: Numbers
    _pieces: dict[int, Numbers] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, lists: Iterable[Iterable[int]]) -> "Lists":
        """From the lists."""
        starts, numbers = array("I", (0,)), array("I")
        for one in lists:
            numbers.extend(one)
            starts.append(len(numbers))
        return cls(starts, numbers)

    def between(self, low: int, high: int) -> Numbers:
        """The numbers of these lists, in one piece."""
        return self.numbers[self.starts[low] : self.starts[high]]

    def at(self, position: int) -> Numbers:
        """The list at a position: the same object each time, so that one can tell that it is the same."""
        piece = self._pieces.get(position)
        if piece is None:
            piece = self._pieces[position] = self.between(position, position + 1)
        return piece


@dataclass(frozen=True, slots=True)
class Group:
    """The things that hold the words in fields of one weight.

    Where many things share few texts (the names of their towns), the lists hold numbers of ``shared`` lists
    instead of things.
    """

    weight: int
    inside: bool
    lists: Lists
    shared: Lists | None = None

    def between(self, low: int, high: int) -> Iterator[Numbers]:
        """The things that hold a word at these positions, in pieces, each as often as it holds one."""
        found = self.lists.between(low, high)
        if not found:
            return
        if self.shared is None:
            yield found
        else:
            for one in set(found):
                yield self.shared.at(one)

    def count(self, low: int, high: int) -> int:
        """How many lists of things there are at these positions."""
        return self.lists.starts[high] - self.lists.starts[low]

    def has(self, low: int, high: int) -> bool:
        """Whether anything holds a word at these positions."""
        return self.lists.starts[low] < self.lists.starts[high]


class Postings:
    """The words of all fields in one form, with the things that hold them."""

    __slots__ = ("_blob", "groups", "lexicon")

    def __init__(self, lexicon: Lexicon, groups: Sequence[Group]) -> None:
        self.lexicon = lexicon
        self.groups = groups
        self._blob: str | None = None

    @classmethod
    def build(
        cls, holders: Mapping[Shape, Mapping[str, Iterable[int]]], shared: Mapping[Shape, Lists] | None = None
    ) -> "Postings":
        """From the words of each weight with the numbers of the things, or of the shared lists, that hold them."""
        lexicon = Lexicon.of(word for words in holders.values() for word in words)
        keys = list(lexicon.keys)
        groups = [
            Group(*shape, Lists.of([holders[shape].get(key, ()) for key in keys]), (shared or {}).get(shape))
            for shape in sorted(holders, reverse=True)
            if holders[shape]
        ]
        return cls(lexicon, groups)

    def of(self, groups: Iterable[Group]) -> "Postings":
        """The same words in some of the groups only."""
        return Postings(self.lexicon, list(groups))

    def at(self, position: int, share: float) -> Iterator[Stroke]:
        """The things that hold the word at a position, by the weight of the field."""
        if position >= 0:
            yield from self.between(position, position + 1, share)

    def between(self, low: int, high: int, share: float) -> Iterator[Stroke]:
        """The things that hold a word at these positions; in heavy fields only where so much would say little."""
        if low < high:
            groups = self.groups
            if high - low > _MANY and sum(group.count(low, high) for group in groups) > _TOO_MANY:
                groups = [group for group in groups if group.weight >= _HEAVY]
            for group in groups:
                for numbers in group.between(low, high):
                    yield group.weight * share, numbers

    def forms(self, folded: str, share: float) -> Iterator[Stroke]:
        """The things that hold another form of the word: the same stem with another ending."""
        for kept in stems(folded):
            low, high = self.lexicon.starting(kept)
            for position, word in enumerate(self.lexicon.words(low, high), low):
                if is_ending(word[len(kept) :]):
                    yield from self.at(position, share)

    def containing(self, piece: str, share: float) -> Iterator[Stroke]:
        """The things that hold the piece inside a word, past its start, in fields that are searched inside."""
        inside = [group for group in self.groups if group.inside]
        for position in islice(self._with(piece), _MOST_INSIDE):
            for group in inside:
                for numbers in group.between(position, position + 1):
                    yield group.weight * share, numbers

    def _with(self, piece: str) -> Iterator[int]:
        if self._blob is None:
            self._blob = "\n".join(self.lexicon.words(0, len(self.lexicon)))
        blob, at = self._blob, self._blob.find(piece)
        while at >= 0:
            if at and blob[at - 1] != "\n":
                # The word around the piece says where it stands.
                start, end = blob.rfind("\n", 0, at) + 1, blob.find("\n", at)
                yield self.lexicon.at(blob[start : end if end >= 0 else None])
            at = blob.find(piece, at + 1)


class Sounds:
    """The same things by the sound of the words: each sound leads to the words that have it."""

    __slots__ = ("lexicon", "postings", "words")

    def __init__(self, lexicon: Lexicon, words: Lists, postings: Postings) -> None:
        self.lexicon = lexicon
        self.words = words
        self.postings = postings

    @classmethod
    def build(cls, words_of: Mapping[str, Iterable[str]], postings: Postings) -> "Sounds":
        """From the words that have each sound, all of them words of the postings."""
        lexicon = Lexicon.of(words_of)
        at = {word: position for position, word in enumerate(postings.lexicon.keys)}
        return cls(lexicon, Lists.of(sorted(map(at.__getitem__, words_of[sound])) for sound in lexicon.keys), postings)

    def of(self, postings: Postings) -> "Sounds":
        """The same sounds leading to the same words in other postings."""
        return Sounds(self.lexicon, self.words, postings)

    def at(self, position: int, share: float) -> Iterator[Stroke]:
        """The things that hold a word of the sound at a position, by the weight of the field."""
        if position >= 0:
            yield from self.between(position, position + 1, share)

    def between(self, low: int, high: int, share: float) -> Iterator[Stroke]:
        """The things that hold a word of the sounds at these positions."""
        for first, last in self.stretches(low, high):
            yield from self.postings.between(first, last, share)

    def beside(self, low: int, high: int, share: float, known: tuple[int, int]) -> Iterator[Stroke]:
        """The same without the words at the positions ``known``, which are worth more by their letters."""
        for first, last in self.stretches(low, high):
            yield from self.postings.between(first, min(last, known[0]), share)
            yield from self.postings.between(max(first, known[1]), last, share)

    def stretches(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """The positions (from, up to) of the words of these sounds; words that start alike lie side by side."""
        if low >= high:
            return
        first = last = -1
        for position in sorted(set(self.words.between(low, high))):
            if position != last:
                if last >= 0:
                    yield first, last
                first = position
            last = position + 1
        if last >= 0:
            yield first, last
