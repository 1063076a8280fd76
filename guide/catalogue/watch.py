"""When a catalogue that lies open is to be read anew: a machine without clocks or files of its own.

It is fed with what is seen of the files and when, and with what came of reading them:
changed -> settled -> read -> loaded -> shown, held or refused. What is shown is always the last good one.
"""

from enum import Enum
from typing import NamedTuple

SETTLED = 0.3
"""Seconds without a change after which files are read: saving is over, or pauses."""

AGAIN = 2.5
"""Seconds after the last change seen at which they are read once more.

FAT keeps times to two seconds, some shares to one: what is saved twice within them looks the same the second time.
"""

GONE = 5.0
"""Seconds that they may be away, or locked, before it is said: some editors delete and write anew."""

RETRY = 1.0
"""Seconds between two attempts to open what cannot be opened."""


class Stamp(NamedTuple):
    """What the system says of one file; ``name`` is "" where the catalogue is that file."""

    name: str
    changed: int
    """Nanoseconds, by whichever clock: only that it differs counts, never which is later."""
    size: int
    inode: int
    status: int = 0
    """When anything about it changed, its time among it, where the system says so; else when it was made."""


Seen = tuple[Stamp, ...]
"""The files of a catalogue as they were seen at one look; () where there are none."""


class Verdict(Enum):
    """What came of loading a catalogue that has changed."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    """It can be shown, but somebody should say whether it is meant so."""
    BROKEN = "broken"


class Standing(Enum):
    """How what is shown stands to what lies there."""

    FRESH = "fresh"
    HELD = "held"
    """What lies there is doubtful: somebody must say whether it is to be shown."""
    KEPT = "kept"
    """Somebody said that it is not to be shown."""
    BROKEN = "broken"
    MISSING = "missing"


class Watch:
    """Follows the catalogue whose contents have ``digest``, which is what is shown."""

    def __init__(self, digest: str) -> None:
        self.shown = digest
        """The digest of what is shown."""
        self._judged = ""  # of what was refused or held last
        self._standing = Standing.FRESH
        self._seen: Seen | None = None
        self._since = 0.0  # when it was first seen so
        self._due: float | None = None  # when it is to be read
        self._missed: float | None = None  # since when it is away or cannot be opened
        self._missing = False

    @property
    def standing(self) -> Standing:
        """How what is shown stands to what lies there."""
        return Standing.MISSING if self._missing else self._standing

    def look(self, at: float, seen: Seen) -> bool:
        """Notes what is seen at a moment in seconds; True where the files are to be read now.

        What is shown may have been read from files that changed since, so the first look counts as a change.
        """
        if seen != self._seen:
            self._changed(at, seen)
            return False
        if at < self._since:  # a clock that went back: what was to be waited for begins anew
            self._changed(at, seen)
        if not seen:
            self._miss(at)
            return False
        return self._due is not None and at >= self._due

    def pause(self, at: float, longest: float) -> float:
        """Seconds until the next look is worth it, ``longest`` where nothing is awaited."""
        return longest if self._due is None else min(max(self._due - at, 0.05), longest)

    def read(self, at: float, seen: Seen, digest: str | None) -> bool:
        """Notes what was read, and what is seen of it after that; True where it is to be loaded.

        ``digest`` is None where it could not be opened. What changed while it was read is not taken: parts of it
        may be of before and parts of after.
        """
        if seen != self._seen:
            self._changed(at, seen)
            return False
        if digest is None:
            self._due = at + RETRY
            self._miss(at)
            return False
        self._missed, self._missing = None, False
        self._due = self._since + AGAIN if at < self._since + AGAIN else None
        if digest == self.shown:
            self._judged, self._standing = "", Standing.FRESH
            return False
        return digest != self._judged

    def loaded(self, digest: str, verdict: Verdict) -> None:
        """Notes what came of loading it: a good one is what is shown from now on."""
        if verdict is Verdict.GOOD:
            self.shown, self._judged, self._standing = digest, "", Standing.FRESH
        else:
            self._judged = digest
            self._standing = Standing.HELD if verdict is Verdict.DOUBTFUL else Standing.BROKEN

    def answer(self, digest: str, *, take: bool) -> None:
        """Takes what is held, or keeps what is shown until the next change; nothing where something else lies there."""
        if self._standing in (Standing.HELD, Standing.KEPT) and digest == self._judged:
            if take:
                self.loaded(digest, Verdict.GOOD)
            else:
                self._standing = Standing.KEPT

    def _changed(self, at: float, seen: Seen) -> None:
        self._seen, self._since = seen, at
        self._due = at + SETTLED if seen else None
        if not seen:
            self._miss(at)

    def _miss(self, at: float) -> None:
        if self._missed is None or at < self._missed:
            self._missed = at
        self._missing = self._missing or at - self._missed >= GONE
