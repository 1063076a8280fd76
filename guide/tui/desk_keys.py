"""The keys of the desk: the bottom line and the help come from this table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from guide.i18n import C_, N_, Tongue
from guide.tui.widgets.bar import Part
from guide.view import roles

if TYPE_CHECKING:
    from guide.view.blocks import Card

ASKING, ANSWERED = "asking", "answered"

NEWS_NEED = 9
"""How long the key of what changed keeps its place while there is something to look at."""


class Key(NamedTuple):
    """A key of the desk: as printed, as pressed, its name on the bottom line, what it does, and when it works.

    ``need`` says how long it keeps its place when the bottom line gets short.
    """

    printed: str
    key: str
    brief: str
    help: str
    when: str = ""
    need: int = 0


KEYS: tuple[Key, ...] = (
    Key("Enter", "enter", C_("keys", "answer"), N_("The large card of the line marked."), ASKING, 9),
    Key("Enter", "enter", C_("keys", "more"), N_("Everything that is known of it."), ANSWERED, 5),
    Key("Esc", "escape", C_("keys", "next person"), N_("Wipes everything for the next person."), "", 10),
    Key("F2", "f2", C_("keys", "visitor’s language"), N_("The card in the visitor’s next language."), "", 8),
    Key("F3", "f3", C_("keys", "desk’s language"), N_("The words of the desk in the next language."), "", 1),
    Key("F6", "f6", C_("keys", "QR"), N_("The answer as a QR code for the visitor’s phone."), ANSWERED, 6),
    Key("F7", "f7", C_("keys", "slip"), N_("The answer as a slip for a receipt printer."), ANSWERED, 6),
    Key(
        "F11",
        "f11",
        C_("keys", "hall plan"),
        N_("The plan of the hall, with the stand lit; Alt+P does the same."),
        ANSWERED,
        6,
    ),
    Key("F5", "f5", C_("keys", "way"), N_("The way there in words; Alt+W does the same."), ANSWERED, 7),
    Key("F8", "f8", C_("keys", "copy"), N_("The answer as plain text to the clipboard."), ANSWERED, 2),
    Key(
        "F9",
        "f9",
        C_("keys", "journal"),
        N_("What was asked, what was not found; other names can be tied there."),
        "",
        3,
    ),
    Key(
        "Alt+U",
        "alt+u",
        C_("keys", "catalogue"),
        N_("When the catalogue was saved, and what is wrong with a newer one."),
        "",
        0,
    ),
    Key(
        "Ctrl+E", "ctrl+e", C_("keys", "changes"), N_("What changed since you last looked; Alt+E does the same."), "", 0
    ),
    Key("F1", "f1", C_("keys", "help"), N_("Every key of the desk."), "", 7),
    Key("F12", "f12", C_("keys", "guide"), N_("Back to the guide; in “guide desk” it leaves."), "", 4),
)
"""Every key of the desk."""


def key_parts(keys: Sequence[Key], state: str, tongue: Tongue, room: int) -> tuple[Part, ...]:
    """The keys that work in a state: the most needed of them, as many as there is room for."""
    kept = [each for each in keys if each.when in ("", state)]
    parts = {each: _part(each, tongue) for each in kept}
    while len(kept) > 1 and sum(parts[each].text.cell_len + 1 for each in kept) > room:
        kept.remove(min(kept, key=lambda each: each.need))
    return tuple(parts[each] for each in kept)


def help_card(keys: Sequence[Key], tongue: Tongue) -> Card:
    """What one does at the desk, and every key."""
    from guide.catalogue.model import Ref
    from guide.view.blocks import Card, Pairs, Paragraph

    t = tongue.t
    about = t(
        "Type what you hear, as you hear it, and press Enter. Digits choose among what is nearly as likely; "
        "the next letter begins the next question."
    )
    pairs = tuple((each.printed, Text(t(each.help))) for each in keys)
    return Card(Ref("help", "desk"), t("Info desk"), (Paragraph(Text(about)), Pairs(pairs)))


def _part(key: Key, tongue: Tongue) -> Part:
    text = Text().append(f" {key.printed} ", roles.ACCENT)
    return Part(text.append(tongue.c("keys", key.brief), roles.QUIET), f"desk:{key.key}")
