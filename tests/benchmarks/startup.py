"""How soon the guide's frame is on the screen, and how soon its lists are filled and can be searched."""

import time
from pathlib import Path

from tests.benchmarks.figures import Figure, a_home, compared, large_catalogue, median, open_guide, open_yardstick

PATIENCE = 10.0
"""Seconds that keeping a large catalogue may take."""


def yardstick_paint(home: Path) -> float:
    """Seconds until the yardstick is painted."""
    with open_yardstick(home) as terminal:
        return terminal.sees("yardstick") - terminal.started


def guide_paint(home: Path, catalogue: Path | None = None) -> tuple[float, float]:
    """Seconds until the guide's frame is painted, and until its tabs say how many things they list."""
    with open_guide(home, catalogue) as terminal:
        # The last line has the keys: with it the whole frame is there.
        frame = terminal.sees("F10") - terminal.started
        filled = terminal.wait(lambda: _counted(terminal.screen.display)) - terminal.started
        return frame, filled


def _first_start(home: Path, catalogue: Path) -> None:
    """Opens a catalogue for the first time, until what it read is kept for the next, as is done with a large one."""
    with open_guide(home, catalogue) as terminal:
        terminal.wait(lambda: _counted(terminal.screen.display))
        end = time.monotonic() + (PATIENCE if catalogue.is_file() else 0.0)
        while time.monotonic() < end and not any(home.rglob("index-*.kept")):
            terminal.rests(0.05)


def _counted(lines: list[str]) -> bool:
    return any("Exhibitors " in line and any(sign.isdigit() for sign in line) for line in lines[:8])


def measure(rounds: int = 9, large: Path | None = None) -> list[Figure]:
    """First paint and readiness, each beside the yardstick's first paint."""
    large = large or large_catalogue()
    ours: dict[str, list[float]] = {key: [] for key in ("frame", "filled", "large frame", "second", "first")}
    theirs: list[float] = []
    with a_home() as home:
        yardstick_paint(home), guide_paint(home)  # so that everything is compiled
        for _ in range(rounds):
            theirs.append(yardstick_paint(home))
            frame, filled = guide_paint(home)
            ours["frame"].append(frame)
            ours["filled"].append(filled)
        if large is not None:
            _first_start(home, large)
            for _ in range(rounds):
                theirs.append(yardstick_paint(home))
                frame, filled = guide_paint(home, large)
                ours["large frame"].append(frame)
                ours["second"].append(filled)
            for _ in range(max(rounds // 3, 1)):
                with a_home() as fresh:
                    ours["first"].append(guide_paint(fresh, large)[1])
    base = median(theirs)
    goals = {
        "frame": ("first paint, bundled fair", 1.3),
        "filled": ("lists filled, bundled fair", 2.5),
        "large frame": ("first paint, 5,000 exhibitors", 1.3),
        "second": ("searchable, 5,000, second start", 2.5),
        "first": ("searchable, 5,000, first start", 6.0),
    }
    return [compared(name, median(ours[key]), base, goal) for key, (name, goal) in goals.items() if ours[key]]


if __name__ == "__main__":
    print(*measure(), sep="\n")
