"""Whoever is killed at any moment loses nothing that was acknowledged, several writers at once."""

import os
import random
import subprocess
import sys
import time

import pytest

from tests.thoroughness import times
from tests.visit.killing import missing, started

ROUNDS = times(80, 400)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked here, so that hundreds of rounds take seconds")
def test_rounds_of_writers_that_are_killed(tmp_path):
    seed = random.SystemRandom().randrange(10**6)
    command = [
        sys.executable,
        "-m",
        "tests.visit.killing",
        "rounds",
        tmp_path / "visit.sqlite3",
        str(ROUNDS),
        str(seed),
    ]
    ran = subprocess.run(
        command,
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > ROUNDS


def test_writers_of_their_own_that_are_killed(tmp_path):
    chance, total = random.Random(), 0
    file = tmp_path / "visit.sqlite3"
    for number in range(5):
        writers = {f"{number}-{what}": started(what, file, "fair", f"{number}-{what}") for what in ("write", "keep")}
        acknowledged = {}
        for writer in writers.values():
            assert writer.stdout is not None
            assert writer.stdout.readline() == "1\n"  # it has begun to write
        time.sleep(chance.uniform(0, 0.1))
        for name, writer in writers.items():
            writer.kill()
            lines = writer.stdout.read().split("\n")[:-1]
            acknowledged[name] = int(lines[-1]) if lines else 1
            writer.wait()
            writer.stdout.close()
        assert missing(file, "fair", acknowledged) == []
        total += sum(acknowledged.values())
    assert total >= 10
