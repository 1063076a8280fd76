"""What a query met is marked in any text that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.search.highlight import spans
from guide.search.index import Index
from tests.search.fair import CATALOGUE

INDEX = Index.build(CATALOGUE)


def marked(text, query):
    """The text with brackets around what is highlighted for a query."""
    answer = INDEX.search(query)
    for start, end in reversed(INDEX.spans(text, answer)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("пол", "«[Пол]есье», Кобрин"),
        ("gjk", "«[Пол]есье», Кобрин"),  # typed on another layout
        ("poles", "«[Полес]ье»"),  # by sound
        ("polesi", "«[Полес]ье»"),  # half a digraph
        ("щек", "[Щёк]инский завод"),
        ("завод щек", "[Щёк]инский [завод]"),
        ("дар", "[Д’Ар]к"),
        ("санкт-пет", "[Санкт-Пет]ербург"),
        ("агро", "Бел[агро]маш"),
        ("мотоблоков", "тракторы, [мотоблок]и"),  # another form of the word
        ("7c5", "стенд [7С5.1]"),
        ("7 c 5 1", "стенд [7С5.1]"),
        ("полесье", "Полесье"[:0] + "[Полесье]"),
        ("", "Полесье"),
    ],
)
def test_marks(query, shown):
    assert marked(shown.replace("[", "").replace("]", ""), query) == shown


def test_a_word_left_out_is_not_marked():
    assert marked("Щёкинский завод", "завод -минский") == "Щёкинский [завод]"


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=3))
def test_pieces_lie_in_the_text_apart_and_in_order(text, words):
    end = -1
    for start, stop in spans(text, words):
        assert end < start < stop <= len(text)
        end = stop
