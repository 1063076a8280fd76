"""What reading and taking in of large data costs, beside the bare readers of the two formats.

``guide check`` and opening with the cache beside ``tomli.loads`` alone, at 100,000 exhibitors; ``guide import`` of a
real list beside ``csv.reader`` alone: the goal is ten times that and one second.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import tomli

from tests.benchmarks import fairs
from tests.benchmarks.figures import Figure, compared, median
from tests.terminal import ROOT


def taken(what: Callable[[], object], rounds: int) -> float:
    """The middle of the seconds that it takes."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        what()
        times.append(time.perf_counter() - began)
    return median(times)


def _guide(home: Path, *arguments: str) -> None:
    env = {**os.environ, "GUIDE_HOME": str(home), "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
    subprocess.run([sys.executable, "-m", "guide", *arguments], cwd=ROOT, env=env, capture_output=True, check=False)


def measure(size: int = 100_000, rounds: int = 3, rows: int = 3000) -> list[Figure]:
    """The figures; ``size`` exhibitors of a made fair, ``rows`` of a made list where no real one is there."""
    with tempfile.TemporaryDirectory() as folder:
        home, file = Path(folder) / "home", Path(folder) / "fair.toml"
        fairs.write(fairs.fair(size), file)
        text = file.read_text(encoding="utf-8")
        parsed = taken(lambda: tomli.loads(text), rounds)
        checked = taken(lambda: _guide(home, "check", str(file)), rounds)
        ask = ("find", "--catalogue", str(file), "станки")
        _guide(home, *ask)
        opened = taken(lambda: _guide(home, *ask), rounds)
        found = [
            compared(f"check, {size:,} exhibitors : tomli.loads", checked, parsed, 3.0),
            compared(f"opened with the cache, {size:,} : tomli.loads", opened, parsed, 0.5),
        ]
        return [*found, _imported(home, Path(folder), rounds, rows)]


def _imported(home: Path, folder: Path, rounds: int, rows: int) -> Figure:
    listed = Path(os.environ.get("GUIDE_DATASETS", "")) / "hannover-2026" / "Exhibitors.cp1252.csv"
    if not os.environ.get("GUIDE_DATASETS") or not listed.is_file():
        listed = folder / "list.csv"
        lines = [
            "Exhibitor;Country;Town;Booth",
            *(f"Firm {n} GmbH;Germany;Berlin;Hall {n % 9}, Stand A{n}" for n in range(rows)),
        ]
        listed.write_text("\n".join(lines), encoding="cp1252")

    def read() -> None:
        with listed.open(encoding="cp1252", newline="") as stream:
            for _ in csv.reader(stream, delimiter=";"):
                pass

    out = folder / "imported"
    bare = taken(read, 9)
    _guide(home, "import", str(listed), "-o", str(out))
    whole = taken(lambda: _guide(home, "import", str(listed), "-o", str(out)), rounds)
    detail = f"{whole:.2f} s : 10 × {bare * 1000:.1f} ms + 1 s"
    return Figure("import of a list : its goal", whole / (10 * bare + 1), 1.0, detail=detail)


if __name__ == "__main__":
    print(*measure(), sep="\n")
