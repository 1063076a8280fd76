"""From others' files to the files of a catalogue: read, joined, named, written, checked; nothing touches the disk."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from guide.catalogue.load import examined
from guide.catalogue.model import Catalogue
from guide.catalogue.plain import table_of
from guide.catalogue.problems import Problem
from guide.catalogue.read import Raw, parse
from guide.errors import UsageError
from guide.i18n import N_, Tongue
from guide.intake.draft import Draft
from guide.intake.files import Asked, Incoming
from guide.intake.folder import FAIR, Folder
from guide.intake.held_ids import held
from guide.intake.ids import named
from guide.intake.joined import joined
from guide.intake.kinds import KINDS, kind_of
from guide.intake.moments import is_fixed
from guide.intake.numbers import numbers_kept
from guide.intake.oddities import Oddity
from guide.intake.written import is_kept_only, is_written, written

READING, JOINING, WRITING, CHECKING = (
    N_("Reading {file}"),
    N_("Joining what belongs together"),
    N_("Writing it down"),
    N_("Checking it"),
)
"""What is being done, as msgids."""

Step = Callable[[str, str, int, int], None]
"""Is told what is being done (a msgid), to which file, and how many rows of how many are done (0 of 0: unknown)."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to.

    ``texts`` are the files of the catalogue by their names; ``counts`` how many records each table has; ``rows``
    how many were read; ``columns`` what each column was taken for; ``kinds`` what each file was taken for;
    ``problems`` what ``guide check`` says of the result.
    """

    texts: Mapping[str, str]
    counts: Mapping[str, int]
    rows: int
    columns: Mapping[str, str]
    kinds: Mapping[str, str]
    oddities: Sequence[Oddity]
    problems: Sequence[Problem]
    catalogue: Catalogue | None


def imported(
    files: Sequence[Incoming], asked: Asked, facts: Mapping[str, Any], folder: Folder, tongue: Tongue, step: Step
) -> Imported:
    """The files of one fair as one catalogue; ``facts`` are keys of ``[fair]`` that are known besides.

    Raises ForeignError for a file that cannot be taken in, UsageError for what was asked wrongly of a column.
    """
    kinds = {file.name: kind_of(file) for file in files}
    if len(kinds) < len(files):
        twice = next(name for name, count in Counter(file.name for file in files).items() if count > 1)
        raise UsageError(N_("Two files are called {file}; give one of them another name."), file=twice)
    kept = folder.earlier.fair.timezone if folder.keeps(FAIR) and folder.earlier is not None else ""
    zone = kept or asked.timezone or str(facts.get("timezone") or "")
    asked = replace(asked, kept_columns=folder.columns, timezone=zone)
    drafts = [Draft(fair=dict(facts)), *_read(files, kinds, asked, step)]
    if folder.keeps(FAIR) and folder.earlier is not None:  # what a person wrote there holds, whatever files say
        drafts.insert(0, Draft(fair=table_of(folder.earlier.fair)))
    step(JOINING, "", 0, 0)
    whole = joined(drafts, asked, folder.earlier)
    step(WRITING, "", 0, 0)
    numbers = numbers_kept(folder.path) if folder.earlier is not None else {}
    theirs = held(raw for raw in folder.others if raw.path.name == FAIR or not is_written(raw.path.name))
    texts = written(named(whole, folder.earlier, numbers), tongue, theirs)
    if _has_fair(folder):
        texts.pop(FAIR, None)
    step(CHECKING, "", 0, 0)
    raws = [Raw(Path(name), text.encode()) for name, text in texts.items() if not is_kept_only(name)]
    raws += [raw for raw in folder.others if raw.path.name not in texts]
    catalogue, problems = examined(folder.path, sorted(raws, key=lambda raw: raw.path.name))
    counts = {table: len(records) for table, records in whole.records.items() if records}
    return Imported(texts, counts, whole.rows, whole.columns, kinds, whole.oddities, problems, catalogue)


def _has_fair(folder: Folder) -> bool:
    """Whether a person's own ``[fair]`` is there to stay; one that cannot be read is replaced, where that is forced."""
    if folder.earlier is not None or not folder.keeps(FAIR):
        return folder.keeps(FAIR)
    try:
        return any("fair" in parse(raw.data.decode()) for raw in folder.others if raw.path.name == FAIR)
    except (ValueError, RecursionError):
        return False


def _read(files: Sequence[Incoming], kinds: Mapping[str, str], asked: Asked, step: Step) -> list[Draft]:
    """The draft of each kind of file; those that know only an offset once more, in the zone that another names."""
    drafts: dict[str, Draft] = {}

    def read(kind: str, asked: Asked) -> None:
        of_kind = [file for file in files if kinds[file.name] == kind]
        if of_kind:
            names = ", ".join(file.name for file in of_kind)
            step(READING, names, 0, 0)
            drafts[kind] = KINDS[kind].read(of_kind, replace(asked, tick=partial(step, READING, names)))

    for kind in KINDS:
        read(kind, asked)
    zones = {kind: draft.fair["timezone"] for kind, draft in drafts.items() if draft.fair.get("timezone")}
    named = next((zone for zone in zones.values() if not is_fixed(zone)), "")
    for kind, zone in zones.items():
        if named and is_fixed(zone):
            read(kind, replace(asked, timezone=named))
    return list(drafts.values())
