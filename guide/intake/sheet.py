"""Lists as sheets of cells: one for a text file, one for each visible worksheet of a workbook."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from guide.intake.files import Incoming
from guide.intake.oddities import Oddity


class Sheet(NamedTuple):
    """One sheet: its cells as texts, row by row.

    ``rows`` are pairs of the row's number, from 1 as Excel shows it, and its cells; rows without a word are left out,
    and what follows a row's last word is cut off, so rows differ in length. Cells are cleaned and trimmed, and may
    have several lines; numbers stand in their shortest form, dates and times in ISO. ``name`` is that of the
    worksheet, "" for a text file; ``encoding`` and ``delimiter`` are "" for a workbook. Oddities name columns by their
    letters in Excel. ``indented`` are the numbers of the rows whose first word spaces are before.
    """

    file: str
    name: str = ""
    rows: Sequence[tuple[int, tuple[str, ...]]] = ()
    oddities: tuple[Oddity, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    indented: Collection[int] = ()


def _nothing(done: int, whole: int) -> None:
    return


def head_of(data: bytes) -> bytes:
    """The first bytes of a file without marks, white space and the zeros of letters of two bytes."""
    return data[: 16 * 1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def sheets_of(file: Incoming, tick: Callable[[int, int], None] = _nothing) -> tuple[Sheet, ...]:
    """The sheets of a file; ``tick`` is called now and then with how many rows of about how many are read.

    Raises ForeignError where it holds no list that can be read.
    """
    if file.data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"):
        from guide.intake.workbook import sheets_of_workbook

        return sheets_of_workbook(file, tick)
    if head_of(file.data).startswith(b"<"):  # a page or an XML document, which may hold tables
        from guide.intake.saved_tables import sheets_of_page

        return sheets_of_page(file, tick)
    from guide.intake.plain_list import sheet_of

    return (sheet_of(file, tick),)
