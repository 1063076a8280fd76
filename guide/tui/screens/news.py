"""What changed since one last looked, over the main screen or the desk: one's own first, the old beside the new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.catalogue.model import Ref
from guide.dates import now
from guide.i18n import C_
from guide.search.fold import fold, words
from guide.text import clean
from guide.tui.commands import key_of
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.news_list import NewsList
from guide.tui.widgets.search_box import SearchBox
from guide.view import roles
from guide.view.names import has_card
from guide.view.news import Told, finds, since_said

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing
    from guide.tui.compared import Compared
    from guide.tui.screens.desk import DeskScreen
    from guide.view.blocks import Card
    from guide.view.news import Item

COPIED_WIDTH = 78
"""Cells of the copied lines: they fit a letter."""

WIDTH = 120
"""Cells of the box at most, as its style says."""

_KEYS = (
    ("Esc", C_("keys", "back"), "escape"),
    ("Enter", C_("keys", "open"), "enter"),
    ("F5", C_("keys", "all seen"), "f5"),
    ("F11", C_("keys", "hall plan"), "f11"),
    ("F8", C_("keys", "copy"), "f8"),
)

CARD, PLAN = "card", "plan"
"""What is to be shown of a thing that was chosen."""


class NewsScreen(Overlay[tuple[str, Ref]]):
    """Typing finds, Enter opens; gives back what of which thing is to be shown.

    Who was at the end of the list, with nothing typed, has looked at all of it when they leave.
    """

    def __init__(self, compared: Compared) -> None:
        super().__init__()
        self._compared = compared
        self._told: Told | None = None
        self._shown: tuple[Item, ...] = ()
        self._at_end = False

    def compose(self) -> ComposeResult:
        """A box, the list, the keys."""
        with Vertical(id="news-box"):
            yield SearchBox(id="news-search")
            yield NewsList(id="news-list")
            yield Bar(id="news-keys", gap=" ")

    def on_mount(self) -> None:
        """Works out the words beside the loop, and lists them."""
        box = self.query_one(SearchBox)
        box.cursor_blink = False
        box.placeholder = self.tongue.t("Name, stand, hall…")
        box.focus()
        self.tell_news()

    @work(thread=True, exclusive=True, group="news", exit_on_error=False)
    def tell_news(self) -> None:
        """Tells what changed by now; the cursor stays on what it was on."""
        told = self._compared.in_words()
        self.app.call_from_thread(self._list_all, told)

    def _list_all(self, told: Told) -> None:
        if not self.is_attached:
            return
        self._told = told
        self._say_title()
        self._list(keep=True)
        self.call_after_refresh(self._look_at_end)

    def _say_title(self) -> None:
        t, told = self.tongue.t, self._told
        title = t("What changed")
        if told is not None and told.since is not None:
            since = since_said(told.since, now(self._compared.catalogue.fair.timezone), self.tongue)
            title = f"{title} {since}"
        self.query_one("#news-box").border_title = Text(title)

    def _list(self, *, keep: bool = False) -> None:
        if self._told is None:
            return
        asked = [fold(word) for word in words(self.query_one(SearchBox).value)]
        self._shown = tuple(item for item in self._told.items if finds(item, asked)) if asked else self._told.items
        t, listed = self.tongue.t, self.query_one(NewsList)
        empty = t("Nothing of this changed.") if asked else t("Nothing changed since you last looked.")
        listed.show(self._shown, self.tongue, empty, keep=keep)

    @on(SearchBox.Changed)
    def _typed(self, message: SearchBox.Changed) -> None:
        message.stop()
        self._list()

    async def on_resize(self, _: events.Resize) -> None:
        """The bottom line has what there is room for."""
        self._show_keys()
        self.call_after_refresh(self._look_at_end)

    def _show_keys(self) -> None:
        parts, room = [], min(self.app.size.width, WIDTH) - 4
        for key, said, action in _KEYS:
            if action == "f5" and not self._compared.unseen:
                continue
            text = Text().append(f" {key} ", roles.ACCENT).append(self.tongue.c("keys", said), roles.QUIET)
            if text.cell_len <= room:
                parts.append(Part(text, action))
                room -= text.cell_len + 1
        self.query_one("#news-keys", Bar).show(tuple(parts))

    def _look_at_end(self) -> None:
        if self._told is not None and not self.query_one(SearchBox).value:
            self._at_end = self._at_end or self.query_one(NewsList).at_end

    # Keys.

    def take(self, key: str) -> bool:
        """Moves, opens, shows the plan, copies, says that all was seen, or goes back."""
        listed = self.query_one(NewsList)
        if key in ("up", "down"):
            listed.move(-1 if key == "up" else 1)
        elif key in ("pageup", "pagedown"):
            listed.page(-1 if key == "pageup" else 1)
        elif key in ("ctrl+home", "ctrl+end"):
            listed.move(-1_000_000 if key == "ctrl+home" else 1_000_000)
        elif key == "enter":
            self._open()
        elif key in ("f11", "alt+p"):
            self._choose(PLAN)
        elif key in ("f8", "ctrl+c"):
            self._copy()
        elif key == "f5":
            self._at_end = True
            self.go_back()
        elif key in ("ctrl+e", "alt+e"):
            self.go_back()
        else:
            return False
        self._look_at_end()
        return True

    @on(Bar.Chosen)
    def _chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        if message.action == "escape":
            self.go_back()
        else:
            self.take(message.action)

    @on(NewsList.Opened)
    def _opened(self) -> None:
        self._open()

    def on_mouse_scroll_down(self) -> None:
        """Who scrolls to the end with the wheel has looked at it, too."""
        self.call_after_refresh(self._look_at_end)

    def go_back(self) -> None:
        """Closes it; what was looked at to its end is seen."""
        self._leave()
        self.dismiss(None)

    def _leave(self) -> None:
        if self._at_end and self._compared.unseen:
            self._compared.seen()
            told = self.tongue.t("All of it is seen; {key} shows it again.", key=key_of("news"))
            self.app.call_later(self._tell_beneath, told)

    def _tell_beneath(self, words: str) -> None:
        tell = getattr(self.app.screen, "tell", self.guide.main.tell)
        tell(words)

    def _open(self) -> None:
        listed = self.query_one(NewsList)
        if listed.open_more():
            return
        item = listed.current
        if item is not None and item.ref is None and item.old is not None:
            self._open_gone(item.old)
        else:
            self._choose(CARD)

    def _choose(self, what: str) -> None:
        item = self.query_one(NewsList).current
        if item is None:
            return
        if item.ref is not None and (what == PLAN or has_card(item.ref)):
            self._leave()
            self.dismiss((what, item.ref))
        elif what == PLAN:
            self._say(self.tongue.t("It is not published where this is."))

    def _say(self, words: str) -> None:
        self.query_one("#news-box").border_subtitle = Text(words)

    @work(thread=True, exclusive=True, group="gone", exit_on_error=False)
    def _open_gone(self, ref: Ref) -> None:
        from guide.view.gone import gone_record

        before = self._compared.before
        if before is not None:
            card = gone_record(before, ref, self.tongue)
            self.app.call_from_thread(self._show_gone, card)

    def _show_gone(self, card: Card) -> None:
        from guide.tui.screens.card import CardScreen

        if self.is_attached and self.app.screen is self:
            self.app.push_screen(CardScreen(card))

    def _copy(self) -> None:
        from guide.view.news_lines import news_lines

        if not self._shown:
            return
        lines = news_lines(self._shown, self.tongue, COPIED_WIDTH, most=len(self._shown)).lines
        self.app.copy_to_clipboard("\n".join(clean(line.plain).rstrip() for line in lines) + "\n")
        self._say(self.tongue.t("copied"))


def news_from_desk(desk: DeskScreen) -> None:
    """What changed over the desk; what is chosen there is the next answer."""

    def chosen(what: tuple[str, Ref] | None) -> None:
        if what is not None:
            desk.show_thing(what[1])
            if what[0] == PLAN and desk.asked.ref == what[1]:
                desk.show_plan()

    browsing = desk.guide.main.browsing
    if browsing is not None:
        desk.app.push_screen(NewsScreen(browsing.compared), chosen)


def show_news(me: Browsing) -> None:
    """What changed over the main screen; what is chosen there is shown on it."""

    def chosen(what: tuple[str, Ref] | None) -> None:
        if what is None:
            return
        where, ref = what
        if where == CARD:
            me.go_to(ref)
        elif not me.floor.show(ref):
            me.screen.tell(me.tongue.t("It is not published where this is."), 3.0)

    me.screen.app.push_screen(NewsScreen(me.compared), chosen)
