"""A slip for a receipt printer: plain UTF-8 text, 48 or 32 columns, broken between words, no line any wider.

It has no signs that a printer's letters may lack where it can be helped: rules are hyphens.
"""

from collections.abc import Iterator

from guide.catalogue.model import Ref
from guide.dates import clock, day, span
from guide.exchange.facts import NO_LONGER, Facts, facts, sign_line
from guide.exchange.outline import HEADINGS
from guide.exchange.selection import Selection
from guide.text import clean, one_line, width
from guide.view.plan_text import plan_text

COLUMNS = (48, 32)
"""The widths of slips: of paper of 80 and of 58 mm."""


def slip(selection: Selection, columns: int = COLUMNS[0]) -> str:
    """The plan, else one thing's card, else a list by kind, under the fair's name and over the time it was made."""
    lines = [*_head(selection, columns), "-" * columns, *_body(selection, columns), "-" * columns]
    moment = f"{day(selection.tongue, selection.moment.date(), year=True)}, {clock(selection.moment.time())}"
    lines += _centred(moment, columns)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _head(selection: Selection, columns: int) -> list[str]:
    fair, tongue = selection.catalogue.fair, selection.tongue
    dates = span(tongue, min(fair.starts, fair.ends), max(fair.starts, fair.ends))
    return [*_centred(tongue.d(fair.name), columns), *_centred(dates, columns)]


def _body(selection: Selection, columns: int) -> Iterator[str]:
    if selection.visit.plan:
        planned = plan_text(selection.catalogue, selection.visit, selection.tongue, selection.moment, columns)
        for line in planned.replace("\t", " ").splitlines():
            yield from [line] if width(line) <= columns else _wrapped(line, columns, 4)
    elif len(selection.refs) == 1:
        yield from _card(selection, facts(selection, selection.refs[0]), columns)
    else:
        for at, (kind, refs) in enumerate(selection.by_kind.items()):
            if at:
                yield ""
            yield from _wrapped(selection.tongue.t(HEADINGS.get(kind, kind)), columns)
            for ref in refs:
                yield from _listed(selection, ref, columns)


def _card(selection: Selection, told: Facts, columns: int) -> Iterator[str]:
    t = selection.tongue.t
    yield from _centred(told.name, columns)
    for name in told.other_names:
        yield from _centred(name, columns)
    if told.gone:
        yield from _centred(t(NO_LONGER), columns)
    yield ""
    # Where to go stands alone on its lines, so that it is found at a glance.
    for words in (*told.stands, told.room, told.hall):
        if words:
            yield from _centred(words, columns)
    if told.sign:
        yield from _centred(sign_line(selection, told), columns)
    if told.stands or told.room or told.hall or told.sign:
        yield ""
    for line in told.lines:
        yield from _wrapped(f"{line.label}: {line.text}", columns)
    for words in (*told.phones, *told.emails, *told.private, *told.sites):
        yield from _wrapped(words, columns)
    yield from _note(told, columns, 0)


def _listed(selection: Selection, ref: Ref, columns: int) -> Iterator[str]:
    told = facts(selection, ref)
    yield from _wrapped(told.name, columns)
    where = selection.tongue.t(NO_LONGER) if told.gone else told.where
    for words in (where, sign_line(selection, told)):
        if words:
            yield from _wrapped(words, columns, 2)
    yield from _note(told, columns, 2)


def _note(told: Facts, columns: int, indent: int) -> Iterator[str]:
    for line in told.note.splitlines():
        yield from _wrapped(line, columns, indent)


def _wrapped(text: str, columns: int, indent: int = 0) -> list[str]:
    """The text in lines of at most so many columns, ``indent`` in front of the first and two more of the others."""
    lines: list[str] = []
    line, pad = "", " " * indent
    for word in one_line(clean(text)).split(" "):
        longer = f"{line} {word}" if line else pad + word
        if width(longer) <= columns:
            line = longer
            continue
        if line:
            lines.append(line)
        line, pad = " " * (indent + 2) + word, " " * (indent + 2)
        while width(line) > columns:
            # A word that is wider than the paper; measured whole, since signs may join into wider ones.
            at = next(at for at in range(len(line) - 1, 0, -1) if width(line[:at]) <= columns)
            lines.append(line[:at])
            line = pad + line[at:]
    return [*lines, line] if line else lines


def _centred(text: str, columns: int) -> list[str]:
    lines = [line.strip() for line in _wrapped(text, columns)]
    return [" " * ((columns - width(line)) // 2) + line for line in lines]
