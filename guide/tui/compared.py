"""The catalogue compared, beside the event loop, with the one that the person last looked at: what changed since."""

from __future__ import annotations

import threading
from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING

from rich.text import Text

from guide import places
from guide.catalogue import seen as copies
from guide.catalogue.model import TABLES, Ref
from guide.catalogue.packed import Packed
from guide.dates import now
from guide.faults import log_fault
from guide.tui.commands import key_of
from guide.tui.widgets.bar import Part
from guide.uncollected import uncollected
from guide.view import roles
from guide.view.news import News, Told, news_of, told_news

if TYPE_CHECKING:
    from collections.abc import Callable

    from guide.catalogue.model import Catalogue
    from guide.catalogue.seen import Seen
    from guide.i18n import Tongue
    from guide.tui.browsing import Browsing
    from guide.tui.world import World
    from guide.visit.state import Visit

VISIT_FIRST = 5.0
"""Seconds that it waits for the visit to be read, which says what comes first."""

_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


class Compared:
    """What changed since the person last looked; until they have looked at that, it is said again each time.

    What one looked at is kept the first time that a fair is opened, and again once its changes were seen
    (:mod:`guide.catalogue.seen`). Nothing of this happens on a public screen, where nobody looks for long.
    """

    def __init__(self, me: Browsing) -> None:
        self._me = me
        self._app = me.screen.guide
        self._number = 0
        self._world: World | None = None
        self._base: Seen | None = None
        self._news: News | None = None
        self._unseen = False
        self._told = Told()
        self._told_of: tuple[object, ...] = ()
        self._telling = False
        self._writers: list[threading.Thread] = []
        self._writing = threading.Lock()

    # Working it out.

    def look(self, world: World) -> None:
        """Compares a catalogue that is shown, if it is another one than was compared last."""
        before = self._world
        if self._app.locked or not world.digest or not world.whole:
            return
        if before is not None and (before.digest, before.path) == (world.digest, world.path):
            self._world = world
            self.refresh()
            return
        if before is not None and before.catalogue.fair.id != world.catalogue.fair.id:
            self._base, self._unseen, self._told = None, False, Told()
        # What was found holds the catalogue before: it is let go here, where that one is not yet the last to hold it.
        self._world, self._news, self._told_of = world, None, ()
        self._number += 1
        # A daemon, so that nobody waits for it when leaving: it reads, and what it writes can be written next time.
        threading.Thread(target=self._compare, args=(world, self._number), name="guide-news", daemon=True).start()

    def _compare(self, world: World, number: int) -> None:
        try:
            self._app.wait_for_visit(VISIT_FIRST)
            self.close(VISIT_FIRST)  # what was seen just now is what the newer one is compared with
            # What is only decoded to be compared goes before anything is collected, what stays is passed over later:
            # a collection that goes through all of it would hold the loop, too.
            with uncollected(freeze=True):
                base, news = self._found(world)
                told = self._in_words(world, news)
                if news is not None and not told[0].count:  # nothing that would be told, now or later
                    base, news = self._begun(world), None
        except Exception as error:  # a fault of comparing must not cost anybody the guide
            log_fault(error)
            return
        if number == self._number:
            self._on_loop(self._take, number, base, news, told)

    def _on_loop(self, what: Callable[..., object], *values: object) -> None:
        """Calls something on the loop, from a thread; the app may have ended meanwhile."""
        try:
            if self._app.is_running:
                self._app.call_from_thread(what, *values)
        except Exception as error:
            if self._app.is_running:
                log_fault(error)

    def _found(self, world: World) -> tuple[Seen, News | None]:
        """What one looked at last, the present catalogue where that is all there is, and what changed since."""
        from guide.catalogue.difference import difference

        catalogue, folder = world.catalogue, places.state()
        moment = now(catalogue.fair.timezone)
        base = self._base or copies.recall(folder, catalogue.fair.id)
        if base is not None and base.digest == world.digest:
            if base.at.date() != moment.date():
                base = replace(base, at=moment)
                self._write(base)
            return base, None
        old = base.catalogue() if base is not None else None
        if base is not None and old is not None:
            try:
                news = news_of(difference(old, catalogue), base.at)
                _forget(old, news)
            except _UNREADABLE:
                pass
            else:
                if news:
                    return base, news
        return self._begun(world), None

    def _begun(self, world: World) -> Seen:
        """What is shown is what is compared with from now on."""
        base = copies.seen(world.catalogue, world.digest, now(world.catalogue.fair.timezone))
        self._write(base)
        return base

    def in_words(self) -> Told:
        """All that there is to tell by now, the notices that hold among it; not to be called on the loop."""
        return self._in_words(self._me.world, self._news)[0]

    def _in_words(self, world: World, news: News | None) -> tuple[Told, tuple[object, ...]]:
        tongue, visit = self._app.tongue, self._visit
        moment = now(world.catalogue.fair.timezone)
        told = told_news(world.catalogue, news, visit, tongue, moment)
        return told, (news, tongue, visit.marks, visit.plan)

    def _take(self, number: int, base: Seen, news: News | None, told: tuple[Told, tuple[object, ...]]) -> None:
        if number != self._number:
            return
        self._base, self._news = base, news
        self._unseen = news is not None
        self._told, self._told_of = told
        self._shown_anew()
        self.refresh()

    def refresh(self) -> None:
        """Says it anew, beside the loop, where the language or the visit is another by now."""
        world, visit = self._world, self._visit
        if world is None or self._news is None or self._telling:
            return
        wanted = (self._news, self._app.tongue, visit.marks, visit.plan)
        if len(self._told_of) == len(wanted) and all(map(is_, wanted, self._told_of)):
            return
        self._telling = True
        number, news = self._number, self._news

        def tell() -> None:
            try:
                told = self._in_words(world, news)
            except Exception as error:  # as above
                log_fault(error)
                self._telling = False
            else:
                self._on_loop(self._retold, number, told)

        threading.Thread(target=tell, name="guide-news-words", daemon=True).start()

    def _retold(self, number: int, told: tuple[Told, tuple[object, ...]]) -> None:
        self._telling = False
        if number == self._number:
            self._told, self._told_of = told
            self._shown_anew()
        self.refresh()  # what changed while it was told

    def _shown_anew(self) -> None:
        self.show_line()
        self._me.visiting.refresh()
        self._tell_screens()

    def _tell_screens(self) -> None:
        for screen in self._app.screen_stack:
            tell = getattr(screen, "tell_news", None)
            if tell is not None:
                tell()

    @property
    def _visit(self) -> Visit:
        return self._me.visiting.visit

    # What is said of it.

    @property
    def news(self) -> News | None:
        """What changed, be it seen by now or not; None where nothing did."""
        return self._news

    @property
    def told(self) -> Told:
        """The same in words, as they were worked out last."""
        return self._told

    @property
    def unseen(self) -> bool:
        """Whether there is something that the person has not looked at."""
        return self._unseen and bool(self._told.count)

    def show_line(self) -> None:
        """Says on the main screen how much changed, as long as nobody has looked at it."""
        from guide.tui.widgets.news_line import NewsLine

        self._me.screen.query_one(NewsLine).say(self._parts(self._app.tongue))

    def _parts(self, tongue: Tongue) -> tuple[Part, ...]:
        from guide.view.news import news_said
        from guide.view.own import FAVOURITE

        if not self.unseen or self._world is None:
            return ()
        first, own = news_said(self._told, now(self._world.catalogue.fair.timezone), tongue)
        key = key_of("news")
        shows = tongue.t("{key} shows them", key=key)
        whole = Text(f" {first}", roles.ACCENT).append(f", {own}" if own else "", roles.ACCENT)
        brief = Text(f" {first}", roles.ACCENT).append(f" · {FAVOURITE} {self._told.own}" if own else "", roles.ACCENT)
        action = "command:news"
        return (Part(whole.append(f": {shows}", roles.QUIET), action, brief=brief.append(f" · {key}", roles.QUIET)),)

    def was(self, ref: Ref) -> tuple[tuple[str, str], ...]:
        """Where and when a thing was before: (what happened, the old side), of what changed since."""
        return self._told.was.get(ref, ())

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that is shown."""
        return self._me.world.catalogue

    @property
    def before(self) -> Catalogue | None:
        """The catalogue that was looked at last, where something changed since."""
        return self._news.found.old if self._news is not None else None

    # Having looked.

    def seen(self) -> None:
        """The person has looked at it: what comes next is compared with what is shown now."""
        world = self._world
        if world is None or not self._unseen:
            return
        self._unseen = False
        self.show_line()
        self._tell_screens()
        number = self._number

        def write() -> None:
            base = self._begun(world)
            if number == self._number:
                self._base = base

        writer = threading.Thread(target=write, name="guide-news-seen", daemon=True)
        self._writers = [each for each in self._writers if each.is_alive()] + [writer]
        writer.start()

    def _write(self, what: Seen) -> None:
        with self._writing:
            copies.keep(places.state(), what)

    def close(self, seconds: float) -> None:
        """Waits until what was seen is written, for at most so long."""
        for writer in self._writers:
            writer.join(seconds)


def _forget(catalogue: Catalogue, news: News) -> None:
    """Lets go of every record but those that are to be told of, and of where they were."""
    kept: dict[str, set[str]] = {kind: set() for kind in TABLES}
    for change in (*news.changes, *news.rest):
        thing = catalogue.get(Ref(change.kind, change.old)) if change.old is not None else None
        if thing is not None and change.kind != "fair":
            kept[change.kind].add(thing.id)
            kept["stand"] |= set(getattr(thing, "stands", ()))
            kept["exhibitor"].add(getattr(thing, "host", None) or "")
    for kind, attribute in TABLES.items():
        table = getattr(catalogue, attribute)
        if isinstance(table, Packed) and kind not in ("hall", "region"):
            table.forget(kept[kind])
