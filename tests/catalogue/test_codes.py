"""Every problem has a code of its own, which the code uses and a broken catalogue of the corpus shows."""

import ast
import re
import string
from pathlib import Path

import pytest

from guide.catalogue import codes
from guide.catalogue.codes import CODES

ROOM = Path(codes.__file__).parent
CORPUS = Path(__file__).parent / "corpus"

# What a text file of the corpus cannot show; each has a test in test_read.py or test_load.py.
ELSEWHERE = {"E001", "E002", "E003", "E004", "E005", "E006", "E009", "E044", "E046", "E109", "E119", "E124"}


def literals():
    for module in ROOM.glob("*.py"):
        if module.name != "codes.py":
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from re.findall(r"\A[EW]\d{3}\Z", node.value)


def test_no_code_stands_twice_in_the_table():
    table = next(
        node
        for node in ast.walk(ast.parse((ROOM / "codes.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
    )
    keys = [key.value for key in table.keys]
    assert len(keys) == len(set(keys)) == len(CODES)
    assert all(re.fullmatch(r"[EW]\d{3}", key) for key in keys)


def test_the_code_uses_every_code_and_no_other():
    assert set(literals()) == set(CODES)


def test_the_corpus_shows_every_code():
    shown = {
        code
        for file in CORPUS.glob("*.toml")
        for code in re.findall(r"[EW]\d{3}", file.read_text("utf-8").split("\n")[0])
    }
    assert shown | ELSEWHERE == set(CODES)
    assert not shown & ELSEWHERE


@pytest.mark.parametrize("code", CODES)
def test_messages_are_sentences_with_named_places(code):
    for text in CODES[code]:
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names)
    assert CODES[code].message[-1] in ".…"
