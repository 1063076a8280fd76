"""What the screens that lie over the main one share: keys first, Esc goes back."""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.binding import BindingType
from textual.screen import ModalScreen

from guide.i18n import Tongue
from guide.tui.compat import shaded

if TYPE_CHECKING:
    from rich.console import RenderableType

    from guide.tui.app import GuideApp

Result = TypeVar("Result")


class Overlay(ModalScreen[Result]):
    """A screen over the main one."""

    BINDINGS: ClassVar[list[BindingType]] = []
    CSS_PATH = "../styles/overlays.tcss"
    ALLOW_SELECT = False  # Textual would copy the names of our widgets for what they say

    @property
    def guide(self) -> GuideApp:
        """The app."""
        return cast("GuideApp", self.app)

    @property
    def tongue(self) -> Tongue:
        """The language it speaks: that of the screen beneath it."""
        return self.guide.spoken

    def render(self) -> RenderableType:
        """The screen beneath, shaded."""
        return shaded(super().render())

    async def on_resize(self, _: events.Resize) -> None:
        """Lets other things happen between laying out, which has just been done, and painting."""
        await sleep(0)

    def take_key(self, event: events.Key) -> bool:
        """Does what a key means here; False for what its widgets take themselves."""
        if event.key == "escape":
            self.go_back()
            return True
        if event.key in ("f10", "ctrl+q"):
            if not self.guide.locked:
                self.guide.leave()
            return True
        # A box would take the letter of Alt and a letter for typed.
        return self.take(event.key) or event.key.startswith("alt+")

    def take(self, key: str) -> bool:
        """What else a key does here."""
        raise NotImplementedError

    def on_click(self, event: events.Click) -> None:
        """A click beside it goes back."""
        # Textual calls this method of every class of the screen's, so none but this one has it.
        if event.widget is self:
            self.go_back()

    def go_back(self) -> None:
        """Closes it without a result."""
        self.dismiss(None)
