"""A slip as it will be printed, over the desk; kept as a file that a receipt printer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.errors import GuideError
from guide.exchange.selection import things
from guide.exchange.slip import COLUMNS, slip
from guide.i18n import Tongue
from guide.text import clean, one_line
from guide.tui.screens.overlay import Overlay
from guide.tui.taking import put
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.desk_view import DeskView
from guide.view import roles

if TYPE_CHECKING:
    from guide.catalogue.model import Catalogue, Ref

FILE = "slip.txt"
"""What a slip's file is called."""


class SlipScreen(Overlay[None]):
    """The slip of one thing in a language; Tab changes its width, Enter writes the file, C copies it."""

    def __init__(self, catalogue: Catalogue, ref: Ref, spoken: Tongue) -> None:
        super().__init__()
        self._selection = things(catalogue, spoken, [ref])
        self._columns = COLUMNS[0]

    def compose(self) -> ComposeResult:
        """The slip and the keys."""
        with Vertical(id="slip"):
            yield DeskView(id="slip-text")
            yield Bar(id="slip-keys", gap="  ")

    def on_mount(self) -> None:
        """Shows it."""
        t = self.tongue.t
        keys = (("Enter", t("file")), ("C", t("copy it")), ("Tab", t("width")), ("Esc", t("back")))
        self.query_one("#slip-keys", Bar).show(
            tuple(Part(Text().append(f" {key} ", roles.ACCENT).append(words, roles.QUIET), key) for key, words in keys)
        )
        self._show()

    @property
    def text(self) -> str:
        """The slip."""
        return slip(self._selection, self._columns)

    def _show(self) -> None:
        lines = [Text(line) for line in self.text.splitlines()]
        view = self.query_one(DeskView)
        view.styles.height = min(len(lines), max(self.app.size.height - 3, 1))
        view.show(lambda cells, rows: lines)

    def take(self, key: str) -> bool:
        """Writes, copies, or changes the width."""
        key = key.lower().removeprefix("upper_")
        if key == "enter":
            self._write(self.text)
        elif key in ("c", "с", "ctrl+c", "f8"):
            self.app.copy_to_clipboard(self.text)
            self._say(self.tongue.t("copied"))
        elif key == "tab":
            self._columns = COLUMNS[(COLUMNS.index(self._columns) + 1) % len(COLUMNS)]
            self._show()
        elif key == "f7":
            self.dismiss(None)
        return True

    @on(Bar.Chosen)
    def _chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        if message.action == "Esc":
            self.dismiss(None)
        else:
            self.take(message.action.lower())

    @work(thread=True, exclusive=True, group="slip", exit_on_error=False)
    def _write(self, text: str) -> None:
        try:
            said = self.tongue.t("Written: {file}", file=clean(str(put(FILE, text))))
        except GuideError as error:
            said = self.tongue.t(error.message, **error.values)
        self.app.call_from_thread(self._say, said)

    def _say(self, words: str) -> None:
        if self.is_attached:
            self.query_one("#slip").border_subtitle = Text(one_line(words))
