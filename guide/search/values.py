"""The values that a catalogue has for each filter: which one is meant, what goes on so, and what holds it."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from guide.catalogue.countries import country_codes
from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.suggest import Names
from guide.search import atlas
from guide.search.atlas import plain
from guide.search.choices import Pairs
from guide.search.filters import FILTERS
from guide.search.fold import is_cyrillic, sound, tokens, twin
from guide.search.held import gather
from guide.search.layouts import readings
from guide.search.stands import SPOKEN
from guide.search.stems import stem

_NUMBER = "I"
_REMEMBERED = 256  # answers to what was typed: a query asks the same at each key
_OF_COUNTRIES, _OF_REGIONS = ("country", "from", "to"), ("region", "from", "to")  # filters with values of the atlas
_LEAST = 3  # letters from which on a slip is worth a guess


class Value(NamedTuple):
    """A value of a filter: its key (a code, an id or plain words) and every text that it goes by."""

    filter: str
    key: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Completion:
    """A value to offer: as it is shown, and how many things have it."""

    text: str
    value: Value
    count: int


class Values:
    """Every value of every filter of a catalogue, with the numbers of the things that have it.

    A thing's number is its place in the base order of all kinds, one kind after the other.
    """

    def __init__(
        self, values: Sequence[Value], pairs: Sequence[Pairs], starts: Sequence[int], numbers: "array[int]"
    ) -> None:
        self._values = values
        self._pairs = pairs
        self._starts = starts
        self._numbers = numbers
        self._tables: dict[str, _Table] = {}
        self._matched: dict[tuple[str, str], list[Value]] = {}

    @classmethod
    def build(cls, catalogue: Catalogue, order: Mapping[str, Sequence[Ref]]) -> "Values":
        """The values of a catalogue, its things numbered as this order of each kind has them."""
        values, pairs, starts, numbers = [], [], [0], array(_NUMBER)
        for held in gather(catalogue, order):
            values.append(_value(held.filter, held.key, held.pairs))
            pairs.append(held.pairs)
            numbers.extend(held.numbers)
            starts.append(len(numbers))
        return cls(values, pairs, starts, numbers)

    def of(self, filter_name: str) -> list[Value]:
        """The values of a filter that something has."""
        return [value for value in self._table(filter_name).values if self.count(value)]

    def numbers(self, value: Value) -> "array[int]":
        """The numbers of the things that have a value, ascending, each once."""
        at = self._places.get(value[:2])
        return array(_NUMBER) if at is None else self._numbers[self._starts[at] : self._starts[at + 1]]

    def count(self, value: Value) -> int:
        """How many things have a value."""
        at = self._places.get(value[:2])
        return 0 if at is None else self._starts[at + 1] - self._starts[at]

    def said(self, value: Value, languages: Sequence[str]) -> str:
        """A value as it is shown in the first of the languages that it has."""
        at = self._places.get(value[:2])
        pairs = self._pairs[at] if at is not None else atlas.names_of(value.key)
        for language in languages:
            for tag, text in pairs:
                if tag == language:
                    return text
        return pairs[0][1] if pairs else value.key

    def matching(self, filter_name: str, typed: str) -> list[Value]:
        """The values that a typed one means here; [] for one nobody knows.

        That is what goes by exactly this text, else by its sound, or on another keyboard layout, or with
        another ending; else all with words that start so. A country or region that is known but not in the
        catalogue is a value that nothing has.
        """
        asked = (filter_name, typed)
        found = self._matched.get(asked)
        if found is None:
            if len(self._matched) >= _REMEMBERED:
                self._matched.clear()
            found = self._matched[asked] = self._meant(filter_name, typed)
        return found

    def nearest(self, filter_name: str, typed: str) -> str:
        """The text that may have been meant by one that means nothing, in the script that was typed; or ""."""
        if len(plain(typed)) < _LEAST or any(map(str.isdigit, typed)):
            return ""
        return self._table(filter_name).nearest(typed)

    def complete(self, filter_name: str, typed: str, languages: Sequence[str], limit: int = 8) -> list[Completion]:
        """The values that go on so, by how exactly they do, then by how many things have them; days by date."""
        table = self._table(filter_name)
        ranked = []
        for reading in ("",) if not typed.strip() else (typed, *_readings(typed)):
            for value, how in table.going_on(reading):
                count = self.count(value)
                if count:
                    shown = self.said(value, languages)
                    # «р» is Россия before it is «Республика Беларусь».
                    rank = 1 if how and plain(shown).startswith(plain(reading)) else how
                    by = value.key if filter_name == "day" else f"{10**9 - count:010}"
                    ranked.append((rank, by, shown, Completion(shown, value, count)))
            if ranked:
                break
        ranked.sort(key=lambda each: each[:3])
        return [completion for *_, completion in ranked[:limit]]

    def freeze(self) -> list[bytes]:
        """The values as pieces to keep on disk: lines of text, and numbers as they lie in memory."""
        return [
            _lines(value.filter for value in self._values),
            _lines(value.key for value in self._values),
            _lines("\t".join(tag for tag, _ in pairs) for pairs in self._pairs),
            _lines("\t".join(text for _, text in pairs) for pairs in self._pairs),
            array(_NUMBER, self._starts).tobytes(),
            self._numbers.tobytes(),
        ]

    @classmethod
    def thaw(cls, pieces: Iterator[bytes]) -> "Values":
        """The values from their pieces, the next ones; ValueError or StopIteration where they are none."""
        filters, keys, tags, texts = [next(pieces).decode().split("\n") for _ in range(4)]
        starts, numbers = array(_NUMBER), array(_NUMBER)
        starts.frombytes(next(pieces))
        numbers.frombytes(next(pieces))
        pairs = [
            tuple(zip(tag.split("\t"), text.split("\t"), strict=True)) for tag, text in zip(tags, texts, strict=True)
        ]
        if len(starts) != len(pairs) + 1 or list(starts) != sorted(starts) or starts[-1] != len(numbers):
            raise ValueError
        return cls([_value(*each) for each in zip(filters, keys, pairs, strict=True)], pairs, starts, numbers)

    @cached_property
    def _places(self) -> dict[tuple[str, ...], int]:
        return {value[:2]: at for at, value in enumerate(self._values)}

    def _table(self, filter_name: str) -> "_Table":
        table = self._tables.get(filter_name)
        if table is None:
            table = self._tables[filter_name] = _Table(
                filter_name, [value for value in self._values if value.filter == filter_name]
            )
        return table

    def _meant(self, filter_name: str, typed: str) -> list[Value]:
        if filter_name not in FILTERS or not FILTERS[filter_name].of_values:
            return []
        table = self._table(filter_name)
        words = plain(typed).split()
        if filter_name == "hall":
            # «зал:"павильон 7"» is the same hall.
            words = [word for word in words if word not in SPOKEN] or words
        if not words:
            return []
        exact = table.exact(" ".join(words))
        if exact:
            return exact
        # Two letters sound like too much, so the code of a country comes before sounds.
        if filter_name in _OF_COUNTRIES and (codes := atlas.countries_meant(typed)):
            return table.having(codes) or [_known(filter_name, codes[0])]
        others = _readings(typed)
        for found in (table.sounding(typed), *map(table.exact, map(plain, others)), *map(table.sounding, others)):
            if found:
                return found
        codes = atlas.regions_meant(typed) if filter_name in _OF_REGIONS else []
        return (
            table.having(codes)
            or table.starting(words)
            or table.starting([sound(word) for word in words], sounds=True)
            or table.starting([stem(word) for word in words], stems=True)
            or next(filter(None, (table.starting(plain(other).split()) for other in others)), [])
            or [_known(filter_name, code) for code in codes[:1]]
        )


class _Table:
    """The values of one filter, by their texts and their sounds."""

    def __init__(self, filter_name: str, values: Sequence[Value]) -> None:
        self.values = values
        self._filter = filter_name
        self._by_text: dict[str, list[Value]] = defaultdict(list)
        self._by_sound: dict[str, list[Value]] = defaultdict(list)
        self._near: dict[bool, tuple[dict[str, str], Names]] = {}
        plain_texts: list[Iterable[str]] = []
        sounding_texts: list[Iterable[str]] = []
        for value in values:
            texts = dict.fromkeys(map(plain, value.texts))
            sounds = dict.fromkeys(map(_heard, value.texts))
            for known, by in ((texts, self._by_text), (sounds, self._by_sound)):
                for text in known:
                    by[text].append(value)
            plain_texts.append(texts)
            sounding_texts.append(sounds)
        self._plain = _Lines(plain_texts)
        self._heard = _Lines(sounding_texts)

    def exact(self, text: str) -> list[Value]:
        return self._by_text.get(text, [])

    def having(self, codes: Iterable[str]) -> list[Value]:
        """The values that go by these codes."""
        return [value for code in codes for value in self.exact(plain(code))]

    def sounding(self, typed: str) -> list[Value]:
        return self._by_sound.get(_heard(typed), [])

    def starting(self, words: Sequence[str], *, sounds: bool = False, stems: bool = False) -> list[Value]:
        """The values that have, for each of the words, one that starts so; a number only whole."""
        if not words or (stems and min(map(len, words)) <= _LEAST):
            return []
        pieces = [f" {word} " if word.isdigit() else f" {word}" for word in words]
        return [self.values[at] for at in (self._heard if sounds else self._plain).holding(pieces)]

    def going_on(self, typed: str) -> list[tuple[Value, int]]:
        """The values with words that start as typed, and how exactly: 0 a whole text, 2 its start, 3 a word of it."""
        text = plain(typed)
        if not text:
            return [(value, 0) for value in self.values]
        for lines, said in ((self._plain, text), (self._heard, _heard(typed))):
            ranked = [
                (self.values[at], 0 if lines.holds(at, f"\n {said} ") else 2 if lines.holds(at, f"\n {said}") else 3)
                for at in lines.holding([f" {word}" for word in said.split()])
            ]
            if ranked:
                return ranked
        return []

    def nearest(self, typed: str) -> str:
        """The nearest text in the script typed, by the whole of it or by a long word of it."""
        cyrillic = is_cyrillic(typed)
        if cyrillic not in self._near:
            self._near[cyrillic] = self._to_guess(cyrillic)
        text_of, names = self._near[cyrillic]
        return text_of.get(names.nearest(plain(typed)), "")

    def _to_guess(self, cyrillic: bool) -> tuple[dict[str, str], Names]:
        texts = [text for value in self.values for text in value.texts]
        if self._filter in _OF_COUNTRIES:
            texts += [text for code in country_codes() for _, text in atlas.names_of(code)]
        texts = [text for text in dict.fromkeys(texts) if is_cyrillic(text) == cyrillic and len(text) >= _LEAST]
        whole = [(plain(text), text) for text in texts]
        text_of = dict(reversed(whole))
        for said, text in whole:
            for word in said.split():
                if len(word) > _LEAST:
                    text_of.setdefault(word, text)
        return text_of, Names(text_of)


class _Lines:
    """The texts of each value as a line of one long text: to look for a beginning is to look for a piece of that."""

    def __init__(self, texts_of: Sequence[Iterable[str]]) -> None:
        lines = ["".join(f"\n {text} " for text in texts) for texts in texts_of]
        self._text = "".join(lines)
        self._starts = list(accumulate(map(len, lines), initial=0))

    def holds(self, at: int, piece: str) -> bool:
        """Whether this line has the piece."""
        return self._text.find(piece, self._starts[at], self._starts[at + 1]) >= 0

    def holding(self, pieces: Sequence[str]) -> list[int]:
        """The lines that have each of the pieces."""
        if not pieces:
            return []
        found = []
        longest = max(pieces, key=len)
        others = [piece for piece in pieces if piece != longest]
        here = self._text.find(longest)
        while here >= 0:
            at = bisect_right(self._starts, here) - 1
            if all(self.holds(at, piece) for piece in others):
                found.append(at)
            here = self._text.find(longest, self._starts[at + 1])
        return found


def _value(filter_name: str, key: str, pairs: Pairs) -> Value:
    return Value(filter_name, key, tuple(dict.fromkeys(text for _, text in pairs)))


def _known(filter_name: str, code: str) -> Value:
    """A country or region of the atlas that this catalogue does not have."""
    return _value(filter_name, code, atlas.names_of(code))


def _heard(text: str) -> str:
    return " ".join(sound(token.text) for token in tokens(text))


def _readings(typed: str) -> list[str]:
    """What a typed value may have been on another layout, or in letters of the same shape in the other script."""
    return [*readings(typed), *filter(None, (twin(plain(typed)),))]


def _lines(texts: Iterable[str]) -> bytes:
    return "\n".join(texts).encode()
