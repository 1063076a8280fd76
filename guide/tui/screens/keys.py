"""What each key does on the main screen: commands by the pane in focus, typing anywhere, the empty box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from guide.tui.commands import AT_BOX, command_for
from guide.tui.tabs import IDS

if TYPE_CHECKING:
    from guide.tui.screens.main import MainScreen


def take_key(me: MainScreen, event: events.Key) -> bool:
    """Does what a key means in the present pane; False where it is the search box's own."""
    pane, key = me.pane, event.key
    if pane in AT_BOX and (
        (key in ("ctrl+c", "ctrl+x") and me.box.selected_text) or (key == "delete" and me.box.value)
    ):
        return False  # what stands in the box comes before what stands in the lists
    if pane in AT_BOX and me.browsing is not None and me.browsing.prompts.take_key(key):
        return True
    command = command_for(key, pane)
    if command is not None:
        me.do(command.id)
        return True
    if key.startswith("alt+") and key[4:].isdecimal() and (int(key[4:]) or 10) <= len(IDS):
        me.act(f"tab:{IDS[(int(key[4:]) or 10) - 1]}")
        return True
    if pane in AT_BOX and not me.box.value and _empty_box(me, key):
        return True
    if event.is_printable and event.character:
        # Typing anywhere is searching; from elsewhere "/" ("." on a Cyrillic layout) only goes to the box.
        if pane in AT_BOX or event.character not in "/.":
            me.box.put(event.character)
        me.box.focus()
        return True
    return False


def _empty_box(me: MainScreen, key: str) -> bool:
    match key:
        case "left" | "right":
            me.do("tab-next" if key == "right" else "tab-previous")
        case "backspace":
            me.do("drop")
        case "slash":
            pass
        case "space":
            me.do("favourite")
        case "question_mark":
            me.do("help")
        case _:
            return False
    return True
