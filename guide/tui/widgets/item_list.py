"""The list of things: any number of rows, the matches marked, the cursor kept on its thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from guide.text import fit
from guide.tui.widgets.lines import Lines, Pieces, on_cursor
from guide.view import roles

if TYPE_CHECKING:
    from guide.catalogue.model import Ref
    from guide.view.rows import Column

    Cells = Callable[[Ref], tuple[str, ...]]
    Spans = Callable[[str], Sequence[tuple[int, int]]]
    Signs = Callable[[Ref], tuple[str, str]]


LOOKED_AT = 60
"""Things below and above of which one is looked for that is still there when the list is renewed."""


def _places(refs: Sequence[Ref], wanted: Set[Ref]) -> dict[Ref, int]:
    """The places of some things."""
    ids = {ref.id for ref in wanted}
    return {ref: at for at, ref in enumerate(refs) if ref.id in ids and ref in wanted}


def _no_signs(_: Ref) -> tuple[str, str]:
    return "", ""


def _no_spans(_: str) -> Sequence[tuple[int, int]]:
    return ()


class ItemList(Lines, can_focus=False):
    """Rows of things under a line of column titles; arrows reach it while the search box has the focus."""

    class Moved(Message):
        """The cursor is on another thing, or on none; ``by_hand`` where the person put it there."""

        def __init__(self, ref: Ref | None, *, by_hand: bool = False) -> None:
            super().__init__()
            self.ref = ref
            self.by_hand = by_hand

    class Opened(Message):
        """A thing was clicked twice, or once where the cursor was already."""

    class Titled(Message):
        """The titles were clicked."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.refs: Sequence[Ref] = ()
        self.cursor = 0
        self._columns: tuple[Column, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._cells: Cells = lambda _: ()
        self._spans: Spans = _no_spans
        self._signs: Signs = _no_signs
        self.signed = 0
        self._signs_seen: dict[Ref, tuple[str, str]] = {}  # as they were painted last
        self._laid_for: tuple[tuple[Column, ...], int] | None = None
        self._laid: list[int] = []

    @property
    def current(self) -> Ref | None:
        """The thing under the cursor."""
        return self.refs[self.cursor] if 0 <= self.cursor < len(self.refs) else None

    def show(
        self,
        refs: Sequence[Ref],
        columns: tuple[Column, ...],
        titles: tuple[str, ...],
        cells: Cells,
        *,
        spans: Spans = _no_spans,
        signs: Signs = _no_signs,
        keep: Ref | None = None,
        steady: bool = False,
    ) -> None:
        """Lists other things; the cursor goes to ``keep`` where that is among them, else to the first.

        ``steady``: they are what is listed already, as it is by now: what is seen stays where it is, and the cursor
        on its thing; where that is gone it goes to the next one, and nobody is told, since nobody has moved it.
        ``signs`` gives a row's own signs and their role; ``signed`` cells are kept for them before each row.
        """
        before, listed = self.current, self.refs
        self.refs, self._columns, self._titles = refs, columns, titles
        self._cells, self._spans, self._signs = cells, spans, signs
        self._signs_seen.clear()
        if steady and listed and refs:
            cursor, top = self.cursor, self.top
            near = [*range(top, min(top + LOOKED_AT, len(listed))), *range(top - 1, max(top - LOOKED_AT, -1), -1)]
            by_cursor = [*range(cursor, len(listed))[:LOOKED_AT], *range(cursor - 1, -1, -1)[:LOOKED_AT]]
            now = _places(refs, {listed[at] for at in (*near, *by_cursor)})
            self.cursor = next((now[listed[at]] for at in by_cursor if listed[at] in now), 0)
            shift = next((now[listed[at]] - at for at in near if listed[at] in now), 0)
            self.top = max(min(top + shift, self.count() - self.size.height), 0) if top else top
            self.refresh()
            return
        self.cursor = refs.index(keep) if keep is not None and keep in refs else 0
        if self.size.height:
            self.top = max(min(self.top, self.count() - self.size.height), 0)
            if not self.top <= self.cursor < self.top + max(self.size.height - 1, 1):
                self.top = max(self.cursor - self.size.height // 2, 0) if self.cursor else 0
                self.top = max(min(self.top, self.count() - self.size.height), 0)
        self.refresh()
        if self.current != before:
            self.post_message(self.Moved(self.current))

    def show_signs(self, signed: int) -> None:
        """Paints the rows anew whose own signs are others by now; ``signed`` cells are kept for them."""
        if signed != self.signed:
            self.signed = signed
            self.refresh()
        elif signed:
            for at, ref in enumerate(self.refs[self.top : self.top + self.size.height], self.top):
                if self._signs_seen.get(ref) != self._signs(ref):
                    self.repaint(at + 1)

    # The column titles stay: they are line 0 of the screen, never scrolled away.
    def count(self) -> int:
        """The rows and the line of titles."""
        return len(self.refs) + 1

    def render_line(self, y: int) -> Strip:
        """Paints the titles on the first line, the rows beneath."""
        if y:
            return super().render_line(y)
        style = self._base + self.role(roles.QUIET)
        pieces = self._row(self._titles, self.room, None) if self.refs else []
        text = "".join(piece.text for piece in pieces)
        return Strip([Segment(text.ljust(self.size.width), style)]).adjust_cell_length(self.size.width, style)

    def make(self, number: int, width: int) -> Pieces:
        """The row of a thing."""
        at = number - 1
        ref = self.refs[at]
        row = self._row(self._cells(ref), width, ref)
        return on_cursor(row, self.role(roles.CURSOR)) if at == self.cursor else row

    def _row(self, cells: tuple[str, ...], room: int, ref: Ref | None) -> Pieces:
        segments = [Segment(" ")]
        if self.signed:
            signs, role = self._signs(ref) if ref is not None else ("", "")
            if ref is not None:
                self._signs_seen[ref] = signs, role
            segments = [Segment(fit(signs, self.signed), self.role(role) if role else Style.null()), *segments]
        lead = len(segments)
        for at, (column, cell, cells_wide) in enumerate(zip(self._columns, cells, self._widths(room), strict=False)):
            if not cells_wide:
                continue
            if len(segments) > lead:
                segments.append(Segment(" "))
            text = fit(cell, cells_wide, right=column.right)
            if ref is None:
                segments.append(Segment(text))
                continue
            role = column.role or (roles.KINDS.get(ref.kind, "") if at == 0 else "")
            segments += self._marked(text, self.role(role) if role else Style.null())
        return segments

    def _widths(self, room: int) -> list[int]:
        key = (self._columns, room - self.signed)
        if self._laid_for != key:
            from guide.view.rows import widths

            self._laid_for, self._laid = key, widths(self._columns, room - self.signed - 2)
        return self._laid

    def _marked(self, text: str, style: Style) -> list[Segment]:
        spans = self._spans(text)
        if not spans:
            return [Segment(text, style)]
        match = style + self.role(roles.MATCH)
        segments, at = [], 0
        for start, end in spans:
            segments += [Segment(text[at:start], style), Segment(text[start:end], match)]
            at = end
        return [*segments, Segment(text[at:], style)]

    def move(self, to: int) -> None:
        """Puts the cursor on a row, as far as there are any, and shows it."""
        to = max(min(to, len(self.refs) - 1), 0)
        if to == self.cursor or not self.refs:
            return
        before, self.cursor = self.cursor, to
        top = self.top
        self.show_line(to + 1)
        if to + 1 <= self.top:  # the titles cover the uppermost line
            self.show_from(to)
        if top == self.top:
            self.repaint(before + 1, to + 1)
        self.post_message(self.Moved(self.current, by_hand=True))

    def page(self) -> int:
        """How many rows a page moves."""
        return max(self.size.height - 2, 1)

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A click puts the cursor there; a click where it is already opens the thing."""
        event.stop()
        if number == self.top:
            self.post_message(self.Titled())
            return
        if number - 1 == self.cursor:
            self.post_message(self.Opened())
        else:
            self.move(number - 1)
