"""What of the halls is looked at: the sheet, how near, what is lit; moved by steps, wheel and drags. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.venue.floors import NUMBERED
from guide.venue.shapes import Box, around, box_of
from guide.view.floor_camera import ASPECT, Camera
from guide.view.floor_marks import Marks
from guide.view.floor_sheet import halls_on, sheet_box, site_sheets

if TYPE_CHECKING:
    from guide.catalogue.model import Catalogue, Point
    from guide.i18n import Tongue
    from guide.venue.floors import Floor, Floors
    from guide.view.floor_drawn import Drawing, Ground

ZOOM = 1.5
"""How many times nearer a step of the zoom comes."""

PAN = 0.25
"""Which part of the view a step to the side moves."""

_NEAR = 3.0
"""Metres around what is fitted in that are in sight too."""

_EDGE = 4
"""Columns that are in sight on both sides of what is lit."""

_MUCH = 150
"""Stands on a sheet from which on its lines and its texts are drawn in turns of their own."""

_MANY = 1500
"""Stands of a schematic from which on it is never shown whole, but as wide as its rows."""

_SIDEWAYS = 3.0
"""How many metres straight on one metre to the side counts as, where a step looks for what is next."""

_STEPS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}


class Sight:
    """A view of a fair's halls: frames of it are drawn on demand, for a room in cells."""

    def __init__(self, catalogue: Catalogue, floors: Floors, sheet: str | None = None) -> None:
        self.catalogue = catalogue
        self.floors = floors
        self.sheets: tuple[str, ...] = (*(site_sheets(floors) if len(floors.floors) != 1 else ()), *floors.floors)
        """The site, level by level where needed, then every hall; of one hall there is no site."""
        self.sheet = sheet if sheet in self.sheets else self._first()
        self.cursor: Ref | None = None
        """What is lit: a stand, a hall, a service, a passage."""
        self._camera: Camera | None = None  # None: what there is fits into the view
        self._size = (80, 24)
        self._aspect = ASPECT
        self._ground: Ground | None = None
        self._drawn: Drawing | None = None

    def _first(self) -> str:
        return next(iter(self.floors.floors), self.sheets[0])

    def look_as(self, before: Sight) -> None:
        """Looks from where an earlier state of the same halls was looked at, at what was lit there if it is there."""
        self._size, self._aspect = before._size, before._aspect
        if before._camera is not None and before.sheet == self.sheet:
            self.camera = before._camera
        if before.cursor is not None and self.hall_of(before.cursor) is not None:
            self.cursor = before.cursor

    # The sheet.

    def hall(self, sheet: str | None = None) -> Floor | None:
        """The hall of a sheet, by default of the present one; None for the site."""
        return self.floors.floors.get(self.sheet if sheet is None else sheet)

    @property
    def halls(self) -> tuple[str, ...]:
        """The halls on the present sheet."""
        return halls_on(self.floors, self.sheet)

    def site_of(self, hall: str) -> str:
        """The sheet of the site on which a hall lies."""
        return next((sheet for sheet in self.sheets if hall in halls_on(self.floors, sheet)), self.sheets[0])

    def go_to(self, sheet: str) -> None:
        """Shows another sheet, whole."""
        if sheet in self.sheets and sheet != self.sheet:
            self.sheet = sheet
            self._camera = None
            self.changed()

    @property
    def box(self) -> Box:
        """What there is on the sheet, in metres of its own frame."""
        return sheet_box(self.floors, self.sheet)

    # The room, and how near.

    def fit_room(self, columns: int, rows: int, aspect: float) -> None:
        """Draws for another room; what is in the middle stays there."""
        size = max(columns, 1), max(rows, 1)
        if (size, aspect) != (self._size, self._aspect):
            self._size, self._aspect = size, aspect
            if self._camera is not None:
                self.camera = self._camera._replace(aspect=aspect)
            self.changed()

    @property
    def camera(self) -> Camera:
        """How near it is looked at, and where."""
        return self._camera or self._fitted()

    @camera.setter
    def camera(self, camera: Camera) -> None:
        """Looks from elsewhere, as far as there is anything to see."""
        most = self._fitted()
        kept = camera._replace(scale=min(camera.scale, most.scale)).kept_within(self.box, *self._size)
        self._camera = None if kept == most else kept
        self.changed()

    @property
    def _is_long(self) -> bool:
        """Whether there are so many rows that all of them together would show nothing, and take long to draw."""
        floor = self.hall()
        return floor is not None and floor.manner == NUMBERED and len(floor.plots) > _MANY

    def _fitted(self) -> Camera:
        """As far off as one can look: all of the sheet, of very many rows some about what is lit."""
        box = self.box
        if not self._is_long:
            return Camera.fitted(box, *self._size, self._aspect)
        across = Camera.fitted(box._replace(top=box.bottom), *self._size, self._aspect)
        lit = self.box_of(self.cursor) if self.cursor is not None else None
        y = lit.middle[1] if lit is not None and self.cursor != Ref("hall", self.sheet) else box.bottom
        return across._replace(y=y).kept_within(box, *self._size)

    @property
    def whole(self) -> bool:
        """Whether all of the sheet is in sight."""
        return self._camera is None

    def fit(self) -> None:
        """All of the sheet."""
        self._camera = None
        self.changed()

    def fit_to(self, refs: Iterable[Ref]) -> bool:
        """So near that these things fill the view; False where none of them is on the sheet."""
        boxes = [box for ref in refs if (box := self.box_of(ref)) is not None]
        if boxes:
            self.camera = Camera.fitted(around(boxes).grown(_NEAR), *self._size, self._aspect)
        return bool(boxes)

    def zoom(self, steps: float, cell: tuple[int, int] | None = None) -> None:
        """Nearer by so many steps, further off by negative ones; what is in a cell stays there."""
        about = None
        if cell is not None:
            about = self.camera.point(cell[0] + 0.5, cell[1] + 0.5, *self._size)
        elif self.cursor is not None:
            about = self._seen_point(self.cursor)
        self.camera = self.camera.zoomed(ZOOM**steps, about)

    def pan(self, columns: float, rows: float) -> None:
        """Moves the view by so many cells."""
        self.camera = self.camera.moved(columns, rows)

    def pan_to(self, direction: str) -> None:
        """Moves the view a step to a side."""
        x, y = _STEPS[direction]
        self.pan(x * self._size[0] * PAN, -y * self._size[1] * PAN)

    # What is lit.

    def show(self, ref: Ref | None) -> None:
        """Lights a thing: goes to its hall, and brings it into view."""
        if ref is None:
            self.light(None)
            return
        hall = self.hall_of(ref)
        if hall is not None and hall not in self.halls:
            self.go_to(hall)
        self.light(ref)

    def light(self, ref: Ref | None) -> None:
        """Lights a thing where it is on the sheet, and moves the view no further than it takes to see it."""
        if ref != self.cursor:
            if self._is_long and self.cursor is not None:
                self._camera = self.camera  # the next row is no other view
            self.cursor = ref
            self.changed()
        if ref is not None and self._camera is not None:
            self._bring(ref)

    def _bring(self, ref: Ref) -> None:
        box = self.box_of(ref)
        if box is None or (ref.kind == "hall" and self.hall() is not None):
            return
        camera = self.camera
        seen = camera.seen(*self._size)
        # Some of what is beside it is wanted too, and a sign is no point but a few cells.
        edge_x = min(max(box.width, _EDGE * camera.scale), seen.width / 2)
        edge_y = min(max(box.height, camera.scale * camera.aspect), seen.height / 2)
        by_x = _into(box.left - edge_x, box.right + edge_x, seen.left, seen.right)
        by_y = _into(box.bottom - edge_y, box.top + edge_y, seen.bottom, seen.top)
        if by_x or by_y:
            self.camera = camera._replace(x=camera.x + by_x, y=camera.y + by_y)

    def hall_of(self, ref: Ref) -> str | None:
        """The hall that a stand, service, passage, exhibitor, region or session is in, as far as it is drawn."""
        if ref.kind == "stand" and ref.id in self.floors.at:
            return self.floors.at[ref.id][0]
        if ref.kind == "hall":
            return ref.id if ref.id in self.floors.floors else None
        if ref.kind == "passage":
            passage = self.catalogue.passages.get(ref.id)
            ends = [end.hall for end in passage.ends] if passage is not None else []
            return next((hall for hall in ends if hall in self.halls), next(iter(ends), None))
        hall = getattr(self.catalogue.get(ref), "hall", None)
        return hall if hall in self.floors.floors else None

    def box_of(self, ref: Ref) -> Box | None:
        """Where a thing is on the sheet; None where it is not on it."""
        hall = self.hall_of(ref)
        floor = self.floors.floors.get(hall or "")
        if floor is None or hall not in self.halls:
            return None
        if ref.kind == "stand":
            plot = self.floors.at.get(ref.id)
            return self._on_sheet(floor.hall, plot[1].shape) if plot else None
        if ref.kind == "hall":
            return self._on_sheet(floor.hall, floor.outline)
        if ref.kind == "service":
            points = [at for key, at in floor.services if key == ref.id]
        else:
            points = [each.at for each in floor.openings if each.passage == ref.id]
        return self._on_sheet(floor.hall, points[:1]) if points else None

    def _on_sheet(self, hall: str, points: Sequence[Point]) -> Box:
        if self.hall() is not None:
            return box_of(points)
        frame = self.floors.floors[hall].frame
        return box_of([frame.to_site(point) for point in points])

    def _seen_point(self, ref: Ref) -> Point | None:
        box = self.box_of(ref)
        seen = self.camera.seen(*self._size)
        return box.middle if box is not None and box.meets(seen) else None

    def next_to(self, direction: str) -> Ref | None:
        """What comes next on that side of what is lit, the way people look: straight on before aslant.

        Where nothing is lit, what is nearest to the middle of the view; None where there is nothing on that side.
        """
        lit = self.box_of(self.cursor) if self.cursor is not None and not self._only_hall() else None
        x, y = _STEPS[direction]
        if lit is None:
            here = self.camera
            x = y = 0
            lit = Box(here.x, here.y, here.x, here.y)
        best: tuple[float, Ref] | None = None
        passed = False
        for ref, box in self._things():
            if ref == self.cursor:
                passed = True
                continue
            # Two on the same ground are gone through to the right, in the order of the catalogue.
            cost = (-1.0 if x == (1 if passed else -1) else None) if box == lit else _cost(lit, box, x, y)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, ref
        return best[1] if best else None

    def _only_hall(self) -> bool:
        """Whether the hall as a whole is lit on its own sheet, so that a step goes into it."""
        return self.cursor is not None and self.cursor.kind == "hall" and self.hall() is not None

    def _things(self) -> Iterator[tuple[Ref, Box]]:
        """What the cursor can be on: halls on the site, else everything in the hall."""
        floor = self.hall()
        if floor is None:
            for hall in self.halls:
                yield Ref("hall", hall), self._on_sheet(hall, self.floors.floors[hall].outline)
            return
        seen = self.camera.seen(*self._size)
        beyond = seen.grown(max(seen.width, seen.height)) if self._is_long else self.box
        for plot in floor.plots:
            if beyond.bottom <= plot.box.top and plot.box.bottom <= beyond.top:
                yield Ref("stand", plot.stand), plot.box
        for key, (x, y) in floor.services:
            yield Ref("service", key), Box(x, y, x, y)
        for each in floor.openings:
            yield Ref("passage", each.passage), Box(*each.at, *each.at)

    # Frames.

    def changed(self) -> None:
        """What was drawn is out of date."""
        self._ground = self._drawn = None

    def begun(self, marks: Marks, tongue: Tongue) -> bool:
        """Draws the lines of a sheet with much on it; True where that is done now, so that its frame can wait."""
        much = sum(len(self.floors.floors[hall].plots) for hall in self.halls) > _MUCH
        if self._drawn is not None or self._ground is not None or not much:
            return False
        self._begin(marks, tongue)
        return True

    def frame(self, marks: Marks, tongue: Tongue) -> Drawing:
        """The view as it is, drawn once until something changes."""
        if self._drawn is None:
            from guide.view.floor_drawn import lettered

            self._drawn = lettered(self._ground or self._begin(marks, tongue))
            self._ground = None
        return self._drawn

    def _begin(self, marks: Marks, tongue: Tongue) -> Ground:
        from guide.view.floor_drawn import lined

        marks = replace(marks, cursor=self.cursor)
        self._ground = lined(self.catalogue, self.floors, self.sheet, self.camera, *self._size, marks, tongue)
        return self._ground

    def at(self, column: int, row: int) -> Ref | None:
        """What is drawn in a cell of the last frame."""
        return self._drawn.at(column, row) if self._drawn is not None else None


def _into(low: float, high: float, left: float, right: float) -> float:
    """How far a view from left to right must move so that what lies from low to high is in it."""
    if high - low > right - left:
        return (low + high - left - right) / 2
    return min(low - left, 0.0) or max(high - right, 0.0)


def _cost(lit: Box, box: Box, x: int, y: int) -> float | None:
    """How far a box is from the one that is lit, to that side; None where it is not on it."""
    across, up = _gap(lit.left, lit.right, box.left, box.right), _gap(lit.bottom, lit.top, box.bottom, box.top)
    dx, dy = box.middle[0] - lit.middle[0], box.middle[1] - lit.middle[1]
    if not x and not y:
        return across + up + (abs(dx) + abs(dy)) / 100
    ahead, aside, on, off = (dx * x, up, across, dy) if x else (dy * y, across, up, dx)
    # It must lie on that side as a whole by its middle, and not beside what is lit.
    if ahead <= 0.05 or (aside and on <= 0 and ahead < aside):
        return None
    if _is_within(box, lit):
        return ahead / 100  # first to what stands on the same ground
    return on + _SIDEWAYS * aside + abs(off) / 4 + ahead / 100


def _is_within(box: Box, other: Box) -> bool:
    """Whether a box lies in another."""
    return other.left <= box.left and box.right <= other.right and other.bottom <= box.bottom and box.top <= other.top


def _gap(a_low: float, a_high: float, b_low: float, b_high: float) -> float:
    """The free stretch between two; 0 where they overlap."""
    return max(b_low - a_high, a_low - b_high, 0.0)
