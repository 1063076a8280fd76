"""A figure with its goal, and what all measurements share."""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.terminal import ROOT, Terminal, guide, surroundings

YARDSTICK = [sys.executable, str(ROOT / "tests" / "benchmarks" / "yardstick.py")]
SIZE = (120, 36)


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, its goal (at most), and what it comes from."""

    name: str
    value: float
    goal: float
    unit: str = "×"
    detail: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal

    def __str__(self) -> str:
        word = "OK   " if self.reached else "SHORT"
        unit = self.unit if self.unit == "×" else f" {self.unit}"
        return f"{word} {self.name:<44} {self.value:7.2f}{unit:<3} (goal ≤ {self.goal:g}{unit}) {self.detail}"


def median(values: list[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: list[float]) -> float:
    """The value that one in twenty exceeds."""
    return sorted(values)[min(int(len(values) * 0.95), len(values) - 1)]


def compared(name: str, ours: float, theirs: float, goal: float) -> Figure:
    """Two times in seconds as a figure."""
    return Figure(name, ours / theirs, goal, detail=f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms")


def large_catalogue() -> Path | None:
    """The catalogue of 5,000 exhibitors, where GUIDE_SEARCH_SET says it lies; None where there is none."""
    folder = os.environ.get("GUIDE_SEARCH_SET", "")
    for file in (Path(folder) / "catalogue-5000.toml", ROOT.parent / "shared" / "search" / "catalogue-5000.toml"):
        if file.is_file() and (folder or file.is_relative_to(ROOT.parent)):
            return file
    return None


@contextmanager
def a_home() -> Iterator[Path]:
    """A settings folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as folder:
        yield Path(folder)


def open_guide(home: Path, catalogue: Path | None = None, size: tuple[int, int] = SIZE) -> Terminal:
    """The guide in a terminal."""
    arguments = ["-c", str(catalogue)] if catalogue else []
    if not (ROOT / "guide" / "cli" / "main.py").exists():
        return Terminal([sys.executable, "-c", _OPEN, str(catalogue or "")], surroundings(home), size)
    return Terminal(guide("--lang", "en", *arguments), surroundings(home), size)


_OPEN = """
import sys
from pathlib import Path
from guide import places
from guide.tui.app import run
sys.exit(run(Path(sys.argv[1]) if sys.argv[1] else places.bundled_fair(), "en"))
"""


def open_yardstick(home: Path, size: tuple[int, int] = SIZE) -> Terminal:
    """The yardstick in a terminal."""
    return Terminal(YARDSTICK, surroundings(home), size)
