"""What cells say of places at a fair: the grammar as a table, what is kept whatever stands there, and real lists."""

import csv
import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.intake.booths import Booths, booths_of, code_key, fronts, hall_label, stands_among

# What stands in the cell -> its places, each "hall|code|sub|kind|the hall as written", the last ones left out where
# they are empty and a stand; then the codes of what is odd, and what is left unread.
GRAMMAR: tuple[tuple[str, str, str, str], ...] = (
    # Halls and stands in words.
    ("Hall 17, Stand F60", "17|F60|||Hall 17", "", ""),
    ("Hall 26, Stand E98, (26)", "26|E98|26||Hall 26", "", ""),
    ("Hall 11, Stand A18/1", "11|A18/1|||Hall 11", "", ""),
    ("Hall 11, Stand B25, (B25/2)", "11|B25|B25/2||Hall 11", "", ""),
    ("Hall 17, Stand G41/8, (G41/5)", "17|G41/8|G41/5||Hall 17", "", ""),
    ("Hall 27, Stand J73, (No. 04)", "27|J73|04||Hall 27", "", ""),
    ("Halle 4 Stand B12", "4|B12|||Halle 4", "", ""),
    ("Halle 3.0 | A12", "3.0|A12|||Halle 3.0", "", ""),
    ("Hall 5.1 C 021", "5.1|C 021|||Hall 5.1", "", ""),
    ("Hall B6, B6.123", "B6|B6.123|||Hall B6", "", ""),
    ("HALL 3 BOOTH A-12", "3|A-12|||Hall 3", "", ""),
    ("Hall26 Stand E98", "26|E98|||Hall 26", "", ""),
    ("Hall no. 4, stand no. 12", "4|12|||Hall 4", "", ""),
    ("Hall 4, Level 2, Booth 417", "4.2|417|||Hall 4, Level 2", "", ""),
    ("Павильон 2, зал 1, стенд А15", "2.1|А15|||Павильон 2, зал 1", "", ""),
    ("пав.2 ст. 2-А15", "2|2-А15|||Павильон 2", "", ""),
    ("пав 2 ст 12", "2|12|||Павильон 2", "", ""),
    ("Павильон №1, стенд №А-12", "1|А-12|||Павильон 1", "", ""),
    ("зал №3, ст.В-12, В-14", "3|В-12|||Зал 3 + 3|В-14|||Зал 3", "", ""),
    ("Зала 2, стэнд Б5", "2|Б5|||Зала 2", "", ""),
    ("Павільён 1, стэнд 14", "1|14|||Павільён 1", "", ""),
    ("корпус 3, стенд 3-15", "3|3-15|||Корпус 3", "", ""),
    ("2-й павильон, стенд 15", "2|15|||2-й павильон", "", ""),
    ("II павильон, 5", "II|5|||II павильон", "", ""),
    ("павильон II, стенд 5", "II|5|||Павильон II", "", ""),
    ("North Hall 1234", "North|1234|||North Hall", "", ""),
    ("зал «Минск», стенд 4", "Минск|4|||Зал «Минск»", "", ""),
    ("2 этаж, стенд 15", "2 этаж|15", "", ""),
    ("Сектор Б, стенд 12", "Б|12|||Сектор Б", "", ""),
    ("зал 1, сектор Б, стенд 12", "1|сектор Б, стенд 12|||Зал 1", "", ""),
    ("ряд 2, место 7", "|ряд 2, место 7", "", ""),
    ("Hall 2, Row C, Booth 12", "2|Row C, Booth 12|||Hall 2", "", ""),
    ("Павильон №2 (зал 1), стенд А15", "2.1|А15|||Павильон 2, зал 1", "", ""),
    ("зал1 ст12", "1|12|||Зал 1", "", ""),
    ("3 зал, 12 стенд", "3|12|||3 зал", "", ""),
    ("Стенд №12 (зал 3)", "3|12|||Зал 3", "", ""),
    ("зал Беларусь, 5", "Беларусь|5|||Зал Беларусь", "", ""),
    ("Hall:1 Stand:A12", "1|A12|||Hall 1", "", ""),
    ("Hall 11.0 Stand 11.0-A12", "11.0|11.0-A12|||Hall 11.0", "", ""),
    # Codes without words, and the hall that they begin with: that is a guess.
    ("F60", "|F60", "", ""),
    ("12", "|12", "", ""),
    ("№ 12", "|12", "", ""),
    ("Booth #1234", "|1234", "", ""),
    ("Stand-Nr. 12A", "|12A", "", ""),
    ("Стенд А", "|А", "", ""),
    ("A 12", "|A 12", "", ""),
    ("Б-12", "|Б-12", "", ""),
    ("12 А", "|12 А", "", ""),
    ("СТ-12", "|СТ-12", "", ""),
    ("Стенд 2.1.15", "|2.1.15", "", ""),
    ("7С5.1", "7|7С5.1", "I022", ""),
    ("3C14", "3|3C14", "I022", ""),
    ("4-B12", "4|4-B12", "I022", ""),
    ("стенд 21В40", "21|21В40", "I022", ""),
    ("H3-C14", "3|C14|||H3", "I022", ""),
    ("H3 C14", "3|C14|||H3", "I022", ""),
    ("4/B12", "4|B12", "I022", ""),
    ("26 E98", "26|E98", "I022", ""),
    ("10.2 F010", "10.2|F010", "", ""),
    ("10.2/F010", "10.2|F010", "", ""),
    ("10.2, F010", "10.2|F010", "", ""),
    ("N3-A12", "|N3-A12", "", ""),
    ("12-15", "|12-15", "", ""),
    ("H11/G10", "|H11/G10", "", ""),
    # One stand with several fronts, and what may be several stands.
    ("A061/C060", "|A061/C060", "", ""),
    ("A061 / C060", "|A061/C060", "", ""),
    ("A-061 C-060", "|A-061 C-060", "", ""),
    ("D050g/F051g", "|D050g/F051g", "", ""),
    ("F040gE057g", "|F040gE057g", "", ""),
    ("B011/A010/B013/A012", "|B011/A010/B013/A012", "I021", ""),
    ("D050/D040", "|D050/D040", "I021", ""),
    ("А12-А15", "|А12-А15", "I021", ""),
    ("А12 – А15", "|А12–А15", "I021", ""),
    # Several stands.
    ("А12; А14", "|А12 + |А14", "", ""),
    ("А12\nА14", "|А12 + |А14", "", ""),
    ("А12, А14", "|А12 + |А14", "", ""),
    ("А12 и А14", "|А12 + |А14", "", ""),
    ("А12, А14 и В16", "|А12 + |А14 + |В16", "", ""),
    ("А12 і А14", "|А12 + |А14", "", ""),
    ("A12 and B14", "|A12 + |B14", "", ""),
    ("A12 und B14", "|A12 + |B14", "", ""),
    ("A12 & B14", "|A12 + |B14", "", ""),
    ("A12; также B14", "|A12 + |B14", "", ""),
    ("A12, A12", "|A12", "", ""),
    ("A12 A14", "|A12 + |A14", "", ""),
    ("стенды 12, 14", "|12 + |14", "", ""),
    ("А12, 14", "|А12 + |А14", "I030", ""),
    ("Hall 3 A12; Hall 4 B10", "3|A12|||Hall 3 + 4|B10|||Hall 4", "", ""),
    ("Hall 3: A12; B14", "3|A12|||Hall 3 + 3|B14|||Hall 3", "", ""),
    ("A12, Hall 3", "3|A12|||Hall 3", "", ""),
    ("стенд А15, зал 2", "2|А15|||Зал 2", "", ""),
    ("A12 (Halle 4); B10 (Halle 5)", "4|A12|||Halle 4 + 5|B10|||Halle 5", "", ""),
    ("Стенд № 3-045, павильон № 3", "3|3-045|||Павильон 3", "", ""),
    # Halls alone.
    ("зал 2", "2|||hall|Зал 2", "", ""),
    ("Hall 4", "4|||hall|Hall 4", "", ""),
    ("залы 1 и 2", "1|||hall|Зал 1 + 2|||hall", "", ""),
    ("Hall 1 + Hall 2", "1|||hall|Hall 1 + 2|||hall|Hall 2", "", ""),
    ("Convention Center (CC)", "CC|||hall|Convention Center (CC)", "", ""),
    ("Information Center (IC)", "IC|||hall|Information Center (IC)", "", ""),
    ("Конференц-зал", "Конференц-зал|||hall", "", ""),
    # In the open.
    ("Open-air site (FG)", "FG|||outdoor|Open-air site (FG)", "", ""),
    ("Open-air site (FG), Stand P36", "FG|P36||outdoor|Open-air site (FG)", "", ""),
    ("FG N12", "FG|N12||outdoor", "", ""),
    ("Freigelände", "Freigelände|||outdoor", "", ""),
    ("Freigelände Ost, K12", "Freigelände Ost|K12||outdoor", "", ""),
    ("Außengelände, Stand 5", "Außengelände|5||outdoor", "", ""),
    ("открытая площадка, уч. 5", "Открытая площадка|5||outdoor", "", ""),
    ("на открытой площадке", "Открытой площадке|||outdoor|На открытой площадке", "", ""),
    ("уличная экспозиция, стенд У-5", "Уличная экспозиция|У-5||outdoor", "", ""),
    ("адкрытая пляцоўка, 7", "Адкрытая пляцоўка|7||outdoor", "", ""),
    ("Freifläche/Halle/6/Nord/A055", "Freifläche Halle 6 Nord|A055||outdoor|Freifläche/Halle/6/Nord", "", ""),
    ("Открытая площадка 2, стенд 5", "Открытая площадка 2|5||outdoor", "", ""),
    ("Место № 5 (улица)", "Улица|5||outdoor", "", ""),
    # None, none yet, none but online.
    ("", "", "", ""),
    ("-", "", "", ""),
    ("—", "", "", ""),
    ("н/д", "", "", ""),
    ("нет", "", "", ""),
    ("N/A", "", "", ""),
    ("k. A.", "", "", ""),
    ("Digital Only", "|||digital", "", ""),
    ("online", "|||digital", "", ""),
    ("Онлайн-участие", "|||digital", "", ""),
    ("заочное участие", "|||digital", "", ""),
    ("завочны ўдзел", "|||digital", "", ""),
    ("nur digital", "|||digital", "", ""),
    ("Онлайн; А12", "|||digital + |А12", "", ""),
    ("digital & Hall 3 B12", "|||digital + 3|B12|||Hall 3", "", ""),
    ("Hall TBA", "|||to follow", "", ""),
    ("to follow", "|||to follow", "", ""),
    ("Exhibitor pre-registered - Hall and Booth No. to follow shortly", "|||to follow", "", ""),
    ("Hall 3, stand to follow", "3|||to follow|Hall 3", "", ""),
    ("уточняется", "|||to follow", "", ""),
    ("удакладняецца", "|||to follow", "", ""),
    ("стенд будет назначен позже", "|||to follow", "", ""),
    ("TBA", "|||to follow", "", ""),
    ("Standnummer folgt", "|||to follow", "", ""),
    # Alphabets, and what is left.
    ("А12B", "|A12B", "I004", ""),
    ("A061/С060", "|A061/C060", "I004", ""),
    ("Hall 3, Stand ?12", "3|?12|||Hall 3", "I003", ""),
    ("?-12, A14", "|?-12 + |A14", "I003", ""),
    ("A12?", "|A12", "", ""),
    ("А12, 18 м²", "|А12", "", "18 м²"),
    ("Hall 25, Stand B23, West side, to the left of the stage", "25|B23|||Hall 25", "",
     "West side, to the left of the stage"),
    ("А12 (угловой)", "|А12", "", "угловой"),
    ("что-то непонятное", "", "I020", "что-то непонятное"),
)  # fmt: skip

WITH_COLUMN = (
    ("F010", "Hall 10.2", "10.2|F010|||Hall 10.2", ""),
    ("10.2 F010", "10.2", "10.2|F010", ""),
    ("26 E98", "26", "26|E98", ""),
    ("3C14", "3", "3|3C14", ""),
    ("7С5.1", "Зал 7", "7|7С5.1|||Зал 7", ""),
    ("А15", "Павильон 2, зал 1", "2.1|А15|||Павильон 2, зал 1", ""),
    ("зал 1, стенд 5", "Павильон 2", "2.1|5|||Павильон 2, зал 1", ""),
    ("Hall 5 A12", "Hall 6", "5|A12|||Hall 5", "I023"),
    ("Hall 5 A12", "5", "5|A12|||Hall 5", ""),
    ("A12; A14", "3", "3|A12 + 3|A14", ""),
    ("A12; B10", "3; 4", "3|A12 + 4|B10", ""),
    ("A12, B10", "Hall 3, Hall 4", "3|A12|||Hall 3 + 4|B10|||Hall 4", ""),
    ("А15, А16", "Павильон 2, зал 1", "2.1|А15|||Павильон 2, зал 1 + 2.1|А16|||Павильон 2, зал 1", ""),
    ("", "Hall 7", "7|||hall|Hall 7", ""),
    ("-", "Зал 3", "3|||hall|Зал 3", ""),
    ("", "-", "", ""),
    ("P12", "FG", "FG|P12||outdoor", ""),
    ("уч. 5", "Открытая площадка", "Открытая площадка|5||outdoor", ""),
    ("", "online", "|||digital", ""),
    ("online", "Hall 3", "|||digital", ""),
    ("to follow", "Hall 3", "3|||to follow|Hall 3", ""),
    ("Freifläche/Halle/6/Nord/A055", "F2", "F2|A055||outdoor|Freifläche/Halle/6/Nord", ""),
)


def shown(booths: Booths) -> str:
    """The places as the tables write them."""
    places = (
        "|".join(("", *booth[1:3], "" if booth.kind == "stand" else booth.kind, booth.named)) for booth in booths.places
    )
    return " + ".join((booth.hall + place).rstrip("|") for booth, place in zip(booths.places, places, strict=True))


@pytest.mark.parametrize(("text", "places", "odd", "left"), GRAMMAR, ids=[row[0] or "(empty)" for row in GRAMMAR])
def test_a_cell_names_its_places(text: str, places: str, odd: str, left: str) -> None:
    booths = booths_of(text)
    assert shown(booths) == places
    assert " ".join(each.code for each in booths.odd) == odd
    assert booths.left == left


@pytest.mark.parametrize(("text", "hall", "places", "odd"), WITH_COLUMN)
def test_the_column_of_halls_says_where_a_stand_is(text: str, hall: str, places: str, odd: str) -> None:
    booths = booths_of(text, hall)
    assert shown(booths) == places
    assert " ".join(each.code for each in booths.odd) == odd


def test_codes_are_turned_to_the_alphabet_of_their_column() -> None:
    assert shown(booths_of("7С5.1", alphabet="latin")) == "7|7C5.1"
    assert "I004" in [each.code for each in booths_of("7С5.1", alphabet="latin").odd]
    assert shown(booths_of("Б12", alphabet="latin")) == "|Б12"
    assert shown(booths_of("A12", alphabet="cyrillic")) == "|А12"


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Hall 10.2", "10.2"), ("Зал 10.2", "10.2"), ("10.2", "10.2"), ("Павильон 2, зал 1", "2.1"), ("пав.2", "2"),
        ("Convention Center (CC)", "CC"), ("North Hall", "North"), ("Halle Nord", "Nord"), ("2-й павильон", "2"),
        ("Конференц-зал", "Конференц-зал"), ("зал «Минск»", "Минск"), ("Зал № 3", "3"), ("Hall 4, Level 2", "4.2"),
        ("hall", "hall"), ("H3", "H3"), ("", ""),
    ],
)  # fmt: skip
def test_a_hall_is_known_by_its_label(label: str, bare: str) -> None:
    assert hall_label(label) == bare
    assert hall_label(bare) == bare


@pytest.mark.parametrize(
    "alike",
    [
        ("A061/C060", "A-061 C-060", "A 61/C 60", "C060/A061", "a61 / c60", "А061/С060"),
        ("7С5.1", "7C5.1", "7c5-1", "07С5.1"),
        ("F040gE057g", "F-040g E-057g", "E057G/F040G"),
        ("A18/1", "A-18/1", "a18/01"),
        ("А-12", "A12", "a 012"),
    ],
)
def test_spellings_of_one_code_have_one_key(alike: tuple[str, ...]) -> None:
    assert len(set(map(code_key, alike))) == 1


def test_other_codes_have_other_keys() -> None:
    codes = [
        "A1",
        "A11",
        "A1.1",
        "1A1",
        "A10",
        "B1",
        "Б1",
        "A1/B1",
        "A1a",
        "?1",
        "",
        "ряд 2, место 7",
        "ряд 2, место 8",
    ]
    assert len(set(map(code_key, codes))) == len(codes)


def test_the_hall_before_a_code_does_not_count_within_it() -> None:
    assert code_key("7С5.1", "7") == code_key("C5.1", "7") != code_key("7С5.1")
    assert code_key("10.2F010", "10.2") == code_key("F010", "10.2")
    assert code_key("N3-A12", "n3") == code_key("A12", "N3")
    assert code_key("12", "12") == "12"
    assert code_key("12.5", "12") == "12.5"


def test_a_plan_says_which_stands_a_code_of_many_fronts_is() -> None:
    plan = {code_key(code) for code in ("B-011 A-010", "B-013 A-012", "D-040", "D-050", "A-061 C-060")}
    assert stands_among("B011/A010/B013/A012", plan) == (code_key("B11/A10"), code_key("B13/A12"))
    assert stands_among("D050/D040", plan) == ("d.50", "d.40")
    assert stands_among("A061/C060", plan) == (code_key("A061/C060"),)
    assert stands_among("A061/X999", plan) == (code_key("A061/X999"),)


anything = st.text(
    st.sampled_from("AАБCС12345 0/-.,;:()№#«»\"\n\t\xa0") | st.characters(exclude_categories=["Cs"]), max_size=60
) | st.lists(
    st.sampled_from(["Hall", "зал", "10.2", "A12", "стенд", "и", ",", ";", "(", ")", "FG", "online", "уточняется", "№",
                     "C060", "/", "ряд", "сектор", "этаж", "H3", "-", "Freigelände", "12", "павильон", "«Минск»"]),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(anything, anything)
def test_nothing_written_in_a_cell_is_lost_or_made_up(text: str, hall: str) -> None:
    booths = booths_of(text, hall)
    said = re.sub(r"[\W_]", "", f"{text} {hall}").casefold()
    for booth in booths.places:
        assert len(booth.code) <= 700
        if "I004" not in [odd.code for odd in booths.odd] and "I030" not in [odd.code for odd in booths.odd]:
            assert re.sub(r"[\W_]", "", booth.code).casefold() in said
    assert booths == booths_of(text, hall)
    if not booths.places and not booths.left:
        assert len(text) < 30


@given(anything)
def test_keys_and_labels_are_stable(text: str) -> None:
    assert code_key(text) == code_key(text.upper().lower())
    assert hall_label(text) == hall_label(" ".join(text.split()))
    assert (
        "".join(fronts(text)).replace(" ", "") in " ".join(text.split()).replace(" ", "").replace("/", "")
        or len(fronts(text)) == 1
    )


@pytest.mark.parametrize(
    "piece", [" ", "A", "1", "A1", "(", "/", "-", "A1/", "Hall ", "зал 1 ", "1,", "«", "№", "to ", "1.", "A 1 "]
)
def test_a_huge_cell_is_read_in_linear_time(piece: str) -> None:
    booths = booths_of(piece * 20_000, piece * 20_000)
    code_key(piece * 2_000)
    hall_label(piece * 2_000)
    assert len(booths.places) <= 700


DATASETS = os.environ.get("GUIDE_DATASETS")
real = pytest.mark.skipif(not DATASETS, reason="GUIDE_DATASETS does not say where the data sets are")


@real
def test_every_place_of_a_real_list_is_read() -> None:
    path = Path(str(DATASETS)) / "hannover-2026" / "Exhibitors.cp1252.csv"
    with path.open(encoding="cp1252", newline="") as stream:
        cells = [row[8] for row in csv.reader(stream, delimiter=";") if len(row) > 8][1:]
    assert len(cells) == 2739
    kinds: Counter[str] = Counter()
    for cell in cells:
        booths = booths_of(cell)
        (booth,) = booths.places
        assert not booths.odd
        kinds[booth.kind] += 1
        if found := re.match(r"Hall (\d+), Stand ([A-Z]\d+(?:/\d)?)(?:, \((.+)\))?(?=$|,)", cell.strip()):
            assert booth == (found[1], found[2], found[3] or "", "stand", f"Hall {found[1]}")
    assert kinds == {"stand": 2678, "hall": 23, "digital": 22, "to follow": 10, "outdoor": 6}
    assert sum(bool(booths_of(cell).left) for cell in cells) == 1


@real
def test_a_real_list_and_its_plan_have_the_same_keys() -> None:
    fair = Path(str(DATASETS)) / "gamescom-2026"
    known: dict[str, set[str]] = {}
    for path in (fair / "hallplan").glob("hall-*.json"):
        plan = json.loads(path.read_text(encoding="utf-8"))
        known[plan["hall"]] = {code_key(stand["nr"]) for stand in plan["stands"]}
    exhibitors = json.loads((fair / "directory.json").read_text(encoding="utf-8"))["exhibitors"]
    cells = [(stand["booth"], stand["hall"]) for each in exhibitors for stand in each["stands"]]
    assert len(cells) == 1860
    unknown = set()
    for code, hall in cells:
        booths = booths_of(code, hall)
        assert booths.places, code
        assert not booths.left, code
        for booth in booths.places:
            assert booth.hall == hall
            if booth.kind == "stand" and not set(stands_among(booth.code, known.get(hall, set()))) <= known.get(
                hall, set()
            ):
                unknown.add((hall, code))
    assert unknown == {("1.2", "B011"), ("2.1", "A057"), ("8.1", "A021/C021")}, "these are on no plan"
