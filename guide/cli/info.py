"""``guide info``: what is in use, for a report of a fault and for those who look for their files."""

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from guide import __version__, places
from guide.catalogue.model import Catalogue
from guide.cli.arguments import Parsed
from guide.cli.opened import catalogue_path
from guide.cli.streams import Paint, out
from guide.errors import Exit, GuideError
from guide.i18n import N_, NAMES, Tongue
from guide.text import clean

COUNTED = (
    ("exhibitors", N_("exhibitors")),
    ("stands", N_("stands")),
    ("regions", N_("regions")),
    ("ventures", N_("ventures")),
    ("sessions", N_("sessions")),
    ("people", N_("people")),
    ("services", N_("services")),
    ("halls", N_("halls")),
    ("sources", N_("sources")),
)
"""The tables that are counted, by the names that a catalogue has for them, each with its word."""

_LIBRARIES = ("textual", "rich", "tomli", "platformdirs")
_ENVIRONMENT = ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "GUIDE_CATALOGUE", "GUIDE_HERE",
                "GUIDE_HOME", "GUIDE_NOW")  # fmt: skip


def info(parsed: Parsed, tongue: Tongue) -> int:
    """Prints the facts, one a line; a catalogue that cannot be read is one of them."""
    paint = Paint(not parsed.flag("no_color"))
    for title, rows in (
        (tongue.t("Guide"), _guide()),
        (tongue.t("Catalogue"), _catalogue(catalogue_path(parsed), tongue)),
        (tongue.t("Paths"), _paths(tongue)),
        (tongue.t("Terminal"), _terminal(tongue)),
        (tongue.t("Language"), _language(parsed, tongue)),
    ):
        out(paint.bold(title))
        for name, value in rows:
            out(f"  {name}: {clean(value)}")
    return Exit.OK


def _guide() -> Iterator[tuple[str, str]]:
    from importlib.metadata import PackageNotFoundError, version  # dear

    yield "guide", __version__
    yield "Python", f"{platform.python_version()} ({sys.executable})"
    yield "system", platform.platform()
    for library in _LIBRARIES:
        try:
            yield library, version(library)
        except PackageNotFoundError:
            continue


def _catalogue(path: Path, tongue: Tongue) -> Iterator[tuple[str, str]]:
    from guide.catalogue.load import load
    from guide.catalogue.problems import ERROR

    t = tongue.t
    yield t("path"), str(path)
    try:
        loaded = load(path)
    except GuideError as error:
        yield t("problem"), t(error.message, **error.values)
        return
    catalogue: Catalogue = loaded.catalogue
    yield t("fair"), Tongue(tongue.code, catalogue.fair.languages).d(catalogue.fair.name)
    yield t("languages"), ", ".join(catalogue.fair.languages) or "—"
    for table, word in COUNTED:
        things = getattr(catalogue, table).values()
        behind = sum(getattr(thing, "participation", "") == "background" for thing in things)
        count = tongue.number(len(things) - behind)
        more = t("{count} more known from ties only", count=tongue.number(behind)) if behind else ""
        yield t(word), f"{count} ({more})" if more else count
    errors = sum(problem.severity == ERROR for problem in loaded.problems)
    yield t("errors"), tongue.number(errors)
    yield t("warnings"), tongue.number(len(loaded.problems) - errors)


def _paths(tongue: Tongue) -> Iterator[tuple[str, str]]:
    t = tongue.t
    for word, path in (
        (t("settings"), places.config()),
        (t("data"), places.data()),
        (t("state"), places.state()),
        (t("cache"), places.cache()),
        (t("faults"), places.log()),
        (t("bundled fair"), places.bundled_fair()),
    ):
        missing = "" if path.exists() else t("not there yet")
        yield word, f"{path} ({missing})" if missing else str(path)


def _terminal(tongue: Tongue) -> Iterator[tuple[str, str]]:
    t = tongue.t
    for word, stream in (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr)):
        encoding = getattr(stream, "encoding", None) or "?"
        there = t("terminal") if stream and stream.isatty() else t("no terminal")
        yield word, f"{there}, {encoding}"
    size = shutil.get_terminal_size()
    yield t("size"), f"{size.columns}×{size.lines}"
    for name in _ENVIRONMENT:
        if name in os.environ:
            yield name, os.environ[name]


def _language(parsed: Parsed, tongue: Tongue) -> Iterator[tuple[str, str]]:
    t = tongue.t
    why = t("asked for with --lang") if parsed.value("lang") else t("from the system’s locale")
    yield t("spoken"), f"{NAMES[tongue.code]} ({why})"
    yield t("locale"), ".".join(part for part in locale.getlocale() if part) or "C"
    yield t("preferred encoding"), locale.getpreferredencoding(False)
