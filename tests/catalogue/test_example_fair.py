"""The fictional fair that comes with the guide: whole, in three languages, drawn soundly, never taken for real."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import combinations, pairwise

import pytest

from guide import places
from guide.catalogue.load import load
from guide.catalogue.model import TABLES, Catalogue, Point, Polygon, Ref
from guide.catalogue.relations import relate
from guide.i18n import Wording

FOLDER = places.bundled("example-fair")
FILES = sorted(FOLDER.glob("*.toml"))
LANGUAGES = ("ru", "be", "en")
AISLE = 3.0  # metres between rows


@cache
def fair() -> Catalogue:
    return load(FOLDER).catalogue


def wordings(thing: object) -> Iterator[Wording]:
    """Every text of a thing, however deep."""
    if isinstance(thing, Wording):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from wordings(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from wordings(getattr(thing, field.name))


def in_languages(wording: Wording) -> bool:
    tags = tuple(tag for tag, _ in wording.pairs)
    return tags == LANGUAGES


# What is there


def test_it_has_no_problem():
    assert load(FOLDER).problems == ()


def test_it_has_everything_that_a_fair_can_have():
    catalogue = fair()
    counted = {kind: len(catalogue.table(kind)) for kind in TABLES}
    assert counted["exhibitor"] == 150
    assert Counter(hall.kind for hall in catalogue.halls.values())["outdoor"] == 1
    assert counted["hall"] == 4
    assert 110 <= counted["stand"] <= 130
    assert counted["region"] >= 15
    assert counted["venture"] >= 15
    assert counted["person"] >= 20
    assert counted["session"] >= 35
    assert counted["service"] >= 25
    assert counted["notice"] >= 8
    assert catalogue.figures
    assert catalogue.aliases


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        ("stand", "kind", {"single", "shared", "regional", "national", "outdoor"}),
        ("exhibitor", "participation", {"exhibitor", "co-exhibitor", "represented", "participant"}),
        ("venture", "status", {"planned", "agreed", "building", "operating", "stopped"}),
        ("notice", "kind", {"moved", "closed", "added", "delayed", "info"}),
        ("passage", "kind", {"door", "stairs", "lift", "escalator", "ramp", "outdoor"}),
        ("hall", "kind", {"hall", "pavilion", "outdoor"}),
    ],
)
def test_every_choice_is_shown_at_work(kind, field, words):
    assert words <= {getattr(thing, field) for thing in fair().table(kind).values()}


def test_the_three_days_differ():
    first, second, third = fair().fair.hours
    assert first.trade_only
    assert not second.trade_only
    assert third.closes < second.closes


def test_sessions_have_a_room_and_hours_within_the_day():
    opened = {day.date: day for day in fair().fair.hours}
    for session in fair().sessions.values():
        assert session.room
        assert session.hall
        assert opened[session.date].opens <= session.starts < session.ends <= opened[session.date].closes, session.id


def test_a_room_holds_one_session_at_a_time_and_halls_hold_several():
    sessions = fair().sessions.values()
    at_once = [
        (one, other)
        for one, other in combinations(sessions, 2)
        if one.date == other.date and one.starts < other.ends and other.starts < one.ends
    ]
    assert [(one.id, other.id) for one, other in at_once if one.room == other.room] == []
    assert len(at_once) >= 10


def test_guests_stand_with_their_hosts():
    exhibitors = fair().exhibitors
    guests = [one for one in exhibitors.values() if one.host]
    assert len(guests) >= 35
    for guest in guests:
        host = exhibitors[guest.host]
        assert set(guest.stands) & set(host.stands), guest.id
        assert host.host is None
        assert guest.participation == "co-exhibitor"


def test_where_several_stand_one_of_them_is_the_host():
    for stand, parties in relate(fair()).at_stand.items():
        firms = [fair().exhibitors[ref.id] for ref in parties if ref.kind == "exhibitor"]
        hosts = [firm for firm in firms if not firm.host]
        assert len(hosts) == 1, stand


def test_regional_stands_belong_to_a_region_and_have_firms():
    at_stand = relate(fair()).at_stand
    for stand in fair().stands.values():
        if stand.kind in ("regional", "national"):
            assert Ref("region", stand.region) in at_stand[stand.id]
            assert sum(ref.kind == "exhibitor" for ref in at_stand[stand.id]) >= 2


def test_some_have_two_stands_and_some_none():
    stands = Counter(len(one.stands) for one in fair().exhibitors.values())
    assert stands[2] >= 8
    assert stands[0] >= 9


def test_a_free_stand_is_explained():
    taken = relate(fair()).at_stand
    for stand in fair().stands.values():
        assert stand.id in taken or stand.note


# How it is said


@pytest.mark.parametrize("kind", ["fair", "figure", *TABLES])
def test_every_text_is_in_three_languages(kind):
    catalogue = fair()
    things = [catalogue.fair] if kind == "fair" else catalogue.figures if kind == "figure" else ()
    for thing in things or catalogue.table(kind).values():
        for wording in wordings(thing):
            same = len(wording.pairs) == 1 and wording.pairs[0][0] == ""
            assert in_languages(wording) or (same and not re.search("[а-яё]", wording.pairs[0][1], re.I)), wording


def test_names_are_in_three_languages():
    for kind in TABLES:
        for thing in fair().table(kind).values():
            name = getattr(thing, "name", None) or getattr(thing, "title", None)
            if isinstance(name, Wording):
                assert in_languages(name), name


def test_no_two_exhibitors_share_a_name_or_a_description():
    for field in ("name", "about", "phone", "email"):
        said = Counter(getattr(one, field) for one in fair().exhibitors.values())
        assert [what for what, times in said.items() if times > 1] == []


# That it is made up


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_says_so_first(file):
    first = file.read_text(encoding="utf-8").splitlines()[0]
    for word in ("Вымышленный", "Выдуманы", "fictional"):
        assert word in first


def test_its_name_its_summary_and_a_notice_say_so():
    about = [fair().fair.name, fair().fair.summary, fair().notices["fictional"].text]
    for wording in about:
        said = dict(wording.pairs)
        assert "вымышленн" in said["ru"].lower()
        assert "выдуман" in said["be"].lower()
        assert "fictional" in said["en"].lower()
    assert fair().notices["fictional"].about.kind == "fair"


def test_addresses_and_numbers_cannot_belong_to_anyone():
    text = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    assert set(re.findall(r"https?://([^/\"]+)", text)) <= {"example.com", "example.org"}
    assert set(re.findall(r"[\w.-]+@([\w.-]+)\"", text)) <= {"example.com", "example.org"}
    for one in fair().exhibitors.values():
        for number in one.phone:
            # No country gives out an area code of zeros alone.
            assert re.match(r"\+\d+ 0+ ?\b", number), number


def test_private_addresses_are_there_to_be_kept_private():
    assert sum(bool(one.email_private) for one in fair().exhibitors.values()) >= 10


# How it is drawn


def inside(point: Point, polygon: Polygon) -> bool:
    """Whether a ray from the point meets the edge an odd number of times."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in pairwise((*polygon, polygon[0])):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def distance(point: Point, a: Point, b: Point) -> float:
    """From a point to the piece of a line between two others."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    return ((x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2) ** 0.5


def sides(polygon: Polygon) -> list[tuple[Point, Point]]:
    return list(pairwise((*polygon, polygon[0])))


def at_edge(point: Point, polygon: Polygon) -> bool:
    return min(distance(point, *side) for side in sides(polygon)) < 0.5


def within(polygon: Polygon) -> Iterator[Point]:
    """Points of a polygon, half a metre apart, none on its edge."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    for n in range(int((max(xs) - min(xs)) * 2)):
        for m in range(int((max(ys) - min(ys)) * 2)):
            point = (min(xs) + 0.26 + n / 2, min(ys) + 0.26 + m / 2)
            if inside(point, polygon):
                yield point


def apart(one: Polygon, other: Polygon) -> float:
    """The least distance between the corners of each and the sides of the other."""
    return min(
        distance(corner, *side)
        for corners, edge in ((one, other), (other, one))
        for corner in corners
        for side in sides(edge)
    )


def test_every_stand_lies_in_its_hall():
    for stand in fair().stands.values():
        outline = fair().halls[stand.hall].outline
        assert stand.polygon
        points = list(within(stand.polygon))
        assert points
        assert all(inside(point, outline) for point in points), stand.id


def test_stands_never_overlap_and_their_rows_leave_an_aisle():
    for hall in fair().halls:
        stands = [stand for stand in fair().stands.values() if stand.hall == hall]
        rows = [{stand.id} for stand in stands]  # stands that touch, and those that touch them
        gaps = {}
        for one, other in combinations(stands, 2):
            assert not any(inside(point, other.polygon) for point in within(one.polygon)), (one.id, other.id)
            gaps[one.id, other.id] = gap = apart(one.polygon, other.polygon)
            if gap < 0.01:
                joined = [row for row in rows if one.id in row or other.id in row]
                rows = [row for row in rows if row not in joined] + [set().union(*joined)]
        for (one, other), gap in gaps.items():
            assert gap >= AISLE or any({one, other} <= row for row in rows), (one, other, gap)


def test_walls_and_columns_stand_in_no_stand():
    for hall in fair().halls.values():
        stands = [stand.polygon for stand in fair().stands.values() if stand.hall == hall.id]
        for block in (*hall.walls, *hall.blocks):
            assert all(inside(corner, hall.outline) or at_edge(corner, hall.outline) for corner in block)
            for stand in stands:
                assert not any(inside(corner, stand) for corner in block)
                assert not any(inside(point, block) for point in within(stand))


def test_the_area_of_a_stand_is_that_of_its_outline():
    for stand in fair().stands.values():
        area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in sides(stand.polygon))) / 2
        assert stand.area_m2 == pytest.approx(area, abs=0.1), stand.id
    said = next(figure.value for figure in fair().figures if figure.label.pairs[2][1] == "area of the stands")
    assert said == pytest.approx(sum(stand.area_m2 for stand in fair().stands.values()), abs=1)


def test_ways_through_end_at_the_edge_of_their_halls():
    for passage in fair().passages.values():
        for end in passage.ends:
            outline = fair().halls[end.hall].outline
            assert at_edge(end.at, outline), passage.id


def test_every_hall_can_be_reached_without_a_step():
    reached = {end.hall for way in fair().passages.values() if way.step_free and len(way.ends) == 1 for end in way.ends}
    joined = [{end.hall for end in way.ends} for way in fair().passages.values() if way.step_free]
    for _ in fair().halls:
        reached |= {hall for ends in joined if ends & reached for hall in ends}
    assert reached == set(fair().halls)
    assert any(not way.step_free for way in fair().passages.values())


def test_services_stand_in_a_hall_and_in_nobody_s_stand():
    for service in fair().services.values():
        if service.at is None:
            continue
        outline = fair().halls[service.hall].outline
        assert inside(service.at, outline) or at_edge(service.at, outline)
        for stand in fair().stands.values():
            assert stand.hall != service.hall or not inside(service.at, stand.polygon), (service.id, stand.id)
