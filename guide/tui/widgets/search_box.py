"""The one search box: what is typed, and at its right how it was read and what it found."""

from textual import events
from textual.message import Message
from textual.widgets import Input

from guide.text import clean, one_line

LONGEST = 200
"""Characters that a query may have; a pasted page is cut."""


class SearchBox(Input):
    """An input that takes nothing that could steer a terminal."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, max_length=LONGEST, select_on_focus=False, compact=True)

    class Pasted(Message):
        """Something was pasted that may be more than a query: the text as it came."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class CursorMoved(Message):
        """The cursor is at another place, or something else is selected."""

    def watch_selection(self) -> None:
        """Says that the cursor has moved."""
        self.post_message(self.CursorMoved())

    def put(self, letter: str) -> None:
        """Puts a letter where the cursor is, at once: keys may come faster than messages are handled."""
        self.replace(letter, *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Cleans what is typed or pasted, and cuts it to what the box holds."""
        kept = clean(text).replace("\n", " ").replace("\t", " ")
        room = LONGEST - (len(self.value) - abs(end - start))
        super().replace(kept[: max(room, 0)], start, end)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted(event.text))
        text = one_line(clean(event.text))
        if text:
            self.replace(text, *self.selection)
