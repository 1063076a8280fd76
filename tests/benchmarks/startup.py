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
    before = len(list(home.rglob("index-*.kept")))
    with open_guide(home, catalogue) as terminal:
        terminal.wait(lambda: _counted(terminal.screen.display))
        end = time.monotonic() + (PATIENCE if catalogue.is_file() else 0.0)
        while time.monotonic() < end and len(list(home.rglob("index-*.kept"))) == before:
            terminal.rests(0.05)


def _counted(lines: list[str]) -> bool:
    return any("Exhib" in line and any(sign.isdigit() for sign in line) for line in lines[:8])


def measure(rounds: int = 9, large: Path | None = None) -> list[Figure]:
    """First paint and readiness, each beside the yardstick's first paint just before it."""
    large = large or large_catalogue()
    figures = []
    with a_home() as home:
        yardstick_paint(home), guide_paint(home)  # so that everything is compiled
        base, frame, filled = _in_turn(rounds, home)
        figures.append(compared("first paint, bundled fair", frame, base, 1.3))
        figures.append(compared("lists filled, bundled fair", filled, base, 2.5))
        if large is not None:
            _first_start(home, large)
            base, frame, filled = _in_turn(rounds, home, large)
            figures.append(compared("first paint, 5,000 exhibitors", frame, base, 1.3))
            figures.append(compared("searchable, 5,000, second start", filled, base, 2.5))
            base, _, filled = _in_turn(max(rounds // 2, 1), None, large)
            figures.append(compared("searchable, 5,000, first start", filled, base, 6.0))
    return figures


def _in_turn(rounds: int, home: Path | None, catalogue: Path | None = None) -> tuple[float, float, float]:
    """Medians of the yardstick's paint, the guide's frame and its filled lists; no ``home``: each start is a first."""
    times = []
    for _ in range(rounds):
        with a_home() as fresh:
            times.append((yardstick_paint(fresh), *guide_paint(home or fresh, catalogue)))
    base, frame, filled = (median(list(each)) for each in zip(*times, strict=True))
    return base, frame, filled


if __name__ == "__main__":
    print(*measure(), sep="\n")
