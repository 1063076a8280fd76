"""The table of fields and the model say the same."""

import dataclasses

import pytest
import tomli

from guide.catalogue import fields, model
from guide.catalogue.check import check
from guide.catalogue.fields import Shape

EVERY_TABLE = (*fields.TABLES.values(), *fields.NESTED)


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_every_attribute_of_the_model_has_a_field_and_the_other_way_round(table):
    assert {field.name for field in table.fields} == {field.name for field in dataclasses.fields(table.type)}


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_what_the_model_cannot_do_without_is_required(table):
    without_default = {
        field.name
        for field in dataclasses.fields(table.type)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    required = {field.name for field in table.fields if field.required}
    assert without_default - {"id"} <= required  # a stand's id may follow from its code


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_every_field_says_what_it_means_and_gives_an_example(table):
    for field in table.fields:
        assert field.about.endswith("."), field.key
        assert "x" in tomli.loads(f"x = {field.example}"), field.key


def test_texts_have_limits_and_references_lead_somewhere():
    for table in EVERY_TABLE:
        for field in table.fields:
            if field.shape in (Shape.TEXT, Shape.PROSE, Shape.PARTY, Shape.QUANTITY):
                assert 0 < field.limit <= 10_000, (table.name, field.key)
            if field.shape in (Shape.REF, Shape.PARTY):
                assert field.to, (table.name, field.key)
                assert set(field.to) <= set(model.TABLES), (table.name, field.key)
            assert (field.shape is Shape.TABLE) == (field.table is not None), (table.name, field.key)


def test_the_default_of_a_choice_is_one_of_its_words():
    for table in EVERY_TABLE:
        defaults = {field.name: field.default for field in dataclasses.fields(table.type)}
        for field in table.fields:
            if field.choices and isinstance(defaults[field.name], str):
                assert defaults[field.name] in field.choices


def test_a_venture_goes_from_its_origin_to_its_target():
    assert [(field.key, field.name) for field in fields.VENTURE.fields if field.key != field.name] == [
        ("from", "origin"),
        ("to", "target"),
    ]


def test_every_example_is_read_without_a_word():
    """Each example stands in a record together with those of the required fields, and the check is content."""
    known = {
        "source": ["s01"], "hall": ["h1", "h2"], "exhibitor": ["polesie", "brest"], "person": ["ivanova"],
        "region": ["BY-BR", "RU-ULY"],
    }  # fmt: skip
    base = {kind: [minimal(kind, name) for name in names] for kind, names in known.items()}
    base["stand"] = [{"code": "A12"}, {"code": "B7", "hall": "h2"}]
    base["fair"] = minimal("fair", "fair-1")
    for table in fields.TABLES.values():
        for field in table.fields:
            record = minimal(table.name, "example") | {field.key: value(field)}
            if table is fields.STAND:
                record |= {"hall": "h1"} if field.key != "hall" else {}
            content = dict(base)
            content[table.name] = record if table.single else [*base.get(table.name, []), record]
            found = [
                finding
                for finding in check([content]).findings
                if finding.code not in ("E202", "E203", "W301", "W308", "W313")  # the record beside it, another fair
            ]
            assert not found, (table.name, field.key, found)


def value(field):
    return tomli.loads(f"x = {field.example}")["x"]


def minimal(kind, name):
    table = fields.TABLES[kind]
    record = {field.key: value(field) for field in table.fields if field.required}
    if any(field.key == "id" for field in table.fields) and kind != "fair":
        record["id"] = name
    return record
