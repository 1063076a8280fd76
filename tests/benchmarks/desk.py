"""From Enter to the desk's large card beside the yardstick's echo of a letter; and how long the desk holds the loop."""

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks import filled
from tests.benchmarks.figures import SIZE, Figure, a_home, median, p95
from tests.benchmarks.keystrokes import PAUSE, yardstick_times
from tests.benchmarks.loop import Watch, timed
from tests.benchmarks.visit import EXHIBITORS, at_home, longest
from tests.terminal import Terminal, guide, surroundings

QUERIES = ("тольяттин", "Xiamen", "станки", "K012", "гардероб", "павильон 7", "gjktcmt")
LETTERS = ("станки", "gjktcmt", "иванов")


def answers(home: Path, catalogue: Path, queries: Sequence[str], shown: dict[str, str], rounds: int) -> list[float]:
    """Seconds from Enter to the whole card, for each query in each round; ``shown`` has the cards that are known."""
    arguments = ("desk", "--lang", "ru", "-c", str(catalogue))
    with Terminal(guide(*arguments), surroundings(home, GUIDE_NOW=filled.DURING), SIZE) as terminal:
        terminal.sees("F12")
        terminal.wait(lambda: "Гардероб" in terminal.text)
        terminal.rests(2.0)  # what is worked out after the first showing is there
        times = []
        for _ in range(rounds + (not shown)):
            for query in queries:
                terminal.send(query)
                terminal.rests(0.3)
                before = _card(terminal)
                sent = terminal.send("enter")
                if query in shown:
                    times.append(_seen(terminal, shown[query], query) - sent)
                    time.sleep(PAUSE)
                else:
                    terminal.rests(0.5)
                    shown[query] = _card(terminal)
                    assert shown[query] != before, query
                terminal.send("escape")
                terminal.rests(0.4)
        return times


def _seen(terminal: Terminal, card: str, query: str) -> float:
    return terminal.wait(lambda: _card(terminal) == card, f"the card of {query!r}")


def _card(terminal: Terminal) -> str:
    """What stands between the box and the keys."""
    return terminal.region(0, 4, SIZE[0], SIZE[1] - 2)


async def _use(catalogue: Path, queries: Sequence[str]) -> dict[str, list[Watch]]:
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered
    from guide.tui.screens.desk import DeskScreen

    rounds: dict[str, list[Watch]] = {}
    app = GuideApp(catalogue, "ru", remembered=Remembered(), opened_for="desk")
    async with app.run_test(size=SIZE) as pilot:
        while not (app.world is not None and app.world.whole and isinstance(app.screen, DeskScreen)):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        await pilot.pause(1.0)

        async def presses(what: str, key: str, during: str) -> None:
            watch = Watch()
            rounds.setdefault(what, []).append(watch)
            with timed([watch]):
                watch.during = during
                await pilot.press(key)
                await pilot.pause(0.15)

        for query in queries:
            for letter in query:
                await presses("typing", "space" if letter == " " else letter, f"“{query}”")
            await presses("card", "enter", query)
            await presses("visitor's language", "f2", query)
            await presses("more of it", "enter", query)
            await presses("more of it", "escape", query)
            await presses("next person", "escape", query)
    return rounds


def measure(
    size: int = EXHIBITORS,
    queries: Sequence[str] = QUERIES,
    rounds: int = 5,
    turns: int = 2,
    letters: Sequence[str] = LETTERS,
) -> list[Figure]:
    """The card beside the echo, median and p95; the longest callback of each way of using the desk."""
    cards: dict[str, str] = {}
    echoes: dict[str, str] = {}
    ours: list[float] = []
    theirs: list[float] = []
    with a_home() as home:
        file = home / "fair.toml"
        filled.write(filled.fair(size), file)
        for _ in range(turns):
            theirs += yardstick_times(home, letters, echoes, rounds)
            ours += answers(home, file, queries, cards, rounds)
        with at_home(home):
            done = asyncio.run(_use(file, queries))
    figures = [_figure(name, of, ours, theirs, goal) for name, of, goal in (("median", median, 2.0), ("p95", p95, 3.0))]
    return figures + [longest(f"longest callback at the desk, {name}", rounds) for name, rounds in done.items()]


def _figure(
    name: str, of: Callable[[list[float]], float], ours: list[float], theirs: list[float], goal: float
) -> Figure:
    detail = f"{of(ours) * 1000:.1f} ms : {of(theirs) * 1000:.1f} ms over {len(ours)} cards"
    return Figure(f"Enter to card, {name}", of(ours) / of(theirs), goal, detail=detail)


if __name__ == "__main__":
    print(*measure(), sep="\n")
