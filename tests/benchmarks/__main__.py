"""All measurements, or those named: ``python -m tests.benchmarks [NAME…]``; the names are in :data:`NAMES`.

``search`` also takes ``--size N`` (exhibitors of a made fair), or ``--catalogue FILE`` and ``--queries FILE``.
"""

import argparse
import importlib
import os
import sys
from pathlib import Path

NAMES = (
    "startup",
    "keystrokes",
    "loop",
    "fresh",
    "desk",
    "visit",
    "commands",
    "memory",
    "frames",
    "routes",
    "tour",
    "ties",
    "search",
    "intake",
)


def main(arguments: list[str]) -> int:
    """Prints the figures; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    asked = parser.add_argument_group("search")
    asked.add_argument("--size", type=int, help="exhibitors of a fair that is made for it")
    asked.add_argument("--catalogue", type=Path, help="a catalogue to search instead")
    asked.add_argument("--queries", type=Path, help="lines of class, query and ids of right answers, tabs between")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in NAMES]
    if unknown:
        print(f"There is no {unknown[0]}; there are: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    print(f"# Python {sys.version.split()[0]}, {os.cpu_count()} cores; ratios to tests/benchmarks/yardstick.py")
    short = 0
    for name in given.names or NAMES:
        measure = importlib.import_module(f"tests.benchmarks.{name}").measure
        settings = {"size": given.size, "catalogue": given.catalogue, "queries": given.queries}
        for figure in measure(**settings) if name == "search" else measure():
            print(figure, flush=True)
            short += not figure.reached
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
