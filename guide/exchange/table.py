"""A table for spreadsheets: CSV as a Russian Excel opens it, in UTF-8 with a byte order mark and semicolons.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): one that begins
with = + - @, a tab or a new line, whatever apostrophes stand before that, so that taking one away gives the text back.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any, NamedTuple

from guide.catalogue.model import Place
from guide.exchange.agenda import Entry, entries
from guide.exchange.facts import NO_LONGER, Facts, facts
from guide.exchange.selection import Selection
from guide.i18n import LANGUAGES, N_, Wording
from guide.text import clean, one_line
from guide.view import names, rows
from guide.visit.items import spot_of

BOM = "\ufeff"
DIVIDER = ";"

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class _Row(NamedTuple):
    """One thing, or one stop of the plan with the thing that it is about."""

    selection: Selection
    facts: Facts | None
    thing: Any
    entry: Entry | None


class Column(NamedTuple):
    """A column: the msgid of its title, and what stands in it; ``own`` is for what a person did."""

    title: str
    cell: Callable[[_Row], str]
    own: bool = False
    private: bool = False


def table(selection: Selection) -> str:
    """The selection as a table, a line a thing or a stop, its titles first."""
    chosen = [column for column in COLUMNS if _shown(column, selection)]
    written = StringIO()
    writer = csv.writer(written, delimiter=DIVIDER, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([harmless(selection.tongue.t(column.title)) for column in chosen])
    writer.writerows([harmless(column.cell(row)) for column in chosen] for row in _rows(selection))
    return BOM + written.getvalue()


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    text = clean(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _shown(column: Column, selection: Selection) -> bool:
    has_own = bool(selection.visit.marks or selection.visit.plan)
    return (has_own or not column.own) and (selection.private or not column.private)


def _rows(selection: Selection) -> Iterator[_Row]:
    planned = set()
    for entry in entries(selection):
        ref = entry.ref
        planned.add(ref)
        told = facts(selection, ref) if ref is not None else None
        yield _Row(selection, told, selection.catalogue.get(ref) if ref is not None else None, entry)
    for ref in selection.refs:
        if ref not in planned:
            yield _Row(selection, facts(selection, ref), selection.catalogue.get(ref), None)


def _fact(read: Callable[[Facts], str]) -> Callable[[_Row], str]:
    return lambda row: read(row.facts) if row.facts is not None else ""


def _named(code: str) -> Callable[[_Row], str]:
    return _fact(lambda told: told.names.get(code, ""))


def _words(attribute: str, between: str = ", ") -> Callable[[_Row], str]:
    def read(row: _Row) -> str:
        value = getattr(row.thing, attribute, None)
        wordings: Iterable[Wording] = value if isinstance(value, tuple) else (value,) if value else ()
        return one_line(between.join(row.selection.tongue.d(wording) for wording in wordings))

    return read


def _place(row: _Row) -> Place | None:
    return getattr(row.thing, "place", None) or getattr(row.thing, "centre", None)


def _town(row: _Row) -> str:
    place = _place(row)
    return one_line(row.selection.tongue.d(place.city)) if place else ""


def _region(row: _Row) -> str:
    place = _place(row)
    return names.party(row.selection.catalogue, place.region, row.selection.tongue) if place else ""


def _country(row: _Row) -> str:
    place = _place(row)
    code = getattr(row.thing, "country", None) or (place.country if place else None)
    return names.country(row.selection.catalogue, code, row.selection.tongue)


def _route(row: _Row) -> str:
    return rows.route(row.selection.catalogue, row.thing, row.selection.tongue) if _is(row, "venture") else ""


def _is(row: _Row, kind: str) -> bool:
    return row.thing is not None and row.facts is not None and row.facts.ref.kind == kind


def _parties(*attributes: str) -> Callable[[_Row], str]:
    def read(row: _Row) -> str:
        values = (getattr(row.thing, attribute, None) for attribute in attributes)
        parties = (who for value in values if value for who in (value if type(value) is tuple else (value,)))
        return ", ".join(names.party(row.selection.catalogue, who, row.selection.tongue) for who in parties)

    return read


def _called(row: _Row) -> str:
    """Its other names, those from the desk and from importers among them."""
    if row.thing is None or row.facts is None:
        return ""
    further = row.selection.catalogue.relations.aliases.get(row.facts.ref, ())
    wordings = (*getattr(row.thing, "aliases", ()), *further)
    return one_line(", ".join(dict.fromkeys(row.selection.tongue.d(wording) for wording in wordings)))


def _halls(row: _Row) -> str:
    """Its hall; of stands in several halls the hall of each stand, in their order."""
    if row.facts is None:
        return ""
    catalogue, tongue = row.selection.catalogue, row.selection.tongue
    stands = (catalogue.stands[key] for key in spot_of(catalogue, row.facts.ref).stands)
    halls = [catalogue.halls.get(stand.hall or "") for stand in stands]
    if len({hall.id if hall else "" for hall in halls}) < 2:
        return row.facts.hall
    return ", ".join(one_line(tongue.d(hall.name)) if hall else "–" for hall in halls)


def _status(row: _Row) -> str:
    if row.facts is not None and row.facts.gone:
        return row.selection.tongue.t(NO_LONGER)
    return names.said(row.selection.tongue, names.STATUSES, getattr(row.thing, "status", None))


def _title(row: _Row) -> str:
    """What the thing is called, of a stop without one with whom or what it is."""
    return row.facts.name if row.facts is not None else row.entry.name if row.entry is not None else ""


def _day(row: _Row) -> str:
    on = row.entry.day if row.entry is not None else getattr(row.thing, "date", None)
    return on.isoformat() if on else ""


def _clock(which: str) -> Callable[[_Row], str]:
    def read(row: _Row) -> str:
        value = getattr(row.entry.item if row.entry is not None else row.thing, which, None)
        return f"{value:%H:%M}" if value else ""

    return read


def _where(row: _Row) -> str:
    """Where a stop is, where that is not where its thing is."""
    known = row.facts.where if row.facts is not None else ""
    return row.entry.where if row.entry is not None and row.entry.where != known else ""


def _yes(read: Callable[[_Row], bool]) -> Callable[[_Row], str]:
    return lambda row: row.selection.tongue.t("yes") if read(row) else ""


def _marked(row: _Row) -> Any:
    return row.selection.mark(row.facts.ref) if row.facts is not None else None


COLUMNS = (
    Column(N_("Kind"), _fact(lambda told: told.kind)),
    Column(N_("Id"), _fact(lambda told: str(told.ref))),
    Column(N_("Name"), _title),
    *(Column(names.LANGUAGE_TAGS[code], _named(code)) for code in LANGUAGES),
    Column(N_("Legal name"), _words("legal_name")),
    Column(N_("Also called"), _called),
    Column(N_("Stand"), _fact(lambda told: ", ".join(told.stands))),
    Column(N_("Hall"), _halls),
    Column(N_("Room"), _fact(lambda told: told.room)),
    Column(N_("Look for the sign"), _fact(lambda told: told.sign)),
    Column(N_("Day"), _day),
    Column(N_("Starts"), _clock("starts")),
    Column(N_("Ends"), _clock("ends")),
    Column(N_("Track"), _words("track")),
    Column(N_("Language"), lambda row: names.language_name(getattr(row.thing, "language", None) or "")),
    Column(N_("Speakers"), _parties("speakers")),
    Column(N_("Town"), _town),
    Column(N_("Region"), _region),
    Column(N_("Country"), _country),
    Column(N_("Sectors"), _words("sectors")),
    Column(N_("Products"), lambda row: _words("products")(row) or _words("product")(row)),
    Column(N_("From and to"), _route),
    Column(N_("Partners"), _parties("partners")),
    Column(N_("Offers"), _words("offers")),
    Column(N_("Seeks"), _words("seeks")),
    Column(N_("At the fair"), _words("presented")),
    Column(N_("Role"), _words("role")),
    Column(N_("Organisation"), _parties("organisation", "organisations")),
    Column(N_("Status"), _status),
    Column(N_("Phone"), _fact(lambda told: ", ".join(told.phones))),
    Column(N_("E-mail"), _fact(lambda told: ", ".join(told.emails))),
    Column(N_("Private e-mail"), _fact(lambda told: ", ".join(told.private)), private=True),
    Column(N_("Site"), _fact(lambda told: ", ".join(told.sites))),
    Column(N_("Networks"), lambda row: ", ".join(getattr(row.thing, "social", ()))),
    Column(N_("Contacts"), _words("people", "; ")),
    Column(N_("About it"), _fact(lambda told: told.about.text)),
    Column(N_("Favourite"), _yes(lambda row: bool(row.facts and _marked(row).favourite)), own=True),
    Column(N_("Visited"), _yes(lambda row: bool(row.facts and _marked(row).visited)), own=True),
    Column(N_("Rating"), lambda row: str(_marked(row).rating or "") if row.facts else "", own=True),
    Column(N_("Note"), _fact(lambda told: told.note), own=True),
    Column(N_("Planned"), _yes(lambda row: row.entry is not None), own=True),
    Column(N_("Meeting"), _yes(lambda row: row.entry is not None and row.entry.item.stop.meeting), own=True),
    Column(N_("With whom"), lambda row: one_line(clean(row.entry.item.stop.title)) if row.entry else "", own=True),
    Column(N_("Meeting place"), _where, own=True),
    Column(N_("What about"), lambda row: row.entry.about if row.entry else "", own=True),
)
"""The columns in order."""
