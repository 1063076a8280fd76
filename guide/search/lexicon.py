"""The sorted words of an index, and those of them that a mistyped word may have been meant to be."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from guide.search.keys import Keys, kept
from guide.turns import pieces

_AFTER = "\U0010ffff"
_MOST_EDITS = 3
_MOST_LETTERS = 254
_COLUMNS = 18  # letters of a word that are compared; what differs behind them is rare, and measured afterwards
_WIDTH = _COLUMNS + _MOST_EDITS
_ONE = re.compile("1")


class Lexicon:
    """Sorted words without doubles, found by their start and by likeness.

    Likeness is worked out for all words at once: a set of words is one long number with a bit for each, so that
    every step of the comparison is an ``and`` or an ``or`` of two numbers (after the bit-parallel automata of
    Wu and Manber, 1992, with the roles of text and pattern exchanged).
    """

    __slots__ = ("_all", "_codes", "_columns", "_having", "keys", "letters")

    def __init__(self, keys: Sequence[str], letters: str = "", columns: Sequence[bytes | memoryview] = ()) -> None:
        self.keys = keys
        self.letters = letters
        self._codes = {letter: code for code, letter in enumerate(letters, 2)}  # 0 is the end, 1 a rare letter
        self._columns = columns
        self._having: dict[tuple[int, int], int] = {}
        self._all = (1 << len(keys)) - 1

    @classmethod
    def of(cls, words: Iterable[str]) -> "Lexicon":
        """The lexicon of some words."""
        return cls(kept(words))

    def __len__(self) -> int:
        return len(self.keys)

    def at(self, word: str) -> int:
        """The position of a word, -1 where it is not there."""
        position = self._place(word)
        return position if position < len(self.keys) and self.keys[position] == word else -1

    def starting(self, start: str) -> tuple[int, int]:
        """The positions (from, up to) of the words that start so."""
        return self._place(start), self._place(start + _AFTER)

    def words(self, low: int, high: int) -> list[str]:
        """The words at these positions."""
        return self.keys.lines(low, high) if isinstance(self.keys, Keys) else list(self.keys[low:high])

    @property
    def columns(self) -> Sequence[bytes | memoryview]:
        """Column by column a byte for each word: which letter stands there, as 2 + its place in ``letters``."""
        if not self._columns:
            self._lay_out()
        return self._columns

    @property
    def compared(self) -> bool:
        """Whether likeness has been asked for, so that the columns are laid out."""
        return bool(self._columns)

    def _place(self, word: str) -> int:
        return self.keys.place(word) if isinstance(self.keys, Keys) else bisect_left(self.keys, word)

    def near(self, word: str, edits: int) -> Sequence[int]:
        """The positions of the words that differ, as a whole or in their start, by at most so many edits.

        An edit is a letter more, less or another, or two neighbours exchanged.
        """
        if not len(self.keys):
            return ()
        found = self._within(word[:_COLUMNS], edits)
        if not found:
            return ()
        shift = len(self.keys) - found.bit_length()
        return [match.start() + shift for match in _ONE.finditer(bin(found)[2:])]

    def _lay_out(self) -> None:
        counted: Counter[str] = Counter()
        for words in pieces(list(self.keys)):
            counted.update(chain.from_iterable(words))
        self.letters = "".join(sorted(letter for letter, _ in counted.most_common(_MOST_LETTERS)))
        self._codes = {letter: code for code, letter in enumerate(self.letters, 2)}
        table = dict.fromkeys(map(ord, counted), "\x01") | {ord(letter): code for letter, code in self._codes.items()}
        square = "".join([key[:_WIDTH].ljust(_WIDTH, "\0") for key in self.keys]).translate(table)
        flat = square.encode("latin-1")
        self._columns = [flat[column::_WIDTH] for column in range(_WIDTH)]

    def _holding(self, letter: str, column: int) -> int:
        """The words with this letter at this place."""
        return self._bits(self._codes.get(letter, 1), column)

    def _longer(self, column: int) -> int:
        """The words that have a letter at this place."""
        return self._all & ~self._bits(0, column)

    def _bits(self, code: int, column: int) -> int:
        having = self._having.get((code, column))
        if having is None:
            letters = bytes(self.columns[column])
            having = self._having[code, column] = int(letters.translate(_only(code)) or b"0", 2)
        return having

    def _within(self, word: str, edits: int) -> int:
        """The words that start as the word asked for does, to within so many edits.

        ``near[e][edits + s]`` holds, after each letter, the words whose first letters, ``s`` more than there
        were so far, are as near as ``e`` edits.
        """
        holding, longer = self._holding, self._longer
        self.columns  # noqa: B018 - gives each letter its code
        shifts = range(-edits, edits + 1)
        near = [[0] * (2 * edits + 2) for _ in range(edits + 1)]
        for e in range(edits + 1):
            near[e][edits] = self._all
            for shift in range(1, e + 1):
                near[e][edits + shift] = longer(shift - 1)
        before, last = near, ""
        for at, letter in enumerate(word):
            then = [[0] * (2 * edits + 2) for _ in range(edits + 1)]
            for e, (old, new) in enumerate(zip(near, then, strict=True)):
                for shift in shifts[edits - e : edits + e + 1]:
                    place, column = at + shift, edits + shift
                    if place < -1:
                        continue
                    found = old[column] & holding(letter, place) if place >= 0 and old[column] else 0
                    if e:
                        fewer = near[e - 1]
                        found |= fewer[column + 1]  # a letter too many was typed
                        if place >= 0:
                            extra = fewer[column] | (then[e - 1][column - 1] if column else 0)
                            if extra:  # another letter, or one too few
                                found |= extra & longer(place)
                        if place >= 1 and last and before[e - 1][column]:
                            swapped = before[e - 1][column] & holding(letter, place - 1)
                            if swapped:
                                found |= swapped & holding(last, place)
                    new[column] = found
            before, near, last = near, then, letter
        found = 0
        for one in near[edits]:
            found |= one
        return found


@cache
def _only(code: int) -> bytes:
    """For ``bytes.translate``: "1" for one letter, "0" for all others."""
    return bytes(48 + (each == code) for each in range(256))
