"""Text lists: what parts the cells, quotes in order and out of it, rows and their numbers, what is no text at all."""

import contextlib
import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake import delimited
from guide.intake.files import ForeignError, Incoming, incoming
from guide.intake.sheet import sheets_of
from tests.intake.made import cells, odd, refused, sheet

DELIMITERS = {
    ";": "Имя;Стенд, зал;Город\nА, Б и В;1,5;Минск\nГ;2,5;Брест\n",
    ",": 'Name,Stand,City\n"Foo; Bar, Ltd.",A1,"Bonn, Köln"\nBaz,A2,Brest\n',
    "\t": "Name\tText\nA\tone, two, three; four\nB\tfive, six\n",
    "|": "Имя|Стенд|Города\nA|1|x;y\nB|2|z;t\n",
    "": "Exhibitors\nFoo GmbH\nBar, Inc.\nBaz\nQux AG\n",
}


@pytest.mark.parametrize("sign", DELIMITERS)
def test_the_delimiter_is_told_by_how_evenly_it_stands(sign: str) -> None:
    read = sheet(DELIMITERS[sign])
    assert read.delimiter == sign
    assert read.oddities == ()
    assert len({len(row) for _, row in read.rows}) == 1


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Name;Coord\nA;1,2\nB;3,4\nC;5,6\n", ";"),
        ("Name;Preis\nA;1,20\nB;3,40\n", ";"),
        ("Лес, сад и дом, 2026\n\nИмя;Стенд\nA;1\nB;2\n", ";"),
        ("Name,Stand\nA,1\nB,2\n", ","),
        ('"Name","Stand"\n"A, B; C","1"\n', ","),
        ("Name\tStand\n", "\t"),
        ("a;b;c;d\n1;;;\n2;x;;\n3\n4;x\n", ";"),
    ],
)
def test_the_delimiter_of_lists_that_mislead(text: str, sign: str) -> None:
    assert sheet(text).delimiter == sign


def test_a_first_line_may_name_the_delimiter_and_is_no_row() -> None:
    assert sheet("sep=|\nИмя;x|Стенд;y\nA|1\n").rows == [(1, ("Имя;x", "Стенд;y")), (2, ("A", "1"))]
    assert sheet('"sep=\t"\r\nИмя\tСтенд\r\n').rows == [(1, ("Имя", "Стенд"))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_rows_are_counted_as_excel_counts_them(end: str) -> None:
    lines = ["Выставка", "", "Имя;Стенд;", "A;1;", ";;", '"B" ; 2', "C;3", ""]
    assert sheet(end.join(lines)).rows == [
        (1, ("Выставка",)), (3, ("Имя", "Стенд")), (4, ("A", "1")), (6, ("B", "2")), (7, ("C", "3")),
    ]  # fmt: skip


def test_lines_within_cells_are_kept_and_count_as_one_row() -> None:
    text = 'Имя;Стенд\r\n"Лес\r\n  и сад";"A1\n\nA2"\r\nДом;A3\r\n'
    assert sheet(text).rows == [(1, ("Имя", "Стенд")), (2, ("Лес\nи сад", "A1\nA2")), (3, ("Дом", "A3"))]


QUOTES = {
    "doubled": ('"ООО ""Лес""";A1', ('ООО "Лес"', "A1")),
    "not doubled": ('"ООО "Лес"";A1', ('ООО "Лес"', "A1")),
    "not doubled, within": ('"ОАО "Лес" и К";A1', ('ОАО "Лес" и К', "A1")),
    "within a cell without quotes": ('ЗАО "Лес";A1', ('ЗАО "Лес"', "A1")),
    "inches": ('Трубы 5";A1', ('Трубы 5"', "A1")),
    "space before the delimiter": ('"Лес; сад" ;A1', ("Лес; сад", "A1")),
    "space after the delimiter": ('Лес; "A1; A2"', ("Лес", "A1; A2")),
    "empty": ('"";A1', ("", "A1")),
    "a formula that keeps zeros": ('="007";A1', ("007", "A1")),
    "an apostrophe that keeps a sign": ("'+375;A1", ("+375", "A1")),
}


@pytest.mark.parametrize("name", QUOTES)
def test_quotes(name: str) -> None:
    line, expected = QUOTES[name]
    assert cells(f"Имя;Стенд\nДом;A2\n{line}\nСад;A3\n") == [("Имя", "Стенд"), ("Дом", "A2"), expected, ("Сад", "A3")]


@pytest.mark.parametrize(
    "later", ["Сад;Брест;A2", 'Трубы 5";Брест;A2', 'Сад;"Брест";A2', 'Сад;Брест;"A2"', 'Сад;"Брест;A2']
)
def test_a_quote_that_is_never_closed_costs_no_other_row(later: str) -> None:
    text = f'Имя;Город;Стенд\n"Лес;Минск;A1\n{later}\n' + "Дом;Гомель;A3\n" * 3
    rows = cells(text)
    assert len(rows) == 6
    assert rows[1] == ('"Лес', "Минск", "A1")
    assert rows[2][0][:3] in ("Сад", "Тру")
    assert rows[3:] == [("Дом", "Гомель", "A3")] * 3
    assert odd(text)[0] == ("I091", 2, "")


def test_lines_within_cells_are_kept_where_other_quotes_do_not_match() -> None:
    text = 'Имя;Город;Стенд\n"Лес\nи сад";Минск;"A1\nA2"\n"Дом"и;"Гомель;A3\n'
    assert cells(text)[1] == ("Лес\nи сад", "Минск", "A1\nA2")
    assert cells(text)[2] == ('"Дом"и', '"Гомель', "A3")


def test_apostrophes_quote_where_they_are_what_is_used() -> None:
    assert cells("'Имя','Стенд, зал'\n'A','1'\n'O''Neil','2'\n") == [("Имя", "Стенд, зал"), ("A", "1"), ("O'Neil", "2")]


def test_rows_that_are_longer_or_shorter_are_told() -> None:
    text = "a,b,c\n" + "1,2,3\n" * 20 + "1,2\n1,2,3,4\n1,2,3,,\n12,5,6,Минск\n"
    assert odd(text) == [("I092", 23, ""), ("I092", 25, ""), ("I093", 22, "")]
    assert sheet(text).oddities[0].values == {"count": 4, "usual": 3}


def test_a_list_that_leaves_empty_cells_out_is_not_scolded_for_each_row() -> None:
    assert odd("a;b;c;d\n" + "1;2\n1\n1;2;3;4\n1;2;3;4\n1;2;3;4\n" * 5) == []


def test_spaces_controls_and_the_invisible_are_tidied() -> None:
    text = "Имя;Тел\n  Лес \u00a0 и\tсад\ufeff;\u202a+375\u200b 29\u202c\nA\x0bB;C\u2028D\nx\x1by;\u00ad\n"
    assert cells(text)[1:] == [("Лес и сад", "+375 29"), ("A\nB", "C\nD"), ("x␛y",)]


def test_zero_bytes_are_left_out_and_told() -> None:
    assert cells("Имя;Ст\0енд\nA;1\n")[0] == ("Имя", "Стенд")
    assert odd("Имя;Ст\0енд\nA;1\n") == [("I090", 0, "")]


@pytest.mark.parametrize(
    "data", [b"", b"  \r\n\t \n", b"\xef\xbb\xbf", b"\xff\xfe", b";;;\n;;\n", '"\u00a0"\n'.encode()]
)
def test_what_has_no_word_is_said_to_be_empty(data: bytes) -> None:
    assert refused(data, "list.csv") == "list.csv is empty."


@pytest.mark.parametrize("data", [bytes(range(256)) * 50, b"\0" * 500, b"\x89PNG\r\n\x1a\n" + bytes(range(256))])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert refused(data, "list.csv") == "list.csv is neither a text nor a workbook."


def test_a_list_without_an_end_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "ROWS", 10)
    read = sheet("a;b\n" * 50)
    assert read.rows[-1][0] == 10
    assert [(each.code, each.values) for each in read.oddities] == [("I096", {"count": 10})]


def test_a_line_of_nothing_but_delimiters_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "CELLS", 40_000)
    read = sheet("a;b\n" + "x;" * 100_000 + "\nc;d\n")
    assert [len(row) for _, row in read.rows] == [2, delimited.WIDTH, 2]


def test_ticks_come_to_an_end() -> None:
    ticks: list[tuple[int, int]] = []
    sheets_of(Incoming("x.csv", b"name;stand\n" * 100_000), lambda done, whole: ticks.append((done, whole)))
    assert len(ticks) > 3
    assert ticks == sorted(ticks)
    assert ticks[-1][0] == ticks[-1][1]


WORDS = st.text(st.sampled_from("абвШ «»\"';,|\t\n12xü"), max_size=8)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(2, 6).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=3)),
    st.sampled_from(";,\t|"),
    st.sampled_from(["\r\n", "\n"]),
)
def test_what_the_standard_writer_writes_comes_back(rows: list[list[str]], sign: str, end: str) -> None:
    # A cell with lines that look like rows may be two cells with a quote too many: see the tests above.
    rows = [[cell.replace(sign, "") if "\n" in cell else cell for cell in row] for row in rows]
    heading = [f"column {at}" for at, _ in enumerate(rows[0])]
    csv.writer(written := io.StringIO(), delimiter=sign, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
        [heading, *rows]
    )
    read = sheet(f"sep={sign}\n{written.getvalue()}")
    expected = [tuple("\n".join(" ".join(line.split()) for line in cell.split("\n") if line.strip()) for cell in row)
                for row in [heading, *rows]]  # fmt: skip
    there = dict(read.rows)
    for number, row in enumerate(expected, 1):
        found = there.get(number, ())
        assert tuple(found) + ("",) * (len(row) - len(found)) == row


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300) | st.text(st.sampled_from("ab\";,\n\r\t'|="), max_size=200).map(str.encode))
def test_any_bytes_give_rows_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(ForeignError):
        assert sheets_of(Incoming("x.csv", data))[0].rows


@pytest.mark.skipif("GUIDE_DATASETS" not in os.environ, reason="GUIDE_DATASETS names no folder of data sets")
def test_a_real_list_of_an_organiser() -> None:
    path = Path(os.environ["GUIDE_DATASETS"]) / "hannover-2026" / "Exhibitors.cp1252.csv"
    (read,) = sheets_of(incoming(path))
    assert (read.encoding, read.delimiter) == ("cp1252", ";")
    with path.open(encoding="cp1252", newline="") as stream:
        rows = [row for row in csv.reader(stream, delimiter=";") if row]
    assert len(rows) == 2 + 2739
    assert [number for number, _ in read.rows] == list(range(1, len(rows) + 1))
    assert all(
        row[1].strip().split() == cells[1].split() for row, (_, cells) in zip(rows[1:], read.rows[1:], strict=True)
    )
