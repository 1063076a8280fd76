"""The words of the interface: all of them translated, none stale, every placeholder in its place."""

import ast
import re
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import guide
from guide.i18n import LANGUAGES, Tongue

PACKAGE = Path(guide.__file__).parent
TRANSLATED = [code for code in LANGUAGES if code != "en"]
KEYWORDS = {"t": None, "n": (1, 2), "N_": None, "C_": ((1, "c"), 2)}
HOW = "see “For developers” in README.md for the three commands that bring the words up to date"


@cache
def said_in_code() -> frozenset[tuple[str, str]]:
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    return frozenset((context or "", first(message)) for _, _, message, _, context in found)


def first(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


@cache
def words(code: str) -> Catalog:
    with (PACKAGE / "locale" / code / "LC_MESSAGES" / "guide.po").open("rb") as file:
        return read_po(file, locale=code)


def messages(code: str) -> list[Message]:
    return [message for message in words(code) if message.id]


def texts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", TRANSLATED)
def test_everything_said_in_the_code_is_translated(code: str) -> None:
    known = {(message.context or "", first(message.id)) for message in messages(code)}
    assert said_in_code() - known == set(), HOW


def test_no_message_hides_in_an_f_string() -> None:
    # There the extraction does not see it.
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in PACKAGE.rglob("*.py")
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and (getattr(call.func, "id", None) or getattr(call.func, "attr", None)) in KEYWORDS
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert hidden == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_nothing_is_translated_that_is_said_no_more(code: str) -> None:
    known = {(message.context or "", first(message.id)) for message in messages(code)}
    assert known - said_in_code() == set(), HOW


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_empty_or_a_guess(code: str) -> None:
    assert [message.id for message in messages(code) if message.fuzzy or not all(texts(message))] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_are_the_same(code: str) -> None:
    wrong = []
    for message in messages(code):
        asked = placeholders(message.id if isinstance(message.id, str) else message.id[1])
        # A singular may say «1» in words, so a plural form may do without the count.
        wrong += [text for text in texts(message) if placeholders(text) | {"count"} != asked | {"count"}]
    assert wrong == []


def compiled(file: BinaryIO) -> dict[object, str]:
    catalog: dict[object, str] = vars(GNUTranslations(file))["_catalog"]
    return {key: text for key, text in catalog.items() if key}  # without the header, which has dates


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_words_are_those_of_the_source(code: str) -> None:
    made = BytesIO()
    write_mo(made, words(code))
    made.seek(0)
    with (PACKAGE / "locale" / code / "LC_MESSAGES" / "guide.mo").open("rb") as file:
        assert compiled(file) == compiled(made), HOW


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ru", ["через 1 день", "через 3 дня", "через 5 дней", "через 21 день", "через 59 дней"]),
        ("be", ["праз 1 дзень", "праз 3 дні", "праз 5 дзён", "праз 21 дзень", "праз 59 дзён"]),
        ("en", ["in 1 day", "in 3 days", "in 5 days", "in 21 days", "in 59 days"]),
    ],
)
def test_counts_take_the_right_plural(code: str, said: list[str]) -> None:
    tongue = Tongue(code)
    assert [tongue.n("in {count} day", "in {count} days", days) for days in (1, 3, 5, 21, 59)] == said


def test_russian_letters_do_not_stray_into_belarusian() -> None:
    stray = [text for message in messages("be") for text in texts(message) if re.search("[ищъИЩЪ]", text)]
    assert stray == []
