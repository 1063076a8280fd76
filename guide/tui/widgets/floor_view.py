"""The drawn plan on the screen: lines of the last frame, painted as they are; the mouse moves and picks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.tui.drawings import DrawnPane
from guide.tui.widgets.bar import Bar

if TYPE_CHECKING:
    from collections.abc import Callable

    Rows = tuple[tuple[tuple[str, str], ...], ...]
    """Lines of pieces, each a text and its role."""


class FloorView(Widget, can_focus=True):
    """Paints frames; a frame is drawn once for all that changed since the last painting."""

    DEFAULT_CSS = "FloorView { height: 1fr; }"

    class Zoomed(Message):
        """The wheel was turned over a cell: nearer by so many steps, further off by negative ones."""

        def __init__(self, steps: int, column: int, row: int) -> None:
            super().__init__()
            self.steps, self.column, self.row = steps, column, row

    class Panned(Message):
        """The view was dragged, or moved by the wheel, by so many cells."""

        def __init__(self, columns: float, rows: float) -> None:
            super().__init__()
            self.columns, self.rows = columns, rows

    class Pressed(Message):
        """A cell was clicked."""

        def __init__(self, column: int, row: int) -> None:
            super().__init__()
            self.column, self.row = column, row

    def __init__(self, draw: Callable[[int, int], Rows | None], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._draw = draw
        self._rows: Rows = ()
        self._waits = False  # a frame is to be drawn
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        self._held: tuple[float, float] | None = None  # where the mouse was last while a button is held
        self._dragged = False

    def show(self) -> None:
        """Draws a frame, in turns of the loop of its own, and paints what is another than in the one before."""
        if not self._waits:
            self._waits = True
            self.call_later(self._take_frame)

    def on_resize(self) -> None:
        """Another room takes another frame."""
        self.show()

    async def _take_frame(self) -> None:
        self._waits = False
        rows = None
        while rows is None:
            if not self.size.area:
                return
            rows = self._draw(*self.size)
            await asyncio.sleep(0)  # what is posted to oneself is done in the same turn of the loop
        before = self._rows
        if rows is before:
            return
        self._rows = rows
        others = [y for y, row in enumerate(rows) if y >= len(before) or before[y] != row]
        for y in others:
            self._strips.pop(y, None)
        if len(before) != len(rows):
            self._strips.clear()
        self._keep_base()
        for y in others:
            self._strip(y)  # beforehand, since painting has the list to do as well
        await asyncio.sleep(0)
        if len(before) != len(rows) or len(others) > len(rows) // 2:
            self.refresh()
        elif others:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in others))

    def _keep_base(self) -> None:
        base = self.rich_style
        if base != self._styles.get(""):
            self._strips.clear()
            self._styles = {"": base}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paints some lines; what they lie on is asked once for all of them."""
        self._keep_base()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Paints one line."""
        return self._strip(y)

    def _strip(self, y: int) -> Strip:
        rows, base = self._rows, self._styles[""]
        if y >= len(rows):
            return Strip.blank(self.size.width, base)
        strip = self._strips.get(y)
        if strip is None or strip.cell_length != self.size.width:
            pieces = [Segment(text, self._style(role)) for text, role in rows[y]]
            strip = self._strips[y] = Strip(pieces).adjust_cell_length(self.size.width, base)
        return strip

    def _style(self, role: str) -> Style:
        style = self._styles.get(role)
        if style is None:
            style = self._styles[role] = self._styles[""] + self.app.console.get_style(role, default="")
        return style

    # The mouse.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A button held begins to drag."""
        self._held, self._dragged = (event.screen_x, event.screen_y), False
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The plan goes with the mouse while a button is held."""
        if self._held is not None:
            x, y = self._held[0] - event.screen_x, self._held[1] - event.screen_y
            if x or y:
                self._held, self._dragged = (event.screen_x, event.screen_y), True
                self.post_message(self.Panned(x, y))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A button let go where it was pressed is a click."""
        held, self._held = self._held, None
        self.release_mouse()
        at = event.get_content_offset(self)
        if held is not None and not self._dragged and at is not None:
            self.post_message(self.Pressed(at.x, at.y))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel comes nearer; with Shift it moves the view up."""
        self._wheel(event, 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes further off; with Shift it moves the view down."""
        self._wheel(event, -1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """A wheel to the side moves the view."""
        event.stop()
        self.post_message(self.Panned(-4, 0))

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """A wheel to the side moves the view."""
        event.stop()
        self.post_message(self.Panned(4, 0))

    def _wheel(self, event: events.MouseEvent, steps: int) -> None:
        event.stop()
        at = event.get_content_offset(self)
        if event.shift:
            self.post_message(self.Panned(0, -2 * steps))
        elif at is not None:
            self.post_message(self.Zoomed(steps, at.x, at.y))


class Looked(Protocol):
    """What a pane shows and what it hands the mouse on to."""

    def draw(self, columns: int, rows: int) -> Rows | None:
        """The lines of a view of that size; None where half of the work is done and the rest takes another turn."""

    def zoom(self, steps: float, cell: tuple[int, int] | None = None) -> None:
        """Nearer or further off; what is in a cell stays there."""

    def pan(self, columns: float, rows: float) -> None:
        """Moves the view by so many cells."""

    def press(self, column: int, row: int) -> None:
        """A click on a cell."""


class Halls(Looked, Protocol):
    """What a pane with halls to choose from shows."""

    def go_to(self, sheet: str) -> None:
        """Another hall was chosen."""


class MousePane(DrawnPane):
    """A pane with a drawing that hands the mouse on to what is looked at in it."""

    def __init__(self, looked: Looked, *children: Widget, id: str) -> None:  # noqa: A002 - Textual's own name
        self._looked = looked
        super().__init__(*children, id=id)

    @on(FloorView.Zoomed)
    def _zoomed(self, message: FloorView.Zoomed) -> None:
        message.stop()
        self._looked.zoom(message.steps, (message.column, message.row))

    @on(FloorView.Panned)
    def _panned(self, message: FloorView.Panned) -> None:
        message.stop()
        self._looked.pan(message.columns, message.rows)

    @on(FloorView.Pressed)
    def _pressed(self, message: FloorView.Pressed) -> None:
        message.stop()
        self._looked.press(message.column, message.row)


class FloorPane(MousePane):
    """The halls to choose from, the drawing, and a line that says what is under the cursor."""

    def __init__(self, looked: Halls, *, id: str) -> None:  # noqa: A002 - Textual's own name
        self._halls = looked
        self.halls = Bar(id=f"{id}-halls", gap="")
        self.view = FloorView(looked.draw, id=f"{id}-view")
        self.under = Bar(id=f"{id}-under", gap=" ", right_yields=True)
        super().__init__(looked, self.halls, self.view, self.under, id=id)

    @on(Bar.Chosen)
    def _chosen(self, message: Bar.Chosen) -> None:
        what, _, sheet = message.action.partition(":")
        if what == "sheet":
            message.stop()
            self._halls.go_to(sheet)
