"""Which pictures a printed plan has, and what is said of each besides: halls, levels of the site, zones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guide.catalogue.model import Catalogue, Hall, Ref, Stand
from guide.dates import day
from guide.exchange.agenda import Entry
from guide.exchange.marked import Marked
from guide.exchange.selection import Selection
from guide.i18n import Tongue
from guide.text import clean, one_line
from guide.venue.floors import MEASURED, NUMBERED, ZONE, Floor, Floors
from guide.venue.route import Route, Walk
from guide.view import names


@dataclass(frozen=True, slots=True)
class Block:
    """A picture of a plan: one hall in its own frame, or with ``site`` several as they lie beside one another.

    ``notes`` say what kind of picture it is; ``keys`` are rows of a list beneath it: a lead, such as a code or a
    number, and words.
    """

    heading: str
    floors: tuple[Floor, ...]
    site: bool = False
    notes: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()

    @property
    def zone(self) -> bool:
        """Whether there is nothing to be drawn: only the names of what is there."""
        return all(floor.manner == ZONE for floor in self.floors)


def blocks(
    selection: Selection, floors: Floors, marked: Marked, hall: str = "", routes: Sequence[Route] = ()
) -> tuple[Block, ...]:
    """The pictures: of the hall that was asked for; else of those in which something is marked or a way leads.

    Where all of a fair is meant it is the site, level by level, every hall, and every zone. None where it is not
    known of anything in which hall it is.
    """
    if hall:
        block = _hall(selection, floors.floors[hall], marked)
        return (replace(block, notes=(*block.notes, *_elsewhere(selection, hall, routes))),)
    if selection.whole and not routes:
        return tuple(_site(selection, floors, marked))
    concerned = set(marked.halls_concerned(selection.catalogue)) | set(_walked(selection.catalogue, routes))
    order = {hall: at for at, hall in enumerate(dict.fromkeys(_walked(selection.catalogue, routes)))}
    halls = sorted((hall for hall in floors.floors if hall in concerned), key=lambda hall: order.get(hall, len(order)))
    drawn = [_hall(selection, floors.floors[hall], marked) for hall in halls]
    rest = tuple(_nowhere(selection, marked)) if drawn else ()
    return (*drawn, *([Block(selection.tongue.t("Not on the plan"), (), keys=rest)] if rest else ()))


def _nowhere(selection: Selection, marked: Marked) -> Iterator[tuple[str, str]]:
    """The stops and things of which it is not known in which hall they are."""
    for number, entry in marked.stops.items():
        if not entry.item.spot.hall and not entry.item.spot.stands:
            yield str(number), _stop(selection.tongue, entry)
    for ref in marked.unknown:
        if not marked.numbers.get(ref):
            yield "", _line(selection.name(ref))


def each_hall(selection: Selection, floors: Floors, marked: Marked, routes: Sequence[Route] = ()) -> tuple[Block, ...]:
    """The halls in which something is marked or a way leads, each by itself; of a whole fair all of them."""
    concerned = set(marked.halls_concerned(selection.catalogue)) | set(_walked(selection.catalogue, routes))
    halls = [hall for hall in floors.floors if selection.whole or hall in concerned]
    return tuple(_hall(selection, floors.floors[hall], marked) for hall in halls)


def _walked(catalogue: Catalogue, routes: Sequence[Route]) -> Iterator[str]:
    """The halls through which ways lead, in their order; one to which they come back is named again."""
    for route in routes:
        yield route.start.hall
        for part in route.parts:
            if isinstance(part, Walk):
                yield part.hall
            else:
                ends = catalogue.passages[part.passage].ends
                yield from (ends[part.start].hall, ends[part.end].hall)
        yield route.goal.hall


def _elsewhere(selection: Selection, hall: str, routes: Sequence[Route]) -> Iterator[str]:
    """Which part of the ways a picture of one hall leaves out."""
    walked = dict.fromkeys(_walked(selection.catalogue, routes))
    others = [other for other in walked if other != hall and other in selection.catalogue.halls]
    halls = ", ".join(_line(names.name(selection.catalogue, Ref("hall", other), selection.tongue)) for other in others)
    if others and hall in walked:
        yield selection.tongue.t(
            "Of the way only the part in this hall is shown; the rest is in: {halls}.", halls=halls
        )
    elif others:
        yield selection.tongue.t("The way does not lead through this hall; it is in: {halls}.", halls=halls)


def _hall(selection: Selection, floor: Floor, marked: Marked) -> Block:
    catalogue, tongue = selection.catalogue, selection.tongue
    hall = catalogue.halls.get(floor.hall)
    if floor.manner == ZONE:
        keys = [*_stops(selection, floor, marked), *_there(catalogue, floor, marked, tongue)]
        notes = [
            tongue.t("A zone without a plan: it is published what is here, and not where in it.") if keys
            else tongue.t("A zone without a plan: nothing is published of what is here.")
        ]  # fmt: skip
    else:
        keys = [*_stops(selection, floor, marked), *_lit(selection, floor, marked)]
        notes = [*_notes(floor, tongue)]
    return Block(_heading(hall, tongue), (floor,), False, tuple(notes), tuple(keys))


def _heading(hall: Hall | None, tongue: Tongue) -> str:
    if hall is None:
        return tongue.t("Stands")
    words = [_line(tongue.d(hall.name))]
    if hall.level:
        words.append(tongue.t("level {level}", level=_line(hall.level)))
    return " · ".join(words)


def _notes(floor: Floor, tongue: Tongue) -> Iterator[str]:
    if floor.manner == NUMBERED:
        yield tongue.t("A schematic made from the numbers of the stands: not to scale, and the aisles are not known.")
    elif not floor.outlined:
        yield tongue.t("The outline of the hall is not published; the stands are to scale.")


def _site(selection: Selection, floors: Floors, marked: Marked) -> Iterator[Block]:
    """The levels of the site on which several halls lie, each with all of them; every hall; then what has no plan.

    Nothing is shown beside anything else where of no hall it is known where it lies.
    """
    tongue = selection.tongue
    drawn = [floor for floor in floors.floors.values() if floor.manner != ZONE]
    zones = [floor for floor in floors.floors.values() if floor.manner == ZONE]
    levels = [level for level in floors.levels if any(floor.level == level for floor in drawn)]
    for level in levels:
        here = tuple(floor for floor in drawn if floor.level == level)
        if len(here) < 2 or not any(floor.placed for floor in here):
            continue
        called = tongue.t("level {level}", level=_line(level)) if level else ""
        notes = []
        if not all(floor.placed for floor in here):
            notes.append(
                tongue.t("It is not published where every hall lies; those of which it is not stand beside the others.")
            )
        if any(floor.manner != MEASURED for floor in here):
            notes.append(tongue.t("Halls without a plan are schematics made from the numbers of the stands."))
        yield Block(_site_heading(tongue, called if len(levels) > 1 else ""), here, True, tuple(notes))
    for floor in (*drawn, *zones):
        yield _hall(selection, floor, marked)


def _site_heading(tongue: Tongue, called: str) -> str:
    whole = tongue.t("The whole site")
    return f"{whole} · {called}" if called else whole


def _stops(selection: Selection, floor: Floor, marked: Marked) -> Iterator[tuple[str, str]]:
    """The stops of the plan in a hall, by number."""
    for number, entry in marked.stops.items():
        spot = entry.item.spot
        if spot.hall == floor.hall or any(_hall_of(selection.catalogue, stand) == floor.hall for stand in spot.stands):
            yield str(number), _stop(selection.tongue, entry)


def _stop(tongue: Tongue, entry: Entry) -> str:
    when = " ".join(filter(None, (day(tongue, entry.day) if entry.day else "", entry.hours)))
    return " · ".join(filter(None, (when, _line(entry.name), _line(entry.where))))


def _hall_of(catalogue: Catalogue, stand: str) -> str:
    return (catalogue.stands[stand].hall or "") if stand in catalogue.stands else ""


def _lit(selection: Selection, floor: Floor, marked: Marked) -> Iterator[tuple[str, str]]:
    """What else is lit in a hall: by code, the services, and what cannot be lit because its place is not known."""
    catalogue, tongue = selection.catalogue, selection.tongue
    unplaced = set(floor.unplaced)
    for key, refs in marked.stands.items():
        stand = catalogue.stands[key]
        if stand.hall == floor.hall and not marked.numbers_of(key):
            lead = _line(stand.code or "")
            who = dict.fromkeys(_called(catalogue, ref, stand, tongue) for ref in refs)
            words = ", ".join(one for one in who if one != lead)
            if key in unplaced:
                words = " · ".join(filter(None, (words, tongue.t("not drawn on this plan"))))
            yield lead, words
    for key in catalogue.services:
        if key in marked.services and catalogue.services[key].hall == floor.hall:
            yield "", _line(names.name(catalogue, Ref("service", key), tongue))
    for ref in marked.halls.get(floor.hall, ()):
        if ref.kind != "hall" and not marked.numbers.get(ref):
            yield "", " · ".join((_line(names.name(catalogue, ref, tongue)), tongue.t("somewhere in this hall")))


def _called(catalogue: Catalogue, ref: Ref, stand: Stand, tongue: Tongue) -> str:
    if ref.kind == "stand":
        return _line(names.stand_name(catalogue, stand, tongue))
    return _line(names.name(catalogue, ref, tongue))


def _there(catalogue: Catalogue, floor: Floor, marked: Marked, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """What is known to be in a zone, what is marked first and with a sign."""
    lit = set(marked.halls.get(floor.hall, ()))
    found: dict[Ref, bool] = {}
    for ref in catalogue.relations.in_hall.get(floor.hall, ()):
        looked_for = set(marked.stands.get(ref.id, ())) if ref.kind == "stand" else lit
        lit |= looked_for
        at = catalogue.relations.at_stand.get(ref.id, ()) if ref.kind == "stand" else ()
        for each in at or (ref,):
            found[each] = found.get(each, False) or bool(looked_for & {each, ref})
    services = (Ref("service", key) for key, each in catalogue.services.items() if each.hall == floor.hall)
    found |= {ref: ref in lit for ref in (*lit, *services) if ref not in found and ref != Ref("hall", floor.hall)}
    for ref, looked in sorted(found.items(), key=lambda pair: not pair[1]):
        if not marked.numbers.get(ref):
            yield "■" if looked else "", _line(names.name(catalogue, ref, tongue))


def _line(words: str) -> str:
    return one_line(clean(words))


def used(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The services that the pictures show, by id."""
    return tuple(key for block in blocks for floor in block.floors for key, _ in floor.services)
