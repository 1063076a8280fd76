"""Classes of the main screen that come and go as one uses it: what no rule of theirs is about is not styled anew.

To match every rule with every widget takes the most of a turn of the loop; these classes show and hide a few panes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from guide.tui.drawings import DrawnPane

if TYPE_CHECKING:
    from textual.widget import Widget

    from guide.tui.screens.main import MainScreen

_LISTS = ("list", "ways", "card")
ABOUT: Mapping[str, tuple[str, ...]] = {
    "-chips": ("chips",),
    "-filters": ("filters", "panes"),
    "-noted": ("note", "tabs"),
    "-overview": ("list", "card"),
    "-visit": (*_LISTS, "plan"),
    "-reading": (*_LISTS, "plan", "DrawnPane"),
    "-nothing": _LISTS,
    "-drawn": (*_LISTS, "DrawnPane"),
    "-on": ("DrawnPane",),
}
"""A class -> the ids of the widgets that rules with it in main.tcss are about; the panes of drawings by their name."""

_OF_PANES = ("-nothing", "-drawn")


def dress(screen: MainScreen, wanted: Mapping[str, bool], drawing: str | None = None) -> None:
    """Gives the screen and its panes their classes; ``drawing`` is the id of the pane that "-drawn" shows."""
    panes = screen.query_one("#panes")
    concerned: dict[str, None] = {}
    for name, on in wanted.items():
        node = panes if name in _OF_PANES else screen
        if node.has_class(name) != on:
            node.set_class(on, name, update=False)
            concerned |= dict.fromkeys(ABOUT[name])
    drawn = list(panes.query_children(DrawnPane)) if "-drawn" in wanted or "DrawnPane" in concerned else []
    if "-drawn" in wanted:
        for pane in drawn:
            if pane.has_class("-on") != (pane.id == drawing):
                pane.set_class(pane.id == drawing, "-on", update=False)
                concerned["DrawnPane"] = None
    nodes: list[Widget] = [screen.query_one(f"#{each}") for each in concerned if each != "DrawnPane"]
    if "DrawnPane" in concerned:
        nodes += drawn
    if nodes:
        screen.app.stylesheet.update_nodes(nodes)
