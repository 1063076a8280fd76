"""A row of a list of halls as a hall: its name, and what is said of it besides."""

import re

from guide.intake.assigned import HALLS
from guide.intake.cell import Odd
from guide.intake.draft import Record, hall_key
from guide.intake.entry import Entry, Reading
from guide.intake.stands_said import booths_in, hall_of
from guide.intake.tabled import said as said_first

_NUMBERED = re.compile(
    r"((?:зал|зала|павильон|павільён|корпус|hall|halle|pavilion|pavillon)\s*№?\s*\d[\d.]*)\s+\S.*", re.IGNORECASE
)
"""A hall’s number with what the hall is called besides: «Павильон 1 «Техника»»."""


def take(reading: Reading, entry: Entry) -> Record | None:
    """The hall of a row; None where it names none, which is told. A name without the hall's number stands behind it."""
    said = entry.text("hall")
    numbered = _NUMBERED.match(said)
    label_only = numbered[1] if numbered else said
    place = next((place for place in booths_in(reading, "", label_only).places if place.hall), None)
    where = hall_of(reading, entry, place) if place is not None else None
    if place is None or where is None:
        reading.odd(Odd("I014", said), entry, entry.column("hall"))
        for there in entry.cells.values():
            for column, cell in there:
                entry.keep(column.name, cell)
        reading.keep(entry)
        return None
    record = reading.draft.of(HALLS)[where.key]
    own = said_first(record.values.get("name", ""))
    label = re.compile(rf"(?<!\w){re.escape(place.hall)}(?!\w)", re.IGNORECASE)
    names: dict[str, str] = {"": said} if numbered and not entry.all("name") else {}
    for column, cell in entry.all("name"):
        bare = not label.search(cell) and hall_key(cell) != where.key and own[-1:].isdigit()
        names.setdefault(column.language, f"{own}, {cell}" if bare else cell)
    if names:
        (tag, first), several = next(iter(names.items())), len(names) > 1 and "" not in names
        record.values["name"] = names if several else reading.text(first, tag)
    for column, cell in [*entry.all("note"), *entry.all("about")]:
        if "note" in record.values:
            entry.keep(column.name, cell)
        else:
            record.values["note"] = reading.text(cell, column.language)
    for column, cell in [*entry.all("area"), *entry.all("id")]:
        entry.keep(column.name, cell)
    reading.keep(entry)
    return record
