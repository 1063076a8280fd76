"""Tables of pages and of XML that are called workbooks, and what a strange one costs."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake import grid, saved_tables
from guide.intake.files import ForeignError, Incoming
from guide.intake.sheet import sheets_of
from tests.intake.made import cells, odd, refused, sheet, sheets

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset={charset}"><style>td {{ mso-number-format: "<b>" }}</style>
<script>if (1 < 2) document.write("<table><tr><td>no</table>")</script></head><body>
<table border=1><tr><td colspan=4><b>Список участников</b></td></tr>
<tr><th rowspan=2>№</th><th colspan=2>Участник</th><th rowspan=2>Стенд</th></tr>
<tr><th>Название</th><th>Страна</th></tr>
<!-- <tr><td>no</td></tr> --><tr><td>1<td>ООО &laquo;Лес&raquo;<td>Россия<td rowspan=2>A12<br>A13</tr>
<tr><td>2</td><td>Сад &amp; Ко   и
К</td><td>&nbsp;</td></tr>
</table></body></html>"""
TABLE = [
    ("Список участников",), ("№", "Участник", "Участник", "Стенд"), ("№", "Название", "Страна", "Стенд"),
    ("1", "ООО «Лес»", "Россия", "A12\nA13"), ("2", "Сад & Ко и К", "", "A12\nA13"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1251", "cp1251"), ("utf-8", "utf-8"), ("utf-8", "utf-8-sig"), ("unicode", "utf-16"),
     ("koi8-r", "koi8-r"), ("ibm866", "cp866"), ("no-such", "cp1251"), ("utf-8", "cp1251"), ("windows-1252", "cp1251")],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_that_it_names_unless_it_lies(charset: str, encoding: str) -> None:
    page = PAGE.format(charset=charset)
    if encoding in ("koi8-r", "cp866"):
        page = page.replace("№", "N")
    found = cells(page.encode(encoding), "list.xls")
    assert [tuple(cell.replace("№", "N") for cell in row) for row in found] == [
        tuple(cell.replace("№", "N") for cell in row) for row in TABLE
    ]


def test_rows_of_a_page_are_counted_as_excel_shows_them() -> None:
    assert sheet("<table><tr><td>a<tr></tr><tr><td><td>b</table>").rows == [(1, ("a",)), (3, ("", "b"))]


def test_tables_in_tables_and_tables_of_layout() -> None:
    inner = "<table><tr><td>Имя<td>Стенд<tr><td>Лес<td>A1</table>"
    found = sheets(f"<table><tr><td>Выставка<tr><td>{inner}</table><table><tr><td>x<td>y</table>")
    assert [[row for _, row in each.rows] for each in found] == [[("Имя", "Стенд"), ("Лес", "A1")], [("x", "y")]]


XML = """<?xml version="1.0" encoding="{encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Лист 1"><Table><Row ss:Index="2"><Cell ss:MergeAcross="3"><Data ss:Type="String">Участники</Data>
</Cell></Row><Row><Cell><Data ss:Type="String">Имя</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Стенд</Data>
</Cell></Row><Row><Cell ss:MergeDown="1"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Ле</B>с
</ss:Data></Cell><Cell><Data ss:Type="Number">3.75291234567E11</Data></Cell><Cell>
<Data ss:Type="DateTime">2026-04-20T00:00:00.000</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="DateTime">1899-12-31T10:30:00.000</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="H"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8", "utf-16"])
def test_the_xml_of_excel_2003(encoding: str) -> None:
    read = sheet(XML.format(encoding=encoding).encode(encoding), "list.xls")
    assert read.name == "Лист 1"
    assert read.rows == [
        (2, ("Участники",)), (3, ("Имя", "", "Стенд")), (4, ("Лес", "375291234567", "2026-04-20")),
        (5, ("Лес", "10:30")),
    ]  # fmt: skip


def test_xml_that_declares_entities_is_refused() -> None:
    bomb = XML.format(encoding="utf-8").replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "aaaa">]><Workbook', 1)
    assert "declares entities" in refused(bomb.encode(), "list.xls")
    elsewhere = XML.format(encoding="utf-8").replace("<Workbook", '<!DOCTYPE x SYSTEM "x.dtd"><Workbook', 1)
    assert "elsewhere" in refused(elsewhere.encode(), "list.xls")
    assert "no whole XML" in refused(XML.format(encoding="utf-8")[:900].encode(), "list.xls")


def test_a_page_without_a_table_is_empty() -> None:
    assert refused(b"<html><body><p>Nothing here</p></body></html>", "list.xls") == "list.xls is empty."


@pytest.mark.parametrize(
    "page",
    [
        "<table>" + "<tr><td rowspan=65000 colspan=16384>x" * 3000,
        "<table>" + "<head>" * 30_000,
        "<table>" + '<td a="' * 30_000,
        "<table><td>x" + "<!--" * 100_000,
        "<table>" * 30_000 + "<td>x",
        "<table><td>" + "<" * 100_000,
        "<table><td>" + "&" * 100_000,
        "<table><tr><td>x" + "<script>" * 30_000,
    ],
    ids=["spans", "heads", "quotes", "comments", "tables", "signs", "entities", "scripts"],
)
def test_a_page_made_to_take_long_does_not(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_tables, "CELLS", 100_000)
    with contextlib.suppress(ForeignError):
        assert len(sheets(page)) == 1


def test_a_page_with_too_many_cells_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_tables, "CELLS", 10)
    assert odd("<table>" + "<tr><td>a<td>b" * 20 + "</table>") == [("I096", 5, "")]


PIECES = ["<table>", "</table>", "<tr>", "<td>", "</td>", "<td rowspan=2>", "<td colspan=3>", "x", " ", "<br>", "<",
          "&lt;", "<!--", "-->", "<style>", "</style>", '"', "<a href='>'>"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_gives_rows_or_a_sentence(pieces: list[str]) -> None:
    with contextlib.suppress(ForeignError):
        for read in sheets_of(Incoming("x.xls", ("<table>" + "".join(pieces)).encode())):
            numbers = [number for number, _ in read.rows]
            assert numbers == sorted(set(numbers))
            assert all(row[-1] for _, row in read.rows)


def test_a_page_with_too_many_tags_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_tables, "_TAGS", 40)
    assert odd("<table>" + "<tr><td>a<td>b" * 20 + "</table>") == [("I096", 13, "")]


def test_a_page_with_too_many_rows_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST", 3)
    page = "<table>" + "".join(f"<tr><td>Firm {n}<td>A{n}</tr>" for n in range(9)) + "</table>"
    read = sheet(page.encode(), "list.xls")
    assert [number for number, _ in read.rows] == [1, 2, 3]
    assert "I096" in [each.code for each in read.oddities]
