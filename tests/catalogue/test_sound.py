"""The sound readers are sure of nothing that the thorough ones would say something else of."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue import fields
from guide.catalogue.fields import Field, Table
from guide.catalogue.findings import Findings
from guide.catalogue.model import TABLES
from guide.catalogue.references import Registry
from guide.catalogue.shapes import Shapes
from guide.catalogue.sound import UNSURE, sound

EVERY = [(table, field) for table in (*fields.TABLES.values(), *fields.NESTED) for field in table.fields]

WORDS = st.sampled_from(
    [
        *(
            "Полесье",
            "polesie",
            "A12",
            "a12",
            "BY",
            "BY-BR",
            "by",
            "h1",
            "h1#A12",
            "ru",
            "door",
            "hall",
            "https://a.by",
        ),
        *(
            "info@a.by",
            "+375 17 200-00-00",
            "А12",
            "Toш",
            "two  spaces",
            " edge",
            "",
            "#",
            "a#b",
            "\x1b[31m",
            "x" * 500,
        ),
        *(
            "«Ромашка»",
            "e\u0301",
            "a\nb",
            "fair",
            "exhibitor:polesie",
            "2019",
            "Europe/Minsk",
            "RUB",
            "\u00ad",
            "Zürich",
        ),
    ]
)
PLAIN = st.one_of(
    WORDS,
    st.text(max_size=8),
    st.integers(-5, 10**6),
    st.floats(),
    st.booleans(),
    st.just(date(2025, 9, 29)),
    st.just(datetime(2025, 9, 29, 10)),
)
TAGGED = st.dictionaries(st.sampled_from(["ru", "be", "en", "xx", "RU", ""]), WORDS, max_size=3)
PLACES = st.dictionaries(
    st.sampled_from(["city", "region", "country", "lat", "lon", "zip"]), PLAIN | TAGGED, max_size=4
)
VALUES = st.one_of(PLAIN, TAGGED, PLACES, st.lists(PLAIN | TAGGED, max_size=4))


def registry(findings: Findings) -> Registry:
    known = Registry(findings, TABLES)
    known.ids["exhibitor"] = {"polesie": (0,)}
    known.ids["region"] = {"BY-BR": (0,), "BY": (0,)}
    known.ids["hall"] = {"h1": (0,)}
    known.ids["stand"] = {"h1#A12": (0,), "h1#a12": (0,), "h2#a12": (0,)}
    known.codes = {"A12": ["h1#A12"], "a12": ["h1#a12", "h2#a12"]}
    known.countries = {"BY"}
    return known


@settings(max_examples=1000, deadline=None)
@given(where=st.sampled_from(EVERY), value=VALUES)
def test_what_is_sure_is_what_the_thorough_reader_gives_in_silence(where: tuple[Table, Field], value: Any) -> None:
    table, field = where
    findings = Findings()
    known = registry(findings)
    read = sound(field, known)
    got = UNSURE if read is None else read(value)
    if got is not UNSURE:
        assert Shapes(findings, known).thorough(field)(value, (0, table.name, 0, field.key)) == got
        assert not findings.items


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Полесье"),
        ("name", {"ru": "Полесье", "be": "Палессе"}),
        ("id", "polesie"),
        ("stands", ["A12"]),
        ("place", {"city": "Кобрин", "region": "BY-BR", "country": "BY"}),
        ("products", ["игрушки", "посуда"]),
        ("phone", ["+375 17 200-00-00"]),
        ("site", "https://polesie.by"),
        ("participation", "co-exhibitor"),
    ],
)
def test_what_is_usual_is_sure(key: str, value: Any) -> None:
    field = next(field for field in fields.EXHIBITOR.fields if field.key == key)
    read = sound(field, registry(Findings()))
    assert read is not None
    assert read(value) is not UNSURE
