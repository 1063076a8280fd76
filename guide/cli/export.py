"""``guide export``: the fair, a visit or some things in a format that others read, to standard output or a file."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from guide.catalogue.model import Catalogue, Ref
from guide.cli.arguments import Parsed, readable
from guide.cli.opened import indexed, opened
from guide.cli.show import meant, nothing, several
from guide.cli.streams import Paint, out, say
from guide.errors import Exit, UsageError
from guide.exchange.formats import FILE_ROOM, Made, NothingError, made
from guide.exchange.saved import save
from guide.exchange.selection import LISTED, Selection, favoured, things, visited, whole_fair
from guide.i18n import N_, Tongue
from guide.text import clean, one_line
from guide.visit.state import EMPTY, Visit

if TYPE_CHECKING:
    from guide.catalogue.load import Loaded

_CHOICES = ("fair", "visit", "favourites", "query")
_FOR_ONE_FORMAT = {"columns": "slip", "words": "qr"}
_MOST_HITS = 100_000
_DARK_ON_LIGHT, _END = "\x1b[38;5;16;48;5;231m", "\x1b[0m"  # of the 216 colours that no theme changes


def export(parsed: Parsed, tongue: Tongue) -> int:
    """Writes the selection; 1 where it is empty, 2 where an id may mean several things."""
    name, asked = parsed.words[0], [readable(word) for word in parsed.words[1:]]
    _refuse_what_does_not_go_together(parsed, name, asked)
    loaded, tongue = opened(parsed, tongue)
    selection = _selection(parsed, loaded, tongue, asked)
    if not isinstance(selection, Selection):
        return selection
    try:
        result = _made(parsed, name, selection)
    except NothingError as error:
        say(f"guide: {tongue.t(error.message, **error.values)}")
        say(tongue.t(error.hint, **error.values))
        return Exit.NOTHING
    for said in result.left_out:
        say(said)
    file = parsed.value("output")
    if file is None or file == "-":
        out(result.text, end="")
    else:
        save(Path(file), result.text, force=parsed.flag("force"))
        say(tongue.t("Written: {file}", file=one_line(clean(file))))
    return Exit.OK


def visit_of(catalogue: Catalogue) -> Visit:
    """What is kept of a person's visit to a fair; nothing is made where nothing was kept yet."""
    from guide.visit.store import Store, file_of_visits

    if not file_of_visits().exists():
        return EMPTY
    store = Store.open()
    try:
        return store.visit(catalogue.fair.id)
    finally:
        store.close()


def _refuse_what_does_not_go_together(parsed: Parsed, name: str, asked: list[str]) -> None:
    chosen = [f"--{choice}" for choice in _CHOICES if parsed.values.get(choice)]
    chosen += ["ID"] if asked else []
    if len(chosen) > 1:
        raise UsageError(
            N_("{one} and {other} do not go together."),
            N_("Write one export for each."),
            one=chosen[0],
            other=chosen[1],
        )
    for option, format_ in _FOR_ONE_FORMAT.items():
        if parsed.values.get(option) and name != format_:
            raise UsageError(N_("--{option} is for “guide export {format}” only."), option=option, format=format_)
    if parsed.flag("force") and parsed.value("output") is None:
        raise UsageError(N_("--force needs a file to replace: -o FILE."))


def _selection(parsed: Parsed, loaded: "Loaded", tongue: Tongue, asked: list[str]) -> Selection | int:
    """What was chosen, or the exit code where that was told already."""
    catalogue, private = loaded.catalogue, parsed.flag("private")
    if parsed.flag("visit"):
        return visited(catalogue, tongue, visit_of(catalogue), private=private)
    if parsed.flag("favourites"):
        return favoured(catalogue, tongue, visit_of(catalogue), private=private)
    query = parsed.value("query")
    if query is not None:
        query = one_line(clean(readable(query)))
        answer = indexed(parsed, loaded).search(query)
        refs = [] if answer.everything else answer.best(LISTED, _MOST_HITS)
        if not refs:
            say(tongue.t("Nothing found for {query}.", query=tongue.quoted(query)))
            return Exit.NOTHING
        return things(catalogue, tongue, refs, title=tongue.quoted(query), private=private)
    if asked:
        return _named(parsed, loaded, tongue, asked)
    return whole_fair(catalogue, tongue, private=private)


def _named(parsed: Parsed, loaded: "Loaded", tongue: Tongue, asked: list[str]) -> Selection | int:
    refs: list[Ref] = []
    for each in asked:
        found = meant(parsed, loaded, each)
        if not found:
            return nothing(loaded.catalogue, each, tongue)
        if len(found) > 1:
            return several(loaded.catalogue, each, found, tongue)
        if found[0].kind not in LISTED:
            raise UsageError(
                N_("“{what}” is nothing that can be taken away by itself."), N_("The whole fair is --fair."), what=each
            )
        refs += found
    return things(loaded.catalogue, tongue, refs, private=parsed.flag("private"))


def _made(parsed: Parsed, name: str, selection: Selection) -> Made:
    if name == "qr" and selection:
        return _qr(parsed, selection)
    return made(name, selection, int(parsed.value("columns") or 48))


def _qr(parsed: Parsed, selection: Selection) -> Made:
    """QR codes for the terminal that is written to, else as plain text for a file."""
    from guide.exchange.drawn import codes_of, drawn, left_out

    paint = Paint(not parsed.flag("no_color"))
    on_screen = parsed.value("output") in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    room = FILE_ROOM
    if on_screen:
        size = shutil.get_terminal_size()
        room = size.columns, max(size.lines - 2, 0)
    codes = codes_of(selection, *room, words=parsed.flag("words"))
    styled: Callable[[str], str] = lambda row: f"{_DARK_ON_LIGHT}{row}{_END}"  # noqa: E731
    plain: Callable[[str], str] = lambda row: row  # noqa: E731
    return Made(drawn(selection, codes, styled if on_screen and paint.on else plain), left_out(selection))
