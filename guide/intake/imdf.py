"""Archives of the Indoor Mapping Data Format as parts of a plan: https://docs.ogc.org/cs/20-094/.

A level is a hall, or all of a hall's storeys are halls of their own; kiosks, and units and fixtures that somebody has
or that are called booths, are stands; openings are doors; occupants are those who exhibit.
"""

import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from guide.i18n import N_
from guide.intake.contacts import phones, sites
from guide.intake.countries_meant import country_of
from guide.intake.draft import Draft, Origin, Unplaced
from guide.intake.files import ForeignError, Incoming
from guide.intake.geojson import drawn
from guide.intake.json_read import text_of, value_of
from guide.intake.oddities import Oddity
from guide.intake.packed import is_crowded
from guide.intake.plan_part import CODE, Firm, Part
from guide.intake.plan_words import BLOCK, DOOR, HALL, SERVICES, STAND, WALL, WAYS, role_of
from guide.intake.programme import Words, said, spoken

UNPACKED = 128 * 1024 * 1024
"""Bytes that the files of an archive may come to."""

FILES = 1000
"""Files that an archive may hold."""

_TYPES = ("venue", "address", "footprint", "building", "level", "unit", "opening", "amenity", "fixture", "kiosk",
          "occupant", "anchor", "section", "geofence", "relationship", "detail")  # fmt: skip
_PASSED_OVER = ("section", "geofence", "detail", "building", "footprint", "venue", "address", "manifest")
_BOOTH = re.compile(r"booth|exhibit|stand|kiosk|stall", re.IGNORECASE)

Feature = Mapping[str, Any]


def parts_of(file: Incoming, draft: Draft) -> Iterator[Part]:
    """The parts that an archive draws, in longitudes and latitudes; what is odd goes into the draft.

    Raises ForeignError for an archive that cannot be unpacked, that unpacks to too much or that holds no plan.
    """
    features = _unpacked(file, draft)
    if not any(features.get(name) for name in ("level", "unit", "kiosk", "footprint", "venue")):
        if features.get(""):
            yield from _plain(file, features[""], draft)
            return
        raise ForeignError(N_("{file} holds no plan."), "", file=file.name)
    yield from _Archive(file, features, draft).parts()


def _unpacked(file: Incoming, draft: Draft) -> dict[str, list[Feature]]:
    """The features of all files by their type; those of a file that names none under ""."""
    found: dict[str, list[Feature]] = defaultdict(list)
    whole = 0
    try:
        if is_crowded(file):
            raise zipfile.BadZipFile
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            for info in archive.infolist()[:FILES]:
                name = info.filename.rpartition("/")[2].lower()
                if not name.endswith((".geojson", ".json")) or "__macosx" in info.filename.lower():
                    continue
                with archive.open(info) as stream:
                    data = stream.read(UNPACKED - whole + 1)
                whole += len(data)
                if whole > UNPACKED:
                    raise ForeignError(
                        N_("{file} unpacks to more than {limit} MB, which is what can be imported."),
                        N_("Is this the right file?"), file=file.name, limit=UNPACKED // 1024**2,
                    )  # fmt: skip
                _gather(Incoming(f"{file.name}/{name}"[-120:], data), name.rpartition(".")[0], found, draft)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise ForeignError(
            N_("{file} cannot be unpacked."), N_("Was it copied or saved to its end?"), file=file.name
        ) from error
    return found


def _gather(file: Incoming, stem: str, found: dict[str, list[Feature]], draft: Draft) -> None:
    try:
        top, oddities = value_of(file)
    except ForeignError:
        draft.oddities.append(Oddity("I074", file.name))
        return
    draft.oddities += oddities
    features = top.get("features") if isinstance(top, dict) else None
    for feature in features if isinstance(features, list) else ():
        if isinstance(feature, dict):
            kind = text_of(feature.get("feature_type")) or (stem if stem in _TYPES else "")
            found[kind if kind in _TYPES else ""].append(feature)


def _plain(file: Incoming, features: list[Feature], draft: Draft) -> Iterator[Part]:
    """An archive of GeoJSON that is no IMDF."""
    from guide.intake.geojson import feature_parts

    yield from feature_parts({"type": "FeatureCollection", "features": features}, file.name, draft)


class _Archive:
    def __init__(self, file: Incoming, features: Mapping[str, list[Feature]], draft: Draft) -> None:
        self._file = file.name
        self._draft = draft
        self._features = features
        self._row = 0
        self._levels: dict[str, tuple[str, str]] = {}
        self._unit_levels: dict[str, str] = {}
        self._anchors: dict[str, Feature] = {_id(each): each for each in features.get("anchor", ())}
        self._firms: dict[str, list[Firm]] = defaultdict(list)
        self._joints: dict[str, str] = {}

    def parts(self) -> Iterator[Part]:
        """Levels first, then what is on them; what is said of the grounds goes into the draft."""
        self._grounds()
        self._occupants()
        self._related()
        buildings = {_id(each): _words(_properties(each).get("name")) for each in self._features.get("building", ())}
        yield from self._halls(buildings)
        for unit in self._features.get("unit", ()):
            self._unit_levels[_id(unit)] = text_of(_properties(unit).get("level_id"))
            yield from self._unit(unit)
        for kind in ("kiosk", "fixture"):
            for feature in self._features.get(kind, ()):
                yield from self._piece(feature, kind)
        for feature in self._features.get("opening", ()):
            yield from self._opening(feature)
        for feature in self._features.get("amenity", ()):
            yield from self._amenity(feature)
        for name in _PASSED_OVER:
            self._row += len(self._features.get(name, ())) if name not in ("building", "footprint", "venue") else 0

    def _grounds(self) -> None:
        """The grounds of the fair: the venue with its address and its place on the earth."""
        addresses = {_id(each): _properties(each) for each in self._features.get("address", ())}
        for feature in self._features.get("venue", [])[:1]:
            properties = _properties(feature)
            name = _words(properties.get("name"))
            address = addresses.get(text_of(properties.get("address_id")), {})
            country = text_of(address.get("country"))
            place: dict[str, Any] = {
                "city": text_of(address.get("locality")),
                "country": country_of(country) if country else "",
            }
            point = Part("", self._file, 0)
            if drawn(point, properties.get("display_point")) and point.points:
                place |= {"lat": round(point.points[0][1], 6), "lon": round(point.points[0][0], 6)}
            venue = {
                "name": dict(name) if isinstance(name, Mapping) else name,
                "place": {key: value for key, value in place.items() if value != ""},
                "address": text_of(address.get("address")),
            }
            if said(name):
                self._draft.fair["venue"] = {key: value for key, value in venue.items() if value}

    def _halls(self, buildings: Mapping[str, Words]) -> Iterator[Part]:
        levels = self._features.get("level", [])
        many = len({text_of(_properties(each).get("ordinal")) for each in levels}) > 1
        taken: set[str] = set()
        for feature in levels:
            properties = _properties(feature)
            part = self._part(feature, HALL)
            part.kind = "outdoor" if properties.get("outdoor") is True else "hall"
            short = said(_words(properties.get("short_name")))
            ids = map(text_of, _several(properties.get("building_ids")))
            building = next((name for each in ids if (name := buildings.get(each))), "")
            label = said(part.name) or short or text_of(properties.get("ordinal"))
            if label in taken and said(building):
                label = f"{said(building)}, {label}"
                part.name = label
            taken.add(label)
            part.hall = label
            part.level = short or (text_of(properties.get("ordinal")) if many else "")
            if not said(part.name):
                part.name = said(building) if not many and said(building) else label
            self._levels[_id(feature)] = (label, part.level)
            yield part
        if not levels:
            for feature in self._features.get("footprint") or self._features.get("venue", []):
                part = self._part(feature, HALL)
                if part.rings:
                    part.hall = said(part.name)
                    yield part
                    return

    def _unit(self, feature: Feature) -> Iterator[Part]:
        properties = _properties(feature)
        category = text_of(properties.get("category"))
        firms = self._firms.get(_id(feature), [])
        role = _role(category)
        if role in WAYS:
            part = self._part(feature, role)
            part.joint = self._joints.get(_id(feature), part.joint)
            yield part
        elif firms or _BOOTH.search(category):
            yield self._stand(feature, firms)
        elif role in (WALL, BLOCK) or (role in SERVICES and (role != "room" or said(_words(properties.get("name"))))):
            yield self._part(feature, role)

    def _piece(self, feature: Feature, kind: str) -> Iterator[Part]:
        """A kiosk or a fixture: a stand, or something that stands in the way."""
        properties = _properties(feature)
        firms = self._firms.get(text_of(properties.get("anchor_id")), [])
        category = text_of(properties.get("category"))
        if kind == "kiosk" or firms or _BOOTH.search(category):
            yield self._stand(feature, firms)
        else:
            yield self._part(feature, WALL if _role(category) == WALL else BLOCK)

    def _stand(self, feature: Feature, firms: list[Firm]) -> Part:
        part = self._part(feature, STAND)
        part.firms = firms
        other = said(_words(_properties(feature).get("alt_name")))
        name = said(part.name)
        if CODE.match(name):
            part.code, part.name = name, ""
        elif CODE.match(other):
            part.code = other
        if not part.code and firms and name in {said(firm.name) for firm in firms}:
            part.name = name
        return part

    def _opening(self, feature: Feature) -> Iterator[Part]:
        category = text_of(_properties(feature).get("category"))
        if category.startswith(("pedestrian", "emergencyexit")) or not category:
            part = self._part(feature, DOOR)
            part.is_told = False  # most doors lead from unit to unit; only those at the edge of a hall become ways
            yield part

    def _amenity(self, feature: Feature) -> Iterator[Part]:
        properties = _properties(feature)
        category = text_of(properties.get("category"))
        role = _role(category)
        units = map(text_of, _several(properties.get("unit_ids")))
        level = next((self._unit_levels[each] for each in units if each in self._unit_levels), "")
        part = self._part(feature, role or category or "amenity")
        if level in self._levels:
            part.hall, part.level = self._levels[level]
        if part.role in WAYS:
            part.joint = (
                text_of(properties.get("address_id")) or text_of(properties.get("correlation_id")) or part.joint
            )
        if not said(part.name) and not role:
            part.name = category.replace(".", " ")
        if said(part.name) or role:
            yield part

    def _occupants(self) -> None:
        pieces = {
            text_of(_properties(each).get("anchor_id"))
            for kind in ("kiosk", "fixture")
            for each in self._features.get(kind, ())
        }
        for feature in self._features.get("occupant", ()):
            self._row += 1
            properties = _properties(feature)
            name = _words(properties.get("name"))
            if not said(name):
                continue
            values: dict[str, Any] = {}
            if found := sites(text_of(properties.get("website"))).values if properties.get("website") else ():
                values["site"] = found[0]
            if found := phones(text_of(properties.get("phone"))).values if properties.get("phone") else ():
                values["phone"] = list(found)
            firm = Firm(name, values, _id(feature))
            anchor = text_of(properties.get("anchor_id"))
            unit = text_of(_properties(self._anchors.get(anchor, {})).get("unit_id"))
            self._firms[anchor if anchor in pieces else unit].append(firm)
            if hours := text_of(properties.get("hours")):
                self._draft.unplaced.append(
                    Unplaced(Origin(self._file, self._row), {"name": said(name), "hours": hours})
                )

    def _related(self) -> None:
        """What relations join: the units at both ends of stairs and lifts."""
        for feature in self._features.get("relationship", ()):
            properties = _properties(feature)
            between = _several(properties.get("intermediary"))
            ends = [properties.get("origin"), properties.get("destination"), *between]
            for end in ends:
                if isinstance(end, dict) and _role(text_of(properties.get("category"))) in WAYS:
                    self._joints[text_of(end.get("id"))] = _id(feature)

    def _part(self, feature: Feature, role: str) -> Part:
        self._row += 1
        properties = _properties(feature)
        part = Part(role, self._file, self._row, name=_words(properties.get("name")))
        geometry = feature.get("geometry")
        if not drawn(part, geometry):
            self._draft.oddities.append(Oddity("I069", self._file, self._row, "geometry", said(part.name)[:80]))
        part.hall, part.level = self._levels.get(text_of(properties.get("level_id")), ("", ""))
        part.kind = text_of(properties.get("category"))
        told = {name: text_of(properties.get(name)) for name in ("hours", "phone", "website", "restriction")}
        part.rest = {name: text for name, text in told.items() if text and role != HALL}
        return part


def _role(category: str) -> str:
    role = role_of(category)
    return role if role in (*SERVICES, *WAYS, WALL, BLOCK, DOOR) else ""


def _id(feature: Feature) -> str:
    return text_of(feature.get("id"))


def _properties(feature: Feature) -> Mapping[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _words(value: Any) -> Words:
    """The labels of IMDF: a table of languages, one text where there is one language."""
    if not isinstance(value, dict):
        return text_of(value)
    table = {tag: text for key, each in value.items() if (tag := spoken(key)) and (text := text_of(each))}
    return table if len(table) > 1 else next(iter(table.values()), "")
