"""The best order of places that are at several spots: against every choice of spots, and what must always hold."""

import math
from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.venue import tour_spots
from guide.venue.tour import Outing, Place, best_tour, tour_of, worth
from guide.venue.tour_spots import best_chosen, chosen_for

SLACK = 1e-5


@st.composite
def questions(draw, most=5):
    """Places with one to three spots in a square, some with times, and a start or an end that may have several too."""
    chance = Random(draw(st.integers(0, 10**6)))
    stops = draw(st.integers(1, most))
    start, end = draw(st.booleans()), draw(st.booleans())
    timed = draw(st.booleans())
    spots, places, count = [], [], 0
    for number in range(stops + start + end):
        some = chance.choice((1, 1, 2, 3))
        spots.append(range(count, count + some))
        count += some
        opens = chance.uniform(0, 300)
        window = ((opens, opens + 60),) if timed and number < stops and chance.random() < 0.5 else None
        places.append(Place(chance.choice((0.0, 20.0)) if number < stops else 0.0, window))
    points = [(chance.uniform(0, 100), chance.uniform(0, 100)) for _ in range(count)]
    seconds = [[math.dist(one, other) for other in points] for one in points]
    first, last = (stops if start else None), (stops + start if end else None)
    return Outing([], places, first, last, 0.0, 500.0 if timed else math.inf), spots, seconds


def only(outing, seconds, chosen):
    """The outing between these spots."""
    between = [[seconds[one][other] for other in chosen] for one in chosen]
    return Outing(between, outing.places, outing.start, outing.end, outing.begins, outing.ends)


def by_every_choice(outing, spots, seconds):
    return min(worth(outing, best_tour(only(outing, seconds, each))) for each in product(*spots))


@settings(max_examples=60, deadline=None)
@given(questions())
def test_no_choice_of_spots_is_better(question):
    outing, spots, seconds = question
    tour, chosen = best_chosen(outing, spots, seconds)
    assert worth(outing, tour)[:3] == by_every_choice(outing, spots, seconds)[:3]
    assert abs(worth(outing, tour)[3] - by_every_choice(outing, spots, seconds)[3]) <= 2
    assert tour.exact
    assert all(spot in each for spot, each in zip(chosen.spots, spots, strict=True))


def walked(outing, seconds, chosen, order):
    """What is walked from one spot to the next, each place being where it is."""
    path = [*([outing.start] if outing.start is not None else []), *order]
    path += [outing.end] if outing.end is not None else []
    return sum(seconds[chosen.spots[one]][chosen.spots[other]] for one, other in pairwise(path))


@settings(max_examples=60, deadline=None)
@given(questions(), st.sampled_from((0, tour_spots.STEPS)))
def test_what_is_walked_is_walked_between_the_spots(question, steps):
    outing, spots, seconds = question
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tour_spots, "STEPS", steps)
        tour, chosen = best_chosen(outing, spots, seconds, range(len(outing.stops)))
    if tour.calls or outing.start is None or outing.end is None:
        assert tour.walking == pytest.approx(walked(outing, seconds, chosen, tour.order), abs=SLACK)
    assert not tour.exact or worth(outing, tour)[3] <= by_every_choice(outing, spots, seconds)[3] + 2


@settings(max_examples=60, deadline=None)
@given(questions(4))
def test_a_given_order_gets_the_spots_that_suit_it_best(question):
    outing, spots, seconds = question
    order = range(len(outing.stops))
    there = chosen_for(outing, spots, seconds, order)
    tour = tour_of(there.outing, order)
    every = [tour_of(only(outing, seconds, each), order) for each in product(*spots)]
    best = min((each.walking for each in every if each is not None), default=None)
    assert (tour is None) == (best is None)
    assert best is None or tour.walking == pytest.approx(best, abs=SLACK)


def test_of_many_places_it_is_near_to_the_best():
    chance = Random(1)
    for _ in range(5):
        spots = [range(3 * number, 3 * number + 3) for number in range(6)]
        points = [(chance.uniform(0, 100), chance.uniform(0, 100)) for _ in range(18)]
        seconds = [[math.dist(one, other) for other in points] for one in points]
        outing = Outing([], [Place()] * 6)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tour_spots, "STEPS", 0)
            found, _ = best_chosen(outing, spots, seconds, range(6))
        best, _ = best_chosen(outing, spots, seconds, range(6))
        assert best.walking - SLACK <= found.walking <= best.walking * 1.2
