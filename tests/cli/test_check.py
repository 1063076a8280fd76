"""`guide check`: every problem with its place, for people, for programs, for a pull request."""

import pytest

from guide.catalogue.problems import Problem
from guide.cli.check import annotation
from guide.errors import Exit
from guide.i18n import Tongue
from tests.cli.run import run

FAIR = """\
[fair]
id = "f"
name = "Fair"
starts = 2025-09-29
ends = 2025-10-01
timezone = "Europe/Minsk"

"""
WRONG = FAIR + '[[exhibitor]]\nid = "a"\nname = "А"\n\tstands = ["Z9"]\n'
ODD = FAIR + '[[exhibitor]]\nid = "a"\nname = "А"\nprodukts = ["x"]\n'


@pytest.fixture
def catalogue(tmp_path):
    """Writes a catalogue; its path."""

    def write(text: str):
        path = tmp_path / "fair.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_clean_catalogue(capsys):
    ran = run(capsys, "check")
    assert (ran.code, ran.out) == (Exit.OK, "")
    assert "No problems found." in ran.err


def test_an_error_is_shown_where_it_stands_and_exits_1(capsys, catalogue):
    path = catalogue(WRONG)
    ran = run(capsys, "check", catalogue=path)
    assert ran.code == Exit.NOTHING
    head, line, caret, *_ = ran.lines
    assert head.startswith(f"{path}:11:")
    assert " error E" in head
    assert 'stands = ["Z9"]' in line
    assert line[caret.index("^") : caret.rindex("^") + 1] in ('"Z9"', "Z9")
    assert "1 error, 0 warnings" in ran.err


def test_the_catalogue_may_be_given_as_a_word(capsys, catalogue):
    assert run(capsys, "check", str(catalogue(WRONG)), catalogue=None).code == Exit.NOTHING


def test_a_warning_exits_1_only_when_strict(capsys, catalogue):
    path = catalogue(ODD)
    ran = run(capsys, "check", catalogue=path)
    assert ran.code == Exit.OK
    assert "warning W" in ran.out
    assert "0 errors, 1 warning" in ran.err
    assert run(capsys, "check", "--strict", catalogue=path).code == Exit.NOTHING


def test_json(capsys, catalogue):
    path = catalogue(ODD)
    (problem,) = run(capsys, "check", "--format", "json", catalogue=path).json
    assert list(problem) == ["file", "line", "column", "severity", "code", "message", "hint"]
    assert (problem["file"], problem["line"], problem["column"]) == (str(path), 11, 1)
    assert problem["severity"] == "warning"
    assert "products" in problem["hint"]


def test_json_of_a_clean_catalogue_is_an_empty_list(capsys):
    assert run(capsys, "check", "--format=json").json == []


def test_a_syntax_error_is_a_problem_like_others(capsys, catalogue):
    ran = run(capsys, "check", catalogue=catalogue("[fair\n"))
    assert ran.code == Exit.NOTHING
    assert "1:" in ran.lines[0]


def test_github_shows_problems_beside_their_lines(capsys, catalogue):
    path = catalogue(ODD)
    ran = run(capsys, "check", "--format", "github", catalogue=path)
    assert ran.lines[0].startswith(f"::warning file={path},line=11,col=1,title=W")


def test_what_would_end_an_annotation_early_is_escaped():
    problem = Problem("E001", "error", "a,b:c.toml", 1, 2, "100% {what}", values={"what": "x::y\nz"})
    assert annotation(problem, Tongue("en")) == "::error file=a%2Cb%3Ac.toml,line=1,col=2,title=E001::100%25 x::y%0Az"


def test_a_long_line_is_cut_around_what_is_wrong(capsys, catalogue):
    path = catalogue(FAIR + f'[[exhibitor]]\nid = "a"\nname = "А"\nproducts = [{", ".join(["1"] * 200)}, true]\n')
    ran = run(capsys, "check", catalogue=path)
    assert max(len(line) for line in ran.lines if line.startswith("    ")) < 180


def test_no_such_catalogue(capsys, tmp_path):
    assert run(capsys, "check", catalogue=tmp_path / "nowhere").code == Exit.USAGE


def test_what_steers_a_terminal_never_comes_out(capsys, catalogue):
    ran = run(capsys, "check", catalogue=catalogue(FAIR + '[[exhibitor]]\nid = "\x1b[2J"\nname = "А"\n'))
    assert "\x1b" not in ran.out
