"""The front door: a file or a folder in, a catalogue and its problems out."""

from dataclasses import dataclass
from pathlib import Path

from guide.catalogue.check import check
from guide.catalogue.codes import CODES, DID_YOU_MEAN
from guide.catalogue.findings import Finding
from guide.catalogue.model import Catalogue
from guide.catalogue.problems import ERROR, WARNING, Problem
from guide.catalogue.read import digest, files, parse
from guide.errors import UnreadableError
from guide.i18n import N_


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalogue as read: with its problems, the digest of its sources, and whether it came from the cache."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    digest: str
    cached: bool = False


def load(path: Path | str, *, cache: Path | None = None, gentle: bool = False) -> Loaded:
    """The catalogue of a file or of a folder's *.toml files.

    Raises NoSuchFileError where the path leads nowhere, and UnreadableError, with the problems in its
    ``problems``, where a file is no TOML or no usable [fair] is there.
    """
    raws = files(Path(path))
    names = [str(raw.path) for raw in raws]
    try:
        tables = [parse(raw.data.decode("utf-8-sig").replace("\r\n", "\n"), gentle=gentle) for raw in raws]
    except (ValueError, RecursionError) as error:
        raise UnreadableError(N_("The catalogue {path} cannot be read."), path=str(path)) from error
    checked = check(tables)
    problems = tuple(_problem(finding, names) for finding in checked.findings)
    if checked.catalogue is None:
        raise UnreadableError(N_("The catalogue {path} cannot be read."), path=str(path))
    return Loaded(checked.catalogue, problems, digest(raws))


def _problem(finding: Finding, names: list[str]) -> Problem:
    code = CODES[finding.code]
    values = dict(finding.values, near=finding.near)
    severity = WARNING if finding.code.startswith("W") else ERROR
    hint = DID_YOU_MEAN if finding.near else code.hint
    return Problem(finding.code, severity, names[finding.where[0]], 1, 1, code.message, hint, values)
