"""Mistyped words: what may have been meant by one that finds little or nothing, and what that finds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guide.search.closeness import apart
from guide.search.fold import LEAST_UNFINISHED, fold, runs, sound
from guide.search.layers import Layers
from guide.search.points import STEPS, Points, highest
from guide.search.postings import Postings, Sounds
from guide.search.reading import BESIDE, ELSEWHERE, Reading
from guide.search.spellings import other_sounds

# What one edit leaves of a word's worth, what it takes away, and what an unfinished word and its first letter cost.
_TYPO, _EDIT, _TAIL, _LONGER, _FIRST, _LEAST_CLOSE = 0.66, 0.17, 0.03, 0.015, 0.05, 0.08
_BY_SOUND, _UNFINISHED = 0.92, 0.45
_LEAST = (4, 6, 10)  # letters that a word must have for one, two, three edits
_LONG = 8  # letters from which on two edits are few, and a word on another layout may be mistyped by ear
_LONGEST = 60
_GOOD = 26  # points of a name's word, whatever way it was met
_NEXT_TO_NOTHING = 3
_CANDIDATES = 60  # words that are compared letter by letter, in one form
_MAY_GO_ON = frozenset("iscztkpqyjhсиштк")  # half of a digraph may have been typed


@dataclass(slots=True)
class Meant:
    """What a chunk may be a slip for: "plain" words or "~sounds" with how close each is; and the best reading."""

    layers: Layers
    near: dict[str, float] = field(default_factory=dict)
    reading: Reading | None = None
    closest: float = 0.0
    found: int = 0

    def came(self, close: float, way: Reading) -> None:
        """Remembers the reading that came nearest."""
        if close > self.closest:
            self.closest, self.reading = close, way


class Slips:
    """Looks for what was meant among the words of one index and their sounds."""

    def __init__(self, plain: Postings, heard: Sounds, size: int) -> None:
        self._plain = plain
        self._sound = heard
        self._size = size

    def meant(self, ways: Sequence[Reading], kept: Sequence[Reading], points: Points) -> Meant:
        """What is found by typing mistakes in any reading; ``kept`` are those that found ``points`` as they are.

        One edit first, more only where that finds next to nothing.
        """
        meant = Meant(Layers(self._size))
        # What is found well as typed is hardly a mistake.
        doubt = 0.5 if highest(points) >= _GOOD * STEPS else 1.0
        reread = any(other.reason for other in kept)
        for edits in (1, 2, 3) if not kept else (1, 2):
            for way in ways:
                word = "".join(part for run in runs(way.text) for part in run)
                length = len(fold(word))
                least = _LEAST[edits - 1]
                if edits == 2 and (meant.found or kept or way.reason):
                    least = _LONG
                if least <= length <= _LONGEST:
                    share = ELSEWHERE if way.reason and not kept else BESIDE if way.reason or reread else 1.0
                    self._compare(meant, way, word, edits, share * doubt)
            if meant.found >= _NEXT_TO_NOTHING or (edits > 1 and (meant.found or kept)):
                break
        if not kept and not meant.found:
            self._unfinished(meant, ways)
        return meant

    def _compare(self, meant: Meant, way: Reading, word: str, edits: int, share: float) -> None:
        typed = fold(word)
        forms: list[tuple[Postings | Sounds, str, float, str]] = [(self._plain, typed, share, "")]
        if not way.reason or len(typed) >= _LONG:
            sounds = (sound(word), *other_sounds(word)[:3])
            forms += [(self._sound, said, share * _BY_SOUND, "~") for said in sounds]
        for postings, key, worth, mark in forms:
            if len(key) < 3:
                continue
            for word_meant, position in _nearest(postings, key, edits):
                cost, length = apart(key, word_meant)
                close = _closeness(key, word_meant, cost, length) * worth
                strokes = list(postings.at(position, close))
                start = mark + word_meant[:length]
                meant.near[start] = max(close, meant.near.get(start, 0.0))
                meant.layers.add(strokes)
                meant.found += sum(len(numbers) for _, numbers in strokes)
                meant.came(close, way)

    def _unfinished(self, meant: Meant, ways: Sequence[Reading]) -> None:
        """Things by the sound of a word whose last letter may be half of a digraph: «polesi» of Полесье."""
        for way in ways:
            found = runs(way.text)
            if len(found) != 1 or len(found[0]) != 1:
                continue
            word = found[0][0]
            heard = sound(word[:-1])
            if len(word) < LEAST_UNFINISHED or fold(word)[-1:] not in _MAY_GO_ON or not heard:
                continue
            before = len(meant.layers.strokes)
            meant.layers.add(self._sound.between(*self._sound.lexicon.starting(heard), _UNFINISHED))
            if len(meant.layers.strokes) > before:
                meant.came(1.0, way)
                meant.near.setdefault("~" + heard, 0.2)
                return


def _nearest(postings: Postings | Sounds, key: str, edits: int) -> Iterator[tuple[str, int]]:
    """The words that are so near to a key, with their positions; without those that start with it."""
    keys = postings.lexicon.keys
    near = [(keys[position], position) for position in postings.lexicon.near(key, edits)]
    if len(near) > _CANDIDATES:
        near = sorted(near, key=lambda pair: _unlike(key, pair[0]))[:_CANDIDATES]
    return ((word, position) for word, position in near if not word.startswith(key))


def _closeness(typed: str, meant: str, cost: float, length: int) -> float:
    tail = len(meant) - length
    # In a short word an edit changes more.
    cost *= max(1.0, _LONG / len(typed))
    close = _TYPO - _EDIT * cost - (_TAIL + _LONGER * min(tail, 6) if tail else 0.0)
    return max(_LEAST_CLOSE, close - (_FIRST if typed[0] != meant[0] else 0.0))


def _unlike(typed: str, word: str) -> tuple[int, int]:
    """A quick guess at how unlike two words are, to choose whom to compare letter by letter."""
    same = 0
    for one, other in zip(typed, word, strict=False):
        if one != other:
            break
        same += 1
    return -same, abs(len(word) - len(typed))
