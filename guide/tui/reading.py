"""Reading a catalogue beside the event loop: the newest request counts, and nobody waits for it when leaving."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide import places
from guide.errors import GuideError

if TYPE_CHECKING:
    from guide.tui.app import GuideApp


VISIT_FIRST = 0.5
"""Seconds that what is worked out beside the lists waits for the visit to be read.

SQLite lets other threads go first at each row: beside work that is never idle, a thousand rows take a second.
"""

LATER = (
    *(
        f"guide.tui.screens.{name}"
        for name in ("note", "stop", "palette", "help", "card", "ask", "desk", "journal", "plan", "way", "news")
    ),
    "guide.view.plan_lines",
    "guide.view.news_lines",
    "guide.tui.atlas",
    "guide.view.map_told",
    "guide.view.floor_drawn",
    "guide.view.way_card",
    "guide.venue.spots",
)
"""What is imported once all is shown, so that the first key that needs it does not wait for it."""


class Reading:
    """Reads catalogues for an app, one after the other; what is asked for later outruns what was asked before."""

    def __init__(self, app: GuideApp) -> None:
        self._app = app
        self._newest = 0

    def begin(self, path: Path) -> None:
        """Starts to read a catalogue; the app is told step by step."""
        self._newest += 1
        # A daemon, so that one may leave while a slow disk or a network share still thinks.
        threading.Thread(target=self._read, args=(path, self._newest), name="guide-reading", daemon=True).start()

    def _tell(self, number: int, what: Callable[..., object], *values: Any) -> None:
        if number != self._newest:
            raise _OutrunError
        self._app.call_from_thread(what, *values)

    def _read(self, path: Path, number: int) -> None:
        app = self._app
        try:
            # Imported here, beside the first frame: the catalogue's and the cards' modules take a while.
            import guide.tui.browsing  # noqa: F401
            from guide.tui.world import completed, keep, world_of

            cache = places.cache()
            world = world_of(path, cache, lambda message: self._tell(number, app.main.progress, message))
            self._tell(number, app.show, world)
            app.wait_for_visit(VISIT_FIRST)
            keep(world, cache)
            whole = completed(world, app.tongue.code)
            self._tell(number, app.swap, world, whole)
            self._tell(number, app.renewing.begin, whole)
            for module in LATER:
                import_module(module)
        except _OutrunError:
            return
        except GuideError as error:
            self._last_word(number, app.refuse, error)
        except Exception as error:
            self._last_word(number, app.give_up, error)

    def _last_word(self, number: int, what: Callable[..., object], error: Exception) -> None:
        # The app may have ended meanwhile; then nobody is left to tell.
        if number == self._newest and self._app.is_running:
            self._app.call_from_thread(what, error)


class _OutrunError(Exception):
    """A later request has outrun this one."""
