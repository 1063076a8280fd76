"""What a printed plan lights: the stands, services and halls of what is selected, and the numbers of planned stops."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.catalogue.model import Catalogue, Ref
from guide.exchange.agenda import Entry, by_day, entries
from guide.exchange.selection import Selection
from guide.visit.items import spot_of


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the things of a selection are.

    ``stands`` are ids of stands with the things for whose sake they are lit; ``halls`` ids of halls with the things
    of which only the hall is known; ``services`` ids; ``unknown`` are things of which not even that is known.
    ``stops`` are the entries of the plan by the number that they have on paper, from 1, in the order of days;
    ``numbers`` those numbers by the thing that a stop is about.
    """

    stands: Mapping[str, tuple[Ref, ...]] = field(default_factory=dict)
    halls: Mapping[str, tuple[Ref, ...]] = field(default_factory=dict)
    services: frozenset[str] = frozenset()
    unknown: tuple[Ref, ...] = ()
    stops: Mapping[int, Entry] = field(default_factory=dict)
    numbers: Mapping[Ref, tuple[int, ...]] = field(default_factory=dict)

    def numbers_of(self, stand: str) -> tuple[int, ...]:
        """The numbers of the stops at a stand."""
        refs = dict.fromkeys((Ref("stand", stand), *self.stands.get(stand, ())))
        return tuple(sorted({number for ref in refs for number in self.numbers.get(ref, ())}))

    def halls_concerned(self, catalogue: Catalogue) -> tuple[str, ...]:
        """The halls in which something is marked, in the order of the catalogue; "" where it names none."""
        concerned = set(self.halls)
        concerned |= {catalogue.stands[stand].hall or "" for stand in self.stands}
        concerned |= {catalogue.services[service].hall or "" for service in self.services}
        return tuple(hall for hall in catalogue.halls or ("",) if hall in concerned)


NOTHING = Marked()


def marked(selection: Selection) -> Marked:
    """Where the things of a selection are; of a whole fair nothing is marked, since all of it would be.

    A person is where the organisation is, a venture where its partners are, a session in its hall.
    """
    if selection.whole:
        return NOTHING
    catalogue = selection.catalogue
    stands: dict[str, dict[Ref, None]] = {}
    halls: dict[str, dict[Ref, None]] = {}
    services = set()
    unknown: list[Ref] = []
    planned = [entry.ref for entry in entries(selection) if entry.ref is not None]
    for ref in dict.fromkeys((*selection.refs, *planned)):
        service = catalogue.services.get(ref.id) if ref.kind == "service" else None
        if service is not None and service.hall and service.at:
            services.add(service.id)
            continue
        known = False
        for where in _parties(catalogue, ref):
            spot = spot_of(catalogue, where)
            for stand in (*spot.stands, *_regional(catalogue, where, spot.stands)):
                stands.setdefault(stand, {})[ref] = None
                known = True
            if spot.hall and not spot.stands:
                halls.setdefault(spot.hall, {})[ref] = None
                known = True
        if not known:
            unknown.append(ref)
    stops = dict(enumerate((entry for _, day in by_day(entries(selection)) for entry in day), 1))
    numbers: dict[Ref, tuple[int, ...]] = {}
    for number, entry in stops.items():
        if entry.ref is not None:
            numbers[entry.ref] = (*numbers.get(entry.ref, ()), number)
    return Marked(
        {stand: tuple(refs) for stand, refs in stands.items()},
        {hall: tuple(refs) for hall, refs in halls.items()},
        frozenset(services),
        tuple(unknown),
        stops,
        numbers,
    )


def _parties(catalogue: Catalogue, ref: Ref) -> tuple[Ref, ...]:
    """Whose place is meant: a thing's own, of a venture its partners'."""
    venture = catalogue.ventures.get(ref.id) if ref.kind == "venture" else None
    return (ref,) if venture is None else tuple(who for who in venture.partners if isinstance(who, Ref))


def _regional(catalogue: Catalogue, ref: Ref, known: tuple[str, ...]) -> tuple[str, ...]:
    """The stands that say that they are a region's."""
    if ref.kind != "region":
        return ()
    return tuple(key for key, stand in catalogue.stands.items() if stand.region == ref.id and key not in known)
