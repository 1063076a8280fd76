"""The line above the keys: what is being done, or what was just done; not there while there is nothing to say."""

from rich.text import Text
from textual.timer import Timer

from guide.text import clean, one_line
from guide.tui.widgets.bar import Bar, Part
from guide.view import roles


class StatusLine(Bar):
    """Says something for a while, or until it is done."""

    DEFAULT_CSS = "StatusLine { display: none; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._timer: Timer | None = None

    def tell(self, words: str, seconds: float = 6.0) -> None:
        """Says something for so many seconds."""
        self._say(Text(f" {one_line(clean(words))}"))
        self._timer = self.set_timer(seconds, self.silence)

    def progress(self, words: str) -> None:
        """Says what is being done, until told otherwise."""
        self._say(Text().append(f" {words}", roles.ACCENT))

    def silence(self) -> None:
        """Says nothing."""
        self._say(None)

    def _say(self, text: Text | None) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.show((Part(text),) if text is not None else ())
        self.display = text is not None
