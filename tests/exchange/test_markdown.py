"""Markdown, judged by a CommonMark reader: what went in comes out as text, and nothing of it is markup."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide.exchange.agenda import entries
from guide.exchange.markdown import escaped, markdown
from guide.exchange.selection import favoured, things, visited, whole_fair
from guide.text import clean, one_line
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, visits
from tests.venue.fairs import fair_of

PATIENT = settings(deadline=None)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"p", "ul", "li", "h1", "h2", "h3", "strong", "em", "blockquote", "a", ""}


def texts(source: str) -> list[str]:
    """The texts between the tags, each paragraph, heading and item one; checks that no other tags are there."""
    found = []
    for token in READER.parse(source):
        assert token.tag in OURS, (token.tag, token.content)
        assert token.type not in ("html_block", "code_block", "fence", "hr")
        if token.type == "inline":
            said = ""
            for child in token.children or ():
                assert child.type not in ("html_inline", "image", "code_inline")
                if child.type == "link_open":
                    assert re.match(r"https?://", str(child.attrs["href"]))
                said += "\n" if child.type in ("softbreak", "hardbreak") else child.content
            found.append(said)
    return found


@given(st.one_of(st.text(max_size=60), st.text("\\`*_[]<>&|~#$-+=!.:()0123456789 wW:/hHtTpP@\n", max_size=30)))
@PATIENT
def test_any_text_is_text_wherever_it_stands(text):
    text = one_line(clean(text))
    if not text:
        return
    said = escaped(text)
    for before, after in (("", ""), ("# ", ""), ("- ", ""), ("> ", ""), ("- **10:00** ", " – x"), ("* ", "\n* y")):
        assert text in texts(f"{before}{said}{after}")[0]
    assert not re.search(r"(?i)www\.|https?://", said)


def test_a_visit_as_it_was(screen_snapshot):
    assert markdown(visited(CATALOGUE, ENGLISH, FULL)) == screen_snapshot


def test_a_note_keeps_its_lines():
    assert "Ask for prices;\nmeet Anna, again" in texts(markdown(favoured(CATALOGUE, ENGLISH, FULL)))


def test_when_a_record_was_last_checked_goes_along():
    catalogue = fair_of(
        '[[exhibitor]]\nid = "one"\nname = "One"\nchecked = 2026-02-01\n[[exhibitor]]\nid = "two"\nname = "Two"\n'
    )
    said = markdown(whole_fair(catalogue, ENGLISH))
    assert said.count("Checked") == 1
    assert "1 February 2026" in said


def test_the_fair_says_nothing_private():
    assert "director@" not in markdown(whole_fair(CATALOGUE, ENGLISH))
    refs = [ref for ref in whole_fair(CATALOGUE, ENGLISH).refs if ref.id == "polesie"]
    assert "director@" in markdown(things(CATALOGUE, ENGLISH, refs, private=True))


@given(visit=visits())
@PATIENT
def test_any_visit_is_read_back(visit):
    selection = visited(CATALOGUE, ENGLISH, visit)
    said = "\n".join(texts(markdown(selection)))
    for entry in entries(selection):
        assert one_line(entry.name) in said
        assert one_line(entry.where) in said
        assert one_line(entry.about) in one_line(said)
    for mark in visit.marks.values():
        assert one_line(mark.note) in one_line(said)


@HOSTILE
@pytest.mark.parametrize("private", [False, True])
def test_no_text_of_a_catalogue_is_markup(kind, private):
    catalogue = hostile(kind)
    selection = whole_fair(catalogue, tongue_of(catalogue), private=private)
    said = texts(markdown(selection))
    for ref in selection.refs:
        assert selection.name(ref) in said
