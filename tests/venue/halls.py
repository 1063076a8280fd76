"""Halls that a test draws itself: stands, walls, doors, and the ways in them."""

import math
from collections.abc import Iterable
from datetime import date

from guide.catalogue.model import Catalogue, Fair, Hall, Passage, Point, Polygon, Ref, Stand
from guide.i18n import Wording
from guide.venue.floors import floors_of
from guide.venue.route import Spot
from guide.venue.ways import Ways


def box(left: float, bottom: float, width: float, height: float) -> Polygon:
    """An upright rectangle."""
    return ((left, bottom), (left + width, bottom), (left + width, bottom + height), (left, bottom + height))


def turned(middle: Point, width: float, height: float, degrees: float) -> Polygon:
    """A rectangle turned about its middle."""
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    return tuple(
        (middle[0] + x * cos - y * sin, middle[1] + x * sin + y * cos)
        for x, y in (
            (-width / 2, -height / 2),
            (width / 2, -height / 2),
            (width / 2, height / 2),
            (-width / 2, height / 2),
        )
    )


HALL = box(0, 0, 30, 20)


def hall(key: str = "h", outline: Polygon = HALL, **more: object) -> Hall:
    """A hall of 30 by 20 metres, unless told otherwise."""
    return Hall(key, Wording.same(key), outline=outline, **more)  # type: ignore[arg-type]


def stands(shapes: Iterable[Polygon], key: str = "h") -> list[Stand]:
    """Stands A1, A2… of a hall; their ids are "h#A1"…"""
    return [Stand(f"{key}#A{n}", f"A{n}", key, polygon=shape) for n, shape in enumerate(shapes, 1)]


def fair(halls: Iterable[Hall], stands: Iterable[Stand] = (), passages: Iterable[Passage] = ()) -> Catalogue:
    """A fair of these."""
    return Catalogue(
        Fair("drawn", Wording.same("Drawn"), date(2025, 9, 29), date(2025, 10, 1), "Europe/Minsk"),
        halls={each.id: each for each in halls},
        stands={each.id: each for each in stands},
        passages={each.id: each for each in passages},
    )


def ways(catalogue: Catalogue) -> Ways:
    """The ways of a fair."""
    return Ways.of(catalogue, floors_of(catalogue))


def point(x: float, y: float, key: str = "h") -> list[Spot]:
    """A point of a hall to start from or to go to."""
    return [Spot(Ref("hall", key), key, at=(x, y))]


def stand(number: int, key: str = "h") -> list[Spot]:
    """The stand of that number in a hall."""
    return [Spot(Ref("stand", f"{key}#A{number}"), key, f"{key}#A{number}")]
