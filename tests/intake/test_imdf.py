"""An archive of indoor maps comes to halls, stands with who is on them, ways between levels and services."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake.draft import stand_key
from guide.intake.files import Asked, ForeignError
from guide.intake.plans import read
from tests.intake.drawn import archive, laid, of_imdf, sides, square
from tests.intake.foreign import codes, drafted, file, whole

TURN = 15


def put(*box):
    return laid(square(*box), TURN)


def at(x, y):
    return laid([(x, y)], TURN)[0]


def line(*points):
    return laid(points, TURN)


def venue():
    label = {"ru": "Первый этаж", "en": "Ground floor"}
    return archive(
        venue=[of_imdf("v", put(-10, -10, 90, 70), name={"ru": "Двор"}, category="conventioncenter", address_id="ad",
                       display_point={"type": "Point", "coordinates": [27.5331, 53.917]})],
        address=[of_imdf("ad", None, address="ул. Ярмарочная, 1", locality="Минск", country="BY", province="BY-HM")],
        building=[of_imdf("b", None, name={"ru": "Павильон"})],
        footprint=[of_imdf("f", put(0, 0, 60, 40), category="ground", building_ids=["b"])],
        level=[
            of_imdf("l1", put(0, 0, 60, 40), name=label, short_name={"ru": "1"}, ordinal=0, building_ids=["b"]),
            of_imdf("l2", put(0, 0, 60, 40), name={"ru": "Второй этаж"}, short_name={"ru": "2"}, ordinal=1),
        ],
        unit=[
            of_imdf("u1", put(5, 5, 6, 4), category="booth", name={"ru": "А1"}, level_id="l1"),
            of_imdf("u2", put(20, 5, 6, 4), category="unspecified", name={"ru": "А2"}, level_id="l1"),
            of_imdf("u3", put(40, 30, 4, 4), category="restroom.female", level_id="l1"),
            of_imdf("u4", put(0, 20, 3, 3), category="elevator", level_id="l1"),
            of_imdf("u5", put(0, 20, 3, 3), category="elevator", level_id="l2"),
            of_imdf("u6", put(30, 20, 1, 1), category="column", level_id="l1"),
            of_imdf("u7", put(20, 20, 9, 9), category="walkway", level_id="l1"),
            of_imdf("u8", put(10, 20, 6, 6), category="auditorium", name={"ru": "Зал «Дуб»"}, level_id="l2"),
        ],
        kiosk=[
            of_imdf("k1", put(30, 5, 3, 3), name={"ru": "Б-7"}, anchor_id="a2", level_id="l2"),
            of_imdf("k2", put(40, 5, 3, 3), name={"ru": "Пирожки"}, level_id="l2"),
        ],
        fixture=[of_imdf("x1", put(50, 30, 2, 2), category="obstruction", level_id="l1")],
        opening=[of_imdf("o1", line((20, 0), (24, 0)), "LineString", category="pedestrian.principal", level_id="l1",
                         name={"ru": "Главный вход"}),
                 of_imdf("o2", line((20, 20), (22, 20)), "LineString", category="pedestrian", level_id="l1")],
        amenity=[
            of_imdf("m1", at(50, 10), "Point", category="atm", unit_ids=["u7"]),
            of_imdf("m2", at(5, 35), "Point", category="stairs", unit_ids=["u7"], address_id="q"),
            of_imdf("m3", at(6, 35), "Point", category="stairs", unit_ids=["u8"], address_id="q"),
        ],
        anchor=[of_imdf("a1", at(22, 7), "Point", unit_id="u2"), of_imdf("a2", at(31, 6), "Point", unit_id="u8")],
        occupant=[
            of_imdf("n1", None, name={"ru": "Завод «Полымя»", "en": "Polymia"}, anchor_id="a1", category="exhibitor",
                    hours="Mo-Fr 10:00-18:00", phone="+375 17 200-00-00", website="https://example.org"),
            of_imdf("n2", None, name={"ru": "Станки"}, anchor_id="a2", category="exhibitor"),
        ],
    )  # fmt: skip


@pytest.fixture(scope="module")
def draft():
    return drafted("venue.zip", venue())


def test_levels_are_halls_that_lie_above_one_another(draft):
    ground, upper = (record.values for record in draft.of("hall").values())
    assert ground["name"] == {"ru": "Первый этаж", "en": "Ground floor"}
    assert (ground["level"], upper["level"]) == ("1", "2")
    assert sides(ground["outline"]) == pytest.approx([40, 40, 60, 60], abs=0.05)
    assert min(min(point) for point in ground["outline"]) == pytest.approx(0, abs=0.02)
    assert (ground["origin"], ground["angle"]) == (upper["origin"], upper["angle"])
    assert ground["angle"] == pytest.approx(TURN, abs=0.05)
    assert len(ground["blocks"]) + len(ground.get("walls", [])) == 2


def test_booths_kiosks_and_what_somebody_has_are_stands(draft):
    stands = draft.of("stand")
    keys = {key: record.values["hall"].key for key, record in stands.items()}
    ground, upper = draft.of("hall")
    assert set(keys) >= {stand_key(ground, "А1"), stand_key(ground, "А2"), stand_key(upper, "Б-7")}
    assert len(keys) == 4
    pies = next(record for record in stands.values() if record.values.get("name") == "Пирожки")
    assert "code" not in pies.values or not pies.values["code"]
    assert all(record.values["polygon"] for record in stands.values())


def test_occupants_exhibit_where_their_anchors_are(draft):
    flame, machines = (record.values for record in draft.of("exhibitor").values())
    ground, upper = draft.of("hall")
    assert flame["name"] == {"ru": "Завод «Полымя»", "en": "Polymia"}
    assert (flame["phone"], flame["site"]) == (["+375 17 200-00-00"], "https://example.org")
    assert [link.key for link in flame["stands"]] == [stand_key(ground, "А2")]
    assert [link.key for link in machines["stands"]] == [stand_key(upper, "Б-7")]
    assert "Mo-Fr 10:00-18:00" in str(draft.unplaced)


def test_ways_join_levels_and_doors_lead_to_the_street(draft):
    kinds = sorted((record.values["kind"], len(record.values["ends"])) for record in draft.of("passage").values())
    assert kinds == [("door", 1), ("lift", 2), ("stairs", 2)]
    door = next(record.values for record in draft.of("passage").values() if record.values["kind"] == "door")
    assert (door["name"], door["ends"][0]["at"]) == ("Главный вход", pytest.approx([22, 0], abs=0.05))
    assert door["width_m"] == pytest.approx(4, abs=0.02)


def test_the_venue_is_the_grounds_of_the_fair(draft):
    place = {"city": "Минск", "country": "BY", "lat": 53.917, "lon": 27.5331}
    assert draft.fair == {"venue": {"name": "Двор", "place": place, "address": "ул. Ярмарочная, 1"}}


def test_amenities_are_services(draft):
    assert sorted(record.values["kind"] for record in draft.of("service").values()) == ["atm", "room", "toilet"]


def test_the_catalogue_of_it_is_clean():
    made = whole(file("venue.zip", venue()))
    assert not made.problems
    assert {hall.level for hall in made.catalogue.halls.values()} == {"1", "2"}


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive_file:
        for name, content in files.items():
            archive_file.writestr(f"{name}.geojson", content)
    return made.getvalue()


def test_archives_that_grow_beyond_all_bounds_are_refused():
    with pytest.raises(ForeignError):
        read([file("bomb.zip", packed(level=b" " * (129 * 1024 * 1024)))], Asked())


def test_a_part_of_an_archive_that_cannot_be_read_is_told():
    content = (
        b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"hall": "1", "stand": "A1"},'
    )
    content += b'"geometry": {"type": "Polygon", "coordinates": [[[0,0],[9,0],[9,9],[0,0]]]}}]}'
    draft = drafted("plans.zip", packed(stands=content, broken=b"{"))
    assert list(draft.of("stand")) == [stand_key("1", "A1")]
    assert "I074" in codes(draft)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_archive_is_read_or_refused(data):
    whole_file = venue()
    at = data.draw(st.integers(0, len(whole_file) - 1))
    damaged = whole_file[:at] if data.draw(st.booleans()) else (
        whole_file[:at] + data.draw(st.binary(min_size=1, max_size=9)) + whole_file[at + 1 :])  # fmt: skip
    with contextlib.suppress(ForeignError):
        read([file("v.zip", damaged)], Asked())
