"""Which country a cell means: names and codes in four languages, names turned about, slips; and what is none."""

import csv
import json
import os
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.countries import country_codes, country_name
from guide.intake.countries_meant import country_meant, country_of, region_of

NAMES = {
    "BY": ("Беларусь", "Белоруссия", "Республика Беларусь", "Респ. Беларусь", "РБ", "Рэспубліка Беларусь", "Belarus",
           "Republic of Belarus", "Weißrussland", "Republik Belarus", "BY", "BLR", "BELARUS"),
    "RU": ("Россия", "РФ", "Российская Федерация", "российская федерация", "Расія", "Russland", "Russische Föderation",
           "Russian Federation", "RUS"),
    "CN": ("КНР", "Китай", "China", "P.R. China", "PR China", "P. R. of China", "VR China",
           "China, People's Republic of",
           "People’s Republic of China", "CHN", "Кітай"),
    "KR": ("Korea, Republic of", "Republic of Korea", "South Korea", "Südkorea", "Korea", "Южная Корея",
           "Республика Корея", "Korea (Republic of)", "ROK"),
    "KP": ("Korea, Dem. People's Rep.", "Democratic People’s Republic of Korea", "КНДР", "Nordkorea", "North Korea"),
    "GB": ("UK", "U.K.", "Great Britain", "United Kingdom", "England", "Scotland", "Великобритания", "Großbritannien"),
    "US": ("USA", "U.S.A.", "U. S. A.", "United States", "United States of America", "США", "ЗША",
           "Vereinigte Staaten"),
    "TR": ("Türkiye", "Turkey", "Turkiye", "Турция", "Турцыя", "Türkei", "Republic of Türkiye", "TUR"),
    "CZ": ("Czechia", "Czech Republic", "Чехия", "Tschechien", "Tschechische Republik", "Чешская Республика"),
    "HK": ("Hong Kong", "Гонконг", "Китай (Гонконг)", "China, Hong Kong", "Hong Kong SAR, China", "Hongkong"),
    "TW": ("Taiwan", "Тайвань", "Taiwan, Province of China", "Taiwan (R.O.C.)", "Chinese Taipei", "Republic of China"),
    "IR": ("Iran", "Iran, Islamic Republic of", "Iran (Islamic Republic of)", "Иран", "Іран"),
    "DE": ("Deutschland", "Germany", "Германия", "Германія", "BRD", "GER", "DEU", "DE", "Bundesrepublik Deutschland"),
    "MD": ("Moldova, Republic of", "Moldova (Republic of)", "Молдова", "Moldawien", "Republik Moldau"),
    "CD": ("Congo, Democratic Republic of the", "ДР Конго", "Demokratische Republik Kongo"),
    "CG": ("Congo", "Republic of the Congo", "Kongo"),
    "CH": ("Schweiz", "Switzerland", "Швейцария", "SUI", "CHE"),
    "AT": ("Österreich", "Oesterreich", "Austria", "Австрия"),
    "AE": ("ОАЭ", "UAE", "United Arab Emirates", "Vereinigte Arabische Emirate"),
    "SA": ("Kingdom of Saudi Arabia", "Saudi Arabien", "Саудовская Аравия"),
    "QA": ("State of Qatar", "Катар", "Katar"),
    "VG": ("Virgin Islands (British)",),
    "TZ": ("Tanzania, United Republic of",),
    "GW": ("Guinea-Bissau",), "GN": ("Guinea",), "DO": ("Dominican Republic",), "DM": ("Dominica",),
    "SS": ("South Sudan",), "SD": ("Sudan",),
}  # fmt: skip


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in NAMES.items() for name in names])
def test_a_country_is_known_by_its_names_and_codes(code: str, name: str) -> None:
    assert country_of(name) == code
    assert country_meant(name) == (code, ())
    assert country_of(f" {name} ") == code


@pytest.mark.parametrize("language", ["ru", "be", "en", "de"])
def test_every_country_is_known_by_its_name_in_every_language(language: str) -> None:
    german = Locale("de").territories
    for code in country_codes():
        name = german.get(code, "") if language == "de" else country_name(code, language)
        assert country_of(name) == code, name
        assert country_of(name.upper()) == code, name


def test_every_country_is_known_by_its_codes() -> None:
    path = Path(__file__).parents[2] / "guide" / "locale" / "countries_more.tsv"
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()[1:]]
    assert {row[0] for row in rows} == country_codes()
    for code, three, figures, *others in rows:
        assert country_of(code) == country_of(three) == code
        assert country_meant(figures).code == country_meant(code.lower()).code == code
        assert all(country_meant(other).code == code for other in others if other), others


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("by", "BY"), ("de", "DE"), ("D", "DE"), ("643", "RU"), ("112", "BY"), ("Беларусь, Минск", "BY"),
        ("DE - Germany", "DE"), ("Germany (DE)", "DE"), ("Россия / Russia", "RU"), ("🇧🇾", "BY"),
    ],
)  # fmt: skip
def test_a_column_of_countries_says_it_in_more_ways(text: str, code: str) -> None:
    assert country_of(text) == ""
    assert country_meant(text) == (code, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [("Росссия", "RU"), ("Белорусь", "BY"), ("Germny", "DE"), ("Nederlande", "NL"), ("Kazahstan", "KZ")],
)
def test_one_slip_is_mended_and_told(text: str, code: str) -> None:
    assert country_of(text) == ""
    meant = country_meant(text)
    assert meant.code == code
    assert [odd.code for odd in meant.odd] == ["I030"]
    assert meant.odd[0].guessed


@pytest.mark.parametrize(
    "text", ["EU", "Европа", "Minsk", "Germany / Austria", "Irann", "А", "8", "Hall 5", "x" * 500, "🇪🇺", "🇽🇽"]
)
def test_what_is_no_country_is_told(text: str) -> None:
    meant = country_meant(text)
    assert meant.code == ""
    assert [odd.code for odd in meant.odd] == ["I006"]


@pytest.mark.parametrize("text", ["", " ", "-", "—"])
def test_an_empty_cell_is_not_odd(text: str) -> None:
    assert country_meant(text) == ("", ())


@pytest.mark.parametrize("text", ["in", "no", "it", "at", "is", "643", "12", "A", "D", "Stand", "und", ""])
def test_a_word_of_any_cell_is_no_country(text: str) -> None:
    assert country_of(text) == ""


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("Татарстан", "", "RU-TA"), ("Республика Татарстан", "RU", "RU-TA"), ("Брестская обл.", "BY", "BY-BR"),
        ("Брестская область", "", "BY-BR"), ("Hesse", "DE", "DE-HE"), ("Gibberish", "", ""), ("", "", ""),
        ("Брестская область", "RU", ""),
    ],
)  # fmt: skip
def test_a_region_is_known_by_its_names(text: str, country: str, code: str) -> None:
    assert region_of(text, country) == code


@given(st.text(max_size=200))
def test_any_text_is_a_country_or_is_none(text: str) -> None:
    meant = country_meant(text)
    assert meant.code in country_codes() | {""}
    assert bool(meant.code) or bool(meant.odd) or not any(map(str.isalnum, text))
    assert country_of(text) in {meant.code, ""}


DATASETS = os.environ.get("GUIDE_DATASETS")


@pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not say where the data sets are")
def test_every_country_of_real_lists_is_known() -> None:
    folder = Path(str(DATASETS))
    with (folder / "hannover-2026" / "Exhibitors.cp1252.csv").open(encoding="cp1252", newline="") as stream:
        names = {row[2] for row in csv.reader(stream, delimiter=";") if len(row) > 8} - {"Country", ""}
    exhibitors = json.loads((folder / "gamescom-2026" / "directory.json").read_text(encoding="utf-8"))["exhibitors"]
    names |= {each["country"] for each in exhibitors if each.get("country")}
    assert len(names) > 70
    assert {name for name in names if not country_of(name)} == set()
