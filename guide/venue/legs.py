"""Walks within one hall between whatever is known of two places: measured, straight from point to point, or none."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from guide.catalogue.model import Point
from guide.venue.ground import Ground, Place, Walks
from guide.venue.route import Spot, Walk

_HARDLY = 0.01  # metres that are no walk


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """A place of a hall as it can be walked from: on a measured floor, by its bare point, or by its hall alone."""

    hall: str
    spot: Spot | None = None
    place: Place | None = None
    at: Point | None = None

    @property
    def is_bare(self) -> bool:
        """Whether only its hall is known."""
        return self.place is None and self.at is None


class Legs:
    """The walks from a stop to others of its hall.

    To or from a stop of which only the hall is known there is nothing to walk: 0 metres, and no walk.
    """

    lengths: list[float]
    """Metres to each; infinite where there is no walk."""

    def __init__(self, ground: Ground | None, start: Stop, goals: Sequence[Stop]) -> None:
        """``ground`` is None in a hall that is not measured."""
        self._start, self._goals = start, goals
        self._walks: Walks | None = None
        if start.is_bare:
            self.lengths = [0.0] * len(goals)
        elif ground is not None and start.place is not None:
            places = [goal.place or _NOWHERE for goal in goals]
            self._walks = ground.walks(start.place, places)
            self.lengths = [
                0.0 if goal.is_bare else length for goal, length in zip(goals, self._walks.lengths, strict=True)
            ]
        else:
            self.lengths = [
                math.dist(start.at, goal.at) if start.at is not None and goal.at is not None else 0.0 for goal in goals
            ]

    def walk(self, goal: int, *, back: bool = False) -> Walk | None:
        """The walk to a goal, by its number, or back from it; None where there is nothing to walk."""
        there, start = self._goals[goal], self._start
        if start.is_bare or there.is_bare:
            return None
        if self._walks is None:
            if start.at is None or there.at is None or math.dist(start.at, there.at) < _HARDLY:
                return None
            straight = (there.at, start.at) if back else (start.at, there.at)
            return Walk(start.hall, straight, self.lengths[goal], measured=False)
        points = self._walks.points(goal)
        if len(points) < 2 or self.lengths[goal] < _HARDLY:
            return None
        return Walk(start.hall, points[::-1] if back else points, self.lengths[goal])


_NOWHERE = Place((), {}, {}, (), ())
