"""Programmes of frab, pentabarf and pretalx in XML: ``schedule.xml``.

The elements are those of https://c3voc.de/wiki/schedule and of pentabarf, which writes the day and the clock time
where frab writes a moment with its offset.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from guide.i18n import N_, Said
from guide.intake.conference import Conference, told
from guide.intake.draft import Draft, fullest
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.moments import minutes_of, moment_of
from guide.intake.oddities import Oddity
from guide.intake.programme import Speaker, Talk, drafted
from guide.intake.prose import plain
from guide.intake.xml_read import Node, tree

_INLINE = (
    "p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "span", "code",
    "pre", "blockquote", "small", "tt", "u",
)  # fmt: skip
_MORNING = time(6)
"""Before it a clock time without a date belongs to the night of the day before, where no other hour is named."""

_EVENTS = ("event", "entry", "talk", "session")
_PEOPLE = (("persons", "person"), ("speakers", "speaker"))
"""What programmes of the same build call their parts."""

_TAKEN = frozenset(
    ("date", "start", "duration", "room", "slug", "title", "subtitle", "track", "language", "abstract", "description",
     "persons", "speakers", "links", "url", "end")
)  # fmt: skip


def read(files: Sequence[Incoming], asked: Asked) -> Draft:
    """The programmes as one draft; a row is the number of the event in its file.

    Raises ForeignError for a file that is no such programme or an empty one, or no whole or safe XML.
    """
    return fullest([_read(file, asked) for file in files])


def _read(file: Incoming, asked: Asked) -> Draft:
    top = tree(file, inline=_INLINE)
    if top.tag != "schedule":
        raise ForeignError(
            N_("{file} is {what}, which cannot be imported."),
            N_("A programme of frab begins with <schedule>."),
            file=file.name, what=Said(N_("a page of HTML or XML")),
        )  # fmt: skip
    conference = top.first("conference") or Node("conference", {}, 0)
    oddities: list[Oddity] = []
    talks = list(_talks(file, top, _change(conference), oddities))
    if not talks:
        raise ForeignError(N_("{file} holds no entries."), N_("Was it copied or saved to its end?"), file=file.name)
    zone = conference.said("time_zone_name") or conference.said("timezone") or top.said("time_zone_name")
    draft = drafted(file.name, talks, asked, zone)
    draft.oddities[:0] = oddities
    days = [day for node in top.all("day") if isinstance(day := moment_of(node.get("date")[:10]), date)]
    fair = Conference(
        conference.said("title") or conference.said("name"),
        conference.said("acronym"),
        conference.said("start"),
        conference.said("end"),
        conference.said("url") or conference.said("base_url"),
        conference.said("venue"),
        conference.said("city"),
    )
    draft.fair |= told(fair, days)
    return draft


def _change(conference: Node) -> time:
    """The hour at which a day of the programme begins."""
    minutes = minutes_of(conference.said("day_change"))
    return time(minutes // 60, minutes % 60) if minutes is not None and minutes < 24 * 60 else _MORNING


def _talks(file: Incoming, top: Node, change: time, oddities: list[Oddity]) -> Iterator[Talk]:
    number = 0
    for day in top.all("day"):
        on = moment_of(day.get("date")[:10])
        for room in (*day.all("room"), day):
            for event in (each for name in _EVENTS for each in room.all(name)):
                number += 1
                starts = _starts(event, on if type(on) is date else None, change)
                for name, reader in (("date", moment_of), ("start", _clock), ("duration", minutes_of)):
                    if (value := event.said(name)) and reader(value) is None:
                        oddities.append(Oddity("I052", file.name, number, name, value[:60]))
                yield _talk(event, number, room.get("name") if room is not day else "", starts)


def _starts(event: Node, day: date | None, change: time) -> datetime | date | None:
    """When it starts: the moment that it names, else its clock time on its day, after midnight on the next."""
    moment = moment_of(event.said("date")) or day
    minutes = _clock(event.said("start"))
    if isinstance(moment, datetime) or moment is None or minutes is None or minutes >= 24 * 60:
        return moment
    clock = time(minutes // 60, minutes % 60)
    return datetime.combine(moment, clock) + timedelta(days=clock < change)


def _within(node: Node) -> str:
    """The text of an element and of those right inside it, but for what frab says of every event."""
    texts = (node.text, *(each.text for each in node.nodes if each.tag != "optout"))
    return "; ".join(text for each in texts if (text := each.strip()))


def _clock(text: str) -> int | None:
    """The minutes since midnight of a clock time: "09:30", or "0930" as some write it."""
    return minutes_of(f"{text[:2]}:{text[2:]}" if len(text) == 4 and text.isdecimal() else text)


def _talk(event: Node, number: int, room: str, starts: datetime | date | None) -> Talk:
    abstract, description = plain(event.said("abstract")), plain(event.said("description"))
    about = [part for part in (abstract, description) if part]
    if len(about) == 2 and (abstract in description or description in abstract):
        about = [max(about, key=len)]
    rest = {node.tag: text for node in event.nodes if node.tag not in _TAKEN and (text := _within(node))}
    links = [(node.text.strip() or node.get("title"), node.get("href")) for node in event.all("links", "link")]
    address = event.said("url")
    return Talk(
        event.get("id") or event.get("guid"),
        number,
        event.said("title"),
        event.said("subtitle"),
        starts,
        minutes_of(event.said("duration")),
        event.said("room") or room,
        event.said("track"),
        event.said("language"),
        "\n\n".join(about),
        [_speaker(node) for names in _PEOPLE for node in event.all(*names)],
        links=[*links, ("", address)] if address else links,
        rest=rest,
    )


def _speaker(node: Node) -> Speaker:
    name = node.text.strip() or node.said("name") or node.said("public_name") or node.get("name")
    return Speaker(name, node.get("id") or node.get("code") or node.get("guid"))
