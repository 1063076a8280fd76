"""What is written on the stands: marks, codes, names, in the order of what matters; rows where codes do not fit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guide.catalogue.model import Ref
from guide.text import width
from guide.venue.floors import Floor
from guide.view import floor_signs as signs
from guide.view import roles
from guide.view.canvas import DOUBLE, LIGHT, Canvas
from guide.view.floor_ground import Room, spans, stand
from guide.view.floor_marks import Marks
from guide.view.floor_placing import Placing
from guide.view.floor_sheet import Part
from guide.view.floor_words import Words, wrapped

PLAIN = 5
"""The rank of a stand without any mark."""

_LONGEST = 24  # cells of a text beside a stand
_ENDS = (1, 2, 3)  # cells between a row and its sign
_SHOWN = 0.5  # share of a row's codes from which on its own sign is not wanted


@dataclass(frozen=True, slots=True)
class Standing:
    """A stand in the view: its room, how important it is, the signs before its code, and its roles."""

    room: Room
    rank: int  # 0 for the cursor, up to 4 for a stand without any mark
    marks: str
    sign: str  # the one sign where there is no room for more
    edge: int
    text: int


def standings(canvas: Canvas, rooms: Iterable[Room], marks: Marks) -> list[Standing]:
    """The stands by importance: the cursor, the ends of the way, hits, stops, favourites, then the larger first."""
    plain_edge, plain = canvas.role(roles.STAND_EDGE), canvas.role(roles.STAND_TEXT)
    hit_edge, hit = canvas.role(roles.HIT_EDGE), canvas.role(roles.HIT)
    own, cursor = canvas.role(roles.OWN), canvas.role(roles.ACTIVE)
    quiet = plain if marks.hits is None else canvas.role(roles.STAND_QUIET)
    at = marks.cursor.id if marks.cursor and marks.cursor.kind == "stand" else None
    hits, favourites, stops = marks.hits or frozenset(), marks.favourites, marks.stops
    ends = {stand: sign for stand, sign in zip(marks.ends, (signs.START, signs.RIGHTWARDS), strict=True) if stand}
    made = []
    for room in rooms:
        key = room.plot.stand
        found, liked, number = key in hits, key in favourites, stops.get(key)
        if not (found or liked or number or key == at or key in ends):
            made.append(Standing(room, PLAIN, "", "", plain_edge, quiet))
            continue
        said = [signs.HIT] if found else []
        said += [signs.FAVOURITE] if liked else []
        said += [signs.stop_sign(number)] if number else []
        if number and not found:
            single = str(number) if number < 10 else signs.FAVOURITE if liked else signs.STOP
        else:
            single = said[0] if said else ends.get(key, "")
        said = [ends[key], *said] if key in ends else said
        if key == at:
            made.append(Standing(room, 0, "".join(said), single, cursor, cursor))
        elif found:
            made.append(Standing(room, 1 if key in ends else 2, "".join(said), single, hit_edge, hit))
        else:
            rank = 1 if key in ends else 3 if number else 4
            made.append(Standing(room, rank, "".join(said), single, plain_edge, own))
    made.sort(key=_importance)
    return made


def _importance(standing: Standing) -> tuple[int, int]:
    room = standing.room
    return standing.rank, (room.left - room.right) * (room.bottom - room.top)


def draw(canvas: Canvas, standings: Sequence[Standing]) -> None:
    """Their edges, the most important last: double around the cursor."""
    for each in reversed(standings):
        stand(canvas, each.room, LIGHT if each.rank else DOUBLE, each.edge)


def write(
    placing: Placing, standings: Sequence[Standing], words: Words, least: int = PLAIN, *, names: bool = True
) -> set[str]:
    """Their texts, with ``names`` who stands there as well; the ids of those whose code is on the plan.

    Those of a rank below ``least`` are also written about beside them, where there is no room on them.
    """
    said = set()
    for each in standings:
        if _within(placing, each, words, names=names):
            said.add(each.room.plot.stand)
        elif each.rank < PLAIN:
            _signed(placing, each)
            if each.rank < least and _beside(placing, each, words):
                said.add(each.room.plot.stand)
    return said


def _within(placing: Placing, standing: Standing, words: Words, *, names: bool) -> bool:
    """The texts of a stand on its own ground; whether its code is among them."""
    room, canvas = standing.room, placing.canvas
    if not room.roomy:
        return False
    code, size = words.code(room.plot.stand)
    ref = Ref("stand", room.plot.stand)
    first, last = max(room.left + 1, 0), min(room.right, canvas.columns)
    top, bottom = max(room.top + 1, 0), min(room.bottom, canvas.rows)
    if first >= last or top >= bottom:
        return False
    if room.shape is not None:
        return _within_shape(placing, standing, words, names=names)
    lines, whole = _lines(standing, code, size, words, last - first, bottom - top, names=names)
    if not lines:
        return False
    row = top + (bottom - top - len(lines)) // 2
    put = [
        placing.put_free(first + (last - first - cells) // 2, row + n, text, standing.text, ref, cells)
        for n, (text, cells) in enumerate(lines)
    ]
    if not put[0]:
        # Other stands stand on its ground: its first line goes where they leave room.
        text, cells = lines[0]
        middle = (top + bottom - 1) / 2
        put[0] = any(
            (column := canvas.taken[each].find(bytes(cells), first, last)) >= 0
            and placing.put_free(column, each, text, standing.text, ref, cells)
            for each in sorted(range(top, bottom), key=lambda each: abs(each - middle))
        )
    return whole and put[0]


def _within_shape(placing: Placing, standing: Standing, words: Words, *, names: bool) -> bool:
    """The same for a stand that is no upright box: on the row where its code has most room, names below."""
    room, canvas = standing.room, placing.canvas
    assert room.shape is not None
    runs: dict[int, tuple[int, int]] = {}
    for row, low, high in spans(room.shape, room.top, room.bottom, canvas.rows):
        first, last = max(low, 0), min(high, canvas.columns)
        taken = canvas.taken[row]
        while first < last and taken[first]:
            first += 1
        while first < last and taken[last - 1]:
            last -= 1
        if last - first > runs.get(row, (0, 0))[1] - runs.get(row, (0, 0))[0]:
            runs[row] = (first, last)
    if not runs:
        return False
    code, size = words.code(room.plot.stand)
    ref = Ref("stand", room.plot.stand)
    middle = (room.top + room.bottom) / 2
    best: tuple[int, float, int] | None = None
    for row, (first, last) in runs.items():
        rank = (-min(last - first, size + width(standing.marks) + 1), abs(row - middle), row)
        best = min(best, rank) if best else rank
    assert best is not None
    row = best[2]
    below = 1
    while row + below in runs:
        below += 1
    first, last = runs[row]
    span = min(runs[row + n][1] for n in range(below)) - max(runs[row + n][0] for n in range(below))
    height = below if span >= last - first - 2 else 1
    lines, whole = _lines(standing, code, size, words, last - first if height == 1 else span, height, names=names)
    put = False
    for n, (text, cells) in enumerate(lines):
        first, last = runs[row + n]
        done = placing.put_free(first + (last - first - cells) // 2, row + n, text, standing.text, ref, cells)
        put = done if not n else put
    return whole and put


def _lines(
    standing: Standing, code: str, size: int, words: Words, cells: int, rows: int, *, names: bool
) -> tuple[list[tuple[str, int]], bool]:
    """What is written in so many cells and rows, each line with its width, and whether the code is among it."""
    marks = standing.marks
    made: list[tuple[str, int]] = []
    whole = True
    if not marks and size <= cells:
        if code:
            made.append((code, size))
    elif marks:
        before = width(marks)
        if before + size + bool(code) <= cells:
            made.append((f"{marks} {code}" if code else marks, before + size + bool(code)))
        elif before + size <= cells:
            made.append((marks + code, before + size))
        elif rows > 1 and size <= cells and before <= cells:
            made += [(marks, before), (code, size)]
        else:
            whole = False
            short = marks if before <= cells else standing.sign
            made.append((short, width(short)))
    else:
        split = wrapped(code, cells, rows)
        if not split or split[-1].endswith("…"):
            return [(line, width(line)) for line in split[:1]], bool(split)
        made += [(line, width(line)) for line in split]
    left = rows - len(made)
    if left > 0 and whole and (names or not code):
        made += _called(words.called(standing.room.plot.stand), cells, left)
    return made, whole and bool(made)


def _called(called: Sequence[str], cells: int, rows: int) -> list[tuple[str, int]]:
    """As many of the names as go there whole, the first also cut; below them how many more there are."""
    made: list[tuple[str, int]] = []
    for n, name in enumerate(called):
        left = rows - len(made)
        lines = wrapped(name, cells, left - (n + 1 < len(called)))
        if n == 0 and (not lines or lines[-1].endswith("…")):
            lines = wrapped(name, cells, left)
        if not lines or (n and lines[-1].endswith("…")):
            rest = f"+{len(called) - n}"
            if n and left and len(rest) <= cells:
                made.append((rest, len(rest)))
            break
        made += [(line, width(line)) for line in lines]
    return made


def _signed(placing: Placing, standing: Standing) -> None:
    """The one sign on a stand that is too small for more; around it arrows, where it is the cursor's."""
    room = standing.room
    if room.roomy:
        return
    column, row = _middle(room, placing.canvas.columns, placing.canvas.rows)
    if room.bottom > room.top and placing.canvas.walled(column, row):
        # Of a stand of two rows along a wall the other row is its own.
        row += 1 if row < min(room.bottom, placing.canvas.rows - 1) else -1 if row > max(room.top, 0) else 0
    ref = Ref("stand", room.plot.stand)
    if standing.sign or not standing.rank:
        placing.put(column, row, standing.sign or signs.STAND, standing.text, ref)
    if not standing.rank:
        placing.put(column - 1, row, signs.RIGHTWARDS, standing.text, ref)
        placing.put(column + 1, row, signs.LEFTWARDS, standing.text, ref)


def _beside(placing: Placing, standing: Standing, words: Words) -> bool:
    """A stand's code, or its name, beside it where it is open there."""
    room, canvas = standing.room, placing.canvas
    code, size = words.code(room.plot.stand)
    name = (words.called(room.plot.stand) or ("",))[0]
    called = "".join(wrapped(name, _LONGEST, 1))
    texts = [code] if 0 < size <= _LONGEST else [called]
    if not standing.rank and code:
        texts.insert(0, f"{code} {called}")
    column, _ = _middle(room, canvas.columns, canvas.rows)
    # A text keeps a cell away from the arrows of the cursor.
    reach = 1 if room.roomy or standing.rank else 2
    around = (min(room.left, column - reach), room.top, max(room.right, column + reach), room.bottom)
    role = canvas.role(roles.LIT) if standing.rank in (1, 3, 4) else standing.text
    before = f"{standing.marks} " if standing.marks and room.roomy else ""
    ref = Ref("stand", room.plot.stand)
    put = any(placing.put_beside(around, before + text, role, ref) for text in texts if text)
    # The cursor's code is wanted most, even over other stands.
    return put or (not standing.rank and placing.put_beside(around, texts[-1], role, ref, over=True))


def _middle(room: Room, columns: int, rows: int) -> tuple[int, int]:
    """The cell in the middle of what is seen of a stand."""
    left, right = max(room.left, 0), min(room.right, columns - 1)
    top, bottom = max(room.top, 0), min(room.bottom, rows - 1)
    return (left + right) // 2, (top + bottom) // 2


def write_rows(placing: Placing, part: Part, rooms: Iterable[Room], words: Words, said: set[str]) -> None:
    """The signs of the rows of which too few codes are on the plan, at either end of the row, in the open."""
    floor: Floor = part.floor
    canvas = placing.canvas
    role = canvas.role(roles.ROW)
    here = {room.plot.stand for room in rooms}
    for sign, box, ids in words.rows(floor):
        seen = ids & here
        if not seen or len(seen & said) > _SHOWN * len(seen):
            continue
        cells = part.projection.shape(box.corners)
        left, right = int(min(x for x, _ in cells)), int(max(x for x, _ in cells))
        top, bottom = int(min(y for _, y in cells)), int(max(y for _, y in cells))
        if right < 0 or bottom < 0 or left >= canvas.columns or top >= canvas.rows:
            continue
        size, middle, centred = width(sign), (top + bottom) // 2, (left + right + 1 - width(sign)) // 2
        if right - left >= 2 * (bottom - top):
            places = [(column, middle) for off in _ENDS for column in (left - off - size, right + off + 1)]
        else:
            places = [(centred, row) for off in _ENDS[:-1] for row in (top - off, bottom + off)]
        any(placing.put_open(column, row, sign, role, Ref("hall", floor.hall)) for column, row in places)
