"""What the commands do on the main screen, one method a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.search.facets import Chosen
from guide.text import clean
from guide.tui.commands import FILTERS, LIST
from guide.tui.history import Visited
from guide.tui.shown import chip_key
from guide.tui.tabs import FAIR, IDS
from guide.tui.world import SORTS
from guide.view.plain import plain

if TYPE_CHECKING:
    from guide.tui.screens.main import MainScreen

COPIED_WIDTH = 78
"""Cells of a copied card's lines: they fit a letter."""


def do(me: MainScreen, command: str) -> None:
    """Does a command by its id; an id that is none does nothing."""
    what = _COMMANDS.get(command)
    if what is not None:
        what(me)


def act(me: MainScreen, action: str | None) -> None:
    """Does what a part of a bar or an entry of the palette stands for, such as "tab:region"; none does nothing."""
    what, _, which = (action or "").partition(":")
    match what:
        case "tab":
            me.go_to_tab(which)
        case "language":
            me.guide.speak(which)
        case "theme":
            me.guide.wear(which)
        case "catalogue":
            me.guide.open_catalogue(Path(which))
        case "ref":
            me.go_to(Ref(*which.split(":", 1)))
        case "command":
            do(me, which)
        case "clear":
            _clear(me)
        case "chip":
            facet, _, key = which.partition(":")
            for value in me.state.chosen.get(facet, ()):
                if chip_key(value) == key:
                    me.choose(facet, value)
                    break


def _step(me: MainScreen, lines: int) -> None:
    if me.pane == FILTERS:
        me.filters.step(1 if lines > 0 else -1)
    elif me.overview_shown:
        me.card.scroll_lines(lines)
    else:
        me.list.move(me.list.cursor + lines)


def _page(me: MainScreen, direction: int) -> None:
    if me.pane == FILTERS:
        me.filters.scroll_lines(direction * max(me.filters.size.height - 1, 1))
    elif me.pane == LIST and not me.overview_shown:
        me.list.move(me.list.cursor + direction * me.list.page())
    else:
        me.card.scroll_lines(direction * max(me.card.size.height - 1, 1))


def _edge(me: MainScreen, direction: int) -> None:
    if me.pane == LIST and not me.overview_shown:
        me.list.move(len(me.list.refs) if direction > 0 else 0)
    elif me.pane == FILTERS:
        me.filters.show_from(me.filters.count() if direction > 0 else 0)
    else:
        me.card.show_from(me.card.count() if direction > 0 else 0)


def _open(me: MainScreen) -> None:
    if me.overview_shown or me.list.current is not None:
        if not me.overview_shown and me.list.current != me.shown_ref:
            me.show_card(me.list.current)
        me.set_class(True, "-reading")
        me.card.focus()


def _panes(me: MainScreen) -> list[str]:
    panes = ["box", "card"]
    if me.has_class("-filters"):
        panes.append("filters")
    return panes


def _pane(me: MainScreen, direction: int) -> None:
    panes = _panes(me)
    here = {LIST: "box", FILTERS: "filters"}.get(me.pane, "card")
    there = panes[(panes.index(here) + direction) % len(panes)] if here in panes else "box"
    if there == "card":
        _open(me)
    else:
        me.query_one(f"#{there}").focus()


def _escape(me: MainScreen) -> None:
    if me.pane != LIST:
        if me.pane == FILTERS and me.filters_open:
            me.filters_open = None
            me.refresh_filters()
        me.box.focus()
        if not me.overview_shown:
            me.follow_cursor(me.list.current)
        elif me.shown_ref is None or me.shown_ref.kind != "fair":
            me.show_tab()
    elif me.box.value:
        me.box.clear()
    elif me.state.chosen:
        _clear(me)
    elif me.state.sort:
        me.states[me.tab] = replace(me.state, sort="")
        me.search_again()
    else:
        me.tell(me.tongue.t("F10 or Ctrl+Q leaves the guide."), 3.0)


def _clear(me: MainScreen) -> None:
    me.states[me.tab] = replace(me.state, chosen=Chosen())
    me.search_again()


def _drop(me: MainScreen) -> None:
    pairs = list(me.state.chosen.pairs())
    if pairs:
        me.choose(*pairs[-1])


def _filters(me: MainScreen) -> None:
    if me.tab == FAIR:
        me.tell(me.tongue.t("The filters stand in the other tabs."), 3.0)
    elif me.pane == FILTERS:
        me.filters_open = False
        me.refresh_filters()
        me.box.focus()
    else:
        if not me.has_class("-filters"):
            me.filters_open = True
            me.refresh_filters()
        me.filters.focus()


def _sort(me: MainScreen) -> None:
    if me.tab == FAIR:
        return
    ways = SORTS[me.tab]
    at = ways.index(me.state.sort) if me.state.sort in ways else 0
    way = ways[(at + 1) % len(ways)]
    me.states[me.tab] = replace(me.state, sort="" if way == ways[0] else way)
    me.search_again()


def _copy(me: MainScreen) -> None:
    made = me.card.card
    if made is None:
        return
    me.app.copy_to_clipboard(plain(made, COPIED_WIDTH))
    me.tell(me.tongue.t("Copied: {name}", name=me.tongue.quoted(made.title)), 4.0)


def _site(me: MainScreen) -> None:
    thing = me.world.catalogue.get(me.shown_ref) if me.world and me.shown_ref else None
    url = getattr(thing, "site", None) or getattr(thing, "url", None)
    if url:
        me.ask_to_open(clean(url))
    else:
        me.tell(me.tongue.t("No site is known for this."), 3.0)


def _reveal(me: MainScreen) -> None:
    ref = me.shown_ref
    if ref is None or me.world is None or ref.kind not in IDS:
        return
    if ref.kind == "fair":
        me.go_to_tab(FAIR)
        return
    if me.found is None or ref not in me.found.tabs[ref.kind]:
        # What hides it is taken away, so that it can be seen among its like.
        me.states[ref.kind] = replace(me.states[ref.kind], chosen=Chosen())
        me.box.clear()
        me.query_text = ""
    me.states[ref.kind] = replace(me.states[ref.kind], cursor=ref)
    if me.tab == ref.kind:
        me.box.focus()
        me.search_again()
    else:
        me.tab = ref.kind
        me.box.focus()
        me.search_again()


def _travel(me: MainScreen, *, back: bool) -> bool:
    if me.shown_ref is None:
        return False
    here = Visited(me.shown_ref, *me.card.position)
    moved = me.history.back(here) if back else me.history.forward(here)
    if moved is None:
        return False
    me.history, there = moved
    me.set_class(True, "-reading")
    me.card.focus()
    me.show_card(there.ref, there.top, there.marked)
    return True


def _back(me: MainScreen) -> None:
    if not _travel(me, back=True) and me.pane != LIST:
        _escape(me)


def _forward(me: MainScreen) -> None:
    _travel(me, back=False)


def _focus_search(me: MainScreen) -> None:
    me.box.focus()
    me.box.select_all()


def _help(me: MainScreen) -> None:
    from guide.tui.screens.help import HelpScreen

    me.app.push_screen(HelpScreen(me.pane))


def _palette(me: MainScreen) -> None:
    from guide.tui.screens.palette import PaletteScreen

    me.app.push_screen(PaletteScreen(), lambda action: act(me, action))


_COMMANDS: dict[str, Callable[[MainScreen], None]] = {
    "help": _help,
    "language": lambda me: me.guide.speak_next(),
    "search": _focus_search,
    "filters": _filters,
    "clear": _clear,
    "drop": _drop,
    "sort": _sort,
    "theme": lambda me: me.guide.wear_next(),
    "copy": _copy,
    "palette": _palette,
    "quit": lambda me: me.guide.leave(),
    "site": _site,
    "reveal": _reveal,
    "back": _back,
    "forward": _forward,
    "tab-next": lambda me: me.step_tab(1),
    "tab-previous": lambda me: me.step_tab(-1),
    "pane-next": lambda me: _pane(me, 1),
    "pane-previous": lambda me: _pane(me, -1),
    "up": lambda me: _step(me, -1),
    "down": lambda me: _step(me, 1),
    "page-up": lambda me: _page(me, -1),
    "page-down": lambda me: _page(me, 1),
    "first": lambda me: _edge(me, -1),
    "last": lambda me: _edge(me, 1),
    "open": _open,
    "follow": lambda me: me.card.follow(),
    "link-next": lambda me: me.card.step(1),
    "link-previous": lambda me: me.card.step(-1),
    "card-back": _back,
    "toggle": lambda me: me.filters.toggle(),
    "escape": _escape,
}
