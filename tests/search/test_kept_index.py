"""An index that was kept is the index that was built; damaged, it is none."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.search.fields import KINDS
from guide.search.frozen import find, freeze, keep, thaw
from guide.search.index import Index
from tests.search import (
    test_found_by_parts,
    test_found_by_stand,
    test_found_in_any_form,
    test_found_in_other_letters,
    test_found_mistyped,
    test_found_on_other_keys,
    test_found_together,
)
from tests.search.crowd import CATALOGUE, INDEX, PATIENT

BODY = bytes(freeze(INDEX))
THAWED = thaw(BODY, CATALOGUE)
ODD = (ValueError, LookupError, TypeError)

ASKED = [
    *(
        "",
        "  ",
        "стан",
        "-полесье",
        '"солнечный луч"',
        "страна:BY",
        "зал:7 луч",
        "полисье -кобрин",
        "область",
        "в москве",
    ),
    *(row[0] for row in test_found_by_parts.ACROSS),
    *(row[0] for row in test_found_mistyped.ONE_SLIP[::2]),
    *(row[0] for row in test_found_on_other_keys.RUSSIAN[::2]),
    *(row[0] for row in test_found_in_other_letters.BRANDS[::2]),
    *(row[0] for row in test_found_in_any_form.BELARUSIAN[::3]),
    *(row[0] for row in test_found_by_stand.SPELLINGS[::3]),
    *(row[0] for row in test_found_together.PHRASES_AND_FILTERS),
]


def told(index: Index, query: str):
    """All that an answer says."""
    answer = index.search(query)
    return (
        [(hit.ref, hit.score, hit.why) for hit in answer.hits(limit=8)],
        {kind: answer.refs(kind) for kind in KINDS},
        (answer.total, answer.reading, answer.reason, answer.words, answer.missing, answer.literally),
    )


@pytest.mark.parametrize("query", dict.fromkeys(ASKED))
def test_a_thawed_index_answers_as_the_one_that_was_frozen(query):
    assert told(THAWED, query) == told(INDEX, query)


def test_the_base_order_and_the_values_are_the_same():
    assert {kind: list(refs) for kind, refs in THAWED.order.items()} == {k: list(r) for k, r in INDEX.order.items()}
    assert THAWED.background == INDEX.background
    for name in ("country", "region", "hall", "sector", "kind", "day"):
        assert [value.key for value in THAWED.values.of(name)] == [value.key for value in INDEX.values.of(name)]
        assert THAWED.values.complete(name, "", ("ru",)) == INDEX.values.complete(name, "", ("ru",))


@pytest.mark.parametrize("query", ["полесье", "gjktcmt", "шнайдер", "страна:BY"])
def test_what_was_thawed_can_be_frozen_again(query):
    again = thaw(bytes(freeze(THAWED)), CATALOGUE)
    assert told(again, query) == told(INDEX, query)


def test_an_empty_catalogue_is_kept_as_well():
    from guide.catalogue.model import Catalogue

    empty = Catalogue(CATALOGUE.fair)
    thawed = thaw(bytes(freeze(Index.build(empty))), empty)
    assert thawed.search("полесье").total == thawed.search("").total == 0


@pytest.mark.parametrize("length", [0, 1, 2, 10, 100, 1000, len(BODY) // 2, len(BODY) - 1])
def test_bytes_that_end_too_soon_are_no_index(length):
    with pytest.raises(ODD):
        thaw(BODY[:length], CATALOGUE)


@pytest.mark.parametrize(
    "body",
    [
        b"\n",
        b"{}\n",
        b"[]\n",
        b"null\n",
        b"1\n",
        b'{"groups": 1, "pieces": 1}\n',
        b'{"groups": [], "pieces": []}\n',
        b'{"groups": [[], [], []], "pieces": [-1, 1]}\n',
        b'{"groups": [[], [], []], "pieces": ["a"]}\n',
        b"\xff\xfe\n",
        b"[" * 500 + b"\n",
        BODY + b"\0",
        BODY[BODY.index(b"\n") :],
        BODY.replace(b'"pieces": [', b'"pieces": [1, ', 1),
        json.dumps({"groups": [[], [], []], "pieces": [0] * 60}).encode() + b"\n",
    ],
    ids=range(15),
)
def test_bytes_that_are_none_are_no_index(body):
    with pytest.raises(ODD):
        thaw(body, CATALOGUE)


@settings(PATIENT, max_examples=150)
@given(st.integers(0, len(BODY) - 1), st.binary(min_size=1, max_size=4))
def test_damaged_bytes_raise_what_is_expected_or_still_make_an_index(at, other):
    # What is damaged on disk is noticed by its checksum; here it is that nothing unforeseen happens.
    with suppress(ODD):
        thaw(BODY[:at] + other + BODY[at + len(other) :], CATALOGUE)


@settings(PATIENT, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(BODY) + 200), st.integers(1, 255))
def test_a_damaged_file_is_not_opened(tmp_path, at, change):
    keep(tmp_path, tmp_path / "fair", "digest", INDEX)
    (file,) = tmp_path.glob("*.kept")
    assert find(tmp_path, tmp_path / "fair", "digest", CATALOGUE) is not None
    body = bytearray(file.read_bytes())
    body[at % len(body)] ^= change
    file.write_bytes(bytes(body))
    assert find(tmp_path, tmp_path / "fair", "digest", CATALOGUE) is None
    file.write_bytes(bytes(body[: at % len(body)]))
    assert find(tmp_path, tmp_path / "fair", "digest", CATALOGUE) is None


def test_another_source_is_another_index(tmp_path):
    keep(tmp_path, tmp_path / "fair", "digest", INDEX)
    assert find(tmp_path, tmp_path / "fair", "another", CATALOGUE) is None
    assert find(tmp_path, tmp_path / "other", "digest", CATALOGUE) is None
    assert find(tmp_path / "nowhere", tmp_path / "fair", "digest", CATALOGUE) is None
