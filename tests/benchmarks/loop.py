"""The longest that one callback keeps the event loop, in CPU time, while one types, scrolls and goes through tabs."""

import asyncio
import asyncio.events
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from guide import places
from tests.benchmarks.figures import SIZE, Figure, a_home, large_catalogue

QUERIES = ("станкозавод", "минск мебель", "gjktcmt", "ооо")


class Watch:
    """Times every callback of asyncio while it is on."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.what = ""
        self.during = ""
        self.all: list[float] = []

    @contextmanager
    def watching(self, during: str) -> Iterator[None]:
        """Counts the callbacks that run meanwhile."""
        self.during = during
        yield

    def ran(self, seconds: float, handle: asyncio.events.Handle) -> None:
        """One callback ran."""
        self.all.append(seconds)
        if seconds > self.longest:
            self.longest, self.what = seconds, f"{self.during}: {_named(handle)}"


def _named(handle: asyncio.events.Handle) -> str:
    callback: Any = getattr(handle, "_callback", None)
    task = getattr(callback, "__self__", None)
    return task.get_name() if isinstance(task, asyncio.Task) else getattr(callback, "__qualname__", repr(callback))


@contextmanager
def timed(watches: list[Watch]) -> Iterator[None]:
    """Times each run of a handle by the CPU time of its thread, so that a busy machine does not count."""
    original = asyncio.events.Handle._run

    def run(self: asyncio.events.Handle) -> None:
        began = time.thread_time()
        original(self)
        took = time.thread_time() - began
        for watch in watches:
            watch.ran(took, self)

    asyncio.events.Handle._run = run  # type: ignore[method-assign]
    try:
        yield
    finally:
        asyncio.events.Handle._run = original  # type: ignore[method-assign]


async def _use(catalogue: Path, queries: tuple[str, ...], scrolls: int) -> dict[str, Watch]:
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered
    from guide.tui.tabs import IDS

    watches = {name: Watch() for name in ("typing", "scrolling", "tabs")}
    app = GuideApp(catalogue, "en", remembered=Remembered())
    async with app.run_test(size=SIZE) as pilot:
        while app.world is None:  # noqa: ASYNC110 - nothing to be told by
            await asyncio.sleep(0.02)
        for at in (*range(1, len(IDS) + 1), 2):  # each tab once: what is worked out on the first visit is there
            await pilot.press(f"alt+{at % 10}")
            await pilot.pause(0.1)
        with timed([watches["typing"]]):
            for query in queries:
                for letter in query:
                    watches["typing"].during = f"“{query}”"
                    await pilot.press("space" if letter == " " else letter)
                    await pilot.pause(0.08)
                await pilot.press("ctrl+u")
                await pilot.pause(0.08)
        with timed([watches["scrolling"]]):
            for key in ("down", "pagedown", "ctrl+end", "up", "pageup", "ctrl+home"):
                watches["scrolling"].during = key
                for _ in range(scrolls):
                    await pilot.press(key)
                await pilot.pause(0.08)
        with timed([watches["tabs"]]):
            for at in (*range(1, len(IDS) + 1), *range(len(IDS), 0, -1)):
                watches["tabs"].during = IDS[at - 1]
                await pilot.press(f"alt+{at % 10}")
                await pilot.pause(0.1)
    return watches


async def _look(rounds: int) -> Watch:
    """Moves about the plan of the example fair, whose halls are measured."""
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered

    watch = Watch()
    app = GuideApp(places.bundled("example-fair"), "en", remembered=Remembered())
    async with app.run_test(size=SIZE) as pilot:
        while app.world is None or not app.world.whole:  # noqa: ASYNC110 - nothing to be told by
            await asyncio.sleep(0.02)
        await pilot.press("alt+9", "tab")
        await pilot.pause(0.2)
        with timed([watch]):
            for key in ("right", "down", "plus", "shift+right", "left", "minus", "pagedown", "f6", "home"):
                watch.during = key
                for _ in range(rounds):
                    await pilot.press(key)
                    await pilot.pause(0.05)
    return watch


def measure(catalogue: Path | None = None, queries: tuple[str, ...] = QUERIES, scrolls: int = 12) -> list[Figure]:
    """The longest callback of each way of using the guide."""
    import os

    catalogue = catalogue or large_catalogue()
    if catalogue is None:
        return []
    with a_home() as home:
        before = os.environ.get("GUIDE_HOME")
        os.environ["GUIDE_HOME"] = str(home)
        try:
            watches = asyncio.run(_use(catalogue, queries, scrolls))
            watches["plan"] = asyncio.run(_look(min(scrolls, 4)))
        finally:
            if before is None:
                del os.environ["GUIDE_HOME"]
            else:
                os.environ["GUIDE_HOME"] = before
    return [
        Figure(f"longest callback, {name}", watch.longest * 1000, 16.0, "ms", watch.what)
        for name, watch in watches.items()
    ]


if __name__ == "__main__":
    print(*measure(), sep="\n")
