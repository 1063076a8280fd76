"""Where a key and its value stand in a valid TOML text: found on demand, since only problems need it.

The text is cut once into sections at its headers; the body of a section is walked only when a path in
it is asked for. Nothing is validated: the parser has accepted the text, so values need only be skipped.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

Path = tuple[str | int, ...]


class Span(NamedTuple):
    """Offsets in the text: of the key (a list's item has none: its value's), of the value, and behind the value."""

    key: int
    value: int
    end: int


class _Section(NamedTuple):
    path: Path
    header: Span
    start: int
    end: int


_LINES = r"""\"\"\"(?>[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}|'''(?>[^']++|'(?!''))*+'{3,5}"""
_STRING = rf"""(?>{_LINES}|"(?>[^"\\\n]++|\\.)*+"|'[^'\n]*+')"""
_LINE = (
    rf"""(?>{_STRING}|[\[{{](?>[^"'\[\]{{}}#\n]++|"(?>[^"\\\n]++|\\.)*+"|'[^'\n]*+')*+[\]}}]|[^"'\[{{#\s][^#\n]*+)"""
)
_WORD = r"""(?>[A-Za-z0-9_-]++|"(?>[^"\\\n]++|\\.)*+"|'[^'\n]*+')"""
_PLAIN_LINES = re.compile(
    rf"(?>[ \t]*+(?>#[^\n]*+|{_WORD}(?>[ \t]*+\.[ \t]*+{_WORD})*+[ \t]*+=[ \t]*+{_LINE}[ \t]*+(?>#[^\n]*+)?+)?+\r?\n)++"
)
_DEPTH = 100  # what lies deeper is no field of a catalogue
_ITEMS = 2000  # of a list within a record: no reader of fields goes further
_GAP = re.compile(r"(?>[ \t\r\n,]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_KEY_PART = re.compile(_WORD)
_TEXT = re.compile(_STRING)
_HEADER = re.compile(r"\[\[([A-Za-z0-9_-]++)\]\]")
_BARE = re.compile(r"[^,\]}#\r\n]*[^,\]}#\r\n \t]")
_BRACKETS = re.compile(rf"{_STRING}|#[^\n]*+|[\[\]{{}}]")


class Locator:
    """The places of one text; ``span`` answers for one path, ``point`` turns an offset into line and column."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sections: dict[Path, list[_Section]] | None = None
        self._usual: dict[str, list[tuple[int, int, int] | None]] = {}  # [[table]]: header, body, end of each record
        self._tables: dict[Path, Span] = {}
        self._spans: dict[int, dict[Path, Span]] = {}
        self._newlines: list[int] | None = None

    def point(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1, columns in characters."""
        if self._newlines is None:
            self._newlines = [match.start() for match in re.finditer("\n", self._text)]
        line = bisect_right(self._newlines, offset - 1)
        return line + 1, offset - (self._newlines[line - 1] if line else -1)

    def bounds(self, line: int) -> tuple[int, int]:
        """The offsets at which a line, counted from 1, begins and ends."""
        self.point(0)
        newlines = self._newlines or []
        return newlines[line - 2] + 1 if line > 1 else 0, newlines[line - 1] if line <= len(newlines) else len(
            self._text
        )

    def span(self, path: Path) -> Span | None:
        """Where the path stands; for a table with a header, its header; None where it is not in the text."""
        sections = self._cut()
        for length in range(len(path), -1, -1):
            for section in (*self._record(path[:length]), *sections.get(path[:length], ())):
                found = self._body(section).get(path)
                if found is not None:
                    return found
        return self._tables.get(path) or next((section.header for section in self._record(path)), None)

    def nearest(self, path: Path) -> Span | None:
        """Where the path or the innermost thing around it stands."""
        for length in range(len(path), 0, -1):
            found = self.span(path[:length])
            if found is not None:
                return found
        return None

    def all(self) -> dict[Path, Span]:
        """Every key, value and header of the text."""
        sections = [section for found in self._cut().values() for section in found]
        spans = dict(self._tables)
        for table, records in self._usual.items():
            for number in range(len(records)):
                for section in self._record((table, number)):
                    spans.setdefault(section.path, section.header)
                    sections.append(section)
        for section in sections:
            spans.update(self._body(section))
        return spans

    def _record(self, path: Path) -> list[_Section]:
        """The section of a record that has the usual header: one, or none where it has another."""
        if len(path) != 2 or not isinstance(path[1], int):
            return []
        records = self._usual.get(str(path[0]), ())
        found = records[path[1]] if path[1] < len(records) else None
        return [_Section(path, Span(found[0], found[0], found[1]), found[1], found[2])] if found else []

    def _cut(self) -> dict[Path, list[_Section]]:
        if self._sections is not None:
            return self._sections
        text, size = self._text, len(self._text)
        self._sections = {}
        counts: dict[Path, int] = {}
        path: Path = ()
        table = ""  # of the record that is open, where its header is the usual one
        header = Span(0, 0, 0)
        start = at = 0
        while True:
            plain = _PLAIN_LINES.match(text, at)
            at = _GAP.match(text, plain.end() if plain else at).end()  # type: ignore[union-attr]
            if at < size and text[at] != "[":
                at = self._skip_pair(at)
                continue
            if table:
                self._usual[table].append((header.key, start, at))
            else:
                self._sections.setdefault(path, []).append(_Section(path, header, start, at))
            if at >= size:
                return self._sections
            usual = _HEADER.match(text, at)
            table = usual[1] if usual else ""
            if usual:
                counts[table,] = counts.get((table,), 0) + 1
                start = usual.end()
                header = Span(at, at, start)
                if table not in self._usual:
                    self._usual[table] = []
                    self._tables.setdefault((table,), header)
            else:
                path, start = self._header(at, counts)
                header = Span(at, at, start)
            at = start

    def _header(self, at: int, counts: dict[Path, int]) -> tuple[Path, int]:
        double = self._text.startswith("[[", at)
        keys, end = self._keys(at + 1 + double)
        end += 1 + double
        path: Path = ()
        span = Span(at, at, end)
        for key in keys[:-1]:
            path = (*path, key)
            if path in counts:
                path = (*path, counts[path] - 1)
            self._tables.setdefault(path, span)
        path = (*path, keys[-1])
        if double:
            self._tables.setdefault(path, span)
            if len(path) == 1:
                self._usual.setdefault(keys[0], []).append(None)
            counts[path] = counts.get(path, 0) + 1
            path = (*path, counts[path] - 1)
        self._tables[path] = span
        return path, end

    def _body(self, section: _Section) -> dict[Path, Span]:
        spans = self._spans.get(section.start)
        if spans is None:
            spans = self._spans[section.start] = {}
            at = _GAP.match(self._text, section.start).end()  # type: ignore[union-attr]
            while at < section.end:
                at = _GAP.match(self._text, self._pair(section.path, at, spans)).end()  # type: ignore[union-attr]
        return spans

    def _keys(self, at: int) -> tuple[list[str], int]:
        """The parts of a key, and the offset of what follows it."""
        keys = []
        while True:
            part = _KEY_PART.match(self._text, _SPACE.match(self._text, at).end())  # type: ignore[union-attr]
            word = part[0]  # type: ignore[index]
            keys.append(_unquoted(word) if word[0] in "\"'" else word)
            at = _SPACE.match(self._text, part.end()).end()  # type: ignore[union-attr]
            if not self._text.startswith(".", at):
                return keys, at
            at += 1

    def _skip_pair(self, at: int) -> int:
        _, at = self._keys(at)
        return self._skip(_SPACE.match(self._text, at + 1).end())  # type: ignore[union-attr]

    def _skip(self, at: int) -> int:
        """The offset behind the value that begins there."""
        text, first = self._text, self._text[at]
        if first in "\"'":
            return _TEXT.match(text, at).end()  # type: ignore[union-attr]
        if first not in "[{":
            return _BARE.match(text, at).end()  # type: ignore[union-attr]
        return self._closed(at + 1)

    def _closed(self, at: int) -> int:
        """The offset behind the bracket that closes what is open there."""
        depth = 1
        for mark in _BRACKETS.finditer(self._text, at):
            if mark[0] in "[{":
                depth += 1
            elif mark[0] in "]}":
                depth -= 1
                if depth == 0:
                    return mark.end()
        return len(self._text)

    def _pair(self, path: Path, start: int, spans: dict[Path, Span]) -> int:
        keys, at = self._keys(start)
        at = _SPACE.match(self._text, at + 1).end()  # type: ignore[union-attr]
        for length in range(1, len(keys)):
            spans.setdefault((*path, *keys[:length]), Span(start, start, start))
        path = (*path, *keys)
        end = self._value(path, at, spans)
        spans[path] = Span(start, at, end)
        return end

    def _value(self, path: Path, at: int, spans: dict[Path, Span]) -> int:
        text, first = self._text, self._text[at]
        if first not in "[{" or len(path) > _DEPTH:
            return self._skip(at)
        at = _GAP.match(text, at + 1).end()  # type: ignore[union-attr]
        count = 0
        while text[at] not in "]}":
            if first == "{":
                end = self._pair(path, at, spans)
            elif count == _ITEMS and len(path) > 2:
                return self._closed(at)
            else:
                item = (*path, count)
                end = self._value(item, at, spans)
                spans[item] = Span(at, at, end)
                count += 1
            at = _GAP.match(text, end).end()  # type: ignore[union-attr]
        return at + 1


def _unquoted(word: str) -> str:
    if word[0] == "'" or "\\" not in word:
        return word[1:-1]
    import tomli

    return str(tomli.loads(f"x = {word}")["x"])
