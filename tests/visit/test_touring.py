"""The best order of a day of the plan: what is kept, what is left out and why, what is offered and what it saves."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.venue.floors import floors_of
from guide.venue.route import Means, Route, Spot
from guide.venue.spots import entrances, spots_of
from guide.venue.ways import Ways
from guide.view.order_told import order_card
from guide.visit.changes import applied
from guide.visit.items import opening, resolved, span_of
from guide.visit.ordering import NO_PLACE
from guide.visit.state import Mark, Stop, Visit
from guide.visit.touring import best_order, day_order
from tests.venue.fairs import bundled, example, fair_of

ONE, TWO, THREE = (date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 1))
BEFORE = datetime(2026, 9, 28, 12, 0)

HALL = """
[[hall]]
id = "h"
name = "Hall"
outline = [[0, 0], [200, 0], [200, 20], [0, 20]]

[[passage]]
id = "main"
kind = "door"
ends = [{ hall = "h", at = [0, 10] }]
"""
FAIR_DAY = date(2025, 9, 30)
EARLIER = datetime(2025, 9, 28, 9, 0)


def stands(*at, more=None):
    """Stands of two metres along a hall, at these metres from its entrance; ids "s<metres>"."""
    return HALL + "".join(
        f"""
[[stand]]
id = "s{x}"
code = "A{x}"
hall = "h"
polygon = [[{x}, 12], [{x + 2}, 12], [{x + 2}, 14], [{x}, 14]]
{(more or {}).get(x, "")}
"""
        for x in at
    )


def a_stop(key, *, ref=None, day=FAIR_DAY, **values):
    return Stop(key, Ref("stand", key) if ref is None else ref, day, **values)


def offered(catalogue, *plan, day=FAIR_DAY, now=EARLIER, marks=None, **named):
    visit = Visit(marks or {}, tuple(plan))
    floors = floors_of(catalogue)
    offer = day_order(catalogue, floors, Ways.of(catalogue, floors), visit, day, now, **named)
    return visit, offer


def after(visit, offer):
    return [stop.id for stop in applied(visit, offer.change).plan]


def test_from_the_entrance_along_the_hall():
    fair = fair_of(stands(20, 60, 100, 140))
    visit, offer = offered(fair, *(a_stop(key) for key in ("s100", "s20", "s140", "s60")))
    assert offer.order.keys == ("s20", "s60", "s100", "s140")
    assert offer.start[0].ref == Ref("passage", "main")
    assert after(visit, offer) == ["s20", "s60", "s100", "s140"]
    assert 130 < offer.order.metres < 150
    assert offer.order.before_metres == pytest.approx(100 + 80 + 120 + 80, abs=8)
    assert offer.order.exact
    assert not offer.order.missed


def test_taking_it_is_one_step_that_is_taken_back_whole():
    fair = fair_of(stands(20, 60, 100))
    visit, offer = offered(fair, *(a_stop(key) for key in ("s100", "s20", "s60")), Stop("other", title="Elsewhere"))
    taken = applied(visit, offer.change)
    assert [stop.id for stop in taken.plan] == ["s20", "s60", "s100", "other"]
    assert set(taken.plan) == set(visit.plan)  # no stop has another time, none is gone
    assert applied(taken, offer.change.reversed()) == visit


def test_the_order_that_is_best_already_is_left():
    fair = fair_of(stands(20, 60, 100))
    _, offer = offered(fair, *(a_stop(key) for key in ("s20", "s60", "s100")))
    assert not offer.change
    assert offer.order.keys == ("s20", "s60", "s100")


def test_stops_with_a_time_stay_at_it():
    fair = fair_of(stands(20, 60, 100, 140))
    plan = (a_stop("s140", starts=time(11), minutes=30), a_stop("s20", starts=time(12)), a_stop("s100"), a_stop("s60"))
    visit, offer = offered(fair, *plan)
    begins = {each.key: each.begins / 3600 for each in offer.order.arrivals}
    assert (begins["s140"], begins["s20"]) == (11.0, 12.0)
    assert not offer.order.missed
    assert [each.id for each in applied(visit, offer.change).plan if each.starts] == ["s140", "s20"]


def test_two_at_one_time_keep_their_times_and_one_is_said_not_to_fit():
    fair = fair_of(stands(20, 60, 100))
    plan = [a_stop(key, starts=time(11), minutes=30) for key in ("s20", "s60")]
    visit, offer = offered(fair, *plan, a_stop("s100"))
    assert [each.reason for each in offer.order.missed] == ["no-time"]
    assert {stop.starts for stop in applied(visit, offer.change).plan} == {time(11), None}
    assert len(applied(visit, offer.change).plan) == 3


HOURS = """
hours = [
  { date = 2025-09-29, opens = 10:00:00, closes = 18:00:00, trade_only = true },
  { date = 2025-09-30, opens = 10:00:00, closes = 12:00:00 },
]
"""


def with_hours(tables):
    return fair_of(HOURS + tables)


def test_what_does_not_fit_into_the_hours_comes_last_and_stays_in_the_plan():
    fair = with_hours(stands(20, 60, 100))
    plan = (a_stop("s100", minutes=70), a_stop("s20", minutes=40), a_stop("s60", minutes=40))
    visit, offer = offered(fair, *plan)
    assert [(each.key, each.reason) for each in offer.order.missed] == [("s100", "no-time")]
    assert after(visit, offer) == ["s20", "s60", "s100"]
    assert all(each.leaves <= 12 * 3600 for each in offer.order.arrivals)


def test_closed_days_and_stands_of_other_days():
    fair = with_hours(stands(20, 60, more={60: "days = [2025-09-29]"}))
    _, offer = offered(fair, a_stop("s20"), a_stop("s60"))
    assert [(each.key, each.reason) for each in offer.order.missed] == [("s60", "closed")]
    closed = date(2025, 10, 1)
    _, offer = offered(fair, a_stop("s20", day=closed), a_stop("s60", day=closed), day=closed)
    assert {each.reason for each in offer.order.missed} == {"closed"}
    trade = date(2025, 9, 29)
    _, offer = offered(fair, a_stop("s20", day=trade), a_stop("s60", day=trade), day=trade)
    assert offer.trade_only
    assert not offer.order.missed


def test_a_service_has_its_own_hours():
    service = """
[[service]]
id = "cafe"
name = "Café"
hall = "h"
at = [180, 10]
hours = [{ date = 2025-09-30, opens = 11:30:00, closes = 11:45:00 }]
"""
    fair = with_hours(stands(20, 60) + service)
    _, offer = offered(fair, a_stop("cafe", ref=Ref("service", "cafe")), a_stop("s20"), a_stop("s60"))
    begins = {each.key: each.begins / 60 for each in offer.order.arrivals}
    assert 11 * 60 + 30 <= begins["cafe"] <= 11 * 60 + 35
    assert not offer.order.missed


def test_a_stair_that_is_closed_is_no_way():
    upstairs = """
[[hall]]
id = "up"
name = "Gallery"
level = "2"
outline = [[0, 0], [30, 0], [30, 20], [0, 20]]

[[passage]]
id = "stairs"
kind = "stairs"
ends = [{ hall = "h", at = [190, 10] }, { hall = "up", at = [5, 10] }]
hours = [{ date = 2025-09-29 }]

[[stand]]
id = "high"
code = "B1"
hall = "up"
polygon = [[20, 12], [22, 12], [22, 14], [20, 14]]
"""
    fair = with_hours(stands(20) + upstairs)
    _, offer = offered(fair, a_stop("high"), a_stop("s20"))
    assert [(each.key, each.reason) for each in offer.order.missed] == [("high", "no-way")]
    trade = date(2025, 9, 29)
    _, offer = offered(fair, a_stop("high", day=trade), a_stop("s20", day=trade), day=trade)
    assert offer.order.keys == ("s20", "high")
    _, offer = offered(
        fair, a_stop("high", day=trade), a_stop("s20", day=trade), day=trade, means=Means(no_stairs_up=True)
    )
    assert [each.reason for each in offer.order.missed] == ["no-way"]


def test_a_meeting_nobody_knows_where_keeps_its_time_free():
    fair = fair_of(stands(20, 60))
    meeting = Stop("m", None, FAIR_DAY, time(10, 10), 60, title="Ivanov", meeting=True)
    _, offer = offered(with_hours(stands(20, 60)), a_stop("s60"), meeting, a_stop("s20"))
    for each in offer.order.arrivals:
        assert each.key == "m" or each.leaves <= (10 * 60 + 10) * 60 or each.begins >= (11 * 60 + 10) * 60
    assert not next(each for each in offer.order.arrivals if each.key == "m").placed
    assert fair.stands


def test_today_begins_now_and_where_one_is():
    fair = with_hours(stands(20, 60, 100, 140))
    now = datetime(2025, 9, 30, 11, 10)
    plan = (
        a_stop("s20", starts=time(10), minutes=30),
        a_stop("s140", starts=time(11), minutes=20),
        a_stop("s60", minutes=5),
        a_stop("s100", minutes=5),
    )
    seen = {Ref("stand", "s60"): Mark(visited=True)}
    visit, offer = offered(fair, *plan, now=now, marks=seen)
    assert offer.order.keys == ("s100",)
    assert set(offer.done) == {"s20", "s140", "s60"}
    assert offer.start[0].stand == "s140"
    assert offer.order.arrivals[0].begins >= (11 * 60 + 20) * 60
    assert after(visit, offer) == [stop.id for stop in plan]
    here = (Spot(Ref("stand", "s20"), "h", "s20"),)
    _, offer = offered(fair, *plan, now=now, marks=seen, here=here)
    assert offer.start == here


def test_where_one_is_now_is_not_where_another_day_begins():
    fair = with_hours(stands(20, 60, 100))
    plan = [a_stop(key) for key in ("s20", "s60")]
    here = (Spot(Ref("stand", "s100"), "h", "s100"),)
    _, offer = offered(fair, *plan, now=datetime(2025, 9, 29, 20, 0), here=here)
    assert offer.start[0].ref == Ref("passage", "main")
    assert offer.order.keys == ("s20", "s60")
    _, offer = offered(fair, *(a_stop(stop.id, day=None) for stop in plan), day=None, here=here)
    assert offer.start == here
    assert offer.order.keys == ("s60", "s20")


def said_of(visit, offer, catalogue, now=EARLIER, cells=100):
    items = {item.stop.id: item for item in resolved(catalogue, visit, now).on(offer.day)}
    return "\n".join(
        line.plain for line in order_card(catalogue, visit, items, offer, Tongue("en", ("ru",))).lines(cells)
    )


def test_what_one_asked_of_ways_is_said():
    fair = fair_of(stands(20, 60))
    plan = [a_stop(key) for key in ("s20", "s60")]
    said = said_of(*offered(fair, *plan), fair)
    assert "Ways as you chose" not in said
    said = said_of(*offered(fair, *plan, means=Means(step_free=True, no_stairs_up=True)), fair)
    assert "Ways as you chose them: step-free, no stairs up." in said


def test_who_takes_no_steps_comes_in_by_a_door_without_any():
    doors = 'step_free = false\n\n[[passage]]\nid = "west"\nkind = "door"\nstep_free = true\n'
    fair = fair_of(
        stands(20, 60)
        .replace("ends = [", doors + 'ends = [{ hall = "h", at = [200, 10] }] #', 1)
        .replace(
            'kind = "door"\nstep_free = false',
            'kind = "door"\nends = [{ hall = "h", at = [0, 10] }]\nstep_free = false',
            1,
        )
    )
    plan = [a_stop(key) for key in ("s20", "s60")]
    visit, offer = offered(fair, *plan, means=Means(step_free=True))
    assert offer.order.start.ref == Ref("passage", "west")
    assert offer.order.keys == ("s60", "s20")
    assert "from: west" in said_of(visit, offer, fair)
    _, offer = offered(fair, *plan)
    assert offer.order.start.ref == Ref("passage", "main")


def test_best_is_said_only_of_what_is_proved_to_be():
    few, many = ([10 * number for number in range(1, count + 1)] for count in (5, 15))
    for at, words in ((few, "The order that you have is the best"), (many, "No better order was found than yours")):
        fair = fair_of(stands(*at))
        visit, offer = offered(fair, *(a_stop(f"s{x}", minutes=5) for x in at))
        assert not offer.change
        assert words in said_of(visit, offer, fair)


def test_of_no_day_only_the_walking_counts():
    fair = with_hours(stands(20, 60, 100))
    visit, offer = offered(fair, *(a_stop(key, day=None) for key in ("s100", "s20", "s60")), day=None)
    assert after(visit, offer) == ["s20", "s60", "s100"]
    assert not offer.order.missed


def test_what_has_no_place_stays_where_it_is():
    fair = fair_of(stands(20, 60) + '[[exhibitor]]\nid = "nowhere"\nname = "Nowhere"\n')
    plan = (a_stop("s60"), a_stop("x", ref=Ref("exhibitor", "nowhere")), a_stop("s20"))
    visit, offer = offered(fair, *plan)
    assert [(each.key, each.reason) for each in offer.order.missed] == [("x", NO_PLACE)]
    assert after(visit, offer) == ["s20", "x", "s60"]


def test_without_measured_halls_it_goes_by_hall_and_number():
    tables = '[[hall]]\nid = "a"\nname = "A"\n[[hall]]\nid = "b"\nname = "B"\n' + "".join(
        f'[[stand]]\nid = "{hall}{number}"\ncode = "{hall.upper()}{number}"\nhall = "{hall}"\n'
        for hall in "ab"
        for number in (2, 10, 1)
    )
    plan = [a_stop(key) for key in ("b2", "a10", "b1", "a2")]
    visit, offer = offered(fair_of(tables), *plan, a_stop("a1", starts=time(11)))
    assert not offer.order.measured
    assert after(visit, offer) == ["a2", "a10", "b1", "b2", "a1"]
    zones = bundled()
    things = [Ref("exhibitor", key) for key in list(zones.exhibitors)[:6]]
    day = zones.fair.starts
    _, offer = offered(zones, *(a_stop(ref.id, ref=ref, day=day) for ref in things), day=day)
    assert not offer.order.measured
    assert sorted(offer.order.keys) == sorted(ref.id for ref in things)


def test_things_are_ordered_from_a_place_without_a_plan():
    fair = example()
    floors = floors_of(fair)
    ways = Ways.of(fair, floors)
    refs = [Ref("exhibitor", key) for key in list(fair.exhibitors)[:12]]
    door = entrances(fair, floors)[:1]
    there = best_order(fair, floors, ways, door, refs)
    assert sorted([*map(int, there.keys), *(int(each.key) for each in there.missed)]) == list(range(12))
    assert there.before_metres is not None
    assert there.metres < there.before_metres
    back = best_order(fair, floors, ways, door, refs, end=door)
    assert back.metres > there.metres


def test_sessions_are_heard_at_their_time_where_a_moment_is_given():
    fair = example()
    floors = floors_of(fair)
    ways = Ways.of(fair, floors)
    session = next(
        each for each in fair.sessions.values() if each.date == TWO and each.starts and each.starts > time(13)
    )
    refs = [Ref("session", session.id), *(Ref("exhibitor", key) for key in ("gvozdika", "uchet-prosto"))]
    moment = datetime(2026, 9, 30, 11)
    done = best_order(fair, floors, ways, entrances(fair, floors)[:1], refs, Means(at=moment))
    begins = {each.ref: each.begins / 60 for each in done.arrivals}
    assert begins[refs[0]] == session.starts.hour * 60 + session.starts.minute
    assert all(at >= 11 * 60 for at in begins.values())
    other = best_order(fair, floors, ways, (), refs, Means(at=datetime(2026, 10, 1, 11)))
    assert [(each.ref, each.reason) for each in other.missed] == [(refs[0], "closed")]


_FAIR = example()
_FLOORS = floors_of(_FAIR)
_WAYS = Ways.of(_FAIR, _FLOORS)
_THINGS = [
    *(Ref("exhibitor", key) for key in _FAIR.exhibitors),
    *(Ref("session", key) for key in _FAIR.sessions),
    *(Ref("service", key) for key in _FAIR.services),
    Ref("exhibitor", "gone"),
]
stops = st.builds(
    lambda ref, day, starts, minutes, meeting: (ref, day, starts, minutes, meeting),
    st.one_of(st.sampled_from(_THINGS), st.none()),
    st.sampled_from((TWO, TWO, TWO, ONE, None)),
    st.one_of(st.none(), st.none(), st.builds(time, st.integers(9, 18), st.sampled_from((0, 20, 45)))),
    st.one_of(st.none(), st.integers(5, 90)),
    st.booleans(),
)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(stops, max_size=14),
    st.sampled_from((BEFORE, datetime(2026, 9, 30, 11, 3), datetime(2026, 9, 30, 17, 50), datetime(2026, 10, 20, 9))),
    st.sets(st.sampled_from(_THINGS), max_size=3),
    st.sampled_from((TWO, ONE, None)),
)
def test_whatever_is_planned(given_stops, now, visited, day):
    plan = tuple(
        Stop(f"{at}", ref, when, starts, minutes, title="" if ref else "Somebody", meeting=meeting)
        for at, (ref, when, starts, minutes, meeting) in enumerate(given_stops)
    )
    visit = Visit({ref: Mark(visited=True) for ref in visited}, plan)
    offer = day_order(_FAIR, _FLOORS, _WAYS, visit, day, now)
    items = {item.stop.id: item for item in resolved(_FAIR, visit, now).on(day)}
    keys = [*offer.order.keys, *(each.key for each in offer.order.missed), *offer.done]
    assert sorted(keys) == sorted(items) or not offer.order.measured
    # Nothing but the order of this day changes, and what has a time goes by it.
    taken = applied(visit, offer.change)
    assert set(taken.plan) == set(visit.plan)
    assert [stop.id for stop in taken.plan if stop.id not in items] == [
        stop.id for stop in visit.plan if stop.id not in items
    ]
    begins = {each.key: each.begins for each in offer.order.arrivals}
    if offer.order.measured:
        for key, begin in begins.items():
            item = items[key]
            if item.begin is not None and day is not None:
                assert begin == item.begin * 60
            elif day is not None:
                hours = opening(_FAIR, item.stop.ref, day)
                assert hours is not None
                opens, closes = span_of(hours)
                assert opens * 60 <= begin <= closes * 60
        after_today = [key for key in begins if offer.day == now.date()]
        assert all(begins[key] >= (now.hour * 60 + now.minute) * 60 for key in after_today)
    order = offer.order
    if order.before_fits and order.before_metres is not None:
        assert order.metres <= order.before_metres + 1.5 or order.missed
    card = order_card(_FAIR, visit, items, offer, Tongue("en", ("ru",)))
    for cells in (120, 44, 20):
        assert all(line.cell_len <= cells for line in card.lines(cells))


def test_who_has_two_stands_is_gone_to_at_one_of_them():
    """One cannot come to a firm at its stand in the west and leave it from that in the east."""
    firm = '[[exhibitor]]\nid = "two"\nname = "Two"\nstands = ["s14", "s100"]\n'
    fair = fair_of(stands(10, 14, 100, 104) + firm)
    floors = floors_of(fair)
    ways = Ways.of(fair, floors)
    start = spots_of(fair, floors, Ref("stand", "s10"))
    done = best_order(fair, floors, ways, start, [Ref("exhibitor", "two"), Ref("stand", "s104")])
    here, total = done.start, 0.0
    assert here == start[0]
    for each in done.arrivals:
        way = ways.route((here,), (each.spot,))
        assert (each.metres, each.walk) == (pytest.approx(way.length), pytest.approx(way.seconds, abs=0.5))
        total, here = total + way.length, each.spot
    assert done.metres == pytest.approx(total)
    assert 85 < total < 95


def test_the_metres_are_those_of_the_ways():
    refs = [Ref("exhibitor", key) for key in ("gvozdika", "uchet-prosto", "traktor-polymya")]
    done = best_order(_FAIR, _FLOORS, _WAYS, entrances(_FAIR, _FLOORS)[:1], refs)
    here, total = entrances(_FAIR, _FLOORS)[:1], 0.0
    for each in done.arrivals:
        there = (each.spot,)
        way = _WAYS.route(here, there)
        assert isinstance(way, Route)
        assert each.metres == way.length
        total, here = total + way.length, there
    assert done.metres == pytest.approx(total)
