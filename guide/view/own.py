"""What a person made of a thing, as signs before its row and as lines at the top of its card."""

from collections.abc import Sequence

from rich.text import Text

from guide.catalogue.model import Ref
from guide.dates import clock, day
from guide.i18n import C_, Tongue
from guide.text import cut, one_line
from guide.view import roles
from guide.view.blocks import Blank, Block, Card, Paragraph, joined, styled
from guide.visit.state import MOST_STARS, Mark, Stop

FAVOURITE, VISITED, NOTED, RATED, PLANNED = "★", "✓", "✎", "☆", "•"

_PLANNED = C_("visit", "planned")

SIGNS = 2
"""Cells of a row's signs: whether it is a favourite, and what else there is to say of it."""


def signs(mark: Mark, *, planned: bool) -> str:
    """A row's two signs: a favourite's star; been there, a note, a rating, or in the plan, the first that holds."""
    second = (
        (mark.visited, VISITED),
        (bool(mark.note), NOTED),
        (planned, PLANNED),
        (bool(mark.rating), RATED),
    )
    return (FAVOURITE if mark.favourite else " ") + next((sign for holds, sign in second if holds), " ")


def stars(rating: int) -> str:
    """A rating as stars: «★★★☆☆»."""
    return "★" * rating + "☆" * (MOST_STARS - rating)


def own_block(mark: Mark, stops: Sequence[Stop], tongue: Tongue) -> tuple[Block, ...]:
    """What a card says of a person's own marks, above what the catalogue says; nothing where there are none."""
    t = tongue.t
    said: list[Text] = []
    favourite, visited = t("favourite"), t("visited")
    if mark.favourite:
        said.append(styled(f"{FAVOURITE} {favourite}", roles.ACCENT))
    if mark.visited:
        said.append(styled(f"{VISITED} {visited}", roles.ACCENT))
    if mark.rating:
        said.append(styled(stars(mark.rating), roles.ACCENT))
    said += [styled(f"{PLANNED} {when(stop, tongue)}", roles.ACCENT) for stop in stops]
    blocks: list[Block] = []
    if said:
        blocks.append(Paragraph(joined(said)))
    if mark.note:
        note = styled(f"{NOTED} ", roles.ACCENT).append(mark.note)
        blocks += [Blank(), Paragraph(note, hang=2), Blank()]
    return tuple(blocks)


def gone_card(ref: Ref, mark: Mark, stops: Sequence[Stop], tongue: Tongue) -> Card:
    """The card of a thing that left the catalogue: what it was called, and what the person made of it."""
    name = one_line(mark.name or next((stop.name or stop.title for stop in stops), "") or ref.id)
    said = styled(tongue.t("no longer in the catalogue"), roles.WARN)
    return Card(ref, name, (Paragraph(styled(name, roles.TITLE)), Paragraph(said), *own_block(mark, stops, tongue)))


def when(stop: Stop, tongue: Tongue) -> str:
    """When a stop is: «в плане: 30 сентября, 10:30»."""
    parts = [day(tongue, stop.day) if stop.day else "", clock(stop.starts)]
    moment = ", ".join(part for part in parts if part)
    return tongue.t("planned: {when}", when=moment) if moment else tongue.c("visit", _PLANNED)


def brief_note(note: str, cells: int) -> str:
    """A note on one line of at most so many cells."""
    return cut(" ".join(note.split()), cells)
