"""A query in words: what is looked for, and what was not understood, in three languages."""

from functools import cache

import pytest

from guide.catalogue.load import load
from guide.i18n import Tongue
from guide.search.fields import KINDS
from guide.search.order import sorted_refs
from guide.search.query import parse
from guide.search.values import Values
from guide.view.asked import asked, mistake_said, not_understood, unknown_said
from tests.cli.run import SMALL


@cache
def values() -> Values:
    catalogue = load(SMALL).catalogue
    return Values.build(
        catalogue, {kind: tuple(sorted_refs(catalogue, catalogue.refs(kind), "name")) for kind in KINDS}
    )


def said(text: str, language: str = "en") -> str:
    return asked(parse(text), values(), Tongue(language, ("ru", "be", "en")))


def wrong(text: str, language: str = "en") -> list[str]:
    return not_understood(parse(text), values(), Tongue(language, ("ru", "be", "en")))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ""),
        ("machine tools", "with “machine tools”"),
        ('"machine tools"', "with exactly “machine tools”"),
        ("-cnc", "without the word “cnc”"),
        ("-cnc -lathe", "without the words “cnc” and “lathe”"),
        ('-"machine tools"', "without the phrase “machine tools”"),
        # Values go by the name that the catalogue gives them, however they were typed.
        ("страна:РБ", "country: Belarus"),
        ("cnhfyf^BY,RU", "country: Belarus or Russia"),
        ("регион:брест", "region: Brest Region"),
        ("-country:BY,RU", "country: not Belarus, not Russia"),
        ("country:FR", "country: France"),
        ("зал:1", "hall: Hall 1"),
        ("день:29.09", "day: 29 September"),
        ("статус:действует", "status: operating"),
        # A kind comes first and needs no name before it.
        ("sector:toys kind:экспонент", "exhibitors; sector: toys"),
        ("kind:exhibitor,venture", "exhibitors or ventures"),
        ("-kind:stand", "kind: not stands"),
        # Texts to look for stand as typed; so does what a few letters have in common.
        ("name:игрушк,toy", "name: “игрушк” or “toy”"),
        ("day:october", "day: 1 October"),
        ("kind:c", "kind: “c…”"),
        # What keeps nothing out is not said.
        ("country:", ""),
        ("стрна:BY region:nowhere", ""),
        ("country:BY,nowhere", "country: Belarus"),
        ("machine стрна:BY country:BY -cnc", "country: Belarus; with “machine”; without the word “cnc”"),
    ],
)
def test_what_is_asked_for(typed, words):
    assert said(typed) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "участники; страна: Беларусь; регион: Брестская область; со словами «станки»"),
        ("be", "удзельнікі; краіна: Беларусь; рэгіён: Брэсцкая вобласць; са словамі «станки»"),
        ("en", "exhibitors; country: Belarus; region: Brest Region; with “станки”"),
    ],
)
def test_it_is_said_in_each_language(language, words):
    assert said("вид:экспонент страна:BY регион:брест станки", language) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("страна:BY станки", []),
        ("стрна:BY", ["There is no filter “стрна:”. Did you mean “страна:”?"]),
        ("coutry: BY", ["There is no filter “coutry:”. Did you mean “country:”?"]),
        (
            "регион:бретская",
            ["The filter “region:” has no value “бретская”. Did you mean “Брестская область”?"],
        ),
        ("-sector:xyz,toys,tyos", [
            "The filter “sector:” has no value “xyz”.",
            "The filter “sector:” has no value “tyos”. Did you mean “toys”?",
        ]),
        ("name:zzz country:FR country:", []),
    ],
)  # fmt: skip
def test_what_was_not_understood(typed, words):
    assert wrong(typed) == words


def test_one_sentence_at_a_time():
    tongue = Tongue("en")
    [mistake] = parse("стрна:BY").mistakes
    assert mistake_said(mistake, tongue) == "There is no filter “стрна:”. Did you mean “страна:”?"
    assert unknown_said("hall", "9", "", tongue) == "The filter “hall:” has no value “9”."
    assert unknown_said("hall", "two\n lines", "Hall 2", tongue) == (
        "The filter “hall:” has no value “two lines”. Did you mean “Hall 2”?"
    )


def test_the_guess_is_asked_in_the_language_of_the_interface():
    assert wrong("стрна:BY", "ru")[0].endswith("Может быть, «страна:»?")
    assert wrong("стрна:BY", "be")[0].endswith("Можа, гэта «страна:»?")
