"""The little list under the search box: values of the filter that one types; it lies over the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset, Size

from guide.text import width
from guide.tui.widgets.pick_list import Entry, PickList

if TYPE_CHECKING:
    from guide.tui.completing import Offers

_LEAST, _MOST = 18, 46  # cells


class OfferList(PickList):
    """Offered values with their counts."""

    DEFAULT_CSS = "OfferList { display: none; position: absolute; }"

    def offer(self, offers: Offers | None, counts: tuple[str, ...], left: int, top: int, screen: Size) -> None:
        """Shows other offers from that place of the screen on, or none; the cursor goes to the first."""
        entries = [
            Entry(each.shown, count, "") for each, count in zip(offers.values if offers else (), counts, strict=True)
        ]
        if entries != self.entries:
            self.show(entries)
        self.display = bool(entries)
        if entries:
            widest = max(width(each.name) + width(each.beside) for each in entries) + 4
            wide = min(max(min(widest, _MOST), _LEAST), screen.width)
            self.styles.width, self.styles.height = wide, max(min(len(entries), screen.height - top - 1), 1)
            self.styles.offset = Offset(max(min(left, screen.width - wide), 0), top)
