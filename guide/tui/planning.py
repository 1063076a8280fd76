"""What a person does to the plan of their days on the main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.dates import now
from guide.i18n import N_
from guide.tui.tabs import VISIT
from guide.view import names
from guide.visit import changes
from guide.visit.day import Day
from guide.visit.entry import When, when_said
from guide.visit.items import days_of, item_of, resolved, session_of
from guide.visit.mending import settled
from guide.visit.state import Stop
from guide.visit.timetable import shifted

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing
    from guide.tui.visiting import Visiting
    from guide.view.plan_lines import Kept, PlanLine
    from guide.visit.keeping import Keeping


class Planning:
    """The plan in its tab: shown, asked for, moved, mended; each change is the visit's."""

    def __init__(self, me: Browsing, visiting: Visiting) -> None:
        self._me = me
        self._visiting = visiting

    def show(self) -> None:
        """Lists the plan and what is marked, as far as the query finds it."""
        me = self._me
        visit, found = self._visiting.visit, me.found
        kept: Kept | None = None
        if found.searched:
            there = found.among({*visit.marks, *self._visiting.planned})
            words = [word.casefold() for word in found.answer.query.split()]

            def kept(what: Stop | Ref) -> bool:
                if isinstance(what, Stop):
                    own = (what.title, what.where, what.about, what.name)
                    return what.ref in there or _says(words, *own)
                mark = visit.mark(what)
                return what in there or _says(words, mark.note, mark.name)

        moment = now(me.world.catalogue.fair.timezone)
        me.screen.plan.show(me.world.catalogue, visit, me.tongue, moment, kept, me.compared.told.was)

    def ask(self) -> None:
        """Adds what is meant to the plan, or changes its day, time and length there."""
        me = self._me
        stop = me.screen.plan.current_stop if me.tab == VISIT and me.at_box else None
        if stop is None:
            if not (meant := self._visiting.meant()):
                return
            stops = self._visiting.visit.stops(meant[0])
            stop = stops[0] if stops else self._new_stop(*meant)
            session = session_of(me.world.catalogue, meant[0])
            if not stops and session is not None and session.date is not None and session.starts is not None:
                self._put(stop, N_("planned: {name}"))  # its day and its time are its own: there is nothing to ask
                return
        self.edit(stop)

    def _put(self, stop: Stop, what: str, keeping: Keeping | None = None) -> None:
        """Puts a stop into the plan, and says where it came to stand."""
        catalogue, keeping = self._me.world.catalogue, keeping or self._visiting.keeping
        if keeping is None:
            return
        change = settled(resolved(catalogue, keeping.visit, now(catalogue.fair.timezone)), [stop], what)
        item = item_of(catalogue, stop)
        when = When(item.day, item.starts, stop.minutes)
        said = when_said(when, self._me.tongue, days_of(catalogue))
        self._visiting.do(change, f" · {said}" if said else "", keeping)
        self._me.screen.plan.keep(stop.id)

    def _new_stop(self, ref: Ref, name: str) -> Stop:
        thing = self._me.world.catalogue.get(ref)
        day = getattr(thing, "date", None) if ref.kind == "session" else None
        return Stop(changes.new_id(), ref, day, name=name)

    def meeting(self) -> None:
        """Plans a meeting, with what is meant where there is such a thing."""
        me = self._me
        ref = me.meant
        if ref is not None and (ref.kind not in ("exhibitor", "person", "region", "venture", "stand")):
            ref = None
        name = names.name(me.world.catalogue, ref, me.tongue) if ref is not None else ""
        self.edit(Stop(changes.new_id(), ref, meeting=True, title=name, name=name))

    def edit(self, stop: Stop) -> None:
        """Asks for a stop's day, time and length, and for a meeting's particulars."""
        from guide.tui.screens.stop import StopScreen

        catalogue, keeping = self._me.world.catalogue, self._visiting.keeping
        if keeping is None:
            return

        def done(after: Stop | None) -> None:
            if after is None:
                return
            new = keeping.visit.stop(after.id) is None
            self._put(after, N_("planned: {name}") if new else N_("plan changed: {name}"), keeping)

        session = session_of(catalogue, stop.ref)
        dated = session is not None and session.date is not None
        screen = StopScreen(stop, days_of(catalogue), now(catalogue.fair.timezone), dated=dated)
        self._me.screen.app.push_screen(screen, done)

    def unplan(self) -> None:
        """Takes the stop under the cursor out of the plan; a mark of what is only marked stays."""
        stop = self._me.screen.plan.current_stop
        if stop is not None:
            self._visiting.do(changes.unplanned(self._visiting.visit, [stop.id]))

    def move(self, by: int) -> None:
        """Moves the stop under the cursor among those of its day."""
        stop, catalogue = self._me.screen.plan.current_stop, self._me.world.catalogue
        if stop is not None:
            visit, day = self._visiting.visit, item_of(catalogue, stop).day
            items = resolved(catalogue, visit, now(catalogue.fair.timezone)).on(day)
            self._visiting.do(shifted(visit, Day(day, items), stop.id, by))
            self._me.screen.plan.keep(stop.id)

    def best_order(self) -> None:
        """Offers the best order of the stops of the day under the cursor, else of today or the first day planned."""
        from guide.tui.screens.best_order import BestOrderScreen

        me, keeping = self._me, self._visiting.keeping
        if keeping is None:
            return
        visit, moment = keeping.visit, now(me.world.catalogue.fair.timezone)
        plan = resolved(me.world.catalogue, visit, moment)
        if not plan.by_day:
            me.screen.tell(me.tongue.t("Nothing is planned yet: there is nothing to put in order."), 3.0)
            return
        stop, line = me.screen.plan.current_stop, me.screen.plan.current
        if stop is not None:
            day = plan.by_id[stop.id].day
        elif line is not None and line.day in plan.by_day and line.day is not None:
            day = line.day
        else:
            days = sorted(day for day in plan.by_day if day is not None)
            day = plan.today if plan.today in days else next(iter(days), None)
        screen = BestOrderScreen(me, visit, day, moment)
        me.screen.app.push_screen(screen, lambda change: self._visiting.do(change, "", keeping) if change else None)

    def choose(self, line: PlanLine) -> bool:
        """Does what a line of the plan offers; False where it offers nothing but its thing."""
        if line.change is None:
            return False
        self._visiting.do(line.change)
        return True


def _says(words: list[str], *texts: str) -> bool:
    """Whether every word asked for stands in the person's own texts."""
    whole = " ".join(texts).casefold()
    return bool(words) and all(word in whole for word in words)
