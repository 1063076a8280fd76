"""JSON: a visit is read back as the same visit; things are under the catalogue's own keys, private only if asked."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.catalogue.plain import referred, table_of, tables_of
from guide.errors import Exit, GuideError
from guide.exchange.records import records
from guide.exchange.selection import things, visited, whole_fair
from guide.exchange.visitfile import FORMAT, VisitFileError, read_json, visit_json
from guide.visit.state import EMPTY
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, visits
from tests.hostile import TEXTS

PATIENT = settings(deadline=None)


@given(visit=visits())
@PATIENT
def test_a_visit_is_read_back_as_the_same_visit(visit):
    read = read_json(visit_json(visited(CATALOGUE, ENGLISH, visit)), "small")
    assert read == visit
    assert list(read.marks) == list(visit.marks)


def test_everything_of_a_visit_is_written():
    written = json.loads(visit_json(visited(CATALOGUE, ENGLISH, FULL)))
    assert {key: written[key] for key in ("format", "version", "fair", "made")} == {
        "format": "exhibition-guide/visit", "version": 1, "fair": "small", "made": "2025-09-30T11:00:00+03:00",
    }  # fmt: skip
    assert written["plan"][3] == {
        "id": "b2", "day": "2025-09-30", "starts": "16:07", "minutes": 20, "title": "Ivan Petrov",
        "where": "café at the entrance", "about": "parts; terms", "meeting": True,
    }  # fmt: skip
    assert written["marks"][0] == {
        "ref": "exhibitor:polesie", "name": "Polesie Toys", "favourite": True, "visited": True, "rating": 4,
        "note": "Ask for prices;\nmeet Anna, again",
    }  # fmt: skip


def file_of(**changed: object) -> str:
    return json.dumps({"format": FORMAT, "version": 1, "fair": "small", **changed})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ("{", "no JSON from line 1"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no visit"),
        ("null", "no visit"),
        ('{"format": "other"}', "no visit"),
        (file_of(version=2), "version 2"),
        (file_of(version=None), "version None"),
        (file_of(fair="another"), "of the fair another"),
        (file_of(plan={}), "“plan” must be a list"),
        (file_of(plan=[1]), "Item 1 of “plan” is no object"),
        (file_of(plan=[{"id": "a"}, {}]), "Item 2 of “plan”: “id”"),
        (file_of(plan=[{"id": "a"}, {"id": "a"}]), "the same id"),
        (file_of(plan=[{"id": "a", "day": "2025-13-01"}]), "“day”"),
        (file_of(plan=[{"id": "a", "day": 20250930}]), "“day”"),
        (file_of(plan=[{"id": "a", "starts": "25:00"}]), "“starts”"),
        (file_of(plan=[{"id": "a", "starts": "10:00+03:00"}]), "“starts”"),
        (file_of(plan=[{"id": "a", "minutes": -5}]), "“minutes”"),
        (file_of(plan=[{"id": "a", "minutes": True}]), "“minutes”"),
        (file_of(plan=[{"id": "a", "title": []}]), "“title”"),
        (file_of(plan=[{"id": "a", "ref": "polesie"}]), "“ref”"),
        (file_of(marks=[{"favourite": True}]), "“ref”"),
        (file_of(marks=[{"ref": "planet:mars"}]), "“ref”"),
        (file_of(marks=[{"ref": "exhibitor:a", "favourite": "yes"}]), "“favourite”"),
        (file_of(marks=[{"ref": "exhibitor:a", "rating": 6}]), "“rating”"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, said):
    with pytest.raises(VisitFileError) as caught:
        read_json(text, "small")
    assert said in str(caught.value)
    assert caught.value.exit_code == Exit.UNREADABLE


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["id", "ref", "day", "starts", "minutes", "title", "favourite", "note", "rating"]), inner, max_size=4),
)  # fmt: skip


@given(plan=JSON, marks=JSON)
@PATIENT
def test_anything_else_is_refused_or_read(plan, marks):
    with suppress(GuideError):
        read_json(file_of(plan=plan, marks=marks), "small")


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_words_from_a_file_are_cleaned(kind):
    from guide.text import clean

    hostile_text = TEXTS[kind]
    read = read_json(file_of(plan=[{"id": "a", "title": hostile_text}],
                             marks=[{"ref": "exhibitor:a", "note": hostile_text}]), "small")  # fmt: skip
    assert read.plan[0].title == clean(hostile_text)
    assert read.mark(Ref("exhibitor", "a")).note == clean(hostile_text)


def test_nothing_is_read_as_nothing():
    assert read_json(file_of(), "small") == EMPTY


def test_things_have_the_catalogues_own_fields():
    written = json.loads(records(things(CATALOGUE, ENGLISH, [Ref("exhibitor", "veras"), Ref("venture", "toys")])))
    assert written["exhibitor"] == [table_of(CATALOGUE.exhibitors["veras"])]
    assert written["venture"] == [table_of(CATALOGUE.ventures["toys"])]
    assert [source["id"] for source in written["source"]] == ["s1", "s2"]
    assert written["fair"]["id"] == "small"
    assert (written["format"], written["version"]) == ("exhibition-guide/catalogue", 1)


def test_private_fields_only_where_asked_for():
    polesie = [Ref("exhibitor", "polesie")]
    assert "email_private" not in records(things(CATALOGUE, ENGLISH, polesie))
    assert "email_private" not in records(whole_fair(CATALOGUE, ENGLISH))
    [written] = json.loads(records(things(CATALOGUE, ENGLISH, polesie, private=True)))["exhibitor"]
    assert written == table_of(CATALOGUE.exhibitors["polesie"])


def test_a_whole_fair_is_all_that_its_catalogue_holds():
    written = json.loads(records(whole_fair(CATALOGUE, ENGLISH, private=True)))
    assert {key: rows for key, rows in written.items() if key not in ("format", "version", "made")} == tables_of(
        CATALOGUE
    )
    assert list(written)[:5] == ["format", "version", "made", "fair", "exhibitor"]


def test_what_some_things_lead_to_is_there_besides():
    written = json.loads(records(things(CATALOGUE, ENGLISH, [Ref("venture", "toys")])))
    refs = {(kind, each["id"]) for kind, rows in written["refs"].items() for each in rows if "id" in each}
    assert ("exhibitor", "polesie") in refs
    known = {(kind, each["id"]) for kind in ("venture", "source") for each in written[kind]} | refs
    for kind, rows in (*written["refs"].items(), ("venture", written["venture"])):
        for each in rows:
            thing = CATALOGUE.get(Ref(kind, each.get("id") or f"{each['hall']}#{each['code']}"))
            assert {tuple(ref) for ref in referred(thing) if ref.kind not in ("stand", "fair")} <= known
    assert "email_private" not in json.dumps(written)


@HOSTILE
def test_no_text_of_a_catalogue_breaks_it(kind):
    catalogue = hostile(kind)
    written = json.loads(records(whole_fair(catalogue, tongue_of(catalogue))))
    assert written["venture"] == [table_of(catalogue.ventures["venture-1"])]
