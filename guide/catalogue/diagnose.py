"""What can be read of a text that is no TOML: every fault of it, and the table of all that is sound."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guide.catalogue.fields import TABLES
from guide.catalogue.findings import Fault
from guide.catalogue.model import Ref
from guide.catalogue.read import parse
from guide.catalogue.scan import scan, statements
from guide.catalogue.tokens import shown

_TRIES, _TRIES_LARGE, _LARGE = 40, 8, 400_000
_SHOWN = 200

_HEADER = re.compile(r"^[ \t]*+\[\[?[ \t]*+([^\W\d][\w-]*+)[ \t]*+(?:\]|$)", re.M)
_STATEMENT = re.compile(r"[ \t]*+(?:\[\[?[ \t]*+[^\W\d][\w.\"' -]*+\]|[\w\"'.-][^=\n]*=)")
_ID = re.compile(r"""^[ \t]*+(id|code|hall)[ \t]*+[=:]?[ \t]*+["'«“]?([^\s"'»”#=]+)""", re.M)
_HUGE = re.compile(r"\d[\d_]{4000,}")


@dataclass(slots=True)
class Mended:
    """The table of what is sound; ``lost`` records cannot be read, those at ``partial`` headers not in full."""

    table: Mapping[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    lost: set[Ref] = field(default_factory=set)
    partial: set[int] = field(default_factory=set)
    readable: str = ""  # the text without what is no TOML, every offset as it was


def mend(text: str, refused: Sequence[Fault] = (), *, gentle: bool = False) -> Mended:
    """Reads what can be read of a text: what is no TOML is blanked out, and the rest parsed again.

    Line by line, where a statement has a fault of its own; the whole record, where its header has one.
    What only the parser sees (a key given twice) is taken out one by one, up to a bound. ``refused``
    are the faults found before parsing: their lines go, too. ``gentle`` is that of :func:`guide.catalogue.read.parse`.
    """
    mended = Mended(faults=list(refused))
    headers = [(match.start(), match[1]) for match in _HEADER.finditer(text)]
    blanks: list[tuple[int, int]] = []
    for fault in refused:
        if fault.code in ("E006", "E007"):
            start, end = _line(text, fault.offset)
            if text[start:end].lstrip().startswith("["):
                end = _next(text, start)
            blanks.append((start, end))
    readable = _blanked(text, blanks)
    scanned = scan(readable)
    mended.faults += scanned.faults
    for start, end in blanks + scanned.blanks:
        _note(text, headers, start, end, mended)
    readable = _blanked(readable, scanned.blanks)
    for fault, start, end in _repeated(readable):
        mended.faults.append(fault)
        blanks.append((start, end))
        _note(text, headers, start, end, mended)
    readable = _blanked(readable, blanks)
    for _ in range(_TRIES if len(text) < _LARGE else _TRIES_LARGE):
        try:
            mended.table = parse(readable, gentle=gentle)
            mended.readable = readable
            break
        except (ValueError, RecursionError) as error:
            fault, start, end = _refusal(readable, error)
            mended.faults.append(fault)
            _note(text, headers, start, end, mended)
            readable = _blanked(readable, [(start, end)])
    mended.faults.sort(key=lambda fault: fault.offset)
    rest = mended.faults[_SHOWN:]
    if rest:
        mended.faults[_SHOWN:] = [Fault("E046", rest[0].offset, 1, values={"count": len(rest)})]
    return mended


def _line(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def _next(text: str, at: int) -> int:
    """The start of the next header behind this line."""
    header = _HEADER.search(text, min(_line(text, at)[1] + 1, len(text)))
    return header.start() if header else len(text)


def _blanked(text: str, blanks: Sequence[tuple[int, int]]) -> str:
    """The text with spaces for what is blanked out, so that every other offset stays."""
    parts, done = [], 0
    for first, end in sorted(blanks):
        if end > done:
            start = max(first, done)
            parts += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
            done = end
    return "".join((*parts, text[done:]))


def _note(text: str, headers: Sequence[tuple[int, str]], start: int, end: int, mended: Mended) -> None:
    """Remembers which records a blank takes out or leaves in part."""
    here = bisect_right(headers, (end, "")) - 1
    if here >= 0 and headers[here][0] >= _line(text, start)[0]:
        first = bisect_left(headers, (_line(text, start)[0], ""))
        for at, kind in headers[first : here + 1]:
            _lose(kind, text[at : _next(text, at)], mended)
        return
    mended.partial.add(headers[here][0] if here >= 0 else 0)
    if here >= 0 and re.match(r"[ \t]*+(?:id|code)\b", text[start:end]):
        at, kind = headers[here]
        _lose(kind, text[at : _next(text, at)], mended)


def _lose(kind: str, record: str, mended: Mended) -> None:
    if kind == "fair":
        mended.lost.add(Ref("fair", ""))
    names = dict(reversed(_ID.findall(record)))
    if kind in TABLES and "id" in names:
        mended.lost.add(Ref(kind, names["id"]))
    if kind == "stand" and "code" in names:
        mended.lost.add(Ref(kind, names["code"]))
        if "hall" in names:
            mended.lost.add(Ref(kind, f"{names['hall']}#{names['code']}"))


def _repeated(text: str) -> list[tuple[Fault, int, int]]:
    """Every key that stands twice in its record, with the stretch of the second one."""
    found: list[tuple[Fault, int, int]] = []
    seen: dict[str, int] = {}
    for start, end in statements(text):
        if text[start] == "[":
            seen = {}
            continue
        key = text[start:end].split("=", 1)[0].strip()
        first = seen.setdefault(key, start)
        if first != start:
            line = text.count("\n", 0, first) + 1
            found.append((Fault("E027", start, len(key), start, {"key": shown(key), "line": line}), start, end))
    return found


def _refusal(text: str, error: Exception) -> tuple[Fault, int, int]:
    """What the parser refuses in a text that reads well line by line, and the stretch to blank out for it."""
    if isinstance(error, RecursionError):
        return Fault("E008", 0, 0), 0, len(text)
    at = getattr(error, "pos", None)
    if at is None:
        huge = _HUGE.search(text)
        start, end = _line(text, huge.start()) if huge else (0, len(text))
        return Fault("E044", huge.start() if huge else 0, 1, start), start, end
    start, end = _line(text, max(0, at - 1))
    while start and not _STATEMENT.match(text, start):
        start = text.rfind("\n", 0, start - 1) + 1
    row = text[start : _line(text, start)[1]]
    lead = len(row) - len(row.lstrip())
    header = re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]", row)
    if header:
        end = _next(text, start)
        return _twice(text, header[1], start + lead, header=True), start, end
    inline = re.match(r"Duplicate inline table key '(.*)'", str(error))
    if inline:
        second = max(text.rfind(inline[1], start, at), start)
        line = text.count("\n", 0, text.find(inline[1], start)) + 1
        return Fault("E027", second, len(inline[1]), start, {"key": shown(inline[1]), "line": line}), start, end
    key = row.split("=", 1)[0].strip()
    return _twice(text, key, start + lead, header=False), start, end


def _twice(text: str, key: str, at: int, *, header: bool) -> Fault:
    """The fault of a key or a header that stands there already, in the same form or in another."""
    section = 0
    if not header:
        for above in re.compile(r"^[ \t]*+\[", re.M).finditer(text, 0, at):
            section = above.start()
    name = re.escape(key)
    pattern = rf"^[ \t]*\[[ \t]*{name}[ \t]*\]" if header else rf"^[ \t]*{name}[ \t]*="
    first = re.compile(pattern, re.M).search(text, section, at)
    code = ("E028" if header else "E027") if first else "E041"
    if first is None:
        for word in (key.rpartition(".")[2], key.partition(".")[0]):
            before = re.compile(rf"^[ \t]*(?:\[+[ \t]*)?{re.escape(word.strip())}\b", re.M).finditer(text, 0, at)
            first = first or max(before, key=re.Match.start, default=None)
    if first is None:
        return Fault("E010", at, len(key), at)
    if code == "E028" and key == "fair":
        code = "E045"
    return Fault(code, at, len(key), at, {"key": shown(key), "line": text.count("\n", 0, first.start()) + 1})
