"""What the commands do on the main screen, one method a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guide.catalogue.model import Ref
from guide.search.facets import Chosen
from guide.text import clean
from guide.tui.commands import AT_BOX, CARD, FILTERS, LIST, PLAN
from guide.tui.dressed import dress
from guide.tui.shown import chip_key
from guide.tui.tabs import FAIR, KINDS, VISIT
from guide.tui.world import SORTS
from guide.view.plain import plain

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing
    from guide.tui.screens.main import MainScreen

COPIED_WIDTH = 78
"""Cells of a copied card's lines: they fit a letter."""


def do(screen: MainScreen, command: str) -> None:
    """Does a command by its id; what needs the catalogue does nothing until it is read."""
    always = _ALWAYS.get(command)
    if always is not None:
        always(screen)
    elif screen.browsing is not None and command in _COMMANDS:
        _COMMANDS[command](screen.browsing)
    elif screen.browsing is not None and screen.browsing.drawing is not None:
        screen.browsing.drawing.do(command)


def act(screen: MainScreen, action: str | None) -> None:
    """Does what a part of a bar or an entry of the palette stands for, such as "tab:region"; none does nothing."""
    what, _, which = (action or "").partition(":")
    me = screen.browsing
    match what:
        case "language":
            screen.guide.speak(which)
        case "theme":
            screen.guide.wear(which)
        case "catalogue":
            screen.guide.open_catalogue(Path(which))
        case "command":
            do(screen, which)
        case "clear":
            do(screen, "clear")
        case "tab" if me is not None:
            me.go_to_tab(which)
        case "mend" if me is not None:
            me.prompts.mend()
        case "query":
            screen.box.value = which
            screen.box.cursor_position = len(which)
            screen.box.focus()
        case "ref" if me is not None:
            me.go_to(Ref(*which.split(":", 1)))
        case "chip" if me is not None:
            facet, _, key = which.partition(":")
            for value in me.state.chosen.get(facet, ()):
                if chip_key(value) == key:
                    me.choose(facet, value)
                    break


def _step(me: Browsing, lines: int) -> None:
    if me.screen.pane == FILTERS:
        me.screen.filters.step(1 if lines > 0 else -1)
    elif me.nothing_shown:
        me.screen.ways.move(lines)
    elif me.overview_shown:
        me.screen.card.scroll_lines(lines)
    elif me.tab == VISIT:
        me.screen.plan.step(lines)
    else:
        me.screen.list.move(me.screen.list.cursor + lines)


def _page(me: Browsing, direction: int) -> None:
    if me.screen.pane == FILTERS:
        me.screen.filters.scroll_lines(direction * max(me.screen.filters.size.height - 1, 1))
    elif me.screen.pane == PLAN:
        me.screen.plan.step(direction * max(me.screen.plan.size.height - 1, 1))
    elif me.nothing_shown and me.screen.pane == LIST:
        me.screen.ways.move(direction * max(me.screen.ways.size.height - 1, 1))
    elif me.screen.pane == LIST and not me.overview_shown:
        me.screen.list.move(me.screen.list.cursor + direction * me.screen.list.page())
    else:
        me.screen.card.scroll_lines(direction * max(me.screen.card.size.height - 1, 1))


def _edge(me: Browsing, direction: int) -> None:
    if me.screen.pane == PLAN:
        me.screen.plan.step(direction * me.screen.plan.count())
    elif me.nothing_shown and me.screen.pane == LIST:
        me.screen.ways.move(direction * len(me.screen.ways.entries))
    elif me.screen.pane == LIST and not me.overview_shown:
        me.screen.list.move(len(me.screen.list.refs) if direction > 0 else 0)
    elif me.screen.pane == FILTERS:
        me.screen.filters.show_from(me.screen.filters.count() if direction > 0 else 0)
    else:
        me.screen.card.show_from(me.screen.card.count() if direction > 0 else 0)


def _open(me: Browsing) -> None:
    if me.nothing_shown and me.screen.pane == LIST:
        way = me.screen.ways.current
        if way is not None:
            act(me.screen, way.action)
    elif me.drawing is not None:
        me.drawing.open()
    elif me.list_ref is not None:
        if not me.overview_shown and me.list_ref != me.shown_ref:
            me.show_card(me.list_ref)
        if not me.overview_shown and me.tab != VISIT:
            me.stay_on(me.list_ref)
        dress(me.screen, {"-reading": True})
        me.screen.card.focus()


def _panes(me: Browsing) -> list[str]:
    panes = ["box"] if me.drawing is None else ["box", f"{me.tab}-view"]
    panes += ["card"] if me.list_ref is not None else []
    if me.screen.has_class("-filters"):
        panes.append("filters")
    return panes


def _pane(me: Browsing, direction: int) -> None:
    panes = _panes(me)
    here = {LIST: "box", PLAN: "box", FILTERS: "filters", me.tab: f"{me.tab}-view"}.get(me.screen.pane, "card")
    there = panes[(panes.index(here) + direction) % len(panes)] if here in panes else "box"
    if there == "card":
        _open(me)
    else:
        me.screen.set_focus(me.screen.query_one(f"#{there}"))  # at once: the next key may follow at its heels


def _escape(me: Browsing) -> None:
    if me.drawing is not None and me.screen.pane == me.tab and me.drawing.escape():
        return
    if me.screen.pane not in AT_BOX:
        if me.screen.pane == FILTERS and me.filters_open:
            me.filters_open = None
            me.refresh_filters()
        home = me.drawing.home if me.drawing is not None and me.screen.pane == CARD else "box"
        me.screen.query_one(f"#{home}").focus()
        if not me.overview_shown:
            me.follow_cursor(me.list_ref)
        elif me.shown_ref is None or me.shown_ref.kind != "fair":
            me.show_tab()
    elif me.screen.box.value:
        me.screen.box.clear()
    elif me.state.chosen:
        _clear(me)
    elif me.only:
        _only(me)
    elif me.state.sort:
        me.state = replace(me.state, sort="")
        me.search_again()
    else:
        me.screen.tell(me.tongue.t("F10 or Ctrl+Q leaves the guide."), 3.0)


def _clear(me: Browsing) -> None:
    me.state = replace(me.state, chosen=Chosen())
    me.search_again()


def _drop(me: Browsing) -> None:
    pairs = list(me.state.chosen.pairs())
    if pairs:
        me.choose(*pairs[-1])


def _filters(me: Browsing) -> None:
    if me.kind not in KINDS:
        me.screen.tell(me.tongue.t("The filters stand in the other tabs."), 3.0)
    elif me.screen.pane == FILTERS:
        me.filters_open = False
        me.refresh_filters()
        me.screen.box.focus()
    else:
        if not me.screen.has_class("-filters"):
            me.filters_open = True
            me.refresh_filters()
        me.screen.filters.focus()


def _sort(me: Browsing) -> None:
    if me.kind not in KINDS:
        return
    ways = SORTS[me.kind]
    at = ways.index(me.state.sort) if me.state.sort in ways else 0
    way = ways[(at + 1) % len(ways)]
    me.state = replace(me.state, sort="" if way == ways[0] else way)
    me.search_again()


def _only(me: Browsing) -> None:
    me.only = not me.only
    me.search_again()


def _plan_open(me: Browsing) -> None:
    line = me.screen.plan.current
    if line is not None and line.kind == "more":
        me.screen.plan.show_more()
    elif line is None or not me.visiting.plan.choose(line):
        _open(me)


def _group(me: Browsing) -> None:
    me.screen.plan.by_hall = not me.screen.plan.by_hall
    me.visiting.plan.show()


def _take_away(me: Browsing) -> None:
    from guide.tui.screens.take_away import TakeAwayScreen

    me.screen.app.push_screen(TakeAwayScreen(me.world.catalogue, me.visiting.visit, me.shown_ref))


def _news(me: Browsing) -> None:
    from guide.tui.screens.news import show_news

    show_news(me)


def _literally(me: Browsing) -> None:
    if me.found.searched or me.literally:
        me.take_literally(literally=not me.literally)
    else:
        me.screen.tell(me.tongue.t("Type something first: then it is searched letter for letter."), 3.0)


def _copy(me: Browsing) -> None:
    made = me.screen.card.card
    if made is None:
        return
    me.screen.app.copy_to_clipboard(plain(made, COPIED_WIDTH))
    me.screen.tell(me.tongue.t("Copied: {name}", name=me.tongue.quoted(made.title)), 4.0)


def _site(me: Browsing) -> None:
    thing = me.world.catalogue.get(me.shown_ref) if me.shown_ref else None
    url = getattr(thing, "site", None) or getattr(thing, "url", None)
    if url:
        me.screen.ask_to_open(clean(url))
    else:
        me.screen.tell(me.tongue.t("No site is known for this."), 3.0)


def _reveal(me: Browsing) -> None:
    ref = me.shown_ref
    if ref is None or (ref.kind not in KINDS and ref.kind != FAIR):
        return
    if ref.kind == "fair":
        me.go_to_tab(FAIR)
        return
    if ref in me.world.index.background:
        me.screen.tell(me.tongue.t("It is known from ties only and stands in no list; a search finds it."))
        return
    if ref not in me.found.rows(ref.kind):
        # What hides it is taken away, so that it can be seen among its like.
        me.states[ref.kind] = replace(me.states[ref.kind], chosen=Chosen())
        me.screen.box.clear()
        me.query = ""
    me.states[ref.kind] = replace(me.states[ref.kind], cursor=ref)
    if me.tab == ref.kind:
        me.screen.box.focus()
        me.search_again()
    else:
        me.tab = ref.kind
        me.screen.box.focus()
        me.search_again()


def _way(me: Browsing) -> None:
    from guide.tui.screens.way import show_way

    show_way(me)


def _back(me: Browsing) -> None:
    if not me.travel(back=True) and me.screen.pane not in AT_BOX:
        _escape(me)


def _forward(me: Browsing) -> None:
    me.travel(back=False)


def _focus_search(screen: MainScreen) -> None:
    screen.box.focus()
    screen.box.select_all()


def _help(screen: MainScreen) -> None:
    from guide.tui.screens.help import HelpScreen

    drawing = screen.browsing.drawing if screen.browsing is not None else None
    screen.app.push_screen(HelpScreen(screen.pane, drawing.legend if drawing is not None else ()))


def _palette(screen: MainScreen) -> None:
    from guide.tui.screens.palette import PaletteScreen

    screen.app.push_screen(PaletteScreen(), screen.act)


_ALWAYS: dict[str, Callable[[MainScreen], None]] = {
    "catalogue": lambda screen: screen.guide.open_freshness(),
    "desk": lambda screen: screen.guide.open_desk(),
    "help": _help,
    "language": lambda screen: screen.guide.speak_next(),
    "palette": _palette,
    "quit": lambda screen: screen.guide.leave(),
    "search": _focus_search,
    "theme": lambda screen: screen.guide.wear_next(),
}

_COMMANDS: dict[str, Callable[[Browsing], None]] = {
    "favourite": lambda me: me.visiting.favourite(),
    "visited": lambda me: me.visiting.been(),
    "rate": lambda me: me.visiting.rate(),
    "note": lambda me: me.visiting.note(),
    "plan": lambda me: me.visiting.plan.ask(),
    "meeting": lambda me: me.visiting.plan.meeting(),
    "unplan": lambda me: me.visiting.plan.unplan(),
    "earlier": lambda me: me.visiting.plan.move(-1),
    "later": lambda me: me.visiting.plan.move(1),
    "undo": lambda me: me.visiting.undo(),
    "redo": lambda me: me.visiting.redo(),
    "only": _only,
    "plan-open": _plan_open,
    "group": _group,
    "best-order": lambda me: me.visiting.plan.best_order(),
    "take-away": _take_away,
    "news": _news,
    "filters": _filters,
    "clear": _clear,
    "drop": _drop,
    "sort": _sort,
    "literally": _literally,
    "copy": _copy,
    "site": _site,
    "reveal": _reveal,
    "on-plan": lambda me: me.floor.show_meant(),
    "way": _way,
    "on-map": lambda me: me.ties.show_meant(),
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
    "follow": lambda me: me.screen.card.follow(),
    "link-next": lambda me: me.screen.card.step(1),
    "link-previous": lambda me: me.screen.card.step(-1),
    "card-back": _back,
    "toggle": lambda me: me.screen.filters.toggle(),
    "escape": _escape,
}
