"""The plan as plain text: for the clipboard, a pipe, a printer."""

from collections.abc import Iterator
from datetime import datetime

from rich.text import Text

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import N_, Tongue
from guide.text import clean
from guide.view import names
from guide.view.blocks import Paragraph
from guide.view.own import FAVOURITE, VISITED, stars
from guide.view.plan_told import day_facts, day_title, item_name, item_place, own_words, spot_said, times, trouble_said
from guide.visit.day import Day, Item
from guide.visit.entry import length_said
from guide.visit.items import spot_of
from guide.visit.state import Visit
from guide.visit.timetable import days_and_marked

_LEAST = 24  # cells


def plan_text(catalogue: Catalogue, visit: Visit, tongue: Tongue, now: datetime, cells: int = 72) -> str:
    """The whole visit without any styling, in lines of at most so many cells, with a newline at its end.

    It has every day that something is planned for with what is wrong there, then what is marked besides; "" for an
    empty visit. What would mend a trouble, free time and offers are left to the screen.
    """
    cells = max(cells, _LEAST)
    planned, rest = days_and_marked(catalogue, visit, now)
    parts: list[list[str]] = []
    for one in planned:
        if one.items:
            parts.append([*_day(catalogue, visit, one, tongue, cells)])
    for title, refs in (
        (N_("Favourites not in the plan yet"), rest.favourites),
        (N_("With a note or a rating, or visited"), rest.others),
        (N_("No longer in the catalogue"), rest.gone),
    ):
        if refs:
            lines = [line for ref in refs for line in _marked(catalogue, visit, ref, tongue, cells)]
            parts.append([*_wrapped(tongue.t(title), cells), *lines])
    return "".join("\n".join(part) + "\n\n" for part in parts)[:-1]


def _day(catalogue: Catalogue, visit: Visit, one: Day, tongue: Tongue, cells: int) -> Iterator[str]:
    yield from _wrapped(" · ".join((day_title(one, tongue), *day_facts(one, tongue))), cells)
    for trouble in one.troubles:
        yield from _wrapped(f"! {trouble_said(catalogue, visit, one, trouble, tongue)}", cells, 2)
    for item in one.items:
        yield from _item(catalogue, visit, one, item, tongue, cells)


def _item(catalogue: Catalogue, visit: Visit, one: Day, item: Item, tongue: Tongue, cells: int) -> Iterator[str]:
    length = length_said(item.minutes, tongue) if item.minutes and item.end is None else ""
    moment = " · ".join(part for part in (times(item) or tongue.t("no time"), length) if part)
    yield from _wrapped(f"{moment}  {item_name(catalogue, visit, item, tongue)}", cells, 2)
    for words in (item_place(catalogue, item, tongue), own_words(item.stop.about)):
        if words:
            yield from _wrapped(words, cells, 4, 0)
    for trouble in item.troubles:
        yield from _wrapped(f"! {trouble_said(catalogue, visit, one, trouble, tongue)}", cells, 4)
    if item.stop.ref is not None:
        yield from _own(visit, item.stop.ref, cells)


def _marked(catalogue: Catalogue, visit: Visit, ref: Ref, tongue: Tongue, cells: int) -> Iterator[str]:
    there = catalogue.get(ref) is not None
    name = names.name(catalogue, ref, tongue) if there else own_words(visit.mark(ref).name) or ref.id
    where = spot_said(catalogue, spot_of(catalogue, ref), tongue)
    yield from _wrapped(" · ".join(part for part in (name, where) if part), cells, 2)
    yield from _own(visit, ref, cells)


def _own(visit: Visit, ref: Ref, cells: int) -> Iterator[str]:
    """What the person made of a thing: signs and stars on a line, then the note."""
    mark = visit.mark(ref)
    made = (
        FAVOURITE if mark.favourite else "",
        VISITED if mark.visited else "",
        stars(mark.rating) * bool(mark.rating),
    )
    if any(made):
        yield " " * 4 + " ".join(sign for sign in made if sign)
    if mark.note:
        yield from _wrapped(clean(mark.note), cells, 4, 0)


def _wrapped(text: str, cells: int, indent: int = 0, hang: int = 2) -> Iterator[str]:
    return (line.plain.rstrip() for line in Paragraph(Text(text), indent, hang).lines(cells))
