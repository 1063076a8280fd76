"""Places by any of their names, and the tables they are read from."""

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue import gazetteer
from guide.catalogue.countries import country_codes
from guide.catalogue.gazetteer import Known, everything, known, place

BELARUS = {"BY-BR", "BY-HM", "BY-HO", "BY-HR", "BY-MA", "BY-MI", "BY-VI"}
RUSSIA = {
    "RU-AD", "RU-AL", "RU-ALT", "RU-AMU", "RU-ARK", "RU-AST", "RU-BA", "RU-BEL", "RU-BRY", "RU-BU", "RU-CE", "RU-CHE",
    "RU-CHU", "RU-CU", "RU-DA", "RU-IN", "RU-IRK", "RU-IVA", "RU-KAM", "RU-KB", "RU-KC", "RU-KDA", "RU-KEM", "RU-KGD",
    "RU-KGN", "RU-KHA", "RU-KHM", "RU-KIR", "RU-KK", "RU-KL", "RU-KLU", "RU-KO", "RU-KOS", "RU-KR", "RU-KRS", "RU-KYA",
    "RU-LEN", "RU-LIP", "RU-MAG", "RU-ME", "RU-MO", "RU-MOS", "RU-MOW", "RU-MUR", "RU-NEN", "RU-NGR", "RU-NIZ",
    "RU-NVS", "RU-OMS", "RU-ORE", "RU-ORL", "RU-PER", "RU-PNZ", "RU-PRI", "RU-PSK", "RU-ROS", "RU-RYA", "RU-SA",
    "RU-SAK", "RU-SAM", "RU-SAR", "RU-SE", "RU-SMO", "RU-SPE", "RU-STA", "RU-SVE", "RU-TA", "RU-TAM", "RU-TOM",
    "RU-TUL", "RU-TVE", "RU-TY", "RU-TYU", "RU-UD", "RU-ULY", "RU-VGG", "RU-VLA", "RU-VLG", "RU-VOR", "RU-YAN",
    "RU-YAR", "RU-YEV", "RU-ZAB",
}  # fmt: skip
LATIN, CYRILLIC = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[Ѐ-ӿ]")


def codes(text: str, kind: str = "") -> list[str]:
    return [each.code for each in known(text, kind)]


def of(kind: str) -> list[Known]:
    return [each for each in everything() if each.kind == kind]


# What a visitor types, and what is meant.


@pytest.mark.parametrize(
    "text",
    [
        "Віцебск", "Витебск", "Vitebsk", "Viciebsk", "Vitsyebsk",  # three languages, two romanisations
        "ВИТЕБСК", "витебск", " Витебск ", "Ви́тебск", "VICIEBSK",  # case, blanks, a stress mark
        "г. Витебск", "г.Витебск", "город Витебск", "горад Віцебск", "Vitebsk city", "City of Vitebsk", "Витебск, г.",
    ],
)  # fmt: skip
def test_a_town_is_known_by_every_spelling(text):
    assert codes(text, "town") == ["BY-VI/viciebsk"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Могилев", "BY-MA/mahiliou"), ("Магілёў", "BY-MA/mahiliou"), ("Mogilev", "BY-MA/mahiliou"),
        ("Mahilioŭ", "BY-MA/mahiliou"), ("Mahilyow", "BY-MA/mahiliou"), ("Gomel", "BY-HO/homiel"),
        ("Homyel'", "BY-HO/homiel"), ("Homieĺ", "BY-HO/homiel"), ("Homiel", "BY-HO/homiel"),
        ("Hrodna", "BY-HR/hrodna"), ("Гродно", "BY-HR/hrodna"), ("Мар'іна Горка", "BY-MI/marina-horka"),
        ("Марьина-Горка", "BY-MI/marina-horka"), ("Kobryn", "BY-BR/kobryn"), ("Кобрин", "BY-BR/kobryn"),
        ("Береза", "BY-BR/biaroza"), ("Менск", "BY-HM/minsk"), ("Койданово", "BY-MI/dziarzynsk"),
        ("Шчучын", "BY-HR/scucyn"), ("Ščučyn", "BY-HR/scucyn"), ("Shchuchyn", "BY-HR/scucyn"),
        ("СПб", "RU-SPE/saint-petersburg"), ("Питер", "RU-SPE/saint-petersburg"),
        ("St. Petersburg", "RU-SPE/saint-petersburg"), ("Санкт Петербург", "RU-SPE/saint-petersburg"),
        ("Ленинград", "RU-SPE/saint-petersburg"), ("Санкт-Пецярбург", "RU-SPE/saint-petersburg"),
        ("Горький", "RU-NIZ/nizhny-novgorod"), ("Ніжні Ноўгарад", "RU-NIZ/nizhny-novgorod"),
        ("Nizhniy Novgorod", "RU-NIZ/nizhny-novgorod"), ("Екацярынбург", "RU-SVE/yekaterinburg"),
        ("Ekaterinburg", "RU-SVE/yekaterinburg"), ("Свердловск", "RU-SVE/yekaterinburg"),
        ("Чэлябінск", "RU-CHE/chelyabinsk"), ("Разань", "RU-RYA/ryazan"), ("Цвер", "RU-TVE/tver"),
        ("Растоў-на-Доне", "RU-ROS/rostov-on-don"), ("Набярэжныя Чалны", "RU-TA/naberezhnye-chelny"),
        ("Йошкар-Ола", "RU-ME/yoshkar-ola"), ("Орёл", "RU-ORL/oryol"), ("Орел", "RU-ORL/oryol"),
        ("Нур-Султан", "KZ-71/astana"), ("Алма-Ата", "KZ-75/almaty"), ("Пекін", "CN-BJ/beijing"),
        ("İSTANBUL", "TR-34/istanbul"), ("Köln", "DE-NW/cologne"), ("Koln", "DE-NW/cologne"), ("Łódź", "PL/lodz"),
        ("Бишкек", "KG/bishkek"), ("Вільня", "LT/vilnius"), ("Київ", "UA/kyiv"), ("Bakı", "AZ/baku"),
        ("Ho Chi Minh City", "VN/ho-chi-minh-city"), ("Xi'an", "CN-SN/xian"),
    ],
)  # fmt: skip
def test_towns(text, meant):
    assert codes(text, "town") == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("BY-BR", "BY-BR"), ("by-br", "BY-BR"), ("Брестская область", "BY-BR"), ("Брэсцкая вобласць", "BY-BR"),
        ("Brest Region", "BY-BR"), ("Brest Oblast", "BY-BR"), ("Brest Voblast", "BY-BR"), ("Брестская", "BY-BR"),
        ("Брестская обл.", "BY-BR"), ("обл. Брестская", "BY-BR"), ("Bresckaja voblasć", "BY-BR"),
        ("Брестчина", "BY-BR"), ("Берасцейшчына", "BY-BR"), ("Viciebsk Region", "BY-VI"), ("Минская обл.", "BY-MI"),
        ("Минск обл.", "BY-MI"), ("Minsk Region", "BY-MI"), ("Московская область", "RU-MOS"),
        ("Подмосковье", "RU-MOS"), ("Москва обл.", "RU-MOS"), ("Ленобласть", "RU-LEN"), ("Ленинградская", "RU-LEN"),
        ("Свердловская обл", "RU-SVE"), ("Татарстан", "RU-TA"), ("Республика Татарстан", "RU-TA"),
        ("Рэспубліка Татарстан", "RU-TA"), ("Tatarstan", "RU-TA"), ("Башкирия", "RU-BA"), ("Якутия", "RU-SA"),
        ("Республика Саха (Якутия)", "RU-SA"), ("Республика Северная Осетия-Алания", "RU-SE"), ("ХМАО", "RU-KHM"),
        ("ХМАО — Югра", "RU-KHM"), ("Altai Krai", "RU-ALT"), ("Altai Republic", "RU-AL"), ("Пермский край", "RU-PER"),
        ("Удмуртия", "RU-UD"), ("провинция Гуандун", "CN-GD"), ("Чжэцзян", "CN-ZJ"), ("Бавария", "DE-BY"),
        ("Bayern", "DE-BY"), ("Карагандинская область", "KZ-35"), ("Коджаэли", "TR-41"), ("Kocaeli", "TR-41"),
    ],
)  # fmt: skip
def test_regions_and_nothing_but_them(text, meant):
    assert codes(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Беларусь", "BY"), ("Белоруссия", "BY"), ("Республика Беларусь", "BY"), ("Belarus", "BY"), ("by", "BY"),
        ("Россия", "RU"), ("РФ", "RU"), ("Российская Федерация", "RU"), ("Расія", "RU"), ("США", "US"), ("USA", "US"),
        ("U.S.A.", "US"), ("ЗША", "US"), ("Китай", "CN"), ("КНР", "CN"), ("Korea", "KR"), ("Южная Корея", "KR"),
        ("UK", "GB"), ("Великобритания", "GB"), ("Англия", "GB"), ("ОАЭ", "AE"), ("UAE", "AE"), ("Turkey", "TR"),
        ("Türkiye", "TR"), ("Turkiye", "TR"), ("Турция", "TR"), ("Чехия", "CZ"), ("Молдавия", "MD"), ("Moldova", "MD"),
        ("Киргизия", "KG"), ("Кыргызстан", "KG"), ("Республика Казахстан", "KZ"), ("Germany", "DE"),
        ("В'етнам", "VN"), ("Вьетнам", "VN"), ("Гонконг", "HK"), ("St Lucia", "LC"), ("М’янма", "MM"),
    ],
)  # fmt: skip
def test_countries_and_nothing_but_them(text, meant):
    assert codes(text) == [meant]


def test_a_region_is_named_by_its_centre_too():
    assert codes("Брест") == codes("Brest") == codes("Брэст") == ["BY-BR/brest", "BY-BR"]
    assert codes("Брест", "region") == ["BY-BR"]
    assert codes("г. Брест") == ["BY-BR/brest"]
    assert codes("Брест обл.") == ["BY-BR"]
    # Its own name is older than that of the region around it.
    assert codes("Екатеринбург") == ["RU-SVE/yekaterinburg"]
    assert codes("Казань", "region") == []


@pytest.mark.parametrize("text", ["Минск", "Мінск", "Minsk", "г. Минск", "город Минск", "горад Мінск", "Minsk city"])
def test_a_city_with_a_code_of_its_own_is_town_and_region(text):
    assert codes(text) == ["BY-HM/minsk", "BY-HM"]
    assert codes(text, "region") == ["BY-HM"]
    assert codes(text, "country") == []


def test_all_that_share_a_name_are_known():
    assert codes("Киров", "town") == ["RU-KIR/kirov", "RU-KLU/kirov"]
    assert codes("Дзержинск") == ["BY-MI/dziarzynsk", "RU-NIZ/dzerzhinsk"]
    assert codes("Алтай") == ["RU-AL", "RU-ALT"]
    assert codes("Алжир") == ["DZ", "DZ/algiers"]
    assert codes("Ростов", "town") == ["RU-ROS/rostov-on-don", "RU-YAR/rostov"]


@pytest.mark.parametrize(
    "text", ["", " ", ".", "-", "’", "область", "г.", "город область", "named", "BY-BR/kobryn", "Борисовский район",
             "Брест и Гомель", "Брес", "насосы", "\0", "\ud800", "\t", "of the"],
)  # fmt: skip
def test_what_names_no_place(text):
    assert codes(text) == []


@given(st.text(max_size=30))
def test_any_text_may_be_asked(text):
    assert all(isinstance(each, Known) for each in known(text))


def test_a_place_by_its_code():
    kobryn = place("BY-BR/kobryn")
    assert kobryn
    assert kobryn.kind == "town"
    assert dict(kobryn.names) == {"be": "Кобрын", "ru": "Кобрин", "en": "Kobrin"}
    assert kobryn.texts == ("Кобрын", "Кобрин", "Kobrin", "Kobryn")
    region = place("BY-BR")
    assert region
    assert region.texts[:3] == ("Брэсцкая вобласць", "Брестская область", "Brest Region")
    assert {"Брест", "Brest", "BY-BR"} <= set(region.texts)
    assert [place(code) for code in ("", "by", "BY-XX", "Кобрин", "BY-BR/", "code")] == [None] * 6


# The tables.


def test_every_code_is_one_of_its_kind():
    shapes = {
        "country": r"[A-Z]{2}",
        "region": r"[A-Z]{2}-[A-Z0-9]{1,3}",
        "town": r"[A-Z]{2}(-[A-Z0-9]{1,3})?/[a-z]+(-[a-z]+)*",
    }
    all_codes = [each.code for each in everything()]
    assert len(all_codes) == len(set(all_codes))
    assert [each.code for each in everything() if not re.fullmatch(shapes[each.kind], each.code)] == []
    assert {each.code for each in of("country")} == country_codes()
    assert all(place(each.code) == each for each in everything())


def test_the_tables_are_in_order():
    def rank(code: str) -> tuple[bool, bool, str]:
        return not code.startswith("BY"), not code.startswith("RU"), code

    for kind in ("region", "town"):
        held = [each.code for each in of(kind)]
        assert held == sorted(held, key=rank)


def test_every_region_of_belarus_and_russia_has_three_names():
    for country, wanted in (("BY", BELARUS), ("RU", RUSSIA)):
        regions = [each for each in of("region") if each.code.startswith(country)]
        assert {each.code for each in regions} == wanted
        assert [each.code for each in regions if [tongue for tongue, _ in each.names] != ["be", "ru", "en"]] == []


def test_every_place_has_a_russian_and_an_english_name():
    assert [each.code for each in everything() if not {"ru", "en"} <= dict(each.names).keys()] == []
    belarusian = [each for each in everything() if "be" in dict(each.names)]
    assert len(belarusian) > len(everything()) * 0.93
    assert all("be" in dict(each.names) for each in of("town") if each.code.startswith("BY"))


def test_every_town_lies_in_a_region_or_country_that_is_known():
    assert [each.code for each in of("town") if not place(each.code.partition("/")[0])] == []
    listed = {each.code[:2] for each in of("region")}
    assert [
        each.code for each in of("town") if "-" not in each.code.partition("/")[0] and each.code[:2] in listed
    ] == []


def test_every_centre_is_a_town_of_that_country():
    tables = gazetteer._tables()
    for row in range(tables.first_region, tables.first_town):
        code = tables.lines[row].partition("\t")[0]
        centre, called = tables.centre(row)
        assert called in ("", "named", "city")
        assert bool(centre) or (not called and code[:2] not in ("BY", "RU")), code
        if centre:
            assert place(centre) in of("town"), centre
            assert centre[:2] == code[:2]
            assert not called or centre.startswith(f"{code}/")


def test_every_text_of_a_place_leads_back_to_it():
    assert [(each.code, text) for each in everything() for text in each.texts if each not in known(text)] == []


def test_no_text_leads_to_a_place_without_it():
    held: dict[str, set[str]] = {}
    for each in everything():
        for text in each.texts:
            held.setdefault(gazetteer._key(text), set()).add(each.code)
    for key, wanted in held.items():
        for found in known(key):
            # A region goes by any name of its centre; all else has the name itself.
            tables = gazetteer._tables()
            row = tables.named(gazetteer._fold(found.code))[0]
            centre = tables.centre(row)[0] if found.kind == "region" else ""
            assert found.code in wanted or centre in wanted, (key, found.code)


def test_few_towns_share_a_name():
    shared: dict[str, list[str]] = {}
    for each in of("town"):
        for key in {gazetteer._key(text) for text in each.texts}:
            shared.setdefault(key, []).append(each.code)
    alike = {tuple(held) for held in shared.values() if len(held) > 1}
    # Each was looked at: these towns do have the same name, or had.
    assert alike == SHARED


SHARED = {
    ("BY-BR/ivanava", "RU-IVA/ivanovo"),
    ("BY-HO/akciabrski", "RU-BA/oktyabrsky"),
    ("BY-MA/kirausk", "RU-MUR/kirovsk"),
    ("BY-MI/dziarzynsk", "RU-NIZ/dzerzhinsk"),
    ("RU-CHE/troitsk", "RU-MOW/troitsk"),
    ("RU-KIR/kirov", "RU-KLU/kirov"),
    ("RU-KRS/zheleznogorsk", "RU-KYA/zheleznogorsk"),
    ("RU-NVS/kuybyshev", "RU-SAM/samara"),
    ("RU-ROS/rostov-on-don", "RU-YAR/rostov"),
}


def test_the_tables_are_compared_as_any_text_is():
    tables = gazetteer._tables()
    for row, line in enumerate(tables.lines):
        kind, (_, *cells) = tables.kind(row), line.split("\t")
        names = [*cells[:3], *cells[5:]] if kind == "region" else cells
        assert [(name, gazetteer._fold(name)) for name in names if gazetteer._fold(name) != gazetteer._key(name)] == []


def test_every_mark_of_the_comparison_is_in_the_tables():
    text = "\n".join(gazetteer._tables().lines).lower()
    assert [marked for marked, _ in gazetteer._IN_TABLES if marked not in text] == []


def test_no_name_mixes_scripts_or_has_stray_blanks():
    for each in everything():
        for text in each.texts:
            assert unicodedata.is_normalized("NFC", text), text
            assert text == " ".join(text.split())
            assert not re.search("['`ʼ|;]", text), text
            for word in re.split(r"[\s-]", text):
                assert not (LATIN.search(word) and CYRILLIC.search(word)), text


def test_every_name_is_in_the_letters_of_its_language():
    foreign = {"be": re.compile("[ищъИЩЪ]"), "ru": re.compile("[іўІЎ]"), "en": CYRILLIC}
    for each in everything():
        for tongue, name in each.names:
            assert not foreign[tongue].search(name), name
            assert (LATIN if tongue == "en" else CYRILLIC).search(name), name


def test_no_belarusian_name_breaks_its_spelling():
    # р, ж, ш, ч are always hard; ў stands after a vowel only.
    hard = re.compile("[ржшч][іеёюя]", re.IGNORECASE)
    ours = [each for each in everything() if each.kind != "country" and each.code.startswith(("BY", "RU"))]
    odd = [name for each in ours for tongue, name in each.names if tongue == "be" and hard.search(name)]
    assert odd == []
    short_u = re.compile("(?:^|[^аоуэыіеёюя ])ў", re.IGNORECASE)
    assert [
        name for each in everything() for tongue, name in each.names if tongue == "be" and short_u.search(name)
    ] == []


def test_nothing_is_read_before_it_is_asked_for():
    code = (
        "from guide.catalogue import gazetteer as g\n"
        "assert g._tables.cache_info().currsize == 0\n"
        "g.known('Брест'); assert g._tables.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
