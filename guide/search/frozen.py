"""An index on disk: its keys as text, its numbers as they lie in memory, so that opening it is a few splits."""

import json
import sys
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, overload

from guide import kept
from guide.catalogue.model import Catalogue, Ref
from guide.search.fields import KINDS
from guide.search.index import Index
from guide.search.keys import MANY, Keys, Numbers
from guide.search.lexicon import Lexicon
from guide.search.names import Names
from guide.search.postings import Group, Lists, Postings, Sounds
from guide.search.values import Values

WORTH_KEEPING = 100
"""Things of a catalogue from which on its index is kept; a smaller one is built as fast."""

_SORT = "index"
_NUMBER: Literal["I"] = "I"
_MOST_HEAD = 1 << 16


def is_worth_keeping(catalogue: Catalogue) -> bool:
    """Whether a catalogue is so large that its index opens faster than it is built."""
    return sum(len(catalogue.table(kind)) for kind in KINDS) >= WORTH_KEEPING


def index_of(catalogue: Catalogue, digest: str, path: Path, cache: Path | None) -> tuple[Index, bool]:
    """The index of a catalogue, opened from the cache where it is there; and whether it was built anew."""
    index = find(cache, path, digest, catalogue) if cache and is_worth_keeping(catalogue) else None
    return (Index.build(catalogue), True) if index is None else (index, False)


def find(folder: Path, path: Path, digest: str, catalogue: Catalogue) -> Index | None:
    """The index of a catalogue as it was built before, or None where its sources or the guide have changed."""
    body = kept.mapped(kept.file_for(folder, _SORT, path), [digest], _code())
    if body is None:
        return None
    try:
        return thaw(body, catalogue)
    except (ValueError, LookupError, TypeError):
        return None


def keep(folder: Path, path: Path, digest: str, index: Index) -> None:
    """Keeps an index for the next time; in silence where that is not possible."""
    kept.write(kept.file_for(folder, _SORT, path), [digest], _code(), freeze(index))


def _code() -> str:
    here = Path(__file__).parent
    guide, catalogue = here.parent, here.parent / "catalogue"
    rooms = [kept.code_of(folder) for folder in (here, catalogue, catalogue / "places", guide / "locale", guide)]
    # The numbers are written as this machine has them; folding leans on this Python's table of letters.
    return "-".join(
        [*rooms, sys.byteorder, str(array(_NUMBER).itemsize), f"{sys.version_info[0]}.{sys.version_info[1]}"]
    )


def freeze(index: Index) -> bytes:
    """The index as bytes: a line that says how long each piece is, then the pieces."""
    pieces: list[bytes | memoryview] = []
    for kind in KINDS:
        place = {key: at for at, key in enumerate(index.catalogue.table(kind))}
        pieces.append(_bytes(array(_NUMBER, [place[ref.id] for ref in index.order[kind]])))
    pieces.append("\n".join(map(str, index.background)).encode())
    shapes = []
    for postings in (index.words, index.codes, index.names.plain):
        pieces += _lexicon(postings.lexicon)
        shapes.append([[group.weight, group.inside, group.shared is not None] for group in postings.groups])
        for group in postings.groups:
            pieces += _lists(group.lists)
            if group.shared is not None:
                pieces += _lists(group.shared)
    for sounds in (index.sounds, index.names.sounds):
        pieces += [*_lexicon(sounds.lexicon), *_lists(sounds.words)]
    pieces += index.values.freeze()
    lengths = [len(piece) for piece in pieces]
    return b"".join([json.dumps({"groups": shapes, "pieces": lengths}).encode(), b"\n", *pieces])


def thaw(body: bytes | memoryview, catalogue: Catalogue) -> Index:
    """The index of a catalogue from its bytes; ValueError, LookupError or TypeError where they are none."""
    try:
        return _thawed(memoryview(body), catalogue)
    except (StopIteration, RuntimeError) as error:
        raise ValueError from error


def _thawed(view: memoryview, catalogue: Catalogue) -> Index:
    end = bytes(view[:_MOST_HEAD]).index(b"\n") + 1
    shape = json.loads(bytes(view[:end]))
    pieces = _pieces(view[end:], shape["pieces"])
    order = {kind: Ordered(kind, catalogue, _numbers(next(pieces))) for kind in KINDS}
    background = frozenset(Ref(*text.split(":", 1)) for text in bytes(next(pieces)).decode().split("\n") if text)
    words, codes, named = [_postings(pieces, groups) for groups in shape["groups"]]
    sounds = Sounds(_lexicon_of(pieces), _lists_of(pieces), words)
    names = Names(named, Sounds(_lexicon_of(pieces), _lists_of(pieces), named))
    values = Values.thaw(bytes(piece) for piece in pieces)
    return Index(catalogue, order, words, sounds, codes, names, values, background)


class Ordered(Sequence[Ref]):
    """The things of a kind in an order, each made when it is asked for."""

    def __init__(self, kind: str, catalogue: Catalogue, places: Numbers) -> None:
        self._kind = kind
        self._catalogue = catalogue
        self._places = places

    @cached_property
    def _keys(self) -> list[str]:
        return list(self._catalogue.table(self._kind))

    @cached_property
    def _refs(self) -> tuple[Ref, ...]:
        return tuple([Ref(self._kind, self._keys[place]) for place in self._places])

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Ref: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Ref, ...]: ...
    def __getitem__(self, at: int | slice) -> Ref | tuple[Ref, ...]:
        return self._refs[at] if isinstance(at, slice) else Ref(self._kind, self._keys[self._places[at]])

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._refs)


def _pieces(rest: memoryview, lengths: list[int]) -> Iterator[memoryview]:
    if sum(lengths) != len(rest) or min(lengths, default=0) < 0:
        raise ValueError
    at = 0
    for length in lengths:
        yield rest[at : at + length]
        at += length


def _bytes(numbers: Numbers) -> bytes:
    return numbers.tobytes() if isinstance(numbers, array | memoryview) else array(_NUMBER, numbers).tobytes()


def _numbers(piece: memoryview) -> Numbers:
    return piece.cast(_NUMBER)


def _lists(lists: Lists) -> list[bytes]:
    return [_bytes(lists.starts), _bytes(lists.numbers)]


def _lists_of(pieces: Iterator[memoryview]) -> Lists:
    return Lists(_numbers(next(pieces)), _numbers(next(pieces)))


def _lexicon(lexicon: Lexicon) -> list[bytes | memoryview]:
    keys = lexicon.keys if isinstance(lexicon.keys, Keys) else Keys.of(lexicon.keys)
    columns = b"".join(lexicon.columns) if lexicon.compared else b""
    return [keys.text, _bytes(keys.starts), lexicon.letters.encode(), columns]


def _lexicon_of(pieces: Iterator[memoryview]) -> Lexicon:
    text, starts, letters, flat = next(pieces), _numbers(next(pieces)), bytes(next(pieces)).decode(), next(pieces)
    size = len(starts) - 1
    keys: Sequence[str] = Keys(text, starts)
    if size < MANY:
        keys = bytes(text).decode("utf-8", "surrogatepass").split("\n")[:size]
    columns = [flat[at : at + size] for at in range(0, len(flat), size)] if size else []
    return Lexicon(keys, letters, columns)


def _postings(pieces: Iterator[memoryview], shapes: list[list[Any]]) -> Postings:
    lexicon = _lexicon_of(pieces)
    groups = []
    for weight, inside, shared in shapes:
        lists = _lists_of(pieces)
        groups.append(Group(int(weight), bool(inside), lists, _lists_of(pieces) if shared else None))
    return Postings(lexicon, groups)
