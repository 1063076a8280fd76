"""The index of a catalogue: built once, asked at every key."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import overload

from guide.catalogue.model import Catalogue, Ref
from guide.search.answer import Answer
from guide.search.asking import Asking, Known
from guide.search.fields import (
    FIRST_WORD,
    INSIDE,
    KINDS,
    PART_OF_CODE,
    PLACES,
    WEIGHTS,
    WHOLE_CODE,
    Fields,
    other_names,
)
from guide.search.fold import forms_of
from guide.search.highlight import spans
from guide.search.names import LEGAL_FORMS, NAMING, Names
from guide.search.order import sorted_refs
from guide.search.postings import Lists, Postings, Shape, Sounds
from guide.search.query import parse
from guide.search.stands import code_keys
from guide.search.values import Values
from guide.turns import emptied
from guide.uncollected import uncollected


class Index:
    """Everything of a catalogue by its words, sounds and stand codes; immutable for those who ask.

    ``order`` gives the things of each kind by name, as names are sorted in the first of the languages;
    ``background`` are the exhibitors and regions that are known from ties only; ``values`` are those of filters.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        order: Mapping[str, Sequence[Ref]],
        words: Postings,
        sounds: Sounds,
        codes: Postings,
        names: Names,
        values: Values,
        background: frozenset[Ref] = frozenset(),
    ) -> None:
        self.catalogue = catalogue
        self.order = order
        self.background = background
        self.words = words
        self.sounds = sounds
        self.codes = codes
        self.names = names
        self.values = values
        self.fields = Fields(catalogue)
        """The texts of every thing, for reasons."""
        refs = Chained([order[kind] for kind in KINDS])
        ranges = _ranges(order)
        behind = sorted(ranges[ref.kind][0] + order[ref.kind].index(ref) for ref in background)
        self._asking = Asking(Known(refs, ranges, behind, words, sounds, codes, names, values, self.fields))
        self._last: Answer | None = None

    @classmethod
    def build(cls, catalogue: Catalogue, languages: Sequence[str] = ()) -> "Index":
        """The index of a catalogue, its base order by the names in the first of these languages (the fair's)."""
        with uncollected():
            return cls._built(catalogue, languages)

    @classmethod
    def _built(cls, catalogue: Catalogue, languages: Sequence[str]) -> "Index":
        order = {kind: tuple(sorted_refs(catalogue, catalogue.refs(kind), "name", languages)) for kind in KINDS}
        fields = Fields(catalogue)
        # Texts repeat (a town, a product), so each is taken apart once, after all that hold it are known.
        holders: dict[str, dict[str, list[int]]] = {field: {} for field in WEIGHTS}
        codes: dict[Shape, dict[str, list[int]]] = {WHOLE_CODE: {}, PART_OF_CODE: {}}
        named: list[tuple[int, str, str]] = []
        number = -1
        for kind in KINDS:
            for ref in order[kind]:
                number += 1
                for field, text in fields.own_texts(ref):
                    having = holders[field].get(text)
                    if having is None:
                        holders[field][text] = [number]
                    else:
                        having.append(number)
                    if field in NAMING:
                        named.append((number, field, text))
                for code in (*fields.codes(ref), *fields.codes_with_halls(ref)):
                    for shape, keys in zip((WHOLE_CODE, PART_OF_CODE), code_keys(code), strict=True):
                        for key in keys:
                            codes[shape].setdefault(key, []).append(number)
        words, sounds = _words(holders)
        background = frozenset(
            ref
            for kind in ("exhibitor", "region")
            for ref in order[kind]
            if catalogue.table(kind)[ref.id].participation == "background"
        )
        emptied(*holders.values())
        by_code = Postings.build(codes)
        emptied(*codes.values())
        values = Values.build(catalogue, order)
        return cls(catalogue, order, words, sounds, by_code, Names.build(named), values, background)

    def search(self, query: str, *, literally: bool = False) -> Answer:
        """What a query finds: things that hold all of its words, each as the start of a word, in any order.

        A word that finds nothing as typed is read on the other keyboard layouts, in other letters and with typing
        mistakes, unless all are to be taken ``literally``. Where nothing has all words, what has the most is the
        answer. See :func:`guide.search.query.parse` for phrases, filters and what is left out; a stand code may
        be spelt in any way. An empty query finds everything.
        """
        last = self._last
        if last is None or (last.query, last.literally) != (query, literally):
            last = self._last = self._asking.answer(parse(query), literally=literally)
        return last

    def prepare(self) -> None:
        """Works out beforehand what a first key would wait for: who is at which stand, long names letter by letter."""
        self.fields.prepare()
        self.names.prepare()

    def spans(self, text: str, answer: Answer) -> list[tuple[int, int]]:
        """The pieces of a shown text to highlight for an answer, as (start, end) in characters."""
        return spans(text, answer.words)


def _words(holders: Mapping[str, Mapping[str, list[int]]]) -> tuple[Postings, Sounds]:
    """The words of all texts, of each field by text, and their sounds; the first word of a name by itself."""
    names_of = {
        text: (text, *other_names(text, sort)) for field, sort in PLACES.items() for text in holders.get(field, ())
    }
    every = {text for texts in holders.values() for text in texts} | {n for names in names_of.values() for n in names}
    forms = forms_of(every)
    plain: dict[Shape, dict[str, list[int]]] = {FIRST_WORD: {}}
    shared: dict[Shape, list[list[int]]] = {}
    words_of: dict[str, set[str]] = {}
    for found in forms.values():
        for folded, sounding in found:
            if sounding:
                words_of.setdefault(sounding, set()).add(folded)
    for field, texts in holders.items():
        shape = WEIGHTS[field], field in INSIDE
        by_word = plain.setdefault(shape, {})
        if field in PLACES:
            lists = shared.setdefault(shape, [])
            for text, numbers in texts.items():
                for folded in {form[0] for name in names_of[text] for form in forms[name]}:
                    by_word.setdefault(folded, []).append(len(lists))
                lists.append(numbers)
            continue
        for text, numbers in texts.items():
            found = forms[text]
            if field == "name":
                first = next((form for form in found if form[0] not in LEGAL_FORMS), None)
                if first is not None:
                    plain[FIRST_WORD].setdefault(first[0], []).extend(numbers)
                    found = [form for form in found if form is not first]
            for folded, _ in found:
                there_already = by_word.get(folded)
                if there_already is None:
                    by_word[folded] = list(numbers)
                else:
                    there_already += numbers
    for by_word in plain.values():
        by_word.pop("", None)
    there = {word for by_word in plain.values() for word in by_word}
    postings = Postings.build(plain, {shape: Lists.of(lists) for shape, lists in shared.items()})
    sounds = Sounds.build({sound: both for sound, having in words_of.items() if (both := having & there)}, postings)
    for lexicon in (postings.lexicon, sounds.lexicon):
        lexicon.columns  # noqa: B018 - laid out now, or the first mistyped word would wait for it
    emptied(forms, words_of, *plain.values())
    return postings, sounds


class Chained(Sequence[Ref]):
    """Several sequences of things as one."""

    def __init__(self, parts: Sequence[Sequence[Ref]]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> Ref: ...
    @overload
    def __getitem__(self, at: slice) -> list[Ref]: ...
    def __getitem__(self, at: int | slice) -> Ref | list[Ref]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        part = bisect_right(self._ends, at)
        return self._parts[part][at - self._ends[part] + len(self._parts[part])]


def _ranges(order: Mapping[str, Sequence[Ref]]) -> dict[str, tuple[int, int]]:
    ranges = {}
    start = 0
    for kind in KINDS:
        ranges[kind] = (start, start + len(order[kind]))
        start += len(order[kind])
    return ranges
