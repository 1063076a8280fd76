"""How to reach someone: numbers, sites, e-mail addresses and pages out of cells; the catalogue takes all of them."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.check import check
from guide.intake.cell import Found
from guide.intake.contacts import emails, phones, sites, socials

# What stands in the cell -> the values joined by " + ", what is left, what is odd.
PHONES: tuple[tuple[str, str, str, str], ...] = (
    ("+375 17 200-00-00", "+375 17 200-00-00", "", ""),
    ("+375 (17) 200-00-00, 200-00-01", "+375 (17) 200-00-00 + 200-00-01", "", ""),
    ("тел./факс: (8-017) 2000000; моб. +375 29 123-45-67", "(8-017) 2000000 + +375 29 123-45-67", "", ""),
    ("Tel. +49 511 89-0", "+49 511 89-0", "", ""),
    ("0511/89-0", "0511/89-0", "", ""),
    ("+375 17 200-00-00 доб. 12", "+375 17 200-00-00 доб. 12", "", ""),
    ("+375 17 200-00-00, доб. 12", "+375 17 200-00-00 доб. 12", "", ""),
    ("+7(495)123-45-67 (доб. 101)", "+7(495)123-45-67 доб. 101", "", ""),
    ("+1 (312) 555-0100 x12", "+1 (312) 555-0100 ext. 12", "", ""),
    ("(+375 17) 200-00-00", "+375 17 200-00-00", "", ""),
    ("+375172000000", "+375172000000", "", ""),
    ("375172000000.0", "375172000000", "", ""),
    ("+375 17 2000000 +375 29 1234567", "+375 17 2000000 + +375 29 1234567", "", ""),
    ("8 017 200-00-00 8 029 123-45-67", "8 017 200-00-00 + 8 029 123-45-67", "", ""),
    ("+48 12 345 67 89 / +48 12 345 67 90", "+48 12 345 67 89 + +48 12 345 67 90", "", ""),
    ("+375 17 200-00-00\n+375 29 111-11-11", "+375 17 200-00-00 + +375 29 111-11-11", "", ""),
    ("+375 17 200-00-00, +375 17 200-00-00", "+375 17 200-00-00", "", ""),
    ("МТС +375 29 7777777 A1 +375 44 5555555", "+375 29 7777777 + +375 44 5555555", "", ""),
    ("+49 (0) 511 89 0 Fax +49 511 89 1", "+49 (0) 511 89 0", "Fax +49 511 89 1", ""),
    ("т. 8-029-6123456, ф. 8-017-2000000", "8-029-6123456", "ф. 8-017-2000000", ""),
    ("факс: 200-00-00", "", "факс: 200-00-00", "I031"),
    ("Иванов И.И., +375 29 123-45-67", "+375 29 123-45-67", "Иванов И.И.", ""),
    ("тел. 7577", "7577", "", ""),
    ("3.75172E+11", "", "3.75172E+11", "I031"),
    ("29.09.2025", "", "29.09.2025", "I031"),
    ("позвоните нам", "", "позвоните нам", "I031"),
    ("-", "", "", ""),
    ("нет", "", "", ""),
    ("", "", "", ""),
)
EMAILS: tuple[tuple[str, str, str, str], ...] = (
    ("info@example.by", "info@example.by", "", ""),
    ("a@b.by, c@d.by; e@f.by", "a@b.by + c@d.by + e@f.by", "", ""),
    ("a@b.by c@d.by", "a@b.by + c@d.by", "", ""),
    ("a@b.by/c@d.by", "a@b.by + c@d.by", "", ""),
    ("a@b.by\nc@d.by", "a@b.by + c@d.by", "", ""),
    ("a@b.by и c@d.by", "a@b.by + c@d.by", "", ""),
    ("A@b.by, a@b.by", "A@b.by", "", ""),
    ("e-mail: info@example.by", "info@example.by", "", ""),
    ("mailto:info@example.by", "info@example.by", "", ""),
    ("Иванов <ivanov@example.by>", "ivanov@example.by", "Иванов", ""),
    ("a.b+c@sub.example.co.uk.", "a.b+c@sub.example.co.uk", "", ""),
    ("инфо@пример.бел", "инфо@пример.бел", "", ""),
    ("info@ example.by", "info@example.by", "", "I032"),
    ("info(at)example.by", "info@example.by", "", "I032"),
    ("info [at] example [dot] by", "info@example.by", "", "I032"),
    ("info@example,by", "info@example.by", "", "I032"),
    ("info@@example.by", "info@example.by", "", "I032"),
    ("info@example..by", "info@example.by", "", "I032"),
    ("@example", "", "@example", "I033"),
    ("спросить у Анны", "", "спросить у Анны", "I033"),
    ("n/a", "", "", ""),
)
SITES: tuple[tuple[str, str, str, str], ...] = (
    ("https://example.by/", "https://example.by/", "", ""),
    ("http://www.example.com/path?x=1,2", "http://www.example.com/path?x=1,2", "", ""),
    ("www.example.by", "https://www.example.by", "", ""),
    ("example.by", "https://example.by", "", ""),
    ("WWW.EXAMPLE.BY", "https://www.example.by", "", ""),
    ("пример.бел", "https://пример.бел", "", ""),
    ("example.by; http://b.by", "https://example.by + http://b.by", "", ""),
    ("https://a.de / https://b.de", "https://a.de + https://b.de", "", ""),
    ("https://a.de,https://b.de", "https://a.de + https://b.de", "", ""),
    ("(https://example.by).", "https://example.by", "", ""),
    ("сайт: example.by", "https://example.by", "", ""),
    ("http://1.2.3.4:8080/x", "http://1.2.3.4:8080/x", "", ""),
    ("http://http://example.by", "http://example.by", "", ""),
    ("http:/example.by", "http://example.by", "", "I032"),
    ("http//example.by", "http://example.by", "", "I032"),
    ("htpp://example.by", "http://example.by", "", "I032"),
    ("https:// example.by", "https://example.by", "", "I032"),
    ("http://www,example.by", "http://www.example.by", "", "I032"),
    ("info@example.by", "", "info@example.by", "I034"),
    ("т.д. и т.п.", "", "т.д. и т.п.", "I034"),
    ("ул.Ленина", "", "ул.Ленина", "I034"),
    ("St. Gallen", "", "St. Gallen", "I034"),
    ("в разработке", "", "в разработке", "I034"),
    ("—", "", "", ""),
)
SOCIALS: tuple[tuple[str, str, str, str], ...] = (
    ("https://t.me/example", "https://t.me/example", "", ""),
    ("t.me/example, vk.com/example", "https://t.me/example + https://vk.com/example", "", ""),
    ("instagram: @example", "https://www.instagram.com/example", "", ""),
    ("Telegram @example", "https://t.me/example", "", ""),
    ("ВК: example", "https://vk.com/example", "", ""),
    ("@example", "@example", "", "I035"),
    ("мы везде", "", "мы везде", "I034"),
    ("нет", "", "", ""),
)
READERS = {
    "phones": (phones, PHONES),
    "emails": (emails, EMAILS),
    "sites": (sites, SITES),
    "socials": (socials, SOCIALS),
}
ROWS = [(name, *row) for name, (_, rows) in READERS.items() for row in rows]


@pytest.mark.parametrize(("name", "text", "values", "left", "odd"), ROWS, ids=[f"{row[0]} {row[1]!r}" for row in ROWS])
def test_a_cell_says_how_to_reach_someone(name: str, text: str, values: str, left: str, odd: str) -> None:
    found = READERS[name][0](text)
    assert " + ".join(found.values) == values
    assert found.left == left
    assert [each.code for each in found.odd] == ([odd] if odd else [])


def findings(text: str) -> list[str]:
    """The codes of what the catalogue finds wrong with the values of a cell."""
    found: dict[str, Found] = {name: reader(text) for name, (reader, _) in READERS.items()}
    exhibitor = {
        "id": "x",
        "name": "X",
        "phone": list(found["phones"].values),
        "email": list(found["emails"].values),
        "social": [*found["socials"].values, *found["sites"].values],
        "site": (found["sites"].values or ("https://example.org",))[0],
    }
    fair = {"id": "f", "name": "F", "starts": date(2025, 9, 29), "ends": date(2025, 9, 30), "timezone": "UTC"}
    checked = check([{"fair": fair, "exhibitor": [exhibitor]}])
    assert checked.catalogue is not None
    return [finding.code for finding in checked.findings if finding.code.startswith("E") or finding.code == "W107"]


def test_the_catalogue_takes_every_value_of_the_tables() -> None:
    assert {row[1]: found for row in ROWS if (found := findings(row[1]))} == {}


contact = st.lists(
    st.sampled_from(["+375 17 200-00-00", "info@example.by", "https://example.by/a,b", "www.example.by", "(", ")",
                     "@name", "доб. 12", "тел.", "факс", ",", ";", "/", "8 (017)", "200", "ext 5", "и",
                     "t.me/x_y", "<", "info(at)a.by", "\n", "a@", "пример.бел", "vk: name_1", "\u200b", "…", "1.2.3",
                     "http//a.by"]),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(
    contact
    | st.text(st.sampled_from("+1234567890 ()-/@.,:aбwht\n") | st.characters(exclude_categories=["Cs"]), max_size=60)
)
def test_the_catalogue_takes_what_is_found_in_any_cell(text: str) -> None:
    assert findings(text) == []
    for reader, _ in READERS.values():
        found = reader(text)
        assert found == reader(text)
        assert len(set(found.values)) == len(found.values)
        if any(map(str.isalnum, text)) and text.strip().casefold() not in {"x", "no", "n/a"}:
            assert found.values or found.left or not found.odd


@pytest.mark.parametrize(
    "piece", [" ", "1", "1 ", "+", "a", "a@", "@", "a.", "www.", "http:", "/", "(", "тел. ", "доб. 1", "a-"]
)
def test_a_huge_cell_is_read_in_linear_time(piece: str) -> None:
    for reader, _ in READERS.values():
        reader(piece * 30_000)


DATASETS = os.environ.get("GUIDE_DATASETS")


@pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not say where the data sets are")
def test_the_sites_of_a_real_list() -> None:
    path = Path(str(DATASETS)) / "hannover-2026" / "Exhibitors.cp1252.csv"
    with path.open(encoding="cp1252", newline="") as stream:
        cells = [row[column] for row in csv.reader(stream, delimiter=";") if len(row) > 9 for column in (7, 9)][2:]
    mended = [cell for cell in cells if cell and sites(cell).values != (cell,)]
    assert len(cells) == 2 * 2739
    assert len(mended) == 2
    assert all([odd.code for odd in sites(cell).odd] == ["I032"] for cell in mended)
