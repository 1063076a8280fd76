"""``guide check``: every problem of a catalogue, for people, for programs, for a pull request."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from guide.catalogue.load import inspect
from guide.catalogue.problems import ERROR, WARNING, Problem
from guide.cli.arguments import Parsed
from guide.cli.opened import catalogue_path
from guide.cli.streams import Paint, out, out_json, say
from guide.errors import Exit
from guide.i18n import N_, Tongue

_SEVERITIES = {ERROR: N_("error"), WARNING: N_("warning")}
_SHOWN = 120  # characters of a source line around what is wrong
_TAB = "    "


def check(parsed: Parsed, tongue: Tongue) -> int:
    """Prints the problems; 1 where one is an error, with --strict a warning too."""
    path = Path(parsed.words[0]) if parsed.words else catalogue_path(parsed)
    problems = inspect(path)
    match parsed.value("format"):
        case "json":
            out_json([_record(problem, tongue) for problem in problems])
        case "github":
            for problem in problems:
                out(annotation(problem, tongue))
        case _:
            _print(problems, tongue, Paint(not parsed.flag("no_color")))
    counted = Counter(problem.severity for problem in problems)
    say(_summary(counted, tongue))
    return Exit.NOTHING if counted[ERROR] or (parsed.flag("strict") and counted[WARNING]) else Exit.OK


def annotation(problem: Problem, tongue: Tongue) -> str:
    """The problem as a workflow command of GitHub Actions, which shows it beside the line.

    See "Workflow commands for GitHub Actions" in GitHub's documentation for the shape and the escapes.
    """
    level = "error" if problem.severity == ERROR else "warning"
    said = " ".join(part for part in (problem.said(tongue), problem.hinted(tongue)) if part)
    places = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    shown = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in places.items())
    return f"::{level} {shown}::{_escaped(said)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)


def _record(problem: Problem, tongue: Tongue) -> dict[str, str | int]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.said(tongue),
        "hint": problem.hinted(tongue),
    }


def _print(problems: Sequence[Problem], tongue: Tongue, paint: Paint) -> None:
    for problem in problems:
        style = paint.error if problem.severity == ERROR else paint.warning
        severity = style(f"{tongue.t(_SEVERITIES[problem.severity])} {problem.code}")
        place = f"{problem.file}:{problem.line}:{problem.column}:"
        out(f"{paint.bold(place)} {severity}: {problem.said(tongue)}")
        if problem.excerpt:
            out(f"    {paint.quiet(problem.excerpt)}")
            out(f"    {style(problem.caret)}")
        hint = problem.hinted(tongue)
        if hint:
            out(f"    {hint}")
        out()


def _summary(counted: Counter[str], tongue: Tongue) -> str:
    if not counted:
        return tongue.t("No problems found.")
    errors = tongue.n("{count} error", "{count} errors", counted[ERROR])
    warnings = tongue.n("{count} warning", "{count} warnings", counted[WARNING])
    return f"{errors}, {warnings}"
