"""TOML as a person would have written it: one value a line, short tables in braces, long lists over several lines."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

WIDTH = 120
"""Characters that a line has where it can be broken at all."""

PIECE = 6000
"""Characters of a text that stand on one line; the guide reads no lines of more than 64 KB."""

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_SIGNS = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_QUOTES, _BREAKS = '"\\', "\n\t"
_SPACES = frozenset("\u00a0\u2007\u2009\u202f")  # not “printable” to Python, and nothing that a text must not have


def comment(text: str, indent: str = "") -> Iterator[str]:
    """The lines of a comment, broken at its spaces."""
    import textwrap

    words = "".join(sign if sign.isprintable() else " " for sign in text)
    for line in textwrap.wrap(words, WIDTH - len(indent) - 2, break_long_words=False, break_on_hyphens=False):
        yield f"{indent}# {line}"


def key(name: str) -> str:
    """A key as it stands before the equals sign: bare, or in quotes where it has to be."""
    return name if _BARE.match(name) else _on_one_line(name)


def lines(name: str, value: Any, *, prose: bool = False) -> Iterator[str]:
    """The lines of a key and its value; ``prose`` where line breaks of a text are shown as such.

    A table that is too long for one line becomes several keys with dots: ``name.ru = "…"``.
    """
    if isinstance(value, dict):
        whole = f"{name} = {_braces(value)}"
        if not value or (len(whole) <= WIDTH and not (prose and any(_broken(each) for each in value.values()))):
            yield whole
        else:
            for part, inner in value.items():
                yield from lines(f"{name}.{key(part)}", inner, prose=prose)
    elif isinstance(value, list | tuple):
        yield f"{name} = {_list(value, len(name) + 3, '')}"
    elif isinstance(value, str):
        yield f"{name} = {text(value, prose=prose)}"
    else:
        yield f"{name} = {_scalar(value)}"


def text(value: str, *, prose: bool = False) -> str:
    """A text in quotes: on one line, or where it is prose that has line breaks, or is very long, on several."""
    if prose and _broken(value):
        signs = _QUOTES if '""' in value or value.endswith('"') else "\\"
        inside = "\n".join(_pieces(line, signs, 1) for line in value.split("\n"))
        return f'"""\n{inside}"""'
    if len(value) > PIECE:
        return f'"""\\\n{_pieces(value, _QUOTES + _BREAKS, 0)}"""'
    return _on_one_line(value)


def _broken(value: Any) -> bool:
    return isinstance(value, str) and "\n" in value


def _pieces(line: str, signs: str, free: int) -> str:
    """A piece of a text inside three quotes; where it is longer than may be, it goes on behind a backslash.

    The first ``free`` lines that this makes stand behind no backslash.
    """
    pieces = []
    for start in range(0, len(line), PIECE):
        piece = line[start : start + PIECE]
        # White space at the beginning of a line that goes on would be passed over.
        first = f"\\u{ord(piece[0]):04X}" if start >= free * PIECE and piece[0].isspace() else _escaped(piece[0], signs)
        pieces.append(first + _escaped(piece[1:], signs))
    return "\\\n".join(pieces)


def _on_one_line(value: str) -> str:
    if value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return f'"{_escaped(value, _QUOTES + _BREAKS)}"'


def _escaped(value: str, signs: str) -> str:
    if value.isprintable() and not any(sign in value for sign in signs):
        return value
    return "".join(_sign(sign, signs) for sign in value)


def _sign(sign: str, signs: str) -> str:
    if sign in signs:
        return _SIGNS[sign]
    if sign.isprintable() or sign == "\t" or sign in _SPACES:
        return sign
    if "\ud800" <= sign <= "\udfff":  # no character that TOML could name
        return "\ufffd"
    return _SIGNS.get(sign) or f"\\u{ord(sign):04X}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08X}"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return _braces(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return text(value) if isinstance(value, str) else _scalar(value)


def _braces(table: Mapping[str, Any]) -> str:
    inside = ", ".join(f"{key(name)} = {_inline(value)}" for name, value in table.items())
    return f"{{ {inside} }}" if inside else "{}"


def _list(items: Sequence[Any], before: int, indent: str) -> str:
    """A list on one line where it fits behind so many characters, else over several, numbers filled into lines."""
    whole = _inline(items)
    if before + len(indent) + len(whole) <= WIDTH or not items:
        return whole
    within = indent + "  "
    if all(_is_point(item) for item in items):
        rows = _filled([_inline(item) for item in items], WIDTH - len(within))
    else:
        rows = [_list(item, 1, within) if isinstance(item, list | tuple) else _inline(item) for item in items]
    return "[\n" + "".join(f"{within}{row},\n" for row in rows) + indent + "]"


def _is_point(item: Any) -> bool:
    return isinstance(item, int | float) or (
        isinstance(item, list | tuple) and all(isinstance(part, int | float) for part in item)
    )


def _filled(items: Sequence[str], width: int) -> list[str]:
    rows: list[str] = []
    for item in items:
        if rows and len(rows[-1]) + len(item) + 3 <= width:
            rows[-1] += f", {item}"
        else:
            rows.append(item)
    return rows


def _scalar(value: Any) -> str:
    """A number, a flag, a date or a time; ValueError for what TOML has no value for."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float() if math.isfinite(value):
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime():
            return (value.astimezone(UTC) if value.tzinfo else value).isoformat()
        case date():
            return value.isoformat()
        case time():
            return value.replace(tzinfo=None).isoformat()
        case str():
            return text(value)
    raise ValueError(f"no value of TOML: {value!r}")
