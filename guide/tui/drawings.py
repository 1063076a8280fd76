"""Tabs that draw: what the main screen asks of one, and how its pane comes to stand beside the list.

A tab of this sort is an entry in ``tabs.DRAWN``, a pane in ``commands.PANES`` with its commands, one object with
what :class:`Drawing` says in ``Browsing.drawings``, and a widget: its pane has the tab's id, what has the focus in
it has that id with ``-view``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.containers import Vertical

if TYPE_CHECKING:
    from guide.catalogue.model import Ref
    from guide.tui.screens.main import MainScreen
    from guide.view.rows import Column


class Drawing(Protocol):
    """What a tab draws beside the list of the things drawn; list and drawing have one cursor."""

    @property
    def tab(self) -> str:
        """The tab's id."""

    @property
    def pane(self) -> DrawnPane:
        """The widget, made when the tab is first shown."""

    @property
    def rows(self) -> tuple[Ref, ...]:
        """What is listed beside it: what the query and the facets leave of what is drawn."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of that list."""

    @property
    def current(self) -> Ref | None:
        """What its own cursor is on where that stands in no list; else None: the list's cursor counts."""

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The signs in it, each with what it means."""

    def cells(self, ref: Ref) -> tuple[str, ...]:
        """What stands in a row of the list."""

    def redraw(self) -> None:
        """Draws what is found now: the world, the language, the query, the facets or the visit are others."""

    def light(self, ref: Ref | None) -> None:
        """Lights what the list's cursor is on, and brings it into view."""

    @property
    def home(self) -> str:
        """The id of the widget that Esc leads to from a card."""

    def open(self) -> None:
        """Opens the card of what the cursor is on."""

    def do(self, command: str) -> None:
        """Does a command of its pane, by its id."""

    def escape(self) -> bool:
        """Goes back a step within the drawing; False where there is none, so that Esc leaves it."""


class DrawnPane(Vertical, can_focus=False):
    """A drawing with what belongs to it, in the place of the card."""

    DEFAULT_CSS = "DrawnPane { display: none; }"


def put_on(screen: MainScreen, drawing: Drawing | None) -> None:
    """Shows a drawing in its pane, which is there from when it is first shown; without one there is none."""
    if drawing is None:
        return
    if not drawing.pane.is_attached:
        # Before the card, which lies under it where one stands above the other.
        drawing.pane.add_class("-on")
        screen.query_one("#panes").mount(drawing.pane, before="#card")
    drawing.redraw()
