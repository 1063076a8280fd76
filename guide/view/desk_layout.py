"""How a desk card fills its room: what matters most first, as large as it fits, and the least of it left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rich.text import Text

from guide.text import cut, width
from guide.view import roles
from guide.view.blocks import styled, wrap
from guide.view.large_letters import SIZES, drawn, figures, rows_of

_BESIDE = 18  # cells that there must be beside the figures at least
_GUTTER = 3  # cells between the figures and what stands beside them, or between two places
_LABELS = 22  # cells that the column of labels takes at most
_SHORT = 12  # signs of a name that is drawn: a longer one is read sooner as it is
_SHARE = 0.45  # of the height may be figures
_READ = 600  # characters of a text that are looked at: more than any card has the room for


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a card tells: its label ("" for none), the words, how soon they are needed (0 first).

    ``most`` is the number of lines that it may take; ``large`` is the end of the words that is drawn large
    where there is room for it: the number of a hall.
    """

    label: str
    text: Text
    need: int
    most: int = 1
    large: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or an hour on a card: what is drawn large, and the facts that stand beside it.

    ``only_drawn`` is for a name, which is among the facts as well and is no use spaced out; ``whose`` is
    said above it where a card has several that count alike.
    """

    large: str
    facts: tuple[Fact, ...] = ()
    whose: str = ""
    only_drawn: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together: how soon they are needed, how many of them at most, whether a gap is before them."""

    lines: list[Text] = field(default_factory=list)
    need: int = 0
    most: int = 1
    gap: bool = False


def fitted(parts: Sequence[Part], cells: int, rows: int) -> list[Text]:
    """The parts in their order in at most so many rows: the needed ones first, then gaps, the rest left out."""
    given = [0] * len(parts)
    room = rows
    for at in sorted(range(len(parts)), key=lambda n: parts[n].need):
        given[at] = min(len(parts[at].lines), parts[at].most, room)
        room -= given[at]
    shown = [at for at in range(len(parts)) if given[at]]
    wished = [at for at in shown[1:] if parts[at].gap]
    gaps = set(sorted(wished, key=lambda n: parts[n].need)[:room])
    done: list[Text] = []
    for at in shown:
        lines = parts[at].lines[: given[at]]
        if given[at] < len(parts[at].lines):
            lines[-1] = _ended(lines[-1], cells)
        done += [Text()] * (at in gaps) + lines
    return [_held(line, cells) for line in done[: max(rows, 0)]]


def _ended(line: Text, cells: int) -> Text:
    """The line with a sign at its end that more was to follow."""
    made = line.copy()
    made.rstrip()
    if made.plain.endswith("…"):
        return made
    if made.cell_len + 2 > cells:
        made.truncate(max(cells - 2, 0))
        made.rstrip()
    return made.append(" …", roles.QUIET)


def _held(line: Text, cells: int) -> Text:
    if line.cell_len <= cells:
        return line
    made = line.copy()
    made.truncate(max(cells, 0), overflow="ellipsis" if cells > 1 else "crop")
    return made


def paragraph(text: Text, cells: int, most: int) -> list[Text]:
    """The text wrapped to at most so many lines; the last one says if there was more."""
    if not text:
        return []
    lines = wrap(text[:_READ] if len(text) > _READ else text, max(cells, 2))
    if len(lines) > most:
        lines = [*lines[: most - 1], _ended(lines[most - 1], cells)] if most > 0 else []
    return lines


def fact_parts(facts: Sequence[Fact], cells: int, among: Sequence[Fact] = ()) -> list[Part]:
    """Each fact as a part, the labels in one column where there is room; its width is that of ``among`` as well."""
    widest = max((width(fact.label) for fact in (*facts, *among)), default=0)
    column = min(widest, _LABELS) + 2
    parts = []
    for fact in facts:
        if not fact.label:
            parts.append(Part(paragraph(fact.text, cells, fact.most), fact.need, fact.most))
            continue
        if column > cells // 3:
            text = styled(f"{fact.label}: ", roles.LABEL).append_text(fact.text)
            parts.append(Part(paragraph(text, cells, fact.most), fact.need, fact.most))
            continue
        fronts = [cut(fact.label, column - 2), *[""] * fact.most]
        lines = [
            styled(front + " " * (column - width(front)), roles.LABEL).append_text(line)
            for front, line in zip(fronts, paragraph(fact.text, cells - column, fact.most), strict=False)
        ]
        parts.append(Part(lines, fact.need, fact.most))
    return parts


def spot_parts(spot: Spot, cells: int, rows: int, need: int) -> tuple[list[Part], tuple[Fact, ...]]:
    """The figures of a place with what fits beside them, and the facts that have to stand beneath."""
    whose = [Part([styled(spot.whose, roles.TITLE)], need, 1, True)] if spot.whose else []
    high = int(rows * _SHARE) - len(whose)
    least = min(max([_BESIDE, *(_longest_word(fact.text.plain) for fact in spot.facts[:2])]), 2 * _BESIDE)
    for size in SIZES if not spot.only_drawn or len(spot.large) <= _SHORT else ():
        large = drawn(spot.large, cells, high, size)
        if len(large) != rows_of(size):
            continue
        # The name of a hall needs no more words beside it.
        facts = tuple(fact for fact in spot.facts if not spot.only_drawn or fact.text.plain != spot.large)
        if cells - width(large[0]) - _GUTTER >= least:
            part, facts = _with_beside(_figures(large, spot, need), size, facts, cells)
            return [*whose, part], facts
        if spot.only_drawn or size == SIZES[-1]:
            return [*whose, _figures(large, spot, need)], facts
    plain = () if spot.only_drawn else figures(spot.large, cells, 1)
    return [*whose, _figures(plain, spot, need)], spot.facts


def _figures(lines: Sequence[str], spot: Spot, need: int) -> Part:
    # The accent is for what is looked for: a number, an hour. A name is only large.
    role = roles.TITLE if spot.only_drawn else roles.ACCENT
    return Part([styled(line, role) for line in lines], need, len(lines), True)


def _longest_word(text: str) -> int:
    return max(map(width, text.split()[:40]), default=0)


def _with_beside(part: Part, size: int, facts: Iterable[Fact], cells: int) -> tuple[Part, tuple[Fact, ...]]:
    room = cells - part.lines[0].cell_len - _GUTTER
    beside: list[Text] = []
    beneath: list[Fact] = []
    for fact in facts:
        label = styled(f"{fact.label}: ", roles.LABEL) if fact.label else Text()
        # A hall's number is smaller than the stand's.
        lines = _numbered(fact, room, max(size - 1, SIZES[-1]))
        lines = lines or paragraph(label.append_text(fact.text), room, max(fact.most, 2))
        if beneath or len(beside) + len(lines) > len(part.lines):
            beneath.append(fact)
        else:
            beside += lines
    for line, more in zip(part.lines, beside, strict=False):
        line.append(" " * _GUTTER).append_text(more)
    return part, tuple(beneath)


def _numbered(fact: Fact, cells: int, size: int) -> list[Text]:
    """The words of a fact with the number at their end drawn large; nothing where there is none, or no room."""
    before = fact.text[: len(fact.text) - len(fact.large)]
    before.rstrip()
    front = before.cell_len + 2 if before else 0
    lines = []
    for at, line in enumerate(drawn(fact.large, cells - front, rows_of(size), size)):
        made = before.copy() if at == 0 else Text()
        lines.append(made.append(" " * (front - made.cell_len)).append(line, roles.TITLE))
    return lines


def side_by_side(spots: Sequence[Spot], cells: int, rows: int, need: int) -> Part | None:
    """Several places that count alike in columns, each under the name of whose it is; None where they do not fit."""
    each = (cells - _GUTTER * (len(spots) - 1)) // len(spots)
    high = int(rows * _SHARE) - 1 - max((len(spot.facts) for spot in spots), default=0)
    for size in SIZES:
        figures_of = [drawn(spot.large, each, high, size) for spot in spots]
        if all(len(large) == rows_of(size) for large in figures_of):
            break
    else:
        return None
    columns = []
    for spot, large in zip(spots, figures_of, strict=True):
        column = [styled(cut(spot.whose, each), roles.TITLE), *(styled(line, roles.ACCENT) for line in large)]
        columns.append([*column, *(line for fact in spot.facts for line in paragraph(fact.text, each, 1))])
    lines = []
    for at in range(max(map(len, columns))):
        line = Text()
        for column in columns:
            piece = column[at] if at < len(column) else Text()
            line.append_text(piece).append(" " * (each - piece.cell_len + _GUTTER))
        line.rstrip()
        lines.append(line)
    return Part(lines, need, len(lines), True)


def gapped(parts: Sequence[Part]) -> list[Part]:
    """The parts of one group with a gap before the first of them that has lines."""
    kept = [part for part in parts if part.lines]
    return [Part(part.lines, part.need, part.most, at == 0) for at, part in enumerate(kept)]


def head(name: str, others: Sequence[str], cells: int, rows: int) -> list[Part]:
    """The name on the first line with the other names beside it, or beneath where they do not fit."""
    most = max(min(rows // 5, 3), 1)
    lines = paragraph(styled(name, roles.TITLE), cells, most)
    room = cells - (lines[0].cell_len if lines else 0) - _GUTTER
    told = " · ".join(others)
    beside = told and len(lines) == 1 and width(told) <= room
    if beside:
        lines[0].append(" " * (cells - lines[0].cell_len - width(told)) + told, roles.QUIET)
    first = Part(lines, 0, most)
    if beside or not told:
        return [first]
    return [first, Part([styled(cut(told, cells), roles.QUIET)], 55)]
