"""What holds for every plan: as wide as asked, no text over another, a cell answers with what is drawn in it."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.catalogue.model import Catalogue, Fair, Hall, Passage, PassageEnd, Ref, Service, Stand
from guide.i18n import Tongue, Wording
from guide.text import clean
from guide.venue.floors import floors_of
from guide.venue.route import Walk
from guide.venue.shapes import inner_point
from guide.view import roles
from guide.view.floor_camera import Camera
from guide.view.floor_drawn import drawn
from guide.view.floor_ground import rooms
from guide.view.floor_marks import Marks
from guide.view.floor_sheet import parts_of, sheet_box, site_sheets
from tests import hostile
from tests.venue.fairs import bundled, example, fair_of
from tests.view.floor import camera, floors, lines, overlapping, plan, text

SIZES = st.tuples(st.integers(1, 160), st.integers(1, 50))
SHEETS = st.sampled_from(("", "h1", "h2", "h7", "yard"))
ZOOMS = st.floats(0.5, 12)
SHARES = st.tuples(st.floats(0, 1), st.floats(0, 1))
STANDS = st.frozensets(st.sampled_from(sorted(example().stands)), max_size=40)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def marked(draw):
    """Marks of every sort on the example fair."""
    fair = example()
    refs = [Ref(kind, key) for kind in ("stand", "hall", "service", "passage") for key in fair.table(kind)]
    hits = draw(st.none() | STANDS)
    services = [ref for ref in refs if ref.kind == "service"]
    hall = draw(st.sampled_from(sorted(fair.halls)))
    box = floors(fair).floors[hall].box
    point = (draw(st.floats(box.left, box.right)), draw(st.floats(box.bottom, box.top)))
    stops = draw(st.lists(st.sampled_from(sorted(fair.stands)), unique=True, max_size=12))
    return Marks(
        hits=hits,
        hits_there=frozenset(draw(st.lists(st.sampled_from(services), max_size=6)))
        if hits is not None
        else frozenset(),
        favourites=draw(STANDS),
        stops={stand: n for n, stand in enumerate(stops, 1)},
        cursor=draw(st.none() | st.sampled_from(refs)),
        here=draw(st.none() | st.just((hall, point))),
        walks=(Walk(hall, (point, box.middle, (box.left, box.top)), 1.0),) if draw(st.booleans()) else (),
    )


def at_share(sheet, share):
    box = sheet_box(floors(example()), sheet)
    return box.left + box.width * share[0], box.bottom + box.height * share[1]


@QUICK
@given(SHEETS, SIZES, ZOOMS, SHARES, marked())
def test_every_row_is_as_wide_as_asked_and_no_text_is_over_another(sheet, size, zoom, share, marks):
    drawing = plan(example(), sheet, *size, zoom, at_share(sheet, share), marks)
    assert [cell_len(line) for line in lines(drawing)] == [size[0]] * size[1]
    assert not overlapping(drawing.labels)
    for label in drawing.labels:
        assert label.width == cell_len(label.text)
        assert label.column >= 0
        assert label.column + label.width <= size[0]
        assert 0 <= label.row < size[1]
        assert label.text in lines(drawing)[label.row]


@QUICK
@given(SHEETS, SIZES, ZOOMS, SHARES, marked())
def test_a_stand_answers_where_it_is_drawn(sheet, size, zoom, share, marks):
    fair, at = example(), at_share(sheet, share)
    drawing = plan(fair, sheet, *size, zoom, at, marks)
    seen = camera(fair, sheet, *size, zoom, at)
    others = {(label.column + n, label.row) for label in drawing.labels for n in range(label.width)}
    for part in parts_of(floors(fair), sheet, seen, *size):
        for room in rooms(part, *size):
            column, row = map(math.floor, part.projection.cell(inner_point(room.plot.shape)))
            covered = any(
                left <= column < left + wide and top <= row < top + high for left, top, wide, high in drawing.covered
            )
            if not room.roomy or covered or not (0 <= column < size[0] and 0 <= row < size[1]):
                continue
            found = drawing.at(column, row)
            if (column, row) not in others:
                assert found == Ref("stand", room.plot.stand)


@QUICK
@given(SHEETS, SIZES, ZOOMS, SHARES)
def test_no_name_is_over_a_wall_or_a_stand_that_is_not_its_own(sheet, size, zoom, share):
    drawing = plan(example(), sheet, *size, zoom, at_share(sheet, share))
    for label in drawing.labels:
        if label.ref and label.ref.kind == "stand":
            for column in range(label.column, label.column + label.width):
                assert drawing._under(column, label.row, size[0]) in (label.ref, Ref("hall", sheet), None) or not sheet


def test_nothing_is_there_outside_the_view():
    drawing = plan(example(), "h1", 80, 22)
    for column, row in ((-1, 3), (3, -1), (80, 3), (3, 22)):
        assert drawing.at(column, row) is None


def test_signs_answer_for_services_and_passages():
    drawing = plan(example(), "h1", 120, 36)
    kinds = {label.ref.kind for label in drawing.labels if label.ref}
    assert {"stand", "service", "passage"} <= kinds
    for label in drawing.labels:
        if label.ref:
            assert drawing.at(label.column, label.row) == label.ref


def test_a_square_hall_is_twice_as_many_cells_wide_as_high():
    fair = fair_of('[[hall]]\nid = "h"\nname = "H"\noutline = [[0, 0], [40, 0], [40, 40], [0, 40]]\n')
    seen = lines(plan(fair, "h", 100, 30))
    walls = [row for row in seen if "║" in row or "╔" in row or "╚" in row]
    wide = max(row.rfind("╗") for row in seen) - max(row.find("╔") for row in seen)
    assert abs(wide - 2 * (len(walls) - 1)) <= 2


def test_every_mark_is_seen_without_colours():
    stands = list(example().stands)[:4]
    marks = Marks(
        hits=frozenset(stands[:1]),
        favourites=frozenset(stands[1:2]),
        stops={stands[2]: 7},
        cursor=Ref("stand", stands[3]),
        here=("h1", (20, 33)),
        walks=(Walk("h1", ((30, 5), (30, 18)), 13.0),),
    )
    seen = text(plan(example(), "h1", 120, 36, marks=marks))
    plain = text(plan(example(), "h1", 120, 36))
    for sign in ("● A1", "★ A2", "‹7› A3", "◙", "you are here", "•"):
        assert sign in seen
        assert sign not in plain
    assert seen.count("╦") > plain.count("╦")  # the frame around A4


@pytest.mark.parametrize("sheet", ["", "h1"])
def test_a_stand_too_small_for_its_code_still_has_its_sign(sheet):
    marks = Marks(hits=frozenset(example().stands), cursor=Ref("stand", "h1#A4"))
    drawing = plan(example(), sheet, 44, 12, marks=marks)
    said = {label.ref.id for label in drawing.labels if label.ref and label.ref.kind == "stand" and "●" in label.text}
    in_h1 = {stand for stand in example().stands if stand.startswith("h1#")}
    assert len(said & in_h1) > len(in_h1) / 2
    if not sheet:
        assert "0/" not in text(drawing)


def test_counts_of_hits_favourites_and_stops_are_told_of_each_hall():
    marks = Marks(hits=frozenset(("h1#A1", "h1#B1")), favourites=frozenset(("h1#A1",)), stops={"h1#C1": 2})
    seen = text(plan(example(), "", 160, 40, marks=marks))
    assert "Hall 1 · 2/39 · ★1 · ‹2›" in seen
    assert "Hall 7 · 0/34" in seen


def test_what_is_not_found_is_quiet_and_what_is_stands_out():
    drawing = plan(example(), "h1", 120, 36, marks=Marks(hits=frozenset(("h1#A1",))))
    role_of = {said.strip(): role for row in drawing.rows for said, role in row}
    assert role_of["● A1"] == roles.HIT
    assert role_of["A2"] == roles.STAND_QUIET


def test_an_empty_site_and_a_hall_that_is_not_there():
    empty = Catalogue(Fair("f", Wording.same("F"), None, None, "UTC"))
    for sheet in ("", "no-such-hall", "site:9"):
        assert [len(line) for line in lines(plan(empty, sheet, 40, 12))] == [40] * 12


def test_the_site_is_drawn_by_levels_where_halls_lie_above_one_another():
    hall = '[[hall]]\nid = "{0}"\nname = "{0}"\nlevel = "{1}"\noutline = [[0, 0], [40, 0], [40, 40], [0, 40]]\n'
    above = fair_of(hall.format("low", 1) + "origin = [0, 0]\n" + hall.format("high", 2) + "origin = [0, 0]\n")
    assert site_sheets(floors_of(above)) == ("site:1", "site:2")
    assert "low" in text(plan(above, "site:1", 60, 20))
    assert "high" not in text(plan(above, "site:1", 60, 20))
    assert "high" in text(plan(above, "site:2", 60, 20))
    assert site_sheets(floors_of(example())) == ("",)


def a_hall(stands, names="", outline=()):
    """A hall with these polygons as stands."""
    made = {
        f"h#{n}": Stand(f"h#{n}", f"A{n}", "h", Wording.same(names) if names else None, polygon=shape)
        for n, shape in enumerate(stands)
    }
    return Catalogue(
        Fair("f", Wording.same("F"), None, None, "UTC"),
        halls={"h": Hall("h", Wording.same("Hall"), outline=outline)},
        stands=made,
    )


COORDINATES = st.one_of(st.floats(-1e6, 1e6), st.integers(-50, 50).map(float))
SHAPES = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=6).map(tuple)


@settings(QUICK, max_examples=80)
@given(st.lists(SHAPES, max_size=12), st.lists(SHAPES, max_size=3), SHAPES | st.just(()), SIZES, ZOOMS)
def test_no_shape_breaks_it(stands, walls, outline, size, zoom):
    fair = a_hall(stands, outline=outline)
    hall = Hall("h", Wording.same("Hall"), outline=outline, walls=tuple(walls), blocks=tuple(walls), angle=30.0)
    fair = Catalogue(fair.fair, halls={"h": hall}, stands=fair.stands)
    marks = Marks(hits=frozenset(fair.stands), cursor=Ref("stand", "h#0"), here=("h", (0.0, 0.0)))
    for sheet in ("h", ""):
        drawing = plan(fair, sheet, *size, zoom, None, marks)
        assert [cell_len(line) for line in lines(drawing)] == [size[0]] * size[1]
        assert not overlapping(drawing.labels)
        drawing.at(size[0] // 2, size[1] // 2)


@pytest.mark.parametrize("said", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_no_name_breaks_it(said):
    said = clean(said)
    name = Wording.same(said)
    fair = Catalogue(
        Fair("f", name, None, None, "UTC"),
        halls={"h": Hall("h", name, outline=((0, 0), (60, 0), (60, 40), (0, 40))), "z": Hall("z", name, note=name)},
        stands={
            "s": Stand("s", said[:40], "h", name, polygon=((5, 5), (35, 5), (35, 25), (5, 25))),
            "t": Stand("t", None, "h", name, polygon=((40, 5), (44, 5), (44, 9))),
        },
        passages={"p": Passage("p", "door", (PassageEnd("h", (30, 0)),), name)},
        services={"v": Service("v", name, said[:40], "h", (50, 30))},
    )
    for sheet in ("", "h", "z"):
        for size in ((40, 12), (120, 36)):
            drawing = plan(fair, sheet, *size, marks=Marks(hits=frozenset("st"), cursor=Ref("stand", "t")))
            assert [cell_len(line) for line in lines(drawing)] == [size[0]] * size[1]
            assert not set("".join(lines(drawing))) & hostile.FORBIDDEN


def test_wide_letters_take_two_cells():
    fair = a_hall([((0, 0), (30, 0), (30, 20), (0, 20))], "机械制造厂有限公司 北京")
    for columns in range(8, 60):
        drawing = plan(fair, "h", columns, 14)
        assert [cell_len(line) for line in lines(drawing)] == [columns] * 14
    assert "机械制造厂有限公司" in text(plan(fair, "h", 60, 20))


def test_five_thousand_stands_in_one_hall():
    fair = a_hall(
        [((x, y), (x + 2, y), (x + 2, y + 2), (x, y + 2)) for x in range(0, 300, 3) for y in range(0, 150, 3)]
    )
    drawing = plan(fair, "h", 200, 60, marks=Marks(hits=frozenset(fair.stands)))
    assert [len(line) for line in lines(drawing)] == [200] * 60
    closer = plan(fair, "h", 120, 36, 8)
    assert any(label.text.startswith("A") for label in closer.labels)


def test_a_terminal_without_boxes_gets_ascii():
    drawing = plan(example(), "h1", 120, 36, marks=Marks(hits=frozenset(("h1#A1",)), here=("h1", (20, 33))))
    rows = drawing.within("ascii")
    names = "".join(text for label in drawing.labels if label.width > 3 for text in label.text)
    assert {sign for row in rows for said, _ in row for sign in said if ord(sign) > 127} <= set(names)
    assert [sum(len(said) for said, _ in row) for row in rows] == [120] * 36
    assert drawing.within("utf-8") is drawing.rows


def test_the_overview_shows_where_one_is():
    drawing = plan(example(), "h1", 120, 36, 4, (50, 30))
    ((left, top, columns, rows),) = drawing.covered
    inside = [line[left : left + columns] for line in lines(drawing)[top : top + rows]]
    assert inside[0].startswith("┌")
    assert any("█" in line or "▄" in line for line in inside)
    assert drawing.at(left + 2, top + 2) is None
    assert not plan(example(), "h1", 120, 36).covered
    assert not plan(example(), "h1", 50, 14, 4).covered


def test_what_is_not_known_is_said():
    assert plan(bundled(), "", 100, 30).told == (
        "what stands where in it is not published",
        "where the halls lie is not published: their places here are made up",
    )
    by_number = fair_of('[[hall]]\nid = "n"\nname = "N"\n' + "".join(_stand(n) for n in range(1, 9)))
    drawing = plan(by_number, "n", 80, 24)
    assert drawing.told == ("a schematic by the numbers of the stands, not to scale",)
    assert drawing.told[0] in lines(drawing)[-1]
    assert "├" not in lines(drawing)[-1]
    assert plan(example(), "h1", 80, 24).told == ()
    assert "├" in lines(plan(example(), "h1", 80, 24))[-1]


def _stand(number):
    return f'[[stand]]\ncode = "A{number}"\nhall = "n"\n'


def test_a_zone_names_who_is_there_and_each_answers_for_itself():
    drawing = plan(bundled(), "indoor", 100, 30)
    for ref in bundled().relations.in_hall["indoor"]:
        label = next(label for label in drawing.labels if label.ref == ref)
        assert drawing.at(label.column, label.row) == ref


@pytest.mark.parametrize("metres", [0.05, 0.3, 1.0, 7.0])
def test_the_bar_is_as_long_as_it_says(metres):
    fair = example()
    seen = Camera(30, 20, metres)
    drawing = drawn(fair, floors(fair), "h1", seen, 120, 36, Marks(), Tongue("en", fair.fair.languages))
    bar, _, said = lines(drawing)[-1].strip().partition("┤")
    length = float(said.split()[0])
    assert length / metres == pytest.approx(len(bar), abs=0.5)
    assert str(length).strip("0.")[0] in "125"


@pytest.mark.parametrize("sheet", ["h2", ""])
def test_a_service_that_is_found_is_lit_on_its_hall_and_on_the_site(sheet):
    fair = example()
    cafe = Ref("service", "cafe-bridge")
    drawing = plan(fair, sheet, 70, 24, marks=Marks(hits=frozenset(), hits_there=frozenset({cafe})))
    signs = {label.text for label in drawing.labels if label.ref == cafe}
    assert signs == {"c", "●"}
    assert sum(text.count("●") for row in drawing.rows for text, role in row if role == roles.HIT) >= 1
    assert ("●", "found") in drawing.legend


@pytest.mark.parametrize("lit", [None, Ref("service", "room-oak")])
def test_rooms_of_sessions_are_named_once_each_wherever_there_is_room(lit):
    drawing = plan(example(), "h2", 70, 28, marks=Marks(cursor=lit))
    called = [label.text for label in drawing.labels if label.ref and label.ref.id.startswith("room-")]
    assert called.count("Birch Room") == called.count("Oak Room") == 1
    assert ("⌂", "conference room") in drawing.legend
