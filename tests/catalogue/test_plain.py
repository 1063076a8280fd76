"""An entity and its plain form: reading the one gives the other."""

import json
from datetime import date, datetime, time

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guide import places
from guide.catalogue import fields
from guide.catalogue.check import check
from guide.catalogue.fields import Shape
from guide.catalogue.load import load
from guide.catalogue.plain import table_of, tables_of
from tests.catalogue.catalogues import catalogue

words = st.text("abЯі «»", min_size=1, max_size=12).filter(str.strip)
texts = words | st.dictionaries(st.sampled_from(["ru", "be", "en", "zh-Hans"]), words, min_size=1)
numbers = st.integers(0, 80) | st.floats(0, 80)
KNOWN = {
    "source": ["s1", "s2"], "hall": ["h1"], "exhibitor": ["x", "y"], "region": ["BY-BR"], "person": ["p1"],
    "stand": ["A1", "h1#B1"],
}  # fmt: skip
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


@st.composite
def record_of(draw, table, name=None):
    record = {}
    for field in table.fields:
        if field.shape in (Shape.ID, Shape.REGION_ID):
            if name:
                record[field.key] = name
        elif field.required or draw(st.booleans()):
            record[field.key] = draw(value_of(field))
    return record


@st.composite
def everything(draw):
    tables = {"fair": draw(record_of(fields.FAIR, "f"))}
    for kind, table in fields.TABLES.items():
        if kind == "stand":
            plain = [{"code": "A1"}, {"code": "B1", "hall": "h1"}]
            tables[kind] = [{**draw(record_of(table)), **own} for own in plain]
            tables[kind][0].pop("hall", None)
        elif kind != "fair":
            names = KNOWN.get(kind) or [f"{kind}1"]
            tables[kind] = [draw(record_of(table, name)) for name in names]
    return tables


@settings(max_examples=150, deadline=None)
@given(everything())
def test_what_an_entity_gives_reads_as_the_same_entity(tables):
    tables["fair"]["ends"] = max(tables["fair"]["starts"], tables["fair"]["ends"])
    first = check([tables])
    assert first.catalogue is not None
    assume(not any(finding.code.startswith("E1") for finding in first.findings))
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
