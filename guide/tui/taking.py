"""What is taken away from the app: a visit, favourites or one thing as QR codes, and as files in every format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guide.exchange.selection import Selection, favoured, things, visited
from guide.i18n import N_, Tongue
from guide.tui.screens.qr import Side

if TYPE_CHECKING:
    from guide.catalogue.model import Catalogue, Ref
    from guide.exchange.qr import Code
    from guide.visit.state import Visit

VISIT, FAVOURITES, THING = "visit", "favourites", "thing"
WHAT = {
    VISIT: N_("My visit: the plan and everything marked"),
    FAVOURITES: N_("My favourites"),
    THING: N_("What the card shows"),
}
"""What can be taken away, as it is called."""


def selected(what: str, catalogue: Catalogue, visit: Visit, ref: Ref | None, tongue: Tongue) -> Selection:
    """The selection that is meant; an empty one where there is nothing of it."""
    if what == FAVOURITES:
        return favoured(catalogue, tongue, visit)
    if what == THING:
        return things(catalogue, tongue, [ref] if ref is not None else [])
    return visited(catalogue, tongue, visit)


def sides(selection: Selection) -> list[Side]:
    """A selection as QR codes: for another guide, which reads it back, and to be read on a phone."""
    from guide.exchange import qr
    from guide.exchange.brief import brief

    t = selection.tongue.t

    def text() -> str:
        return brief(selection)

    def for_guide(columns: int, rows: int) -> Sequence[Code]:
        return qr.for_guide(selection, columns, rows)

    def to_read(columns: int, rows: int) -> Sequence[Code]:
        return qr.to_read(selection, columns, rows)

    return [Side(t("For another guide"), for_guide, text), Side(t("To read on a phone"), to_read, text)]


def card_side(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> Side:
    """One thing as a QR code for a phone: its name, where it stands, its phone, its site."""
    from guide.exchange import qr
    from guide.exchange.brief import card_lines

    selection = things(catalogue, tongue, [ref])

    def codes(columns: int, rows: int) -> Sequence[Code]:
        return qr.card(selection, ref, columns, rows)

    return Side(selection.name(ref), codes, lambda: "\n".join(card_lines(selection, ref)))
