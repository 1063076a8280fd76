"""How long ``guide --help`` and ``guide find`` take, beside an interpreter that does nothing."""

import subprocess
import sys
import time
from collections.abc import Sequence

from tests.benchmarks.figures import Figure, a_home, compared, median
from tests.terminal import ROOT, guide, surroundings

BARE = [sys.executable, "-c", "pass"]
COMMANDS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("guide --help", ("--help",), 5.0),
    ("guide find полесье", ("find", "полесье"), 16.0),
)


def took(command: Sequence[str], env: dict[str, str]) -> float:
    """Seconds that a command takes from its start to its end."""
    began = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    return time.perf_counter() - began


def measure(rounds: int = 15) -> list[Figure]:
    """Both commands, in turn with the bare interpreter."""
    if not (ROOT / "guide" / "cli" / "main.py").exists():
        return []
    figures = []
    with a_home() as home:
        env = surroundings(home, LANG="ru_RU.UTF-8", LC_ALL="C.UTF-8")
        for name, arguments, goal in COMMANDS:
            ours: list[float] = []
            theirs: list[float] = []
            took(guide(*arguments), env)
            for _ in range(rounds):
                theirs.append(took(BARE, env))
                ours.append(took(guide(*arguments), env))
            figures.append(compared(name, median(ours), median(theirs), goal))
    return figures


if __name__ == "__main__":
    print(*measure(), sep="\n")
