"""The desk's answer: lines laid out for the room there is, painted as they are; never scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

Laid = Callable[[int, int], Sequence[Text]]
"""(cells, rows) -> at most so many lines, each at most so wide."""


def _nothing(_cells: int, _rows: int) -> Sequence[Text]:
    return ()


class DeskView(Widget, can_focus=False):
    """Shows lines that are made anew for every size."""

    DEFAULT_CSS = "DeskView { height: 1fr; }"

    class Pressed(Message):
        """A line was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._laid: Laid = _nothing
        self._lines: list[list[Segment]] = []
        self._texts: list[str] = []
        self._laid_for: object = None

    def show(self, laid: Laid) -> None:
        """Shows something else."""
        self._laid, self._laid_for = laid, None
        if self.size.width:
            self._lay()
        self.refresh()

    @property
    def text(self) -> str:
        """What it shows, as plain text."""
        self._lay()
        return "\n".join(self._texts)

    def _lay(self) -> None:
        key = (*self.size, self.app.theme)
        if self._laid_for == key:
            return
        self._laid_for = key
        lines = list(self._laid(max(self.size.width - 2, 1), max(self.size.height, 1)))[: self.size.height]
        self._texts = [line.plain for line in lines]
        self._lines = [[Segment(" "), *line.render(self.app.console, end="")] for line in lines]

    def render_line(self, y: int) -> Strip:
        """Paints one line."""
        self._lay()
        base = self.rich_style
        pieces = self._lines[y] if y < len(self._lines) else []
        return Strip(pieces).adjust_cell_length(self.size.width, base).apply_style(base)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Says which line was clicked."""
        at = event.get_content_offset(self)
        if at is not None and at.y < len(self._lines):
            event.stop()
            self.post_message(self.Pressed(at.y))
