"""Whatever system call fails while the store writes, nothing acknowledged is lost: strace lets each fail once."""

import os
import shutil
import subprocess
import sys

import pytest

from guide.visit.store import Store
from tests.thoroughness import times
from tests.visit.calls import FAIR, REFUSED, states

STRACE = shutil.which("strace")
NUMBER = times(75, 150)


CALLS = ("pwrite64 EIO", "pwrite64 ENOSPC", "fdatasync EIO", "fsync EIO", "ftruncate EIO", "pread64 EIO")


@pytest.fixture(scope="module")
def strace():
    """The command that may trace here."""
    if STRACE is None or not hasattr(os, "fork"):
        pytest.skip("strace is not there")
    tried = subprocess.run(
        [STRACE, "-qq", "-e", "trace=none", sys.executable, "-c", ""], capture_output=True, check=False
    )
    if tried.returncode:
        pytest.skip("strace may not trace here")
    return STRACE


@pytest.mark.parametrize("failing", CALLS)
def test_each_system_call_fails_once(tmp_path, strace, failing):
    call, error = failing.split()
    ran = subprocess.run(
        [
            strace, "-f", "-qq", "-o", tmp_path / "calls",
            "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={NUMBER}",
            sys.executable, "-m", "tests.visit.calls", tmp_path, call, str(NUMBER),
        ],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    expected, refused = states(), 0
    for nth, code in enumerate(map(int, ran.stdout.split()), 1):
        done = code % REFUSED
        assert code < 2 * REFUSED, f"{nth}: {code}"
        found = Store.open(tmp_path / f"{nth}" / "visit.sqlite3", pytest.fail).visit(FAIR)
        assert found in expected[done : done + 2], f"{nth}: {done} acknowledged"
        refused += code >= REFUSED
    assert refused > 4 or "sync" in call  # SQLite was built with the one or the other of these
