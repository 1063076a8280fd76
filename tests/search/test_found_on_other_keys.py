"""Typed with another keyboard layout on: the keys that were hit are read as they would be on the one that was meant."""

import pytest

from tests.search.crowd import INDEX, check_first, listed, rows

RUSSIAN = [
    # Russian words on the English layout.
    ("gjktcmt", "polesie"),
    ("Gjktcmt", "polesie"),
    ("GJKTCMT", "polesie"),
    ("uhfybn", "granit"),
    ("dthnbrfkm", "vertikal"),
    ("dthnbrfkm-kban", "vertikal-lift"),
    ("cjkytxysq kex", "solnechny"),
    ("kex cjkytxysq", "solnechny"),
    ("xfqrf", "chaika"),
    ("yfyj-nt[", "nanotech"),
    ("cfyrn-gtnth,ehu", "nanotech"),
    ("jhif-k`y", "orsha-len"),
    # Not finished.
    ("gjktcm", "polesie"),
    ("cjkytx", "solnechny"),
    ("cnfyrb xge", "nanotech"),
    ("cnfyrb c xge", "nanotech"),
    ("dthnbr", "vertikal"),
    ("nhfrnjh", "mtz"),
    # Keys that are punctuation here and letters there: х ъ ж э б ю ё.
    ("[jkjl-vfcnth", "holod"),
    ("[jkjljd", "holodov"),
    ("{jkjljd", "holodov"),
    (".,bktqysq", "yubileyny"),
    (".,bktqysq [kt,", "yubileyny"),
    (">,bktqysq [kt,", "yubileyny"),
    (".,bk", "yubileyny"),
    (";tvxeu", "zhemchug"),
    (":tvxeu", "zhemchug"),
    (";tv", "zhemchug"),
    ("'dhbrf", "evrika"),
    ('"dhbrf', "evrika"),  # a capital Э, though a quote may open a phrase
    ("'dh", "evrika"),
    (",tnjyyst", "beton"),
    (",tnj", "beton"),
    ("`kjxrf", "elochka"),
    ("`kjx", "elochka"),
    ("j,]tlby`yyst yfcjcs", "obed"),
    ("j,]tlbytyyst", "obed"),
    (",th`pjdcrbq", "kirpich"),
    (",j,heqcr", "berezina"),
    ("rj,hby", "polesie"),
    (";ehfdkbysq rhfq", "zhuravl"),
    ("o`rbycrbq", "shkz"),
    ("otrbycrbq", "shkz"),
    # Initials.
    ("vnp", "mtz"),
    ("VNP", "mtz"),
    ("vvp", "mmz"),
    # People, services, what joins two.
    ("ue,thyfnjh", "p-hryhorieu"),
    ("rjdfk`df", "p-kovaleva"),
    ("ufhlthj,", "v-cloak"),
]

BELARUSIAN = [
    # Belarusian words on the English layout; і is where и is, ў is where щ is, and the apostrophe is ].
    ("dbwt,crbz lsdfys", "kovry"),
    ("lsdfys", "kovry"),
    ("gfktcct", "polesie"),
    (",zhjpfocrfz w'ukf", "kirpich"),
    ("plfhjot b czv]z", "zdarouje"),
    ("plfhjot", "zdarouje"),
    ("f,]trn", "abjekt"),
    ("f,'trn", "abjekt"),
    ("vfubk`o", "mkt"),
    ("ix'h,f", "p-shcherba"),
    ("vfkjxys hfq", "milk"),
    # Russian words on the Belarusian layout, and the reverse.
    ("ўёкінскій", "shkz"),
    ("вітебскіе коври", "kovry"),
    ("гранит", "granit"),
    ("граніт", "granit"),
    ("віцебскія", "kovry"),
    ("вицебския", "kovry"),
    ("здарощье", "zdarouje"),
]

ENGLISH = [
    # English and German words on the Russian layout and on the Belarusian one.
    ("ысртушвук", "schneider"),
    ("цуиук", "weber"),
    ("цуіук", "weber"),
    ("цуиф", "webasta"),
    ("гтшеув", "united"),
    ("Гтшеув", "united"),
    ("ГТШЕУВ", "united"),
    ("гтшсф", "unica"),
    ("йгфтегь вкшмуы", "quantum"),
    ("йгфт", "quantum"),
    ("рнзукшщт", "hyperion"),
    ("рнзукшўт", "hyperion"),
    ("ощртыщт ещщды", "johnson"),
    ("цфптук", "wagner"),
    ("ьшддук", "miller"),
    ("ргфцфтп дшпреы", "huawang"),
    ("чштвф", "xinda"),
    ("ыеуштук", "steiner"),
    ("мукешсфд", "vertikal"),
    ("зщдуышу", "polesie"),
]

WITH_A_SLIP = [
    ("gjkbcmt", "polesie"),
    ("gjktccmt", "polesie"),
    ("gjktmct", "polesie"),
    ("uhbybn", "granit"),
    ("dthntrfkm", "vertikal"),
    (";tvx.u", "zhemchug"),
    ("'dfhbrf", "evrika"),
    (".,tktqysq", "yubileyny"),
    ("cjkbxysq kex", "solnechny"),
    ("йгфтешь", "quantum"),
    ("рнзузшщт", "hyperion"),
    ("цуиьук", "weber"),
    ("ысртувшук", "schneider"),
]


@pytest.mark.parametrize(("typed", "meant"), rows(RUSSIAN))
def test_russian_on_english_keys(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(BELARUSIAN))
def test_belarusian_and_russian_keys(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(ENGLISH))
def test_latin_names_on_cyrillic_keys(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(WITH_A_SLIP))
def test_wrong_keys_and_a_slip_at_once(typed, meant):
    check_first(typed, meant)


@pytest.mark.parametrize("typed", ["gjktcmt", "vnp", "гтшеув", ";tvxeu"])
def test_the_layout_is_said_to_be_the_reason(typed):
    answer = INDEX.search(typed)
    assert answer.reason == "keyboard-layout"
    assert answer.reading
    assert answer.hits(limit=1)[0].why[0].reason == "keyboard-layout"


@pytest.mark.parametrize("typed", ["webasta", "miller", "полесье", "стан", "unica"])
def test_what_is_found_as_typed_is_not_read_anew(typed):
    assert INDEX.search(typed).reading == ""


@pytest.mark.parametrize("typed", ["gjktcmt", "гтшеув", "vnp"])
def test_literally_nothing_is_read_anew(typed):
    assert INDEX.search(typed, literally=True).total == 0
    assert listed(typed)
