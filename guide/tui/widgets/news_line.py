"""The line that says how much changed since one last looked; not there while nothing did."""

from guide.tui.widgets.bar import Bar, Part


class NewsLine(Bar):
    """One line, which a click opens the list of; what is said of it is worked out elsewhere."""

    DEFAULT_CSS = "NewsLine { display: none; } NewsLine.-on { display: block; }"

    def say(self, parts: tuple[Part, ...]) -> None:
        """Says this, or goes away where there is nothing to say."""
        self.show(parts)
        if bool(parts) != self.has_class("-on"):
            self.set_class(bool(parts), "-on")
            self.screen.set_class(bool(parts), "-news")
