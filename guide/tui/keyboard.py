"""Keys that work on every keyboard layout: Ctrl and Alt combinations mean the key of the same place."""

import sys
from string import ascii_lowercase

from textual import events

from guide.tui.compat import key_of_character

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_LAYOUTS = (
    "ёйцукенгшщзхъфывапролджэячсмитьбю",  # Russian
    "ёйцукенгшўзх'фывапролджэячсмітьбю",  # Belarusian
)

TO_LATIN: dict[str, str] = {
    letter: latin for layout in _LAYOUTS for letter, latin in zip(layout, _LATIN, strict=True) if letter not in _LATIN
}
"""A Cyrillic letter -> what the same key gives on the Latin layout."""

ALT_LETTERS = ascii_lowercase + "".join(TO_LATIN)
"""The letters that Alt is pressed with, on each layout."""


# What the Option key types with the digits on a Mac, in terminals that do not take it for Alt.
_OPTION_DIGITS = dict(zip("¡™£¢∞§¶•ªº", "1234567890", strict=True))


def latin_key(key: str) -> str:
    """The key's name with its letter as on the Latin layout, where Ctrl or Alt is held: ctrl+й is ctrl+q.

    With the kitty protocol a terminal reports the letter of the layout that is on, so without this
    every such command is dead while one types Russian or Belarusian.
    """
    *modifiers, letter = key.split("+")
    latin = TO_LATIN.get(letter.lower())
    if not latin or not {"ctrl", "alt", "super"} & set(modifiers):
        return key
    return "+".join([*modifiers, key_of_character(latin)])


def rewritten(event: events.Key) -> events.Key:
    """The event as the Latin layout would have sent it, where that differs; else the event itself."""
    key = latin_key(event.key)
    if sys.platform == "darwin" and event.character in _OPTION_DIGITS:
        key = f"alt+{_OPTION_DIGITS[event.character]}"
    return event if key == event.key else events.Key(key, None)
