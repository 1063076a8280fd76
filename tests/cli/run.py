"""Running the command line inside a test, as a person would from a shell."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.__main__ import main

SMALL = Path(__file__).parent.parent / "fairs" / "small"


@dataclass(frozen=True)
class Ran:
    """What a run gave: its exit code and what it wrote where."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


def run(capsys, *arguments: str, catalogue: Path | None = SMALL) -> Ran:
    """Runs the guide with these arguments, on the small fair unless told otherwise."""
    where = ["-c", str(catalogue)] if catalogue else []
    code = main([*where, *arguments])
    written = capsys.readouterr()
    return Ran(code, written.out, written.err)
