"""Plans made up for tests: a small site in metres, turned and laid on the earth, as GeoJSON and as IMDF."""

import io
import json
import math
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

Point = tuple[float, float]

CENTRE = (27.5331, 53.9170)
"""Where the site lies: longitude and latitude."""

_MAJOR, _FLAT = 6_378_137.0, 1 / 298.257223563  # WGS 84
_BENT = _FLAT * (2 - _FLAT)


def square(x: float, y: float, width: float, height: float) -> list[Point]:
    """A closed ring: an upright rectangle."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]


def laid(ring: Iterable[Point], turned: float = 0.0) -> list[Point]:
    """Metres of the site as degrees, turned against the clock: through the axes of the earth, to and back."""
    cos, sin = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    return [_on_earth(x * cos - y * sin, x * sin + y * cos) for x, y in ring]


def _on_earth(east: float, north: float) -> Point:
    lon, lat = (math.radians(each) for each in CENTRE)
    normal = _MAJOR / math.sqrt(1 - _BENT * math.sin(lat) ** 2)
    out = normal * math.cos(lat) - north * math.sin(lat)
    x = out * math.cos(lon) - east * math.sin(lon)
    y = out * math.sin(lon) + east * math.cos(lon)
    z = normal * (1 - _BENT) * math.sin(lat) + north * math.cos(lat)
    flat, phi = math.hypot(x, y), lat
    for _ in range(10):
        phi = math.atan2(z + _BENT * _MAJOR / math.sqrt(1 - _BENT * math.sin(phi) ** 2) * math.sin(phi), flat)
    return math.degrees(math.atan2(y, x)), math.degrees(phi)


def feature(ring: Sequence[Any] | None, shape: str = "Polygon", /, **properties: Any) -> dict[str, Any]:
    """A feature: one ring of a polygon, or the coordinates of another kind of geometry."""
    coordinates = [ring] if shape == "Polygon" else ring
    geometry = {"type": shape, "coordinates": coordinates} if ring is not None else None
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: Any, **more: Any) -> str:
    """A file of features."""
    return json.dumps({"type": "FeatureCollection", **more, "features": features}, ensure_ascii=False)


def archive(**files: list[dict[str, Any]]) -> bytes:
    """An archive of IMDF: the features of each type, each ``(id, geometry kind, coordinates, properties)``."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", json.dumps({"version": "1.0.0", "language": "ru-RU"}))
        for kind, features in files.items():
            for each in features:
                each["feature_type"] = kind
            made.writestr(f"{kind}.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    return packed.getvalue()


def of_imdf(key: str, ring: Sequence[Any] | None, shape: str = "Polygon", /, **properties: Any) -> dict[str, Any]:
    """A feature of IMDF."""
    return {"id": key, **feature(ring, shape, **properties)}


def sides(polygon: Sequence[Point]) -> list[float]:
    """The lengths of a polygon's sides, sorted."""
    return sorted(math.dist(polygon[number - 1], point) for number, point in enumerate(polygon))
