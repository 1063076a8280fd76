"""What part of a plan is seen, and how large: metres to cells of the terminal and back."""

import math
from typing import NamedTuple

from guide.catalogue.model import Point
from guide.venue.shapes import Box

ASPECT = 2.0
"""How many times higher than wide a terminal's cell is, where nobody has measured it."""

NEAREST = 0.05
"""Metres a column at the closest: a stand of 3 m is as wide as a narrow terminal."""

_MARGIN = 3  # cells, of both edges together: one is left free on every side, lines take half of one more
_SMALLEST = 1e-6  # metres a column: keeps a plan of one point from dividing by nothing


class Camera(NamedTuple):
    """The middle of the view in metres, and the metres that a column takes; a row takes ``aspect`` times as many.

    Cells are counted from the top left corner of the view, x to the right and y down; fractions are places
    within a cell.
    """

    x: float
    y: float
    scale: float  # metres a column
    aspect: float = ASPECT

    @classmethod
    def fitted(cls, box: Box, columns: int, rows: int, aspect: float = ASPECT) -> "Camera":
        """The closest view that shows the whole box, with a cell of room on every side."""
        across = box.width / max(columns - _MARGIN, 1)
        down = box.height / (max(rows - _MARGIN, 1) * aspect)
        return cls(*box.middle, max(across, down, _SMALLEST), aspect)

    def zoomed(self, factor: float, about: Point | None = None) -> "Camera":
        """Closer by a factor above 1, further off by one below; ``about`` stays in its cell, else the middle does."""
        x, y = about or (self.x, self.y)
        scale = max(self.scale / factor, _SMALLEST)
        share = scale / self.scale
        return self._replace(x=x + (self.x - x) * share, y=y + (self.y - y) * share, scale=scale)

    def moved(self, columns: float, rows: float) -> "Camera":
        """So many cells to the right and down."""
        return self._replace(x=self.x + columns * self.scale, y=self.y - rows * self.scale * self.aspect)

    def kept_within(self, box: Box, columns: int, rows: int) -> "Camera":
        """The nearest view that is not further off than the whole box, and shows nothing but it and its edge.

        Where the box is narrower than the view it lies in the middle of it.
        """
        whole = Camera.fitted(box, columns, rows, self.aspect).scale
        scale = min(max(self.scale, min(NEAREST, whole)), whole)
        edge, rim = scale * _MARGIN / 2, scale * self.aspect * _MARGIN / 2
        x = _between(self.x, box.left - edge, box.right + edge, scale * columns)
        y = _between(self.y, box.bottom - rim, box.top + rim, scale * self.aspect * rows)
        return Camera(x, y, scale, self.aspect)

    def cell(self, point: Point, columns: int, rows: int) -> tuple[float, float]:
        """Where a point is in a view of that size: column and row, with fractions, outside the view as well."""
        return (
            columns / 2 + (point[0] - self.x) / self.scale,
            rows / 2 - (point[1] - self.y) / (self.scale * self.aspect),
        )

    def point(self, column: float, row: float, columns: int, rows: int) -> Point:
        """The point that is there; the middle of a cell is half a cell further in both."""
        return (
            self.x + (column - columns / 2) * self.scale,
            self.y - (row - rows / 2) * self.scale * self.aspect,
        )

    def seen(self, columns: int, rows: int) -> Box:
        """The part of the plan, in metres, that a view of that size shows."""
        half, high = self.scale * columns / 2, self.scale * self.aspect * rows / 2
        return Box(self.x - half, self.y - high, self.x + half, self.y + high)


def _between(middle: float, low: float, high: float, size: float) -> float:
    """The middle of a stretch of a size that stays between two ends, or theirs where it is longer than they are."""
    if high - low <= size or not math.isfinite(middle):
        return (low + high) / 2
    return min(max(middle, low + size / 2), high - size / 2)
