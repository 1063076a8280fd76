"""Markdown: the plan by day and things under headings, for notes, wikis and messages (CommonMark 0.31)."""

import re
from collections.abc import Iterator

from guide.exchange.agenda import Entry, day_heading
from guide.exchange.facts import NO_LONGER, Facts
from guide.exchange.outline import labelled, made_of, outline
from guide.exchange.selection import Selection
from guide.text import clean, one_line

# Signs that mean something wherever they stand; some mean it on GitHub only.
_MEANT = re.compile(r"[\\`*_\[\]<>&|~#$]|(?<=www)\.|:(?=//|[\w+-]+:)", re.IGNORECASE)
_AT_START = re.compile(r"\A(?:[-+=!]|\d{1,9}(?=[.)]))")
_SITE = re.compile(r"https?://[^\s<>\\`]+\Z", re.IGNORECASE)


def markdown(selection: Selection) -> str:
    """The selection as Markdown."""
    page, t = outline(selection), selection.tongue.t
    lines = [f"# {escaped(page.title)}", "", f"{escaped(page.dates)}", ""]
    if page.days:
        heading = escaped(t("Plan"))
        lines += [f"## {heading}", ""]
    for on, planned in page.days:
        lines += [f"### {escaped(day_heading(selection.tongue, on))}", ""]
        for entry in planned:
            lines += _entry(selection, entry)
        lines.append("")
    for section in page.sections:
        lines += [f"## {escaped(section.heading)}", ""]
        for told in section.things:
            lines += _thing(selection, told)
    lines.append(f"*{escaped(page.made)}*")
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """A text on one line of which nothing is markup, wherever in a line it stands."""
    text = _MEANT.sub(r"\\\g<0>", one_line(clean(text)))
    start = _AT_START.match(text)
    if start is None:
        return text
    return f"{start[0]}\\{text[start.end() :]}" if start[0].isdigit() else f"\\{text}"


def _entry(selection: Selection, entry: Entry) -> Iterator[str]:
    when = f"**{escaped(entry.hours)}** " if entry.hours else ""
    where = f" – {escaped(entry.where)}" if entry.where else ""
    gone = f" ({escaped(selection.tongue.t(NO_LONGER))})" if entry.gone else ""
    yield f"- {when}{escaped(entry.name)}{where}{gone}"
    for text in entry.about.splitlines():
        if text.strip():
            yield from ("", f"  {escaped(text)}")
    if entry.note.strip():
        yield ""
        yield from _quoted(entry.note, "  ")


def _thing(selection: Selection, told: Facts) -> Iterator[str]:
    yield f"### {escaped(told.name)}"
    yield ""
    if told.other_names:
        yield escaped(" · ".join(told.other_names))
        yield ""
    made = made_of(selection, told.ref)
    if made:
        yield escaped(made)
        yield ""
    listed = [
        f"- {escaped(line.label)}: {escaped(line.text)}" if line.label else f"- {escaped(line.text)}"
        for line in labelled(selection, told)
    ]
    listed += [f"- {escaped(words)}" for words in (*told.phones, *told.emails, *told.private)]
    listed += [f"- <{site}>" if _SITE.match(site) else f"- {escaped(site)}" for site in told.sites]
    if listed:
        yield from listed
        yield ""
    for paragraph in told.about.text.splitlines():
        if paragraph.strip():
            yield escaped(paragraph)
            yield ""
    if told.note.strip():
        yield from _quoted(told.note, "")
        yield ""


def _quoted(note: str, indent: str) -> Iterator[str]:
    """A note as a quotation, its lines kept apart."""
    lines = [one_line(line) for line in note.strip().splitlines()]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        broken = "\\" if line and following else ""
        yield f"{indent}> {escaped(line)}{broken}".rstrip()
