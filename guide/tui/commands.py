"""Everything that can be done, in one table: it drives the keys, the bottom line, the help and the palette."""

from collections.abc import Collection
from dataclasses import dataclass

from guide.i18n import C_, N_

LIST, CARD, FILTERS, PLAN, FLOOR, TIES = "list", "card", "filters", "plan", "floor", "ties"
PANES = {
    LIST: N_("List and search box"),
    PLAN: N_("My visit"),
    FLOOR: N_("Hall plans"),
    TIES: N_("Map of ties"),
    CARD: N_("Card"),
    FILTERS: N_("Filters"),
}
AT_BOX = (LIST, PLAN)
"""The panes in which the search box has the focus."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done: ``panes`` where its keys work (none: everywhere).

    ``footer`` is its place on the bottom line (0: not there), ``brief`` its name there, ``need`` how
    long it keeps that place when the line gets short.
    ``palette`` says whether it makes sense when picked from the palette.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    panes: tuple[str, ...] = ()
    footer: int = 0
    brief: str = ""
    palette: bool = True
    need: int = 0


COMMANDS: tuple[Command, ...] = (
    Command("help", ("f1",), N_("Help"), N_("Every key, for the pane you are in; “?” in an empty box does the same."),
            footer=90, brief=C_("keys", "help"), need=8),
    Command("language", ("f2",), N_("Next language"), N_("Russian, Belarusian, English: the guide and the data."),
            footer=40, brief=C_("keys", "language"), need=4),
    Command("search", ("f3", "ctrl+f"), N_("Search"),
            N_("To the search box. “/”, or just typing anywhere, does the same.")),
    Command("filters", ("f4", "ctrl+t"), N_("Filters"),
            N_("Show the filters, go to them, or put them away; Backspace in an empty box removes the last one."),
            footer=20, brief=C_("keys", "filters"), need=6),
    Command("clear", (), N_("Remove all filters"), N_("Everything of this tab is listed again.")),
    Command("sort", ("f6", "ctrl+s"), N_("Sort differently"), N_("By name, by place, by stand…"),
            footer=30, brief=C_("keys", "sort"), need=3),
    Command("literally", ("ctrl+l", "alt+l"), N_("Search letter for letter"),
            N_("Find what has exactly these letters: no other layout, no typing mistakes; once more to guess again.")),
    # What one does to one's visit, in any list and card.
    Command("favourite", ("f5",), N_("Favourite"),
            N_("Mark it as a favourite, or take that back; Space in an empty box does the same."),
            footer=12, brief=C_("keys", "favourite"), need=6),
    Command("note", ("ctrl+n",), N_("Note"), N_("Write a note on it; it is saved while you write.")),
    Command("rate", ("ctrl+r",), N_("Rate"), N_("One star more each time; after five there is none.")),
    Command("visited", ("ctrl+b",), N_("Been there"), N_("Mark it as visited, or take that back.")),
    Command("plan", ("ctrl+d",), N_("Into the plan"),
            N_("Add it to the plan, or change its day, time and length there."),
            footer=45, brief=C_("keys", "plan"), need=3),
    Command("meeting", ("ctrl+k",), N_("New meeting"), N_("With whom, when, where and what about.")),
    Command("only", ("alt+f",), N_("Only favourites"), N_("Every tab shows favourites only; once more shows all.")),
    Command("undo", ("ctrl+z",), N_("Undo"), N_("Takes back the last mark, note or change of the plan.")),
    Command("redo", ("ctrl+y",), N_("Do again"), N_("Does again what was undone.")),
    Command("take-away", ("ctrl+x",), N_("Take it away"),
            N_("The plan as a QR code, a calendar, address cards, a page for the phone, a slip…"),
            footer=47, brief=C_("keys", "take away"), need=3),
    Command("news", ("ctrl+e", "alt+e"), N_("What changed"),
            N_("Since you last looked, what you marked or planned first; and every notice of the fair.")),
    Command("desk", ("f12",), N_("Info desk"), N_("One box and one large card, to answer visitors at a desk.")),
    Command("catalogue", ("alt+u", "alt+c"), N_("The catalogue on the disk"),
            N_("When it was saved, whether what is shown is what lies there, and what is wrong with a newer one.")),
    Command("theme", ("f7",), N_("Next theme"), N_("Dark, light and others; all of them by name in the palette.")),
    Command("copy", ("f8", "ctrl+c"), N_("Copy the card"), N_("The card as plain text goes to the clipboard."),
            footer=50, brief=C_("keys", "copy"), need=2),
    Command("palette", ("f9", "ctrl+p"), N_("Find a command or a thing"),
            N_("Every command and every item of the catalogue by name."), footer=60,
            brief=C_("keys", "commands"), need=4, palette=False),
    Command("quit", ("f10", "ctrl+q"), N_("Quit"), N_("Leave the guide."), footer=99, brief=C_("keys", "quit"), need=7),
    Command("site", ("ctrl+o",), N_("Open the site"),
            N_("The site of what the card shows, in your browser; you are asked first.")),
    Command("reveal", ("ctrl+g",), N_("Show it in its list"), N_("Go to the tab where the card's thing is listed.")),
    Command("on-plan", ("f11", "alt+p"), N_("Show on the hall plan"),
            N_("The plan of its hall, with its stand lit; at the desk too."),
            panes=(LIST, PLAN, CARD, FILTERS, TIES), footer=41, brief=C_("keys", "hall plan"), need=3),
    Command("way", ("alt+w",), N_("The way there"),
            N_("From where you are to it, in words: how far, what to pass, where to turn; at the desk too."),
            footer=42, brief=C_("keys", "way"), need=4),
    Command("on-map", ("alt+m",), N_("Show on the map of ties"),
            N_("From where to where it leads; of a region or an organisation its first venture.")),
    Command("back", ("alt+left",), N_("Back"), N_("To the card before; in a card Backspace does the same."),
            panes=()),
    Command("forward", ("alt+right",), N_("Forward"), N_("To the card that you came back from.")),
    Command("tab-next", ("ctrl+pagedown",), N_("Next tab"), N_("Left and Right do the same while the box is empty.")),
    Command("tab-previous", ("ctrl+pageup",), N_("Previous tab"), N_("The tab to the left.")),
    Command("pane-next", ("tab",), N_("Next pane"), N_("From the list to the card, to the filters and round."),
            footer=15, brief=C_("keys", "pane"), need=5, palette=False),
    Command("pane-previous", ("shift+tab",), N_("Previous pane"), N_("The other way round."), palette=False),
    # The list, which moves while one types.
    Command("up", ("up",), N_("Up"), N_("To the line above."), panes=(LIST, PLAN, FILTERS), palette=False),
    Command("down", ("down",), N_("Down"), N_("To the line below."), panes=(LIST, PLAN, FILTERS), palette=False),
    Command("page-up", ("pageup",), N_("Page up"), N_("A screen up."), palette=False),
    Command("page-down", ("pagedown",), N_("Page down"), N_("A screen down."), palette=False),
    Command("first", ("ctrl+home",), N_("To the start"), N_("The first line."), palette=False),
    Command("last", ("ctrl+end",), N_("To the end"), N_("The last line."), palette=False),
    Command("open", ("enter",), N_("Open"), N_("Go into the card; from there Esc comes back."),
            panes=(LIST,), footer=10, brief=C_("keys", "open"), need=10, palette=False),
    # The plan.
    Command("plan-open", ("enter",), N_("Open or do"), N_("Open the card; do what a line offers."),
            panes=(PLAN,), footer=10, brief=C_("keys", "open"), need=10, palette=False),
    Command("unplan", ("delete",), N_("Out of the plan"), N_("Take it out of the plan; Ctrl+Z brings it back."),
            panes=(PLAN,), footer=13, brief=C_("keys", "out"), need=5),
    Command("earlier", ("alt+up", "ctrl+up"), N_("Move up"), N_("One place up among those of its day."),
            panes=(PLAN,), footer=14, brief=C_("keys", "up"), need=3),
    Command("later", ("alt+down", "ctrl+down"), N_("Move down"), N_("One place down among those of its day."),
            panes=(PLAN,)),
    Command("best-order", ("alt+o",), N_("Best order"),
            N_("The stops of the day with the least walking; nothing changes until you take it."), panes=(PLAN,),
            footer=15, brief=C_("keys", "order"), need=5),
    Command("group", ("f6", "ctrl+s"), N_("By hall"), N_("Group what has no time by hall, or not."),
            panes=(PLAN,), footer=30, brief=C_("keys", "by hall"), need=3),
    # The halls.
    Command("floor-open", ("enter",), N_("Open what is lit"),
            N_("Its card, or the hall where the whole site is shown; a click on what is lit does the same."),
            panes=(FLOOR,), footer=10, brief=C_("keys", "open"), need=10, palette=False),
    Command("floor-next", ("pagedown",), N_("Next hall"), N_("The next hall or level."),
            panes=(FLOOR,), footer=16, brief=C_("keys", "hall"), need=8, palette=False),
    Command("floor-previous", ("pageup",), N_("Hall before"), N_("The hall or level before."),
            panes=(FLOOR,), palette=False),
    Command("floor-near", ("plus", "equals_sign"), N_("Nearer"), N_("The wheel of the mouse does the same."),
            panes=(FLOOR,), footer=17, brief=C_("keys", "nearer"), need=7, palette=False),
    Command("floor-far", ("minus", "underscore"), N_("Further off"), N_("From a whole hall to the site."),
            panes=(FLOOR,), footer=18, brief=C_("keys", "further"), need=7, palette=False),
    Command("floor-fit", ("home",), N_("The whole hall"), N_("As near as all of it can be seen."),
            panes=(FLOOR,), footer=19, brief=C_("keys", "all of it"), need=4, palette=False),
    Command("floor-hits", ("end",), N_("Fit in what is found"), N_("As near as everything found can be seen."),
            panes=(FLOOR,), footer=20, brief=C_("keys", "what is found"), need=4),
    Command("floor-site", ("f6", "backspace"), N_("All halls"),
            N_("The whole site, level by level where halls lie above one another."),
            panes=(FLOOR,), footer=21, brief=C_("keys", "all halls"), need=6),
    Command("floor-here", ("alt+h",), N_("I am here"),
            N_("Marks what is lit as the place where you are; once more takes the mark away."),
            panes=(FLOOR,), footer=22, brief=C_("keys", "I am here"), need=5),
    Command("floor-left", ("left",), N_("To the left"), N_("What comes next on the left."),
            panes=(FLOOR,), palette=False),
    Command("floor-right", ("right",), N_("To the right"), N_("What comes next on the right."),
            panes=(FLOOR,), palette=False),
    Command("floor-up", ("up",), N_("Up"), N_("What comes next above."), panes=(FLOOR,), palette=False),
    Command("floor-down", ("down",), N_("Down"), N_("What comes next below."), panes=(FLOOR,), palette=False),
    Command("floor-pan-left", ("shift+left",), N_("View to the left"), N_("Dragging with the mouse does the same."),
            panes=(FLOOR,), palette=False),
    Command("floor-pan-right", ("shift+right",), N_("View to the right"), N_("Dragging with the mouse does the same."),
            panes=(FLOOR,), palette=False),
    Command("floor-pan-up", ("shift+up",), N_("View up"), N_("Shift and the wheel do the same."),
            panes=(FLOOR,), palette=False),
    Command("floor-pan-down", ("shift+down",), N_("View down"), N_("Shift and the wheel do the same."),
            panes=(FLOOR,), palette=False),
    # The map of ties.
    Command("ties-open", ("enter",), N_("Open what is lit"),
            N_("The venture’s card, the ventures of a town, or those of a cell of the table in their own tab."),
            panes=(TIES,), footer=10, brief=C_("keys", "open"), need=10, palette=False),
    Command("ties-table", ("f6", "alt+t"), N_("Map or table"),
            N_("The same ventures counted by regions, or drawn again."),
            panes=(TIES,), footer=16, brief=C_("keys", "table"), need=8),
    Command("ties-near", ("plus", "equals_sign"), N_("Nearer"), N_("The wheel of the mouse does the same."),
            panes=(TIES,), footer=17, brief=C_("keys", "nearer"), need=7, palette=False),
    Command("ties-far", ("minus", "underscore"), N_("Further off"), N_("The wheel of the mouse does the same."),
            panes=(TIES,), footer=18, brief=C_("keys", "further"), need=7, palette=False),
    Command("ties-fit", ("home",), N_("All that is found"), N_("As near as all towns can be seen."),
            panes=(TIES,), footer=19, brief=C_("keys", "all of it"), need=5, palette=False),
    Command("ties-lit", ("end",), N_("Only what is lit"), N_("As near as both its ends can be seen."),
            panes=(TIES,), footer=20, brief=C_("keys", "only this"), need=5, palette=False),
    Command("ties-next", ("pagedown",), N_("Next venture"),
            N_("The next one of the town that is lit, else of the list."),
            panes=(TIES,), footer=21, brief=C_("keys", "next"), need=4, palette=False),
    Command("ties-previous", ("pageup",), N_("Venture before"),
            N_("The one before of the town that is lit, else of the list."), panes=(TIES,), palette=False),
    Command("ties-missing", ("alt+n",), N_("Not on the map"), N_("The ventures of which nobody says where they are."),
            panes=(TIES,)),
    Command("ties-left", ("left",), N_("To the left"), N_("The next town or cell on the left."),
            panes=(TIES,), palette=False),
    Command("ties-right", ("right",), N_("To the right"), N_("The next town or cell on the right."),
            panes=(TIES,), palette=False),
    Command("ties-up", ("up",), N_("Up"), N_("The next town or cell above."), panes=(TIES,), palette=False),
    Command("ties-down", ("down",), N_("Down"), N_("The next town or cell below."), panes=(TIES,), palette=False),
    Command("ties-pan-left", ("shift+left",), N_("View to the left"), N_("Dragging with the mouse does the same."),
            panes=(TIES,), palette=False),
    Command("ties-pan-right", ("shift+right",), N_("View to the right"), N_("Dragging with the mouse does the same."),
            panes=(TIES,), palette=False),
    Command("ties-pan-up", ("shift+up",), N_("View up"), N_("Shift and the wheel do the same."),
            panes=(TIES,), palette=False),
    Command("ties-pan-down", ("shift+down",), N_("View down"), N_("Shift and the wheel do the same."),
            panes=(TIES,), palette=False),
    # The card.
    Command("follow", ("enter",), N_("Follow the link"), N_("Open what the marked link names."),
            panes=(CARD,), footer=10, brief=C_("keys", "follow"), need=10, palette=False),
    Command("link-next", ("down", "right"), N_("Next link"), N_("Mark the next link, or scroll on to it."),
            panes=(CARD,), palette=False),
    Command("link-previous", ("up", "left"), N_("Previous link"), N_("Mark the link before."),
            panes=(CARD,), palette=False),
    Command("card-back", ("backspace",), N_("Back"), N_("To the card before, or to the list."),
            panes=(CARD,), palette=False),
    Command("page-down", ("space",), N_("Page down"), N_("A screen down."), panes=(CARD,), palette=False),
    # The filters.
    Command("toggle", ("enter", "space"), N_("Choose"), N_("Choose this value, or let it go; several may be chosen."),
            panes=(FILTERS,), footer=10, brief=C_("keys", "choose"), need=10, palette=False),
    Command("escape", ("escape",), N_("Back"), N_("Out of the card; then empties the box; then removes the filters."),
            footer=80, brief=C_("keys", "back"), need=9, palette=False),
)  # fmt: skip


def command_for(key: str, pane: str) -> Command | None:
    """What a key does in a pane: the pane's own command before one that works everywhere."""
    everywhere = None
    for command in COMMANDS:
        if key in command.keys:
            if pane in command.panes:
                return command
            if not command.panes:
                everywhere = everywhere or command
    return everywhere


def footer(pane: str, without: Collection[str] = ()) -> list[Command]:
    """The commands of the bottom line in a pane, in their order there, but for those that mean nothing now.

    One whose first key means something else in the pane is not among them.
    """
    here = [
        each for each in COMMANDS if each.footer and each.id not in without and command_for(each.keys[0], pane) is each
    ]
    return sorted(here, key=lambda each: each.footer)


_KEY_NAMES = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "space": N_("Space"),
    "backspace": "Backspace", "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp",
    "pagedown": "PgDn", "plus": "+", "minus": "−", "equals_sign": "=", "underscore": "_",
    "home": "Home", "end": "End", "delete": "Del",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it is printed on keyboards: "ctrl+pagedown" is "Ctrl+PgDn"."""
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    *modifiers, last = key.split("+")
    return "+".join([*(each.capitalize() for each in modifiers), _KEY_NAMES.get(last, last.upper())])


def key_of(command: str) -> str:
    """The first key of a command, as it is printed."""
    return next((key_name(each.keys[0]) for each in COMMANDS if each.id == command and each.keys), "")
