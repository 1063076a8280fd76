"""A change can be taken back, done twice, and meet what another guide did meanwhile; nothing of either is lost."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.visit import changes
from guide.visit.changes import Change, applied, merged, merged_note, reordered
from guide.visit.history import LONGEST, History
from guide.visit.state import EMPTY, LONGEST_NOTE, MOST_STARS, Mark, Stop, Visit
from tests.visit import doing
from tests.visit.made import PATIENT, THINGS, A, B, after, deeds, visits

ids = st.lists(st.sampled_from("abcdefgh"), unique=True)


@PATIENT
@given(visits(), deeds)
def test_the_reverse_of_a_change_restores_the_visit(visit, deed):
    change = deed.change(visit)
    assert applied(applied(visit, change), change.reversed()) == visit
    assert change.reversed().reversed() == change


@PATIENT
@given(visits(), deeds)
def test_a_change_that_was_made_already_changes_nothing(visit, deed):
    change = deed.change(visit)
    once = applied(visit, change)
    assert applied(once, change) == once


@PATIENT
@given(visits(), st.lists(deeds, max_size=6), st.lists(deeds, max_size=6))
def test_any_number_of_changes_is_taken_back_and_made_again(visit, first, second):
    history, now = History(), visit
    for deed in (*first, *second):
        change = deed.change(now)
        if change:
            now, history = applied(now, change), history.did(change)
    done, end = history, now
    while (step := history.undo()) is not None:
        change, history = step
        now = applied(now, change)
    assert now == visit
    while (step := history.redo()) is not None:
        change, history = step
        now = applied(now, change)
    assert (now, history) == (end, done)


@PATIENT
@given(visits(), deeds, deeds)
def test_two_guides_at_once_lose_no_field_of_a_mark(visit, mine, theirs):
    one, other = mine.change(visit), theirs.change(visit)
    both = applied(applied(visit, other), one)
    for ref in THINGS:
        was, by_me, by_them = (each.mark(ref) for each in (visit, applied(visit, one), applied(visit, other)))
        for name in ("favourite", "visited", "rating"):
            wanted = getattr(by_them if getattr(by_me, name) == getattr(was, name) else by_me, name)
            assert getattr(both.mark(ref), name) == wanted
        for note in (by_me.note, by_them.note):
            assert note == was.note or note in both.mark(ref).note


@PATIENT
@given(visits(), deeds, deeds)
def test_two_guides_at_once_lose_no_field_of_a_stop(visit, mine, theirs):
    one, other = mine.change(visit), theirs.change(visit)
    by_me, by_them = applied(visit, one), applied(visit, other)
    both = applied(by_them, one)
    assert {stop.id for stop in both.plan} >= {stop.id for stop in by_me.plan if visit.stop(stop.id) is None}
    for stop in visit.plan:
        me, them, now = by_me.stop(stop.id), by_them.stop(stop.id), both.stop(stop.id)
        if me and them and now:
            for field in fields(Stop):
                values = {getattr(each, field.name) for each in (me, them)} - {getattr(stop, field.name)}
                assert getattr(now, field.name) in (values or {getattr(stop, field.name)})


@pytest.mark.parametrize(
    ("now", "before", "after", "whole"),
    [
        ("a", "a", "b", "b"),
        ("b", "a", "b", "b"),
        ("theirs", "", "mine", "theirs\n\nmine"),
        ("", "a", "b", "b"),
        ("theirs\n\nmine", "mine", "", "theirs"),
        ("theirs\n\nmine", "mine", "mine, more", "theirs\n\nmine, more"),
        ("mine\n\ntheirs", "mine", "", "theirs"),
        ("theirs", "a", "", "theirs"),
        ("cat", "", "a", "cat\n\na"),
        ("theirs", "a", "a", "theirs"),
        ("theirs\n\nmine", "", "mine", "theirs\n\nmine"),
        ("theirs", "a", "theirs\n\nmine", "theirs\n\nmine"),
        ("a day", "a", "b", "a day\n\nb"),
    ],
)
def test_a_note_that_two_write_at_once(now, before, after, whole):
    assert merged_note(now, before, after) == whole


def test_a_note_never_grows_beyond_its_limit():
    assert len(merged_note("т" * LONGEST_NOTE, "", "мой")) == LONGEST_NOTE


@given(ids, ids)
def test_another_order_loses_and_adds_nothing(have, wanted):
    got = reordered(have, wanted)
    assert sorted(got) == sorted(have)
    assert [key for key in got if key in wanted] == [key for key in wanted if key in have]


@given(ids, ids)
def test_what_an_order_does_not_know_stays_behind_the_one_it_stood_behind(have, wanted):
    got = reordered(have, wanted)
    unknown = [key for key in have if key not in wanted]
    assert [key for key in got if key not in wanted and key in unknown] == sorted(unknown, key=got.index)
    for key in unknown:
        before = next((other for other in reversed(have[: have.index(key)]) if other in wanted), None)
        last = next((other for other in reversed(got[: got.index(key)]) if other in wanted), None)
        assert before == last


@PATIENT
@given(visits(), visits())
def test_a_visit_that_was_brought_in_once_brings_nothing_the_second_time(visit, other):
    both = applied(visit, merged(visit, other))
    assert not merged(both, other)


@PATIENT
@given(visits(), visits())
def test_bringing_in_a_visit_takes_nothing_away(visit, other):
    both = applied(visit, merged(visit, other))
    for each in (visit, other):
        for ref, mark in each.marks.items():
            now = both.mark(ref)
            assert now.favourite >= mark.favourite
            assert now.visited >= mark.visited
            assert mark.note in now.note
            assert now.rating or not mark.rating
    assert {stop.id for stop in both.plan} >= {stop.id for stop in visit.plan}
    known = {replace(stop, id="", name="") for stop in both.plan}
    assert known >= {replace(stop, id="", name="") for stop in other.plan}


@PATIENT
@given(visits(), visits())
def test_bringing_in_a_visit_can_be_taken_back(visit, other):
    change = merged(visit, other)
    assert applied(applied(visit, change), change.reversed()) == visit


def test_a_mark_that_says_nothing_any_more_goes():
    visit = applied(EMPTY, changes.favoured(EMPTY, A, "Полесье"))
    assert visit.favourites() == (A,)
    assert applied(visit, changes.favoured(visit, A, "Полесье")) == EMPTY


def test_ratings_and_notes_keep_within_their_bounds():
    visit = applied(EMPTY, changes.rated(EMPTY, A, "", 99))
    visit = applied(visit, changes.noted(visit, A, "", " н" * LONGEST_NOTE))
    assert visit.mark(A).rating == MOST_STARS
    assert len(visit.mark(A).note) == LONGEST_NOTE
    assert not changes.rated(visit, A, "", MOST_STARS)


def test_what_is_taken_out_leaves_the_others_in_their_order():
    visit = Visit(plan=tuple(Stop(key) for key in "cbdae"))
    assert changes.ids_of(applied(visit, changes.unplanned(visit, ["c", "e", "x"]))) == ("b", "d", "a")


def test_what_does_nothing_is_no_change():
    assert not Change("")
    assert not changes.unplanned(EMPTY, ["x"])
    assert not changes.merged(EMPTY, EMPTY)
    assert not changes.noted(EMPTY, A, "Полесье", "  ")


# What can be undone.


def numbered(number: int) -> Change:
    return Change(f"{number}", marks=((B, Mark(), Mark(rating=number % 5)),))


def test_something_new_ends_what_could_be_done_again():
    history = History().did(numbered(1)).did(numbered(2))
    step = history.undo()
    assert step is not None
    assert step[1].undone == (numbered(2),)
    assert step[1].did(numbered(3)) == History((numbered(1), numbered(3)))
    assert History().undo() is None
    assert History().redo() is None


def test_only_so_many_changes_can_be_undone():
    history = History()
    for number in range(LONGEST + 5):
        history = history.did(numbered(number))
    assert history.done[0] == numbered(5)
    for _ in range(LONGEST):
        step = history.undo()
        assert step is not None
        history = step[1]
    assert history.undo() is None
    assert len(history.undone) == LONGEST


def test_a_change_is_undone_though_another_guide_did_something_since():
    history = History().did(numbered(1)).did(numbered(2)).undid(numbered(1))
    assert history == History((numbered(2),), (numbered(1),))
    assert history.redid(numbered(1)) == History((numbered(2), numbered(1)))
    assert History().undid(numbered(7)) == History((), (numbered(7),))


def test_notes_are_in_no_repr():
    visit = after(EMPTY, [])
    change = changes.noted(visit, Ref("exhibitor", "x"), "Имя", "тайна")
    plan = doing.planned(visit, [Stop("s", title="тайна", where="тайна", about="тайна", meeting=True)])
    for each in (change, plan, applied(visit, change), applied(visit, plan), History().did(change).did(plan)):
        assert "тайна" not in repr(each)
