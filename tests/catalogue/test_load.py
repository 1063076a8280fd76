"""The front door: what it gives, what it refuses, and what it keeps for the next time."""

import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide import __version__, places
from guide.catalogue import load as door
from guide.catalogue.check import check
from guide.catalogue.load import inspect, load
from guide.catalogue.plain import tables_of
from guide.errors import GuideError, UnreadableError
from guide.i18n import Tongue
from guide.text import clean
from tests.catalogue.catalogues import FAIR
from tests.catalogue.documents import documents

EVERYTHING = (
    FAIR
    + """
hours = [{ date = 2025-09-29, opens = 10:00:00, trade_only = true }]
[[source]]
id = "s"
title = { ru = "Итоги", en = "Results" }
published = "2025-09"
[[hall]]
id = "h"
name = "H"
outline = [[0, 0], [9, 0], [9, 9.5]]
walls = [[[0, 0], [1, 0], [1, 1]]]
origin = [1, 2.5]
[[passage]]
id = "d"
kind = "door"
ends = [{ hall = "h", at = [0, 0] }]
[[stand]]
code = "A1"
hall = "h"
days = [2025-09-29]
[[exhibitor]]
id = "x"
name = "X"
stands = ["A1"]
place = { city = "Минск", country = "BY" }
site = "no"
[[venture]]
id = "v"
name = "V"
kind = "project"
partners = ["x", { ru = "Завод" }]
jobs = 1.5
investment = { amount = 5, currency = "BYN" }
timeline = [{ date = "2019", text = "начало" }, { date = 2025-09-29, text = "подписано" }]
[[figure]]
of = "fair"
label = "n"
value = { ru = "около 300" }
sources = ["s"]
[[session]]
id = "t"
title = "T"
starts = 10:30:00
[[notice]]
id = "n"
text = "N"
at = 2025-09-30T09:15:00
until = 2025-10-01
about = "x"
[[alias]]
of = "A1"
text = "A"
"""
)


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(EVERYTHING, encoding="utf-8")
    return file


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(door, "_WORTH_KEEPING", 0)
    return tmp_path / "cache"


def test_it_gives_the_catalogue_with_its_problems(file):
    loaded = load(str(file))
    assert loaded.catalogue.fair.id == "fair-1"
    assert [problem.code for problem in loaded.problems] == ["E110"]
    assert not loaded.cached
    assert loaded.problems == inspect(file)


def test_the_digest_follows_the_contents_and_not_the_place(file, tmp_path):
    first = load(file).digest
    (tmp_path / "elsewhere").mkdir()
    copy = tmp_path / "elsewhere" / "fair.toml"
    copy.write_bytes(file.read_bytes())
    assert load(copy).digest == first
    copy.write_bytes(file.read_bytes() + b"\n")
    assert load(copy).digest != first


def test_a_gentle_load_gives_the_same(file):
    assert load(file, gentle=True) == load(file)


def test_without_a_fair_there_is_no_catalogue(file):
    file.write_text('[[exhibitor]]\nid = "x"\nname = "X"\nsite = "no"\n')
    with pytest.raises(UnreadableError) as raised:
        load(file)
    assert [problem.code for problem in raised.value.problems] == ["E100", "E110"]
    assert "line 1" in str(raised.value)


def test_a_small_catalogue_is_not_kept(file, tmp_path):
    assert not load(file, cache=tmp_path / "cache").cached
    assert not (tmp_path / "cache").exists()


def test_the_second_time_it_comes_from_the_cache_and_is_the_same(file, cache):
    first, second = load(file, cache=cache), load(file, cache=cache)
    assert (first.cached, second.cached) == (False, True)
    assert second.catalogue == first.catalogue
    assert second.problems == first.problems
    assert second.digest == first.digest
    assert json.dumps(tables_of(second.catalogue)) == json.dumps(
        tables_of(first.catalogue)
    )  # 5 and 5.0 are not the same


def test_a_change_of_the_file_is_seen(file, cache):
    load(file, cache=cache)
    file.write_text(EVERYTHING.replace('"X"', '"Y"'), encoding="utf-8")
    changed = load(file, cache=cache)
    assert not changed.cached
    assert changed.catalogue.exhibitors["x"].name.pairs == (("", "Y"),)
    assert len(list(cache.iterdir())) == 1


def test_what_another_version_of_the_guide_kept_is_not_used(file, cache):
    load(file, cache=cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes().replace(__version__.encode(), b"99.0", 1))
    assert not load(file, cache=cache).cached


def test_a_damaged_cache_is_rebuilt_in_silence(file, cache):
    load(file, cache=cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    for damaged in (
        b"",
        whole[:-50],
        whole.replace(b"Minsk", b"Pinsk"),
        b"{}\n" + whole,
        b"\xff" * 100,
        b"[" * 100_000,
    ):
        kept.write_bytes(damaged)
        assert not load(file, cache=cache).cached
        assert load(file, cache=cache).cached


def test_a_cache_that_cannot_be_written_is_done_without(file, cache):
    cache.write_text("a file where the folder should be")
    assert not load(file, cache=cache).cached
    assert load(file, cache=cache).catalogue.exhibitors


def test_the_cache_keeps_the_last_few(tmp_path, cache):
    for n in range(11):
        file = tmp_path / f"{n}.toml"
        file.write_text(EVERYTHING, encoding="utf-8")
        load(file, cache=cache)
    assert len(list(cache.iterdir())) == 8
    assert load(tmp_path / "10.toml", cache=cache).cached


def test_it_may_be_kept_later_and_not_at_all_where_its_files_have_gone(tmp_path, cache):
    folder = tmp_path / "fair"
    folder.mkdir()
    (folder / "a.toml").write_text(EVERYTHING, encoding="utf-8")
    loaded = load(folder, cache=cache, keep_at_once=False)
    assert not cache.exists()
    door.keep(loaded, folder, cache)
    assert load(folder, cache=cache).cached
    (folder / "a.toml").unlink()
    door.keep(loaded, folder, cache)
    folder.rmdir()
    door.keep(loaded, folder, cache)


def test_a_broken_catalogue_is_not_kept(file, cache):
    file.write_text("[fair", encoding="utf-8")
    with pytest.raises(UnreadableError):
        load(file, cache=cache)
    assert not cache.exists()


def test_two_processes_at_once_do_no_harm(file, cache):
    script = (
        "import sys; from pathlib import Path; from guide.catalogue import load as door; door._WORTH_KEEPING = 0\n"
        "for _ in range(10): assert door.load(sys.argv[1], cache=Path(sys.argv[2])).catalogue.exhibitors\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", script, str(file), str(cache)]) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert load(file, cache=cache).cached
    assert len(list(cache.iterdir())) == 1  # and nothing half written beside it


def test_the_bundled_fair_has_no_problem():
    assert load(places.bundled_fair()).problems == ()


def test_importing_it_is_light():
    script = "import sys, guide.catalogue.load; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["platformdirs", "jsonschema", "zoneinfo", "rich.text", "textual", "tomli", "tomllib", "difflib", "asyncio"]
    assert subprocess.run([sys.executable, "-c", script, *heavy], capture_output=True, check=True).stdout == b"[]\n"


pieces = st.sampled_from(
    ["[fair]\n", "[[exhibitor]]\n", "[[stand]]\n", "[[figure]]\n", "[[venture]]\n", "[[notice]]\n", 'id = "a"\n',
     "[exhibitor.place]\n", 'name = "x"\n', "name = { ru = 'x', be = 1 }\n", 'code = "A#1"\n', 'stands = ["a", 1]\n',
     'of = "a:b"\n', 'about = "\\u001b[31m\\u202e"\n', "value = 1e400\n", "starts = 0001-01-01\n",
     "at = 0001-01-01T00:00:00+23:00\n", 'timezone = "../x"\n', 'partners = ["a", "zz"]\n',
     "polygon = [[0, 0], [1, nan]]\n", '"""', "'", '"', "{", "}", "[", "]", "=", "<<<<<<< a\n", "=======\n",
     ">>>>>>>\n", "\x00", "\ufeff", "\r", "\u2028", "\x1b]0;x\x07", "\n"]
)  # fmt: skip
texts = st.lists(pieces | st.text(max_size=5), max_size=30).map("".join) | documents()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200)
    | texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | texts.map(lambda text: text.encode("cp1251", "replace"))
    | texts.map(lambda text: text.encode("utf-16", "surrogatepass"))
)
def test_no_bytes_raise_anything_but_a_guide_error(tmp_path, data):
    file = tmp_path / "any.toml"
    file.write_bytes(data)
    try:
        problems = load(file).problems
        stopped = False
    except GuideError as error:
        problems = error.problems
        stopped = True
    assert problems == inspect(file)
    assert problems or not stopped
    for problem in problems:
        shown = problem.said(Tongue("en")) + problem.hinted(Tongue("ru")) + problem.excerpt
        assert clean(shown) == shown
        assert problem.line >= 1
        assert problem.column >= 1


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_every_text_of_a_catalogue_has_passed_the_door(data):
    hostile = st.text(max_size=20) | st.sampled_from(
        ["\x1b[2J", "a\u202eb", "x\x00", "\u0301" * 9, "[@click=x]", "\ud800"]
    )
    record = {"id": data.draw(hostile), "name": data.draw(hostile), "about": data.draw(hostile)}
    record |= {"place": {"city": data.draw(hostile)}, "products": [data.draw(hostile)], "phone": data.draw(hostile)}
    fair = {
        "id": "f",
        "name": data.draw(hostile) or "x",
        "timezone": "UTC",
        "starts": "2025-01-01",
        "ends": "2025-01-02",
    }
    found = check([{"fair": fair, "exhibitor": [record], "stand": [{"code": data.draw(hostile)}]}])
    if found.catalogue is not None:
        for text in strings(tables_of(found.catalogue)):
            assert clean(text) == text


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)
