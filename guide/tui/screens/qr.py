"""QR codes over the whole screen, one at a time, with what they hold in plain text beside or beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.app import ComposeResult

from guide.text import cut, width
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.desk_view import DeskView
from guide.view import roles
from guide.view.blocks import styled, wrap

_LEAST_BESIDE = 24  # cells in which a text beside a code can be read


@dataclass(frozen=True, slots=True)
class Side:
    """One way to say the same: ``title`` is its name, ``codes`` gives for a room in cells and rows the drawn codes.

    ``text`` is what they hold, to be read by people.
    """

    title: str
    codes: Callable[[int, int], Sequence[Sequence[Text]]]
    text: str


class QrScreen(Overlay[None]):
    """Shows the codes; arrows go through them, Tab through the sides."""

    def __init__(self, sides: Sequence[Side]) -> None:
        super().__init__()
        self._sides = tuple(sides)
        self._side = 0
        self._code = 0
        self._count = 1

    def compose(self) -> ComposeResult:
        """The code and the keys."""
        yield DeskView(id="qr-view")
        yield Bar(id="qr-keys", gap="  ")

    def on_mount(self) -> None:
        """Draws the first code."""
        self._show()

    def on_resize(self, _: events.Resize) -> None:
        """A room of another size takes other codes."""
        self._show()

    def take(self, key: str) -> bool:
        """Goes on to another code or side."""
        if key in ("right", "down", "space", "pagedown", "enter"):
            self._code = (self._code + 1) % self._count
        elif key in ("left", "up", "pageup"):
            self._code = (self._code - 1) % self._count
        elif key in ("tab", "shift+tab"):
            self._side = (self._side + (1 if key == "tab" else -1)) % len(self._sides)
            self._code = 0
        elif key == "f6":
            self.dismiss(None)
            return True
        else:
            return key != "ctrl+c"
        self._show()
        return True

    def _show(self) -> None:
        side = self._sides[self._side]
        size = self.app.size
        codes = side.codes(size.width - 2, size.height - 2)
        self._count = max(len(codes), 1)
        self._code = min(self._code, self._count - 1)
        code = codes[self._code] if codes else ()

        def laid(cells: int, rows: int) -> Sequence[Text]:
            wide = max((line.cell_len for line in code), default=0)
            head = [styled(cut(self._title(side), cells), roles.TITLE)]
            if cells - wide - 3 >= _LEAST_BESIDE:
                beside = wrap(Text(side.text), cells - wide - 3)[: rows - 1]
                tall = max(len(code), len(beside))
                lines = []
                for at in range(tall):
                    line = code[at].copy() if at < len(code) else Text(" " * wide)
                    if at < len(beside):
                        line.append(" " * (wide - line.cell_len + 3)).append_text(beside[at])
                    lines.append(line)
                return [*head, *lines]
            under = wrap(Text(side.text), cells)[: max(rows - 1 - len(code), 0)]
            return [*head, *code, *under]

        self.query_one("#qr-view", DeskView).show(laid)
        self._show_keys(side)

    def _title(self, side: Side) -> str:
        if self._count < 2:
            return side.title
        return self.tongue.t("{title} · code {number} of {count}", title=side.title, number=self._code + 1,
                             count=self._count)  # fmt: skip

    def _show_keys(self, side: Side) -> None:
        t = self.tongue.t
        parts = [("Esc", t("back"))]
        if self._count > 1:
            parts.insert(0, ("← →", t("the other codes")))
        if len(self._sides) > 1:
            other = self._sides[(self._side + 1) % len(self._sides)]
            parts.append(("Tab", other.title))
        shown, room = [], self.app.size.width - 2
        for key, words in parts:
            text = Text().append(f" {key} ", roles.ACCENT).append(words, roles.QUIET)
            if width(text.plain) <= room:
                shown.append(Part(text))
                room -= width(text.plain) + 2
        self.query_one("#qr-keys", Bar).show(tuple(shown))
