"""What a card is made of: blocks that lay themselves out as lines of styled text for a given width."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from guide.catalogue.model import Ref
from guide.text import fit, width
from guide.view import roles


class Block(Protocol):
    """A piece of a card."""

    def lines(self, cells: int) -> list[Text]:
        """The block as lines, each at most so many cells wide."""
        ...


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one thing, ready to be laid out."""

    ref: Ref
    title: str
    blocks: tuple[Block, ...]

    def lines(self, cells: int) -> list[Text]:
        """The whole card as lines, each at most so many cells wide."""
        return [line for block in self.blocks for line in block.lines(max(cells, 8))]


def styled(text: str, role: str) -> Text:
    """Text in a role that what is appended to it does not inherit."""
    return Text().append(text, role)


def link(text: str, ref: Ref, role: str = roles.LINK) -> Text:
    """The text as a link to a thing's card."""
    made = styled(text, role)
    made.stylize(Style(meta={roles.GO: ref}))
    return made


def outside(text: str, url: str) -> Text:
    """The text as a link that leaves the guide."""
    made = styled(text, roles.LINK)
    made.stylize(Style(meta={roles.OPEN: url}))
    return made


def joined(parts: Sequence[Text | str], between: str = " · ") -> Text:
    """The parts that are not empty, in one text, with something between."""
    kept = [Text(part) if isinstance(part, str) else part for part in parts if part]
    return Text(between).join(kept) if kept else Text()


def wrap(text: Text, cells: int) -> list[Text]:
    """The text in lines of at most so many cells: broken at spaces, within a word only where it is too long."""
    done: list[Text] = []
    for paragraph in text.split("\n", allow_blank=True):
        plain = paragraph.plain
        if cell_len(plain) <= cells:
            done.append(paragraph)
            continue
        done.extend(line for line in paragraph.divide(_breaks(plain, cells)) if line.plain)
    for line in done:
        line.rstrip()
    return done


def _breaks(plain: str, cells: int) -> list[int]:
    breaks: list[int] = []
    start = used = 0
    space = -1
    for at, letter in enumerate(plain):
        used += cell_len(letter)
        if letter == " ":
            space = at
        if used > cells and letter != " ":
            start = space + 1 if space >= start else at
            breaks.append(start)
            used = cell_len(plain[start : at + 1])
    return breaks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, wrapped; ``indent`` cells in front, ``hang`` more from its second line on."""

    text: Text
    indent: int = 0
    hang: int = 0

    def lines(self, cells: int) -> list[Text]:
        """The text wrapped."""
        first = wrap(self.text, max(cells - self.indent, 4))
        if len(first) > 1 and self.hang:
            rest = self.text[len(first[0].plain) :]
            rest = rest[len(rest.plain) - len(rest.plain.lstrip(" ").removeprefix("\n")) :]
            first = [first[0], *wrap(rest, max(cells - self.indent - self.hang, 4))]
        pads = [self.indent, *([self.indent + self.hang] * (len(first) - 1))]
        return [Text(" " * pad).append_text(line) for pad, line in zip(pads, first, strict=True)]


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line."""

    def lines(self, cells: int) -> list[Text]:
        """One empty line."""
        return [Text()]


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part of a card, with a rule to the edge and perhaps a count."""

    text: str
    count: str = ""

    def lines(self, cells: int) -> list[Text]:
        """An empty line and the heading."""
        head = fit(self.text, min(width(self.text), cells - 2))
        line = styled(head, roles.HEADING)
        if self.count and line.cell_len + width(self.count) < cells:
            line.append(f" {self.count}", roles.QUIET)
        rest = cells - line.cell_len - 1
        if rest > 0:
            line.append(" " + "─" * rest, roles.TRACK)
        return [Text(), line]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and what they stand for, the labels in one column where there is room for it."""

    pairs: tuple[tuple[str, Text], ...]

    def lines(self, cells: int) -> list[Text]:
        """Each pair, its text wrapped beside the label (or beneath it on narrow cards)."""
        column = max((width(label) for label, _ in self.pairs), default=0) + 2
        beside = column <= cells * 2 // 5
        done: list[Text] = []
        for label, text in self.pairs:
            if beside:
                for at, line in enumerate(wrap(text, cells - column)):
                    front = fit(label if at == 0 else "", column)
                    done.append(styled(front, roles.LABEL).append_text(line))
            else:
                if label:
                    done += wrap(styled(label, roles.LABEL), cells)
                done += Paragraph(text, indent=2).lines(cells)
        return done


@dataclass(frozen=True, slots=True)
class Items:
    """A list: each item behind a sign, wrapped with a hanging indent."""

    items: tuple[Text, ...]
    sign: str = "·"

    def lines(self, cells: int) -> list[Text]:
        """The items one after the other."""
        done: list[Text] = []
        pad = width(self.sign) + 1
        for item in self.items:
            for at, line in enumerate(wrap(item, max(cells - pad, 4))):
                front = f"{self.sign} " if at == 0 else " " * pad
                done.append(styled(front, roles.QUIET).append_text(line))
        return done


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: Text
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars to one scale, the numbers right-aligned beside them."""

    bars: tuple[Bar, ...]

    def lines(self, cells: int) -> list[Text]:
        """A line a bar: label, number, bar."""
        if not self.bars:
            return []
        numbers = max(width(bar.shown) for bar in self.bars)
        names = min(max(bar.label.cell_len for bar in self.bars), max(cells * 2 // 5, cells - numbers - 24))
        names = min(names, max(cells - numbers - 1, 1))
        room = cells - names - numbers - 3
        most = max(bar.value for bar in self.bars) or 1
        done = []
        for bar in self.bars:
            name = _cut(bar.label, names)
            line = name.append(" " * (names - name.cell_len + 1) + fit(bar.shown, numbers, right=True))
            if room >= 4:
                line.append(" ").append(_bar(bar.value / most, room), roles.BAR)
            done.append(line)
        return done


_EIGHTHS = " ▏▎▍▌▋▊▉█"


def _bar(share: float, cells: int) -> str:
    eighths = max(round(share * cells * 8), 1 if share > 0 else 0)
    full, part = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[part] if part else "")


def _cut(text: Text, cells: int) -> Text:
    made = text.copy()
    if made.cell_len > cells:
        made.truncate(max(cells, 1), overflow="ellipsis")
    return made


@dataclass(frozen=True, slots=True)
class Arrow:
    """From where to where: two towns joined by a drawn arrow, what they lie in beneath each."""

    origin: Text
    target: Text
    beneath_origin: Text = field(default_factory=Text)
    beneath_target: Text = field(default_factory=Text)

    def lines(self, cells: int) -> list[Text]:
        """Two lines side by side, or one under the other where it is narrow."""
        left = max(self.origin.cell_len, self.beneath_origin.cell_len)
        right = max(self.target.cell_len, self.beneath_target.cell_len)
        shaft = cells - left - right - 4
        if shaft < 3:
            down = styled("  │\n  ▼", roles.ACCENT).split("\n")
            first = [self.origin, *([self.beneath_origin] if self.beneath_origin else [])]
            last = [self.target, *([self.beneath_target] if self.beneath_target else [])]
            return [line for text in first for line in Paragraph(text, 2).lines(cells)] + [
                *down,
                *(line for text in last for line in Paragraph(text, 2).lines(cells)),
            ]
        shaft = min(shaft, 12)
        drawn = "─" * (left - self.origin.cell_len + shaft - 1) + "▶"
        top = Text("  ").append_text(self.origin).append(f" {drawn} ", roles.ACCENT).append_text(self.target)
        if not (self.beneath_origin or self.beneath_target):
            return [top]
        gap = " " * (left - self.beneath_origin.cell_len + shaft + 2)
        return [top, Text("  ").append_text(self.beneath_origin).append(gap).append_text(self.beneath_target)]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side where the card is wide enough, one after the other where it is not."""

    parts: tuple[tuple[Block, ...], ...]
    least: int = 44
    gap: int = 4

    def lines(self, cells: int) -> list[Text]:
        """The columns in lines; the number of columns follows from the width."""
        count = min(len(self.parts), max((cells + self.gap) // (self.least + self.gap), 1))
        if count < 2:
            return [line for part in self.parts for block in part for line in block.lines(cells)]
        each = (cells - self.gap * (count - 1)) // count
        stacks: list[list[Text]] = [[] for _ in range(count)]
        for part in self.parts:
            shortest = min(stacks, key=len)
            shortest += [line for block in part for line in block.lines(each)]
        done = []
        for row in range(max(map(len, stacks))):
            line = Text()
            for at, stack in enumerate(stacks):
                piece = stack[row] if row < len(stack) else Text()
                line.append_text(piece)
                if at < count - 1:
                    line.append(" " * (each - piece.cell_len + self.gap))
            line.rstrip()
            done.append(line)
        return done
