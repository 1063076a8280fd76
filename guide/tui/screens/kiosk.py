"""The guide for visitors at a public screen: it answers, keeps nothing of the last person, and cannot be left."""

from __future__ import annotations

import time
from collections.abc import Sequence

from guide.i18n import C_, N_, Tongue
from guide.tui.desk_keys import ANSWERED, ASKING, Key
from guide.tui.screens.desk import DeskScreen

WATCH = 1.0
"""Seconds between two looks at whether somebody is there."""

KEYS: tuple[Key, ...] = (
    Key("Enter", "enter", C_("keys", "answer"), N_("The large card of the line marked."), ASKING, 9),
    Key("Enter", "enter", C_("keys", "more"), N_("Everything that is known of it."), ANSWERED, 5),
    Key("Esc", "escape", C_("keys", "start again"), N_("Wipes everything and begins anew."), "", 10),
    Key("F2", "f2", C_("keys", "language"), N_("Russian, Belarusian, English: the guide and the data."), "", 8),
    Key("F6", "f6", C_("keys", "QR"), N_("The answer as a QR code for your phone."), ANSWERED, 6),
    Key(
        "F11",
        "f11",
        C_("keys", "hall plan"),
        N_("The plan of the hall, with the stand lit; Alt+P does the same."),
        ANSWERED,
        6,
    ),
    Key("F5", "f5", C_("keys", "way"), N_("The way there in words; Alt+W does the same."), ANSWERED, 7),
    Key("F1", "f1", C_("keys", "help"), N_("Every key."), "", 7),
)
"""Every key of a public screen, as at the desk."""

_OPEN = frozenset(
    ("enter", "escape", "up", "down", "f1", "f2", "f6", "f5", "alt+w", "f11", "alt+p", "tab", "shift+tab")
)


class KioskScreen(DeskScreen):
    """A desk without a clerk: its own language is the visitor's, it goes back to the start by itself."""

    HEADING = N_("Ask here")
    QUESTION = N_("What are you looking for? Name, product, stand, service…")

    private = False
    ALLOW_SELECT = False

    def __init__(self, code: str, idle: float) -> None:
        super().__init__()
        self._code = code
        self._idle = idle

    def on_mount(self) -> None:
        """Begins to watch whether somebody is there; Textual calls the desk's own as well."""
        self.set_interval(WATCH, self._look)

    @property
    def tongue(self) -> Tongue:
        """The visitor's language: there is no clerk."""
        return self.visitor

    def keys(self) -> Sequence[Key]:
        """The keys that work on this screen."""
        return KEYS

    def _look(self) -> None:
        fresh = not self.asked.query and self.asked.ref is None and not self.box.value and not self._visitor
        over = self.app.screen is not self
        if time.monotonic() - self.guide.touched >= self._idle and (over or not fresh):
            while self.app.screen is not self:
                self.app.pop_screen()
            self.wipe()

    def press(self, key: str) -> bool:
        """Does what a key means; the keys of the desk that are not for everyone mean nothing."""
        if key in ("f10", "ctrl+q"):
            self._ask_for_code()
            return True
        if key in _OPEN:
            return super().press(key)
        return not (len(key) == 1 or key in ("backspace", "delete", "left", "right", "home", "end", "space")) and (
            self._is_command(key)
        )

    def _ask_for_code(self) -> None:
        # In a box of its own: typed among the questions it could be read over a shoulder, and a slip in it would
        # stay there and in the journal.
        from guide.tui.screens.code import CodeScreen

        def done(right: bool | None) -> None:
            if right:
                self.wipe()
                self.guide.leave()

        self.app.push_screen(CodeScreen(self._code), done)

    @staticmethod
    def _is_command(key: str) -> bool:
        return "+" in key or (key.startswith("f") and key[1:].isdigit())

    def more(self) -> None:
        """The whole card, with no link that leaves the guide."""
        from guide.tui.screens.card import CardScreen
        from guide.view.cards import card

        if self.asked.ref is not None:
            made = card(self.world.catalogue, self.asked.ref, self.tongue)
            self.app.push_screen(CardScreen(made, open_to_all=True), lambda ref: self.show_thing(ref) if ref else None)
