"""A good tour through many places: moves that make it shorter, and shakes where none is left, so many of them.

Iterated local search (Lourenço, Martin and Stützle, "Iterated Local Search", 2003). The moves are those of Croes (1958:
a stretch turned round) and Or (1976: up to three places put elsewhere), tried between near places only (Bentley, "Fast
algorithms for geometric traveling salesman problems", 1992). Shakes swap two neighbouring stretches, or, where times
decide or not all fits, take out what is near to one place and put it in again where it costs least (Schrimpf and
others, "Record breaking optimization results using the ruin and recreate principle", 2000).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

from guide.venue.tour import CLOSE, Net
from guide.venue.tour_path import NEVER, Path

STEPS, FIRST, MOST = 600, 3_000, 65_000
"""How often the moves of a place are looked at for each place there is, besides those, and at most; a quarter more
where times decide."""

STRETCH = 30
"""Places of a stretch that a shake swaps, at most."""

RUIN = 10
"""Places that a shake takes out, at most."""

ASKED = 8
"""Places of those left out that a shake tries to put in, at most."""

REBUILT = 0.5
"""How often a shake rebuilds where all fits and times decide."""

POLISH = 0.5
"""The share of the steps in which the way is made shorter after it was tried to fit more in."""


def searched(net: Net, given: Sequence[int], share: float = 1.0) -> list[int]:
    """The order of the stops of a good tour after a share of the usual steps; what does not fit is not in it."""
    return _Search(net, share).run(given)[1:-1]


class _Search(Path):
    """A path on its way to a good one."""

    def __init__(self, net: Net, share: float) -> None:
        self.all_steps = min(FIRST + STEPS * len(net.stops), MOST) * (1.25 if net.timed else 1.0) * share
        super().__init__(net, self.all_steps)
        self.random = Random(len(net.stops))

    # The run.

    def run(self, given: Sequence[int]) -> list[int]:
        """Searches until the steps are used up; the best path."""
        for stop in given:
            if self.windows[stop] and self.fits(len(self.path) - 1, len(self.path) - 1, (stop,)):
                self.path.insert(-1, stop)
                self.measure()
        first = self.path
        self.left = [stop for stop in self.left if self.place[stop] < 0]
        self.fill(self.left)
        self._settle(self.path)
        best, score = self._kept(), self._score()
        if len(first) > 2:  # what one has may be a bad start to search from
            self.path, self.left = [self.net.start, self.net.end], sorted([*self.path[1:-1], *self.left])
            self.measure()
            self.fill(self.left)
            self._settle(self.path)
            if self._score() < score:
                best, score = self._kept(), self._score()
            else:
                self._back_to(best)
        here, worth = best, self._worth()
        fitting = bool(self.left)  # for a while it only matters how much fits
        while self.steps > 0:
            if fitting and self.steps < self.all_steps * POLISH:
                fitting = False
                self._back_to(best)
                here, worth = best, score
            if self.timed or self.left:
                shaken = self._rebuild() if self.left or self.random.random() < REBUILT else self._swap()
            else:
                shaken = self._swap()
            self.steps -= 1
            if shaken:
                self._settle(shaken)
            now = self._score()
            if now < score:
                best, score = self._kept(), now
            now = self._worth() if fitting else now
            if now <= worth:
                here, worth = self._kept(), now
            else:
                self._back_to(here)
        return best[0]

    def _kept(self) -> tuple[list[int], list[int]]:
        return self.path[:], self.left[:]

    def _back_to(self, kept: tuple[list[int], list[int]]) -> None:
        self.path, self.left = kept[0][:], kept[1][:]
        self.measure()

    def _score(self) -> tuple[float, ...]:
        """What counts, the less the better."""
        path, ways = self.path, self.ways
        length = sum([ways[a][b] for a, b in pairwise(path)])
        lost, count, value = self.net.loss(self.left) if self.left else (0, 0, 0.0)
        return lost, count, value, round(length / CLOSE), self.leaves[-1] if self.timed else 0.0

    def _worth(self) -> tuple[float, ...]:
        """What counts while it is tried to fit more in: time that is left is room."""
        self.retime()
        lost, count, _ = self.net.loss(self.left)
        return lost, count, self.leaves[-1]

    # Shakes. Each gives the stops whose neighbours are others now; none where nothing was changed.

    def _swap(self) -> list[int]:
        """Two neighbouring stretches change places."""
        path, ways, random = self.path, self.ways, self.random
        inner = len(path) - 2
        if inner < 2:
            return []
        most = max(min(STRETCH, inner // 2), 1)
        first, second = 1 + int(random.random() * most), 1 + int(random.random() * most)
        room = inner - first - second
        if room < 0:
            return []
        low = 1 + int(random.random() * (room + 1))
        turn, high = low + first, low + first + second
        a, b, c, d, e, f = path[low - 1], path[low], path[turn - 1], path[turn], path[high - 1], path[high]
        if ways[a][d] + ways[e][b] + ways[c][f] >= NEVER:
            return []
        middle = path[turn:high] + path[low:turn]
        if self.timed and not self.fits(low, high, middle):
            return []
        self.put(low, high, middle)
        return [a, b, c, d, e, f]

    def _rebuild(self) -> list[int]:
        """Some stops near to one another are taken out and put in again, with what is left out."""
        path, random = self.path, self.random
        inner = path[1:-1]
        if not inner and not self.left:
            return []
        count = min(1 + int(random.random() * RUIN), len(inner))
        seed = random.choice(inner + self.left)
        if random.random() < 0.5 and self.place[seed] > 0:  # a stretch of the path
            low = max(min(self.place[seed] - int(random.random() * count), len(inner) + 1 - count), 1)
            out = path[low : low + count]
        else:  # those around it
            row = self.ways[seed]
            out = sorted(inner, key=lambda stop: row[stop] * (0.7 + 0.6 * random.random()))[:count]
        gone = set(out)
        around = {stop for out_of in out for stop in (path[self.place[out_of] - 1], path[self.place[out_of] + 1])}
        self.path = [stop for stop in path if stop not in gone]
        self.retime()
        left, first = self.left, random.random()
        if len(left) > ASKED:  # most of many fit in nowhere: those around and some others are tried
            row = self.ways[seed]
            left = sorted(left, key=lambda stop: (1.0 + row[stop]) * random.random())
            if first > 0.8:
                left.sort(key=lambda stop: -self.net.value[stop])
        back, rest = out + left[:ASKED], left[ASKED:]
        random.shuffle(back)
        if first < 0.5:  # what is short goes in first, so that more of it does
            back.sort(key=lambda stop: self.stay[stop])
        elif first > 0.7:
            back.sort(key=lambda stop: -self.net.value[stop])
        new = self.fill(back)
        self.left += rest
        around.update(new)
        for stop in new:
            at = self.place[stop]
            around.update((self.path[at - 1], self.path[at + 1]))
        return [stop for stop in sorted(around) if self.place[stop] >= 0]

    # Moves.

    def _settle(self, stops: Iterable[int]) -> None:
        """Makes the path shorter around these stops until no move does."""
        queue = list(stops)
        waiting = set(queue)
        while queue and self.steps > 0:
            stop = queue.pop()
            waiting.discard(stop)
            self.steps -= 1
            while touched := self._turned(stop) or self._moved(stop):
                for each in touched:
                    if each not in waiting:
                        waiting.add(each)
                        queue.append(each)

    def _done(self, low: int, high: int, middle: list[int]) -> bool:
        if self.timed and not self.fits(low, high, middle):
            return False
        self.put(low, high, middle)
        return True

    def _turned(self, a: int) -> tuple[int, ...]:
        """A stretch that begins or ends beside a stop is turned round; gives whose neighbours changed."""
        path, ways, place, turned = self.path, self.ways, self.place, self.turned
        i = place[a]
        row = ways[a]
        if a != self.net.end:
            b = path[i + 1]
            now = row[b]
            for way, c in self.near[a]:
                if way >= now:
                    break
                j = place[c]
                if j > i:
                    if j + 1 == len(path):
                        continue
                    d, low, high = path[j + 1], i + 1, j + 1
                    less = now + ways[c][d] - row[c] - ways[b][d]
                elif j >= 0:
                    d, low, high = path[j + 1], j + 1, i + 1
                    less = now + ways[c][d] - ways[c][a] - ways[d][b]
                else:
                    continue
                if not self.even:
                    less -= turned[high - 1] - turned[low]
                if less > CLOSE and self._done(low, high, path[low:high][::-1]):
                    return a, b, c, d
        if a != self.net.start:
            b = path[i - 1]
            now = ways[b][a]
            for way, c in self.near[a]:
                if way >= now:
                    break
                j = place[c]
                if j > i:
                    d, low, high = path[j - 1], i, j
                    less = now + ways[d][c] - row[c] - ways[b][d]
                elif j > 0:
                    d, low, high = path[j - 1], j, i
                    less = now + ways[d][c] - ways[c][a] - ways[d][b]
                else:
                    continue
                if not self.even:
                    less -= turned[high - 1] - turned[low]
                if less > CLOSE and self._done(low, high, path[low:high][::-1]):
                    return a, b, c, d
        return ()

    def _moved(self, a: int) -> tuple[int, ...]:
        """Up to three stops that begin or end with this one go elsewhere, either way round."""
        path, ways, place, turned = self.path, self.ways, self.place, self.turned
        i, last = place[a], len(path) - 1
        if not 0 < i < last:
            return ()
        for low, high in ((i, i), (i, i + 1), (i - 1, i), (i, i + 2), (i - 2, i)):
            if low < 1 or high >= last:
                continue
            before, after = path[low - 1], path[high + 1]
            gain = ways[before][path[low]] + ways[path[high]][after] - ways[before][after]
            if gain <= CLOSE:
                continue
            z = path[high] if i == low else path[low]  # the other end of what moves
            for way, c in self.near[a]:
                if way >= gain:
                    break
                j = place[c]
                if j < 0 or low <= j <= high:
                    continue
                back = 0.0 if self.even else turned[high] - turned[low]
                # Behind c, with this stop first; then before c, with this stop last.
                if j < last and j != low - 1:
                    d = path[j + 1]
                    less = gain + ways[c][d] - ways[c][a] - ways[z][d] - (0.0 if i == low else back)
                    if less > CLOSE and self._shift(low, high, j, turn=i != low):
                        return before, after, a, z, c, d
                if j > 0 and j != high + 1:
                    d = path[j - 1]
                    less = gain + ways[d][c] - ways[a][c] - ways[d][z] - (0.0 if i == high else back)
                    if less > CLOSE and self._shift(low, high, j - 1, turn=i != high):
                        return before, after, a, z, c, d
        return ()

    def _shift(self, low: int, high: int, behind: int, *, turn: bool) -> bool:
        """The stops from ``low`` to ``high`` go behind another place of the path."""
        path = self.path
        some = path[low : high + 1]
        if turn:
            some.reverse()
        if behind < low:
            return self._done(behind + 1, high + 1, some + path[behind + 1 : low])
        return self._done(low, behind + 1, path[high + 1 : behind + 1] + some)
