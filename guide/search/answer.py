"""What a search gives back: what was found, in what order, and on request why."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from guide.catalogue.model import Ref
from guide.search.fields import KINDS


class Why(NamedTuple):
    """Why a thing was found: the field, how the query met it, and the piece of the field that it met.

    ``reason`` is one of: exact, prefix, word, alias, stand-code, transliteration, keyboard-layout, look-alike,
    word-form.
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

    ``reading`` is the text that was searched instead of what was typed, or "", and ``reason`` why; ``words``
    are the folded words (or "#" and a stand code's key) to highlight in what is shown.
    """

    query: str
    reading: str
    reason: str
    words: tuple[str, ...]
    _refs: Sequence[Ref] = field(repr=False)
    _ranges: Mapping[str, tuple[int, int]] = field(repr=False)
    _found: Sequence[int] = field(repr=False)  # numbers into _refs, ascending
    _points: Mapping[int, float] | None = field(repr=False)  # None: an empty query, everything alike
    _explain: Callable[[Ref], tuple[Why, ...]] = field(repr=False)
    _ranked: dict[str, tuple[Ref, ...]] = field(default_factory=dict, repr=False)

    @property
    def total(self) -> int:
        """How many things were found, of all kinds."""
        return len(self._found)

    @property
    def everything(self) -> bool:
        """Whether nothing was asked, so that everything is the answer."""
        return self._points is None

    def count(self, kind: str) -> int:
        """How many things of a kind were found, without ranking them."""
        low, high = self._span(kind)
        return high - low

    def refs(self, kind: str) -> tuple[Ref, ...]:
        """The things of a kind that were found, the best first; equals in the base order."""
        ranked = self._ranked.get(kind)
        if ranked is None:
            ranked = self._ranked[kind] = tuple(self._refs[number] for number in self._best(kind))
        return ranked

    def hits(self, kinds: Sequence[str] | None = None, limit: int = 10) -> list[Hit]:
        """The best hits over the kinds (all by default) with their reasons, which only these are worked out for."""
        points, best = self._points, self._best_of(kinds, limit)
        if points is None:
            return [Hit(self._refs[number], 1.0, ()) for number in best]
        return [Hit(self._refs[number], round(points[number], 2), self._explain(self._refs[number])) for number in best]

    def best(self, kinds: Sequence[str] | None = None, limit: int = 10) -> list[Ref]:
        """The same things without their reasons."""
        return [self._refs[number] for number in self._best_of(kinds, limit)]

    def _best_of(self, kinds: Sequence[str] | None, limit: int) -> list[int]:
        wanted = [kind for kind in KINDS if kinds is None or kind in kinds]
        best = [number for kind in wanted for number in self._best(kind)[: max(0, limit)]]
        if self._points is not None:
            best.sort(key=self._points.__getitem__, reverse=True)
        return best[: max(0, limit)]

    def why(self, ref: Ref) -> tuple[Why, ...]:
        """Why one thing was found; () where nothing was asked."""
        return () if self._points is None else self._explain(ref)

    def _span(self, kind: str) -> tuple[int, int]:
        first, last = self._ranges.get(kind, (0, 0))
        return bisect_left(self._found, first), bisect_left(self._found, last)

    def _best(self, kind: str) -> Sequence[int]:
        low, high = self._span(kind)
        found = self._found[low:high]
        # Sorting is stable also in reverse, so equals keep the base order.
        return found if self._points is None else sorted(found, key=self._points.__getitem__, reverse=True)
