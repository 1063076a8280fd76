"""What is done holds at once and is written beside; guides see each other; trouble is told once; nothing is lost."""

import queue
import shutil
import sqlite3
import threading
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.visit import changes, keeping, refusals, schema
from guide.visit.changes import applied
from guide.visit.history import History
from guide.visit.journal import Tied
from guide.visit.keeping import Changed, Journal, Keeping, Opened, Saved, Trouble
from guide.visit.state import EMPTY, Stop
from guide.visit.store import Store
from tests.visit import doing
from tests.visit.failing import Plan, failing
from tests.visit.made import FAIR, PATIENT, THINGS, A, B, asides, asked, deeds, full
from tests.visit.restricted import restricted

SECRET = "тайная-записка"
LONG = 20.0  # seconds that nothing here takes


class Guide(Keeping):
    """One that remembers what it was told, and can be waited for."""

    def __init__(self, file, fair=FAIR):
        self.told = queue.Queue()
        self.events = []
        super().__init__(fair, self.told.put, file)

    def until(self, kind, also=lambda event: True):
        """The next event of that kind, and of which something is true."""
        end = time.monotonic() + LONG
        while True:
            event = self.told.get(timeout=max(0.0, end - time.monotonic()))
            self.events.append(event)
            if isinstance(event, kind) and also(event):
                return event

    def until_saved(self):
        """Waits until nothing waits."""
        while not self.saved:
            self.until(Saved)
        return self

    def everything(self):
        """All that was told."""
        while not self.told.empty():
            self.events.append(self.told.get())
        return self.events

    def troubles(self):
        return [event for event in self.everything() if isinstance(event, Trouble)]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "visit.sqlite3"


@pytest.fixture
def guide(file):
    """Makes guides, and closes them."""
    made = []

    def one(at=file, fair=FAIR, start=True):
        made.append(Guide(at, fair))
        if start:
            made[-1].start()
        return made[-1]

    yield one
    for each in made:
        assert not each.close(LONG) or each._thread is None or not each._thread.is_alive()


@pytest.fixture
def hasty(monkeypatch):
    """Looks and tries again without a pause."""
    monkeypatch.setattr(keeping, "LOOK", 0.02)
    monkeypatch.setattr(keeping, "AGAIN", 0.05)


def favour(guide, thing, name="имя"):
    return guide.do(changes.favoured(guide.visit, thing, name))


# What is done holds at once.


def test_what_is_done_holds_before_the_file_is_read_and_comes_on_top_of_it(file, guide):
    Store.open(file).write(FAIR, changes.noted(EMPTY, A, "Полесье", "из файла"))
    one = guide(start=False)
    assert favour(one, A).favourites() == (A,)
    assert one.visit.mark(A).note == ""
    one.start()
    opened = one.until(Opened)
    assert opened.visit.mark(A).favourite
    assert opened.visit.mark(A).note == "из файла"
    one.until_saved()
    assert Store.open(file).visit(FAIR) == one.visit == opened.visit


def test_what_is_not_saved_yet_can_be_seen(file, guide):
    one = guide(start=False)
    assert one.saved
    favour(one, A)
    one.do(doing.planned(one.visit, [Stop("a"), Stop("b")]))
    one.do(doing.moved(one.visit, "a", 1))
    assert not one.saved
    assert one.unsaved_refs() == {A}
    one.start()
    one.until_saved()
    assert one.unsaved_refs() == frozenset()
    assert one.saved


def test_saved_is_said_after_the_commit_only(file, guide):
    one = guide()
    one.until(Opened)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    favour(one, A)
    time.sleep(0.1)
    assert not one.saved
    assert not any(isinstance(event, Saved) for event in one.everything())
    other.execute("ROLLBACK")
    one.until(Saved)
    assert one.saved
    assert other.execute("SELECT id FROM marks").fetchall() == [("polesie",)]
    other.close()


def test_no_method_waits_for_the_disk(file, guide):
    one = guide()
    one.until(Opened)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    for _ in range(50):
        favour(one, A)
        one.undo(), one.redo(), one.tie(Tied(A, "имя")), one.settle(one.record(asked("где")), A)
        one.read_journal(), one.saved, one.unsaved_refs(), one.history, one.aliases
    assert time.monotonic() - began < 4 < 5 == Store.open.__defaults__[-1]  # far from the wait for a lock
    other.execute("ROLLBACK")
    other.close()
    one.until_saved()


def test_what_waits_is_written_in_one_transaction(file, guide):
    one = guide(start=False)
    for _ in range(100):
        favour(one, A)
    one.start()
    one.until_saved()
    assert sum(isinstance(event, Saved) for event in one.everything()) == 1
    assert len(Store.open(file).history(FAIR).done) == 100


def test_an_empty_change_is_nothing(guide):
    one = guide(start=False)
    one.do(changes.Change(""))
    assert one.saved
    assert one.history == History()


@PATIENT
@given(st.lists(st.tuples(deeds, st.sampled_from(("", "", "undo", "redo", "unlogged"))), max_size=8), st.integers(0, 8))
def test_the_file_has_in_the_end_what_held(tmp_path_factory, doings, begin):
    file = tmp_path_factory.mktemp("kept") / "visit.sqlite3"
    one, visit, history = Guide(file), EMPTY, History()
    for number, (deed, then) in enumerate(doings):
        if number == begin:
            one.start()
        change = deed.change(visit)
        if change:
            visit = applied(visit, change)
            history = history if then == "unlogged" else history.did(change)
            assert one.do(change, logged=then != "unlogged") == visit
        step = history.undo() if then == "undo" else history.redo() if then == "redo" else None
        if then in ("undo", "redo"):
            got = one.undo() if then == "undo" else one.redo()
            assert (got is None) == (step is None)
            if step is not None:
                visit, history = applied(visit, step[0]), step[1]
        assert (one.visit, one.history) == (visit, history)
    assert one.close(LONG)
    store = Store.open(file)
    assert (store.visit(FAIR), store.history(FAIR)) == (visit, history)


def test_undo_says_what_it_took_back(guide):
    one = guide(start=False)
    assert one.undo() is None
    assert one.redo() is None
    favour(one, A, "Полесье")
    undone = one.undo()
    assert (undone.what, undone.name) == ("favourite: {name}", "Полесье")
    assert one.visit == EMPTY
    assert one.redo() == undone
    assert one.visit.favourites() == (A,)


def test_what_was_done_before_a_restart_can_be_undone(guide):
    one = guide()
    favour(one, A)
    assert one.close(LONG)
    other = guide()
    other.until(Opened)
    assert other.undo() is not None
    assert other.visit == EMPTY


def test_closing_writes_what_waits(file, guide):
    one = guide()
    for thing in THINGS:
        favour(one, thing)
    assert one.close(LONG)
    assert Store.open(file).visit(FAIR).favourites() == THINGS


def test_closing_one_that_never_began_writes_what_waits_too(file, guide):
    one = guide(start=False)
    assert one.close(LONG)
    assert not file.exists()
    other = guide(start=False)
    favour(other, A)
    assert other.close(LONG)
    assert Store.open(file).visit(FAIR).favourites() == (A,)


def test_closing_does_not_wait_longer_than_it_was_told(file, guide):
    one = guide()
    one.until(Opened)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    favour(one, A)
    began = time.monotonic()
    assert not one.close(0.05)
    assert time.monotonic() - began < 3
    other.close()


def test_closing_waits_for_no_more_than_one_try_and_what_waits_is_written_later(file, guide, hasty):
    file.mkdir(parents=True)
    one = guide()
    favour(one, A)
    began = time.monotonic()
    assert not one.close(LONG)
    assert time.monotonic() - began < LONG / 2
    file.rmdir()
    one.until_saved()
    assert one.close(LONG)
    assert Store.open(file).visit(FAIR).favourites() == (A,)


def test_ten_thousand_marks_are_shown_and_changed(file, guide):
    Store.open(file).write(FAIR, full(10_000, 2_000), logged=False)
    one = guide()
    opened = one.until(Opened)
    assert len(opened.visit.marks) > 8_000
    favour(one, A)
    one.until_saved()
    assert not any(isinstance(event, Changed) for event in one.everything())


# Two guides at once.


def test_each_guide_sees_what_the_other_did(file, guide, hasty):
    one, other = guide(), guide()
    one.until(Opened), other.until(Opened)
    favour(one, A)
    seen = other.until(Changed)
    assert seen.visit.favourites() == (A,)
    other.do(changes.noted(other.visit, A, "", "записка"))
    favour(other, B)
    one.until(Changed, lambda event: B in event.visit.marks)
    assert one.visit == other.until_saved().visit
    assert one.visit.mark(A).note == "записка"
    assert one.visit.mark(A).favourite


@pytest.mark.parametrize("rounds", [25])
def test_what_two_guides_do_at_the_same_time_is_all_there(file, guide, hasty, rounds):
    guides = [guide(), guide(), guide()]

    def work(one, name):
        for number in range(rounds):
            favour(one, changes.Ref("exhibitor", f"{name}-{number}"))
            one.do(doing.planned(one.visit, [Stop(f"{name}-{number}")]))
            one.do(changes.noted(one.visit, A, "", f"{one.visit.mark(A).note}\n\n{name}-{number}".strip()))
            one.record(asked(f"{name}-{number}"))
            time.sleep(0.002)

    threads = [threading.Thread(target=work, args=(one, f"g{at}")) for at, one in enumerate(guides)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in guides:
        one.until_saved()
    store = Store.open(file, pytest.fail)
    visit, names = store.visit(FAIR), {f"g{at}-{number}" for at in range(3) for number in range(rounds)}
    assert {ref.id for ref in visit.favourites()} == names
    assert {stop.id for stop in visit.plan} == names
    assert set(visit.mark(A).note.split("\n\n")) == names
    assert sorted(question.asked for question in store.questions(FAIR)) == sorted(names)
    end = time.monotonic() + LONG
    while any(one.visit != visit for one in guides) and time.monotonic() < end:
        time.sleep(0.01)
    assert all(one.visit == visit for one in guides)
    assert not any(one.troubles() for one in guides)


def test_undo_takes_back_ones_own_change_though_the_other_has_done_something_since(file, guide):
    one = guide()
    one.until(Opened)
    one.do(changes.noted(one.visit, A, "", "моя"))
    one.until_saved()
    Store.open(file).write(FAIR, changes.noted(EMPTY, A, "", "чужая"))
    assert one.undo().name == ""
    one.until_saved()
    assert one.visit.mark(A).note == "чужая"
    assert Store.open(file).visit(FAIR) == one.visit


def test_fairs_are_kept_apart(guide):
    one, other = guide(), guide(fair="another")
    favour(one, A)
    one.until_saved()
    other.until(Opened)
    assert other.visit == EMPTY
    assert other.history == History()


# The journal.


def test_a_question_is_recorded_and_settled_later(file, guide):
    one = guide(start=False)
    first, second = one.record(asked("полесье")), one.record(asked("нет такого", found=False))
    assert first != second
    one.settle(first, A, "Полесье")
    one.tie(Tied(B, "открытие"))
    one.start()
    one.until_saved()
    one.settle(second, B, "Открытие")
    one.read_journal()
    journal = one.until(Journal)
    assert [(each.asked, each.ref, each.name, each.found) for each in journal.questions] == [
        ("полесье", A, "Полесье", True),
        ("нет такого", B, "Открытие", False),
    ]
    assert all(each.id > 0 for each in journal.questions)
    assert journal.aliases == one.aliases == (Tied(B, "открытие"),)
    one.settle(journal.questions[0].id, None)
    one.until_saved()
    one.until_saved()
    assert [each.ref for each in Store.open(file).questions(FAIR)] == [None, B]


def test_the_journal_has_what_is_not_saved_too(file, guide, monkeypatch):
    file.mkdir(parents=True)
    one = guide()
    one.until(Trouble)
    token = one.record(asked("где"))
    one.settle(token, A, "Полесье")
    one.tie(Tied(A, "имя"))
    one.tie(Tied(B, "имя"))
    one.untie(Tied(A, "имя"))
    one.read_journal()
    journal = one.until(Journal)
    assert journal.questions == (replace(asked("где"), id=token, ref=A, name="Полесье"),)
    assert journal.aliases == (Tied(B, "имя"),)
    file.rmdir()
    one.untie(Tied(B, "имя"))
    one.until_saved()
    one.settle(token, B, "Открытие")
    one.until_saved()
    store = Store.open(file)
    assert [(each.ref, each.id) for each in store.questions(FAIR)] == [(B, 1)]
    assert store.aliases(FAIR) == ()


# Trouble.


def test_trouble_is_told_once_and_all_that_waited_is_written_when_it_is_over(file, guide, hasty):
    file.mkdir(parents=True)
    one = guide()
    trouble = one.until(Trouble)
    assert trouble.message == refusals.FolderError(file).message
    assert trouble.aside is None
    for thing in THINGS:
        favour(one, thing)
        time.sleep(0.05)
    assert not one.saved
    assert one.visit.favourites() == THINGS
    assert len(one.troubles()) == 1
    file.rmdir()
    one.until_saved()
    assert Store.open(file).visit(FAIR) == one.visit
    assert any(isinstance(event, Opened) for event in one.events)
    assert len(one.troubles()) == 1


def test_a_disk_that_is_full_and_has_room_again(file, guide):
    plan = Plan(pages=12)
    with failing(plan):
        one = guide()
        one.until(Opened)
        one.do(full(secret=SECRET))
        trouble = one.until(Trouble)
        assert trouble.message == refusals.FullError(file).message
        favour(one, B)
        time.sleep(0.1)
        assert not one.saved
        plan.pages = 0
        one.do(changes.noted(one.visit, A, "", "ещё"))
        one.until_saved()
    assert len(one.troubles()) == 1
    assert Store.open(file).visit(FAIR) == one.visit
    assert one.visit.mark(A).note == "ещё"


def test_a_newer_file_is_left_as_it_is_and_the_guide_goes_on(file, guide):
    Store.open(file).close()
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    db.close()
    before = file.read_bytes()
    one = guide()
    assert one.until(Trouble).message == refusals.NewerError(file).message
    favour(one, A)
    favour(one, B)
    one.undo()
    assert one.visit.favourites() == (A,)
    assert not one.close(LONG)
    assert file.read_bytes() == before
    assert len(one.troubles()) == 1


def test_a_damaged_file_is_told_once_with_where_it_is(file, guide):
    Store.open(file).write(FAIR, full(secret=SECRET))
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size - 3000)
    one = guide()
    trouble = one.until(Trouble)
    assert [trouble.aside] == asides(file)
    assert trouble.values["aside"] == str(trouble.aside)
    one.until(Opened)
    assert one.visit.marks
    favour(one, A)
    one.until_saved()
    assert len(one.troubles()) == 1


def test_a_file_that_breaks_while_the_guide_is_open_loses_nothing(file, guide):
    one = guide()
    one.do(full(secret=SECRET))
    one.tie(Tied(A, "имя"))
    one.until_saved()
    before = one.visit
    with file.open("r+b") as opened:
        opened.write(b"\0" * file.stat().st_size)
    favour(one, B)
    one.until_saved()
    assert len(one.troubles()) == 1
    store = Store.open(file, pytest.fail)
    assert store.visit(FAIR) == one.visit
    assert one.visit.marks == {**before.marks, B: one.visit.mark(B)}
    assert one.visit.plan == before.plan
    assert store.aliases(FAIR) == (Tied(A, "имя"),)
    assert not any(isinstance(event, Changed) for event in one.events)


def test_a_file_that_is_taken_away_while_the_guide_is_open_loses_nothing(file, guide, hasty):
    one = guide()
    one.do(full())
    one.until_saved()
    shutil.rmtree(file.parent)
    end = time.monotonic() + LONG
    while time.monotonic() < end and not (file.exists() and Store.open(file).visit(FAIR) == one.visit):
        time.sleep(0.02)
    favour(one, B)
    one.until_saved()
    assert Store.open(file).visit(FAIR) == one.visit
    assert one.visit.marks.keys() >= {B, *(ref for ref, _, _ in full().marks)}


def test_whatever_statement_fails_what_was_done_is_written_in_the_end(tmp_path, hasty):
    """Each statement once, of reading as of writing; the next try does it."""
    number, met = 0, 0
    while not number or met:
        number += 3
        file = tmp_path / f"{number}" / "visit.sqlite3"
        with failing(Plan("disk I/O error", number, after=number % 2 == 0)) as plan:
            one = Guide(file)
            one.start()
            one.do(full(12, 4, 3))
            favour(one, B)
            one.until_saved()
            one.undo()
            one.until_saved()
            assert one.close(LONG)
            met = plan.number >= number
        assert Store.open(file, pytest.fail).visit(FAIR) == one.visit == applied(EMPTY, full(12, 4, 3))
        assert len(one.troubles()) <= 1
    assert number > 40


def test_a_fault_of_the_guide_is_told_and_written_down_without_notes(file, guide, monkeypatch, surroundings):
    from guide.visit import store

    one = guide()
    one.until(Opened)

    def fault(*given, **named):
        raise ValueError(f"{given}{SECRET}")

    monkeypatch.setattr(store.Store, "write", fault)
    one.do(changes.noted(EMPTY, A, "", SECRET))
    trouble = one.until(Trouble)
    assert trouble.values == {"name": "ValueError"}
    assert not one.saved
    monkeypatch.undo()
    favour(one, B)
    one.until_saved()
    assert Store.open(file).visit(FAIR) == one.visit
    (log,) = [each.read_text(encoding="utf-8") for each in (surroundings / "log").iterdir()]
    assert "in fault" in log
    assert SECRET not in log


def test_whoever_listens_may_fail(file):
    def gone(event):
        raise RuntimeError("the app has gone")

    one = Keeping(FAIR, gone, file)
    one.start()
    favour(one, A)
    assert one.close(LONG)
    assert Store.open(file).visit(FAIR).favourites() == (A,)


def test_notes_are_in_no_event(file, guide):
    one = guide()
    one.do(full(secret=SECRET))
    one.do(doing.planned(one.visit, [Stop("x", title=SECRET, where=SECRET, about=SECRET)]))
    one.until_saved()
    Store.open(file).write(FAIR, changes.noted(EMPTY, B, "", SECRET))
    favour(one, A)
    one.until(Changed)
    one.read_journal()
    one.until(Journal)
    kinds = {type(event) for event in one.everything()}
    assert kinds == {Opened, Saved, Changed, Journal}
    assert SECRET not in repr(one.events)
    assert SECRET not in repr((one.visit, one.history, one._state))


def test_a_person_who_may_not_write_is_told_and_sees_what_is_there():
    said = restricted(
        """
        Store.open(file).write("fair", favoured(EMPTY, A, "Полесье"))
        file.with_name("visit.sqlite3-journal").unlink()
        folder.chmod(0o500)
        become_nobody()
        told = queue.Queue()
        keeping = Keeping("fair", told.put, file)
        keeping.start()
        print(told.get(timeout=20), keeping.visit.favourites() == (A,))
        keeping.do(favoured(keeping.visit, B, ""))
        print(type(told.get(timeout=20)).__name__, keeping.visit.favourites() == (A, B), keeping.saved)
        print(keeping.close(20), told.empty())
        """
    )
    assert said == ["Opened() True", "Trouble True False", "False True"]
