"""Which thing of a catalogue has which values: gathered once, the spellings of one value brought together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Wording
from guide.search import atlas, choices
from guide.search.atlas import plain
from guide.search.choices import Pairs
from guide.search.facets import UNSTATED, values_of
from guide.search.fields import KINDS
from guide.search.stands import SPOKEN

Given = str | Wording | date | Ref
"""A value as the catalogue gives it: a code or an id, words, a day, the record of a region."""

_ENDS: Mapping[str, str] = {"origin": "from", "target": "to"}  # facet of a venture -> its filter

_Read = Callable[[Given], tuple[str, Pairs]]  # a given value -> its key and texts


class Held(NamedTuple):
    """A value of a filter with the texts it goes by, and the numbers of the things that have it, ascending."""

    filter: str
    key: str
    pairs: Pairs
    numbers: list[int]


def gather(catalogue: Catalogue, order: Mapping[str, Sequence[Ref]]) -> list[Held]:
    """Every value of every filter; things are numbered through the kinds, each in its order.

    The guide's own values are there even where nothing has them.
    """
    given: dict[str, dict[Given, list[int]]] = defaultdict(lambda: defaultdict(list))
    first = 0
    for kind in KINDS:
        refs, things = order.get(kind, ()), catalogue.table(kind)
        given["kind"][kind] = list(range(first, first + len(refs)))
        for number, ref in enumerate(refs, first):
            for name, value in _given(catalogue, ref, things[ref.id]):
                given[name][value].append(number)
        first += len(refs)
    for name, value in choices.own_values():
        given[name].setdefault(value, [])
    readers: Mapping[str, _Read] = {
        **{name: _own(name) for name in choices.OWN},
        "country": lambda code: (str(code), _country(catalogue, str(code))),
        "region": _Regions(catalogue),
        **{name: _Ends(catalogue) for name in _ENDS.values()},
        "hall": _Worded({key: _hall(key, hall.name) for key, hall in catalogue.halls.items()}),
        "sector": _Worded({}),
        "track": _Worded({}),
        "day": lambda day: (str(day), choices.day(day) if isinstance(day, date) else (("", str(day)),)),
    }
    return list(chain.from_iterable(_joined(name, given[name], read) for name, read in readers.items()))


def _given(catalogue: Catalogue, ref: Ref, thing: Any) -> Iterator[tuple[str, Given]]:
    """The values of a thing, each with its filter."""
    kind = ref.kind
    hall = thing.id if kind == "hall" else getattr(thing, "hall", None)
    if hall:
        yield "hall", hall
    if kind == "stand":
        if thing.region:
            yield "region", Ref("region", thing.region)
        return
    for facet, values in values_of(catalogue, ref).items():
        for value in values:
            if facet == "region":
                yield facet, Ref("region", value) if isinstance(value, str) else value
            elif facet in _ENDS:
                if not (isinstance(value, str) and value.endswith(UNSTATED)):
                    yield _ENDS[facet], _region_or_country(catalogue, value)
            elif facet != "kind":
                if facet != "at_fair":
                    yield facet, value
            elif value not in KINDS and value in choices.OWN["kind"]:
                yield facet, value
    if kind in ("exhibitor", "region"):
        for key in thing.stands:
            stand = catalogue.stands.get(key)
            if stand and stand.hall:
                yield "hall", stand.hall
        if kind == "region" and thing.kind != "country":
            yield "region", ref
    elif kind == "session":
        for region in thing.regions:
            yield "region", Ref("region", region)
        if thing.room:
            yield "hall", thing.room
    elif kind == "venture":
        for name, place in zip(_ENDS.values(), (thing.origin, thing.target), strict=True):
            if place and place.region:
                yield "region", place.region
            if place and place.city:
                yield name, place.city


def _region_or_country(catalogue: Catalogue, value: Given) -> Given:
    """A value of a venture's end as it is read: a region's record, a country's code, words."""
    known = catalogue.regions.get(value) if isinstance(value, str) else None
    return Ref("region", known.id) if known is not None and known.kind != "country" else value


def _joined(name: str, given: Mapping[Given, list[int]], read: _Read) -> Iterator[Held]:
    """The values of a filter, those that are one in different spellings joined."""
    joined: dict[str, tuple[dict[tuple[str, str], None], list[list[int]]]] = {}
    # Records first, then the words in most languages: the others are recognised by these.
    for value in sorted(given, key=lambda value: -len(value.pairs) if isinstance(value, Wording) else -9):
        key, pairs = read(value)
        if key:
            texts, numbers = joined.setdefault(key, ({}, []))
            texts.update(dict.fromkeys((tag, " ".join(text.split())) for tag, text in pairs))
            numbers.append(given[value])
    for key, (texts, numbers) in joined.items():
        yield Held(name, key, tuple(texts), sorted(set(chain.from_iterable(numbers))))


def _own(name: str) -> _Read:
    return lambda value: (str(value), choices.own(name, str(value)))


def _country(catalogue: Catalogue, code: str) -> Pairs:
    record = catalogue.regions.get(code)
    return (*(record.name.pairs if record else ()), *atlas.names_of(code))


def _hall(key: str, name: Wording) -> Pairs:
    known = {plain(text) for text in (*name.texts(), key)}
    bare = [" ".join(word for word in plain(text).split() if word not in SPOKEN) for text in name.texts()]
    return (*name.pairs, ("", key), *(("", text) for text in bare if text and text not in known))


class _Worded:
    """Reads values that are words, or the id of a record whose words stand for it."""

    def __init__(self, records: Mapping[str, Pairs]) -> None:
        self._records = records
        self._key_of: dict[str, str] = {}
        for key, pairs in records.items():
            self._know(key, pairs)

    def __call__(self, value: Given) -> tuple[str, Pairs]:
        if isinstance(value, str):
            return value, self._records.get(value, (("", value),))
        if not isinstance(value, Wording):
            return "", ()
        # Words are another value's where each of them is: «light» may be a lamp here and an industry there.
        texts = [plain(text) for text in value.texts()]
        keys = {self._key_of.get(text, "") for text in texts}
        key = keys.pop() if len(keys) == 1 else ""
        if not key:
            key = next(filter(None, texts), "")
            self._know(key, value.pairs)
        return key, value.pairs

    def _know(self, key: str, pairs: Pairs) -> None:
        for _, text in pairs:
            self._key_of.setdefault(plain(text), key)


class _Regions(_Worded):
    """Reads regions: a record, a code or words, brought together where they are one region of the atlas."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._id_of: dict[str, str] = {}
        records = {}
        for key, record in catalogue.regions.items():
            code = "" if record.kind == "country" else atlas.region_of((key, *record.name.texts()))
            if code:
                self._id_of.setdefault(code, key)
            records[key] = (*record.name.pairs, ("", key), *atlas.names_of(code or key))
        super().__init__(records)

    def __call__(self, value: Given) -> tuple[str, Pairs]:
        if isinstance(value, Ref):
            return super().__call__(value.id)
        code = atlas.region_of(value.texts()) if isinstance(value, Wording) else ""
        if not code or not isinstance(value, Wording):
            return super().__call__(value)
        key = self._id_of.get(code, code)
        return key, (*self._records.get(key, atlas.names_of(code)), *value.pairs)


class _Ends(_Regions):
    """Reads where ventures start or lead to: a country by its code, a region, a town."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self._catalogue = catalogue

    def __call__(self, value: Given) -> tuple[str, Pairs]:
        if isinstance(value, str):
            return value, _country(self._catalogue, value)
        return super().__call__(value)
