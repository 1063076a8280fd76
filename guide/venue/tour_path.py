"""A path through places under way to a good tour, with what is known of it: times, turns, what is left out."""

import math
from collections.abc import Iterable, Sequence

from guide.venue.tour import CLOSE, Net

NEAR = 9
"""Places that one is tried beside."""

SIMULATED, TIMED, TRIED = 0.04, 0.04, 0.05
"""Steps that a place costs where its time is tried, where it is worked out, and where another is tried beside it."""

NEVER = 1e8
"""Seconds in place of no way: sums stay exact enough, and no path with it is ever taken."""


class Path:
    """Places from the start to the end, and those that are left out; times and windows are always kept."""

    def __init__(self, net: Net, steps: float) -> None:
        self.net = net
        count = len(net.stops) + 2
        self.ways = ways = [[way if way < NEVER else NEVER for way in row] for row in net.ways]
        self.stay, self.windows, self.timed = net.stay, net.windows, net.timed
        self.near: list[list[tuple[float, int]]] = []
        for a, row in enumerate(ways):
            beside = sorted((min(row[b], ways[b][a]), b) for b in range(count) if b != a)
            self.near.append([each for each in beside[:NEAR] if each[0] < NEVER])
        self.even = all(abs(ways[a][b] - ways[b][a]) < CLOSE for a in range(count - 2) for b in range(a))
        self.longer = (
            []
            if self.even
            else [[back[a] - way for back, way in zip(ways, row, strict=True)] for a, row in enumerate(ways)]
        )
        """How much longer the way back is, for each way."""
        self.path: list[int] = [net.start, net.end]
        self.left: list[int] = [stop for stop in range(count - 2) if net.windows[stop]]
        self.never = [stop for stop in range(count - 2) if not net.windows[stop]]
        self.steps = steps
        self.place = [-1] * count
        """Where on the path a stop is; -1 where it is not."""
        self.turned = [0.0] * count
        """How much longer the way from the first stop to each place of the path is when it is walked backwards."""
        self.leaves: list[float] = []
        """When one leaves each place of the path."""
        self.latest: list[float] = []
        """Until when one must be at each place of the path for all the rest to fit."""
        self.measure()

    # What is known of the path.

    def measure(self) -> None:
        """Works out anew what is known of the whole path."""
        place = self.place = [-1] * len(self.place)
        for at, stop in enumerate(self.path):
            place[stop] = at
        self._turn()
        if self.timed or self.left:
            self.retime()

    def _turn(self, low: int = 0, high: int | None = None) -> None:
        """Works ``turned`` out anew, where only ``path[low:high]`` is another than when that was done last."""
        if self.even:
            return
        path, longer, turned = self.path, self.longer, self.turned
        # The ends are never turned: what their backward ways would be does not count.
        last, first = len(path) - 2, max(low, 2)
        upto = last if high is None else min(high, last)
        if high is None:
            turned = self.turned = [0.0] * max(last + 1, 2)
        if first > upto:
            return
        total, before, was = turned[first - 1], path[first - 1], 0.0
        for at in range(first, upto + 1):
            stop = path[at]
            total += longer[before][stop]
            was, turned[at], before = turned[at], total, stop
        if (shift := total - was) and upto < last:
            turned[upto + 1 :] = [each + shift for each in turned[upto + 1 :]]

    def retime(self, low: int = 0, high: int | None = None) -> None:
        """Works the times out anew, where only ``path[low:high]`` is another than when that was done last."""
        path, ways, stay, windows = self.path, self.ways, self.stay, self.windows
        high = len(path) if high is None else high
        self.steps -= (len(path) - low + high) * TIMED
        leaves = self.leaves[:low]
        time: float = leaves[-1] if low else self.net.outing.begins
        before = path[low - 1] if low else path[0]
        for stop in path[low:]:
            time += ways[before][stop] if stop != before else 0.0
            for opens, latest in windows[stop]:
                if time <= latest:
                    time = time if time > opens else opens
                    break
            time += stay[stop]
            leaves.append(time)
            before = stop
        self.leaves = leaves
        tail = self.latest[len(self.latest) - len(path) + high :] if high < len(path) else []
        limit: float = tail[0] if tail else math.inf
        after = path[high] if tail else path[-1]
        until = []
        for stop in path[high - 1 :: -1] if high else ():
            limit -= ways[stop][after] + stay[stop] if stop != after else 0.0
            for opens, latest in reversed(windows[stop]):
                if opens <= limit:
                    limit = limit if limit < latest else latest
                    break
            else:
                limit = -math.inf
            until.append(limit)
            after = stop
        until.reverse()
        self.latest = until + tail

    def fits(self, low: int, high: int, middle: Sequence[int]) -> bool:
        """Whether all times are kept where ``path[low:high]`` becomes ``middle``."""
        ways, windows, stay = self.ways, self.windows, self.stay
        before = self.path[low - 1]
        time: float = self.leaves[low - 1]
        self.steps -= len(middle) * SIMULATED
        for stop in middle:
            time += ways[before][stop]
            for opens, latest in windows[stop]:
                if time <= latest:
                    time = time if time > opens else opens
                    break
            else:
                return False
            time += stay[stop]
            before = stop
        return time + ways[before][self.path[high]] <= self.latest[high]

    def put(self, low: int, high: int, middle: list[int]) -> None:
        """``path[low:high]`` becomes ``middle``: the same stops in another order."""
        self.path[low:high] = middle
        place = self.place
        for at, stop in enumerate(middle, low):
            place[stop] = at
        self._turn(low, high)
        if self.timed:
            self.retime(low, high)

    # Putting in.

    def fill(self, stops: Iterable[int]) -> list[int]:
        """Puts stops in where each costs least, appointments first; what does not fit is left out. Gives those in."""
        path, ways, windows, stay = self.path, self.ways, self.windows, self.stay
        done, self.left = [], []
        for stop in sorted(stops, key=lambda stop: not self.net.appointment[stop]):
            leaves, latest, row, mine = self.leaves, self.latest, ways[stop], windows[stop]
            self.steps -= len(path) * TRIED
            least, at = NEVER / 2, 0
            before = path[0]
            for number in range(1, len(path)):
                after = path[number]
                there = ways[before][stop]
                more = there + row[after] - ways[before][after]
                before = after
                if more < least:
                    time = leaves[number - 1] + there
                    for opens, last in mine:
                        if time <= last:
                            time = time if time > opens else opens
                            if time + stay[stop] + row[after] <= latest[number]:
                                least, at = more, number
                            break
            if at:
                path.insert(at, stop)
                done.append(stop)
                self.retime(at, at + 1)
            else:
                self.left.append(stop)
        self.measure()
        return done
