"""New ties: who could work with whom, from what the catalogue says of offers, needs, sectors and ventures.

Nothing is guessed: every tie comes with the words or the venture that it rests on.
"""

import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable
from math import log
from typing import NamedTuple

from guide.catalogue.model import Catalogue, Exhibitor, Ref, Region
from guide.i18n import Wording
from guide.search.fold import fold, words
from guide.search.phrases import Phrase, enough, meets, phrases
from guide.turns import emptied

Entity = Exhibitor | Region

_MOST_REASONS = 2  # of one kind for one tie
_ASKED, _JOINED, _SECTOR, _ABROAD, _ELSEWHERE = 1000.0, 100.0, 10.0, 3.0, 1.0


class Reason(NamedTuple):
    """Why two could work together.

    ``kind``: "offers" (the other offers what this one seeks), "seeks" (the other seeks what this one
    offers), "tie" (a venture joins the two), "regions" (one joins their regions), "sector" (both are in
    it). ``what`` is the other's own words, the sector, or the venture.
    """

    kind: str
    what: Wording | Ref


class Tie(NamedTuple):
    """One who could be worked with; the higher the score the better, with the reasons in order of weight."""

    ref: Ref
    score: float
    reasons: tuple[Reason, ...]


def could_work_with(catalogue: Catalogue, ref: Ref, limit: int = 8) -> list[Tie]:
    """Exhibitors and regions that an exhibitor or a region could work with, the best first; [] where nothing says so.

    A need met by an offer comes first, then a shared sector where a venture joins the two or their regions
    already, then a shared sector alone. A region and those who are from it, and an exhibitor and its host,
    are one side. Those known from ties only are named where nobody who came has as good a reason.
    """
    entity = catalogue.get(ref)
    if not isinstance(entity, Exhibitor | Region):
        return []
    return _table(catalogue).best(ref, entity, limit)


def prepare(catalogue: Catalogue) -> None:
    """Works out beforehand what the first card would wait for, in any thread."""
    table = _table(catalogue)
    table.whole()


def forget(catalogue: Catalogue) -> None:
    """Lets go of what was worked out of a catalogue."""
    global _tables  # noqa: PLW0603 - a cache of three
    gone = [table for of, table in _tables if of() is catalogue]
    _tables = tuple([each for each in _tables if each[1] not in gone])
    for table in gone:
        table.empty()


class _Table:
    """What is needed of one catalogue, each part read when it is first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._entities: dict[Ref, Entity] = {}
        for exhibitor in catalogue.exhibitors.values():
            self._entities[Ref("exhibitor", exhibitor.id)] = exhibitor
        for region in catalogue.regions.values():
            self._entities[Ref("region", region.id)] = region
        self._home = {ref: _region_of(ref, entity) for ref, entity in self._entities.items()}
        self._joined = _joined(catalogue, self._home)
        self._sectors: dict[str, dict[Ref, Wording]] | None = None
        self._offers: dict[str, list[tuple[Ref, Phrase]]] | None = None
        self._seeks: dict[str, list[tuple[Ref, Phrase]]] | None = None

    def whole(self) -> None:
        """Reads every part now."""
        self._sectors = self._sectors or self._by_sector()
        self._offers = self._offers or self._by_stem(_offered)
        self._seeks = self._seeks or self._by_stem(_sought)

    def empty(self) -> None:
        """Lets go of what was read, of which there is much, in short turns."""
        read = [each for each in (self._sectors, self._offers, self._seeks) if each is not None]
        emptied(self._entities, self._home, self._joined, *read)

    def best(self, ref: Ref, entity: Entity, limit: int) -> list[Tie]:
        reasons: dict[Ref, list[Reason]] = defaultdict(list)
        scores: dict[Ref, float] = defaultdict(float)
        own_offers, own_seeks = _offered(entity), phrases(entity.seeks)
        if own_seeks:
            if self._offers is None:
                self._offers = self._by_stem(_offered)
            self._match(own_seeks, self._offers, "offers", ref, reasons, scores)
        if own_offers:
            if self._seeks is None:
                self._seeks = self._by_stem(_sought)
            self._match(own_offers, self._seeks, "seeks", ref, reasons, scores)
        self._share(ref, entity, reasons, scores)
        found = [(score, other) for other, score in scores.items() if self._other_side(ref, other)]
        # One known from ties only is named where nobody who came has as good a reason.
        came = max((_class(score) for score, other in found if not self._background(other)), default=-1)
        found = [(score, other) for score, other in found if not self._background(other) or _class(score) > came]
        found.sort(key=lambda one: (-one[0], one[1]))
        return [Tie(other, round(score, 2), tuple(reasons[other])) for score, other in found[:limit]]

    def _match(
        self,
        own: Iterable[Phrase],
        others: dict[str, list[tuple[Ref, Phrase]]],
        kind: str,
        ref: Ref,
        reasons: dict[Ref, list[Reason]],
        scores: dict[Ref, float],
    ) -> None:
        met: dict[tuple[Ref, Wording, Wording], set[str]] = defaultdict(set)
        for phrase in own:
            for stem in phrase.heads:
                for other, theirs in others.get(stem, ()):
                    if other != ref and meets(phrase, theirs):
                        met[other, phrase.wording, theirs.wording].add(phrase.language or theirs.language)
        for (other, ours, wording), languages in met.items():
            told = [reason.what for reason in reasons[other] if reason.kind == kind] if other in reasons else []
            if enough(ours, wording, languages) and wording not in told and len(told) < _MOST_REASONS:
                reasons[other].append(Reason(kind, wording))
                scores[other] += _ASKED

    def _share(self, ref: Ref, entity: Entity, reasons: dict[Ref, list[Reason]], scores: dict[Ref, float]) -> None:
        if self._sectors is None:
            self._sectors = self._by_sector()
        shared: dict[Ref, list[tuple[float, Wording]]] = defaultdict(list)
        for sector in entity.sectors:
            keys = _keys(sector)
            there = {other for key in keys for other in self._sectors.get(key, ())}
            # A sector that few are in says more than one that everybody is in.
            worth = _SECTOR / (1 + log(1 + len(there)))
            for other in there:
                shared[other].append((worth, sector))
        for other in {*shared, *scores} - {ref}:
            kind, venture = self._venture(ref, other)
            sectors = sorted(shared.get(other, ()), key=lambda one: -one[0])
            if venture and (sectors or other in scores):
                reasons[other].append(Reason(kind, venture))
                scores[other] += _JOINED
            for worth, sector in sectors[:_MOST_REASONS]:
                reasons[other].append(Reason("sector", sector))
                scores[other] += worth
            scores[other] += self._distance(ref, other)

    def _by_sector(self) -> dict[str, dict[Ref, Wording]]:
        table: dict[str, dict[Ref, Wording]] = defaultdict(dict)
        for ref, entity in self._entities.items():
            for sector in entity.sectors:
                for key in _keys(sector):
                    table[key][ref] = sector
        return table

    def _by_stem(self, said: "_Said") -> dict[str, list[tuple[Ref, Phrase]]]:
        table: dict[str, list[tuple[Ref, Phrase]]] = defaultdict(list)
        for ref, entity in self._entities.items():
            for phrase in said(entity):
                for stem in phrase.heads:
                    table[stem].append((ref, phrase))
        return table

    def _venture(self, ref: Ref, other: Ref) -> tuple[str, Ref | None]:
        ends = [(ref, other), (self._home[ref], other), (ref, self._home[other]), (self._home[ref], self._home[other])]
        for one, two in ends:
            if one and two and one != two and (venture := self._joined.get((one, two))):
                return ("tie" if (one, two) == (ref, other) else "regions"), venture
        return "tie", None

    def _other_side(self, ref: Ref, other: Ref) -> bool:
        if ref == other or self._home[ref] == other or self._home[other] == ref:
            return False
        one, two = self._entities[ref], self._entities[other]
        if ref.kind == other.kind == "exhibitor":
            return getattr(one, "host", None) != other.id and getattr(two, "host", None) != ref.id
        # A country and what lies in it are one side as well.
        return not any(
            whole.kind == "region" and _is_country(self._entities[whole]) and _country(self._entities[part]) == whole.id
            for whole, part in ((ref, other), (other, ref))
        )

    def _background(self, ref: Ref) -> bool:
        return self._entities[ref].participation == "background"

    def _distance(self, ref: Ref, other: Ref) -> float:
        one, two = self._entities[ref], self._entities[other]
        if _country(one) != _country(two):
            return _ABROAD
        return _ELSEWHERE if self._home[ref] != self._home[other] else 0.0


_Said = Callable[[Entity], list[Phrase]]
_tables: tuple[tuple[weakref.ref[Catalogue], _Table], ...] = ()


def _table(catalogue: Catalogue) -> _Table:
    """The table of a catalogue; three are kept: of the one shown, of one that may follow it, and of the next one."""
    global _tables  # noqa: PLW0603 - a cache of three
    for of, table in _tables:
        if of() is catalogue:
            return table
    made = _Table(catalogue)
    before = _tables
    _tables = ((weakref.ref(catalogue), made), *[each for each in before if each[0]() is not None][:2])
    for of, table in before:
        if of() is None:  # nobody can ask for it any more
            table.empty()
    return made


def _class(score: float) -> int:
    return 2 if score >= _ASKED else 1 if score >= _JOINED else 0


def _sought(entity: Entity) -> list[Phrase]:
    return phrases(entity.seeks)


def _offered(entity: Entity) -> list[Phrase]:
    return phrases((*entity.offers, *(entity.products if isinstance(entity, Exhibitor) else ())))


def _keys(sector: Wording) -> set[str]:
    """A sector's name in each language, as one key."""
    return {"".join(map(fold, words(text))) for text in sector.texts()}


def _region_of(ref: Ref, entity: Entity) -> Ref | None:
    """The region that a thing belongs to: its own for a region."""
    if isinstance(entity, Region):
        return ref
    region = entity.place.region if entity.place else None
    return region if isinstance(region, Ref) else None


def _country(entity: Entity) -> str | None:
    if isinstance(entity, Region):
        return entity.id if _is_country(entity) else entity.country
    return entity.place.country if entity.place else None


def _is_country(entity: Entity) -> bool:
    return isinstance(entity, Region) and entity.kind == "country"


def _joined(catalogue: Catalogue, home: dict[Ref, Ref | None]) -> dict[tuple[Ref, Ref], Ref]:
    """Each two that a venture joins, their regions included -> the first venture that does."""
    joined: dict[tuple[Ref, Ref], Ref] = {}
    for venture in catalogue.ventures.values():
        ends: dict[Ref, None] = {}
        for partner in venture.partners:
            if isinstance(partner, Ref):
                ends[partner] = None
                region = home.get(partner)
                if region:
                    ends[region] = None
        for place in (venture.origin, venture.target):
            if place and isinstance(place.region, Ref):
                ends[place.region] = None
        for one in ends:
            for two in ends:
                if one != two:
                    joined.setdefault((one, two), Ref("venture", venture.id))
    return joined
