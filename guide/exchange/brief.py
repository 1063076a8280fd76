"""A selection in few words: for a phone that reads a QR code, for a message."""

from guide.catalogue.model import Ref
from guide.exchange.agenda import by_day, day_heading, entries
from guide.exchange.facts import NO_LONGER, facts, sign_line
from guide.exchange.selection import Selection
from guide.text import one_line


def brief(selection: Selection) -> str:
    """The plan, a line a stop with its time, name and place, then the other things with theirs; no notes."""
    lines = [selection.title]
    planned = entries(selection)
    for on, of_day in by_day(planned):
        lines += ["", day_heading(selection.tongue, on)]
        for entry in of_day:
            about = one_line(entry.about)
            said = ", ".join(part for part in (entry.name, entry.where, about) if part)
            lines.append(f"{entry.hours} {said}".strip())
    stops = {entry.ref for entry in planned}
    others = [ref for ref in selection.refs if ref not in stops]
    if others:
        lines.append("")
        lines += [_line(selection, ref) for ref in others]
    return "\n".join(lines)


def card_lines(selection: Selection, ref: Ref) -> list[str]:
    """One thing in lines: its name, where it is, whose sign to look for, its phone, its site."""
    told = facts(selection, ref)
    t = selection.tongue.t
    times = [line.text for line in told.lines if line.label in (t("Day"), t("Time"))]
    lines = [
        told.name,
        t(NO_LONGER) if told.gone else "",
        ", ".join(times),
        told.where,
        sign_line(selection, told),
        *told.phones[:1],
        *told.sites[:1],
    ]
    return [line for line in lines if line]


def _line(selection: Selection, ref: Ref) -> str:
    told = facts(selection, ref)
    return ", ".join(part for part in (told.name, told.where) if part)
