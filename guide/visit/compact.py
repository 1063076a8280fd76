"""A plan in so few letters that one or two QR codes hold it: written, and read back by another guide.

Bits, the greatest first; "number" and "signed" as in :class:`guide.visit.bits.BitsOut`:

====================  ==================================================================================
16                    the fair: hash of its id
6                     W, the bits of a thing's hash, as many as keep the things named here apart from all others
signed                the first day of the fair, in days since 2000-01-01
number, stops         see below, in the plan's order
number, marks         things that are not planned: 6 bits R, and in the order of their hashes a Rice number
                      of the difference to the one before with R low bits, then the mark
number, lost          things that this catalogue does not have: the mark; the words are "kind:id" and its name
texts                 all own words as in :mod:`guide.visit.words`, if bit 1 says that there are any
====================  ==================================================================================

A stop: 1 bit, whether it is plain: a thing of the catalogue without own words. If so: W bits of hash, the mark.
Else: 1 bit each for meeting, title, where, about, and 2 for the thing: 0 none, 1 hash and mark, 2 words and mark.
Then its day: 1 bit, whether it is that of the stop before (the fair's first day at the beginning), else signed: 0 no
day, else days from the fair's first one, counted from 1 or -1. Then its start: bit 1 and 11 bits of minutes, or bit 0
and 9 bits: so many times 5 minutes; 288 none; 289 and 37 bits of microseconds. Then its length: 5 bits: 0 none, up to
24 so many times 5 minutes, 25 minutes as signed. A mark: 1 bit each for favourite, visited, rated, and 3 bits of
rating if rated.

Notes are not in it: they may be longer than any number of codes. Names come from the reader's catalogue.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from hashlib import blake2b
from itertools import pairwise
from types import MappingProxyType

from guide.catalogue.model import Catalogue, Ref
from guide.errors import UnreadableError
from guide.i18n import N_
from guide.text import clean
from guide.visit import words
from guide.visit.bits import BitsIn, BitsOut
from guide.visit.parts import join, split
from guide.visit.state import LONGEST_LINE, MOST_STARS, NO_MARK, Mark, Stop, Visit

KINDS = ("exhibitor", "region", "venture", "session", "person", "service", "stand", "hall")
"""The kinds of things that a visit can be about."""

_HASH = 64
_LEAST_BITS, _FAIR_BITS = 22, 16
_FIRST = date(2000, 1, 1)
_STEP, _MOST_STEPS = 5, 24
_NO_START, _EXACT = 288, 289
_MINUTE_BITS, _EXACT_BITS = 11, 37
_OTHER_LENGTH = 25
_NAMELESS, _HASHED, _SPELT = 0, 1, 2


class OtherFairError(UnreadableError):
    """The plan is one of another fair."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A visit as it was read, and how many of its things this catalogue does not have (they are not in it)."""

    visit: Visit
    unknown: int = 0


def written(visit: Visit, catalogue: Catalogue, room: int, *, marks: bool = True) -> tuple[str, ...]:
    """The plan as parts of at most ``room`` characters; ``marks`` also takes the favourites that are not planned.

    It hashes the whole catalogue: about 15 ms at 10,000 things, so not on an event loop.
    Raises TooLongError where it takes more parts than there may be.
    """
    named = {stop.ref for stop in visit.plan if stop.ref}
    others = {
        ref: mark for ref, mark in visit.marks.items()
        if marks and ref not in named and not replace(mark, note="").empty
    }  # fmt: skip
    out = BitsOut()
    writer = _Writer(out, visit, catalogue, _width(catalogue, [*named, *others]))
    writer.head()
    out.number(len(visit.plan))
    for stop in visit.plan:
        writer.stop(stop)
    writer.marks(others)
    out.put(bool(writer.texts), 1)
    if writer.texts:
        words.pack(tuple(writer.texts), out)
    return split(out.done(), room)


def read(texts: Iterable[str], catalogue: Catalogue, name: Callable[[Ref], str]) -> Brought:
    """The plan that was written, out of texts that hold its parts in any order; ``name`` says what a thing is called.

    A stop's id follows from what was read, so the same codes give the same ids. Raises PartsError for what is not
    whole and sound, OtherFairError for a plan of another fair.
    """
    data = join(texts)
    try:
        return _Reader(BitsIn(data), data, catalogue, name).whole()
    except (ValueError, OverflowError) as error:
        raise UnreadableError(
            N_("This plan cannot be read: it may have been made by a newer guide."), N_("Save it there as a JSON file.")
        ) from error


def _hash(text: str, bits: int) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=_HASH // 8).digest()) >> _HASH - bits


def _things(catalogue: Catalogue) -> Iterator[Ref]:
    return (ref for kind in KINDS for ref in catalogue.refs(kind))


def _width(catalogue: Catalogue, named: Iterable[Ref]) -> int:
    """The bits of a hash by which each of the things differs from all others of the catalogue."""
    mine = set(named)
    hashes = sorted((_hash(str(ref), _HASH), ref in mine) for ref in _things(catalogue))
    alike = 0
    for (first, one), (second, other) in pairwise(hashes):
        if one or other:
            alike = max(alike, _HASH - (first ^ second).bit_length())
    return min(max(alike + 1, _LEAST_BITS), _HASH - 1)


class _Writer:
    def __init__(self, out: BitsOut, visit: Visit, catalogue: Catalogue, width: int) -> None:
        self._out, self._visit, self._catalogue, self._width = out, visit, catalogue, width
        self._day: date | None = catalogue.fair.starts
        self.texts: list[str] = []

    def head(self) -> None:
        self._out.put(_hash(self._catalogue.fair.id, _FAIR_BITS), _FAIR_BITS)
        self._out.put(self._width, 6)
        self._out.signed((self._catalogue.fair.starts - _FIRST).days)

    def stop(self, stop: Stop) -> None:
        own = [text[:LONGEST_LINE] for text in map(_tidy, (stop.title, stop.where, stop.about))]
        known = stop.ref is not None and self._catalogue.get(stop.ref) is not None and stop.ref.kind in KINDS
        plain = known and not stop.meeting and not any(own)
        self._out.put(plain, 1)
        if not plain:
            self._out.put(stop.meeting, 1)
            for text in own:
                self._out.put(bool(text), 1)
            self._out.put(_NAMELESS if stop.ref is None else _HASHED if known else _SPELT, 2)
            self.texts += [text for text in own if text]
        if stop.ref is not None:
            if known:
                self._out.put(_hash(str(stop.ref), self._width), self._width)
            else:
                self.texts += [_tidy(str(stop.ref)), _tidy(stop.name)]
            self._mark(self._visit.mark(stop.ref))
        self._when(stop)

    def marks(self, others: Mapping[Ref, Mark]) -> None:
        known: dict[int, Mark] = {}
        lost: list[tuple[Ref, Mark]] = []
        for ref, mark in others.items():
            if self._catalogue.get(ref) is not None and ref.kind in KINDS:
                known[_hash(str(ref), self._width)] = mark
            else:
                lost.append((ref, mark))
        self._out.number(len(known))
        if known:
            low = max(((1 << self._width) // len(known)).bit_length() - 1, 0)
            self._out.put(low, 6)
            before = 0
            for key in sorted(known):
                self._out.rice(key - before, low)
                self._mark(known[key])
                before = key
        self._out.number(len(lost))
        for ref, mark in lost:
            self._mark(mark)
            self.texts += [_tidy(str(ref)), _tidy(mark.name)]

    def _mark(self, mark: Mark) -> None:
        for flag in (mark.favourite, mark.visited, mark.rating):
            self._out.put(bool(flag), 1)
        if mark.rating:
            self._out.put(mark.rating, 3)

    def _when(self, stop: Stop) -> None:
        self._out.put(stop.day == self._day, 1)
        if stop.day != self._day:
            if stop.day is None:
                self._out.signed(0)
            else:
                away = (stop.day - self._catalogue.fair.starts).days
                self._out.signed(away + 1 if away >= 0 else away)
            self._day = stop.day
        self._start(stop.starts)
        steps, rest = divmod(stop.minutes, _STEP) if stop.minutes is not None else (0, 0)
        if stop.minutes is None or (0 < steps <= _MOST_STEPS and not rest):
            self._out.put(steps, 5)
        else:
            self._out.put(_OTHER_LENGTH, 5)
            self._out.signed(stop.minutes)

    def _start(self, starts: time | None) -> None:
        if starts is None:
            self._out.put(_NO_START, 10)
            return
        minute = starts.hour * 60 + starts.minute
        if starts.second or starts.microsecond:
            self._out.put(_EXACT, 10)
            self._out.put((minute * 60 + starts.second) * 1_000_000 + starts.microsecond, _EXACT_BITS)
        elif minute % _STEP:
            self._out.put(1, 1)
            self._out.put(minute, _MINUTE_BITS)
        else:
            self._out.put(minute // _STEP, 10)


class _Reader:
    def __init__(self, bits: BitsIn, data: bytes, catalogue: Catalogue, name: Callable[[Ref], str]) -> None:
        self._bits, self._data, self._catalogue, self._name = bits, data, catalogue, name
        if bits.take(_FAIR_BITS) != _hash(catalogue.fair.id, _FAIR_BITS):
            raise OtherFairError(
                N_("This plan is of another fair than {fair}."),
                N_("Open that fair’s catalogue with --catalogue."),
                fair=catalogue.fair.id,
            )
        self._width = bits.take(6)
        self._first = _FIRST + timedelta(days=bits.signed())
        self._day: date | None = self._first
        self._things: dict[int, Ref | None] = {}
        for ref in _things(catalogue):
            key = _hash(str(ref), self._width)
            self._things[key] = None if key in self._things else ref
        self._marks: list[tuple[Ref | None, Mark]] = []
        self._unknown: set[int] = set()

    def whole(self) -> Brought:
        stops = [self._stop(at) for at in range(self._bits.number())]
        self._read_marks()
        lost = [self._mark() for _ in range(self._bits.number())]
        texts = iter(words.unpack(self._bits) if self._bits.take(1) else ())
        try:
            plan = [stop for each in stops if (stop := self._worded(*each, texts)) is not None]
            for mark in lost:
                self._marks.append((_ref(next(texts)), replace(mark, name=_tidy(next(texts)))))
        except StopIteration as error:
            raise ValueError("texts are missing") from error
        marks: dict[Ref, Mark] = {}
        for ref, mark in self._marks:
            if ref is not None and not mark.empty:
                marks[ref] = replace(mark, name=mark.name or self._name(ref))
        return Brought(Visit(MappingProxyType(marks), tuple(plan)), len(self._unknown))

    def _stop(self, at: int) -> tuple[Stop, list[bool], int, Ref | None, Mark]:
        """A stop without its words: which of them it has, how its thing is named, which that is, its mark."""
        plain = self._bits.take(1)
        meeting, *own = (False if plain else bool(self._bits.take(1)) for _ in range(4))
        how = _HASHED if plain else self._bits.take(2)
        ref, mark = None, NO_MARK
        if how > _SPELT:
            raise ValueError("no such way to name a thing")
        if how == _HASHED:
            ref = self._thing(self._bits.take(self._width))
        if how != _NAMELESS:
            mark = self._mark()
        day, starts, minutes = self._when()
        made = blake2b(self._data + at.to_bytes(4), digest_size=8).hexdigest()
        return Stop(made, None, day, starts, minutes, meeting=meeting), own, how, ref, mark

    def _worded(
        self, stop: Stop, own: list[bool], how: int, ref: Ref | None, mark: Mark, texts: Iterator[str]
    ) -> Stop | None:
        # A list: where the texts run out, a generator would end in another error.
        title, where, about = [_tidy(next(texts))[:LONGEST_LINE] if there else "" for there in own]
        stop = replace(stop, title=title, where=where, about=about)
        if how == _SPELT:
            ref, name = _ref(next(texts)), _tidy(next(texts))
            self._marks.append((ref, replace(mark, name=name)))
            return replace(stop, ref=ref, name=name)
        if how == _HASHED and ref is None and not any(own):
            return None
        self._marks.append((ref, mark))
        return replace(stop, ref=ref, name=self._name(ref) if ref else "")

    def _read_marks(self) -> None:
        count = self._bits.number()
        low = self._bits.take(6) if count else 0
        key = 0
        for _ in range(count):
            key += self._bits.rice(low)
            self._marks.append((self._thing(key), self._mark()))

    def _thing(self, key: int) -> Ref | None:
        ref = self._things.get(key)
        if ref is None:
            self._unknown.add(key)
        return ref

    def _mark(self) -> Mark:
        favourite, visited, rated = (bool(self._bits.take(1)) for _ in range(3))
        return Mark(favourite, visited, min(self._bits.take(3), MOST_STARS) if rated else 0)

    def _when(self) -> tuple[date | None, time | None, int | None]:
        if not self._bits.take(1):
            away = self._bits.signed()
            self._day = self._first + timedelta(days=away - 1 if away > 0 else away) if away else None
        return self._day, self._start(), self._minutes()

    def _minutes(self) -> int | None:
        steps = self._bits.take(5)
        if steps > _OTHER_LENGTH:
            raise ValueError("no such length")
        return self._bits.signed() if steps == _OTHER_LENGTH else steps * _STEP or None

    def _start(self) -> time | None:
        if self._bits.take(1):
            return time(*divmod(self._bits.take(_MINUTE_BITS), 60))
        steps = self._bits.take(9)
        if steps == _NO_START:
            return None
        if steps == _EXACT:
            seconds, micro = divmod(self._bits.take(_EXACT_BITS), 1_000_000)
            return time(seconds // 3600, seconds // 60 % 60, seconds % 60, micro)
        return time(*divmod(steps * _STEP, 60))


def _ref(text: str) -> Ref:
    kind, colon, key = _tidy(text).partition(":")
    if not (colon and kind and key):
        raise ValueError("no kind and id")
    return Ref(kind, key)


def _tidy(text: str) -> str:
    return clean(text).replace("\0", "")
