"""A hall, or the site, drawn in characters: the one door to the plan."""

from collections.abc import Callable
from dataclasses import dataclass, field

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Tongue
from guide.text import width
from guide.venue.floors import Floors
from guide.venue.shapes import holds
from guide.view import roles
from guide.view.canvas import DOUBLE, LIGHT, Canvas
from guide.view.floor_camera import Camera
from guide.view.floor_marks import Marks
from guide.view.floor_sheet import parts_of


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn sheet of the plan."""

    rows: tuple[tuple[tuple[str, str], ...], ...]
    """Each line as pieces of text and role, together exactly as wide as was asked."""
    told: tuple[str, ...]
    """What must be said besides, such as that it is not to scale."""
    _found: Callable[[int, int], Ref | None] = field(repr=False, compare=False)

    def at(self, column: int, row: int) -> Ref | None:
        """What is drawn in a cell: a stand, a service, a passage, else the hall; None outside all halls."""
        return self._found(column, row)


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
    canvas = Canvas(columns, rows)
    wall, line = canvas.role(roles.QUIET), canvas.role(roles.TRACK)
    parts = parts_of(floors, sheet, camera, columns, rows)
    for part in parts:
        shape = part.projection.shape(part.floor.outline)
        for n in range(len(shape)):
            canvas.line(shape[n - 1], shape[n], DOUBLE, wall)
        for plot in part.floor.plots:
            shape = part.projection.shape(plot.shape)
            for n in range(len(shape)):
                canvas.line(shape[n - 1], shape[n], LIGHT, line)
    canvas.settle()
    for part in parts:
        for plot in part.floor.plots:
            code = catalogue.stands[plot.stand].code or ""
            x, y = part.projection.cell(plot.box.middle)
            size = width(code)
            if canvas.free(int(x - size / 2), int(y), size):
                canvas.write(int(x - size / 2), int(y), code, canvas.role(roles.KINDS["stand"]), size)

    def found(column: int, row: int) -> Ref | None:
        point = camera.point(column + 0.5, row + 0.5, columns, rows)
        for part in parts:
            there = part.frame.to_hall(point)
            if holds(part.floor.outline, there):
                for plot in part.floor.plots:
                    if holds(plot.shape, there):
                        return Ref("stand", plot.stand)
                return Ref("hall", part.floor.hall)
        return None

    return Drawing(canvas.lines(), (), found)
