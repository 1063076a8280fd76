"""The folder that an import writes into: what an earlier import left there, and what a person wrote by hand.

``import.toml`` keeps how the folder came to be: a seal (a digest) of each file as it was written, what each column
was taken for, and the kinds of the files. A file whose seal still fits is the import's own and may be replaced; one
that was edited, or that is not the import's, is a person's and is never touched unasked.
"""

import contextlib
import errno
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import Any

from guide.catalogue.load import load
from guide.catalogue.model import Catalogue
from guide.catalogue.read import Raw, files
from guide.catalogue.written import quoted
from guide.errors import NotSavedError, UnreadableError, UsageError
from guide.i18n import N_, Tongue
from guide.text import clean, one_line

FAIR, KEPT = "fair.toml", "import.toml"
"""The file of ``[fair]``, which stays as a person left it, and the file of the import's own notes."""

_PAUSE, _TURNS = 0.05, 200  # seconds, and how many of them an import waits for another
_HELD, _LEFT = 5.0, 3600.0  # seconds after which a lock, and a part, are of an import that was ended by force
_LEAVING = re.compile(r"\..+\.(?:toml|json|bak)\.[0-9]+\.(?:old|part)")

_FACTS: Mapping[str, type] = {"name": str, "starts": date, "ends": date, "timezone": str}
"""What is kept of the fair as it was told on the command line, so that it need not be told again."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it was found.

    ``earlier`` is the catalogue in it, for its ids; ``others`` are the files that an import left alone or may
    replace, all but its own notes; ``edited`` are the names of those that are a person's; ``state`` are the seals of
    all of them, by which it is known again.
    """

    path: Path
    earlier: Catalogue | None = None
    others: tuple[Raw, ...] = ()
    edited: frozenset[str] = frozenset()
    sealed: frozenset[str] = frozenset()
    columns: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    state: Mapping[str, str] = field(default_factory=dict)

    def keeps(self, name: str) -> bool:
        """Whether a file of that name is there and is a person's; Windows and macOS see Fair.toml in fair.toml."""
        return name.casefold() in map(str.casefold, self.edited)


def found(path: Path, *, force: bool = False) -> Folder:
    """The folder of that path, empty where there is none yet.

    Raises UsageError where the path is a file, UnreadableError where the catalogue in it cannot be read, which
    ``force`` looks past, NotSavedError where the disk knows no such names.
    """
    try:
        if not path.exists():
            _refuse_file_above(path)
            return Folder(path)
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        raise _not_saved(path, error) from error
    if not is_folder:
        raise UsageError(N_("{file} is no folder."), _ANOTHER, file=one_line(clean(str(path))))
    there = files(path)
    state = {raw.path.name: seal(raw.data) for raw in there}
    notes, are_ours = _notes(path / KEPT)
    raws = tuple(raw for raw in there if raw.path.name != KEPT or not are_ours)
    if not raws:
        return Folder(path, state=state)
    seals: dict[str, list[str]] = notes.get("seals", {})
    fits = {raw.path.name for raw in raws if seal(raw.data) in seals.get(raw.path.name, ())}
    try:
        earlier = load(path).catalogue
    except UnreadableError:
        if not force:
            raise
        earlier = None
    return Folder(
        path,
        earlier,
        tuple(raw for raw in raws if raw.path.name not in fits),
        frozenset(raw.path.name for raw in raws if raw.path.name not in fits),
        frozenset(fits),
        {**notes.get("columns", {})},
        {**notes.get("facts", {})},
        tuple(notes.get("kinds", ())),
        state,
    )


_ANOTHER = N_("Name a folder that is not there yet, or one that “guide import” wrote.")


def _refuse_file_above(path: Path) -> None:
    for above in path.parents:
        if above.is_dir():
            return
        if above.exists() or above.is_symlink():
            raise UsageError(N_("{file} is no folder."), _ANOTHER, file=one_line(clean(str(above))))


def _notes(path: Path) -> tuple[dict[str, Any], bool]:
    """What an earlier import kept, and whether nothing else is in its file.

    Nothing counts of what is not in the shape that it has.
    """
    import tomllib

    try:
        with path.open("rb") as stream:
            whole = tomllib.load(stream)
    except FileNotFoundError:
        return {}, True
    except (OSError, ValueError, RecursionError):
        return {}, False
    raw = whole.get("raw")
    is_ours = not whole or (whole.keys() == {"raw"} and isinstance(raw, dict) and raw.keys() <= {"import"})
    kept = raw.get("import") if isinstance(raw, dict) else None
    if not isinstance(kept, dict):
        return {}, is_ours
    seals = kept.get("seals")
    columns = kept.get("columns")
    facts = kept.get("facts")
    kinds = kept.get("kinds")
    shaped = {
        "seals": {
            name: [each for each in value if isinstance(each, str)]
            for name, value in (seals.items() if isinstance(seals, dict) else ())
            if isinstance(value, list)
        },
        "columns": {
            name: value
            for name, value in (columns.items() if isinstance(columns, dict) else ())
            if isinstance(value, str)
        },
        "facts": {
            name: value
            for name, value in (facts.items() if isinstance(facts, dict) else ())
            if type(value) is _FACTS.get(name)
        },
        "kinds": [each for each in kinds if isinstance(each, str)] if isinstance(kinds, list) else [],
    }
    return shaped, is_ours


def seal(data: bytes) -> str:
    """The digest that tells whether a file is as it was written; line ends, which editors change, do not count."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:32]


def refuse_what_would_be_lost(folder: Folder, texts: Iterable[str], kinds: Iterable[str]) -> None:
    """Raises UsageError where the import would replace what a person wrote, or leave out what came from more files."""
    shown = one_line(clean(str(folder.path)))
    theirs = sorted(name for name in (*texts, KEPT) if folder.keeps(name))
    if theirs:
        raise UsageError(
            N_("{file} in {folder} was written or changed by hand, and the import would replace it."),
            N_(
                "Keep what is yours in files of other names, which an import leaves alone; --force replaces it and "
                "keeps the present one as {file}.bak."
            ),
            file=theirs[0],
            folder=shown,
        )
    missing = sorted(set(folder.kinds) - set(kinds))
    if missing:
        from guide.i18n import Said
        from guide.intake.kinds import KINDS

        label = KINDS[missing[0]].label if missing[0] in KINDS else missing[0]
        raise UsageError(
            N_("{folder} was imported from more than this: from {what} too."),
            N_("Name all files of the fair in one command; --force goes on without it."),
            folder=shown,
            what=Said(label),
        )


def save(
    folder: Folder,
    texts: Mapping[str, str],
    kinds: Iterable[str],
    columns: Mapping[str, str],
    tongue: Tongue,
    *,
    facts: Mapping[str, Any] | None = None,
    force: bool = False,
) -> list[Path]:
    """Writes the files of a catalogue into the folder, all of them or none; what was written, in order.

    Files of an earlier import that have no successor are taken away; what a person wrote is kept as ``*.bak`` where
    ``force`` replaces it. Raises NotSavedError, also where the folder is no longer as it was found: then it stays so.
    """
    data = {name: text.encode() for name, text in texts.items()}
    seals = {name: [seal(content)] for name, content in data.items()}
    before = {name: [*seals.get(name, ()), *_seal_of(folder, name)] for name in {*seals, *folder.sealed}}
    gone = [name for name in sorted(folder.sealed) if name not in data and name != FAIR]
    notes = (_kept(before, kinds, columns, facts or {}, tongue), _kept(seals, kinds, columns, facts or {}, tongue))
    made: list[Path] = []
    try:
        for above in reversed((folder.path, *folder.path.parents)):
            if not above.is_dir():
                above.mkdir()
                made.append(above)
        parts = {name: _part(folder.path / name, content) for name, content in data.items()}
        with _alone(folder.path):
            if _state(folder.path) != folder.state:
                raise _not_the_same(folder.path)
            _swap(folder, parts, gone, notes)
    except BaseException as error:  # an interruption leaves no half of a catalogue either
        _swept(folder.path, data, made)
        if isinstance(error, OSError | ValueError):
            raise _not_saved(folder.path, error) from error
        raise
    return [folder.path / name for name in (*data, KEPT)]


def _swap(folder: Folder, parts: Mapping[str, Path], gone: Iterable[str], notes: tuple[str, str]) -> None:
    """Puts the parts in their places and takes away what goes; whatever comes between, all is as it was."""
    aside: list[tuple[Path, Path | None]] = []
    kept: list[Path] = []
    try:
        # What a person wrote is safe before anything is replaced.
        theirs = [folder.path / name for name in (*parts, KEPT) if folder.keeps(name)]
        kept += [_backed(place) for place in theirs if place.exists()]
        # First the seals of what is there and of what comes: whatever ends it half-way, the files are known as ours.
        for name, text in ((KEPT, notes[0]), *((name, "") for name in (*parts, *gone)), (KEPT, notes[1])):
            place = folder.path / name
            _keep_aside(place, aside)
            if name == KEPT:
                _put(place, text)
            elif name in parts:
                parts[name].replace(place)
            else:
                place.unlink(missing_ok=True)
    except BaseException:  # on Windows a file that another program holds open stays where it is
        for place, old in reversed(aside):
            with contextlib.suppress(OSError):
                old.replace(place) if old else place.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                if old:  # POSIX leaves both where they are two names of one file
                    old.unlink(missing_ok=True)
        for copy in kept:
            with contextlib.suppress(OSError):
                copy.unlink()
        raise
    for _, old in aside:
        with contextlib.suppress(OSError):
            if old:
                old.unlink()


def _keep_aside(place: Path, aside: list[tuple[Path, Path | None]]) -> None:
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if any(place == each for each, _ in aside):
        return
    old = place.with_name(f".{place.name}.{os.getpid()}.old") if place.exists() else None
    if old:
        old.unlink(missing_ok=True)
        _same(place, old)
    aside.append((place, old))


def _backed(place: Path) -> Path:
    """The first ``*.bak`` that is free, with what stands in the place."""
    names = (place.with_name(f"{place.name}{number}.bak") for number in ("", *range(2, 10_000)))
    copy = next(name for name in names if not name.exists())
    part = place.with_name(f".{copy.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    _same(place, part)
    return part.replace(copy)


def _same(place: Path, other: Path) -> None:
    """One more name for a file, so that it never stands under none; a copy where the disk knows no such names."""
    try:
        os.link(place, other)
    except (OSError, NotImplementedError):
        copyfile(place, other)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Only one import at a time changes a folder; it takes them moments, so what holds it longer was ended by force.

    What such a one left half-done is swept.
    """
    lock = path / ".import.lock"
    for _ in range(_TURNS):
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except (FileExistsError, PermissionError):  # Windows says so of one that is just being deleted
            held = lock.stat().st_mtime if lock.exists() else None
            if held is None and not os.access(path, os.W_OK):
                raise
            if held is not None and abs(time.time() - held) > _HELD:
                lock.unlink(missing_ok=True)
            time.sleep(_PAUSE)
    else:
        raise _not_the_same(path)
    try:
        for left in path.glob(".*"):
            if _LEAVING.fullmatch(left.name) and (left.suffix == ".old" or time.time() - left.stat().st_mtime > _LEFT):
                left.unlink(missing_ok=True)
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink(missing_ok=True)


def _seal_of(folder: Folder, name: str) -> list[str]:
    return [folder.state[name]] if name in folder.sealed else []


def _state(path: Path) -> dict[str, str]:
    """The seals of all that stands in the folder, by name."""
    return {raw.path.name: seal(raw.data) for raw in files(path)}


def _not_the_same(path: Path) -> NotSavedError:
    return NotSavedError(
        N_("{folder} was changed while the import was reading; nothing was written."),
        N_("Import once more."),
        folder=one_line(clean(str(path))),
    )


def _part(place: Path, content: bytes) -> Path:
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    with part.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return part


def _put(place: Path, text: str) -> None:
    _part(place, text.encode()).replace(place)


def _swept(path: Path, names: Iterable[str], made: list[Path]) -> None:
    with contextlib.suppress(OSError):
        for name in (*names, KEPT):
            (path / f".{name}.{os.getpid()}.part").unlink(missing_ok=True)
        for folder in reversed(made):
            folder.rmdir()


def _not_saved(path: Path, error: Exception) -> NotSavedError:
    reason = getattr(error, "strerror", None) or str(error)
    return NotSavedError(
        N_("The catalogue cannot be written into {folder}: {reason}."),
        N_("Name a folder that you may write to, on a disk with room to spare."),
        folder=one_line(clean(str(path))),
        reason=reason,
    )


def _kept(
    seals: Mapping[str, list[str]],
    kinds: Iterable[str],
    columns: Mapping[str, str],
    facts: Mapping[str, Any],
    tongue: Tongue,
) -> str:
    said = (
        tongue.t("How this folder was imported: the guide reads it at the next import, and nowhere else."),
        tongue.t("Files whose seal still fits are replaced then; those you changed are not."),
    )
    lines = [
        *(f"# {line}" for line in said),
        "[raw.import]",
        f"kinds = [{', '.join(quoted(kind) for kind in sorted(set(kinds)))}]",
        "",
        "[raw.import.seals]",
        *(f"{quoted(name)} = [{', '.join(map(quoted, seals[name]))}]" for name in sorted(seals)),
    ]
    if columns:
        lines += ["", "[raw.import.columns]", *(f"{quoted(name)} = {quoted(columns[name])}" for name in columns)]
    if facts:
        told = {name: quoted(value) if isinstance(value, str) else str(value) for name, value in sorted(facts.items())}
        lines += ["", "[raw.import.facts]", *(f"{name} = {value}" for name, value in told.items())]
    return "\n".join(lines) + "\n"
