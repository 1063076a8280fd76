"""What lies above the stands of a plan: ways, the signs of passages and services, where doors lead, names of rooms."""

import math
from collections.abc import Iterator

from guide.catalogue.model import Point, Ref, Service
from guide.exchange import ink, plan_signs
from guide.exchange.ink import BLACK, GREY
from guide.exchange.lettering import LINE, breadth
from guide.exchange.plan_free import Free, outwards
from guide.exchange.plan_pen import Laid, Pen
from guide.text import clean, one_line
from guide.venue.floors import MEASURED, Floor, Opening
from guide.venue.route import Through, Walk
from guide.venue.shapes import Box
from guide.view import names
from guide.view.floor_signs import STREET, passage_kind

_SIGN = 3.0  # metres that a sign takes where it need not be smaller than it is read
_SIZES = (22.0, 18.0, 15.0)  # letters of doors and rooms, the largest that fit
_LEADER = 1.2  # sides that a sign steps aside before a line shows its place


def ways(pen: Pen, floor: Floor, laid: Laid) -> Iterator[str]:
    """The stretches of the ways that lie in a hall, for under the signs."""
    for route in pen.routes:
        for part in route.parts:
            if isinstance(part, Walk) and part.hall == floor.hall and len(part.points) > 1:
                yield from plan_signs.way([laid.point(point) for point in part.points], measured=part.measured)


def signs(pen: Pen, floor: Floor, laid: Laid, free: Free, seen: frozenset[str]) -> Iterator[str]:
    """All signs and words of a hall, the most needed first: each takes its room from ``free``.

    ``seen`` are the halls on the picture: where a door leads is said of those that are not.
    """
    share = min(max(laid.scale * _SIGN / plan_signs.SIDE, 0.4), 1.0)
    yield from _goals(pen, floor, laid, free)
    if floor.manner == MEASURED:
        yield from _all(pen, floor, laid, free, seen, share)
    yield from _start(pen, floor, laid)


def _all(pen: Pen, floor: Floor, laid: Laid, free: Free, seen: frozenset[str], share: float) -> Iterator[str]:
    side = plan_signs.SIDE * share + 5
    for opening in floor.openings:
        spot = free.unsigned_near(laid.point(opening.at), side)
        free.take(_square(spot, side))
        sign = plan_signs.passage(passage_kind(pen.catalogue.passages[opening.passage]), (0, 0))
        yield from ink.around("g", sign, transform=_at(spot, share))
    yield from _joints(pen, floor, laid, free)
    yield from _doors(pen, floor, laid, free, seen, side)
    yield from _services(pen, floor, laid, free, share)


def joints(pen: Pen) -> list[tuple[int, Through]]:
    """The passages by which the ways go from hall to hall, numbered from 1 in their order."""
    found = [part for route in pen.routes for part in route.parts if isinstance(part, Through)]
    ends = [pen.catalogue.passages[part.passage].ends for part in found]
    crossed = [part for part, each in zip(found, ends, strict=True) if each[part.start].hall != each[part.end].hall]
    return list(enumerate(crossed, 1))


def walked(pen: Pen) -> list[list[Walk]]:
    """What each way goes on foot."""
    return [[part for part in route.parts if isinstance(part, Walk) and part.points] for route in pen.routes]


def _goals(pen: Pen, floor: Floor, laid: Laid, free: Free) -> Iterator[str]:
    """Where each way ends, above the ground."""
    for walks in walked(pen):
        if walks and walks[-1].hall == floor.hall:
            at = laid.point(walks[-1].points[-1])
            free.take(_square(at, 36))
            yield from plan_signs.goal(at)


def _start(pen: Pen, floor: Floor, laid: Laid) -> Iterator[str]:
    """Where the first way begins, above all."""
    walks = walked(pen)
    if walks and walks[0] and walks[0][0].hall == floor.hall:
        yield from plan_signs.start(laid.point(walks[0][0].points[0]))


def _joints(pen: Pen, floor: Floor, laid: Laid, free: Free) -> Iterator[str]:
    """The same number at both ends of a passage that a way takes."""
    for number, part in joints(pen):
        ends = pen.catalogue.passages[part.passage].ends
        for end in (ends[part.start], ends[part.end]):
            if end.hall == floor.hall:
                at = laid.point(end.at)
                spot = free.near(at, 38, laid.shape(floor.outline)) or at
                free.take(_square(spot, 38))
                yield from plan_signs.joint(number, spot)


def _doors(pen: Pen, floor: Floor, laid: Laid, free: Free, seen: frozenset[str], side: float) -> Iterator[str]:
    """What an entrance is called, and where other doors lead: outside the wall, along it, where there is room."""
    said: list[tuple[str, Point]] = []
    led = [(_leads(pen, opening, seen), opening) for opening in floor.openings]
    for (_, words), opening in sorted(led, key=lambda each: each[0][0]):
        at = laid.point(opening.at)
        if not words or any(words == other and math.dist(at, there) < 4 * side for other, there in said):
            continue
        lines = _beside_wall(words, laid, floor, at, side, free)
        if lines:
            said.append((words, at))
            yield from lines


def _leads(pen: Pen, opening: Opening, seen: frozenset[str]) -> tuple[bool, str]:
    """Whether a door leads to another hall, and what is written at it."""
    passage = pen.catalogue.passages[opening.passage]
    if passage_kind(passage) == STREET:
        return False, names.name(pen.catalogue, Ref("passage", passage.id), pen.tongue) if passage.name else ""
    there = dict.fromkeys(end.hall for end in passage.ends if end.hall not in seen)
    halls = ", ".join(names.name(pen.catalogue, Ref("hall", hall), pen.tongue) for hall in there)
    return True, f"→ {one_line(clean(halls))}" if halls else ""


def _beside_wall(words: str, laid: Laid, floor: Floor, at: Point, side: float, free: Free) -> list[str]:
    far, east, south = outwards(laid.shape(floor.outline), at)
    if far > side:
        return _words(words, at, side, free)
    for size in _SIZES:
        high, wide = size * LINE, breadth(words, size)
        off = side / 2 + 4 + high / 2
        upright = abs(east) > abs(south)
        half = (high / 2, wide / 2) if upright else (wide / 2, high / 2)
        middle = at[0] + east * off, at[1] + south * off
        for slip in (0.0, 0.5, -0.5):
            x, y = (middle[0], middle[1] + slip * wide) if upright else (middle[0] + slip * wide, middle[1])
            box = Box(x - half[0], y - half[1], x + half[0], y + half[1])
            if free.has(box):
                free.take(box)
                line = ink.centred([words], x, y, size)
                turned = f"rotate(-90 {ink.number(x)} {ink.number(y)})"
                return ink.around("g", line, transform=turned) if upright else line
    return []


def _words(words: str, at: Point, side: float, free: Free) -> list[str]:
    """Words under, over or beside a sign, where there is room."""
    for size in _SIZES:
        high, wide = size * LINE, breadth(words, size)
        for x, y in (
            (at[0], at[1] + (side + high) / 2),
            (at[0], at[1] - (side + high) / 2),
            (at[0] + (side + wide) / 2, at[1]),
            (at[0] - (side + wide) / 2, at[1]),
        ):
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if free.has(box):
                free.take(box)
                return ink.centred([words], x, y, size)
    return []


def _services(pen: Pen, floor: Floor, laid: Laid, free: Free, share: float) -> Iterator[str]:
    """The signs of services in the open; of one that had to step far aside a thin line leads to its place."""
    side, outline, drawn = plan_signs.SIDE * share + 5, laid.shape(floor.outline), []
    rooms = _rooms(pen, floor.hall)
    for key, place in floor.services:
        thing, at = pen.catalogue.services[key], laid.point(place)
        spot = free.near(at, side, outline) or at
        free.take(_square(spot, side))
        if math.dist(at, spot) > _LEADER * side:
            yield ink.tag("path", d=ink.path([at, spot], closed=False), stroke=GREY, stroke_width=2)
            yield ink.tag("circle", cx=at[0], cy=at[1], r=4, fill=BLACK)
        drawn.append((thing, spot))
    for thing, spot in drawn:
        sign = plan_signs.service(
            pen.services[plan_signs.kind_of(thing)][0], (0, 0), lit=thing.id in pen.marked.services
        )
        called = names.name(pen.catalogue, Ref("service", thing.id), pen.tongue)
        yield from ink.around("g", [ink.said("title", called), *sign], transform=_at(spot, share))
        if rooms & _said(thing):
            yield from _words(called, spot, side, free)


def _rooms(pen: Pen, hall: str) -> set[str]:
    """What the rooms of sessions in a hall are called, in every language."""
    rooms = [each.room for each in pen.catalogue.sessions.values() if each.hall == hall and each.room is not None]
    return {text.casefold() for room in rooms for _, text in room.pairs}


def _said(thing: Service) -> set[str]:
    return {text.casefold() for name in (thing.name, *thing.aliases) for _, text in name.pairs}


def _square(at: Point, side: float) -> Box:
    # A touch of two signs' edges is none.
    return Box(*at, *at).grown(side / 2 - 0.5)


def _at(point: Point, share: float) -> str:
    moved = f"translate({ink.number(point[0])} {ink.number(point[1])})"
    return moved if share == 1.0 else f"{moved} scale({share:.2f})"
