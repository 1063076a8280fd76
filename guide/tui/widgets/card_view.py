"""The card: laid out for its width, scrolled, its links marked and followed by keys or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message

from guide.tui.widgets.lines import Lines, Pieces, on_cursor
from guide.view import roles
from guide.view.roles import GO, OPEN

if TYPE_CHECKING:
    from guide.catalogue.model import Ref
    from guide.view.blocks import Card


class _Link(NamedTuple):
    line: int
    start: int  # in characters of the line
    end: int
    ref: Ref | None
    url: str


class CardView(Lines):
    """Shows one card."""

    class Followed(Message):
        """A link to another card."""

        def __init__(self, ref: Ref) -> None:
            super().__init__()
            self.ref = ref

    class Outside(Message):
        """A link that leaves the guide."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.card: Card | None = None
        self._rows: list[Pieces] = []
        self._links: list[_Link] = []
        self._words: tuple[str, ...] = ()
        self._marked = -1
        self._laid_for: tuple[Card | None, int, str] | None = None

    def show(self, card: Card | None, *, top: int = 0, marked: int = -1) -> None:
        """Shows a card from a line on, with one of its links marked (-1: none)."""
        self.card, self.top, self._marked = card, top, marked
        self._lay_out_again()

    def mark(self, words: tuple[str, ...]) -> None:
        """Marks what a query's words met, until other words are given."""
        if words != self._words:
            self._words = words
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        self._laid_for = None
        if self.size.width:
            self.count()  # now, so that laying out and painting are two short turns of the loop, not a long one
        self.refresh()

    @property
    def position(self) -> tuple[int, int]:
        """The line uppermost and the link marked, to come back to."""
        return self.top, self._marked

    def count(self) -> int:
        """The lines of the card at its present width."""
        width = max(self.size.width - 3, 8)
        key = (self.card, width, self.app.theme)
        if self._laid_for != key:
            self._laid_for = key
            self._lay_out(width)
        return len(self._rows)

    def _lay_out(self, width: int) -> None:
        self._rows, self._links = [], []
        if self.card is None:
            return
        from guide.view.marks import marks

        for number, text in enumerate(self.card.lines(width)):
            for start, end in marks(text.plain, self._words):
                text.stylize(roles.MATCH, start, end)
            segments = list(text.render(self.app.console, end=""))
            self._rows.append([Segment(" "), *segments])
            at, previous = 0, None
            for segment in segments:
                meta = segment.style.meta if segment.style else {}
                ref, url = meta.get(GO), meta.get(OPEN, "")
                end = at + len(segment.text)
                if ref or url:
                    last = self._links[-1] if self._links else None
                    # A link broken over two lines, or styled in pieces, is one link.
                    if last is not None and previous == (ref, url) and last.line == number and last.end == at:
                        self._links[-1] = _Link(number, last.start, end, ref, url)
                    else:
                        self._links.append(_Link(number, at, end, ref, url))
                previous = (ref, url)
                at = end
        if self._marked >= len(self._links):
            self._marked = -1

    def make(self, number: int, width: int) -> Pieces:
        """A line of the card, its marked link reversed."""
        row = self._rows[number]
        if 0 <= self._marked < len(self._links) and self.has_focus:
            link = self._links[self._marked]
            if link.line == number:
                return self._with_mark(row, link)
        return row

    def _with_mark(self, row: Pieces, link: _Link) -> Pieces:
        pieces, at, cursor = [], -1, self.role(roles.CURSOR)  # the row begins with a space of its own
        for piece in row:
            end = at + len(piece.text)
            inside = link.start <= at and end <= link.end and piece.text
            pieces += on_cursor([piece], cursor) if inside else [piece]
            at = end
        return pieces

    def on_focus(self) -> None:
        """Marks the first link in sight."""
        self.count()
        if self._marked < 0 and self._links:
            seen = [at for at, link in enumerate(self._links) if self._on_screen(link)]
            self._marked = seen[0] if seen else -1
        self.refresh()

    def on_blur(self) -> None:
        """The mark shows only while the card has the focus."""
        self.refresh()

    def _on_screen(self, link: _Link) -> bool:
        return self.top <= link.line < self.top + self.size.height

    def step(self, direction: int) -> None:
        """Marks the next link that way if it is in sight or near, else scrolls on."""
        self.count()
        at = self._marked + direction
        if self._marked < 0 or not self._on_screen(self._links[self._marked]):
            seen = [i for i, link in enumerate(self._links) if self._on_screen(link)]
            at = (seen[0] if direction > 0 else seen[-1]) if seen else -1
        near = self.top - 2, self.top + self.size.height + 2
        if 0 <= at < len(self._links) and near[0] <= self._links[at].line < near[1]:
            self._marked = at
            self.show_line(self._links[at].line)
            self.refresh()
        else:
            self.scroll_lines(direction)
            if self._marked >= 0 and not self._on_screen(self._links[self._marked]):
                self._marked = -1  # what cannot be seen is not followed
                self.refresh()

    def moved_by(self, key: str) -> bool:
        """Scrolls or steps to the next link, where a key means that: arrows, pages, the space bar, Home and End."""
        page = max(self.size.height - 2, 1)
        pages = {"pageup": -page, "pagedown": page, "space": page, "home": -self.count(), "end": self.count()}
        if key in pages:
            self.scroll_lines(pages[key])
        elif key in ("up", "left", "down", "right"):
            self.step(1 if key in ("down", "right") else -1)
        else:
            return False
        return True

    @property
    def marked_ref(self) -> Ref | None:
        """Where the marked link leads."""
        return self._links[self._marked].ref if 0 <= self._marked < len(self._links) else None

    def follow(self) -> None:
        """Follows the marked link."""
        if 0 <= self._marked < len(self._links) and self._on_screen(self._links[self._marked]):
            self._go(self._links[self._marked])

    def _go(self, link: _Link) -> None:
        if link.ref is not None:
            self.post_message(self.Followed(link.ref))
        elif link.url:
            self.post_message(self.Outside(link.url))

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A click on a link follows it."""
        meta = event.style.meta
        if GO in meta:
            event.stop()
            self.post_message(self.Followed(meta[GO]))
        elif OPEN in meta:
            event.stop()
            self.post_message(self.Outside(meta[OPEN]))
