"""Broken shapes and places of a plan: each is said with its line and column, and the rest of the plan still draws."""

import pytest

from guide.catalogue.check import check
from guide.catalogue.load import inspect, load
from guide.venue.floors import MEASURED, floors_of

HEAD = """
[fair]
id = "f"
name = "F"
starts = 2025-09-29
ends = 2025-10-01
timezone = "Europe/Minsk"
[[hall]]
id = "h"
name = "H"
outline = [[0, 0], [40, 0], [40, 20], [0, 20]]
[[stand]]
code = "GOOD"
hall = "h"
polygon = [[1, 1], [5, 1], [5, 4], [1, 4]]
"""
SQUARE = "[10, 10], [14, 10], [14, 14], [10, 14]"

BROKEN = {
    "two points": ("[[10, 10], [14, 10]]", "E117"),
    "one point": ("[[10, 10]]", "E117"),
    "the same point over and over": ("[[10, 10], [10, 10], [10, 10], [10, 10]]", "E117"),
    "crossing": ("[[10, 10], [14, 14], [14, 10], [10, 14]]", "E118"),
    "touching itself": ("[[10, 10], [14, 10], [12, 12], [14, 14], [10, 14], [12, 12]]", "E118"),
    "back over its own side": ("[[10, 10], [14, 10], [12, 10], [12, 14]]", "E118"),
    "on one line": ("[[10, 10], [12, 12], [14, 14]]", "E126"),
    "on one level line": ("[[10, 10], [14, 10], [12, 10]]", "E126"),
    "not a number": ("[[10, 10], [nan, 10], [14, 14]]", "E125"),
    "endless": ("[[10, 10], [inf, 10], [14, 14]]", "E125"),
    "endless the other way": ("[[10, 10], [-inf, 10], [14, 14]]", "E125"),
    "as far as the moon": ("[[10, 10], [4e8, 10], [14, 14]]", "E125"),
    "strings": ('[["10", "10"], ["14", "10"], ["14", "14"]]', "E125"),
    "three numbers a point": ("[[10, 10, 0], [14, 10, 0], [14, 14, 0]]", "E125"),
    "bare numbers": ("[10, 10, 14, 10]", "E125"),
    "truth": ("[[10, 10], [true, false], [14, 14]]", "E125"),
    "a text": ('"10,10 14,10"', "E101"),
    "a table": ("{ x = 1 }", "E101"),
    "outside the hall": ("[[41, 1], [45, 1], [45, 4], [41, 4]]", "E302"),
    "half outside": ("[[38, 1], [45, 1], [45, 4], [38, 4]]", "E302"),
    "too many corners": ("[" + ", ".join(f"[{10 + n % 2}, {10 + n / 500}]" for n in range(1500)) + "]", "E119"),
}


def stand(code, shape, hall="h"):
    """A stand as a table."""
    return f'[[stand]]\ncode = "{code}"\nhall = "{hall}"\npolygon = {shape}\n'


def box(left, low, wide=4, high=4):
    """A rectangle as a list of corners."""
    right, top = left + wide, low + high
    return f"[[{left}, {low}], [{right}, {low}], [{right}, {top}], [{left}, {top}]]"


def written(tmp_path, text):
    """A catalogue in a file of its own."""
    file = tmp_path / "fair.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    return file


def told(file):
    return [(problem.code, problem.line) for problem in inspect(file)]


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_stand_is_a_problem_and_the_rest_draws(tmp_path, kind):
    shape, code = BROKEN[kind]
    text = f'[[stand]]\ncode = "BAD"\nhall = "h"\npolygon = {shape}\n'
    file = written(tmp_path, text)
    found = inspect(file)
    line = HEAD.count("\n") + 4
    assert (code, line) in told(file)
    assert {problem.code for problem in found} <= {code, "W110"}
    assert all(problem.column >= 11 and problem.message for problem in found)
    floor = floors_of(load(file).catalogue).floors["h"]
    assert [plot.stand for plot in floor.plots] == ["h#GOOD"]
    assert floor.unplaced == ("h#BAD",)
    assert floor.manner == MEASURED


@pytest.mark.parametrize("kind", [kind for kind in BROKEN if "outside" not in kind])
def test_a_broken_outline_of_a_hall_leaves_its_stands(tmp_path, kind):
    shape, code = BROKEN[kind]
    text = f'[[hall]]\nid = "h2"\nname = "H2"\noutline = {shape}\n' + stand("B", f"[{SQUARE}]", "h2")
    file = written(tmp_path, text)
    assert (code, HEAD.count("\n") + 4) in told(file)
    floor = floors_of(load(file).catalogue).floors["h2"]
    assert [plot.stand for plot in floor.plots] == ["h2#B"]
    assert not floor.outlined
    assert floor.box.left < 10 < 14 < floor.box.right


@pytest.mark.parametrize("key", ["walls", "blocks"])
def test_a_broken_wall_leaves_the_others_and_the_line_is_its_own(tmp_path, key):
    shapes = ["[[1, 1], [2, 2]]", "[[35, 5], [36, 5], [36, 6]]", "[[60, 5], [66, 5], [66, 6]]"]
    shapes += ["[[9, 9], [8, 8], [7, 7]]", "[[70, 5], [76, 5], [76, 6]]"]
    text = (
        f'[[hall]]\nid = "h2"\nname = "H2"\noutline = [[0, 0], [40, 0], [40, 20]]\n{key} = [\n'
        + ",\n".join(shapes)
        + "]\n"
    )
    file = written(tmp_path, text)
    first = HEAD.count("\n") + 6
    assert told(file) == [("E117", first), ("E303", first + 2), ("E126", first + 3), ("E303", first + 4)]
    assert len(getattr(load(file).catalogue.halls["h2"], key)) == 1


def test_a_wall_that_crosses_the_outline_stays(tmp_path):
    text = '[[hall]]\nid = "h2"\nname = "H2"\noutline = [[0, 0], [40, 0], [40, 20], [0, 20]]\n'
    text += "walls = [[[-1, 5], [41, 5], [41, 5.2], [-1, 5.2]], [[-0.2, 0], [0, 0], [0, 20], [-0.2, 20]]]\n"
    assert told(written(tmp_path, text)) == []


def test_a_corner_that_stands_twice_is_left_out_and_the_shape_stays(tmp_path):
    text = f'[[stand]]\ncode = "B"\nhall = "h"\npolygon = [{SQUARE}, [10, 14], [10, 10]]\n'
    file = written(tmp_path, text)
    assert told(file) == [("W110", HEAD.count("\n") + 4)]
    assert len(load(file).catalogue.stands["h#B"].polygon) == 4


def test_stands_may_touch_and_a_hand_may_slip_by_some_centimetres(tmp_path):
    text = ""
    for n, left in enumerate((10, 13.97, 18)):
        text += stand(f"B{n}", box(left, 8))
    assert told(written(tmp_path, text)) == []


def test_what_lies_on_one_another_names_the_other_and_how_much(tmp_path):
    text = ""
    for n, left in enumerate((10, 13)):
        text += stand(f"B{n}", box(left, 8))
    [problem] = inspect(written(tmp_path, text))
    assert problem.code == "W309"
    assert (problem.values["other"], problem.values["area"]) == ("B0", "4.0")
    assert problem.line == HEAD.count("\n") + 8


def test_a_stand_within_another_is_found_and_one_in_its_notch_is_not(tmp_path):
    notch = "[[10, 2], [20, 2], [20, 12], [18, 12], [18, 5], [12, 5], [12, 12], [10, 12]]"
    for inner, codes in (
        ("[[13, 6], [17, 6], [17, 10], [13, 10]]", []),
        ("[[11, 3], [12, 3], [12, 4], [11, 4]]", ["W309"]),
    ):
        file = written(tmp_path, stand("N", notch) + stand("I", inner))
        assert [code for code, _ in told(file)] == codes


def test_stands_of_different_halls_do_not_lie_on_one_another(tmp_path):
    text = f'[[hall]]\nid = "h2"\nname = "H2"\n[[stand]]\ncode = "B"\nhall = "h2"\npolygon = [{SQUARE}]\n'
    text += f'[[stand]]\ncode = "C"\nhall = "h"\npolygon = [{SQUARE}]\n'
    assert told(written(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("at", "codes"),
    [
        ("[20, 10]", []), ("[40, 10]", []), ("[41, 10]", []), ("[43, 10]", ["W311"]), ("[3, 2]", ["W312"]),
        ("[5, 2]", []), ("[4.9, 2]", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("what", ["service", "passage"])
def test_a_place_lies_in_its_hall_and_not_on_a_stand(tmp_path, what, at, codes):
    text = {
        "service": f'[[service]]\nid = "s"\nname = "S"\nhall = "h"\nat = {at}\n',
        "passage": f'[[passage]]\nid = "p"\nkind = "door"\nends = [{{ hall = "h", at = {at} }}]\n',
    }[what]
    assert [code for code, _ in told(written(tmp_path, text))] == codes


def test_the_end_that_is_amiss_is_pointed_at_behind_one_that_was_dropped(tmp_path):
    text = '[[passage]]\nid = "p"\nkind = "stairs"\nends = [\n{ hall = "nowhere", at = [1, 1] },\n'
    text += '{ hall = "h", at = [20, 10] },\n{ hall = "h", at = [99, 10] }]\n'
    line = HEAD.count("\n") + 5
    assert told(written(tmp_path, text)) == [("E201", line), ("W311", line + 2)]


@pytest.mark.parametrize(("kind", "codes"), [("door", ["W314"]), ("outdoor", ["W314"]), ("stairs", []), ("ramp", [])])
def test_levels_are_joined_by_what_goes_up(tmp_path, kind, codes):
    text = '[[hall]]\nid = "a"\nname = "A"\nlevel = "1"\n[[hall]]\nid = "b"\nname = "B"\nlevel = "2"\n'
    text += f'[[passage]]\nid = "p"\nkind = "{kind}"\n'
    text += 'ends = [{ hall = "a", at = [1, 1] }, { hall = "b", at = [1, 1] }]\n'
    assert [code for code, _ in told(written(tmp_path, text))] == codes


def test_an_angle_needs_an_origin_unless_it_turns_nothing(tmp_path):
    for angle, codes in ((15, ["W313"]), (0, [])):
        text = f'[[hall]]\nid = "a"\nname = "A"\nangle = {angle}\n'
        assert [code for code, _ in told(written(tmp_path, text))] == codes
    assert told(written(tmp_path, '[[hall]]\nid = "a"\nname = "A"\nangle = 15\norigin = [0, 0]\n')) == []


def test_a_shape_of_very_many_corners_is_one_problem(tmp_path):
    many = ",\n".join(f"[{n % 7}, {n % 11}]" for n in range(30_000))
    file = written(tmp_path, f'[[hall]]\nid = "a"\nname = "A"\noutline = [{many}]\n')
    assert told(file) == [("E119", HEAD.count("\n") + 4)]


def test_a_shape_may_stand_on_one_long_line(tmp_path):
    many = ", ".join(f"[{n % 7}.5, {n % 11}]" for n in range(30_000))
    file = written(tmp_path, f'[[hall]]\nid = "a"\nname = "A"\noutline = [{many}]  # as programs write it\n')
    assert told(file) == [("E119", HEAD.count("\n") + 4)]


def test_what_a_reader_never_sees_is_not_looked_through():
    """A million corners, the last of which is nothing, are refused by their number alone."""
    shape = [[0, 0]] * 1_000_000 + [None]
    fair = {"id": "f", "name": "F", "starts": "2025-09-29", "ends": "2025-10-01", "timezone": "UTC"}
    found = check([{"fair": fair, "hall": [{"id": "a", "name": "A", "outline": shape}]}]).findings
    assert [(each.code, each.values["count"]) for each in found] == [("E119", 1_000_001)]
