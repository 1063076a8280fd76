"""The map of ties on the screen, with the mouse over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual import on

from guide.tui.drawings import DrawnPane
from guide.tui.widgets.floor_view import FloorView

if TYPE_CHECKING:
    from guide.tui.widgets.floor_view import Rows


class Looked(Protocol):
    """What a pane shows and what it hands the mouse on to."""

    def draw(self, columns: int, rows: int) -> Rows:
        """The lines of a view of that size."""

    def zoom(self, steps: float, cell: tuple[int, int] | None = None) -> None:
        """Nearer or further off; what is in a cell stays there."""

    def pan(self, columns: float, rows: float) -> None:
        """Moves the view by so many cells."""

    def press(self, column: int, row: int) -> None:
        """A click on a cell."""


class TiePane(DrawnPane):
    """The drawing; what is lit and what the signs mean are its last lines."""

    def __init__(self, looked: Looked, *, id: str) -> None:  # noqa: A002 - Textual's own name
        self._looked = looked
        self.view = FloorView(looked.draw, id=f"{id}-view")
        super().__init__(self.view, id=id)

    @on(FloorView.Zoomed)
    def _zoomed(self, message: FloorView.Zoomed) -> None:
        message.stop()
        self._looked.zoom(message.steps, (message.column, message.row))

    @on(FloorView.Panned)
    def _panned(self, message: FloorView.Panned) -> None:
        message.stop()
        self._looked.pan(message.columns, message.rows)

    @on(FloorView.Pressed)
    def _pressed(self, message: FloorView.Pressed) -> None:
        message.stop()
        self._looked.press(message.column, message.row)
