"""``guide import``: others' files of a fair in, a catalogue and a report of what was odd out."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide import places
from guide.cli.arguments import Parsed, readable
from guide.cli.info import COUNTED
from guide.cli.new import SCHEMA, typed
from guide.cli.streams import Paint, is_plain_terminal, out, out_json, say
from guide.errors import Exit, UsageError
from guide.i18n import N_, Tongue
from guide.text import clean, one_line
from guide.uncollected import uncollected

if TYPE_CHECKING:
    from guide.intake.files import Asked, ForeignError
    from guide.intake.importing import Imported, Step

_SLOW = 0.4  # seconds after which a bar is worth its line


def import_(parsed: Parsed, tongue: Tongue) -> int:
    """Reads the files, prints the report, and with -o writes the catalogue; 1 where nothing was in them.

    Raises UsageError for what does not go together and for a folder that holds what a person wrote, ForeignError for
    a file that cannot be taken in, NotSavedError where the folder cannot be written; then nothing is written.
    """
    with uncollected(freeze=True):  # or all that is there would be looked through at the end
        return _import(parsed, tongue)


def _import(parsed: Parsed, tongue: Tongue) -> int:
    from guide.intake import folder as folders
    from guide.intake.files import incoming
    from guide.intake.importing import imported

    output, force = parsed.value("output"), parsed.flag("force")
    if force and output is None:
        raise UsageError(N_("--force needs a folder to write into: -o DIR."))
    if output is not None and not output.strip():
        raise UsageError(N_("-o needs the name of a folder."))
    facts, asked = _facts(parsed), _asked(parsed)
    folder = folders.found(Path(output), force=force) if output is not None else folders.Folder(Path())
    facts = _with_kept(facts, folder.facts)
    with _bar(tongue) as step:
        try:
            done = imported([incoming(Path(word)) for word in parsed.words], asked, facts, folder, tongue, step)
        except MemoryError:
            done = None
    if done is None:  # only here is what took it all let go
        raise _too_dear(parsed)
    kinds = dict.fromkeys(done.kinds.values())
    if output is not None and done.counts and not force:
        folders.refuse_what_would_be_lost(folder, done.texts, kinds)
    _report(done, parsed, tongue)
    for line in _summary(done, tongue):
        say(line)
    if not done.counts:
        say(tongue.t("Nothing in it could be understood; nothing was written."))
        return Exit.NOTHING
    if output is None:
        say(tongue.t("Nothing was written: -o DIR writes the catalogue."))
        return Exit.OK
    schema = places.bundled(SCHEMA).read_text(encoding="utf-8")
    columns = {**folder.columns, **asked.columns}
    folders.save(folder, {**done.texts, SCHEMA: schema}, kinds, columns, tongue, facts=facts, force=force)
    shown = typed(one_line(clean(output)))
    say(tongue.t("The catalogue is written into {folder}. To open it: guide -c {folder}", folder=shown))
    return Exit.OK


def _too_dear(parsed: Parsed) -> "ForeignError":
    from guide.intake.files import ForeignError

    names = ", ".join(one_line(clean(Path(word).name)) for word in parsed.words)
    return ForeignError(N_("{file}: there is not enough memory on this machine to import it."), file=names)


def _facts(parsed: Parsed) -> dict[str, Any]:
    """What was said of the fair on the command line, by the keys of [fair]."""
    facts: dict[str, Any] = {}
    if name := one_line(clean(readable(parsed.value("name") or ""))).strip():
        facts["name"] = name
    for key in ("starts", "ends"):
        if (value := parsed.value(key)) is not None:
            try:
                facts[key] = date.fromisoformat(value)
            except ValueError as error:
                raise UsageError(
                    N_("{option} needs a day, not “{value}”."),
                    N_("A day is year-month-day: 2025-09-29."),
                    option=f"--{key}",
                    value=one_line(clean(value)),
                ) from error
    if len(facts.keys() & {"starts", "ends"}) == 2 and facts["ends"] < facts["starts"]:
        raise UsageError(N_("The fair would end before it starts: {starts} – {ends}."), **facts)
    if (zone := parsed.value("timezone")) is not None:
        facts["timezone"] = _zone(zone)
    return facts


def _with_kept(facts: dict[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """What was told of the fair now and at earlier imports; earlier days that are against those of now do not count."""
    both = {**kept, **facts}
    if {"starts", "ends"} <= both.keys() and both["ends"] < both["starts"]:
        return {**{name: value for name, value in kept.items() if name not in ("starts", "ends")}, **facts}
    return both


def _zone(name: str) -> str:
    from zoneinfo import available_timezones

    known = available_timezones()
    if name not in known:
        from guide.catalogue.suggest import nearest

        near = nearest(name, known)
        raise UsageError(
            N_("There is no time zone “{value}”."),
            N_("Did you mean {near}?") if near else N_("For example: Europe/Minsk."),
            value=one_line(clean(name)),
            near=near,
        )
    return name


def _asked(parsed: Parsed) -> "Asked":
    from guide.intake.files import Asked

    columns: dict[str, str] = {}
    for word in parsed.all("map"):
        title, equals, key = one_line(clean(readable(word))).rpartition("=")
        if not equals or not title.strip() or not key.strip():
            raise UsageError(
                N_("--map needs a title and a key with = between them, not “{value}”."),
                N_('For example: --map "Стенд=stand"'),
                value=one_line(clean(word)),
            )
        columns[title.strip()] = key.strip()
    language = (parsed.value("texts") or "").lower()
    if language and not (language.isascii() and language.isalpha() and len(language) in (2, 3)):
        raise UsageError(N_("--texts needs a language of two or three letters, such as de."))
    return Asked(columns, timezone=parsed.value("timezone") or "", language=language)


@contextmanager
def _bar(tongue: Tongue) -> "Iterator[Step]":
    """A line on standard error that says how far it is, once it takes a while and where somebody may look at it."""
    if sys.stderr is None or not sys.stderr.isatty() or is_plain_terminal():
        yield lambda what, file, done, whole: None
        return
    from rich.console import Console, ConsoleDimensions
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
    from rich.text import Text

    class Said(TextColumn):
        """What is being done, never read as markup."""

        def render(self, task: Any) -> Text:
            return Text(task.description, overflow="ellipsis", no_wrap=True)

    class Narrower(Console):
        """A console with room at its right edge: the ^C that a terminal echoes there must not begin another line."""

        @property
        def size(self) -> ConsoleDimensions:
            whole = super().size
            return ConsoleDimensions(max(whole.width - 4, 1), whole.height)

        @size.setter
        def size(self, new: tuple[int, int]) -> None:
            self._width, self._height = new

    began = time.monotonic()
    progress = Progress(Said(""), BarColumn(), TaskProgressColumn(), console=Narrower(stderr=True), transient=True)
    task = progress.add_task("", total=None)
    shown = is_counted = False

    def step(what: str, file: str, done: int, whole: int) -> None:
        nonlocal shown, is_counted, task
        if is_counted and not whole:  # a total that is set can only be replaced by a number: to run without, anew
            progress.remove_task(task)
            task = progress.add_task("", total=None)
        is_counted = whole > 0
        described = tongue.t(what, file=file) if file else tongue.t(what)
        progress.update(task, description=one_line(clean(described)), completed=done, total=whole or None)
        if not shown and time.monotonic() - began > _SLOW:
            shown = True
            progress.start()

    try:
        yield step
    finally:
        if shown:
            progress.stop()


def _report(done: "Imported", parsed: Parsed, tongue: Tongue) -> None:
    from guide.intake import report

    match parsed.value("report"):
        case "json":
            out_json(report.record(done, tongue))
        case "csv":
            out(report.table(done, tongue), end="")
        case _:
            _print(done, tongue, Paint(not parsed.flag("no_color")), all_of_them=parsed.flag("all"))


def _print(done: "Imported", tongue: Tongue, paint: Paint, *, all_of_them: bool) -> None:
    from guide.intake.kinds import KINDS
    from guide.intake.report import lines

    styles: Mapping[str, Callable[[str], str]] = {"code": paint.bold, "hint": paint.quiet, "more": paint.quiet}
    for name, kind in done.kinds.items():
        label = tongue.t(KINDS[kind].label)
        out(f"{paint.bold(name)}: {label}")
    if done.columns:
        out()
        out(paint.bold(tongue.t("Columns, and how to say otherwise:")))
        for title, key in done.columns.items():
            mapping = f"{title}={key or 'raw'}".replace('"', '\\"')
            out(f'  --map "{mapping}"')
    for line in lines(done.oddities, tongue, all_of_them=all_of_them):
        if line.sort == "code":
            out()
        style = styles.get(line.sort, str)
        out(f"{'' if line.sort == 'code' else '  '}{style(line.text)}")
    out()


def _summary(done: "Imported", tongue: Tongue) -> Iterator[str]:
    """What was read and what became of it."""
    from guide.catalogue.model import TABLES
    from guide.catalogue.problems import ERROR
    from guide.intake.report import WEIGHTS

    words = dict(COUNTED)
    counted = [
        f"{tongue.t(words[TABLES[table]])}: {tongue.number(count)}"
        for table, count in done.counts.items()
        if TABLES.get(table) in words
    ]
    rows = tongue.n("{count} row read", "{count} rows read", done.rows)
    yield "; ".join((rows, *counted))
    if done.oddities:
        weights = Counter(odd.weight for odd in done.oddities)
        each = [
            f"{tongue.t(word)}: {tongue.number(weights[weight])}" for weight, word in WEIGHTS.items() if weights[weight]
        ]
        odd = tongue.n("{count} odd thing", "{count} odd things", len(done.oddities))
        yield f"{odd} ({', '.join(each)})"
    errors = sum(problem.severity == ERROR for problem in done.problems)
    if done.problems:
        found = (
            tongue.n("{count} error", "{count} errors", errors),
            tongue.n("{count} warning", "{count} warnings", len(done.problems) - errors),
        )
        yield tongue.t("“guide check” finds in the catalogue: {found}.", found=", ".join(found))
