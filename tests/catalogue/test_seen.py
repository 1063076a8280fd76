"""The copy of what one last looked at: as it was, or as if there were none; never in the way."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import kept, places
from guide.catalogue import seen
from guide.catalogue.difference import difference
from guide.catalogue.load import load
from guide.catalogue.model import TABLES
from tests.visitor import SMALL

AT = datetime(2025, 9, 29, 9, 30)
CATALOGUE = load(SMALL).catalogue
SEEN = seen.seen(CATALOGUE, "first", AT)
ROOT = Path(__file__).parents[2]

# Writes one of two copies after the other, for ever: what is there is always one of them.
WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from guide.catalogue import seen
from guide.catalogue.load import load
catalogue = load(sys.argv[1]).catalogue
print("ready", flush=True)
while True:
    for digest in ("first", "second"):
        seen.keep(Path(sys.argv[2]), seen.seen(catalogue, digest, datetime(2025, 9, 29, 9, 30)))
"""
# A disk that is full: no file grows beyond so many bytes.
FULL = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from guide.catalogue import seen
from guide.catalogue.load import load
catalogue = load(sys.argv[1]).catalogue
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
seen.keep(Path(sys.argv[2]), seen.seen(catalogue, "second", datetime(2025, 9, 30)))
"""


def file_in(folder: Path) -> Path:
    (file,) = folder.glob("*.kept")
    return file


@pytest.mark.parametrize("path", [SMALL, places.bundled("example-fair"), places.bundled_fair()], ids=lambda p: p.name)
def test_what_was_kept_comes_back_whole(path, tmp_path):
    catalogue = load(path).catalogue
    seen.keep(tmp_path, seen.seen(catalogue, "digest", AT))
    back = seen.recall(tmp_path, catalogue.fair.id)
    assert back is not None
    assert (back.fair, back.digest, back.at) == (catalogue.fair.id, "digest", AT)
    again = back.catalogue()
    assert again is not None
    assert again.fair == catalogue.fair
    assert (again.figures, again.aliases) == (catalogue.figures, catalogue.aliases)
    for attribute in TABLES.values():
        assert dict(getattr(again, attribute)) == dict(getattr(catalogue, attribute))
    assert not difference(again, catalogue).changes


def test_nothing_was_looked_at_where_nothing_is_kept_or_of_another_fair_only(tmp_path):
    assert seen.recall(tmp_path / "nowhere", "small") is None
    seen.keep(tmp_path, SEEN)
    assert seen.recall(tmp_path, "other") is None


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_copy_is_looked_past(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("state")
    seen.keep(folder, SEEN)
    file = file_in(folder)
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = data.draw(
        st.sampled_from(
            [whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :], whole + b"\0", b"\n" * 9]
        )
    )
    file.write_bytes(broken)
    assert seen.recall(folder, "small") is None


def test_a_copy_of_a_guide_with_other_fields_is_looked_past(tmp_path):
    seen.keep(tmp_path, SEEN)
    file = file_in(tmp_path)
    kept.write(file, ["small"], "other fields", b'["first","2025-09-29T09:30:00"]\n' + SEEN.packed)
    assert seen.recall(tmp_path, "small") is None


@pytest.mark.parametrize("head", [b"[]", b"7", b'["x"]', b'["x","never"]', b'["x",7]', b"{", b""])
def test_a_copy_that_says_nothing_of_its_time_is_looked_past(tmp_path, head):
    seen.keep(tmp_path, SEEN)
    kept.write(file_in(tmp_path), ["small"], seen._code(), head + b"\n" + SEEN.packed)
    assert seen.recall(tmp_path, "small") is None


@pytest.mark.parametrize("packed", [b"", b"no zlib", seen.zlib.compress(b"[]"), seen.zlib.compress(b'["fair"]\n7\n')])
def test_what_is_no_catalogue_is_none(packed):
    assert seen.Seen("small", "first", AT, packed).catalogue() is None


def test_where_nothing_can_be_written_nothing_happens(tmp_path):
    (tmp_path / "state").write_text("in the way")
    seen.keep(tmp_path / "state", SEEN)
    assert (tmp_path / "state").read_text() == "in the way"


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of file sizes here")
def test_on_a_full_disk_the_copy_before_stays(tmp_path):
    seen.keep(tmp_path, SEEN)
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL, str(SMALL), str(tmp_path)], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert seen.recall(tmp_path, "small") == SEEN
    assert [file.name for file in tmp_path.iterdir()] == [file_in(tmp_path).name]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL here")
def test_after_a_kill_one_of_the_copies_is_there_whole(tmp_path):
    seen.keep(tmp_path, SEEN)
    for wait in (0.001, 0.007, 0.02):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(SMALL), str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(wait)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        back = seen.recall(tmp_path, "small")
        assert back is not None
        assert back.digest in ("first", "second")
        assert back.packed == SEEN.packed


def test_of_more_fairs_than_are_kept_the_longest_unused_goes(tmp_path):
    for number in range(kept.KEPT + 3):
        seen.keep(tmp_path, seen.Seen(f"fair-{number}", "first", AT, SEEN.packed))
        os.utime(seen._file(tmp_path, f"fair-{number}"), (number, number))
    assert len(list(tmp_path.iterdir())) == kept.KEPT
    assert seen.recall(tmp_path, f"fair-{kept.KEPT + 2}") is not None
