"""A plan in the fewest letters: what was written is read, by whichever way it came, and damage is noticed."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Catalogue, Exhibitor, Fair, Ref, Session
from guide.errors import Exit, GuideError
from guide.i18n import Wording
from guide.visit.compact import KINDS, OtherFairError, read, written
from guide.visit.parts import PartsError, TooLongError, split
from guide.visit.state import EMPTY, Mark, Stop, Visit
from tests.exchange.visits import CATALOGUE, FULL, REFS, called, visits

PATIENT = settings(deadline=None)
ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def plan_of(visit: Visit) -> list[Stop]:
    return [replace(stop, id="") for stop in visit.plan]


def marks_of(visit: Visit) -> dict[Ref, Mark]:
    """The marks without notes, which are not written."""
    marks = {ref: replace(mark, note="") for ref, mark in visit.marks.items()}
    return {ref: mark for ref, mark in marks.items() if not mark.empty}


@given(visit=visits(), room=st.integers(30, 400))
@PATIENT
def test_what_was_written_is_read(visit, room):
    parts = written(visit, CATALOGUE, room)
    assert all(len(part) <= room and set(part) <= ALPHANUMERIC for part in parts)
    brought = read(parts, CATALOGUE, called)
    assert brought.unknown == 0
    assert plan_of(brought.visit) == plan_of(visit)
    assert marks_of(brought.visit) == marks_of(visit)
    assert len({stop.id for stop in brought.visit.plan}) == len(visit.plan)


@given(visit=visits(most=4), random_=st.randoms(use_true_random=False))
@PATIENT
def test_parts_come_in_any_order_doubled_and_among_other_lines(visit, random_):
    parts = list(written(visit, CATALOGUE, 40))
    whole = read(parts, CATALOGUE, called)
    noisy = [
        f"  {random_.choice(['', 'Part:', '> ', '«'])} {_wrapped(part, random_)} \r\n see G1 and 1/2: A."
        for part in parts + random_.sample(parts, random_.randint(0, len(parts)))
    ]
    random_.shuffle(noisy)
    assert read(noisy, CATALOGUE, called) == whole
    assert read(["\n".join(noisy)], CATALOGUE, called) == whole
    assert read([text.lower() for text in noisy], CATALOGUE, called) == whole


def _wrapped(part: str, random_: random.Random) -> str:
    """A part whose data is broken into lines, as mail programs do."""
    at = random_.randint(len("G1:12/34:"), len(part))
    return part[:at] + random_.choice(["", "\n", " \r\n  "]) + part[at:]


def test_every_changed_sign_is_noticed():
    part, second = written(replace(FULL, plan=FULL.plan[:4]), CATALOGUE, 150)
    signs = [*sorted(ALPHANUMERIC - {" "}), "Ж", "\0", "ſ", "abc"]
    for at in range(len(part)):
        for sign in signs:
            if sign.upper() == part[at]:
                continue
            with pytest.raises(GuideError):
                read([part[:at] + sign + part[at + 1 :], second], CATALOGUE, called)
        with pytest.raises(GuideError):
            read([part[:at] + part[at + 1 :], second], CATALOGUE, called)


def test_what_is_missing_damaged_or_of_another_plan_is_said():
    parts = written(FULL, CATALOGUE, 60)
    others = written(replace(FULL, plan=FULL.plan[1:]), CATALOGUE, 60)
    assert len(parts) > 4
    cases = {
        (parts[0], parts[2], *parts[4:]): "missing: 2, 4",
        (*parts[:2], parts[2].replace("A", "B"), *parts[3:]): "Part 3 of",
        (parts[0], others[1]): "different plans",
        ("G2" + parts[0][2:],): "version 2",
        ("nothing of the kind",): "no plan",
        (): "no plan",
    }
    for texts, said in cases.items():
        with pytest.raises(PartsError) as caught:
            read(texts, CATALOGUE, called)
        assert said in str(caught.value)
        assert caught.value.hint
        assert caught.value.exit_code == Exit.UNREADABLE


def test_a_plan_of_another_fair_is_not_taken():
    other = replace(CATALOGUE, fair=replace(CATALOGUE.fair, id="another"))
    with pytest.raises(OtherFairError) as caught:
        read(written(FULL, other, 400), CATALOGUE, called)
    assert "small" in str(caught.value)


def test_a_made_up_message_is_no_traceback():
    rnd = random.Random(3)
    head = written(EMPTY, CATALOGUE, 400)
    whole = read(head, CATALOGUE, called)
    assert whole.visit == EMPTY
    for _ in range(300):
        data = rnd.randbytes(rnd.randint(1, 60))
        with pytest.raises(GuideError):
            read(split(data, 400), CATALOGUE, called)


@given(tail=st.binary(min_size=1, max_size=80))
@PATIENT
def test_a_made_up_message_of_this_fair_is_read_or_refused(tail):
    # The fair's hash and the width of hashes are right, all else is anything.
    from guide.visit.parts import join

    data = join(written(EMPTY, CATALOGUE, 400))[:3] + tail
    with suppress(GuideError):
        read(split(data, 400), CATALOGUE, called)


def test_things_that_this_catalogue_does_not_have_are_counted():
    less = replace(CATALOGUE, exhibitors={k: v for k, v in CATALOGUE.exhibitors.items() if k != "polesie"})
    brought = read(written(FULL, CATALOGUE, 400), less, called)
    assert brought.unknown == 1
    assert [stop.ref for stop in brought.visit.plan if stop.ref == Ref("exhibitor", "polesie")] == []
    assert len(brought.visit.plan) == len(FULL.plan) - 1
    assert Ref("exhibitor", "polesie") not in brought.visit.marks


def test_what_had_left_the_catalogue_keeps_its_name():
    brought = read(written(FULL, CATALOGUE, 400), CATALOGUE, called).visit
    gone = Ref("exhibitor", "left-long-ago")
    assert brought.marks[gone] == Mark(favourite=True, name="Left Long Ago Ltd")
    assert brought.stops(gone)[0].name == "Left Long Ago Ltd"


def test_the_same_codes_give_the_same_ids():
    parts = written(FULL, CATALOGUE, 100)
    assert read(parts, CATALOGUE, called) == read(reversed(parts), CATALOGUE, called)


def test_favourites_that_are_not_planned_may_stay_behind():
    brought = read(written(FULL, CATALOGUE, 400, marks=False), CATALOGUE, called).visit
    assert brought.plan
    assert set(brought.marks) <= {stop.ref for stop in FULL.plan}


def test_a_novel_does_not_fit():
    rnd = random.Random(1)
    words = ["".join(chr(rnd.randint(0x4E00, 0x9FFF)) for _ in range(200)) for _ in range(40)]
    plan = tuple(Stop(str(at), title=text) for at, text in enumerate(words))
    with pytest.raises(TooLongError) as caught:
        written(replace(EMPTY, plan=plan), CATALOGUE, 114)
    assert caught.value.exit_code == Exit.USAGE


def large(things: int) -> Catalogue:
    """A catalogue of so many things, each tenth of them a session."""
    exhibitors = {
        f"firm-{at}": Exhibitor(f"firm-{at}", Wording.same(f"Firm {at}")) for at in range(things - things // 10)
    }
    sessions = {f"talk-{at}": Session(f"talk-{at}", Wording.same(f"Talk {at}")) for at in range(things // 10)}
    fair = Fair("large", Wording.same("Large"), date(2026, 3, 2), date(2026, 3, 5), "Europe/Minsk")
    return Catalogue(fair, exhibitors=exhibitors, sessions=sessions)


@pytest.mark.parametrize(("letters", "most"), [(395, 2), (114, 4)], ids=["120x36", "80x24"])
def test_forty_stops_of_five_thousand_things_take_few_codes(letters, most):
    # What a QR code of version 10 or 4 holds in capitals and figures: the largest for 33 or 21 lines of half blocks.
    catalogue = large(5000)
    things = [ref for kind in KINDS for ref in catalogue.refs(kind)]
    for seed in range(5):
        rnd = random.Random(seed)
        chosen = rnd.sample(things, 40)
        plan = tuple(
            Stop(str(at), ref, catalogue.fair.starts + timedelta(days=at // 10), time(9 + at % 10, rnd.randrange(60)),
                 rnd.randrange(5, 100, 5))
            for at, ref in enumerate(chosen)
        )  # fmt: skip
        visit = Visit(MappingProxyType({ref: Mark(favourite=True) for ref in chosen}), plan)
        parts = written(visit, catalogue, letters)
        assert len(parts) <= most
        brought = read(parts, catalogue, str)
        assert brought.unknown == 0
        assert [replace(stop, id="", name="") for stop in brought.visit.plan] == [replace(s, id="") for s in plan]


def test_every_thing_is_told_from_every_other():
    visit = Visit(MappingProxyType({ref: Mark(favourite=True) for ref in REFS}))
    assert set(read(written(visit, CATALOGUE, 400), CATALOGUE, called).visit.marks) == set(REFS)


def test_a_large_made_up_text_is_refused_at_once():
    long = "G1:1/1:" + "A" * 2_000_000 + "."
    with pytest.raises(PartsError):
        read([long], CATALOGUE, called)
    with pytest.raises(PartsError):
        read(["G1:1/1:A" * 200_000], CATALOGUE, called)


KEPT = """
G1:1/1:ZIBQGDXVXO3RD35FCWFEACEMIQ7ESZHYVPDQISAA6N4OJBVEQ4UQAAKDBWANJJR6ACIAAVRKOYLQF5EPTFRF4YUYIJAWS
TSRPMNEE4TB3XRJCDMKEUESCGVJBCXSLPPHEKSDIFRFCSJRGXBMS2SRNYYQGQQNXEUWTJJ2HH4XT2J2RHU7TDF6IAPAFD4QE7QJR
HVP4DJZEAUAAAA7SM.
"""
"""The full visit as version 1 wrote it; other guides have such codes on paper, so it is read for ever."""


def test_codes_of_this_version_are_read_for_ever():
    brought = read([KEPT], CATALOGUE, called).visit
    assert plan_of(brought) == plan_of(FULL)
    assert marks_of(brought) == marks_of(FULL)
