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
        self._waiting: list[Callable[[Ways], None]] = []

    def wanted(self, then: Callable[[Ways], None]) -> None:
        """Hands the ways over, at once where they are there; never where the halls are not known yet."""
        me, catalogue, floors = self._me, self._me.world.catalogue, self._me.world.floors
        if floors is None:
            return
        if self._of is floors and self._ways is not None:
            then(self._ways)
            return
        if self._of is not floors:
            self._of, self._ways, self._waiting = floors, None, []

            def work() -> None:
                from guide.venue.ways import Ways

                made = Ways.of(catalogue, floors)
                me.screen.app.call_from_thread(self._take, floors, made)

            me.screen.run_worker(work, group="ways", thread=True, exit_on_error=False)
        self._waiting.append(then)

    def _take(self, floors: object, ways: Ways) -> None:
        if floors is self._of:
            waiting, self._waiting, self._ways = self._waiting, [], ways
            for then in waiting:
                then(ways)
