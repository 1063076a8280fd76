"""The plan of a hall over the desk, with what was asked for lit on it, in the visitor's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.message import Message

from guide.catalogue.model import Ref
from guide.i18n import C_, Tongue
from guide.tui.commands import FLOOR, command_for
from guide.tui.floor_marked import on_plan, point_of, there
from guide.tui.looking import Looking
from guide.tui.screens.help import SignsScreen
from guide.tui.screens.overlay import Overlay
from guide.tui.sight import Sight
from guide.tui.widgets.bar import Bar, Part
from guide.view import roles
from guide.view.floor_marks import Marks
from guide.view.floor_told import room_missing
from guide.view.names import name

if TYPE_CHECKING:
    from guide.catalogue.model import Catalogue
    from guide.tui.screens.desk import DeskScreen
    from guide.tui.world import World
    from guide.venue.floors import Floors
    from guide.venue.route import Route, Spot


_SIGNS = C_("keys", "signs")


class DeskPlan(Looking):
    """A plan to be looked at and nothing else: no marks of anybody's visit are on it."""

    def __init__(
        self, catalogue: Catalogue, floors: Floors, spoken: Tongue, here: Spot | None, route: Route | None = None
    ) -> None:
        super().__init__()
        self._spoken = spoken
        self.sight = Sight(catalogue, floors)
        self.route = route
        self._marks = Marks(here=point_of(catalogue, floors, here)).on_the_way(route)

    @property
    def tongue(self) -> Tongue:
        """The visitor's language."""
        return self._spoken

    def marks(self) -> Marks:
        """Where the desk is, and the way."""
        return self._marks

    def count(self, sheet: str) -> str:
        """How many stands there are in a hall."""
        assert self.sight is not None
        count = len(there(self.sight.catalogue, sheet))
        return self._spoken.number(count) if count else ""

    def open(self) -> None:
        """What is lit is what the desk is to show; a hall on the site is opened."""
        sight = self.sight
        if sight is None or sight.cursor is None:
            return
        if sight.cursor.kind == "hall" and sight.hall() is None:
            self.go_to(sight.cursor.id)
        else:
            self.pane.post_message(PlanScreen.Opened(sight.cursor))


def plan_of(world: World, ref: Ref, spoken: Tongue, here: Spot | None, route: Route | None = None) -> PlanScreen | None:
    """The plan with a thing lit, and a way on it where there is one; None where nobody says where the thing is."""
    if world.floors is None or not (places := on_plan(world.catalogue, world.floors, ref)):
        return None
    looking = DeskPlan(world.catalogue, world.floors, spoken, here, route)
    said = (name(world.catalogue, ref, spoken), room_missing(world.catalogue, ref, spoken))
    return PlanScreen(looking, places, " · ".join(each for each in said if each))


def plan_from_desk(desk: DeskScreen) -> None:
    """The plan with what a desk shows lit, over it, in the visitor's language."""
    browsing, ref = desk.guide.main.browsing, desk.asked.ref
    screen = plan_of(desk.world, ref, desk.visitor, browsing.floor.here) if browsing and ref is not None else None
    if screen is None:
        desk.tell(desk.tongue.t("It is not published where this is."))
    else:
        desk.app.push_screen(screen, lambda opened: desk.show_thing(opened) if opened else None)


class PlanScreen(Overlay[Ref]):
    """The plan with places lit, one after the other where there are several; gives back what was opened on it."""

    class Opened(Message):
        """Something on the plan was opened."""

        def __init__(self, ref: Ref) -> None:
            super().__init__()
            self.ref = ref

    def __init__(self, looking: DeskPlan, places: Sequence[Ref], title: str) -> None:
        super().__init__()
        self._looking = looking
        self._places = tuple(places)
        self._at = 0
        self._title = title

    def compose(self) -> ComposeResult:
        """The name, the plan, the keys."""
        yield Bar(id="plan-title")
        yield self._looking.pane
        yield Bar(id="plan-keys", gap=" ")

    def on_mount(self) -> None:
        """Lights what was asked for."""
        self.query_one("#plan-title", Bar).show((Part(Text(f" {self._title}", roles.TITLE)),))
        self._looking.pane.view.focus()
        self._show_keys()
        self._light()

    async def on_resize(self, _: events.Resize) -> None:
        """The bottom line has what there is room for."""
        self._show_keys()

    def _light(self) -> None:
        sight = self._looking.sight
        if sight is not None and self._places:
            sight.show(self._places[self._at])
        self._looking.repaint()

    def _show_keys(self) -> None:
        tongue = self._looking.tongue
        t, room = tongue.t, self.app.size.width - 2
        parts = []
        keys = [
            ("Esc", t("back"), "escape"),
            ("F1", tongue.c("keys", _SIGNS), "f1"),
            ("+ −", t("zoom"), ""),
            ("PgDn", t("next hall"), "pagedown"),
        ]
        if len(self._places) > 1:
            keys.insert(0, ("Tab", t("its next stand"), "tab"))
        for key, words, action in keys:
            text = Text().append(f" {key} ", roles.ACCENT).append(words, roles.QUIET)
            if text.cell_len <= room:
                parts.append(Part(text, action))
                room -= text.cell_len + 1
        self.query_one("#plan-keys", Bar).show(tuple(parts))

    def take(self, key: str) -> bool:
        """Moves the view and what is lit; Tab lights the next of several places."""
        if key == "tab" and self._places:
            self._at = (self._at + 1) % len(self._places)
            self._light()
        elif key in ("f1", "question_mark"):
            looking = self._looking
            self.app.push_screen(SignsScreen(looking.legend, looking.tongue, looking.commands))
        elif key in ("f11", "alt+p"):
            self.dismiss(None)
        else:
            command = command_for(key, FLOOR)
            if command is not None and command.id in self._looking.commands:
                self._looking.do(command.id)
        return True

    @on(Bar.Chosen)
    def _chosen(self, message: Bar.Chosen) -> None:
        message.stop()
        if message.action == "escape":
            self.go_back()
        else:
            self.take(message.action)

    def on_plan_screen_opened(self, message: PlanScreen.Opened) -> None:
        """Goes back to the desk with what was opened."""
        message.stop()
        self.dismiss(message.ref)
