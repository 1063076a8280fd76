"""When a stop of the plan is, and for a meeting with whom, where and what about: asked over the main screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from guide.errors import GuideError
from guide.i18n import N_
from guide.text import clean, one_line
from guide.tui.screens.overlay import Overlay
from guide.tui.widgets.bar import Bar, Part
from guide.tui.widgets.search_box import SearchBox
from guide.view import roles
from guide.view.blocks import styled
from guide.visit.entry import When, parse_when, when_said
from guide.visit.state import LONGEST_LINE, Stop

_MEETING = (
    ("title", N_("With whom")),
    ("when", N_("When")),
    ("where", N_("Where")),
    ("about", N_("What about")),
)
_THING = (("when", N_("When")),)


class StopScreen(Overlay[Stop]):
    """Asks for a stop's particulars; gives back the stop as it is to be, or None where one leaves with Esc.

    ``days`` are the fair's, ``now`` is its clock: a day may be named by its number, its weekday, or "tomorrow".
    ``dated`` says that its thing has a day of its own.
    """

    def __init__(self, stop: Stop, days: Sequence[date], now: datetime, *, dated: bool = False) -> None:
        super().__init__()
        self._dated = dated
        self._before: dict[str, str] = {}
        self._warned = False
        self._stop = stop
        self._days = tuple(days)
        self._now = now
        self._fields = _MEETING if stop.meeting else _THING

    def compose(self) -> ComposeResult:
        """A label and a box for each particular, what is wrong with them, the keys."""
        with Vertical(id="stop-box"):
            for name, _ in self._fields:
                yield Bar(id=f"label-{name}")
                yield SearchBox(id=f"field-{name}")
            yield Bar(id="stop-wrong")
            yield Bar(id="stop-keys", gap="   ")

    def on_mount(self) -> None:
        """Fills the boxes with what is known."""
        t, stop = self.tongue.t, self._stop
        title = t("Meeting") if stop.meeting else t("In the plan: {name}", name=one_line(stop.name or stop.title))
        self.query_one("#stop-box").border_title = Text(title)
        known = {
            "title": stop.title,
            "when": when_said(When(stop.day, stop.starts, stop.minutes), self.tongue, self._days),
            "where": stop.where,
            "about": stop.about,
        }
        for name, label in self._fields:
            self.query_one(f"#label-{name}", Bar).show((Part(styled(t(label), roles.LABEL)),))
            box = self._box(name)
            box.cursor_blink = False
            box.value = known[name][:LONGEST_LINE]
            box.cursor_position = len(box.value)
        self._box("when").placeholder = t("day, time, length: 30.09 10:30 45 min; or nothing yet")
        self._before = {name: self._box(name).value for name, _ in self._fields}
        first = "when" if not stop.meeting or stop.title else "title"
        self._box(first).focus()
        keys = [("Enter", t("into the plan")), ("Esc", t("back"))]
        if len(self._fields) > 1:
            keys.insert(1, ("Tab", t("the next box")))
        parts = tuple(
            Part(Text().append(f"{key} ", roles.ACCENT).append(words, roles.QUIET), key) for key, words in keys
        )
        self.query_one("#stop-keys", Bar).show(parts)

    def _box(self, name: str) -> SearchBox:
        return self.query_one(f"#field-{name}", SearchBox)

    def go_back(self) -> None:
        """Closes it; where something was typed that would be lost, only the second time."""
        typed = {name: self._box(name).value for name, _ in self._fields}
        if typed == self._before or self._warned:
            self.dismiss(None)
            return
        self._warned = True
        self._refuse(self.tongue.t("Esc once more throws away what you typed; Enter keeps it."))

    def take(self, key: str) -> bool:
        """Goes from box to box, or is done."""
        if key == "enter":
            self._done()
        elif key in ("tab", "down"):
            self._next(1)
        elif key in ("shift+tab", "up"):
            self._next(-1)
        else:
            return False
        return True

    def _next(self, by: int) -> None:
        boxes = [self._box(name) for name, _ in self._fields]
        here = next((at for at, box in enumerate(boxes) if box.has_focus), 0)
        boxes[(here + by) % len(boxes)].focus()

    def _said(self, name: str) -> str:
        return one_line(clean(self._box(name).value))[:LONGEST_LINE]

    def _done(self) -> None:
        try:
            when = parse_when(self._said("when"), self._days, self._now.date())
        except GuideError as error:
            said = self.tongue.t(error.message, **error.values)
            hint = self.tongue.t(error.hint, **error.values) if error.hint else ""
            self._refuse(f"{said} {hint}", "when")
            return
        on = when.day
        if on is None and when.starts is not None and not self._dated and self._now.date() in self._days:
            on = self._now.date()  # during the fair a time alone is today's
        stop = replace(self._stop, day=on, starts=when.starts, minutes=when.minutes)
        if stop.meeting:
            stop = replace(stop, title=self._said("title"), where=self._said("where"), about=self._said("about"))
            if not stop.title and not stop.about:
                self._refuse(self.tongue.t("With whom is it, or what about?"), "title")
                return
        self.dismiss(stop)

    def _refuse(self, words: str, name: str = "") -> None:
        self.query_one("#stop-wrong", Bar).show((Part(styled(one_line(words), roles.WARN)),))
        if name:
            self._box(name).focus()

    @on(SearchBox.Changed)
    def _changed(self, message: SearchBox.Changed) -> None:
        message.stop()
        self._warned = False
        self.query_one("#stop-wrong", Bar).show(())

    @on(Bar.Chosen)
    def _chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        if message.action == "Esc":
            self.go_back()
        else:
            self.take(message.action.lower())

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted beside the boxes goes nowhere."""
        event.stop()
