"""The main screen: one search box above tabs of lists, filters at the left, the card at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.timer import Timer

from guide.catalogue.model import Ref
from guide.dates import now
from guide.i18n import Tongue
from guide.search.facets import Value
from guide.search.highlight import spans
from guide.tui import layout, shown
from guide.tui.commands import FILTERS, LIST
from guide.tui.history import History, Visited
from guide.tui.screens.actions import act, do
from guide.tui.screens.keys import take_key
from guide.tui.tabs import FAIR, IDS, TabState
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.card_view import CardView
from guide.tui.widgets.filter_panel import FilterPanel
from guide.tui.widgets.item_list import ItemList
from guide.tui.widgets.search_box import SearchBox
from guide.tui.widgets.status_line import StatusLine
from guide.tui.world import World
from guide.view import roles
from guide.view.blocks import styled
from guide.view.cards import card
from guide.view.overview import overview
from guide.view.rows import COLUMNS, MIXED, cells, mixed_cells

if TYPE_CHECKING:
    from guide.tui.app import GuideApp


CARD_AFTER = 0.05
"""Seconds that the cursor rests before the card follows it: a card costs more than a row."""


class MainScreen(Screen[None]):
    """Shows a world; every part of it follows from the world, the query and the states of the tabs."""

    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "#box"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.tab = FAIR
        self.query_text = ""
        self.states = {tab: TabState() for tab in IDS}
        self.found: shown.Found | None = None
        self.shown_ref: Ref | None = None
        self.history = History()
        self.filters_open: bool | None = None  # None: as the width has it
        self._card_timer: Timer | None = None
        self._cells: dict[Ref, tuple[str, ...]] = {}

    @property
    def guide(self) -> GuideApp:
        """The app."""
        return cast("GuideApp", self.app)

    @property
    def world(self) -> World | None:
        """What is shown; None until the catalogue is read."""
        return self.guide.world

    @property
    def tongue(self) -> Tongue:
        """The language it is said in."""
        return self.guide.tongue

    @property
    def state(self) -> TabState:
        """The present tab's state."""
        return self.states[self.tab]

    def compose(self) -> ComposeResult:
        """The frame, which is painted before the catalogue is read."""
        yield Bar(id="headline", gap="")
        with Horizontal(id="search"):
            yield SearchBox(id="box")
            yield Bar(id="reading")
        yield Bar(id="tabs", gap="")
        yield Bar(id="chips", gap=" ")
        with Horizontal(id="body"):
            yield FilterPanel(id="filters")
            with Container(id="panes"):
                yield ItemList(id="list")
                yield CardView(id="card")
        yield StatusLine(id="status")
        yield Bar(id="keys", gap=" ")
        yield Bar(id="narrow")

    def on_mount(self) -> None:
        """Shows the frame in the person's language."""
        self.box.cursor_blink = False
        self.show_language()
        self.box.focus()

    # The parts.

    @property
    def box(self) -> SearchBox:
        """The search box."""
        return self.query_one("#box", SearchBox)

    @property
    def list(self) -> ItemList:
        """The list."""
        return self.query_one("#list", ItemList)

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
        return shown.pane_of(self.focused.id if self.focused else None)

    @property
    def overview_shown(self) -> bool:
        """Whether the tab has no list: the fair, while nothing is searched."""
        return self.tab == FAIR and not self.query_text.strip()

    def bar(self, name: str) -> Bar:
        """One of the bars."""
        return self.query_one(f"#{name}", Bar)

    # Showing.

    def show_world(self) -> None:
        """Shows another world, or the first: the query, the tab and the cursors stay."""
        self.progress("")
        self._cells.clear()
        self.shown_ref = None
        world = self.world
        if world is not None:
            for tab, state in self.states.items():
                if state.cursor is not None and world.catalogue.get(state.cursor) is None:
                    self.states[tab] = replace(state, cursor=None)
            if world.problems:
                count = len(world.problems)
                message = self.tongue.n(
                    "The catalogue has {count} problem; “guide check” lists it.",
                    "The catalogue has {count} problems; “guide check” lists them.",
                    count,
                )
                self.tell(message)
        self.show_language()

    def show_language(self) -> None:
        """Says everything anew."""
        self._cells.clear()
        self.box.placeholder = self.tongue.t("Name, town, product, stand… in any layout")
        self.refresh_headline()
        self.refresh_keys()
        self.search_again()
        self.show_card(self.shown_ref, *self.card.position)

    def refresh_headline(self) -> None:
        """The first line: which fair, when, how that stands to now; the languages at the right."""
        world = self.world
        if world is not None:
            today = now(world.catalogue.fair.timezone).date()
            parts = shown.headline_parts(world, self.tongue, today, self.size.width - 14)
        else:
            parts = (Part(styled(f" {self.tongue.t('Exhibition guide')}", roles.TITLE)),)
        self.bar("headline").show(parts, shown.language_parts(self.tongue))

    def refresh_keys(self) -> None:
        """The last line: the keys that work here."""
        self.bar("keys").show(shown.key_parts(self.pane, self.tongue, self.size.width))

    def search_again(self) -> None:
        """Finds what the query and the facets leave, and shows it."""
        world = self.world
        if world is None:
            self.bar("tabs").show(shown.tab_parts(None, None, self.tab, self.tongue))
            return
        self.found = shown.Found.of(world, self.query_text, self.states)
        self.show_tab()

    def show_tab(self) -> None:
        """Shows the present tab's list, filters and chips."""
        world, found = self.world, self.found
        if world is None or found is None:
            return
        self.bar("tabs").show(shown.tab_parts(world, found, self.tab, self.tongue))
        reading = shown.reading(found, self.tab, self.tongue)
        self.bar("reading").show((Part(reading),) if reading else ())
        self.bar("reading").styles.width = reading.cell_len
        chips = shown.chip_parts(world, self.tab, self.state, found, self.tongue)
        words = shown.sentence(world, self.tab, self.state, self.query_text, self.tongue)
        self.set_class(bool(chips) or bool(self.state.sort), "-chips")
        self.bar("chips").show(chips, (Part(styled(f"{words} ", roles.QUIET)),) if words else ())
        self.set_class(self.overview_shown, "-overview")
        self.card.mark(found.answer.words)
        self._show_list(world, found)
        self.refresh_filters()

    def _show_list(self, world: World, found: shown.Found) -> None:
        if self.overview_shown:
            if self.shown_ref is None or self.shown_ref.kind != "fair":
                self.show_card(Ref("fair", world.catalogue.fair.id))
            return
        mixed = self.tab == FAIR
        columns = MIXED if mixed else COLUMNS[self.tab]
        words = found.answer.words
        refs = found.tabs[self.tab]
        before = self.list.current
        self.list.show(
            refs,
            columns,
            tuple(self.tongue.t(column.title) for column in columns),
            self._mixed_cells if mixed else self._row_cells,
            spans=(lambda text: spans(text, words)) if words else (lambda _: []),
            keep=self.state.cursor,
            empty=shown.nothing(world, self.tab, self.state, self.query_text, found, self.tongue) if not refs else (),
        )
        if self.list.current == before:
            self.follow_cursor(self.list.current)

    def _row_cells(self, ref: Ref) -> tuple[str, ...]:
        row = self._cells.get(ref)
        if row is None and self.world is not None:
            row = self._cells[ref] = cells(self.world.catalogue, ref, self.tongue)
        return row or ()

    def _mixed_cells(self, ref: Ref) -> tuple[str, ...]:
        return mixed_cells(self.world.catalogue, ref, self.tongue) if self.world else ()

    def refresh_filters(self) -> None:
        """Counts the facets anew, if they are on the screen."""
        if self.world is None or self.found is None:
            return
        wanted = self.filters_wanted
        if wanted != self.has_class("-filters"):
            self.set_class(wanted, "-filters")
            if not wanted and self.pane == FILTERS:
                self.box.focus()
        if wanted:
            self.filters.show(shown.filter_lines(self.world, self.tab, self.state, self.found, self.tongue))

    @property
    def filters_wanted(self) -> bool:
        """Whether the filters are on the screen: where there are any, asked for or with room enough."""
        if self.tab == FAIR:
            return False
        return self.size.width >= layout.FILTERED if self.filters_open is None else self.filters_open

    # The card.

    def follow_cursor(self, ref: Ref | None) -> None:
        """Lets the card follow the cursor once it rests."""
        if self.state.cursor != ref:
            self.states[self.tab] = replace(self.state, cursor=ref)
        if self._card_timer is not None:
            self._card_timer.stop()
        if ref != self.shown_ref:
            self._card_timer = self.set_timer(CARD_AFTER, lambda: self._cursor_rests(ref))

    def _cursor_rests(self, ref: Ref | None) -> None:
        self.history = History()
        self.show_card(ref)

    def show_card(self, ref: Ref | None, top: int = 0, marked: int = -1) -> None:
        """Shows a thing's card, or the fair's."""
        world = self.world
        if world is None or ref is None:
            self.card.show(None)
            self.shown_ref = None
            return
        if ref.kind == "fair":
            made = overview(world.catalogue, self.tongue, now(world.catalogue.fair.timezone).date())
        elif world.catalogue.get(ref) is not None:
            made = card(world.catalogue, ref, self.tongue)
        else:
            return
        self.shown_ref = ref
        self.card.show(made, top=top, marked=marked)

    @on(CardView.Followed)
    def _followed(self, message: CardView.Followed) -> None:
        self.go_to(message.ref)

    def go_to(self, ref: Ref) -> None:
        """Shows another card by a link: one can come back."""
        if self.world is None or self.world.catalogue.get(ref) is None:
            return
        if self.shown_ref is not None:
            self.history = self.history.went(Visited(self.shown_ref, *self.card.position))
        self.set_class(True, "-reading")
        self.card.focus()
        self.show_card(ref)
        self.call_after_refresh(self.card.on_focus)

    @on(CardView.Outside)
    def _outside(self, message: CardView.Outside) -> None:
        self.ask_to_open(message.url)

    # What widgets say.

    @on(SearchBox.Changed)
    def _typed(self, message: SearchBox.Changed) -> None:
        if message.value != self.query_text:
            self.query_text = message.value
            self.set_class(False, "-reading")
            if not message.value.strip():
                # With the query gone, the list is whole again and the cursor's thing in its place.
                self.history = History()
            self.search_again()

    @on(ItemList.Moved)
    def _moved(self, message: ItemList.Moved) -> None:
        if not self.overview_shown:
            self.follow_cursor(message.ref)

    @on(ItemList.Opened)
    def _opened(self) -> None:
        self.do("open")

    @on(FilterPanel.Toggled)
    def _toggled(self, message: FilterPanel.Toggled) -> None:
        self.choose(message.facet, message.value)

    @on(Bar.Chosen)
    def _bar_chosen(self, message: Bar.Chosen) -> None:
        act(self, message.action)

    def choose(self, facet: str, value: Value) -> None:
        """Chooses a facet's value, or lets it go."""
        self.states[self.tab] = replace(self.state, chosen=self.state.chosen.toggled(facet, value))
        self.search_again()

    def go_to_tab(self, tab: str) -> None:
        """Shows another tab, where it was left."""
        if tab not in IDS or tab == self.tab:
            return
        self.tab = tab
        self.history = History()
        self.set_class(False, "-reading")
        if self.pane != LIST:
            self.box.focus()
        self.list.top = 0
        self.show_tab()

    def tell(self, words: str, seconds: float = 6.0) -> None:
        """A line of words above the keys for a while."""
        self.query_one("#status", StatusLine).tell(words, seconds)

    def progress(self, message: str) -> None:
        """A line that says what is being done, until it is done ("")."""
        status = self.query_one("#status", StatusLine)
        if message:
            status.progress(self.tongue.t(message))
        else:
            status.silence()

    def take_key(self, event: events.Key) -> bool:
        """Does what a key means in the present pane; False where it is the search box's own."""
        return take_key(self, event)

    def do(self, command: str) -> None:
        """Does a command by its id."""
        do(self, command)

    def step_tab(self, direction: int) -> None:
        """The next tab that way, round and round."""
        self.go_to_tab(IDS[(IDS.index(self.tab) + direction) % len(IDS)])

    def ask_to_open(self, url: str) -> None:
        """Asks before a link leaves the guide."""
        from guide.tui.screens.ask import AskScreen

        self.app.push_screen(AskScreen(url))

    # Sizes.

    def on_resize(self, event: events.Resize) -> None:
        """Lays the parts out for the room there is."""
        for name, wanted in layout.classes(*event.size).items():
            self.set_class(wanted, name)
        self.bar("narrow").show((Part(Text(self.tongue.t("too narrow"))),))
        self.refresh_headline()
        self.refresh_keys()
        self.refresh_filters()

    def on_descendant_focus(self) -> None:
        """The keys of the bottom line follow the focus."""
        if self.pane == LIST:
            self.set_class(False, "-reading")
        self.refresh_keys()
