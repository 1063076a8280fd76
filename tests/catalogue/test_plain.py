"""An entity and its plain form: reading the one gives the other."""

import json
from datetime import date, datetime, time
from functools import cache

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import places
from guide.catalogue import fields
from guide.catalogue.check import check
from guide.catalogue.fields import Shape
from guide.catalogue.load import load
from guide.catalogue.plain import table_of, tables_of
from tests.catalogue.catalogues import FAIR, catalogue

words = st.text("abЯі «»", min_size=1, max_size=12).filter(str.strip)
texts = words | st.dictionaries(st.sampled_from(["ru", "be", "en", "zh-Hans"]), words, min_size=1)
numbers = st.integers(0, 80) | st.floats(0, 80)
KNOWN = {
    "source": ["s1", "s2"], "hall": ["h1"], "exhibitor": ["x", "y"], "region": ["BY-BR"], "person": ["p1"],
    "stand": ["A1", "h1#B1"],
}  # fmt: skip
AROUND = """
[[source]]
id = "s1"
title = "S"
[[source]]
id = "s2"
title = "S"
[[hall]]
id = "h1"
name = "H"
[[stand]]
code = "A1"
[[stand]]
code = "B1"
hall = "h1"
[[exhibitor]]
id = "x"
name = "X"
[[exhibitor]]
id = "y"
name = "Y"
[[region]]
id = "BY-BR"
name = "R"
[[person]]
id = "p1"
name = "P"
role = "R"
"""
SQUARES = [[[0, 0], [1, 0], [1, 1.5]], [[2, 2], [3, 2], [3, 3], [2, 3]]]
PLAIN = {
    Shape.CODE: words, Shape.WORD: words, Shape.LABEL: words, Shape.TEXT: texts, Shape.PROSE: texts,
    Shape.LANGUAGE: st.sampled_from(["ru", "en"]), Shape.URL: st.just("https://example.org/a?b=c"),
    Shape.SOCIAL: st.sampled_from(["@x", "https://t.me/x"]), Shape.EMAIL: st.sampled_from(["a@b.by", "я@пример.бел"]),
    Shape.PHONE: st.sampled_from(["112", "+375 (17) 200-00-00"]), Shape.ZONE: st.just("Europe/Minsk"),
    Shape.COUNTRY: st.sampled_from(["BY", "RU"]), Shape.CURRENCY: st.just("BYN"), Shape.FLAG: st.booleans(),
    Shape.NUMBER: numbers, Shape.QUANTITY: numbers | texts, Shape.DATE: st.dates(date(2025, 9, 29), date(2025, 10, 1)),
    Shape.DAY: st.dates() | st.sampled_from(["2019", "2019-04"]), Shape.CLOCK: st.just(time(9, 30)),
    Shape.MOMENT: st.dates() | st.datetimes(), Shape.POINT: st.just([1, 2.5]), Shape.POLYGON: st.sampled_from(SQUARES),
}  # fmt: skip


@cache
def value_of(field):
    match field.shape:
        case Shape.CHOICE:
            one = st.sampled_from(field.choices)
        case Shape.REF:
            one = st.sampled_from(KNOWN[field.to[0]])
        case Shape.PARTY:
            named = [name for kind in field.to for name in KNOWN[kind]]
            one = st.sampled_from(named) | texts.filter(lambda text: isinstance(text, dict))
        case Shape.ANY:
            one = st.sampled_from(["fair", "exhibitor:x", "y", "BY-BR", "A1", "stand:h1#B1"])
        case Shape.TABLE:
            one = record_of(field.table)
        case _:
            one = PLAIN[field.shape]
    return st.lists(one, min_size=1, max_size=3) if field.many else one


@cache
def record_of(table):
    """Records of a table without its id: every required field, and any of the others."""
    shown = [field for field in table.fields if field.shape not in (Shape.ID, Shape.REGION_ID)]
    required = {field.key: value_of(field) for field in shown if field.required}
    return st.fixed_dictionaries(required, optional={f.key: value_of(f) for f in shown if not f.required})


def plain_catalogue(kind, record):
    """A catalogue with that record of that kind, and what it may refer to."""
    found = check([tomli.loads(FAIR + AROUND)]).catalogue
    tables = tables_of(found)
    if kind == "fair":
        days = sorted((record["starts"], record["ends"]))
        tables["fair"] = {"id": "f", **record, "starts": days[0], "ends": days[1]}
    elif kind == "stand":
        tables["stand"][0] = {
            "code": "A1",
            **{key: value for key, value in record.items() if key not in ("code", "hall")},
        }
    else:
        first, *rest = tables.get(kind, [{}])
        identity = {"id": first.get("id", "one")} if "id" in (field.key for field in fields.TABLES[kind].fields) else {}
        tables[kind] = [{**record, **identity}, *rest]
    return tables


@pytest.mark.parametrize("kind", fields.TABLES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_an_entity_gives_reads_as_the_same_entity(kind, data):
    first = check([plain_catalogue(kind, data.draw(record_of(fields.TABLES[kind])))])
    assert first.catalogue is not None
    assert not [finding for finding in first.findings if finding.code.startswith("E1")]
    plain = json.loads(json.dumps(tables_of(first.catalogue)))
    second = check([plain])
    assert second.catalogue == first.catalogue
    assert tables_of(second.catalogue) == plain


def test_the_bundled_fair_survives():
    whole = load(places.bundled_fair()).catalogue
    assert check([json.loads(json.dumps(tables_of(whole)))]).catalogue == whole


def test_it_speaks_the_language_of_the_catalogue():
    found = catalogue("""
[[region]]
id = "BY-BR"
name = { ru = "Брест", be = "Брэст" }
[[exhibitor]]
id = "x"
name = "X"
place = { city = "Кобрин", region = "BY-BR" }
[[venture]]
id = "v"
name = "V"
kind = "project"
partners = ["x", { ru = "Завод" }]
from = { city = "Кобрин" }
since = 2019-04-16
[[notice]]
id = "n"
text = "T"
about = "x"
at = 2025-09-30T09:15:00
""")
    assert table_of(found.ventures["v"]) == {
        "id": "v", "name": "V", "kind": "project", "partners": ["x", {"ru": "Завод"}], "from": {"city": "Кобрин"},
        "since": "2019-04-16",
    }  # fmt: skip
    assert table_of(found.notices["n"]) == {
        "id": "n", "text": "T", "kind": "info", "about": "exhibitor:x", "at": datetime(2025, 9, 30, 9, 15).isoformat(),
    }  # fmt: skip


def test_the_id_of_a_stand_is_left_out_where_it_follows_from_hall_and_code():
    found = catalogue('[[stand]]\ncode = "A1"\n[[stand]]\ncode = "B1"\nid = "brest"\n')
    assert [table_of(stand) for stand in found.stands.values()] == [
        {"code": "A1", "kind": "single"},
        {"code": "B1", "id": "brest", "kind": "single"},
    ]
