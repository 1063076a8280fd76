"""The catalogue that is shown follows its files: a good new one takes its place, of any other it is said what it is.

All that takes long happens in one thread beside the loop; the loop is handed a world that is ready.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from guide import places
from guide.errors import GuideError
from guide.i18n import N_
from guide.tui.leaving import Leaving

if TYPE_CHECKING:
    from pathlib import Path

    from guide.catalogue.following import Following
    from guide.catalogue.model import Ref
    from guide.catalogue.read import Raw
    from guide.catalogue.watch import Standing, Verdict
    from guide.tui.app import GuideApp
    from guide.tui.world import World
    from guide.view.freshness import Freshness

TURN = 0.001
"""Seconds after which a thread that reads a catalogue lets the loop go first; else it is five times as long."""


class Held(NamedTuple):
    """A newer state that somebody is asked about: its digest, and what would be shown, sorted as in a language."""

    digest: str
    world: World
    language: str


class Renewing:
    """Follows the catalogue that an app shows.

    At a public screen nobody is asked: what shrank is held until it changes again or the guide is started anew, since
    a list of which one half was copied hides more from visitors than an old one. A mistake in a record leaves out
    that record alone, so there it is taken.
    """

    def __init__(self, app: GuideApp) -> None:
        self._app = app
        self.fresh: Freshness | None = None
        """How what is shown stands to what lies on the disk; None until a catalogue is shown."""
        self.held: Held | None = None
        self._leaving = Leaving()
        self._number = 0
        self._following: Following | None = None
        self._wake = threading.Event()
        self._refused: Freshness | None = None  # what was judged last, if it is not shown

    def begin(self, world: World) -> None:
        """Follows a world that was opened, and no longer the one before."""
        from guide.catalogue.following import Following
        from guide.view.freshness import Freshness

        self._number += 1
        self._wake.set()
        self._wake = threading.Event()
        self._note(None)
        number, path = self._number, world.path

        def judge(raws: tuple[Raw, ...], key: str, saved: float) -> Verdict:
            with _yielding():
                return self._judge(number, path, raws, key, saved)

        self._following = Following(path, world.digest, judge)
        self._say(Freshness(saved=world.saved))
        # A daemon, so that one may leave while a network share still thinks.
        threading.Thread(
            target=self._follow, args=(self._following, self._wake, number), name="guide-following", daemon=True
        ).start()

    def answer(self, *, take: bool) -> None:
        """Shows what is held, or keeps what is shown until the next change."""
        held, following = self.held, self._following
        if held is None or following is None:
            return
        following.answer(held.digest, take=take)
        if take:
            self.held = None
            self._swap(held.world, held.language)
        self._wake.set()

    def hide(self) -> None:
        """Puts the line away that says so, until something else is to be said."""
        if self.fresh is not None:
            self._say(replace(self.fresh, hidden=True))

    # In the thread.

    def _follow(self, following: Following, wake: threading.Event, number: int) -> None:
        stood: object = None
        while number == self._number and self._app.is_running:
            try:
                pause = following.step(time.monotonic)
            except Exception as fault:  # what is shown is good: it is no longer followed, and that is said
                if self._app.is_running:
                    refused = _own_fault(fault)
                    self._tell(number, self._note, refused)
                    self._tell(number, self._stand, refused.standing, following.saved)
                return
            # Of one refused after another there is news too.
            if (following.standing, following.saved, self._refused) != stood:
                stood = following.standing, following.saved, self._refused
                if not self._tell(number, self._stand, following.standing, following.saved):
                    return
            with _yielding():
                self._leaving.step()
            wake.wait(pause)
            wake.clear()

    def _judge(self, number: int, path: Path, raws: tuple[Raw, ...], key: str, saved: float) -> Verdict:
        """Loads what lies there, and has it shown if there is no doubt about it."""
        from guide.catalogue.losses import losses
        from guide.catalogue.problems import worst_first
        from guide.catalogue.watch import Standing, Verdict
        from guide.tui.world import completed, keep, like, world_of
        from guide.view.freshness import Freshness, errors_in

        app, cache = self._app, places.cache()
        language = app.tongue.code
        self._tell(number, self._note, self._refused)
        try:
            read = world_of(path, cache, lambda _: None, raws)
            before = app.world
            assert before is not None
            after = like(replace(completed(read, language), saved=saved), before)
            wrong = () if app.locked else errors_in(after.problems, before.problems)
        except GuideError as error:
            problems = worst_first(getattr(error, "problems", ()))
            fault = ("", {}) if problems else (error.message, _words(error.values))
            self._tell(number, self._note, Freshness(standing=Standing.BROKEN, problems=problems, fault=fault))
            return Verdict.BROKEN
        except Exception as error:  # what is shown is good: a fault in reading another one is no reason to end
            self._tell(number, self._note, _own_fault(error))
            return Verdict.BROKEN
        lost = losses(before.catalogue, after.catalogue, self._mine())
        if lost or wrong:
            doubt = Freshness(standing=Standing.HELD, problems=wrong, losses=lost)
            self._tell(number, self._note, doubt, Held(key, after, language))
            return Verdict.DOUBTFUL
        self._tell(number, self._note, None)
        if self._tell(number, self._swap, after, language):
            keep(read, cache)
        return Verdict.GOOD

    def _mine(self) -> list[Ref]:
        """The things that somebody marked or planned; at a public screen nobody has."""
        browsing = self._app.main.browsing
        if browsing is None or self._app.locked:
            return []
        visit = browsing.visiting.visit
        planned = (stop.ref for stop in visit.plan if stop.ref is not None)
        marked = (ref for ref, mark in visit.marks.items() if mark.favourite or mark.note or mark.rating)
        return list(dict.fromkeys((*marked, *planned)))

    def _tell(self, number: int, what: Callable[..., object], *values: Any) -> bool:
        """Has something done on the loop; False where the app has ended or shows another catalogue by now."""

        def on_the_loop() -> bool:
            if number != self._number:
                return False
            what(*values)
            return True

        try:
            return self._app.is_running and self._app.call_from_thread(on_the_loop)
        except RuntimeError:  # the loop ended just now
            return False

    # On the loop.

    def _note(self, refused: Freshness | None, held: Held | None = None) -> None:
        """Keeps what was judged last; here, since whoever judges may follow a catalogue that is closed by now."""
        if self.held is not None:
            self._leaving.add(self.held.world)
        self._refused, self.held = refused, held

    def _stand(self, standing: Standing, saved: float) -> None:
        from guide.catalogue.watch import Standing
        from guide.view.freshness import Freshness

        saved = saved or (self.fresh.saved if self.fresh is not None else 0.0)
        if standing in (Standing.FRESH, Standing.MISSING) or self._refused is None:
            fresh = Freshness(saved=saved, standing=standing)
        else:
            fresh = replace(self._refused, saved=saved, standing=standing)
        if standing is Standing.FRESH:
            self._note(None)
        self._say(fresh)

    def _swap(self, after: World, language: str) -> None:
        from guide.view.freshness import Freshness

        app = self._app
        if app.world is not None:
            self._leaving.add(app.world)
            app.renew(app.world, after)
            self._say(Freshness(saved=after.saved))
            if language != app.tongue.code:
                app.sort_anew(after, app.tongue.code)

    def _say(self, fresh: Freshness) -> None:
        if fresh == self.fresh:
            return
        self.fresh = fresh
        for screen in self._app.screen_stack:
            show = getattr(screen, "show_freshness", None)
            if show is not None:
                show()


def _own_fault(error: Exception) -> Freshness:
    from guide.catalogue.watch import Standing
    from guide.faults import log_fault
    from guide.view.freshness import Freshness

    said = N_("The guide could not read it: a fault of its own, written down in {file}.")
    return Freshness(standing=Standing.BROKEN, fault=(said, {"file": log_fault(error) or "–"}))


def _words(values: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}


@contextmanager
def _yielding() -> Iterator[None]:
    """Lets the loop go first more often meanwhile."""
    was = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(was)
