"""What every test stands on: settings of its own, a clock that stands still, a known terminal."""

import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from syrupy.assertion import SnapshotAssertion

from tests.thoroughness import THOROUGH, times

# Textual looks at this once, when it is imported: nothing glides or blinks in a test.
os.environ["TEXTUAL_ANIMATIONS"] = "none"

# A machine with much to do takes its time over an example: that is no fault. What is drawn is the same each time,
# so that a run tells of the change that it runs on; with GUIDE_TESTS=thorough it is more, and other each time.
settings.register_profile("patient", deadline=None, max_examples=times(50, 200), derandomize=not THOROUGH)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parent.parent
NOW = "2025-09-30T11:00"
SAVED = datetime(2025, 9, 29, 15, 40, tzinfo=UTC).timestamp()
SURROUNDINGS = {
    "GUIDE_NOW": NOW,
    "LANG": "en_US.UTF-8",
    "LC_ALL": "en_US.UTF-8",
    "LC_MESSAGES": "en_US.UTF-8",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
}
ABSENT = ("NO_COLOR", "FORCE_COLOR", "GUIDE_CATALOGUE", "TEXTUAL", "TERM_PROGRAM", "COLUMNS", "LINES", "LANGUAGE")


@pytest.fixture(autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives each test its own settings folder (returned), the fair's second day, and a known terminal."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("GUIDE_HOME", str(home))
    for name, value in SURROUNDINGS.items():
        monkeypatch.setenv(name, value)
    for name in ABSENT:
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session", autouse=True)
def saved_the_day_before() -> None:
    """Dates the catalogues of the checkout to the evening before: the screens say when a catalogue was saved."""
    for folder in (ROOT / "tests" / "fairs", ROOT / "data"):
        for file in folder.rglob("*.toml"):
            with suppress(OSError):  # where the checkout cannot be written, only pictures of screens differ
                os.utime(file, (SAVED, SAVED))


@pytest.fixture
def screen_snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compares a screen with the one kept in a text file; ``pytest --snapshot-update`` writes it anew."""
    from tests.screen import ScreenText

    return snapshot.use_extension(ScreenText)


@pytest.fixture
def visiting() -> "Callable[..., AbstractAsyncContextManager[Visitor]]":  # noqa: F821
    """Opens the guide for a visitor: ``async with visiting(size=(80, 24)) as visitor``."""
    from tests.visitor import visiting as opened

    return opened
