"""Points of all things for one question: a byte for each, 0 for what was not found; combined all at once.

Two rows of points are compared and added as two long numbers, every other byte at a time so that there is room
for a carry: thousands of things cost as much as a dozen steps.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

STEPS = 4
"""Steps of a byte for a point."""

Points = bytes | bytearray

_HELD = bytes(255 if value else 0 for value in range(256))
_FREE = bytes(0 if value else 255 for value in range(256))
_ONCE = bytes(1 if value else 0 for value in range(256))
_SINGLY = 3000  # things that are gone through one by one; more are approximated in one go


def step(points: float) -> int:
    """Points as the byte that holds them: what was found is never 0."""
    return max(1, min(255, round(points * STEPS)))


def has_any(points: Points | None) -> bool:
    """Whether anything has points; ten times as quick as going through them."""
    return points is not None and points.count(0) < len(points)


def highest(points: Points) -> int:
    """The most points that anything has, in steps."""
    return next((value for value in range(255, 0, -1) if points.find(value) >= 0), 0)


@lru_cache(maxsize=8)
def _lanes(size: int) -> tuple[int, int, int]:
    """For so many bytes: ones in every other byte's lowest bit, its whole, and the bit above it."""
    pairs = (size + 1) // 2
    lowest = int.from_bytes(b"\1\0" * pairs, "little")
    return lowest, lowest * 255, lowest << 8


def _more(one: int, other: int, size: int) -> int:
    """A mask of the bytes of every other place where one is as much as the other, or more; both are parted so."""
    lowest, _, above = _lanes(size)
    return ((((one | above) - other) & above) >> 8 & lowest) * 255


def higher(one: Points, other: Points) -> bytes:
    """The greater points of each thing."""
    return _chosen(one, other, greater=True)


def lower(one: Points, other: Points) -> bytes:
    """The lesser points of what has both."""
    return _chosen(one, other, greater=False)


def _chosen(one: Points, other: Points, *, greater: bool) -> bytes:
    size = len(one)
    _, whole, _ = _lanes(size)
    made = 0
    left, right = int.from_bytes(one, "little"), int.from_bytes(other, "little")
    for shift in (0, 8):
        a, b = left >> shift & whole, right >> shift & whole
        mask = _more(a, b, size)
        made |= ((a & mask) | (b & ~mask) if greater else (b & mask) | (a & ~mask)) << shift
    return made.to_bytes(size + 1, "little")[:size]


def all_of(points: Sequence[Points], size: int) -> bytes:
    """The mean of the points of what has some for every question; of nothing where there is no question."""
    if len(points) < 2:
        return bytes(points[0]) if points else bytes(size)
    there = int.from_bytes(b"\xff" * size, "little")
    for one in points:
        there &= int.from_bytes(one.translate(_HELD), "little")
    return _mean_where(there.to_bytes(size, "little"), points, size)


def most_of(points: Sequence[Points], size: int) -> tuple[bytes, int]:
    """The same of what has some for the most questions, and for how many that is."""
    total = 0
    for one in points[:255]:
        total += int.from_bytes(one.translate(_ONCE), "little")
    counts = total.to_bytes(size, "little")
    most = next((count for count in range(min(len(points), 255), 0, -1) if counts.find(count) >= 0), 0)
    if not most:
        return bytes(size), 0
    there = counts.translate(bytes(255 if count == most else 0 for count in range(256)))
    return _mean_where(there, points, size), most


def _mean_where(there: bytes, points: Sequence[Points], size: int) -> bytes:
    """The mean of the points of the things that a mask keeps, which have some in sum."""
    if size - there.count(0) <= _SINGLY:
        result, count = bytearray(size), len(points)
        for number in numbers_of(there):
            result[number] = max(1, sum([one[number] for one in points]) // count)
        return bytes(result)
    mean = _mean(points, size)
    return higher(masked(mean, [there]), there.translate(_ONCE))


def _mean(points: Sequence[Points], size: int) -> bytes:
    """The mean of points, halved pair by pair: exact for two, near enough to order thousands by more."""
    _, whole, _ = _lanes(size)
    made = 0
    for shift in (0, 8):
        parts = [int.from_bytes(one, "little") >> shift & whole for one in points]
        while len(parts) > 1:
            halved = [(one + other) >> 1 & whole for one, other in zip(parts[::2], parts[1::2], strict=False)]
            parts = halved + (parts[-1:] if len(parts) % 2 else [])
        made |= parts[0] << shift
    return made.to_bytes(size + 1, "little")[:size]


def held(numbers: Iterable[int], size: int) -> bytes:
    """A mask of the things with these numbers."""
    made = bytearray(size)
    for number in numbers:
        made[number] = 255
    return bytes(made)


def numbers_of(mask: Points) -> Iterator[int]:
    """The numbers of the things that a mask keeps; quick where they are few among many."""
    at = mask.find(255)
    while at >= 0:
        yield at
        at = mask.find(255, at + 1)


def mask_of(points: Points, *, out: bool = False) -> bytes:
    """A mask of what was found, or with ``out`` of what was not."""
    return bytes(points.translate(_FREE if out else _HELD))


def masked(points: Points, masks: Iterable[bytes]) -> bytes:
    """The points of what all masks keep."""
    masks = list(masks)
    if not masks:
        return bytes(points)
    kept = int.from_bytes(points, "little")
    for mask in masks:
        kept &= int.from_bytes(mask, "little")
    return kept.to_bytes(len(points), "little")


def any_of(masks: Iterable[bytes], size: int) -> bytes:
    """A mask of what one of the masks keeps."""
    kept = 0
    for mask in masks:
        kept |= int.from_bytes(mask, "little")
    return kept.to_bytes(size, "little")


def best_numbers(points: Points, low: int, high: int, limit: int) -> list[int]:
    """The numbers with the most points in a range, equals in their order; without sorting all that have some."""
    best: list[int] = []
    if limit <= 0 or low >= high:
        return best
    for value in range(255, 0, -1):
        at = points.find(value, low, high)
        while at >= 0:
            best.append(at)
            if len(best) >= limit:
                return best
            at = points.find(value, at + 1, high)
    return best
