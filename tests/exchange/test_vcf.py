"""The address cards, judged by vobject: every field is read back as the catalogue has it, with any words."""

from dataclasses import replace

import pytest
import vobject
from hypothesis import given, settings

from guide.catalogue.model import Ref
from guide.exchange import vcf
from guide.exchange.facts import facts
from guide.exchange.selection import favoured, things, visited, whole_fair
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, RUSSIAN, visits

PATIENT = settings(deadline=None)


def parsed(text: str) -> list[vobject.base.Component]:
    """The cards as vobject reads them, after their form was held against the standard."""
    assert not text or text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    cards = list(vobject.readComponents(text))
    for card in cards:
        assert card.name == "VCARD"
        assert card.version.value == "3.0"
        card.validate(raiseException=True)
    return cards


def test_a_firm_is_read_back():
    [card] = parsed(vcf.cards(things(CATALOGUE, RUSSIAN, [Ref("exhibitor", "polesie")])))
    assert card.fn.value == "Полесские игрушки"
    assert card.org.value == ["Полесские игрушки"]
    assert card.nickname.value == "Палескія цацкі / Polesie Toys"
    assert card.tel.value == "+375 16 000-00-01"
    assert [email.value for email in card.email_list] == ["toys@polesie.example"]
    assert card.url.value == "https://polesie.example/"
    assert (card.adr.value.city, card.adr.value.region) == ("Кобрин", "Брестская область")
    assert card.adr.value.country == "Беларусь"
    assert "Малая ярмарка: Зал 2 · 7C5.1" in card.note.value
    assert card.uid.value == "exhibitor-polesie@small.exhibition-guide"


def test_a_person_is_read_back():
    [card] = parsed(vcf.cards(things(CATALOGUE, ENGLISH, [Ref("person", "ivanova")])))
    assert card.fn.value == "Anna Ivanova"
    assert card.n.value.given == "Anna Ivanova"
    assert card.org.value == ["Polesie Toys"]
    assert card.title.value == "director"
    assert card.nickname.value == "Анна Иванова / Ганна Іванова"


def test_whose_sign_hangs_there_is_noted():
    [card] = parsed(vcf.cards(things(CATALOGUE, ENGLISH, [Ref("exhibitor", "luch")])))
    assert "Hall 1 · A2" in card.note.value
    assert "Look for the sign: Veras" in card.note.value


def test_private_addresses_only_where_asked_for():
    polesie = [Ref("exhibitor", "polesie")]
    assert "director@" not in vcf.cards(things(CATALOGUE, ENGLISH, polesie))
    assert "director@" not in vcf.cards(whole_fair(CATALOGUE, ENGLISH))
    [card] = parsed(vcf.cards(things(CATALOGUE, ENGLISH, polesie, private=True)))
    assert [email.value for email in card.email_list] == ["toys@polesie.example", "director@polesie.example"]


def test_the_fair_has_a_card_of_each_exhibitor_and_person_but_those_known_from_ties():
    cards = parsed(vcf.cards(whole_fair(CATALOGUE, ENGLISH)))
    assert len(cards) == len(CATALOGUE.exhibitors) - 1 + len(CATALOGUE.people)
    assert "The Quiet Works" not in {card.fn.value for card in cards}


def test_favourites_keep_their_notes_and_those_that_left_their_names():
    cards = {card.fn.value: card for card in parsed(vcf.cards(favoured(CATALOGUE, ENGLISH, FULL)))}
    assert cards.keys() == {"Polesie Toys", "Veras", "Anna Ivanova", "Left Long Ago Ltd"}
    assert "Ask for prices;\nmeet Anna, again" in cards["Polesie Toys"].note.value
    gone = cards["Left Long Ago Ltd"].note.value
    assert "no longer in the catalogue" in gone
    assert "owes me a pen" in gone


def test_a_stand_gives_the_cards_of_those_who_stand_there():
    selection = things(CATALOGUE, ENGLISH, [Ref("stand", "h2#7C5.1"), Ref("exhibitor", "polesie"), Ref("hall", "h1")])
    assert [card.fn.value for card in parsed(vcf.cards(selection))] == ["Polesie Toys"]
    assert vcf.cardless(selection) == 1
    nobody = replace(CATALOGUE, exhibitors={})
    assert vcf.cards(things(nobody, ENGLISH, [Ref("stand", "h2#7C5.1")])) == ""


@given(visit=visits())
@PATIENT
def test_any_visit_is_read_back(visit):
    selection = visited(CATALOGUE, ENGLISH, visit)
    cards = parsed(vcf.cards(selection))
    refs = vcf.carded(selection)
    assert len(cards) == len(refs)
    for card, ref in zip(cards, refs, strict=True):
        told = facts(selection, ref)
        assert card.fn.value == told.name
        assert card.note.value.endswith(told.note)


@HOSTILE
@pytest.mark.parametrize("private", [False, True])
def test_no_text_of_a_catalogue_breaks_it(kind, private):
    catalogue = hostile(kind)
    selection = whole_fair(catalogue, tongue_of(catalogue), private=private)
    cards = parsed(vcf.cards(selection))
    assert [card.fn.value for card in cards] == [selection.name(ref) for ref in vcf.carded(selection)]
    for card, ref in zip(cards, vcf.carded(selection), strict=True):
        thing = facts(selection, ref)
        assert card.note.value.split("\n")[1:] == [f"{line.label}: {line.text}" for line in thing.lines]
        if ref.kind == "person":
            assert card.title.value == next(
                line.text for line in thing.lines if line.label == selection.tongue.t("Role")
            )


def test_nobody_is_no_card():
    assert vcf.cards(things(CATALOGUE, ENGLISH, [Ref("hall", "h1")])) == ""
