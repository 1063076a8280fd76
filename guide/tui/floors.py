"""The tab "Hall plans": the list of the stands and the drawn halls as one, with what the query finds marked in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.dates import now
from guide.i18n import Tongue
from guide.search.facets import Chosen
from guide.text import clean
from guide.tui.dressed import dress
from guide.tui.floor_marked import found_there, hall_of, listed, marks_of, on_plan, point_of, spot_known, there
from guide.tui.listing import SAMPLE
from guide.tui.looking import Looking
from guide.tui.sight import Sight
from guide.tui.tabs import FLOOR
from guide.tui.wayfinding import Wayfinding
from guide.view.floor_marks import Marks
from guide.view.floor_told import room_missing
from guide.view.names import has_card
from guide.view.standing import COLUMNS, cells

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing
    from guide.venue.route import Route, Spot
    from guide.venue.ways import Ways
    from guide.view.rows import Column


class FloorPlan(Looking):
    """The halls as they are looked at in their tab, where the person is, and the way that is shown."""

    tab = FLOOR

    def __init__(self, me: Browsing) -> None:
        super().__init__()
        self._me = me
        self._here: Spot | None = None
        self.home = "box"
        """Where Esc leads from a card: to the search box, or to the plan that it was opened from."""
        self._own: Ref | None = None  # what the cursor is on that stands in no list
        self._said_of: tuple[object, object, dict[Ref, tuple[str, ...]]] = (None, None, {})
        self._asked: object = None  # what was searched when that was lit
        self._standing: tuple[object, dict[Ref, tuple[Ref, ...]]] = (None, {})
        self._rows: tuple[object, tuple[Ref, ...]] = (None, ())
        self._counts: tuple[object, Mapping[str, tuple[int, int]]] = (None, {})
        self._marks: tuple[object, Marks] = (None, Marks())
        self._ways = Wayfinding(me)

    @property
    def tongue(self) -> Tongue:
        """The language that it is said in."""
        return self._me.tongue

    # The list beside it.

    @property
    def filtered(self) -> bool:
        """Whether something is searched, so that the list has what is found in every hall."""
        me = self._me
        return me.found.searched or me.found.only or bool(me.state.chosen)

    @property
    def rows(self) -> tuple[Ref, ...]:
        """What is found in all halls; while nothing is searched what is in the hall shown."""
        me, sight = self._me, self._sighted()
        if sight is None:
            return ()
        key = (me.found, self.filtered, "" if self.filtered else sight.sheet, me.world)
        if not _same(self._rows[0], key):
            if self.filtered:
                if self._standing[0] is not me.world.catalogue:
                    self._standing = (me.world.catalogue, {})
                rows = found_there(me.world, me.found, me.state.chosen, self._standing[1])
            else:
                rows = listed(me.world, sight.halls, me.found.rows("stand"))
            self._rows = (key, rows)
        return self._rows[1]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The code where there are any, who stands there, and the hall where the list has more than one."""
        sight = self.sight
        one = sight is not None and sight.hall() is not None and (not self.filtered or len(sight.sheets) == 1)
        coded = any(self.cells(ref)[0] for ref in self.rows[:SAMPLE])
        shown = coded, True, not one
        return tuple(each if use else replace(each, least=0, share=0) for each, use in zip(COLUMNS, shown, strict=True))

    def cells(self, ref: Ref) -> tuple[str, ...]:
        """A row of the list; rows are kept as long as they are said in the same words."""
        catalogue, tongue = self._me.world.catalogue, self.tongue
        if self._said_of[0] is not catalogue or self._said_of[1] is not tongue:
            self._said_of = (catalogue, tongue, {})
        row = self._said_of[2].get(ref)
        if row is None:
            row = self._said_of[2][ref] = cells(catalogue, ref, tongue)
        return row

    @property
    def current(self) -> Ref | None:
        """What the cursor is on that stands in no list and has a card; else None."""
        return self._own if self._own is not None and has_card(self._own) else None

    def count(self, sheet: str) -> str:
        """How many are found in a hall, and how many there are: «3/57»."""
        assert self.sight is not None
        me = self._me
        key = (self.rows, me.world)
        if not _same(self._counts[0], key):
            catalogue = me.world.catalogue
            floors, hits = self.sight.floors.floors, Counter[str | None]()
            if self.filtered and "" in floors:
                hits[""] = sum(1 for ref in self.rows if ref.kind == "stand")
            elif self.filtered:
                hits = Counter(hall_of(catalogue, ref) for ref in self.rows)
            many = {hall: len(there(catalogue, hall)) if hall else len(catalogue.stands) for hall in floors}
            self._counts = (key, {hall: (hits[hall], many[hall]) for hall in floors})
        found, every = self._counts[1].get(sheet, (0, 0))
        if not every and not found:
            return ""
        number = self.tongue.number
        return f"{number(found)}/{number(every)}" if self.filtered else number(every)

    # Showing.

    def _sighted(self) -> Sight | None:
        """The sight of the world that is shown; another fair begins anew, other halls of the same lose the way."""
        world, before = self._me.world, self.sight
        if world.floors is None or (before is not None and before.catalogue is world.catalogue):
            return before
        if before is not None and before.floors is world.floors:
            before.catalogue = world.catalogue
            before.changed()
        else:
            self.sight = Sight(world.catalogue, world.floors, before.sheet if before is not None else None)
            if before is not None and before.catalogue.fair.id == world.catalogue.fair.id:
                self.sight.look_as(before)
            self._own = self._own if self._own == self.sight.cursor else None
            self.route = None
        self._here, self._marks = self._said_here(), (None, Marks())
        return self.sight

    def renew(self) -> None:
        """Takes the halls of a newer state of the catalogue, and lets go of those before."""
        self._rows, self._counts, self._standing, self._said_of = (None, ()), (None, {}), (None, {}), (None, None, {})
        self._sighted()

    def _said_here(self) -> Spot | None:
        """Where the person is: as it was said when the guide was opened, else as it was remembered for this fair."""
        from guide.search.meant import PLACES, NoPlaceError, place_meant

        me, world = self._me, self._me.world
        asked = me.screen.guide.here
        kind, _, key = me.screen.guide.remembered.here.get(world.catalogue.fair.id, "").partition(":")
        ref = Ref(kind, key) if kind in PLACES else None
        if asked:
            try:
                ref = place_meant(world.catalogue, asked)
            except NoPlaceError as error:
                me.screen.tell(clean(me.tongue.t(error.message, **error.values)))
        return spot_known(world.catalogue, world.floors, ref) if ref is not None and world.floors is not None else None

    def redraw(self) -> None:
        """Draws what is found now; the list's cursor is lit, unless the person went to what stands in no list."""
        me, sight = self._me, self._sighted()
        if sight is not None:
            sight.changed()
            asked, lit = (me.query, me.literally, me.only, me.state.chosen), me.screen.list.current
            if asked != self._asked:
                self._asked, self._own = asked, None
                self.light(lit)
            elif self._own is None and lit != sight.cursor:  # else one may have moved the view away from it
                self.light(lit)
        self.repaint()

    def marks(self) -> Marks:
        """What is found, favourite, planned; where the person is, and the way."""
        me, sight = self._me, self.sight
        assert sight is not None
        visit = me.visiting.visit
        key = (self.rows if self.filtered else None, visit, self.here, self.route)
        if not _same(self._marks[0], key):
            catalogue = me.world.catalogue
            here = point_of(catalogue, sight.floors, self.here)
            made = marks_of(catalogue, visit, now(catalogue.fair.timezone), key[0], here)
            self._marks = (key, made.on_the_way(self.route))
        return self._marks[1]

    def light(self, ref: Ref | None) -> None:
        """Lights what the list's cursor is on, in its hall."""
        sight = self._sighted()
        if sight is None:
            return
        if self._own is not None and ref != self._own:
            # A list that is filled anew moves its cursor by itself: that takes nobody away from where they look.
            if ref is None or ref != self._me.state.cursor:
                return
            self._own = None
        sight.show(ref)
        self.repaint()

    # Moving.

    def pick(self, ref: Ref | None) -> None:
        """Lights something because the person went there: in the list, where it stands in it."""
        me, rows = self._me, self.rows
        if ref is None or self.sight is None:
            return
        if ref in rows:
            self._own = None
            me.stay_on(ref)
            me.screen.list.move(rows.index(ref))
            me.follow_cursor(ref)
        else:
            self._own = ref
            self.sight.show(ref)
            self.repaint()
            me.rest_on(me.list_ref)  # a way through has no card

    def step(self, direction: str) -> None:
        """Lights what comes next on that side; in a zone, of which nobody knows what stands where, in the list."""
        floor = self.sight.hall() if self.sight is not None else None
        if floor is not None and not floor.plots:
            lines, self._own = self._me.screen.list, None
            lines.move(lines.cursor + (1 if direction in ("right", "down") else -1))
        else:
            super().step(direction)

    def go_to(self, sheet: str) -> None:
        """Shows another hall, or the site: with what is there in the list, or its first hit under the cursor."""
        sight, me = self.sight, self._me
        if sight is None or sheet == sight.sheet:
            return
        before = sight.hall()
        sight.go_to(sheet)
        hall = sight.hall()
        there_now = (ref for ref in self.rows if hall is not None and hall_of(me.world.catalogue, ref) == hall.hall)
        first, lit = next(there_now, None), hall or before
        self._own = Ref("hall", lit.hall) if first is None and lit is not None else None
        if first is not None:
            me.stay_on(first)
        me.show_tab()
        if self._own is not None:
            me.follow_cursor(self._own)

    def open(self) -> None:
        """Opens what is lit: of a stand the card of who is there alone, else its own; on the site a hall."""
        me, sight = self._me, self.sight
        ref = self._own or me.screen.list.current
        if sight is None or ref is None:
            return
        if ref.kind == "hall" and sight.hall() is None:
            self.go_to(ref.id)
            return
        if ref.kind == "stand":
            here = me.world.catalogue.relations.at_stand.get(ref.id, ())
            ref = here[0] if len(here) == 1 else ref
        if has_card(ref):
            self.home = f"{FLOOR}-view" if me.screen.pane == FLOOR else "box"
            me.read(ref)

    def escape(self) -> bool:
        """Puts the way away that is shown; False where there is none."""
        shown = self.route is not None
        self.clear_route()
        return shown

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What each command of the plan does."""
        return {**super().commands, "floor-hits": self.fit_hits, "floor-here": self.say_here}

    def fit_hits(self) -> None:
        """So near that what is found fills the view; the site where it is in several halls, none of them this."""
        me, sight = self._me, self.sight
        if sight is None:
            return
        found = [ref for ref in self.rows if ref.kind in ("stand", "service")] if self.filtered else []
        if not found:
            me.screen.tell(me.tongue.t("Nothing is searched for: there is nothing to fit in."), 3.0)
        elif not sight.fit_to(found):
            self.show_site()
            sight.fit_to(found)
        self.repaint()

    # Going to a thing, and the way there.

    def show(self, ref: Ref) -> bool:
        """Goes to the tab, to the hall of a thing, and lights it; False where nobody says where it is."""
        me, sight = self._me, self._sighted()
        if sight is None:
            return False
        place = next(iter(on_plan(me.world.catalogue, sight.floors, ref)), None)
        if place is None:
            return False
        dress(me.screen, {"-reading": False})
        if me.tab != FLOOR:
            me.leave_for(FLOOR)
        sight.show(place)
        self._own = None
        if place.kind in ("stand", "exhibitor", "region") or place in self.rows:
            if place not in self.rows:  # what hides it is taken away
                me.state = replace(me.state, chosen=Chosen())
                me.only = False
                me.screen.box.clear()
                me.query = ""
            me.stay_on(place)
        else:
            self._go_aside(place)
        me.search_again()
        me.screen.set_focus(self.pane.view)
        if missing := room_missing(me.world.catalogue, ref, me.tongue):
            me.screen.tell(clean(missing), 6.0)
        return True

    def _go_aside(self, ref: Ref) -> None:
        """Puts the cursor on what stands in no list, which keeps no cursor of its own meanwhile."""
        me = self._me
        self._own, self._asked = ref, (me.query, me.literally, me.only, me.state.chosen)
        me.stay_on(None)

    def show_meant(self) -> None:
        """Goes to the plan with the thing under the cursor, or that of the card one reads."""
        me = self._me
        ref = me.meant
        if ref is None or not self.show(ref):
            me.screen.tell(me.tongue.t("It is not published where this is."), 3.0)

    def show_route(self, route: Route) -> None:
        """Goes to the plan with a way on it, in the hall where it starts."""
        me, sight = self._me, self._sighted()
        if sight is None:
            return
        self.route = route
        if me.tab != FLOOR:
            me.leave_for(FLOOR)
        sight.go_to(route.start.hall)
        self._go_aside(Ref("hall", route.start.hall))
        me.search_again()
        self.pane.view.focus()

    def clear_route(self) -> None:
        """Takes the way off the plan."""
        if self.route is not None:
            self.route = None
            if self._me.tab == FLOOR:
                self.redraw()

    # Where the person is.

    @property
    def here(self) -> Spot | None:
        """Where the person is, or the desk: as far as they said."""
        self._sighted()
        return self._here

    def set_here(self, spot: Spot | None) -> None:
        """Marks where the person is, and remembers it for this fair."""
        me = self._me
        self._here = spot
        me.screen.guide.remember_here(me.world.catalogue.fair.id, str(spot.ref) if spot is not None else "")
        if me.tab == FLOOR:
            self.redraw()

    def say_here(self) -> None:
        """Takes what is lit for the place where the person is; the same once more forgets it."""
        me, sight = self._me, self.sight
        if sight is None or sight.cursor is None:
            return
        spot = spot_known(me.world.catalogue, sight.floors, sight.cursor)
        if spot is None or spot == self.here:
            self.set_here(None)
            me.screen.tell(me.tongue.t("It is no longer marked where you are."), 3.0)
            return
        self.set_here(spot)
        lit = self.lit_text()
        me.screen.tell(me.tongue.t("You are here: {place}", place=lit.plain.strip() if lit is not None else ""), 4.0)

    def ways_wanted(self, then: Callable[[Ways], None], failed: Callable[[], None] = lambda: None) -> None:
        """Hands over what finds ways, at once or as soon as it is worked out beside the loop; else ``failed``."""
        self._ways.wanted(then, failed)


def _same(one: object, other: tuple[object, ...]) -> bool:
    """Whether two keys are of the same things: each is what it was, not only equal to it."""
    if not isinstance(one, tuple):
        return False
    return all(a is b or (isinstance(a, str | bool) and a == b) for a, b in zip(one, other, strict=True))
