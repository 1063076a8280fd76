"""Cyrillic names in Latin letters, by every standard and by none, and Latin names as they are said in Cyrillic."""

import pytest

from tests.search.crowd import INDEX, check_first, rows

RUSSIAN = [
    # As maps and dictionaries have it (BGN/PCGN).
    ("Shchyokinskiy khimicheskiy zavod", "shkz"),
    ("Shchëkinskiy", "shkz"),
    ("Beryozovskiy kirpich", "kirpich"),
    ("Byaroza Brick", "kirpich"),
    ("Zhemchug", "zhemchug"),
    ("Yubileynyy khleb", "yubileyny"),
    ("Kholodov", "holodov"),
    ("Tsvetnoy metall", "tsvet"),
    ("Chayka", "chaika"),
    ("Vityaz'", "vityaz"),
    ('Ob"yedinënnyye nasosy', "obed"),
    # ISO 9: one letter for one, with marks.
    ("Ŝëkinskij", "shkz"),
    ("Žemčug", "zhemchug"),
    ("Ûbilejnyj hleb", "yubileyny"),
    ("Čajka", "chaika"),
    ("Holodov", "holodov"),
    ("Cvetnoj metall", "tsvet"),
    ("Vitâzʹ", "vityaz"),
    ("Solnečnyj luč", "solnechny"),
    ("Žuravlinyj kraj", "zhuravl"),
    # GOST 7.79, system B: in plain letters.
    ("Shhyokinskij", "shkz"),
    ("Zhemchug", "zhemchug"),
    ("Yubilejny`j xleb", "yubileyny"),
    ("Xolodov", "holodov"),
    ("Czvetnoj metall", "tsvet"),
    ("E'vrika", "evrika"),
    ("Solnechny`j luch", "solnechny"),
    # ICAO: as in passports.
    ("Shchekinskii khimicheskii", "shkz"),
    ("Iubileinyi khleb", "yubileyny"),
    ("Tsvetnoi metall", "tsvet"),
    ("Chaika", "chaika"),
    ("Vitiaz", "vityaz"),
    ("Obieedinennye nasosy", "obed"),
    ("Zhuravlinyi krai", "zhuravl"),
    # As anybody writes.
    ("Polesie", "polesie"),
    ("Polesye", "polesie"),
    ("Poles'e", "polesie"),
    ("Polesje", "polesie"),
    ("Polese", "polesie"),
    ("Vertikal", "vertikal"),
    ("Vertikal-Lift", "vertikal-lift"),
    ("solnechniy luch", "solnechny"),
    ("solnechny luch", "solnechny"),
    ("chajka", "chaika"),
    ("jemchug", "zhemchug"),
    ("evrika", "evrika"),
    ("hleb yubileiny", "yubileyny"),
    ("xleb", "yubileyny"),
    ("minskii traktornii zavod", "mtz"),
    ("minskiy traktorniy zavod", "mtz"),
    ("minsky tractorny zavod", "mtz"),
    ("gomelsky liteiny", "glz"),
    ("molochniy ray", "milk"),
    ("molochny rai", "milk"),
    ("olovyanniy soldatik", "soldier"),
    ("okna i kresla", "kaluga-okna"),
    ("lutshie dveri", "luchshie"),
    ("luchshiye dveri", "luchshie"),
    ("kovalev i synovya", "kovalev"),
    ("kovalyov i synovia", "kovalev"),
    ("yolochka", "elochka"),
    ("elochka", "elochka"),
    ("jolochka", "elochka"),
    ("pomestye", "pomestie"),
    ("pomestie", "pomestie"),
    ("polyot", "polet"),
    ("polet", "polet"),
    ("darkur", "darc"),
    ("d'arkur", "darc"),
    ("nanotekh", "nanotech"),
    ("nano-teh", "nanotech"),
    ("nanotech", "nanotech"),
    # Towns, products, people.
    ("chelyabinsk", "tsvet"),
    ("cheliabinsk", "tsvet"),
    ("khabarovsk", "svet"),
    ("habarovsk", "svet"),
    ("astrakhan", "chaika"),
    ("eysk", "zhuravl"),
    ("yeisk", "zhuravl"),
    ("udobreniya", "shkz"),
    ("parashyuty", "polet"),
    ("lodki", "berezina"),
    ("shcherba", "p-shcherba"),
    ("scherba", "p-shcherba"),
    ("kovalyova", "p-kovaleva"),
    ("kovaleva anna", "p-kovaleva"),
    ("alexei grigoriev", "p-hryhorieu"),
    ("aleksey grigoryev", "p-hryhorieu"),
    ("garderob", "v-cloak"),
]

BELARUSIAN = [
    # The national system of 2007, as on road signs.
    ("Palessie", "polesie"),
    ("Viciebskija dyvany", "kovry"),
    ("Viciebsk dyvany", "kovry"),
    ("Biarozaŭskaja cehla", "kirpich"),
    ("Zdaroŭje i siamja", "zdarouje"),
    ("Małočny raj", "milk"),
    ("Malochny raj", "milk"),
    ("Bierazina", "berezina"),
    # Łacinka, with and without its marks.
    ("Paleśsie", "polesie"),
    ("Palesse", "polesie"),
    ("Viciebskija", "kovry"),
    ("Biarozauskaja cehla", "kirpich"),
    ("Zdarouje i siamja", "zdarouje"),
    ("Zdaroŭje", "zdarouje"),
    ("Ščerba", "p-shcherba"),
    ("Ryhoŕjeŭ", "p-hryhorieu"),
    ("Ryhorjeu", "p-hryhorieu"),
    ("Kavalova", "p-kovaleva"),
    ("Hanna Kavalova", "p-kovaleva"),
    # As maps have it (BGN/PCGN).
    ("Palyessye", "polesie"),
    ("Vitsyebskiya dyvany", "kovry"),
    ("Byarozawskaya tsehla", "kirpich"),
    ("Abyekt-Servis", "abjekt"),
    ("Abjekt-Servis", "abjekt"),
    ("Ab'yekt", "abjekt"),
    ("dyvany", "kovry"),
    ("tsatski", "abjekt"),
]

BRANDS = [
    # Latin names as they are said in Russian, one way and another.
    ("шнайдер", "schneider"),
    ("шнейдер", "schneider"),
    ("Шнайдер Пумпен", "schneider"),
    ("шрайбер", "schreiber"),
    ("шрейбер", "schreiber"),
    ("вебер", "weber"),
    ("вебер машиненбау", "weber"),
    ("вебаста", "webasta"),
    ("вагнер", "wagner"),
    ("вагнер зёне", "wagner"),
    ("мюллер техник", "muller"),
    ("мюллер", "muller"),
    ("миллер", "miller"),
    ("кёлер", "kohler"),
    ("ягер", "jager"),
    ("йегер оптик", "jager"),
    ("штайнер", "steiner"),
    ("штейнер", "steiner"),
    ("нойман", "neumann"),
    ("нойманн", "neumann"),
    ("неуманн", "neumann"),
    ("джонсон", "johnson"),
    ("джонсон тулс", "johnson"),
    ("квантум", "quantum"),
    ("квантум драйвз", "quantum"),
    ("гиперион", "hyperion"),
    ("хайперион", "hyperion"),
    ("хиперион роботикс", "hyperion"),
    ("шевалье", "chevalier"),
    ("линдквист", "lindqvist"),
    ("линдквіст", "lindqvist"),
    ("о'коннор", "oconnor"),
    ("оконнор", "oconnor"),
    ("юнайтед", "united"),
    ("юника", "unica"),
    ("хуаванг", "huawang"),
    ("хуаван", "huawang"),
    ("синда", "xinda"),
    ("лодзь", "lodz"),
    ("жубр", "zubr"),
    ("челик", "celik"),
    ("гюнеш", "gunes"),
    ("ышык", "isik"),
    ("узагротекс", "uzagro"),
    ("шяуляй", "bread-lt"),
    ("циндао", "huawang"),
    ("мюнхен", "wagner"),
    ("лейпциг", "kohler"),
    ("цюрих", "muller"),
    ("лион", "chevalier"),
    ("чикаго", "united"),
    ("хельсинки", "hyperion"),
]


@pytest.mark.parametrize(("typed", "meant"), rows(dict.fromkeys(RUSSIAN)))
def test_russian_in_latin_letters(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(BELARUSIAN))
def test_belarusian_in_latin_letters(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(BRANDS))
def test_latin_names_in_cyrillic_letters(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "field"), [("zhemchug", "name"), ("шнайдер", "name"), ("khabarovsk", "city")])
def test_other_letters_are_said_to_be_the_reason(typed, field):
    answer = INDEX.search(typed)
    assert answer.hits(limit=1)[0].why[0].field == field
    assert answer.hits(limit=1)[0].why[0].reason in ("transliteration", "alias")


@pytest.mark.parametrize("typed", ["polesie", "vertical", "vitebsk carpets", "schneider", "минский тракторный завод"])
def test_a_name_in_its_own_letters_is_exact(typed):
    hit = INDEX.search(typed).hits(["exhibitor"], 1)[0]
    assert hit.why[0].reason in ("exact", "prefix", "word")
