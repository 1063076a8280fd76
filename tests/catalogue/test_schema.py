"""The JSON Schema for editors: current, valid, content with a sound catalogue and not with a broken one."""

import copy
import json

import pytest
import tomli

from guide import places
from guide.catalogue import schema
from guide.catalogue.fields import TABLES

jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(schema.schema())

BUNDLED = sorted(
    file for fair in (places.bundled_fair(), places.bundled("example-fair")) for file in fair.glob("*.toml")
)


def faults(tables):
    return [error.json_path for error in VALIDATOR.iter_errors(schema._plain(tables))]


def test_the_file_is_current():
    assert schema.FILE.read_text(encoding="utf-8") == schema.written(), "run: python -m guide.catalogue.schema"


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.written()))


@pytest.mark.parametrize("file", BUNDLED, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_bundled_fair_is_valid(file):
    assert faults(tomli.loads(file.read_text(encoding="utf-8"))) == []


def test_every_key_has_its_description():
    for table in TABLES.values():
        for field in table.fields:
            assert schema.schema()["$defs"][table.name]["properties"][field.key]["description"] == field.about


SOUND = tomli.loads("""
[fair]
id = "f"
name = "F"
starts = 2025-09-29
ends = 2025-10-01
timezone = "Europe/Minsk"
[[exhibitor]]
id = "x"
name = { ru = "X" }
phone = "112"
[[stand]]
code = "A1"
polygon = [[0, 0], [1, 0], [1, 1]]
""")


def test_a_sound_one_is_valid():
    assert faults(SOUND) == []


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("exhibitor", "id", "Полесье"),
        ("exhibitor", "name", 5),
        ("exhibitor", "name", {"Russian": "X"}),
        ("exhibitor", "naem", "X"),
        ("exhibitor", "participation", "guest"),
        ("exhibitor", "site", "www.example.org"),
        ("exhibitor", "place", {"country": "Belarus"}),
        ("exhibitor", "place", "Минск"),
        ("exhibitor", "email", ["a@b.by", 5]),
        ("exhibitor", "name", "X" * 500),
        ("stand", "polygon", [[0, 0], [1, 1]]),
        ("stand", "area_m2", -5),
        ("stand", "code", None),
        ("fair", "starts", "tomorrow"),
        ("fair", "timezone", None),
    ],
)
def test_a_broken_one_is_not(kind, key, value):
    tables = copy.deepcopy(SOUND)
    record = tables[kind] if kind == "fair" else tables[kind][0]
    if value is None:
        del record[key]
    else:
        record[key] = value
    assert faults(tables)
