"""Looking at a plan of halls, in the tab and over the desk alike: keys and mouse move a sight, its pane shows it."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from guide.i18n import N_, Tongue
from guide.text import cut, one_line
from guide.tui.tabs import FLOOR
from guide.tui.widgets.bar import Part
from guide.tui.widgets.floor_view import FloorPane
from guide.venue.route import Walk
from guide.view import names, roles
from guide.view.blocks import wrap
from guide.view.floor_camera import ASPECT
from guide.view.floor_marks import NOTHING, Marks
from guide.view.floor_signs import STEP
from guide.view.standing import cells
from guide.view.way_told import minutes_of, rounded

if TYPE_CHECKING:
    from guide.catalogue.model import Ref
    from guide.tui.sight import Sight
    from guide.tui.widgets.floor_view import Rows
    from guide.venue.route import Route

_BRIEF = 14  # cells of a hall's name where the names do not fit beside each other

_NOWHERE = (
    N_("The catalogue names no hall, so that there is no plan to draw."),
    N_("A hall is a table [[hall]] with an id and a name; with its outline and the polygons of its stands in metres "
       "it is drawn to scale, with the codes of its stands alone as a schematic."),
    N_("“guide new DIR --example” writes a fair that has all of it."),
)  # fmt: skip


class Looking(ABC):
    """A sight of the halls and its pane; children say what is marked and what opening a thing does."""

    def __init__(self) -> None:
        self.sight: Sight | None = None
        """What is looked at; None until the halls are known."""
        self.route: Route | None = None
        """The way that is shown."""
        self._pane: FloorPane | None = None
        self._empty: tuple[object, Rows] | None = None

    # What children say.

    @property
    @abstractmethod
    def tongue(self) -> Tongue:
        """The language that it is said in."""

    def marks(self) -> Marks:
        """What is marked, but for what is lit."""
        return NOTHING

    @abstractmethod
    def count(self, sheet: str) -> str:
        """What stands beside the name of a hall: how much is found there."""

    def pick(self, ref: Ref | None) -> None:
        """Lights something because the person went there."""
        if self.sight is not None:
            self.sight.light(ref)
            self.repaint()

    @abstractmethod
    def open(self) -> None:
        """Opens what is lit."""

    # The pane.

    @property
    def pane(self) -> FloorPane:
        """The widget, made when it is first asked for."""
        if self._pane is None:
            self._pane = FloorPane(self, id=FLOOR)
        return self._pane

    def draw(self, columns: int, rows: int) -> Rows | None:
        """The lines of a view of that size; None where half of the work is done and the rest takes another turn."""
        if self.sight is None:
            return ()
        if not self.sight.floors.floors:
            return self._nothing(columns)
        self.sight.fit_room(columns, rows, getattr(self.pane.app, "aspect", 0.0) or ASPECT)
        marks = self.marks()
        if self.sight.begun(marks, self.tongue):
            return None
        encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
        return self.sight.frame(marks, self.tongue).within(encoding)

    def _nothing(self, columns: int) -> Rows:
        """What stands there where no hall is known: what would draw one."""
        words = tuple(self.tongue.t(each) for each in _NOWHERE)
        if self._empty is None or self._empty[0] != (words, columns):
            lines = [line.plain for each in words for line in (*wrap(Text(each), max(columns - 4, 8)), Text())]
            self._empty = (words, columns), ((("", ""),), *(((f"  {line}", ""),) for line in lines))
        return self._empty[1]

    def repaint(self) -> None:
        """Paints what changed: the drawing, and what is said above and under it."""
        if self._pane is None:
            return
        self.refresh_halls()
        self.refresh_under()
        self.pane.view.show()

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The signs that are on the sheet now, each with what it means."""
        if self.sight is None or not self.sight.floors.floors:
            return ()
        return self.sight.frame(self.marks(), self.tongue).legend

    def refresh_halls(self) -> None:
        """The halls to choose from, each with what is found there, and a dot where the way leads through it."""
        sight = self.sight
        if sight is None or not sight.floors.floors:
            self.pane.halls.show(())
            return
        on_the_way = self._walked()
        parts = []
        for sheet in sight.sheets:
            name, count = self.sheet_name(sheet), self.count(sheet)
            whole, brief = Text(f" {name}"), Text(f" {cut(name, _BRIEF)}")
            for text in (whole, brief):
                if sheet in on_the_way:
                    text.append(f" {STEP}", roles.WAY)
                text.append(f" {count} " if count else " ", "" if sheet == sight.sheet else roles.QUIET)
            parts.append(Part(whole, f"sheet:{sheet}", sheet == sight.sheet, brief))
        self.pane.halls.show(tuple(parts))

    def sheet_name(self, sheet: str) -> str:
        """What a sheet is called: a hall by its name, the site, a level of it."""
        t = self.tongue.t
        hall = self.sight.catalogue.halls.get(sheet) if self.sight is not None else None
        if hall is not None:
            return one_line(self.tongue.d(hall.name)) or hall.id
        if self.sight is not None and sheet in self.sight.floors.floors:
            return t("Stands")
        level = sheet.partition(":")[2]
        return t("Level {level}", level=level) if level else t("All halls")

    def refresh_under(self) -> None:
        """What is lit, in words; at the right how long the way is that is shown."""
        lit = self.lit_text()
        right: tuple[Part, ...] = ()
        if self.route is not None:
            metres, minutes = rounded(self.route.length), max(minutes_of(self.route.seconds), 1)
            said = self.tongue.t("way: {metres} m, {minutes} min", metres=metres, minutes=str(minutes))
            right = (Part(Text(f"{said} ", roles.ACCENT)),)
        self.pane.under.show((Part(lit),) if lit else right, right if lit else ())

    def lit_text(self) -> Text | None:
        """What is lit, in a line."""
        if self.sight is None or self.sight.cursor is None:
            return None
        ref, catalogue = self.sight.cursor, self.sight.catalogue
        if ref.kind == "passage":
            thing = catalogue.passages.get(ref.id)
            named = one_line(self.tongue.d(thing.name)) if thing is not None and thing.name else ""
            return Text(f" {named or ref.id}")
        if ref.kind in ("stand", "exhibitor", "region"):
            code, who, hall = cells(catalogue, ref, self.tongue)
            text = Text(" ").append(f"{code} " if code else "", roles.ACCENT).append(who, roles.TITLE)
            return text.append(f" · {hall}" if hall else "", roles.QUIET)
        return Text(" ").append(names.name(catalogue, ref, self.tongue), roles.TITLE)

    # Moving.

    def zoom(self, steps: float, cell: tuple[int, int] | None = None) -> None:
        """Nearer or further off; off all of a hall one comes to the site."""
        sight = self.sight
        if sight is None:
            return
        if steps < 0 and sight.whole and sight.hall() is not None:
            self.show_site()
        else:
            sight.zoom(steps, cell)
            self.repaint()

    def pan(self, columns: float, rows: float) -> None:
        """Moves the view by so many cells."""
        if self.sight is not None:
            self.sight.pan(columns, rows)
            self.repaint()

    def press(self, column: int, row: int) -> None:
        """A click on a cell: lights what is there; on what is lit already it opens that."""
        if self.sight is None:
            return
        ref = self.sight.at(column, row)
        if ref is not None and ref == self.sight.cursor:
            self.open()
        elif ref is not None:
            self.pick(ref)

    def go_to(self, sheet: str) -> None:
        """Shows another hall, or the site."""
        if self.sight is not None:
            self.sight.go_to(sheet)
            self.repaint()

    def show_site(self) -> None:
        """Shows the site, with the hall lit that one comes from."""
        sight = self.sight
        hall = sight.hall() if sight is not None else None
        if sight is not None and hall is not None:
            self.go_to(sight.site_of(hall.hall))

    def turn(self, by: int) -> None:
        """The next hall that way, round and round; along a way that is shown the next of its halls."""
        sight = self.sight
        if sight is not None:
            walked = self._walked()
            sheets = walked if len(walked) > 1 and sight.sheet in walked else sight.sheets
            self.go_to(sheets[(sheets.index(sight.sheet) + by) % len(sheets)])

    def _walked(self) -> tuple[str, ...]:
        """The halls that the way that is shown leads through, in its order."""
        parts = self.route.parts if self.route is not None else ()
        return tuple(dict.fromkeys(part.hall for part in parts if isinstance(part, Walk)))

    def step(self, direction: str) -> None:
        """Lights what comes next on that side."""
        if self.sight is not None and (ref := self.sight.next_to(direction)) is not None:
            self.pick(ref)

    def fit(self) -> None:
        """All of the hall, or of the site."""
        if self.sight is not None:
            self.sight.fit()
            self.repaint()

    def _pan_to(self, direction: str) -> None:
        if self.sight is not None:
            self.sight.pan_to(direction)
            self.repaint()

    def do(self, command: str) -> None:
        """Does a command of the plan, by its id."""
        if command in self.commands:
            self.commands[command]()

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What each command of the plan does."""
        sides = ("left", "right", "up", "down")
        return {
            **{f"floor-{side}": partial(self.step, side) for side in sides},
            **{f"floor-pan-{side}": partial(self._pan_to, side) for side in sides},
            "floor-near": lambda: self.zoom(1),
            "floor-far": lambda: self.zoom(-1),
            "floor-fit": self.fit,
            "floor-site": self.show_site,
            "floor-next": lambda: self.turn(1),
            "floor-previous": lambda: self.turn(-1),
            "floor-open": self.open,
        }
