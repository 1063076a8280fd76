"""The way to a thing in words, over whatever is shown: from where, with which stairs, how far and how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.catalogue.model import Ref
from guide.dates import is_within, now
from guide.i18n import N_, Tongue
from guide.search.meant import PLACES
from guide.text import one_line
from guide.tui.remembered import SLOWLY
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.card_view import CardView
from guide.tui.widgets.pick_list import Entry
from guide.venue.route import PACE, SLOW, Means, NoWay, Route
from guide.view import names, roles
from guide.view.blocks import Card
from guide.view.desk_where import hall_name
from guide.view.plain import plain

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing
    from guide.tui.screens.desk import DeskScreen
    from guide.tui.world import World
    from guide.venue.route import Spot
    from guide.venue.ways import Ways

COPIED_WIDTH = 78
"""Cells of the lines that are copied: they fit a letter."""

OPTIONS = (
    ("1", "step_free", N_("step-free"), N_("step-free")),
    ("2", "no_stairs_up", N_("no stairs up"), N_("stairs ↑")),
    ("3", "no_stairs_down", N_("no stairs down"), N_("stairs ↓")),
    ("4", SLOWLY, N_("slowly"), N_("slowly")),
)
"""The key of each choice, its field of :class:`guide.venue.route.Means` or SLOWLY, its name."""

AGAIN = 0.1
"""Seconds until it is looked again whether the halls are known by now."""

_ON, _OFF = "■", "□"


class WayScreen(Overlay[Ref]):
    """The way from where one is to a thing.

    ``spoken`` is the language that it is said in, ``shown`` shows a way on the plan. In public nothing is copied;
    what was chosen is remembered only where it is one's own (``remembers``).
    """

    def __init__(
        self,
        world: World,
        goal: Ref,
        here: Spot | None,
        spoken: Tongue,
        shown: Callable[[Route], None],
        *,
        public: bool = False,
        remembers: bool = True,
    ) -> None:
        super().__init__()
        self._world = world
        self._goal = goal
        self._here = here
        self._takes_here = here is None  # where one is may not be known before the halls are
        self._spoken = spoken
        self._shown = shown
        self._public = public
        self._remembers = remembers and not public
        self._from: Ref | None = None  # asked for here, instead of where one is
        self._chosen: frozenset[str] = frozenset()
        self._ways: Ways | None = None
        self._found: Route | NoWay | None = None
        self._card: Card | None = None

    @property
    def tongue(self) -> Tongue:
        """The language of who is told the way."""
        return self._spoken

    def compose(self) -> ComposeResult:
        """From where, to what, the choices, the way, the keys."""
        with Vertical(id="way"):
            yield Bar(id="way-from")
            yield Bar(id="way-options", gap="  ")
            yield CardView(id="way-card")
            yield Bar(id="way-keys", gap="  ")

    def on_mount(self) -> None:
        """Asks for the ways, which may take a moment the first time."""
        if self._remembers:
            self._chosen = frozenset(self.guide.remembered.walking.split(",")) & {each[1] for each in OPTIONS}
        title = names.name(self._world.catalogue, self._goal, self.tongue)
        self.query_one("#way").border_title = Text(one_line(self.tongue.t("The way there: {name}", name=title)))
        self._show()
        self.query_one(CardView).focus()
        self._say(self.tongue.t("Working out the ways…"))
        self._begin()

    def _begin(self) -> None:
        """Asks for the ways of the fair that is shown, as soon as its halls are known."""
        browsing = self.guide.main.browsing
        if not self.is_attached or browsing is None:
            return
        self._world, self._ways = browsing.world, None
        if self._world.catalogue.get(self._goal) is None:
            if self.is_current:
                self.go_back()  # another fair took the place of the one that it is of
        elif self._world.floors is None:
            self.set_timer(AGAIN, self._begin)
        else:
            if self._takes_here:
                self._here = browsing.floor.here
            browsing.floor.ways_wanted(self._have, self._failed)

    def _have(self, ways: Ways) -> None:
        if self.is_attached:
            self._ways = ways
            self._say("")
            self._show()
            self._find()

    def _failed(self) -> None:
        """Where other halls took the place of those, once more; else it is said that it is no use."""
        browsing = self.guide.main.browsing
        if browsing is not None and browsing.world.floors is not self._world.floors:
            self._begin()
        elif self.is_attached:
            self._say(self.tongue.t("The way could not be worked out: a fault of the guide’s own."))

    # Finding.

    def _find(self) -> None:
        """Looks for the way anew."""
        if self._ways is not None and self._world.floors is not None:
            self._work_out(self._ways, self._from, self._means(), self.tongue)

    def _means(self) -> Means:
        fair = self._world.catalogue.fair
        moment = now(fair.timezone)
        # At a fair that is open the way has to be open too; who plans at night walks by day.
        is_open = any(
            hours.opens and hours.closes and is_within(moment, hours.date, hours.opens, hours.closes)
            for hours in fair.hours
        )
        return Means(
            step_free="step_free" in self._chosen,
            no_stairs_up="no_stairs_up" in self._chosen,
            no_stairs_down="no_stairs_down" in self._chosen,
            pace=SLOW if SLOWLY in self._chosen else PACE,
            at=moment if is_open else None,
        )

    @work(thread=True, exclusive=True, group="way", exit_on_error=False)
    def _work_out(self, ways: Ways, start: Ref | None, means: Means, tongue: Tongue) -> None:
        from guide.venue.spots import entrances, spots_of
        from guide.view.way_card import way_card

        catalogue, floors = self._world.catalogue, self._world.floors
        assert floors is not None
        if start is not None:
            starts = spots_of(catalogue, floors, start)
        else:
            starts = (self._here,) if self._here is not None else entrances(catalogue, floors)[:1]
        try:
            goals = spots_of(catalogue, floors, self._goal)
            found = ways.route(starts, goals, means) if starts else None
            if isinstance(found, NoWay) and start is None and self._here is None:
                # Whom the main entrance does not let in comes in by another.
                other = ways.route(entrances(catalogue, floors)[1:], goals, means)
                found = other if isinstance(other, Route) else found
            card = way_card(catalogue, floors, self._goal, found, means, tongue)
        except Exception as fault:
            from guide.faults import log_fault

            log_fault(fault)
            self.app.call_from_thread(self._failed)
            return
        self.app.call_from_thread(self._have_found, found, card, (start, means))

    def _have_found(self, found: Route | NoWay | None, card: Card, asked: tuple[Ref | None, Means]) -> None:
        # The screen may be gone, or something else asked meanwhile.
        if self.is_attached and asked[0] == self._from and self._asks_for(asked[1]):
            self._found, self._card = found, card
            self.query_one(CardView).show(card)
            self._show()

    def _asks_for(self, means: Means) -> bool:
        return replace(means, at=None) == replace(self._means(), at=None)

    # Showing.

    def _show(self) -> None:
        t = self.tongue.t
        start = Text().append("F3 ", roles.ACCENT).append(t("From: {place}", place=self._start_name()))
        self.query_one("#way-from", Bar).show((Part(start, "f3"),))
        options = []
        for key, name, words, brief in OPTIONS:
            sign = _ON if name in self._chosen else _OFF
            long, short = (
                Text().append(f"{key} ", roles.ACCENT).append(f"{sign} {t(each)}") for each in (words, brief)
            )
            options.append(Part(long, key, brief=short))
        self.query_one("#way-options", Bar).show(tuple(options))
        keys = [("F11", t("on the plan"), "f11")] if isinstance(self._found, Route) else []
        if self._card is not None and not self._public:
            keys.append(("F8", t("copy it"), "f8"))
        keys.append(("Esc", t("back"), "escape"))
        self.query_one("#way-keys", Bar).show(
            tuple(
                Part(Text().append(f"{key} ", roles.ACCENT).append(words, roles.QUIET), action)
                for key, words, action in keys
            )
        )

    def _start_name(self) -> str:
        """What one starts from, as far as anybody said."""
        from guide.view.way_told import place_name

        catalogue, floors = self._world.catalogue, self._world.floors
        if self._from is not None:
            return names.name(catalogue, self._from, self.tongue)
        if self._here is not None:
            return place_name(catalogue, self._here, self.tongue)
        if isinstance(self._found, Route):
            return place_name(catalogue, self._found.start, self.tongue)
        if floors is not None:
            from guide.venue.spots import entrances

            for spot in entrances(catalogue, floors)[:1]:
                return place_name(catalogue, spot, self.tongue)
        return self.tongue.t("not said")

    def _say(self, words: str) -> None:
        self.query_one("#way").border_subtitle = Text(one_line(words))

    # Keys.

    def take(self, key: str) -> bool:
        """Changes from where and how one goes, shows the way on the plan, copies it, or scrolls."""
        option = next((name for each, name, _, _ in OPTIONS if each == key), None)
        if self.query_one(CardView).moved_by(key):
            return True
        if option is not None:
            self._choose(option)
        elif key == "f3":
            self._ask_from()
        elif key in ("f11", "alt+p", "enter"):
            self._show_on_plan()
        elif key in ("f8", "ctrl+c") and not self._public and self._card is not None:
            self.app.copy_to_clipboard(plain(self._card, COPIED_WIDTH))
            self._say(self.tongue.t("copied"))
        elif key in ("alt+w", "f5"):
            self.go_back()
        else:
            return False
        return True

    def _choose(self, option: str) -> None:
        self._chosen ^= {option}
        if self._remembers:
            self.guide.remember_walking(",".join(sorted(self._chosen)))
        self._show()
        self._find()

    def _ask_from(self) -> None:
        """Asks where one starts: a street door, an information desk, or anything by its name."""
        from guide.tui.screens.palette import PaletteScreen

        screen = PaletteScreen(things_only=True, title=self.tongue.t("From where?"), first=self._starts())
        self.app.push_screen(screen, self._have_start)

    def _starts(self) -> list[Entry]:
        from guide.venue.spots import entrances

        catalogue, floors = self._world.catalogue, self._world.floors
        doors = [spot.ref for spot in entrances(catalogue, floors)] if floors is not None else []
        desks = [Ref("service", key) for key, each in catalogue.services.items() if each.kind == "info" and each.at]
        return [
            Entry(
                names.name(catalogue, ref, self.tongue),
                hall_name(catalogue, self._hall_of(ref), self.tongue),
                f"ref:{ref}",
            )
            for ref in (*doors, *desks)
        ]

    def _hall_of(self, ref: Ref) -> str | None:
        catalogue = self._world.catalogue
        if ref.kind == "passage":
            return catalogue.passages[ref.id].ends[0].hall
        return getattr(catalogue.get(ref), "hall", None)

    def _have_start(self, action: str | None) -> None:
        if action is None:
            return
        from guide.venue.spots import spots_of

        _, kind, key = action.split(":", 2)
        ref, floors = Ref(kind, key), self._world.floors
        if floors is None or not spots_of(self._world.catalogue, floors, ref):
            self._say(self.tongue.t("It is not published where this is."))
            return
        self._from = ref
        self._say("")
        self._show()
        self._find()

    def _show_on_plan(self) -> None:
        found = self._found
        if not isinstance(found, Route):
            self._say(self.tongue.t("There is no way to show."))
            return
        self.dismiss(None)
        self._shown(found)

    @on(Bar.Chosen)
    def _bar_chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        if message.action == "escape":
            self.go_back()
        else:
            self.take(message.action)


def show_way(me: Browsing) -> None:
    """The way to the thing under the cursor, or to that of the card one reads."""
    goal = me.meant
    if goal is None or goal.kind not in PLACES:
        me.screen.tell(me.tongue.t("It is not published where this is."), 3.0)
        return
    me.screen.app.push_screen(WayScreen(me.world, goal, me.floor.here, me.tongue, me.floor.show_route))


def way_from_desk(desk: DeskScreen) -> None:
    """The way to what a desk shows, over it, in the visitor's language."""
    from guide.tui.screens.plan import plan_of

    browsing, goal = desk.guide.main.browsing, desk.asked.ref
    if browsing is None or goal is None or goal.kind not in PLACES:
        desk.tell(desk.tongue.t("It is not published where this is."))
        return
    here = browsing.floor.here

    def shown(route: Route) -> None:
        screen = plan_of(desk.world, goal, desk.visitor, here, route)
        if screen is not None:
            desk.app.push_screen(screen, lambda opened: desk.show_thing(opened) if opened else None)

    public = not desk.private
    desk.app.push_screen(WayScreen(desk.world, goal, here, desk.visitor, shown, public=public, remembers=False))
