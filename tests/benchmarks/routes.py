"""The CPU time of ways on foot, beside a plain search over a grid of 10,000 nodes.

On the real plan of 13 hall levels and 998 stands where GUIDE_DATASETS names the folder of the data sets, else on
the example fair: all halls made ready to walk in, a route between two stands, a table between a hundred.
"""

import gc
import random
import time
from collections.abc import Callable
from heapq import heappop, heappush

from guide.catalogue.model import Ref
from guide.venue.floors import floors_of
from guide.venue.route import Means
from guide.venue.spots import spots_of
from guide.venue.ways import Ways
from tests.benchmarks.figures import Figure, median, p95
from tests.venue.fairs import example
from tests.venue.gamescom import DATASETS, gamescom

BUILT, ROUTE, TABLE = 1000.0, 50.0, 500.0
"""Goals in milliseconds: all halls, a route, the table."""

SIDE, SEED = 100, 1


def over_a_grid(side: int = SIDE) -> int:
    """The yardstick: how far the last node of a square grid is from its first."""
    best = [side * side] * (side * side)
    best[0] = 0
    heap = [(0, 0)]
    while heap:
        so_far, node = heappop(heap)
        if so_far > best[node]:
            continue
        x = node % side
        for other, inside in ((node - 1, x > 0), (node + 1, x < side - 1), (node - side, True), (node + side, True)):
            if inside and 0 <= other < len(best) and so_far + 1 < best[other]:
                best[other] = so_far + 1
                heappush(heap, (so_far + 1, other))
    return best[-1]


def spent(work: Callable[..., object], *given: object) -> float:
    """The milliseconds of CPU that it takes."""
    gc.collect()
    began = time.process_time()
    work(*given)
    return (time.process_time() - began) * 1000


def measure(rounds: int = 5, pairs: int = 200, places: int = 100) -> list[Figure]:
    """Milliseconds of CPU, with how many times the yardstick that is."""
    catalogue = gamescom() if DATASETS else example()
    floors, chance = floors_of(catalogue), random.Random(SEED)
    stands = [spots_of(catalogue, floors, Ref("stand", key)) for key in sorted(catalogue.stands)]
    yardstick = median([spent(over_a_grid) for _ in range(rounds)])
    ways = Ways.of(catalogue, floors)
    built = median([spent(Ways.of, catalogue, floors) for _ in range(rounds)])
    asked = [chance.sample(stands, 2) for _ in range(pairs)]
    plain = [spent(ways.route, start, goal) for start, goal in asked]
    step_free = Means(step_free=True)
    free = [spent(ways.route, start, goal, step_free) for start, goal in asked[: pairs // 4 + 1]]
    crowd = [chance.sample(stands, min(places, len(stands))) for _ in range(rounds)]
    # The worst is a table of places that all stand in one hall.
    fullest = max(floors.floors.values(), key=lambda floor: len(floor.plots))
    hall = [place for place in stands if place[0].hall == fullest.hall]
    tight = [chance.sample(hall, min(places, len(hall))) for _ in range(rounds)]
    tables = {name: median([spent(ways.seconds, each) for each in some])
              for name, some in (("", crowd), (" of one hall", tight))}  # fmt: skip
    what = f"{len(floors.floors)} halls, {len(stands)} stands"
    figures = [
        (f"ways of {what}", built, BUILT),
        ("a route, median", median(plain), ROUTE),
        ("a route, p95", p95(plain), ROUTE),
        ("a route, slowest", max(plain), ROUTE),
        ("a step-free route, p95", p95(free), ROUTE),
        *((f"table of {len(crowd[0] if not name else tight[0])} stands{name}", took, TABLE)
          for name, took in tables.items()),
    ]  # fmt: skip
    return [
        Figure(name, took, goal, "ms", f"{took / max(yardstick, 1e-9):.2f} × a search over {SIDE * SIDE} nodes")
        for name, took, goal in figures
    ]


if __name__ == "__main__":
    print(*measure(), sep="\n")
