"""The best order of places: against brute force, Held and Karp, known optima, and what must always hold."""

import math
import time
from functools import cache
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.venue.tour import CLOSED, LATE, NO_TIME, NO_WAY, Net, Outing, Place, best_tour, tour_of, walking_of
from guide.venue.tour_path import Path
from tests.venue.tours import OPTIMA, drawn, towns

SLACK = 1e-5
REASONS = {CLOSED, LATE, NO_WAY, NO_TIME}


# A judge that tries every order of every choice of places.


def walked(outing, order):
    """Walking, waiting and end of an order; None where it cannot be kept. Written anew, for judging."""
    clock, walking, waiting, here = outing.begins, 0.0, 0.0, outing.start
    for at in [*order, *([outing.end] if outing.end is not None else [])]:
        step = 0.0 if here is None else outing.seconds[here][at]
        clock, walking, here = clock + step, walking + step, at
        if clock > outing.ends:
            return None
        if at == outing.end:
            break
        place = outing.places[at]
        windows = [(-math.inf, math.inf)] if place.windows is None else place.windows
        begins = [max(clock, opens) for opens, latest in windows if max(clock, opens) <= latest]
        if not begins or min(begins) + place.stay > outing.ends:
            return None
        waiting += min(begins) - clock
        clock = min(begins) + place.stay
    return (walking, waiting, clock) if math.isfinite(clock) else None


def lost(outing, order):
    left = [at for at in outing.stops if at not in order]
    return (
        sum(outing.places[at].appointment for at in left),
        len(left),
        sum(outing.places[at].value for at in left),
    )


def by_brute_force(outing):
    """What the best tour loses, its walking and when it ends."""
    best = None
    for size in range(len(outing.stops), -1, -1):
        for order in permutations(outing.stops, size):
            done = walked(outing, order)
            if done is not None:
                found = (lost(outing, order), done[0], done[2])
                if best is None or found[0] < best[0] or (found[0] == best[0] and found[1:] < best[1:]):
                    best = found
    return best


def by_held_and_karp(seconds, start):
    """The shortest closed tour from a place through all others."""
    rest = [at for at in range(len(seconds)) if at != start]
    table = {(1 << number, number): seconds[start][at] for number, at in enumerate(rest)}
    for _ in range(len(rest) - 1):
        grown = {}
        for (been, last), length in table.items():
            for number, at in enumerate(rest):
                if not been >> number & 1:
                    key = (been | 1 << number, number)
                    new = length + seconds[rest[last]][at]
                    if new < grown.get(key, math.inf):
                        grown[key] = new
        table = grown
    return min(length + seconds[rest[last]][start] for (_, last), length in table.items())


# Outings of whole seconds, so that sums are exact.

clock_times = st.integers(0, 60)
windows = st.one_of(
    st.none(),
    st.just(()),
    st.tuples(clock_times, st.integers(0, 40)).map(lambda each: ((each[0], each[0] + each[1]),)),
    st.tuples(clock_times, st.integers(0, 9), st.integers(1, 20), st.integers(0, 9)).map(
        lambda each: ((each[0], each[0] + each[1]), (sum(each[:3]), sum(each)))
    ),
)
moments = clock_times.map(lambda moment: ((moment, moment),))
places = st.one_of(
    st.builds(Place, st.integers(0, 9), windows, st.just(False), st.integers(1, 3)),
    st.builds(Place, st.integers(0, 9), moments, st.just(True)),
)


@st.composite
def outings(draw, most=5, least=0):
    """Places on a grid, some with no way from one to another, some ways one-way or longer than by another place."""
    count = draw(st.integers(least, most))
    ends = draw(st.integers(0, 2))  # none, a start, a start and an end
    size = count + ends
    spots = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=size, max_size=size))
    seconds = [[float(abs(a[0] - b[0]) + abs(a[1] - b[1])) for b in spots] for a in spots]
    pairs = st.tuples(st.integers(0, max(size - 1, 0)), st.integers(0, max(size - 1, 0)))
    for a, b in draw(st.lists(pairs, max_size=4)) if size else ():
        seconds[a][b] = draw(st.sampled_from((math.inf, 1.0, 30.0)))
    return Outing(
        seconds,
        draw(st.lists(places, min_size=size, max_size=size)),
        count if ends else None,
        count + 1 if ends > 1 else None,
        float(draw(st.integers(0, 20))),
        draw(st.one_of(st.just(math.inf), st.integers(20, 100).map(float))),
    )


def check(outing, tour):
    """What holds of every answer."""
    assert sorted([*tour.order, *(place for place, _ in tour.dropped)]) == sorted(outing.stops)
    assert {reason for _, reason in tour.dropped} <= REASONS
    done = walked(outing, tour.order)
    if done is None:  # not even from the start to the end
        assert not tour.order
        return
    assert (tour.walking, tour.waiting, tour.ends) == pytest.approx(done, abs=SLACK)
    for before, call in pairwise([None, *tour.calls]):
        place = outing.places[call.place]
        assert call.leaves == call.begins + place.stay <= outing.ends + SLACK
        assert call.begins >= call.arrives
        assert place.windows is None or any(opens <= call.begins <= latest for opens, latest in place.windows)
        assert call.arrives == (before.leaves if before else outing.begins) + call.walk


@settings(max_examples=150, deadline=None)
@given(outings())
def test_no_order_of_any_choice_of_places_is_better(outing):
    tour = best_tour(outing)
    check(outing, tour)
    assert tour.exact
    best = by_brute_force(outing)
    if best is None:
        assert not tour.order
    else:
        assert lost(outing, tour.order) == best[0]
        assert (tour.walking, tour.ends) == pytest.approx(best[1:], abs=SLACK)


def test_seven_places_with_windows_as_by_brute_force():
    for seed in range(4):
        random = Random(seed)
        spots = [(random.randrange(90), random.randrange(90)) for _ in range(8)]
        seconds = [[float(abs(a[0] - b[0]) + abs(a[1] - b[1])) for b in spots] for a in spots]
        opens = [random.randrange(400) for _ in spots]
        stops = [
            Place(random.randrange(20), None if at % 3 == 0 else ((opens[at], opens[at] + 90),), at == 4)
            for at in range(8)
        ]
        outing = Outing(seconds, stops, 7, 7 if seed % 2 else None, 0.0, 500.0)
        tour = best_tour(outing)
        best = by_brute_force(outing)
        assert (lost(outing, tour.order), tour.walking, tour.ends) == best


@settings(max_examples=8, deadline=None)
@given(outings(most=30, least=13), st.randoms(use_true_random=False))
def test_of_many_places_each_is_gone_to_or_left_out_with_a_reason(outing, random):
    order = outing.stops
    random.shuffle(order)
    before = tour_of(outing, order)
    tour = best_tour(outing, order)
    check(outing, tour)
    if before is not None:
        assert not tour.dropped
        assert tour.walking <= before.walking + SLACK


@pytest.mark.parametrize("count", [13, 14, 15])
def test_of_a_few_more_it_finds_the_optimum(count):
    for seed in range(1):
        seconds = drawn(count + 1, seed)
        # One-way ways: what goes up costs more than what comes down.
        for a, b in ((0, 3), (5, 2), (7, 1)):
            seconds[a][b] *= 2
        tour = best_tour(Outing(seconds, [Place()] * (count + 1), 0, 0))
        assert not tour.exact
        assert tour.walking == by_held_and_karp(seconds, 0)


@cache
def _found(kind, count, seed):
    began = time.process_time()
    seconds = drawn(count + 1, seed) if kind == "drawn" else towns(count + 1, seed)
    tour = best_tour(Outing(seconds, [Place()] * (count + 1), 0, 0))
    return tour, time.process_time() - began


@pytest.mark.parametrize(("kind", "count", "seed"), OPTIMA)
def test_it_is_within_two_hundredths_of_the_optimum(kind, count, seed):
    tour, _ = _found(kind, count, seed)
    assert sorted(tour.order) == list(range(1, count + 1))
    assert OPTIMA[kind, count, seed] - SLACK <= tour.walking <= OPTIMA[kind, count, seed] * 1.02


# Constructions whose best tour is known.


def of_points(points):
    return [[math.dist(a, b) for b in points] for a in points]


def shuffled(points, seed=1):
    """The points in another order, the first where it is."""
    rest = points[1:]
    Random(seed).shuffle(rest)
    return [points[0], *rest]


def test_round_a_circle():
    points = shuffled(
        [(math.cos(turn * math.tau / 60) * 100, math.sin(turn * math.tau / 60) * 100) for turn in range(60)]
    )
    tour = best_tour(Outing(of_points(points), [Place()] * 60, 0, 0))
    assert tour.walking == pytest.approx(60 * 200 * math.sin(math.pi / 60))


def test_along_a_line():
    points = shuffled([(x * 3.0, 0.0) for x in range(80)])
    tour = best_tour(Outing(of_points(points), [Place()] * 80, 0))
    assert tour.walking == pytest.approx(79 * 3.0)
    anywhere = best_tour(Outing(of_points(points), [Place()] * 80))
    assert anywhere.walking == pytest.approx(79 * 3.0)


def test_over_a_grid():
    points = shuffled([(x * 4.0, y * 4.0) for x in range(8) for y in range(7)])
    tour = best_tour(Outing(of_points(points), [Place()] * 56, 0, 0))
    assert tour.walking == pytest.approx(56 * 4.0, rel=0.02)


def test_windows_one_after_the_other_leave_one_order():
    random = Random(7)
    points = [(random.random() * 100, random.random() * 100) for _ in range(41)]
    seconds = of_points(points)
    order = list(range(1, 41))
    random.shuffle(order)
    stops = [Place()] * 41
    for number, at in enumerate(order):
        stops[at] = Place(30.0, ((number * 200.0 + 200.0, number * 200.0 + 220.0),))
    tour = best_tour(Outing(seconds, stops, 0))
    assert list(tour.order) == order
    assert tour.walking == pytest.approx(walking_of(Outing(seconds, stops, 0), order))


def test_a_round_between_appointments():
    # Stands on a line, an appointment at each end and one in the middle at noon: the halves are walked one by one.
    points = [(x * 10.0, 0.0) for x in range(31)]
    stops = [Place(60.0)] * 31
    stops[0] = Place(60.0, ((0.0, 0.0),), appointment=True)
    stops[15] = Place(60.0, ((3600.0, 3600.0),), appointment=True)
    stops[30] = Place(60.0, ((7200.0, 7200.0),), appointment=True)
    tour = best_tour(Outing(of_points(points), stops))
    assert not tour.dropped
    assert tour.walking == pytest.approx(300.0)
    begins = {call.place: call.begins for call in tour.calls}
    assert (begins[0], begins[15], begins[30]) == (0.0, 3600.0, 7200.0)


def test_what_is_known_to_fit_is_all_kept():
    # A day is made first: what was put into it at its times must be found to fit.
    for seed in range(4):
        random = Random(seed)
        points = [(random.random() * 300, random.random() * 300) for _ in range(41)]
        seconds, clock, here, stops = of_points(points), 0.0, 0, [Place()]
        for at in range(1, 41):
            clock += seconds[here][at]
            narrow = at % 4 == 0
            window = ((clock - 60, clock + 60),) if narrow else ((0.0, clock + 3000),)
            stops.append(Place(300.0, window, appointment=narrow))
            clock, here = clock + 300.0, at
        tour = best_tour(Outing(seconds, stops, 0, None, 0.0, clock))
        check(Outing(seconds, stops, 0, None, 0.0, clock), tour)
        assert not [place for place, _ in tour.dropped if stops[place].appointment]
        assert len(tour.dropped) <= 1


# What does not fit.


def line(*at):
    return [[float(abs(a - b)) for b in at] for a in at]


def test_reasons():
    seconds = line(0, 10, 20, 30, 40, 0)
    seconds[4] = [math.inf] * 6
    for row in seconds:
        row[4] = math.inf
    stops = [Place(5, ()), Place(5, ((0, 5),)), Place(80), Place(80), Place(5), Place()]
    tour = best_tour(Outing(seconds, stops, 5, None, 0.0, 120.0))
    assert dict(tour.dropped) == {0: CLOSED, 1: LATE, 3: NO_TIME, 4: NO_WAY}
    assert tour.order == (2,)


def test_what_was_over_before_is_too_late_and_what_never_opens_is_closed():
    stops = [Place(5, ((0, 50),)), Place(5, ((500, 600),)), Place(500)]
    tour = best_tour(Outing(line(0, 0, 0), stops, None, None, 100.0, 400.0))
    assert dict(tour.dropped) == {0: LATE, 1: CLOSED, 2: NO_TIME}


@pytest.mark.parametrize("more", [0, 20])
def test_appointments_and_what_is_worth_more_are_kept_first(more):
    # All at one place, an hour each, in three hours; the appointment is of the least value.
    count = 5 + more
    stops = [Place(3600, value=1.0 + at) for at in range(count)]
    stops[0] = Place(3600, ((3600, 3600),), appointment=True, value=0.0)
    tour = best_tour(Outing([[0.0] * count] * count, stops, None, None, 0.0, 3 * 3600.0))
    assert set(tour.order) == {0, count - 1, count - 2}


@pytest.mark.parametrize("more", [0, 20])
def test_two_short_ones_are_kept_rather_than_a_long_one(more):
    stops = [Place(100), Place(50), Place(50), *(Place(1000) for _ in range(more))]
    tour = best_tour(Outing([[0.0] * len(stops)] * len(stops), stops, None, None, 0.0, 100.0))
    assert set(tour.order) == {1, 2}


def test_without_a_way_from_start_to_end_nothing_is_possible():
    seconds = [[math.inf] * 3 for _ in range(3)]
    tour = best_tour(Outing(seconds, [Place()] * 3, 1, 2))
    assert tour.order == ()
    assert dict(tour.dropped) == {0: NO_WAY}


def test_nothing_to_go_to():
    assert best_tour(Outing([], [])).order == ()
    assert best_tour(Outing([[0.0]], [Place()], 0, 0)).calls == ()


def test_the_same_question_has_the_same_answer():
    seconds = drawn(40, 3)
    stops = [Place(60.0, ((0.0, 3000.0 + at * 10),)) for at in range(40)]
    outing = Outing(seconds, stops, 0, None, 0.0, 9000.0)
    assert best_tour(outing) == best_tour(outing)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 12))
def test_what_is_known_of_a_path_stays_true_while_it_changes(seed, stops):
    chance = Random(seed)
    seconds = [[chance.uniform(1, 9) for _ in range(stops)] for _ in range(stops)]
    path = Path(Net(Outing(seconds, [Place()] * stops, None, None)), 1000.0)
    path.fill(list(range(stops)))
    path.measure()
    for _ in range(5):
        low = chance.randint(1, stops)
        high = chance.randint(low, stops) + 1
        path.put(low, high, chance.sample(path.path[low:high], high - low))
        now, order = path.turned[:], path.path
        back = [seconds[b][a] - seconds[a][b] for a, b in pairwise(order[1:-1])]
        assert now == pytest.approx([0.0, *(sum(back[:at]) for at in range(len(back) + 1))])
        assert [path.place[stop] for stop in order] == list(range(len(order)))
