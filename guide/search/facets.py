"""Narrowing by kind, country, region and the like: what there is to choose from, how many each, and what is kept."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Any

from guide.catalogue.model import Catalogue, Exhibitor, Party, Person, Place, Ref, Region, Session, Stand, Venture
from guide.i18n import Wording
from guide.search.order import name_key, name_of

Value = str | Wording | date
"""What can be chosen: a code or an id, words of the data, a day."""

FACETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "exhibitor": ("country", "region", "sector", "participation"),
        "region": ("country", "kind", "participation"),
        "venture": ("kind", "status", "country", "sector", "at_fair", "origin", "target"),
        "session": ("day", "track"),
        "person": ("country", "region"),
        "stand": ("hall", "kind"),
    }
)
"""Kind of thing -> its facets, in the order to show them; a kind without an entry has none."""


ENDS = ("origin", "target")
"""The facets of where a venture starts and where it leads."""

UNSTATED = "/"
"""Ends the value of a place of which only the country is known: "BY/"; alone it is a place that is not known."""


class Chosen(Mapping[str, frozenset[Value]]):
    """What is chosen: facet -> values. Immutable and hashable; a facet with nothing chosen is not in it."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Iterable[Value]] | None = None) -> None:
        kept = {facet: frozenset(chosen) for facet, chosen in (values or {}).items()}
        self._values = {facet: chosen for facet, chosen in kept.items() if chosen}

    def __getitem__(self, facet: str) -> frozenset[Value]:
        return self._values[facet]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chosen) and self._values == other._values

    def __repr__(self) -> str:
        return f"Chosen({self._values!r})"

    def has(self, facet: str, value: Value) -> bool:
        """Whether this value of the facet is chosen."""
        return value in self._values.get(facet, ())

    def pairs(self) -> Iterator[tuple[str, Value]]:
        """Every chosen value with its facet."""
        return ((facet, value) for facet, chosen in self._values.items() for value in chosen)

    def with_(self, facet: str, value: Value) -> "Chosen":
        """The same with this value chosen as well."""
        return Chosen({**self._values, facet: self._values.get(facet, frozenset()) | {value}})

    def without(self, facet: str, value: Value | None = None) -> "Chosen":
        """The same without this value, or without any of the facet."""
        left = self._values.get(facet, frozenset()) - {value} if value is not None else frozenset()
        return Chosen({**self._values, facet: left})

    def toggled(self, facet: str, value: Value) -> "Chosen":
        """The same with this value chosen if it was not, else without it."""
        return self.without(facet, value) if self.has(facet, value) else self.with_(facet, value)

    def clear(self) -> "Chosen":
        """Nothing chosen."""
        return Chosen()


class _Column:
    """One facet of one kind: for each thing, by its row, the numbers of the values that it has."""

    def __init__(self, cells: Sequence[tuple[Value, ...]], said: Callable[[Value], str]) -> None:
        numbers: dict[Hashable, int] = {}
        self.rows = [tuple(numbers.setdefault(value, len(numbers)) for value in dict.fromkeys(cell)) for cell in cells]
        self.values: list[Any] = list(numbers)
        self.numbers = numbers
        # Where everything has one value at most, counting is a single step for each thing.
        self.single = [row[0] if row else -1 for row in self.rows] if all(len(row) < 2 for row in self.rows) else None
        ranked = sorted(range(len(self.values)), key=lambda number: said(self.values[number]))
        self._having: dict[int, set[int]] = {}
        self.rank = {number: at for at, number in enumerate(ranked)}

    def count(self, rows: Iterable[int]) -> list[tuple[Value, int]]:
        """The values that these rows have, with how many have each: the most frequent first, then by name."""
        counted: Counter[int]
        if self.single is not None:
            counted = Counter(map(self.single.__getitem__, rows))
            counted.pop(-1, None)
        else:
            counted = Counter(chain.from_iterable(map(self.rows.__getitem__, rows)))
        best = sorted(counted.items(), key=lambda pair: (-pair[1], self.rank[pair[0]]))
        return [(self.values[number], count) for number, count in best]

    def having(self, chosen: Iterable[Value]) -> set[int]:
        """The rows that have one of these values."""
        having: set[int] = set()
        for value in chosen:
            number = self.numbers.get(value)
            if number is not None:
                if number not in self._having:
                    self._having[number] = {row for row, numbers in enumerate(self.rows) if number in numbers}
                having |= self._having[number]
        return having


class FacetTable:
    """The facets of every thing of a catalogue, worked out once."""

    def __init__(self, rows: Mapping[str, Mapping[Ref, int]], columns: Mapping[str, Mapping[str, _Column]]) -> None:
        self._rows = rows
        self._columns = columns

    @classmethod
    def build(cls, catalogue: Catalogue, languages: Sequence[str] = ()) -> "FacetTable":
        """The table of a catalogue; values that are equally frequent stand in the order of the first language."""
        languages = languages or catalogue.fair.languages

        def said(value: Value) -> str:
            if isinstance(value, date):
                return value.isoformat()
            if isinstance(value, str):
                region = name_of(catalogue.regions.get(value) or catalogue.halls.get(value))
                value = region if region is not None else value
            text = value if isinstance(value, str) else value.choose(languages)[0]
            return name_key(text, languages[0] if languages else "")

        rows: dict[str, dict[Ref, int]] = {}
        columns: dict[str, dict[str, _Column]] = {}
        for kind, facets in FACETS.items():
            refs = list(catalogue.refs(kind))
            rows[kind] = {ref: row for row, ref in enumerate(refs)}
            cells = [values_of(catalogue, ref) for ref in refs]
            columns[kind] = {facet: _Column([cell.get(facet, ()) for cell in cells], said) for facet in facets}
        return cls(rows, columns)

    def counts(
        self, kind: str, refs: Iterable[Ref], chosen: Mapping[str, frozenset[Value]]
    ) -> dict[str, list[tuple[Value, int]]]:
        """Facet -> its values with their counts among the things, were each chosen beside what other facets keep.

        A facet's own choice does not narrow it, so that its other values can be added; a chosen value that
        nothing has any more stays, with 0, so that it can be taken back.
        """
        rows = self._rows_of(kind, refs)
        columns = self._columns.get(kind, {})
        kept = {facet: columns[facet].having(values) for facet, values in chosen.items() if facet in columns and values}
        counted = {}
        for facet, column in columns.items():
            others = [having for other, having in kept.items() if other != facet]
            if others:
                both = set.intersection(*others)
                left = [row for row in rows if row in both]
            else:
                left = rows
            counted[facet] = column.count(left)
            there = {value for value, _ in counted[facet]}
            counted[facet] += [(value, 0) for value in chosen.get(facet, ()) if value not in there]
        return counted

    def keep(self, kind: str, refs: Iterable[Ref], chosen: Mapping[str, frozenset[Value]]) -> tuple[Ref, ...]:
        """The things that have, in every facet with a choice, one of the chosen values; in the order given."""
        columns = self._columns.get(kind, {})
        kept = [columns[facet].having(values) for facet, values in chosen.items() if facet in columns and values]
        if not kept:
            return tuple(refs)
        row_of, both = self._rows[kind], set.intersection(*kept)
        return tuple(ref for ref in refs if row_of.get(ref, -1) in both)

    def _rows_of(self, kind: str, refs: Iterable[Ref]) -> list[int]:
        row_of = self._rows.get(kind, {})
        return [row for row in map(row_of.get, refs) if row is not None]


def values_of(catalogue: Catalogue, ref: Ref) -> dict[str, tuple[Value, ...]]:
    """The values that a thing has in each facet of its kind; a facet without a value has none."""
    entity = catalogue.get(ref)
    found: dict[str, tuple[Value | None, ...]] = {}
    match entity:
        case Exhibitor():
            found = {
                **_place(entity.place),
                "sector": entity.sectors,
                "participation": (entity.participation,),
            }
        case Region():
            found = {
                "country": (entity.country or (entity.id if entity.kind == "country" else None),),
                "kind": (entity.kind,),
                "participation": (entity.participation,),
            }
        case Venture():
            found = {
                "kind": (entity.kind,),
                "status": (entity.status,),
                "country": tuple(place.country for place in (entity.origin, entity.target) if place),
                "sector": entity.sectors,
                "at_fair": ("yes",) if entity.at_fair else ("no",) if entity.at_fair is False else (),
                "origin": end_values(catalogue, entity.origin),
                "target": end_values(catalogue, entity.target),
            }
        case Session():
            found = {"day": (entity.date,), "track": (entity.track,)}
        case Person():
            found = _organisation(catalogue, entity.organisation)
        case Stand():
            found = {"hall": (entity.hall,), "kind": (entity.kind,)}
        case _:
            pass
    return {facet: tuple(value for value in values if value is not None) for facet, values in found.items()}


def end_values(catalogue: Catalogue, place: Place | None) -> tuple[Value, ...]:
    """What a venture’s end can be chosen by: its region, then its country, each where it is known.

    Where the region is not, the first says so: ``UNSTATED`` after the country’s code.
    """
    if place is None:
        return (UNSTATED,)
    region = place.region.id if isinstance(place.region, Ref) else place.region
    known = catalogue.regions.get(region) if isinstance(region, str) else None
    country = place.country or (known.country if known is not None else None)
    if known is not None and known.kind == "country":
        region, country = None, known.id
    first = region if region is not None else f"{country or ''}{UNSTATED}"
    return (first, country) if country else (first,)


def _place(place: Place | None) -> dict[str, tuple[Value | None, ...]]:
    if place is None:
        return {}
    region = place.region.id if isinstance(place.region, Ref) else place.region
    return {"country": (place.country,), "region": (region,)}


def _organisation(catalogue: Catalogue, party: Party | None) -> dict[str, tuple[Value | None, ...]]:
    entity = catalogue.get(party) if isinstance(party, Ref) else None
    if isinstance(entity, Exhibitor):
        return _place(entity.place)
    if isinstance(entity, Region):
        if entity.kind == "country":
            return {"country": (entity.id,)}
        return {"country": (entity.country,), "region": (entity.id,)}
    return {}
