"""From a key to the painted list, letter by letter, beside the yardstick's echo."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.figures import Figure, a_home, large_catalogue, median, open_guide, open_yardstick, p95
from tests.terminal import Terminal

QUERIES = ("станкозавод", "минск мебель", "gjktcmt", "traktor", "7c5", "ооо торговый дом", "иванов")
PAUSE = 0.09
"""Seconds between a painted letter and the next: the card has followed by then, as when a person types."""


def typed(terminal: Terminal, query: str, region: Callable[[], str], shown: dict[str, str]) -> list[float]:
    """Types a query and clears it; seconds from each letter to the list that belongs to what is typed then.

    ``shown`` has the list for each beginning of the query; what is not there yet is learnt, not measured.
    """
    times = []
    for end in range(1, len(query) + 1):
        beginning = query[:end]
        sent = terminal.send(query[end - 1])
        if beginning in shown:
            wanted = shown[beginning]
            # Where a letter changes nothing in the list, there is nothing to wait for.
            if region() != wanted:
                times.append(terminal.wait(lambda wanted=wanted: region() == wanted, f"{beginning!r}") - sent)
            time.sleep(PAUSE)
            terminal.catch_up()
        else:
            terminal.rests(0.2)
            shown[beginning] = region()
    for key in ("ctrl+u", "ctrl+home"):  # the list from its start, as it was before
        terminal.send(key)
        terminal.rests(0.15)
    return times


def guide_times(
    home: Path, catalogue: Path | None, queries: Sequence[str], shown: dict[str, str], rounds: int
) -> list[float]:
    """The guide's times, on its tab of exhibitors."""
    with open_guide(home, catalogue) as terminal:
        terminal.wait(lambda: any("Exhib" in line for line in terminal.screen.display[:8]))
        terminal.rests(1.0)
        terminal.send("alt+2")
        terminal.rests(0.4)
        return _rounds(terminal, queries, lambda: the_list(terminal), shown, rounds)


def the_list(terminal: Terminal) -> str:
    """What stands between the filters and the card."""
    return "\n".join(line.rpartition("▕")[2].partition("▏")[0] for line in terminal.screen.display[6:34])


def yardstick_times(home: Path, queries: Sequence[str], shown: dict[str, str], rounds: int) -> list[float]:
    """The yardstick's times."""
    with open_yardstick(home) as terminal:
        terminal.sees("yardstick")
        terminal.rests(0.4)
        return _rounds(terminal, queries, lambda: terminal.region(0, 3, 60, 4), shown, rounds)


def _rounds(
    terminal: Terminal, queries: Sequence[str], region: Callable[[], str], shown: dict[str, str], rounds: int
) -> list[float]:
    if not shown:
        for query in queries:
            typed(terminal, query, region, shown)
    return [seconds for _ in range(rounds) for query in queries for seconds in typed(terminal, query, region, shown)]


def measure(
    rounds: int = 3, catalogue: Path | None = None, queries: Sequence[str] = QUERIES, turns: int = 2
) -> list[Figure]:
    """Median and p95, the guide and the yardstick in turn."""
    catalogue = catalogue or large_catalogue()
    ours: list[float] = []
    theirs: list[float] = []
    lists: dict[str, str] = {}
    echoes: dict[str, str] = {}
    with a_home() as home:
        for _ in range(turns):
            theirs += yardstick_times(home, queries, echoes, rounds)
            ours += guide_times(home, catalogue, queries, lists, rounds)
    return [
        Figure(f"key to list, {name}", of(ours) / of(theirs), goal, detail=_detail(of(ours), of(theirs), len(ours)))
        for name, of, goal in (("median", median, 1.8), ("p95", p95, 2.5))
    ]


def _detail(ours: float, theirs: float, count: int) -> str:
    return f"{ours * 1000:.1f} ms : {theirs * 1000:.1f} ms over {count} letters"


if __name__ == "__main__":
    print(*measure(), sep="\n")
