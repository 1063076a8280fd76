"""What is looked at: the tab, the query, the list with its cursor, the card and the way one came to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from textual.timer import Timer

from guide.catalogue.model import Ref
from guide.dates import now
from guide.i18n import Tongue
from guide.search.facets import Chosen, Value
from guide.tui import frame, layout, noted, shown
from guide.tui.commands import AT_BOX, FILTERS
from guide.tui.compared import Compared
from guide.tui.drawings import Drawing, put_on
from guide.tui.dressed import dress
from guide.tui.floors import FloorPlan
from guide.tui.history import History, Visited
from guide.tui.listing import Listing
from guide.tui.prompts import Prompts
from guide.tui.tabs import FAIR, FLOOR, IDS, KINDS, TIES, VISIT, kind_of
from guide.tui.tie_map import TieMap
from guide.tui.visiting import Visiting
from guide.tui.widgets.bar import Part
from guide.tui.world import World
from guide.view import roles
from guide.view.blocks import Card, styled
from guide.view.cards import card
from guide.view.names import has_card
from guide.view.overview import overview

if TYPE_CHECKING:
    from guide.tui.screens.main import MainScreen

CARD_AFTER = 0.05
"""Seconds that the cursor rests before the card follows it: a card costs more than a row."""

SMALL = 1000
"""Things up to which all of them are counted at once, for the overview and for the filters."""


@dataclass(frozen=True, slots=True)
class TabState:
    """What a tab remembers: the thing that the person put its cursor on, the facets chosen, the way of sorting."""

    cursor: Ref | None = None
    chosen: Chosen = field(default_factory=Chosen)
    sort: str = ""


class Browsing:
    """Shows a world in the main screen; all of it follows from the world, the query and the tabs' states."""

    def __init__(self, screen: MainScreen, world: World) -> None:
        self.screen: MainScreen = screen
        self.world = world
        self.tab = FAIR
        self.query = ""
        self.literally = False  # nothing of this query is guessed
        self.states = {tab: TabState() for tab in IDS}
        self.found = shown.Found.of(world, "", self.states)
        self.shown_ref: Ref | None = None
        self.history = History()
        self.filters_open: bool | None = None  # None: as the width has it
        self._card_timer: Timer | None = None
        self._filters_timer: Timer | None = None
        self._filters_of = ""
        self.listing: Listing = Listing(self)
        self._overview: tuple[object, Card] | None = None
        self.only = False  # nothing but favourites is shown
        self.vanished: dict[Ref, str] = {}  # what was looked at and left the catalogue meanwhile, by its name then
        self.prompts = Prompts(self)
        self.visiting: Visiting = Visiting(self)
        self.compared: Compared = Compared(self)
        self.floor: FloorPlan = FloorPlan(self)
        self.ties: TieMap = TieMap(self)
        self.drawings: dict[str, Drawing] = {FLOOR: self.floor, TIES: self.ties}

    @property
    def tongue(self) -> Tongue:
        """The language it is said in."""
        return self.screen.tongue

    @property
    def at_box(self) -> bool:
        """Whether the search box has the focus, so that keys move the list."""
        return self.screen.pane in AT_BOX

    @property
    def state(self) -> TabState:
        """The present tab's state; a tab that draws has that of the kind that it lists."""
        return self.states[self.kind]

    @state.setter
    def state(self, state: TabState) -> None:
        """Remembers another."""
        self.states[self.kind] = state

    @property
    def kind(self) -> str:
        """The kind that the present tab lists, or its id where it has no list."""
        return kind_of(self.tab)

    @property
    def drawing(self) -> Drawing | None:
        """What the present tab draws, if it does."""
        return self.drawings.get(self.tab)

    @property
    def rows(self) -> tuple[Ref, ...]:
        """What the present tab lists."""
        return self.found.rows(self.tab) if self.drawing is None else self.drawing.rows

    @property
    def overview_shown(self) -> bool:
        """Whether the tab has no list: the fair, while nothing is searched."""
        return self.tab == FAIR and not self.found.searched

    @property
    def nothing_shown(self) -> bool:
        """Whether the tab's list is empty, so that ways on stand in its place."""
        return not self.overview_shown and self.tab != VISIT and not self.rows

    def begin(self) -> None:
        """Shows the world, the first one or another: what is gone from it loses its cursor."""
        self.query = self.screen.box.value
        self.visiting.begin()
        for tab, state in self.states.items():
            if state.cursor is not None and self.world.catalogue.get(state.cursor) is None:
                self.states[tab] = replace(state, cursor=None)
        if self.shown_ref is not None and self.world.catalogue.get(self.shown_ref) is None:
            self.shown_ref = None
        self.vanished.clear()
        self.say_again()

    def say_again(self) -> None:
        """Says everything anew, in another language or of another world."""
        self.forget_words()
        self.redraw()

    def forget_words(self) -> None:
        """Lets go of what was said of the world as it was."""
        self.listing.say_again()
        self._overview = None
        self.refresh_headline()

    def redraw(self, *, steady: bool = False) -> None:
        """Shows the same again because the world or the language is another: the card one reads stays."""
        self._find()
        reading, goes_on = self.shown_ref, self._card_timer is not None  # the card is about to follow the cursor
        self.show_tab(follow=False, steady=steady)
        if goes_on:
            self.rest_on(self.list_ref)
        elif reading is not None:
            self._stop_following()
            self.show_card(reading, *self.screen.card.position)
            self.screen.card.mark(self.found.answer.words)
        self.compared.look(self.world)

    def refresh_headline(self) -> None:
        """The first line: which fair, when, how that stands to now; the languages at the right."""
        today = now(self.world.catalogue.fair.timezone).date()
        parts = shown.headline_parts(self.world, self.tongue, today, self.screen.size.width - 14)
        self.screen.bar("headline").show(parts, frame.language_parts(self.tongue))

    # The lists.

    def search(self, query: str) -> None:
        """Finds something else."""
        if query == self.query:
            return
        self.query, self.literally = query, False
        dress(self.screen, {"-reading": False})
        if not query.strip():
            self.history = History()
        self.search_again()

    def search_again(self) -> None:
        """Finds what the query and the facets leave, and shows it."""
        self._find()
        self.show_tab()

    def _find(self) -> None:
        only = self.visiting.favourites if self.only else None
        self.found = shown.Found.of(self.world, self.query, self.states, literally=self.literally, only=only)

    def take_literally(self, *, literally: bool) -> None:
        """Searches the same query letter for letter, or with guesses again; the next query is guessed at again."""
        self.literally = literally
        self.search_again()

    def refresh_tabs(self) -> None:
        """The tabs with their counts."""
        counts = shown.counts(self.world, self.found, self.visiting.visit, self.tongue)
        self.screen.bar("tabs").show(frame.tab_parts(self.tab, self.tongue, counts))

    def show_tab(self, *, follow: bool = True, steady: bool = False) -> None:
        """Shows the present tab's list, filters and chips; the card follows unless it is to stay.

        ``steady``: the list stays where it is, as far as its things are still there.
        """
        world, found, tongue, screen = self.world, self.found, self.tongue, self.screen
        self.refresh_tabs()
        listed = None if self.drawing is None else len(self.rows)
        screen.bar("reading").show((), noted.reading(found, self.kind, tongue, listed))
        self.refresh_note()
        chips = shown.chip_parts(world, self.kind, self.state, tongue, only=self.only)
        words = shown.sentence(world, self.kind, self.state, found.answer.parsed, tongue)
        screen.bar("chips").show(chips, (Part(styled(f"{words} ", roles.QUIET)),) if words else ())
        wanted = {
            "-chips": bool(chips) or bool(self.state.sort),
            "-overview": self.overview_shown,
            "-visit": self.tab == VISIT,
            "-nothing": self.nothing_shown,
            "-drawn": self.drawing is not None,
        }
        dress(screen, wanted, self.tab)
        if self.tab == VISIT:
            self.visiting.plan.show()
        elif not self.overview_shown:
            self.listing.show(steady=steady)
        elif self.shown_ref is None or (follow and self.shown_ref.kind != "fair"):
            self.show_card(Ref("fair", world.catalogue.fair.id))
        put_on(screen, self.drawing)
        if follow or self.shown_ref is None:
            self.rest_on(None if self.tab == VISIT else self.list_ref)
        self._count_facets()

    def refresh_note(self) -> None:
        """What is said of the query under the box."""
        brief = self.screen.size.width < layout.WIDE
        parts = noted.note(self.world, self.kind, self.state, self.found, self.tongue, brief=brief)
        dress(self.screen, {"-noted": bool(parts) and self.screen.has_class("-low")})
        self.screen.bar("note").show(parts)

    def choose(self, facet: str, value: Value) -> None:
        """Chooses a facet's value, or lets it go."""
        self.state = replace(self.state, chosen=self.state.chosen.toggled(facet, value))
        self.search_again()

    def go_to_tab(self, tab: str) -> None:
        """Shows another tab, where it was left."""
        if tab in IDS and tab != self.tab:
            self.leave_for(tab)
            self.show_tab()

    def leave_for(self, tab: str) -> None:
        """Makes another tab the present one, before it is shown."""
        self.tab = tab
        self.history = History()
        dress(self.screen, {"-reading": False})
        if not self.at_box:
            self.screen.box.focus()
        self.screen.list.top = 0
        self.screen.refresh_keys()

    def step_tab(self, direction: int) -> None:
        """The next tab that way, round and round."""
        self.go_to_tab(IDS[(IDS.index(self.tab) + direction) % len(IDS)])

    # The filters.

    def _count_facets(self) -> None:
        # Counting many things is dear, so while one types it waits; another tab's counts do not stay.
        if self._filters_timer is not None:
            self._filters_timer.stop()
            self._filters_timer = None
        if self.kind not in KINDS or self._filters_of != self.kind or len(self.found.rows(self.kind)) <= SMALL:
            self.refresh_filters()
        else:
            self._filters_timer = self.screen.set_timer(CARD_AFTER, self.refresh_filters)

    def refresh_filters(self) -> None:
        """Counts the facets anew, if they are on the screen."""
        screen, wanted = self.screen, self.filters_wanted
        if wanted != screen.has_class("-filters"):
            dress(screen, {"-filters": wanted})
            if not wanted and screen.pane == FILTERS:
                screen.box.focus()
        if wanted:
            self._filters_of = self.kind
            screen.filters.show(shown.filter_lines(self.world, self.kind, self.state, self.found, self.tongue))

    @property
    def filters_wanted(self) -> bool:
        """Whether the filters are on the screen: where there are any, asked for or with room enough."""
        if self.filters_open is not None:
            return self.filters_open and self.kind in KINDS
        return self.tab in KINDS and self.screen.size.width >= layout.FILTERED

    # The card.

    def stay_on(self, ref: Ref | None) -> None:
        """Keeps the cursor on a thing that the person went to; else it is on the first, the best match."""
        if self.state.cursor != ref:
            self.state = replace(self.state, cursor=ref)

    def follow_cursor(self, ref: Ref | None) -> None:
        """Lets the card follow the cursor once it rests, and lights the thing in a drawing."""
        if self.drawing is not None:
            self.drawing.light(ref)
        self.rest_on(ref)

    @property
    def list_ref(self) -> Ref | None:
        """The thing under the cursor of the list, the plan or a drawing, or the fair where there is no list."""
        if self.drawing is not None and self.drawing.current is not None:
            return self.drawing.current
        if self.tab == VISIT:
            return self.screen.plan.current_ref
        return Ref("fair", self.world.catalogue.fair.id) if self.overview_shown else self.screen.list.current

    @property
    def meant(self) -> Ref | None:
        """What a command is about: the thing one reads the card of, else the one under the cursor."""
        if self.shown_ref in self.vanished:
            return self.shown_ref  # its card stays until one goes on, though the list has it no more
        return self.list_ref if self.at_box or self.screen.pane == self.tab else self.shown_ref

    def _stop_following(self) -> None:
        if self._card_timer is not None:
            self._card_timer.stop()
            self._card_timer = None

    def rest_on(self, ref: Ref | None) -> None:
        """Shows the card of what the cursor is on once it rests there."""
        self._stop_following()
        # Of the plan it is known only when that is laid for the room it has.
        rests = self._plan_rests if self.tab == VISIT else lambda: self._cursor_rests(ref)
        self._card_timer = self.screen.set_timer(CARD_AFTER, rests)

    def _plan_rests(self) -> None:
        self._cursor_rests(self.screen.plan.current_ref)

    def _cursor_rests(self, ref: Ref | None) -> None:
        self._card_timer = None
        self.screen.card.mark(self.found.answer.words)
        if ref != self.shown_ref:
            self.history = History()
            self.show_card(ref)

    def show_card(self, ref: Ref | None, top: int = 0, marked: int = -1) -> None:
        """Shows a thing's card, or the fair's."""
        if ref is None:
            self.screen.card.show(None)
            self.shown_ref = None
            return
        if ref.kind == "fair":
            if not self.world.whole and len(self.world.catalogue.exhibitors) > SMALL:
                return  # it counts everything: it is shown when all is read
            made = self._fair_card()
        elif self.world.catalogue.get(ref) is not None:
            made = self.visiting.with_own(card(self.world.catalogue, ref, self.tongue))
        elif self.visiting.knows(ref) or ref in self.vanished:
            made = self.visiting.gone(ref, self.vanished.get(ref, ""))
        else:
            return
        self.shown_ref = ref
        self.screen.card.show(made, top=top, marked=marked)

    def _fair_card(self) -> Card:
        today = now(self.world.catalogue.fair.timezone).date()
        key = (self.world, self.tongue, today)
        if self._overview is None or self._overview[0] != key:
            self._overview = (key, overview(self.world.catalogue, self.tongue, today))
        return self._overview[1]

    def go_to(self, ref: Ref) -> None:
        """Shows another card by a link: one can come back."""
        if self.world.catalogue.get(ref) is None or not has_card(ref):
            return
        if self.shown_ref is not None:
            self.history = self.history.went(Visited(self.shown_ref, *self.screen.card.position))
        self.read(ref)
        self.screen.call_after_refresh(self.screen.card.on_focus)

    def travel(self, *, back: bool) -> bool:
        """Goes back or forward along the way one came; False where it ends."""
        if self.shown_ref is None:
            return False
        here = Visited(self.shown_ref, *self.screen.card.position)
        moved = self.history.back(here) if back else self.history.forward(here)
        if moved is None:
            return False
        self.history, there = moved
        self.read(there.ref, there.top, there.marked)
        return True

    def read(self, ref: Ref, top: int = 0, marked: int = -1) -> None:
        """Shows a card, with the focus in it."""
        self._stop_following()
        dress(self.screen, {"-reading": True})
        self.screen.card.focus()
        self.show_card(ref, top, marked)
