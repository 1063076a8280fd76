"""From findings to problems: the line and column of each, the line itself, and the words to say it in."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from guide.catalogue.codes import CODES, DID_YOU_MEAN, LOOKS_THE_SAME
from guide.catalogue.findings import Fault, Finding, First
from guide.catalogue.locate import Locator
from guide.catalogue.problems import ERROR, WARNING, Problem
from guide.catalogue.suggest import latin
from guide.text import clean, fit, width

_WINDOW, _BEFORE, _TAB = 160, 60, "    "
_INCOMPLETE = frozenset({"E102", "E103", "E120"})


@dataclass(slots=True)
class Text:
    """One file for the report: its name as it is shown, its text, and what was amiss in it before the check.

    ``readable`` is the text without its faults, where it has some; ``partial`` are the headers of
    records that were read in part.
    """

    name: str
    text: str
    faults: Sequence[Fault] = ()
    readable: str | None = None
    partial: Collection[int] = ()
    locator: Locator = field(init=False)

    def __post_init__(self) -> None:
        self.locator = Locator(self.text if self.readable is None else self.readable)

    def line(self, number: int) -> str:
        """A line as it stands in the file."""
        start, end = self.locator.bounds(number)
        return self.text[start:end].rstrip("\r")


def report(texts: Sequence[Text], findings: Sequence[Finding]) -> tuple[Problem, ...]:
    """The problems of all files in the order of the files and lines.

    That a key is missing is not said of a record of which a line could not be read.
    """
    problems: list[tuple[tuple[int, int, int], Problem]] = []
    for number, text in enumerate(texts):
        for fault in text.faults:
            problem = _problem(text, fault.code, fault.offset, fault.length, fault.values, fault.near)
            problems.append(((number, problem.line, problem.column), problem))
    for finding in findings:
        number = finding.where[0]
        text = texts[number]
        span = text.locator.nearest(finding.where[1:])
        if span is None:
            start, end = 0, 0
        elif finding.at == "key":
            start, end = span.key, span.value if span.value > span.key else span.end
            end = start + len(text.text[start:end].split("=")[0].rstrip())
        else:
            start, end = span.value, span.end
        if finding.code in _INCOMPLETE and start in text.partial:
            continue
        problem = _problem(text, finding.code, start, end - start, _filled(finding.values, texts), finding.near)
        problems.append(((number, problem.line, problem.column), problem))
    problems.sort(key=lambda pair: pair[0])
    return tuple(problem for _, problem in problems)


class Later(Sequence[Problem]):
    """The problems of sound files, found in their texts only when someone looks at them; how many is known before."""

    def __init__(self, texts: Sequence[Text], findings: Sequence[Finding]) -> None:
        self._texts, self._findings = texts, findings
        self._told: tuple[Problem, ...] | None = None

    def __len__(self) -> int:
        return len(self._findings)

    @overload
    def __getitem__(self, at: int) -> Problem: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Problem]: ...

    def __getitem__(self, at: int | slice) -> Problem | Sequence[Problem]:
        return self._all()[at]

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def _all(self) -> tuple[Problem, ...]:
        if self._told is None:
            self._told = report(self._texts, self._findings)
        return self._told


def _filled(values: dict[str, Any], texts: Sequence[Text]) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, First):
            text = texts[value.where[0]]
            span = text.locator.nearest(value.where[1:])
            filled["file"] = text.name.replace("\\", "/").rsplit("/", 1)[-1]
            filled["line"] = text.locator.point(span.key)[0] if span else 1
        else:
            filled[key] = value
    return filled


def _problem(text: Text, code: str, start: int, length: int, values: dict[str, Any], near: str) -> Problem:
    said = CODES[code]
    line, column = text.locator.point(start)
    row = text.line(line)
    length = min(length, len(row) - column + 1)
    excerpt, pad, mark = _excerpt(row, column - 1, max(1, length))
    return Problem(
        code=code,
        severity=WARNING if code.startswith("W") else ERROR,
        file=text.name,
        line=line,
        column=column,
        message=said.message,
        hint=_meant(str(values.get("value", "")), near) if near else said.hint,
        values={**values, "near": near} if near else values,
        length=max(0, length),
        excerpt=excerpt,
        pad=pad,
        mark=mark,
    )


def _meant(written: str, near: str) -> str:
    alike = written.casefold() != near.casefold() and latin(written) == latin(near)
    return LOOKS_THE_SAME if alike else DID_YOU_MEAN


def _excerpt(row: str, at: int, length: int) -> tuple[str, int, int]:
    """A window of the row around the place, safe to show; the cells before the place, and those that it takes."""
    start = max(0, at - _BEFORE) if len(row) > _WINDOW else 0
    lead = "…" if start else ""
    before = lead + _shown(row[start:at])
    piece = _shown(row[at : at + length])
    whole = before + piece + _shown(row[at + length : at + length + _WINDOW])
    if width(whole) > _WINDOW:
        whole = fit(whole, _WINDOW).rstrip()
    pad = width(before)
    return whole, pad, max(1, min(width(piece), width(whole) - pad))


def _shown(piece: str) -> str:
    return clean(piece.replace("\t", _TAB)).replace("\n", " ")
