"""The file keeps what was done exactly, for each fair by itself, and for several guides at once."""

import os
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.text import clean
from guide.visit import changes
from guide.visit.changes import applied
from guide.visit.history import LONGEST, History
from guide.visit.journal import Tied
from guide.visit.state import EMPTY, Mark, Stop
from guide.visit.store import Store, file_of_visits
from tests import hostile
from tests.visit import doing
from tests.visit.made import FAIR, PATIENT, A, B, asked, deeds, full, things


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "visit.sqlite3"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One open file for many examples, each of which has a fair of its own in it."""
    store = Store.open(tmp_path_factory.mktemp("shared") / "visit.sqlite3")
    store._fairs = iter(range(10**9))
    yield store
    store.close()


def again(store):
    """The same file opened by another guide."""
    return Store.open(store._file.file)


# Each deed is followed by one of: nothing, undo, redo.
doings = st.lists(st.tuples(deeds, st.sampled_from(("", "", "", "undo", "redo", "unlogged"))), max_size=8)


@PATIENT
@given(doings)
def test_what_is_written_is_what_holds_in_memory(shared, doings):
    fair, visit, history = f"fair-{next(shared._fairs)}", EMPTY, History()
    for deed, then in doings:
        change = deed.change(visit)
        if change:
            visit = applied(visit, change)
            history = history if then == "unlogged" else history.did(change)
            assert shared.write(fair, change, logged=then != "unlogged") == visit
        step = history.undo() if then == "undo" else history.redo() if then == "redo" else None
        if then in ("undo", "redo"):
            got = shared.undo(fair) if then == "undo" else shared.redo(fair)
            assert (got is None) == (step is None)
            if step is not None:
                visit, history = applied(visit, step[0]), step[1]
                assert got == (step[0], visit)
    other = again(shared)
    for store in (shared, other):
        assert store.visit(fair) == visit
        assert store.history(fair) == history
    assert list(other.visit(fair).marks) == list(visit.marks)  # in the order in which they were first marked
    other.close()


@PATIENT
@given(st.lists(st.tuples(st.booleans(), deeds), max_size=8))
def test_two_writers_who_do_not_know_of_each_other_get_what_merging_gives(shared, doings):
    fair, other = f"fair-{next(shared._fairs)}", again(shared)
    seen = {shared: EMPTY, other: EMPTY}
    merged = EMPTY
    for mine, deed in doings:
        store = shared if mine else other
        change = deed.change(seen[store])  # by what this one saw last
        merged = applied(merged, change)
        seen[store] = store.write(fair, change)
        assert seen[store] == merged
    assert shared.visit(fair) == other.visit(fair) == merged
    other.close()


def test_fairs_do_not_know_of_each_other(file):
    store = Store.open(file)
    store.write("one", changes.favoured(EMPTY, A, "Полесье"))
    store.write("two", changes.noted(EMPTY, A, "Полесье", "другая"))
    store.record("three", asked("где"))
    store.tie("four", Tied(A, "Палессе"))
    assert store.visit("one").mark(A) == Mark(favourite=True, name="Полесье")
    assert store.visit("two").mark(A).note == "другая"
    assert store.visit("five") == EMPTY
    assert store.undo("five") is None
    assert store.undo("one") is not None
    assert store.visit("two").mark(A).note == "другая"
    store.close()


def test_ids_that_left_the_catalogue_keep_their_notes_and_their_name(file):
    gone = Ref("exhibitor", "no-longer-there")
    Store.open(file).write(FAIR, changes.noted(EMPTY, gone, "ОАО «Ушедшее»", "спросить"))
    assert Store.open(file).visit(FAIR).mark(gone) == Mark(note="спросить", name="ОАО «Ушедшее»")


@pytest.mark.parametrize("text", [*hostile.TEXTS.values(), "\ud800 один", "'; DROP TABLE marks; --"], ids=str.__len__)
def test_hostile_texts_come_back_clean(file, text):
    store = Store.open(file)
    store.write(text, changes.noted(EMPTY, A, text, text))
    store.write(text, doing.planned(EMPTY, [Stop(text, title=text, where=text, about=text, name=text)]))
    store.tie(text, Tied(A, text, text))
    store.record(text, asked(text))
    store.close()
    store = Store.open(file)
    visit, safe = store.visit(text), text.replace("\ud800", "?")
    assert clean(text.strip()) in (visit.mark(A).note, visit.mark(A).note.replace("?", "\ufffd"))
    assert visit.mark(A).name == clean(safe)
    assert visit.plan == (Stop(clean(safe), title=clean(safe), where=clean(safe), about=clean(safe), name=clean(safe)),)
    assert len(store.questions(text)) == len(store.aliases(text)) == 1
    assert len(store.history(text).done) == 2
    shown = repr(visit) + visit.mark(A).note + "".join(f"{stop.title}{stop.where}{stop.about}" for stop in visit.plan)
    assert not (hostile.FORBIDDEN - {"\n", "\t"}) & set(shown)


def test_what_is_known_of_a_stop_comes_back(file):
    store = Store.open(file)
    store.write(FAIR, full())
    visit = store.visit(FAIR)
    for number, stop in enumerate(visit.plan):
        edited = replace(stop, minutes=number, meeting=True, where="у входа")
        store.write(FAIR, doing.edited(store.visit(FAIR), edited))
    assert again(store).visit(FAIR) == store.visit(FAIR)
    assert [stop.minutes for stop in again(store).visit(FAIR).plan] == list(range(20))


def test_absurd_numbers_do_no_harm(file):
    store = Store.open(file)
    store.write(FAIR, doing.planned(EMPTY, [Stop("a", minutes=10**30), Stop("b", minutes=-5)]))
    assert [stop.minutes for stop in again(store).visit(FAIR).plan] == [60 * 24 * 366, 0]


# Undo and redo.


def test_what_was_done_is_undone_after_a_restart_too(file):
    Store.open(file).write(FAIR, changes.favoured(EMPTY, A, "Полесье"))
    change, visit = Store.open(file).undo(FAIR)
    assert (change.what, visit) == ("favourite: {name}", EMPTY)
    change, visit = Store.open(file).redo(FAIR)
    assert visit.favourites() == (A,)
    assert Store.open(file).redo(FAIR) is None


def test_only_so_many_changes_are_kept(file):
    store = Store.open(file)
    store.together(lambda: [store.write(FAIR, changes.favoured(store.visit(FAIR), A, "")) for _ in range(LONGEST + 7)])
    assert len(store.history(FAIR).done) == len(again(store).history(FAIR).done) == LONGEST
    while store.undo(FAIR):
        pass
    assert store.visit(FAIR).favourites() == (A,)  # the seventh change is the last that is left
    assert len(again(store).history(FAIR).undone) == LONGEST


def test_an_older_change_is_undone_beside_the_last(file):
    store = Store.open(file)
    first = changes.noted(EMPTY, A, "", "моё")
    store.write(FAIR, first)
    store.write(FAIR, changes.favoured(store.visit(FAIR), B, ""))
    store.undo(FAIR, first)
    assert again(store).visit(FAIR).marks.keys() == {B}
    assert again(store).history(FAIR).undone == (first,)
    store.redo(FAIR, first)
    assert again(store).visit(FAIR).marks.keys() == {A, B}


def test_a_change_that_nobody_knows_is_undone_all_the_same(file):
    store = Store.open(file)
    change = changes.favoured(EMPTY, A, "")
    store.write(FAIR, change, logged=False)
    store.undo(FAIR, change)
    assert store.visit(FAIR) == EMPTY
    assert store.history(FAIR) == History((), (change,))


def test_a_change_in_the_file_that_cannot_be_read_is_left_out(file):
    store = Store.open(file)
    store.write(FAIR, changes.favoured(EMPTY, A, ""))
    store.write(FAIR, changes.favoured(EMPTY, B, ""))
    store.close()
    with sqlite3.connect(file) as db:
        db.execute("UPDATE changes SET body = '{\"marks\": [[1]]' WHERE number = 1")
    db.close()
    assert len(Store.open(file).history(FAIR).done) == 1


# Several guides.


def test_a_guide_sees_that_another_one_wrote(file):
    one, other = Store.open(file), Store.open(file)
    one.visit(FAIR)
    other.visit(FAIR)
    assert not one.changed()
    other.write(FAIR, changes.favoured(EMPTY, A, "Полесье"))
    assert one.changed()
    assert not other.changed()
    assert one.visit(FAIR).favourites() == (A,)
    assert not one.changed()


def test_only_the_rows_that_a_change_touches_are_written(file):
    store = Store.open(file)
    store.write(FAIR, full())
    before = store._file._db.total_changes
    store.write(FAIR, changes.rated(store.visit(FAIR), A, "", 5))
    assert store._file._db.total_changes - before == 2  # the mark and the change


def test_all_or_nothing_is_written_together(file):
    store = Store.open(file)
    store.write(FAIR, changes.favoured(EMPTY, A, ""))

    def work():
        store.write(FAIR, changes.favoured(store.visit(FAIR), B, ""))
        store.record(FAIR, asked("где"))
        raise LookupError

    with pytest.raises(LookupError):
        store.together(work)
    assert store.visit(FAIR).favourites() == (A,)
    assert store.questions(FAIR) == ()
    assert len(store.history(FAIR).done) == 1


def test_nothing_is_written_by_reading(file):
    Store.open(file).write(FAIR, full())
    before = file.read_bytes()
    store = Store.open(file)
    store.visit(FAIR), store.history(FAIR), store.questions(FAIR), store.aliases(FAIR), store.changed()
    store.close()
    assert file.read_bytes() == before


# The journal.


def test_the_journal_keeps_what_was_asked_and_what_was_chosen(file):
    store = Store.open(file)
    questions = [asked("где туалет"), asked("полесье", ref=A), asked("нет такого", False, language="be")]
    keys = [store.record(FAIR, question) for question in questions]
    store.settle(FAIR, keys[0], B, "Открытие\x1b[2J")
    store.settle(FAIR, keys[1], None)
    wanted = [replace(question, id=key) for question, key in zip(questions, keys, strict=True)]
    wanted[0] = replace(wanted[0], ref=B, name="Открытие\x1b[2J")
    wanted[1] = replace(wanted[1], ref=None, name="")
    assert list(again(store).questions(FAIR)) == wanted
    assert again(store).questions(FAIR)[0].at.utcoffset() == questions[0].at.utcoffset()


def test_a_question_whose_time_is_no_time_is_left_out(file):
    store = Store.open(file)
    store.record(FAIR, asked("а"))
    store.record(FAIR, asked("б"))
    store.close()
    with sqlite3.connect(file) as db:
        db.execute("UPDATE questions SET at = '2025-13-99' WHERE id = 1")
    db.close()
    assert [question.asked for question in Store.open(file).questions(FAIR)] == ["б"]


@given(st.lists(st.tuples(st.booleans(), things, st.sampled_from(("а", "б", "в"))), max_size=8))
@PATIENT
def test_aliases_are_tied_once_and_can_be_untied(shared, doings):
    fair, wanted = f"fair-{next(shared._fairs)}", {}
    for on, ref, text in doings:
        alias = Tied(ref, text, "имя")
        if on:
            shared.tie(fair, alias)
            wanted.setdefault((ref, text), alias)
        else:
            shared.untie(fair, alias)
            wanted.pop((ref, text), None)
    assert list(shared.aliases(fair)) == list(wanted.values())


# The file itself.


def test_the_file_is_in_the_data_folder_and_for_its_owner_alone(surroundings):
    store = Store.open()
    store.write(FAIR, full())
    assert file_of_visits() == surroundings / "data" / "visit.sqlite3"
    names = {path.name for path in file_of_visits().parent.iterdir()}
    assert names == {"visit.sqlite3", "visit.sqlite3-journal"}
    if os.name == "posix":
        assert stat.S_IMODE(file_of_visits().parent.stat().st_mode) == 0o700
        for path in file_of_visits().parent.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_file_that_others_could_read_is_closed_to_them(file):
    Store.open(file).close()
    file.chmod(0o644)
    Store.open(file).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_settings_are_those_that_lose_nothing(file):
    db = Store.open(file)._file._db
    for pragma, value in (("journal_mode", "truncate"), ("synchronous", 2), ("busy_timeout", 5000)):
        assert db.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    assert db.execute("PRAGMA application_id").fetchone() == (0x47554944,)


def test_what_is_read_from_the_file_makes_sense_whatever_stands_in_it(file):
    Store.open(file).write(FAIR, full(6, 2, 2))
    with sqlite3.connect(file) as db:
        db.execute("UPDATE marks SET rating = 77, favourite = 'yes', note = CAST(x'ff1b5b324a' AS TEXT), name = x'41'")
        db.execute("UPDATE stops SET day = '2025-02-31', starts = 'noon', minutes = 'long', title = 5, kind = NULL")
    db.close()
    visit = Store.open(file).visit(FAIR)
    for mark in visit.marks.values():
        assert mark == Mark(False, mark.visited, 0, "\ufffd\u241b[2J", "A")
    assert [(stop.day, stop.starts, stop.minutes, stop.ref) for stop in visit.plan] == [(None, None, None, None)] * 2


def test_ten_thousand_marks_are_one_question_to_the_file(file):
    store = Store.open(file)
    store.write(FAIR, full(10_000, 2_000))
    other, asked_for = again(store), []
    other._file._db.set_trace_callback(asked_for.append)
    assert other.visit(FAIR) == store.visit(FAIR)
    assert sum("FROM marks" in statement for statement in asked_for) == 1
    assert len(asked_for) < 12


def test_sqlite_is_loaded_by_the_thread_that_keeps_and_nothing_else():
    code = (
        "import sys\n"
        "import guide.visit.keeping, guide.visit.journal, guide.visit.changes, guide.visit.history\n"
        "guide.visit.keeping.Keeping('f', print)\n"
        "print('sqlite3' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
