"""Where a key and its value stand: the piece that is pointed at reads as the value itself."""

import tomli
from hypothesis import assume, given, settings

from guide.catalogue.locate import Locator
from guide.catalogue.scan import scan
from tests.catalogue.documents import documents


def everything(value, path=()):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key), item
        yield from everything(item, (*path, key))


@settings(max_examples=100, deadline=None)
@given(documents())
def test_the_slice_of_a_value_parses_to_the_value(text):
    text = text.replace("\r\n", "\n")
    try:
        table = tomli.loads(text)
    except ValueError:
        assume(False)
    locator = Locator(text)
    for path, value in everything(table):
        span = locator.span(path)
        assert span is not None, path
        piece = text[span.value : span.end]
        if piece.startswith("[") and isinstance(value, dict | list) and span.key == span.value and piece.endswith("]"):
            continue  # a header
        if span.value == span.end:
            continue  # a table that only dotted keys speak of
        assert repr(tomli.loads(f"x = {piece}")["x"]) == repr(value), path


@settings(max_examples=100, deadline=None)
@given(documents())
def test_the_scan_finds_no_fault_in_what_the_parser_accepts(text):
    text = text.replace("\r\n", "\n")
    try:
        tomli.loads(text)
    except ValueError:
        assume(False)
    assert scan(text).faults == []


TEXT = """\
# remark
[fair]
name = "x"  # [[stand]]
venue.place = { city = "Минск", country = "BY" }

[[stand]]
code = "A1"
polygon = [
  [0, 0], # a corner
  [2, 0],
]

[[stand]]
"code" = '''A
[[stand]]
2'''
"""


def place(*path):
    locator = Locator(TEXT)
    span = locator.span(path)
    assert span is not None
    return locator.point(span.key), TEXT[span.value : span.end]


def test_a_key_and_its_value():
    assert place("fair", "name") == ((3, 1), '"x"')


def test_a_key_in_braces_behind_dots():
    assert place("fair", "venue", "place", "country") == ((4, 33), '"BY"')


def test_a_record_is_its_header():
    assert place("stand", 1) == ((13, 1), "[[stand]]")


def test_an_item_of_a_list_of_several_lines():
    assert place("stand", 0, "polygon", 1, 0) == ((10, 4), "2")


def test_a_header_within_a_text_is_text():
    assert place("stand", 1, "code") == ((14, 1), "'''A\n[[stand]]\n2'''")


def test_what_is_not_there_is_not_found_and_what_is_around_it_is():
    locator = Locator(TEXT)
    assert locator.span(("stand", 0, "name")) is None
    assert locator.nearest(("stand", 0, "name")) == locator.span(("stand", 0))
    assert locator.nearest(("hall", 0)) is None


def test_a_deep_nest_does_not_overflow():
    locator = Locator("a = " + "[" * 350 + "]" * 350 + "\nb = 1\n")
    assert locator.span(("b",)) is not None
