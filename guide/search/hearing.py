"""What a piece of a query finds: every reading of it met with the words, sounds and stand codes of an index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from guide.search.fields import WEIGHTS
from guide.search.fold import fold, runs, sound
from guide.search.highlight import LEAST_INSIDE
from guide.search.keys import Numbers
from guide.search.layers import Layers
from guide.search.names import ASKED_WITH, LEGAL_FORMS, LITTLE
from guide.search.points import has_any, higher, lower
from guide.search.postings import Postings, Sounds, Stroke
from guide.search.reading import BESIDE, ELSEWHERE, Reading, is_odd, readings_of
from guide.search.slips import Slips
from guide.search.spellings import other_sounds
from guide.search.stands import AROUND, SPOKEN, code_key, typed_keys, unfinished

# What a match is worth, as a share of its field's weight.
_WHOLE, _START, _SOUND_WHOLE, _SOUND_START, _FORM, _INSIDE = 1.0, 0.85, 0.8, 0.66, 0.75, 0.3
_OTHER_SOUND = 0.75
_CODE, _CODE_START = 1.0, 0.4

_NAMING = 34  # the least weight of a name by which things go
_FEW = 40  # things found as typed from which on nobody looks for typing mistakes
_PLENTY = 10_000
_MOST_PARTS = 8  # of a chunk that are heard each by itself


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What one chunk of a query finds: a byte of points for every thing, 0 for what does not hold it."""

    points: bytes
    typed: str
    text: str  # what was searched: as typed, or as read
    reason: str
    words: tuple[str, ...]
    readings: tuple[Reading, ...]
    near: dict[str, float] = field(default_factory=dict)  # "plain" or "~sound" of the words it may be a typo of
    mistyped: bool = False  # found by typing mistakes only
    optional: bool = False

    @property
    def empty(self) -> bool:
        """Whether there was nothing to search for: no letter, no digit."""
        return not self.readings


class Ear:
    """Hears chunks against the words and codes of one index: ``plain`` by their letters, ``sound`` by their sound."""

    def __init__(self, plain: Postings, heard: Sounds, codes: Postings, size: int) -> None:
        self._plain = plain
        self._sound = heard
        self._codes = codes
        self._size = size
        self._slips = Slips(plain, heard, size)

    def hear(self, chunk: str, *, typos: bool | None = None, literally: bool = False) -> Heard:
        """What a chunk without spaces finds, and how it had to be read for that.

        Typing mistakes are looked for where little is found, or as ``typos`` says. ``literally``: only as typed.
        """
        plain = fold(chunk)
        if not plain:
            return Heard(b"", chunk, chunk, "", (), ())
        coded = self._coded(chunk)
        # A code that is there is a code.
        ways = readings_of(chunk)[: 1 if coded or literally else None]
        layers = Layers(self._size)
        kept: list[Reading] = []
        odd = is_odd(chunk)
        # Keys that are letters elsewhere were most likely hit for those.
        for way in ways if not odd else (*ways[1:], ways[0]):
            if kept and ((odd and not way.reason) or (len(plain) < 3 and layers.count > _PLENTY)):
                break  # a letter or two that find thousands as typed were hardly meant for other keys
            share = 1.0 if not way.reason else ELSEWHERE if not kept or odd else BESIDE
            if self._exactly(layers, way, share, literally or way.reason == "look-alike"):
                kept.append(way)
                layers.there += self._town(fold(way.text))
        points: bytes = bytes(layers.painted())
        near: dict[str, float] = {}
        if typos is None:
            few = not coded and self._size - points.count(0) < _FEW
            typos = few and not any(self._is_there(fold(way.text)) for way in kept)
        mistyped = not kept
        if typos and not literally and not any(c.isdigit() for c in plain):
            meant = self._slips.meant(ways, kept, points)
            near = meant.near
            if meant.layers.strokes:
                points = meant.layers.over(points)
            if mistyped:
                kept = [meant.reading] if meant.reading else []
        if not kept:
            parts = [part for run in runs(chunk) for part in run]
            if 1 < len(parts) <= _MOST_PARTS and not literally and not coded:
                return self._part_by_part(chunk, parts)
            return Heard(bytes(self._size), chunk, chunk, "", _shown(chunk, ""), (ways[0],))
        main = kept[0]
        words = dict.fromkeys(word for way in kept for word in _shown(way.text, self._coded(way.text)))
        words |= dict.fromkeys(sorted(near, key=near.__getitem__, reverse=True))
        return Heard(points, chunk, main.text, main.reason, tuple(words), tuple(kept), near, mistyped)

    def _part_by_part(self, chunk: str, parts: Sequence[str]) -> Heard:
        """A chunk of several words that is not found as one: each heard by itself, all of them needed."""
        heard = [one for part in parts if not (one := self.hear(part)).empty]
        points = heard[0].points if heard else bytes(self._size)
        near: dict[str, float] = {}
        for one in heard:
            points = lower(points, one.points)
            near |= one.near
        words = tuple(dict.fromkeys(word for one in heard for word in one.words))
        readings = tuple(dict.fromkeys(reading for one in heard for reading in one.readings))
        found = has_any(points)
        return Heard(points, chunk, chunk, "", words, readings or (Reading(chunk, ""),), near if found else {}, found)

    def strictly(self, text: str) -> bytes:
        """What a text finds exactly as typed."""
        layers = Layers(self._size)
        self._exactly(layers, Reading(text, ""), 1.0, True)
        return bytes(layers.painted())

    def wholly(self, folded: str, *, going_on: bool = False) -> bytes:
        """What holds a folded word just so, or with ``going_on`` as its start."""
        lexicon, layers = self._plain.lexicon, Layers(self._size)
        if going_on:
            layers.add(self._plain.between(*lexicon.starting(folded), _START))
        layers.add(self._plain.at(lexicon.at(folded), _WHOLE))
        return bytes(layers.painted())

    def together(self, heard: Sequence[Heard], *, literally: bool = False) -> list[Heard]:
        """The chunks of a query side by side: spaced stand codes are found, and words beside a code need not match."""
        if len(heard) < 2:
            return list(heard)
        result = list(heard)
        for at, (one, other) in enumerate(pairwise(() if literally else heard)):
            self._join(result, at, one, other)
        for start, end in _code_runs([one.typed for one in heard]):
            key = code_key(" ".join(one.typed.strip(AROUND) for one in heard[start:end]))
            layers = Layers(self._size)
            if key and self._code(layers, key):
                for at in range(start, end):
                    one = result[at]
                    result[at] = replace(
                        one,
                        points=layers.over(one.points),
                        words=(f"#{key}",),
                        optional=False,
                        readings=one.readings or (Reading(one.typed, ""),),
                    )
        numbered = any(any(c.isdigit() for c in one.typed) for one in heard)
        last = result[-1]
        needed = [
            one for one in result if not (one.optional or _is_needless(one.typed, numbered, going_on=one is last))
        ]
        if not needed:
            return result
        return [one if one in needed else _unneeded(one) for one in result]

    def _join(self, result: list[Heard], at: int, one: Heard, other: Heard) -> None:
        """Two chunks that are one word: «бел агро»."""
        text = one.text + other.text
        if one.empty or other.empty or not text.isalnum() or len(text) < 4 or text.isdigit():
            return
        layers = Layers(self._size)
        if text.isalpha() and len(text) > 5:
            layers.add(self._word(text, 0.8, loosely=False))
        else:  # «x box», «team 17»: too short to be only the start of a word
            layers.add(self._plain.at(self._plain.lexicon.at(fold(text)), 0.9))
        if layers.strokes:
            word = text.lower()
            for place in (at, at + 1):
                was = result[place]
                result[place] = replace(was, points=layers.over(was.points), words=(*was.words, word))

    def _town(self, plain: str) -> Sequence[Numbers]:
        """The things in the town that has this name."""
        position = self._plain.lexicon.at(plain) if len(plain) > 3 else -1
        if position < 0:
            return ()
        towns = [group for group in self._plain.groups if group.weight == WEIGHTS["city"] and not group.inside]
        return [numbers for group in towns for numbers in group.between(position, position + 1)]

    def _is_there(self, plain: str) -> bool:
        """Whether a word is one of the catalogue's, in this form or another, or starts one of a name."""
        lexicon = self._plain.lexicon
        if lexicon.at(plain) >= 0 or any(True for _ in self._plain.forms(plain, 1.0)):
            return True
        if len(plain) > 3 and self._sound.lexicon.at(sound(plain)) >= 0:
            return True
        low, high = lexicon.starting(plain)
        return any(group.weight >= _NAMING and group.has(low, high) for group in self._plain.groups)

    def _coded(self, text: str) -> str:
        """The key of the stand code that a text is or starts; "" for a number alone and for codes nothing has."""
        keys = typed_keys(text)
        key = keys[0] if keys else ""
        if not key or key.isdigit():
            return ""
        low, high = self._codes.lexicon.starting(unfinished(key))
        return key if low < high else ""

    def _exactly(self, layers: "Layers", way: Reading, share: float, literally: bool) -> bool:
        """Adds what a reading finds without typing mistakes; whether that is anything."""
        text = way.text
        parts = runs(text)
        before = len(layers.strokes) + len(layers.made)
        if len(parts) == 1 and len(parts[0]) == 1:
            layers.add(self._word(parts[0][0], share, literally=literally, loosely=not way.reason))
        elif parts:
            layers.put(self._compound(parts, share, literally))
        self._codes_in(layers, text, share)
        return len(layers.strokes) + len(layers.made) > before

    def _compound(self, parts: list[list[str]], share: float, literally: bool) -> bytes | None:
        """Several words in one chunk: all of them, or the hyphenated ones joined."""
        points: bytes | None = None
        parts = [run[:_MOST_PARTS] for run in parts[:_MOST_PARTS]]
        # The longest first: where that finds nothing, a single letter need not be looked for.
        for run in sorted(parts, key=lambda run: -max(map(len, run))):
            found: bytes | None = None
            for word in sorted(run, key=len, reverse=True):
                alone = self._alone(word, share, literally)
                found = alone if found is None else lower(found, alone)
                if not has_any(found):
                    break
            if len(run) > 1 and found is not None:
                found = higher(found, self._alone("".join(run), share, literally))
            points = found if points is None or found is None else lower(points, found)
            if points is not None and not has_any(points):
                return None
        return points

    def _alone(self, word: str, share: float, literally: bool) -> bytes:
        layers = Layers(self._size)
        if fold(word):
            layers.add(self._word(word, share, literally=literally))
        return bytes(layers.painted())

    def _word(self, word: str, share: float, *, literally: bool = False, loosely: bool = True) -> Iterator[Stroke]:
        """Things by one word; ``loosely``: inside other words, and by other sounds that its letters may have."""
        plain, lexicon = fold(word), self._plain.lexicon
        low, high = lexicon.starting(plain)
        yield from self._plain.between(low, high, _START * share)
        yield from self._plain.at(lexicon.at(plain), _WHOLE * share)
        if literally or plain.isdigit():
            return
        yield from self._plain.forms(plain, _FORM * share)
        if loosely and len(plain) >= LEAST_INSIDE:
            yield from self._plain.containing(plain, _INSIDE * share)
        heard = sound(word)
        others = other_sounds(word) if loosely else ()
        for said, worth in ((heard, share), *((other, share * _OTHER_SOUND) for other in others)):
            if said:
                position = self._sound.lexicon.at(said)
                yield from self._sound.at(position, _SOUND_WHOLE * worth)
                if said == heard or len(said) > 3:
                    start = self._sound.lexicon.starting(said)
                    yield from self._sound.beside(*start, _SOUND_START * worth, (low, high))

    def _codes_in(self, layers: Layers, text: str, share: float) -> None:
        """Adds what has the stand code that a text is, or all of the codes in it: "A061/C060"."""
        keys = typed_keys(text)
        if len(keys) == 1:
            self._code(layers, keys[0], share)
        elif keys:
            layers.add(self._codes.at(self._codes.lexicon.at("/".join(keys)), share))
            both: bytes | None = None
            for key in keys:
                one = Layers(self._size)
                self._code(one, key, share)
                both = bytes(one.painted()) if both is None else lower(both, one.painted())
            if has_any(both):
                layers.put(both)

    def _code(self, layers: "Layers", key: str, share: float = 1.0) -> bool:
        lexicon, before = self._codes.lexicon, len(layers.strokes)
        layers.add(self._codes.between(*lexicon.starting(unfinished(key)), _CODE_START * share))
        layers.add(self._codes.at(lexicon.at(key), _CODE * share))
        return len(layers.strokes) > before


def _unneeded(one: Heard) -> Heard:
    """A chunk that need not match, and so says nothing of how the others were read."""
    return replace(one, optional=True, words=(), text=one.typed, reason="", near={}, mistyped=False)


def _is_needless(typed: str, numbered: bool, *, going_on: bool) -> bool:
    """Whether a word need not match: a legal form, a preposition, what one says before a stand's code."""
    word = fold(typed)
    return (
        word in LEGAL_FORMS
        or (word in LITTLE | ASKED_WITH and not going_on)
        or (numbered and len(word) > 1 and any(said.startswith(word) for said in SPOKEN))
    )


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
        chunk = chunks[at].strip(AROUND) if at < len(chunks) else ""
        if at < len(chunks) and (len(chunk) <= 3 or chunk[:1].isdigit() or code_key(chunk)):
            continue
        if at - start > 1 and code_key(" ".join(chunk.strip(AROUND) for chunk in chunks[start:at])):
            yield start, at
        start = at + 1
