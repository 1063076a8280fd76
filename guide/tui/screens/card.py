"""A card over whatever is shown: the particulars at the desk, the help there."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from guide.catalogue.model import Ref
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.card_view import CardView
from guide.view.blocks import Card
from guide.view.plain import plain

COPIED_WIDTH = 78
"""Cells of a copied card's lines: they fit a letter."""


class CardScreen(Overlay[Ref]):
    """One card; gives back where a link of it leads. ``open_to_all``: no copying, no links that leave the guide."""

    def __init__(self, card: Card, *, open_to_all: bool = False) -> None:
        super().__init__()
        self._card = card
        self._open_to_all = open_to_all

    def compose(self) -> ComposeResult:
        """The card."""
        yield CardView(id="help")

    def on_mount(self) -> None:
        """Fills it."""
        view = self.query_one(CardView)
        view.show(self._card)
        view.border_subtitle = Text(self.tongue.t("Esc: back"))
        view.focus()

    def take(self, key: str) -> bool:
        """Scrolls, follows a link, copies, or goes back."""
        view = self.query_one(CardView)
        if view.moved_by(key):
            return True
        if key == "enter":
            view.follow()
        elif key in ("f8", "ctrl+c") and not self._open_to_all:
            self.app.copy_to_clipboard(plain(self._card, COPIED_WIDTH))
            view.border_subtitle = Text(self.tongue.t("copied"))
        else:
            return False
        return True

    @on(CardView.Followed)
    def _followed(self, message: CardView.Followed) -> None:
        message.stop()
        self.dismiss(message.ref)

    @on(CardView.Outside)
    def _outside(self, message: CardView.Outside) -> None:
        message.stop()
        if not self._open_to_all:
            from guide.tui.screens.ask import AskScreen

            self.app.push_screen(AskScreen(message.url))
