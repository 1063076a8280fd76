"""What is marked on a plan besides what stands there: hits, favourites, stops, the cursor, the reader, the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from guide.catalogue.model import Point, Ref
from guide.venue.route import Route, Through, Walk


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks by the ids of stands; those of exhibitors and regions of which only the hall is known by their refs."""

    hits: frozenset[str] | None = None
    """Stands that a query found; None where nothing is searched for."""
    favourites: frozenset[str] = frozenset()
    stops: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Stand id -> its number in the plan of the day, from 1."""
    cursor: Ref | None = None
    """A stand, hall, service or passage."""
    here: tuple[str, Point] | None = None
    """A hall and a point of it, in metres: where the reader is."""
    walks: tuple[Walk | Through, ...] = ()
    """The way shown, from its start to its goal."""
    ends: tuple[str | None, str | None] = (None, None)
    """The stands that the way begins and ends at, by id, where it does at stands."""
    hits_there: frozenset[Ref] = frozenset()
    """Hits without a stand: services by their signs, exhibitors and regions where a hall says who is in it."""
    favourites_there: frozenset[Ref] = frozenset()
    """Favourites without a stand."""

    def on_the_way(self, route: Route | None) -> "Marks":
        """The same marks with the way of a route, or with none."""
        if route is None:
            return replace(self, walks=(), ends=(None, None))
        return replace(self, walks=route.parts, ends=(route.start.stand, route.goal.stand))


NOTHING = Marks()
