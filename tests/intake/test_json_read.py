"""JSON from strangers: bounded in size and depth, and what is odd in it is told."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake.files import ForeignError, Incoming
from guide.intake.json_read import VALUES, text_of, value_of


def read(content: str | bytes):
    value, oddities = value_of(Incoming("a.json", content.encode() if isinstance(content, str) else content))
    return value, [(oddity.code, oddity.value) for oddity in oddities]


def test_what_is_odd_is_told_once_and_read_as_far_as_it_goes():
    content = '{"a": 1, "a": 2, "n": NaN, "i": -Infinity, "h": 1e999, "w": ' + "9" * 5000 + "}"
    value, odd = read(content)
    assert value == {"a": 2, "n": None, "i": None, "h": None, "w": None}
    assert [code for code, _ in odd] == ["I072", "I072", "I072", "I072", "I071"]


@pytest.mark.parametrize(
    "content",
    ["[" * 101 + "]" * 101,
     "[" * 100_000, '{"a":' * 100_000, "[" + "1," * (VALUES + 1) + "1]", '{"a": ', "", "[1] [2]", b"\xff\xfe\x00\xd8",
     b'{"a": "\xff"}'],
    ids=["deeper than anybody looks",
         "deep lists", "deep tables", "many values", "cut off", "nothing", "two", "half a letter", "no text"],
)  # fmt: skip
def test_what_cannot_be_held_or_is_not_whole_is_refused(content):
    with pytest.raises(ForeignError) as raised:
        read(content)
    assert str(raised.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be"])
def test_the_encodings_of_json_are_told_apart(encoding):
    assert read('{"город": "Мінск"}'.encode(encoding))[0] == {"город": "Мінск"}


@settings(max_examples=40)
@given(st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_all_that_is_json_comes_as_it_is(value):
    assert read(json.dumps(value))[0] == value


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(ForeignError):
        read(data)


@pytest.mark.parametrize(("value", "text"), [("a\x1b[1m ", "a␛[1m"), (5, "5"), (2.50, "2.5"), (True, ""), (None, "")])
def test_texts_are_cleaned_and_numbers_are_texts_too(value, text):
    assert text_of(value) == text
