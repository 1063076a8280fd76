"""The tab "Map of ties": the list of ventures and the map, or table, of where they lead from and to, as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.search.facets import ENDS, Chosen
from guide.tui.dressed import dress
from guide.tui.tabs import TIES
from guide.tui.widgets.tie_pane import TiePane
from guide.view.rows import COLUMNS, cells

if TYPE_CHECKING:
    from guide.tui.atlas import Atlas
    from guide.tui.browsing import Browsing
    from guide.tui.widgets.floor_view import Rows
    from guide.view.blocks import Card
    from guide.view.rows import Column

_KIND = "venture"
_SHOWN = 2  # columns of the list: the venture, and where it leads from and to


class TieMap:
    """The ventures as they are looked at in their tab; the query, the facets and the favourites narrow them."""

    tab = TIES

    def __init__(self, me: Browsing) -> None:
        self._me = me
        self.atlas: Atlas | None = None
        """What is looked at; None until the tab is first shown."""
        self.home = "box"
        """Where Esc leads from a card: to the search box, or to the map that it was opened from."""
        self._pane: TiePane | None = None

    @property
    def pane(self) -> TiePane:
        """The widget, made when it is first asked for."""
        if self._pane is None:
            self._pane = TiePane(self, id=TIES)
        return self._pane

    @property
    def tongue(self) -> Tongue:
        """The language that it is said in."""
        return self._me.tongue

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The signs of the map, each with what it means; none of a table."""
        from guide.view.map_told import signs

        return signs(self.tongue) if self.atlas is not None and not self.atlas.is_table else ()

    # The list beside it.

    @property
    def rows(self) -> tuple[Ref, ...]:
        """The ventures that the query, the facets and the favourites leave."""
        return self._me.found.rows(_KIND)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Their names, and where they lead from and to."""
        return COLUMNS[_KIND][:_SHOWN]

    @property
    def current(self) -> Ref | None:
        """None: what is lit stands in the list."""
        return None

    def cells(self, ref: Ref) -> tuple[str, ...]:
        """A row of the list."""
        return cells(self._me.world.catalogue, ref, self.tongue)[:_SHOWN]

    # Showing.

    def _looked_at(self) -> Atlas:
        """What is looked at of the world that is shown; another fair begins anew."""
        catalogue = self._me.world.catalogue
        if self.atlas is None or self.atlas.catalogue is not catalogue:
            from guide.tui.atlas import Atlas

            before, self.atlas = self.atlas, Atlas(catalogue)
            if before is not None:
                self.atlas.look_as(before)
        return self.atlas

    def renew(self) -> None:
        """Looks at a newer state of the catalogue, if one has looked at all."""
        if self.atlas is not None:
            self._looked_at()

    def redraw(self) -> None:
        """Shows what is found now; the list’s cursor is lit."""
        atlas = self._looked_at()
        atlas.show(self.rows, self.tongue)
        atlas.light(self._me.screen.list.current)
        self.repaint()

    def draw(self, columns: int, rows: int) -> Rows:
        """The lines of a view of that size."""
        if self.atlas is None:
            return ()
        self.atlas.resize(columns, rows, getattr(self.pane.app, "aspect", 0.0))
        return self.atlas.frame()

    def repaint(self) -> None:
        """Paints what changed."""
        if self._pane is not None:
            self.pane.view.show()

    def light(self, ref: Ref | None) -> None:
        """Lights what the list’s cursor is on."""
        if self.atlas is not None:
            self.atlas.light(ref)
            self.repaint()

    # Moving.

    def zoom(self, steps: float, cell: tuple[int, int] | None = None) -> None:
        """Nearer or further off; what is in a cell stays there."""
        if self.atlas is not None and not self.atlas.is_table:
            self.atlas.zoom(steps, cell)
            self.repaint()

    def pan(self, columns: float, rows: float) -> None:
        """Moves the view by so many cells."""
        atlas = self.atlas
        if atlas is None:
            return
        if atlas.is_table:
            atlas.go_to_cell(atlas.cell[0] + _sign(rows), atlas.cell[1] + _sign(columns))
        else:
            atlas.pan(columns, rows)
        self.repaint()

    def press(self, column: int, row: int) -> None:
        """A click lights a town, or the next venture of an arc; on what is lit already it opens that."""
        atlas = self.atlas
        if atlas is None:
            return
        if atlas.is_table:
            cell = atlas.cell_at(column, row)
            if cell is not None and cell == atlas.cell:
                self.open_cell()
            elif cell is not None:
                atlas.go_to_cell(*cell)
            self.repaint()
            return
        if row == atlas.room[1] + 1:
            self.list_missing()
            return
        there = atlas.at(column, row)
        if there is None:
            return
        if there in atlas.ties.towns:
            if there == atlas.lit.town:
                self.open()
            else:
                atlas.light_town(there)  # type: ignore[arg-type]
                self.repaint()
            return
        refs = [ref for ref in there if isinstance(ref, Ref)]
        lit = atlas.lit.venture
        if atlas.lit.town is None and lit in refs and len(refs) == 1:
            self.open()
        elif refs:
            self.pick(refs[(refs.index(lit) + 1) % len(refs)] if lit in refs else refs[0])

    def pick(self, ref: Ref) -> None:
        """Puts the list’s cursor on a venture."""
        me, rows = self._me, self.rows
        if ref in rows and self.atlas is not None:
            self.atlas.light_town(None)
            me.stay_on(ref)
            me.screen.list.move(rows.index(ref))
            me.follow_cursor(ref)

    def step(self, side: str) -> None:
        """Lights the next town on that side, or goes to the next cell."""
        if self.atlas is not None:
            self.atlas.step(side)
            self.repaint()

    def turn(self, by: int) -> None:
        """The next venture, of the town that is lit where one is."""
        me, atlas = self._me, self.atlas
        if atlas is None:
            return
        town = atlas.ties.towns.get(atlas.lit.town) if atlas.lit.town is not None else None
        refs = town.ventures if town is not None else self.rows
        if refs:
            now = me.screen.list.current
            at = refs.index(now) + by if now in refs else 0
            self.pick(refs[at % len(refs)])

    # Opening.

    def open(self) -> None:
        """Opens what is lit: a cell’s ventures in their tab, a town’s ventures as a list, else the venture’s card."""
        me, atlas = self._me, self.atlas
        if atlas is None:
            return
        on_map = me.screen.pane == TIES
        if on_map and atlas.is_table:
            self.open_cell()
            return
        town = atlas.ties.towns.get(atlas.lit.town) if atlas.lit.town is not None and on_map else None
        if town is None:
            self._read(me.screen.list.current)
        elif len(town.ventures) == 1:
            self._read(town.ventures[0])
        else:
            from guide.view.map_told import town_card

            self._listed(town_card(atlas.catalogue, atlas.ties, town.key, self.tongue))

    def open_cell(self) -> None:
        """Lists the ventures of the cell under the table’s cursor in their tab, by the facets that leave just them."""
        me, atlas = self._me, self.atlas
        if atlas is None:
            return
        if not atlas.table().cells.get(atlas.cell):
            me.screen.tell(self.tongue.t("No venture leads from there to there."), 3.0)
            return
        chosen = {facet: values for facet, values in me.state.chosen.items() if facet not in ENDS}
        me.state = replace(me.state, chosen=Chosen({**chosen, **atlas.table().chosen(*atlas.cell)}))
        me.leave_for(_KIND)
        me.search_again()

    def list_missing(self) -> None:
        """Lists the ventures that are not on the map."""
        atlas = self.atlas
        if atlas is None or not atlas.ties.unplaced:
            self._me.screen.tell(self.tongue.t("Every venture shown is on the map."), 3.0)
            return
        from guide.view.map_told import unplaced_card

        self._listed(unplaced_card(atlas.catalogue, atlas.ties, self.tongue))

    def _listed(self, card: Card) -> None:
        from guide.tui.screens.card import CardScreen

        self._me.screen.app.push_screen(CardScreen(card), self._read)

    def _read(self, ref: Ref | None) -> None:
        me = self._me
        if ref is None:
            return
        self.home = f"{TIES}-view" if me.screen.pane == TIES else "box"
        self.pick(ref)
        me.read(ref)

    def escape(self) -> bool:
        """Lets a lit town go; False where none is."""
        if self.atlas is None or self.atlas.lit.town is None:
            return False
        self.atlas.light_town(None)
        self.repaint()
        return True

    # Going to a venture.

    def show(self, ref: Ref) -> bool:
        """Goes to the tab with a venture lit, or the first of a region’s or an organisation’s; False without one."""
        me = self._me
        if ref.kind != _KIND:
            ref = next(iter(_ventures_of(me, ref)), ref)
        if ref.kind != _KIND or ref.id not in me.world.catalogue.ventures:
            return False
        if me.tab != TIES:
            me.leave_for(TIES)
        dress(me.screen, {"-reading": False})
        if ref not in self.rows:  # what hides it is taken away
            me.state = replace(me.state, chosen=Chosen())
            me.only = False
            me.screen.box.clear()
            me.query = ""
        me.stay_on(ref)
        me.search_again()
        self.pane.view.focus()
        return True

    def show_meant(self) -> None:
        """Goes to the map with the thing under the cursor, or that of the card one reads."""
        me = self._me
        ref = me.meant
        if ref is None or not self.show(ref):
            me.screen.tell(me.tongue.t("Only ventures, and who has one, are on the map of ties."), 3.0)

    # Commands.

    def do(self, command: str) -> None:
        """Does a command of the map, by its id."""
        act = self._commands.get(command)
        if act is not None and self.atlas is not None:
            act(self.atlas)
            self.repaint()

    @property
    def _commands(self) -> Mapping[str, Callable[[Atlas], object]]:
        sides = ("left", "right", "up", "down")
        return {
            **{f"ties-{side}": partial(_then, self.step, side) for side in sides},
            **{f"ties-pan-{side}": partial(_pan, side=side) for side in sides},
            "ties-open": lambda _: self.open(),
            "ties-near": lambda _: self.zoom(1),
            "ties-far": lambda _: self.zoom(-1),
            "ties-fit": lambda atlas: atlas.fit(),
            "ties-lit": lambda atlas: atlas.fit_lit(),
            "ties-next": lambda _: self.turn(1),
            "ties-previous": lambda _: self.turn(-1),
            "ties-table": _turn_over,
            "ties-missing": lambda _: self.list_missing(),
        }


def _then(act: Callable[[str], object], side: str, _: Atlas) -> None:
    act(side)


def _pan(atlas: Atlas, side: str) -> None:
    if not atlas.is_table:
        atlas.pan_to(side)


def _turn_over(atlas: Atlas) -> None:
    atlas.wants_table = not atlas.is_table


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _ventures_of(me: Browsing, ref: Ref) -> tuple[Ref, ...]:
    """The ventures that a region or an organisation has, starts or is the aim of."""
    ties = me.world.catalogue.relations
    if ref.kind == "region":
        from guide.view.rows import ties_of_region

        return ties_of_region(me.world.catalogue, ref.id)
    return tuple(ties.ventures.get(ref, ()))
