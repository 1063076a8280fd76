"""``guide export``: the fair, a visit or some things in a format that others read, to standard output or a file."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guide.catalogue.model import Catalogue, Ref
from guide.cli.arguments import Parsed, readable
from guide.cli.opened import indexed, opened
from guide.cli.show import meant, nothing, several
from guide.cli.streams import Paint, out, out_bytes, say
from guide.errors import Exit, UsageError
from guide.exchange.formats import NothingError, Wishes, made
from guide.exchange.saved import save
from guide.exchange.selection import LISTED, Selection, favoured, things, visited, whole_fair
from guide.i18n import N_, Tongue
from guide.text import clean, one_line
from guide.visit.state import EMPTY, Visit

if TYPE_CHECKING:
    from guide.catalogue.load import Loaded

_CHOICES = ("fair", "visit", "favourites", "query")
_PLANS = ("svg", "png")
_WITH_PLANS = (*_PLANS, "html")
_FOR_SOME_FORMATS = {
    "columns": ("slip",),
    "words": ("qr",),
    "hall": _PLANS,
    "from": _WITH_PLANS,
    "step-free": _WITH_PLANS,
    "no-stairs-up": _WITH_PLANS,
    "no-stairs-down": _WITH_PLANS,
    "at": _WITH_PLANS,
    "here": _WITH_PLANS,
}
_OF_A_WAY = ("step-free", "no-stairs-up", "no-stairs-down", "at")
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
    file = parsed.value("output")
    to_screen = file in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    try:
        if name == "qr" and to_screen and selection:
            _shown(parsed, selection)
            return Exit.OK
        if name == "png" and to_screen:
            raise UsageError(N_("A picture is nothing for the terminal."), N_("Name a file for it: -o plan.png"))
        wishes = _wishes(parsed, loaded, selection)
        if not isinstance(wishes, Wishes):
            return wishes
        result = made(name, selection, wishes)
    except NothingError as error:
        say(f"guide: {tongue.t(error.message, **error.values)}")
        if error.hint:
            say(tongue.t(error.hint, **error.values))
        return Exit.NOTHING
    for said in result.left_out:
        say(said)
    if file is None or file == "-":
        if isinstance(result.text, bytes):
            out_bytes(result.text)
        else:
            out(result.text, end="")
    else:
        save(Path(file), result.text, force=parsed.flag("force"))
        say(tongue.t("Written: {file}", file=one_line(clean(file))))
    return Exit.OK


def _wishes(parsed: Parsed, loaded: "Loaded", selection: Selection) -> Wishes | int:
    """What the format is asked for besides, or the exit code where what is meant was not found."""
    from guide.cli.drawn import asked_hall, asked_ways

    hall = asked_hall(parsed, loaded, selection.tongue)
    if not isinstance(hall, str):
        return hall
    routes = asked_ways(parsed, loaded, selection, hall)
    if isinstance(routes, int):
        return routes
    return Wishes(int(parsed.value("columns") or 48), parsed.flag("words"), hall, routes)


def visit_of(catalogue: Catalogue, tongue: Tongue) -> Visit:
    """What is kept of a person's visit to a fair; nothing is made where nothing was kept yet."""
    from guide.cli.kept import kept_before, opened_store

    if not kept_before():
        return EMPTY
    store = opened_store(tongue)
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
    for option, formats in _FOR_SOME_FORMATS.items():
        if parsed.values.get(option.replace("-", "_")) and name not in formats:
            raise UsageError(N_("--{option} is for “guide export {format}” only."), option=option, format=formats[0])
    if parsed.value("from") is not None and not asked:
        raise UsageError(N_("--from needs what the way leads to: an id, a stand code or a whole name."))
    for option in _OF_A_WAY:
        if parsed.values.get(option.replace("-", "_")) and parsed.value("from") is None:
            raise UsageError(N_("--{option} needs where the way begins: --from PLACE."), option=option)
    if parsed.flag("force") and parsed.value("output") is None:
        raise UsageError(N_("--force needs a file to replace: -o FILE."))


def _selection(parsed: Parsed, loaded: "Loaded", tongue: Tongue, asked: list[str]) -> Selection | int:
    """What was chosen, or the exit code where that was told already."""
    catalogue, private = loaded.catalogue, parsed.flag("private")
    if parsed.flag("visit"):
        return visited(catalogue, tongue, visit_of(catalogue, tongue), private=private)
    if parsed.flag("favourites"):
        return favoured(catalogue, tongue, visit_of(catalogue, tongue), private=private)
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


def _shown(parsed: Parsed, selection: Selection) -> None:
    """QR codes on the terminal, each whole on a screen, then what they hold in words."""
    from guide.exchange.drawn import caption, codes_of, in_words, left_out

    size, tongue = shutil.get_terminal_size(), selection.tongue
    codes = codes_of(selection, size.columns, max(size.lines - 2, 0), words=parsed.flag("words"))
    begin, end = (_DARK_ON_LIGHT, _END) if Paint(not parsed.flag("no_color")).on else ("", "")
    waits = sys.stdin is not None and sys.stdin.isatty()
    for code in codes:
        if code.count > 1:
            out(caption(selection, code))
        for row in code.rows:
            out(f"{begin}{row}{end}", flush=True)
        if waits:
            say(tongue.t("Enter goes on."))
            sys.stdin.readline()
    out(in_words(selection, codes), end="")
    for said in left_out(selection):
        say(said)
