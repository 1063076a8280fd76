"""Plans: GeoJSON and archives of IMDF as halls, stands, ways through and services.

GeoJSON is that of RFC 7946 as drawing programs write it: longitudes and latitudes, or metres of a plan, which files
often do not name; y runs northwards in both.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.catalogue.model import Point
from guide.i18n import N_
from guide.intake.draft import Draft
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.geojson import feature_parts, is_collection, unit_of
from guide.intake.imdf import parts_of
from guide.intake.json_read import text_of, value_of
from guide.intake.oddities import Oddity
from guide.intake.plan_part import Part, Ring
from guide.intake.plan_shapes import degrees_of_mercator, metres
from guide.intake.plan_site import site
from guide.intake.programme import said

_WIDEST = 0.5  # degrees that a fairground may stretch
_FARTHEST = 20_000.0  # metres from its middle
_METRES: Mapping[str, float] = {"m": 1.0, "mm": 0.001, "cm": 0.01, "dm": 0.1, "ft": 0.3048, "in": 0.0254}


def read(files: Sequence[Incoming], asked: Asked) -> Draft:
    """What all plans of a fair draw, on one site; a row is the number of the feature in its file.

    Raises ForeignError for a file that is no plan, and for an archive that cannot be unpacked.
    """
    draft = Draft()
    parts: list[Part] = []
    name = ""
    for file in files:
        if file.data.startswith(b"PK"):
            mine = _on_the_ground(list(parts_of(file, draft)), "", file.name, draft)
        else:
            top, oddities = value_of(file)
            draft.oddities += oddities
            if not is_collection(top):
                raise ForeignError(N_("{file} is no plan in GeoJSON."), "", file=file.name)
            name = name or text_of(top.get("name") if isinstance(top, dict) else "")
            found = list(feature_parts(top, file.name, draft))
            mine = _on_the_ground(found, unit_of(top), file.name, draft)
        draft.rows += len(mine)
        for part in mine:
            if len(part.points) == 2 and part.width is None:
                part.width = math.dist(*part.points)
        parts += mine
        asked.tick(len(parts), 0)
    if not any(part.rings or part.points for part in parts):
        raise ForeignError(
            N_("{file} draws nothing that a plan could be made of."), "", file=", ".join(file.name for file in files)
        )
    site(parts, draft, name or files[0].name.rpartition(".")[0] or files[0].name)
    return draft


def _on_the_ground(parts: list[Part], unit: str, file: str, draft: Draft) -> list[Part]:
    """The parts with their coordinates in metres; ``unit`` is what the file says of them, "" for nothing.

    What lies far from the middle of most is told and has no place: drawing programs put what they cannot place at
    [0, 0].
    """
    points = [point for part in parts for ring in _rings(part) for point in ring]
    if not points:
        return parts
    if not unit:
        unit = "degrees" if _are_degrees(points) else "m"
        if unit == "m":
            draft.oddities.append(Oddity("I067", file))
    if unit == "mercator":
        _moved(parts, lambda point: degrees_of_mercator(*point))
        points = [point for part in parts for ring in _rings(part) for point in ring]
        unit = "degrees"
    lon, lat = _median(points)
    reach = _WIDEST if unit == "degrees" else _FARTHEST / _METRES.get(unit, 1.0)
    for part in parts:
        if any(abs(x - lon) > reach or abs(y - lat) > reach for ring in _rings(part) for x, y in ring):
            part.rings, part.holes, part.points = [], [], []
            draft.oddities.append(Oddity("I069", file, part.row, "geometry", said(part.code or part.name)[:80]))
    if unit == "degrees":
        _moved(parts, lambda point: metres(point[0], point[1], (lon, lat)))
    elif (scale := _METRES.get(unit, 1.0)) != 1.0:
        _moved(parts, lambda point: (point[0] * scale, point[1] * scale))
    return parts


def _rings(part: Part) -> Iterator[Ring]:
    yield from part.rings
    yield from part.holes
    if part.points:
        yield part.points


def _are_degrees(points: Sequence[Point]) -> bool:
    """Whether the middle half of the coordinates can be degrees, and of a place no larger than a fairground."""
    spread = []
    for axis, furthest in ((0, 180), (1, 90)):
        values = sorted(point[axis] for point in points)
        low, high = values[len(values) // 4], values[-1 - len(values) // 4]
        if max(abs(low), abs(high)) > furthest:
            return False
        spread.append(high - low)
    return max(spread) <= _WIDEST


def _median(points: Sequence[Point]) -> Point:
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    return xs[len(xs) // 2], ys[len(ys) // 2]


def _moved(parts: Sequence[Part], move: Any) -> None:
    for part in parts:
        part.rings = [[move(point) for point in ring] for ring in part.rings]
        part.holes = [[move(point) for point in ring] for ring in part.holes]
        part.points = [move(point) for point in part.points]
