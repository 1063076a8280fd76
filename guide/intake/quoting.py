"""Rows whose quotes do not match: read so that one stray quote costs a cell at most, never the rest of the file."""

from collections.abc import Iterable, Iterator

_LENGTH = 32_767  # characters of a cell, the limit of Excel
_AHEAD = 60  # lines in which the end of a cell in quotes is looked for
_PATIENCE = 200  # quotes without an end after which no further lines are looked at


def forgiving(lines: Iterable[str], sign: str, quote: str, usual: int) -> Iterator[tuple[list[str], bool]]:
    """The rows of the lines, each with whether a quote in it is opened and never closed.

    A quote opens at the beginning of a cell and closes before a sign or the end of a line; any other stands for
    itself, as in «5" pipes», and doubled ones within quotes for one. A cell in quotes goes on in the next lines if so
    the row comes to the ``usual`` number of cells, and those lines do not.
    """
    ahead = _Ahead(lines)
    fruitless = 0
    while (line := ahead.line(0)) is not None:
        row, open_at = _cells(line, sign, quote)
        taken = 1
        if open_at and fruitless < _PATIENCE:
            longer = _continued(ahead, line, sign, quote, usual)
            if longer:
                row, taken = longer
                open_at = False
            else:
                fruitless += 1
        ahead.drop(taken)
        yield row, open_at


class _Ahead:
    """Lines that are looked at before they are taken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._rest = iter(lines)
        self._seen: list[str] = []

    def line(self, number: int) -> str | None:
        while len(self._seen) <= number:
            line = next(self._rest, None)
            if line is None:
                return None
            self._seen.append(line.rstrip("\n"))
        return self._seen[number]

    def drop(self, count: int) -> None:
        del self._seen[:count]


def _continued(ahead: _Ahead, line: str, sign: str, quote: str, usual: int) -> tuple[list[str], int] | None:
    """The row that a line begins and later ones end, and how many lines it takes; None where none does."""
    whole = line
    first = line.count(sign) + 1
    complete = 0
    for number in range(1, _AHEAD):
        following = ahead.line(number)
        if following is None or len(whole) > _LENGTH:
            return None
        parts = following.count(sign) + 1
        if usual > 1 and parts >= usual and not _ends_first(following, sign, quote):
            complete += 1
            if complete > 1:  # rows of their own
                return None
        whole = f"{whole}\n{following}"
        if quote not in following:
            continue
        row, is_open = _cells(whole, sign, quote)
        if not is_open:
            if complete or (usual > 1 and len(row) > usual) or (usual > 2 and min(first, parts) >= usual):
                return None
            return row, number + 1
    return None


def _ends_first(line: str, sign: str, quote: str) -> bool:
    """Whether a line's first cell ends with a quote that it does not begin with."""
    first = line.partition(sign)[0].rstrip()
    return first.endswith(quote) and not first.startswith(quote)


def _cells(line: str, sign: str, quote: str) -> tuple[list[str], bool]:
    """The cells of a line, or of some lines of one row, and whether a quote stays open."""
    if quote not in line:
        return line.split(sign), False
    cells: list[str] = []
    at = 0
    is_open = False
    while True:
        if line.startswith(" ", at):
            at += 1
        if not is_open and line.startswith(quote, at):
            cell, end = _quoted(line, at, sign, quote)
            if end >= 0:
                cells.append(cell)
                if end >= len(line):
                    return cells, is_open
                at = end + 1
                continue
            is_open = True  # nor does any further quote close in this line
        end = line.find(sign, at)
        if end < 0:
            cells.append(line[at:])
            return cells, is_open
        cells.append(line[at:end])
        at = end + 1


def _quoted(line: str, start: int, sign: str, quote: str) -> tuple[str, int]:
    """The cell in quotes that begins there, and where the sign after it stands; -1 where it does not end."""
    at = start + 1
    nested = False
    while 0 <= (at := line.find(quote, at)) <= start + 2 * _LENGTH:
        after = at + 1
        if line.startswith(" ", after) and (after + 1 == len(line) or line.startswith(sign, after + 1)):
            return line[start + 1 : at].replace(quote * 2, quote), after + 1
        if line.startswith(quote, after):
            # Two quotes before a sign end a cell in which a single one was opened: "ООО "Ромашка"".
            if nested and (after + 1 == len(line) or line.startswith(sign, after + 1)):
                return line[start + 1 : after].replace(quote * 2, quote), after + 1
            at = after + 1
            continue
        if after == len(line) or line.startswith(sign, after):
            return line[start + 1 : at].replace(quote * 2, quote), after
        nested = True
        at = after
    return "", -1
