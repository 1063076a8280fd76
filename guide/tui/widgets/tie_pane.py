"""The map of ties on the screen, with the mouse over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui.widgets.floor_view import FloorView, MousePane

if TYPE_CHECKING:
    from guide.tui.widgets.floor_view import Looked


class TiePane(MousePane):
    """The drawing; what is lit and what the signs mean are its last lines."""

    def __init__(self, looked: Looked, *, id: str) -> None:  # noqa: A002 - Textual's own name
        self.view = FloorView(looked.draw, id=f"{id}-view")
        super().__init__(looked, self.view, id=id)
