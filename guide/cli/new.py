"""``guide new --example``: a fictional fair to look at, to try everything on, and to start one's own catalogue from."""

from collections.abc import Sequence
from pathlib import Path

from guide import places
from guide.cli.arguments import Parsed
from guide.cli.streams import out, say
from guide.errors import Exit, NotSavedError, UsageError
from guide.i18n import N_, Tongue
from guide.text import clean, one_line

EXAMPLE = "example-fair"
"""The fictional fair among the data that comes with the guide."""


def new(parsed: Parsed, tongue: Tongue) -> int:
    """Writes the fictional fair into a folder and prints the files written, one a line.

    Raises UsageError without ``--example``, or where the folder is a file or holds a catalogue already, and
    NotSavedError where it cannot be written; then nothing that was begun stays behind.
    """
    named = parsed.words[0]
    shown = one_line(clean(named))
    if not parsed.flag("example"):
        raise UsageError(
            N_("“guide new” needs --example: it writes the fictional fair that comes with the guide."),
            N_("Write: guide new --example {folder}"),
            folder=_typed(shown),
        )
    folder = Path(named)
    try:
        files = sorted(places.bundled(EXAMPLE).glob("*.toml"))
        _refuse_what_is_taken(folder, shown)
        written = _copied(files, folder)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        raise NotSavedError(
            N_("The example cannot be written into {folder}: {reason}."),
            N_("Name a folder that you may write to, on a disk with half a megabyte to spare."),
            folder=shown,
            reason=reason,
        ) from error
    for file in written:
        out(one_line(clean(str(file))))
    say(
        tongue.t("A fictional fair, made up from beginning to end. To open it: guide -c {folder}", folder=_typed(shown))
    )
    return Exit.OK


def _typed(shown: str) -> str:
    """A path as it can be typed in a shell of any system."""
    return f'"{shown}"' if " " in shown else shown


def _refuse_what_is_taken(folder: Path, shown: str) -> None:
    if folder.is_dir():
        for child in sorted(folder.iterdir()):
            if child.suffix.lower() == ".toml":
                raise UsageError(
                    N_("{folder} holds {file} already; the example does not mix with another catalogue."),
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


def _copied(files: Sequence[Path], folder: Path) -> list[Path]:
    """Copies the files into the folder, all of them or none; what was written, in their order."""
    made: list[Path] = []
    written: list[Path] = []
    try:
        for above in reversed((folder, *folder.parents)):
            if not above.is_dir():
                above.mkdir()
                made.append(above)
        for file in files:
            content = file.read_bytes()
            copy = folder / file.name
            with copy.open("xb") as stream:
                written.append(copy)
                stream.write(content)
    except BaseException:  # an interruption leaves no half of a catalogue either
        _removed(written, made)
        raise
    return written


def _removed(written: Sequence[Path], made: Sequence[Path]) -> None:
    try:
        for file in written:
            file.unlink()
        for folder in reversed(made):
            folder.rmdir()
    except OSError:
        return
