"""Lists: which columns each kind has, what stands in them, and how wide each is drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from guide.catalogue.model import Catalogue, Exhibitor, Person, Ref, Region, Session, Stand, Venture
from guide.dates import clock, day
from guide.i18n import N_, Tongue
from guide.text import one_line
from guide.view import names, roles


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its title, the cells it needs at least, its share of what is left, its role.

    ``keep`` orders what goes when it is narrow: the column with the greatest number goes first;
    ``right`` puts numbers under one another; ``sort`` is the way of sorting that goes by it.
    """

    title: str
    least: int
    share: int
    role: str = ""
    keep: int = 0
    right: bool = False
    sort: str = ""


COLUMNS: dict[str, tuple[Column, ...]] = {
    "exhibitor": (
        Column(N_("Name"), 18, 5),
        Column(N_("Town"), 9, 2, roles.QUIET, 1, sort="place"),
        Column(N_("Sector"), 12, 3, roles.QUIET, 3),
        Column(N_("Stand"), 9, 2, "", 2, sort="stand"),
    ),
    "stand": (
        Column(N_("Code"), 7, 1, roles.ACCENT, 1),
        Column(N_("Stand"), 16, 4),
        Column(N_("Hall"), 10, 2, roles.QUIET, 2),
        Column(N_("Who stands there"), 14, 4, roles.QUIET, 3),
    ),
    "region": (
        Column(N_("Region"), 18, 4),
        Column(N_("Country"), 10, 2, roles.QUIET, 2, sort="place"),
        Column(N_("Takes part"), 12, 2, roles.QUIET, 3),
        Column(N_("Ties"), 6, 0, roles.ACCENT, 1, right=True),
    ),
    "venture": (
        Column(N_("Venture"), 16, 4),
        Column(N_("From and to"), 16, 4, roles.QUIET, 1),
        Column(N_("Kind"), 11, 2, roles.QUIET, 3, sort="kind"),
        Column(N_("Status"), 11, 1, roles.QUIET, 2, sort="status"),
    ),
    "session": (
        Column(N_("When"), 18, 0, roles.ACCENT, 1),
        Column(N_("Session"), 16, 6),
        Column(N_("Where"), 8, 2, roles.QUIET, 2),
    ),
    "person": (
        Column(N_("Full name"), 16, 3),
        Column(N_("Role"), 16, 5, roles.QUIET, 1),
    ),
}

MIXED = (
    Column(N_("Name"), 18, 5),
    Column(N_("What it is"), 11, 1, roles.LABEL, 1),
    Column(N_("More"), 12, 4, roles.QUIET, 2),
)


def cells(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> tuple[str, ...]:
    """What stands in a thing's row, in the order of its kind's columns."""
    return _CELLS[ref.kind](catalogue, catalogue.get(ref), tongue)


def mixed_cells(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> tuple[str, ...]:
    """What stands in a row of the list of all kinds together."""
    kind = names.kind_word(catalogue, ref, tongue)
    return names.name(catalogue, ref, tongue), kind, summary(catalogue, ref, tongue)


def summary(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """One line that says what a thing is beside its name."""
    thing = catalogue.get(ref)
    if thing is None:
        return ""
    match ref.kind:
        case "exhibitor":
            parts = [names.where(catalogue, thing, tongue), names.town(catalogue, thing.place, tongue)]
            parts += [tongue.d(sector) for sector in thing.sectors[:1]]
        case "region":
            parts = [names.country(catalogue, thing.country, tongue)]
            parts.append(names.said(tongue, names.REGION_PARTICIPATION, thing.participation))
        case "venture":
            parts = [route(catalogue, thing, tongue), names.said(tongue, names.VENTURE_KINDS, thing.kind)]
        case "session":
            parts = [_when(thing.date, thing.starts, tongue), tongue.d(thing.room)]
        case "person":
            parts = [tongue.d(thing.role)]
        case "stand":
            hall = catalogue.halls.get(thing.hall or "")
            parts = [thing.code or "", tongue.d(hall.name) if hall else ""]
        case _:
            parts = []
    return one_line(" · ".join(part for part in parts if part))


def route(catalogue: Catalogue, venture: Venture, tongue: Tongue) -> str:
    """«Кобрин ─▶ Димитровград», or the one place that is known."""
    ends = [names.town(catalogue, place, tongue) for place in (venture.origin, venture.target)]
    return " ─▶ ".join(end for end in ends if end)


def _exhibitor(catalogue: Catalogue, thing: Exhibitor, tongue: Tongue) -> tuple[str, ...]:
    return (
        one_line(tongue.d(thing.name)),
        names.town(catalogue, thing.place, tongue),
        one_line(", ".join(tongue.d(sector) for sector in thing.sectors)),
        names.where(catalogue, thing, tongue),
    )


def _stand(catalogue: Catalogue, thing: Stand, tongue: Tongue) -> tuple[str, ...]:
    hall = catalogue.halls.get(thing.hall or "")
    here = catalogue.relations.at_stand.get(thing.id, ())
    return (
        thing.code or "—",
        names.stand_name(catalogue, thing, tongue),
        one_line(tongue.d(hall.name)) if hall else "",
        ", ".join(names.name(catalogue, ref, tongue) for ref in here if ref.kind == "exhibitor"),
    )


def _region(catalogue: Catalogue, thing: Region, tongue: Tongue) -> tuple[str, ...]:
    ties = ties_of_region(catalogue, thing.id)
    return (
        one_line(tongue.d(thing.name)),
        names.country(catalogue, thing.country, tongue),
        names.said(tongue, {**names.PARTICIPATION_SHORT, "exhibitor": names.REGION_PARTICIPATION["exhibitor"]},
                   thing.participation),
        str(len(ties)) if ties else "",
    )  # fmt: skip


def ties_of_region(catalogue: Catalogue, key: str) -> tuple[Ref, ...]:
    """Every venture that starts in a region, leads there, or has it as a partner; each once."""
    ties = catalogue.relations
    mine = ties.ventures.get(Ref("region", key), ())
    return tuple(dict.fromkeys((*ties.outgoing.get(key, ()), *ties.incoming.get(key, ()), *mine)))


def _venture(catalogue: Catalogue, thing: Venture, tongue: Tongue) -> tuple[str, ...]:
    return (
        one_line(tongue.d(thing.name)),
        route(catalogue, thing, tongue),
        names.said(tongue, names.VENTURE_KINDS, thing.kind),
        names.said(tongue, names.STATUSES, thing.status),
    )


def _session(catalogue: Catalogue, thing: Session, tongue: Tongue) -> tuple[str, ...]:
    hall = catalogue.halls.get(thing.hall or "")
    place = tongue.d(thing.room) or (tongue.d(hall.name) if hall else "")
    return _when(thing.date, thing.starts, tongue), one_line(tongue.d(thing.title)), one_line(place)


def _when(on: date | None, starts: time | None, tongue: Tongue) -> str:
    return " ".join(part for part in (day(tongue, on) if on else "", clock(starts)) if part)


def _person(catalogue: Catalogue, thing: Person, tongue: Tongue) -> tuple[str, ...]:
    return one_line(tongue.d(thing.name)), one_line(tongue.d(thing.role))


_CELLS: Mapping[str, Callable[[Catalogue, Any, Tongue], tuple[str, ...]]] = {
    "exhibitor": _exhibitor,
    "stand": _stand,
    "region": _region,
    "venture": _venture,
    "session": _session,
    "person": _person,
}


def widths(columns: Sequence[Column], room: int) -> list[int]:
    """How many cells each column gets of a row (0: not shown), one cell of space after each but the last."""
    kept = [at for at, column in enumerate(columns) if column.least]
    while len(kept) > 1 and sum(columns[at].least + 1 for at in kept) - 1 > room:
        kept.remove(max(kept, key=lambda at: columns[at].keep))
    given = [0] * len(columns)
    spare = max(room - sum(columns[at].least + 1 for at in kept) + 1, 0)
    shares = sum(columns[at].share for at in kept) or 1
    for at in kept:
        given[at] = columns[at].least + spare * columns[at].share // shares
    first = kept[0]
    given[first] += max(room - sum(given[at] + 1 for at in kept) + 1, 0)
    if len(kept) == 1:
        given[first] = room
    return given
