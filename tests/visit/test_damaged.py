"""A damaged file: the guide opens, keeps what can be read, keeps the damaged file aside, and says so once."""

import os
import random
import sqlite3
import stat

import pytest

from guide.visit import changes, schema
from guide.visit.journal import Tied
from guide.visit.refusals import DamagedError, NewerError
from guide.visit.state import EMPTY
from guide.visit.store import Store
from tests.visit.made import FAIR, A, asides, asked, full

MARKS = full().marks


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The bytes of a sound file with something in each table, and the visit in it."""
    file = tmp_path_factory.mktemp("whole") / "visit.sqlite3"
    store = Store.open(file)
    store.write(FAIR, full())
    for number in range(30):
        store.record(FAIR, asked(f"вопрос {number}"))
        store.tie(FAIR, Tied(A, f"имя {number}"))
    visit = store.visit(FAIR)
    store.close()
    return file.read_bytes(), visit


@pytest.fixture
def file(tmp_path):
    return tmp_path / "visit.sqlite3"


def opened(file, data):
    """Opens a file of these bytes and uses it: the visit, and what was told meanwhile."""
    for old in file.parent.iterdir():
        old.unlink()
    file.write_bytes(data)
    told = []
    store = Store.open(file, told.append)
    visit = store.visit(FAIR)
    store.history(FAIR), store.questions(FAIR), store.aliases(FAIR), store.changed()
    after = store.write(FAIR, changes.favoured(visit, changes.Ref("exhibitor", "new"), "Новое"))
    assert changes.Ref("exhibitor", "new") in after.marks
    assert after.marks.keys() >= visit.marks.keys()
    store.close()
    return visit, told


def sound(file):
    """Whether SQLite finds nothing wrong with a file."""
    db = sqlite3.connect(file)
    try:
        return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        db.close()


def check_aside(file, data, told):
    """The damaged file is kept as it was, and only where somebody was told."""
    assert len(told) <= 1
    assert [each.read_bytes() == data for each in asides(file)] == [True] * len(told)
    assert [error.aside for error in told] == asides(file)
    assert sound(file)
    others = {each.name for each in file.parent.iterdir()} - {each.name for each in asides(file)}
    assert others <= {file.name, f"{file.name}-journal", "visit.mending"}


def test_a_file_cut_off_anywhere_opens_with_what_is_left(file, whole):
    data, visit = whole
    kept = []
    for cut in range(0, len(data), 797):
        got, told = opened(file, data[:cut])
        assert bool(told) == (cut > 0), cut
        check_aside(file, data[:cut], told)
        assert got.marks.items() <= visit.marks.items(), cut
        assert set(got.plan) <= set(visit.plan), cut
        kept.append(len(got.marks))
    assert kept[0] == 0
    assert kept[-1] >= len(visit.marks) - 5  # the end of the file has other tables
    assert kept == sorted(kept)


def test_a_flipped_bit_anywhere_costs_one_page_at_most(file, whole):
    data, visit = whole
    chance = random.Random(4)
    lost, newer = [], []
    # Each byte of the header, and some of every page.
    spots = [*range(100), *(chance.randrange(len(data)) for _ in range(250))]
    for spot in spots:
        broken = bytearray(data)
        broken[spot] ^= 1 << chance.randrange(8)
        try:
            got, told = opened(file, bytes(broken))
        except NewerError:
            newer.append(spot)
            assert file.read_bytes() == broken
            continue
        check_aside(file, bytes(broken), told)
        lost.append(len(visit.marks.keys() - got.marks.keys()))
    assert set(newer) <= set(range(60, 64))  # the bytes of the version: this cannot be told from a newer file
    per_page = max(len(visit.marks) * schema.PAGE // len(data) * 4, 60)
    assert max(lost) <= per_page, lost
    assert sum(lost) < len(lost) * 6, lost


def test_a_page_of_garbage_costs_that_page(file, whole):
    data, visit = whole
    for page in range(len(data) // schema.PAGE):
        broken = bytearray(data)
        broken[page * schema.PAGE : (page + 1) * schema.PAGE] = random.Random(page).randbytes(schema.PAGE)
        got, told = opened(file, bytes(broken))
        check_aside(file, bytes(broken), told)
        assert told
        assert got.marks.items() <= visit.marks.items()
        assert len(got.marks) > len(visit.marks) // 3 or page in {root - 1 for root in roots(data, file)}, page


def roots(data, file):
    """The first pages of the tables and indexes."""
    other = file.with_name("sound")
    other.write_bytes(data)
    db = sqlite3.connect(other)
    try:
        return {row[0] for row in db.execute("SELECT rootpage FROM sqlite_master")}
    finally:
        db.close()


@pytest.mark.parametrize(
    "data",
    [b"Dies ist keine Datenbank. " * 400, b"\0" * 8192, b"x", b"SQLite format 3\0", os.urandom(20_000)],
    ids=["text", "zeros", "one byte", "a beginning", "noise"],
)
def test_what_is_no_database_is_kept_aside(file, data):
    visit, told = opened(file, data)
    assert visit == EMPTY
    assert len(told) == 1
    assert told[0].kept == 0
    check_aside(file, data, told)


def test_the_database_of_another_program_is_kept_aside(file):
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE places (url TEXT)")
    db.close()
    data = file.read_bytes()
    visit, told = opened(file, data)
    assert visit == EMPTY
    check_aside(file, data, told)
    assert len(told) == 1


def test_a_name_of_a_table_that_is_no_text_is_damage(file, whole):
    """SQLite quotes it in its message, which Python then cannot decode."""
    data, visit = whole
    broken = data.replace(b"CREATE TABLE stops", b"CREATE TABEL st\xd0ps").replace(
        b"tablestopsstops", b"tablest\xd0psstops"
    )
    got, told = opened(file, broken)
    assert len(told) == 1
    assert got.marks == visit.marks
    check_aside(file, broken, told)


def test_the_person_is_told_where_the_file_is_and_what_was_kept(file, whole):
    data, visit = whole
    _, told = opened(file, data[:-1])
    error = told[0]
    assert isinstance(error, DamagedError)
    assert error.aside.name == "visit.damaged-20250930-110000.sqlite3"
    assert error.values["aside"] == str(error.aside)
    assert error.kept == len(visit.marks) + len(visit.plan) + 60
    assert "{count}" in error.hint
    assert "{aside}" in error.hint
    if os.name == "posix":
        assert {stat.S_IMODE(each.stat().st_mode) for each in (file, error.aside)} <= {0o600, 0o644}
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_two_damaged_files_of_one_second_are_both_kept(file, whole):
    data, _ = whole
    opened(file, data[:-1])
    file.write_bytes(data[:-2])
    told = []
    Store.open(file, told.append).close()
    assert [each.name for each in asides(file)] == [
        "visit.damaged-20250930-110000-2.sqlite3",
        "visit.damaged-20250930-110000.sqlite3",
    ]
    assert told[0].aside == asides(file)[0]


def test_a_file_that_breaks_while_it_is_open_is_mended(file, whole):
    data, visit = whole
    file.write_bytes(data)
    told = []
    store = Store.open(file, told.append)
    assert store.visit(FAIR) == visit
    broken = bytearray(data)
    broken[24:28] = b"\xff\0\0\0"  # as if another program had written: nothing that is in memory holds any more
    broken[schema.PAGE : 2 * schema.PAGE] = bytes(schema.PAGE)
    with file.open("r+b") as opened_file:
        opened_file.write(broken)
    got = store.write(FAIR, changes.rated(visit, A, "Полесье", 4))
    assert len(told) == 1
    assert store.anew
    assert got.mark(A).rating == 4
    assert sound(file)
    assert asides(file)[0].read_bytes() == broken
    store.close()


def test_another_guide_that_has_the_damaged_file_open_goes_over_to_the_new_one(file, whole):
    data, _visit = whole
    file.write_bytes(data)
    told = []
    first = Store.open(file, told.append)
    seen = first.visit(FAIR)
    with file.open("r+b") as opened_file:  # a page that the first has in its memory
        opened_file.seek(len(data) - schema.PAGE)
        opened_file.write(os.urandom(schema.PAGE))
    second = Store.open(file, told.append)
    second.write(FAIR, changes.rated(second.visit(FAIR), A, "Полесье", 1))
    assert len(told) == 1
    assert first.changed()
    first.write(FAIR, changes.noted(seen, A, "Полесье", "записка"))
    assert Store.open(file).visit(FAIR).mark(A) == second.visit(FAIR).mark(A)
    assert second.visit(FAIR).mark(A).note == "записка"
    assert second.visit(FAIR).mark(A).rating == 1
    assert len(told) == 1


def test_a_file_that_was_taken_away_is_made_anew(file, whole):
    store = Store.open(file)
    store.write(FAIR, full())
    file.unlink()
    assert store.changed()
    visit = store.write(FAIR, changes.favoured(EMPTY, A, "Полесье"))
    assert visit.favourites() == (A,)
    assert store.anew == 1
    assert Store.open(file).visit(FAIR) == visit


def test_a_journal_that_was_begun_in_the_damaged_file_is_not_played_into_the_new_one(file):
    file.write_bytes(b"garbage " * 1000)
    journal = file.with_name(file.name + "-journal")
    journal.write_bytes(os.urandom(4096))
    told = []
    store = Store.open(file, told.append)
    store.write(FAIR, full())
    store.close()
    assert sound(file)
    assert Store.open(file).visit(FAIR).marks
    assert len(told) == 1


def test_the_damaged_file_stays_where_it_is_if_it_cannot_be_moved(file, whole, monkeypatch):
    """As on Windows, where a file that another program has open cannot be replaced."""
    from pathlib import Path

    data, _ = whole
    file.write_bytes(data[:-1])

    def refused(self, target):
        raise PermissionError(13, "The process cannot access the file", str(self))

    monkeypatch.setattr(Path, "replace", refused)
    told = []
    with pytest.raises(DamagedError) as caught:
        Store.open(file, told.append)
    assert caught.value.aside is None
    assert caught.value.exit_code == 4
    assert file.read_bytes() == data[:-1]
    assert asides(file) == told == []
    assert {each.name for each in file.parent.iterdir()} <= {file.name, "visit.mending"}
    monkeypatch.undo()
    assert Store.open(file, told.append).visit(FAIR).marks
    assert len(told) == 1


def test_a_file_system_without_links_will_do(file, whole, monkeypatch):
    from pathlib import Path

    data, visit = whole
    file.write_bytes(data[:-1])

    def refused(self, target):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    told = []
    assert Store.open(file, told.append).visit(FAIR).marks.items() <= visit.marks.items()
    check_aside(file, data[:-1], told)


def test_without_a_way_to_read_bytes_as_a_database_the_rest_is_still_read(file, whole, monkeypatch):
    from guide.visit import salvage

    monkeypatch.setattr(salvage, "_grafted", lambda image: None)
    data, visit = whole
    got, told = opened(file, data[:-1])
    assert len(got.marks) > len(visit.marks) // 2
    check_aside(file, data[:-1], told)
