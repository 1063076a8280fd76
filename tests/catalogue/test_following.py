"""An editor that saves real files in all the usual ways, and the guide that follows them; only the clock is made up."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from guide.catalogue.following import EVERY, Following, seen
from guide.catalogue.load import load
from guide.catalogue.read import Raw, digest, files
from guide.catalogue.watch import AGAIN, GONE, SETTLED, Seen, Standing, Verdict
from guide.errors import UnreadableError

FAIR = """[fair]
id = "f"
name = "Fair {number:04}"
starts = 2026-09-29
ends = 2026-09-30
timezone = "Europe/Minsk"
"""
BROKEN = FAIR.replace('id = "f"', 'id = "f')
MORE = '[[exhibitor]]\nid = "e{number}"\nname = "Exhibitor {number:04}"\n'


class Reader:
    """Follows a catalogue as the app does, with a clock of its own that is set on by hand."""

    def __init__(self, path: Path, look: Callable[[Path], Seen] = seen) -> None:
        self.path = path
        self.now = 1000.0
        self.loads: list[str] = []
        self.name = load(path).catalogue.fair.name.choose(())[0]
        self.following = Following(path, digest(files(path)), self._judge, look)

    def _judge(self, raws: tuple[Raw, ...], key: str, at: float) -> Verdict:
        self.loads.append(key)
        try:
            loaded = load(self.path, raws=raws, gentle=True)
        except UnreadableError:
            return Verdict.BROKEN
        assert loaded.digest == key
        self.name = loaded.catalogue.fair.name.choose(())[0]
        return Verdict.GOOD

    def looks(self, seconds: float = 0.0) -> None:
        """Looks once, and then until so many seconds are over."""
        end = self.now + seconds
        while True:
            pause = self.following.step(lambda: self.now)
            assert 0 < pause <= EVERY
            self.now += pause
            if self.now > end:
                return


Way = Callable[[Path, bytes], Iterator[None]]
"""Saves a file; where it yields, the guide may look."""


def in_place(file: Path, data: bytes) -> Iterator[None]:
    file.write_bytes(data)
    yield


def in_chunks(file: Path, data: bytes) -> Iterator[None]:
    with file.open("wb", buffering=0) as stream:
        for at in range(0, len(data), 40):
            stream.write(data[at : at + 40])
            yield


def truncated_first(file: Path, data: bytes) -> Iterator[None]:
    os.truncate(file, 0) if file.exists() else file.touch()
    yield
    file.write_bytes(data)
    yield


def renamed_over(file: Path, data: bytes) -> Iterator[None]:
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_bytes(data)
    yield
    beside.replace(file)
    yield


def backed_up(file: Path, data: bytes) -> Iterator[None]:
    """As vim does: the old one is renamed, a new one written, the old one removed."""
    backup = file.with_name(f"{file.name}~")
    if file.exists():
        file.replace(backup)
        yield
    yield from in_chunks(file, data)
    backup.unlink(missing_ok=True)
    yield


def deleted_first(file: Path, data: bytes) -> Iterator[None]:
    file.unlink(missing_ok=True)
    yield
    file.write_bytes(data)
    yield


def copied_with_its_time(file: Path, data: bytes) -> Iterator[None]:
    """A copy of an old file keeps the time of that."""
    file.write_bytes(data)
    os.utime(file, (1_000_000_000, 1_000_000_000))
    yield


def by_a_clock_of_the_future(file: Path, data: bytes) -> Iterator[None]:
    file.write_bytes(data)
    os.utime(file, (4_000_000_000, 4_000_000_000))
    yield


def twice(file: Path, data: bytes) -> Iterator[None]:
    """Saves something else of the same size first."""
    file.write_bytes(data.replace(b"Fair", b"Fare"))
    yield
    file.write_bytes(data)
    yield


WAYS: tuple[Way, ...] = (
    in_place, in_chunks, truncated_first, renamed_over, backed_up, deleted_first, copied_with_its_time,
    by_a_clock_of_the_future, twice,
)  # fmt: skip


@pytest.mark.parametrize("folder", [False, True])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_of_saving_is_followed(tmp_path, way, folder):
    file = tmp_path / "fair.toml"
    file.write_text(FAIR.format(number=0))
    reader = Reader(tmp_path if folder else file)
    reader.looks(5)
    for number in range(1, 6):
        for _ in way(file, FAIR.format(number=number).encode()):
            reader.looks()
        reader.looks(AGAIN + 2 * EVERY)
        assert reader.name == f"Fair {number:04}"
        assert reader.following.standing is Standing.FRESH
    loads = len(reader.loads)
    reader.looks(20)
    assert len(reader.loads) == loads


@pytest.mark.parametrize("seed", range(5))
def test_an_editor_saves_hundreds_of_times_in_any_way(tmp_path, seed):
    rng, folder = Random(seed), tmp_path / "fair"
    folder.mkdir()
    (folder / "fair.toml").write_text(FAIR.format(number=0))
    reader = Reader(folder)
    for number in range(1, 51):
        text, sound = (FAIR, True) if rng.random() < 0.75 else (BROKEN, False)
        jobs = [rng.choice(WAYS)(folder / "fair.toml", text.format(number=number).encode())]
        if rng.random() < 0.4:
            jobs.append(rng.choice(WAYS)(folder / "exhibitors.toml", MORE.format(number=number).encode()))
        for job in jobs:
            for _ in job:
                if rng.random() < 0.6:
                    reader.looks(rng.choice((0, 0, SETTLED, 1)))
        if rng.random() < 0.2:
            reader.now -= rng.choice((1, 3600, 1e6))
        if rng.random() < 0.2:
            _exchanged(folder)
        if rng.random() < 0.3:
            (folder / "fair.toml").touch()
        if rng.random() < 0.8:  # else the next one comes before this one was looked at
            reader.looks(AGAIN + 3 * EVERY)
            assert not sound or reader.name == f"Fair {number:04}"
            assert reader.following.standing is (Standing.FRESH if sound else Standing.BROKEN)
    reader.looks(5)
    quiet = len(reader.loads)
    reader.looks(20)
    assert len(reader.loads) == quiet


@pytest.mark.parametrize("tick", [1, 2])
@pytest.mark.parametrize("seed", range(3))
def test_on_a_disk_with_coarse_times_the_last_save_of_a_tick_is_found(tmp_path, seed, tick):
    """FAT keeps times to two seconds and has no inodes; what is saved twice within them looks the same."""

    def coarse(path: Path) -> Seen:
        return tuple(stamp._replace(inode=0, status=0) for stamp in seen(path))

    rng, file = Random(seed), tmp_path / "fair.toml"
    file.write_text(FAIR.format(number=0))
    reader = Reader(file, coarse)
    for number in range(1, 41):
        for _ in rng.choice((in_place, twice, truncated_first, in_chunks))(file, FAIR.format(number=number).encode()):
            now = reader.now // tick * tick
            os.utime(file, (now, now))
            reader.looks(rng.choice((0, SETTLED, 1)))
        if rng.random() < 0.7:
            reader.looks(AGAIN + 3 * EVERY)
            assert reader.name == f"Fair {number:04}"


def _exchanged(folder: Path) -> None:
    """Puts a copy of a folder in its place by renaming."""
    new, old = folder.with_name("new"), folder.with_name("old")
    shutil.copytree(folder, new)
    folder.replace(old)
    new.replace(folder)
    shutil.rmtree(old)


def test_two_files_saved_one_after_the_other_are_read_together(tmp_path):
    fair, more = tmp_path / "fair.toml", tmp_path / "more.toml"
    fair.write_text(FAIR.format(number=0))
    reader = Reader(tmp_path)
    reader.looks(5)
    reader.loads.clear()
    fair.write_text(FAIR.format(number=1))
    reader.looks()
    more.write_text(MORE.format(number=1))
    reader.looks(5)
    assert reader.loads == [digest(files(tmp_path))]


def test_a_touch_changes_nothing(tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(FAIR.format(number=0))
    reader = Reader(file)
    reader.looks(5)
    for _ in range(5):
        file.touch()
        reader.looks(5)
    assert reader.loads == []


def test_what_is_deleted_is_missing_only_after_some_seconds_and_followed_when_it_is_back(tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(FAIR.format(number=0))
    reader = Reader(file)
    reader.looks(5)
    file.unlink()
    reader.looks(GONE / 2)
    assert reader.following.standing is Standing.FRESH
    reader.looks(GONE)
    assert reader.following.standing is Standing.MISSING
    assert reader.name == "Fair 0000"
    file.write_text(FAIR.format(number=1))
    reader.looks(5)
    assert reader.following.standing is Standing.FRESH
    assert reader.name == "Fair 0001"


def test_what_is_no_catalogue_is_not_looked_at(tmp_path):
    (tmp_path / "fair.toml").write_text(FAIR.format(number=0))
    before = seen(tmp_path)
    for name in (".fair.toml.swp", ".hidden.toml", "fair.toml~", "notes.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.toml").mkdir()
    assert seen(tmp_path) == before
    assert len(before) == 1
    assert seen(tmp_path / "no" / "such") == ()
    assert seen(Path("a\0b")) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_what_cannot_be_opened_is_waited_for(tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(FAIR.format(number=0))
    reader = Reader(tmp_path)
    reader.looks(5)
    aside = tmp_path / "more.toml"
    aside.symlink_to(tmp_path / "nowhere.toml")  # as good as locked: it is there, and cannot be opened
    file.write_text(FAIR.format(number=1))
    reader.looks(2)
    aside.unlink()
    reader.looks(5)
    assert reader.name == "Fair 0001"
