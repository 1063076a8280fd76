"""The ties of a catalogue read backwards: who stands there, who is tied to whom, what is said about it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from guide.catalogue.model import Catalogue, Figure, Place, Ref
from guide.i18n import Wording

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)


class _Ties(dict[K, dict[V, None]]):
    """Lists by key in the order of their first mention, each member once."""

    def tie(self, key: K, value: V) -> None:
        self.setdefault(key, {})[value] = None

    def done(self) -> MappingProxyType[K, tuple[V, ...]]:
        return MappingProxyType({key: tuple(values) for key, values in self.items()})


def _home(place: Place | None) -> str | None:
    return place.region.id if place is not None and isinstance(place.region, Ref) else None


@dataclass(frozen=True, slots=True)
class Relations:
    """The ties of a catalogue read backwards: each maps a thing to those that point at it, in order."""

    at_stand: Mapping[str, tuple[Ref, ...]]  # stand id -> exhibitors and regions that stand there
    in_hall: Mapping[str, tuple[Ref, ...]]  # hall id -> stands, and exhibitors and regions known only to be there
    guests: Mapping[str, tuple[Ref, ...]]  # exhibitor id -> its co-exhibitors
    residents: Mapping[str, tuple[Ref, ...]]  # region id -> exhibitors of it
    ventures: Mapping[Ref, tuple[Ref, ...]]  # exhibitor, region -> ventures that it is a partner of
    outgoing: Mapping[str, tuple[Ref, ...]]  # region id -> ventures that start there
    incoming: Mapping[str, tuple[Ref, ...]]  # region id -> ventures that lead there
    people: Mapping[Ref, tuple[Ref, ...]]  # exhibitor, region -> its people
    sessions: Mapping[Ref, tuple[Ref, ...]]  # person, exhibitor, region -> sessions
    figures: Mapping[Ref, tuple[Figure, ...]]  # fair or anything -> its figures
    notices: Mapping[Ref, tuple[Ref, ...]]  # anything -> notices about it
    aliases: Mapping[Ref, tuple[Wording, ...]]  # anything -> further names


def relate(catalogue: Catalogue) -> Relations:
    """Every tie of the catalogue backwards, each list in the order of the files.

    A region stands on its own stand (``stand.region``) as well as on those that it names; one without
    any stand is in the hall that it names.
    """
    at_stand: _Ties[str, Ref] = _Ties()
    in_hall: _Ties[str, Ref] = _Ties()
    guests: _Ties[str, Ref] = _Ties()
    residents: _Ties[str, Ref] = _Ties()
    ventures: _Ties[Ref, Ref] = _Ties()
    outgoing: _Ties[str, Ref] = _Ties()
    incoming: _Ties[str, Ref] = _Ties()
    people: _Ties[Ref, Ref] = _Ties()
    sessions: _Ties[Ref, Ref] = _Ties()
    notices: _Ties[Ref, Ref] = _Ties()
    aliases: _Ties[Ref, Wording] = _Ties()
    figures: _Ties[Ref, Figure] = _Ties()

    for stand in catalogue.stands.values():
        if stand.hall:
            in_hall.tie(stand.hall, Ref("stand", stand.id))
        if stand.region:
            at_stand.tie(stand.id, Ref("region", stand.region))
    for kind in ("region", "exhibitor"):
        for key, who in catalogue.table(kind).items():
            for stand_id in who.stands:
                at_stand.tie(stand_id, Ref(kind, key))
            if who.hall and not who.stands:
                in_hall.tie(who.hall, Ref(kind, key))
    for key, exhibitor in catalogue.exhibitors.items():
        if exhibitor.host:
            guests.tie(exhibitor.host, Ref("exhibitor", key))
        home = _home(exhibitor.place)
        if home:
            residents.tie(home, Ref("exhibitor", key))
    for key, venture in catalogue.ventures.items():
        for partner in venture.partners:
            if isinstance(partner, Ref):
                ventures.tie(partner, Ref("venture", key))
        for place, ends in ((venture.origin, outgoing), (venture.target, incoming)):
            home = _home(place)
            if home:
                ends.tie(home, Ref("venture", key))
    for key, person in catalogue.people.items():
        if isinstance(person.organisation, Ref):
            people.tie(person.organisation, Ref("person", key))
    for key, session in catalogue.sessions.items():
        for party in (
            *session.speakers,
            *session.organisations,
            *(Ref("region", region) for region in session.regions),
        ):
            if isinstance(party, Ref):
                sessions.tie(party, Ref("session", key))
    for figure in catalogue.figures:
        figures.tie(figure.of, figure)
    for key, notice in catalogue.notices.items():
        if notice.about is not None:
            notices.tie(notice.about, Ref("notice", key))
    for alias in catalogue.aliases:
        aliases.tie(alias.of, alias.text)
    return Relations(
        at_stand=at_stand.done(),
        in_hall=in_hall.done(),
        guests=guests.done(),
        residents=residents.done(),
        ventures=ventures.done(),
        outgoing=outgoing.done(),
        incoming=incoming.done(),
        people=people.done(),
        sessions=sessions.done(),
        figures=figures.done(),
        notices=notices.done(),
        aliases=aliases.done(),
    )
