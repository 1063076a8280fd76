"""A person's own marks beside the catalogue's words: the signs of a row, the lines of a card."""

from datetime import date, time

import pytest

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.text import width
from guide.view.own import SIGNS, gone_card, own_block, signs, stars
from guide.visit.state import MOST_STARS, Mark, Stop

EN = Tongue("en")


def said(blocks) -> str:
    return "\n".join(line.plain for block in blocks for line in block.lines(90))


@pytest.mark.parametrize(
    ("mark", "planned", "shown"),
    [
        (Mark(), False, "  "),
        (Mark(favourite=True), False, "★ "),
        (Mark(favourite=True, visited=True, note="x", rating=3), True, "★✓"),
        (Mark(note="x", rating=3), True, " ✎"),
        (Mark(rating=3), True, " •"),
        (Mark(rating=3), False, " ☆"),
    ],
)
def test_the_signs_of_a_row(mark, planned, shown):
    assert signs(mark, planned=planned) == shown
    assert width(shown) == SIGNS


@pytest.mark.parametrize("rating", range(MOST_STARS + 1))
def test_stars_are_as_many_as_the_best_rating(rating):
    assert len(stars(rating)) == MOST_STARS
    assert stars(rating).count("★") == rating


def test_what_a_card_says_of_ones_own_marks():
    mark = Mark(favourite=True, visited=True, rating=4, note="ask for Vera")
    stop = Stop("1", Ref("exhibitor", "x"), date(2025, 9, 30), time(10, 30))
    text = said(own_block(mark, [stop], EN))
    assert "★ favourite · ✓ visited · ★★★★☆ · • planned: 30 September, 10:30" in text
    assert "✎ ask for Vera" in text


def test_a_card_says_nothing_where_nothing_is_marked():
    assert own_block(Mark(), [], EN) == ()


def test_a_note_is_never_markup():
    assert "[red]x[/red]" in said(own_block(Mark(note="[red]x[/red]"), [], EN))


def test_what_left_the_catalogue_keeps_its_name_and_its_note():
    card = gone_card(Ref("exhibitor", "x"), Mark(note="buy", name="Zarya"), [], EN)
    text = said(card.blocks)
    assert card.title == "Zarya"
    assert "no longer in the catalogue" in text
    assert "buy" in text
    assert gone_card(Ref("exhibitor", "x"), Mark(), [Stop("1", name="Luch")], EN).title == "Luch"
    assert gone_card(Ref("exhibitor", "x"), Mark(), [], EN).title == "x"
