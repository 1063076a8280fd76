"""The map of ties as it is drawn: rows exactly so wide, arcs that end at their towns, names that never overlap."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.text import width
from guide.view.map_base import base
from guide.view.map_camera import MapCamera
from guide.view.map_drawn import STOPPED, TOWN, WHOLE, Lit, drawn, sign_of
from guide.view.map_labels import BLOCKED, LONGEST, Label, placed
from guide.view.map_ties import Tie, Ties, Town, ties_of
from guide.view.map_told import legend, lit_line, town_card, unplaced_card
from tests import hostile
from tests.venue.fairs import bundled, example

RU = Tongue("ru", ("ru",))
POLESIE = Ref("venture", "polesie")


def ties(catalogue=None, tongue=RU):
    catalogue = catalogue or bundled()
    return ties_of(catalogue, catalogue.refs("venture"), tongue)


def fitted(found, columns, rows):
    return MapCamera.fitted([(town.latitude, town.longitude) for town in found.towns.values()], columns, rows)


def text(drawing):
    return "\n".join("".join(piece for piece, _ in row) for row in drawing.rows)


def towns_of(*places):
    """Ties whose ventures go from each place to the next; a place is a name with latitude and longitude."""
    keys = [(round(lat * 100), round(lon * 100), False) for _, lat, lon in places]
    refs = [Ref("venture", str(at)) for at in range(len(places) - 1)]
    towns = {
        key: Town(key, name, lat, lon, False, tuple(refs[max(at - 1, 0) : at + 1]))
        for at, (key, (name, lat, lon)) in enumerate(zip(keys, places, strict=True))
    }
    made = {ref: Tie(ref, keys[at], keys[at + 1], "project", "") for at, ref in enumerate(refs)}
    return Ties(towns, made, ())


# Pictures.


@pytest.mark.parametrize("size", [(40, 12), (80, 20), (160, 50)])
def test_the_bundled_fair_with_polesie_lit(screen_snapshot, size):
    found = ties()
    drawing = drawn(found, fitted(found, *size), *size, Lit(POLESIE), "ru")
    assert text(drawing) == screen_snapshot


def test_polesie_alone_reads_clearly(screen_snapshot):
    catalogue = bundled()
    found = ties_of(catalogue, [POLESIE], RU)
    drawing = drawn(found, fitted(found, 80, 20), 80, 20, Lit(POLESIE), "ru")
    assert text(drawing) == screen_snapshot
    assert "Кобрин •╝" in text(drawing) or "Кобрин •═" in text(drawing)
    assert "Димитровград" in text(drawing)


def test_a_town_with_many_ties_leaves_room_for_names(screen_snapshot):
    found = ties()
    minsk = next(iter(found.towns))
    drawing = drawn(found, fitted(found, 120, 34), 120, 34, Lit(None, minsk), "ru")
    assert text(drawing) == screen_snapshot
    for name in ("Минск 24", "Уфа", "Самара", "Брянск", "Тула", "Йошкар-Ола"):
        assert name in text(drawing)


def test_over_the_dateline(screen_snapshot):
    found = towns_of(("Petropavlovsk", 53.02, 158.65), ("Anadyr", 64.73, 177.5), ("Anchorage", 61.22, -149.9))
    drawing = drawn(found, fitted(found, 80, 20), 80, 20, Lit(Ref("venture", "1")))
    assert text(drawing) == screen_snapshot


# What always holds.


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 200),
    st.integers(1, 60),
    st.floats(0.05, 30),
    st.integers(-80, 80),
    st.integers(0, 47),
)
def test_every_row_is_exactly_so_wide(columns, rows, factor, across, venture):
    found = ties()
    camera = fitted(found, columns, rows).zoomed(factor).moved(across, across / 3).kept(columns, rows)
    refs = list(bundled().refs("venture"))
    drawing = drawn(found, camera, columns, rows, Lit(refs[venture % len(refs)]), "be")
    assert len(drawing.rows) == rows
    for row in drawing.rows:
        assert sum(width(piece) for piece, _ in row) == columns


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*hostile.TEXTS.values(), "Minsk", "机械", "Ж"]).map(lambda name: name[:60]),
            st.floats(40, 60),
            st.floats(20, 60),
        ),
        min_size=2,
        max_size=14,
        unique_by=lambda place: (round(place[1] * 100), round(place[2] * 100)),
    )
)
def test_whatever_a_town_is_called_the_rows_hold(places):
    found = towns_of(*((" ".join(hostile_to_shown(name).split()), lat, lon) for name, lat, lon in places))
    drawing = drawn(found, fitted(found, 70, 22), 70, 22, Lit(Ref("venture", "0")))
    for row in drawing.rows:
        assert sum(width(piece) for piece, _ in row) == 70


def hostile_to_shown(name):
    """A name as it is when it has come through the catalogue’s door."""
    from guide.text import clean, one_line

    return one_line(clean(name)) or "-"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.text("abc機Ж ", min_size=1, max_size=40), st.integers(0, 59), st.integers(0, 17), st.booleans()),
        max_size=40,
    )
)
def test_no_name_is_over_another_or_over_a_sign(names):
    weights = [bytearray(60) for _ in range(18)]
    signs = {(column, row) for _, column, row, _ in names}
    for column, row in signs:
        weights[row][column] = BLOCKED
    taken = set()
    for _, column, row, said, cells, _, _ in placed([Label(*each) for each in names], weights):
        assert width(said) == cells <= LONGEST
        here = {(at, row) for at in range(column, column + cells)}
        assert all(0 <= at < 60 for at, _ in here)
        assert not here & taken
        assert not here & signs
        taken |= here


def test_the_important_names_come_first():
    weights = [bytearray(12)]
    labels = [Label("Minsk", 0, 0, False), Label("Zhodino", 3, 0, False)]
    assert [label.text for label in placed(labels, weights)] == ["Minsk"]


@pytest.mark.parametrize("size", [(80, 20), (120, 36), (160, 50)])
def test_the_ends_of_what_is_lit_are_named_and_its_arrow_points_at_the_aim(size):
    found = ties()
    camera = fitted(found, *size)
    for ref, tie in found.ties.items():
        if tie.origin is None or tie.target is None:
            continue
        drawing = drawn(found, camera, *size, Lit(ref))
        rows = ["".join(piece for piece, _ in row) for row in drawing.rows]
        for key in (tie.origin, tie.target):
            town = found.towns[key]
            assert any(key == drawing.at(column, row) for row in range(size[1]) for column in range(size[0])), town
        x, y = camera.cell(found.towns[tie.target].latitude, found.towns[tie.target].longitude, *size)
        assert rows[int(y)][int(x)] in (TOWN, WHOLE)
        arrows = {"►": (-1, 0), "◄": (1, 0), "▼": (0, -1), "▲": (0, 1)}
        beside = {
            rows[int(y) + down][int(x) + across]
            for across, down in arrows.values()
            if 0 <= int(y) + down < size[1] and 0 <= int(x) + across < size[0]
        }
        apart = camera.cell(found.towns[tie.origin].latitude, found.towns[tie.origin].longitude, *size)
        if max(abs(apart[0] - x), abs(apart[1] - y)) > 3:
            assert beside & set(arrows), ref


def test_what_is_drawn_in_a_cell_is_known():
    found = ties()
    camera = fitted(found, 120, 36)
    drawing = drawn(found, camera, 120, 36, Lit(POLESIE))
    kobrin, _ = found.ends(POLESIE)
    x, y = camera.cell(kobrin.latitude, kobrin.longitude, 120, 36)
    assert drawing.at(int(x), int(y)) == kobrin.key
    assert drawing.at(119, 0) is None
    along = [drawing.along(column, row) for row in range(36) for column in range(120)]
    assert any(refs[:1] == (POLESIE,) for refs in along)


# Signs and words.


def test_signs_tell_kinds_and_statuses_apart():
    def sign(kind, status):
        return sign_of(Tie(POLESIE, None, None, kind, status))

    assert len({sign(kind, "operating") for kind in ("joint-venture", "agreement", "project")}) == 3
    for kind in ("joint-venture", "agreement", "project", "twinning", "unheard-of"):
        assert sign(kind, "operating") != sign(kind, "planned") == sign(kind, "agreed") == sign(kind, "")
        assert sign(kind, "stopped") == STOPPED


@pytest.mark.parametrize("columns", [1, 7, 20, 60, 100, 200])
def test_what_stands_under_the_map_is_exactly_so_wide(columns):
    catalogue = bundled()
    found = ties()
    minsk = next(iter(found.towns))
    unplaced = found.unplaced[0]
    for lit in (Lit(), Lit(POLESIE), Lit(unplaced), Lit(None, minsk), Lit(Ref("venture", "gone"))):
        line = lit_line(catalogue, found, lit, RU, columns)
        assert sum(width(piece) for piece, _ in line) == columns
    assert sum(width(piece) for piece, _ in legend(found, RU, columns)) == columns


def test_what_is_lit_is_said_in_words():
    catalogue, found = bundled(), ties()
    said = "".join(piece for piece, _ in lit_line(catalogue, found, Lit(POLESIE), RU, 120))
    assert said.split("  ")[:2] == [" Кобрин ──▶ Димитровград", "Полесье"]
    lost = "".join(piece for piece, _ in lit_line(catalogue, found, Lit(found.unplaced[0]), Tongue("en", ("ru",)), 120))
    assert "not on the map" in lost
    assert "3" in "".join(piece for piece, _ in legend(found, Tongue("en", ("ru",)), 120))


def test_cards_list_every_venture_with_a_link():
    catalogue, found = bundled(), ties()
    minsk = next(iter(found.towns))
    card = town_card(catalogue, found, minsk, RU)
    assert card.title == "Минск"
    assert "Амкодор-Онего" in "\n".join(line.plain for line in card.lines(80))
    assert len(unplaced_card(catalogue, found, RU).lines(80)) >= 3


def test_without_ventures_there_is_a_map_all_the_same():
    drawing = drawn(Ties({}, {}, ()), MapCamera.fitted([], 60, 20), 60, 20)
    assert "─" in text(drawing)
    assert TOWN not in text(drawing)


# Outlines.


def test_outlines_are_closed_lines():
    camera = MapCamera.fitted([(51.0, 22.0), (57.0, 34.0)], 90, 30)
    cells = {}
    for row, column, signs, _ in base(camera, 90, 30).runs:
        cells.update({(column + at, row): sign for at, sign in enumerate(signs)})
    right, down = set("─┌└├┬┴┼"), set("│┌┐├┤┬┼")
    left, up = set("─┐┘┤┬┴┼"), set("│└┘├┤┴┼")
    for (column, row), sign in cells.items():
        if sign in right and column < 89:
            assert cells.get((column + 1, row)) in left
        if sign in down and row < 29:
            assert cells.get((column, row + 1)) in up


def test_borders_are_told_from_coasts():
    camera = MapCamera.fitted([(53.0, 20.0), (58.0, 34.0)], 90, 30)
    kinds = {run.border for run in base(camera, 90, 30).runs}
    assert kinds == {True, False}
    inland = MapCamera.fitted([(53.4, 27.0), (53.8, 28.0)], 90, 30).zoomed(3)
    assert base(inland, 90, 30).runs == ()


def test_every_tie_of_the_example_fair_has_both_ends():
    found = ties(example())
    assert not found.unplaced
    assert all(tie.origin and tie.target for tie in found.ties.values())
