"""What part of the earth a map shows, and how large: degrees to cells of the terminal and back.

An equirectangular map, its degrees of longitude as long as they are at one latitude, that of the middle of what was
fitted: true enough for half a continent, and the same sum for every point.
"""

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from guide.catalogue.outlines import Bounds

ASPECT = 2.0
"""How many times higher than wide a terminal's cell is, where nobody has measured it."""

NEAREST = 0.005
"""Degrees of longitude a column at the closest: a town's own surroundings."""

_ASIDE, _ABOVE = 9, 1  # cells left free on each side of what is fitted, for names
_SMALLEST = 3.0  # degrees that are shown at least, or a lone town would fill the view
_POLE = 85.0
_MIDDLE = 15.0  # the latitude in the middle of where people live


class MapCamera(NamedTuple):
    """The middle of the view in degrees, and the degrees of longitude that a column takes.

    ``squeeze`` is the cosine of the latitude that the map is true at. Cells are counted from the top left corner of
    the view, x to the right and y down; fractions are places within a cell.
    """

    longitude: float
    latitude: float
    scale: float  # degrees of longitude a column
    squeeze: float = 1.0
    aspect: float = ASPECT

    @property
    def rise(self) -> float:
        """The degrees of latitude that a row takes."""
        return self.scale * self.squeeze * self.aspect

    @classmethod
    def fitted(
        cls, points: Iterable[tuple[float, float]], columns: int, rows: int, aspect: float = ASPECT
    ) -> "MapCamera":
        """The closest view of these points (latitude, longitude), with room for names; the world where there are none.

        Points on both sides of the dateline are shown over it where that is the shorter way round.
        """
        there = list(points)
        if not there:
            return cls(0.0, _MIDDLE, 360.0 / max(columns, 1), 1.0, aspect).kept(columns, rows)
        south, north = min(lat for lat, _ in there), max(lat for lat, _ in there)
        west, east = _span([lon for _, lon in there])
        latitude = (south + north) / 2
        squeeze = max(math.cos(math.radians(latitude)), 0.1)
        tall = max(north - south, _SMALLEST * squeeze / aspect)
        across = max(east - west, _SMALLEST) / max(columns - 2 * _ASIDE, columns // 3, 1)
        down = tall / (max(rows - 2 * _ABOVE, rows // 3, 1) * aspect * squeeze)
        return cls((west + east) / 2, latitude, max(across, down), squeeze, aspect).kept(columns, rows)

    def zoomed(self, factor: float, about: tuple[float, float] | None = None) -> "MapCamera":
        """Closer by a factor above 1, further off by one below; ``about`` (latitude, longitude) stays in its cell."""
        latitude, longitude = about or (self.latitude, self.longitude)
        scale = max(self.scale / factor, NEAREST)
        share = scale / self.scale
        return self._replace(
            longitude=longitude + (self.longitude - longitude) * share,
            latitude=latitude + (self.latitude - latitude) * share,
            scale=scale,
        )

    def moved(self, columns: float, rows: float) -> "MapCamera":
        """So many cells to the right and down."""
        return self._replace(longitude=self.longitude + columns * self.scale, latitude=self.latitude - rows * self.rise)

    def kept(self, columns: int, rows: int) -> "MapCamera":
        """The nearest view that shows no more than once round the world, and nothing beyond its poles."""
        scale = min(max(self.scale, NEAREST), 360.0 / max(columns, 1))
        here = self._replace(scale=scale)
        most = max(_POLE - here.rise * rows / 2, 0.0)
        longitude = (self.longitude + 180.0) % 360.0 - 180.0
        return here._replace(longitude=longitude, latitude=min(max(self.latitude, -most), most))

    def cell(self, latitude: float, longitude: float, columns: int, rows: int) -> tuple[float, float]:
        """Where a point is in a view of that size: column and row, with fractions, outside the view as well."""
        turn = (longitude - self.longitude + 180.0) % 360.0 - 180.0
        return columns / 2 + turn / self.scale, rows / 2 - (latitude - self.latitude) / self.rise

    def point(self, column: float, row: float, columns: int, rows: int) -> tuple[float, float]:
        """The latitude and longitude of a place in the view; the middle of a cell is half a cell further in both."""
        return (
            self.latitude - (row - rows / 2) * self.rise,
            self.longitude + (column - columns / 2) * self.scale,
        )

    def seen(self, columns: int, rows: int) -> Bounds:
        """The part of the world that a view of that size shows."""
        north, west = self.point(0, 0, columns, rows)
        south, east = self.point(columns, rows, columns, rows)
        return Bounds(west, south, east, north)


def _span(longitudes: list[float]) -> tuple[float, float]:
    """The shortest stretch from west to east that holds all; the east is beyond 180 where it crosses the dateline."""
    ordered = sorted(longitudes)
    gaps = [(after - before, after) for before, after in pairwise(ordered)]
    gaps.append((ordered[0] + 360.0 - ordered[-1], ordered[0]))
    _, west = max(gaps)
    east = max(lon if lon >= west else lon + 360.0 for lon in ordered)
    return west, east
