"""``guide visit``: a visit from a file or from QR codes comes into one's own, and the last change is taken back."""

import shlex
import sys
from pathlib import Path

from guide.catalogue.model import Catalogue
from guide.cli.arguments import Parsed
from guide.cli.kept import kept_before, opened_store
from guide.cli.opened import opened
from guide.cli.streams import out, say
from guide.errors import Exit, NoSuchFileError, UsageError
from guide.exchange.incoming import LARGEST, Account, account, brought, decoded
from guide.i18n import N_, Tongue
from guide.text import clean, one_line
from guide.visit.store import Store

_YES = {"y", "yes", "д", "да", "т", "так"}


def visit(parsed: Parsed, tongue: Tongue) -> int:
    """Brings a visit in, or takes the last change back or does it again; 1 where there is nothing to do."""
    what, *files = parsed.words
    if what == "import":
        if not files:
            raise UsageError(N_("“guide visit import” needs a file."), N_("For example: guide visit import visit.json"))
        return _import(parsed, tongue, files[0])
    if files:
        raise UsageError(
            N_("“guide visit {what}” does not know what to do with “{word}”."), what=what, word=clean(files[0])
        )
    return _again(parsed, tongue, redo=what == "redo")


def _import(parsed: Parsed, tongue: Tongue, file: str) -> int:
    text = _text(file)
    loaded, tongue = opened(parsed, tongue)
    catalogue = loaded.catalogue
    theirs = brought(text, catalogue, tongue)
    store = opened_store(tongue)
    try:
        told = account(catalogue, store.visit(catalogue.fair.id), theirs, tongue)
        for sign, words in told.lines:
            out(f"{sign} {words}")
        if not told:
            say(tongue.t("Your visit has all of this already; nothing changes."))
            return Exit.OK
        if not parsed.flag("yes") and not _agreed(tongue, file):
            say(tongue.t("Nothing was changed."))
            return Exit.NOTHING
        return _done(parsed, store, catalogue, told, tongue)
    finally:
        store.close()


def _done(parsed: Parsed, store: Store, catalogue: Catalogue, told: Account, tongue: Tongue) -> int:
    store.write(catalogue.fair.id, told.change)
    stops, marks = len(told.change.stops), len(told.change.marks)
    parts = [
        tongue.n("{count} stop", "{count} stops", stops) if stops else "",
        tongue.n("{count} mark", "{count} marks", marks) if marks else "",
    ]
    said = tongue.listed([part for part in parts if part])
    named = parsed.value("catalogue")
    undo = f"guide -c {shlex.quote(named)} visit undo" if named else "guide visit undo"
    say(tongue.t("Brought in: {what}. “{undo}” takes it back.", what=said, undo=undo))
    return Exit.OK


def _text(file: str) -> str:
    """What stands in the file, or in standard input for "-"."""
    try:
        if file == "-":
            stream = getattr(sys.stdin, "buffer", None)
            return decoded(stream.read(LARGEST + 1)) if stream is not None else sys.stdin.read(LARGEST + 1)
        with Path(file).open("rb") as opened_file:
            return decoded(opened_file.read(LARGEST + 1))
    except FileNotFoundError as error:
        raise NoSuchFileError(N_("There is no file {path}."), path=one_line(clean(file))) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NoSuchFileError(
            N_("{path} cannot be opened: {reason}."), path=one_line(clean(file)), reason=reason
        ) from error


def _agreed(tongue: Tongue, file: str) -> bool:
    """Whether the person says yes; UsageError where nobody can be asked."""
    if file == "-" or sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(
            N_("Nobody can be asked here whether to bring this in."), N_("Nothing was changed; --yes does it unasked.")
        )
    say(tongue.t("Bring this in? yes or no:"))
    return sys.stdin.readline().strip().casefold() in _YES


def _again(parsed: Parsed, tongue: Tongue, *, redo: bool) -> int:
    loaded, tongue = opened(parsed, tongue)
    if not kept_before():
        return _nothing_more(tongue, redo=redo)
    store = opened_store(tongue)
    try:
        fair = loaded.catalogue.fair.id
        done = store.redo(fair) if redo else store.undo(fair)
    finally:
        store.close()
    if done is None:
        return _nothing_more(tongue, redo=redo)
    what = done[0].said(tongue)
    say(tongue.t("Done again: {what}", what=what) if redo else tongue.t("Undone: {what}", what=what))
    return Exit.OK


def _nothing_more(tongue: Tongue, *, redo: bool) -> int:
    say(tongue.t("Nothing to do again.") if redo else tongue.t("Nothing to undo."))
    return Exit.NOTHING
