"""A visit of 10,000 marks and 2,000 notes: how soon the guide opens with it, how long each change holds the loop."""

import asyncio
import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import filled
from tests.benchmarks.figures import SIZE, Figure, a_home, compared, median, open_guide
from tests.benchmarks.loop import Watch, timed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from guide.tui.app import GuideApp

EXHIBITORS, MARKS, NOTES, STOPS = 5000, 10_000, 2_000, 40
NOTE = "Ask for prices"
PATIENT_STEPS = 100
PATIENCE = 30.0
"""Seconds that something may take on a busy machine."""

_BESIDE = "Exhib. "


def opened(home: Path, catalogue: Path, stars: bool) -> tuple[float, float, float]:
    """Seconds until the frame is painted, until the lists are filled, and until what is marked shows."""
    with open_guide(home, catalogue) as terminal:
        frame = terminal.sees("F10") - terminal.started
        filled_at = terminal.wait(lambda: _counted(terminal.screen.display, _BESIDE)) - terminal.started
        marked = filled_at
        if stars:
            marked = terminal.wait(lambda: _counted(terminal.screen.display, "Visit ")) - terminal.started
        terminal.rests(0.5)
        return frame, filled_at, marked


def _counted(lines: list[str], words: str) -> bool:
    return any((rest := line.partition(words)[2].strip()) and rest[0].isdigit() for line in lines[:8])


def started(catalogue: Path, rounds: int, marks: int, notes: int, stops: int) -> list[Figure]:
    """First paint and filled lists beside those with an empty file of visits, started in turn."""
    from guide.catalogue.load import load

    with a_home() as empty, a_home() as full:
        with at_home(full):
            filled.fill(load(catalogue).catalogue, marks=marks, notes=notes, stops=stops)
        for home in (empty, full):  # what is read is kept for the next start
            with open_guide(home, catalogue) as terminal:
                terminal.wait(lambda: _counted(terminal.screen.display, _BESIDE))
                end = time.monotonic() + PATIENCE
                while time.monotonic() < end and not list(home.rglob("index-*.kept")):
                    terminal.rests(0.1)
        times = [(opened(empty, catalogue, False), opened(full, catalogue, True)) for _ in range(rounds)]
    without, with_all = (list(zip(*side, strict=True)) for side in zip(*times, strict=True))
    what = f"{marks} marks"
    return [
        compared(f"first paint, {what} : none", median(list(with_all[0])), median(list(without[0])), 1.1),
        compared(f"lists filled, {what} : none", median(list(with_all[1])), median(list(without[1])), 1.1),
        compared(f"marks shown, {what} : lists filled", median(list(with_all[2])), median(list(without[1])), 1.3),
    ]


@contextlib.contextmanager
def at_home(home: Path) -> Iterator[None]:
    """The settings folder of this process meanwhile, and a moment of the fair."""
    before = {name: os.environ.get(name) for name in ("GUIDE_HOME", "GUIDE_NOW")}
    os.environ.update(GUIDE_HOME=str(home), GUIDE_NOW=filled.DURING)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class Used:
    """The guide with its visit read, and what is done to it one after the other."""

    def __init__(self, app: "GuideApp", pilot: "Pilot[int]") -> None:
        self._app = app
        self._pilot = pilot
        self.rounds: dict[str, list[Watch]] = {}

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            await asyncio.sleep(0.01)

    async def does(self, what: str, *keys: str, times: int = 1, pause: float = 0.08) -> None:
        """Presses keys so many times, and waits each time until all is saved; each is a round of its own."""
        for _ in range(times):
            watch = Watch()
            self.rounds.setdefault(what, []).append(watch)
            with timed([watch]):
                for key in keys:
                    watch.during = key
                    await self._pilot.press(key)
                    await self._pilot.pause(pause)
                await self.is_saved()
                await self._pilot.pause(0.1)

    async def goes_to_a_stop(self) -> None:
        """Steps down until the cursor of the plan is on a stop."""
        for _ in range(PATIENT_STEPS):
            if self._app.main.plan.current_stop is not None:
                return
            await self._pilot.press("down")
        raise AssertionError("no stop in the plan")

    async def is_saved(self) -> None:
        """Waits until everything that was done is in the file."""
        browsing = self._app.main.browsing
        assert browsing is not None
        keeping = browsing.visiting.keeping
        assert keeping is not None
        await self.until(lambda: keeping.saved)


async def _use(catalogue: Path, marks: int, times: int) -> dict[str, list[Watch]]:
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered

    app = GuideApp(catalogue, "en", remembered=Remembered())
    async with app.run_test(size=SIZE) as pilot:
        used = Used(app, pilot)
        await used.until(lambda: app.world is not None and app.world.whole)
        browsing = app.main.browsing
        assert browsing is not None
        await used.until(lambda: len(browsing.visiting.visit.marks) >= marks)
        await pilot.press("alt+2", "pagedown", "alt+8", "alt+2")
        await pilot.pause(0.5)
        await used.does("marking", "f5", times=times)
        await used.does("visited and rating", "ctrl+b", "ctrl+r", times=times)
        await used.does("note", "ctrl+n", *("space" if letter == " " else letter for letter in NOTE), "escape",
                        times=times)  # fmt: skip
        for _ in range(times):
            await used.does("note opened", "ctrl+n")
            await used.does("note kept at a pause", "x", pause=1.2)
            await used.does("note closed", "escape")
        await used.does("undo and redo", "ctrl+z", "ctrl+y", times=times)
        await used.does("My visit opened", "alt+8", "alt+2", times=times)
        await pilot.press("alt+8")
        await pilot.pause(0.3)
        await used.does("plan gone through", "down", "down", "pagedown", "ctrl+home", times=times)
        await used.goes_to_a_stop()
        await used.does("stop moved", "alt+down", times=times)
        await used.does("stop moved, undone", "ctrl+z", "ctrl+y", times=times)
        await used.does("stop out of the plan and in", "delete", "ctrl+z", times=times)
        await used.does("search in My visit", *"завод", "ctrl+u", times=times)
        await used.does("stop edited", "ctrl+d", "escape", times=times)
    return used.rounds


def held(catalogue: Path, marks: int, notes: int, stops: int, times: int) -> list[Figure]:
    """The longest callback of each thing that is done to the visit."""
    from guide.catalogue.load import load

    with a_home() as home, at_home(home):
        filled.fill(load(catalogue).catalogue, marks=marks, notes=notes, stops=stops)
        done = asyncio.run(_use(catalogue, marks, times))
    return [longest(f"longest callback, {name}", rounds) for name, rounds in done.items()]


def longest(name: str, rounds: list[Watch]) -> Figure:
    """The longest callback of a round, median over the rounds: a busy machine is slow now and then."""
    worst = max(rounds, key=lambda watch: watch.longest)
    detail = f"at worst {worst.longest * 1000:.0f} ms in {len(rounds)} rounds, {worst.what}"
    return Figure(name, median([watch.longest * 1000 for watch in rounds]), 16.0, "ms", detail)


def started_with(size: int, marks: int, notes: int, stops: int, rounds: int) -> list[Figure]:
    """How the guide opens with such a visit to a fair of such a size."""
    with _made(size) as file:
        return started(file, rounds, marks, notes, stops)


def held_by(size: int, marks: int, notes: int, stops: int, times: int) -> list[Figure]:
    """What changing such a visit to a fair of such a size costs."""
    with _made(size) as file:
        return held(file, marks, notes, stops, times)


@contextlib.contextmanager
def _made(size: int) -> Iterator[Path]:
    with a_home() as folder:
        file = folder / "fair.toml"
        filled.write(filled.fair(size), file)
        yield file


def measure() -> list[Figure]:
    """Both, with a large visit to a large fair."""
    return [
        *started_with(EXHIBITORS, MARKS, NOTES, STOPS, rounds=9),
        *held_by(EXHIBITORS, MARKS, NOTES, STOPS, times=5),
    ]


if __name__ == "__main__":
    print(*measure(), sep="\n")
