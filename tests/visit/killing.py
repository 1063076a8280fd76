"""Writers that say what was saved, and are killed at any moment; and a look at whether all of that is in the file.

``python -m tests.visit.killing write FILE FAIR NAME`` writes until it is killed, and prints the number of each thing
that was saved. ``… rounds FILE COUNT SEED`` forks several writers at a time, which are killed, so often.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from guide.catalogue.model import Ref
from guide.visit import changes
from guide.visit.changes import Change
from guide.visit.journal import Tied
from guide.visit.keeping import Event, Keeping, Saved, Trouble
from guide.visit.state import Stop, Visit
from guide.visit.store import Store
from tests.visit import doing
from tests.visit.made import asked

SHARED = Ref("exhibitor", "of-all")
Say = Callable[[int], None]


def thing(name: str, number: int) -> Ref:
    """What a writer marks."""
    return Ref("exhibitor", f"{name}-{number}")


def deed(visit: Visit, name: str, number: int) -> Change:
    """What a writer does: a note, and every third time a stop, and something of a mark that all write to."""
    change = changes.noted(visit, thing(name, number), name, f"записка {number} " * (number % 40))
    if number % 3 == 0:
        return doing.planned(visit, [Stop(f"{name}-{number}", title=name)])
    if number % 7 == 0:
        return changes.noted(visit, SHARED, "", f"{visit.mark(SHARED).note}\n\n{name}-{number}".strip())
    return change or changes.favoured(visit, thing(name, number), name)


def is_there(store: Store, fair: str, name: str, number: int) -> bool:
    """Whether the file has what a writer did."""
    visit = store.visit(fair)
    if number % 3 == 0:
        return visit.stop(f"{name}-{number}") is not None
    if number % 7 == 0:
        return f"{name}-{number}" in visit.mark(SHARED).note.split("\n\n")
    return thing(name, number) in visit.marks


def write(file: Path, fair: str, name: str, say: Say) -> None:
    """Writes with a store."""
    store = Store.open(file, lambda error: sys.exit(str(error)), wait=60)
    number = 0
    while True:
        number += 1

        def work(number: int = number) -> None:
            store.write(fair, deed(store.visit(fair), name, number))
            store.record(fair, asked(f"{name}-{number}"))
            store.tie(fair, Tied(SHARED, f"{name}-{number}"))

        store.together(work)
        say(number)
        time.sleep(0.002)  # SQLite knows no queue: one who never lets go starves the others


def keep(file: Path, fair: str, name: str, say: Say) -> None:
    """Writes as the app does, many things at once."""
    saved = []

    def tell(event: Event) -> None:
        if isinstance(event, Trouble):
            os._exit(5)
        if isinstance(event, Saved):
            saved.append(event)

    keeping = Keeping(fair, tell, file)
    keeping.start()
    number = said = 0
    while True:
        number += 1
        keeping.do(deed(keeping.visit, name, number))
        keeping.record(asked(f"{name}-{number}"))
        keeping.tie(Tied(SHARED, f"{name}-{number}"))
        if number % 4 == 0:
            while not keeping.saved:
                time.sleep(0.0005)
            while said < number:
                said += 1
                say(said)


def missing(file: Path, fair: str, acknowledged: dict[str, int]) -> list[str]:
    """What was acknowledged by the writers, each up to a number, and is not in the file."""
    damaged: list[str] = []
    store = Store.open(file, lambda error: damaged.append(str(error)))
    names = {alias.text for alias in store.aliases(fair)} & {question.asked for question in store.questions(fair)}
    lost = [
        f"{name}-{number}"
        for name, last in acknowledged.items()
        for number in range(1, last + 1)
        if not is_there(store, fair, name, number) or f"{name}-{number}" not in names
    ]
    store.close()
    return damaged + lost


def forked(work: Callable[[Say], None]) -> tuple[int, int]:
    """A process that works and says numbers: its id, and where to read what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            work(lambda number: os.write(writing, f"{number}\n".encode()) and None)
        finally:
            os._exit(7)
    os.close(writing)
    return child, reading


def rounds(file: Path, count: int, seed: int) -> int:
    """Forks writers and kills them, so often; how many things were acknowledged. Raises where one is lost."""
    chance = random.Random(seed)
    total = 0
    for number in range(count):
        fair = f"fair-{number // 4}"
        names = [f"{number}-{name}" for name in "abc"]
        running = {
            name: forked(partial(way, file, fair, name)) for name, way in zip(names, (write, write, keep), strict=True)
        }
        time.sleep(chance.uniform(0.01, 0.09))
        acknowledged = {}
        for name, (child, reading) in chance.sample(sorted(running.items()), len(running)):
            time.sleep(chance.uniform(0, 0.006))
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            assert os.WIFSIGNALED(status), f"round {number}: a writer gave up: {os.waitstatus_to_exitcode(status)}"
            with os.fdopen(reading) as said:
                lines = said.read().split("\n")[:-1]
            acknowledged[name] = int(lines[-1]) if lines else 0
        lost = missing(file, fair, acknowledged)
        assert not lost, f"round {number}, seed {seed}: {lost}"
        total += sum(acknowledged.values())
    return total


def main(arguments: list[str]) -> None:
    """Writes, or kills."""
    what, file, *rest = arguments
    if what == "rounds":
        print(rounds(Path(file), *map(int, rest)))
    else:
        way = keep if what == "keep" else write
        way(Path(file), *rest, say=lambda number: print(number, flush=True))


def started(what: str, file: Path, fair: str, name: str) -> "subprocess.Popen[str]":
    """A writer in a Python of its own."""
    command = [sys.executable, "-m", "tests.visit.killing", what, str(file), fair, name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


if __name__ == "__main__":
    main(sys.argv[1:])
