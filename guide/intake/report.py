"""What an import has to say: in words, as JSON for programs, as CSV to send back to the organiser."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import groupby
from typing import Any, NamedTuple

from guide.i18n import N_, Tongue
from guide.intake.importing import Imported
from guide.intake.oddities import CODES, GUESS, LOST, ODD, Oddity
from guide.text import clean, one_line

WEIGHTS: Mapping[str, str] = {LOST: N_("lost"), ODD: N_("odd"), GUESS: N_("a guess")}
"""How much an oddity matters, in words, the heaviest first."""

_ORDER = tuple(WEIGHTS)
_EXAMPLES = 12  # of one code, where all would drown the rest


class Line(NamedTuple):
    """A line of the report in words: its text, and what it is: "code", "hint", "place" or "more"."""

    text: str
    sort: str


def record(done: Imported, tongue: Tongue) -> dict[str, Any]:
    """The report as one JSON object: what was read, what it came to, and every oddity."""
    return {
        "rows": done.rows,
        "exhibitors": done.counts.get("exhibitor", 0),
        "stands": done.counts.get("stand", 0),
        "counts": dict(done.counts),
        "files": dict(done.kinds),
        "columns": dict(done.columns),
        "problems": [
            {
                "row": odd.row,
                "column": odd.column,
                "code": odd.code,
                "message": odd.said(tongue),
                "value": odd.value,
                "file": odd.file,
                "weight": odd.weight,
                "hint": odd.hinted(tongue),
            }
            for odd in done.oddities
        ],
        "check": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.said(tongue),
            }
            for problem in done.problems
        ],
    }


def table(done: Imported, tongue: Tongue) -> str:
    """The oddities as CSV that spreadsheets open: UTF-8 with a mark, a line each, by file and row."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    titles = (N_("File"), N_("Row"), N_("Column"), N_("Value"), N_("Code"), N_("Weight"), N_("What is odd"), N_("Hint"))
    writer.writerow([tongue.t(title) for title in titles])
    for odd in sorted(done.oddities, key=lambda odd: (odd.file, odd.row)):
        weight = tongue.t(WEIGHTS[odd.weight])
        cells = (odd.file, odd.row or "", odd.column, odd.value, odd.code, weight, odd.said(tongue), odd.hinted(tongue))
        writer.writerow([_harmless(str(cell)) for cell in cells])
    return "\ufeff" + written.getvalue()


def _harmless(text: str) -> str:
    # A spreadsheet must not take what stands in a stranger's file for a formula (OWASP, "CSV Injection").
    text = clean(text)
    return f"'{text}" if text.lstrip("'")[:1] in tuple("=+-@\t\r\n＝＋－＠") else text


def lines(oddities: Sequence[Oddity], tongue: Tongue, *, all_of_them: bool = False) -> Iterator[Line]:
    """The oddities in words by their codes, the heaviest first, of each some examples or all."""
    counted = Counter(odd.code for odd in oddities)
    several = len({odd.file for odd in oddities if odd.file}) > 1
    ordered = sorted(oddities, key=lambda odd: (_ORDER.index(odd.weight), odd.code, odd.file, odd.row))
    for code, group in groupby(ordered, key=lambda odd: odd.code):
        found = list(group)
        messages = {odd.said(tongue) for odd in found}
        weight = tongue.t(WEIGHTS[CODES[code].weight])
        heading = messages.pop() if len(messages) == 1 else ""
        count = tongue.n("{count} time", "{count} times", counted[code])
        yield Line(" · ".join(part for part in (code, weight, count, heading) if part), "code")
        hint = found[0].hinted(tongue)
        if hint:
            yield Line(hint, "hint")
        shown = found if all_of_them else found[:_EXAMPLES]
        for odd in shown:
            place = _place(odd, tongue, "" if heading else odd.said(tongue), with_file=several)
            if place:
                yield Line(place, "place")
        if len(shown) < len(found):
            left = tongue.n("and {count} more", "and {count} more", len(found) - len(shown))
            yield Line(left, "more")


def _place(odd: Oddity, tongue: Tongue, message: str, *, with_file: bool) -> str:
    parts = [odd.file] if with_file and odd.file else []
    if odd.row:
        parts.append(tongue.t("row {row}", row=odd.row))
    parts += [part for part in (odd.column, tongue.quoted(odd.value) if odd.value else "", message) if part]
    return one_line(clean(" · ".join(parts)))
