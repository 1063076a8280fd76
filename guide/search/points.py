"""Points of all things for one question: a byte for each, 0 for what was not found; combined without a loop each."""

from collections.abc import Iterable, Sequence
from itertools import compress

STEPS = 4
"""Steps of a byte for a point."""

_HELD = bytes(255 if value else 0 for value in range(256))
_FREE = bytes(0 if value else 255 for value in range(256))


def step(points: float) -> int:
    """Points as the byte that holds them: what was found is never 0."""
    return max(1, min(255, round(points * STEPS)))


def raise_to(points: bytearray, others: bytes | bytearray) -> None:
    """Raises points to those of others where they are more."""
    for number in compress(range(len(others)), others):
        if others[number] > points[number]:  # noqa: PLR1730 - max() takes twice the time
            points[number] = others[number]


def lesser(points: bytearray, others: bytearray) -> bytearray:
    """The lesser points of what has both."""
    result = bytearray(len(points))
    for number in compress(range(len(points)), points):
        if others[number]:
            result[number] = min(points[number], others[number])
    return result


def all_of(points: Sequence[bytes], size: int) -> bytearray:
    """The mean of the points of what has some for every question; of nothing where there is no question."""
    if len(points) < 2:
        return bytearray(points[0]) if points else bytearray(size)
    rarest = max(points, key=lambda one: one.count(0))
    others = [one for one in points if one is not rarest]
    result, count = bytearray(size), len(points)
    for number in compress(range(size), rarest):
        total = rarest[number]
        for other in others:
            if not other[number]:
                break
            total += other[number]
        else:
            result[number] = max(1, total // count)
    return result


def most_of(points: Sequence[bytes], size: int) -> tuple[bytearray, int]:
    """The same of what has some for the most questions, and for how many that is."""
    counts = bytearray(size)
    for one in points[:255]:
        for number in compress(range(size), one):
            counts[number] += 1
    most = max(counts, default=0)
    result = bytearray(size)
    if most:
        for number in compress(range(size), counts):
            if counts[number] == most:
                result[number] = max(1, sum(one[number] for one in points) // len(points))
    return result, most


def held(numbers: Iterable[int], size: int) -> bytes:
    """A mask of the things with these numbers."""
    made = bytearray(size)
    for number in numbers:
        made[number] = 255
    return bytes(made)


def mask_of(points: bytes | bytearray, *, out: bool = False) -> bytes:
    """A mask of what was found, or with ``out`` of what was not."""
    return bytes(points.translate(_FREE if out else _HELD))


def masked(points: bytes | bytearray, masks: Iterable[bytes]) -> bytes:
    """The points of what all masks keep."""
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


def best_numbers(points: bytes | bytearray, low: int, high: int, limit: int) -> list[int]:
    """The numbers with the most points in a range, equals in their order; without sorting all that have some."""
    best: list[int] = []
    for value in sorted(set(points[low:high]), reverse=True):
        if not value:
            break
        at = points.find(value, low, high)
        while at >= 0:
            if len(best) >= limit:
                return best
            best.append(at)
            at = points.find(value, at + 1, high)
    return best
