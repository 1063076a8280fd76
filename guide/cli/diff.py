"""``guide diff``: what moved, came, went and was renamed between two catalogues."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from guide import places
from guide.cli.arguments import Parsed
from guide.cli.streams import Paint, out, out_json, say
from guide.errors import Exit, UsageError
from guide.i18n import N_, Tongue
from guide.text import clean, one_line

if TYPE_CHECKING:
    from guide.catalogue.difference import Difference
    from guide.catalogue.model import Catalogue
    from guide.view.difference_told import Told


def diff(parsed: Parsed, tongue: Tongue) -> int:
    """Prints what changed from one catalogue to the other, whatever came out of it; 0.

    Raises NoSuchFileError and UnreadableError for either of the two.
    """
    from guide.catalogue.difference import difference

    form = parsed.value("format")
    if form and parsed.flag("notices"):
        raise UsageError(N_("--notices and --format do not go together."))
    old, new = (_read(Path(word), tongue) for word in parsed.words)
    tongue = Tongue(tongue.code, (*new.fair.languages, *old.fair.languages))
    found = difference(old, new)
    if parsed.flag("notices"):
        _notices(found, tongue)
    elif form == "json":
        from guide.exchange.differences import record

        out_json(record(found, tongue))
    elif form == "md":
        from guide.exchange.differences import markdown

        out(markdown(found, tongue), end="")
    else:
        _print(found, tongue, Paint(not parsed.flag("no_color")))
    if old.fair.id != new.fair.id:
        say(tongue.t("These are two fairs: {old} and {new}.", old=old.fair.id, new=new.fair.id))
    say(_summary(found, tongue))
    return Exit.OK


def _read(path: Path, tongue: Tongue) -> "Catalogue":
    from guide.catalogue.load import load
    from guide.catalogue.problems import ERROR

    loaded = load(path, cache=places.cache())
    errors = sum(problem.severity == ERROR for problem in loaded.problems)
    if errors:
        say(
            tongue.n(
                "{path} has {count} error; what is wrong there was not compared.",
                "{path} has {count} errors; what is wrong there was not compared.",
                errors,
                path=one_line(clean(str(path))),
            )
        )
    return loaded.catalogue


def _notices(found: "Difference", tongue: Tongue) -> None:
    from guide.dates import now
    from guide.exchange.notices import notices_toml

    out(notices_toml(found, tongue, now(found.new.fair.timezone)), end="")


def _print(found: "Difference", tongue: Tongue, paint: Paint) -> None:
    from guide.view.difference_told import HEADINGS, told

    for what, changes in groupby(found.changes, key=lambda change: change.what):
        heading = tongue.c("changes", HEADINGS[what])
        out(f"{paint.bold(heading)}: {tongue.number(found.counts[what])}")
        for change in changes:
            _line(told(found, change, tongue), paint)
        out()


def _line(said: "Told", paint: Paint) -> None:
    """A thing on a line, its fields on lines below where there are several."""
    head = f"  {said.name} {paint.quiet('· ' + said.kind)}"
    shown = [
        f"{each.label}: {each.old or '–'} → {each.new or '–'}" if each.label else _sides(each.old, each.new)
        for each in said.sides
    ]
    if len(shown) == 1:
        out(f"{head} · {shown[0]}")
    else:
        out(head)
        for line in shown:
            out(f"    {line}")
    if said.because:
        out(f"    {paint.quiet('= ' + said.because)}")


def _sides(old: str, new: str) -> str:
    return f"{old} → {new}" if old and new else f"→ {new}" if new else f"{old} →"


def _summary(found: "Difference", tongue: Tongue) -> str:
    from guide.exchange.differences import NOTHING
    from guide.view.difference_told import HEADINGS

    if not found.changes:
        return tongue.t(NOTHING)
    counted = (f"{tongue.c('changes', HEADINGS[what])}: {tongue.number(count)}" for what, count in found.counts.items())
    return ", ".join(counted)
