"""A calendar's text as components and their lines, read as far as it goes: RFC 5545 with what is broken told."""

import binascii
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.i18n import N_
from guide.intake.files import ForeignError, Incoming
from guide.intake.oddities import Oddity
from guide.text import clean, one_line

LONGEST = 200_000
"""Characters that one line may have, joined of its pieces; what is behind them is passed over."""

COMPONENTS = 50_000
"""Entries that are read of one calendar."""

LINES = 500_000
"""Lines that a calendar may have."""

MANY = 200  # oddities of one kind that are told


_PLAIN = re.compile(r"([A-Za-z0-9-]+):(.*)\Z", re.DOTALL)  # most lines: a name, no parameters
_ESCAPED = re.compile(r"\\([nN\\;,:])")


_QUOTED = "QUOTED-PRINTABLE"


class Line(NamedTuple):
    """One property: its name in capitals, its parameters by names in capitals, its value, and its line from 1."""

    name: str
    parameters: Mapping[str, str]
    value: str
    row: int


class Component:
    """What stands between a BEGIN and its END: its name in capitals, the line of its BEGIN, lines and components."""

    __slots__ = ("lines", "name", "parts", "row")

    def __init__(self, name: str, row: int) -> None:
        self.name = name
        self.row = row
        self.lines: list[Line] = []
        self.parts: list[Component] = []

    def first(self, name: str) -> Line | None:
        """The first property of that name."""
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> list[Line]:
        """The properties of that name."""
        return [line for line in self.lines if line.name == name]

    def said(self, name: str) -> str:
        """The value of the first property of that name that has one, cleaned."""
        return next((text for line in self.all(name) if (text := clean(line.value).strip())), "")


def components(file: Incoming, text: str) -> tuple[list[Component], list[Oddity]]:
    """The outermost components of a text, and what was odd: lines that are none, components that never end.

    A component that is still open where its outer one ends, or where another entry begins, ends there. Raises
    ForeignError for more than :data:`LINES` lines.
    """
    from icalendar.parser import Contentline

    if text.count("\n") + text.count("\r") > 2 * LINES:
        raise ForeignError(
            N_("{file} has more than {limit} entries."), N_("Is this the right file?"), file=file.name, limit=LINES
        )
    top = Component("", 0)
    stack = [top]
    oddities: list[Oddity] = []
    count = 0

    def odd(code: str, row: int, value: str) -> None:
        if len(oddities) < MANY:
            oddities.append(Oddity(code, file.name, row, "", one_line(clean(value))[:80]))

    for row, content in _unfolded(text):
        head, _, rest = content.partition(":")
        mark, name = head.strip().upper(), rest.strip().upper()[:40]
        if mark == "BEGIN":
            while name == "VEVENT" and any(each.name == name for each in stack):
                odd("I073", stack[-1].row, stack[-1].name)
                stack.pop()
            count += 1
            component = Component(name, row)
            if count <= COMPONENTS and len(stack) < 20:
                stack[-1].parts.append(component)
            stack.append(component)
        elif mark == "END":
            if not name or name not in (each.name for each in stack):
                odd("I070", row, content)
                continue
            while stack[-1].name != name:
                odd("I073", stack[-1].row, stack[-1].name)
                stack.pop()
            stack.pop()
        else:
            if plain_line := _PLAIN.match(content):
                stack[-1].lines.append(Line(plain_line[1].upper(), {}, _unescaped(plain_line[2]), row))
                continue
            try:
                name, parameters, value = Contentline(content).parts()  # type: ignore[no-untyped-call]
                plain = {str(key).upper(): _single(each) for key, each in parameters.items()}
                text = _quoted(content, plain) if plain.get("ENCODING", "").upper() == _QUOTED else str(value)
                stack[-1].lines.append(Line(str(name).upper(), plain, text, row))
            except (ValueError, KeyError, IndexError, TypeError, AttributeError):
                odd("I070", row, content)
        if len(stack) > 1000:
            break
    for component in stack[1:]:
        odd("I073", component.row, component.name)
    return top.parts, oddities


def _quoted(content: str, parameters: Mapping[str, str]) -> str:
    """The value of a line as vCalendar 1.0 wrote letters: "=D0=90" is «А»."""
    data = binascii.a2b_qp(content.partition(":")[2].encode("ascii", "replace"))
    try:
        return data.decode(parameters.get("CHARSET") or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _unescaped(value: str) -> str:
    """A text as it was before it was escaped; "\\\\n" is a backslash and an n."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value) if "\\" in value else value


def _single(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with the number of their first piece: what begins with a space goes on with the line before it."""
    row, pieces, length = 0, [""], 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if pieces[-1].endswith("=") and _QUOTED in pieces[0].upper():
            pieces = ["".join(pieces)[:-1] + line.lstrip()]  # goes on, as quoted-printable has it
            continue
        if line[:1] in (" ", "\t"):
            if length < LONGEST:
                pieces.append(line[1:])
                length += len(line)
            continue
        whole = "".join(pieces)[:LONGEST]
        if whole.strip():
            yield row, whole
        row, pieces, length = number, [line], len(line)
    whole = "".join(pieces)[:LONGEST]
    if whole.strip():
        yield row, whole
