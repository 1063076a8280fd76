"""A list in a workbook of Excel or LibreOffice: its visible worksheets as sheets of texts."""

import marshal
import subprocess
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Any

from guide.i18n import N_
from guide.intake import workbook_process
from guide.intake.delimited import CELLS, ROWS
from guide.intake.files import Incoming
from guide.intake.grid import letters_of
from guide.intake.oddities import Oddity
from guide.intake.ods_merged import Merged, merged_in
from guide.intake.packed import Faults, another, damaged, locked, looked_through, too_dear
from guide.intake.sheet import Sheet
from guide.intake.tidied_rows import empty, finished, onward
from guide.text import clean, one_line

_MERGED = 200_000  # merged cells that are looked at
_OLE = b"\xd0\xcf\x11\xe0"
_COMPOUNDS: Mapping[str, str] = MappingProxyType({
    "EncryptedPackage": "",  # a workbook of today within, locked
    "WordDocument": N_("a text document"),
    "PowerPoint Document": N_("a presentation"),
    "__properties_version1.0": N_("a letter"),
})  # fmt: skip


def sheets_of_workbook(file: Incoming, tick: Callable[[int, int], None]) -> tuple[Sheet, ...]:
    """The visible worksheets of a workbook, in their order, those without a word left out.

    Raises ForeignError where there is none, and for what is damaged, locked, too large or no workbook.
    """
    faults: Faults = {}
    merged_here: Mapping[str, Sequence[Merged]] = {}
    if file.data.startswith(_OLE):
        _refuse_other_compounds(file)
    else:
        faults = looked_through(file)
        merged_here = merged_in(file)
    read = _read(file)
    whole = sum(len(sheet[5]) for sheet in read) or 1
    done = 0
    sheets: list[Sheet] = []
    hidden: list[Oddity] = []
    for _, name, is_visible, first, merged, rows, is_cut in read:
        shown = one_line(clean(name))
        if not is_visible:
            hidden.append(Oddity("I095", file.name, values={"sheet": shown}))
            continue
        indented: set[int] = set()
        texts, odd = finished(
            file.name, _filled(rows, first, merged or merged_here.get(name, ())), onward(tick, done, whole), indented
        )
        done += len(rows)
        if not texts:
            continue
        odd += [Oddity("I097", file.name, row, letters_of(column)) for row, column in faults.get(name, ())]
        if is_cut:
            odd.append(Oddity("I096", file.name, texts[-1][0], values={"count": texts[-1][0]}))
        sheets.append(Sheet(file.name, shown, texts, tuple(odd), indented=indented))
    if not sheets:
        raise empty(file)
    tick(whole, whole)
    return (sheets[0]._replace(oddities=(*hidden, *sheets[0].oddities)), *sheets[1:])


def _read(file: Incoming) -> list[tuple[Any, ...]]:
    """What is in the sheets, as :mod:`guide.intake.workbook_process` says it."""
    read = _read_apart(file)
    if read and read[0][0] == "refused":
        reason = read[0][1]
        if reason == "PasswordError":
            raise locked(file)
        raise too_dear(file) if reason == "MemoryError" else damaged(file)
    return read


def _read_apart(file: Incoming) -> list[tuple[Any, ...]]:
    """The same from a process of its own; from this one where no Python lies that could be started."""
    script = Path(workbook_process.__file__)
    if not sys.executable or hasattr(sys, "frozen") or not script.is_file():
        return workbook_process.read(file.data, ROWS, CELLS)
    program = [sys.executable, "-P", str(script), str(ROWS), str(CELLS)]
    reader = find_spec("python_calamine")
    if reader is not None and reader.origin:
        program.append(str(Path(reader.origin).parent.parent))
    try:
        done = subprocess.run(
            program,
            input=file.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=workbook_process.SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise too_dear(file) from error
    except OSError:
        return workbook_process.read(file.data, ROWS, CELLS)
    if done.returncode or not done.stdout:
        raise too_dear(file)
    read: list[tuple[Any, ...]] = marshal.loads(done.stdout)
    return read


def _refuse_other_compounds(file: Incoming) -> None:
    for name, what in _COMPOUNDS.items():
        if name.encode("utf-16-le") in file.data:
            raise locked(file) if not what else another(file, what)


def _filled(
    rows: Sequence[tuple[int, list[str]]], first: int, merged: Sequence[Merged]
) -> Iterator[tuple[int, list[str]]]:
    """The rows with the columns before the first one, and with what merged cells say in each of the cells merged.

    One that stands alone in its row, no other reaching into it from above, is a title and stays in its first cell.
    """
    width = max((len(row) for _, row in rows), default=0)
    rest = CELLS
    fills: dict[int, list[tuple[int, int, int, int]]] = {}
    there = {number for number, _ in rows}
    alone = {number for number, row in rows if sum(map(bool, row)) == 1}
    merged = merged[:_MERGED]
    tall = sorted((top, bottom) for (top, _), (bottom, _) in merged if bottom > top)
    tops, reached = [top for top, _ in tall], list(accumulate((bottom for _, bottom in tall), max))
    for (top, left), (bottom, right) in merged:
        above = bisect_left(tops, top)
        is_title = top == bottom and top + 1 in alone and not (above and reached[above - 1] >= top)
        last_column = min(right, first + width - 1)
        for number in range(top + 1, min(bottom, rows[-1][0] - 1) + 2) if rows and not is_title else ():
            rest -= max(1, last_column - left + 1)
            if rest < 0:
                break
            if number in there:
                fills.setdefault(number, []).append((top + 1, left, left, last_column))
    said: dict[tuple[int, int], str] = {}
    corners: dict[int, set[int]] = {}
    for found in fills.values():
        for top, corner, _, _ in found:
            corners.setdefault(top, set()).add(corner)
    for number, row in rows:
        cells = [""] * first + row
        said.update({(number, at): cells[at] for at in corners.get(number, ()) if at < len(cells)})
        for top, corner, begin, end in fills.get(number, ()):
            text = said.get((top, corner), "")
            if text:
                cells[begin : end + 1] = [cell or text for cell in cells[begin : end + 1]]
        yield number, cells
