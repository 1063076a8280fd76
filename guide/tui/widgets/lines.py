"""The base of everything that scrolls: lines painted on demand, a scrollbar, keys and wheel."""

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from guide.view import roles


class Lines(Widget, can_focus=True):
    """A view on lines that its child class makes one by one; only those on the screen are made.

    Textual's own lists take 0.4 ms a row to fill, this one nothing: 100,000 rows cost what 30 do.
    """

    DEFAULT_CSS = "Lines { height: 1fr; }"

    top = 0
    """The number of the uppermost line shown."""

    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def make(self, number: int, width: int) -> Strip:
        """The line of that number, exactly so many cells wide."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """The cells left for a line beside the scrollbar."""
        return max(self.size.width - (1 if self.count() > self.size.height else 0), 1)

    def render_line(self, y: int) -> Strip:
        """Paints one line of the screen."""
        height, count, room = self.size.height, self.count(), self.room
        base = self.rich_style
        number = self.top + y
        strip = self.make(number, room) if number < count else Strip.blank(room, base)
        strip = strip.apply_style(base)
        if room < self.size.width:
            strip = Strip([*strip, self._scrollbar(y, height, count)], room + 1).apply_style(base)
        return strip

    def _scrollbar(self, y: int, height: int, count: int) -> Segment:
        size = max(height * height // count, 1)
        start = round((height - size) * self.top / max(count - height, 1))
        inside = start <= y < start + size
        return Segment("█" if inside else "│", self.role(roles.TRACK))

    def role(self, name: str) -> Style:
        """The style of a role under the present theme."""
        return self.app.console.get_style(name, default="")

    def strip(self, text: Text, width: int) -> Strip:
        """A line of styled text as a strip of so many cells."""
        segments = list(text.render(self.app.console, end=""))
        return Strip(segments).adjust_cell_length(width)

    def scroll_lines(self, lines: int) -> None:
        """Moves the view by so many lines, as far as there are any."""
        self.show_from(self.top + lines)

    def show_from(self, top: int) -> None:
        """Puts that line uppermost, as far as the lines reach."""
        top = max(min(top, self.count() - self.size.height), 0)
        if top != self.top:
            self.top = top
            self.refresh()

    def show_line(self, number: int) -> None:
        """Moves the view no further than needed to show a line."""
        height = max(self.size.height, 1)
        if number < self.top:
            self.show_from(number)
        elif number >= self.top + height:
            self.show_from(number - height + 1)

    def repaint(self, *numbers: int) -> None:
        """Paints some lines again, if they are on the screen."""
        for number in numbers:
            y = number - self.top
            if 0 <= y < self.size.height:
                self.refresh(Region(0, y, self.size.width, 1))

    def on_resize(self) -> None:
        """Keeps the view within the lines."""
        self.top = max(min(self.top, self.count() - self.size.height), 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves three lines."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves three lines."""
        event.stop()
        self.scroll_lines(-3)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press on the scrollbar goes there; on a line it is the child class's business."""
        if event.x >= self.room:
            event.stop()
            self.show_from(round(self.count() * event.y / max(self.size.height, 1)) - self.size.height // 2)
        elif self.top + event.y < self.count():
            self.pressed(self.top + event.y, event)

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A press of the mouse on a line."""
