"""The folder that an import writes into: what an earlier import left there, and what a person wrote by hand.

``import.toml`` keeps how the folder came to be: a seal (a digest) of each file as it was written, what each column
was taken for, and the kinds of the files. A file whose seal still fits is the import's own and may be replaced; one
that was edited, or that is not the import's, is a person's and is never touched unasked.
"""

import contextlib
import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
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


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it was found.

    ``earlier`` is the catalogue in it, for its ids; ``others`` are the files that an import left alone or may
    replace, all but its own notes; ``edited`` are the names of those that are a person's.
    """

    path: Path
    earlier: Catalogue | None = None
    others: tuple[Raw, ...] = ()
    edited: frozenset[str] = frozenset()
    sealed: frozenset[str] = frozenset()
    columns: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()

    def keeps(self, name: str) -> bool:
        """Whether a file of that name is there and is a person's."""
        return name in self.edited


def found(path: Path, *, force: bool = False) -> Folder:
    """The folder of that path, empty where there is none yet.

    Raises UsageError where the path is a file, UnreadableError where the catalogue in it cannot be read, which
    ``force`` looks past.
    """
    if not path.exists():
        _refuse_file_above(path)
        return Folder(path)
    if not path.is_dir():
        raise UsageError(N_("{file} is no folder."), _ANOTHER, file=one_line(clean(str(path))))
    raws = tuple(raw for raw in files(path) if raw.path.name != KEPT)
    if not raws:
        return Folder(path)
    notes = _notes(path / KEPT)
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
        tuple(notes.get("kinds", ())),
    )


_ANOTHER = N_("Name a folder that is not there yet, or one that “guide import” wrote.")


def _refuse_file_above(path: Path) -> None:
    for above in path.parents:
        if above.is_dir():
            return
        if above.exists() or above.is_symlink():
            raise UsageError(N_("{file} is no folder."), _ANOTHER, file=one_line(clean(str(above))))


def _notes(path: Path) -> dict[str, Any]:
    """What an earlier import kept; nothing of what is not in the shape that it has."""
    import tomllib

    try:
        with path.open("rb") as stream:
            kept = tomllib.load(stream)["raw"]["import"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    seals = kept.get("seals")
    columns = kept.get("columns")
    kinds = kept.get("kinds")
    return {
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
        "kinds": [each for each in kinds if isinstance(each, str)] if isinstance(kinds, list) else [],
    }


def seal(data: bytes) -> str:
    """The digest that tells whether a file is as it was written; line ends, which editors change, do not count."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:32]


def refuse_what_would_be_lost(folder: Folder, texts: Iterable[str], kinds: Iterable[str]) -> None:
    """Raises UsageError where the import would replace what a person wrote, or leave out what came from more files."""
    shown = one_line(clean(str(folder.path)))
    theirs = sorted(name for name in texts if folder.keeps(name))
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
    force: bool = False,
) -> list[Path]:
    """Writes the files of a catalogue into the folder, all of them or none; what was written, in order.

    Files of an earlier import that have no successor are taken away; what a person wrote is kept as ``*.bak`` where
    ``force`` replaces it. Raises NotSavedError: then the folder is as it was.
    """
    data = {name: text.encode() for name, text in texts.items()}
    seals = {name: [seal(content)] for name, content in data.items()}
    before = {name: [*seals.get(name, ()), *_seal_of(folder, name)] for name in {*seals, *folder.sealed}}
    gone = [name for name in sorted(folder.sealed) if name not in data and name != FAIR]
    made: list[Path] = []
    try:
        for above in reversed((folder.path, *folder.path.parents)):
            if not above.is_dir():
                above.mkdir()
                made.append(above)
        parts = {name: _part(folder.path / name, content) for name, content in data.items()}
    except BaseException as error:  # an interruption leaves no half of a catalogue either
        _swept(folder.path, data, made)
        if isinstance(error, OSError | ValueError):
            raise _not_saved(folder.path, error) from error
        raise
    aside: list[tuple[Path, Path]] = []
    try:
        # First the seals of what is there and of what comes: whatever ends it half-way, the files are known as ours.
        _put(folder.path / KEPT, _kept(before, kinds, columns, tongue))
        for name in (*data, *gone):
            _move_aside(folder.path / name, aside)
            if name in parts:
                parts[name].replace(folder.path / name)
        _put(folder.path / KEPT, _kept(seals, kinds, columns, tongue))
    except OSError as error:  # on Windows a file that another program holds open stays where it is
        for place, old in reversed(aside):
            with contextlib.suppress(OSError):
                old.replace(place)
        _swept(folder.path, data, [])
        raise _not_saved(folder.path, error) from error
    for place, old in aside:
        with contextlib.suppress(OSError):
            old.replace(place.with_name(f"{place.name}.bak")) if folder.keeps(place.name) else old.unlink()
    return [folder.path / name for name in (*data, KEPT)]


def _move_aside(place: Path, aside: list[tuple[Path, Path]]) -> None:
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if place.exists():
        old = place.with_name(f".{place.name}.{os.getpid()}.old")
        place.replace(old)
        aside.append((place, old))


def _seal_of(folder: Folder, name: str) -> list[str]:
    try:
        return [seal((folder.path / name).read_bytes())] if name in folder.sealed else []
    except OSError:
        return []


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


def _kept(seals: Mapping[str, list[str]], kinds: Iterable[str], columns: Mapping[str, str], tongue: Tongue) -> str:
    said = (
        tongue.t("How this folder was imported: the guide reads it at the next import, and nowhere else."),
        tongue.t("Files whose seal still fits are replaced then; those you changed are not."),
    )
    lines = [
        *(f"# {line}" for line in said),
        "[raw.import]",
        f"kinds = [{', '.join(quoted(kind) for kind in dict.fromkeys(kinds))}]",
        "",
        "[raw.import.seals]",
        *(f"{quoted(name)} = [{', '.join(map(quoted, seals[name]))}]" for name in sorted(seals)),
    ]
    if columns:
        lines += ["", "[raw.import.columns]", *(f"{quoted(name)} = {quoted(columns[name])}" for name in columns)]
    return "\n".join(lines) + "\n"
