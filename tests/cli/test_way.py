"""`guide way`: in words, as JSON, to several places; and why there is none."""

from itertools import pairwise

import pytest

from guide import places
from guide.cli.commands import BY_NAME
from guide.errors import Exit
from tests.cli.run import Ran
from tests.cli.run import run as run_on
from tests.venue.fairs import HEAD

EXAMPLE = places.bundled("example-fair")
HEADS = ("from", "to", "length_m", "minutes", "legs", "problems")


def run(capsys, *arguments: str) -> Ran:
    return run_on(capsys, *arguments, "--lang", "en", catalogue=EXAMPLE)


def test_the_way_in_words(capsys):
    ran = run(capsys, "way", "main-entrance", "A7")
    assert ran.code == Exit.OK
    assert ran.lines[0] == "“Main entrance” → “Ruchey Pumps” (A7)"
    assert ran.lines[1] == "About 45 metres, 1 minute."
    assert ran.lines[2].startswith(" 1. Start: “Main entrance”, Hall 1.")
    assert "You want the third stand on your left" in ran.out
    assert "\x1b" not in ran.out
    assert all(len(line) <= 100 for line in ran.lines)


@pytest.mark.parametrize(
    "asked",
    [
        "A7",
        "а7",
        "a-7",
        "h1#A7",
        "stand:h1#A7",
        "ruchey-nasos",
        "exhibitor:ruchey-nasos",
        "Ручей-насос",
        "«ручей-насос»",
        "Ruchey Pumps",
    ],
)
def test_a_place_has_many_names(capsys, asked):
    assert run(capsys, "way", "info", asked, "--json").json["legs"][0]["to"] == "stand:h1#A7"


def test_json_has_the_shape_of_the_contract(capsys):
    told = run(capsys, "way", "main-entrance", "7А1", "cafe-bridge", "--json").json
    assert set(HEADS) <= set(told)
    assert (told["from"], told["to"]) == ("passage:main-entrance", ["stand:h7#7А1", "service:cafe-bridge"])
    assert [leg["from"] for leg in told["legs"]] == ["passage:main-entrance", "stand:h7#7А1"]
    assert told["problems"] == []
    assert told["length_m"] == pytest.approx(sum(leg["length_m"] for leg in told["legs"]), abs=0.2)
    leg = told["legs"][0]
    assert leg["to"] == "stand:h7#7А1"
    assert sum(step["metres"] for step in leg["steps"]) == pytest.approx(leg["length_m"], abs=0.1 * len(leg["steps"]))
    assert leg["steps"][0]["kind"] == "set-out"
    assert leg["steps"][-1]["kind"] == "arrival"
    assert {"kind", "words", "metres"} <= set(leg["steps"][1])
    assert [step["way"] for step in leg["steps"] if step["kind"] == "set-out"] == ["right", "ahead", "left"]
    assert [step["passage"] for step in leg["steps"] if step["kind"] == "passage"] == leg["passages"]
    assert set(leg["points"][0]) == {"hall", "x", "y"}
    assert "stairs-7" in leg["passages"]


@pytest.mark.parametrize("option", ["--step-free", "--no-stairs-up"])
def test_who_takes_no_stairs_is_led_round_them(capsys, option):
    leg = run(capsys, "way", "main-entrance", "7А1", option, "--json").json["legs"][0]
    assert "stairs-7" not in leg["passages"]


def test_the_quick_are_there_sooner(capsys):
    slow, quick = (
        run(capsys, "way", "main-entrance", "A7", "--pace", pace, "--json").json["minutes"] for pace in ("2", "6,5")
    )
    assert quick < slow / 2


@pytest.mark.parametrize("pace", ["0", "-3", "fast", "nan", "1000"])
def test_a_pace_that_is_none(capsys, pace):
    ran = run(capsys, "way", "main-entrance", "A7", f"--pace={pace}")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "--pace" in ran.err


def test_the_best_order_is_no_longer_than_the_given_one(capsys):
    asked = ["way", "main-entrance", "7А1", "A1", "2B18", "A7"]
    given, best = (run(capsys, *asked, "--json", *more).json for more in ((), ("--best-order",)))
    assert sorted(given["to"]) == sorted(best["to"])
    assert given["to"] == ["stand:h7#7А1", "stand:h1#A1", "stand:h2#2B18", "stand:h1#A7"]
    assert best["minutes"] < given["minutes"]


def test_the_best_order_at_a_moment_says_what_does_not_fit(capsys):
    asked = ["way", "main-entrance", "tour-1", "gvozdika", "A7", "--best-order"]
    ran = run(capsys, *asked, "--at", "2026-09-30T15:00", "--json")
    assert ran.json["to"][-1] == "session:tour-1"
    late = "A walk through the halls with an interpreter: it cannot be reached in time"
    assert ran.err == late + "\n"
    assert ran.code == Exit.NOTHING
    assert "session:tour-1" not in [leg["to"] for leg in ran.json["legs"]]
    (problem,) = ran.json["problems"]
    assert (problem["to"], problem["reason"], problem["words"]) == ("session:tour-1", "late", late)
    assert run(capsys, *asked, "--at", "2026-09-30T10:05").err == ""
    assert run(capsys, *asked).err == ""


def asked_and_ordered(capsys, *places, code=Exit.OK):
    ran = run(capsys, "way", *places, "--best-order", "--json")
    assert ran.code == code
    return [(leg["from"], leg["to"]) for leg in ran.json["legs"]]


def test_the_best_order_drops_nothing(capsys):
    a1, e7 = "stand:h1#A1", "stand:h1#E7"
    assert asked_and_ordered(capsys, "A1", "A1", "A1") == [(a1, a1)]
    assert asked_and_ordered(capsys, "A1", "E7", "A1") == [(a1, e7), (e7, a1)]
    assert asked_and_ordered(capsys, "A1", "A1", "E7", "E7") == [(a1, a1), (a1, e7)]


def test_where_one_wants_to_be_in_the_end(capsys):
    legs = asked_and_ordered(capsys, "main-entrance", "A7", "7А1", "A1", "--end", "info")
    assert legs[-1][1] == "service:info"
    assert {to for _, to in legs} == {"stand:h1#A7", "stand:h1#A1", "stand:h7#7А1", "service:info"}
    again = asked_and_ordered(capsys, "main-entrance", "A7", "7А1", "--end", "A7")
    assert [to for _, to in again] == ["stand:h7#7А1", "stand:h1#A7"]


def test_an_end_is_of_an_order(capsys):
    ran = run(capsys, "way", "main-entrance", "A7", "--end", "info")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "--best-order" in ran.err
    assert run(capsys, "way", "main-entrance", "A7", "--best-order", "--end", "cofe-bridge").code == Exit.NOTHING


def test_who_has_two_stands_is_left_from_where_one_came(capsys, tmp_path):
    """The ways of a best order are those of its metres: into a firm at one of its stands and out of it there."""
    stands = "".join(
        f'[[stand]]\nid = "s{x}"\ncode = "A{x}"\nhall = "h"\npolygon = [[{x}, 12], [{x + 2}, 12], [{x + 2}, 14], '
        f"[{x}, 14]]\n"
        for x in (10, 14, 100, 104)
    )
    fair = tmp_path / "fair.toml"
    fair.write_text(
        HEAD
        + '[[hall]]\nid = "h"\nname = "Hall"\noutline = [[0, 0], [120, 0], [120, 20], [0, 20]]\n'
        + stands
        + '[[exhibitor]]\nid = "two"\nname = "Two"\nstands = ["s14", "s100"]\n',
        encoding="utf-8",
    )
    ran = run_on(capsys, "way", "A10", "A104", "two", "--best-order", "--json", catalogue=fair)
    legs = ran.json["legs"]
    assert all(one["to"] == other["from"] for one, other in pairwise(legs))
    assert 85 < ran.json["length_m"] < 95


def test_from_here(capsys, monkeypatch):
    assert run(capsys, "way", "here", "A7", "--here", "info", "--json").json["from"] == "service:info"
    monkeypatch.setenv("GUIDE_HERE", "A1")
    assert run(capsys, "way", "здесь", "A7", "--json").json["from"] == "stand:h1#A1"
    assert run(capsys, "way", "here", "A7", "--here", "info", "--json").json["from"] == "service:info"


def test_here_is_nowhere_until_it_is_said(capsys):
    ran = run(capsys, "way", "here", "A7")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "GUIDE_HERE" in ran.err


def test_nothing_is_called_so(capsys):
    ran = run(capsys, "way", "main-entrance", "cofe-bridge")
    assert (ran.code, ran.out) == (Exit.NOTHING, "")
    assert "Did you mean cafe-bridge?" in ran.err


def test_several_are_called_so(capsys):
    ran = run_on(capsys, "way", "h1", "B7")
    assert ran.code == Exit.USAGE
    assert [line.partition(" · ")[0] for line in ran.lines] == ["stand:h1#B7", "stand:h2#B7"]


@pytest.mark.parametrize("arguments", [("way",), ("way", "info")])
def test_two_places_are_needed(capsys, arguments):
    ran = run(capsys, *arguments)
    assert (ran.code, ran.out) == (Exit.USAGE, "")


def test_a_closed_door_is_named_with_its_hours(capsys):
    ran = run(capsys, "way", "7А1", "hill-door", "--at", "2026-09-30 20:00")
    assert ran.code == Exit.NOTHING
    assert "closed: “Hill entrance”" in ran.err
    assert "10:00–18:00" in ran.err
    assert run(capsys, "way", "7А1", "hill-door", "--at", "2026-09-30T12:00").code == Exit.OK
    assert run(capsys, "way", "7А1", "hill-door", "--at", "noonish").code == Exit.USAGE


def test_where_there_is_no_way_the_next_one_begins_where_one_is(capsys):
    told = run(capsys, "way", "main-entrance", "A1", "hill-door", "A7", "--at", "2026-09-30 20:00", "--json")
    assert told.code == Exit.NOTHING
    assert [leg["to"] for leg in told.json["legs"]] == ["stand:h1#A1", "stand:h1#A7"]
    assert told.json["legs"][1]["from"] == "stand:h1#A1"
    (problem,) = told.json["problems"]
    assert (problem["to"], problem["reason"], problem["passages"]) == ("passage:hill-door", "hours", ["hill-door"])


def test_of_a_place_that_nobody_published_it_says_so(capsys):
    ran = run_on(capsys, "way", "maz", "BY-MI", "--lang", "ru", catalogue=None)
    assert ran.code == Exit.NOTHING
    assert "не опубликовано" in ran.err


def test_where_only_a_zone_is_known_it_is_named(capsys):
    ran = run_on(capsys, "way", "maz", "belaz", "--lang", "ru", catalogue=None)
    assert ran.code == Exit.OK
    assert "опубликовали только зал или зону — Белорусская экспозиция" in " ".join(ran.out.split())


def test_the_help_says_what_json_holds(capsys):
    ran = run(capsys, "way", "--help")
    assert ran.code == Exit.OK
    for key in (*HEADS, "steps", "points"):
        assert key in ran.out
    for option in BY_NAME["way"].options:
        assert option.flags[-1] in ran.out


@pytest.mark.parametrize("command", ["open", "desk", "kiosk"])
def test_where_the_guide_stands_can_be_said(command):
    assert any("--here" in option.flags for option in BY_NAME[command].options)


@pytest.mark.parametrize("name", ["\x1b[31mA1", "A" * 5000, "\u202eA1", "", "  "])
def test_hostile_names_do_no_harm(capsys, name):
    ran = run(capsys, "way", "main-entrance", name)
    assert ran.code in (Exit.OK, Exit.NOTHING, Exit.USAGE)
    assert "\x1b" not in ran.out + ran.err
    assert "\u202e" not in ran.out + ran.err


def test_a_moment_that_is_none_is_refused(capsys):
    ran = run(capsys, "way", "A1", "A2", "--at", "9999-12-31T23:59-14:00")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "There is no such moment" in ran.err


def test_the_other_stands_of_a_firm_are_told(capsys):
    told = run(capsys, "way", "main-entrance", "A7", "--json").json["legs"][0]
    assert told["also"] == []
    region = run(capsys, "way", "main-entrance", "BY-MA", "--json").json["legs"][0]
    assert all(other.startswith("stand:") and other != region["to"] for other in region["also"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("кафе", ["service:cafe-bridge", "service:cafe-seven"]),
        ("Toilets", ["service:toilets-1", "service:toilets-2", "service:toilets-7"]),
        ("вход", ["passage:main-entrance", "passage:hill-door", "passage:south-door"]),
    ],
)
def test_a_word_of_their_names_finds_the_facilities(capsys, asked, found):
    ran = run_on(capsys, "way", "h1", asked, catalogue=EXAMPLE)
    assert ran.code == Exit.USAGE
    assert sorted(line.partition(" · ")[0] for line in ran.lines) == sorted(found)


@pytest.mark.parametrize(
    ("asked", "found"), [("Мостик", "service:cafe-bridge"), ("B-12", "stand:h2#2B12"), ("в12", "stand:h2#2B12")]
)
def test_half_a_name_is_enough_where_one_has_it(capsys, asked, found):
    assert run(capsys, "way", "main-entrance", asked, "--json").json["legs"][0]["to"] == found


@pytest.mark.parametrize(("at", "is_said"), [("2026-10-01T10:30", True), ("2026-09-30T11:00", False)])
def test_a_stand_that_is_empty_that_day_is_said_to_be(capsys, at, is_said):
    ran = run(capsys, "way", "info", "О-13", "--at", at)
    assert ran.code == Exit.OK
    assert ("Somebody is on this stand only on: 30 September." in ran.out) is is_said


def test_json_says_what_is_not_measured_and_what_nobody_says_of_steps(capsys, tmp_path):
    fair = tmp_path / "fair.toml"
    fair.write_text(HEAD + UNSAID, encoding="utf-8")
    leg = run_on(capsys, "way", "A1", "N2", "--step-free", "--json", catalogue=fair).json["legs"][0]
    assert (leg["measured"], leg["unsure"], leg["passages"]) == (False, ["between"], ["between"])
    assert run_on(capsys, "way", "A1", "N2", "--json", catalogue=fair).json["legs"][0]["unsure"] == []
    words = run_on(capsys, "way", "A1", "N2", "--step-free", "--lang", "en", catalogue=fair).out
    assert "Whether there is a step here, nobody has published: “Between”." in words


UNSAID = """
[[hall]]
id = "h"
name = "Hall"
outline = [[0, 0], [30, 0], [30, 20], [0, 20]]

[[hall]]
id = "n"
name = "Numbered"

[[stand]]
code = "A1"
hall = "h"
polygon = [[5, 5], [8, 5], [8, 8], [5, 8]]

[[stand]]
code = "N2"
hall = "n"

[[passage]]
id = "between"
kind = "door"
name = "Between"
ends = [{ hall = "h", at = [30, 10] }, { hall = "n", at = [0, 0] }]
"""
