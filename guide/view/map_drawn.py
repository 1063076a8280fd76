"""Ventures drawn on a map: outlines, towns with their names, an arc from where to where, what is lit over the rest.

Outlines are single lines, the arcs of what is not lit dots, of what is lit double lines, so that they are told apart
without colours. A sign half way says of what sort a venture is, full while it works, hollow until then.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from guide.catalogue.countries import country_name
from guide.catalogue.model import Ref
from guide.text import fit, width
from guide.view import roles
from guide.view.canvas import Canvas
from guide.view.map_arcs import Arc, Cell, arc
from guide.view.map_base import base
from guide.view.map_camera import MapCamera
from guide.view.map_labels import BLOCKED, LONGEST, Label, placed
from guide.view.map_ties import DOCUMENTS, Key, Tie, Ties, Town

TOWN, WHOLE = "•", "◦"
"""The signs of a town, and of a region or country that is meant as a whole."""

MAKES, PAPER, PLAN, STOPPED = "■□", "●○", "♦◊", "×"
"""The signs of what makes something, of papers between two sides and of projects, each while it works and until then;
and of what came to an end."""

_PLANS = frozenset(("project", "programme", "proposal"))
_HEADS: Mapping[Cell, str] = {(1, 0): "►", (-1, 0): "◄", (0, 1): "▼", (0, -1): "▲"}
_SIDES: Mapping[Cell, int] = {(0, -1): 1, (1, 0): 2, (0, 1): 4, (-1, 0): 8}
_DOUBLE = " ║═╚║║╔╠═╝═╩╗╣╦╬"
_DOT = "·"
_MOST = 80  # pairs of towns whose arcs are drawn while they are not lit: the busiest
_BUSIEST = 3  # towns that are named whatever their names cover
_LINES = 4  # arcs that are drawn as lines at most
_OUTLINE, _DOTTED, _SIGNED = 1, 3, 9  # what it costs a name to cover them


class Lit(NamedTuple):
    """What is lit: the venture under the list's cursor, or the town under the map's."""

    venture: Ref | None = None
    town: Key | None = None


NOTHING = Lit()


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map as rows of pieces (text, role), exactly as wide as asked for, and what is drawn where."""

    rows: tuple[tuple[tuple[str, str], ...], ...]
    _towns: Mapping[Cell, Key]
    _arcs: Sequence[tuple[tuple[Cell, ...], Sequence[Tie]]]

    def at(self, column: int, row: int) -> Key | None:
        """The town whose sign or name is in a cell, else the one whose sign is beside it."""
        for by in (0, -1, 1):
            found = self._towns.get((column + by, row))
            if found is not None:
                return found
        return None

    def along(self, column: int, row: int) -> tuple[Ref, ...]:
        """The ventures whose arc goes through a cell, those that are lit first."""
        here = [its for cells, its in self._arcs if (column, row) in cells]
        return tuple(tie.ref for its in here for tie in its)


def sign_of(tie: Tie) -> str:
    """The sign of a venture by its kind and status."""
    if tie.status == "stopped":
        return STOPPED
    pair = PAPER if tie.kind in DOCUMENTS or tie.kind == "twinning" else PLAN if tie.kind in _PLANS else MAKES
    return pair[0] if tie.status == "operating" else pair[1]


def drawn(
    ties: Ties, camera: MapCamera, columns: int, rows: int, lit: Lit = NOTHING, language: str = "en"
) -> MapDrawing:
    """A map of ventures in so many cells; no name covers another, a town's sign or what is lit.

    ``language``: that of the names of countries.
    """
    canvas = Canvas(columns, rows)
    canvas.settle()
    sheet = _Sheet(canvas, ties, camera, lit)
    sheet.outlines()
    sheet.arcs()
    towns = sheet.towns()
    sheet.lands(language)
    return MapDrawing(canvas.lines(), towns, sheet.along)


class _Sheet:
    """A map while it is drawn."""

    def __init__(self, canvas: Canvas, ties: Ties, camera: MapCamera, lit: Lit) -> None:
        self._canvas, self._ties, self._camera, self._lit = canvas, ties, camera, lit
        self._base = base(camera, canvas.columns, canvas.rows)
        self._weights = [bytearray(canvas.columns) for _ in range(canvas.rows)]
        self._places = {
            key: camera.cell(town.latitude, town.longitude, canvas.columns, canvas.rows)
            for key, town in ties.towns.items()
        }
        self.along: list[tuple[tuple[Cell, ...], Sequence[Tie]]] = []
        self._lit_ends = self._ends_lit()
        self._heads: set[Cell] = set()  # where the arrows of what is lit stand: they go over other towns' signs

    def _ends_lit(self) -> tuple[Key, ...]:
        tie = self._ties.ties.get(self._lit.venture) if self._lit.venture else None
        if self._lit.town is not None:
            return (self._lit.town,)
        return tuple(end for end in (tie.origin, tie.target) if end is not None) if tie else ()

    def outlines(self) -> None:
        """The coasts and borders."""
        canvas, weights = self._canvas, self._weights
        coast, border = canvas.role(roles.LABEL), canvas.role(roles.TRACK)
        for row, column, text, inland in self._base.runs:
            canvas.write(column, row, text, border if inland else coast, len(text))
            weights[row][column : column + len(text)] = bytes((_OUTLINE,)) * len(text)

    def arcs(self) -> None:
        """The arcs: those that are not lit as dots, those that are over them."""
        pairs: dict[tuple[Key, Key], list[Tie]] = defaultdict(list)
        for tie in self._ties.ties.values():
            if tie.origin is not None and tie.target is not None and tie.origin[:2] != tie.target[:2]:
                pairs[tie.origin, tie.target].append(tie)
        lit = {pair for pair, its in pairs.items() if self._is_lit(pair, its)}
        quiet = sorted((pair for pair in pairs if pair not in lit), key=lambda pair: -len(pairs[pair]))[:_MOST]
        over = [(self._arc(pair), pairs[pair]) for pair in pairs if pair in lit]
        if len(over) > _LINES:
            # So many lines would leave no room for names: they are dots, and alone.
            self._dots(over, self._canvas.role(roles.ACCENT))
            return
        self._dots([(self._arc(pair), pairs[pair]) for pair in quiet], self._canvas.role(roles.KINDS["venture"]))
        self._lines(over)

    def _is_lit(self, pair: tuple[Key, Key], its: Sequence[Tie]) -> bool:
        if self._lit.town is not None:
            return self._lit.town in pair
        return any(tie.ref == self._lit.venture for tie in its)

    def _arc(self, pair: tuple[Key, Key]) -> Arc:
        start, end = self._places[pair[0]], self._places[pair[1]]
        return arc(start, end, self._camera.aspect)

    def _dots(self, arcs: Sequence[tuple[Arc, Sequence[Tie]]], role: int) -> None:
        columns, rows, weights, sign = self._canvas.columns, self._canvas.rows, self._weights, self._canvas.sign
        for column, row in set().union(*(cells for (cells, _, _), _ in arcs)):
            if 0 <= row < rows and 0 <= column < columns:
                sign(column, row, _DOT, role)
                weights[row][column] = _DOTTED
        for (cells, _, heading), _ in arcs:
            if cells:
                self._put(cells[-1], _HEADS[heading], role, _SIGNED)
        for (cells, _, _), its in arcs:
            self.along.append((cells, its))
            self._say(cells, its, role, _SIGNED)

    def _lines(self, arcs: Sequence[tuple[Arc, Sequence[Tie]]]) -> None:
        canvas = self._canvas
        role = canvas.role(roles.ACCENT)
        sides: dict[Cell, int] = defaultdict(int)
        for (cells, leaving, _), its in arcs:
            if cells:
                sides[cells[0]] |= _SIDES[-leaving[0], -leaving[1]]
            self.along.insert(0, (cells, its))
            for before, after in pairwise(cells):
                step = after[0] - before[0], after[1] - before[1]
                sides[before] |= _SIDES[step]
                sides[after] |= _SIDES[-step[0], -step[1]]
        for cell, joined in sides.items():
            self._put(cell, _DOUBLE[joined], role, BLOCKED)
        for (cells, _, heading), its in arcs:
            self._say(cells, its, role, BLOCKED)
            if cells:
                self._put(cells[-1], _HEADS[heading], role, BLOCKED)
                self._heads.add(cells[-1])

    def _say(self, cells: Sequence[Cell], its: Sequence[Tie], role: int, weight: int) -> None:
        """The sign of an arc half way, with the number of ventures where there are several."""
        if len(cells) < 4:
            return
        column, row = cells[len(cells) // 2]
        best = min(its, key=lambda tie: "■●♦□○◊×".index(sign_of(tie)))
        text = sign_of(best) + (str(len(its)) if len(its) > 1 else "")
        for at, sign in enumerate(text):
            self._put((column + at, row), sign, role, weight)

    def _put(self, cell: Cell, sign: str, role: int, weight: int) -> None:
        column, row = cell
        if 0 <= row < self._canvas.rows and 0 <= column < self._canvas.columns:
            self._canvas.sign(column, row, sign, role)
            weights = self._weights[row]
            weights[column] = max(weights[column], weight)

    def towns(self) -> dict[Cell, Key]:
        """The towns with their names; the cells of each."""
        canvas = self._canvas
        quiet, plain, accent = canvas.role(roles.QUIET), canvas.role(""), canvas.role(roles.ACCENT)
        cursor = canvas.role(roles.CURSOR)
        shown = self._in_view()
        found: dict[Cell, Key] = {}
        for town, cell in reversed(shown):
            lit = town.key in self._lit_ends
            self._put(cell, WHOLE if town.whole else TOWN, accent if lit else plain, BLOCKED)
            found[cell] = town.key
        busy = {key for key, town in list(self._ties.towns.items())[:_BUSIEST] if len(town.ventures) > 1}
        labels = [Label(_said(town), *cell, town.key in (*self._lit_ends, *busy)) for town, cell in shown]
        for number, column, row, text, cells, before, after in placed(labels, self._weights):
            town, cell = shown[number]
            lit = town.key in self._lit_ends
            role = cursor if lit else quiet if town.whole else plain
            canvas.write(column, row, text, role, cells)
            if before:
                canvas.sign(column - 1, row, " ", role if role == cursor else 0)
            if after:
                canvas.sign(column + cells, row, " ", role if role == cursor else 0)
            found.update(dict.fromkeys(((at, row) for at in range(column, column + cells)), town.key))
        return found

    def lands(self, language: str) -> None:
        """The names of the countries in capitals, where nothing else is."""
        role = self._canvas.role(roles.LABEL)
        said: dict[str, str] = {}
        for code, row, column, room in self._base.lands:
            if code in said and not said[code]:
                continue
            name = said.setdefault(code, country_name(code, language).upper())
            cells = width(name)
            at = column + (room - cells) // 2
            if cells + 2 <= room and not any(self._weights[row][max(at - 1, 0) : at + cells + 1]):
                self._canvas.write(at, row, name, role, cells)
                said[code] = ""  # it is said

    def _in_view(self) -> list[tuple[Town, Cell]]:
        """The towns that are seen with the cells of their signs, what is lit first, then the most important."""
        shown = []
        for key, (x, y) in self._places.items():
            if not (0 <= x < self._canvas.columns and 0 <= y < self._canvas.rows):
                continue
            cell = int(x), int(y)
            if cell not in self._heads or key in self._lit_ends:
                shown.append((self._ties.towns[key], cell))
        shown.sort(key=lambda each: each[0].key not in self._lit_ends)  # the others stay in their order
        return shown


def _said(town: Town) -> str:
    """A town's name with how many ventures it has, where that is more than one."""
    count = f" {len(town.ventures)}" if len(town.ventures) > 1 else ""
    name = town.name
    if width(name) + len(count) > LONGEST:
        name = fit(name, LONGEST - len(count)).rstrip()
    return name + count
