"""The plan by day: resolved times, what is wrong and what mends it, free time, where one is now."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import places
from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Hours, Notice, Ref
from guide.i18n import Wording
from guide.visit.changes import applied
from guide.visit.day import Day, Fix, Item, Trouble, as_minute
from guide.visit.items import collide
from guide.visit.state import Mark, Stop, Visit
from guide.visit.timetable import by_hall, day_plan, days, hall_order_change, now_and_next, shifted
from tests.visit.doing import edited, with_mark
from tests.visitor import SMALL

MON, TUE, WED = date(2025, 9, 29), date(2025, 9, 30), date(2025, 10, 1)
NOW = datetime(2025, 9, 30, 11, 0)
OPENING, TOOLS = Ref("session", "opening"), Ref("session", "tools")


@cache
def small() -> Catalogue:
    return load(SMALL).catalogue


@cache
def example() -> Catalogue:
    return load(places.bundled("example-fair")).catalogue


def exhibitor(key: str) -> Ref:
    return Ref("exhibitor", key)


def stop(key: str, ref: Ref | None, day: date | None, at: str = "", minutes: int | None = None, **more: object) -> Stop:
    starts = time.fromisoformat(at) if at else None
    return Stop(key, ref, day, starts, minutes, name=ref.id if ref else "", **more)  # type: ignore[arg-type]


def visit(*stops: Stop, **marks: Mark) -> Visit:
    return Visit({exhibitor(key): mark for key, mark in marks.items()}, stops)


def on(day: date | None, *stops: Stop, catalogue: Catalogue | None = None, now: datetime = NOW) -> Day:
    return day_plan(catalogue or small(), visit(*stops), day, now)


def kinds(one: Day, key: str) -> list[str]:
    item = one.item(key)
    assert item is not None
    return [trouble.kind for trouble in item.troubles]


def trouble(one: Day, key: str, kind: str) -> Trouble:
    item = one.item(key)
    assert item is not None
    return next(each for each in item.troubles if each.kind == kind)


def labels(fixes: tuple[Fix, ...]) -> list[str]:
    return [fix.label.format(**fix.values) for fix in fixes]


# Days and items.


def test_every_day_of_the_fair_is_there_and_those_that_the_plan_names_and_last_what_has_no_day():
    made = days(small(), visit(stop("a", None, date(2025, 9, 27)), stop("b", None, None)), NOW)
    assert [each.day for each in made] == [date(2025, 9, 27), MON, TUE, WED, None]
    assert [each.of_fair for each in made] == [False, True, True, True, False]
    assert [each.today for each in made] == [False, False, True, False, False]
    assert [each.past for each in made] == [True, True, False, False, False]


def test_a_fair_of_years_is_shown_by_the_days_that_it_names():
    long = replace(small(), fair=replace(small().fair, ends=date(2055, 1, 1)))
    assert [each.day for each in days(long, visit(stop("a", None, date(2030, 1, 1))), NOW)] == [
        MON, TUE, WED, date(2030, 1, 1), None,
    ]  # fmt: skip


def test_a_session_lends_its_day_and_times():
    item = on(MON, stop("a", OPENING, None)).items[0]
    assert (item.starts, item.ends, item.minutes, item.of_session) == (time(11), time(12), 60, True)
    assert item.spot.hall == "h1"


def test_ones_own_time_is_before_the_sessions_which_keeps_its_length():
    item = on(MON, stop("a", OPENING, None, "11:30")).items[0]
    assert (item.starts, item.ends, item.of_session) == (time(11, 30), time(12, 30), False)
    assert on(MON, stop("a", OPENING, None, "", 20)).items[0].ends == time(11, 20)


def test_an_end_after_midnight_is_after_its_start():
    night = replace(small().sessions["opening"], starts=time(23), ends=time(1))
    catalogue = replace(small(), sessions={"opening": night})
    item = on(MON, stop("a", OPENING, MON), catalogue=catalogue).items[0]
    assert (item.begin, item.end, item.minutes, item.ends) == (23 * 60, 25 * 60, 120, time(1))


@pytest.mark.parametrize(
    ("ref", "hall", "stands"),
    [
        (exhibitor("polesie"), "h2", ("h2#7C5.1",)),
        (exhibitor("zarya"), "h1", ()),
        (exhibitor("alatau"), None, ()),
        (Ref("person", "ivanova"), "h2", ("h2#7C5.1",)),
        (Ref("person", "petrov"), "h2", ()),
        (Ref("region", "BY-BR"), "h2", ("h2#7C5.1",)),
        (Ref("stand", "machines"), "yard", ("machines",)),
        (Ref("hall", "h1"), "h1", ()),
        (Ref("service", "cloakroom"), "h1", ()),
        (Ref("venture", "toys"), None, ()),
        (exhibitor("nosuch"), None, ()),
        (None, None, ()),
    ],
)
def test_where_things_are(ref, hall, stands):
    spot = on(TUE, stop("a", ref, TUE)).items[0].spot
    assert (spot.hall, spot.stands) == (hall, stands)


def test_a_co_exhibitor_without_a_stand_is_at_its_hosts():
    luch = replace(small().exhibitors["luch"], stands=())
    catalogue = replace(small(), exhibitors={**small().exhibitors, "luch": luch})
    spot = on(TUE, stop("a", exhibitor("luch"), TUE), catalogue=catalogue).items[0].spot
    assert (spot.hall, spot.stands) == ("h1", ("h1#A2",))


def test_the_order_is_the_persons():
    stops = [stop("a", None, TUE, "15:00"), stop("b", None, TUE), stop("c", None, TUE, "10:00")]
    assert [item.stop.id for item in on(TUE, *stops).items] == ["a", "b", "c"]


# What is wrong.


def test_one_cannot_be_in_both():
    one = on(TUE, stop("a", exhibitor("polesie"), TUE, "12:00", 60), stop("b", TOOLS, TUE, "12:30", 60))
    assert trouble(one, "a", "overlap").stops == ("a", "b")
    assert trouble(one, "b", "overlap").stops == ("b", "a")


@pytest.mark.parametrize(
    ("one", "other", "collides"),
    [
        (("12:00", 60), ("13:00", 30), False),
        (("12:00", 60), ("12:59", 30), True),
        (("12:00", 60), ("12:30", None), True),
        (("12:00", 60), ("12:00", None), True),
        (("12:00", 60), ("13:00", None), False),
        (("12:00", None), ("12:00", None), True),
        (("12:00", None), ("12:01", None), False),
        (("12:00", 60), ("", 60), False),
        (("", None), ("", None), False),
    ],
)
def test_when_two_collide(one, other, collides):
    made = on(TUE, stop("a", exhibitor("veras"), TUE, *one), stop("b", exhibitor("romashka"), TUE, *other))
    assert ("overlap" in kinds(made, "a")) is collides
    assert ("overlap" in kinds(made, "b")) is collides


def test_a_meeting_takes_part_in_the_conflicts():
    made = on(TUE, stop("a", None, TUE, "12:00", 30, title="Anna", meeting=True), stop("b", TOOLS, TUE, "12:10", 30))
    assert "overlap" in kinds(made, "a")


def test_a_meeting_at_the_stand_that_one_visits_is_no_conflict_but_two_meetings_are():
    there = exhibitor("veras")
    walk, talk = stop("a", there, TUE, "12:00", 60), stop("b", there, TUE, "12:15", 15, meeting=True)
    assert "overlap" not in kinds(on(TUE, walk, talk), "a")
    assert "overlap" in kinds(on(TUE, replace(walk, meeting=True), talk), "a")


def test_what_stands_before_an_earlier_one_is_told_and_sorted_if_one_likes():
    plan = visit(
        stop("a", None, TUE, "15:00"),
        stop("b", None, TUE),
        stop("c", None, TUE, "12:00"),
        stop("d", None, TUE, "13:00"),
    )
    one = day_plan(small(), plan, TUE, NOW)
    assert [key for key in "abcd" if "order" in kinds(one, key)] == ["a"]
    (fix,) = trouble(one, "a", "order").fixes
    after = applied(plan, fix.change)
    assert [each.id for each in after.plan] == ["c", "b", "d", "a"]


@pytest.mark.parametrize(
    ("day", "at", "minutes", "kind", "fixes"),
    [
        (TUE, "09:30", 20, "early", ["move it to 11:00:00"]),
        (TUE, "17:45", 30, "late", ["shorten it to 15", "move it to 17:30:00"]),
        (TUE, "17:55", 30, "late", ["move it to 17:30:00"]),
        (TUE, "18:30", 30, "late", ["move it to 17:30:00"]),
        (TUE, "18:00", None, "late", ["move it to 17:30:00"]),
        (TUE, "10:00", 30, None, []),
        (TUE, "17:30", 30, None, []),
    ],
)
def test_closed_at_that_time(day, at, minutes, kind, fixes):
    one = on(day, stop("a", exhibitor("veras"), day, at, minutes))
    assert kinds(one, "a") == ([kind] if kind else [])
    if kind:
        assert labels(trouble(one, "a", kind).fixes) == fixes


def test_the_programme_may_begin_before_the_doors_open():
    early = replace(small().sessions["opening"], starts=time(8), ends=time(9))
    catalogue = replace(small(), sessions={"opening": early})
    assert kinds(on(MON, stop("a", OPENING, MON), catalogue=catalogue), "a") == ["notice"]


def test_a_fair_without_hours_is_never_closed():
    catalogue = replace(small(), fair=replace(small().fair, hours=()))
    one = on(WED, stop("a", exhibitor("veras"), WED, "03:00", 30), catalogue=catalogue)
    assert (kinds(one, "a"), one.troubles, one.hours) == ([], (), None)


def test_a_service_has_hours_of_its_own():
    cloakroom = replace(small().services["cloakroom"], hours=(Hours(MON, time(9), time(13)),))
    catalogue = replace(small(), services={"cloakroom": cloakroom})
    ref = Ref("service", "cloakroom")
    assert kinds(on(TUE, stop("a", ref, TUE), catalogue=catalogue), "a") == ["closed"]
    one = on(MON, stop("a", ref, MON, "13:30", 10), catalogue=catalogue)
    assert trouble(one, "a", "late").values == {"time": time(13)}


@pytest.mark.parametrize(
    ("day", "kind", "fixes"),
    [
        (date(2025, 9, 27), "outside", ["move it to 2025-09-30"]),
        (date(2025, 10, 2), "outside", ["move it to 2025-09-30"]),
        (WED, "unlisted", ["move it to 2025-09-30"]),
    ],
)
def test_what_concerns_the_whole_day(day, kind, fixes):
    (told,) = on(day, stop("a", exhibitor("veras"), day, "12:00", 30)).troubles
    assert (told.kind, told.stops, labels(told.fixes)) == (kind, ("a",), fixes)


def test_a_trade_only_day_is_told_once_and_at_each_session():
    before = datetime(2025, 9, 28, 12)
    stops = [stop("a", exhibitor("veras"), MON), stop("b", exhibitor("luch"), MON, "11:00"), stop("c", OPENING, MON)]
    one = on(MON, *stops, now=before)
    (told,) = one.troubles
    assert (told.kind, told.stops, labels(told.fixes)) == ("trade-only", ("a", "b"), ["move them to 2025-09-30"])
    assert "trade-only" in kinds(one, "c")
    assert "trade-only" not in kinds(one, "a")


def test_what_was_missed_can_be_caught_up():
    plan = visit(
        stop("a", exhibitor("veras"), MON, "12:00", 30),
        stop("b", exhibitor("luch"), MON),
        stop("c", OPENING, MON),
        stop("d", exhibitor("romashka"), MON),
        luch=Mark(visited=True),
    )
    (told,) = day_plan(small(), plan, MON, NOW).troubles
    assert (told.kind, told.stops) == ("missed", ("a", "d"))
    assert labels(told.fixes) == ["move them to 2025-09-30", "mark them as visited"]
    assert day_plan(small(), plan, MON, datetime(2025, 10, 5)).troubles[0].kind == "trade-only"


def test_nobody_is_at_the_stand_on_that_day():
    stands = {**small().stands, "h1#A2": replace(small().stands["h1#A2"], days=(MON, TUE))}
    catalogue = replace(small(), stands=stands)
    one = on(WED, stop("a", exhibitor("veras"), WED, "12:00", 30), catalogue=catalogue)
    assert labels(trouble(one, "a", "absent").fixes) == ["move it to 2025-09-30", "take it out of the plan"]
    assert kinds(on(TUE, stop("a", exhibitor("veras"), TUE), catalogue=catalogue), "a") == []


def test_a_session_is_at_another_time_or_on_another_day_than_was_planned():
    one = on(MON, stop("a", OPENING, MON, "14:00", 60))
    assert trouble(one, "a", "session-time").values == {"time": time(11)}
    plan = visit(stop("a", OPENING, TUE, "14:00", 60))
    one = day_plan(small(), plan, TUE, NOW)
    told = trouble(one, "a", "session-day")
    assert told.values == {"day": MON}
    after = applied(plan, told.fixes[0].change)
    assert after.plan[0] == stop("a", OPENING, MON)


def test_following_the_programme_moves_what_is_in_the_way():
    plan = visit(stop("a", OPENING, MON, "14:00", 60), stop("b", exhibitor("veras"), MON, "11:30", 30))
    fix = trouble(day_plan(small(), plan, MON, NOW), "a", "session-time").fixes[0]
    after = day_plan(small(), applied(plan, fix.change), MON, NOW)
    assert {item.stop.id: item.starts for item in after.items} == {"a": time(11), "b": time(12)}
    assert fix.values["name"] == exhibitor("veras")


def test_what_is_gone_says_so_and_nothing_else():
    one = on(TUE, stop("a", exhibitor("nosuch"), TUE, "03:00", 30))
    assert kinds(one, "a") == ["gone"]


def test_a_session_that_is_over_today():
    now = datetime(2025, 9, 29, 12, 30)
    plan = visit(stop("a", OPENING, MON))
    told = trouble(day_plan(small(), plan, MON, now), "a", "over")
    been, _ = told.fixes
    after = applied(plan, been.change)
    assert after.mark(OPENING).visited
    assert "over" not in kinds(day_plan(small(), after, MON, now), "a")
    assert "over" not in kinds(day_plan(small(), plan, MON, datetime(2025, 9, 29, 11, 30)), "a")


@pytest.mark.parametrize(
    ("kind", "about", "until", "told"),
    [
        ("closed", exhibitor("veras"), None, True),
        ("moved", Ref("stand", "h1#A2"), None, True),
        ("delayed", Ref("hall", "h1"), None, True),
        ("info", exhibitor("veras"), None, False),
        ("closed", exhibitor("polesie"), None, False),
        ("closed", exhibitor("veras"), datetime(2025, 9, 30, 10), False),
        ("closed", exhibitor("veras"), datetime(2025, 9, 30, 11, 30), False),
        ("closed", exhibitor("veras"), datetime(2025, 9, 30, 13), True),
        ("closed", exhibitor("veras"), MON, False),
        ("closed", exhibitor("veras"), TUE, True),
    ],
)
def test_notices_that_warn(kind, about, until, told):
    notice = Notice("n", Wording.same("Look out"), None, kind, about, until)
    catalogue = replace(small(), notices={"n": notice})
    one = on(TUE, stop("a", exhibitor("veras"), TUE, "12:00", 30), catalogue=catalogue)
    assert kinds(one, "a") == (["notice"] if told else [])


# Free time.


def gap_spans(one: Day) -> list[str]:
    return [f"{gap.starts:%H:%M}-{gap.ends:%H:%M} {gap.after}".strip() for gap in one.gaps]


def test_free_time_lies_between_timed_items_within_the_hours_and_is_not_over():
    one = on(TUE, stop("a", None, TUE, "12:00", 30), stop("b", None, TUE), stop("c", None, TUE, "12:40", 50))
    assert gap_spans(one) == ["11:00-12:00", "13:30-18:00 c"]
    assert gap_spans(on(WED, stop("a", None, WED, "12:00", 30), stop("b", None, WED, "14:00", 30))) == ["12:30-14:00 a"]
    assert on(MON, stop("a", None, MON, "12:00", 30)).gaps == ()
    assert on(TUE, stop("a", None, TUE)).gaps == ()


def test_offers_are_sessions_of_that_time_then_what_is_near_and_nothing_twice():
    favourite = Mark(favourite=True)
    plan = visit(
        stop("a", exhibitor("veras"), TUE, "12:00", 30),
        stop("b", exhibitor("stankozavod"), TUE),
        stop("c", exhibitor("traktor"), TUE, "13:00", 60),
        romashka=favourite,
        luch=replace(favourite, visited=True),
    )
    plan = with_mark(plan, TOOLS, favourite)
    one = day_plan(small(), plan, TUE, NOW)
    offered = [[offer.stop or str(offer.ref) for offer in gap.offers] for gap in one.gaps]
    assert offered == [["exhibitor:romashka", "b"], [], ["session:tools"]]


def test_an_offer_is_taken_at_its_place():
    plan = visit(stop("a", None, TUE, "12:00", 30), stop("c", None, TUE, "15:00", 30), stop("b", None, TUE, "", 100))
    (gap,) = [gap for gap in day_plan(small(), plan, TUE, NOW).gaps if gap.offers]
    after = applied(plan, gap.offers[0].change)
    assert [(each.id, each.starts) for each in after.plan] == [("a", time(12)), ("b", time(12, 30)), ("c", time(15))]


def test_where_one_is_now():
    plan = visit(stop("a", None, TUE, "10:30", 60), stop("b", None, TUE, "13:00"), stop("c", None, TUE, "11:25", 10))
    moment = now_and_next(small(), plan, NOW)
    assert [item.stop.id for item in moment.on] == ["a"]
    assert moment.next is not None
    assert (moment.next.stop.id, moment.minutes) == ("c", 25)
    late = now_and_next(small(), plan, datetime(2025, 9, 30, 13, 20))
    assert ([item.stop.id for item in late.on], late.next, late.minutes) == (["b"], None, None)


# By hall.


def test_by_hall_keeps_the_persons_order_within_and_the_change_arranges_it():
    plan = visit(
        stop("a", exhibitor("veras"), TUE),
        stop("t", None, TUE, "12:00"),
        stop("b", exhibitor("polesie"), TUE),
        stop("c", exhibitor("alatau"), TUE),
        stop("d", exhibitor("romashka"), TUE),
    )
    one = day_plan(small(), plan, TUE, NOW)
    assert [(group.hall, [item.stop.id for item in group.items]) for group in by_hall(one)] == [
        ("h1", ["a", "d"]), ("h2", ["b"]), (None, ["c"]),
    ]  # fmt: skip
    after = applied(plan, hall_order_change(plan, one))
    assert [each.id for each in after.plan] == ["a", "t", "d", "b", "c"]
    assert not hall_order_change(after, day_plan(small(), after, TUE, NOW))


def test_a_stop_whose_day_is_its_sessions_moves_among_that_day():
    plan = visit(stop("a", None, MON), stop("x", None, TUE), stop("b", OPENING, None))
    one = day_plan(small(), plan, MON, NOW)
    assert [each.id for each in applied(plan, shifted(plan, one, "b", -1)).plan] == ["b", "x", "a"]
    assert not shifted(plan, one, "b", 1)


# What holds of any plan.

TIMES = st.one_of(
    st.none(), st.builds(time, st.integers(8, 19), st.sampled_from((0, 5, 15, 30, 45))), st.just(time(23, 50))
)
LENGTHS = st.sampled_from((None, 5, 15, 30, 60, 95, 240))


def plans(catalogue: Callable[[], Catalogue], extra: date) -> st.SearchStrategy[Visit]:
    """Plans of up to eight stops at a fair, and marks."""
    made = catalogue()
    fair_days = [each.date for each in made.fair.hours]
    refs = [
        *list(made.refs("exhibitor"))[:6], *list(made.refs("session"))[:14], *list(made.refs("service"))[:2],
        *(Ref("stand", key) for key, stand in made.stands.items() if stand.days), exhibitor("nosuch"),
    ]  # fmt: skip
    marks = st.sampled_from((Mark(favourite=True), Mark(visited=True), Mark(True, True, name="x"), Mark(note="x")))
    stops = st.builds(
        Stop,
        st.just(""),
        st.one_of(st.none(), st.sampled_from(refs)),
        st.one_of(st.none(), st.sampled_from([*fair_days, made.fair.ends, extra])),
        TIMES,
        LENGTHS,
        meeting=st.booleans(),
    )
    return st.builds(
        lambda plan, marked: Visit(
            MappingProxyType(marked), tuple(replace(each, id=str(at)) for at, each in enumerate(plan))
        ),
        st.lists(stops, max_size=8),
        st.dictionaries(st.sampled_from(refs), marks, max_size=5),
    )


FAIRS = (
    (small, date(2025, 9, 26), [datetime(2025, 9, 28, 9), NOW, datetime(2025, 11, 1)]),
    (example, date(2026, 9, 26), [datetime(2026, 9, 28, 9), datetime(2026, 9, 30, 11, 7)]),
)


Case = tuple[Callable[[], Catalogue], Visit, datetime]
"""A fair, a plan of a visit to it, and a moment."""


def cases() -> st.SearchStrategy[Case]:
    """Plans at every fair; a fair by its function, which a failure can show."""
    return st.one_of(
        *(
            st.tuples(st.just(catalogue), plans(catalogue, extra), st.sampled_from(nows))
            for catalogue, extra, nows in FAIRS
        )
    )


patient = settings(deadline=None, max_examples=120)


def every_fix(made: tuple[Day, ...]) -> Iterator[tuple[Day, Trouble, Fix]]:
    for one in made:
        for each in (*one.troubles, *(each for item in one.items for each in item.troubles)):
            for fix in each.fixes:
                yield one, each, fix


def everywhere(made: tuple[Day, ...]) -> dict[str, Item]:
    return {item.stop.id: item for one in made for item in one.items}


def told(made: tuple[Day, ...]) -> set[tuple[object, ...]]:
    """Every trouble with what it is about and the stop it stands at, those of a day once for each of its stops."""
    found: set[tuple[object, ...]] = set()
    for one in made:
        found |= {(each.kind, key) for each in one.troubles for key in each.stops}
        for item in one.items:
            found |= {(each.kind, item.stop.id, each.values.get("notice")) for each in item.troubles}
    return found


@patient
@given(st.deferred(cases))
def test_every_stop_is_in_one_day_in_the_persons_order(case: Case) -> None:
    fair, plan, now = case
    catalogue = fair()
    made = days(catalogue, plan, now)
    assert sorted(everywhere(made)) == sorted(each.id for each in plan.plan)
    for one in made:
        keys = [item.stop.id for item in one.items]
        assert keys == [each.id for each in plan.plan if each.id in keys]
        assert one == day_plan(catalogue, plan, one.day, now) or one.gaps


@patient
@given(st.deferred(cases))
def test_a_fix_removes_its_trouble_and_makes_no_other(case: Case) -> None:
    fair, plan, now = case
    catalogue = fair()
    made = days(catalogue, plan, now)
    before = told(made)
    for _, each, fix in every_fix(made):
        assert fix.change, (each.kind, fix.label)
        after = days(catalogue, applied(plan, fix.change), now)
        left = told(after)
        if each.kind == "notice":
            assert (each.kind, each.stops[0], each.values["notice"]) not in left
        elif each.kind == "overlap":
            assert not any(kind == "overlap" and key == each.stops[0] for kind, key, *_ in left)
        else:
            concerned = each.stops[:1] if each.kind == "order" else each.stops
            assert not [found for found in left if found[0] == each.kind and found[1] in concerned], fix.label
        changed = {key for key, _, stop_after in fix.change.stops if stop_after is not None}
        worse = {found for found in left - before if found[1] in changed}
        # Where the programme leads nobody can choose; a notice of one day keeps nobody away; order is tested below.
        programme = {"trade-only", "over"} if "programme" in fix.label else set()
        assert not {found for found in worse if found[0] not in {*programme, "notice", "order"}}, (
            fix.label,
            fix.values,
        )


@patient
@given(st.deferred(cases))
def test_a_fix_adds_no_overlap_and_leaves_a_day_in_order(case: Case) -> None:
    fair, plan, now = case
    catalogue = fair()
    made = days(catalogue, plan, now)
    unordered = {one.day for one in made if any("order" in kinds(one, item.stop.id) for item in one.items)}
    pairs = overlapping(made)
    changes = [fix.change for _, _, fix in every_fix(made)]
    changes += [offer.change for one in made for gap in one.gaps for offer in gap.offers]
    for change in changes:
        after = days(catalogue, applied(plan, change), now)
        assert overlapping(after) <= pairs
        for one in after:
            if one.day not in unordered:
                assert not any("order" in kinds(one, item.stop.id) for item in one.items)


def overlapping(made: tuple[Day, ...]) -> set[frozenset[str]]:
    return {
        frozenset((one.stop.id, other.stop.id))
        for day in made
        for one in day.items
        for other in day.items
        if collide(one, other)
    }


@patient
@given(st.deferred(cases))
def test_a_fix_can_be_taken_back(case: Case) -> None:
    fair, plan, now = case
    catalogue = fair()
    made = days(catalogue, plan, now)
    for _, _, fix in every_fix(made):
        there = applied(plan, fix.change)
        assert applied(there, fix.change.reversed()).plan == plan.plan


@patient
@given(st.deferred(cases))
def test_overlaps_are_told_of_all_that_overlap_and_of_no_others(case: Case) -> None:
    fair, plan, now = case
    catalogue = fair()
    made = days(catalogue, plan, now)
    said = {
        frozenset((each.stops[0], other))
        for one in made
        for item in one.items
        for each in item.troubles
        if each.kind == "overlap"
        for other in each.stops[1:]
    }
    assert said == overlapping(made)


@patient
@given(st.deferred(cases))
def test_free_time_is_free_open_and_to_come(case: Case) -> None:
    fair, plan, now = case
    catalogue = fair()
    for one in days(catalogue, plan, now):
        for gap in one.gaps:
            assert gap.minutes >= 15
            for item in one.items:
                if item.begin is not None:
                    assert (item.end or item.begin + 1) <= gap.begin or item.begin >= gap.end
            if one.hours is not None and one.hours.opens and one.hours.closes:
                assert as_minute(one.hours.opens) <= gap.begin
                assert gap.end <= as_minute(one.hours.closes)
            assert one.day is not None
            assert (one.day, gap.begin) >= (now.date(), as_minute(now.time()) if one.today else 0)
            for offer in gap.offers:
                assert gap.begin <= as_minute(offer.starts) < gap.end


def test_an_edit_of_a_stop_is_seen_at_once():
    plan = visit(stop("a", exhibitor("veras"), TUE, "12:00", 30))
    after = applied(plan, edited(plan, replace(plan.plan[0], starts=time(18, 30))))
    assert kinds(day_plan(small(), after, TUE, NOW), "a") == ["late"]
