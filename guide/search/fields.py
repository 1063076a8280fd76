"""What a thing is found by: its fields, the texts in them, and how much a match in each is worth."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from guide.catalogue.gazetteer import known
from guide.catalogue.model import (
    Catalogue,
    Exhibitor,
    Hall,
    Party,
    Person,
    Place,
    Ref,
    Region,
    Service,
    Session,
    Stand,
    Venture,
)
from guide.i18n import Wording

KINDS = ("exhibitor", "region", "venture", "session", "person", "service", "stand", "hall")
"""The kinds of things that are found; among equals, in this order."""

WEIGHTS: Mapping[str, int] = {
    "name": 40,
    "alias": 34,
    "legal_name": 26,
    "stand": 24,
    "products": 20,
    "product": 20,
    "sectors": 18,
    "offers": 19,
    "seeks": 19,
    "people": 17,
    "speakers": 17,
    "role": 16,
    "city": 20,
    "region": 14,
    "country": 13,
    "hall": 12,
    "partners": 12,
    "organisation": 12,
    "exhibitors": 12,
    "presented": 8,
    "about": 8,
    "timeline": 8,
    "note": 8,
}
"""Field -> what a whole word matched in it is worth, in points.

No other field has both the number and the place in :data:`INSIDE`, or outside it, of one that holds a place.
"""

INSIDE = frozenset(("name", "alias", "legal_name", "products", "product", "sectors", "offers", "seeks"))
"""The fields whose words are searched inside as well: «агро» in «Белагро»."""

FIRST_WORD = (43, True)
"""What the first word of a name is worth, and that it is searched inside: it is what a name is sorted and said by."""

Texts = Iterator[tuple[str, str]]

WHOLE_CODE, PART_OF_CODE = (60, False), (48, False)
"""What a whole stand code is worth, and one of the codes that a shared stand has."""

_HALL_NUMBER = re.compile(r"\d+(?:[.\-]\d+)*[^\W\d_]?(?![^\W\d_])")

PLACES: Mapping[str, str] = {"city": "town", "region": "region", "country": "country"}
"""The fields that hold places -> which sort of place."""


class OtherName(str):
    """A name of a place that the catalogue does not give it: in another language, an older one, an ISO code."""

    __slots__ = ()


@lru_cache(maxsize=1 << 14)
def other_names(text: str, kind: str) -> tuple[OtherName, ...]:
    """The other names of a place (a "town", "region" or "country"), as the gazetteer has them."""
    names = dict.fromkeys(name for place in known(text, kind) for name in place.texts)
    names.pop(text, None)
    return tuple(map(OtherName, names))


class Fields:
    """The texts of every thing of one catalogue, field by field, those tied to it included."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._aliases: dict[Ref, list[Wording]] = defaultdict(list)
        for alias in catalogue.aliases:
            self._aliases[alias.of].append(alias.text)
        self._people: dict[Ref, list[Wording]] = defaultdict(list)
        for person in catalogue.people.values():
            if isinstance(person.organisation, Ref):
                self._people[person.organisation].append(person.name)
        self._partners: dict[Ref, list[Wording]] = defaultdict(list)
        for venture in catalogue.ventures.values():
            for partner in venture.partners:
                if isinstance(partner, Ref):
                    others = [self._party(other) for other in venture.partners if other != partner]
                    self._partners[partner] += [venture.name, *(other for other in others if other)]

    @cached_property
    def _there(self) -> Mapping[str, Sequence[Wording]]:
        # Only stands need it, and it goes through every exhibitor.
        there: dict[str, list[Wording]] = defaultdict(list)
        things: tuple[Exhibitor | Region, ...] = (
            *self._catalogue.exhibitors.values(),
            *self._catalogue.regions.values(),
        )
        for thing in things:
            for stand in thing.stands:
                there[stand].append(thing.name)
        return there

    def prepare(self) -> None:
        """Works out beforehand what goes through every exhibitor."""
        self._there  # noqa: B018

    def texts(self, ref: Ref) -> Texts:
        """The texts of a thing as pairs of field and text, each language of each; none for an unknown thing.

        Beside the names that a place has in the catalogue stand its other ones, as :class:`OtherName`.
        """
        for field, text in self.own_texts(ref):
            yield field, text
            place = PLACES.get(field)
            if place:
                for name in other_names(text, place):
                    yield field, name

    def own_texts(self, ref: Ref) -> Texts:
        """The same without the names that the catalogue does not have."""
        entity = self._catalogue.get(ref)
        if entity is None or ref.kind not in _TEXTS:
            return
        for field, wording in _TEXTS[ref.kind](self, entity):
            if wording is None:
                continue
            if isinstance(wording, str):
                said: Sequence[str] = (wording,)
            else:
                said = wording.texts() if len(wording.pairs) > 1 else (wording.pairs[0][1],)
            for text in said:
                yield field, text
        for alias in self._aliases.get(ref, ()):
            for text in alias.texts():
                yield "alias", text

    def codes_with_halls(self, ref: Ref) -> dict[str, str]:
        """The codes with the number of the hall before them, where a hall has one -> as published: "10.1 D046"."""
        entity = self._catalogue.get(ref)
        if isinstance(entity, Stand):
            stands = [entity]
        elif isinstance(entity, Exhibitor | Region):
            stands = [stand for key in entity.stands if (stand := self._catalogue.stands.get(key))]
        else:
            stands = []
        numbered = ((self._hall_number(stand.hall), stand.code) for stand in stands if stand.code and stand.hall)
        return {f"{number} {code}": code for number, code in numbered if number and code}

    def _hall_number(self, key: str | None) -> str:
        hall = self._catalogue.halls.get(key) if key else None
        found = _HALL_NUMBER.search(hall.name.texts()[0] if hall else "") or _HALL_NUMBER.search(key or "")
        return found[0] if found else ""

    def codes(self, ref: Ref) -> list[str]:
        """The published stand codes that a thing is found by: its own, or those of the stands it has."""
        entity = self._catalogue.get(ref)
        if isinstance(entity, Stand):
            return [entity.code] if entity.code else []
        if isinstance(entity, Exhibitor | Region):
            stands = (self._catalogue.stands.get(key) for key in entity.stands)
            return [stand.code for stand in stands if stand and stand.code]
        return []

    def _party(self, party: Party | None) -> Wording | None:
        if not isinstance(party, Ref):
            return party
        entity = self._catalogue.get(party)
        return getattr(entity, "name", None) or getattr(entity, "title", None)

    def _region_name(self, key: str | None) -> Wording | None:
        region = self._catalogue.regions.get(key) if key else None
        return region.name if region else None

    def _hall_name(self, key: str | None) -> Wording | None:
        hall = self._catalogue.halls.get(key) if key else None
        return hall.name if hall else None

    def _place(self, place: Place | None) -> Iterator[tuple[str, Wording | str | None]]:
        if place:
            yield "city", place.city
            yield "region", self._party(place.region)
            yield "country", self._region_name(place.country) or place.country

    def _exhibitor(self, it: Exhibitor) -> Iterator[tuple[str, Wording | str | None]]:
        ref = Ref("exhibitor", it.id)
        yield "name", it.name
        for alias in it.aliases:
            yield "alias", alias
        yield "legal_name", it.legal_name
        for field, many in (
            ("products", it.products),
            ("sectors", it.sectors),
            ("offers", it.offers),
            ("seeks", it.seeks),
            ("people", it.people),
            ("people", self._people.get(ref, ())),
        ):
            for one in many:
                yield field, one
        yield from self._place(it.place)
        yield "hall", self._hall_name(it.hall)
        halls = {
            stand.hall for key in it.stands if (stand := self._catalogue.stands.get(key)) and stand.hall != it.hall
        }
        for hall in halls if len(halls) < 2 else sorted(filter(None, halls)):
            yield "hall", self._hall_name(hall)
        for partner in self._partners.get(ref, ()):
            yield "partners", partner
        yield "presented", it.presented
        yield "about", it.about

    def _region(self, it: Region) -> Iterator[tuple[str, Wording | str | None]]:
        ref = Ref("region", it.id)
        yield "name", it.name
        for text in it.name.texts():
            for name in other_names(text, "country" if it.kind == "country" else "region"):
                yield "alias", name
        for field, many in (
            ("sectors", it.sectors),
            ("offers", it.offers),
            ("seeks", it.seeks),
            ("people", self._people.get(ref, ())),
        ):
            for one in many:
                yield field, one
        if it.kind != "country":
            yield "country", self._region_name(it.country)
        if it.centre:
            yield "city", it.centre.city
        yield "hall", self._hall_name(it.hall)
        for partner in self._partners.get(ref, ()):
            yield "partners", partner
        yield "presented", it.presented
        yield "about", it.about

    def _venture(self, it: Venture) -> Iterator[tuple[str, Wording | str | None]]:
        yield "name", it.name
        yield "product", it.product
        for sector in it.sectors:
            yield "sectors", sector
        yield from self._place(it.origin)
        yield from self._place(it.target)
        for partner in it.partners:
            yield "partners", self._party(partner)
        yield "about", it.about
        for step in it.timeline:
            yield "timeline", step.text

    def _session(self, it: Session) -> Iterator[tuple[str, Wording | str | None]]:
        yield "name", it.title
        for speaker in it.speakers:
            yield "speakers", self._party(speaker)
        yield "sectors", it.track
        for party in it.organisations:
            yield "organisation", self._party(party)
        for region in it.regions:
            yield "region", self._region_name(region)
        yield "hall", self._hall_name(it.hall)
        yield "hall", it.room
        yield "about", it.about

    def _person(self, it: Person) -> Iterator[tuple[str, Wording | str | None]]:
        yield "name", it.name
        yield "role", it.role
        yield "organisation", self._party(it.organisation)
        for saying in it.said:
            yield "about", saying.text

    def _service(self, it: Service) -> Iterator[tuple[str, Wording | str | None]]:
        yield "name", it.name
        for alias in it.aliases:
            yield "alias", alias
        yield "hall", self._hall_name(it.hall)

    def _stand(self, it: Stand) -> Iterator[tuple[str, Wording | str | None]]:
        yield "name", it.name
        for name in self._there.get(it.id, ()):
            yield "exhibitors", name
        yield "region", self._region_name(it.region)
        yield "hall", self._hall_name(it.hall)
        yield "note", it.note

    def _hall(self, it: Hall) -> Iterator[tuple[str, Wording | str | None]]:
        yield "name", it.name
        yield "note", it.note


# Kind -> what gives its texts. Not of an instance: what refers to itself would outlive the catalogue it holds.
_TEXTS: Mapping[str, Callable[[Fields, Any], Iterator[tuple[str, Wording | str | None]]]] = {
    "exhibitor": Fields._exhibitor,
    "region": Fields._region,
    "venture": Fields._venture,
    "session": Fields._session,
    "person": Fields._person,
    "service": Fields._service,
    "stand": Fields._stand,
    "hall": Fields._hall,
}
