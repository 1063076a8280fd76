"""Lists of exhibitors as other programs write them, made up for tests, and the sheets that become of them."""

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

import pytest

from guide.intake.files import ForeignError, Incoming
from guide.intake.sheet import Sheet, sheets_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns="{MAIN}" xmlns:r="{RELATIONS}"'
_STATES = ("visible", "hidden")


def sheets(content: str | bytes, name: str = "list.csv") -> tuple[Sheet, ...]:
    """The sheets of a file; a text is written in UTF-8."""
    return sheets_of(Incoming(name, content.encode() if isinstance(content, str) else content))


def sheet(content: str | bytes, name: str = "list.csv") -> Sheet:
    """The only sheet of a file."""
    (only,) = sheets(content, name)
    return only


def cells(content: str | bytes, name: str = "list.csv") -> list[tuple[str, ...]]:
    """The cells of the only sheet of a file."""
    return [row for _, row in sheet(content, name).rows]


def odd(content: str | bytes) -> list[tuple[str, int, str]]:
    """What is odd about a file, each by its code, row and column."""
    return [(each.code, each.row, each.column) for read in sheets(content) for each in read.oddities]


def refused(content: bytes, name: str = "list.xlsx") -> str:
    """Why a file is refused, in a sentence."""
    with pytest.raises(ForeignError) as caught:
        sheets(content, name)
    return str(caught.value)


def archive(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of such parts."""
    with zipfile.ZipFile(written := BytesIO(), "w", packing) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return written.getvalue()


def worksheet(rows: Mapping[str, str], merged: Sequence[str] = ()) -> str:
    """A worksheet: by reference, the inside of each cell as ``text`` and ``number`` make it."""
    by_row: dict[int, list[str]] = {}
    for reference, inside in rows.items():
        row = int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        by_row.setdefault(row, []).append(f'<c r="{reference}"{inside}</c>')
    data = "".join(f'<row r="{row}">{"".join(inside)}</row>' for row, inside in by_row.items())
    merges = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    return (
        f'<worksheet {NAMESPACES}><dimension ref="A1:XFD1048576"/><sheetData>{data}</sheetData>'
        f"<mergeCells>{merges}</mergeCells></worksheet>"
    )


def text(content: str) -> str:
    """A cell with a text."""
    return f' t="inlineStr"><is><t xml:space="preserve">{escape(content)}</t></is>'


def number(content: float, style: int = 0) -> str:
    """A cell with a number: in style 1 it is shown as a day and a time, in style 2 as a time."""
    return f' s="{style}"><v>{content!r}</v>'


def workbook(
    worksheets: Mapping[str, str], hidden: Sequence[str] = (), more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A workbook of Excel with such worksheets by their names."""
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}" state="{_STATES[name in hidden]}"/>'
        for at, name in enumerate(worksheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in enumerate(worksheets, 1)
    )
    relations += f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    relations += f'<Relationship Id="t" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f"<workbook {NAMESPACES}><sheets>{names}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
            "xl/styles.xml": f'<styleSheet {NAMESPACES}><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/>'
            '<xf numFmtId="20"/></cellXfs></styleSheet>',
            **{f"xl/worksheets/sheet{at}.xml": content for at, content in enumerate(worksheets.values(), 1)},
            **(more or {}),
        }
    )
