"""A note on a thing: written over the main screen, kept while one writes."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import TextArea

from guide.text import clean, one_line
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.view import roles
from guide.visit.state import LONGEST_NOTE

PAUSE = 0.8
"""Seconds after a key within which what is written so far is kept."""


class NoteArea(TextArea):
    """A text field that takes nothing that could steer a terminal."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(clean(event.text)[: max(LONGEST_NOTE - len(self.text), 0)])


class NoteScreen(Overlay[None]):
    """The note on one thing.

    ``draft`` is given what it gave last and what is written by now; ``done`` is called at the end, however one leaves.
    """

    def __init__(self, name: str, note: str, draft: Callable[[str, str], None], done: Callable[[], None]) -> None:
        super().__init__()
        self._called = name
        self._note = self._kept = note
        self._draft = draft
        self._finish = done
        self._finished = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The field, the keys under it, out of sight until the screen itself is painted: all at once takes too long."""
        with Vertical(id="note-box") as box:
            box.display = False
            yield NoteArea(
                self._note, id="note-area", soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True
            )
            yield Bar(id="note-keys", gap="   ")

    def on_mount(self) -> None:
        """Says whose note it is; the cursor stands behind what is written already."""
        t = self.tongue.t
        area = self.query_one(NoteArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        self.query_one("#note-box").border_title = Text(t("Note: {name}", name=one_line(self._called)))
        self.query_one("#note-keys", Bar).show(
            (
                Part(Text().append("Esc ", roles.ACCENT).append(t("done"), roles.QUIET), "done"),
                Part(Text().append("Ctrl+Z ", roles.ACCENT).append(t("undo typing"), roles.QUIET)),
            ),
            (Part(Text(t("kept as you write"), roles.QUIET)),),
        )
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self.query_one("#note-box").display = True
        self.query_one(NoteArea).focus()

    @property
    def _text(self) -> str:
        return clean(self.query_one(NoteArea).text).strip()[:LONGEST_NOTE]

    def take_key(self, event: events.Key) -> bool:
        """Esc closes and keeps; everything else is the field's."""
        if event.key in ("escape", "ctrl+n", "ctrl+s"):
            self._done()
            return True
        if event.key in ("f10", "ctrl+q"):
            self.guide.leave()
            return True
        area = self.query_one(NoteArea)
        if not area.has_focus and event.character and event.is_printable:
            area.insert(event.character)  # typed before the field was there
            return True
        return event.key.startswith("alt+")

    def on_text_area_changed(self) -> None:
        """Keeps what is written soon after it is, also where one does not pause."""
        if self._timer is None:
            self._timer = self.set_timer(PAUSE, self._keep)

    def _keep(self) -> None:
        self._timer = None
        text = self._text
        if text != self._kept:
            self._draft(self._kept, text)
            self._kept = text

    def keep(self) -> None:
        """Keeps what was written as one change, before the guide is left."""
        if self._timer is not None:
            self._timer.stop()
        if not self._finished and self.is_mounted:
            self._finished = True
            self._keep()
            self._finish()

    def _done(self) -> None:
        self.keep()
        self.dismiss(None)

    def on_bar_chosen(self, message: Bar.Chosen) -> None:
        """A click on the key closes, too."""
        message.stop()
        self._done()

    def go_back(self) -> None:
        """A click beside it closes and keeps, too."""
        self._done()
