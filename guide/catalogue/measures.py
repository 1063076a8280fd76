"""Reads numbers, points and shapes on the plan, dates and times."""

import math
import re
from datetime import date, datetime, time
from typing import Any

from guide.catalogue.fields import Field, Shape
from guide.catalogue.findings import Where
from guide.catalogue.geometry import is_flat, is_simple
from guide.catalogue.model import Polygon
from guide.catalogue.values import DROPPED, EMPTY, Reader, Values
from guide.text import clean, one_line

CORNERS = 1000
"""The corners that a shape may have."""
_FARTHEST = 1e6  # metres
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?\Z", re.A)


class Measures(Values):
    """The readers of what can be counted or measured; ``zone`` is the fair's, for moments that name another."""

    zone = "UTC"

    def number(self, field: Field) -> Reader:
        """A reader of a finite number between the field's bounds."""

        def read(value: Any, where: Where) -> Any:
            if type(value) is not int and type(value) is not float:
                return self.wrong(field, value, where)
            if not field.low <= value <= field.high:
                shown = f"{value:.6g}" if type(value) is float or abs(value) < 10**300 else "…"
                low, high = f"{field.low:.0f}", f"{field.high:.0f}"
                self.findings.add("E106", where, key=field.key, value=shown, low=low, high=high)
                return DROPPED
            return value

        return read

    def flag(self, field: Field) -> Reader:
        """A reader of true or false."""
        return lambda value, where: value if type(value) is bool else self.wrong(field, value, where)

    def point(self, field: Field) -> Reader:
        """A reader of a point [x, y] in metres."""

        def read(value: Any, where: Where) -> Any:
            if is_point(value):
                return (value[0], value[1])
            return self._no_point(value, where) if type(value) is list else self.wrong(field, value, where)

        return read

    def polygon(self, field: Field) -> Reader:
        """A reader of a simple polygon; a last corner that repeats the first is left out."""
        add = self.findings.add

        def read(value: Any, where: Where) -> Any:
            if type(value) is not list:
                return self.wrong(field, value, where)
            if not value:
                return EMPTY
            if len(value) > CORNERS + 1:
                add("E119", where, count=len(value), limit=CORNERS)
                return DROPPED
            for n, point in enumerate(value):
                if not is_point(point):
                    return self._no_point(point, (*where, n))
            points = self._corners(value, where)
            if len(points) > CORNERS:
                add("E119", where, count=len(points), limit=CORNERS)
            elif len(points) < 3:
                add("E117", where, count=len(points))
            elif is_flat(points):
                add("E126", where)
            elif not is_simple(points):
                add("E118", where)
            else:
                return points
            return DROPPED

        return read

    def _corners(self, value: list[Any], where: Where) -> Polygon:
        """The corners of a shape, none twice in a row; the first may stand at the end once more, to close it."""
        points = [(point[0], point[1]) for point in value]
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
        if len(kept) < len(points):
            twice = next(n for n in range(1, len(points)) if points[n] == points[n - 1])
            self.findings.add("W110", (*where, twice))
        return tuple(kept)

    def _no_point(self, value: Any, where: Where) -> Any:
        self.findings.add("E125", where)
        return DROPPED

    def calendar(self, field: Field) -> Reader:
        """A reader of TOML's own dates and times, or of their ISO form in quotes."""
        shape = field.shape

        def read(value: Any, where: Where) -> Any:
            got = _calendar(value, shape)
            if got is not None:
                return self._local(got) if type(got) is datetime else got
            if value == "":
                return EMPTY
            if type(value) is str and shape is not Shape.CLOCK:
                self.findings.add("E107", where, value=one_line(clean(value))[:60])
                return DROPPED
            return self.wrong(field, value, where)

        return read

    def _local(self, moment: datetime) -> datetime:
        """The moment by the fair's clock."""
        if moment.tzinfo is None:
            return moment
        from guide.dates import zone

        try:
            return moment.astimezone(zone(self.zone)).replace(tzinfo=None)
        except OverflowError:  # the first or the last day of the calendar
            return moment.replace(tzinfo=None)


def is_point(value: Any) -> bool:
    """Whether a value is a list of two finite numbers, no farther than a thousand kilometres."""
    return (
        type(value) is list
        and len(value) == 2
        and all(type(part) in (int, float) and math.isfinite(part) and abs(part) <= _FARTHEST for part in value)
    )


def _calendar(value: Any, shape: Shape) -> Any:
    """A date, time, moment or loose day; None where the value is none."""
    try:
        if shape is Shape.CLOCK:
            got = time.fromisoformat(value.strip()) if type(value) is str else value
            return got.replace(tzinfo=None) if type(got) is time else None
        if shape is Shape.DAY:
            if type(value) is int and 1000 <= value <= 2999:
                return str(value)
            loose = _DAY.match(value.strip()) if type(value) is str else None
            if loose:
                return loose[0] if loose[2] is None or 1 <= int(loose[2]) <= 12 else None
        if type(value) is str:
            text = value.strip()
            long = shape is Shape.MOMENT and len(text) > 10
            return datetime.fromisoformat(text) if long else date.fromisoformat(text)
        if type(value) is datetime:
            return value if shape is Shape.MOMENT else value.date()
        return value if type(value) is date else None
    except ValueError:
        return None
