"""Rows of raw cells finished: tidied, letters that were coded twice mended, lost ones told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from guide.i18n import N_
from guide.intake.coded_twice import once, suspected
from guide.intake.files import ForeignError, Incoming
from guide.intake.grid import COLUMNS, letters_of
from guide.intake.oddities import Oddity
from guide.intake.tidied import is_settled, tidy, trimmed
from guide.text import cut, one_line

Rows = Sequence[tuple[int, tuple[str, ...]]]
"""Rows as a sheet has them: each its number from 1 and its cells."""

_EACH = 20  # cells with one fault that are named; more are how the file is written
_SHOWN = 100  # cells of a value that an oddity shows
_TURN = 1000  # rows between two ticks


def finished(
    name: str, raw: Iterable[tuple[int, Sequence[str]]], tick: Callable[[int], None], indented: set[int]
) -> tuple[Rows, list[Oddity]]:
    """The rows that have a word, tidied and without empty cells at their ends, and what was odd about their letters.

    ``name`` is the file's; ``tick`` is called now and then with how many rows are done. To ``indented`` the rows are
    added whose first word two spaces or more stand before. Raises ForeignError for a row that is wider than those of
    Excel.
    """
    rows: list[tuple[int, tuple[str, ...]]] = []
    twice_coded: list[Oddity] = []
    for done, (number, cells) in enumerate(raw, 1):
        whole = "\n".join(cells)
        if suspected(whole):
            cells = [mended(cell, name, (number, at), twice_coded) for at, cell in enumerate(cells, 1)]  # noqa: PLW2901
        finish = trimmed if is_settled(whole) else tidy
        texts = [finish(cell) if cell else "" for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        refuse_if_too_wide(name, number, texts)
        if texts:
            rows.append((number, tuple(texts)))
            if any(cell[:2].isspace() and len(cell) > 2 and cell.strip() for cell in cells[:3]):
                indented.add(number)
        if done % _TURN == 0:
            tick(done)
    return rows, [*fewer(twice_coded), *unreadable(name, rows)]


def refuse_if_too_wide(name: str, number: int, row: Sequence[str]) -> None:
    """Raises ForeignError for a row that is wider than those of Excel."""
    if len(row) > COLUMNS:
        raise ForeignError(
            N_("{file}, row {row}: {count} columns are more than any list has."), N_("Is this the right file?"),
            file=name, row=number, count=len(row),
        )  # fmt: skip


def onward(tick: Callable[[int, int], None], before: int, whole: int) -> Callable[[int], None]:
    """A tick for a part of the rows, with so many before it, of so many in all."""
    return lambda done: tick(before + done, whole)


def empty(file: Incoming) -> ForeignError:
    """What is said of a file without a word."""
    return ForeignError(N_("{file} is empty."), file=file.name)


def unreadable(name: str, rows: Sequence[tuple[int, tuple[str, ...]]]) -> Iterator[Oddity]:
    """The cells in which letters were lost before or while they were read, each by its row and its column’s letters."""
    for number, row in rows:
        if any("\ufffd" in cell for cell in row):
            for column, cell in enumerate(row, 1):
                if "\ufffd" in cell:
                    yield Oddity("I002", name, number, letters_of(column), cut(one_line(cell), _SHOWN))


def mended(cell: str, name: str, place: tuple[int, int], odd: list[Oddity]) -> str:
    """The text of a cell with letters that were coded twice as they were before.

    What was done is added to ``odd``; ``place`` is its row and column from 1.
    """
    better = once(cell)
    if better != cell:
        found = cut(one_line(tidy(better)), _SHOWN)
        value = cut(one_line(tidy(cell)), _SHOWN)
        odd.append(Oddity("I094", name, place[0], letters_of(place[1]), value, {"found": found}))
    return better


def fewer(odd: list[Oddity]) -> list[Oddity]:
    """The oddities of cells with letters coded twice; where they are many, one that speaks for the whole file."""
    return odd if len(odd) <= _EACH else [replace(odd[0], row=0, column="")]
