"""Looking at ventures on a map or in a table: the view, its cursor, its frames; no widgets.

The map’s cursor is on a town or, while that is None, on the venture that is lit in the list. A table’s is on a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from guide.view.map_camera import ASPECT, MapCamera
from guide.view.map_drawn import Lit, MapDrawing
from guide.view.map_ties import Key, Placed, Ties, Town, ties_of

if TYPE_CHECKING:
    from guide.catalogue.model import Catalogue, Ref
    from guide.i18n import Tongue
    from guide.view.ties_table import TableView, TiesTable

    Rows = tuple[tuple[tuple[str, str], ...], ...]

NARROW, LOW = 56, 12
"""Columns and rows of the view below which a table is shown unless a map is asked for."""

_UNDER = 2  # lines under the map
_STEP = 1.5  # what a step of zooming multiplies with
_PAN = 0.25  # the part of the view that a key moves it by
_ASIDE = 2.5  # how much further a town is that lies aside than one straight on
_SIDES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Atlas:
    """What is looked at of some ventures."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._placed = Placed(catalogue)
        self.ties = Ties({}, {}, ())
        self.lit = Lit()
        self.wants_table: bool | None = None
        """Whether a table was asked for; None: as the room has it."""
        self.cell = (0, 0)
        """The row and column of the table that its cursor is on."""
        self._refs: tuple[Ref, ...] = ()
        self._tongue: Tongue | None = None
        self._camera: MapCamera | None = None  # None: what is shown is to be fitted
        self._whole = True  # nobody has moved the view since it was fitted
        self._size = (0, 0)
        self._aspect = ASPECT
        self._table: tuple[bool, TiesTable] | None = None
        self._drawn: MapDrawing | None = None
        self._laid: TableView | None = None
        self._frame: tuple[object, Rows] | None = None
        self._stays = False  # where one looks is to stay once, whatever is shown

    def look_as(self, before: Atlas) -> None:
        """Shows a table where one was asked for; of a newer state of the same fair, looks from where one looked."""
        self.wants_table = before.wants_table
        if before.catalogue.fair.id == self.catalogue.fair.id:
            self.lit, self.cell, self._stays = before.lit, before.cell, True
            self._size, self._aspect = before._size, before._aspect
            if not before._whole:
                self._camera, self._whole = before._camera, False

    def show(self, refs: Sequence[Ref], tongue: Tongue) -> None:
        """Shows other ventures, fitted to the view, or the same in another language."""
        refs = tuple(refs)
        if refs == self._refs and tongue is self._tongue:
            return
        if refs != self._refs and not self._stays:
            self._camera = None
            self.cell = (0, 0)
        self._refs, self._tongue = refs, tongue
        self.ties = ties_of(self.catalogue, refs, tongue, self._placed)
        if self.lit.town not in self.ties.towns:
            self.lit = self.lit._replace(town=None)
        self._table = self._frame = None
        if self._stays:
            self._stays = False
            if self.is_table:
                self.go_to_cell(*self.cell)  # it may have fewer rows and columns by now

    # The view.

    @property
    def is_table(self) -> bool:
        """Whether a table is shown in the place of the map."""
        columns, rows = self._size
        return (columns < NARROW or rows < LOW) if self.wants_table is None else self.wants_table

    @property
    def room(self) -> tuple[int, int]:
        """The cells of the map itself."""
        return self._size[0], max(self._size[1] - _UNDER, 1)

    @property
    def camera(self) -> MapCamera:
        """The part of the world that is seen: by itself all towns, until one zooms or moves."""
        if self._camera is None:
            self._camera, self._whole = self._fitted(tuple(self.ties.towns)), True
        return self._camera

    def _look(self, camera: MapCamera) -> None:
        self._camera, self._whole = camera.kept(*self.room), False

    def resize(self, columns: int, rows: int, aspect: float = 0.0) -> None:
        """The view has another size; a cell is ``aspect`` times as high as wide, 0 where nobody knows."""
        aspect = aspect or ASPECT
        if (columns, rows) != self._size or aspect != self._aspect:
            self._size, self._aspect = (columns, rows), aspect
            if self._camera is None or self._whole:
                self._camera = None
            else:
                self._look(self._camera._replace(aspect=aspect))

    def _fitted(self, keys: Sequence[Key]) -> MapCamera:
        towns = [self.ties.towns[key] for key in keys]
        return MapCamera.fitted([(town.latitude, town.longitude) for town in towns], *self.room, self._aspect)

    def fit(self) -> None:
        """All towns."""
        self._camera = None

    def fit_lit(self) -> None:
        """So near that the two ends of what is lit, or a town with all that it is tied to, fill the view."""
        if self.lit.town is not None:
            ends = {end for tie in self.ties.ties.values() for end in (tie.origin, tie.target)
                    if self.lit.town in (tie.origin, tie.target)}  # fmt: skip
        else:
            ends = {end.key for end in self._ends()}
        keys = [end for end in ends if end is not None]
        if keys:
            self._look(self._fitted(keys))

    def _ends(self) -> list[Town]:
        return [end for end in self.ties.ends(self.lit.venture) if end is not None] if self.lit.venture else []

    def zoom(self, steps: float, cell: tuple[int, int] | None = None) -> None:
        """Nearer or further off; what is in a cell of the view, else what is lit, stays there."""
        columns, rows = self.room
        camera = self.camera
        about: tuple[float, float] | None = None
        if cell is not None:
            about = camera.point(cell[0] + 0.5, cell[1] + 0.5, columns, rows)
        elif (here := self._here()) is not None:
            town = self.ties.towns[here]
            column, row = camera.cell(town.latitude, town.longitude, columns, rows)
            if 0 <= column < columns and 0 <= row < rows:
                about = camera.point(column, row, columns, rows)
        self._look(camera.zoomed(_STEP**steps, about))

    def pan(self, columns: float, rows: float) -> None:
        """Moves the view by so many cells."""
        self._look(self.camera.moved(columns, rows))

    def pan_to(self, side: str) -> None:
        """Moves the view by a part of itself."""
        x, y = _SIDES[side]
        self.pan(x * self.room[0] * _PAN, y * self.room[1] * _PAN)

    # What is lit.

    def light(self, ref: Ref | None) -> None:
        """Lights a venture, and no town; moves the view where it is not seen."""
        if ref != self.lit.venture or self.lit.town is None:
            self.lit = Lit(ref)
            self.bring(end.key for end in self._ends())

    def light_town(self, key: Key | None) -> None:
        """Lights a town; the venture stays what it is."""
        self.lit = self.lit._replace(town=key)
        if key is not None:
            self.bring((key,))

    def bring(self, keys: Iterable[Key]) -> None:
        """Moves the view to the middle of some towns where one of them is outside, and off where that is too near."""
        columns, rows = self.room
        if self._camera is None or columns < 1:
            return
        towns = [self.ties.towns[key] for key in keys]

        def all_seen(camera: MapCamera) -> bool:
            cells = [camera.cell(town.latitude, town.longitude, columns, rows) for town in towns]
            return all(0 <= x < columns and 0 <= y < rows for x, y in cells)

        if towns and not all_seen(self._camera):
            fitted = self._fitted([town.key for town in towns])
            there = self._camera._replace(longitude=fitted.longitude, latitude=fitted.latitude).kept(columns, rows)
            self._look(there if all_seen(there) else fitted)

    def _here(self) -> Key | None:
        """The town that the cursor is on, else where the venture leads."""
        if self.lit.town is not None:
            return self.lit.town
        ends = self._ends()
        return ends[-1].key if ends else None

    def step(self, side: str) -> None:
        """Lights the next town on that side, the way people look: straight on before aslant; or goes to a cell."""
        x, y = _SIDES[side]
        if self.is_table:
            self.go_to_cell(self.cell[0] + y, self.cell[1] + x)
            return
        columns, rows = self.room
        camera, here = self.camera, self._here()
        places = {
            key: camera.cell(town.latitude, town.longitude, columns, rows) for key, town in self.ties.towns.items()
        }
        at = places.get(here, (columns / 2, rows / 2)) if here is not None else (columns / 2, rows / 2)
        best: tuple[float, Key] | None = None
        for key, place in places.items():
            across, down = place[0] - at[0], (place[1] - at[1]) * self._aspect
            ahead, aside = across * x + down * y, abs(across * y) + abs(down * x)
            if key == here or ahead < 0.5 or aside > 3 * ahead:
                continue
            cost = ahead + _ASIDE * aside
            if best is None or cost < best[0]:
                best = cost, key
        if best is not None:
            self.light_town(best[1])

    # The table.

    def table(self) -> TiesTable:
        """The ventures by regions, or where it is narrow by countries."""
        from guide.view.ties_table import table_of

        by_country = self._size[0] < NARROW
        if self._table is None or self._table[0] != by_country:
            assert self._tongue is not None
            made = table_of(self.catalogue, self._refs, self._tongue, by_country=by_country)
            self._table = by_country, made
        return self._table[1]

    def go_to_cell(self, row: int, column: int) -> None:
        """Puts the table’s cursor on a cell, as far as there are any."""
        table = self.table()
        self.cell = max(min(row, len(table.origins)), 0), max(min(column, len(table.targets)), 0)

    # Frames.

    def frame(self) -> Rows:
        """The view as it is, drawn once until something changes."""
        if self._tongue is None:
            return ()
        key = (self._size, self._aspect, self.is_table, self.lit, self.cell, self._camera)
        if self._frame is None or self._frame[0] != key:
            rows = self._table_rows(self._tongue) if self.is_table else self._map_rows(self._tongue)
            key = (*key[:5], self._camera)  # what was to be fitted is so by now
            self._frame = key, rows
        return self._frame[1]

    def _map_rows(self, tongue: Tongue) -> Rows:
        from guide.view.map_drawn import drawn
        from guide.view.map_told import legend, lit_line

        columns, rows = self.room
        self._drawn = drawn(self.ties, self.camera, columns, rows, self.lit, tongue.code)
        under = (
            lit_line(self.catalogue, self.ties, self.lit, tongue, columns),
            legend(self.ties, tongue, columns),
        )
        return (*self._drawn.rows, *under)

    def _table_rows(self, tongue: Tongue) -> Rows:
        from guide.view.map_told import cell_line
        from guide.view.ties_table import laid

        columns, rows = self.room
        table = self.table()
        first = (self._laid.top, self._laid.left) if self._laid is not None else (0, 0)
        self._laid = laid(table, columns, rows + 1, self.cell, tongue, first)
        return (*self._laid.rows, cell_line(self.catalogue, table, self.cell, tongue, columns))

    def at(self, column: int, row: int) -> Key | tuple[Ref, ...] | None:
        """The town drawn in a cell of the last map, else the ventures whose arc goes through it."""
        if self._drawn is None or row >= self.room[1]:
            return None
        return self._drawn.at(column, row) or self._drawn.along(column, row) or None

    def cell_at(self, column: int, row: int) -> tuple[int, int] | None:
        """The cell of the last table that is drawn there."""
        return self._laid.at(column, row) if self._laid is not None else None
