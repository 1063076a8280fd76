"""Every stand of a real fair with 13 hall levels: drawn, lit with its code, and answering where it is drawn."""

import math

import pytest

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.venue.shapes import inner_point
from guide.view.floor_camera import Camera
from guide.view.floor_drawn import drawn
from guide.view.floor_marks import Marks
from tests.venue.gamescom import gamescom
from tests.view.floor import floors, lines, overlapping, plan

SIZE = 90, 26
ENGLISH = Tongue("en")


def test_every_stand_is_drawn_with_its_code():
    fair = gamescom()
    halls = floors(fair)
    assert len(halls.at) == len(fair.stands) == 998
    for stand, (hall, plot) in halls.at.items():
        seen = Camera(*inner_point(plot.shape), max(min(plot.box.width / 24, plot.box.height / 14), 0.02))
        marks = Marks(cursor=Ref("stand", stand))
        drawing = drawn(fair, halls, hall, seen, *SIZE, marks, ENGLISH)
        lit = [label.text for label in drawing.labels if label.ref == marks.cursor]
        code = fair.stands[stand].code
        # One has neither a code nor anybody on it: there is nothing to write.
        assert any(code.split()[0] in text for text in lit) if code else "║" in "".join(lines(drawing))
        found = drawing.at(SIZE[0] // 2, SIZE[1] // 2)
        # Two stands of the fair may have the same ground.
        assert found is not None
        assert found.id == stand or _same(halls.at[found.id][1].box, plot.box) or _within(found, plot, halls)


def _same(one, two):
    return all(math.isclose(a, b, abs_tol=0.1) for a, b in zip(one, two, strict=True))


def _within(found, plot, halls):
    """Whether the other is a smaller stand on the ground of this one."""
    box = halls.at[found.id][1].box
    return box.meets(plot.box) and box.width * box.height <= plot.box.width * plot.box.height


@pytest.mark.parametrize("size", [(80, 22), (200, 60)], ids=str)
def test_every_hall_with_everything_found(size):
    fair = gamescom()
    marks = Marks(hits=frozenset(fair.stands), favourites=frozenset(list(fair.stands)[::5]))
    for sheet in ("", "site:1", "site:2", *fair.halls):
        drawing = plan(fair, sheet, *size, marks=marks)
        assert [len(line) for line in lines(drawing)] == [size[0]] * size[1]
        assert not overlapping(drawing.labels)
