"""The halls as they can be drawn: measured, made up from the numbering of the stands, or only known by name."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from guide.catalogue.model import Catalogue, Hall, Point, Polygon, Stand
from guide.i18n import Wording
from guide.venue.numbered import numbered
from guide.venue.shapes import Box, Frame, around, box_of

MEASURED, NUMBERED, ZONE = "measured", "numbered", "zone"
"""How a hall is known: with shapes in metres, by the codes of its stands, by its name alone."""

_GAP = 12.0  # metres between halls that are laid out because nobody says where they are
_ZONE = Box(0.0, 0.0, 36.0, 24.0)  # what a zone of unknown size is drawn as
_EDGE = 3.0  # metres around what stands in a hall without an outline


@dataclass(frozen=True, slots=True)
class Plot:
    """The ground of a stand, in its hall's frame."""

    stand: str
    shape: Polygon
    box: Box


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a passage comes out in a hall; ``end`` is its number among the passage's ends."""

    passage: str
    end: int
    kind: str
    at: Point


@dataclass(frozen=True, slots=True)
class Floor:
    """A hall, or one level of it, with what stands in it; everything in its own frame."""

    hall: str
    manner: str  # MEASURED, NUMBERED or ZONE
    level: str
    outdoor: bool
    outline: Polygon
    """Its own outline, or a rectangle around what stands in it."""
    outlined: bool
    """Whether the outline is its own."""
    box: Box
    plots: tuple[Plot, ...]
    walls: tuple[Polygon, ...]
    blocks: tuple[Polygon, ...]
    openings: tuple[Opening, ...]
    services: tuple[tuple[str, Point], ...]
    unplaced: tuple[str, ...]
    """Stands of the hall that have no ground on it: ids."""
    frame: Frame
    placed: bool
    """Whether the catalogue says where on the site it lies; else its frame is made up."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Every hall by id, in the order of the catalogue; "" where no hall is named and all stands are on one floor."""

    floors: Mapping[str, Floor]
    at: Mapping[str, tuple[str, Plot]] = field(repr=False)
    """Stand id -> its hall and its ground, for those that have one."""

    @property
    def placed(self) -> bool:
        """Whether the catalogue says of every hall where on the site it lies."""
        return all(floor.placed for floor in self.floors.values())

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels there are, the lowest first; "" for halls that name none."""
        return tuple(sorted({floor.level for floor in self.floors.values()}, key=_as_number))

    def site_box(self, halls: Iterable[str] | None = None) -> Box:
        """The box around some halls on the site, or around all; an empty site has a square of one metre."""
        wanted = self.floors if halls is None else halls
        boxes = [box_of(self.floors[hall].frame.shape(self.floors[hall].outline)) for hall in wanted]
        return around(boxes) if boxes else Box(0.0, 0.0, 1.0, 1.0)


def _as_number(level: str) -> tuple[float, str]:
    try:
        return float(level or 0), level
    except ValueError:
        return math.inf, level


def floors_of(catalogue: Catalogue) -> Floors:
    """The halls of a catalogue; a hall without an origin is laid east of those that have one, in rows.

    A hall with at least one measured stand, or with an outline, is measured: its stands without a shape are
    unplaced. One where only codes are known gets a schematic from the numbering
    (:func:`guide.venue.numbered.numbered`). Of a catalogue that names no hall, but codes of stands, they all are
    on one such floor, whose id is "".
    """
    if not catalogue.halls and any(stand.code for stand in catalogue.stands.values()):
        every = _floor(Hall("", Wording(())), list(catalogue.stands.values()), (), ())
        found = {plot.stand: ("", plot) for plot in every.plots}
        return Floors(MappingProxyType({"": every}), MappingProxyType(found))
    stands: dict[str, list[Stand]] = {hall: [] for hall in catalogue.halls}
    for stand in catalogue.stands.values():
        if stand.hall:
            stands[stand.hall].append(stand)
    openings: dict[str, list[Opening]] = {hall: [] for hall in catalogue.halls}
    for passage in catalogue.passages.values():
        for n, end in enumerate(passage.ends):
            openings[end.hall].append(Opening(passage.id, n, passage.kind, end.at))
    services: dict[str, list[tuple[str, Point]]] = {hall: [] for hall in catalogue.halls}
    for service in catalogue.services.values():
        if service.hall and service.at:
            services[service.hall].append((service.id, service.at))
    made = [
        _floor(hall, stands[hall.id], tuple(openings[hall.id]), tuple(services[hall.id]))
        for hall in catalogue.halls.values()
    ]
    floors = {floor.hall: floor for floor in _laid(made)}
    at = {plot.stand: (floor.hall, plot) for floor in floors.values() for plot in floor.plots}
    return Floors(MappingProxyType(floors), MappingProxyType(at))


def _floor(
    hall: Hall, stands: list[Stand], openings: tuple[Opening, ...], services: tuple[tuple[str, Point], ...]
) -> Floor:
    shapes = {stand.id: stand.polygon for stand in stands if stand.polygon}
    manner = MEASURED if shapes or hall.outline else NUMBERED if any(stand.code for stand in stands) else ZONE
    if manner == NUMBERED:
        shapes = numbered(stands)
    outline = hall.outline or _around(hall, shapes.values(), openings, services, measured=manner == MEASURED)
    plots = tuple(Plot(stand, shape, box_of(shape)) for stand, shape in shapes.items())
    measured = manner == MEASURED
    return Floor(
        hall=hall.id,
        manner=manner,
        level=hall.level or "",
        outdoor=hall.kind == "outdoor",
        outline=outline,
        outlined=bool(hall.outline),
        box=box_of(outline),
        plots=plots,
        walls=hall.walls if measured else (),
        blocks=hall.blocks if measured else (),
        # Where nothing else is measured, neither is it known what a measured point is near to.
        openings=openings,
        services=services if measured else (),
        unplaced=tuple(stand.id for stand in stands if stand.id not in shapes),
        frame=Frame(*hall.origin, hall.angle or 0.0) if hall.origin else Frame(),
        placed=hall.origin is not None,
    )


def _around(
    hall: Hall,
    shapes: Iterable[Polygon],
    openings: tuple[Opening, ...],
    services: tuple[tuple[str, Point], ...],
    *,
    measured: bool,
) -> Polygon:
    """A rectangle around what stands in a hall of which no outline is known, with some room to walk."""
    boxes = [
        box_of(shape) for shape in (*shapes, *(hall.walls if measured else ()), *(hall.blocks if measured else ()))
    ]
    if not boxes:
        return _ZONE.corners
    box = around(boxes).grown(_EDGE)
    points = [opening.at for opening in openings] + [at for _, at in services] if measured else []
    return box_of([*box.corners, *points]).corners


def _laid(floors: list[Floor]) -> Iterable[Floor]:
    """The floors, those that nobody placed beside the others: in rows of about as many as there are rows."""
    loose = [floor for floor in floors if not floor.placed]
    if not loose:
        return floors
    placed = [box_of(floor.frame.shape(floor.outline)) for floor in floors if floor.placed]
    start = around(placed).right + _GAP if placed else 0.0
    top = around(placed).top if placed else 0.0
    a_row = max(math.ceil(math.sqrt(len(loose))), 1)
    frames: dict[str, Frame] = {}
    for row in range(0, len(loose), a_row):
        here = loose[row : row + a_row]
        x, height = start, max(floor.box.height for floor in here)
        for floor in here:
            frames[floor.hall] = Frame(x - floor.box.left, top - floor.box.top)
            x += floor.box.width + _GAP
        top -= height + _GAP
    return [replace(floor, frame=frames.get(floor.hall, floor.frame)) for floor in floors]
