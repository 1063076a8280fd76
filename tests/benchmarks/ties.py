"""The CPU time of one frame of the map of ties, beside a loop that writes each cell of the view once.

All ventures of the bundled fair with one of them or the busiest town lit, and the whole world: drawn anew after
zooming, and again with only what is lit another. Besides: reading the outlines, and the table of regions.
"""

from collections.abc import Callable
from functools import partial

from guide.catalogue.outlines import outlines
from guide.i18n import Tongue
from guide.view import map_arcs, map_base
from guide.view.map_camera import MapCamera
from guide.view.map_drawn import Lit, drawn
from guide.view.map_ties import ties_of
from guide.view.ties_table import laid, table_of
from tests.benchmarks.figures import Figure
from tests.benchmarks.frames import GOAL, SIZE, every_cell, taken
from tests.venue.fairs import bundled

READ = 30.0  # ms


def anew(frame: Callable[[], object]) -> None:
    """A frame of a view that was never drawn."""
    map_base.base.cache_clear()
    map_arcs.arc.cache_clear()
    frame()


def read() -> None:
    """The outlines, from their files."""
    outlines.cache_clear()
    outlines()


def measure(rounds: int = 25, size: tuple[int, int] = SIZE) -> list[Figure]:
    """Frames, the outlines and the table, in milliseconds of CPU."""
    catalogue = bundled()
    tongue = Tongue("en", catalogue.fair.languages)
    refs = tuple(catalogue.refs("venture"))
    ties = ties_of(catalogue, refs, tongue)
    every = MapCamera.fitted([(town.latitude, town.longitude) for town in ties.towns.values()], *size)
    one, town = Lit(next(iter(ties.ties))), Lit(None, next(iter(ties.towns)))
    yardstick = taken(partial(every_cell, size), rounds)
    figures = [Figure("outlines read", taken(read, rounds) * 1000, READ, "ms")]
    for name, camera, lit in (
        ("all ventures, one lit", every, one),
        ("all ventures, a town lit", every, town),
        ("the world", MapCamera.fitted([], *size), one),
    ):
        frame = partial(drawn, ties, camera, *size, lit)
        for when, draw in (("anew", partial(anew, frame)), ("again", frame)):
            spent = taken(draw, rounds)
            detail = f"{spent / max(yardstick, 1e-9):.1f} × writing every cell once"
            figures.append(Figure(f"map of {name}, {when}", spent * 1000, GOAL, "ms", detail))

    def tabled() -> None:
        laid(table_of(catalogue, refs, tongue), *size, (0, 0), tongue)

    return [*figures, Figure("table of regions", taken(tabled, rounds) * 1000, GOAL, "ms")]


if __name__ == "__main__":
    print(*measure(), sep="\n")
