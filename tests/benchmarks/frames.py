"""The CPU time of one frame of a hall plan, beside a loop that writes each cell of the view once.

The busiest halls of the real fair where GUIDE_DATASETS names the folder of the data sets, else the example fair's:
the whole hall and nearer, without marks, and with every stand a hit, favourites, stops and a way through it.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Tongue
from guide.venue.floors import Floors, floors_of
from guide.venue.route import Walk
from guide.view.floor_camera import Camera
from guide.view.floor_drawn import drawn
from guide.view.floor_marks import NOTHING, Marks
from guide.view.floor_sheet import sheet_box
from tests.benchmarks.figures import Figure
from tests.venue.fairs import example
from tests.venue.gamescom import DATASETS, gamescom

SIZE = 200, 60
GOAL = 16.0  # ms
HALLS = ("h10-1", "h10-2")
ZOOMS = (1.0, 1.7, 4.0)


def everything(floors: Floors, hall: str) -> Marks:
    """Every stand of a hall found, some of them favourites and stops, and a way up and down through it all."""
    floor = floors.floors[hall]
    stands = [plot.stand for plot in floor.plots]
    box = floor.box.grown(-2.0)
    xs = [box.left + box.width * n / 8 for n in range(9)]
    points = [(x, y) for n, x in enumerate(xs) for y in ((box.bottom, box.top) if n % 2 else (box.top, box.bottom))]
    return Marks(
        hits=frozenset(stands),
        favourites=frozenset(stands[::7]),
        stops={stand: n for n, stand in enumerate(stands[::20], 1)},
        cursor=Ref("stand", stands[0]),
        here=(hall, box.middle),
        walks=(Walk(hall, tuple(points), 1000.0),),
    )


def a_frame(catalogue: Catalogue, floors: Floors, hall: str, zoom: float, marks: Marks, size: tuple[int, int]) -> None:
    """One frame."""
    camera = Camera.fitted(sheet_box(floors, hall), *size).zoomed(zoom)
    drawn(catalogue, floors, hall, camera, *size, marks, Tongue("en", catalogue.fair.languages))


def every_cell(size: tuple[int, int]) -> list[str]:
    """The yardstick: a sign for each cell, line by line."""
    columns, rows = size
    written = []
    for row in range(rows):
        cells = [" "] * columns
        for column in range(columns):
            if (row + column) & 1:
                cells[column] = "·"
        written.append("".join(cells))
    return written


def taken(frame: Callable[[], object], rounds: int) -> float:
    """The seconds of CPU that one takes: the median of the rounds."""
    frame()
    times = []
    for _ in range(rounds):
        began = time.process_time()
        frame()
        times.append(time.process_time() - began)
    return statistics.median(times)


def measure(rounds: int = 25, size: tuple[int, int] = SIZE, zooms: tuple[float, ...] = ZOOMS) -> list[Figure]:
    """A frame of each hall at each zoom, in milliseconds of CPU."""
    catalogue, halls = (gamescom(), HALLS) if DATASETS else (example(), ("h1",))
    floors = floors_of(catalogue)
    yardstick = taken(lambda: every_cell(size), rounds)
    figures = []
    for hall in halls:
        for zoom in zooms:
            for name, marks in (("", NOTHING), (", all marked", everything(floors, hall))):
                spent = taken(partial(a_frame, catalogue, floors, hall, zoom, marks, size), rounds)
                detail = f"{spent / max(yardstick, 1e-9):.1f} × writing every cell once"
                figures.append(Figure(f"frame of {hall}, {zoom:g} ×{name}", spent * 1000, GOAL, "ms", detail))
    return figures


if __name__ == "__main__":
    print(*measure(), sep="\n")
