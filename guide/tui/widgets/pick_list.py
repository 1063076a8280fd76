"""A list of entries to pick one from, by key or by click: of the palette, of completion, of ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message

from guide.text import fit
from guide.tui.widgets.lines import Lines, Pieces, on_cursor
from guide.view import roles


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: what it is called, a word beside it, and what picking it does."""

    name: str
    beside: str
    action: str
    role: str = ""


class PickList(Lines, can_focus=False):
    """Entries with a cursor."""

    class Picked(Message):
        """An entry was clicked."""

        def __init__(self, entries: PickList) -> None:
            super().__init__()
            self.entries = entries

        @property
        def control(self) -> PickList:
            """The list."""
            return self.entries

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.entries: Sequence[Entry] = ()
        self.cursor = 0

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Lists other entries from the first on."""
        self.entries, self.cursor, self.top = entries, 0, 0
        self.refresh()

    def count(self) -> int:
        """The entries."""
        return len(self.entries)

    def make(self, number: int, width: int) -> Pieces:
        """An entry's name, and what is beside it at the right."""
        return self.line_of(number, width)

    def line_of(self, number: int, width: int) -> Pieces:
        """The line of an entry by its number."""
        entry = self.entries[number]
        beside = fit(entry.beside, min(cell_len(entry.beside), width // 2))
        room = width - cell_len(beside) - 3
        pieces = [
            Segment(f" {fit(entry.name, room)} ", self.role(entry.role) if entry.role else Style.null()),
            Segment(f"{beside} ", self.role(roles.QUIET)),
        ]
        return on_cursor(pieces, self.role(roles.CURSOR)) if number == self.cursor else pieces

    def move(self, by: int) -> None:
        """Moves the cursor as far as there are entries."""
        self.cursor = max(min(self.cursor + by, len(self.entries) - 1), 0)
        self.show_line(self.cursor)
        self.refresh()

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A click picks."""
        event.stop()
        self.cursor = number
        self.post_message(self.Picked(self))


class WaysOn(PickList):
    """What stands in the place of a list that is empty: why it is, in words, and under that what one can do."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._said: tuple[str, ...] = ()
        self._groups: tuple[tuple[str, tuple[Entry, ...]], ...] = ()
        self._laid_for: tuple[object, int] | None = None
        self._laid: list[tuple[str, int]] = []

    def say(self, said: tuple[str, ...], groups: tuple[tuple[str, tuple[Entry, ...]], ...]) -> None:
        """Says other words, over groups of entries with a heading each; the cursor stays on what it was on."""
        if (said, groups) == (self._said, self._groups):
            return
        before = self.current
        self._said, self._groups = said, groups
        self._laid_for = None
        self.show([entry for _, entries in groups for entry in entries])
        if before in self.entries:
            self.cursor = self.entries.index(before)

    def count(self) -> int:
        """The lines of words, headings and entries."""
        return len(self._lines())

    def _lines(self) -> list[tuple[str, int]]:
        """Each line: its words, and the number of its entry (-1: none, -2: a heading)."""
        width = max(self.size.width - 4, 8)
        if self._laid_for != (self._groups, width):
            from guide.view.blocks import wrap

            self._laid_for = (self._groups, width)
            self._laid = []
            for words in self._said:
                self._laid += [("", -1), *((line.plain, -1) for line in wrap(Text(words), width))]
            number = 0
            for heading, entries in self._groups:
                self._laid += [("", -1), *((line.plain, -2) for line in wrap(Text(heading), width))]
                self._laid += [("", at) for at in range(number, number + len(entries))]
                number += len(entries)
        return self._laid

    def make(self, number: int, width: int) -> Pieces:
        """A line of words, a heading or an entry."""
        words, entry = self._lines()[number]
        if entry >= 0:
            return [Segment(" "), *self.line_of(entry, width - 1)]
        return [Segment(f"  {words}", self.role(roles.LABEL) if entry == -2 else Style.null())]

    def move(self, by: int) -> None:
        """Moves the cursor to another entry, and shows it."""
        self.cursor = max(min(self.cursor + by, len(self.entries) - 1), 0)
        self.show_line(next((at for at, line in enumerate(self._lines()) if line[1] == self.cursor), 0))
        self.refresh()

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A click on an entry picks it."""
        event.stop()
        entry = self._lines()[number][1]
        if entry >= 0:
            self.cursor = entry
            self.post_message(self.Picked(self))
