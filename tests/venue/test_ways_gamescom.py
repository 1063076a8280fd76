"""A real plan of 13 hall levels and 998 stands: every stand is found, reached, and reached by a clear short way."""

import math
import random
from functools import cache

from guide.catalogue.model import Ref
from guide.search.index import Index
from guide.venue.floors import Floors, floors_of
from guide.venue.route import Means, NoWay, Route, Through, Walk
from guide.venue.spots import entrances, spots_of
from guide.venue.ways import Ways
from tests.venue.gamescom import codes, gamescom
from tests.venue.halls import point
from tests.venue.oracle import Grid, is_clear

SEED = 20260826


@cache
def floors() -> Floors:
    return floors_of(gamescom())


@cache
def asked() -> Ways:
    return Ways.of(gamescom(), floors())


def spots(key):
    return spots_of(gamescom(), floors(), Ref("stand", key))


def test_the_plan_is_whole():
    catalogue = gamescom()
    assert len(catalogue.stands) == 998
    assert len({stand.hall for stand in catalogue.stands.values()}) == 13
    assert len(floors().at) == 998
    assert sum(len(firm.stands) > 1 for firm in catalogue.exhibitors.values()) > 100
    assert sum(len(firm.stands) == 1 for firm in catalogue.exhibitors.values()) > 1500


def test_every_stand_is_reached_from_every_other():
    everyone = sorted(gamescom().stands)
    # The table of all is a million ways: that all are reached from one, and back, says as much.
    for begin in range(0, len(everyone), 40):
        some = [everyone[0], *everyone[begin : begin + 40]]
        table = asked().seconds([spots(key) for key in some])
        assert max(table[0]) < math.inf
        assert max(row[0] for row in table) < math.inf


def test_ways_are_clear_and_the_step_free_ones_take_no_steps():
    catalogue, chance = gamescom(), random.Random(SEED)
    everyone = sorted(catalogue.stands)
    kinds = set()
    for _ in range(30):
        start, goal = chance.sample(everyone, 2)
        plain = asked().route(spots(start), spots(goal))
        free = asked().route(spots(start), spots(goal), Means(step_free=True))
        for route in (plain, free):
            assert isinstance(route, Route)
            for part in route.parts:
                if isinstance(part, Walk):
                    assert part.measured
                    assert is_clear(floors().floors[part.hall], part.points, 0.1)
        kinds |= {catalogue.passages[part.passage].kind for part in plain.parts if isinstance(part, Through)}
        taken = {catalogue.passages[part.passage].kind for part in free.parts if isinstance(part, Through)}
        assert taken <= {"door", "lift"}
        assert free.seconds >= plain.seconds - 1e-6
    assert {"door", "stairs"} <= kinds


def test_ways_are_as_short_as_on_a_fine_grid():
    chance = random.Random(SEED)
    for hall in ("h7-1", "h2-1", "h5-1", "h10-1"):
        floor = floors().floors[hall]
        grid = Grid(floor, clearance=0.15)
        free = [node for node, is_free in enumerate(grid.free) if is_free]
        measured = 0
        while measured < 4:
            start, goal = (grid.point(chance.choice(free)) for _ in range(2))
            if not 5 < math.dist(start, goal) < 35:
                continue
            best = grid.length(start, goal)
            found = asked().route(point(*start, hall), point(*goal, hall))
            if isinstance(found, NoWay):
                assert best == math.inf
                continue
            walks = [part for part in found.parts if isinstance(part, Walk)]
            assert is_clear(floor, walks[0].points)
            if len(walks) == 1:
                assert best * 0.97 - 0.1 <= found.length <= best * 1.03
                measured += 1


def test_an_exhibitor_with_several_stands_is_met_at_the_nearest():
    catalogue = gamescom()
    several = [key for key, firm in catalogue.exhibitors.items() if len({*firm.stands}) > 1][:10]
    door = entrances(catalogue, floors())[:1]
    for key in several:
        places = spots_of(catalogue, floors(), Ref("exhibitor", key))
        assert len(places) == len(catalogue.exhibitors[key].stands)
        best = asked().route(door, places)
        assert best.seconds == min(asked().route(door, [each]).seconds for each in places)


def test_stands_and_firms_are_found_by_either_spelling_of_the_code():
    index = Index.build(gamescom())
    chance = random.Random(SEED)
    coded = [stand for stand in gamescom().stands.values() if stand.code]
    several = [stand for stand in coded if len(codes(stand.code)) > 1]
    assert len(several) > 200
    for stand in chance.sample(coded, 80) + chance.sample(several, 80):
        parts = codes(stand.code)
        for typed in (stand.code, "/".join(parts), *parts):
            found = [ref.id for ref in index.search(typed).best(["stand"], 60)]
            assert stand.id in found, (typed, stand.id)
    # The list of exhibitors says "A061/C060", the plan "A-061 C-060".
    for typed in ("A061/C060", "A-061 C-060", "a061 c060"):
        found = index.search(typed)
        assert [ref.id for ref in found.best(["stand"], 1)] == ["h7-1#A-061 C-060"]
        firm = gamescom().exhibitors[found.best(["exhibitor"], 1)[0].id]
        assert firm.name.choose(["en"])[0] == "Microsoft Xbox"
