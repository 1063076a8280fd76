"""The code that leaves a public screen: asked for over it, never readable while it is typed."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.tui.keyboard import TO_LATIN
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.search_box import SearchBox
from guide.view import roles


class CodeScreen(Overlay[bool]):
    """Gives back whether the right code was typed; whatever was typed is gone with it."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def compose(self) -> ComposeResult:
        """A box that shows dots, and the keys."""
        with Vertical(id="code-box"):
            yield SearchBox(id="code")
            yield Bar(id="code-keys", gap="   ")

    def on_mount(self) -> None:
        """Waits for the code."""
        t = self.tongue.t
        self.query_one("#code-box").border_title = Text(t("Code to leave"))
        box = self.query_one(SearchBox)
        box.password, box.cursor_blink = True, False
        box.focus()
        keys = (("Enter", t("leave")), ("Esc", t("back")))
        parts = (Part(Text().append(f"{key} ", roles.ACCENT).append(words, roles.QUIET)) for key, words in keys)
        self.query_one(Bar).show(tuple(parts))

    def take(self, key: str) -> bool:
        """Compares what was typed with the code; nothing else is done here but typing."""
        if key == "enter":
            self.dismiss(as_keys(self.query_one(SearchBox).value) == as_keys(self._code))
            return True
        return "+" in key or (key.startswith("f") and key[1:].isdigit()) or key in ("tab", "up", "down")


def as_keys(text: str) -> str:
    """What the keys of a text give on the Latin layout, so that no layout and no Caps Lock changes a code."""
    return "".join(TO_LATIN.get(sign, sign) for sign in text.strip().casefold())
