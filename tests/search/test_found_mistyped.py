"""One slip in a word of four letters, two in a word of eight: what was meant is found all the same."""

import pytest

from tests.search.crowd import INDEX, check_first, listed, rows

ONE_SLIP = [
    # A letter another, one too many, one missing, two exchanged.
    ("полисье", "polesie"),
    ("полксье", "polesie"),
    ("поллесье", "polesie"),
    ("полсье", "polesie"),
    ("полеьсе", "polesie"),
    ("гринит", "granit"),
    ("гранмт", "granit"),
    ("граниит", "granit"),
    ("вертекаль", "vertikal"),
    ("эварика", "evrika"),
    ("жемчюг", "zhemchug"),
    ("жемчг", "zhemchug"),
    ("чайк", "chaika"),
    ("чайла", "chaika"),
    ("чйака", "chaika"),
    ("витзяь", "vityaz"),
    ("паместье", "pomestie"),
    ("помстье", "pomestie"),
    ("мостовак", "mostovik"),
    ("бндарь", "bochka"),
    ("бундарь", "bochka"),
    ("прокатчии", "novy-stan"),
    ("хладов", "holodov"),
    ("quantim", "quantum"),
    ("qantum", "quantum"),
    ("hyperoin", "hyperion"),
    ("jonhson", "johnson"),
    ("linqvist", "lindqvist"),
    ("шнайдр", "schneider"),
    # Of four letters.
    ("полт", "polet"),
    ("мостт", "most"),
    ("сорва", "sova"),
    # In the first letter.
    ("оплесье", "polesie"),
    ("долесье", "polesie"),
    ("олесье", "polesie"),
    ("рганит", "granit"),
    ("кранит", "granit"),
    ("ертикаль", "vertikal"),
    ("фертикаль", "vertikal"),
    ("эжемчуг", "zhemchug"),
    ("wuantum", "quantum"),
    ("uqantum", "quantum"),
    ("yperion", "hyperion"),
    # Doubled letters, once or twice.
    ("металист", "metall"),
    ("вертиккаль", "vertikal"),
    ("обьединеные", "obed"),
    ("стекольныый", "bsz"),
    ("neuman", "neumann"),
    ("quanttum", "quantum"),
    # Heard so: unstressed vowels, voiced and voiceless.
    ("бирёзовский", "kirpich"),
    ("халодов", "holodov"),
    ("гомильский литейный", "glz"),
    ("сонечный луч", "solnechny"),
    ("лючшие двери", "luchshie"),
    ("сгущеное молоко", "milk"),
    # In a town, a product, a person.
    ("астрахань", "chaika"),
    ("астрохань", "chaika"),
    ("ковалева ана", "p-kovaleva"),
    ("парошюты", "polet"),
    ("комбаины", "agro"),
    ("удабрения", "shkz"),
    ("гардироб", "v-cloak"),
]

UNFINISHED = [
    ("полис", "polesie"),
    ("вертек", "vertikal"),
    ("вретик", "vertikal"),
    ("эвирк", "evrika"),
    ("юбелей", "yubileyny"),
    ("абъедин", "obed"),
    ("солничн", "solnechny"),
    ("тракторн", "mtz"),
    ("холадил", "holod"),
    ("инструмн", "instrument"),
    ("журовл", "zhuravl"),
    ("qaunt", "quantum"),
    ("hipper", "hyperion"),
    ("chevvali", "chevalier"),
    ("станкома", "stanki"),
    ("стнкома", "stanki"),
    ("оршаавтом", "orshavto"),
    ("оршовтом", "orshavto"),
]

TWO_SLIPS = [
    ("вертеколь", "vertikal"),
    ("юбелейнй", "yubileyny"),
    ("полесьежелстрй", "poleszhil"),
    ("инстроментальщек", "instrument"),
    ("оршафтоматека", "orshavto"),
    ("стонкомаж", "stanki"),
    ("бирзовский", "kirpich"),
    ("технологя бетнные", "beton"),
    ("обединённые нососы", "obed"),
    ("хабаровкс", "svet"),
    ("микшевичи гранит", "granit"),
    ("микошевечи", "granit"),
    ("hyparyon", "hyperion"),
    ("quantmu drivse", "quantum"),
    ("maschinnenbua", "weber"),
    ("лютейны гомельский", "glz"),
    ("горызонтоль", "gorizontal"),
]


@pytest.mark.parametrize(("typed", "meant"), rows(ONE_SLIP))
def test_one_slip_is_forgiven(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(UNFINISHED))
def test_a_slip_in_a_word_that_is_not_finished_is_forgiven(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(TWO_SLIPS))
def test_two_slips_in_a_long_word_are_forgiven(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize("typed", ["кобальтовый", "xylophone", "ыыыыыы", "аааааа"])
def test_a_word_that_is_like_nothing_finds_nothing(typed):
    assert listed(typed) == ()


NEARER = [
    # What is as typed comes before what is nearly so.
    ("гранат", "granat", "granit"),
    ("гранит", "granit", "granat"),
    ("miller", "miller", "muller"),
    ("стан", "stan", "svet"),
    ("weber", "weber", "webasta"),
]


@pytest.mark.parametrize(("typed", "meant", "other"), NEARER)
def test_what_is_as_typed_comes_before_what_is_nearly_so(typed, meant, other):
    found = listed(typed)
    assert found[0] == meant
    assert other not in found or found.index(meant) < found.index(other)


@pytest.mark.parametrize("typed", ["полисье", "гринит", "quantim", "юбелейнй"])
def test_a_slip_is_said_to_be_one(typed):
    answer = INDEX.search(typed)
    assert answer.reason == "typo"
    assert answer.hits(limit=1)[0].why[0].reason == "typo"
    assert answer.reading == ""


def test_numbers_are_never_slips_of_others():
    assert listed("2001") == ()
    assert "alfa" in listed("2000")
    assert listed("7с5.3") == ()
