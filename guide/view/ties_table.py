"""Ventures as a table: from which region or country to which, how many; for narrow terminals, and to be read aloud."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import C_, Tongue
from guide.search.facets import Value, end_values
from guide.text import fit, width
from guide.view import roles
from guide.view.sentences import facet_value

HEAD = 3
"""Lines of the column titles, two and the rule under them."""

_TOTAL = C_("ties", "Total")
_NAME, _CELL = 26, 12  # cells of a row’s name and of a column, where there is room
_LEAST_NAME, _LEAST_CELL = 12, 10


class End(NamedTuple):
    """A row or a column: the value of the facet that chooses it, and its name."""

    value: Value
    name: str


@dataclass(frozen=True, slots=True)
class TiesTable:
    """How many ventures lead from where to where; ``origins`` are the rows, ``targets`` the columns, busiest first.

    ``cells``: (row, column) -> the ventures; the row after the last, and the column after the last, are all of them.
    """

    origins: tuple[End, ...]
    targets: tuple[End, ...]
    cells: Mapping[tuple[int, int], tuple[Ref, ...]]

    def chosen(self, row: int, column: int) -> dict[str, frozenset[Value]]:
        """The facets, with their values, that leave the ventures of a cell."""
        chosen = {}
        if row < len(self.origins):
            chosen["origin"] = frozenset((self.origins[row].value,))
        if column < len(self.targets):
            chosen["target"] = frozenset((self.targets[column].value,))
        return chosen


def table_of(catalogue: Catalogue, refs: Iterable[Ref], tongue: Tongue, *, by_country: bool = False) -> TiesTable:
    """The ventures among some things as a table of regions, or of countries."""
    pairs: dict[tuple[Value, Value], list[Ref]] = defaultdict(list)
    for ref in refs:
        venture = catalogue.ventures.get(ref.id) if ref.kind == "venture" else None
        if venture is not None:
            at = -1 if by_country else 0
            ends = end_values(catalogue, venture.origin)[at], end_values(catalogue, venture.target)[at]
            pairs[ends].append(ref)
    origins = _ends(catalogue, "origin", ((start, its) for (start, _), its in pairs.items()), tongue)
    targets = _ends(catalogue, "target", ((end, its) for (_, end), its in pairs.items()), tongue)
    rows = {end.value: at for at, end in enumerate(origins)}
    columns = {end.value: at for at, end in enumerate(targets)}
    cells: dict[tuple[int, int], list[Ref]] = defaultdict(list)
    for (start, end), its in pairs.items():
        row, column = rows[start], columns[end]
        for place in ((row, column), (row, len(targets)), (len(origins), column), (len(origins), len(targets))):
            cells[place] += its
    return TiesTable(origins, targets, {place: tuple(its) for place, its in cells.items()})


def _ends(
    catalogue: Catalogue, facet: str, values: Iterable[tuple[Value, list[Ref]]], tongue: Tongue
) -> tuple[End, ...]:
    counted: dict[Value, int] = defaultdict(int)
    for value, its in values:
        counted[value] += len(its)
    named = {value: facet_value(catalogue, "venture", facet, value, tongue) for value in counted}
    return tuple(End(value, named[value]) for value in sorted(counted, key=lambda each: (-counted[each], named[each])))


class TableView(NamedTuple):
    """A table laid out: its rows as (text, role), and where its cells stand.

    ``name``: cells of the rows’ names; ``cell``: of a column; ``top`` and ``left``: the row and column shown first.
    """

    rows: tuple[tuple[tuple[str, str], ...], ...]
    name: int
    cell: int
    top: int
    left: int
    shown: tuple[int, int]

    def at(self, column: int, row: int) -> tuple[int, int] | None:
        """The cell of the table that is drawn there, or None."""
        number, across = row - HEAD, (column - self.name) // max(self.cell, 1)
        if not 0 <= number < self.shown[0] or not 0 <= across < self.shown[1] or column < self.name:
            return None
        return self.top + number, self.left + across


def laid(
    table: TiesTable,
    columns: int,
    rows: int,
    cursor: tuple[int, int],
    tongue: Tongue,
    first: tuple[int, int] = (0, 0),
) -> TableView:
    """The part of a table around its cursor, in so many cells; ``first`` is the row and column shown first before.

    The totals are the last row and the last column of the whole table.
    """
    height, across = len(table.origins) + 1, len(table.targets) + 1
    name = min(_NAME, max(_LEAST_NAME, columns // 4), columns)
    cell = _cell(columns - name, across)
    fitting = (columns - name) // cell if cell else 0
    room = max(rows - HEAD, 0)
    top, left = _from(first[0], cursor[0], height, room), _from(first[1], cursor[1], across, fitting)
    shown = min(room, height - top), min(fitting, across - left)
    total = tongue.c("ties", _TOTAL)
    starts = [*(end.name for end in table.origins), total]
    ends = [*(end.name for end in table.targets), total]
    hidden = top, height - top - shown[0], left, across - left - shown[1]
    lines = [
        *_head(ends[left : left + shown[1]], name, cell, columns, tongue, cursor[1] - left),
        _rule(hidden, columns),
    ]
    for row in range(top, top + shown[0]):
        role = roles.HEADING if row == cursor[0] else roles.ACCENT if row == len(table.origins) else ""
        pieces = [(fit(starts[row], name - 1) + " ", role)]
        for column in range(left, left + shown[1]):
            count = len(table.cells.get((row, column), ()))
            text = fit(tongue.number(count) if count else "·", cell - 1, right=True) + " "
            last = row == len(table.origins) or column == len(table.targets)
            role = roles.CURSOR if (row, column) == cursor else roles.ACCENT if last else "" if count else roles.TRACK
            pieces.append((text, role))
        lines.append(_filled(pieces, columns))
    lines += [((" " * columns, ""),)] * (rows - len(lines))
    return TableView(tuple(lines[:rows]), name, cell, top, left, shown)


def _cell(room: int, count: int) -> int:
    """The cells of each of so many columns: all of them if they fit, else as many as can be read."""
    if room < _LEAST_CELL:
        return 0
    each = room // count
    return min(_CELL, each) if each >= _LEAST_CELL else min(_CELL, max(room // 3, _LEAST_CELL))


def _from(first: int, cursor: int, count: int, room: int) -> int:
    """The first of so many that is shown, so that the cursor is among them."""
    room = max(room, 1)
    first = min(max(first, cursor - room + 1), cursor)
    return max(min(first, count - room), 0)


def _head(
    ends: list[str], name: int, cell: int, columns: int, tongue: Tongue, cursor: int
) -> list[tuple[tuple[str, str], ...]]:
    """The titles of the columns on two lines, cut where they must be."""
    titles = [_two_lines(end, cell - 1) for end in ends]
    made = []
    for line, corner in enumerate((tongue.t("from ↓  to →"), "")):
        pieces = [(fit(corner, name - 1) + " ", roles.LABEL)]
        for at, title in enumerate(titles):
            role = roles.HEADING if at == cursor else roles.LABEL
            pieces.append((fit(title[line], cell - 1, right=True) + " ", role))
        made.append(_filled(pieces, columns))
    return made


def _rule(hidden: tuple[int, int, int, int], columns: int) -> tuple[tuple[str, str], ...]:
    """The line under the titles; it says how many rows above and below and columns on each side are out of sight."""
    above, below, before, behind = hidden
    rows = " ".join(f"{sign} {count}" for sign, count in (("↑", above), ("↓", below)) if count)
    across = " ".join(f"{count} {sign}" for count, sign in ((before, "←"), (behind, "→")) if count)
    left, right = f" {rows} " if rows else "", f" {across} " if across else ""
    if width(left) + width(right) > columns:
        left = right = ""
    line = "─" * (columns - width(left) - width(right))
    return tuple(piece for piece in ((left, roles.LABEL), (line, roles.TRACK), (right, roles.LABEL)) if piece[0])


def _two_lines(title: str, cells: int) -> tuple[str, str]:
    """A title parted between words so that it fits best; one that needs a single line stands on the lower."""
    words = title.split(" ")
    kept = 1
    while kept < len(words) and width(" ".join(words[: kept + 1])) <= cells:
        kept += 1
    first, second = " ".join(words[:kept]), " ".join(words[kept:])
    return (first, second) if second else ("", first)


def _filled(pieces: list[tuple[str, str]], columns: int) -> tuple[tuple[str, str], ...]:
    used = sum(width(text) for text, _ in pieces)
    return (*pieces, (" " * (columns - used), "")) if used < columns else tuple(pieces)
