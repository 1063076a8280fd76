"""What the guide remembers between two starts: language, theme, the catalogues opened last, where one is at a fair."""

import json
import os
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from guide import places

RECENT = 8
"""Catalogues remembered."""

SLOWLY = "slowly"
"""What ``walking`` has of who walks at the pace of :data:`guide.venue.route.SLOW`."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Settings and recent catalogues (absolute paths, the last opened first); empty where nothing is known."""

    language: str = ""
    theme: str = ""
    recent: tuple[str, ...] = ()
    here: Mapping[str, str] = field(default_factory=dict)
    """Fair id -> where one is there, as a thing of its catalogue ("stand:h1#A1")."""
    walking: str = ""
    """What one's ways have to be, fields of :class:`guide.venue.route.Means` with commas between."""

    def opened(self, path: Path) -> "Remembered":
        """The same with a catalogue put first among the recent ones."""
        name = str(path.resolve())
        return replace(self, recent=(name, *(each for each in self.recent if each != name))[:RECENT])

    def being(self, fair: str, place: str) -> "Remembered":
        """The same with one's place at a fair; "" forgets it."""
        others = {key: value for key, value in self.here.items() if key != fair}
        return replace(self, here={**others, fair: place} if place else others)


def _file() -> Path:
    return places.config() / "settings.json"


def recall() -> Remembered:
    """What was remembered; a missing or damaged file is as if nothing was."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Remembered()
    if not isinstance(found, dict):
        return Remembered()
    known = {each.name for each in fields(Remembered)} - {"here"}
    kept = {key: value for key, value in found.items() if key in known and isinstance(value, (str, list))}
    recent = kept.pop("recent", [])
    places_known = found.get("here")
    pairs = places_known.items() if isinstance(places_known, dict) else ()
    here = {key: value for key, value in pairs if isinstance(value, str)}
    texts = {key: value for key, value in kept.items() if isinstance(value, str)}
    paths = tuple(each for each in recent if isinstance(each, str)) if isinstance(recent, list) else ()
    return Remembered(**texts, recent=paths[:RECENT], here=here)


def remember(what: Remembered) -> bool:
    """Writes it beside the old file and puts it in its place; False where that could not be done."""
    target = _file()
    scratch = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix="settings-", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(what), file, indent=1)  # in ASCII: a path may hold what is no Unicode
            file.flush()
            os.fsync(file.fileno())
        Path(scratch).replace(target)
    except (OSError, ValueError):
        if scratch:
            with suppress(OSError):
                Path(scratch).unlink(missing_ok=True)
        return False
    return True


class Keeper:
    """Writes what is remembered, the newest last, whichever thread comes first."""

    def __init__(self, kept: Remembered) -> None:
        self._lock = threading.Lock()
        self._kept = self._newest = kept
        self._failed = False

    def keep(self, what: Remembered) -> bool:
        """Writes it if it is not written yet; False where that could not be done."""
        self._newest = what
        with self._lock:
            newest = self._newest
            if newest == self._kept:
                return True
            if remember(newest):
                self._kept = newest
                return True
            return False

    def first_failure(self) -> bool:
        """Whether nobody has been told yet that nothing can be saved."""
        told, self._failed = self._failed, True
        return not told
