"""The index of a catalogue: built once, asked at every key."""

from collections.abc import Mapping, Sequence

from guide.catalogue.model import Catalogue, Ref
from guide.search.answer import Answer
from guide.search.asking import Asking, Known
from guide.search.fields import FIRST_WORD, INSIDE, KINDS, WEIGHTS, Fields
from guide.search.fold import Form, forms_of
from guide.search.highlight import spans
from guide.search.names import LEGAL_FORMS, NAMING, Names
from guide.search.order import sorted_refs
from guide.search.postings import Postings
from guide.search.query import parse
from guide.search.stands import code_keys
from guide.search.values import Values
from guide.uncollected import uncollected


class Index:
    """Everything of a catalogue by its words, sounds and stand codes; immutable for those who ask.

    ``order`` gives the things of each kind by name, as names are sorted in the first of the languages;
    ``background`` are the exhibitors and regions that are known from ties only; ``values`` are those of filters.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        order: Mapping[str, tuple[Ref, ...]],
        by_word: tuple[Postings, Postings],
        codes: Postings,
        names: Names,
        values: Values,
        background: frozenset[Ref] = frozenset(),
        fields: Fields | None = None,
    ) -> None:
        self.order = order
        self.background = background
        self.by_word = by_word
        self.codes = codes
        self.names = names
        self.values = values
        self._catalogue = catalogue
        self._fields = fields
        refs = [ref for kind in KINDS for ref in order[kind]]
        behind = [number for number, ref in enumerate(refs) if ref in background] if background else []
        known = Known(refs, _ranges(order), behind, by_word, codes, names, values, lambda: self.fields)
        self._asking = Asking(known)
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
        by_word = _words(holders, forms_of({text for texts in holders.values() for text in texts}))
        background = frozenset(
            ref
            for kind in ("exhibitor", "region")
            for ref in order[kind]
            if catalogue.table(kind)[ref.id].participation == "background"
        )
        by_code = Postings.build({(1, False): codes})
        values = Values.build(catalogue, order)
        return cls(catalogue, order, by_word, by_code, Names.build(named), values, background, fields)

    @property
    def fields(self) -> Fields:
        """The texts of every thing, for reasons; where the index was kept, they are gathered when first asked for."""
        if self._fields is None:
            self._fields = Fields(self._catalogue)
        return self._fields

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

    def spans(self, text: str, answer: Answer) -> list[tuple[int, int]]:
        """The pieces of a shown text to highlight for an answer, as (start, end) in characters."""
        return spans(text, answer.words)


def _words(
    holders: Mapping[tuple[int, bool], Mapping[str, list[int]]], forms: Mapping[str, list[Form]]
) -> tuple[Postings, Postings]:
    """The postings of all texts by the plain form of their words and by the sound; the first of a name by itself."""
    plain: dict[tuple[int, bool], dict[str, list[int]]] = {group: {} for group in (*holders, FIRST_WORD)}
    heard: dict[tuple[int, bool], dict[str, list[int]]] = {group: {} for group in (*holders, FIRST_WORD)}
    naming = WEIGHTS["name"], True
    for group, texts in holders.items():
        by_form: dict[Form, list[int]] = {}
        first_words: dict[Form, list[int]] = {}
        for text, numbers in texts.items():
            found = forms[text]
            if group == naming:
                first = next((form for form in found if form[0] not in LEGAL_FORMS), None)
                if first is not None:
                    first_words.setdefault(first, []).extend(numbers)
                    found = [form for form in found if form is not first]
            for form in found:
                by_form.setdefault(form, []).extend(numbers)
        for into, counted in ((group, by_form), (FIRST_WORD, first_words)):
            for (folded, sounding), numbers in counted.items():
                plain[into].setdefault(folded, []).extend(numbers)
                if sounding:
                    heard[into].setdefault(sounding, []).extend(numbers)
    return Postings.build(plain), Postings.build(heard)


def _ranges(order: Mapping[str, tuple[Ref, ...]]) -> dict[str, tuple[int, int]]:
    ranges = {}
    start = 0
    for kind in KINDS:
        ranges[kind] = (start, start + len(order[kind]))
        start += len(order[kind])
    return ranges
