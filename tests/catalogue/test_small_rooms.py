"""Suggestions, geometry, words, countries, relations: the small tools of the check."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.countries import country_code, country_codes, country_name
from guide.catalogue.geometry import is_inside, is_simple
from guide.catalogue.model import Ref
from guide.catalogue.suggest import Names, distance, nearest
from guide.catalogue.words import is_language, meant_language, mixture
from guide.i18n import Wording
from tests.catalogue.catalogues import catalogue

KEYS = ("name", "legal_name", "site", "stands", "participation", "email", "email_private", "host")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("naem", "name"),  # swapped
        ("nme", "name"),  # lost
        ("namee", "name"),  # added
        ("legal-name", "legal_name"),  # another separator
        ("LegalName", "legal_name"),
        ("nаmе", "name"),  # Cyrillic letters
        ("particpation", "participation"),
        ("stand", "stands"),
        ("legal", "legal_name"),  # the beginning of one only
        ("e", ""),
        ("colour", ""),
        ("", ""),
        ("x" * 1000, ""),
    ],
)
def test_did_you_mean(written, meant):
    assert nearest(written, KEYS) == meant


def test_a_suggestion_among_5000_ids_takes_a_moment():
    names = Names(f"exhibitor-{n}-of-{n % 7}" for n in range(5000))
    start = time.process_time()
    assert names.nearest("exhibiter-4321-of-2") == "exhibitor-4321-of-2"
    assert time.process_time() - start < 1


def test_distance_counts_letters_lost_added_changed_and_swapped():
    assert [distance("form", word, 3) for word in ("form", "from", "fork", "for", "forms", "of")] == [0, 1, 1, 1, 1, 3]
    assert distance("abcdef", "uvwxyz", 2) == 3


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_distance_is_the_same_both_ways_and_bounded_by_the_limit(one, other):
    assert distance(one, other, 8) == distance(other, one, 8) <= max(len(one), len(other))
    assert distance(one, other, 1) == min(2, distance(one, other, 8))


SQUARE = ((0, 0), (4, 0), (4, 4), (0, 4))


@pytest.mark.parametrize(
    ("polygon", "simple"),
    [
        (SQUARE, True),
        (SQUARE[::-1], True),
        (((0, 0), (4, 0), (4, 4), (2, 1), (0, 4)), True),  # a notch
        (((0, 0), (2, 0), (4, 0), (4, 4)), True),  # a corner on a straight side
        (((0, 0), (4, 4), (4, 0), (0, 4)), False),  # a bow tie
        (((0, 0), (4, 0), (1, 0), (1, 3)), False),  # back over the same side
        (((0, 0), (4, 0), (4, 4), (2, 0), (0, 4)), False),  # touches itself
        (((0, 0), (0, 0), (4, 0), (4, 4)), False),  # a side of no length
    ],
)
def test_a_simple_polygon_does_not_meet_itself(polygon, simple):
    assert is_simple(polygon) is simple


def test_inside_means_every_corner_in_it_or_on_its_edge():
    assert is_inside(((1, 1), (3, 1), (3, 3)), SQUARE)
    assert is_inside(((0, 0), (4, 0), (4, 4)), SQUARE)
    assert is_inside(((-0.005, 0), (4, 0), (4, 4)), SQUARE)
    assert not is_inside(((1, 1), (5, 1), (3, 3)), SQUARE)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Пoлесье", "Пoлесье"),  # a Latin o
        ("Завод Cталь", "Cталь"),  # a Latin C
        ("GSM-модуль", ""),
        ("ТорСталь", ""),
        ("ГАЗель NEXT", ""),
        ("АЗС №5 (Лукойл)", ""),
        ("ГАЗprom", ""),  # p, r, o, m: r has no Cyrillic twin
    ],
)
def test_words_that_mix_look_alike_letters(text, word):
    assert mixture(text)[0] == word


def test_languages():
    assert (is_language("ru"), is_language("zh-Hans"), is_language("by"), is_language("RU")) == (
        True,
        True,
        False,
        None,
    )
    assert [meant_language(tag) for tag in ("by", "RU", "ua", "xx", "ru")] == ["be", "ru", "uk", "", ""]


def test_countries_have_names_in_three_languages():
    assert [country_name("BY", tongue) for tongue in ("be", "ru", "en", "de")] == [
        "Беларусь", "Беларусь", "Belarus", "Belarus",
    ]  # fmt: skip
    assert (country_name("RU", "be"), country_name("ZZ", "en")) == ("Расія", "ZZ")
    assert len(country_codes()) == 250
    assert not country_codes() & {"EU", "UN", "ZZ", "SU"}
    assert (country_code("казахстан"), country_code("Nowhere")) == ("KZ", "")


def test_relations_read_the_ties_backwards():
    found = catalogue("""
[[hall]]
id = "h"
name = "H"
[[stand]]
code = "A1"
hall = "h"
region = "BY-BR"
[[region]]
id = "BY-BR"
name = "Брест"
[[region]]
id = "RU-ULY"
name = "Ульяновск"
hall = "h"
[[exhibitor]]
id = "x"
name = "X"
stands = ["A1"]
place = { region = "BY-BR" }
[[exhibitor]]
id = "y"
name = "Y"
host = "x"
hall = "h"
[[venture]]
id = "v"
name = "V"
kind = "project"
partners = ["x", "RU-ULY"]
from = { region = "BY-BR" }
to = { region = "RU-ULY" }
[[person]]
id = "p"
name = "P"
role = "министр"
organisation = "BY-BR"
[[session]]
id = "s"
title = "S"
speakers = ["p"]
organisations = ["x"]
regions = ["BY-BR"]
[[source]]
id = "q"
title = "Q"
[[figure]]
of = "x"
label = "n"
value = 1
sources = ["q"]
[[notice]]
id = "n"
text = "T"
about = "A1"
[[alias]]
of = "x"
text = "Икс"
""")
    ties = found.relations
    x, brest, session = Ref("exhibitor", "x"), Ref("region", "BY-BR"), Ref("session", "s")
    assert ties.at_stand == {"h#A1": (brest, x)}
    assert ties.in_hall == {"h": (Ref("stand", "h#A1"), Ref("region", "RU-ULY"), Ref("exhibitor", "y"))}
    assert ties.guests == {"x": (Ref("exhibitor", "y"),)}
    assert ties.residents == {"BY-BR": (x,)}
    assert ties.ventures == {x: (Ref("venture", "v"),), Ref("region", "RU-ULY"): (Ref("venture", "v"),)}
    assert (ties.outgoing, ties.incoming) == ({"BY-BR": (Ref("venture", "v"),)}, {"RU-ULY": (Ref("venture", "v"),)})
    assert ties.people == {brest: (Ref("person", "p"),)}
    assert ties.sessions == {Ref("person", "p"): (session,), x: (session,), brest: (session,)}
    assert ties.figures == {x: found.figures}
    assert ties.notices == {Ref("stand", "h#A1"): (Ref("notice", "n"),)}
    assert ties.aliases == {x: (Wording.same("Икс"),)}
    assert found.relations is ties
