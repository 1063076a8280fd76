"""The index of a catalogue: built once, asked at every key."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress

from guide.catalogue.model import Catalogue, Ref
from guide.search.answer import Answer, Why
from guide.search.fields import INSIDE, KINDS, WEIGHTS, Fields
from guide.search.fold import forms_of
from guide.search.highlight import spans
from guide.search.names import NAMING, Names
from guide.search.order import sorted_refs
from guide.search.postings import Dictionary, Postings
from guide.search.reading import Ear, Heard
from guide.search.reasons import explain
from guide.search.stands import code_keys
from guide.uncollected import uncollected

BEHIND = 0.5
"""Points that a thing known from ties only has less."""

_REMEMBERED = 128  # chunks of queries; each holds a byte for every thing of the catalogue


class Index:
    """Everything of a catalogue by its words, sounds and stand codes; immutable for those who ask.

    ``order`` gives the things of each kind by name, as names are sorted in the first of the languages;
    ``background`` are the exhibitors and regions that are known from ties only.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        order: Mapping[str, tuple[Ref, ...]],
        postings: Sequence[Postings],
        codes: Dictionary,
        names: Names,
        background: frozenset[Ref] = frozenset(),
    ) -> None:
        self.order = order
        self.background = background
        self.postings = postings
        self.codes = codes
        self.names = names
        self._catalogue = catalogue
        self._refs = [ref for kind in KINDS for ref in order[kind]]
        self._ranges = _ranges(order)
        self._everything = range(len(self._refs))
        self._behind = {number for number, ref in enumerate(self._refs) if ref in background}
        self._ear = Ear(postings, codes, len(self._refs))
        self._chunks: dict[str, Heard] = {}
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
        groups = {field: (weight, field in INSIDE) for field, weight in WEIGHTS.items()}
        # Texts repeat (a town, a product), so each is taken apart once, after all that hold it are known.
        holders: dict[tuple[int, bool], dict[str, list[int]]] = {group: {} for group in groups.values()}
        codes: dict[str, list[int]] = {}
        named: list[tuple[int, str, str]] = []
        number = -1
        for kind in KINDS:
            for ref in order[kind]:
                number += 1
                for field, text in fields.texts(ref):
                    holders[groups[field]].setdefault(text, []).append(number)
                    if field in NAMING:
                        named.append((number, field, text))
                for code in fields.codes(ref):
                    for key in code_keys(code):
                        codes.setdefault(key, []).append(number)
        forms = forms_of({text for texts in holders.values() for text in texts})
        postings = [Postings(*group, holders[group], forms) for group in sorted(holders, reverse=True)]
        names = Names(named)
        background = frozenset(
            ref
            for kind in ("exhibitor", "region")
            for ref in order[kind]
            if catalogue.table(kind)[ref.id].participation == "background"
        )
        return cls(catalogue, order, postings, Dictionary(codes), names, background)

    @cached_property
    def _fields(self) -> Fields:
        # Only reasons need them, and they go through every record.
        return Fields(self._catalogue)

    def search(self, query: str) -> Answer:
        """What a query finds: things that hold all of its words, each as the start of a word, in any order.

        A word that finds nothing as typed is read on the other keyboard layouts; ``-word`` leaves out what
        holds the word; a stand code may be spelt in any way. An empty query finds everything.
        """
        if self._last is not None and self._last.query == query:
            return self._last
        chunks = query.split()
        out = [chunk for chunk in chunks if _leaves_out(chunk)]
        wanted = [chunk for chunk in chunks if chunk not in out]
        heard = self._ear.together([self._heard(chunk) for chunk in wanted])
        answer = self._answer(query, heard, [self._ear.strictly(chunk[1:]) for chunk in out])
        self._last = answer
        return answer

    def spans(self, text: str, answer: Answer) -> list[tuple[int, int]]:
        """The pieces of a shown text to highlight for an answer, as (start, end) in characters."""
        return spans(text, answer.words)

    def _heard(self, chunk: str) -> Heard:
        heard = self._chunks.pop(chunk, None) or self._ear.hear(chunk)
        self._chunks[chunk] = heard
        if len(self._chunks) > _REMEMBERED:
            # Single letters find the most and are typed the most often, so they stay.
            oldest = next((old for old in self._chunks if len(old) > 1), chunk)
            del self._chunks[oldest]
        return heard

    def _answer(self, query: str, heard: Sequence[Heard], without: Iterable[bytes]) -> Answer:
        asked = [one for one in heard if not one.empty]
        without = list(without)
        if not asked and without:
            kept = [number for number in self._everything if not any(left_out[number] for left_out in without)]
            return Answer(query, "", "", (), self._refs, self._ranges, kept, dict.fromkeys(kept, 1.0), _no_reasons)
        if not asked:
            return Answer(query, "", "", (), self._refs, self._ranges, self._everything, None, _no_reasons)
        found, points = _all_of([one.points for one in asked if not one.optional] or [one.points for one in asked])
        text = " ".join(one.text for one in asked)
        typed = " ".join(one.typed for one in asked)
        reread = next((one for one in asked if one.reason), None)
        bonus = self.names.bonus(text)
        for other in {typed, *(alternative for one in asked if len(asked) == 1 for alternative in one.others)} - {text}:
            for number, extra in self.names.bonus(other).items():
                bonus[number] = max(bonus.get(number, 0.0), extra / 2)
        for number, extra in bonus.items():
            # A name that is the query joined, or parted, differently is found even if no single word is.
            points[number] = points.get(number, 0.0) + extra
        for number in self._behind & points.keys():
            # Among equals those come first that are at the fair.
            points[number] -= BEHIND
        for left_out in without:
            points = {number: worth for number, worth in points.items() if not left_out[number]}
        if bonus or len(points) != len(found):
            found = sorted(points)
        shown = tuple(dict.fromkeys(word for one in asked for word in one.words))
        return Answer(
            query,
            text if reread else "",
            reread.reason if reread else "",
            shown,
            self._refs,
            self._ranges,
            found,
            points,
            lambda ref: explain(self._fields, ref, asked, text),
        )


def _no_reasons(ref: Ref) -> tuple[Why, ...]:
    return ()


def _ranges(order: Mapping[str, tuple[Ref, ...]]) -> dict[str, tuple[int, int]]:
    ranges = {}
    start = 0
    for kind in KINDS:
        ranges[kind] = (start, start + len(order[kind]))
        start += len(order[kind])
    return ranges


def _leaves_out(chunk: str) -> bool:
    return len(chunk) > 1 and chunk[0] == "-" and chunk[1:2].isalnum()


def _all_of(points: Sequence[bytes]) -> tuple[list[int], dict[int, float]]:
    """The numbers that have points for every word, and the mean of those points; words may be one or more."""
    rarest = max(points, key=lambda one: one.count(0))
    found = list(compress(range(len(rarest)), rarest))
    for one in points:
        if one is not rarest:
            found = [number for number in found if one[number]]
    if len(points) == 1:
        return found, dict(zip(found, map(float, compress(rarest, rarest)), strict=True))
    share = 1 / len(points)
    return found, {number: sum(one[number] for one in points) * share for number in found}
