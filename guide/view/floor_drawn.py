"""A hall, or the site, drawn in characters: the one door to the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from guide.catalogue.geometry import holds
from guide.catalogue.model import Catalogue, Ref
from guide.i18n import C_, Tongue
from guide.text import width
from guide.venue.floors import MEASURED, ZONE, Floors
from guide.venue.shapes import Box, inner_point
from guide.view import (
    floor_edges,
    floor_ground,
    floor_halls,
    floor_openings,
    floor_route,
    floor_signs,
    floor_stands,
    floor_zone,
    roles,
)
from guide.view.canvas import Canvas, spelt
from guide.view.floor_camera import Camera
from guide.view.floor_ground import Gap, Room
from guide.view.floor_marks import Marks
from guide.view.floor_placing import Label, Placing
from guide.view.floor_sheet import Part, parts_of, sheet_box
from guide.view.floor_told import bottom_line, told
from guide.view.floor_words import words_of

_SERVICES = 0.9  # metres a column up to which the site shows services
_MANY = 250  # marked stands of a hall in the view; of more, not each has its code beside it
_CALLED = 0.7  # metres a column up to which the site says who stands where
_NAMES = 0.4  # metres a column up to which services are named
_APART = 1500  # stands of a hall on the overview; of more it shows the hall
_POINTS = 40  # hits on the overview: more of them say nothing
_BUILT = C_("plan", "wall or pillar")

Rows = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn sheet of the plan."""

    rows: Rows
    """Each line as pieces of text and role, together exactly as wide as was asked."""
    told: tuple[str, ...]
    """What must be said besides, such as that it is not to scale."""
    legend: tuple[tuple[str, str], ...]
    """The signs that are on it, of marks, passages and services, each with its word."""
    labels: tuple[Label, ...] = field(repr=False)
    """Every text and sign on it, and whose it is; no two take the same cell."""
    covered: tuple[tuple[int, int, int, int], ...]
    """Cells that are not of the plan: the overview, as left, top, columns and rows."""
    _seen: tuple[tuple[Part, Sequence[Room]], ...] = field(repr=False, compare=False)
    _camera: Camera = field(repr=False, compare=False)

    def at(self, column: int, row: int) -> Ref | None:
        """What is drawn in a cell: a stand, a service, a passage, else the hall; None outside all halls.

        In a hall without a plan also the exhibitor or region whose name is there.
        """
        for label in self.labels:
            if label.ref and label.over(column, row):
                return label.ref
        if any(left <= column < left + wide and top <= row < top + high for left, top, wide, high in self.covered):
            return None
        columns = sum(width(text) for text, _ in self.rows[row]) if 0 <= row < len(self.rows) else 0
        return self._under(column, row, columns) if 0 <= column < columns else None

    def _under(self, column: int, row: int, columns: int) -> Ref | None:
        point = self._camera.point(column + 0.5, row + 0.5, columns, len(self.rows))
        hall = None
        for part, rooms in self._seen:
            there = part.frame.to_hall(point)
            near = [room for room in rooms if room.left <= column <= room.right and room.top <= row <= room.bottom]
            within = [room for room in near if holds(room.plot.shape, there)]
            if within or near:
                found = min(within or near, key=lambda room: (room.right - room.left) * (room.bottom - room.top))
                return Ref("stand", found.plot.stand)
            if hall is None and holds(part.floor.outline, there):
                hall = Ref("hall", part.floor.hall)
        return hall

    def within(self, encoding: str) -> Rows:
        """The rows with the signs that an encoding cannot carry in ASCII: ``+-|`` for lines."""
        if encoding.lower().replace("-", "") == "utf8":
            return self.rows
        return tuple(tuple((spelt(text, encoding), role) for text, role in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Ground:
    """A sheet of which the lines are drawn and nothing is written yet: the first half of the work."""

    catalogue: Catalogue
    floors: Floors
    sheet: str
    camera: Camera
    marks: Marks
    tongue: Tongue
    _canvas: Canvas
    _seen: Sequence[tuple[Part, Sequence[Room]]]
    _standings: Sequence[Sequence[floor_stands.Standing]]
    _gaps: Sequence[Sequence[Gap]]


def drawn(
    catalogue: Catalogue,
    floors: Floors,
    sheet: str,
    camera: Camera,
    columns: int,
    rows: int,
    marks: Marks,
    tongue: Tongue,
) -> Drawing:
    """A sheet as a camera sees it; ``sheet`` is a hall's id, "" for the site, or ``site:`` and a level."""
    return lettered(lined(catalogue, floors, sheet, camera, columns, rows, marks, tongue))


def lined(
    catalogue: Catalogue,
    floors: Floors,
    sheet: str,
    camera: Camera,
    columns: int,
    rows: int,
    marks: Marks,
    tongue: Tongue,
) -> Ground:
    """The lines of a sheet: outlines with their doors, walls, stands, the most important last."""
    canvas = Canvas(columns, rows)
    parts = parts_of(floors, sheet, camera, columns, rows)
    gaps, seen, standings = [], [], []
    for part in parts:
        found = floor_ground.rooms(part, columns, rows)
        seen.append((part, found))
        standings.append(floor_stands.standings(canvas, found, marks))
    for (part, _), standing in zip(seen, standings, strict=True):
        floor_stands.draw(canvas, standing)
        gaps.append(floor_ground.outline(canvas, part, catalogue.passages, canvas.role(roles.WALL)))
        wall = canvas.role(roles.WALL)
        floor_ground.filled(canvas, part, (*part.floor.walls, *part.floor.blocks), wall)
    canvas.settle()
    return Ground(catalogue, floors, sheet, camera, marks, tongue, canvas, seen, standings, gaps)


def lettered(ground: Ground) -> Drawing:
    """The sheet with what is written on it, once: a ground that was written on is no ground any more.

    No text goes over another: the edges of the view, names of halls, the way, the reader's place, then stands by
    importance, passages, services, rows, and names last.
    """
    catalogue, floors, sheet, camera = ground.catalogue, ground.floors, ground.sheet, ground.camera
    marks, tongue, canvas = ground.marks, ground.tongue, ground._canvas
    seen, standings, gaps = ground._seen, ground._standings, ground._gaps
    parts = [part for part, _ in seen]
    words = words_of(catalogue, tongue)
    on_site = sheet not in floors.floors
    placing = Placing(canvas)
    _edges(placing, floors, sheet, camera, parts, marks, tongue)
    floor_route.dots(placing, parts, marks.walks, catalogue.passages)
    for part in parts:
        told_in_box = part.floor.manner == ZONE and floor_zone.write(placing, part, words, marks)
        if on_site and not told_in_box:
            floor_halls.write(placing, part, words, marks)
    floor_openings.here(placing, parts, marks, tongue)
    said: set[str] = set()
    names = not on_site or camera.scale <= _CALLED
    for standing in standings:
        marked = [each for each in standing if each.rank < floor_stands.PLAIN]
        few = not on_site and len(marked) <= _MANY
        said |= floor_stands.write(placing, marked, words, floor_stands.PLAIN if few else 2, names=names)
    put = [floor_openings.passages(placing, each, words, marks) for each in gaps]
    floor_route.leads(placing, parts, marks.walks, words)
    for part in parts:
        floor_openings.services(placing, part, words, marks, every=not on_site or camera.scale <= _SERVICES)
    for standing in standings:
        plain = [each for each in standing if each.rank == floor_stands.PLAIN and each.room.roomy]
        said |= floor_stands.write(placing, plain, words, names=names)
    for (part, found), signed in zip(seen, put, strict=True):
        if not on_site:
            floor_stands.write_rows(placing, part, found, words, said)
            floor_openings.named(placing, signed, part, words, all_names=camera.scale <= _NAMES)
    labels = tuple(placing.labels)
    signs = frozenset(label.ref for label in labels if label.ref)
    return Drawing(
        canvas.lines(),
        told(catalogue, floors, parts, tongue),
        (*floor_signs.legend(catalogue, signs, marks, tongue), *_built(parts, tongue)),
        labels,
        tuple(placing.covered),
        tuple(seen),
        camera,
    )


def _built(parts: Sequence[Part], tongue: Tongue) -> Iterator[tuple[str, str]]:
    """What is built into the halls, of the legend."""
    if any(part.floor.walls or part.floor.blocks for part in parts):
        yield "█▀▄", tongue.c("plan", _BUILT)


def _edges(
    placing: Placing,
    floors: Floors,
    sheet: str,
    camera: Camera,
    parts: Sequence[Part],
    marks: Marks,
    tongue: Tongue,
) -> None:
    """The scale or why there is none, the north where it is known, the overview."""
    line = bottom_line(floors, sheet, parts, tongue)
    if line:
        floor_edges.note(placing, f" {line} ")
    else:
        floor_edges.scale(placing, camera, tongue)
    if parts and all(part.floor.manner == MEASURED and part.floor.placed for part in parts):
        angle = floors.floors[sheet].frame.angle if sheet in floors.floors else 0.0
        floor_edges.north(placing, angle, tongue)
    if any(part.floor.manner != ZONE for part in parts):
        shapes = floor_edges.Shapes(floors, sheet, partial(_filled, parts))
        hits = [
            (part.frame.to_site(plot.box.middle), floor_signs.HIT)
            for part in parts
            for plot in part.floor.plots
            if marks.hits and plot.stand in marks.hits
        ]
        hits += [
            (part.frame.to_site(at), floor_signs.HIT)
            for part in parts
            for key, at in part.floor.services
            if Ref("service", key) in marks.hits_there
        ]
        points = hits if len(hits) <= _POINTS else []
        for part in parts:
            if marks.here and marks.here[0] == part.floor.hall:
                points.append((part.frame.to_site(marks.here[1]), floor_signs.HERE))
        floor_edges.overview(placing, camera, sheet_box(floors, sheet), shapes, points, _busy(parts, floors, marks))


def _filled(parts: Sequence[Part]) -> Iterator[Box]:
    """What an overview fills: stands, and halls with none or with too many to be told apart."""
    for part in parts:
        few = len(part.floor.plots) <= _APART
        for plot in part.floor.plots if few else ():
            yield part.on_sheet(plot.box)
        if not part.floor.plots or not few:
            yield part.on_sheet(part.floor.box)


def _busy(parts: Sequence[Part], floors: Floors, marks: Marks) -> list[tuple[int, int]]:
    """The cells of the cursor and of the reader, that nothing goes over."""
    found = []
    for part in parts:
        if marks.here and marks.here[0] == part.floor.hall:
            found.append(floor_openings.cell(part, marks.here[1]))
        if marks.cursor and marks.cursor.kind == "stand" and marks.cursor.id in floors.at:
            hall, plot = floors.at[marks.cursor.id]
            if hall == part.floor.hall:
                found.append(floor_openings.cell(part, inner_point(plot.shape)))
    return found
