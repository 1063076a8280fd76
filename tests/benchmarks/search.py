"""How well and how fast the search finds, beside others that have the same texts and queries.

Slow rivals are asked for a set time only; the table says how many queries each was asked.
"""

import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from guide.catalogue.model import Catalogue
from guide.search.index import Index
from tests.benchmarks import asked, fairs, figures, indexed, rivals
from tests.benchmarks.asked import Query
from tests.benchmarks.figures import Figure
from tests.benchmarks.indexed import Typed, letter_by_letter
from tests.benchmarks.rivals import Ask

SIZE, SIZES, SEED = 5_000, (5_000, 100_000), 1
GOALS = {
    "a": (97, 99), "b": (95, 98), "c": (98, 99.5), "d": (98, 99.5), "e": (99.5, 100), "f": (95, 99), "g": (97, 99.5),
    "h": (99.5, 100), "s": (99, 100), "p": (99, 100),
}  # fmt: skip
"""Class -> percent of the queries of which a right answer is to be the first, and one of the first three."""

OURS = "the guide"
_TYPED = 60
"""Queries that are typed letter by letter."""


@dataclass
class Score:
    """What one search made of the queries."""

    built: float = 0.0
    asked: int = 0
    groups: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    typed: Typed | None = None

    def count(self, query: Query, ids: Sequence[str]) -> None:
        """One answer."""
        right = [key in query.gold for key in ids[:3]]
        self.asked += 1
        for group in (query.kind[0], "all"):
            counted = self.groups[group]
            counted[0] += 1
            counted[1] += right[:1] == [True]
            counted[2] += any(right)

    def percent(self, group: str) -> tuple[float, float] | None:
        """Top-1 and top-3 of a class."""
        count, first, three = self.groups.get(group, (0, 0, 0))
        return (100 * first / count, 100 * three / count) if count else None


def in_turn(queries: Sequence[Query]) -> list[Query]:
    """The queries so mixed that any first part of them has about as many of each class."""
    by_kind: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_kind[query.kind].append(query)
    rng = Random(SEED)
    placed = []
    for some in by_kind.values():
        rng.shuffle(some)
        placed += [((at + rng.random()) / len(some), query) for at, query in enumerate(some)]
    return [query for _, query in sorted(placed)]


def scored(ask: Ask, queries: Sequence[Query], seconds: float, score: Score) -> Score:
    """Asks the queries whole, then types some of them, both for so many seconds of CPU at most."""
    end = time.process_time() + seconds
    for query in queries:
        score.count(query, ask(query.text))
        if time.process_time() > end:
            break
    score.typed = letter_by_letter(ask, [query.text for query in queries[:_TYPED]], seconds)
    return score


def compared(catalogue: Catalogue, queries: Sequence[Query], seconds: float) -> Iterator[tuple[str, Score | None]]:
    """The score of each search, ours first; None for one that is not installed."""
    queries = in_turn(queries)
    began = time.process_time()
    index = Index.build(catalogue)
    yield OURS, scored(indexed.asked(index), queries, float("inf"), Score(time.process_time() - began))
    rows = rivals.rows(catalogue)
    for rival in rivals.RIVALS:
        if not rival.installed:
            yield rival.name, None
            continue
        began = time.process_time()
        ask = rival.make(rows)
        yield rival.name, scored(ask, queries, seconds, Score(time.process_time() - began))


def table(scores: dict[str, Score | None]) -> list[str]:
    """The scores side by side: a line for each class with top-1 / top-3, then milliseconds of CPU a key."""
    names = list(scores)
    wide = [max(13, len(name)) for name in names]
    ours = scores[OURS]
    groups = [group for group in (*GOALS, "all") if ours and group in ours.groups]

    def line(title: str, cells: Sequence[str], goal: str = "") -> str:
        return f"{title:<16}{goal:>12}  " + "  ".join(f"{cell:>{w}}" for cell, w in zip(cells, wide, strict=True))

    def per(tell: str, unit: str, how: str) -> str:
        return line(tell, [unit.format(_value(score, how)) if score else "" for score in scores.values()])

    lines = [line("top-1 / top-3 %", names, "goal")]
    for group in groups:
        cells = []
        for score in scores.values():
            percent = score.percent(group) if score else None
            cells.append("{:.1f} / {:.1f}".format(*percent) if percent else "not asked" if score else "not installed")
        lines.append(line(group, cells, "{:g} / {:g}".format(*GOALS[group]) if group in GOALS else ""))
    lines.append(per("queries asked", "{:.0f}", "asked"))
    lines += [per(f"ms a key, {how}", "{:.2f}", how) for how in ("p50", "p95", "longest")]
    lines.append(per("built, CPU s", "{:.2f}", "built"))
    return lines


def _value(score: Score, how: str) -> float:
    return float(getattr(score.typed if how in ("p50", "p95", "longest") else score, how))


def quality(score: Score) -> Figure:
    """How many classes are short of their goal, and which."""
    short = []
    for group, goal in GOALS.items():
        percent = score.percent(group)
        if percent and any(value < least for value, least in zip(percent, goal, strict=True)):
            short.append(group)
    return Figure("search: classes short of their goal", len(short), 0, "of 10", " ".join(short))


def speed(size: int, catalogue: Catalogue, queries: Sequence[Query]) -> list[Figure]:
    """Building, opening, memory and typing, of an index alone."""
    large = size > SIZE
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as folder:
        told = indexed.alone(catalogue, [query.text for query in in_turn(queries)[: 2 * _TYPED]], Path(folder))
    built, opened = told["build"], told["open"]
    called = f"{size:,}"
    typed = f"over {opened['keys']} keys, p50 {opened['p50']:.2f} ms"
    figures = [
        Figure(f"index built, {called}", float(built["seconds"]), 15.0 if large else 1.0, "s", "CPU"),
        Figure(f"index opened, {called}", float(opened["again"]) * 1000, 10.0, "ms",
               f"CPU; {float(opened['seconds']) * 1000:.1f} ms the first time, first answer {opened['first']:.1f} ms"),
        Figure(f"CPU a key, p95, {called}", float(opened["p95"]), 12.0 if large else 5.0, "ms", typed),
        Figure(f"CPU a key, longest, {called}", float(opened["max"]), 33.0 if large else 16.0, "ms",
               f"“{opened['slowest']}”"),
    ]  # fmt: skip
    for name, value in (("built", built["mb"]), ("opened", opened["mb"]), ("opened and typed in", opened["typed_mb"])):
        figures.append(Figure(f"memory, {name}, {called}", float(value), 70.0, "MB", "resident, index alone"))
    return figures


def given(size: int | None, catalogue: Path | None, queries: Path | None, each: int) -> tuple[Catalogue, list[Query]]:
    """The fair to ask, and what is asked: those named, else GUIDE_SEARCH_SET's, else made ones."""
    large = figures.large_catalogue() if os.environ.get("GUIDE_SEARCH_SET") and not size else None
    file = catalogue or large
    if file is None:
        fair = fairs.fair(size or SIZE, SEED)
    else:
        from guide.catalogue.load import load

        fair = load(file).catalogue
    beside = large.with_name("queries.tsv") if large and not catalogue else None
    queries = queries or (beside if beside and beside.is_file() else None)
    if queries:
        return fair, asked.read(queries)
    return fair, asked.queries(fair, SEED, each)


def measure(
    size: int | None = None,
    queries: Path | None = None,
    catalogue: Path | None = None,
    seconds: float = 20.0,
    each: int = 40,
    sizes: Sequence[int] | None = None,
) -> Iterator[Figure]:
    """The table of all searches is printed; the figures are of ours alone."""
    fair, asking = given(size, catalogue, queries, each)
    print(f"# {len(fair.exhibitors):,} exhibitors, {len(asking):,} queries")
    scores = dict(compared(fair, asking, seconds))
    print(*table(scores), sep="\n", flush=True)
    ours = scores[OURS]
    assert ours is not None
    yield quality(ours)
    for one in sizes or ([size] if size else SIZES):
        made = fairs.fair(one, SEED)
        yield from speed(one, made, asked.queries(made, SEED, max(each // 5, 2)))


if __name__ == "__main__":
    print(*measure(), sep="\n")
