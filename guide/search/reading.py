"""How a piece of a query may be read: as typed, on another keyboard layout, in letters that look alike."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.search.fold import fold, is_cyrillic, twin
from guide.search.layouts import readings

ELSEWHERE = 0.9
"""What a reading on another layout is worth where what was typed finds nothing, as a share."""
BESIDE = 0.5
"""The same beside something that was found as typed."""
_KEYS_THAT_ARE_LETTERS = frozenset("`[];',.{}:\"<>~")


_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}[^\W\d_]?\Z")  # «И. О.» and "J.S."


class Reading(NamedTuple):
    """One way to read a chunk, and why it is not the way it was typed ("" where it is)."""

    text: str
    reason: str


@lru_cache(maxsize=256)
def readings_of(chunk: str) -> tuple[Reading, ...]:
    """The ways to read a chunk, as typed first."""
    plain = fold(chunk)
    found = [Reading(chunk, "")]
    # One letter says too little to guess at.
    held_down = len(plain) > 2 and len(set(plain)) == 1
    if (len(plain) > 1 or is_odd(chunk)) and not held_down and not _INITIALS.match(chunk):
        found += [Reading(text, "keyboard-layout") for text in readings(chunk) if fold(text) != plain]
        mirrored = twin(plain)
        if mirrored:
            found.append(Reading(mirrored, "look-alike"))
    return tuple(found)


def is_odd(chunk: str) -> bool:
    """Whether punctuation stands where a letter would: at the start of a chunk or inside it."""
    if is_cyrillic(chunk) or _INITIALS.match(chunk):
        return False
    return any(c in _KEYS_THAT_ARE_LETTERS for c in chunk.rstrip(",.;:'\""))
