"""What is kept for the next start: as it was, or void; never in the way."""

import json

import pytest

from guide import kept
from guide.catalogue.load import load
from guide.search import frozen
from guide.search.index import Index
from tests.visitor import SMALL

CATALOGUE = load(SMALL).catalogue


@pytest.mark.parametrize("query", ["полесье", "gjktcmt", "toys", "7c5.1", "минск", "-toys", "", "мебель стол"])
def test_a_frozen_index_answers_as_the_one_it_was_made_of(query):
    built = Index.build(CATALOGUE)
    thawed = frozen.thaw(frozen.freeze(built), CATALOGUE)
    assert {kind: tuple(refs) for kind, refs in thawed.order.items()} == built.order
    assert thawed.background == built.background
    assert thawed.search(query).hits(limit=50) == built.search(query).hits(limit=50)


def test_a_kept_body_comes_back_for_the_same_sources_and_code(tmp_path):
    file = kept.file_for(tmp_path, "index", SMALL)
    kept.write(file, ["digest"], "code", b"body\nwith lines\n")
    assert kept.read(file, ["digest"], "code") == b"body\nwith lines\n"
    assert kept.read(file, ["another"], "code") is None
    assert kept.read(file, ["digest"], "other code") is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00" * 40, b"[" * 100_000])
def test_a_damaged_file_is_as_if_there_were_none(tmp_path, damage):
    file = kept.file_for(tmp_path, "index", SMALL)
    file.write_bytes(damage)
    assert kept.read(file, ["digest"], "code") is None


def test_one_changed_letter_of_the_body_is_seen(tmp_path):
    file = kept.file_for(tmp_path, "index", SMALL)
    kept.write(file, ["digest"], "code", b"body")
    file.write_bytes(file.read_bytes().replace(b"body", b"bodx"))
    assert kept.read(file, ["digest"], "code") is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    kept.write(tmp_path / "file" / "index-x.kept", ["digest"], "code", b"body")


def test_only_the_files_used_last_stay(tmp_path):
    for number in range(kept.KEPT + 5):
        kept.write(tmp_path / f"index-{number}.kept", [number], "code", b"body")
    kept.write(tmp_path / "catalogue-1.kept", [1], "code", b"body")
    assert len(list(tmp_path.glob("index-*.kept"))) == kept.KEPT
    assert len(list(tmp_path.glob("catalogue-*.kept"))) == 1


@pytest.mark.parametrize("body", [b"", b"{}\n", json.dumps({"postings": [], "pieces": [3]}).encode() + b"\nab"])
def test_an_index_of_another_shape_is_void(tmp_path, body):
    with pytest.raises((ValueError, LookupError, TypeError, StopIteration, RuntimeError)):
        frozen.thaw(body, CATALOGUE)
