"""Where a thing of the catalogue is to be found: a firm's stands, a service's point, a session's hall."""

from collections.abc import Iterator

from guide.catalogue.model import Catalogue, Ref, Session
from guide.i18n import Wording
from guide.venue.floors import Floors
from guide.venue.route import Spot


def spots_of(catalogue: Catalogue, floors: Floors, ref: Ref) -> tuple[Spot, ...]:
    """The places where a thing is, in the order of the catalogue; none where nobody says where it is.

    A stand is itself; an exhibitor or a region has its stands, else those of its host, else its hall; a session
    has the stand or service that is called like its room, else its hall; a service has its point; a passage
    has its ends; a hall is a spot without a point. Every spot carries ``ref``, and lies in a hall of ``floors``.
    """
    return tuple(dict.fromkeys(spot for spot in _spots(catalogue, ref) if spot.hall in floors.floors))


def _spots(catalogue: Catalogue, ref: Ref) -> Iterator[Spot]:
    thing = catalogue.get(ref)
    if thing is None:
        return
    if ref.kind == "stand":
        yield Spot(ref, thing.hall or "", thing.id)
    elif ref.kind == "hall":
        yield Spot(ref, thing.id)
    elif ref.kind == "service":
        if thing.hall:
            yield Spot(ref, thing.hall, at=thing.at)
    elif ref.kind == "passage":
        for end in thing.ends:
            yield Spot(ref, end.hall, at=end.at)
    elif ref.kind == "session":
        yield from _rooms(catalogue, thing, ref)
    elif ref.kind in ("exhibitor", "region"):
        yield from _stands(catalogue, ref)


def _stands(catalogue: Catalogue, ref: Ref) -> Iterator[Spot]:
    """The stands of a firm or a region, else those of its hosts, else its hall."""
    who, asked = catalogue.get(ref), set()
    while who is not None and who.id not in asked:
        asked.add(who.id)
        ids = list(who.stands)
        if ref.kind == "region":
            ids += [stand.id for stand in catalogue.stands.values() if stand.region == ref.id]
        placed = [catalogue.stands[key] for key in dict.fromkeys(ids) if key in catalogue.stands]
        if placed or who.hall:
            yield from (Spot(ref, stand.hall or "", stand.id) for stand in placed)
            if not placed:
                yield Spot(ref, who.hall)
            return
        who = catalogue.exhibitors.get(getattr(who, "host", None) or "")


def room_of(catalogue: Catalogue, session: Session) -> Ref | None:
    """The stand, else the service with a place, that is called like the room of a session in its hall."""
    if session.room is None or session.hall is None:
        return None
    said = _said(session.room)
    for stand in catalogue.stands.values():
        if stand.hall == session.hall and stand.name and said & _said(stand.name):
            return Ref("stand", stand.id)
    for service in catalogue.services.values():
        names = (service.name, *service.aliases)
        if service.hall == session.hall and service.at and any(said & _said(name) for name in names):
            return Ref("service", service.id)
    return None


def _rooms(catalogue: Catalogue, session: Session, ref: Ref) -> Iterator[Spot]:
    """What is called like the room of a session in its hall, else the hall."""
    room, hall = room_of(catalogue, session), session.hall or ""
    if room is None:
        if hall:
            yield Spot(ref, hall)
    elif room.kind == "stand":
        yield Spot(ref, hall, room.id)
    else:
        yield Spot(ref, hall, at=catalogue.services[room.id].at)


def _said(name: Wording) -> set[str]:
    return {text.casefold() for _, text in name.pairs}


def entrances(catalogue: Catalogue, floors: Floors) -> tuple[Spot, ...]:
    """Where one comes in from the street: passages with one end that can be entered, the main one first.

    The main one has "main" in its id; else the widest is the first, and the first of the catalogue among equals.
    """
    doors = [
        (key, passage)
        for key, passage in catalogue.passages.items()
        if len(passage.ends) == 1 and passage.ends[0].hall in floors.floors
    ]
    doors.sort(key=lambda each: ("main" not in each[0].split("-"), -(each[1].width_m or 0.0)))
    return tuple(Spot(Ref("passage", key), door.ends[0].hall, at=door.ends[0].at) for key, door in doors)
