"""The plan as it is taken away: by day, each stop with its time, its name, its place and its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from guide.catalogue.model import Ref
from guide.dates import day
from guide.exchange.selection import Selection
from guide.i18n import Tongue
from guide.text import clean
from guide.view.plan_told import item_name, item_place, times
from guide.visit.day import Item
from guide.visit.items import item_of
from guide.visit.state import Stop


@dataclass(frozen=True, slots=True)
class Entry:
    """A stop in words: ``starts`` and ``ends`` are moments of the fair's clock without a zone, None where unknown.

    ``name`` is what it is about, ``where`` the place, ``about`` the subject of a meeting, ``note`` the person's note
    on the thing; ``gone`` says that the thing is no longer in the catalogue.
    """

    item: Item
    day: date | None
    starts: datetime | None
    ends: datetime | None
    name: str
    where: str = ""
    about: str = ""
    note: str = ""
    gone: bool = False

    @property
    def ref(self) -> Ref | None:
        """The thing that it is about, if it is one."""
        return self.item.stop.ref

    @property
    def id(self) -> str:
        """The stop's id."""
        return self.item.stop.id

    @property
    def hours(self) -> str:
        """«10:30–11:00», «10:30», or ""."""
        return times(self.item)


def entries(selection: Selection) -> tuple[Entry, ...]:
    """Every stop of the plan in the person's order."""
    return tuple(entry_of(selection, stop) for stop in selection.visit.plan)


def entry_of(selection: Selection, stop: Stop) -> Entry:
    """One stop in words, with the day and the times that the catalogue adds to the person's own."""
    catalogue, tongue = selection.catalogue, selection.tongue
    item = item_of(catalogue, stop)
    return Entry(
        item,
        item.day,
        _moment(item.day, item.begin),
        _moment(item.day, item.end) if item.begin is not None else None,
        clean(item_name(catalogue, selection.visit, item, tongue)),
        clean(item_place(catalogue, item, tongue)),
        clean(stop.about),
        clean(selection.mark(stop.ref).note) if stop.ref is not None else "",
        item.gone,
    )


def by_day(all_of_them: Iterable[Entry]) -> tuple[tuple[date | None, tuple[Entry, ...]], ...]:
    """The stops of each day, days in order and what has none at the end; within a day in the person's order."""
    days: dict[date | None, list[Entry]] = {}
    for entry in all_of_them:
        days.setdefault(entry.day, []).append(entry)
    return tuple((on, tuple(days[on])) for on in sorted(days, key=lambda on: (on is None, on or date.min)))


def day_heading(tongue: Tongue, on: date | None) -> str:
    """«вт, 30 сентября», or that no day is set."""
    return day(tongue, on, weekday=True) if on else tongue.t("No day yet")


def _moment(on: date | None, minute: int | None) -> datetime | None:
    if on is None or minute is None:
        return None
    try:
        return datetime.combine(on, time()) + timedelta(minutes=minute)
    except OverflowError:  # behind the last day of the calendar
        return None
