"""What a way is asked with and what comes out: spots, what one can take, the way or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from guide.catalogue.model import Point, Ref

PACE = 1.1
"""Metres a second that people walk in a crowded hall: between the 1.34 of a free pavement (Weidmann 1993,
"Transporttechnik der Fussgänger") and the 0.8 of a dense crowd there."""

SLOW = 0.7
"""Metres a second with a stick, a pushchair or a small child at one's hand, in a hall full of people."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to start from or to go to: a stand by its id, or a point of a hall in metres.

    ``ref`` is what was asked for (an exhibitor, a session, a service, a passage…). Without a stand and without
    a point only the hall is known.
    """

    ref: Ref
    hall: str
    stand: str | None = None
    at: Point | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """What a person can take, and when.

    ``step_free``: no stairs, no escalator, no threshold: only passages that say that they are step-free, and lifts
    and ramps that do not say otherwise; with ``unsaid`` also those that say nothing of it. ``pace`` in metres a
    second. ``at`` is the moment of the way, by which passages are open or closed; without one, hours do not count.
    """

    step_free: bool = False
    no_stairs_up: bool = False
    no_stairs_down: bool = False
    pace: float = PACE
    at: datetime | None = None
    unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Walk:
    """A stretch on foot within one hall; ``points`` from its start to its end, metres of the hall's frame."""

    hall: str
    points: tuple[Point, ...]
    length: float  # metres
    measured: bool = True
    """Whether it goes round everything that stands there; else it is the straight line, since nothing is measured."""


@dataclass(frozen=True, slots=True)
class Through:
    """Through a passage, from one of its ends to another; the numbers are those of its ends."""

    passage: str
    start: int
    end: int
    length: float  # metres between its ends, as far as they are known
    seconds: float  # what it takes, with waiting for a lift
    up: int = 0  # 1 where it leads to a higher level, -1 to a lower one


@dataclass(frozen=True, slots=True)
class Route:
    """The way from one spot to another: walks and passages in turn.

    ``unsure``: the passages of a step-free way of which nobody has said whether they are step-free; there is no
    way without them then. ``unwalked``: the halls at its ends of which nothing is measured, so that it begins or
    ends at a door of theirs although the place is somewhere within.
    """

    start: Spot
    goal: Spot
    parts: tuple[Walk | Through, ...]
    length: float  # metres
    seconds: float
    unsure: tuple[str, ...] = ()
    unwalked: tuple[str, ...] = ()


CLOSED_IN, NO_PASSAGE, MEANS, HOURS, UNKNOWN = "closed-in", "no-passage", "means", "hours", "unknown"
DIRECTION = "direction"


@dataclass(frozen=True, slots=True)
class NoWay:
    """Why there is no way.

    ``reason``: CLOSED_IN, other stands or walls leave no way to ``hall``'s spot; NO_PASSAGE, the catalogue has
    no passage that leads on from ``hall`` towards ``other``; MEANS, there is a way, but only through ``passages``,
    which what was asked for excludes; DIRECTION, there is one, but ``passages`` lead only the other way; HOURS,
    there is one, but ``passages`` are closed at that time; UNKNOWN, it is not published where the thing is
    (``spot``).
    """

    reason: str
    spot: Spot | None = None
    hall: str = ""
    other: str = ""
    passages: Sequence[str] = ()
