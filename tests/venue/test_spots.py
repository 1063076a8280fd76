"""Where things are to be found."""

import pytest

from guide.catalogue.model import Catalogue, Ref
from guide.venue.floors import floors_of
from guide.venue.route import Spot
from guide.venue.spots import entrances, room_of, spots_of
from tests.venue.fairs import bundled, example, fair_of

DRAWN = """
[[hall]]
id = "h1"
name = "Hall 1"

[[hall]]
id = "h2"
name = "Hall 2"

[[stand]]
code = "A1"
hall = "h1"
name = { ru = "Красный угол", en = "Red corner" }

[[stand]]
code = "B2"
hall = "h2"
kind = "shared"

[[stand]]
id = "roof"
code = "Z9"

[[exhibitor]]
id = "host"
name = "Host"
stands = ["h2#B2", "h1#A1"]

[[exhibitor]]
id = "guest"
name = "Guest"
host = "host"
participation = "co-exhibitor"

[[exhibitor]]
id = "upstairs"
name = "Upstairs"
stands = ["roof"]

[[exhibitor]]
id = "somewhere"
name = "Somewhere"
hall = "h2"

[[exhibitor]]
id = "nowhere"
name = "Nowhere"

[[service]]
id = "stage"
name = { ru = "Сцена", en = "Stage" }
hall = "h1"
at = [3, 4]

[[service]]
id = "taxi"
name = "Taxi"

[[session]]
id = "on-stage"
title = "On stage"
hall = "h1"
room = { ru = "сцена" }

[[session]]
id = "at-the-stand"
title = "At the stand"
hall = "h1"
room = { en = "Red Corner" }

[[session]]
id = "in-a-room"
title = "In a room"
hall = "h2"
room = { ru = "сцена" }

[[session]]
id = "unknown"
title = "Unknown"
"""


@pytest.fixture(scope="module")
def drawn() -> Catalogue:
    return fair_of(DRAWN)


def found(catalogue, kind, key):
    spots = spots_of(catalogue, floors_of(catalogue), Ref(kind, key))
    assert all(spot.ref == Ref(kind, key) for spot in spots)
    return [(spot.hall, spot.stand, spot.at) for spot in spots]


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        ("stand", "h1#A1", [("h1", "h1#A1", None)]),
        ("stand", "roof", []),
        ("exhibitor", "host", [("h2", "h2#B2", None), ("h1", "h1#A1", None)]),
        ("exhibitor", "guest", [("h2", "h2#B2", None), ("h1", "h1#A1", None)]),
        ("exhibitor", "upstairs", []),
        ("exhibitor", "somewhere", [("h2", None, None)]),
        ("exhibitor", "nowhere", []),
        ("service", "stage", [("h1", None, (3, 4))]),
        ("service", "taxi", []),
        ("session", "on-stage", [("h1", None, (3, 4))]),
        ("session", "at-the-stand", [("h1", "h1#A1", None)]),
        ("session", "in-a-room", [("h2", None, None)]),
        ("session", "unknown", []),
        ("hall", "h2", [("h2", None, None)]),
        ("venture", "none", []),
        ("hall", "none", []),
    ],
)
def test_where_something_is(drawn, kind, key, expected):
    assert found(drawn, kind, key) == expected


def test_every_room_of_the_example_that_is_marked_leads_its_sessions_there():
    fair = example()
    where = {
        dict(one.room.pairs)["en"]: {room_of(fair, each) for each in fair.sessions.values() if each.room == one.room}
        for one in fair.sessions.values()
        if one.room is not None
    }
    assert where["Oak Room"] == {Ref("service", "room-oak")}
    assert where["Birch Room"] == {Ref("service", "room-birch")}
    assert where["open stage"] == {Ref("service", "open-stage")}
    assert where["Hill Room"] == {None}
    assert found(fair, "session", "machine-vision") == [("h2", None, fair.services["room-oak"].at)]


def test_a_region_is_where_its_stands_are_said_on_either_side():
    regions = {key: found(example(), "region", key) for key in example().regions}
    assert ("h1", "h1#A1", None) in regions["BY-MA"]
    for key, spots in regions.items():
        ids = [stand for _, stand, _ in spots if stand]
        assert len(ids) == len(set(ids))
        assert {stand.id for stand in example().stands.values() if stand.region == key} <= set(ids)


def test_a_passage_is_where_its_ends_are():
    ends = [(end.hall, None, end.at) for end in example().passages["lift-7"].ends]
    assert found(example(), "passage", "lift-7") == ends


def test_the_main_entrance_comes_first():
    doors = entrances(example(), floors_of(example()))
    assert doors[0] == Spot(Ref("passage", "main-entrance"), "h1", at=(30, 0))
    one_ended = [key for key, passage in example().passages.items() if len(passage.ends) == 1]
    assert sorted(spot.ref.id for spot in doors) == sorted(one_ended)
    assert entrances(bundled(), floors_of(bundled())) == ()
