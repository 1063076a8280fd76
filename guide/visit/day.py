"""What a day of the plan is made of: frozen values for its items, what is wrong with them, what mends it, free time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from guide.catalogue.model import Hours, Ref
from guide.i18n import Wording
from guide.visit.changes import Change
from guide.visit.state import Stop

MINUTES = 24 * 60
"""Minutes of a day; an item that goes on after midnight ends beyond them."""

UNSAID = 30
"""Minutes that a stop without a length is taken to last where free time is counted."""

Said = str | int | time | date | Ref
"""What fills a ``{name}`` of a msgid: words, a count, a moment, a day, or a thing that is to be named."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a trouble: a msgid with its values, and the change that does it."""

    label: str
    change: Change
    values: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong: its kind, the ids of the stops concerned (first the one it stands at), values, ways to mend it.

    Of a whole day: ``outside`` (no day of the fair: ``starts``, ``ends``), ``unlisted`` (the fair's hours name other
    days), ``trade-only``, ``missed`` (the day is over, these were not visited). Of an item: ``gone`` (no longer in the
    catalogue), ``notice`` (``notice``), ``session-day`` and ``session-time`` (the catalogue says ``day``, ``time``),
    ``over`` (the session ended at ``time``), ``absent`` (nobody is at the stand on that day), ``closed`` (not open on
    that day), ``early`` and ``late`` (open from, until ``time``), ``overlap`` (one cannot be at all these stops),
    ``order`` (it stands before one that starts earlier, at ``time``).
    """

    kind: str
    stops: tuple[str, ...]
    values: Mapping[str, Said] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing is: a hall's id, its stands' ids, a room in words; empty where the catalogue does not say."""

    hall: str | None = None
    stands: tuple[str, ...] = ()
    room: Wording | None = None


NOWHERE = Spot()


@dataclass(frozen=True, slots=True)
class Item:
    """A stop with what the catalogue adds to it.

    ``begin`` and ``end`` are minutes since the day's midnight, None where nobody said them; ``of_session`` where the
    start is the session's and not the person's; ``gone`` where the catalogue no longer has the thing.
    """

    stop: Stop
    day: date | None
    begin: int | None
    end: int | None
    of_session: bool
    spot: Spot
    gone: bool
    troubles: tuple[Trouble, ...] = ()

    @property
    def starts(self) -> time | None:
        """The clock time of its start."""
        return None if self.begin is None else as_time(self.begin)

    @property
    def ends(self) -> time | None:
        """The clock time of its end."""
        return None if self.end is None else as_time(self.end)

    @property
    def minutes(self) -> int | None:
        """Its length, where that is known."""
        if self.begin is not None and self.end is not None:
            return self.end - self.begin
        return self.stop.minutes


@dataclass(frozen=True, slots=True)
class Offer:
    """What could fill a gap: a ``stop`` without a time (by id), or else a favourite ``ref``; and the change to do it.

    ``starts`` is when it would be: a session's own time, else the gap's beginning.
    """

    change: Change
    starts: time
    stop: str = ""
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Free time in minutes since midnight, behind the stop ``after`` ("" at the day's beginning)."""

    begin: int
    end: int
    after: str
    offers: tuple[Offer, ...] = ()

    @property
    def starts(self) -> time:
        """The clock time of its start."""
        return as_time(self.begin)

    @property
    def ends(self) -> time:
        """The clock time of its end."""
        return as_time(self.end)

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the plan in the person's own order; ``day`` is None for what has no day yet.

    ``of_fair`` is whether it lies within the fair's dates, ``hours`` what the fair says of it, ``troubles`` what
    concerns the day as a whole; ``gaps`` are by time.
    """

    day: date | None
    items: tuple[Item, ...] = ()
    of_fair: bool = False
    hours: Hours | None = None
    today: bool = False
    past: bool = False
    troubles: tuple[Trouble, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def minutes(self) -> int:
        """The lengths of its items together, as far as they are known."""
        return sum(item.minutes or 0 for item in self.items)

    def item(self, key: str) -> Item | None:
        """The item of a stop's id."""
        return next((item for item in self.items if item.stop.id == key), None)


@dataclass(frozen=True, slots=True)
class HallGroup:
    """Items without a time that are in one hall (None: nobody knows where), in the person's order."""

    hall: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Where in today's plan one is: what is on now, what comes next, and how many minutes there are till then."""

    on: tuple[Item, ...] = ()
    next: Item | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked things that no day of the plan has, each kind in the order in which they were first marked.

    ``favourites`` are not planned yet, ``others`` have a note, a rating or were visited, ``gone`` are no longer in
    the catalogue.
    """

    favourites: tuple[Ref, ...] = ()
    others: tuple[Ref, ...] = ()
    gone: tuple[Ref, ...] = ()


def as_time(minute: int) -> time:
    """The clock time so many minutes after midnight."""
    return time(*divmod(minute % MINUTES, 60))


def as_minute(moment: time) -> int:
    """The minutes since midnight."""
    return moment.hour * 60 + moment.minute
