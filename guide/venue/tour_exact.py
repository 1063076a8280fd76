"""The best tour through a few places, exactly: sets of places, each with the best ways to have been to all of them.

Held and Karp's recursion ("A dynamic programming approach to sequencing problems", 1962). With opening times the
shorter of two ways through the same places to the same last one is not always the better: a longer one may be earlier.
Both are kept then, and only what is neither shorter nor earlier is dropped.
"""

import math
from collections.abc import Sequence

from guide.venue.tour import CLOSE, Net

Label = tuple[float, float, int, "Label | None"]
"""The walking so far, when one leaves the last place, that place, and the label one came from."""


def exactly(net: Net, kin: Sequence[int] = ()) -> list[int]:
    """The order of the stops of the best tour; what does not fit is not in it.

    Stops of the same ``kin`` (numbers from 0, one for each stop) are one place: one of them is gone to. Takes 2^n · m²
    steps for n places with m stops in all, and as many times more as there are ways worth keeping.
    """
    count, ways, stay, begin = len(net.stops), net.ways, net.stay, net.begin
    kin = kin or range(count)
    first = {each: stop for stop, each in reversed(list(enumerate(kin)))}  # a stop of each place
    table: list[list[list[Label]]] = [[[] for _ in range(count)] for _ in range(1 << len(first))]
    root: Label = (0.0, net.outing.begins, net.start, None)
    for stop in range(count):
        begins = begin(stop, root[1] + ways[net.start][stop])
        if begins < math.inf:
            table[1 << kin[stop]][stop].append((ways[net.start][stop], begins + stay[stop], stop, root))
    best: tuple[tuple[int, int, float], float, float] | None = None
    found: Label = root
    ended = begin(net.end, root[1] + ways[net.start][net.end])
    if ended < math.inf:
        best = (net.loss(list(first.values())), ways[net.start][net.end], ended)
    for been in range(1, 1 << len(first)):
        rest = [stop for stop in range(count) if not been >> kin[stop] & 1]
        loss = None
        for last, labels in enumerate(table[been]):
            row = ways[last]
            for label in labels:
                walk, time, _, _ = label
                ended = begin(net.end, time + row[net.end])
                if ended < math.inf:
                    loss = loss or net.loss([stop for stop in rest if first[kin[stop]] == stop])
                    done = (loss, walk + row[net.end], ended)
                    if best is None or _better(done, best):
                        best, found = done, label
                for stop in rest:
                    begins = begin(stop, time + row[stop])
                    if begins < math.inf:
                        keep(table[been | 1 << kin[stop]][stop], (walk + row[stop], begins + stay[stop], stop, label))
        table[been] = []
    order = []
    while found[3] is not None:
        order.append(found[2])
        found = found[3]
    return order[::-1]


def _better(
    one: tuple[tuple[int, int, float], float, float], other: tuple[tuple[int, int, float], float, float]
) -> bool:
    if one[0] != other[0]:
        return one[0] < other[0]
    if abs(one[1] - other[1]) > CLOSE:
        return one[1] < other[1]
    return one[2] < other[2]


def keep(labels: list[Label], new: Label) -> None:
    """Puts a label among those of the same places with the same last one, unless one is as short and as early."""
    walk, time = new[0], new[1]
    for label in labels:
        if label[0] <= walk and label[1] <= time:
            return
    labels[:] = [label for label in labels if label[0] < walk or label[1] < time]
    labels.append(new)
