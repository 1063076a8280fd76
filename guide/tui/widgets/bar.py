"""One-line bars whose parts can be clicked: the headline, the tabs, the chips, the keys."""

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.text import width
from guide.view import roles


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar; ``action`` names what a click on it does (none: nothing)."""

    text: Text
    action: str = ""
    active: bool = False
    brief: Text | None = None
    """What stands there instead where the bar is too narrow for all."""


class Bar(Widget, can_focus=False):
    """Parts in a row: whole where they fit, brief where they do not, scrolled so that the active one shows.

    ``right`` stands at the right edge as far as there is room for it; it may yield to the parts.
    """

    DEFAULT_CSS = "Bar { height: 1; }"

    class Chosen(Message):
        """A part was clicked."""

        def __init__(self, bar: "Bar", action: str) -> None:
            super().__init__()
            self.bar = bar
            self.action = action

        @property
        def control(self) -> "Bar":
            """The bar."""
            return self.bar

    def __init__(self, *, id: str, gap: str = "  ", right_yields: bool = False) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self._gap = gap
        self._right_yields = right_yields
        self._parts: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()
        self._spans: list[tuple[int, int, str]] = []

    def show(self, parts: tuple[Part, ...], right: tuple[Part, ...] = ()) -> None:
        """Shows other parts."""
        if (parts, right) != (self._parts, self._right):
            self._parts, self._right = parts, right
            self.refresh()

    @property
    def text(self) -> str:
        """What the bar says, whole."""
        return self._gap.join(part.text.plain for part in (*self._parts, *self._right))

    def render_line(self, y: int) -> Strip:
        """Paints the bar."""
        room = self.size.width
        base = self.rich_style
        if y or not room:
            return Strip.blank(room, base)
        right, right_width = self._right, 0
        if right:
            right_width = self._length(right, brief=False) + 1
            if right_width > (room // 2 if self._parts else room):
                right_width = self._length(right, brief=True) + 1
        if self._right_yields and self._length(self._parts, brief=False) + 2 + right_width > room:
            right, right_width = (), 0
        left_room = room - right_width
        brief = self._length(self._parts, brief=False) > left_room
        segments: list[Segment] = []
        self._spans = []
        left = self._lay(self._parts, brief, 0, segments)
        shift = self._shift(left, left_room)
        strip = Strip(segments).crop(shift, shift + left_room).adjust_cell_length(left_room)
        self._spans = [(start - shift, end - shift, action) for start, end, action in self._spans]
        if shift:
            strip = Strip([Segment("‹"), *strip.crop(1)])
        if left - shift > left_room:
            strip = Strip([*strip.crop(0, left_room - 1), Segment("›")])
        if right_width and right_width <= room:
            more: list[Segment] = []
            self._lay(right, self._length(right, brief=False) + 1 > right_width, left_room, more)
            strip = Strip([*strip, *more]).adjust_cell_length(room)
        return strip.apply_style(base)

    def _length(self, parts: tuple[Part, ...], *, brief: bool) -> int:
        texts = [part.brief if brief and part.brief is not None else part.text for part in parts]
        return sum(text.cell_len for text in texts) + width(self._gap) * max(len([t for t in texts if t]) - 1, 0)

    def _lay(self, parts: tuple[Part, ...], brief: bool, at: int, segments: list[Segment]) -> int:
        for part in parts:
            text = part.brief if brief and part.brief is not None else part.text
            if not text:
                continue
            if segments:
                segments.append(Segment(self._gap))
                at += width(self._gap)
            extra = self.app.console.get_style(roles.ACTIVE, default="reverse") if part.active else Style.null()
            segments += [
                Segment(seg.text, (seg.style or Style.null()) + extra) for seg in text.render(self.app.console, end="")
            ]
            self._spans.append((at, at + text.cell_len, part.action))
            at += text.cell_len
        return at

    def _shift(self, length: int, room: int) -> int:
        if length <= room:
            return 0
        active = next(
            (span for span, part in zip(self._spans, [p for p in self._parts if p.text], strict=False) if part.active),
            None,
        )
        if active is None or active[1] <= room - 2:
            return 0
        return min(active[1] - room + 3, length - room)

    def on_click(self, event: events.Click) -> None:
        """Says which part was clicked."""
        for start, end, action in self._spans:
            if start <= event.x < end and action:
                event.stop()
                self.post_message(self.Chosen(self, action))
                return


class NoteBar(Bar):
    """A bar that lies on the lower edge of a frame and goes on as that edge where it says nothing.

    It keeps its size whatever it says: to lay the screen out anew would take longer than a search.
    """

    framed = True
    """Whether there is a frame; else the rest of the line is empty."""

    def render_line(self, y: int) -> Strip:
        """Paints what it says, then the edge."""
        strip = super().render_line(y)
        said = min(self._length(self._parts, brief=False), self.size.width)
        if not self.framed or said >= self.size.width:
            return strip
        edge = Segment("─" * (self.size.width - said), self.rich_style)
        return Strip([*strip.crop(0, said), edge])
