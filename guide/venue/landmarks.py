"""What one goes by: the stand at a corner, the row that one walks along, what is next to a place and opposite it."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from guide.catalogue.geometry import distance, holds
from guide.catalogue.model import Catalogue, Point, Stand
from guide.catalogue.neighbours import neighbours, row_and_number
from guide.venue.along import SHARE, sides_of
from guide.venue.bends import AHEAD, LEFT, RIGHT, Leg, direction, turn
from guide.venue.floors import Floor, Plot
from guide.venue.fronts import facing, shape_of
from guide.venue.numbered import rows_of
from guide.venue.shapes import box_of, inner_point

MOST = 20
"""The highest number that a stand is counted to: nobody counts farther."""

_NEAR = 4.0  # metres from a door or a lift to the stand that it is said to be beside
_CORNER = 4.0  # metres from the end of the stand that one turns after to the turn
_PAST = 1.0  # metres that this stand may reach beyond the turn
_ROUND = 0.8  # metres from a stand's corner within which one walks round it
_ABREAST = 0.5  # metres before and behind the middle of a place, from where one looks across the aisle
_AHEAD = 40.0  # degrees to either side within which a place is straight ahead
_BESIDE = 60.0  # degrees off the way from which on a place is beside it and not ahead
_HALF = (0.25, 0.75)  # of a stand seen: some would count it, some would not

_OVERLAP = 0.1  # metres by which two stands have ground in common that are not merely side by side
_OTHER = {LEFT: RIGHT, RIGHT: LEFT}

_PIECES = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passed:
    """A stand that one passes: its side, and which one on that side it is since the last turn; 0 where not sure."""

    stand: str
    side: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Numbered:
    """Where a stand is by its number alone: its row, the codes next to its own, the first and last of the row."""

    stand: str
    row: str
    before: str | None
    after: str | None
    first: str
    last: str


def passed(leg: Leg, side: str, but: str | None = None) -> tuple[Passed, ...]:
    """The stands that one walks along on one side of a leg, in order and counted, without one of them.

    Numbers end with a stand of which one sees about the half: whoever counts may count it or not.
    """
    counted: list[Passed] = []
    sure = True
    for each in leg.left if side == LEFT else leg.right:
        if each.stand == but:
            continue
        if each.passed:
            number = len(counted) + 1
            counted.append(Passed(each.stand, side, number if sure and number <= MOST else 0))
        length = each.reach[1] - each.reach[0]
        sure = sure and not _HALF[0] < each.metres / length < _HALF[1]
    return tuple(counted)


def first_passed(leg: Leg, but: str | None = None) -> Passed | None:
    """The stand that one comes by first on a leg, ahead of where it begins: what one walks towards."""
    met = [
        (each.first, side, each)
        for side, seen in ((LEFT, leg.left), (RIGHT, leg.right))
        for each in seen
        if each.passed and each.stand != but and sum(each.reach) / 2 > 1.0
    ]
    if not met:
        return None
    _, side, each = min(met, key=lambda one: (one[0], -one[2].metres))
    return Passed(each.stand, side)


def at_corner(floor: Floor, leg: Leg, left: bool, but: str | None = None) -> Passed | None:
    """The stand after which one turns at the end of a leg.

    It is the one whose corner the way goes round, else the last one passed near the turn, on either side.
    """
    end = leg.points[-1]
    inner = LEFT if left else RIGHT
    counted = {side: {each.stand: each for each in passed(leg, side, but)} for side in (LEFT, RIGHT)}
    for each in reversed(leg.left if left else leg.right):
        shape = shape_of(floor, each.stand)
        if each.stand != but and min(math.dist(corner, end) for corner in shape) <= _ROUND:
            return counted[inner].get(each.stand) or Passed(each.stand, inner)
    for side, seen in ((inner, leg.left if left else leg.right), (_OTHER[inner], leg.right if left else leg.left)):
        near = [
            each for each in seen if each.stand in counted[side] and -_CORNER <= each.reach[1] - leg.length <= _PAST
        ]
        if near:
            return counted[side][max(near, key=lambda each: each.reach[1]).stand]
    return None


def row_label(code: str) -> str:
    """The row of a code as the code writes it: «2B» of 2B10; "" where it names none."""
    parted = row_and_number(code)
    if parted is None or not parted[0]:
        return ""
    pieces = list(_PIECES.finditer(code))
    return code[pieces[0].start() : pieces[len(parted[0]) - 1].end()].upper()


def rows_along(catalogue: Catalogue, left: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
    """The row that one walks along between these stands, or the two (left, right); empty where there is none."""
    labels = [_row_of(catalogue, side) for side in (left, right)]
    if labels[0] and labels[1]:
        return tuple(dict.fromkeys(labels))
    other = right if labels[0] else left
    # With a single stand of another row across the aisle one still walks along the row.
    return (labels[0] or labels[1],) if (labels[0] or labels[1]) and len(other) < 2 else ()


def _row_of(catalogue: Catalogue, side: Sequence[str]) -> str:
    labels = {row_label(catalogue.stands[key].code or "") for key in side}
    return labels.pop() if len(side) > 1 and len(labels) == 1 else ""


def beside(floor: Floor, at: Point) -> str | None:
    """The stand that is nearest to a point, where one is near."""
    near = [
        (distance(plot.shape, at), plot.stand) for plot in floor.plots if plot.box.grown(_NEAR).meets(box_of((at,)))
    ]
    best = min(near, default=(math.inf, ""))
    return best[1] if best[0] <= _NEAR else None


def arrival(floor: Floor, leg: Leg, stand: str, but: str | None = None) -> tuple[str, int]:
    """The side on which a stand is for who comes to it along a leg, and the how manieth it is there, or 0.

    ``but`` is the stand that one comes from: it is not counted.
    """
    # One may stand on the ground of another, as a guest does: whoever counts does not count that as two.
    here = next(plot for plot in floor.plots if plot.stand == stand)
    same = {plot.stand for plot in floor.plots if _overlap(plot, here)}
    for side in (LEFT, RIGHT):
        for number, each in enumerate(passed(leg, side, but)):
            if each.stand in same:
                return side, number + 1 if each.number else 0
    inwards = facing(floor, stand, leg.points[-1], leg.last)
    angle = turn(leg.last, direction(leg.points[-1], inner_point(here.shape)))
    if inwards is not None and angle * turn(leg.last, inwards) < 0:
        inwards = None  # one comes aslant to a corner, and sees more of the stand than the side that is nearest
    if inwards is not None:
        angle = turn(leg.last, inwards)
    if abs(angle) <= _AHEAD:
        return AHEAD, 0
    side = LEFT if angle > 0 else RIGHT
    before = passed(leg, side, but)
    # Where the last steps lead aside, left and right are no longer those of the stands that were counted.
    sure = inwards is not None and _BESIDE < abs(angle) < 180 - _BESIDE
    sure = sure and abs(turn(leg.first, leg.last)) < 90 - _BESIDE
    sure = sure and (not before or bool(before[-1].number))
    return side, len(before) + 1 if sure and len(before) < MOST else 0


def _overlap(one: Plot, other: Plot) -> bool:
    """Whether two stands have ground in common: those in the hollow of a bent one have none."""
    if one.stand == other.stand:
        return True
    if (
        min(one.box.right, other.box.right) - max(one.box.left, other.box.left) <= _OVERLAP
        or min(one.box.top, other.box.top) - max(one.box.bottom, other.box.bottom) <= _OVERLAP
    ):
        return False
    if holds(one.shape, inner_point(other.shape)) or holds(other.shape, inner_point(one.shape)):
        return True
    return any(
        holds(there.shape, point) and distance(there.shape, point) > _OVERLAP
        for there, shape in ((one, other.shape), (other, one.shape))
        for point in shape
    )


def between(catalogue: Catalogue, stand: Stand) -> tuple[str, ...]:
    """The two stands of its row that a stand stands between, by the drawn plan; else none."""
    near = neighbours(catalogue, stand.id)
    mine = row_and_number(stand.code or "")
    if not near.measured or mine is None:
        return ()
    parted = [(row_and_number(catalogue.stands[key].code or ""), key) for key in near.ids]
    row = sorted((each[1], key) for each, key in parted if each and each[0] == mine[0])
    if len(row) != 2:
        return ()
    middle = inner_point(stand.polygon)
    ways = [direction(middle, inner_point(catalogue.stands[key].polygon)) for _, key in row]
    return tuple(key for _, key in row) if abs(turn(*ways)) > 180 - _AHEAD else ()


def opposite(floor: Floor, leg: Leg, stand: str, side: str) -> str | None:
    """The stand across the aisle from one that is reached along a leg, seen square from the middle of it."""
    end = leg.points[-1]
    ux, uy = math.cos(math.radians(leg.last)), math.sin(math.radians(leg.last))
    x, y = inner_point(shape_of(floor, stand))
    along = ux * (x - end[0]) + uy * (y - end[1])
    here = [(end[0] + ux * (along + by), end[1] + uy * (along + by)) for by in (-_ABREAST, _ABREAST)]
    sides = sides_of(floor, *here)
    ours, others = (sides.left, sides.right) if side == LEFT else (sides.right, sides.left)
    if [each.stand for each in ours] != [stand] or len(others) != 1 or others[0].metres < 2 * _ABREAST * SHARE:
        return None
    return others[0].stand if others[0].stand != stand else None


def number_of(catalogue: Catalogue, stand: Stand) -> Numbered | None:
    """Where a stand is by the codes of its hall; None for one without a number."""
    parted = row_and_number(stand.code or "")
    if parted is None:
        return None
    row = rows_of(each for each in catalogue.stands.values() if each.hall == stand.hall)[parted[0]]
    at = next(n for n, each in enumerate(row) if each.id == stand.id)
    codes = [each.code or "" for each in row]
    return Numbered(
        stand.id,
        row_label(codes[at]),
        codes[at - 1] if at else None,
        codes[at + 1] if at + 1 < len(row) else None,
        codes[0],
        codes[-1],
    )
