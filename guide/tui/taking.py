"""What is taken away from the app: a visit, favourites or one thing as QR codes, and as files in every format."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from guide import places
from guide.exchange.formats import FORMATS, Wishes, made
from guide.exchange.saved import TakenError, save
from guide.exchange.selection import Selection, favoured, things, visited
from guide.exchange.slip import COLUMNS
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


@dataclass(frozen=True, slots=True)
class Way:
    """A way to take something away as a file: the format, what it is good for (a msgid), its ending, the columns."""

    format: str
    about: str
    suffix: str
    columns: int = COLUMNS[0]


def ways() -> tuple[Way, ...]:
    """Every way, in the order of the formats; both widths of a slip."""
    from guide.exchange.plan_png import renderer

    done = []
    for name, each in FORMATS.items():
        if name == "slip":
            wide, narrow = COLUMNS
            done.append(Way(name, N_("a slip for a receipt printer, 80 mm paper"), each.suffix, wide))
            done.append(Way(name, N_("a slip for a receipt printer, 58 mm paper"), each.suffix, narrow))
        elif name == "png" and not renderer():
            continue  # nothing here could draw it
        elif name != "qr":
            done.append(Way(name, each.about, each.suffix))
    return tuple(done)


def file_name(what: str, catalogue: Catalogue) -> str:
    """What a file is called, without its ending."""
    return f"{catalogue.fair.id}-{what}"


def saved(way: Way, selection: Selection, called: str) -> tuple[Path, tuple[str, ...]]:
    """Makes a file in the folder of downloads: where it is, and what is not in it; an older one of that name stays.

    Raises GuideError where nothing of the selection goes into that format, and NotSavedError.
    """
    whole = made(way.format, selection, Wishes(way.columns))
    return put(f"{called}.{way.suffix}", whole.text), whole.left_out


def put(name: str, text: str | bytes) -> Path:
    """Writes a file beside those that are in the folder of downloads; raises NotSavedError."""
    folder = places.downloads()
    stem, _, ending = name.rpartition(".")
    with suppress(OSError):  # whatever is in the way is told when the file is written
        folder.mkdir(parents=True, exist_ok=True)
    for at in count(1):
        file = folder / (name if at == 1 else f"{stem}-{at}.{ending}")
        with suppress(TakenError):
            save(file, text)
            break
    return file


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

    return [Side(t("To read on a phone"), to_read, text), Side(t("For another guide"), for_guide, text)]


def card_side(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> Side:
    """One thing as a QR code for a phone: its name, where it stands, its phone, its site."""
    from guide.exchange import qr
    from guide.exchange.brief import card_lines

    selection = things(catalogue, tongue, [ref])

    def codes(columns: int, rows: int) -> Sequence[Code]:
        return qr.card(selection, ref, columns, rows)

    return Side(selection.name(ref), codes, lambda: "\n".join(card_lines(selection, ref)))
