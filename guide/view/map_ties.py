"""Ventures as ties between places on the earth: which towns they join, and which cannot be put on a map."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from guide.catalogue.coordinates import town_at
from guide.catalogue.model import Catalogue, Place, Ref, Region, Venture
from guide.i18n import Tongue, Wording
from guide.view import names

Key = tuple[int, int, bool]
"""What tells towns apart: latitude and longitude in hundredths of a degree, and whether it is a whole region."""

DOCUMENTS = frozenset(("agreement", "letter-of-intent", "contract", "supply"))
"""The kinds of ventures that are papers between two sides; others make something or plan to."""


class Town(NamedTuple):
    """A place on the map: ``whole`` where a region or a country is meant and drawn at its chief town."""

    key: Key
    name: str
    latitude: float
    longitude: float
    whole: bool
    ventures: tuple[Ref, ...]


class Tie(NamedTuple):
    """A venture between two places; one of them is None where only the other is known."""

    ref: Ref
    origin: Key | None
    target: Key | None
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Ties:
    """What a map of some ventures shows: ``towns`` by importance, ``ties`` as given, ``unplaced`` the rest."""

    towns: Mapping[Key, Town]
    ties: Mapping[Ref, Tie]
    unplaced: tuple[Ref, ...]

    def ends(self, ref: Ref) -> tuple[Town | None, Town | None]:
        """Where a venture starts and where it leads."""
        tie = self.ties.get(ref)
        if tie is None:
            return None, None
        return (
            self.towns[tie.origin] if tie.origin is not None else None,
            self.towns[tie.target] if tie.target is not None else None,
        )


class Placed:
    """Where the places of a catalogue lie, worked out once for all its ventures."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._said = _said_elsewhere(catalogue)

    def point(self, place: Place | None) -> tuple[float, float] | None:
        """Latitude and longitude of a place, or None: its own, else as the catalogue or the gazetteer has the town.

        A place that is a whole region is put at the region's chief town.
        """
        if place is None:
            return None
        if place.lat is not None and place.lon is not None:
            return place.lat, place.lon
        if place.city:
            return self._town(place.city, place.country)
        if place.region is not None:
            region = self._catalogue.regions.get(place.region.id) if isinstance(place.region, Ref) else None
            return self._region(region) if region is not None else None
        land = self._catalogue.regions.get(place.country or "")
        return self._region(land) if land is not None else None

    def _region(self, region: Region) -> tuple[float, float] | None:
        centre = region.centre
        if centre is not None and centre.lat is not None and centre.lon is not None:
            return centre.lat, centre.lon
        if centre is not None and centre.city:
            return self._town(centre.city, region.country)
        return self._town(region.name, region.country) if region.kind == "city" else None

    def _town(self, city: Wording, country: str | None) -> tuple[float, float] | None:
        for name in city.texts():
            if (said := self._said.get((name, country))) is not None:
                return said
        return town_at(city.texts(), country)


def _said_elsewhere(catalogue: Catalogue) -> dict[tuple[str, str | None], tuple[float, float]]:
    """(town's name, country) -> the point that the catalogue gives for it most often."""
    places = [it.place for it in catalogue.exhibitors.values()]
    places += [it.centre for it in catalogue.regions.values()]
    places += [end for it in catalogue.ventures.values() for end in (it.origin, it.target)]
    counted: dict[tuple[str, str | None], Counter[tuple[float, float]]] = defaultdict(Counter)
    for place in places:
        if place is not None and place.city and place.lat is not None and place.lon is not None:
            for name in place.city.texts():
                counted[name, place.country][place.lat, place.lon] += 1
    return {key: points.most_common(1)[0][0] for key, points in counted.items()}


def ties_of(catalogue: Catalogue, refs: Iterable[Ref], tongue: Tongue, placed: Placed | None = None) -> Ties:
    """The ventures among some things as ties on a map, in the order given; what is no venture is left out."""
    placed = placed or Placed(catalogue)
    ties: dict[Ref, Tie] = {}
    unplaced = []
    called: dict[Key, Counter[str]] = defaultdict(Counter)
    there: dict[Key, dict[Ref, None]] = defaultdict(dict)
    for ref in refs:
        venture = catalogue.ventures.get(ref.id) if ref.kind == "venture" else None
        if venture is None:
            continue
        ends: list[Key | None] = []
        for place in (venture.origin, venture.target):
            point = placed.point(place)
            if place is None or point is None:
                ends.append(None)
                continue
            key = (round(point[0] * 100), round(point[1] * 100), not place.city)
            called[key][names.town(catalogue, place, tongue)] += 1
            there[key][ref] = None
            ends.append(key)
        if ends == [None, None]:
            unplaced.append(ref)
        else:
            ties[ref] = Tie(ref, ends[0], ends[1], venture.kind, venture.status or "")
    towns = [
        Town(key, _best(called[key]), key[0] / 100, key[1] / 100, key[2], tuple(refs)) for key, refs in there.items()
    ]
    towns.sort(key=lambda town: (-len(town.ventures), town.whole, town.name))
    return Ties({town.key: town for town in towns}, ties, tuple(unplaced))


def _best(called: Counter[str]) -> str:
    """The name that is used most for a point, the shortest of those."""
    return min(called, key=lambda name: (-called[name], len(name), name))


def route_of(ties: Ties, ref: Ref, catalogue: Catalogue, tongue: Tongue) -> str:
    """«Кобрин ──▶ Димитровград», in the words of the venture itself; or its one place; or ""."""
    venture: Venture | None = catalogue.ventures.get(ref.id)
    if venture is None:
        return ""
    ends = [names.town(catalogue, place, tongue) for place in (venture.origin, venture.target)]
    return " ──▶ ".join(end for end in ends if end)
