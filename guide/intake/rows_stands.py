"""A row of a list of stands as a stand, in its hall."""

from guide.intake import when
from guide.intake.booths import OUTDOOR, STAND
from guide.intake.cell import Odd
from guide.intake.draft import Record
from guide.intake.entry import Entry, Reading
from guide.intake.stands_said import booths_in, hall_of, of_stand, stand_of


def take(reading: Reading, entry: Entry) -> Record | None:
    """The stand of a row; None where the row names none, which is told. A cell may name several."""
    own = of_stand(reading, entry)
    for column, cell in entry.all("note")[:1]:
        own["note"] = reading.text(cell, column.language)
    for column, cell in entry.all("date")[:1]:
        if day := when.day(cell).date:
            own["days"] = [day]
        else:
            entry.keep(column.name, cell)
    found = booths_in(reading, entry.text("stand"), entry.text("hall"))
    for odd in found.odd:
        reading.odd(odd, entry, entry.column("stand"), "code")
    if found.left:
        entry.keep(entry.column("stand"), found.left)
    record = None
    for place in found.places:
        if place.code and place.kind in (STAND, OUTDOOR):
            link = stand_of(reading, entry, place, hall_of(reading, entry, place), own)
            record = reading.draft.of("stand")[link.key]
        else:
            hall_of(reading, entry, place)
    if record is None:
        reading.odd(Odd("I014", entry.text("stand")), entry, entry.column("stand"))
        for there in entry.cells.values():
            for column, cell in there:
                entry.keep(column.name, cell)
    if record is not None:
        record.remarks += [remark for remark in entry.remarks if remark not in record.remarks]
    reading.keep(entry)
    return record
