"""Workbooks."""

from collections.abc import Callable

from guide.i18n import N_
from guide.intake.files import ForeignError, Incoming
from guide.intake.sheet import Sheet
from guide.intake.tidied import tidy


def sheets_of_workbook(file: Incoming, tick: Callable[[int, int], None]) -> tuple[Sheet, ...]:
    """The visible sheets."""
    import io

    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    sheets = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.data))
        for meta in book.sheets_metadata:
            if meta.visible is SheetVisibleEnum.Visible:
                rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
                texts = [(n, tuple(tidy(str(cell)) for cell in row)) for n, row in enumerate(rows, 1)]
                sheets.append(Sheet(file.name, meta.name, [row for row in texts if any(row[1])]))
    except Exception as error:
        raise ForeignError(N_("{file} cannot be read as a workbook."), file=file.name) from error
    return tuple(sheets)
