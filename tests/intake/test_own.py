"""The guide's own JSON: what ``guide export json`` writes of a fair is imported as the same catalogue."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue import fields
from guide.catalogue.check import check
from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Ref
from guide.errors import Exit
from guide.exchange.records import records
from guide.exchange.selection import things, whole_fair
from guide.i18n import Tongue
from guide.intake import own
from guide.intake.draft import Draft
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.ids import named
from guide.intake.joined import joined
from guide.intake.written import written
from tests.catalogue.test_plain import plain_catalogue, record_of
from tests.cli.run import run
from tests.exchange.hostile_fair import HOSTILE, hostile
from tests.intake.foreign import whole
from tests.venue.fairs import bundled, example

ENGLISH = Tongue("en")
SMALL = Path(__file__).parents[1] / "fairs" / "small"


@cache
def small() -> Catalogue:
    return load(SMALL, cache=None).catalogue


def draft_of(*texts: str) -> Draft:
    files = [Incoming(f"{number}.json", text.encode()) for number, text in enumerate(texts, 1)]
    return joined([own.read(files, Asked())], Asked())


def imported(*texts: str) -> Catalogue:
    """The catalogue that the files written of an export hold."""
    files = written(named(draft_of(*texts)), ENGLISH)
    checked = check([tomli.loads(text) for _, text in sorted(files.items())])
    codes = {finding.code for finding in checked.findings}
    assert not {code for code in codes if code.startswith(("E1", "E2"))} - {"E208"}  # its own host, as it was
    assert checked.catalogue is not None
    return checked.catalogue


def exported(catalogue: Catalogue, *, private: bool = True) -> str:
    return records(whole_fair(catalogue, ENGLISH, private=private))


def of(**parts: object) -> str:
    return json.dumps({"format": own.FORMAT, "version": 1, "fair": {"id": "f", "name": "F"}, **parts})


@pytest.mark.parametrize("fair", [bundled, example, small])
def test_a_fair_comes_back_as_it_was(fair):
    draft = draft_of(exported(fair()))
    assert not draft.oddities
    assert not draft.unplaced
    assert imported(exported(fair())) == fair()


def said(record: dict[str, Any]) -> dict[str, Any]:
    """The record without tables that say nothing, inside others too: they are not written."""
    inner = {key: said(value) if isinstance(value, dict) else value for key, value in record.items()}
    return {key: value for key, value in inner.items() if value not in ({}, [{}])}


@pytest.mark.parametrize("kind", fields.TABLES)
@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_any_record_comes_back_as_it_was(kind, data):
    record = said(data.draw(record_of(fields.TABLES[kind])))
    catalogue = check([plain_catalogue(kind, record)]).catalogue
    assert imported(exported(catalogue)) == catalogue


@HOSTILE
def test_hostile_texts_come_back_as_they_were(kind):
    assert imported(exported(hostile(kind))) == hostile(kind)


def test_without_private_fields_all_else_comes_back():
    text = exported(example(), private=False)
    assert "email_private" not in text
    got, whole = imported(text), example()
    assert (got.fair, got.halls, got.stands, got.sessions) == (whole.fair, whole.halls, whole.stands, whole.sessions)
    assert not any(firm.email_private for firm in got.exhibitors.values())


def test_an_answer_comes_back_with_what_it_leads_to():
    catalogue = example()
    refs = [*list(catalogue.refs("session"))[:5], *list(catalogue.refs("venture"))[:5]]
    text = records(things(catalogue, ENGLISH, refs, private=True))
    files = written(named(draft_of(text)), ENGLISH)
    checked = check([tomli.loads(each) for _, each in sorted(files.items())])
    assert not [each for each in checked.findings if each.code.startswith("E2")]
    for ref in refs:
        assert checked.catalogue.get(ref) == catalogue.get(ref)


def test_two_answers_of_one_fair_meet():
    catalogue = example()
    first, second = list(catalogue.refs("venture"))[:4], list(catalogue.refs("venture"))[2:8]
    texts = [records(things(catalogue, ENGLISH, refs, private=True)) for refs in (first, second)]
    got = imported(*texts)
    assert got.ventures == {ref.id: catalogue.ventures[ref.id] for ref in dict.fromkeys((*first, *second))}


def test_a_stand_keeps_an_id_of_its_own_beside_its_code():
    text = of(hall=[{"id": "h1", "name": "1"}], stand=[{"id": "brest", "code": "B7", "hall": "h1"}],
              exhibitor=[{"id": "x", "name": "X", "stands": ["brest"]}])  # fmt: skip
    got = imported(text)
    assert list(got.stands) == ["brest"]
    assert got.exhibitors["x"].stands == ("brest",)


def test_nothing_that_looks_alike_is_merged():
    text = of(
        hall=[{"id": "a", "name": "Hall 1"}, {"id": "b", "name": "Зал 1"}],
        stand=[{"code": "A-1", "hall": "a"}, {"code": "A1", "hall": "a"}, {"code": "A1", "hall": "b"}],
        exhibitor=[{"id": "x", "name": "Same", "stands": ["a#A1"]}, {"id": "y", "name": "Same", "stands": ["a#A-1"]}],
        alias=[{"of": "exhibitor:x", "text": "S"}, {"of": "exhibitor:x", "text": "S"}],
    )
    got = imported(text)
    assert list(got.halls) == ["a", "b"]
    assert set(got.stands) == {"a#A-1", "a#A1", "b#A1"}
    assert (got.exhibitors["x"].stands, got.exhibitors["y"].stands) == (("a#A1",), ("a#A-1",))
    assert len(got.aliases) == 2


def test_what_no_field_is_for_is_kept_aside_and_told():
    draft = draft_of(of(exhibitor=[{"id": "x", "name": "X", "colour": "red", "place": {"moon": 1}}, 7], planet=[{}]))
    assert [each.code for each in draft.oddities if each.file] == ["I078", "I078"]
    assert {name: cell for each in draft.unplaced for name, cell in each.cells.items()} == {
        "colour": "red", "place.moon": "1",
    }  # fmt: skip
    assert draft.rows == 1


def test_an_id_that_stands_twice_is_told():
    draft = draft_of(of(exhibitor=[{"id": "x", "name": "X"}, {"id": "x", "name": "Y"}]))
    assert [(each.code, each.value) for each in draft.oddities if each.file] == [("I079", "x"), ("I042", "Y")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "no fair"), ("{}", "no fair"), ("null", "no fair"), ('{"format": "exhibition-guide/visit"}', "no fair"),
        (json.dumps({"format": own.FORMAT, "version": 2}), "version 2"),
        (json.dumps({"format": own.FORMAT}), "version null"),
        ('{"format": "exhibition-guide/catalogue"', "no whole JSON"),
        ("[" * 200_000, "deep"),
    ],
)  # fmt: skip
def test_what_is_no_fair_is_refused(text, said):
    with pytest.raises(ForeignError) as caught:
        own.read([Incoming("fair.json", text.encode())], Asked())
    assert said in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "name", "hall", "code", "stands", "place", "of", "ends", "outline", "ru"]), inner,
        max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(rows=st.lists(JSON, max_size=3), kind=st.sampled_from(sorted(fields.TABLES)), fair=JSON)
@settings(deadline=None, max_examples=40)
def test_anything_else_is_read_and_left_to_the_check(rows, kind, fair):
    text = json.dumps({"format": own.FORMAT, "version": 1, "fair": fair, kind: rows})
    whole(Incoming("fair.json", text.encode()))


@pytest.mark.parametrize("kind", sorted(fields.TABLES))
@pytest.mark.parametrize("value", [5, True, [["x"]], [[None, 1], [2, 3]], {"ru": {"x": {}}}, [{"hall": [], "at": "x"}]])
def test_a_value_of_another_sort_than_its_field_is_for_is_no_fault(kind, value):
    record = {field.key: value for field in fields.TABLES[kind].fields}
    others = {} if kind == "fair" else {kind: [record, {"id": "x", "name": "X"}]}
    text = json.dumps({"format": own.FORMAT, "version": 1, "fair": record if kind == "fair" else {}, **others})
    done = whole(Incoming("fair.json", text.encode()))
    assert "I078" in {each.code for each in done.oddities}


def test_a_reference_that_leads_nowhere_is_left_to_the_check():
    files = written(named(draft_of(of(exhibitor=[{"id": "x", "name": "X", "host": "y"}]))), ENGLISH)
    checked = check([tomli.loads(text) for _, text in sorted(files.items())])
    assert [each.code for each in checked.findings if each.code.startswith("E2")] == ["E201"]
    assert checked.catalogue.get(Ref("exhibitor", "x")) is not None


def test_from_the_command_line_and_back(capsys, tmp_path):
    file, folder = tmp_path / "fair.json", tmp_path / "fair"
    assert run(capsys, "export", "json", "--private", "-o", str(file), catalogue=SMALL).code == Exit.OK
    ran = run(capsys, "import", str(file), "-o", str(folder), catalogue=None)
    assert ran.code == Exit.OK, ran.err
    assert load(folder, cache=None).catalogue == small()
