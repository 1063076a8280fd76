"""The base of everything that scrolls: lines painted on demand, a scrollbar, keys and wheel."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from guide.view import roles

Pieces = list[Segment]


def on_cursor(pieces: Pieces, cursor: Style) -> Pieces:
    """The pieces as they look under the cursor."""
    return [Segment(piece.text, piece.style + cursor if piece.style else cursor) for piece in pieces]


class Lines(Widget, can_focus=True):
    """A view on lines that its child class makes one by one; only those on the screen are made.

    Textual's own lists take 0.4 ms a row to fill, this one nothing: 100,000 rows cost what 30 do.
    """

    DEFAULT_CSS = "Lines { height: 1fr; }"

    top = 0
    """The number of the uppermost line shown."""

    _base = Style.null()

    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def make(self, number: int, width: int) -> Pieces:
        """The line of that number as styled pieces, best of exactly so many cells; it is cut or filled to them."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """The cells left for a line beside the scrollbar."""
        return max(self.size.width - (1 if self.count() > self.size.height else 0), 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paints some lines; what is the same for all of them is looked up once."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Paints one line of the screen."""
        number, count, room, width = self.top + y, self.count(), self.room, self.size.width
        base = self._base
        pieces = self.make(number, room) if number < count else [Segment(" " * room)]
        if (length := sum(cell_len(piece.text) for piece in pieces)) != room:
            pieces = (
                Segment.adjust_line_length(pieces, room) if length > room else [*pieces, Segment(" " * (room - length))]
            )
        line = [Segment(piece.text, base + piece.style if piece.style else base) for piece in pieces]
        if room < width:
            line.append(Segment(*self._scrollbar(y, self.size.height, count)))
        return Strip(line, width)

    def _scrollbar(self, y: int, height: int, count: int) -> tuple[str, Style]:
        size = max(height * height // count, 1)
        start = round((height - size) * self.top / max(count - height, 1))
        inside = start <= y < start + size
        return "█" if inside else "│", self._base + self.role(roles.TRACK)

    def role(self, name: str) -> Style:
        """The style of a role under the present theme."""
        return self.app.console.get_style(name, default="")

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
        at = event.get_content_offset(self)
        if at is None:
            return
        if at.x >= self.room:
            event.stop()
            self.show_from(round(self.count() * at.y / max(self.size.height, 1)) - self.size.height // 2)
        elif self.top + at.y < self.count():
            self.pressed(self.top + at.y, event)

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A press of the mouse on a line."""
