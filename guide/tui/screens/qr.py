"""QR codes over the whole screen, one at a time, with what they hold in plain text beside or beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, work
from textual.app import ComposeResult

from guide.errors import GuideError
from guide.text import cut, width
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.desk_view import DeskView
from guide.view import roles
from guide.view.blocks import styled, wrap

if TYPE_CHECKING:
    from guide.exchange.qr import Code

_LEAST_BESIDE = 24  # cells in which a text beside a code can be read

_FRAME = (2, 2)  # columns and rows that are not the code's: margins, the title, the keys


@dataclass(frozen=True, slots=True)
class Side:
    """One way to say the same: ``title`` names it, ``codes`` gives the codes for a room in cells and rows.

    ``text`` says what they hold, to be read by people. Both are called beside the event loop.
    """

    title: str
    codes: Callable[[int, int], Sequence[Code]]
    text: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A side as it is shown: its codes as lines, and the text; ``wrong`` says why there are none."""

    codes: tuple[tuple[Text, ...], ...] = ()
    text: str = ""
    wrong: str = ""


class QrScreen(Overlay[None]):
    """Shows the codes; arrows go through them, Tab through the sides."""

    def __init__(self, sides: Sequence[Side]) -> None:
        super().__init__()
        self._sides = tuple(sides)
        self._side = 0
        self._code = 0
        self._drawn: Drawn | None = None

    def compose(self) -> ComposeResult:
        """The code and the keys."""
        yield DeskView(id="qr-view")
        yield Bar(id="qr-keys", gap="  ")

    async def on_resize(self, _: events.Resize) -> None:
        """A room of another size takes other codes."""
        self._draw_again()

    def take(self, key: str) -> bool:
        """Goes on to another code or side."""
        count = max(len(self._drawn.codes), 1) if self._drawn else 1
        if key in ("right", "down", "space", "pagedown", "enter"):
            self._code = (self._code + 1) % count
            self._show()
        elif key in ("left", "up", "pageup"):
            self._code = (self._code - 1) % count
            self._show()
        elif key in ("tab", "shift+tab"):
            self._side = (self._side + (1 if key == "tab" else -1)) % len(self._sides)
            self._code = 0
            self._draw_again()
        elif key == "f6":
            self.dismiss(None)
        return True

    def _draw_again(self) -> None:
        self._drawn = None
        self._show()
        self._draw(self._sides[self._side], *self.app.size)

    @work(thread=True, exclusive=True, group="qr", exit_on_error=False)
    def _draw(self, side: Side, columns: int, rows: int) -> None:
        try:
            codes = side.codes(columns - _FRAME[0], rows - _FRAME[1])
            drawn = Drawn(tuple(code.lines for code in codes), side.text())
        except GuideError as error:
            wrong = self.tongue.t(error.message, **error.values)
            hint = self.tongue.t(error.hint, **error.values) if error.hint else ""
            drawn = Drawn(text=side.text(), wrong=f"{wrong} {hint}".strip())
        self.app.call_from_thread(self._take_drawn, side, drawn)

    def _take_drawn(self, side: Side, drawn: Drawn) -> None:
        if self.is_attached and side is self._sides[self._side]:
            self._drawn = drawn
            self._code = min(self._code, max(len(drawn.codes) - 1, 0))
            self._show()

    def _show(self) -> None:
        side, drawn = self._sides[self._side], self._drawn or Drawn()
        code = drawn.codes[self._code] if drawn.codes else ()

        def laid(cells: int, rows: int) -> Sequence[Text]:
            wide = max((line.cell_len for line in code), default=0)
            head = [styled(cut(self._title(side, drawn), cells), roles.TITLE)]
            head += wrap(styled(drawn.wrong, roles.WARN), cells) if drawn.wrong else []
            if code and cells - wide - 3 >= _LEAST_BESIDE:
                beside = wrap(Text(drawn.text), cells - wide - 3)[: rows - len(head)]
                lines = []
                for at in range(max(len(code), len(beside))):
                    line = code[at].copy() if at < len(code) else Text(" " * wide)
                    if at < len(beside):
                        line.append(" " * (wide - line.cell_len + 3)).append_text(beside[at])
                    lines.append(line)
                return [*head, *lines]
            under = wrap(Text(drawn.text), cells)[: max(rows - len(head) - len(code), 0)]
            return [*head, *code, *under]

        self.query_one("#qr-view", DeskView).show(laid)
        self._show_keys(len(drawn.codes))

    def _title(self, side: Side, drawn: Drawn) -> str:
        count = len(drawn.codes)
        if count < 2:
            return side.title
        t = self.tongue.t
        return t("{title} · code {number} of {count}", title=side.title, number=self._code + 1, count=count)

    def _show_keys(self, count: int) -> None:
        t = self.tongue.t
        parts = [("Esc", t("back"))]
        if count > 1:
            parts.insert(0, ("← →", t("the other codes")))
        if len(self._sides) > 1:
            parts.append(("Tab", self._sides[(self._side + 1) % len(self._sides)].title))
        shown, room = [], self.app.size.width - 2
        for key, words in parts:
            text = Text().append(f" {key} ", roles.ACCENT).append(words, roles.QUIET)
            if width(text.plain) <= room:
                shown.append(Part(text))
                room -= width(text.plain) + 2
        self.query_one("#qr-keys", Bar).show(tuple(shown))
