"""The CPU time of the best order of stops beside a plain search over a grid, and how far it is from the shortest.

Round tours whose optimum is known (:mod:`tests.venue.tours`); then a hundred stands on foot, on the real plan of 13
hall levels where GUIDE_DATASETS names the folder of the data sets, else on the example fair; as many firms with two of
these stands each; and a day of eight hours with hours, sessions and more stops than fit.
"""

import random

from guide.catalogue.model import Ref
from guide.venue.floors import floors_of
from guide.venue.spots import spots_of
from guide.venue.tour import EXACT, Outing, Place, best_tour
from guide.venue.tour_spots import best_chosen
from guide.venue.ways import Ways
from guide.visit.touring import best_order
from tests.benchmarks.figures import Figure, median
from tests.benchmarks.routes import over_a_grid, spent
from tests.venue.fairs import example
from tests.venue.gamescom import DATASETS, gamescom
from tests.venue.tours import OPTIMA, drawn, towns

CPU, LENGTH = 1000.0, 102.0
"""Goals: milliseconds for an order, and its length in hundredths of the shortest."""

HOUR = 3600.0


def a_day(count: int, seed: int) -> Outing:
    """Stops of ten to thirty minutes in eight hours: some at a time of their own, some open for an hour only."""
    chance = random.Random(seed)
    seconds = [[3 * way for way in row] for row in drawn(count + 1, seed)]
    places = [Place()]
    for _ in range(count):
        stay, begin = chance.choice((600.0, 1200.0, 1800.0)), chance.randrange(0, 7 * 3600, 900) + 0.0
        kind = chance.random()
        at = ((begin, begin),) if kind < 0.1 else ((begin, begin + HOUR),) if kind < 0.3 else None
        places.append(Place(stay, at, appointment=kind < 0.1))
    return Outing(seconds, places, 0, None, 0.0, 8 * HOUR)


def measure(rounds: int = 3, count: int = 100) -> list[Figure]:
    """Milliseconds of CPU, with how many times the yardstick that is, and lengths in hundredths of the shortest."""
    yardstick = median([spent(over_a_grid) for _ in range(rounds)])
    figures = []
    for size in sorted({size for _, size, _ in OPTIMA if size <= count}):
        some = {key: length for key, length in OPTIMA.items() if key[1] == size}
        gaps, took = [], []
        for (kind, _, seed), length in some.items():
            seconds = drawn(size + 1, seed) if kind == "drawn" else towns(size + 1, seed)
            outing = Outing(seconds, [Place()] * (size + 1), 0, 0)
            took.append(spent(best_tour, outing))
            gaps.append(best_tour(outing).walking / length * 100)
        figures.append(_cpu(f"order of {size} stops, slowest", max(took), yardstick))
        figures.append(Figure(f"of the shortest order of {size} stops, worst", max(gaps), LENGTH, "%"))
    exact = [Outing(drawn(EXACT + 1, seed), [Place()] * (EXACT + 1), 0, 0) for seed in range(rounds)]
    figures.append(_cpu(f"exact order of {EXACT} stops", median([spent(best_tour, each) for each in exact]), yardstick))
    catalogue = gamescom() if DATASETS else example()
    floors = floors_of(catalogue)
    ways = Ways.of(catalogue, floors)
    stands = random.Random(1).sample(sorted(catalogue.stands), min(count, len(catalogue.stands)))
    spots = [spots_of(catalogue, floors, Ref("stand", key)) for key in stands]
    _, *refs = (Ref("stand", key) for key in stands)
    took = min(spent(best_order, catalogue, floors, Ways.of(catalogue, floors), spots[0], refs) for _ in range(rounds))
    figures.append(_cpu(f"order of {len(spots)} stands on foot, with the ways", took, yardstick))
    spots = [(*one, *other) for one, other in zip(spots, [*spots[1:], *spots[:1]], strict=True)]
    seconds = ways.seconds([(spot,) for each in spots for spot in each])
    pairs = [range(at, at + 2) for at in range(0, 2 * len(spots), 2)]
    several = Outing([], [Place()] * len(spots), 0)
    took = spent(best_chosen, several, pairs, seconds)
    figures.append(_cpu(f"order of {len(spots)} firms with two stands each", took, yardstick))
    figures.append(_cpu(f"order of {count} stops in a day", spent(best_tour, a_day(count, 1)), yardstick))
    return figures


def _cpu(name: str, took: float, yardstick: float) -> Figure:
    return Figure(name, took, CPU, "ms", f"{took / yardstick:.1f} × a grid of 10,000 nodes ({yardstick:.0f} ms)")
