"""The news as lines of a list with a cursor: by groups, the old beside the new, or beneath where it is narrow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from guide.i18n import C_, Tongue
from guide.text import cut, fit, width
from guide.view import roles
from guide.view.news import FRESH, GROUPS, NOTICES, OWN, Item

MOST = 100
"""Items of a group that are listed before "and so many more"."""

WIDE = 64
"""Cells from which on what was and what is stand beside the name."""

HIGHEST = 4
"""Lines that a name or a side is wrapped into."""

_SIGNS = 3  # cells of a row's signs
_GAP = 2
_BEFORE, _NOW = C_("changes", "Before"), C_("changes", "Now")

Parts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A line: pieces of text with their roles; ``item`` is the number of its item, -1 where it has none.

    ``more`` is the group of which more is listed when the line is chosen; such a line has an item of its own number,
    after those of the items.
    """

    parts: Parts = ()
    item: int = -1
    more: str = ""

    @property
    def plain(self) -> str:
        """The line without its roles."""
        return "".join(text for text, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Laid:
    """The lines, and what the cursor goes to: items, and the groups of which there is more."""

    lines: tuple[NewsLine, ...] = ()
    stops: tuple[Item | str, ...] = field(default=(), repr=False)


def news_lines(
    items: Sequence[Item], tongue: Tongue, cells: int, *, most: int = MOST, more: Mapping[str, int] | None = None
) -> Laid:
    """The items in lines of at most so many cells; of a group ``most``, and as many more as ``more`` says of it."""
    lines: list[NewsLine] = []
    stops: list[Item | str] = []
    for group, several in groupby(items, key=lambda item: item.group):
        here = list(several)
        if lines:
            lines.append(NewsLine())
        lines.append(NewsLine(_heading(group, len(here), tongue, cells)))
        listed = most + (more or {}).get(group, 0)
        for item in here[:listed]:
            lines += [NewsLine(parts, len(stops)) for parts in _item(item, cells)]
            stops.append(item)
        if (rest := len(here) - listed) > 0:
            words = tongue.n("and {count} more", "and {count} more", rest)
            lines.append(NewsLine(((" " * _SIGNS, ""), (cut(words, cells - _SIGNS), roles.LINK)), len(stops), group))
            stops.append(group)
    return Laid(tuple(lines), tuple(stops))


def _columns(cells: int) -> tuple[int, int, int]:
    """The cells of the name, of what was and of what is."""
    room = cells - _SIGNS - 2 * _GAP - 2  # the arrow
    side = max(room * 3 // 10, 16)
    return room - 2 * side, side, side


def _heading(group: str, count: int, tongue: Tongue, cells: int) -> Parts:
    context, message = GROUPS[group]
    number = tongue.number(count)
    title = cut(tongue.c(context, message) if context else tongue.t(message), cells - width(number) - 2)
    parts = [(f" {title}", roles.HEADING), (f" {number}", roles.QUIET)]
    at = width(title) + width(number) + 2
    if cells >= WIDE and group not in (FRESH, NOTICES):
        name, side, _ = _columns(cells)
        first, second = _SIGNS + name + _GAP, _SIGNS + name + 2 * _GAP + 2 + side
        if at < first:
            before, now = (cut(tongue.c("changes", word), side) for word in (_BEFORE, _NOW))
            one = {"new": "", "gone": before}.get(group, before)
            other = "" if group == "gone" else now
            parts.append((" " * (first - at) + fit(one, second - first) + other, roles.LABEL))
    return tuple(parts)


def _item(item: Item, cells: int) -> Iterator[Parts]:
    if item.group in (FRESH, NOTICES):
        yield from _notice(item, cells)
    elif cells >= WIDE:
        yield from _beside(item, cells)
    else:
        yield from _beneath(item, cells)


def _notice(item: Item, cells: int) -> Iterator[Parts]:
    """A notice through the whole line, when it was given at its end."""
    lines = wrapped(item.name + (f" ·\u00a0{item.kind}" if item.kind else ""), cells - _SIGNS)
    sign = (" ! ", roles.WARN if item.fresh else roles.QUIET)
    for number, line in enumerate(lines):
        yield (sign if number == 0 else (" " * _SIGNS, "")), (line, "" if item.fresh else roles.QUIET)


def _beside(item: Item, cells: int) -> Iterator[Parts]:
    """The name, what was, what is: in columns; each field on lines of its own."""
    name, side, last = _columns(cells)
    names = _named(item, name)
    rows: list[tuple[str, str, str]] = []
    for each in item.sides or (None,):
        old = _labelled(each.label, each.old) if each is not None else ""
        new = (each.new if each.old else _labelled(each.label, each.new)) if each is not None else ""
        both = (wrapped(old, side) if old else [""]), (wrapped(new, last) if new else [""])
        for at in range(max(map(len, both))):
            left, right = (part[at] if at < len(part) else "" for part in both)
            rows.append((left, "→ " if at == 0 and new else "  ", right))
    for at in range(max(len(names), len(rows))):
        words = names[at] if at < len(names) else ()
        gap = name - sum(width(text) for text, _ in words)
        left, arrow, right = rows[at] if at < len(rows) else ("", "", "")
        parts = [(_sign(item, at), roles.ACCENT), *words]
        if left or right:
            parts.append((" " * (gap + _GAP) + fit(left, side) + " " * _GAP, roles.QUIET))
            parts += [(arrow, roles.QUIET), (right, roles.ACCENT if right else "")]
        yield tuple(parts)


def _beneath(item: Item, cells: int) -> Iterator[Parts]:
    """The name; beneath it what was and what is, on one line where both fit there."""
    for at, words in enumerate(_named(item, cells - _SIGNS)):
        yield (_sign(item, at), roles.ACCENT), *words
    pad = (" " * (_SIGNS + 1), "")
    room = cells - _SIGNS - 1
    for each in item.sides:
        label = f"{each.label}: " if each.label else ""
        if width(label) + width(each.old) + width(each.new) + 3 <= room:
            old = (label + each.old + (" " if each.old else ""), roles.QUIET)
            yield pad, old, *((("→ ", roles.QUIET), (each.new, roles.ACCENT)) if each.new else ())
            continue
        if label or each.old:
            for line in wrapped((label + each.old).strip(), room):
                yield pad, (line, roles.QUIET)
        if each.new:
            for number, line in enumerate(wrapped(each.new, room - 2)):
                yield pad, ("  " if number else "→ ", roles.QUIET), (line, roles.ACCENT)


def _named(item: Item, cells: int) -> list[Parts]:
    """The name in lines; the kind behind it, beneath where there is no room; left out where a heading says enough."""
    about = item.about
    role = roles.KINDS.get(about.kind, "") if about is not None and item.ref is not None else roles.QUIET
    lines: list[Parts] = [((line, role),) for line in wrapped(item.name, cells)]
    last = lines[-1][0][0]
    if width(last) + width(item.kind) + 3 <= cells:
        lines[-1] = ((last, role), (f" · {item.kind}", roles.QUIET))
    elif item.group == OWN:
        lines.append(((cut(item.kind, cells), roles.QUIET),))
    return lines


def _sign(item: Item, line: int) -> str:
    return fit(item.signs if line == 0 else "", _SIGNS)


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if label else text


def wrapped(words: str, cells: int) -> list[str]:
    """A text in at most :data:`HIGHEST` lines of so many cells, cut where there is more; broken between words."""
    cells = max(cells, 4)
    if width(words) <= cells:
        return [words]
    lines = [""]
    left = cells
    for word in words.split(" "):
        wide = width(word)
        if not lines[-1]:
            lines[-1], left = word, cells - wide
        elif wide < left:
            lines[-1] += f" {word}"
            left -= wide + 1
        elif len(lines) == HIGHEST:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
            left = cells - wide
    return [cut(line, cells) for line in lines]
