"""What is odd in cells is said in whole sentences, in any language, and as a remark on a field."""

import pytest

from guide.i18n import Tongue
from guide.intake.booths import booths_of
from guide.intake.cell import Odd
from guide.intake.contacts import emails, phones, sites, socials
from guide.intake.countries_meant import country_meant
from guide.intake.firms import firm_of
from guide.intake.oddities import CODES, GUESS
from guide.intake.towns import town_of
from guide.intake.when import clock, day

ODD: dict[str, tuple[Odd, ...]] = {
    "I004": booths_of("А12B").odd,
    "I006": country_meant("Narnia").odd,
    "I008": firm_of("ОАО «Завод «Луч»").odd,
    "I020": booths_of("где-то там").odd,
    "I021": booths_of("А12-А15").odd,
    "I022": booths_of("7С5.1").odd,
    "I023": booths_of("Hall 5 A12", "Hall 6").odd,
    "I030": country_meant("Белорусь").odd,
    "I031": phones("позвоните").odd,
    "I032": emails("info(at)example.by").odd,
    "I033": emails("спросите").odd,
    "I034": sites("нашли сами").odd,
    "I035": socials("@example").odd,
    "I036": day("скоро").odd,
    "I037": clock("скоро").odd,
    "I038": day("09/10/2025").odd,
    "I039": town_of("Minsk, Belarus", "RU").odd,
}


@pytest.mark.parametrize("code", ODD)
def test_an_oddity_says_what_is_odd(code: str) -> None:
    (odd,) = ODD[code]
    assert odd.code == code
    oddity = odd.at("list.csv", 7, "Стенд")
    assert (oddity.file, oddity.row, oddity.column) == ("list.csv", 7, "Стенд")
    for language in ("en", "ru", "be"):
        tongue = Tongue(language)
        for said in (oddity.said(tongue), oddity.hinted(tongue)):
            assert "{" not in said
    assert odd.guessed == (CODES[code].weight == GUESS)
    assert odd.remark("stands").message == CODES[code].message
