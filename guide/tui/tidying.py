"""Garbage collection that waits until nobody types: a full one takes as long as a keystroke may."""

import gc
import time

from textual.app import App

EVERY, QUIET = 10.0, 2.0
"""Seconds between looks, and seconds without a key after which there is time for it."""


class Tidying:
    """Collects an app's garbage in quiet moments instead of in the middle of a word."""

    def __init__(self, app: App[int]) -> None:
        self._last_key = time.monotonic()
        # Young objects are still collected as they come, a few at a time; walks through everything wait.
        gc.set_threshold(700, 4, 1_000_000)
        app.set_interval(EVERY, self._tidy)

    def key(self) -> None:
        """A key was pressed."""
        self._last_key = time.monotonic()

    def _tidy(self) -> None:
        # While a catalogue is read nothing is collected: all of it would be walked through.
        if gc.isenabled() and time.monotonic() - self._last_key > QUIET:
            gc.collect()
