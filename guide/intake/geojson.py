"""The features of GeoJSON as parts of a plan: what each is, by its properties in four languages."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from guide.catalogue.model import Point
from guide.intake.booths import hall_label
from guide.intake.draft import Draft, Origin, Unplaced
from guide.intake.json_read import text_of
from guide.intake.oddities import Oddity
from guide.intake.plan_letters import lettered
from guide.intake.plan_part import CODE, Firm, Part
from guide.intake.plan_words import DOOR, HALL, STAND, WAYS, property_of, role_of
from guide.intake.programme import said, spoken
from guide.text import clean, one_line

FEATURES = 200_000
"""Features that are read of one file."""

_MANY = 100  # oddities of one file about coordinates
_FARTHEST = 1e8
_DEGREES = re.compile(r"CRS84|EPSG:{1,2}(?:4326|4258|4979)\b|OGC:1\.3:CRS|(?:^|\W)WGS\s?84(?!\W*UTM)", re.IGNORECASE)
_MERCATOR = re.compile(r"EPSG:{1,2}(?:3857|900913|3785|102100)\b", re.IGNORECASE)
_YES = ("yes", "true", "main", "да", "ja")
_UNITS: Mapping[str, str] = {
    "m": "m", "metre": "m", "metres": "m", "meter": "m", "meters": "m", "м": "m", "метры": "m", "mm": "mm", "мм": "mm",
    "cm": "cm", "см": "cm", "ft": "ft", "feet": "ft", "foot": "ft", "in": "in", "inch": "in", "degrees": "degrees",
    "degree": "degrees", "deg": "degrees", "millimeters": "mm", "centimeters": "cm",
}  # fmt: skip


def is_collection(top: Any) -> bool:
    """Whether a value of JSON is a feature or a collection of them, or a list of such."""
    if isinstance(top, list):
        return bool(top) and all(is_collection(each) for each in top)
    return isinstance(top, dict) and top.get("type") in ("FeatureCollection", "Feature")


def unit_of(top: Any) -> str:
    """What a file says that its coordinates are: "degrees", "mercator", "m", "mm" …, "" for nothing."""
    if not isinstance(top, dict):
        return ""
    for name in ("units", "unit", "единицы"):
        if unit := _UNITS.get(text_of(top.get(name)).casefold()):
            return unit
    crs = top.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else crs
    said = text_of(properties.get("name") if isinstance(properties, dict) else properties)
    if not said:
        return ""
    return "degrees" if _DEGREES.search(said) else "mercator" if _MERCATOR.search(said) else "m"


def feature_parts(top: Any, file: str, draft: Draft) -> Iterator[Part]:
    """The parts that the features of a collection are; what is none is kept and told in the draft."""
    told = 0
    parts: list[Part] = []
    for row, feature in enumerate(_features(top), 1):
        if row > FEATURES:
            break
        properties = feature.get("properties")
        part = _part(properties if isinstance(properties, dict) else {}, file, row)
        if not drawn(part, feature.get("geometry")) and told < _MANY:
            told += 1
            draft.oddities.append(Oddity("I069", file, row, "geometry", said(part.code or part.name)[:80]))
        parts.append(part)
    lettered(parts)
    for part in parts:
        _settled(part)
        is_named = part.role in (STAND, HALL) and (part.code or part.name or part.hall)
        if part.role and (part.rings or part.points or is_named):
            yield part
        elif part.role or part.name or part.code or part.rest:
            cells = {"kind": part.kind, "name": said(part.name), "code": part.code, "hall": part.hall, **part.rest}
            draft.oddities.append(Oddity("I068", file, part.row, "", "", {"kind": part.kind or said(part.name) or "–"}))
            draft.unplaced.append(
                Unplaced(Origin(file, part.row), {name: text for name, text in cells.items() if text})
            )


def _features(top: Any) -> Iterator[Mapping[str, Any]]:
    for each in top if isinstance(top, list) else [top]:
        features = each.get("features") if each.get("type") == "FeatureCollection" else [each]
        for feature in features if isinstance(features, list) else []:
            if isinstance(feature, dict):
                yield feature


def _part(properties: Mapping[str, Any], file: str, row: int) -> Part:
    part = Part("", file, row)
    names: dict[str, str] = {}
    rest: dict[str, str] = {}
    for name, value in properties.items():
        field, language = property_of(name)
        if field == "name" and isinstance(value, dict):
            names |= {
                tag: text for key, each in value.items() if (tag := spoken(key)) and (text := one_line(text_of(each)))
            }
            continue
        text = "yes" if value is True else one_line(_listed(value))
        if not text:
            continue
        if text.casefold() in _YES and (role := role_of(name)):
            part.role = part.role or role  # as OpenStreetMap says it: {"entrance": "main"}, {"elevator": "yes"}
            continue
        if field == "hall" and role_of(text) == HALL and role_of(name) == HALL:
            part.role, part.kind = part.role or HALL, text  # {"building": "exhibition_hall"}
            continue
        match field:
            case "name":
                names.setdefault(language, text)
            case "role":
                role = role_of(text)
                if role and not part.role:
                    part.role, part.kind = role, text
                elif not role:
                    part.kind = part.kind or text
                    rest[clean(name)] = text
            case "firm":
                part.firms = [*part.firms, *(Firm(each.strip()) for each in re.split(r"[;\n]", text) if each.strip())]
            case "area" | "width":
                setattr(part, field, _number(text))
            case "code" | "hall" | "level" if not getattr(part, field):
                setattr(part, field, text)
            case "id":
                rest.setdefault("id", text)
            case _:
                rest[clean(name)[:80]] = text
    if "" in names and len(names) > 1:
        del names[""]
    part.name = names.get("", "") if "" in names else names
    rest.pop("id", None)
    part.rest = rest
    part.joint = text_of(properties.get("joint"))
    return part


def _settled(part: Part) -> None:
    """What a part is that does not say it: by which of its properties are there."""
    name = said(part.name)
    if part.role in ("outdoor", HALL):
        part.kind = "outdoor" if part.role == "outdoor" else "pavilion" if "pav" in part.kind.casefold() else "hall"
        part.role = HALL
        part.hall = part.hall or part.code or name
        return
    if not part.role and part.rings:
        if part.code or part.firms or (part.hall and name):
            part.role = STAND
        elif part.hall or hall_label(name) != name:
            part.role, part.hall = HALL, part.hall or name
        elif CODE.match(name):
            part.role = STAND
    elif not part.role and part.points and len(part.points) == 1 and name:
        part.role = role_of(name)
    if part.role == STAND and not part.code and CODE.match(name):
        part.code, part.name = name, ""
    if part.role not in (STAND, DOOR, *WAYS) and part.code and not name:
        part.name = part.code


def drawn(part: Part, geometry: Any) -> bool:
    """Gives a part the rings and points of a geometry; False where one is not understood or lies nowhere."""
    if geometry is None:
        return True
    if not isinstance(geometry, dict):
        return False
    coordinates, kind = geometry.get("coordinates"), geometry.get("type")
    try:
        match kind:
            case "Polygon":
                _polygon(part, coordinates)
            case "MultiPolygon":
                for polygon in _list(coordinates):
                    _polygon(part, polygon)
            case "Point":
                part.points = [_point(coordinates)]
            case "LineString" | "MultiPoint":
                part.points = _line(coordinates)
            case "MultiLineString":
                part.points = [point for line in _list(coordinates) for point in _line(line)]
            case "GeometryCollection":
                return all(drawn(part, each) for each in _list(geometry.get("geometries"))[:1000]
                           if not isinstance(each, dict) or each.get("type") != "GeometryCollection")  # fmt: skip
            case _:
                return False
    except (TypeError, ValueError, IndexError):
        return False
    if kind == "LineString" and len(part.points) > 3 and part.points[0] == part.points[-1]:
        part.rings, part.points = [*part.rings, part.points], []  # how drawing programs write an outline
    if len(part.points) > 2 and kind in ("LineString", "MultiLineString"):
        part.points = [part.points[0], part.points[-1]]
    return True


def _polygon(part: Part, coordinates: Any) -> None:
    rings = [_line(ring) for ring in _list(coordinates)]
    if not rings or not rings[0]:
        raise ValueError
    part.rings.append(rings[0])
    part.holes += rings[1:]


def _line(coordinates: Any) -> list[Point]:
    return [_point(each) for each in _list(coordinates)]


def _point(value: Any) -> Point:
    x, y = _list(value)[:2]
    if isinstance(x, bool) or isinstance(y, bool) or not (isinstance(x, int | float) and isinstance(y, int | float)):
        raise TypeError
    if not (math.isfinite(x) and math.isfinite(y) and abs(x) <= _FARTHEST and abs(y) <= _FARTHEST):
        raise ValueError
    return float(x), float(y)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _listed(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, map(text_of, value)))
    return text_of(value)


def _number(text: str) -> float | None:
    found = re.search(r"\d[\d\s\u00a0]*(?:[.,]\d+)?", text[:60])
    try:
        return float(re.sub(r"\s", "", found[0]).replace(",", ".")) if found else None
    except ValueError:
        return None
