"""Plans come to halls, stands, ways and services that are where they were drawn, in metres, and that can be drawn."""

import contextlib
import csv
import io
import json
import math
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.geometry import is_flat, is_simple
from guide.intake.draft import hall_key, stand_key
from guide.intake.files import ForeignError
from guide.intake.plan_shapes import CORNERS, area, shaped
from guide.venue.shapes import Frame
from tests.intake.drawn import collection, feature, laid, sides, square
from tests.intake.foreign import codes, drafted, file, whole

HALLS = (("Зал 1", 0, 0, 60, 40), ("Зал 2", 80, 0, 50, 40))
STANDS = (("А1", "Зал 1", 5, 5, 6, 4), ("А2", "Зал 1", 15, 5, 8, 4), ("Б1", "Зал 2", 85, 5, 6, 6))


def site(turned: float = 0.0, scale: float = 0.0, **more):
    """The small site: in degrees, or in units of which ``scale`` are a metre."""

    def put(*box):
        ring = square(*box)
        return [(x * scale, y * scale) for x, y in ring] if scale else laid(ring, turned)

    halls = [feature(put(*box), тип="зал", название=name) for name, *box in HALLS]
    stands = [feature(put(*box), тип="стенд", номер=code, зал=hall) for code, hall, *box in STANDS]
    return collection(*halls, *stands, **more)


@pytest.mark.parametrize("turned", [0, 20, -37, 44, 90])
def test_degrees_become_metres_in_the_frame_of_each_hall(turned):
    draft = drafted("p.geojson", site(turned))
    assert codes(draft) == []
    one, two = draft.of("hall")["1"].values, draft.of("hall")["2"].values
    assert sides(one["outline"]) == pytest.approx([40, 40, 60, 60], rel=0.0005)
    assert sides(two["outline"]) == pytest.approx([40, 40, 50, 50], rel=0.0005)
    stand = draft.of("stand")[stand_key("1", "А2")].values
    assert sides(stand["polygon"]) == pytest.approx([4, 4, 8, 8], abs=0.05)
    assert all(abs(x - min(x for x, _ in one["outline"])) < 70 for x, _ in one["outline"])
    # Both halls stand where they stood on the site, whichever way each frame is turned.
    middles = [
        Frame(*values["origin"], values.get("angle", 0.0)).to_site(
            (sum(x for x, _ in values["outline"]) / 4, sum(y for _, y in values["outline"]) / 4)
        )
        for values in (one, two)
    ]
    assert math.dist(*middles) == pytest.approx(75, rel=0.0005)
    for values in (one, two):
        assert min(min(point) for point in values["outline"]) == pytest.approx(0, abs=0.05)
    for record in (*draft.of("hall").values(), *draft.of("stand").values()):
        shape = record.values.get("polygon") or record.values["outline"]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in zip(shape, [*shape[1:], shape[0]], strict=True))


@pytest.mark.parametrize(
    ("scale", "more", "odd"),
    [
        (1, {}, ["I067"]),
        (1, {"units": "m"}, []),
        (1000, {"units": "мм"}, []),
        (100, {"unit": "cm"}, []),
        (1 / 0.3048, {"units": "feet"}, []),
        (1, {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32635"}}}, []),
    ],
)
def test_units_are_what_the_file_says_or_metres(scale, more, odd):
    draft = drafted("p.geojson", site(scale=scale, **more))
    assert codes(draft) == odd
    assert draft.of("hall")["1"].values["outline"] == [[0, 0], [60, 0], [60, 40], [0, 40]]
    assert draft.of("hall")["2"].values["origin"] == [80, 0]
    assert draft.of("stand")[stand_key("2", "Б1")].values["polygon"] == [[5, 5], [11, 5], [11, 11], [5, 11]]


def test_the_metres_of_web_maps_are_no_metres_so_far_from_the_equator():
    radius = 6_378_137.0
    ring = [(math.radians(lon) * radius, math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * radius)
            for lon, lat in laid(square(0, 0, 60, 40))]  # fmt: skip
    crs = {"type": "name", "properties": {"name": "EPSG:3857"}}
    draft = drafted("p.geojson", collection(feature(ring, kind="hall", name="Hall 1"), crs=crs))
    assert sides(draft.of("hall")["1"].values["outline"]) == pytest.approx([40, 40, 60, 60], rel=0.0005)


@pytest.mark.parametrize(
    ("properties", "hall", "code", "name"),
    [
        ({"type": "stand", "hall": "Hall 3", "stand_no": "A12"}, "3", "A12", None),
        ({"Тип": "Стенд", "Павильон": "3", "Номер стенда": "А12"}, "3", "А12", None),
        ({"standNummer": "A12", "Halle": "Halle 3"}, "3", "A12", None),
        ({"class": "booth", "hall": 3, "number": 12}, "3", "12", None),
        ({"kind": "exhibit", "hall": "3", "name": "A-12"}, "3", "A-12", None),
        ({"від": "стэнд", "зала": "3", "нумар стэнда": "А12", "назва": "Кут"}, "3", "А12", "Кут"),
        ({"booth": "A12", "hall": "3", "name:ru": "Уголок", "name:en": "Corner"}, "3", "A12",
         {"ru": "Уголок", "en": "Corner"}),
    ],
)  # fmt: skip
def test_a_stand_is_known_by_what_its_properties_are_called(properties, hall, code, name):
    draft = drafted("p.geojson", collection(feature(square(0, 0, 3, 3)) | {"properties": properties}, units="m"))
    (stand,) = draft.of("stand").values()
    assert (stand.values["code"], stand.values["hall"].key, stand.values.get("name")) == (code, hall, name)


def test_who_stands_there_and_how_large_it_is_come_along():
    draft = drafted("p.geojson", collection(
        feature(square(0, 0, 3, 3), kind="stand", hall="1", code="A1", exhibitor="ООО Полымя; Завод", area="9,5 м²",
                цвет="red"),
        units="m"))  # fmt: skip
    (stand,) = draft.of("stand").values()
    assert stand.values["area_m2"] == 9.5
    assert [record.values["name"] for record in draft.of("exhibitor").values()] == ["ООО Полымя", "Завод"]
    assert draft.unplaced[0].cells == {"цвет": "red"}


def test_what_names_no_hall_is_in_the_one_around_it():
    draft = drafted("p.geojson", collection(
        feature(square(0, 0, 60, 40), kind="hall", name="Hall 1"),
        feature(square(80, 0, 60, 40), kind="hall", name="Hall 2"),
        feature(square(90, 5, 5, 5), kind="stand", code="A1"),
        feature([100, 20], "Point", type="toilet"),
        feature([300, 20], "Point", type="atm"),
        units="m"))  # fmt: skip
    assert list(draft.of("stand")) == [stand_key("2", "A1")]
    toilet, machine = (record.values for record in draft.of("service").values())
    assert (toilet["kind"], toilet["hall"].key, toilet["at"], toilet["name"]["ru"]) == (
        "toilet",
        "2",
        [20, 20],
        "Туалет",
    )
    assert (machine["kind"], "hall" in machine, "at" in machine) == ("atm", False, False)


def test_doors_join_the_halls_at_whose_edges_they_lie():
    draft = drafted("p.geojson", collection(
        feature(square(0, 0, 60, 40), kind="hall", name="Hall 1"),
        feature(square(61, 0, 60, 40), kind="hall", name="Hall 2"),
        feature([[60.5, 10], [60.5, 14]], "LineString", type="door"),
        feature([30, -0.5], "Point", type="entrance", name="Север"),
        units="m"))  # fmt: skip
    inner, street = (record.values for record in draft.of("passage").values())
    assert sorted(end["hall"].key for end in inner["ends"]) == ["1", "2"]
    assert inner["width_m"] == 4
    assert [(end["hall"].key, end["at"]) for end in street["ends"]] == [("1", [30, 0])]
    assert street["name"] == "Север"


def test_stairs_of_two_levels_are_one_way_and_those_of_one_a_service():
    draft = drafted("p.geojson", collection(
        feature(square(0, 0, 60, 40), kind="hall", name="Hall 1.1", level=1),
        feature(square(0, 0, 60, 40), kind="hall", name="Hall 1.2", level=2),
        feature([10, 10], "Point", type="stairs", level=1), feature([10.5, 10], "Point", type="stairs", level=2),
        feature([40, 10], "Point", type="lift", level=1),
        feature(square(20, 20, 5, 5), kind="stand", code="A1", level=2), units="m"))  # fmt: skip
    (stairs,) = draft.of("passage").values()
    assert {end["hall"].key for end in stairs.values["ends"]} == {"1.1", "1.2"}
    assert [record.values["kind"] for record in draft.of("service").values()] == ["lift"]
    assert list(draft.of("stand")) == [stand_key("1.2", "A1")]
    assert codes(draft) == []


BOW_TIE = [(0, 0), (4, 4), (4, 0), (0, 4), (0, 0)]


@pytest.mark.parametrize(
    ("ring", "code", "polygon"),
    [
        (square(5, 5, 4, 4), [], [[5, 5], [9, 5], [9, 9], [5, 9]]),
        ([(5, 5), (9, 5), (9, 5), (9, 9), (5, 9)], [], [[5, 5], [9, 5], [9, 9], [5, 9]]),
        ([(5, 5), (7, 5), (9, 5), (9, 9), (5, 9), (5, 7), (5, 5)], [], [[5, 5], [9, 5], [9, 9], [5, 9]]),
        ([(5, 5), (9, 5), (12, 5), (9, 5), (9, 9), (5, 9)], [], [[5, 5], [9, 5], [9, 9], [5, 9]]),
        (BOW_TIE, ["I060"], None),
        ([(5, 5), (9, 9)], ["I061"], None),
        ([(5, 5), (7, 7), (9, 9), (5, 5)], ["I061"], None),
        (square(50, 5, 20, 4), ["I065"], None),
        (square(59.9, 5, 0.2, 4), [], [[59.9, 5], [60, 5], [60, 9], [59.9, 9]]),
        (square(500, 5, 4, 4), ["I065"], None),
    ],
)
def test_a_shape_loses_what_says_nothing_and_goes_where_it_cannot_be(ring, code, polygon):
    draft = drafted("p.geojson", collection(
        feature(square(0, 0, 60, 40), kind="hall", name="Hall 1"),
        feature(ring, kind="stand", hall="Hall 1", code="A1"),
        units="m"))  # fmt: skip
    assert codes(draft) == code
    assert draft.of("stand")[stand_key("1", "A1")].values.get("polygon") == polygon


def test_what_lies_far_from_all_else_has_no_place():
    lost = feature(square(0, 0, 0.00001, 0.00001), kind="stand", hall="Зал 1", code="А9")
    plan = json.loads(site(20))
    plan["features"].append(lost)
    draft = drafted("p.geojson", json.dumps(plan))
    assert codes(draft) == ["I069"]
    assert "polygon" not in draft.of("stand")[stand_key("1", "А9")].values
    assert sides(draft.of("hall")["1"].values["outline"]) == pytest.approx([40, 40, 60, 60], rel=0.0005)


def test_a_stand_that_is_drawn_twice_keeps_its_larger_shape():
    drawn = [
        feature(square(x, 1, size, size), kind="stand", hall="1", code="A1") for x, size in ((1, 2), (20, 4), (40, 3))
    ]
    draft = drafted("p.geojson", collection(*drawn, units="m"))
    (stand,) = draft.of("stand").values()
    assert sides(stand.values["polygon"]) == [4, 4, 4, 4]
    assert codes(draft) == ["I064", "I064"]
    assert not whole(file("a.geojson", collection(drawn[0])), file("b.geojson", collection(drawn[1]))).problems


def test_a_closed_line_is_a_shape_as_drawing_programs_write_it():
    line = feature(square(1, 1, 4, 4), "LineString", Layer="STANDS", Text="A12", hall="1")
    (stand,) = drafted("p.geojson", collection(line, units="m")).of("stand").values()
    assert (stand.values["code"], sides(stand.values["polygon"])) == ("A12", [4, 4, 4, 4])


def test_what_openstreetmap_says_is_understood():
    draft = drafted("p.geojson", collection(
        feature(laid(square(0, 0, 60, 40)), building="exhibition_hall", name="Павильон 3", **{"name:en": "Pavilion 3"}),
        feature(laid(square(5, 5, 6, 4)), indoor="area", shop="yes", ref="A12", name="Завод"),
        feature(laid([(30, 0)])[0], "Point", entrance="main"), feature(laid([(50, 20)])[0], "Point", amenity="toilets"),
        feature(laid([(20, 20)])[0], "Point", room="stairs")))  # fmt: skip
    (hall,) = draft.of("hall")
    assert hall == "3"
    assert list(draft.of("stand")) == [stand_key("3", "A12")]
    assert [record.values["kind"] for record in draft.of("passage").values()] == ["door"]
    assert [record.values["kind"] for record in draft.of("service").values()] == ["toilet", "stairs"]
    assert codes(draft) == []


def test_the_letterings_of_a_drawing_are_the_codes_of_the_shapes_that_they_stand_in():
    drawn = [feature(square(x, 1, 4, 4), "LineString", Layer="0") for x in (1, 9, 17)]
    texts = [feature([x + 1, 3], "Point", Layer="TEXT", Text=code) for x, code in ((1, "A1"), (9, "A2"), (30, "Z9"))]
    hall = feature(square(0, 0, 40, 20), kind="hall", name="Hall 1")
    draft = drafted("p.geojson", collection(hall, *drawn, *texts, units="m"))
    assert {key: record.values["polygon"][0] for key, record in draft.of("stand").items()} == {
        stand_key("1", "A1"): [1, 1], stand_key("1", "A2"): [9, 1],
    }  # fmt: skip
    assert codes(draft) == ["I068", "I068"]


def test_several_shapes_and_holes_are_told():
    multi = feature([[square(1, 1, 2, 2)], [square(10, 1, 4, 4), square(11, 2, 1, 1)]], "MultiPolygon",
                    kind="stand", hall="1", code="A1")  # fmt: skip
    draft = drafted("p.geojson", collection(multi, units="m"))
    (stand,) = draft.of("stand").values()
    assert sides(stand.values["polygon"]) == [4, 4, 4, 4]
    assert codes(draft) == ["I063", "I064"]


def test_a_shape_of_very_many_corners_keeps_its_form():
    ring = [
        (30 + 20 * math.cos(n / 50_000 * math.tau), 30 + 20 * math.sin(n / 50_000 * math.tau)) for n in range(50_000)
    ]
    draft = drafted("p.geojson", collection(feature(ring, kind="hall", name="Hall 1"), units="m"))
    outline = draft.of("hall")["1"].values["outline"]
    assert len(outline) <= CORNERS
    assert area([tuple(point) for point in outline]) == pytest.approx(math.pi * 400, rel=0.01)
    assert codes(draft) == ["I062"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.floats(-1000, 1000), st.floats(-1000, 1000)), max_size=30))
def test_any_ring_comes_to_a_shape_that_a_catalogue_holds_or_to_none(ring):
    shape = shaped(ring)
    if shape.polygon:
        assert is_simple(shape.polygon)
        assert not is_flat(shape.polygon)
        assert len(shape.polygon) <= CORNERS
    else:
        assert shape.code in ("I060", "I061")


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    ["type", "coordinates", "properties", "geometry", "features", "name", "hall", "stand", "crs"]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_in_a_feature_is_read_or_told(value):
    for one in (
        {"type": "FeatureCollection", "features": [value, value]},
        {"type": "Feature", "geometry": value, "properties": {"kind": "stand", "code": "A1", "hall": value}},
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": value}, "properties": value},
    ):
        with contextlib.suppress(ForeignError):
            drafted("p.geojson", json.dumps(one))


def test_halls_that_each_have_coordinates_of_their_own_are_not_laid_on_one_another():
    halls = [feature(square(0, 0, 60, 40), kind="hall", name=f"Hall {n}", level="1") for n in (1, 2)]
    draft = drafted("p.geojson", collection(*halls, units="m"))
    assert not any("origin" in hall.values for hall in draft.of("hall").values())
    assert hall_key("Зал 1") in draft.of("hall")


def test_a_plan_without_halls_is_one_and_what_is_no_part_of_a_plan_is_kept():
    draft = drafted("p.geojson", collection(
        feature(square(0, 0, 3, 3), kind="stand", code="A1"), feature(square(9, 0, 3, 3), kind="cloud", height="5"),
        name="Ярмарка", units="m"))  # fmt: skip
    assert [hall.values["name"] for hall in draft.of("hall").values()] == ["Ярмарка"]
    assert codes(draft) == ["I068", "I076"]
    assert draft.unplaced[0].cells["height"] == "5"


def test_plan_and_list_meet_and_are_clean():
    plan = file("plan.geojson", site(20))
    names = file("list.csv", "Экспонент;Стенд\nПолымя;Зал 1, стенд А-1\nЗавод;Зал 2 стенд Б1\nГость;Зал 1, А2\n")
    made = whole(plan, names)
    assert not made.problems
    catalogue = made.catalogue
    assert len(catalogue.stands) == 3
    assert all(stand.polygon for stand in catalogue.stands.values())
    assert all(exhibitor.stands for exhibitor in catalogue.exhibitors.values())


@pytest.fixture(scope="module")
def gamescom():
    folder = os.environ.get("GUIDE_DATASETS", "")
    if not folder:
        pytest.skip("GUIDE_DATASETS does not name the folder of real fairs")
    return Path(folder) / "gamescom-2026"


def _read(path):
    return json.loads(path.read_text("utf-8"))


def test_the_plan_and_the_list_of_a_real_fair_meet_in_its_stands(gamescom):
    outline, features, drawn = _read(gamescom / "hallplan/outline.json"), [], 0
    for entry in _read(gamescom / "hallplan/index.json")["halls"]:
        plan = _read(gamescom / "hallplan" / entry["file"])
        (width, height), name = plan["size"], plan["hall"]
        edge = {**outline["margin"], **outline["halls"].get(name, {}).get("margin", {})}
        ring = square(-edge["w"], -edge["s"], width + edge["w"] + edge["e"], height + edge["s"] + edge["n"])
        features.append(feature(ring, type="hall", hall=name, level=name.split(".")[1]))
        for stand in plan["stands"]:  # there y runs southwards
            corners = [(x, height - y) for x, y in stand["poly"]]
            features.append(feature(corners, type="stand", hall=name, stand_no=stand["nr"], area=stand["a"]))
            drawn += 1
    directory = _read(gamescom / "directory.json")["exhibitors"]
    rows = io.StringIO()
    table = csv.writer(rows)
    table.writerow(["Exhibitor", "Country", "Stand"])
    for firm in directory:
        stands = ", ".join(f"Hall {each['hall']} Stand {each['booth']}" for each in firm["stands"])
        table.writerow([firm["name"], firm["country"], stands])
    made = whole(file("plan.geojson", collection(*features, units="m")), file("list.csv", rows.getvalue()))
    assert {problem.code for problem in made.problems} <= {"W309", "W310"}  # stands that the plan lays on one another
    catalogue = made.catalogue
    assert sum(bool(stand.polygon) for stand in catalogue.stands.values()) == drawn == 998
    assert len([hall for hall in catalogue.halls.values() if hall.outline]) == 13
    doubled = sum(oddity.code == "I040" for oddity in made.oddities)
    assert len(catalogue.exhibitors) + doubled == len(directory) == 1783
    halls = {hall.id for hall in catalogue.halls.values() if hall.outline}
    there = [one for one in catalogue.exhibitors.values()
             if any(catalogue.stands[stand].hall in halls for stand in one.stands)]  # fmt: skip
    on_plan = [one for one in there if any(catalogue.stands[stand].polygon for stand in one.stands)]
    assert len(on_plan) >= 0.98 * len(there)
    assert sum(len(one["stands"]) > 1 for one in directory) == 117
    # Two rows that are one firm make one more, and so does a cell that writes two stands without a comma.
    assert 117 <= sum(len(one.stands) > 1 for one in catalogue.exhibitors.values()) <= 117 + doubled + 5
