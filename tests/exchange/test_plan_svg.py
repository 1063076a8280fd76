"""Plans on paper, read back as XML: what stands where, what is lit, what is said, and that nothing else is in them."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Catalogue, Ref
from guide.errors import UsageError
from guide.exchange.formats import NothingError, Wishes, made
from guide.exchange.lettering import breadth, filled, shortened
from guide.exchange.plan_page import plans
from guide.exchange.plan_png import png, renderer
from guide.exchange.plan_svg import on_sheets, plan_svg
from guide.exchange.selection import things, visited, whole_fair
from guide.i18n import LANGUAGES, Tongue
from guide.venue.floors import floors_of
from guide.venue.route import Route, Spot, Through, Walk
from guide.venue.shapes import Box, box_of
from guide.visit.state import Mark, Stop, Visit
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.paper import SVG, read, stands, texts
from tests.venue.fairs import bundled, example, fair_of

ENGLISH = Tongue("en")

NUMBERED = """
[[hall]]
id = "h"
name = "Hall"
[[stand]]
code = "A1"
hall = "h"
[[stand]]
code = "A2"
hall = "h"
"""


def plan(catalogue: Catalogue, *refs: str, hall: str = "", language: str = "en") -> str:
    """The plan of some things, or of the whole fair."""
    tongue = Tongue(language, catalogue.fair.languages)
    asked = [Ref(*ref.split(":", 1)) for ref in refs]
    return plan_svg(things(catalogue, tongue, asked) if refs else whole_fair(catalogue, tongue), hall)


def sheet(svg: str) -> tuple[float, float]:
    """The size of the paper in millimetres."""
    tree = read(svg)
    return tuple(float(tree.attrib[name].removesuffix("mm")) for name in ("width", "height"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fair", [example, bundled])
def test_the_whole_of_each_fair_in_each_language(fair, language):
    catalogue = fair()
    svg = plan(catalogue, language=language)
    assert read(svg).attrib["lang"] == language
    assert len(stands(read(svg))) == len(floors_of(catalogue).at)


def test_a_hall_has_each_of_its_stands_with_its_code():
    catalogue = example()
    svg = plan(catalogue, hall="h1")
    drawn = stands(read(svg))
    codes = [stand.code for stand in catalogue.stands.values() if stand.hall == "h1"]
    assert sorted(stand.title.split(" · ")[0] for stand in drawn) == sorted(codes)
    assert set(codes) <= set(texts(read(svg)))
    assert not any(stand.lit for stand in drawn)


def test_what_is_meant_is_lit_by_pattern_and_frame_and_named():
    tree = read(plan(example(), "stand:h1#D7"))
    [lit] = [stand for stand in stands(tree) if stand.lit]
    assert lit.title.startswith("D7 · ")
    [group] = [each for each in tree.iter(f"{SVG}g") if each.attrib.get("class") == "lit"]
    ground = next(group.iter(f"{SVG}path")).attrib
    assert ground["fill"] == "url(#lit)"
    assert float(ground["stroke-width"]) >= 3 * 2
    assert "D7" in texts(tree)
    assert "what was looked for" in texts(tree)


def test_each_hall_concerned_is_a_block_of_its_own():
    catalogue = example()
    firm = next(key for key, each in catalogue.exhibitors.items() if each.stands == ("h1#D7", "h2#2H40"))
    tree = read(plan(catalogue, f"exhibitor:{firm}"))
    said = texts(tree)
    assert said.index("Hall 1 · level 1") < said.index("Hall 2 · level 1")
    assert {stand.title.split(" · ")[0] for stand in stands(tree) if stand.lit} == {"D7", "2H40"}
    assert not any(line.startswith("Hall 7") for line in said)


def test_a_venture_lights_its_partners_and_a_person_the_organisation():
    catalogue = fair_of(
        NUMBERED
        + """
[[exhibitor]]
id = "firm"
name = "Firm"
stands = ["A2"]
[[person]]
id = "p"
name = "P"
role = "R"
organisation = "firm"
[[venture]]
id = "v"
name = "V"
kind = "agreement"
partners = ["firm"]
"""
    )
    for ref in ("venture:v", "person:p", "exhibitor:firm"):
        assert [stand.lit for stand in stands(read(plan(catalogue, ref)))] == [False, True]


@pytest.mark.parametrize("fair", [example, bundled])
def test_no_letter_leaves_its_stand(fair):
    catalogue = fair()
    for hall in catalogue.halls:
        for stand in stands(read(plan(catalogue, hall=hall, language="ru"))):
            box = box_of(stand.corners)
            for words, x, y, size, bold in stand.texts:
                long = breadth(words, size, bold=bold) / 2
                # A turned line runs upwards around the stand's own middle.
                spot = (x - long, y - size, x + long, y + size * 0.3)
                if stand.turned:
                    mx, my = box.middle
                    spot = (mx + (y - size - my), my - long, mx + (y + size * 0.3 - my), my + long)
                assert spot[0] >= box.left - 2
                assert spot[1] >= box.bottom - 2
                assert spot[2] <= box.right + 2
                assert spot[3] <= box.top + 2


def test_the_stops_of_a_visit_have_their_numbers_and_what_has_no_place_is_named():
    catalogue = example()
    on = catalogue.fair.starts
    visit = Visit(
        MappingProxyType({Ref("exhibitor", "gone"): Mark(favourite=True, name="Gone Ltd")}),
        (
            Stop("a", Ref("stand", "h1#D7"), on, name="D7"),
            Stop("b", None, on, title="Somebody"),
            Stop("c", Ref("stand", "h1#A1"), on, name="A1"),
        ),
    )
    said = texts(read(plan_svg(visited(catalogue, ENGLISH, visit))))
    assert {"1", "2", "3", "Not on the plan", "Gone Ltd"} <= set(said)
    assert "a stop of the plan" in said
    assert any("Somebody" in line for line in said)


def test_what_is_made_up_from_numbers_or_only_a_name_is_said_to_be():
    said = " ".join(texts(read(plan(fair_of(NUMBERED), "stand:h#A1"))))
    assert "not to scale" in said
    assert " m" not in re.findall(r"\d+( m)\b", said)
    zone = " ".join(texts(read(plan(bundled()))))
    assert "A zone without a plan" in zone
    assert "N" not in texts(read(plan(bundled())))


def test_north_turns_with_the_hall():
    def turned(hall: str) -> list[str]:
        return [each.attrib["transform"] for each in read(plan(example(), hall=hall)).iter(f"{SVG}g")
                if re.fullmatch(r"rotate\(\d+\)", each.attrib.get("transform", ""))]  # fmt: skip

    assert turned("h7") == ["rotate(10)"]
    assert turned("h1") == []


def test_the_paper_is_a4_upright_or_across_or_several_sheets():
    assert sheet(plan(example(), hall="h1")) == (297, 210)
    assert sheet(plan(example(), "stand:h1#D7", "stand:h2#2D22")) == (210, 297)
    wide, high = sheet(plan(example(), *(f"hall:{hall}" for hall in example().halls)))
    assert wide == 210
    assert 297 < high <= 2 * 297


def test_the_whole_fair_is_the_site_and_every_hall():
    said = texts(read(plan(example())))
    assert said.count("The whole site · level 1") == 1
    assert "The whole site · level 2" not in said  # one hall is no site
    assert said.count("Hall 7 · level 2") == 1
    assert said.count("D7") == 2


def test_halls_are_in_the_order_of_the_way():
    catalogue = fair_of(HALVES)
    back = Route(
        Spot(Ref("stand", "e#E1"), "e", "e#E1"), Spot(Ref("passage", "gate"), "w", at=(20.0, 0.0)),
        (Walk("e", ((10.0, 15.0), (0.0, 15.0)), 10.0), Through("between", 1, 0, 1.0, 1.0),
         Walk("w", ((40.0, 15.0), (20.0, 0.0)), 25.0)), 36.0, 33.0,
    )  # fmt: skip
    for routes, halls in (((_gone(catalogue),), ["West", "East"]), ((back,), ["East", "West"])):
        said = texts(read(plan_svg(things(catalogue, ENGLISH, [Ref("stand", "e#E1")]), routes=routes)))
        assert [line for line in said if line in ("West", "East")] == halls


@given(st.lists(st.floats(60, 2750), min_size=1, max_size=20), st.floats(2000, 2700), st.floats(0, 900))
def test_pictures_share_sheets_without_leaving_them(wanted, first, under):
    sheets = on_sheets(wanted, first, 2750.0, under)
    assert [at for rooms in sheets for at, _ in rooms] == list(range(len(wanted)))
    for number, rooms in enumerate(sheets):
        assert rooms or number == len(sheets) - 1
        room = (2750.0 if number else first) - (under if number == len(sheets) - 1 else 0.0)
        assert sum(height + 50 for _, height in rooms) <= room + 1
        assert all(0 < height <= wanted[at] for at, height in rooms)


HALVES = """
[[hall]]
id = "w"
name = "West"
outline = [[0, 0], [40, 0], [40, 30], [0, 30]]
[[hall]]
id = "e"
name = "East"
outline = [[0, 0], [40, 0], [40, 30], [0, 30]]
[[passage]]
id = "gate"
name = "Main gate"
kind = "door"
ends = [{ hall = "w", at = [20, 0] }]
[[passage]]
id = "between"
kind = "door"
ends = [{ hall = "w", at = [40, 15] }, { hall = "e", at = [0, 15] }]
[[stand]]
code = "W1"
hall = "w"
polygon = [[10, 10], [30, 10], [30, 20], [10, 20]]
[[stand]]
code = "E1"
hall = "e"
polygon = [[10, 10], [30, 10], [30, 20], [10, 20]]
"""


def _gone(catalogue: Catalogue) -> Route:
    """A way from the west into the east."""
    start, goal = Spot(Ref("passage", "gate"), "w", at=(20.0, 0.0)), Spot(Ref("stand", "e#E1"), "e", "e#E1")
    parts = (Walk("w", ((20.0, 0.0), (40.0, 15.0)), 25.0), Through("between", 0, 1, 1.0, 1.0),
             Walk("e", ((0.0, 15.0), (10.0, 15.0)), 10.0))  # fmt: skip
    return Route(start, goal, parts, 36.0, 33.0)


def test_doors_say_where_they_lead_and_entrances_what_they_are_called():
    catalogue = fair_of(HALVES)
    assert {"Main gate", "→ East"} <= set(texts(read(plan(catalogue, hall="w"))))
    assert "→ West" in texts(read(plan(catalogue, hall="e")))
    # On the site one sees where a door leads.
    placed = HALVES.replace('name = "West"', 'name = "West"\norigin = [0, 0]')
    placed = placed.replace('name = "East"', 'name = "East"\norigin = [44, 0]')
    assert texts(read(plan(fair_of(placed)))).count("Main gate") == 2
    assert texts(read(plan(fair_of(placed)))).count("→ East") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signs_of_a_page_are_explained_in_whole_words(language):
    catalogue = example()
    selection = things(catalogue, Tongue(language, catalogue.fair.languages), [Ref("hall", "h1"), Ref("hall", "h2")])
    lines = plans(selection, {}).lines
    legend = lines[max(at for at, line in enumerate(lines) if line.startswith("<svg")) :]
    assert not [line for line in legend if "…" in line]


def test_the_same_number_joins_the_two_ends_of_a_passage():
    catalogue = fair_of(HALVES)
    said = texts(read(plan_svg(things(catalogue, ENGLISH, [Ref("stand", "e#E1")]), routes=(_gone(catalogue),))))
    assert said.count("1") == 2 + 1  # in each hall, and the legend's
    assert "it goes on at the same number" in said


@pytest.mark.parametrize(("hall", "shown"), [("w", "where it begins"), ("e", "where it ends")])
def test_a_part_of_a_way_is_said_to_be_one_and_has_its_own_signs_only(hall, shown):
    catalogue = fair_of(HALVES)
    selection = things(catalogue, ENGLISH, [Ref("stand", "e#E1")])
    said = texts(read(plan_svg(selection, hall, (_gone(catalogue),))))
    other = {"w": "East", "e": "West"}[hall]
    assert f"Of the way only the part in this hall is shown; the rest is in: {other}." in said
    assert {"where it begins", "where it ends"} & set(said) == {shown}


def test_a_hall_beside_the_way_says_so():
    catalogue = fair_of(HALVES + '[[hall]]\nid = "n"\nname = "North"\noutline = [[0, 0], [9, 0], [9, 9], [0, 9]]\n')
    selection = things(catalogue, ENGLISH, [Ref("stand", "e#E1")])
    said = texts(read(plan_svg(selection, "n", (_gone(catalogue),))))
    assert "The way does not lead through this hall; it is in: West, East." in said
    assert not {"the way", "where it begins", "where it ends"} & set(said)


@pytest.mark.parametrize("at", ["[10.2, 15]", "[20, 15]", "[29, 11]"])
def test_the_sign_of_a_service_keeps_off_the_stands_and_a_line_leads_to_its_place(at):
    service = f'[[service]]\nid = "s"\nkind = "cafe"\nname = "Café"\nhall = "w"\nat = {at}\n'
    tree = read(plan(fair_of(HALVES + service), hall="w"))
    [ground] = [stand for stand in stands(tree) if stand.title == "W1"]
    [sign] = [
        each for each in tree.iter(f"{SVG}g") if [title.text for title in each.findall(f"{SVG}title")] == ["Café"]
    ]
    x, y = map(float, re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", sign.attrib["transform"]).groups())
    box = box_of(ground.corners)
    assert not box.meets(Box(x - 16, y - 16, x + 16, y + 16))
    assert len([each for each in tree.iter(f"{SVG}path") if each.attrib.get("stroke") == "#777"]) == (
        at != "[10.2, 15]"
    )


def test_what_stands_on_the_ground_of_a_group_is_above_it():
    small = '[[stand]]\ncode = "W0"\nhall = "w"\npolygon = [[11, 11], [15, 11], [15, 15], [11, 15]]\n'
    codes = [stand.title for stand in stands(read(plan(fair_of(small + HALVES), hall="w")))]
    assert codes == ["W1", "W0"]


def test_a_room_that_is_a_service_with_a_place_is_named():
    room = '[[service]]\nid = "s"\nname = "Birch Room"\nhall = "w"\nat = [5, 25]\n'
    session = '[[session]]\nid = "t"\ntitle = "Talk"\nhall = "w"\nroom = "Birch Room"\nstarts = 2026-09-30T12:00:00\n'
    drawn = [texts(read(plan(fair_of(HALVES + more), hall="w"))).count("Birch Room") for more in (room, room + session)]
    assert drawn == [1, 2]  # the legend's, and that beside the sign


def test_a_way_is_drawn_in_its_halls_with_its_start_and_end():
    catalogue = example()
    passage = next(each for each in catalogue.passages.values() if {end.hall for end in each.ends} == {"h1", "h2"})
    ends = {end.hall: (number, end.at) for number, end in enumerate(passage.ends)}
    (one, leave), (two, enter) = ends["h1"], ends["h2"]
    start, goal = Spot(Ref("stand", "h1#D7"), "h1", "h1#D7"), Spot(Ref("stand", "h2#2D22"), "h2", "h2#2D22")
    parts = (
        Walk("h1", ((5.0, 5.0), leave), 20.0),
        Through(passage.id, one, two, 2.0, 2.0),
        Walk("h2", (enter, (9.0, 9.0)), 9.0),
    )
    tree = read(plan_svg(things(catalogue, ENGLISH, [goal.ref]), routes=(Route(start, goal, parts, 31.0, 60.0),)))
    said = texts(tree)
    assert {"Hall 1 · level 1", "Hall 2 · level 1", "where it begins", "where it ends"} <= set(said)
    assert any(line.startswith("D7") or "(D7)" in line for line in said)
    lines = [each for each in tree.iter(f"{SVG}path") if each.attrib.get("stroke") == "#b3001b"]
    assert len(lines) == 2 + 1  # a stretch in each hall, and the legend's


@HOSTILE
def test_nothing_of_a_hostile_name_becomes_a_tag(kind):
    catalogue = hostile(kind)
    selection = whole_fair(catalogue, tongue_of(catalogue))
    read(plan_svg(selection))
    read(plan_svg(things(catalogue, tongue_of(catalogue), selection.refs)))


def test_without_halls_or_without_a_known_place_there_is_nothing_to_draw():
    with pytest.raises(NothingError):
        made("svg", whole_fair(fair_of('[[exhibitor]]\nid = "a"\nname = "A"\n'), ENGLISH))
    catalogue = fair_of(NUMBERED + '[[exhibitor]]\nid = "a"\nname = "A"\n')
    with pytest.raises(NothingError):
        made("svg", things(catalogue, ENGLISH, [Ref("exhibitor", "a")]))
    drawn = made("svg", things(catalogue, ENGLISH, [Ref("exhibitor", "a")]), Wishes(hall="h"))
    assert len(stands(read(drawn.text))) == 2


def test_a_fair_of_halls_alone_has_a_plan_and_an_empty_one_is_said_to_be_empty():
    halls = whole_fair(
        fair_of('[[hall]]\nid = "h"\nname = "Hall"\noutline = [[0, 0], [9, 0], [9, 9], [0, 9]]\n'), ENGLISH
    )
    assert "Hall" in texts(read(made("svg", halls).text))
    with pytest.raises(NothingError, match="names no halls"):
        made("svg", whole_fair(fair_of(""), ENGLISH))
    with pytest.raises(NothingError, match="lists nothing"):
        made("html", whole_fair(fair_of(""), ENGLISH))


def test_it_says_when_the_catalogue_was_checked():
    catalogue = example()
    firm = replace(next(iter(catalogue.exhibitors.values())), checked="2026-08")
    catalogue = replace(catalogue, exhibitors={**catalogue.exhibitors, firm.id: firm})
    said = texts(read(plan(catalogue)))
    assert any(line.startswith("Catalogue checked: August 2026") for line in said)


# Letters.

WORDS = st.text(st.sampled_from("абвШЩwiIl .,—W机é1"), max_size=60)


@given(WORDS, st.floats(5, 60), st.floats(0, 800), st.integers(0, 5), st.booleans())
@settings(deadline=None)
def test_what_is_cut_fits(words, size, room, most, bold):
    assert breadth(shortened(words, size, room, bold=bold), size, bold=bold) <= room or not words
    lines = filled(words, size, room, most, bold=bold)
    assert len(lines) <= most
    assert all(breadth(line, size, bold=bold) <= room for line in lines)


@given(WORDS, st.floats(5, 60))
def test_what_has_room_stays_whole(words, size):
    assert shortened(words, size, breadth(words, size)) == words


# Pictures.


@pytest.mark.skipif(not shutil.which("rsvg-convert"), reason="rsvg-convert is not installed")
def test_rsvg_draws_it(tmp_path):
    file = tmp_path / "plan.svg"
    file.write_text(plan(example(), language="be"), encoding="utf-8")
    done = subprocess.run(["rsvg-convert", "-w", "300", str(file)], capture_output=True, check=True, timeout=60)
    assert done.stdout.startswith(b"\x89PNG")
    assert done.stderr == b""


@pytest.mark.skipif(not renderer(), reason="nothing is installed that draws SVG as PNG")
def test_a_picture_of_dots():
    picture = made("png", things(example(), ENGLISH, [Ref("stand", "h1#D7")])).text
    assert isinstance(picture, bytes)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert (wide, high) == (2376, 1680)


@pytest.mark.skipif(not shutil.which("rsvg-convert"), reason="rsvg-convert is not installed")
def test_a_renderer_that_does_not_load_gives_way_to_the_next(monkeypatch, tmp_path):
    (tmp_path / "cairosvg.py").write_text("raise OSError('no cairo')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert png(plan(example(), "stand:h1#D7")).startswith(b"\x89PNG")


def test_without_a_renderer_it_is_said_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("resvg_py", "cairosvg"):
        monkeypatch.setitem(sys.modules, name, None)
    assert renderer() == ""
    with pytest.raises(UsageError) as raised:
        png("<svg/>")
    assert raised.value.exit_code == 2
    assert "resvg-py" in raised.value.hint
