"""The front door: a file or a folder in, a catalogue and its problems out."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.catalogue.check import check
from guide.catalogue.findings import Fault
from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.problems import Problem, worst_first
from guide.catalogue.read import Raw, Source, digest, files, parse, source
from guide.errors import GuideError, UnreadableError
from guide.i18n import N_
from guide.text import clean
from guide.turns import emptied
from guide.uncollected import uncollected

_WORTH_KEEPING = 300_000  # bytes of source: a smaller catalogue is read faster than looked up


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalogue as read: with its problems, the digest of its sources, and whether it came from the cache."""

    catalogue: Catalogue
    problems: Sequence[Problem]
    digest: str
    cached: bool = False
    worth_keeping: bool = False


@dataclass(frozen=True, slots=True)
class _Examined:
    catalogue: Catalogue | None
    problems: Sequence[Problem]
    sound: bool  # every file could be read to its end


def load(
    path: Path | str,
    *,
    cache: Path | None = None,
    gentle: bool = False,
    keep_at_once: bool = True,
    raws: tuple[Raw, ...] | None = None,
) -> Loaded:
    """The catalogue of a file or of a folder's *.toml files.

    ``cache`` is a folder where the checked data of a large catalogue may be kept: at once, or by
    :func:`keep` when there is time for it. ``gentle`` parses more slowly and lets other threads run meanwhile;
    ``raws`` are the files where they were read already. Raises NoSuchFileError where the path leads nowhere, and
    UnreadableError, with the problems in its ``problems``, where a file is no TOML or no usable [fair] is there.
    """
    where = Path(path)
    raws = files(where) if raws is None else raws
    key, names = digest(raws), tuple(clean(str(raw.path)) for raw in raws)
    worth = cache is not None and sum(len(raw.data) for raw in raws) >= _WORTH_KEEPING
    with uncollected():
        if worth and cache is not None:
            from guide.catalogue.cache import find

            kept = find(cache, where, key, names)
            if kept is not None:
                return Loaded(*kept, key, cached=True)
        examined = _examine(where, raws, gentle=gentle)
        if examined.catalogue is None or not examined.sound:
            raise _unreadable(path, tuple(examined.problems))
    loaded = Loaded(examined.catalogue, examined.problems, key, worth_keeping=worth)
    if worth and keep_at_once and cache is not None:
        keep(loaded, where, cache)
    return loaded


def keep(loaded: Loaded, path: Path | str, cache: Path) -> None:
    """Keeps what was read of a path in the cache for the next time, if it is worth it and was not there already."""
    if loaded.worth_keeping:
        from guide.catalogue import cache as kept

        # A file may have come or gone since: then there is nothing to keep, since the digest is another.
        with uncollected(), suppress(OSError, ValueError, GuideError):
            names = tuple(clean(str(raw.path)) for raw in files(Path(path)))
            kept.keep(cache, Path(path), loaded.digest, names, (loaded.catalogue, tuple(loaded.problems)))


def examined(path: Path | str, raws: Sequence[Raw]) -> tuple[Catalogue | None, Sequence[Problem]]:
    """The catalogue of files that are not on the disk yet, as far as it can be read, and its problems."""
    found = _examine(Path(path), tuple(raws))
    return found.catalogue, found.problems


def inspect(path: Path | str) -> tuple[Problem, ...]:
    """Every problem of a file or folder, syntax errors among them; NoSuchFileError where the path leads nowhere."""
    with uncollected():
        return tuple(_examine(Path(path), files(Path(path))).problems)


def _examine(path: Path, raws: tuple[Raw, ...], *, gentle: bool = False) -> _Examined:
    sources = [source(raw) for raw in raws]
    tables = [_table(text, gentle=gentle) for text in sources]
    if raws and None not in tables:
        checked = check([table for table in tables if table is not None])
        if gentle:
            for table in tables:
                emptied(*[rows for rows in (table or {}).values() if isinstance(rows, list)])
        if not checked.findings:
            return _Examined(checked.catalogue, (), sound=True)
    from guide.catalogue.report import Later, Text, report

    if not raws:
        return _Examined(None, report([Text(clean(str(path)), "", [Fault("E005", 0, 0)])], ()), sound=False)
    texts = [Text(clean(str(raw.path)), read.text) for raw, read in zip(raws, sources, strict=True)]
    if None not in tables:
        return _Examined(checked.catalogue, Later(texts, checked.findings), sound=True)
    from guide.catalogue.diagnose import mend

    lost: set[Ref] = set()
    for n, (read, table) in enumerate(zip(sources, tables, strict=True)):
        if table is None:
            mended = mend(read.text, read.faults, gentle=gentle)
            lost |= mended.lost
            tables[n] = mended.table
            texts[n] = Text(texts[n].name, read.text, mended.faults, mended.readable, mended.partial)
    checked = check([table for table in tables if table is not None], frozenset(lost))
    silent = {"E100"}  # the fair may be what could not be read
    if any(text.readable == "" for text in texts):  # what nobody could read may well be what is referred to
        silent |= {"E201", "E206"}
    findings = tuple(finding for finding in checked.findings if finding.code not in silent)
    return _Examined(checked.catalogue, report(texts, findings), sound=False)


def _table(text: Source, *, gentle: bool) -> Mapping[str, Any] | None:
    if text.faults:
        return None
    try:
        return parse(text.text, gentle=gentle)
    except (ValueError, RecursionError):
        return None


def _unreadable(path: Path | str, problems: tuple[Problem, ...]) -> UnreadableError:
    first = next(iter(worst_first(problems)), None)
    hint = N_("“guide check” says what is wrong and how to mend it.")
    if first is None or first.code == "E005":  # there is no file to point into
        error = UnreadableError(N_("There is no catalogue in {path}."), hint, path=clean(str(path)))
    else:
        error = UnreadableError(
            N_("The catalogue {path} cannot be read: see {file}, line {line}."),
            hint,
            path=clean(str(path)),
            file=first.file,
            line=first.line,
        )
    error.problems = problems
    return error
