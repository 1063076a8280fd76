"""`guide completion`: scripts that know every command and option, and run in their shell where it is here."""

import os
import shutil
import subprocess

import pytest

from guide.cli.commands import COMMANDS, COMMON, KINDS, SHELLS
from guide.cli.completion import script
from guide.errors import Exit
from guide.i18n import Tongue
from tests.cli.run import run
from tests.terminal import ROOT

PLAIN = {**os.environ, "LC_ALL": "C"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_knows_every_command_option_and_choice(capsys, shell):
    ran = run(capsys, "completion", shell, catalogue=None)
    assert ran.code == Exit.OK
    for command in COMMANDS:
        assert command.name in ran.out
        for option in (*command.options, *COMMON):
            for flag in option.flags:
                assert (flag.lstrip("-") if shell == "fish" else flag) in ran.out
    for kind in KINDS:
        assert kind in ran.out


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("lang", ["en", "ru", "be"])
def test_a_script_is_made_in_every_language(shell, lang):
    assert "guide" in script(shell, Tongue(lang))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_reads_its_script(shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    ran = subprocess.run(
        [shell, "-n"], input=script(shell, Tongue("en")), text=True, capture_output=True, check=False, env=PLAIN
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        (["f"], ["find"]),
        (["find", "--k"], ["--kind"]),
        (["find", "--kind", "exh"], ["exhibitor"]),
        (["find", "--kind", "exhibitor,re"], ["exhibitor,region"]),
        (["check", "--format", "g"], ["github"]),
        (["--lang", "be", "sh"], ["show"]),
        (["--lang", ""], ["ru", "be", "en"]),
        (["completion", "z"], ["zsh"]),
        (["new", "--ex"], ["--example"]),
        (["diff", "--format", ""], ["text", "json", "md"]),
        (["import", "--report", ""], ["text", "json", "csv"]),
        (["import", "a.csv", "--fo"], ["--force"]),
        (["import", "a.csv", "pyproject.t"], ["pyproject.toml"]),
        (["diff", "data", "pyproject.t"], ["pyproject.toml"]),
    ],
)
def test_bash_completes(typed, completed):
    words = " ".join(f"'{word}'" for word in typed)
    asked = f'COMP_WORDS=(guide {words}); COMP_CWORD={len(typed)}; _guide; printf "%s\\n" "${{COMPREPLY[@]}}"'
    source = script("bash", Tongue("en"))
    ran = subprocess.run(["bash", "-c", f"{source}\n{asked}"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.split() == completed


def test_zsh_completes_every_file_of_an_import():
    assert "'*:FILE:_files'" in script("zsh", Tongue("en")).partition("import)")[2].partition(";;")[0]
