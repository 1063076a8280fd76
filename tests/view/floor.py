"""Plans drawn for tests: a sheet as a camera sees it, and its text."""

from collections.abc import Sequence

from guide.catalogue.model import Catalogue
from guide.i18n import Tongue
from guide.venue.floors import Floors, floors_of
from guide.view.floor_camera import Camera
from guide.view.floor_drawn import Drawing, drawn
from guide.view.floor_marks import NOTHING, Marks
from guide.view.floor_placing import Label
from guide.view.floor_sheet import sheet_box

_FLOORS: dict[int, tuple[Catalogue, Floors]] = {}


def floors(catalogue: Catalogue) -> Floors:
    """The halls of a fair, made once."""
    if id(catalogue) not in _FLOORS:
        _FLOORS[id(catalogue)] = catalogue, floors_of(catalogue)
    return _FLOORS[id(catalogue)][1]


def camera(catalogue: Catalogue, sheet: str, columns: int, rows: int, zoom: float = 1.0, at=None) -> Camera:
    """A whole sheet in the view, or that many times closer, with a point of it in the middle."""
    seen = Camera.fitted(sheet_box(floors(catalogue), sheet), columns, rows)
    if at:
        seen = seen._replace(x=at[0], y=at[1])
    return seen.zoomed(zoom).kept_within(sheet_box(floors(catalogue), sheet), columns, rows)


def plan(
    catalogue: Catalogue,
    sheet: str,
    columns: int,
    rows: int,
    zoom: float = 1.0,
    at=None,
    marks: Marks = NOTHING,
    lang: str = "en",
) -> Drawing:
    """A sheet, drawn."""
    tongue = Tongue(lang, catalogue.fair.languages)
    seen = camera(catalogue, sheet, columns, rows, zoom, at)
    return drawn(catalogue, floors(catalogue), sheet, seen, columns, rows, marks, tongue)


def lines(drawing: Drawing) -> list[str]:
    """The rows of a drawing without their roles: all that is seen on a terminal without colours."""
    return ["".join(text for text, _ in row) for row in drawing.rows]


def text(drawing: Drawing) -> str:
    """A drawing as one text, without the spaces at the ends of its lines."""
    return "\n".join(line.rstrip() for line in lines(drawing))


def overlapping(labels: Sequence[Label]) -> list[tuple[Label, Label]]:
    """The labels of a drawing that take the same cell: there are none in any."""
    taken: dict[tuple[int, int], Label] = {}
    found = []
    for label in labels:
        for column in range(label.column, label.column + label.width):
            other = taken.setdefault((column, label.row), label)
            if other is not label:
                found.append((other, label))
    return found
