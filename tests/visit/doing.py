"""Changes of a plan made by hand, without a catalogue that says when its things are: what tests of the store write."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from guide.catalogue.model import Ref
from guide.visit.changes import Change, arranged, ids_of
from guide.visit.state import Mark, Stop, Visit


def planned(visit: Visit, stops: Iterable[Stop]) -> Change:
    """Adds stops at the end."""
    added = tuple(stops)
    order = (ids_of(visit), (*ids_of(visit), *(stop.id for stop in added))) if added else None
    return Change("planned: {name}", "", stops=tuple((stop.id, None, stop) for stop in added), order=order)


def edited(visit: Visit, stop: Stop) -> Change:
    """Puts another stop in the place of the one with its id; it goes to the end where its day is another."""
    before = visit.stop(stop.id)
    if before is None or before == stop:
        return Change("")
    ids = ids_of(visit)
    order = (ids, (*(key for key in ids if key != stop.id), stop.id)) if before.day != stop.day else None
    return Change("plan changed: {name}", stop.name or stop.title, stops=((stop.id, before, stop),), order=order)


def moved(visit: Visit, key: str, by: int) -> Change:
    """Moves a stop so many places among all others."""
    ids = list(ids_of(visit))
    here = ids.index(key)
    ids.insert(max(0, min(here + by, len(ids) - 1)), ids.pop(here))
    return arranged(visit, ids, key)


def with_mark(visit: Visit, ref: Ref, mark: Mark) -> Visit:
    """The visit with another mark of a thing."""
    return replace(visit, marks=MappingProxyType({**visit.marks, ref: mark}))
