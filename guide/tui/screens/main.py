"""The main screen: one search box above tabs of lists, filters at the left, the card at the right.

It is the frame, which is painted before anything of the catalogue is even imported; what is looked at
in it is Browsing's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.geometry import Size
from textual.screen import Screen

from guide.i18n import Tongue
from guide.text import clean, one_line
from guide.tui import frame, layout
from guide.tui.commands import AT_BOX, CARD, FILTERS, LIST, PLAN
from guide.tui.dressed import dress
from guide.tui.screens.keys import take_key
from guide.tui.tabs import FAIR, KINDS, VISIT, kind_of
from guide.tui.widgets.bar import Bar, NoteBar, Part
from guide.tui.widgets.card_view import CardView
from guide.tui.widgets.filter_panel import FilterPanel
from guide.tui.widgets.fresh_line import FreshLine, saved_part
from guide.tui.widgets.item_list import ItemList
from guide.tui.widgets.news_line import NewsLine
from guide.tui.widgets.offer_list import OfferList
from guide.tui.widgets.pick_list import WaysOn
from guide.tui.widgets.plan_list import PlanList
from guide.tui.widgets.search_box import SearchBox
from guide.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from guide.tui.app import GuideApp
    from guide.tui.browsing import Browsing
    from guide.tui.visiting import Told
    from guide.tui.world import World


class MainScreen(Screen[None]):
    """The frame: its widgets, its sizes, its keys."""

    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "#box"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.browsing: Browsing | None = None  # until the catalogue is read

    def compose(self) -> ComposeResult:
        """The parts of the frame."""
        yield Bar(id="headline", gap="")
        with Horizontal(id="search"):
            yield SearchBox(id="box")
            yield Bar(id="reading")
        yield NoteBar(id="note", gap=" · ")
        yield Bar(id="tabs", gap="")
        yield Bar(id="chips", gap=" ", right_yields=True)
        with Horizontal(id="body"):
            yield FilterPanel(id="filters")
            with Container(id="panes"):
                yield ItemList(id="list")
                yield PlanList(id="plan")
                yield WaysOn(id="ways")
                yield CardView(id="card")
        yield OfferList(id="offers")
        yield StatusLine(id="status")
        yield NewsLine(id="news")
        yield FreshLine("command:catalogue", id="fresh")
        yield Bar(id="keys", gap=" ")
        yield Bar(id="narrow")

    def on_mount(self) -> None:
        """Shows the frame in the person's language."""
        self.box.cursor_blink = False
        self._fit(self.app.size)  # now, so that the first frame is laid out once
        self.show_language()
        self.box.focus()

    # The parts.

    @property
    def guide(self) -> GuideApp:
        """The app."""
        return cast("GuideApp", self.app)

    @property
    def tongue(self) -> Tongue:
        """The language that everything is said in."""
        return self.guide.tongue

    @property
    def box(self) -> SearchBox:
        """The search box."""
        return self.query_one("#box", SearchBox)

    @property
    def list(self) -> ItemList:
        """The list."""
        return self.query_one("#list", ItemList)

    @property
    def plan(self) -> PlanList:
        """The plan and the marks of the visit."""
        return self.query_one("#plan", PlanList)

    @property
    def ways(self) -> WaysOn:
        """What stands in the place of the list while it is empty."""
        return self.query_one("#ways", WaysOn)

    @property
    def card(self) -> CardView:
        """The card."""
        return self.query_one("#card", CardView)

    @property
    def filters(self) -> FilterPanel:
        """The filters."""
        return self.query_one("#filters", FilterPanel)

    @property
    def pane(self) -> str:
        """Where the focus is."""
        pane = frame.pane_of(self.focused.id if self.focused else None)
        return PLAN if pane == LIST and self.browsing is not None and self.browsing.tab == VISIT else pane

    def bar(self, name: str) -> Bar:
        """One of the bars."""
        return self.query_one(f"#{name}", Bar)

    # Showing.

    def show_world(self, world: World) -> None:
        """Shows another world, or the first: the query, the tab and the cursors stay."""
        self.progress("")
        if self.browsing is None:
            from guide.tui.browsing import Browsing

            self.browsing = Browsing(self, world)
        else:
            self.browsing.world = world
        self.browsing.begin()
        if world.problems:
            message = self.tongue.n(
                "The catalogue has {count} problem; “guide check” lists it.",
                "The catalogue has {count} problems; “guide check” lists them.",
                len(world.problems),
            )
            self.tell(message)

    def renew(self, world: World) -> None:
        """Shows a newer state of the catalogue, where one is."""
        from guide.tui.renewed import renew

        if self.browsing is not None:
            renew(self.browsing, world)

    def show_freshness(self) -> None:
        """Says how what is shown stands to what lies on the disk."""
        self.query_one("#fresh", FreshLine).say(self.guide, self.tongue)
        self.refresh_keys()

    def show_language(self) -> None:
        """Says everything anew."""
        self.show_freshness()
        self.box.placeholder = self.tongue.t("Name, town, product, stand… in any layout")
        if self.browsing is not None:
            self.browsing.say_again()
        else:
            self.bar("headline").show(frame.title_parts(self.tongue), frame.language_parts(self.tongue))
            self.bar("tabs").show(frame.tab_parts(FAIR, self.tongue))

    def refresh_keys(self) -> None:
        """The last line: the keys that work here."""
        listless = self.browsing is None or kind_of(self.browsing.tab) not in KINDS
        without = ("filters", "sort") if listless else ()
        saved = saved_part(self.guide, self.tongue, self.size.width, "command:catalogue")
        room = self.size.width - (saved[0].text.cell_len + 2 if saved else 0)
        self.bar("keys").show(frame.key_parts(self.pane, self.tongue, room, without), saved)

    def tell(self, words: str, seconds: float = 6.0) -> None:
        """A line of words above the keys for a while; over them where a drawing says above them what is lit."""
        status = self.query_one("#status", StatusLine)
        status.set_class(self.browsing is not None and self.browsing.drawing is not None, "-over-keys")
        status.tell(words, seconds)

    def progress(self, message: str) -> None:
        """A line that says what is being done, until it is done ("")."""
        status = self.query_one("#status", StatusLine)
        if message:
            status.progress(self.tongue.t(message))
        else:
            status.silence()

    # What keys and clicks mean.

    def take_key(self, event: events.Key) -> bool:
        """Does what a key means in the present pane; False where it is the search box's own."""
        return take_key(self, event)

    def do(self, command: str) -> None:
        """Does a command by its id."""
        from guide.tui.screens.actions import do

        self._catch_up()
        do(self, command)

    def act(self, action: str | None) -> None:
        """Does what a part of a bar or an entry of the palette stands for."""
        from guide.tui.screens.actions import act

        self._catch_up()
        act(self, action)

    def _catch_up(self) -> None:
        # A name and Enter that arrive together, from a scanner or a slow line: the name is searched first.
        if self.browsing is not None:
            self.browsing.search(self.box.value)

    def ask_to_open(self, url: str) -> None:
        """Asks before a link leaves the guide."""
        from guide.tui.screens.ask import AskScreen

        self.app.push_screen(AskScreen(url))

    @on(SearchBox.Changed)
    def _typed(self) -> None:
        if self.browsing is not None:
            self.browsing.search(self.box.value)  # as it is by now, whichever letter the message is about
            self.browsing.prompts.refresh()

    @on(SearchBox.Pasted)
    def _pasted(self, message: SearchBox.Pasted) -> None:
        if self.browsing is not None and self.browsing.visiting.bring(message.text):
            self.box.clear()

    @on(SearchBox.CursorMoved)
    def _cursor_moved(self) -> None:
        if self.browsing is not None:
            self.browsing.prompts.refresh()

    @on(OfferList.Picked, "#offers")
    def _offer_picked(self) -> None:
        if self.browsing is not None:
            self.browsing.prompts.take(self.query_one(OfferList).cursor)

    @on(WaysOn.Picked, "#ways")
    def _way_picked(self) -> None:
        self.do("open")

    @on(ItemList.Moved)
    def _moved(self, message: ItemList.Moved) -> None:
        if self.browsing is not None and not self.browsing.overview_shown:
            if message.by_hand:
                self.browsing.stay_on(message.ref)
            self.browsing.follow_cursor(message.ref)

    @on(PlanList.Moved)
    def _plan_moved(self, message: PlanList.Moved) -> None:
        if self.browsing is not None:
            self.browsing.follow_cursor(message.ref)

    @on(PlanList.Opened)
    def _plan_opened(self) -> None:
        self.do("plan-open")

    def on_told(self, message: Told) -> None:
        """Shows what the thread that keeps the visit tells."""
        if self.browsing is not None:
            self.browsing.visiting.told(message.keeping, message.event)

    @on(ItemList.Opened)
    def _opened(self) -> None:
        self.do("open")

    @on(ItemList.Titled)
    def _titled(self) -> None:
        self.do("sort")

    @on(CardView.Followed)
    def _followed(self, message: CardView.Followed) -> None:
        if self.browsing is not None:
            self.browsing.go_to(message.ref)

    @on(CardView.Outside)
    def _outside(self, message: CardView.Outside) -> None:
        self.ask_to_open(message.url)

    @on(FilterPanel.Toggled)
    def _toggled(self, message: FilterPanel.Toggled) -> None:
        if self.browsing is not None:
            self.browsing.choose(message.facet, message.value)

    @on(Bar.Chosen)
    def _bar_chosen(self, message: Bar.Chosen) -> None:
        self.act(message.action)

    # Sizes.

    def on_resize(self, event: events.Resize) -> None:
        """Lays the parts out for the room there is."""
        self._fit(event.size)
        self.bar("narrow").show((Part(Text(self.tongue.t("too narrow"))),))
        self.show_freshness()
        if self.browsing is not None:
            self.browsing.refresh_headline()
            self.browsing.refresh_filters()
            self.browsing.refresh_note()
            self.call_after_refresh(self.browsing.prompts.refresh)
        self.call_after_refresh(self._focus_something)

    def _focus_something(self) -> None:
        # What had the focus may have been hidden meanwhile; without one, keys would go nowhere.
        if self.focused is None and not self.has_class("-tiny"):
            self.box.focus()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted elsewhere goes to the search box, as what is typed does."""
        event.stop()
        if self.browsing is None or not self.browsing.visiting.bring(event.text):
            self.box.put(one_line(clean(event.text)))
            self.box.focus()

    def _fit(self, size: Size) -> None:
        for name, wanted in layout.classes(*size).items():
            self.set_class(wanted, name)
        self.query_one(NoteBar).framed = not self.has_class("-low")

    def on_descendant_focus(self) -> None:
        """The keys of the bottom line follow the focus."""
        if self.pane != FILTERS:
            dress(self, {"-reading": self.pane == CARD})
        self.query_one(NoteBar).set_class(self.pane in AT_BOX, "-lit")
        self.refresh_keys()
        if self.browsing is not None:
            self.browsing.prompts.refresh()
