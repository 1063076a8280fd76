"""How a piece of a query is heard: as typed, on another keyboard layout, as a stand code, in another word form."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from guide.search.fold import fold, runs, sound, twin
from guide.search.highlight import LEAST_INSIDE, LEAST_UNFINISHED
from guide.search.layouts import readings
from guide.search.names import LEGAL_FORMS
from guide.search.postings import Dictionary, Postings
from guide.search.stands import SPOKEN, code_key, unfinished
from guide.search.stems import stem

# What a match is worth, as a share of its field's weight.
_WHOLE, _START, _SOUND_WHOLE, _SOUND_START, _FORM, _INSIDE = 1.0, 0.85, 0.7, 0.6, 0.55, 0.4
_CODE, _CODE_START = 60, 24
# A second reading beside one that finds something as typed; typed letters beside keys that are letters elsewhere.
_BESIDE, _ODD = 0.45, 0.5
_KEYS_THAT_ARE_LETTERS = frozenset("`[];',.{}:\"<>~")
_MAY_GO_ON = frozenset("iscztkpqyjhсиштк")  # half of a digraph may have been typed


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a chunk, and why it is not the way it was typed ("" where it is)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What one chunk of a query finds: a byte of points for every thing, 0 for what does not hold it."""

    points: bytes
    typed: str
    text: str  # what was searched: as typed, or as read
    reason: str
    words: tuple[str, ...]
    readings: tuple[Reading, ...]
    optional: bool = False

    @property
    def empty(self) -> bool:
        """Whether there was nothing to search for: no letter, no digit."""
        return not self.readings

    @property
    def others(self) -> tuple[str, ...]:
        """The other texts that it may have been."""
        return tuple(reading.text for reading in self.readings if reading.text != self.text)


class Ear:
    """Hears chunks against the words and codes of one index."""

    def __init__(self, postings: Sequence[Postings], codes: Dictionary, size: int) -> None:
        self._postings = postings
        self._codes = codes
        self._size = size

    def hear(self, chunk: str) -> Heard:
        """What a chunk without spaces finds, and how it had to be read for that."""
        plain = fold(chunk)
        if not plain:
            return Heard(b"", chunk, chunk, "", (), ())
        ways = [Reading(chunk, "")]
        found = [(ways[0], points)] if (points := self._points(chunk)) else []
        coded = self._coded(chunk)
        # One letter says too little to guess at, and a code that is there is a code.
        if not coded and (not found or len(plain) > 1 or _odd(chunk)):
            ways += self._guesses(chunk)
            found += [(way, points) for way in ways[1:] if (points := self._points(way.text))]
        if not found:
            return self._nearly(chunk, ways)
        if len(found) > 1 and not found[0][0].reason and _odd(chunk):
            found[:2] = found[1], found[0]
        (main, best), *others = found
        for _, points in others:
            _raise(best, points.translate(_SHARES[_BESIDE if not main.reason else _ODD]))
        kept = (main, *(way for way, _ in others))
        shown = dict.fromkeys(word for way in kept for word in _shown(way.text, self._coded(way.text)))
        return Heard(bytes(best), chunk, main.text, main.reason, tuple(shown), kept)

    def _nearly(self, chunk: str, ways: Sequence[Reading]) -> Heard:
        """What a chunk finds that no reading of it finds as it is: half a digraph typed, or another ending."""
        for way in ways:
            points = self._unfinished(way.text)
            if points:
                return Heard(bytes(points), chunk, way.text, way.reason, (way.text[:-1].lower(),), (way,))
        for way in ways:
            points = self._form(way.text)
            if points:
                kept = Reading(way.text, way.reason or "word-form")
                return Heard(bytes(points), chunk, way.text, way.reason, (stem(way.text),), (kept,))
        return Heard(bytes(self._size), chunk, chunk, "", _shown(chunk, ""), (ways[0],))

    def _guesses(self, chunk: str) -> list[Reading]:
        plain = fold(chunk)
        guesses = [Reading(text, "keyboard-layout") for text in readings(chunk) if fold(text) != plain]
        mirrored = twin(plain)
        return [*guesses, Reading(mirrored, "look-alike")] if mirrored else guesses

    def _coded(self, text: str) -> str:
        """The key of the stand code that a text is or starts; "" for a number alone and for codes nothing has."""
        key = code_key(text)
        return key if key and not key.isdigit() and self._codes.starting(unfinished(key)) else ""

    def strictly(self, text: str) -> bytes:
        """What a text finds exactly as typed."""
        return bytes(self._points(text) or bytearray(self._size))

    def together(self, heard: Sequence[Heard]) -> list[Heard]:
        """The chunks of a query side by side: spaced stand codes are found, and words beside a code need not match."""
        if len(heard) < 2:
            return list(heard)
        result = list(heard)
        for start, end in _code_runs([one.typed for one in heard]):
            key = code_key(" ".join(one.typed for one in heard[start:end]))
            points = self._code(key) if key else None
            if points:
                for at in range(start, end):
                    both = bytearray(result[at].points or bytes(self._size))
                    _raise(both, points)
                    one = result[at]
                    result[at] = replace(
                        one,
                        points=bytes(both),
                        words=(f"#{key}",),
                        readings=one.readings or (Reading(one.typed, ""),),
                    )
        numbered = any(any(c.isdigit() for c in one.typed) for one in heard)
        needless = LEGAL_FORMS | SPOKEN if numbered else LEGAL_FORMS
        needed = [one for one in result if fold(one.typed) not in needless]
        return [one if one in needed else replace(one, optional=True, words=()) for one in result] if needed else result

    def _points(self, text: str) -> bytearray | None:
        """The best points of every thing for a text read in one way; None where nothing holds it."""
        parts = [self._run(run) for run in runs(text)]
        if not parts:
            return None
        points = parts[0]
        for other in parts[1:]:
            points = _both(points, other)
        key = code_key(text)
        codes = self._code(key) if key else None
        if codes is None:
            return points
        if points is not None:
            _raise(codes, points)
        return codes

    def _run(self, parts: list[str]) -> bytearray | None:
        if len(parts) == 1:
            return self._word(parts[0])
        joined = self._word("".join(parts))
        apart: bytearray | None = self._word(parts[0])
        for part in parts[1:]:
            if apart is None:
                break
            apart = _both(apart, self._word(part))
        if joined is None or apart is None:
            return joined or apart
        _raise(joined, apart)
        return joined

    def _word(self, word: str) -> bytearray | None:
        return self._paint(self._strokes(word)) if fold(word) else None

    def _strokes(self, word: str) -> Iterator[tuple[float, Iterable[int]]]:
        plain = fold(word)
        heard = "" if plain.isdigit() else sound(word)
        kept = stem(plain)
        for postings in self._postings:
            weight = postings.weight
            if kept != plain:
                yield weight * _FORM, array("I", postings.forms(kept))
            whole, start = postings.plain(plain)
            yield weight * _START, start
            yield weight * _WHOLE, whole
            if heard:
                whole, start = postings.sounding(heard)
                yield weight * _SOUND_START, start
                yield weight * _SOUND_WHOLE, whole
                if postings.inside and len(plain) >= LEAST_INSIDE:
                    yield weight * _INSIDE, array("I", postings.containing(plain))

    def _unfinished(self, text: str) -> bytearray | None:
        """Things by the sound of a word whose last letter may be half of a digraph: «polesi» of Полесье."""
        run = runs(text)
        if len(run) != 1 or len(run[0]) != 1 or len(text) < LEAST_UNFINISHED or fold(text)[-1:] not in _MAY_GO_ON:
            return None
        heard = sound(run[0][0][:-1])
        return self._paint((p.weight * _FORM, p.sounding(heard)[1]) for p in self._postings) if heard else None

    def _form(self, text: str) -> bytearray | None:
        """Things by the stem of a word: «игрушек» finds игрушки."""
        run = runs(text)
        if len(run) != 1 or len(run[0]) != 1:
            return None
        kept = stem(run[0][0])
        return None if kept == fold(text) else self._paint((p.weight * _FORM, p.plain(kept)[1]) for p in self._postings)

    def _code(self, key: str) -> bytearray | None:
        return self._paint(((_CODE_START, self._codes.starting(unfinished(key))), (_CODE, self._codes.whole(key))))

    def _paint(self, strokes: Iterable[tuple[float, Iterable[int]]]) -> bytearray | None:
        """The points of each thing by its best stroke: the weakest is painted first, the better ones over it."""
        painted = None
        for worth, numbers in sorted(((w, n) for w, n in strokes if n), key=lambda stroke: stroke[0]):
            if painted is None:
                painted = bytearray(self._size)
            points = max(1, round(worth))
            for number in numbers:
                painted[number] = points
        return painted


def _shares(share: float) -> bytes:
    return bytes(0 if not points else max(1, round(points * share)) for points in range(256))


_SHARES = {share: _shares(share) for share in (_BESIDE, _ODD)}


def _raise(points: bytearray, others: bytes | bytearray) -> None:
    for number in compress(range(len(others)), others):
        points[number] = max(points[number], others[number])


def _both(points: bytearray | None, others: bytearray | None) -> bytearray | None:
    """The lesser points of what has both; None where nothing has."""
    if points is None or others is None:
        return None
    result = bytearray(len(points))
    some = False
    for number in compress(range(len(points)), points):
        if others[number]:
            result[number] = min(points[number], others[number])
            some = True
    return result if some else None


def _odd(chunk: str) -> bool:
    """Whether punctuation stands where a letter would: at the start of a chunk or inside it."""
    return any(c in _KEYS_THAT_ARE_LETTERS for c in chunk.rstrip(",.;:'\""))


def _shown(text: str, coded: str) -> tuple[str, ...]:
    """What to highlight for a text: its words, or where it is a stand code that and its letters in one piece."""
    found = runs(text)
    if coded:
        return ("".join(part for run in found for part in run).lower(), f"#{coded}")
    return tuple(word.lower() for run in found for word in ([*run, "".join(run)] if len(run) > 1 else run))


def _code_runs(chunks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of short chunks that together may be a spaced stand code."""
    start = 0
    for at in range(len(chunks) + 1):
        if at < len(chunks) and (len(chunks[at]) <= 3 or chunks[at][:1].isdigit()):
            continue
        if at - start > 1 and code_key(" ".join(chunks[start:at])):
            yield start, at
        start = at + 1
