"""The filters of a tab: every facet with its values and how many things have each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from guide.text import cut, fit
from guide.tui.widgets.lines import Lines, Pieces, on_cursor
from guide.view import roles

if TYPE_CHECKING:
    from guide.search.facets import Value


@dataclass(frozen=True, slots=True)
class Line:
    """A facet's title (``value`` is None and ``count`` too), or one of its values."""

    facet: str
    text: str
    value: Value | None = None
    count: str | None = None
    chosen: bool = False


class FilterPanel(Lines):
    """Lists the facets; a value is chosen or let go by Enter, Space or a click."""

    class Toggled(Message):
        """A value is to be chosen, or let go."""

        def __init__(self, facet: str, value: Value) -> None:
            super().__init__()
            self.facet = facet
            self.value = value

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self.cursor = 0

    def show(self, lines: Sequence[Line]) -> None:
        """Lists other values; the cursor stays on its value where that is still there."""
        if lines == self._lines:
            return
        old = self._lines[self.cursor] if self.cursor < len(self._lines) else None
        self._lines = lines
        same = [at for at, line in enumerate(lines) if old and (line.facet, line.value) == (old.facet, old.value)]
        self.cursor = same[0] if same else min(self.cursor, max(len(lines) - 1, 0))
        if lines and lines[self.cursor].count is None:
            self.cursor = next((at for at, line in enumerate(lines) if line.count is not None), 0)
        self.top = max(min(self.top, len(lines) - self.size.height), 0)
        self.refresh()

    def count(self) -> int:
        """The titles and values."""
        return len(self._lines)

    def make(self, number: int, width: int) -> Pieces:
        """A title, or a value with its sign and count."""
        line = self._lines[number]
        if line.count is None:
            title = cut(line.text, width - 2)
            rule = "─" * max(width - cell_len(title) - 2, 0)
            return [Segment(f" {title} ", self.role(roles.HEADING)), Segment(rule, self.role(roles.TRACK))]
        sign = "▣ " if line.chosen else "  "
        room = width - cell_len(line.count) - 4
        style = self.role(roles.ACCENT) if line.chosen else Style.null()
        pieces = [
            Segment(f" {sign}{fit(line.text, room)}", style),
            Segment(f" {line.count}", self.role(roles.QUIET)),
        ]
        return on_cursor(pieces, self.role(roles.CURSOR)) if number == self.cursor and self.has_focus else pieces

    def step(self, direction: int) -> None:
        """Moves the cursor to the next value that way."""
        at = self.cursor + direction
        while 0 <= at < len(self._lines) and self._lines[at].count is None:
            at += direction
        if 0 <= at < len(self._lines):
            self.cursor = at
            self.show_line(at)
            self.refresh()
        elif direction < 0:
            self.show_from(0)

    def toggle(self) -> None:
        """Chooses the value under the cursor, or lets it go."""
        line = self._lines[self.cursor] if self.cursor < len(self._lines) else None
        if line is not None and line.value is not None:
            self.post_message(self.Toggled(line.facet, line.value))

    def on_focus(self) -> None:
        """Shows the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hides the cursor."""
        self.refresh()

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A click chooses a value."""
        event.stop()
        if self._lines[number].count is not None:
            self.cursor = number
            self.toggle()
            self.refresh()
