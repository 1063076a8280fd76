"""Lists as sheets of cells: one for a text file, one for each visible worksheet of a workbook."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from guide.i18n import N_
from guide.intake.files import ForeignError, Incoming
from guide.intake.oddities import Oddity


class Sheet(NamedTuple):
    """One sheet: its cells as texts, row by row.

    ``rows`` are pairs of the row's number, from 1 as Excel shows it, and its cells; rows without a word are left out,
    and what follows a row's last word is cut off, so rows differ in length. Cells are cleaned and trimmed, and may
    have several lines; numbers stand in their shortest form, dates and times in ISO. ``name`` is that of the
    worksheet, "" for a text file; ``encoding`` and ``delimiter`` are "" for a workbook.
    """

    file: str
    name: str = ""
    rows: Sequence[tuple[int, tuple[str, ...]]] = ()
    oddities: tuple[Oddity, ...] = ()
    encoding: str = ""
    delimiter: str = ""


def _nothing(done: int, whole: int) -> None:
    return


def sheets_of(file: Incoming, tick: Callable[[int, int], None] = _nothing) -> tuple[Sheet, ...]:
    """The sheets of a file; ``tick`` is called now and then with how many rows of about how many are read.

    Raises ForeignError where it holds no list that can be read.
    """
    import csv
    import io

    from guide.text import clean

    data = file.data
    if not data.strip():
        raise ForeignError(N_("{file} is empty."), file=file.name)
    sheets = []
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        from python_calamine import CalamineWorkbook, SheetVisibleEnum

        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
            for meta in book.sheets_metadata:
                if meta.visible is SheetVisibleEnum.Visible:
                    rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
                    texts = [
                        (n, tuple(" ".join(clean(str(cell)).split(" ")) for cell in row))
                        for n, row in enumerate(rows, 1)
                    ]
                    sheets.append(Sheet(file.name, meta.name, [row for row in texts if any(row[1])]))
        except Exception as error:
            raise ForeignError(N_("{file} cannot be read as a workbook."), file=file.name) from error
        return tuple(sheets)
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    delimiter = max(";,\t|", key=text[:100_000].count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    read = [(n, tuple(" ".join(clean(cell).split(" ")).strip() for cell in row)) for n, row in enumerate(reader, 1)]
    return (Sheet(file.name, "", [row for row in read if any(row[1])], (), encoding, delimiter),)
