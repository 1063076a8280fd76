"""``guide new``: a catalogue to start from, with comments that teach it, or with ``--example`` a fictional fair."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from guide import places
from guide.cli.arguments import Parsed
from guide.cli.streams import out, say
from guide.errors import Exit, NotSavedError, UsageError
from guide.i18n import N_, Tongue
from guide.text import clean, one_line

EXAMPLE = "example-fair"
"""The fictional fair among the data that comes with the guide."""

STARTER = "starter"
"""The catalogues to start from: a folder a language."""

SCHEMA = "catalogue.schema.json"
"""What editors check and complete a catalogue by; the first line of each file names it."""

DAY = date(2000, 1, 1)
"""The day that stands in the starter for the first of the fair; those after it for the days that follow."""


def new(parsed: Parsed, tongue: Tongue) -> int:
    """Writes a catalogue into a folder and prints the files written, one a line.

    Raises UsageError where the folder is a file or holds a catalogue already, and NotSavedError where it cannot be
    written; then nothing that was begun stays behind.
    """
    named = parsed.words[0]
    shown = one_line(clean(named))
    folder = Path(named)
    example = parsed.flag("example")
    try:
        files = _example() if example else _starter(tongue)
        _refuse_what_is_taken(folder, files, shown)
        written = _written(files, folder)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        raise NotSavedError(
            N_("The catalogue cannot be written into {folder}: {reason}."),
            N_("Name a folder that you may write to, on a disk with half a megabyte to spare."),
            folder=shown,
            reason=reason,
        ) from error
    for file in written:
        out(one_line(clean(str(file))))
    word = typed(shown)
    if example:
        say(tongue.t("A fictional fair, made up from beginning to end. To open it: guide -c {folder}", folder=word))
    else:
        say(tongue.t("A catalogue to fill in, beginning with fair.toml. To open it: guide -c {folder}", folder=word))
        say(tongue.t("To check it: guide check {folder}", folder=word))
    return Exit.OK


def _example() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(places.bundled(EXAMPLE).glob("*.toml"))}


def _starter(tongue: Tongue) -> dict[str, bytes]:
    """The starter in a language, its days from today on, and the schema beside it."""
    from guide.dates import now

    today = now("Europe/Minsk").date()
    files = {SCHEMA: places.bundled(SCHEMA).read_bytes()}
    for file in places.bundled(STARTER).joinpath(tongue.code).glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        for days in range(3):
            later = timedelta(days=days)
            text = text.replace((DAY + later).isoformat(), (today + later).isoformat())
        files[file.name] = text.encode()
    return dict(sorted(files.items()))


def typed(shown: str) -> str:
    """A path as it can be typed in a shell of any system."""
    return f'"{shown}"' if " " in shown else shown


def _refuse_what_is_taken(folder: Path, files: Iterable[str], shown: str) -> None:
    if folder.is_dir():
        for child in sorted(folder.iterdir()):
            if child.suffix.lower() == ".toml" or child.name in files:
                raise UsageError(
                    N_("{folder} holds {file} already; a new catalogue does not mix with another one."),
                    N_("Name a folder that is not there yet, or an empty one."),
                    folder=shown,
                    file=one_line(clean(child.name)),
                )
        return
    for above in (folder, *folder.parents):
        if above.is_dir():
            return
        if above.exists() or above.is_symlink():
            raise UsageError(
                N_("{file} is no folder."),
                N_("Name a folder that is not there yet, or an empty one."),
                file=one_line(clean(str(above))),
            )


def _written(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Writes the files into the folder, all of them or none; what was written, in their order."""
    made: list[Path] = []
    written: list[Path] = []
    try:
        for above in reversed((folder, *folder.parents)):
            if not above.is_dir():
                above.mkdir()
                made.append(above)
        for name, content in files.items():
            file = folder / name
            with file.open("xb") as stream:
                written.append(file)
                stream.write(content)
    except BaseException:  # an interruption leaves no half of a catalogue either
        _removed(written, made)
        raise
    return written


def _removed(written: Iterable[Path], made: list[Path]) -> None:
    try:
        for file in written:
            file.unlink()
        for folder in reversed(made):
            folder.rmdir()
    except OSError:
        return
