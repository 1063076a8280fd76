"""Broken catalogues, each with what is to be said about it in its first line: ``# E012 4:8, W101 9:1``.

The corpus is the manual of mistakes: a file a mistake, written as people write it.
"""

import re
from pathlib import Path

import pytest

from guide.catalogue.load import inspect, load
from guide.errors import UnreadableError
from guide.i18n import LANGUAGES, Tongue
from guide.text import clean

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.toml"))


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_it_says_what_its_first_line_expects(file):
    expected = re.findall(r"[EW]\d{3} \d+:\d+", file.read_text(encoding="utf-8").split("\n")[0])
    assert [f"{problem.code} {problem.line}:{problem.column}" for problem in inspect(file)] == expected


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_every_problem_can_be_said_and_shown(file):
    for problem in inspect(file):
        for tongue in map(Tongue, LANGUAGES):
            assert not re.search(r"\{\w+\}", problem.said(tongue) + problem.hinted(tongue))
        assert clean(problem.excerpt) == problem.excerpt
        assert "\n" not in problem.excerpt
        assert problem.caret.strip("^ ") == ""
        assert problem.hint or not problem.code.startswith("E0")


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_a_syntax_error_or_the_want_of_a_fair_stops_the_app_and_nothing_else_does(file):
    found = inspect(file)
    stops = any(problem.code.startswith("E0") for problem in found) or file.stem in ("no-fair", "fair-without-days")
    if stops:
        with pytest.raises(UnreadableError) as raised:
            load(file)
        assert raised.value.problems == found
    else:
        assert load(file).problems == found
