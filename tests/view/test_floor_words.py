"""What is written on plans: names cut where they still say something, rows by their codes, signs with their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.text import clean
from guide.venue.route import Walk
from guide.view.floor_marks import NOTHING, Marks
from guide.view.floor_signs import legend
from guide.view.floor_words import words_of, wrapped
from tests.venue.fairs import bundled, example, fair_of
from tests.view.floor import floors, lines, plan

ENGLISH = Tongue("en")


@pytest.mark.parametrize(
    ("name", "cells", "rows", "shown"),
    [
        ("Дом гайки", 9, 1, ("Дом гайки",)),
        ("Дом гайки", 6, 2, ("Дом", "гайки")),
        ("Общий стенд литейщиков", 12, 1, ("Общий стенд…",)),
        ("Общий стенд литейщиков", 11, 1, ("Общий…",)),
        ("Шпиндельхаус", 9, 1, ("Шпиндель…",)),
        ("Шпиндельхаус", 5, 1, ()),
        ("The founders", 6, 1, ()),
        ("Стенды, площадки, залы", 9, 1, ("Стенды…",)),
        ("Стенд Могилёвской области", 9, 2, ("Стенд", "Могилёвс…")),
        ("机械制造厂有限公司", 9, 1, ("机械制造…",)),
        ("机械 制造", 5, 2, ("机械", "制造")),
        ("", 10, 2, ()),
        ("A", 0, 1, ()),
        ("A", 1, 0, ()),
    ],
)
def test_a_name_is_cut_at_the_end_of_a_word(name, cells, rows, shown):
    assert wrapped(name, cells, rows) == shown


@given(st.text(max_size=60).map(clean), st.integers(0, 30), st.integers(0, 5))
def test_no_line_is_too_wide_nor_are_there_too_many(name, cells, rows):
    made = wrapped(name, cells, rows)
    assert len(made) <= rows
    assert all(cell_len(line) <= cells for line in made)
    if made and not made[-1].endswith("…"):
        assert " ".join(made).split() == name.split()


def rows_in(text, hall="h"):
    fair = fair_of(f'[[hall]]\nid = "{hall}"\nname = "Hall"\n{text}')
    return {sign: sorted(ids) for sign, _, ids in words_of(fair, ENGLISH).rows(floors(fair).floors[hall])}


def stands(*codes):
    return "".join(f'[[stand]]\ncode = "{code}"\nhall = "h"\n' for code in codes)


def test_rows_go_by_the_first_code_as_it_is_written():
    assert rows_in(stands("A-10", "A-11 B-12", "В1", "7C5.1", "12-05", "Tent")) == {
        "A": ["h#A-10", "h#A-11 B-12"],
        "В": ["h#В1"],
        "7C": ["h#7C5.1"],
        "12": ["h#12-05"],
    }


def test_a_stand_is_called_by_its_sign_and_by_those_who_stand_there():
    words = words_of(example(), Tongue("ru", example().fair.languages))
    assert words.called("h1#A3") == ("Кузница и мастерская", "Неманфорж", "Острие")
    assert words.called("h1#A8") == ()
    assert words_of(example(), Tongue("ru", example().fair.languages)) is words


def test_the_legend_names_what_is_on_the_plan_and_nothing_else():
    plain = dict(plan(example(), "h1", 120, 36).legend)
    assert plain["∩"] == "door, way through the open"
    assert plain["WC"] == "toilet"
    assert "●" not in plain
    assert "↨" not in plain
    marks = Marks(hits=frozenset(("h1#A1",)), favourites_there=frozenset((Ref("region", "KZ"),)), stops={"h1#A1": 1})
    assert dict(plan(example(), "h1", 120, 36, marks=marks).legend) | {"●": "found", "★": "favourite"} == {
        **plain,
        "●": "found",
        "★": "favourite",
        "‹1›": "stop",
    }
    assert legend(bundled(), frozenset(), NOTHING, ENGLISH) == ()


def test_the_legend_names_all_that_share_a_sign_and_what_the_way_and_the_walls_are():
    fair = example()
    walks = (Walk("h2", ((5.0, 5.0), (20.0, 5.0)), 15.0),)
    told = dict(plan(fair, "h2", 120, 36, marks=Marks(walks=walks, cursor=Ref("stand", "h2#2D22"))).legend)
    assert {"Children’s room", "Phone charging", "Printing and copies"} <= set(told["¤"].split(", "))
    assert (told["•"], told["○"], told["►◄"]) == ("the way", "start of the way", "what is lit")
    assert told["█▀▄"] == "wall or pillar"
    assert "█▀▄" not in dict(plan(fair, "h7", 120, 36).legend)


@pytest.mark.parametrize(("angle", "arrow"), [(0, "N ↑"), (90, "N →"), (-90, "N ←"), (180, "N ↓"), (45, "N ↗")])
def test_north_is_where_the_site_says(angle, arrow):
    fair = fair_of(
        '[[hall]]\nid = "h"\nname = "H"\noutline = [[0, 0], [40, 0], [40, 40], [0, 40]]\n'
        f"origin = [0, 0]\nangle = {angle}\n"
    )
    assert lines(plan(fair, "h", 80, 24))[0].rstrip().endswith(arrow)
    assert lines(plan(fair, "", 80, 24))[0].rstrip().endswith("N ↑")


def test_nobody_knows_north_where_no_hall_is_placed():
    fair = fair_of('[[hall]]\nid = "h"\nname = "H"\noutline = [[0, 0], [40, 0], [40, 40], [0, 40]]\n')
    assert "N" not in lines(plan(fair, "h", 80, 24))[0]


def test_stands_without_a_place_are_told():
    drawn = 'outline = [[0, 0], [40, 0], [40, 40], [0, 40]]\n[[stand]]\ncode = "A1"\nhall = "h"\n'
    drawn += "polygon = [[2, 2], [8, 2], [8, 8], [2, 8]]\n"
    fair = fair_of(f'[[hall]]\nid = "h"\nname = "H"\n{drawn}{stands("A2")}')
    assert plan(fair, "h", 80, 24).told == ("1 stand has no place on the plan: A2",)
    fair = fair_of(f'[[hall]]\nid = "h"\nname = "H"\n{drawn}{stands(*(f"B{n}" for n in range(1, 9)))}')
    assert plan(fair, "h", 80, 24).told == ("8 stands have no place on the plan: B1, B2, B3, B4, B5, B6…",)
