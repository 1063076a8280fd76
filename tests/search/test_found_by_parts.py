"""Any part of any word finds, in any order and across the fields of a thing: a table as the manual of the box."""

import pytest

from tests.search.crowd import INDEX, check_first, check_order, listed, rows

STARTS = [
    # The start of a name is enough, as long as nothing else starts so.
    ("полесь", "polesie"),
    ("полесс", "polesskie"),
    ("верт", "vertikal"),
    ("вертикаль-л", "vertikal-lift"),
    ("лучш", "luchshie"),
    ("холодо", "holodov"),
    ("гран", "granat"),  # of two names as long, in alphabetical order
    ("грани", "granit"),
    ("юбил", "yubileyny"),
    ("эвр", "evrika"),
    ("quan", "quantum"),
    ("webe", "weber"),
    ("weba", "webasta"),
    ("гард", "v-cloak"),
    ("откры", "x-opening"),
    # So is that of any word of it.
    ("литейн", "glz"),
    ("цементн", "bcz"),
    ("стеколь", "bsz"),
    ("солда", "soldier"),
    ("soudage", "chevalier"),
    ("сынов", "kovalev"),
    # A piece from inside a word finds where nothing is called so.
    ("агромаш", "agro"),
    ("автоматик", "orshavto"),
    ("жилстрой", "poleszhil"),
]

ACROSS = [
    # Words in any order.
    ("завод тракторный минский", "mtz"),
    ("тракторный минск", "mtz"),
    ("завод тракт", "mtz"),
    ("зав лит гом", "glz"),
    ("рай мол", "milk"),
    ("луч солн", "solnechny"),
    ("drives quant", "quantum"),
    ("lights hua", "huawang"),
    # A word of the name, another of something else: town, product, person, stand.
    ("полесье кобрин", "polesie"),
    ("кобрин пластмассовые", "polesie"),
    ("цацкі коб", "polesie"),
    ("кухни пинск", "polesskie"),
    ("мебель тула", "pomestie"),
    ("мебель пинск", "polesskie"),
    ("гродно хлеб", "yubileyny"),
    ("насосы бобр", "nasos"),
    ("насосы казань", "obed"),
    ("станки новгород", "stanki"),
    ("станки петербург", "nanotech"),
    ("станки гомель", "gz"),
    ("bearings chicago", "united"),
    ("bearings milano", "unica"),
    ("bearings malmö", "lindqvist"),
    ("коваль гриб", "koval"),
    ("гриб директор", "koval"),
    ("цемент брест", "bcz"),
    ("бетон брест", "beton"),
    ("датчики рязань", "vektor"),
    ("датчики минск", "orshavto"),
    ("полесье 7с5.1", "polesie"),
    ("луч часы минск", "luch"),
    ("минский завод двигатели", "mmz"),
    # People by name, by what they do, by whom they speak for.
    ("ковалёва", "p-kovaleva"),
    ("анна ковалёва", "p-kovaleva"),
    ("ковалёва анна", "p-kovaleva"),
    ("технолог гранит", "p-kovaleva"),
    ("министр щерба", "p-shcherba"),
    ("губернатор", "p-hryhorieu"),
    ("вертикалев", "p-vertikalev"),
    # What joins two sides is found by both, and by where it is.
    ("игрушки димитровград", "j-toys"),
    ("лифты тула", "j-lifts"),
    # Kinds of service.
    ("кафе", "v-cafe"),
    ("кафе фонтан", "v-cafe"),
]


@pytest.mark.parametrize(("typed", "meant"), rows(STARTS))
def test_the_start_of_a_word_finds(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(ACROSS))
def test_words_of_different_fields_find_what_has_them_all(typed, meant):
    check_first(typed, meant)


ALL_OF = [
    # typed, all exhibitors that it must find and no others
    ("насосы", ("holodov", "nasos", "obed")),
    ("лифты", ("lift-ua", "vertikal", "vertikal-lift")),
    ("датчики", ("orshavto", "vektor")),
    ("bearings", ("lindqvist", "unica", "united")),
    ("могилёв", ("mkt", "vertikal", "vertikal-lift")),
    ("садовая мебель", ("pomestie",)),
    ("минский завод", ("mmz", "mtz", "zs")),
    ("завод гомель", ("glz", "gz")),
]


@pytest.mark.parametrize(("typed", "meant"), rows(ALL_OF))
def test_finds_all_that_have_every_word_and_nothing_else(typed, meant):
    assert set(listed(typed, "exhibitor")) == set(meant)


@pytest.mark.parametrize("typed", ["bearings cork", "полесье тверь", "молоко насосы", "гранит микашевичи станки"])
def test_what_nobody_has_in_full_is_said_to_be_missing(typed):
    answer = INDEX.search(typed)
    assert answer.total == 0 or answer.missing


@pytest.mark.parametrize(
    "name",
    ["полесье", "гомельский литейный завод", "солнечный луч", "quantum drives", "вертикаль", "ковалёв и сыновья"],
)
def test_a_name_typed_letter_by_letter_never_goes_out_of_sight(name):
    meant = {"полесье": "polesie", "гомельский литейный завод": "glz", "солнечный луч": "solnechny"}
    meant |= {"quantum drives": "quantum", "вертикаль": "vertikal", "ковалёв и сыновья": "kovalev"}
    for length in range(1, len(name) + 1):
        if not name[length - 1].isspace():
            assert meant[name] in listed(name[:length]), f"lost at {name[:length]!r}"


def test_the_longer_the_start_the_higher_its_name():
    check_order("полесье", ["polesie", "poleszhil", "les"])
    check_order("стан", ["stan", "stan-service", "stanki"])
