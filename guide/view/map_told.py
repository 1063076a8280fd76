"""What stands under the map of ties: what is lit, in words, and what the signs mean."""

from collections.abc import Sequence

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import C_, Tongue
from guide.text import fit, one_line, width
from guide.view import names, roles
from guide.view.blocks import Card, Paragraph, styled
from guide.view.draft import Draft
from guide.view.map_drawn import MAKES, PAPER, PLAN, STOPPED, TOWN, WHOLE, Lit
from guide.view.map_ties import Key, Ties, route_of
from guide.view.ties_table import TiesTable

Pieces = tuple[tuple[str, str], ...]
"""A line as (text, role)."""

_PLACES = ((TOWN, C_("map", "town")), (WHOLE, C_("map", "a region or a country as a whole")))
_FROM, _TO = C_("ties", "from anywhere"), C_("ties", "to anywhere")
_NAMED = 12  # ventures that a line names at most


def lit_line(catalogue: Catalogue, ties: Ties, lit: Lit, tongue: Tongue, columns: int) -> Pieces:
    """What is lit: «Полесье  Кобрин ──▶ Димитровград · совместное предприятие · действует»; or the town."""
    if lit.town is not None and lit.town in ties.towns:
        town = ties.towns[lit.town]
        count = len(town.ventures)
        words = tongue.n("{count} venture starts or ends here", "{count} ventures start or end here", count)
        shown = ", ".join(names.name(catalogue, ref, tongue) for ref in town.ventures[:_NAMED])
        return _line([(town.name, roles.ACCENT), (words, ""), (shown, roles.QUIET)], columns)
    venture = catalogue.ventures.get(lit.venture.id) if lit.venture is not None else None
    if lit.venture is None or venture is None:
        return _line([], columns)
    name = names.name(catalogue, lit.venture, tongue)
    kind = names.said(tongue, names.VENTURE_KINDS, venture.kind)
    status = names.said(tongue, names.STATUSES, venture.status)
    where = route_of(ties, lit.venture, catalogue, tongue)
    if lit.venture in ties.unplaced:
        where = tongue.t("not on the map: where it is is not known")
    return _line([(where, roles.ACCENT), (name, "bold"), (kind, roles.QUIET), (status, roles.QUIET)], columns)


def cell_line(catalogue: Catalogue, table: TiesTable, cell: tuple[int, int], tongue: Tongue, columns: int) -> Pieces:
    """A cell of the table in words: «Минск ──▶ Башкортостан  5 проектов  …»."""
    row, column = cell
    refs = table.cells.get(cell, ())
    start = table.origins[row].name if row < len(table.origins) else tongue.c("ties", _FROM)
    end = table.targets[column].name if column < len(table.targets) else tongue.c("ties", _TO)
    count = tongue.n("{count} venture", "{count} ventures", len(refs))
    shown = ", ".join(names.name(catalogue, ref, tongue) for ref in refs[:_NAMED])
    return _line([(f"{start} ──▶ {end}", roles.ACCENT), (count, ""), (shown, roles.QUIET)], columns)


def legend(ties: Ties, tongue: Tongue, columns: int) -> Pieces:
    """What the signs mean, and how many ventures are not on the map; the last parts go where it is narrow."""
    missing = tongue.t("not on the map: {count}", count=tongue.number(len(ties.unplaced))) if ties.unplaced else ""
    parts = [(f"{sign} {word}", roles.QUIET) for sign, word in _ventures(tongue)]
    return _line([(missing, roles.WARN), *parts], columns, whole=True)


def signs(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """Every sign of the map with what it means."""
    return (*_ventures(tongue), *((sign, tongue.c("map", word)) for sign, word in _PLACES))


def _ventures(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    t = tongue.t
    return (
        (MAKES[0], t("makes something")),
        (PAPER[0], t("agreement")),
        (PLAN[0], t("project")),
        (MAKES[1] + PAPER[1] + PLAN[1], t("not working yet")),
        (STOPPED, t("stopped")),
    )


def _line(parts: Sequence[tuple[str, str]], columns: int, *, whole: bool = False) -> Pieces:
    """The parts with two blanks between, cut or filled to so many cells; ``whole``: no part is cut."""
    pieces: list[tuple[str, str]] = []
    left = columns
    for said, role in parts:
        text = one_line(said)
        if not text or left <= 0:
            continue
        gap = "  " if pieces else " "
        cells = width(gap) + width(text)
        if cells > left and (whole or left < 8):
            break
        pieces += [(gap, ""), (text if cells <= left else fit(text, left - len(gap)), role)]
        left -= min(cells, left)
    return (*pieces, (" " * left, "")) if left > 0 else tuple(pieces)


def town_card(catalogue: Catalogue, ties: Ties, key: Key, tongue: Tongue) -> Card:
    """A town’s ventures as a card with a link to each."""
    town = ties.towns[key]
    return _listed(catalogue, town.name, "", town.ventures, tongue)


def unplaced_card(catalogue: Catalogue, ties: Ties, tongue: Tongue) -> Card:
    """The ventures that are not on the map, as a card with a link to each."""
    why = tongue.t("The catalogue does not say where they are.")
    return _listed(catalogue, tongue.t("Not on the map"), why, ties.unplaced, tongue)


def _listed(catalogue: Catalogue, title: str, beneath: str, refs: Sequence[Ref], tongue: Tongue) -> Card:
    draft = Draft(catalogue, Ref("map", title), tongue)
    draft.add(Paragraph(styled(title, roles.TITLE)))
    if beneath:
        draft.add(Paragraph(styled(beneath, roles.QUIET)))
    draft.refs(tongue.t("Ventures and projects"), refs)
    return Card(draft.ref, title, tuple(draft.blocks))
