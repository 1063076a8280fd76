"""Code that runs as a person who may not do everything: root gives its rights up first."""

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

_BEFORE = """
import os, queue, sys  # all that is needed: nobody may not read where Python is, perhaps
from pathlib import Path
from guide.catalogue.model import Ref
from guide.visit.changes import *
from guide.visit.state import EMPTY
from guide.visit.store import Store
from guide.visit.keeping import *
from guide.visit.refusals import DamagedError, NotWritableError
import guide.faults, guide.visit.salvage

folder = Path(sys.argv[1])
file = folder / "visit.sqlite3"
A, B = Ref("exhibitor", "polesie"), Ref("session", "opening")

def become_nobody():
    if os.getuid() == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, 65534, 65534)
        os.setgid(65534)
        os.setuid(65534)

"""


def restricted(code: str) -> list[str]:
    """The lines that the code prints; it knows ``folder``, ``file`` and ``become_nobody()``."""
    if os.name != "posix":
        pytest.skip("who may write what is told by modes on POSIX only")
    with tempfile.TemporaryDirectory(prefix="guide-restricted-") as made:
        Path(made).chmod(0o755)  # root's own folders for tests may be entered by root alone
        folder = Path(made) / "data"
        folder.mkdir()
        ran = subprocess.run(
            [sys.executable, "-c", _BEFORE + textwrap.dedent(code), str(folder)],
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        folder.chmod(0o700)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()
