"""JSON from strangers: decoded, bounded in size and depth, with what is odd in it told."""

import json
import re
from itertools import chain
from typing import Any

from guide.i18n import N_
from guide.intake.files import ForeignError, Incoming
from guide.intake.oddities import Oddity
from guide.text import clean, one_line

VALUES = 4_000_000
"""How many values a file may hold, counted by the signs between them."""

LONGEST = 200_000
"""Characters of a text that are looked at."""

DEPTH = 100
"""How deep lists and tables may stand in one another."""

_DIGITS = 300
_HUGE = re.compile(rb"[0-9]{300}|[eE]\+?[0-9]{3}")  # numbers that a float may not hold


def value_of(file: Incoming) -> tuple[Any, list[Oddity]]:
    """What a file in JSON says, and what is odd in it: names that stand twice, numbers that are none (None there).

    Of a name that stands twice the last value counts, as everywhere. Texts are as they stand, not cleaned. Raises
    ForeignError, with the line, for what is no JSON, is too deep or holds too much.
    """
    if sum(file.data.count(sign) for sign in (b",", b"[", b"{")) > VALUES:
        raise ForeignError(
            N_("{file} has more than {limit} values."), N_("Is this the right file?"), file=file.name, limit=VALUES
        )
    oddities: list[Oddity] = []
    told: set[tuple[str, str]] = set()

    def odd(code: str, value: str) -> None:
        shown = one_line(clean(value))[:60]
        if (code, shown) not in told and len(told) < 100:
            told.add((code, shown))
            oddities.append(Oddity(code, file.name, value=shown))

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: set[str] = set()
            for name, _ in pairs:
                if name in seen:
                    odd("I071", name)
                seen.add(name)
        return made

    is_huge = _HUGE.search(file.data) is not None

    def whole(digits: str) -> Any:
        if len(digits) > _DIGITS:
            odd("I072", digits)
            return None
        return int(digits)

    def real(digits: str) -> Any:
        number = float(digits)
        if number in (float("inf"), float("-inf")):
            odd("I072", digits)
            return None
        return number

    def constant(name: str) -> None:
        odd("I072", name)

    try:
        value = json.loads(
            _text(file),
            object_pairs_hook=table,
            parse_int=whole if is_huge else None,
            parse_float=real if is_huge else None,
            parse_constant=constant,
        )
        if _is_too_deep(value):
            raise RecursionError
    except RecursionError as error:
        raise ForeignError(
            N_("{file}: lists or tables stand too deep inside one another."), "", file=file.name
        ) from error
    except json.JSONDecodeError as error:
        raise ForeignError(
            N_("{file}, line {line}: this is no whole JSON."),
            N_("Was it copied or saved to its end?"),
            file=file.name, line=error.lineno,
        ) from error  # fmt: skip
    return value, oddities


def _is_too_deep(value: Any) -> bool:
    """Whether lists and tables stand deeper in one another than whoever reads them may go down."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(DEPTH):
        inner = chain.from_iterable(each.values() if isinstance(each, dict) else each for each in level)
        level = [each for each in inner if isinstance(each, dict | list)]
        if not level:
            return False
    return True


def _text(file: Incoming) -> str:
    """The text of the file: UTF-8, or UTF-16 or UTF-32 where its first bytes say so, as RFC 4627 tells them apart."""
    encoding = json.detect_encoding(file.data)
    try:
        return file.data.decode(encoding)
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        raise ForeignError(
            N_("{file}, line {line}: here stands a byte that is no UTF-8 text."),
            N_("Save it once more in UTF-8."),
            file=file.name, line=line,
        ) from error  # fmt: skip


def text_of(value: Any) -> str:
    """A text or a number of a JSON file as a cleaned text, of a very long one its beginning; "" for all else."""
    if isinstance(value, str):
        return clean(value[:LONGEST]).strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
