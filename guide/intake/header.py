"""Where the list of a sheet begins: the lines of its title, its header of one or two rows, and its rows."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from guide.intake.columns import EXACT, meaning_of
from guide.intake.content import DATE, NUMBER, TIME, is_datum, looks_like, typed
from guide.intake.grid import letters_of
from guide.intake.titles import days_of

Line = tuple[int, tuple[str, ...]]
"""The number of a row as the program shows it that wrote the file, and its cells."""

_LOOKED_AT = 40  # rows at the head of a sheet
_NAME = 80  # letters that the name of a column mostly has at most
_DAYS = (DATE, TIME, NUMBER)  # what "29.09.2026", "29.09" and "29" look like
_WIDE = 300  # columns that are looked at for a header
_NAMING = frozenset(("name", "organisation", "legal_name", "title", "person"))
_SAMPLE = 60  # rows below a header


class Layout(NamedTuple):
    """A sheet in its parts.

    ``title`` are the lines above the header; ``names`` what each column is called, "" where nothing stands, and
    ``groups`` what a header of two rows has above it; ``header`` the numbers of the header's rows, () for none;
    ``body`` the rows below it.
    """

    title: tuple[tuple[int, str], ...]
    names: tuple[str, ...]
    groups: tuple[str, ...]
    header: tuple[int, ...]
    body: Sequence[Line]


def laid_out(rows: Sequence[Line], known: Collection[str] = ()) -> Layout:
    """The parts of a sheet; ``known`` are names of columns that were told, in small letters."""
    at = _header(rows, known)
    if at is None:
        return _headerless(rows)
    upper, lower = at, at
    if at + 1 < len(rows) and _is_second(rows[at][1], rows[at + 1][1], known):
        lower = at + 1
    elif at and _is_group(rows[at - 1][1], rows[at][1]):
        upper = at - 1
    names = list(rows[lower][1])
    groups = [""] * len(names)
    if upper < lower:
        above = rows[upper][1]
        names += [""] * (len(above) - len(names))
        groups = _filled(above, len(names))
        for n, name in enumerate(names):
            if not name:
                names[n], groups[n] = above[n] if n < len(above) else "", ""
            elif groups[n] == name:
                groups[n] = ""
    title = tuple((number, " ".join(dict.fromkeys(filled(cells)))) for number, cells in rows[:upper])
    start = lower + 1
    if start < len(rows) and _counts(rows[start][1]):
        start += 1
    header = tuple(number for number, _ in rows[upper : lower + 1])
    plain, over = tuple(map(_plain, names)), tuple(map(_plain, groups))
    if width := _beside(plain):
        return Layout(title, plain[:width], over[:width], header, _one_below_other(rows[start:], width))
    return Layout(title, plain, over, header, rows[start:])


def _beside(names: Sequence[str]) -> int:
    """How many columns the first of several lists has that stand side by side under the same names; 0 for one list."""
    folded = [name.casefold() for name in names]
    for width in range(2, len(names) // 2 + 2):
        own = {name for name in folded[:width] if name}
        if (
            folded[width:] == folded[: len(folded) - width]
            and len(own) > 1
            and own <= set(folded[width : 2 * width])
            and any(meaning_of(name).field in _NAMING for name in own)
        ):
            return width
    return 0


def _one_below_other(rows: Sequence[Line], width: int) -> list[Line]:
    """The rows of lists side by side: the first list's, then the next one's; by row where headings span them all."""
    most = max((len(cells) for _, cells in rows), default=0)
    spanned = any(len(cells) > width and len(set(filled(cells))) == 1 for _, cells in rows)
    parts = [[(number, cells[at : at + width]) for number, cells in rows] for at in range(0, most, width)]
    ordered = zip(*parts, strict=True) if spanned else parts
    return [line for several in ordered for line in several if any(line[1])]


def filled(cells: Sequence[str]) -> list[str]:
    """The cells in which something stands."""
    return [cell for cell in cells if cell]


def named_in(layout: Layout) -> frozenset[str]:
    """What stands in a header, as rows are compared with it."""
    return frozenset(name.casefold() for name in (*layout.names, *layout.groups) if name)


def repeats(there: Sequence[str], names: frozenset[str], width: int) -> bool:
    """Whether filled cells are the header again, or the numbers of the columns, as on each page of a printed list."""
    if len(there) < 2:
        return False
    if _plain(there[0]).casefold() in names or _plain(there[1]).casefold() in names:
        return sum(_plain(cell).casefold() in names for cell in there) >= 0.8 * len(there)
    return len(there) >= width - 1 and there[0] in ("0", "1") and _counts(there)


def _plain(name: str) -> str:
    return " ".join(name.split())


def _header(rows: Sequence[Line], known: Collection[str]) -> int | None:
    """The row of the header: the first whose cells are names of columns, if a better one does not follow at once."""
    best, most = None, 0.0
    for n, (_, cells) in enumerate(rows[:_LOOKED_AT]):
        if best is not None and n > best + 2:
            break
        points = _points(cells, known)
        there = dict.fromkeys(filled(cells))
        single = len(there) == 1 and all(len(row) <= 1 for _, row in rows[n : n + 20])
        if points > most and (points >= 2 or (points >= 1 and 2 * points >= len(there) and (single or len(there) > 1))):
            if best is not None and points < most + 2:
                continue  # the row below may be a second row of the header, or a row that reads like one
            best, most = n, points
    if best is not None:
        return best
    for n, (_, cells) in enumerate(rows[:10]):
        if _stands_out(cells, [row for _, row in rows[n + 1 : n + 1 + _SAMPLE]]):
            return n
    return None


def _points(cells: Sequence[str], known: Collection[str]) -> float:
    """How much a row is like a header: one for each cell that is a name, half where a name is only in it."""
    points = 0.0
    cells = cells[:_WIDE]
    for cell in dict.fromkeys(filled(cells)):
        if _plain(cell).casefold() in known:
            points += 2
        elif len(cell) <= _NAME * 2:
            points += _weight(cell)
    data = [cell for cell in cells if cell and is_datum(cell) and not _weight(cell)]
    if not data or (points >= 2 and len(data) <= 2 * points and all(looks_like(cell) in _DAYS for cell in data)):
        return points  # days may head columns
    return 0.0


@lru_cache(maxsize=1024)
def _weight(cell: str) -> float:
    meaning = meaning_of(cell)
    if not meaning.field or cell.endswith((";", "!", "?", ",")):
        return 0.0
    return 1.0 if meaning.how == EXACT else 0.5 if len(cell) <= _NAME else 0.0


def _is_second(above: Sequence[str], cells: Sequence[str], known: Collection[str]) -> bool:
    """Whether a row is the second of a header: names below a name that spans them."""
    there = [(n, cell) for n, cell in enumerate(cells) if cell]
    own = [(n, cell) for n, cell in there if n >= len(above) or cell != above[n]]
    if not own or (len(own) < len(there) and {cell for _, cell in there} == {cell for _, cell in own}):
        return False
    if any(is_datum(cell) or len(cell) > _NAME for _, cell in own) or cells == tuple(above):
        return False
    spanned = _spanned(above)
    below = sum(n in spanned for n, _ in own)
    if not any(one + 1 == other for (one, _), (other, _) in pairwise(own)):
        return False  # what spans has several below it
    named = sum(_weight(cell) > 0 or bool(meaning_of(cell).language) or _plain(cell).casefold() in known
                for _, cell in own)  # fmt: skip
    return below == len(own) and 2 * named >= len(own)


def _spanned(above: Sequence[str]) -> set[int]:
    """The columns over which a cell of the upper row spans others: merged and filled, or followed by empty ones."""
    spanned = set()
    for n, cell in enumerate(above):
        alike = n + 1 < len(above) and (above[n + 1] == cell or not above[n + 1])
        if alike or (n and (not cell or above[n - 1] == cell)):
            spanned.add(n)
    # What follows the last cell is cut off: it may span, too.
    return spanned | ({len(above) - 1, *range(len(above), len(above) + 20)} if above else set())


def _is_group(cells: Sequence[str], below: Sequence[str]) -> bool:
    there = filled(cells)
    several = len(dict.fromkeys(there)) > 1
    return several and len(there) <= len(below) and all(len(c) <= _NAME and not is_datum(c) for c in there)


def _filled(above: Sequence[str], width: int) -> list[str]:
    last, groups = "", []
    for n in range(width):
        last = above[n] if n < len(above) and above[n] else last
        groups.append(last)
    return groups


def _counts(cells: Sequence[str]) -> bool:
    """Whether a row numbers the columns: «1 2 3 4», as official tables have it below the header."""
    there = filled(cells)
    first = 0 if there[:1] == ["0"] else 1
    return len(there) > 2 and there == [str(n) for n in range(first, first + len(there))]


def _stands_out(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row has words where those below have addresses, days or numbers: a header in words not known."""
    there = filled(cells)
    if len(there) < 2 or len(dict.fromkeys(there)) < len(there) or any(is_datum(c) or len(c) > _NAME for c in there):
        return False
    for n, cell in enumerate(cells[:_WIDE]):
        column = [row[n] for row in below if n < len(row) and row[n]]
        if cell and len(column) > 1 and not typed([cell, cell]) and typed(column):
            return True
    return False


def _only(row: Line) -> str:
    """The one text of a row, "" where there are several."""
    there = dict.fromkeys(filled(row[1]))
    return next(iter(there)) if len(there) == 1 else ""


def _headerless(rows: Sequence[Line]) -> Layout:
    """A sheet without a header: what stands in a single cell above the table is its title."""
    width = max((len(filled(cells)) for _, cells in rows), default=0)
    start = 0
    while width > 1 and start < min(len(rows), 5) and (only := _only(rows[start])):
        if days_of(only) and any(days_of(_only(row)) for row in rows[start + 1 : start + 200]):
            break  # the first of the days of a programme
        start += 1
    title = tuple((number, filled(cells)[0]) for number, cells in rows[:start])
    columns = max((len(cells) for _, cells in rows[start:]), default=0)
    return Layout(title, ("",) * columns, ("",) * columns, (), rows[start:])


def shown(layout: Layout) -> Mapping[int, str]:
    """What each column is called in the report and by ``--map``: its name, told apart by its group; else its letter."""
    names: dict[int, str] = {}
    twice = {name for name, count in Counter(layout.names).items() if count > 1}
    for n, name in enumerate(layout.names):
        group = layout.groups[n]
        apart = name in twice or (name and not meaning_of(name).field)
        names[n] = f"{group} / {name}" if apart and group else name or letters_of(n + 1)
    return names
