"""Whether what is shown lies on the disk: a line that stays while it does not, and the time on the bottom line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from guide.i18n import C_
from guide.text import width
from guide.tui.commands import key_of
from guide.tui.layout import WIDE
from guide.tui.widgets.bar import Bar, Part
from guide.view import roles

if TYPE_CHECKING:
    from guide.i18n import Tongue
    from guide.tui.app import GuideApp

MORE = C_("keys", "look")

_SIGN = " ! "

LEAST = 44
"""Columns from which the catalogue's time stands on the bottom line."""


class FreshLine(Bar):
    """Says what is wrong with a newer catalogue, and which key shows more; not there while nothing is."""

    DEFAULT_CSS = "FreshLine { display: none; }"

    def __init__(self, action: str, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._action = action  # what a click on it does

    def say(self, guide: GuideApp, tongue: Tongue) -> None:
        """Says how it stands now; nothing where that was put away, or nobody here can do anything about it."""
        fresh, world, said = guide.renewing.fresh, guide.world, ""
        key = Text().append(f" {key_of('catalogue')} ", roles.ACCENT)
        more = key.copy().append(tongue.c("keys", MORE), roles.QUIET)
        if fresh is not None and world is not None and not (fresh.hidden or guide.locked):
            from guide.view.freshness import line

            room = guide.size.width - more.cell_len - len(_SIGN) - 1
            said = line(fresh, world.catalogue, tongue, room)
            more = more if width(said) <= room else key
        if said:
            text = Text().append(f"{_SIGN}{said}", roles.WARN)
            self.show((Part(text, self._action),), (Part(more, self._action),))
        else:
            self.show(())
        if bool(said) != self.display:
            self.display = bool(said)
            self.screen.set_class(bool(said), "-fresh")


def saved_part(guide: GuideApp, tongue: Tongue, columns: int, action: str) -> tuple[Part, ...]:
    """The time of the catalogue that is shown, for the right of the bottom line; nothing where that is too short.

    ``action`` is what a click on it does.
    """
    world, fresh = guide.world, guide.renewing.fresh
    if world is None or fresh is None or columns < LEAST:
        return ()
    from guide.view.freshness import sign

    zone = world.catalogue.fair.timezone
    text = sign(fresh, tongue, zone, brief=columns < WIDE, quiet=guide.locked)
    return (Part(text, "" if guide.locked else action),) if text else ()
