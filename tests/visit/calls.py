"""``python -m tests.visit.calls FOLDER CALL NUMBER``: what a store acknowledges, and has, when a system call fails.

It is to be run under strace, which lets the NUMBER-th CALL of each process fail. Every forked process first makes so
many of these calls to no end that the first one of the store's own is the one that fails; in the next process it is
the second, and so on until nothing fails any more. Prints an exit code a process: how many changes were acknowledged,
and :data:`REFUSED` more where the next one was refused.
"""

import os
import sys
import tempfile
from pathlib import Path

from guide.catalogue.model import Ref
from guide.errors import NotSavedError
from guide.visit.changes import applied, noted
from guide.visit.state import EMPTY
from guide.visit.store import Store

FAIR = "fair"
REFUSED = 10
CALLS = {
    "pwrite64": lambda file: os.pwrite(file, b"x", 0),
    "fdatasync": getattr(os, "fdatasync", os.fsync),
    "fsync": os.fsync,
    "ftruncate": lambda file: os.ftruncate(file, 0),
    "pread64": lambda file: os.pread(file, 1, 0),
}


def write(file: Path) -> int:
    """Writes until something is refused; how many changes were acknowledged."""
    visit, done = EMPTY, 0
    try:
        store = Store.open(file, lambda error: os._exit(3), wait=0.05)
        for number in range(4):
            visit = store.write(FAIR, noted(visit, Ref("exhibitor", f"e-{number}"), "name", f"note {number} " * 150))
            done = number + 1
        store.undo(FAIR)
        done = 5
    except NotSavedError:
        return REFUSED + done
    return done


def states() -> list[object]:
    """The visits after each of the changes."""
    every = [EMPTY]
    for number in range(4):
        change = noted(every[-1], Ref("exhibitor", f"e-{number}"), "name", f"note {number} " * 150)
        every.append(applied(every[-1], change))
    return [*every, every[-2]]


def forked(file: Path, call: str, before: int) -> int:
    """Writes in a process of its own, after so many calls to no end; its exit code."""
    child = os.fork()
    if not child:
        code = 99
        try:
            with tempfile.TemporaryFile() as scratch:
                for _ in range(before):
                    CALLS[call](scratch.fileno())
            code = write(file)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(folder: Path, call: str, number: int) -> None:
    """Lets each call of the store fail once, each with a file of its own; prints each exit code."""
    sound = 0
    for nth in range(1, number):
        code = forked(folder / f"{nth}" / "visit.sqlite3", call, number - nth)
        print(code, flush=True)
        sound = 0 if code >= REFUSED else sound + 1
        if sound > 12:  # the store made fewer calls than that
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
