"""A workbook read in a process of its own: a program, which takes it on its input and writes its cells as texts.

The reader of workbooks is compiled code, and a strange file can make it ask for any memory, or end the process that it
runs in. So it is given one that has nothing to lose, with a limit on memory where the system knows one, and this
file is run by its path and imports nothing of the guide. What it writes is a list in the form of :mod:`marshal`: of
``("sheet", name, is visible, first column from 0, merged ranges, rows, is cut)`` for each sheet, or of one
``("refused", reason)``. A row is its number from 1 and its cells.
"""

import datetime
import io
import marshal
import sys
from typing import Any

MEMORY = 1024**3
SECONDS = 120


def limited() -> None:
    """Puts a limit on the memory and the time of this process, where the system has such limits."""
    try:
        import resource
    except ImportError:  # Windows; there a process that asks for too much ends by itself
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))
        except (ValueError, OSError):
            continue


def said(value: Any) -> str:
    """A value of a cell as a text: numbers in their shortest form, dates and times in ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e21:
            return str(int(value))
        return f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        value = _to_a_second(value)
        return value.date().isoformat() if value.time() == datetime.time() else _clock(value.isoformat())
    if isinstance(value, datetime.time):
        return _clock(_to_a_second(datetime.datetime.combine(datetime.date(2000, 1, 1), value)).time().isoformat())
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        hours, rest = divmod(abs(seconds), 3600)
        return _clock(f"{'-' * (seconds < 0)}{hours:02}:{rest // 60:02}:{rest % 60:02}")
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _to_a_second(value: datetime.datetime) -> datetime.datetime:
    # Days are counted in fractions there, and 10:00 may stand a millionth of a second before it.
    return (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)


def _clock(text: str) -> str:
    return text[:-3] if text.endswith(":00") and text.count(":") == 2 else text


def sheets(data: bytes, most_rows: int, most_cells: int) -> list[tuple[Any, ...]]:
    """The sheets of a workbook in the form that is written; hidden ones without rows."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found: list[tuple[Any, ...]] = []
    cells = 0
    for meta in book.sheets_metadata:
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        if meta.visible is not SheetVisibleEnum.Visible:
            found.append(("sheet", meta.name, False, 0, [], [], False))
            continue
        sheet = book.get_sheet_by_name(meta.name)
        rows: list[tuple[int, list[str]]] = []
        is_cut = False
        for number, row in enumerate(sheet.iter_rows() if sheet.start else (), 1):
            if not any(value != "" for value in row):
                continue
            if len(rows) >= most_rows or cells + len(row) > most_cells:
                is_cut = True
                break
            cells += len(row)
            rows.append((number, [value if type(value) is str else said(value) for value in row]))
        merged = sheet.merged_cell_ranges or []
        found.append(("sheet", meta.name, True, sheet.start[1] if sheet.start else 0, merged, rows, is_cut))
    return found


def read(data: bytes, most_rows: int, most_cells: int) -> list[tuple[Any, ...]]:
    """The same, or why there are none."""
    try:
        return sheets(data, most_rows, most_cells)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a panic of the compiled code is no Exception
        return [("refused", type(error).__name__, str(error)[:500])]


def main() -> int:
    """Reads the workbook on the standard input and writes what it holds to the standard output."""
    limited()
    most_rows, most_cells = map(int, sys.argv[1:3])
    sys.path.extend(sys.argv[3:])  # where the reader of workbooks is, should it lie in an unusual place
    found = read(sys.stdin.buffer.read(), most_rows, most_cells)
    sys.stdout.buffer.write(marshal.dumps(found))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
