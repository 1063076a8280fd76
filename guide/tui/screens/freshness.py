"""The catalogue on the disk: how it stands to what is shown, what is wrong with a newer one, and what is to be done."""

from __future__ import annotations

from typing import NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.catalogue.watch import Standing
from guide.i18n import N_
from guide.text import clean
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.card_view import CardView
from guide.view import roles
from guide.view.freshness import told


class _Key(NamedTuple):
    key: str
    whole: str
    brief: str


_TAKE = _Key("enter", N_("Enter: show the new one"), N_("Enter: new one"))
_KEEP = _Key("delete", N_("Del: keep the old one"), N_("Del: old one"))
_HIDE = _Key("enter", N_("Enter: put the line away"), N_("Enter: put it away"))
_BACK = _Key("escape", N_("Esc: back"), N_("Esc: back"))


class FreshnessScreen(Overlay[None]):
    """What is known of it; Enter shows what is held, Del keeps what is shown."""

    def compose(self) -> ComposeResult:
        """The card, the keys."""
        with Vertical(id="fresh-box"):
            yield CardView(id="fresh-card")
            yield Bar(id="fresh-keys", gap=" ·")

    def on_mount(self) -> None:
        """Fills it."""
        self.show_freshness()
        self.query_one(CardView).focus()

    def show_freshness(self) -> None:
        """Says how it stands now."""
        guide = self.guide
        fresh, world = guide.renewing.fresh, guide.world
        if fresh is None or world is None:
            return
        made = told(fresh, world.catalogue, clean(str(world.path)), self.tongue)
        self.query_one("#fresh-box").border_title = Text(made.title)
        self.query_one(CardView).show(made)
        self.query_one("#fresh-keys", Bar).show(tuple(map(self._part, self._keys)))

    def _part(self, each: _Key) -> Part:
        whole, brief = (Text(" ").append(self.tongue.t(words), roles.QUIET) for words in (each.whole, each.brief))
        return Part(whole, each.key, brief=brief)

    @property
    def _keys(self) -> tuple[_Key, ...]:
        fresh = self.guide.renewing.fresh
        if self.guide.renewing.held is not None:
            kept = fresh is not None and fresh.standing is Standing.KEPT
            return (_TAKE, _BACK) if kept else (_TAKE, _KEEP, _BACK)
        return (_BACK,) if fresh is None or fresh.current or fresh.hidden else (_HIDE, _BACK)

    @on(Bar.Chosen)
    def _bar_chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        if message.action == "escape":
            self.go_back()
        else:
            self.take(message.action)

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
