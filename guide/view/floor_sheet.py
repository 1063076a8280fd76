"""Which halls a sheet of the plan shows, and how their metres become cells."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from guide.catalogue.model import Point, Polygon
from guide.venue.floors import Floor, Floors
from guide.venue.shapes import Box, Frame, box_of
from guide.view.floor_camera import Camera

SITE = "site:"
"""Before the level that a sheet of the site shows; the whole site is the sheet ""."""

_UPRIGHT = Frame()


class Projection(NamedTuple):
    """From metres of a hall's frame to cells: column = a·x + b·y + c, row = d·x + e·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def cell(self, point: Point) -> tuple[float, float]:
        """Where a point is drawn, column and row with fractions."""
        x, y = point
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def shape(self, polygon: Polygon) -> list[tuple[float, float]]:
        """A polygon in cells."""
        a, b, c, d, e, f = self
        return [(a * x + b * y + c, d * x + e * y + f) for x, y in polygon]


class Part(NamedTuple):
    """A hall on a sheet: in its own frame, or as it lies on the site."""

    floor: Floor
    frame: Frame
    projection: Projection

    def on_sheet(self, box: Box) -> Box:
        """The box on the sheet around a box of the hall."""
        if self.frame.angle:
            return box_of(self.frame.shape(box.corners))
        x, y, _ = self.frame
        return Box(box.left + x, box.bottom + y, box.right + x, box.top + y)


def site_sheets(floors: Floors) -> tuple[str, ...]:
    """The sheets of the site: ("",), or one for each level where halls of several lie above one another."""
    if not floors.floors:
        return ("",)
    boxes = [(floor.level, box_of(floor.frame.shape(floor.outline))) for floor in floors.floors.values()]
    for n, (level, box) in enumerate(boxes):
        if any(level != other and box.grown(-0.5).meets(there.grown(-0.5)) for other, there in boxes[:n]):
            return tuple(SITE + level for level in floors.levels)
    return ("",)


def halls_on(floors: Floors, sheet: str) -> tuple[str, ...]:
    """The halls that a sheet shows; none for a hall that is not there."""
    if sheet in floors.floors:
        return (sheet,)
    if sheet.startswith(SITE):
        level = sheet.removeprefix(SITE)
        return tuple(hall for hall, floor in floors.floors.items() if floor.level == level)
    return tuple(floors.floors) if not sheet else ()


def sheet_box(floors: Floors, sheet: str) -> Box:
    """The ground that a sheet shows, in metres of a hall's own frame or of the site: what a camera is fitted to."""
    if sheet in floors.floors:
        return floors.floors[sheet].box
    return floors.site_box(halls_on(floors, sheet))


def parts_of(floors: Floors, sheet: str, camera: Camera, columns: int, rows: int) -> Sequence[Part]:
    """The halls of a sheet with their projections."""
    made = []
    for hall in halls_on(floors, sheet):
        floor = floors.floors[hall]
        frame = _UPRIGHT if sheet == hall else floor.frame
        made.append(Part(floor, frame, _projected(frame, camera, columns, rows)))
    return made


def _projected(frame: Frame, camera: Camera, columns: int, rows: int) -> Projection:
    turn = math.radians(frame.angle)
    cos, sin = (math.cos(turn), math.sin(turn)) if frame.angle else (1.0, 0.0)
    across, down = camera.scale, camera.scale * camera.aspect
    return Projection(
        cos / across,
        -sin / across,
        columns / 2 + (frame.x - camera.x) / across,
        -sin / down,
        -cos / down,
        rows / 2 - (frame.y - camera.y) / down,
    )
