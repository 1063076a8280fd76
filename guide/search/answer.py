"""What a search gives back: what was found, in what order, and on request why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from guide.catalogue.model import Ref
from guide.search.fields import KINDS
from guide.search.points import STEPS, best_numbers
from guide.search.query import Query
from guide.search.reading import Reading


class Why(NamedTuple):
    """Why a thing was found: the field, how the query met it, and the piece of the field that it met.

    ``reason`` is one of: exact, prefix, word, alias, initials, stand-code, transliteration, keyboard-layout,
    look-alike, word-form, typo, filter.
    """

    field: str
    reason: str
    matched: str


class Hit(NamedTuple):
    """A thing that was found; the higher the score, the better (it is comparable within one answer only)."""

    ref: Ref
    score: float
    why: tuple[Why, ...]


@dataclass(frozen=True, eq=False)
class Answer:
    """All that one query finds, and how the query was read.

    ``parsed`` holds its words, phrases and filters. ``reading`` is the text that was searched instead of what was
    typed, or "", and ``reason`` why; the reason "typo" has no such text, since each thing may be meant by another
    word. ``words`` are what to highlight in what is shown: folded words, "#" and a stand code's key, "~" and a
    sound. ``literally`` says that nothing was guessed; ``missing`` are the words that what was found does not
    have; ``tried`` are the other ways in which the words were read.
    """

    query: str
    parsed: Query = field(repr=False)
    reading: str
    reason: str
    words: tuple[str, ...]
    literally: bool
    missing: tuple[str, ...]
    tried: tuple[Reading, ...] = field(repr=False)
    _refs: Sequence[Ref] = field(repr=False)
    _ranges: Mapping[str, tuple[int, int]] = field(repr=False)
    _points: bytes | None = field(repr=False)  # by the number of the thing, 0 not found; None: nothing was asked
    _extra: Mapping[int, float] = field(repr=False)  # points beside these, of the few whose name the query is
    _explain: Callable[[Ref], tuple[Why, ...]] = field(repr=False)
    _ranked: dict[str, tuple[Ref, ...]] = field(default_factory=dict, repr=False)

    @property
    def total(self) -> int:
        """How many things were found, of all kinds."""
        return len(self._refs) if self._points is None else len(self._points) - self._points.count(0)

    @property
    def everything(self) -> bool:
        """Whether nothing was asked, so that everything is the answer."""
        return self._points is None

    def count(self, kind: str) -> int:
        """How many things of a kind were found, without ranking them."""
        low, high = self._ranges.get(kind, (0, 0))
        return high - low - (0 if self._points is None else self._points.count(0, low, high))

    def refs(self, kind: str) -> tuple[Ref, ...]:
        """The things of a kind that were found, the best first; equals in the base order."""
        ranked = self._ranked.get(kind)
        if ranked is None:
            low, high = self._ranges.get(kind, (0, 0))
            ranked = self._ranked[kind] = tuple([self._refs[number] for number in self._sorted(low, high)])
        return ranked

    def hits(self, kinds: Sequence[str] | None = None, limit: int = 10) -> list[Hit]:
        """The best hits over the kinds (all by default) with their reasons, which only these are worked out for."""
        best = self._best_of(kinds, limit)
        if self._points is None:
            return [Hit(self._refs[number], 1.0, ()) for number in best]
        return [Hit(self._refs[n], round(self._score(n), 2), self._explain(self._refs[n])) for n in best]

    def best(self, kinds: Sequence[str] | None = None, limit: int = 10) -> list[Ref]:
        """The same things without their reasons."""
        return [self._refs[number] for number in self._best_of(kinds, limit)]

    def why(self, ref: Ref) -> tuple[Why, ...]:
        """Why one thing was found; () where nothing was asked."""
        return () if self._points is None else self._explain(ref)

    def _score(self, number: int) -> float:
        points = self._points[number] if self._points else 0
        return points / STEPS + self._extra.get(number, 0.0)

    def _best_of(self, kinds: Sequence[str] | None, limit: int) -> list[int]:
        limit = max(0, limit)
        ranges = [self._ranges[kind] for kind in KINDS if kinds is None or kind in kinds]
        best = [number for low, high in ranges for number in self._best(low, high, limit)]
        if self._points is not None:
            best.sort(key=self._score, reverse=True)
        return best[:limit]

    def _best(self, low: int, high: int, limit: int) -> list[int]:
        """The best of a range, without sorting all that was found: points are few, and found by value."""
        points = self._points
        if points is None:
            return list(range(low, min(high, low + limit)))
        named = {number for number in self._extra if low <= number < high and points[number]}
        best = sorted(named.union(best_numbers(points, low, high, limit)))
        return sorted(best, key=self._score, reverse=True)[:limit]

    def _sorted(self, low: int, high: int) -> Sequence[int]:
        points = self._points
        if points is None:
            return range(low, high)
        found = list(compress(range(low, high), points[low:high]))
        # Sorting is stable also in reverse, so equals keep the base order.
        if not self._extra:
            return sorted(found, key=points.__getitem__, reverse=True)
        return sorted(found, key=self._score, reverse=True)
