"""What the search box prompts while one types: the values of a filter in a list under it, the rest of a name in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.text import width
from guide.tui.compat import ghost
from guide.tui.completing import Offers, Typed, mended, offers, rest_of_name
from guide.tui.widgets.offer_list import OfferList

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing

_STEPS = {"up": -1, "down": 1}
_TAKING = ("enter", "tab", "right")
_KEYS = (*_STEPS, *_TAKING, "escape")


class Prompts:
    """Prompts in the box of a screen; all of it follows from what the box holds and where its cursor is."""

    def __init__(self, me: Browsing) -> None:
        self._me = me
        self._box = me.screen.box
        self._list = me.screen.query_one(OfferList)
        self._found: Offers | None = None
        self._put_away: tuple[str, int] | None = None

    @property
    def typed(self) -> Typed:
        """What the box holds."""
        return Typed(self._box.value, self._box.cursor_position)

    @property
    def open(self) -> bool:
        """Whether values are offered, so that some keys are theirs."""
        return bool(self._list.display)

    def refresh(self) -> None:
        """Offers what belongs to the box as it is now."""
        found, rest = None, None
        if self._box.has_focus and self._box.selection.is_empty:
            found = offers(self._me.world.index.values, self.typed, self._me.tongue)
            if found is None:
                self._put_away = None  # the next filter is another one
                rest = rest_of_name(self.typed, self._me.tongue)
            elif found.key == self._put_away:
                found = None
        self._offer(found)
        ghost(self._box, self._box.value + rest[0] if rest else "")
        self._found = found

    def _offer(self, found: Offers | None) -> None:
        counts = tuple(self._me.tongue.number(each.count) for each in found.values) if found else ()
        left = self._box.region.x + width(self._box.value[: found.at]) - self._box.scroll_offset.x - 1 if found else 0
        under = self._me.screen.query_one("#search").region.bottom
        self._list.offer(found, counts, left, under, self._me.screen.size)

    def take_key(self, key: str) -> bool:
        """Does what a key means here; False where nothing is prompted that it could mean."""
        if key not in _KEYS:
            return False
        self.refresh()  # keys may come faster than what they change is shown
        at_end = self._box.cursor_at_end
        if self._found is None:
            return key == "right" and at_end and self._take_rest()
        if key in _STEPS:
            self._list.move(_STEPS[key])
        elif key == "escape":
            self._put_away = self._found.key
            self.refresh()
        elif key == "right" and not at_end:
            return False
        else:
            self.take(self._list.cursor)
        return True

    def take(self, number: int) -> None:
        """Takes one of the values offered."""
        if self._found is not None and number < len(self._found.values):
            self._put(self._found.values[number].taken)

    def mend(self) -> bool:
        """Mends the first wrong name or value of a filter; False where nothing is like it."""
        typed = mended(self._me.world.index.values, self.typed)
        if typed is not None:
            self._put(typed)
        return typed is not None

    def _take_rest(self) -> bool:
        rest = rest_of_name(self.typed, self._me.tongue) if self._box.value else None
        if rest is None:
            return self.mend()
        self._put(rest[1])
        return True

    def _put(self, typed: Typed) -> None:
        self._box.value = typed.text
        self._box.cursor_position = typed.cursor
        self._box.focus()
        self.refresh()
