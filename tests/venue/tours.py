"""Round tours to judge by: made matrices of whole metres, and the lengths of their shortest tours.

The optima were computed once with OR-tools 9.15 (Apache-2.0), which is too large to be installed for it: the linear
relaxation with cuts for sub-tours (Dantzig, Fulkerson and Johnson 1954), edges of too great a reduced cost fixed
away, and the rest solved in whole numbers until the answer was one tour, which proves it the shortest.
"""

import math
from random import Random

Matrix = list[list[float]]


def drawn(count: int, seed: int) -> Matrix:
    """Points anywhere in a square of a kilometre."""
    random = Random(f"{count - 1}/{seed}")
    return _metres([(random.random() * 1000, random.random() * 1000) for _ in range(count)])


def towns(count: int, seed: int) -> Matrix:
    """Points around seven middles, as stands are in halls."""
    random = Random(f"towns/{count - 1}/{seed}")
    middles = [(random.random() * 1000, random.random() * 1000) for _ in range(7)]
    points = [
        (x + random.gauss(0, 50), y + random.gauss(0, 50)) for x, y in (random.choice(middles) for _ in range(count))
    ]
    return _metres(points)


def _metres(points: list[tuple[float, float]]) -> Matrix:
    return [[float(round(math.dist(a, b))) for b in points] for a in points]


OPTIMA: dict[tuple[str, int, int], float] = {
    ("drawn", 20, 0): 4367.0,
    ("drawn", 20, 1): 4237.0,
    ("drawn", 50, 0): 5493.0,
    ("drawn", 50, 1): 6062.0,
    ("drawn", 100, 0): 8037.0,
    ("drawn", 100, 1): 8115.0,
    ("towns", 20, 0): 3077.0,
    ("towns", 20, 1): 2747.0,
    ("towns", 50, 0): 4241.0,
    ("towns", 50, 1): 3611.0,
    ("towns", 100, 0): 4218.0,
    ("towns", 100, 1): 5243.0,
}
"""Which matrix, places beside the one that it begins and ends at, seed -> the metres of the shortest round tour."""
