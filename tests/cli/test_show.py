"""`guide show`: one card, by id, by kind and id, or by stand code."""

import pytest

from guide.errors import Exit
from tests.cli.run import run


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("romashka", "Romashka"),
        ("exhibitor:romashka", "Romashka"),
        ("venture:toys", "Toys in Dimitrovgrad"),
        ("BY-BR", "Brest Region"),
        ("by-br", "Brest Region"),
        ("ivanova", "Anna Ivanova"),
        ("opening", "Opening"),
        ("7C5.1", "Brest Region"),
        ("7с5.1", "Brest Region"),  # with a Cyrillic с
        ("7 c 5 1", "Brest Region"),
        ("stand:7c5.1", "Brest Region"),
        ("h1", "Hall 1"),
        ("cloakroom", "Cloakroom"),
        ("s1", "The Fair Herald"),
    ],
)
def test_shows(capsys, asked, title):
    ran = run(capsys, "show", asked)
    assert ran.code == Exit.OK
    assert title in ran.lines[0]
    assert "\x1b" not in ran.out


def test_in_another_language(capsys):
    assert "Рамонак" in run(capsys, "show", "romashka", "--lang", "be").lines[0]


def test_several_that_fit_are_listed_and_it_exits_2(capsys):
    ran = run(capsys, "show", "B7")
    assert ran.code == Exit.USAGE
    assert [line.partition(" · ")[0] for line in ran.lines] == ["stand:h1#B7", "stand:h2#B7"]
    assert "B7" in ran.err
    assert run(capsys, "show", "stand:h1#B7").code == Exit.OK


def test_what_is_not_there_is_exit_1_with_a_guess(capsys):
    ran = run(capsys, "show", "romashko")
    assert (ran.code, ran.out) == (Exit.NOTHING, "")
    assert "Did you mean romashka?" in ran.err
    assert "guide find" in run(capsys, "show", "zzzzzzzz").err


def test_json_has_the_things_own_fields_and_what_they_refer_to(capsys):
    shown = run(capsys, "show", "venture:toys", "--json").json
    assert shown["id"] == "toys"
    assert shown["name"]["en"] == "Toys in Dimitrovgrad"
    assert shown["partners"] == ["polesie", "RU-ULY"]
    assert shown["from"]["region"] == "BY-BR"
    assert shown["timeline"][1]["date"] == "2019-04-16"
    assert {"exhibitor:polesie", "region:RU-ULY", "region:BY-BR", "source:s1", "source:s2"} == set(shown["refs"])
    assert shown["refs"]["exhibitor:polesie"]["name"]["en"] == "Polesie Toys"


def test_json_of_every_kind(capsys):
    for asked in ("exhibitor:romashka", "region:BY", "person:ivanova", "session:tools", "stand:machines", "hall:yard",
                  "service:cloakroom", "source:s3"):  # fmt: skip
        ran = run(capsys, "show", asked, "--json")
        assert ran.code == Exit.OK
        assert ran.json["ref"] == asked
        assert isinstance(ran.json["refs"], dict)
