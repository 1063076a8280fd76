"""What finds ways through the halls, worked out beside the loop when somebody first asks for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing
    from guide.venue.ways import Ways


class Wayfinding:
    """The ways of the fair that is shown; whoever asks while they are worked out gets them then."""

    def __init__(self, me: Browsing) -> None:
        self._me = me
        self._of: object = None  # the halls that the ways are of, or are being worked out for
        self._ways: Ways | None = None
        self._waiting: list[tuple[Callable[[Ways], None], Callable[[], None]]] = []

    def wanted(self, then: Callable[[Ways], None], failed: Callable[[], None] = lambda: None) -> None:
        """Hands the ways over, at once where they are there; never where the halls are not known yet.

        ``failed`` is called instead where they could not be worked out, or other halls took the place of these;
        then they may be asked for again.
        """
        me, catalogue, floors = self._me, self._me.world.catalogue, self._me.world.floors
        if floors is None:
            return
        if self._of is floors and self._ways is not None:
            then(self._ways)
            return
        if self._of is not floors:
            waited, self._waiting = self._waiting, []
            self._of, self._ways = floors, None

            def work() -> None:
                from guide.venue.ways import Ways

                made: Ways | None = None
                try:
                    made = Ways.of(catalogue, floors)
                except Exception as fault:
                    from guide.faults import log_fault

                    log_fault(fault)
                me.screen.app.call_from_thread(self._take, floors, made)

            me.screen.run_worker(work, group="ways", thread=True, exit_on_error=False)
            for _, gone in waited:
                gone()
        self._waiting.append((then, failed))

    def _take(self, floors: object, ways: Ways | None) -> None:
        if floors is not self._of:
            return
        waiting, self._waiting, self._ways = self._waiting, [], ways
        if ways is None:
            self._of = None
        for then, failed in waiting:
            if ways is not None:
                then(ways)
            else:
                failed()
