"""What stands in a page to be read, whatever it is written in: the plan by day, then things under headings."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date

from guide.catalogue.model import Ref
from guide.dates import clock, day, span
from guide.exchange.agenda import Entry, by_day, entries
from guide.exchange.facts import NO_LONGER, Facts, Line, facts
from guide.exchange.selection import Selection
from guide.i18n import N_
from guide.view.own import stars

HEADINGS = {
    "exhibitor": N_("Exhibitors"),
    "region": N_("Regions"),
    "venture": N_("Ventures and agreements"),
    "session": N_("Sessions"),
    "person": N_("People"),
    "service": N_("Services"),
    "stand": N_("Stands"),
    "hall": N_("Halls"),
}
"""What the things of a kind are called together."""


@dataclass(frozen=True, slots=True)
class Section:
    """Things under one heading."""

    heading: str
    things: tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A page: its title, when the fair is, when this was made, the plan's days, and sections of things.

    A person's note on a thing stands once: at its stops where it is planned, else at the thing.
    """

    title: str
    dates: str
    made: str
    days: tuple[tuple[date | None, tuple[Entry, ...]], ...]
    sections: tuple[Section, ...]


def outline(selection: Selection) -> Outline:
    """The selection as a page: of a visit the favourites come before the other things, else things are by kind."""
    fair, t = selection.catalogue.fair, selection.tongue.t
    planned = entries(selection)
    noted = {entry.ref for entry in planned}  # their notes stand in the plan
    if planned:
        starred = set(selection.visit.favourites())
        parts = (
            (t("Favourites"), [ref for ref in selection.refs if ref in starred]),
            (t("Others in this visit"), [ref for ref in selection.refs if ref not in starred]),
        )
        sections = tuple(_section(selection, heading, refs, noted) for heading, refs in parts if refs)
    else:
        kinds = selection.by_kind.items()
        sections = tuple(_section(selection, t(HEADINGS.get(kind, kind)), refs, noted) for kind, refs in kinds)
    return Outline(
        selection.title,
        span(selection.tongue, min(fair.starts, fair.ends), max(fair.starts, fair.ends)),
        f"{day(selection.tongue, selection.moment.date(), year=True)}, {clock(selection.moment.time())}",
        by_day(planned),
        sections,
    )


def _section(selection: Selection, heading: str, refs: Iterable[Ref], noted: Container[Ref | None]) -> Section:
    told = (facts(selection, ref) for ref in refs)
    return Section(heading, tuple(replace(each, note="") if each.ref in noted else each for each in told))


def labelled(selection: Selection, told: Facts) -> tuple[Line, ...]:
    """What stands in lines with labels before the addresses: where it is, and the thing's own facts."""
    t = selection.tongue.t
    first = (
        Line("", t(NO_LONGER) if told.gone else ""),
        Line(t("Where"), told.where),
        Line(t("Look for the sign"), told.sign),
    )
    return tuple(line for line in (*first, *told.lines) if line.text)


def made_of(selection: Selection, ref: Ref) -> str:
    """What the person made of a thing besides the note, in one line: favourite, visited, the rating; or ""."""
    mark, t = selection.mark(ref), selection.tongue.t
    parts = (
        "★ " + t("favourite") if mark.favourite else "",
        "✓ " + t("visited") if mark.visited else "",
        stars(mark.rating) if mark.rating else "",
    )
    return " · ".join(part for part in parts if part)
