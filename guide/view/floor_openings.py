"""The signs of passages, of services and of the reader's own place on a plan, and their names where there is room."""

import math
from collections.abc import Iterable, Sequence

from guide.catalogue.geometry import holds
from guide.catalogue.model import Point, Ref
from guide.i18n import Tongue
from guide.text import width
from guide.venue.route import Through
from guide.view import floor_signs as signs
from guide.view import roles
from guide.view.floor_ground import Gap
from guide.view.floor_marks import Marks
from guide.view.floor_placing import Placing
from guide.view.floor_route import arrow
from guide.view.floor_sheet import Part
from guide.view.floor_words import Words, wrapped

_NAMED = 24  # cells of a name beside a sign
_NEAR = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1), (2, 0), (-2, 0))


def here(placing: Placing, parts: Iterable[Part], marks: Marks, tongue: Tongue) -> None:
    """The sign of where the reader is, and the words where it is open beside it."""
    if marks.here is None:
        return
    hall, at = marks.here
    role = placing.canvas.role(roles.HERE)
    for part in parts:
        if part.floor.hall == hall:
            column, row = cell(part, at)
            if placing.put(column, row, signs.HERE, role):
                here = tongue.t("you are here")
                words = f" {here} "
                around = (column, row, column, row)
                placing.put_beside(around, words, role)


def cell(part: Part, at: Point) -> tuple[int, int]:
    """The cell of a point of a hall."""
    column, row = part.projection.cell(at)
    return math.floor(column), math.floor(row)


def passages(placing: Placing, gaps: Sequence[Gap], words: Words, marks: Marks) -> list[tuple[Gap, tuple[int, int]]]:
    """The signs of passages, one in each cell; those of the way in its role. Gives where each was put."""
    catalogue = words.catalogue
    taken = {through.passage for through in marks.walks if isinstance(through, Through)}
    canvas = placing.canvas
    put = []
    for gap in sorted(gaps, key=lambda each: each.opening.passage not in taken):
        passage = catalogue.passages[gap.opening.passage]
        kind = signs.passage_kind(passage)
        sign = signs.PASSAGES[kind][0] if kind in signs.PASSAGES else signs.UNKNOWN
        if kind == signs.STREET and gap.inwards:
            sign = arrow(gap.inwards[0], 2 * gap.inwards[1])
        ref = Ref("passage", passage.id)
        role = roles.ACTIVE if marks.cursor == ref else roles.WAY if passage.id in taken else roles.SIGN
        at = _put_near(placing, gap.column, gap.row, sign, canvas.role(role), ref)
        if at:
            put.append((gap, at))
            if marks.cursor == ref:
                _flank(placing, *at, 1, words, ref)
    return put


def services(placing: Placing, part: Part, words: Words, marks: Marks, *, every: bool = True) -> None:
    """The signs of what visitors ask for, in the open of the hall; what the cursor is on and hits wherever they are.

    Where not ``every`` one is wanted only these are drawn.
    """
    canvas = placing.canvas
    hall = tuple(part.projection.shape(part.floor.outline))
    for key, point in sorted(part.floor.services, key=lambda each: not sought(each[0], marks)):
        if not every and not sought(key, marks):
            break
        column, row = cell(part, point)
        ref = Ref("service", key)
        found = ref in marks.hits_there
        sign = signs.service_sign(words.catalogue.services[key], words.tongue)
        size = width(sign)
        role = canvas.role(roles.ACTIVE if marks.cursor == ref else roles.HIT if found else roles.SIGN)
        for across, down in _NEAR:
            at = column + across, row + down
            within = holds(hall, (at[0] + 0.5, at[1] + 0.5)) and holds(hall, (at[0] + size - 0.5, at[1] + 0.5))
            if within and canvas.open(*at, size) and placing.put(*at, sign, role, ref, size):
                break
        else:
            if not sought(key, marks) or not placing.put(column, row, sign, role, ref, size):
                continue
            at = column, row
        if marks.cursor == ref:
            _flank(placing, *at, size, words, ref)
        elif found:  # without colours a hit is known by its dot
            for beside in (at[0] - 1, at[0] + size):
                if placing.put(beside, at[1], signs.HIT, role, ref):
                    break


def sought(key: str, marks: Marks) -> bool:
    """Whether the cursor is on a service, or it is a hit."""
    ref = Ref("service", key)
    return marks.cursor == ref or ref in marks.hits_there


def _put_near(placing: Placing, column: int, row: int, sign: str, role: int, ref: Ref) -> tuple[int, int] | None:
    """A sign in its cell, or in the nearest one that has no text yet."""
    for across, down in _NEAR:
        if placing.put(column + across, row + down, sign, role, ref):
            return column + across, row + down
    return None


def _flank(placing: Placing, column: int, row: int, size: int, words: Words, ref: Ref) -> None:
    """The cursor's arrows on both sides of a sign, and its name beside them."""
    role = placing.canvas.role(roles.ACTIVE)
    placing.put(column - 1, row, signs.RIGHTWARDS, role, ref)
    placing.put(column + size, row, signs.LEFTWARDS, role, ref)
    name = "".join(wrapped(words.name(ref.kind, ref.id), _NAMED, 1))
    if name:
        placing.put_beside((column - 2, row, column + size + 1, row), name, role, ref, over=True)


def named(
    placing: Placing,
    put: Sequence[tuple[Gap, tuple[int, int]]],
    part: Part,
    words: Words,
    *,
    all_names: bool,
) -> None:
    """The names of the street doors and where the other passages lead, of rooms of sessions and, if asked, services."""
    quiet = placing.canvas.role(roles.QUIET)
    street: list[tuple[Gap, tuple[int, int], str]] = []
    inner: list[tuple[Gap, tuple[int, int], str]] = []
    for gap, at in put:
        passage = words.catalogue.passages[gap.opening.passage]
        if signs.passage_kind(passage) == signs.STREET:
            street.append((gap, at, words.name("passage", passage.id)))
            continue
        halls = [end.hall for n, end in enumerate(passage.ends) if n != gap.opening.end]
        leads = ", ".join(dict.fromkeys(words.name("hall", hall) for hall in halls if hall != part.floor.hall))
        inner.append((gap, at, f"→ {leads}" if leads else words.name("passage", passage.id)))
    for gap, (column, row), name in (*street, *inner):
        text = "".join(wrapped(name, _NAMED, 1))
        if text:
            around = (column - 1, row, column + 1, row)
            placing.put_beside(around, text, quiet, Ref("passage", gap.opening.passage), away_from=gap.inwards)
    for key, point in sorted(part.floor.services, key=lambda each: Ref("service", each[0]) not in words.rooms):
        if not all_names and Ref("service", key) not in words.rooms:
            break
        column, row = cell(part, point)
        text, ref = "".join(wrapped(words.name("service", key), _NAMED, 1)), Ref("service", key)
        if text and not any(label.ref == ref and label.text == text for label in placing.labels):
            placing.put_beside((column - 1, row, column + 2, row), text, quiet, ref)
