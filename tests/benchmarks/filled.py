"""A fair with halls, hours and sessions, and a visit to it that has thousands of marks and notes and a long plan."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from guide.catalogue.model import Catalogue, Exhibitor, Hall, Hours, Ref, Service, Session, Stand
from guide.i18n import Wording
from guide.visit.changes import Change, favoured
from guide.visit.state import NO_MARK, Mark, Stop
from guide.visit.store import Store
from tests.benchmarks import fairs

HALLS = 20
DEEP, WIDE, AISLE = 5, 6, 3
"""Metres: how deep and how wide a stand is, and how wide the aisle is that every second row stands at."""

FAIR = "made-in-halls"
DURING = "2026-06-02T11:00"
"""A moment of the fair's second day, for GUIDE_NOW."""


def fair(size: int) -> Catalogue:
    """The made fair of so many exhibitors, each on a drawn stand of its own in one of the halls."""
    bare = fairs.fair(size)
    halls = {f"h{at}": Hall(f"h{at}", _said(f"Павильон {at}", f"Павільён {at}", f"Hall {at}")) for at in _halls()}
    placed = [replace(stand, id=f"h{at % HALLS + 1}#{stand.code}", hall=f"h{at % HALLS + 1}", polygon=_drawn(at))
              for at, stand in enumerate(bare.stands.values())]  # fmt: skip
    exhibitors = {
        each.id: replace(each, stands=(stand.id,)) for each, stand in zip(bare.exhibitors.values(), placed, strict=True)
    }
    days = list(_days(bare))
    return replace(
        bare,
        fair=replace(
            bare.fair, id=FAIR, languages=("ru", "be", "en"),
            hours=tuple(Hours(day, time(10), time(18), at == 0) for at, day in enumerate(days)),
        ),
        halls=halls,
        stands={stand.id: stand for stand in placed},
        exhibitors=exhibitors,
        sessions={each.id: each for each in _sessions(days)},
        services={each.id: each for each in _services()},
    )  # fmt: skip


def _said(ru: str, be: str, en: str) -> Wording:
    return Wording.of({"ru": ru, "be": be, "en": en})


def _halls() -> range:
    return range(1, HALLS + 1)


def _drawn(at: int) -> tuple[tuple[float, float], ...]:
    """The outline of a stand of that number: rows of ten, two of them back to back."""
    row, column = divmod(at // HALLS, 10)
    left, bottom = float(column * WIDE), float(row * DEEP + (row + 1) // 2 * AISLE)
    return ((left, bottom), (left + WIDE, bottom), (left + WIDE, bottom + DEEP), (left, bottom + DEEP))


def _days(catalogue: Catalogue) -> Iterator[date]:
    day = catalogue.fair.starts
    while day <= catalogue.fair.ends:
        yield day
        day += timedelta(days=1)


def _sessions(days: list[date]) -> Iterator[Session]:
    for at, day in enumerate(days * 10):
        begins = 10 * 60 + at // len(days) * 45
        title = _said(f"Доклад {at}: станки и люди", f"Даклад {at}: станкі і людзі", f"Talk {at}: machines and people")
        yield Session(
            f"s{at}", title, day, time(*divmod(begins, 60)), time(*divmod(begins + 40, 60)), hall=f"h{at % 3 + 1}"
        )


def _services() -> Iterator[Service]:
    for kind, *names in (
        ("cloakroom", "Гардероб", "Гардэроб", "Cloakroom"),
        ("first-aid", "Медпункт", "Медпункт", "First aid"),
        ("lost-found", "Бюро находок", "Бюро знаходак", "Lost property"),
    ):
        yield Service(kind, _said(*names), kind, "h1")


def write(catalogue: Catalogue, file: Path) -> None:
    """The fair as a catalogue file."""
    fairs.write(catalogue, file)


# The visit.


def visit(catalogue: Catalogue, marks: int, notes: int, stops: int) -> Change:
    """Everything that is marked, noted and planned, as one change of an empty visit."""
    refs = [*(Ref("exhibitor", key) for key in catalogue.exhibitors), *(Ref("stand", key) for key in catalogue.stands)]
    named = {ref: _name(catalogue, ref) for ref in refs[:marks]}
    marked = tuple(
        (ref, NO_MARK, Mark(at % 3 > 0, at % 3 == 0, at % 6, _note(at) if at < notes else "", named[ref]))
        for at, ref in enumerate(named)
    )
    days = list(_days(catalogue))
    exhibitors = list(catalogue.exhibitors)
    plan = []
    for at in range(stops):
        ref = Ref("exhibitor", exhibitors[at * 7 % len(exhibitors)])
        # A third has a time, some of them at once with another.
        begins = time(10 + at // 4 % 8, at % 4 * 15) if at % 3 == 0 else None
        plan.append(Stop(f"stop-{at:03}", ref, days[at % len(days)], begins, 30, name=_name(catalogue, ref)))
    return Change(
        "a visit", "", marked, tuple((stop.id, None, stop) for stop in plan), ((), tuple(stop.id for stop in plan))
    )


def _name(catalogue: Catalogue, ref: Ref) -> str:
    thing = catalogue.get(ref)
    if isinstance(thing, Exhibitor):
        return thing.name.pairs[0][1]
    return (thing.code or "") if isinstance(thing, Stand) else ""


def _note(at: int) -> str:
    return f"Спросить про цены и сроки, вопрос {at}. Обещали прислать каталог и образцы в Минск до конца месяца.\n" * 2


def fill(catalogue: Catalogue, *, marks: int, notes: int, stops: int, undone: int = 100) -> None:
    """Puts the visit into the file of visits of this GUIDE_HOME, with so many steps that can be undone."""
    store = Store.open()
    try:
        store.write(catalogue.fair.id, visit(catalogue, marks, notes, stops), logged=False)
        for at, key in zip(range(undone), catalogue.exhibitors, strict=False):
            now = store.visit(catalogue.fair.id)
            store.write(catalogue.fair.id, favoured(now, Ref("exhibitor", key), f"firm {at}"))
    finally:
        store.close()
