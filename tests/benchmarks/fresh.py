"""How long the event loop is held while a changed catalogue of 30,000 exhibitors is read beside it and shown."""

import asyncio
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.benchmarks.fairs import fair, write
from tests.benchmarks.figures import SIZE, Figure, a_home
from tests.benchmarks.loop import Watch, timed

EXHIBITORS, TICK, PATIENCE = 30_000, 0.005, 300.0
MORE = '\n[[exhibitor]]\nid = "zz-{number}"\nname = "Zz {number}"\n'


class Probe:
    """Asks the loop for a turn every few milliseconds, and notes how long after that it comes.

    That is the least of the time and of the CPU time of the process that went by, so that a busy machine does not
    count; both threads of a process that share one lock cannot use more than one processor's.
    """

    def __init__(self) -> None:
        self.late: list[float] = []
        self.where: Counter[str] = Counter()

    @asynccontextmanager
    async def probing(self) -> AsyncIterator[None]:
        """Probes meanwhile."""
        task = asyncio.create_task(self._probe())
        try:
            yield
        finally:
            task.cancel()

    async def _probe(self) -> None:
        while True:
            began, used = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            late = min(time.perf_counter() - began - TICK, time.process_time() - used)
            self.late.append(late)
            if late > 0.02:
                self.where[f"{late * 1000:.0f} ms {_busy()}"] += 1


def _busy() -> str:
    """Where the thread is that reads."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    for ident, frame in sys._current_frames().items():
        if names.get(ident) == "guide-following":
            back = frame.f_back
            before = f" < {back.f_code.co_name}" if back is not None else ""
            return f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}:{frame.f_lineno}{before}"
    return ""


async def _renew(file: Path, rounds: int, rest: float) -> tuple[list[tuple[Probe, Watch]], list[float]]:
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered

    seen: list[tuple[Probe, Watch]] = []
    took: list[float] = []
    await _once(file)
    app = GuideApp(file, "en", remembered=Remembered())
    async with app.run_test(size=SIZE) as pilot:
        await _until(lambda: app.renewing.fresh is not None)
        await pilot.press("alt+2", "pagedown", "down")
        await pilot.pause(rest)
        for number in range(rounds):
            probe, watch = Probe(), Watch()
            async with probe.probing():
                with timed([watch]):
                    before, began = app.world, time.process_time()
                    with file.open("a", encoding="utf-8") as stream:
                        stream.write(MORE.format(number=number))
                    await _until(lambda before=before: app.world is not before)
                    took.append(time.process_time() - began)
                    before = None
                    await asyncio.sleep(rest)  # it is kept for the next start, and the one before is let go
            seen.append((probe, watch))
    return seen, took


async def _once(file: Path) -> None:
    """Opens the guide, so that it opens from its cache the next time, as it does for people."""
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered

    app = GuideApp(file, "en", remembered=Remembered())
    async with app.run_test(size=SIZE):
        await _until(lambda: app.renewing.fresh is not None)


async def _until(holds: object) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


def measure(exhibitors: int = EXHIBITORS, rounds: int = 2, rest: float = 4.0) -> list[Figure]:
    """The longest that the loop is held by the thread that reads, and by its own callbacks; ``rest`` after each."""
    with a_home() as home, tempfile.TemporaryDirectory(prefix="guide-bench-") as folder:
        file, before = Path(folder) / "fair.toml", os.environ.get("GUIDE_HOME")
        write(fair(exhibitors), file)
        os.environ["GUIDE_HOME"] = str(home)
        try:
            seen, took = asyncio.run(_renew(file, rounds, rest))
        finally:
            if before is None:
                del os.environ["GUIDE_HOME"]
            else:
                os.environ["GUIDE_HOME"] = before
    # What is held is held each time; what only one round has is another program's.
    probe = min((each for each, _ in seen), key=lambda each: max(each.late))
    watch = min((each for _, each in seen), key=lambda each: each.longest)
    worst = ", ".join(each for each, _ in sorted(probe.where.items(), key=lambda one: -float(one[0].split()[0]))[:8])
    return [
        Figure(f"the loop held, {exhibitors} renewed", max(probe.late) * 1000, 65.0, "ms", worst),
        Figure("longest callback meanwhile", watch.longest * 1000, 65.0, "ms", watch.what),
        Figure("CPU time of a renewal", max(took), 60.0, "s"),
    ]


if __name__ == "__main__":
    print(*measure(), sep="\n")
