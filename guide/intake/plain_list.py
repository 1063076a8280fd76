"""A list in a text file: its letters, its cells and what was odd about how it is written."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from guide.i18n import N_, Said
from guide.intake.aligned import as_tabs
from guide.intake.coded_twice import suspected
from guide.intake.delimited import delimiter_of, parted, quote_of, told
from guide.intake.encoding import PAGES, Decoded, decoded
from guide.intake.files import ForeignError, Incoming
from guide.intake.oddities import Oddity
from guide.intake.sheet import Sheet
from guide.intake.tidied import is_marked, settled, tidy, trimmed
from guide.intake.tidied_rows import empty, fewer, mended, refuse_if_too_wide, unreadable
from guide.text import cut, one_line

LENGTH = 64 * 1024**2
"""Bytes of a text file that are read; what follows is left out, and said."""

_CONTROLS = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f\x7f\ufffd]")
_LINE_ENDS = re.compile("\r\r\n|\r\n?")
_BY_CELL = "\x0b\x0c\u2028\u2029\u037e"  # what would part rows or cells if it were settled before them
_SIGNS = {"\t": N_("a tab"), ";": N_("a semicolon"), ",": N_("a comma"), "|": N_("a bar"), "": N_("line ends alone")}
_INDENTED = re.compile(r'(?:\d{0,5}[;,\t|])?"?[ \xa0]{2,}[^\s;,|]')
_EACH = 20  # rows with one fault that are named; more are how the file is written


def sheet_of(file: Incoming, tick: Callable[[int, int], None]) -> Sheet:
    """The one sheet of a text file.

    Raises ForeignError for what is no text, or has nothing in it.
    """
    cut_off = len(file.data) > LENGTH
    letters = decoded(file.data[: file.data.rfind(b"\n", 0, LENGTH) + 1 or LENGTH] if cut_off else file.data)
    _refuse_what_is_no_text(file, letters)
    text, odd = _written(file, letters)
    sign, begin = told(text)
    if begin:
        text = text[begin:]
    twice = letters.encoding not in PAGES and suspected(text)
    by_cell = twice or any(sign in text for sign in _BY_CELL)
    sign = sign or delimiter_of(text)
    if laid := as_tabs(text, sign):
        text, sign = laid, "\t"
        odd.append(Oddity("I110", file.name))
    indented = {n for n, line in enumerate(text.split("\n"), 1) if _INDENTED.match(line)} if "  " in text else set()
    if not by_cell:
        text = settled(text, tabs=sign == "\t")
    quote = quote_of(text, sign)
    whole = text.count("\n") + 1
    each = max(1, len(text) // whole)
    read = parted(text, sign, quote, lambda at: tick(min(whole, at // each), whole))
    lost = by_cell or "\ufffd" in text
    finish = tidy if by_cell else trimmed if is_marked(text) or (sign == "\t" and quote in text) else str.strip
    del text
    rows: list[tuple[int, tuple[str, ...]]] = []
    twice_coded: list[Oddity] = []
    for number, raw in read.rows:
        cells = [mended(cell, file.name, (number, at), twice_coded) for at, cell in enumerate(raw, 1)] if twice else raw
        row = list(map(trimmed if finish is str.strip and number in read.lines else finish, cells))
        while row and not row[-1]:
            row.pop()
        refuse_if_too_wide(file.name, number, row)
        if row:
            rows.append((number, tuple(row)))
    if not rows:
        raise empty(file)
    odd += [Oddity("I091", file.name, number, value=cut(one_line(text), 100)) for number, text in read.open[:_EACH]]
    odd += _widths(file.name, read.rows, sign)
    odd += fewer(twice_coded)
    odd += unreadable(file.name, rows) if lost else ()
    if read.cut or cut_off:
        odd.append(Oddity("I096", file.name, rows[-1][0], values={"count": rows[-1][0]}))
    tick(whole, whole)
    return Sheet(file.name, "", rows, tuple(odd), letters.encoding, sign, () if read.lines else indented)


def _refuse_what_is_no_text(file: Incoming, letters: Decoded) -> None:
    sample = letters.text[: 64 * 1024]
    if len(_CONTROLS.findall(sample)) * 20 > len(sample) + 20 or sample.count("\0") * 2 > len(sample):
        raise ForeignError(
            N_("{file} is neither a text nor a workbook."),
            N_("Save the list as CSV or XLSX in the program that made it."),
            file=file.name,
        )
    if not letters.text.strip(" \t\r\n\x00\x1a\u00a0\ufeff"):
        raise empty(file)


def _written(file: Incoming, letters: Decoded) -> tuple[str, list[Oddity]]:
    """The text with newlines as its line ends and without zero bytes, and what is odd about its letters."""
    odd = []
    if letters.encoding != "utf-8":
        odd.append(Oddity("I001", file.name, values={"encoding": letters.encoding}))
    if letters.lines:
        odd.append(Oddity("I098", file.name, values={"count": letters.lines, "encoding": letters.other}))
    text = letters.text
    if "\0" in text:
        odd.append(Oddity("I090", file.name, values={"count": text.count("\0")}))
        text = text.replace("\0", "")
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text) if re.search("\r(?!\n)", text) else text.replace("\r\n", "\n")
    return text.rstrip("\x1a"), odd


def _widths(name: str, rows: Sequence[tuple[int, Sequence[str]]], sign: str) -> Iterator[Oddity]:
    """Rows with more or fewer cells than most have, from the first row on that has as many as most."""
    counts = Counter(len(row) for _, row in rows)
    usual = max(counts, key=lambda width: (counts[width], width), default=1)
    if counts[usual] * 2 < len(rows):
        yield Oddity("I099", name, values={"found": Said(_SIGNS.get(sign, sign))})
    if usual < 2 or counts[usual] * 2 < len(rows):
        return
    first = next(at for at, (_, row) in enumerate(rows) if len(row) == usual)
    others = [(number, row) for number, row in rows[first:] if len(row) != usual]
    few = [each for each in others if len(each[1]) < usual]
    if len(few) * 10 > len(rows):  # the program leaves empty cells out at the end of a row
        few = []
    many = [(number, row) for number, row in others if len(row) > usual and any(cell.strip() for cell in row[usual:])]
    for code, found in (("I092", many), ("I093", few)):
        for number, row in found:
            yield Oddity(code, name, number, values={"count": len(row), "usual": usual})
