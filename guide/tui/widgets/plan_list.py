"""The plan of a visit: its days with their stops, what is wrong with them, free time, and what is marked besides."""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.message import Message

from guide.tui.commands import key_of
from guide.tui.widgets.lines import Lines, Pieces, on_cursor
from guide.view import roles

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping
    from datetime import datetime

    from guide.catalogue.model import Catalogue, Ref
    from guide.i18n import Tongue
    from guide.view.plan_lines import Kept, PlanLine
    from guide.view.was import Was
    from guide.visit.day import Marked
    from guide.visit.state import Mark, Stop, Visit


MORE = 300
"""Marked things of each sort that are listed more when asked for."""

AT_ONCE = 1000
"""Marked things that are looked through for what is searched in one turn of the loop."""


class PlanList(Lines, can_focus=False):
    """Lines of the plan; the cursor goes only to those that something can be done with."""

    class Moved(Message):
        """The cursor is on another line."""

        def __init__(self, ref: Ref | None) -> None:
            super().__init__()
            self.ref = ref

    class Opened(Message):
        """The line under the cursor was clicked again."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.by_hall = False
        self.cursor = 0
        self._what: tuple[Catalogue, Visit, Tongue, datetime, Kept | None] | None = None
        self._was: Mapping[Ref, Was] = {}
        self._more = 0  # marked things of each sort that are listed besides the first ones
        self._laying: Iterator[None] | None = None
        self._laid_for: object = None
        self._lines: list[PlanLine] = []
        self._besides: tuple[Catalogue, Mapping[Ref, Mark], frozenset[Ref | None], Marked] | None = None
        self._wanted = ""  # the stop that the cursor goes to once it is there
        self._ref: Ref | None = None  # what was under the cursor when that was said last

    def show(
        self,
        catalogue: Catalogue,
        visit: Visit,
        tongue: Tongue,
        now: datetime,
        kept: Kept | None = None,
        was: Mapping[Ref, Was] | None = None,
    ) -> None:
        """Shows a visit as it stands at a moment of the fair's clock; ``kept`` hides what a search leaves out.

        ``was`` says where and when things were before, as far as that changed since one last looked. The cursor stays
        on its line. The lines are laid in short turns of the loop, at once where a key needs them.
        """
        self._what, self._was = (catalogue, visit, tongue, now, kept), was or {}
        self._laid_for = self._laying = None
        self._begin()
        self.refresh()

    @property
    def _layout(self) -> object:
        return self.size.width, self.by_hall, self._more

    @property
    def laid(self) -> bool:
        """Whether the lines are those that are to be shown in the room there is; while it is hidden any are."""
        return not self.size.width or self._what is None or self._laid_for == self._layout

    def _begin(self) -> None:
        if self._laying is None and not self.laid:
            self._laying = self._turns()
            self.call_later(self._lay_in_turns, self._laying)

    async def _lay_in_turns(self, laying: Iterator[None]) -> None:
        await sleep(0)
        while laying is self._laying:
            next(laying, None)
            await sleep(0)

    def _lay(self) -> list[PlanLine]:
        """The lines as they are to be, now."""
        self._begin()
        for _ in self._laying or ():
            pass
        return self._lines

    def _turns(self) -> Iterator[None]:
        """Lays the lines; with thousands of marks each turn takes a few milliseconds."""
        from guide.view.plan_lines import MOST, plan_lines
        from guide.visit.free import marked_in_turns
        from guide.visit.items import resolved
        from guide.visit.timetable import days_of_plan

        assert self._what is not None
        catalogue, visit, tongue, now, kept = self._what
        layout = self._layout
        plan = resolved(catalogue, visit, now)
        planned = frozenset(stop.ref for stop in visit.plan)
        besides = self._besides
        # Only a mark or another thing in the plan makes it another: not that a stop is moved.
        if besides is None or besides[0] is not catalogue or besides[1] is not visit.marks or besides[2] != planned:
            rest = yield from marked_in_turns(plan)
            besides = self._besides = (catalogue, visit.marks, planned, rest)
        rest = besides[3]
        yield
        if kept is not None:
            found: set[Stop | Ref] = set()
            things: list[Stop | Ref] = [*visit.plan, *rest.favourites, *rest.others, *rest.gone]
            for at in range(0, len(things), AT_ONCE):
                found |= {thing for thing in things[at : at + AT_ONCE] if kept(thing)}
                yield
            kept = found.__contains__
        days = days_of_plan(plan, rest)
        yield
        lines = plan_lines(
            catalogue,
            visit,
            tongue,
            now,
            max(self.size.width - 3, 10),
            grouped_by_hall=self.by_hall,
            keys={name: key_of(name) for name in ("favourite", "plan", "meeting")},
            kept=kept,
            most=MOST + self._more,
            planned=(days, rest),
            was=self._was,
        )
        self._take(lines, layout)

    def _take(self, lines: list[PlanLine], layout: object) -> None:
        before = self.current
        self._lines, self._laid_for, self._laying = lines, layout, None
        self.cursor = self._place_of(before)
        self.top = max(min(self.top, len(lines) - self.size.height), 0)
        self._go_to_wanted()
        if self._ref != (ref := self._ref_of(self.current)):
            self._ref = ref
            self.post_message(self.Moved(ref))
        self.refresh()

    def _place_of(self, line: PlanLine | None) -> int:
        """Where a line is now, or the nearest that the cursor may be on."""
        if line is not None:
            keys = [_key(each) for each in self._lines]
            if _key(line) in keys:
                return keys.index(_key(line))
            if line.stop and line.stop in (stops := [each.stop for each in self._lines]):
                return stops.index(line.stop)
        return self._nearest(self.cursor)

    def _nearest(self, number: int) -> int:
        free = [at for at, line in enumerate(self._lines) if line.choosable]
        return min(free, key=lambda at: (abs(at - number), at), default=0)

    def keep(self, key: str) -> None:
        """Puts the cursor on a stop as soon as it is there; while the plan is hidden it stays."""
        if self.size.width:
            self._wanted = key
            if self.laid:
                self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        for at, line in enumerate(self._lines if wanted else ()):
            if line.stop == wanted and line.kind == "item":
                self._go(at)
                return

    def show_more(self) -> None:
        """Lists more of what is marked; all of ten thousand at once would take too long."""
        self._more += MORE
        self._begin()

    # What is under the cursor.

    @property
    def current(self) -> PlanLine | None:
        """The line under the cursor, if something can be done with it."""
        line = self._lines[self.cursor] if self.cursor < len(self._lines) else None
        return line if line is not None and line.choosable else None

    @property
    def current_ref(self) -> Ref | None:
        """The thing of that line."""
        self._lay()
        return self._ref_of(self.current)

    def _ref_of(self, line: PlanLine | None) -> Ref | None:
        """The thing of a line, or that of the stop which a line under it would mend."""
        if line is None or line.ref is not None or self._what is None:
            return line.ref if line is not None else None
        stop = self._what[1].stop(line.stop)
        return stop.ref if stop is not None else None

    @property
    def current_stop(self) -> Stop | None:
        """The stop of that line."""
        self._lay()
        line = self.current
        if line is None or not line.stop or self._what is None:
            return None
        return self._what[1].stop(line.stop)

    # Painting and moving.

    def count(self) -> int:
        """The lines that are laid; others are begun where these are of another size."""
        self._begin()
        return len(self._lines)

    def make(self, number: int, width: int) -> Pieces:
        """A line of the plan."""
        line = self._lines[number]
        pieces = [Segment(" "), *line.text.render(self.app.console, end="")]
        if number != self.cursor or not line.choosable:
            return pieces
        pieces.append(Segment(" " * max(width - 1 - line.text.cell_len, 0)))
        return on_cursor(pieces, self.role(roles.CURSOR))

    def step(self, by: int) -> None:
        """Moves the cursor by so many lines that something can be done with; at the ends the view goes on."""
        lines = self._lay()
        free = [at for at, line in enumerate(lines) if line.choosable]
        if not free:
            self.scroll_lines(by)
            return
        here = free.index(self.cursor) if self.cursor in free else 0
        if abs(by) == 1:
            there = max(0, min(here + by, len(free) - 1))
            if there == here and self.cursor in free:
                self.scroll_lines(by)
        else:  # a page counts all lines
            goal = self.cursor + by
            there = min(range(len(free)), key=lambda at: abs(free[at] - goal))
        self._go(free[there])

    def _go(self, number: int) -> None:
        self.cursor = number
        # The heading above the first line of a day is shown with it.
        above = number - 1 if number and not self._lines[number - 1].choosable else number
        self.show_line(above)
        self.show_line(number)
        self.refresh()
        self._ref = self._ref_of(self.current)
        self.post_message(self.Moved(self._ref))

    def pressed(self, number: int, event: events.MouseDown) -> None:
        """A click puts the cursor on a line; one where it is already opens it."""
        event.stop()
        if not self._lines[number].choosable:
            return
        if number == self.cursor:
            self.post_message(self.Opened())
        else:
            self._go(number)


def _key(line: PlanLine) -> Hashable:
    return line.kind, line.stop, line.ref, line.text.plain if line.kind == "fix" else ""
