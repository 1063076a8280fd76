"""What one chunk of a query finds, match by match, painted into points: the better match over the weaker."""

from collections.abc import Iterable, Iterator

from guide.search.keys import Numbers
from guide.search.points import Points, higher, step
from guide.search.postings import Stroke

_LONG = 500  # things that are painted twice
_IN_TOWN, _NAMED_AFTER = 160, 20  # steps of points


class Layers:
    """What was found, piece by piece, to be painted into one byte of points for every thing."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.strokes: list[Stroke] = []
        self.made: list[Points] = []
        self.there: list[Numbers] = []  # things in a town that has the very name

    def add(self, strokes: Iterable[Stroke]) -> None:
        """Adds what was found for some worth."""
        self.strokes += strokes

    def put(self, points: Points | None) -> None:
        """Adds points that are worked out already."""
        if points is not None:
            self.made.append(points)

    @property
    def count(self) -> int:
        """How many matches there are, things with several as often as they have some."""
        return sum(len(numbers) for _, numbers in self.strokes)

    def painted(self) -> bytearray:
        """The points of each thing by its best match: the weakest is painted first, the better ones over it."""
        painted = bytearray(self._size)
        self.strokes.sort(key=lambda stroke: stroke[0])
        for worth, numbers in self._once():
            points = step(worth)
            for number in numbers:
                painted[number] = points
        for points_made in self.made:
            painted = bytearray(higher(painted, points_made))
        for numbers in self.there:
            # A town's whole name means the town, not names that go on; those of them that are there come first.
            for number in numbers:
                painted[number] = min(255, max(painted[number] + _NAMED_AFTER, _IN_TOWN))
        return painted

    def _once(self) -> Iterator[Stroke]:
        """The matches, a long list that stands among them twice only where it is worth the most."""
        last = {id(numbers): at for at, (_, numbers) in enumerate(self.strokes) if len(numbers) > _LONG}
        for at, stroke in enumerate(self.strokes):
            if last.get(id(stroke[1]), at) == at:
                yield stroke

    def over(self, points: Points) -> bytes:
        """The same, or the points given where they are more."""
        return higher(self.painted(), points)
