"""Workbooks: what their cells say, merged and hidden ones, and every way in which a strange one is refused."""

import contextlib
import random
import sys
import zipfile
from base64 import b64decode
from functools import cache
from io import BytesIO
from zlib import decompress

import pytest

from guide.intake import packed, workbook_process
from guide.intake.files import ForeignError, Incoming
from guide.intake.sheet import sheets_of
from tests.intake.made import archive, cells, number, odd, refused, sheet, sheets, text, workbook, worksheet

HEADING = {"A1": text("Имя"), "B1": text("Стенд"), "C1": text("Телефон")}


def test_rows_have_the_numbers_that_excel_shows() -> None:
    rows = {"B3": text("Имя"), "C3": text("Стенд"), "B5": text("Лес"), "C5": text("A1"), "C9": text("A2")}
    read = sheet(workbook({"Список": worksheet(rows)}))
    assert (read.file, read.name, read.encoding, read.delimiter) == ("list.csv", "Список", "", "")
    assert read.rows == [(3, ("", "Имя", "Стенд")), (5, ("", "Лес", "A1")), (9, ("", "", "A2"))]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (number(12.0), "12"),
        (number(3.75291234567e11), "375291234567"),
        (number(0.1 + 0.2), "0.3"),
        (number(-1.5), "-1.5"),
        (number(46132.0, 1), "2026-04-20"),
        (number(46132.4375, 1), "2026-04-20T10:30"),
        (number(46132.0 + 38041 / 86400, 1), "2026-04-20T10:34:01"),
        (number(0.43749999999, 2), "10:30"),
        (' t="b"><v>1</v>', "TRUE"),
        (text("  Лес \u00a0 и\n\n сад\t"), "Лес и\nсад"),
        (text("\u202a+375 29\u202c"), "+375 29"),
    ],
)
def test_values_stand_in_their_shortest_form(inside: str, said: str) -> None:
    assert cells(workbook({"1": worksheet({"A1": text("x"), "A2": inside})}))[1] == (said,)


def test_what_a_merged_cell_says_stands_in_each_of_its_cells() -> None:
    rows = {
        "A1": text("Участники"), "A2": text("Зал"), "B2": text("Участник"), "B3": text("Имя"),
        "C3": text("Страна"), "A4": text("Зал 1"), "B4": text("Лес"), "B5": text("Сад"), "C5": text("BY"),
    }  # fmt: skip
    merged = ["A1:C1", "A2:A3", "B2:C2", "A4:A9", "C4:XFD4"]
    assert cells(workbook({"1": worksheet(rows, merged)})) == [
        ("Участники",), ("Зал", "Участник", "Участник"), ("Зал", "Имя", "Страна"), ("Зал 1", "Лес"),
        ("Зал 1", "Сад", "BY"),
    ]  # fmt: skip


def test_merged_cells_without_end_cost_nothing() -> None:
    rows = {f"A{row}": text("x") for row in range(1, 200)}
    merged = [f"B{row}:XFD1048576" for row in range(1, 150)]
    assert len(cells(workbook({"1": worksheet(rows, merged)}))) == 199


def test_hidden_sheets_are_left_out_and_told_and_empty_ones_are_left_out() -> None:
    one = worksheet(HEADING)
    read = sheets(workbook({"Один": one, "Старый": one, "Пусто": worksheet({}), "Два": one}, hidden=["Старый"]))
    assert [each.name for each in read] == ["Один", "Два"]
    assert [(each.code, each.values) for each in read[0].oddities] == [("I095", {"sheet": "Старый"})]


def test_errors_of_formulas_are_empty_and_told_by_their_cells() -> None:
    broken = worksheet({**HEADING, "A2": text("Лес"), "B2": ' t="e"><f>NA()</f><v>#N/A</v>', "C2": text("1")})
    data = workbook({"Первый": worksheet(HEADING), "A & B": broken})
    assert sheets(data)[1].rows[1] == (2, ("Лес", "", "1"))
    assert odd(data) == [("I097", 2, "B")]


def test_letters_coded_twice_are_mended_in_workbooks_too() -> None:
    read = sheet(workbook({"1": worksheet({"A1": text("Name"), "B2": text("РЎС‚РµРЅРґ")})}))
    assert read.rows[1] == (2, ("", "Стенд"))
    assert [(each.code, each.row, each.column) for each in read.oddities] == [("I094", 2, "B")]


def test_dimensions_that_lie_cost_nothing() -> None:
    assert cells(workbook({"1": worksheet({"A1": text("x"), "B2": text("y")})})) == [("x",), ("", "y")]


def test_cells_that_lie_too_far_are_named() -> None:
    far = workbook({"1": worksheet({"A1": text("x"), "XFD1048576": text("y")})})
    assert refused(far) == "list.xlsx reaches too far: a cell that is not empty stands at XFD1048576."
    assert sheet(workbook({"1": worksheet({"A1": text("x"), "A1048576": text("y")})})).rows[1] == (1_048_576, ("y",))


ZEROS = "<!--" + " " * 36_000_000 + "-->"
GROWS = "list.xlsx grows far beyond its size when it is unpacked, as no list does."
DAMAGED = "list.xlsx is damaged: it cannot be read as a workbook."


@cache
def bomb() -> bytes:
    return workbook({"1": ZEROS + worksheet(HEADING)})


def test_a_bomb_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(workbook_process, "__file__")
    data = bomb()
    assert len(data) < 100_000
    assert refused(data) == GROWS


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bomb()
    with zipfile.ZipFile(BytesIO(data)) as opened:
        true = opened.getinfo("xl/worksheets/sheet1.xml").file_size
    assert refused(data.replace(true.to_bytes(4, "little"), (1000).to_bytes(4, "little"))) == GROWS


def test_parts_that_are_too_many_or_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = workbook({"1": worksheet(HEADING)}, more={f"{at}.xml": "" for at in range(packed.PARTS)})
    assert refused(many) == GROWS
    monkeypatch.setattr(packed, "GROWN", 50_000)
    noise = "".join(random.Random(1).choices("abcdefghij", k=60_000))
    assert refused(workbook({"1": worksheet(HEADING)}, more={"x.xml": noise})) == GROWS


def test_pictures_in_a_workbook_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "GROWN", 50_000)
    assert sheet(workbook({"1": worksheet(HEADING)}, more={"xl/media/1.png": b"\0" * 100_000})).rows


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("seed", range(10))
def test_a_workbook_with_wrong_bytes_gives_sheets_or_a_sentence(form: str, seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(workbook({"1": worksheet(HEADING)}) if form == "xlsx" else ods("<table:table-row/>"))
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(data))
        data[at : at + dice.choice([1, 1, 4, 40])] = dice.choice([b"", b"\xff\xff\xff\xff", dice.randbytes(2)])
    with contextlib.suppress(ForeignError):
        assert sheets(bytes(data))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_workbook_that_is_cut_is_damaged(share: float) -> None:
    whole = workbook({"1": worksheet(HEADING)})
    assert refused(whole[: max(10, int(len(whole) * share))]) == DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + random.Random(1).randbytes(5000),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(2).randbytes(5000),
        workbook({"1": worksheet(HEADING)[:-40]}),
        workbook({"1": "no XML"}),
        workbook({"1": worksheet({"A1": ' t="s"><v>7</v>'})}),
        workbook({"1": f'<!DOCTYPE x [<!ENTITY a "aaaa">]>{worksheet({"A1": text("x")})}'.replace("x<", "&a;<")}),
        archive({"xl/workbook.xml": "<workbook/>"}, zipfile.ZIP_LZMA),
    ],
    ids=["a ZIP's first bytes", "an OLE's first bytes", "XML cut", "no XML", "a string that is not there", "entities",
         "packed unusually"],
)  # fmt: skip
def test_what_cannot_be_read_is_damaged(data: bytes) -> None:
    assert refused(data) == DAMAGED


def test_a_table_of_strings_that_lies_about_its_length_ends_the_reader_alone() -> None:
    lying = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="99999999999"><si><t>x'
    data = workbook({"1": worksheet(HEADING)}, more={"xl/sharedStrings.xml": f"{lying}</t></si></sst>"})
    assert refused(data) == "list.xlsx takes more memory or time than a list may, and was not read."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive({"word/document.xml": ""}), "list.xlsx is no workbook, but a text document."),
        (archive({"ppt/presentation.xml": ""}), "list.xlsx is no workbook, but a presentation."),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
         "list.xlsx is no workbook, but a text document."),
        (archive({"list.csv": "a;b"}), "list.xlsx is an archive without a workbook in it."),
        (archive({}), "list.xlsx is an archive without a workbook in it."),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"),
         "list.xlsx is no workbook, but a text document."),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
         "list.xlsx is protected by a password."),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_said_to_be_what_it_is(data: bytes, said: str) -> None:
    assert refused(data) == said


def test_an_archive_with_a_password_is_told() -> None:
    data = bytearray(archive({"xl/workbook.xml": "x"}, zipfile.ZIP_STORED))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == "list.xlsx is protected by a password."


def ods(rows: str) -> bytes:
    names = "".join(f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
                    for short, long in {"office": "office", "table": "table", "text": "text"}.items())  # fmt: skip
    content = f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="Список">'
    return archive({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": f"{content}{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
    })  # fmt: skip


def test_a_spreadsheet_of_libreoffice() -> None:
    said = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    read = sheet(ods(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f'<table:table-row>{said.format("Имя")}<table:table-cell table:number-columns-repeated="2"/></table:table-row>'
        '<table:table-row><table:table-cell office:value-type="date" office:date-value="2026-04-20"/>'
        f'{said.format("A1</text:p><text:p>A2")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    ))  # fmt: skip
    assert (read.name, read.rows) == ("Список", [(3, ("Имя",)), (4, ("2026-04-20", "A1\nA2"))])


def test_merged_cells_of_libreoffice() -> None:
    said = '<table:table-cell office:value-type="string" {}><text:p>{}</text:p></table:table-cell>'
    covered = "<table:covered-table-cell/>"
    row = "<table:table-row>{}</table:table-row>".format
    data = ods(
        row(said.format('table:number-columns-spanned="3"', "Участники") + covered * 2)
        + '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        + row(said.format('table:number-rows-spanned="2"', "Зал 1") + said.format("", "Лес") + said.format("", "A1"))
        + row(covered + said.format("", "Сад") + said.format("", "A2"))
    )
    assert sheet(data).rows == [(1, ("Участники",)), (5, ("Зал 1", "Лес", "A1")), (6, ("Зал 1", "Сад", "A2"))]


def test_cells_of_libreoffice_that_are_repeated_without_end_are_refused() -> None:
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p>'
    with pytest.raises(ForeignError):
        sheets(
            ods(f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-cell></table:table-row>')
        )


@pytest.mark.parametrize("python", ["", "no/such/python", None])
def test_a_guide_that_can_start_no_python_reads_workbooks_itself(monkeypatch, python: str | None) -> None:
    monkeypatch.setattr(sys, "executable", python)
    assert sheet(workbook({"1": worksheet(HEADING)})).rows
    monkeypatch.setattr(sys, "executable", __file__)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sheet(workbook({"1": worksheet(HEADING)})).rows


def test_ticks_come_to_an_end() -> None:
    ticks: list[tuple[int, int]] = []
    rows = {f"A{row}": text("x") for row in range(1, 2502)}
    sheets_of(Incoming("x.xlsx", workbook({"1": worksheet(rows)})), lambda done, whole: ticks.append((done, whole)))
    assert ticks == [(1000, 2501), (2000, 2501), (2501, 2501)]


def test_the_reader_knows_no_part_of_the_guide() -> None:
    source = workbook_process.__file__ or ""
    with open(source, encoding="utf-8") as stream:  # noqa: PTH123
        assert "guide" not in stream.read().split('"""', 2)[2]


def test_an_old_workbook() -> None:
    read = sheet(decompress(b64decode(OLD)), "list.xls")
    assert read.rows == [(1, ("Участники",)), (2, ("Имя", "Тел")), (3, ("Лес", "375291234567")), (4, ("Лес", "A1"))]


OLD = (
    "eNrtWE1oE1EQ/t7uS5OWNk1qKraFUiJWrT1YRChqGzdgc7JWQRQRNLU5SEsqwYterNYeBcGT4qXQi5eqF39QSr15ECp6UIRConjyJCh4aLPOTHY1"
    "jT00oEXlfeHNm503s2923rzJvn25EM1P328toAL9sFF0a1FTJlPUav2LCGjcdZn1+xA11+CfQm2IFrImgCcNL4K8hrzeBVi4p58RBd5TO4lzGBzP"
    "ZjrWEUnxIa3Yhz6iCrdJEkaLeNUk9IzQDULviuZToftFck1oH+nm1QksJAa7er0sPm7FZSwMvu9DsXknkh404zln8aXrqqQbgJM7mx77OwfadT1m"
    "QOuWymQzufRYHjFawBl8dTuAL/5One8w8vWVK5D820p5cBX5DUsDE3BPS4JPUXFdtEsL7CxR5gaIDUjNVZt1Su/Ujk7qPt2r91CzoTbpffoQM3G9"
    "W+9lpo0YR1MmOz11bCibO7JiczdI0tcTHUGj8FFJ/QiV76U7n18dHB5KnBLJhBT0Utnfwp7CxWW2IOOwjGih7HKXWOwQekXu2iZ8q9AYPQb1nUPN"
    "HjMwKTpXZbST5tkleJ3YWsZvI37q0+FH7VMfEtuJn00VLsZm3ySmEaeQjJA9/ybRrbrVrZuMxwm/V16JWBTa8ku5CFkRz3fX+29rxDLqhI0KnZMr"
    "jg7Hh/U5DlaFvhJ9pqUrP5qsb62ib4k+R8y2wl70Me/kBt4eTbKNXWEzR89tez6xvS0WHPeP8oSWjPqw0G814QFPQkXwJ+pgYGBgYGBgYGBg8OPl"
    "3vJe4rV33uBjQtD7rrNMrWg+k/y3OIJx+p2ng+kBZKnP4UJV+bMRAeXfS63Rxv9eyDhGs+cwimHxY7Tq/KVDkCp/njUbRn7fFqp2/mI1fv7h+b8D"
    "nx3IhQ=="
)
