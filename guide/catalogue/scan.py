"""Walks a TOML text that the parser refused, and takes down every place where it is no TOML.

The parser stops at its first fault. This walk goes on: a statement with a fault is passed over up to
the next line that begins a key or a header, so that one run shows all of them. What only the parser
can judge (a key given twice) is left to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from guide.catalogue import tokens
from guide.catalogue.findings import Fault
from guide.catalogue.tokens import FaultError

_STRING = r"\"(?!\"\")(?>[^\"\\\x00-\x08\x0a-\x1f\x7f]++)*+\"|'(?!'')[^'\x00-\x08\x0a-\x1f\x7f]*+'"
_SOUND = re.compile(
    rf"(?>[ \t]*+(?>#[^\x00-\x08\x0a-\x1f\x7f]*+|[A-Za-z0-9_-]++[ \t]*+=[ \t]*+(?>{_STRING}|true|false|0|[1-9][0-9]*+)"
    r"[ \t]*+(?>#[^\x00-\x08\x0a-\x1f\x7f]*+)?+)?+\n)++"
)
_GAP = re.compile(r"(?>[ \t\n]++|#[^\x00-\x08\x0a-\x1f\x7f]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_REST = re.compile(r"[ \t]*+(?:#[^\x00-\x08\x0a-\x1f\x7f]*+)?(?=\n|\Z)")
_KEY = re.compile(r"""(?>[A-Za-z0-9_-]++|"(?>[^"\\\n]++|\\.)*+"|'[^'\n]*+')""")
_HEADER = re.compile(r"^[ \t]*+\[\[?[ \t]*+([^\W\d][\w-]*+)[ \t]*+(?:\.[^\n\]]*+)?(?:\]|$)", re.M)
_START = re.compile(
    r"^[ \t]*+(?:\[\[?[ \t]*+(?!(?:true|false|inf|nan)\b)[^\W\d][\w-]*+[ \t]*+[\].\n]"
    r"|[\w-]++(?:[ \t]*+\.[ \t]*+[\w-]++)*+[ \t]*+=|[<=>]{7})",
    re.M,
)
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})[^\n]*")
_DEPTH = 100


@dataclass(slots=True)
class Scanned:
    """What a walk found: the faults, the stretches to blank out for the parser, and the headers that were lost."""

    faults: list[Fault] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    headers: list[tuple[int, int]] = field(default_factory=list)


def scan(text: str) -> Scanned:
    """Every fault of the text, and what has to go so that the rest can be read."""
    scanned = Scanned()
    at = 0
    while True:
        sound = _SOUND.match(text, at)
        at = _GAP.match(text, sound.end() if sound else at).end()  # type: ignore[union-attr]
        if at >= len(text):
            return scanned
        start = text.rfind("\n", 0, at) + 1
        conflict = _CONFLICT.match(text, at) if at == start else None
        if conflict:
            at = _conflict(text, conflict, scanned)
            continue
        try:
            at = statement(text, at)
        except FaultError as error:
            fault = error.fault
            scanned.faults.append(fault)
            at = _resume(text, start, max(fault.offset, start))
            if text.startswith("[", fault.statement):
                at = _next_header(text, at)
                scanned.headers.append((start, at))
            scanned.blanks.append((start, at))


def _conflict(text: str, mark: re.Match[str], scanned: Scanned) -> int:
    """Keeps the first of the two versions of a merge."""
    end = mark.end()
    if mark[1] != "<" * 7:
        last = re.compile(r"^>{7}[^\n]*", re.M).search(text, mark.start())
        if last and mark[1] != ">" * 7:
            end = last.end()
    if mark[1] == "<" * 7 or not any(fault.code == "E030" for fault in scanned.faults):
        scanned.faults.append(Fault("E030", mark.start(), 7, mark.start()))
    scanned.blanks.append((mark.start(), end))
    return end


def _resume(text: str, start: int, fault: int) -> int:
    """The start of the next line behind the fault that begins a key, a header or a mark of a merge."""
    line_end = text.find("\n", max(start, fault))
    if line_end < 0:
        return len(text)
    following = _START.search(text, line_end + 1)
    return following.start() if following else len(text)


def _next_header(text: str, at: int) -> int:
    header = _HEADER.search(text, at)
    return header.start() if header else len(text)


def statement(text: str, at: int) -> int:
    """The end of the header or of the key and value at the offset; FaultError where it is none."""
    try:
        if text[at] == "[":
            at = _header(text, at)
        else:
            at = _pair(text, at, at, "line", 0)
        return _line_end(text, at)
    except FaultError as error:
        raise FaultError(tokens.cut_off(text, error.fault)) from None


def statements(text: str) -> Iterator[tuple[int, int]]:
    """Where each header and each key with its value begins and ends, in a text that the scan finds sound."""
    at = _skip(text, 0)
    while at < len(text):
        try:
            end = statement(text, at)
        except FaultError:
            return
        yield at, end
        at = _skip(text, end)


def _line_end(text: str, at: int) -> int:
    rest = _REST.match(text, at)
    if rest:
        return rest.end()
    raise FaultError(tokens.leftover(text, _SPACE.match(text, at).end()))  # type: ignore[union-attr]


def _header(text: str, start: int) -> int:
    double = text.startswith("[[", start)
    at = _SPACE.match(text, start + 1 + double).end()  # type: ignore[union-attr]
    while True:
        part = _KEY.match(text, at)
        if not part:
            raise FaultError(tokens.bad_header(text, start, at))
        at = _SPACE.match(text, part.end()).end()  # type: ignore[union-attr]
        if text.startswith("]]" if double else "]", at):
            return at + 1 + double
        if not text.startswith(".", at):
            raise FaultError(tokens.bad_header(text, start, at))
        at = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]


def _pair(text: str, at: int, start: int, within: str, depth: int) -> int:
    key = at
    while True:
        part = _KEY.match(text, at)
        if not part:
            raise FaultError(tokens.bad_key(text, key, at, start, within))
        at = _SPACE.match(text, part.end()).end()  # type: ignore[union-attr]
        if text.startswith("=", at):
            break
        if not text.startswith(".", at):
            raise FaultError(tokens.bad_key(text, key, at, start, within))
        at = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]
    value = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]
    return _value(text, value, key, start, within, depth)


def _value(text: str, at: int, key: int, start: int, within: str, depth: int) -> int:
    """The end of the value at the offset; ``key`` is where its key begins, ``within`` is "line", "list" or "table"."""
    first = text[at : at + 1]
    if first == "[":
        return _many(text, at, key, start, depth, "list")
    if first == "{":
        return _many(text, at, key, start, depth, "table")
    if first in ('"', "'") and first:
        return tokens.string(text, at, key, start, within)
    return tokens.scalar(text, at, key, start, within)


def _many(text: str, opened: int, key: int, start: int, depth: int, within: str) -> int:
    """The end of the list or of the table in braces that opens at the offset."""
    if depth > _DEPTH:
        raise FaultError(Fault("E008", opened, 1, start))
    close, item = ("]", _list_item) if within == "list" else ("}", _table_item)
    at = _skip(text, opened + 1)
    while not text.startswith(close, at):
        _still_open(text, at, opened, start, within)
        if text[at] == ",":
            raise FaultError(Fault("E037", at, 1, start))
        at = _skip(text, item(text, at, key, start, depth + 1))
        _still_open(text, at, opened, start, within, after=True)
        if text[at] == ",":
            at = _skip(text, at + 1)
        elif text[at] != close:
            raise FaultError(tokens.no_comma(text, at, opened, start, within))
    return at + 1


def _list_item(text: str, at: int, key: int, start: int, depth: int) -> int:
    return _value(text, at, at, start, "list", depth)


def _table_item(text: str, at: int, key: int, start: int, depth: int) -> int:
    return _pair(text, at, start, "table", depth)


def _skip(text: str, at: int) -> int:
    return _GAP.match(text, at).end()  # type: ignore[union-attr]


def _still_open(text: str, at: int, opened: int, start: int, within: str, *, after: bool = False) -> None:
    """A fault where the text ends, or where a line begins the next record while a bracket is open."""
    code = "E017" if within == "list" else "E019"
    line = text.rfind("\n", 0, at) + 1
    if at >= len(text):
        raise FaultError(Fault(code, opened, 1, start, to_end=True))
    begins = not text[line:at].strip() and line > opened and _START.match(text, line)
    if begins and (within == "list" or after or text[at] == "["):
        raise FaultError(Fault(code, opened, 1, start))
