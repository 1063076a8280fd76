"""The parts of a fair's plans put together: which lies in which hall, each hall in a frame of its own, in metres."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from guide.catalogue.geometry import Bounds, bounds, holds, is_apart, is_inside
from guide.catalogue.model import Point, Polygon
from guide.catalogue.overlaps import Shelf
from guide.intake.draft import Draft, Link, Origin, Unplaced, hall_key, stand_key
from guide.intake.oddities import Oddity
from guide.intake.plan_part import Part
from guide.intake.plan_shapes import area, middle, onto, shaped, squared, turn_of
from guide.intake.plan_words import BLOCK, DOOR, HALL, NAMES, STAND, WALL, WAYS
from guide.intake.programme import lines_as_one, said
from guide.text import clean, one_line
from guide.venue.shapes import Frame

_NEAR_WALL = 0.3  # metres that a stand may reach over the edge of its hall, and is drawn back
_AT_DOOR = 5.0  # metres from a hall's edge within which a door leads into it
_SAME_PLACE = 4.0  # metres within which stairs of two levels are the same
_DRAWN = (STAND, WALL, BLOCK)


class _Hall(NamedTuple):
    """A hall with what is known of it: its key, its outline on the site, its frame, the labels of its level."""

    key: str
    outline: Polygon
    frame: Frame
    level: str


def site(parts: Sequence[Part], draft: Draft, fallback: str) -> None:
    """Puts what plans draw into a draft; their coordinates are metres, ``fallback`` the name of a hall without one."""
    _Site(parts, draft, fallback).build()


class _Site:
    def __init__(self, parts: Sequence[Part], draft: Draft, fallback: str) -> None:
        self._parts = parts
        self._draft = draft
        self._fallback = fallback
        self._halls: dict[str, _Hall] = {}
        self._shapes: dict[int, Polygon] = {}
        self._shelf: Shelf[str] = Shelf([])

    def build(self) -> None:
        """Halls first, then what is in them."""
        for part in self._parts:
            shape = self._shape(part)
            if shape:
                self._shapes[id(part)] = shape
        for part in self._parts:
            if part.role == HALL:
                self._outlined(part)
        inside = self._sorted_in()
        self._framed(inside)
        for part, key in inside:
            if part.role == STAND:
                self._stand(part, key)
            elif part.role in (WALL, BLOCK):
                self._block(part, key)
            elif part.role not in (DOOR, *WAYS):
                self._service(part, key)
        self._doors([part for part, _ in inside if part.role == DOOR])
        self._ways([(part, key) for part, key in inside if part.role in WAYS])

    def _shape(self, part: Part) -> Polygon:
        if not part.rings or part.role not in (HALL, *_DRAWN):
            return ()
        shapes = sorted((shaped(ring) for ring in part.rings), key=lambda each: area(each.polygon or ((0, 0),)))
        best = shapes[-1]
        whole = [each for each in shapes if each.polygon]
        if len(whole) > 1:
            self._odd("I064", part, count=len(whole))
        if part.holes and part.role != HALL:
            self._odd("I063", part)
        for each in shapes if not best.polygon else [best]:
            if each.code:
                self._odd(each.code, part, **dict(each.values))
        return best.polygon

    def _outlined(self, part: Part) -> None:
        label = one_line(clean(part.hall)) or said(part.name)
        if not label:
            label = part.level or self._fallback
            self._odd("I076", part, name=label)
        key = hall_key(label)
        outline = self._shapes.get(id(part), ())
        there = self._halls.get(key)
        if there is not None and there.outline and outline:
            self._odd("I064", part, count=2)
            if area(outline) <= area(there.outline):
                return
        self._halls[key] = _Hall(key, outline or (there.outline if there else ()), Frame(), part.level)
        kind = part.kind if part.kind in ("hall", "pavilion", "outdoor") else ""
        name = lines_as_one(part.name) or label
        values = {"name": dict(name) if isinstance(name, Mapping) else name, "kind": kind, "level": part.level}
        self._draft.put("hall", key, values, _origin(part))
        self._kept(part)

    def _sorted_in(self) -> list[tuple[Part, str]]:
        """Every part but the halls with the key of the hall that it is in, "" where none is known."""
        found = []
        self._shelf = Shelf([(key, hall.outline) for key, hall in self._halls.items() if hall.outline])
        for part in self._parts:
            if part.role == HALL:
                continue
            key = hall_key(one_line(clean(part.hall))) if part.hall.strip() else ""
            if key and key not in self._halls:
                self._halls[key] = _Hall(key, (), Frame(), part.level)
                self._draft.put("hall", key, {"name": one_line(clean(part.hall)), "level": part.level}, _origin(part))
            found.append((part, key or (self._around(part) if part.role not in (DOOR,) else "")))
        return found

    def _around(self, part: Part) -> str:
        """The hall that a part lies in by its place, on its level where it names one."""
        here = self._place(part)
        if here is None:
            return ""
        near = {key for key, _ in self._shelf.near(_about(here, _NEAR_WALL))}
        around = [self._halls[key] for key in self._order(near) if _is_around(self._halls[key].outline, here)]
        level = [hall for hall in around if hall.level == part.level] if part.level else around
        chosen = (level or around)[:1]
        if chosen and len(level) != 1:
            self._odd("I066", part, hall=self._label(chosen[0].key))
        if not chosen and part.role in _DRAWN and not self._shelf.items:
            key = hall_key(self._fallback)
            if key not in self._halls:
                self._odd("I076", part, name=self._fallback)
                self._halls[key] = _Hall(key, (), Frame(), part.level)
                self._draft.put("hall", key, {"name": self._fallback}, _origin(part))
            return key
        return chosen[0].key if chosen else ""

    def _order(self, keys: Collection[str]) -> list[str]:
        """The keys of halls in the order of the plan."""
        return [key for key in self._halls if key in keys] if len(keys) > 1 else [*keys]

    def _place(self, part: Part) -> Point | None:
        shape = self._shapes.get(id(part))
        if shape:
            return _within(shape)
        points = part.points or [point for ring in part.rings for point in ring]
        return middle(points) if points else None

    def _framed(self, inside: Sequence[tuple[Part, str]]) -> None:
        """Gives every hall its frame: its lowest corner is the origin, its longest walls lie along the axes."""
        drawn: dict[str, list[Polygon]] = defaultdict(list)
        for part, key in inside:
            if key and id(part) in self._shapes:
                drawn[key].append(self._shapes[id(part)])
        corners = [point for hall in self._halls.values() for point in hall.outline]
        corners += [point for shapes in drawn.values() for shape in shapes for point in shape]
        if not corners:
            return
        west, south = min(x for x, _ in corners), min(y for _, y in corners)
        apart = self._lie_apart(drawn)
        for key, hall in self._halls.items():
            shapes = [hall.outline] if hall.outline else drawn[key]
            if not shapes:
                continue
            turn = turn_of(shapes)
            points = [Frame(angle=turn).to_hall(point) for shape in shapes for point in shape]
            low = min(x for x, _ in points), min(y for _, y in points)
            x, y = Frame(angle=turn).to_site(low)
            frame = Frame(x, y, turn)
            self._halls[key] = hall._replace(frame=frame)
            values: dict[str, Any] = {}
            if hall.outline:
                outline = squared([frame.to_hall(point) for point in hall.outline])
                values["outline"] = _listed(outline)
                self._halls[key] = self._halls[key]._replace(outline=outline)
            if apart:
                values |= {"origin": [round(x - west, 2), round(y - south, 2)], "angle": turn or None}
            record = self._draft.of("hall")[key]
            record.values |= {name: value for name, value in values.items() if value is not None}

    def _lie_apart(self, drawn: Mapping[str, Sequence[Polygon]]) -> bool:
        """Whether halls of one level lie beside one another, and not each in coordinates of its own."""
        grounds = []
        for key, hall in self._halls.items():
            points = tuple(hall.outline) or tuple(point for shape in drawn[key] for point in shape)
            if points:
                grounds.append(((key, hall.level), points))
        shelf = Shelf(grounds)
        for (key, level), points in grounds:
            one = bounds(points)
            for (other, other_level), others in shelf.near(one):
                two = bounds(others)
                common = (min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1]))
                least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, two))
                if key != other and level == other_level and min(common) > 0 and common[0] * common[1] > 0.5 * least:
                    return False
        return True

    def _stand(self, part: Part, key: str) -> None:
        code = one_line(clean(part.code))[:40].replace("#", "")
        name = lines_as_one(part.name)
        if not code and not said(name):
            code = ", ".join(said(firm.name) for firm in part.firms)[:40] if part.firms else ""
        if not code and not said(name):
            self._kept(part, "stand")
            return
        record_key = stand_key(key, code) if code else f"{key}#{said(name).casefold()}"
        there = self._draft.of("stand").get(record_key)
        polygon = self._inside(part, key)
        if there is not None and polygon and there.values.get("polygon"):
            self._odd("I064", part, count=2)
            if area(polygon) > area([(x, y) for x, y in there.values["polygon"]]):
                there.values["polygon"] = _listed(polygon)
        shown = said(name)
        values = {
            "code": code,
            "hall": Link("hall", key) if key else None,
            "name": (dict(name) if isinstance(name, Mapping) else name) if shown and shown != code else "",
            "polygon": _listed(polygon),
            "area_m2": round(part.area, 2) if part.area and 0 < part.area < 1e6 else None,
        }
        self._draft.put("stand", record_key, values, _origin(part))
        for number, firm in enumerate(part.firms):
            shown_name = lines_as_one(firm.name)
            whose: dict[str, Any] = {
                "name": dict(shown_name) if isinstance(shown_name, Mapping) else shown_name,
                "stands": [Link("stand", record_key)],
                **firm.values,
            }
            self._draft.put("exhibitor", firm.key or f"{part.file}#{part.row}.{number}", whose, _origin(part))
        self._kept(part)

    def _inside(self, part: Part, key: str) -> Polygon:
        """The shape of a part in its hall's frame; () where it reaches out of the hall."""
        shape = self._shapes.get(id(part), ())
        hall = self._halls.get(key)
        if not shape or hall is None:
            return ()
        polygon = squared([hall.frame.to_hall(point) for point in shape])
        if not polygon or not hall.outline or is_inside(polygon, hall.outline):
            return polygon
        drawn_back = [
            point if holds(hall.outline, point) or math.dist(there := onto(hall.outline, point), point) > _NEAR_WALL
            else there
            for point in polygon
        ]  # fmt: skip
        polygon = shaped(drawn_back).polygon
        if polygon and is_inside(polygon, hall.outline):
            return polygon
        self._odd("I065", part, hall=self._label(key))
        return ()

    def _block(self, part: Part, key: str) -> None:
        shape, hall = self._shapes.get(id(part), ()), self._halls.get(key)
        if not shape or hall is None:
            self._kept(part, "" if part.rings and not shape else part.role)  # a bad shape is told already
            return
        polygon = squared([hall.frame.to_hall(point) for point in shape])
        if polygon and not (hall.outline and is_apart(polygon, hall.outline)):
            name = "walls" if part.role == WALL else "blocks"
            self._draft.put("hall", key, {name: [_listed(polygon)]}, _origin(part))

    def _service(self, part: Part, key: str) -> None:
        name = lines_as_one(part.name) or dict(NAMES.get(part.role, {}))
        if not name:
            self._kept(part, part.role)
            return
        values = {
            "name": dict(name) if isinstance(name, Mapping) else name,
            "kind": part.role,
            "hall": Link("hall", key) if key else None,
            "at": self._at(part, key),
        }
        self._draft.put("service", f"{part.file}#{part.row}", values, _origin(part))
        self._kept(part)

    def _at(self, part: Part, key: str) -> list[float] | None:
        place, hall = self._place(part), self._halls.get(key)
        if place is None or hall is None:
            return None
        x, y = hall.frame.to_hall(place)
        if hall.outline and not _is_around(hall.outline, (x, y)):
            x, y = onto(hall.outline, (x, y))
        return [round(x, 2) + 0.0, round(y, 2) + 0.0]

    def _doors(self, parts: Iterable[Part]) -> None:
        """Each door with the one or two halls at whose edge it lies."""
        for part in parts:
            place = self._place(part)
            key = hall_key(one_line(clean(part.hall))) if part.hall.strip() else ""
            ends = self._edges(part, place) if place is not None else []
            ends = [end for end in ends if not key or end[0] == key or len(ends) > 1]
            if not ends and key in self._halls and not self._halls[key].outline and (at := self._at(part, key)):
                ends = [(key, at)]
            if not ends:
                self._kept(part, part.role if part.is_told else "")
                continue
            self._passage(part, part.role, ends, f"{part.file}#{part.row}")

    def _edges(self, part: Part, place: Point) -> list[tuple[str, list[float]]]:
        near = []
        for key in self._order({key for key, _ in self._shelf.near(_about(place, _AT_DOOR))}):
            hall = self._halls[key]
            if hall.outline and (not part.level or not hall.level or hall.level == part.level):
                here = hall.frame.to_hall(place)
                there = onto(hall.outline, here)
                off = math.dist(here, there)
                if off <= _AT_DOOR:
                    near.append((off, key, [round(there[0], 2) + 0.0, round(there[1], 2) + 0.0]))
        return [(key, at) for _, key, at in sorted(near)[:2]]

    def _ways(self, parts: Sequence[tuple[Part, str]]) -> None:
        """Stairs, lifts and the like: those of several levels that belong together are one way; others are services."""
        groups: dict[tuple[str, str], list[tuple[Part, str]]] = defaultdict(list)
        begun: dict[tuple[str, int, int], list[tuple[Point, str]]] = defaultdict(list)
        for part, key in parts:
            groups[part.role, self._joint(part, begun)].append((part, key))
        for (role, joint), members in groups.items():
            ends = {key: at for part, key in members if key and (at := self._at(part, key)) is not None}
            if len(ends) > 1:
                self._passage(members[0][0], role, list(ends.items()), f"{role}#{joint}")
            else:
                for part, key in members:
                    self._service(part, key)

    def _joint(self, part: Part, begun: dict[tuple[str, int, int], list[tuple[Point, str]]]) -> str:
        """What a part has in common with the others of its way: what the file says, its name, else its place.

        ``begun`` are the places of the ways so far, by role and square of the ground.
        """
        place = self._place(part)
        told = (part.joint or said(part.name)).casefold()
        if place is None:
            return told or f"{part.file}#{part.row}"
        column, row = (math.floor(each / _SAME_PLACE) for each in place)
        around = [(part.role, column + right, row + up) for right in (-1, 0, 1) for up in (-1, 0, 1)]
        near = [each for square in around if square in begun for each in begun[square]]
        joint = told or next((own for other, own in near if math.dist(place, other) <= _SAME_PLACE), "")
        if not joint or all(own != joint for _, own in near):
            joint = joint or f"{part.file}#{part.row}"
            begun[part.role, column, row].append((place, joint))
        return joint

    def _passage(self, part: Part, kind: str, ends: Sequence[tuple[str, list[float]]], key: str) -> None:
        name = lines_as_one(part.name)
        values = {
            "kind": kind,
            "ends": [{"hall": Link("hall", hall), "at": at} for hall, at in ends],
            "name": dict(name) if isinstance(name, Mapping) else name,
            "width_m": round(part.width, 2) if part.width and 0 < part.width < 100 else None,
        }
        self._draft.put("passage", key, values, _origin(part))
        self._kept(part)

    def _label(self, key: str) -> str:
        return said(self._draft.of("hall")[key].values["name"]) if key in self._draft.of("hall") else key

    def _odd(self, code: str, part: Part, **values: Any) -> None:
        shown = one_line(clean(part.code or said(part.name)))[:80]
        self._draft.oddities.append(Oddity(code, part.file, part.row, part.role, shown, values))

    def _kept(self, part: Part, lost: str = "") -> None:
        """Keeps what no key is for; ``lost`` is what a part was taken for that has no place in a catalogue."""
        cells = {name: clean(text) for name, text in part.rest.items() if text}
        if lost:
            self._odd("I068", part, kind=lost)
            cells |= {"name": said(part.name), "code": part.code, "kind": lost}
            cells = {name: text for name, text in cells.items() if text}
        if cells:
            self._draft.unplaced.append(Unplaced(_origin(part), cells))


def _about(place: Point, reach: float) -> Bounds:
    return place[0] - reach, place[1] - reach, place[0] + reach, place[1] + reach


def _is_around(outline: Polygon, place: Point) -> bool:
    return holds(outline, place) or math.dist(onto(outline, place), place) <= _NEAR_WALL


def _within(shape: Polygon) -> Point:
    """A point of a shape: its middle, or where that is outside of it a place beside its first corner."""
    centre = middle(shape)
    if holds(shape, centre):
        return centre
    (ax, ay), (bx, by), (cx, cy) = shape[-1], shape[0], shape[1]
    return bx + (ax + cx - 2 * bx) * 0.05, by + (ay + cy - 2 * by) * 0.05


def _listed(polygon: Polygon) -> list[list[float]]:
    return [[x, y] for x, y in polygon]


def _origin(part: Part) -> Origin:
    return Origin(part.file, part.row)
