"""An index alone in a process of its own: ``python -m tests.benchmarks.indexed build|open FOLDER`` prints its figures.

The folder has the catalogue and what is typed as pickles, so that both ways start from the same memory.
"""

import ctypes
import gc
import json
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from guide.catalogue.model import Catalogue
from guide.search import frozen
from guide.search.index import Index
from guide.uncollected import uncollected
from tests.benchmarks.figures import median, p95
from tests.terminal import ROOT

_KINDS = ("exhibitor",)
_DIGEST, _OPENED = "0" * 64, 5
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Typed:
    """Milliseconds of CPU of each key, and what was typed at the slowest."""

    times: list[float]
    slowest: str

    @property
    def p50(self) -> float:
        """The middle key."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """One key in twenty takes longer."""
        return p95(self.times)

    @property
    def longest(self) -> float:
        """The slowest key."""
        return max(self.times)


@contextmanager
def as_in_the_app() -> Iterator[None]:
    """Garbage collection as the guide has it while somebody types: nothing that was there before is looked at."""
    thresholds = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 4, 1_000_000)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def letter_by_letter(ask: Callable[[str], object], queries: Sequence[str], seconds: float = float("inf")) -> Typed:
    """Types whole queries one after another, for so many seconds of CPU at most; the first answer is not counted."""
    ask("а")
    times, slowest, end = [], (0.0, ""), time.process_time() + seconds
    with as_in_the_app():
        for query in queries:
            for length in range(1, len(query) + 1):
                began = time.process_time()
                ask(query[:length])
                took = (time.process_time() - began) * 1000
                times.append(took)
                slowest = max(slowest, (took, query[:length]))
                if time.process_time() > end:
                    return Typed(times, slowest[1])
    return Typed(times, slowest[1])


def asked(index: Index) -> Callable[[str], list[str]]:
    """The guide's own search as one asks it: the ten best exhibitors, with the reasons."""
    return lambda query: [hit.ref.id for hit in index.search(query).hits(_KINDS, 10)]


def resident() -> float:
    """Megabytes of this process in memory, what was given back left out; 0 where the system does not tell."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / _MB


def alone(catalogue: Catalogue, queries: Sequence[str], folder: Path) -> dict[str, dict[str, float | str]]:
    """The figures of an index that is built, and of the same when it is opened, each in a fresh process."""
    with (folder / "given").open("wb") as file, uncollected():
        pickle.dump((catalogue, list(queries)), file, protocol=pickle.HIGHEST_PROTOCOL)
    told = {}
    for way in ("build", "open"):
        command = [sys.executable, "-m", "tests.benchmarks.indexed", way, str(folder)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=1800)
        if run.returncode:
            raise RuntimeError(run.stderr[-2000:])
        told[way] = json.loads(run.stdout)
    return told


def main(way: str, folder: Path) -> None:
    """One process's work."""
    with (folder / "given").open("rb") as file, uncollected():
        catalogue, queries = pickle.load(file)
    before = resident()
    began = time.process_time()
    index = Index.build(catalogue) if way == "build" else _opened(folder, catalogue)
    told: dict[str, float | str] = {"seconds": time.process_time() - began, "mb": resident() - before}
    if way == "build":
        frozen.keep(folder, folder / "given", _DIGEST, index)
        print(json.dumps(told))
        return
    again = []
    for _ in range(_OPENED):
        began = time.process_time()
        other = _opened(folder, catalogue)
        again.append(time.process_time() - began)
        del other
    began = time.process_time()
    asked(index)("а")
    index.prepare()  # as the app and a batch do beside or before what is asked
    told |= {"again": median(again), "first": (time.process_time() - began) * 1000}
    typed = letter_by_letter(asked(index), queries)
    told |= {"p50": typed.p50, "p95": typed.p95, "max": typed.longest, "slowest": typed.slowest}
    told |= {"keys": len(typed.times), "typed_mb": resident() - before}
    print(json.dumps(told))


def _opened(folder: Path, catalogue: Catalogue) -> Index:
    with uncollected():
        index = frozen.find(folder, folder / "given", _DIGEST, catalogue)
    if index is None:
        raise RuntimeError("The index that was kept is not found again.")
    return index


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
