"""Marks, case, quotes, hyphens, legal forms and look-alike letters neither help nor hinder."""

import pytest

from tests.search.crowd import INDEX, check_first, listed, rows

MARKS = [
    # ё and е, й and и.
    ("ковалев и сыновья", "kovalev"),
    ("ковалёв и сыновья", "kovalev"),
    ("елочка", "elochka"),
    ("щекинский химический", "shkz"),
    ("березовский", "kirpich"),
    ("бёрёзовский", "kirpich"),
    ("полет", "polet"),
    ("чаика", "chaika"),
    ("юбилеиныи хлеб", "yubileyny"),
    ("объединенные", "obed"),
    ("орел", "polet"),
    ("могилев ткани", "mkt"),
    # Marks of other languages.
    ("muller technik", "muller"),
    ("MÜLLER", "muller"),
    ("mu\u0308ller", "muller"),  # with the mark as a letter of its own
    ("чаи\u0306ка", "chaika"),
    ("soudage a souder", "chevalier"),
    ("zurich", "muller"),
    ("lodz", "lodz"),
    ("lodzkie zaklady", "lodz"),
    ("zubr narzedzia", "zubr"),
    ("celik makine", "celik"),
    ("CELIK", "celik"),
    ("isik aydinlatma", "isik"),
    ("gunes cam", "gunes"),
    ("siauliu duona", "bread-lt"),
    ("malmo", "lindqvist"),
]

CASE = [
    ("ПОЛЕСЬЕ", "polesie"),
    ("пОЛЕСЬЕ", "polesie"),
    ("СоВа", "sova"),
    ("сова", "sova"),
    ("вектор-тех", "vektor"),
    ("QUANTUM drives", "quantum"),
    ("WAGNER & SÖHNE", "wagner"),
    ("wagner & soehne", "wagner"),
]

SIGNS = [
    # Quotes of every kind: around the name they make a phrase, inside they are nothing.
    ("«Полесье»", "polesie"),
    ('"Полесье"', "polesie"),
    ("„Полесье“", "polesie"),
    ("“Полесье”", "polesie"),
    ("'Полесье'", "polesie"),
    ("«Солнечный луч»", "solnechny"),
    ("кафе «У фонтана»", "v-cafe"),
    ("кафе у фонтана", "v-cafe"),
    # Hyphens: with, without, parted, of another length.
    ("нано-тех", "nanotech"),
    ("нанотех", "nanotech"),
    ("нано тех", "nanotech"),
    ("нано‑тех", "nanotech"),
    ("нано–тех", "nanotech"),
    ("нано - тех", "nanotech"),
    ("холод-мастер", "holod"),
    ("холодмастер", "holod"),
    ("холод мастер", "holod"),
    ("орша-лён", "orsha-len"),
    ("оршален", "orsha-len"),
    ("векторт", "vektor"),
    ("санктпетербург станки", "nanotech"),
    ("санкт петербург чпу", "nanotech"),
    # Apostrophes: U+0027, U+2019, U+02BC, and none.
    ("аб'ект", "abjekt"),
    ("аб’ект", "abjekt"),
    ("абʼект", "abjekt"),
    ("аб`ект", "abjekt"),
    ("абект", "abjekt"),
    ("сям'я", "zdarouje"),
    ("сям’я", "zdarouje"),
    ("сямʼя", "zdarouje"),
    ("д'аркур", "darc"),
    ("Д’Аркур", "darc"),
    ("даркур", "darc"),
    ("o'connor", "oconnor"),
    ("O’Connor", "oconnor"),
    ("oconnor", "oconnor"),
    ("oʻzagrotex", "uzagro"),
    ("o'zagrotex", "uzagro"),
    ("ozagrotex", "uzagro"),
    # Full stops, commas, brackets, doubled spaces.
    ("полесье.", "polesie"),
    ("полесье, кобрин", "polesie"),
    ("(полесье)", "polesie"),
    ("  полесье  ", "polesie"),
    ("солнечный\u00a0луч", "solnechny"),
    ("солнечный\tлуч", "solnechny"),
    ("ковалёв & сыновья", "kovalev"),
    ("вагонник!", "vagon"),
]

LEGAL = [
    # A legal form may be typed, may be another, may be missing.
    ("ООО Вертикаль", "vertikal"),
    ("ООО «Вертикаль»", "vertikal"),
    ('ООО "Вертикаль"', "vertikal"),
    ("Вертикаль, ООО", "vertikal"),
    ("Вертикаль ООО", "vertikal"),
    ("ТАА Вертыкаль", "vertikal"),
    ("ооо вертикаль", "vertikal"),
    ("OOO Vertikal", "vertikal"),
    ("ЗАО Вертикаль-Лифт", "vertikal-lift"),
    ("ОАО Вертикаль-Лифт", "vertikal-lift"),
    ("СООО Полесье-Групп", "polesie"),
    ("СООО «Полесье»", "polesie"),
    ("полесье-групп", "polesie"),
    ("ОАО Минский тракторный завод", "mtz"),
    ("ОАО МТЗ", "mtz"),
    ("Schneider Pumpen", "schneider"),
    ("Schneider Pumpen GmbH", "schneider"),
    ("Schneider GmbH", "schneider"),
    ("GmbH Schneider", "schneider"),
    ("Weber AG", "weber"),
    ("weber maschinenbau gmbh", "weber"),
    ("Johnson Tools Ltd.", "johnson"),
    ("johnson ltd", "johnson"),
    ("United Bearings Inc", "united"),
    ("united bearings", "united"),
    ("Huawang Co Ltd", "huawang"),
    ("Żubr sp. z o.o.", "zubr"),
    ("zubr sp z o o", "zubr"),
    ("Işık A.Ş.", "isik"),
    ("Жаңа дала ЖШС", "zhana"),
    ("тўқимачи мчж", "toqimachi"),
    ("UAB Šiaulių duona", "bread-lt"),
]

LOOK_ALIKES = [
    # Latin letters of the same shapes, all of them or some.
    ("COBA", "sova"),
    ("coba", "sova"),
    ("CОBA", "sova"),
    ("MOCT", "most"),
    ("MОCТ", "most"),
    ("BEKTOP", "vektor"),
    ("пoлecьe", "polesie"),
    ("Пoлесьe", "polesie"),
    ("грaнит", "granit"),
    ("MТЗ", "mtz"),
    ("вeртикaль", "vertikal"),
    # Cyrillic letters in a Latin word.
    ("Wеbеr", "weber"),
    ("Quаntum", "quantum"),
    ("Мiller", "miller"),
    ("Sсhneider", "schneider"),
    ("Uniса", "unica"),
    # і for и, and the reverse.
    ("вiцебскiя", "kovry"),
    ("вицебския дываны", "kovry"),
    ("гранiт", "granit"),
]


@pytest.mark.parametrize(("typed", "meant"), rows(MARKS))
def test_marks_do_not_count(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(CASE))
def test_case_does_not_count(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(SIGNS))
def test_signs_do_not_count(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(LEGAL))
def test_legal_forms_do_not_count(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(LOOK_ALIKES))
def test_letters_that_look_alike_are_one(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize("typed", ["ооо", "gmbh", "зао"])
def test_a_legal_form_alone_is_a_word_like_others(typed):
    INDEX.search(typed).hits()
    assert len(listed(typed)) < 20


@pytest.mark.parametrize(
    ("one", "other"),
    [("полёт", "полет"), ("СОВА", "сова"), ("аб'ект", "абʼект"), ("нано-тех", "нано‑тех"), ("граніт", "гранит")],
)
def test_two_spellings_give_one_answer(one, other):
    assert listed(one) == listed(other)
