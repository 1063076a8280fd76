"""A file of any version that ever shipped opens with everything in it; one of a newer version is left as it is."""

import sqlite3
from datetime import date, datetime, time
from pathlib import Path

import pytest

from guide.catalogue.model import Ref
from guide.visit import changes, schema
from guide.visit.changes import Change
from guide.visit.history import History
from guide.visit.journal import Question, Tied
from guide.visit.refusals import NewerError
from guide.visit.state import NO_MARK, Mark, Stop, Visit
from guide.visit.store import Store
from tests.visit.made import MINSK, A, B, asides, full

SHIPPED = sorted((Path(__file__).parent / "schemas").glob("*.sql"), key=lambda file: int(file.stem))
STOP = Stop("c", None, date(2025, 9, 30), time(12, 30), 15, "t", "w", "a", True, "n")

# What every version has to come out as: the texts in tests/visit/schemas all hold the same visit.
VISIT = Visit(
    {A: Mark(True, False, 4, "спросить про экспорт", "Полесье"), B: Mark(visited=True, name="Открытие")},
    (
        Stop("a", title="Иванова", where="у входа", about="цены", meeting=True),
        Stop("b", Ref("session", "opening"), date(2025, 9, 29), time(10), 45, name="Открытие"),
    ),
)
HISTORY = History(
    (Change("favourite: {name}", "Полесье", ((A, NO_MARK, Mark(True, name="Полесье")),)),),
    (Change("moved: {name}", "", (), (("c", None, STOP),), (("a", "b"), ("b", "a"))),),
)
QUESTIONS = (
    Question(datetime(2025, 9, 30, 11, 0, tzinfo=MINSK), "где полесье", A, "ru", True, "Полесье", 1),
    Question(datetime(2025, 9, 30, 11, 5, tzinfo=MINSK), "нет такого", None, "be", False, "", 2),
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "visit.sqlite3"


def shipped(file, text):
    """The file that a text makes."""
    db = sqlite3.connect(file)
    db.executescript(text.read_text(encoding="utf-8"))
    db.close()
    return file


def holds_everything(store):
    assert store.visit("fair-1") == VISIT
    assert store.history("fair-1") == HISTORY
    assert store.questions("fair-1") == QUESTIONS
    assert store.aliases("fair-1") == (Tied(A, "Палессе", "Полесье"),)
    return True


def test_every_version_that_shipped_is_here():
    assert [int(text.stem) for text in SHIPPED] == list(range(1, schema.VERSION + 1))


@pytest.mark.parametrize("text", SHIPPED, ids=lambda text: text.stem)
def test_a_file_of_each_version_opens_with_everything_in_it(file, text):
    shipped(file, text)
    store = Store.open(file, pytest.fail)
    assert holds_everything(store)
    store.write("fair-1", changes.rated(store.visit("fair-1"), A, "Полесье", 5))
    store.close()
    assert Store.open(file, pytest.fail).visit("fair-1").mark(A).rating == 5


@pytest.mark.parametrize("text", SHIPPED, ids=lambda text: text.stem)
def test_what_a_step_makes_is_what_shipped(file, text):
    db = sqlite3.connect(shipped(file, text))
    made = set(db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    assert set(schema.statements(int(text.stem))) == made
    assert db.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION,)
    db.close()


@pytest.fixture
def next_version(monkeypatch):
    """A guide that knows one step more."""
    step = (
        "ALTER TABLE marks ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE friends (fair TEXT NOT NULL, name TEXT NOT NULL)",
        "UPDATE marks SET colour = 'green' WHERE visited = 1",
    )
    schema.statements.cache_clear()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    yield monkeypatch
    schema.statements.cache_clear()


@pytest.mark.parametrize("text", SHIPPED, ids=lambda text: text.stem)
def test_another_step_is_one_entry_more(file, text, next_version):
    store = Store.open(shipped(file, text), pytest.fail)
    assert holds_everything(store)
    db = sqlite3.connect(file)
    assert db.execute("SELECT id, colour FROM marks").fetchall() == [("polesie", ""), ("opening", "green")]
    assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    db.close()


def test_a_migration_that_breaks_off_leaves_the_old_file(file, next_version):
    shipped(file, SHIPPED[-1])
    before = file.read_bytes()
    next_version.setattr(
        schema, "STEPS", (*schema.STEPS[:-1], (*schema.STEPS[-1], "INSERT INTO friends VALUES (NULL, 1)"))
    )
    with pytest.raises(Exception, match="cannot be saved"):
        Store.open(file, pytest.fail)
    assert file.read_bytes() == before


def test_a_file_is_migrated_under_an_older_guide_that_has_it_open(file, next_version):
    with next_version.context() as older:
        older.setattr(schema, "STEPS", schema.STEPS[:-1])
        older.setattr(schema, "VERSION", schema.VERSION - 1)
        old = Store.open(file)
        old.write("fair-1", full())
    Store.open(file).close()
    with next_version.context() as older:
        older.setattr(schema, "STEPS", schema.STEPS[:-1])
        older.setattr(schema, "VERSION", schema.VERSION - 1)
        before = file.read_bytes()
        for use in (lambda: old.visit("fair-1"), lambda: old.write("fair-1", full(3)), old.changed):
            with pytest.raises(NewerError):
                use()
        assert file.read_bytes() == before


@pytest.mark.parametrize("version", [schema.VERSION + 1, 1000])
def test_a_newer_file_is_left_byte_for_byte(file, version):
    shipped(file, SHIPPED[-1])
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE later (x)")
        db.execute(f"PRAGMA user_version={version}")
    db.close()
    before, folder = file.read_bytes(), sorted(file.parent.iterdir())
    for _ in range(2):
        with pytest.raises(NewerError) as caught:
            Store.open(file, pytest.fail)
    assert caught.value.exit_code == 4
    assert caught.value.values == {"file": str(file)}
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == folder
    assert asides(file) == []


def test_a_damaged_file_of_an_older_version_is_salvaged_into_the_present_one(file, next_version):
    shipped(file, SHIPPED[0])
    data = bytearray(file.read_bytes())
    data[40:44] = b"\0\0\0\1"  # nothing but the cookie of the schema: what is in the tables is sound
    file.write_bytes(bytes(data) + b"cut off")
    told = []
    store = Store.open(file, told.append)
    assert len(told) == 1
    assert told[0].kept == 7
    assert holds_everything(store)
    file.write_bytes(b"no header" + bytes(data[9:]))
    store = Store.open(file, told.append)
    assert len(told) == 2
    assert holds_everything(store)
