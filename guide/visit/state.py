"""A visit as one frozen value: what a person made of each thing of a fair, and the plan of their days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from types import MappingProxyType

from guide.catalogue.model import Ref

MOST_STARS = 5
"""The best rating; 0 is none."""

LONGEST_NOTE = 20_000
"""Characters of a note."""

LONGEST_LINE = 200
"""Characters of a stop's own words: with whom, where, what about."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person made of one thing; ``name`` is what it was called then, for when it leaves the catalogue.

    A note is no part of the repr, so that it never gets into a log.
    """

    favourite: bool = False
    visited: bool = False
    rating: int = 0
    note: str = field(default="", repr=False)
    name: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is marked."""
        return not (self.favourite or self.visited or self.rating or self.note)


NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Stop:
    """One item of the plan: a thing to go to, a session to hear, or a meeting.

    ``ref`` is what it is about, if that is in a catalogue; ``day`` is None for what has no day yet; ``starts`` and
    ``minutes`` are None where the person set none (a session's own then count). ``title`` says with whom where no
    thing does, ``where`` and ``about`` are a meeting's place and subject in the person's words; ``name`` is what
    the thing was called when it was planned. The person's own words are no part of the repr.
    """

    id: str
    ref: Ref | None = None
    day: date | None = None
    starts: time | None = None
    minutes: int | None = None
    title: str = field(default="", repr=False)
    where: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    meeting: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """Every mark by its thing, and the plan: stops in the person's own order, of all days together."""

    marks: Mapping[Ref, Mark] = field(default_factory=lambda: MappingProxyType({}))
    plan: tuple[Stop, ...] = ()

    def mark(self, ref: Ref) -> Mark:
        """A thing's mark; an empty one where there is none."""
        return self.marks.get(ref, NO_MARK)

    def stop(self, key: str) -> Stop | None:
        """The stop of that id."""
        return next((stop for stop in self.plan if stop.id == key), None)

    def stops(self, ref: Ref) -> tuple[Stop, ...]:
        """The stops that are about a thing."""
        return tuple(stop for stop in self.plan if stop.ref == ref)

    def favourites(self) -> tuple[Ref, ...]:
        """The things that are favourites, in the order in which they were first marked."""
        return tuple(ref for ref, mark in self.marks.items() if mark.favourite)


EMPTY = Visit()
