"""The best order of a day’s stops, worked out beside the event loop; Enter takes it, Esc leaves all as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from guide.catalogue.model import Ref
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.card_view import CardView
from guide.view.blocks import Card, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from guide.tui.browsing import Browsing
    from guide.venue.floors import Floors
    from guide.venue.route import Means, Spot
    from guide.venue.ways import Ways
    from guide.visit.changes import Change
    from guide.visit.state import Visit

AGAIN = 0.1
"""Seconds until it is looked again whether the halls are known by now."""

ANYWHERE = "anywhere"
"""What is chosen where the day ends at its last stop."""


class BestOrderScreen(Overlay["Change"]):
    """Says what the order would be and what it saves; gives the change back that takes it."""

    def __init__(self, me: Browsing, visit: Visit, day: date | None, now: datetime) -> None:
        super().__init__()
        self._me = me
        self._catalogue = me.world.catalogue
        self._visit = visit
        self._day = day
        self._now = now
        self._end: Ref | None = None
        self._change: Change | None = None

    def compose(self) -> ComposeResult:
        """One card."""
        yield CardView(id="help")

    def on_mount(self) -> None:
        """Asks for the halls and the ways, then works it out."""
        view = self.query_one(CardView)
        view.border_title = Text(self.tongue.t("Best order"))
        self._show(self._only(self.tongue.t("Working out the best order…")))
        view.focus()
        self._begin()

    def _begin(self) -> None:
        floors = self._me.world.floors
        if not self.is_attached:
            return
        if self._me.world.catalogue is not self._catalogue:
            self.go_back()  # another catalogue is shown by now: there this order means nothing
        elif floors is None:
            self.set_timer(AGAIN, self._begin)
        elif self._is_measured():
            self._me.floor.ways_wanted(lambda ways: self._work_out(floors, ways), lambda: self._failed(floors))
        else:
            self._work_out(floors, None)

    def _is_measured(self) -> bool:
        from guide.venue.floors import MEASURED

        floors = self._me.world.floors
        return floors is not None and any(floor.manner == MEASURED for floor in floors.floors.values())

    def _work_out(self, floors: Floors, ways: Ways | None) -> None:
        if self.is_attached and self._me.world.floors is not floors:
            self._begin()
        elif self.is_attached:
            here = self._me.floor.here  # not known before the halls are
            self._order(floors, ways, () if here is None else (here,), self._end, self._means())

    def _means(self) -> Means:
        """What the person asked of ways, wherever that was."""
        from guide.tui.remembered import SLOWLY
        from guide.venue.route import PACE, SLOW, Means

        chosen = self.guide.remembered.walking.split(",")
        pace = SLOW if SLOWLY in chosen else PACE
        return Means("step_free" in chosen, "no_stairs_up" in chosen, "no_stairs_down" in chosen, pace)

    @work(thread=True, exclusive=True, group="best-order", exit_on_error=False)
    def _order(self, floors: Floors, ways: Ways | None, here: Sequence[Spot], end: Ref | None, means: Means) -> None:
        from guide.venue.spots import spots_of
        from guide.view.order_told import order_card
        from guide.visit.items import resolved
        from guide.visit.touring import day_order

        catalogue, visit, change = self._catalogue, self._visit, None
        try:
            ends = spots_of(catalogue, floors, end) if end is not None else ()
            offer = day_order(catalogue, floors, ways, visit, self._day, self._now, here=here, end=ends, means=means)
            items = {item.stop.id: item for item in resolved(catalogue, visit, self._now).on(self._day)}
            card, change = order_card(catalogue, visit, items, offer, self.tongue), offer.change
        except Exception as fault:
            from guide.faults import log_fault

            log_fault(fault)
            card = self._fault()
        if not get_current_worker().is_cancelled:  # else the screen is gone, and maybe the loop that would answer
            self.app.call_from_thread(self._offer, card, change)

    def _failed(self, floors: Floors) -> None:
        if self.is_attached and self._me.world.floors is not floors:
            self._begin()
        elif self.is_attached:
            self._show(self._fault())

    def _fault(self) -> Card:
        return self._only(self.tongue.t("The best order could not be worked out: a fault of the guide’s own."))

    def _only(self, words: str) -> Card:
        return Card(Ref("visit", ""), "", (Paragraph(Text(words)),))

    def _offer(self, card: Card, change: Change | None) -> None:
        if self.is_attached:
            self._change = change or None
            self._show(card)

    def _show(self, card: Card) -> None:
        view = self.query_one(CardView)
        view.show(card)
        keys = [self.tongue.t("Enter: take this order")] if self._change else []
        if self._is_measured():
            keys.append(self.tongue.t("F3: where it ends"))
        view.border_subtitle = Text(" · ".join((*keys, self.tongue.t("Esc: back"))))

    def take(self, key: str) -> bool:
        """Scrolls, or takes the order."""
        if self.query_one(CardView).moved_by(key):
            return True
        if (key == "enter" and self._change) or key == "alt+o":
            self.dismiss(self._change if key == "enter" else None)
        elif key == "f3" and self._is_measured():
            self._ask_end()
        return True

    def _ask_end(self) -> None:
        """Asks where the day ends: at a street door, at anything by its name, or at its last stop."""
        from guide.tui.screens.palette import PaletteScreen
        from guide.tui.widgets.pick_list import Entry
        from guide.venue.spots import entrances
        from guide.view.desk_where import hall_name
        from guide.view.names import name

        floors = self._me.world.floors
        first = [Entry(self.tongue.t("At the last stop"), "", ANYWHERE)]
        for spot in entrances(self._catalogue, floors) if floors is not None else ():
            hall = hall_name(self._catalogue, spot.hall, self.tongue)
            first.append(Entry(name(self._catalogue, spot.ref, self.tongue), hall, f"ref:{spot.ref}"))
        screen = PaletteScreen(things_only=True, title=self.tongue.t("Where does the day end?"), first=first)
        self.app.push_screen(screen, self._have_end)

    def _have_end(self, action: str | None) -> None:
        if action is None:
            return
        from guide.venue.spots import spots_of

        end, floors = None, self._me.world.floors
        if action != ANYWHERE:
            _, kind, key = action.split(":", 2)
            end = Ref(kind, key)
            if floors is None or not spots_of(self._catalogue, floors, end):
                words = self.tongue.t("It is not published where this is.")
                self.query_one(CardView).border_subtitle = Text(words)
                return
        self._end = end
        self._change = None
        self._show(self._only(self.tongue.t("Working out the best order…")))
        self._begin()
