"""Plans as people see them: halls, the site, schematics and zones, at several sizes and from near and far."""

import pytest

from guide.catalogue.model import Ref
from guide.venue.route import Through, Walk
from guide.view.floor_marks import Marks
from tests.venue.fairs import bundled, example, fair_of
from tests.view.floor import lines, plan, text

MARKS = Marks(
    hits=frozenset(("h1#B7", "h1#C3", "h1#E2", "h2#2D24", "h7#7В1")),
    favourites=frozenset(("h1#A2", "h1#C3")),
    stops={"h1#A2": 1, "h1#D9": 2, "h7#7С3": 10},
    cursor=Ref("stand", "h1#D7"),
    here=("h1", (24.0, 6.0)),
    walks=(
        Walk("h1", ((24.0, 6.0), (31.5, 6.0), (31.5, 32.5), (30.0, 40.0)), 50.0),
        Through("yard-door", 0, 1, 1.0, 1.0),
    ),
)


def body(drawing):
    """Without the first and the last row, where the compass and the scale are."""
    return "\n".join(line.rstrip() for line in lines(drawing)[1:-1])


@pytest.mark.parametrize("size", [(50, 14), (80, 22), (120, 34)], ids=str)
@pytest.mark.parametrize("sheet", ["h1", "h2", "h7", "yard"])
def test_a_hall_of_the_example(sheet, size, screen_snapshot):
    assert text(plan(example(), sheet, *size)) == screen_snapshot


@pytest.mark.parametrize("size", [(80, 22), (120, 34), (160, 45)], ids=str)
def test_the_site_of_the_example(size, screen_snapshot):
    assert text(plan(example(), "", *size)) == screen_snapshot


@pytest.mark.parametrize("sheet", ["", "h1"])
def test_everything_that_can_be_marked(sheet, screen_snapshot):
    assert text(plan(example(), sheet, 120, 34, marks=MARKS)) == screen_snapshot


@pytest.mark.parametrize(("zoom", "at"), [(2, (40, 22)), (5, (20, 12)), (20, (9, 28))])
def test_nearer_and_nearer(zoom, at, screen_snapshot):
    assert text(plan(example(), "h1", 120, 34, zoom, at, MARKS)) == screen_snapshot


def test_a_part_of_the_site(screen_snapshot):
    assert text(plan(example(), "", 120, 34, 4, (165, 25), MARKS)) == screen_snapshot


@pytest.mark.parametrize("size", [(80, 22), (120, 34)], ids=str)
def test_the_site_in_russian(size, screen_snapshot):
    assert body(plan(example(), "", *size, lang="ru")) == screen_snapshot


@pytest.mark.parametrize("zoom", [1.6, 3.0])
def test_stands_in_russian(zoom, screen_snapshot):
    assert body(plan(example(), "h1", 100, 30, zoom, (32, 27), lang="ru")) == screen_snapshot


@pytest.mark.parametrize("size", [(50, 14), (80, 22), (120, 34)], ids=str)
@pytest.mark.parametrize("sheet", ["", "indoor"])
def test_the_zones_of_the_bundled_fair(sheet, size, screen_snapshot):
    marks = Marks(hits=frozenset(("stand-sverdlovsk",)), favourites_there=frozenset((Ref("exhibitor", "maz"),)))
    assert body(plan(bundled(), sheet, *size, marks=marks, lang="ru")) == screen_snapshot


def test_a_schematic(screen_snapshot):
    stands = "".join(
        f'[[stand]]\ncode = "{row}{number}"\nhall = "n"\n'
        for row in "ABC"
        for number in range(1, {"A": 14}.get(row, 9))
    )
    fair = fair_of(f'[[hall]]\nid = "n"\nname = "Hall N"\n{stands}[[stand]]\ncode = "Tent"\nhall = "n"\n')
    marks = Marks(hits=frozenset(("n#B2",)), cursor=Ref("stand", "n#A3"))
    assert text(plan(fair, "n", 80, 22, marks=marks)) == screen_snapshot
