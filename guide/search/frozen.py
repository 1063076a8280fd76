"""An index on disk: its keys as text, its numbers as they lie in memory, so that opening it is a few splits."""

import json
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guide import kept
from guide.catalogue.model import Catalogue, Ref
from guide.search.fields import KINDS
from guide.search.index import Index
from guide.search.lexicon import Lexicon
from guide.search.names import Names
from guide.search.postings import Group, Postings
from guide.search.values import Values

WORTH_KEEPING = 2000
"""Things of a catalogue from which on its index is kept; a smaller one is built as fast."""

_SORT = "index"
_NUMBER = "I"


def is_worth_keeping(catalogue: Catalogue) -> bool:
    """Whether a catalogue is so large that its index opens faster than it is built."""
    return sum(len(catalogue.table(kind)) for kind in KINDS) >= WORTH_KEEPING


def index_of(catalogue: Catalogue, digest: str, path: Path, cache: Path | None) -> tuple[Index, bool]:
    """The index of a catalogue, opened from the cache where it is there; and whether it was built anew."""
    index = find(cache, path, digest, catalogue) if cache and is_worth_keeping(catalogue) else None
    return (Index.build(catalogue), True) if index is None else (index, False)


def find(folder: Path, path: Path, digest: str, catalogue: Catalogue) -> Index | None:
    """The index of a catalogue as it was built before, or None where its sources or the guide have changed."""
    body = kept.read(kept.file_for(folder, _SORT, path), [digest], _code())
    if body is None:
        return None
    try:
        return thaw(body, catalogue)
    except (ValueError, LookupError, TypeError, StopIteration, RuntimeError):
        return None


def keep(folder: Path, path: Path, digest: str, index: Index) -> None:
    """Keeps an index for the next time; in silence where that is not possible."""
    kept.write(kept.file_for(folder, _SORT, path), [digest], _code(), freeze(index))


def _code() -> str:
    here = Path(__file__).parent
    rooms = [kept.code_of(here), kept.code_of(here.parent / "catalogue")]
    # The numbers are written as this machine has them; folding leans on this Python's table of letters.
    return "-".join(
        [*rooms, sys.byteorder, str(array(_NUMBER).itemsize), f"{sys.version_info[0]}.{sys.version_info[1]}"]
    )


def freeze(index: Index) -> bytes:
    """The index as bytes: a line that says how long each piece is, then the pieces."""
    pieces = [_text([ref.id for ref in index.order[kind]]) for kind in KINDS]
    pieces.append(_text([str(ref) for ref in index.background]))
    groups = []
    for each in (*index.by_word, index.codes, index.names.plain, index.names.sound):
        pieces.append(_text(each.lexicon.keys))
        groups.append([[group.weight, group.inside] for group in each.groups])
        for group in each.groups:
            pieces += [group.starts.tobytes(), group.numbers.tobytes()]
    pieces += index.values.freeze()
    shape = {"groups": groups, "pieces": [len(piece) for piece in pieces]}
    return json.dumps(shape).encode() + b"\n" + b"".join(pieces)


def thaw(body: bytes, catalogue: Catalogue) -> Index:
    """The index of a catalogue from its bytes; ValueError, LookupError or TypeError where they are none."""
    head, _, rest = body.partition(b"\n")
    shape = json.loads(head)
    pieces = _pieces(rest, shape["pieces"])
    order = {kind: tuple([Ref(kind, key) for key in _lines(next(pieces))]) for kind in KINDS}
    background = frozenset(Ref(*text.split(":", 1)) for text in _lines(next(pieces)))
    made = [_postings(pieces, groups) for groups in shape["groups"]]
    plain, heard, codes, named, named_by_sound = made
    names, values = Names(named, named_by_sound), Values.thaw(pieces)
    return Index(catalogue, order, (plain, heard), codes, names, values, background)


def _postings(pieces: Iterator[bytes], groups: list[list[Any]]) -> Postings:
    lexicon = Lexicon(_lines(next(pieces)))
    return Postings(
        lexicon,
        [Group(int(weight), bool(inside), _numbers(next(pieces)), _numbers(next(pieces))) for weight, inside in groups],
    )


def _pieces(rest: bytes, lengths: list[int]) -> Iterator[bytes]:
    if sum(lengths) != len(rest):
        raise ValueError
    at = 0
    for length in lengths:
        yield rest[at : at + length]
        at += length


def _text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def _lines(piece: bytes) -> list[str]:
    return piece.decode().split("\n") if piece else []


def _numbers(piece: bytes) -> "array[int]":
    made = array(_NUMBER)
    made.frombytes(piece)
    return made
