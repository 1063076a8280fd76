"""What stands before names in a list of exhibitors: their numbers, and the marks of guests below their host."""

import re
from collections.abc import Collection, Sequence

from guide.i18n import N_
from guide.intake.columns import Column
from guide.intake.draft import Record, Remark
from guide.intake.together import firms_in

_DASH = re.compile(r"(?:[–—•·▪►→↳└-]|\+(?!\d))\s*(?=[^\W\d_«\"“„]|[«\"“„])")
_NUMBER = re.compile(r"\(?\d{1,4}\s?[.)]\s*(?=[^\W\d_]|[«\"“„])")
_NAMES = frozenset(("name", "legal_name"))
_MOST = 0.8  # of the rows: where more are marked, the mark is how the list is written
_BELOW = N_("It stands below its host, indented or with a dash.")


class BeforeNames:
    """What is before the names of one list: numbers, and which rows are guests of the last one before them."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[tuple[int, tuple[str, ...]]], indented: Collection[int]
    ) -> None:
        self._at = next((column.at for column in columns if column.field in _NAMES), -1)
        self._indented = indented
        self._host: Record | None = None
        named = [(number, cells) for number, cells in rows if -1 < self._at < len(cells) and cells[self._at]]
        marked = [self._is_marked(number, cells) for number, cells in named]
        self._numbered = sum(bool(_NUMBER.match(cells[self._at])) for _, cells in named) > _MOST * len(named)
        self._on = any(marked) and not marked[0] and sum(marked) <= _MOST * len(marked)

    def _is_marked(self, number: int, cells: Sequence[str]) -> bool:
        return number in self._indented or bool(_DASH.match(cells[self._at]))

    def bare(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """The cells of a row, its name without the number or the dash before it."""
        if not (self._on or self._numbered) or not -1 < self._at < len(cells):
            return cells
        name = cells[self._at]
        before = (self._numbered and _NUMBER.match(name)) or (self._on and _DASH.match(name))
        return (*cells[: self._at], name[before.end() :], *cells[self._at + 1 :]) if before else cells

    def each(self, cells: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        """The cells of a row for each of the firms that it names in one cell; mostly once, as they are."""
        cells = self.bare(cells)
        if not -1 < self._at < len(cells) or not (several := firms_in(cells[self._at])):
            return (cells,)
        return tuple((*cells[: self._at], name, *cells[self._at + 1 :]) for name in several)

    def host_of(self, number: int, cells: Sequence[str], record: Record) -> Record | None:
        """The host of the record of a row, which is put into it; None where it is none's guest."""
        if not self._on or not -1 < self._at < len(cells):
            return None
        if not self._is_marked(number, cells):
            self._host = record
            return None
        host = self._host
        if host is None or "host" in record.values:
            return None
        name = host.values.get("name", "")
        record.add("host", next(iter(name.values())) if isinstance(name, dict) else name)
        record.remarks.append(Remark("host", _BELOW))
        return host
