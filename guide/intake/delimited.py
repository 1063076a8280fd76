"""Text files of rows and cells: which sign parts the cells, and the cells, whatever became of the quotes.

The sign is told by evidence: the one that, outside of quotes, stands equally often in each line. Files in order are
read by the standard library's reader; where the quotes do not match, :mod:`guide.intake.quoting` reads on.
"""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.intake.quoting import forgiving

DELIMITERS = ";,\t|"
ROWS = 300_000
"""Rows that one sheet may have; what follows is left out, and said."""
CELLS = 6_000_000
"""Cells that one sheet may have, empty ones included."""
WIDTH = 16_384
"""Cells that one row may have, as in Excel."""

_NO_DELIMITER = "\x1f"  # never in a text that is settled
_SAMPLE = 16 * 1024
_TOLD = re.compile(r'"?sep=(.)"?[ ;,\t]*(?:\n|\Z)', re.IGNORECASE)
_WEIGHTS = {"\t": 1.3, ";": 1.2, ",": 1.0, "|": 1.1}
_SHORT = 1 << 20  # characters of a text that is read before anybody waits
_CELL_LINES = 60  # lines that a cell in quotes may have before the quote is rather one that was never closed


Rows = Sequence[tuple[int, Sequence[str]]]
"""Rows as they are read: each its number from 1, and its raw cells."""


class Parted(NamedTuple):
    """A text as rows: each with its number and its raw cells.

    ``lines`` are the numbers of rows that may have cells of several lines; ``open`` are the cells, each after its
    row’s number, in which a quote is opened and never closed; ``cut`` is whether the text has more than could be read.
    """

    rows: Rows
    lines: Collection[int] = ()
    open: tuple[tuple[int, str], ...] = ()
    cut: bool = False


def told(text: str) -> tuple[str, int]:
    """The sign that a first line ``sep=;`` names, and where the rows begin; ("", 0) without such a line."""
    match = _TOLD.match(text)
    return (match[1], match.end()) if match else ("", 0)


def delimiter_of(text: str) -> str:
    """The sign between the cells of a text, told by its first lines; "" where they have one cell each."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, most = "", 0.0
    for sign in DELIMITERS:
        value = _evidence(sample, sign)
        if value > most:
            best, most = sign, value
    return best


def _evidence(sample: str, sign: str) -> float:
    """How much speaks for a sign: lines of the same number of cells, many cells, from the first lines on."""
    if sign not in sample:
        return 0.0
    lines = [line for line in _without_quoted(sample, sign).split("\n") if line.strip()]
    widths = [line.count(sign) + 1 for line in lines]
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0
    width, same = max(several.items(), key=lambda item: (item[1] * math.log2(item[0]), item[0]))
    equal, there = same / len(widths), sum(several.values()) / len(widths)
    if equal < 0.4 and there < 0.7:
        return 0.0
    before = min(widths.index(width), 20)
    prose = 0.0 if sign == "\t" else sample.count(sign + " ") / sample.count(sign)
    return _WEIGHTS[sign] * (equal + there / 2) * math.sqrt(math.log2(width)) * (1 - 0.6 * prose) / (1 + before / 3)


def _without_quoted(sample: str, sign: str) -> str:
    if '"' not in sample and "'" not in sample:
        return sample
    edge = re.escape(sign)
    for quote in "\"'":
        if quote in sample:
            inner = rf"(?:[^{quote}\n]++|{quote}{quote}|\n(?!\n))*+"
            sample = re.sub(rf"(?<![^{edge}\n]){quote}{inner}{quote}(?=[{edge}\n]|\Z)", "", sample)
    return sample


def quote_of(text: str, delimiter: str) -> str:
    """The sign that cells stand in where they have to: a quotation mark, or an apostrophe if that is what is used."""
    text = text[:_SAMPLE]
    if "'" not in text:
        return '"'
    edge = re.escape(delimiter) if delimiter else ""
    counts = {
        quote: len(re.findall(rf"(?:(?<=[{edge}\n])|\A){quote}[^{quote}\n]*{quote}(?=[{edge}\n]|\Z)", text))
        for quote in "\"'"
    }
    return "'" if counts["'"] > 2 and counts["'"] > counts['"'] else '"'


def parted(text: str, delimiter: str, quote: str, tick: Callable[[int], None]) -> Parted:
    """The rows of a settled text; ``tick`` is called now and then with how many characters are read.

    Lines end with newlines alone. At most ``ROWS`` rows and ``CELLS`` cells are read.
    """
    sign = delimiter or _NO_DELIMITER
    rows: list[tuple[int, Sequence[str]]] = []
    most = CELLS if text.count(sign) > CELLS else 0
    several: list[tuple[int, Sequence[str]]] = []
    more = 0  # lines than rows
    try:
        reader = csv.reader(
            _lines(text, sign, most, tick), delimiter=sign, quotechar=quote, strict=True, skipinitialspace=True
        )
        for number, row in enumerate(reader, 1):
            if number > ROWS:
                return Parted(rows, {number for number, _ in several}, cut=True)
            if row:
                rows.append((number, row))
            if reader.line_num > number + more:
                more = reader.line_num - number
                several.append((number, row))
    except csv.Error:
        rows = []
    if rows and not (several and _swallowed(rows, several, sign)):
        return Parted(rows, {number for number, _ in several}, cut=bool(most))
    usual = _usual(text, sign)
    found: list[tuple[int, Sequence[str]]] = []
    open_cells: list[tuple[int, str]] = []
    for number, (cells, is_open) in enumerate(forgiving(_lines(text, sign, most, tick), sign, quote, usual), 1):
        if number > ROWS:
            return Parted(found, range(ROWS + 1), tuple(open_cells), cut=True)
        if any(cells):
            found.append((number, cells))
        if is_open:
            open_cells.append((number, next((cell for cell in cells if cell.startswith(quote)), "")))
    return Parted(found, range(ROWS + 1), tuple(open_cells), bool(most))


def _lines(text: str, sign: str, most: int, tick: Callable[[int], None]) -> Iterable[str]:
    """The lines with their ends; where there are too many cells, no more than ``most`` of them."""
    if not most and len(text) < _SHORT:
        return io.StringIO(text, newline="\n")
    return _counted(text, sign, most, tick)


def _counted(text: str, sign: str, most: int, tick: Callable[[int], None]) -> Iterator[str]:
    at, cells, next_tick = 0, 0, _SAMPLE
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end]
        if most:
            wide = line.count(sign)
            if wide > WIDTH:
                line = sign.join(line.split(sign, WIDTH)[:WIDTH]) + "\n"
            cells += min(wide, WIDTH) + 1
            if cells > most:
                return
        yield line
        at = end
        if at > next_tick:
            tick(at)
            next_tick = at + _SAMPLE


def _swallowed(rows: Rows, several: Rows, sign: str) -> bool:
    """Whether a cell in quotes holds what are rather rows: a quote was opened in one and closed in another.

    Its first line then ends the row in which the quote was opened, and those between the first and the last are rows.
    """
    widths = Counter(len(row) for _, row in rows)
    usual = max(widths, key=widths.__getitem__)
    for _, row in several:
        for column, cell in enumerate(row):
            if "\n" in cell:
                first, *between, _ = (line.count(sign) + 1 for line in cell.split("\n"))
                if len(between) > _CELL_LINES:
                    return True
                signs = first - 1 + len(between) * (usual - 1)
                if signs > 1 and first == usual - column and all(width == usual for width in between):
                    return True
    return False


def _usual(text: str, sign: str) -> int:
    lines = _without_quoted(text[:_SAMPLE], sign).split("\n")
    widths = Counter(line.count(sign) + 1 for line in lines if line)
    return max(widths, key=widths.__getitem__, default=1)
