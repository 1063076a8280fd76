"""Halls of which only the name is known: a box, and who is known to be in it."""

from collections.abc import Sequence

from guide.catalogue.model import Ref
from guide.text import cut, fit, one_line, width
from guide.view import floor_signs as signs
from guide.view import names, roles
from guide.view.floor_halls import said
from guide.view.floor_marks import Marks
from guide.view.floor_placing import Placing
from guide.view.floor_sheet import Part
from guide.view.floor_words import Words, wrapped

_LEAST = 14, 3  # cells inside a box from which on it is said who is there
_COLUMN = 38  # cells of a name, at most
_NOTE = 4  # lines of the hall's note, at most
_GAP = 2  # cells between two columns of names


def write(placing: Placing, part: Part, words: Words, marks: Marks) -> bool:
    """A zone's name, its counts and as many as there is room for of those who are there; False in too small a box."""
    canvas = placing.canvas
    box = part.floor.box
    left, top = part.projection.cell((box.left, box.top))
    right, bottom = part.projection.cell((box.right, box.bottom))
    first, last = max(int(left) + 2, 1), min(int(right) - 1, canvas.columns - 1)
    upper, lower = max(int(top) + 1, 0), min(int(bottom), canvas.rows)
    columns, rows = last - first, lower - upper
    if columns < _LEAST[0] or rows < _LEAST[1]:
        return False
    hall = Ref("hall", part.floor.hall)
    counted, name, _ = said(words, part, marks)
    title = next((text for text in counted if width(text) <= columns), "") or cut(name, columns)
    role = canvas.role(roles.ACTIVE if marks.cursor == hall else roles.HALL)
    placing.put(first, upper, title, role, hall)
    known = entries(part, words, marks)
    top = upper + 1 + (rows > 5)
    note = one_line(words.tongue.d(words.catalogue.halls[part.floor.hall].note))
    for line in wrapped(note, columns, min(_NOTE, lower - top - len(known) - 1)):
        placing.put(first, top, line, canvas.role(roles.QUIET), hall)
        top += 1
    _list(placing, known, (first, top + (bool(note) and lower - top > len(known)), columns, lower), words, marks)
    return True


def entries(part: Part, words: Words, marks: Marks) -> list[tuple[Ref, str, str]]:
    """Who and what is known to be in a hall, (what, its signs, its name): what is marked comes first."""
    catalogue = words.catalogue
    made = []
    for ref in catalogue.relations.in_hall.get(part.floor.hall, ()):
        if ref.kind == "stand":
            code, _ = words.code(ref.id)
            called = words.called(ref.id)
            name = " ".join(each for each in (code, ", ".join(called)) if each) or names.name(
                catalogue, ref, words.tongue
            )
            found, liked = ref.id in (marks.hits or ()), ref.id in marks.favourites
            number = marks.stops.get(ref.id)
        else:
            name, number = names.name(catalogue, ref, words.tongue), None
            found, liked = ref in marks.hits_there, ref in marks.favourites_there
        before = (signs.HIT if found else "") + (signs.FAVOURITE if liked else "")
        before += signs.stop_sign(number) if number else ""
        made.append((ref, before, name))
    return sorted(made, key=lambda entry: (entry[0] != marks.cursor, not entry[1]))


def _list(
    placing: Placing,
    known: Sequence[tuple[Ref, str, str]],
    room: tuple[int, int, int, int],
    words: Words,
    marks: Marks,
) -> None:
    """The names in columns, one below another; how many there are besides in the last place."""
    left, top, columns, bottom = room
    rows = bottom - top
    if rows < 1 or not known:
        return
    canvas = placing.canvas
    before = max(width(marked) for _, marked, _ in known) + 1
    longest = max(width(name) for _, _, name in known) + before
    wanted = min(longest, _COLUMN, columns)
    many = max((columns + _GAP) // (wanted + _GAP), 1)
    many = min(many, -(-len(known) // rows))
    wanted = min((columns + _GAP) // many - _GAP, longest)
    shown = len(known) if len(known) <= many * rows else many * rows - 1
    for n, (ref, marked, name) in enumerate(known[:shown]):
        lit = bool(marked)
        role = roles.ACTIVE if ref == marks.cursor else roles.LIT if lit else roles.KINDS.get(ref.kind, roles.QUIET)
        text = cut(f"{fit(marked, before - 1)} {name}", wanted)
        placing.put(left + n // rows * (wanted + _GAP), top + n % rows, text, canvas.role(role), ref)
    if shown < len(known):
        rest = len(known) - shown
        more = " " * before + words.tongue.n("{count} more", "{count} more", rest)
        at = left + shown // rows * (wanted + _GAP), top + shown % rows
        placing.put(*at, cut(more, wanted), canvas.role(roles.QUIET))
