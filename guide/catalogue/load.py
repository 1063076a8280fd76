"""The front door: a file or a folder in, a catalogue and its problems out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.catalogue.check import check
from guide.catalogue.findings import Fault
from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.problems import Problem
from guide.catalogue.read import Raw, Source, digest, files, parse, source
from guide.errors import UnreadableError
from guide.i18n import N_
from guide.text import clean


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalogue as read: with its problems, the digest of its sources, and whether it came from the cache."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    digest: str
    cached: bool = False


@dataclass(frozen=True, slots=True)
class _Examined:
    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    sound: bool  # every file could be read to its end


def load(path: Path | str, *, cache: Path | None = None, gentle: bool = False) -> Loaded:
    """The catalogue of a file or of a folder's *.toml files.

    ``cache`` is a folder where the checked data of a large catalogue may be kept. ``gentle`` parses more
    slowly and lets other threads run meanwhile. Raises NoSuchFileError where the path leads nowhere, and
    UnreadableError, with the problems in its ``problems``, where a file is no TOML or no usable [fair]
    is there.
    """
    raws = files(Path(path))
    key = digest(raws)
    examined = _examine(Path(path), raws, gentle=gentle)
    if examined.catalogue is None or not examined.sound:
        raise _unreadable(path, examined.problems)
    return Loaded(examined.catalogue, examined.problems, key)


def inspect(path: Path | str) -> tuple[Problem, ...]:
    """Every problem of a file or folder, syntax errors among them; NoSuchFileError where the path leads nowhere."""
    return _examine(Path(path), files(Path(path))).problems


def _examine(path: Path, raws: tuple[Raw, ...], *, gentle: bool = False) -> _Examined:
    if not raws:
        from guide.catalogue.report import Text, report

        return _Examined(None, report([Text(clean(str(path)), "", [Fault("E005", 0, 0)])], ()), sound=False)
    sources = [source(raw) for raw in raws]
    tables: list[Mapping[str, Any]] = []
    faults: list[list[Fault]] = []
    partial: list[frozenset[int]] = []
    lost: set[Ref] = set()
    for text in sources:
        table = _table(text, gentle=gentle)
        if table is None:
            from guide.catalogue.diagnose import mend

            mended = mend(text.text, text.faults)
            lost |= mended.lost
            faults.append(mended.faults)
            partial.append(frozenset(mended.partial))
            tables.append(mended.table)
        else:
            faults.append([])
            partial.append(frozenset())
            tables.append(table)
    sound = not any(faults)
    checked = check(tables, frozenset(lost))
    if sound and not checked.findings:
        return _Examined(checked.catalogue, (), sound)
    from guide.catalogue.report import Text, report

    texts = [
        Text(clean(str(raw.path)), text.text, fault, part)
        for raw, text, fault, part in zip(raws, sources, faults, partial, strict=True)
    ]
    return _Examined(checked.catalogue, report(texts, checked.findings), sound)


def _table(text: Source, *, gentle: bool) -> Mapping[str, Any] | None:
    if text.faults:
        return None
    try:
        return parse(text.text, gentle=gentle)
    except (ValueError, RecursionError):
        return None


def _unreadable(path: Path | str, problems: tuple[Problem, ...]) -> UnreadableError:
    first = problems[0] if problems else None
    error = UnreadableError(
        N_("The catalogue {path} cannot be read: see {file}, line {line}."),
        N_("“guide check” says what is wrong and how to mend it."),
        path=clean(str(path)),
        file=first.file if first else "",
        line=first.line if first else 0,
    )
    error.problems = problems
    return error
