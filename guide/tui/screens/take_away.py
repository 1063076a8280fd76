"""What is taken away: chosen what and how, made beside the event loop, put where downloads go, or shown as QR codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.errors import GuideError
from guide.i18n import N_
from guide.text import clean, one_line
from guide.tui import taking
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.desk_view import DeskView
from guide.tui.widgets.pick_list import Entry, PickList
from guide.view import roles
from guide.view.blocks import styled, wrap

if TYPE_CHECKING:
    from guide.catalogue.model import Catalogue, Ref
    from guide.exchange.selection import Selection
    from guide.visit.state import Visit

_NOTHING = {
    taking.VISIT: N_("Nothing is marked or planned yet."),
    taking.FAVOURITES: N_("Nothing is a favourite yet."),
    taking.THING: N_("No card is shown."),
}


WIDTH = 76
"""Cells of the box at most, as its style says."""


class TakeAwayScreen(Overlay[None]):
    """Left and Right choose what, Up and Down how, Enter does it."""

    def __init__(self, catalogue: Catalogue, visit: Visit, ref: Ref | None) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._visit = visit
        self._ref = ref if ref is not None and ref.kind != "fair" else None
        self._what = next((what for what in taking.WHAT if self._selected(what)), taking.VISIT)

    def compose(self) -> ComposeResult:
        """What is taken, how, and what came of it."""
        with Vertical(id="take-away"):
            yield Bar(id="take-what", gap="")
            yield PickList(id="take-how")
            yield DeskView(id="take-done")
            yield Bar(id="take-keys", gap="  ")

    def on_mount(self) -> None:
        """Lists the ways."""
        self.query_one("#take-away").border_title = Text(self.tongue.t("Take it away"))
        entries = [Entry(self.tongue.t("QR code on the screen"), "", "qr")]
        self._ways = taking.ways()
        entries += [Entry(self.tongue.t(way.about), f".{way.suffix}", str(at)) for at, way in enumerate(self._ways)]
        ways = self.query_one(PickList)
        ways.show(entries)
        ways.styles.height = len(entries)
        self._show()
        self._say(
            self.tongue.t("To bring a visit in, paste the text of its QR codes or its JSON anywhere."), roles.QUIET
        )

    def _selected(self, what: str) -> Selection:
        return taking.selected(what, self._catalogue, self._visit, self._ref, self.tongue)

    def _show(self) -> None:
        t = self.tongue.t
        left = Part(styled(" ← ", roles.ACCENT), "left")
        right = Part(styled(" → ", roles.ACCENT), "right")
        self.query_one("#take-what", Bar).show((left, Part(styled(t(taking.WHAT[self._what]), "bold")), right))
        keys = (("Enter", t("take it")), ("← →", t("what")), ("Esc", t("back")))
        parts = tuple(Part(Text().append(f" {key} ", roles.ACCENT).append(words, roles.QUIET)) for key, words in keys)
        self.query_one("#take-keys", Bar).show(parts)

    def _say(self, words: str, role: str = roles.ACCENT) -> None:
        done = self.query_one("#take-done", DeskView)
        cells = max(min(self.app.size.width, WIDTH) - 6, 10)
        lines = wrap(styled(one_line(clean(words)), role), cells) if words else []
        done.styles.height = max(len(lines), 1)
        done.show(lambda cells, rows: lines)

    def take(self, key: str) -> bool:
        """Chooses, and does it."""
        ways = self.query_one(PickList)
        steps = {"up": -1, "down": 1, "pageup": -99, "pagedown": 99}
        if key in steps:
            ways.move(steps[key])
        elif key in ("left", "right"):
            whats = list(taking.WHAT)
            at = whats.index(self._what) + (1 if key == "right" else -1)
            self._what = whats[at % len(whats)]
            self._say("")
            self._show()
        elif key == "enter":
            self._do()
        elif key == "ctrl+x":
            self.dismiss(None)
        return True

    @on(Bar.Chosen)
    def _chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        if message.action:
            self.take(message.action)

    @on(PickList.Picked)
    def _picked(self) -> None:
        self._do()

    def _do(self) -> None:
        way = self.query_one(PickList).current
        selection = self._selected(self._what)
        if way is None or not selection:
            self._say(self.tongue.t(_NOTHING[self._what]), roles.WARN)
        elif way.action == "qr":
            from guide.tui.screens.qr import QrScreen

            self.app.push_screen(QrScreen(taking.sides(selection)))
        else:
            self._say(self.tongue.t("Making it…"))
            self._make(self._ways[int(way.action)], selection)

    @work(thread=True, exclusive=True, group="take-away", exit_on_error=False)
    def _make(self, way: taking.Way, selection: Selection) -> None:
        try:
            file, left_out = taking.saved(way, selection, taking.file_name(self._what, self._catalogue))
        except GuideError as error:
            said = self.tongue.t(error.message, **error.values)
            hint = self.tongue.t(error.hint, **error.values) if error.hint else ""
            self.app.call_from_thread(self._made, f"{said} {hint}".strip(), roles.WARN)
        else:
            said = " ".join((self.tongue.t("Written: {file}", file=clean(str(file))), *left_out))
            self.app.call_from_thread(self._made, said, roles.ACCENT)

    def _made(self, words: str, role: str) -> None:
        if self.is_attached:
            self._say(words, role)
        else:
            self.guide.main.tell(words)
