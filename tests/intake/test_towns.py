"""Towns of cells: words for towns, postal codes, regions, countries and streets beside them; that nothing is lost."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.intake.countries_meant import country_of
from guide.intake.towns import town_of

# What stands in the cell -> "town|region|postal code|country|what is left", the last ones left out where empty.
CELLS: tuple[tuple[str, str], ...] = (
    ("Минск", "Минск"),
    ("г. Минск", "Минск"),
    ("г.Минск", "Минск"),
    ("г Минск", "Минск"),
    ("гор. Брест", "Брест"),
    ("город Гомель", "Гомель"),
    ("горад Гомель", "Гомель"),
    ("Г. МИНСК", "МИНСК"),
    ("аг. Ждановичи", "Ждановичи"),
    ("п. Привольный", "Привольный"),
    ("пгт Октябрьский", "Октябрьский"),
    ("г.п. Руденск", "Руденск"),
    ("д. Боровая", "Боровая"),
    ("с. Ивановка", "Ивановка"),
    ("Гродно", "Гродно"),
    ("Нижний Новгород", "Нижний Новгород"),
    ("Ростов-на-Дону", "Ростов-на-Дону"),
    ("Minsk, Belarus", "Minsk|||BY"),
    ("Belarus, Minsk", "Minsk|||BY"),
    ("Минск (Беларусь)", "Минск|||BY"),
    ("Беларусь, г. Минск", "Минск|||BY"),
    ("London, UK", "London|||GB"),
    ("220004, г. Минск, ул. Победителей, 7", "Минск||220004||ул. Победителей, 7"),
    ("220004 Минск", "Минск||220004"),
    ("Республика Беларусь, Брестская обл., г. Кобрин, ул. Советская, 1", "Кобрин|BY-BR||BY|ул. Советская, 1"),
    ("223053, Минская обл., Минский р-н, д. Боровая, 7-1", "Боровая|BY-MI|223053|BY|Минский р-н, 7-1"),
    ("вул. Леніна, 1, г. Полацк, Віцебская вобл., 211400", "Полацк|BY-VI|211400|BY|вул. Леніна, 1"),
    ("Россия, 115054, Москва, ул. Дубининская, д. 5, стр. 1", "Москва||115054|RU|ул. Дубининская, д. 5, стр. 1"),
    ("г. Санкт-Петербург, Невский пр., 10", "Санкт-Петербург||||Невский пр., 10"),
    ("г. Казань, Республика Татарстан", "Казань|RU-TA||RU"),
    ("Лида, Гродненская обл.", "Лида|BY-HR||BY"),
    ("Минский район, аг. Ждановичи", "Ждановичи||||Минский район"),
    ("ул. Ленина, 5", "||||ул. Ленина, 5"),
    ("D-10115 Berlin", "Berlin||10115|DE"),
    ("10115 Berlin", "Berlin||10115"),
    ("CH-8001 Zürich", "Zürich||8001|CH"),
    ("1010 Wien, Austria", "Wien||1010|AT"),
    ("Hauptstraße 5, 30521 Hannover, Germany", "Hannover||30521|DE|Hauptstraße 5"),
    ("Frankfurt am Main", "Frankfurt am Main"),
    ("Lebring", "Lebring"),
    ("St. Gallen", "St. Gallen"),
    ("31-564 Krakow", "Krakow||31-564"),
    ("Prague 4, 140 00", "Prague 4||140 00"),
    ("Prague 4", "Prague 4"),
    ("Thane 401305", "Thane||401305"),
    ("Bangalore - 560058", "Bangalore||560058"),
    ("Pune 411 026", "Pune||411 026"),
    ("Tokyo 104-0028", "Tokyo||104-0028"),
    ("Tokyo 1350091", "Tokyo||1350091"),
    ("Chicago, IL 60661", "Chicago|IL|60661"),
    ("New York, NY 10001, USA", "New York|NY|10001|US"),
    ("Toronto M1L 2H6", "Toronto||M1L 2H6"),
    ("London EC2A 2FA", "London||EC2A 2FA"),
    ("Dublin D12 TNY6", "Dublin||D12 TNY6"),
    ("Amsterdam 1012 AB", "Amsterdam||1012 AB"),
    ("Sao Paulo SP", "Sao Paulo SP"),
    ("Singapore 068805", "Singapore||068805"),
    ("Singapore", "Singapore"),
    ("Беларусь", "|||BY"),
    ("Татарстан", "|RU-TA||RU"),
    ("Брест", "Брест"),
    ("220000", "||||220000"),
    ("-", ""),
    ("", ""),
)


def shown(*cell: str) -> str:
    """What a cell comes to, as the table writes it."""
    return "|".join(town_of(*cell)[:5]).rstrip("|")


@pytest.mark.parametrize(("text", "town"), CELLS, ids=[row[0] or "(empty)" for row in CELLS])
def test_a_cell_names_a_town(text: str, town: str) -> None:
    assert shown(text) == town
    assert town_of(text).odd == ()


@pytest.mark.parametrize(
    ("text", "country", "town"),
    [
        ("Sao Paulo SP", "BR", "Sao Paulo|SP"),
        ("Praia da Costa, Vila Velha ES", "BR", "Vila Velha|ES|||Praia da Costa"),
        ("Oakville, ON L6L 2Y2", "CA", "Oakville|ON|L6L 2Y2"),
        ("Minsk, Belarus", "BY", "Minsk|||BY"),
        ("Mexico", "MX", "Mexico"),
        ("Brandenburg", "DE", "Brandenburg"),
        ("Брест", "BY", "Брест"),
    ],
)
def test_the_country_of_the_row_tells_more(text: str, country: str, town: str) -> None:
    assert shown(text, country) == town


def test_another_country_than_that_of_the_row_is_told() -> None:
    town = town_of("Minsk, Belarus", "RU")
    assert (town.city, town.country) == ("Minsk", "")
    assert [odd.code for odd in town.odd] == ["I039"]


anything = st.text(
    st.sampled_from('Минскг. ,12345-AZaz()\n"ул') | st.characters(exclude_categories=["Cs"]), max_size=60
)
pieces = st.lists(
    st.sampled_from(["г. Минск", "Минск", "220004", "Belarus", "Брестская обл.", "ул. Советская", "1", "Berlin", "NY",
                     "D-10115", "IL 60661", "(Беларусь)", "Татарстан", "д. 5", "Hauptstraße 5"]),
    max_size=6,
).map(", ".join)  # fmt: skip


@given(anything | pieces)
def test_no_word_of_a_town_is_made_up(text: str) -> None:
    town = town_of(text)
    said = Counter(filter(str.isalnum, text))
    assert not Counter(filter(str.isalnum, f"{town.city}{town.zip}{town.left}")) - said
    assert town_of(f" {text} ") == town
    if any(map(str.isalnum, text)) and text.strip().casefold() not in {"none", "n/a", "н/д", "нет"}:
        assert any(town[:5]), "what is not understood is left"


@pytest.mark.parametrize("piece", [" ", ",", "г. ", "1", "12345 ", "A", "(", "A1 ", "-", "г.", "SP "])
def test_a_huge_cell_is_read_in_linear_time(piece: str) -> None:
    town_of(piece * 50_000)
    town_of(piece * (400 // len(piece)), "BR")


DATASETS = os.environ.get("GUIDE_DATASETS")


@pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not say where the data sets are")
def test_the_towns_of_a_real_list() -> None:
    path = Path(str(DATASETS)) / "hannover-2026" / "Exhibitors.cp1252.csv"
    with path.open(encoding="cp1252", newline="") as stream:
        rows = [row for row in csv.reader(stream, delimiter=";") if len(row) > 8][1:]
    towns = [(row[4], town_of(row[4], country_of(row[2]))) for row in rows]
    assert {text for text, town in towns if text and not town.city} == set()
    assert {text for text, town in towns if town.odd} == set()
    assert not [town for _, town in towns if any(map(str.isdigit, town.city)) and not town.city[-1].isdigit()]
    assert sum(bool(town.zip) for _, town in towns) > 150
