"""Following a catalogue on the disk: looks at its files, reads them when they rest, hands over what is new."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

from guide.catalogue.read import Raw, digest, files, is_toml
from guide.catalogue.watch import Seen, Stamp, Standing, Verdict, Watch
from guide.errors import GuideError

EVERY = 0.5
"""Seconds between two looks."""


def seen(path: Path) -> Seen:
    """What the system says of the file, or of the *.toml files of a folder; () where there is none.

    Asks by the path each time, since only that is true on network shares and after a folder was exchanged.
    """
    try:
        info = os.stat(path)  # noqa: PTH116 - a path with a NUL is a ValueError here as there
        if not stat.S_ISDIR(info.st_mode):
            return (_stamp("", info),) if stat.S_ISREG(info.st_mode) else ()
        names = sorted(os.listdir(path))  # noqa: PTH208 - names are all that is wanted
    except (OSError, ValueError):
        return ()
    return tuple(stamp for name in names if is_toml(name) and (stamp := _looked(path / name, name)) is not None)


def _looked(file: Path, name: str) -> Stamp | None:
    try:
        info = file.stat()
    except (OSError, ValueError):  # gone since; one that is there and closed to us is seen all the same
        return None
    return None if stat.S_ISDIR(info.st_mode) else _stamp(name, info)


def _stamp(name: str, info: os.stat_result) -> Stamp:
    return Stamp(name, info.st_mtime_ns, info.st_size, info.st_ino, info.st_ctime_ns)


def saved(at: Seen) -> float:
    """When the newest of some files was saved, in seconds since 1970; 0 where there are none."""
    return max((stamp.changed for stamp in at), default=0) / 1e9


class Following:
    """Follows one catalogue; every step may take as long as the disk does, so none belongs on an event loop.

    ``judge`` is given the files as they were read, their digest, and when the newest was saved; it loads them and
    says what came of it. ``look`` is what looks at the files.
    """

    def __init__(
        self,
        path: Path,
        digest: str,
        judge: Callable[[tuple[Raw, ...], str, float], Verdict],
        look: Callable[[Path], Seen] = seen,
    ) -> None:
        self._path = path
        self._look = look
        self._judge = judge
        self._watch = Watch(digest)
        self.saved = 0.0
        """When the newest of the files that hold what is shown was saved; 0 until they were read once."""
        self._answers: SimpleQueue[tuple[str, bool]] = SimpleQueue()

    @property
    def shown(self) -> str:
        """The digest of what is shown."""
        return self._watch.shown

    @property
    def standing(self) -> Standing:
        """How what is shown stands to what lies there."""
        return self._watch.standing

    def answer(self, digest: str, *, take: bool) -> None:
        """Says, from any thread, that what is held is to be taken, or that what is shown is to be kept."""
        self._answers.put((digest, take))

    def step(self, clock: Callable[[], float]) -> float:
        """Looks once, and reads and judges where that is due; how many seconds to wait before the next step.

        ``clock`` counts seconds; it may stand still or jump.
        """
        watch = self._watch
        while True:
            try:
                held, take = self._answers.get_nowait()
            except Empty:
                break
            watch.answer(held, take=take)
        now = self._look(self._path)
        if watch.look(clock(), now):
            raws = self._read()
            key = digest(raws) if raws else None
            after = self._look(self._path)
            if watch.read(clock(), after, key) and key is not None:
                watch.loaded(key, self._judge(raws, key, saved(after)))
            if key == watch.shown:  # the same contents may have been saved anew
                self.saved = saved(after)
        return watch.pause(clock(), EVERY)

    def _read(self) -> tuple[Raw, ...]:
        """The files, or () where one of them cannot be opened now."""
        try:
            raws = files(self._path)
        except (GuideError, OSError):
            return ()
        return () if any(raw.fault for raw in raws) else raws
