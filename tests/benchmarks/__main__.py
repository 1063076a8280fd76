"""All measurements, or those named: ``python -m tests.benchmarks [startup keystrokes loop commands memory]``."""

import importlib
import os
import sys

NAMES = ("startup", "keystrokes", "loop", "commands", "memory")


def main(names: list[str]) -> int:
    """Prints the figures; 1 where a goal is missed."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"There is no {unknown[0]}; there are: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    print(f"# Python {sys.version.split()[0]}, {os.cpu_count()} cores; ratios to tests/benchmarks/yardstick.py")
    short = 0
    for name in names or NAMES:
        for figure in importlib.import_module(f"tests.benchmarks.{name}").measure():
            print(figure, flush=True)
            short += not figure.reached
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
