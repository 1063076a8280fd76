"""The catalogue on the disk: how it stands to what is shown, what is wrong with a newer one, and what is to be done."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.app import ComposeResult

from guide.catalogue.watch import Standing
from guide.i18n import N_
from guide.text import clean, width
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.card_view import CardView
from guide.view.freshness import told

_EDGES = 2
"""Cells beside what stands in the lower edge of the frame."""

_TAKE, _KEEP, _HIDE, _BACK = (
    N_("Enter: show the new one"),
    N_("Del: keep the old one"),
    N_("Enter: put the line away"),
    N_("Esc: back"),
)

_BRIEF = {_TAKE: N_("Enter: new one"), _KEEP: N_("Del: old one"), _HIDE: N_("Enter: put it away")}
"""The same where there is little room."""


class FreshnessScreen(Overlay[None]):
    """What is known of it; Enter shows what is held, Del keeps what is shown."""

    def compose(self) -> ComposeResult:
        """The card."""
        yield CardView(id="help")

    def on_mount(self) -> None:
        """Fills it."""
        self.show_freshness()
        self.query_one(CardView).focus()

    def show_freshness(self) -> None:
        """Says how it stands now."""
        guide, view = self.guide, self.query_one(CardView)
        fresh, world = guide.renewing.fresh, guide.world
        if fresh is None or world is None:
            return
        made = told(fresh, world.catalogue, clean(str(world.path)), self.tongue)
        view.border_title = Text(made.title)
        view.show(made)
        self._show_keys()

    async def on_resize(self, _: events.Resize) -> None:
        """The keys are said in what room there is."""
        self._show_keys()

    def _show_keys(self) -> None:
        view = self.query_one(CardView)
        said = " · ".join(map(self.tongue.t, self._keys))
        if width(said) > view.size.width - _EDGES:
            said = " · ".join(self.tongue.t(_BRIEF.get(key, key)) for key in self._keys)
        view.border_subtitle = Text(said)

    @property
    def _keys(self) -> tuple[str, ...]:
        fresh = self.guide.renewing.fresh
        if self.guide.renewing.held is not None:
            kept = fresh is not None and fresh.standing is Standing.KEPT
            return (_TAKE, _BACK) if kept else (_TAKE, _KEEP, _BACK)
        return (_BACK,) if fresh is None or fresh.current or fresh.hidden else (_HIDE, _BACK)

    def take(self, key: str) -> bool:
        """Scrolls, or does what is to be done."""
        renewing, keys = self.guide.renewing, self._keys
        if self.query_one(CardView).moved_by(key):
            return True
        if key == "enter" and _TAKE in keys:
            renewing.answer(take=True)
        elif key == "delete" and _KEEP in keys:
            renewing.answer(take=False)
        elif key == "enter" and _HIDE in keys:
            renewing.hide()
        elif key not in ("alt+u", "alt+c"):
            return False
        self.dismiss(None)
        return True
