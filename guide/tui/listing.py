"""What the list on the main screen shows: the rows of the present tab, their columns, what is matched in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui import noted, shown
from guide.tui.tabs import FAIR
from guide.view.marks import marks
from guide.view.rows import COLUMNS, MIXED, cells, mixed_cells

if TYPE_CHECKING:
    from guide.catalogue.model import Ref
    from guide.tui.browsing import Browsing

SAMPLE = 60
"""Rows that are looked through for columns with nothing in them."""


class Listing:
    """Fills the list; the cells of a thing are kept until they are said anew."""

    def __init__(self, me: Browsing) -> None:
        self._me = me
        self._cells: dict[Ref, tuple[str, ...]] = {}

    def say_again(self) -> None:
        """Another language, or another world."""
        self._cells.clear()

    def show(self, *, steady: bool = False) -> None:
        """Lists what the present tab lists; where that is nothing, what one can do stands there.

        ``steady``: it is the same list, of a newer state of the catalogue.
        """
        me, drawing = self._me, self._me.drawing
        words, refs = me.found.answer.words, me.rows
        every, said = (MIXED, self._mixed_cells) if me.tab == FAIR else (COLUMNS.get(me.kind, ()), self._row_cells)
        if drawing is not None:
            every, said = drawing.columns, drawing.cells
        columns = shown.columns(every, me.state.sort, map(said, refs[:SAMPLE]))
        me.screen.list.show(
            refs,
            columns,
            tuple(me.tongue.t(column.title) for column in columns),
            said,
            spans=lambda text: marks(text, words),
            signs=me.visiting.signs,
            keep=me.state.cursor,
            steady=steady,
        )
        if not refs:
            me.screen.ways.say(*noted.nothing(me.world, me.kind, me.state, me.found, me.tongue))

    def _row_cells(self, ref: Ref) -> tuple[str, ...]:
        row = self._cells.get(ref)
        if row is None:
            row = self._cells[ref] = cells(self._me.world.catalogue, ref, self._me.tongue)
        return row

    def _mixed_cells(self, ref: Ref) -> tuple[str, ...]:
        return mixed_cells(self._me.world.catalogue, ref, self._me.tongue)
