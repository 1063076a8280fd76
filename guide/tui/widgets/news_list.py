"""The list of what changed: items of one or several lines under headings, with a cursor that goes from item to item."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from guide.tui.widgets.lines import Lines, Pieces, on_cursor
from guide.view import roles

if TYPE_CHECKING:
    from guide.i18n import Tongue
    from guide.view.news import Item
    from guide.view.news_lines import Laid

MORE = 300
"""Items of a group that are listed more when asked for."""


class NewsList(Lines, can_focus=False):
    """What changed, laid for the room there is."""

    class Opened(Message):
        """An item was clicked that the cursor was on, or the line that lists more was."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.cursor = 0
        self._items: Sequence[Item] = ()
        self._tongue: Tongue | None = None
        self._empty = ""
        self._more: dict[str, int] = {}
        self._laid_for: object = None
        self._laid: Laid | None = None
        self._firsts: list[int] = []

    def show(self, items: Sequence[Item], tongue: Tongue, empty: str = "", *, keep: bool = False) -> None:
        """Lists other items; ``empty`` is said where there are none, ``keep`` leaves the cursor on what it was on."""
        before = self.current if keep else None
        self._items, self._tongue, self._empty = items, tongue, empty
        self._laid_for = None
        self.cursor = self.top = 0
        if before is not None:
            there = [_key(stop) for stop in self._lay().stops]
            self.cursor = there.index(_key(before)) if _key(before) in there else 0
        if self.size.height:
            self._show_cursor()
        self.refresh()

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        stop = self._stop()
        return stop if not isinstance(stop, str) else None

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen."""
        return self.size.height > 0 and self.top + self.size.height >= self.count()

    def _stop(self) -> Item | str | None:
        stops = self._lay().stops
        return stops[self.cursor] if self.cursor < len(stops) else None

    def _lay(self) -> Laid:
        key = (self.size.width, tuple(self._more.items()))
        if self._laid is None or self._laid_for != key:
            from guide.view.news_lines import Laid, news_lines

            self._laid_for = key
            self._laid = Laid()
            if self._tongue is not None:
                self._laid = news_lines(self._items, self._tongue, max(self.size.width - 2, 20), more=self._more)
            firsts: dict[int, int] = {}
            for at, line in enumerate(self._laid.lines):
                firsts.setdefault(line.item, at)
            self._firsts = [firsts[at] for at in range(len(self._laid.stops))]
            self.cursor = max(min(self.cursor, len(self._laid.stops) - 1), 0)
        return self._laid

    def count(self) -> int:
        """The lines; one where there is nothing but to say so."""
        return len(self._lay().lines) or 1

    def make(self, number: int, width: int) -> Pieces:
        """A line; all lines of the item under the cursor are lit."""
        laid = self._lay()
        if not laid.lines:
            return [Segment(f" {self._empty}", self.role(roles.QUIET))]
        line = laid.lines[number]
        pieces = [Segment(text, self.role(role) if role else Style.null()) for text, role in line.parts]
        if line.item != self.cursor or line.item < 0:
            return pieces
        pieces.append(Segment(" " * max(width - sum(piece.cell_length for piece in pieces), 0)))
        return on_cursor(pieces, self.role(roles.CURSOR))

    def move(self, by: int) -> None:
        """Moves the cursor by so many items, as far as there are any."""
        last = max(len(self._lay().stops) - 1, 0)
        self.cursor = max(min(self.cursor + by, last), 0)
        if by > 0 and self.cursor == last:
            self.show_from(self.count())
        self._show_cursor()
        self.refresh()

    def page(self, direction: int) -> None:
        """Moves the cursor by about a screen."""
        self._lay()
        if not self._firsts:
            return
        there = self._firsts[self.cursor] + direction * max(self.size.height - 1, 1)
        near = min(range(len(self._firsts)), key=lambda at: abs(self._firsts[at] - there))
        self.move(near - self.cursor or direction)

    def _show_cursor(self) -> None:
        lines = self._lay().lines
        if not self._firsts:
            return
        first = last = self._firsts[self.cursor]
        while last + 1 < len(lines) and lines[last + 1].item == self.cursor:
            last += 1
        # The heading above an item comes with it.
        self.show_line(last)
        self.show_line(first - 1 if first and lines[first - 1].item < 0 else first)

    def open_more(self) -> bool:
        """Lists more of a group where the cursor is on the line that says so; False elsewhere."""
        stop = self._stop()
        if not isinstance(stop, str):
            return False
        self._more[stop] = self._more.get(stop, 0) + MORE
        self.refresh()
        return True

    def on_resize(self) -> None:
        """Keeps the cursor in sight."""
        super().on_resize()
        self._show_cursor()

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A click puts the cursor there; one where it is already opens the item."""
        lines = self._lay().lines
        item = lines[number].item if number < len(lines) else -1
        if item < 0:
            return
        event.stop()
        if item == self.cursor or isinstance(self._lay().stops[item], str):
            self.cursor = item
            self.post_message(self.Opened())
        else:
            self.cursor = item
            self._show_cursor()
            self.refresh()


def _key(stop: Item | str) -> Hashable:
    return stop if isinstance(stop, str) else (stop.what, stop.name if not stop.what else "", stop.ref, stop.old)
