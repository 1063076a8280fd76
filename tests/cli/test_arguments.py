"""What may be written after `guide`, and what is said about the rest."""

import pytest

from guide import __version__
from guide.cli.arguments import parse
from guide.cli.commands import COMMANDS, COMMON
from guide.cli.manual import manual
from guide.errors import Exit, UsageError
from guide.i18n import Tongue
from tests.cli.run import run


def test_a_bare_guide_opens_the_app():
    assert parse([]).command.name == "open"


@pytest.mark.parametrize(
    "written",
    [
        ["-c", "fair", "find", "станки", "--json", "-n", "3"],
        ["find", "-n3", "--catalogue=fair", "--json", "станки"],
        ["find", "станки", "--json", "-c", "fair", "-n", "3"],
        ["--catalogue", "fair", "find", "--limit=3", "--json", "--", "станки"],
    ],
)
def test_options_may_stand_anywhere(written):
    parsed = parse(written)
    assert parsed.command.name == "find"
    assert parsed.words == ["станки"]
    assert parsed.value("catalogue") == "fair"
    assert parsed.value("limit") == "3"
    assert parsed.flag("json")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (["find", "станки", "-чпу"], ["станки", "-чпу"]),
        (["find", "-cnc", "станки"], ["-cnc", "станки"]),
        (["find", "-", "7"], ["-", "7"]),
        (["find", "--", "--json"], ["--json"]),
        (["find", "find", "show"], ["find", "show"]),
    ],
)
def test_a_word_with_a_minus_that_is_no_option_is_part_of_the_query(written, words):
    assert parse(written).words == words


@pytest.mark.parametrize(
    ("written", "said", "hint"),
    [
        (["fnd", "x"], "no command “fnd”", "Did you mean find?"),
        (["станки"], "no command “станки”", "guide find станки"),
        (["find", "--jsn", "x"], "no option --jsn", "Did you mean --json?"),
        (["show", "-x", "polesie"], "no option -x", "guide show --help"),
        (["find", "x", "-n"], "-n needs a value", ""),
        (["find", "x", "-n", "many"], "whole number", ""),
        (["find", "x", "--json=yes"], "--json takes no value", ""),
        (["find", "x", "--kind", "exhibitor,firm"], "--kind cannot be “firm”", "exhibitor, region"),
        (["--lang", "de"], "--lang cannot be “de”", "ru, be, en"),
        (["show"], "“guide show” needs ID", "guide show --help"),
        (["show", "a", "b"], "does not know what to do with “b”", ""),
        (["completion", "tcsh"], "cannot be given “tcsh”", "bash, zsh"),
        (["open", "here"], "does not know what to do with “here”", ""),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(capsys, written, said, hint):
    ran = run(capsys, *written, catalogue=None)
    assert ran.code == Exit.USAGE
    assert ran.out == ""
    assert said in ran.err
    assert hint in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", [None, *COMMANDS], ids=lambda command: command.name if command else "guide")
@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_help_names_every_option_and_fits_its_lines(command, lang):
    text = manual(Tongue(lang), command, 80)
    for option in (*(command.options if command else ()), *COMMON):
        assert all(flag in text for flag in option.flags)
    if command is None:
        assert all(one.name in text for one in COMMANDS)
    assert max(map(len, text.splitlines())) <= 80


def test_help_wins_over_what_is_missing(capsys):
    ran = run(capsys, "show", "--help", catalogue=None)
    assert ran.code == Exit.OK
    assert "guide show ID" in ran.out


def test_the_version(capsys):
    ran = run(capsys, "--version", catalogue=None)
    assert (ran.code, ran.out) == (Exit.OK, f"guide {__version__}\n")


def test_parsing_raises_errors_that_can_be_translated():
    with pytest.raises(UsageError) as caught:
        parse(["find", "--nothing"])
    assert "{word}" in caught.value.message
    assert caught.value.values["word"] == "--nothing"
