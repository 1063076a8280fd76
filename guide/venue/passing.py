"""What it takes to go through a passage, and whether one may: kinds, directions, levels, hours.

Nobody measures the storeys of a fair for its visitors, so what stairs and lifts take is estimated here and is
right to within some tens of seconds: enough to prefer the stairs beside the stand to a lift at the other end.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.catalogue.model import Catalogue, Passage
from guide.dates import is_within
from guide.venue.floors import Floors
from guide.venue.route import Means

STOREY = 6.0
"""Metres from level to level: exhibition halls mostly have 5 to 8."""

STAIRS_UP, STAIRS_DOWN = 0.46, 0.52
"""Shares of their pace on the level that people make on stairs, seen from above (Weidmann 1993: 0.61 and 0.69 of
1.34 m/s)."""

STAIRS_RUN = 1.6
"""Metres forwards for a metre up: steps of 17 by 28 cm."""

ESCALATOR_SPEED, ESCALATOR_SLOPE = 0.5, math.radians(30)
"""Metres a second along its slope, standing: the usual nominal speed and the steepest slope of EN 115-1."""

LIFT_WAIT, LIFT_SPEED = 50.0, 1.0
"""Seconds for waiting, doors and getting in and out; metres a second upwards."""

RAMP_SLOPE = 0.06
"""Metres up for a metre of a ramp that a wheelchair can take (DIN 18040-1)."""

_STEPS = ("stairs", "escalator")
_LIFTED = ("lift", "ramp")


@dataclass(frozen=True, slots=True)
class Crossing:
    """A passage taken from one of its ends to another.

    ``length`` in metres of the site, 0 where nobody says where the halls lie. ``walked`` is what has to be walked
    at one's own pace, in metres of level floor that take as long; ``seconds`` come on top of it.
    """

    passage: Passage
    start: int
    end: int
    length: float
    walked: float
    seconds: float
    up: int
    against: bool = False
    """Whether its direction does not let one."""

    def takes(self, pace: float) -> float:
        """Seconds at a pace."""
        return self.walked / pace + self.seconds


def is_excluded(passage: Passage, up: int, means: Means) -> bool:
    """Whether what a person can take leaves a passage out, whenever that is; ``up`` as of :class:`Crossing`.

    On which level an end of stairs lies may be unknown: who wants none upwards is not sent over them then.
    """
    if means.step_free and not is_step_free(passage) and not (means.unsaid and is_unsaid(passage)):
        return True
    if passage.kind != "stairs":
        return False
    return (means.no_stairs_up and up >= 0) or (means.no_stairs_down and up <= 0)


def is_step_free(passage: Passage) -> bool:
    """Whether a passage says that it is step-free; a lift or ramp is unless it says otherwise."""
    if passage.kind in _LIFTED:
        return passage.step_free is not False
    return passage.kind not in _STEPS and passage.step_free is True


def is_unsaid(passage: Passage) -> bool:
    """Whether it may be step-free or not, since nobody has said."""
    return passage.kind not in (*_STEPS, *_LIFTED) and passage.step_free is None


def is_open(passage: Passage, means: Means) -> bool:
    """Whether a passage is open at the moment of the way; hours that nobody published close nothing."""
    if means.at is None or not passage.hours:
        return True
    moment = means.at
    return any(is_within(moment, hours.date, hours.opens, hours.closes) for hours in passage.hours)


def crossings(catalogue: Catalogue, floors: Floors) -> Iterator[Crossing]:
    """Every passage from each of its ends to each other, those against its direction marked so.

    ``up`` and ``down`` are those of the levels; where the two levels are alike or unknown, up is from the end
    that the catalogue names first towards the later ones.
    """
    for passage in catalogue.passages.values():
        for start, here in enumerate(passage.ends):
            for end, there in enumerate(passage.ends):
                if start == end or here.hall not in floors.floors or there.hall not in floors.floors:
                    continue
                one, other = floors.floors[here.hall], floors.floors[there.hall]
                rise = _rise(one.level, other.level)
                up = (rise > 0) - (rise < 0)
                if not up and passage.direction != "both":
                    up = 1 if end > start else -1
                against = passage.direction != "both" and up != (1 if passage.direction == "up" else -1)
                length = 0.0
                if here.hall == there.hall:
                    length = math.dist(here.at, there.at)
                elif one.placed and other.placed:
                    length = math.dist(one.frame.to_site(here.at), other.frame.to_site(there.at))
                yield replace(_crossing(passage, start, end, length, abs(rise), up), against=against)


def _rise(one: str, other: str) -> float:
    """How many levels higher the other is; 0 where they have no numbers."""
    try:
        rise = float(other) - float(one)
    except ValueError:
        return 0.0
    return rise if math.isfinite(rise) else 0.0


def _crossing(passage: Passage, start: int, end: int, length: float, storeys: float, up: int) -> Crossing:
    walked, seconds = length, 0.0
    height = STOREY * (storeys or 1.0)
    if passage.kind == "stairs":
        walked = max(length, height * STAIRS_RUN) / (STAIRS_DOWN if up < 0 else STAIRS_UP)
    elif passage.kind == "escalator":
        walked, seconds = 0.0, max(length, height / math.sin(ESCALATOR_SLOPE)) / ESCALATOR_SPEED
    elif passage.kind == "lift":
        seconds = LIFT_WAIT + height / LIFT_SPEED
    elif passage.kind == "ramp" and storeys:
        walked = max(length, height / RAMP_SLOPE)
    return Crossing(passage, start, end, length, walked, seconds, up)
