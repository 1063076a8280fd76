"""Exhibitions in the words of schema.org: the event, its programme, who takes part, from JSON-LD or a page with it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from guide.i18n import N_
from guide.intake.conference import Conference, told
from guide.intake.draft import Draft, Origin, Unplaced, fullest, worded
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.graph import Graph, Thing, graph_of, types_of
from guide.intake.linked_party import exhibitor, is_organisation, is_person, party, place
from guide.intake.moments import minutes_of, moment_of
from guide.intake.oddities import Oddity
from guide.intake.programme import Speaker, Talk, Words, drafted, said, spoken
from guide.intake.prose import plain
from guide.intake.when import day
from guide.text import clean

_FAIRS = ("ExhibitionEvent", "BusinessEvent", "SaleEvent", "EventSeries", "Festival")
_INNER = ("subEvent", "subEvents", "event", "events", "hasPart")
_HERE = ("exhibitor", "exhibitors", "sponsor", "funder", "contributor", "participant", "attendee", "attendees")
"""Properties of an event that name who takes part; what they are called says in which way."""

_FAIR_TAKEN = frozenset(
    ("@type", "@id", "name", "startDate", "endDate", "location", "organizer", "url", "description", "image", "logo",
     "inLanguage", "eventStatus", "eventAttendanceMode", "mainEntityOfPage", *_INNER, *_HERE, "performer", "performers",
     "identifier")
)  # fmt: skip
_TALK_TAKEN = _FAIR_TAKEN | {
    "duration", "doorTime", "superEvent", "performer", "performers", "actor", "keywords", "alternateName", "track",
    "maximumAttendeeCapacity", "isAccessibleForFree", "offers",
}  # fmt: skip
_MANY = 3  # organisations of a file without an event that make it a list of exhibitors


def read(files: Sequence[Incoming], asked: Asked) -> Draft:
    """What the files say of one exhibition; a row is the number of the thing among those of its kind.

    Raises ForeignError for a file without any event or organisation.
    """
    return fullest([_read(file, asked) for file in files])


def _read(file: Incoming, asked: Asked) -> Draft:
    graph, oddities = graph_of(file)
    events = list(_events(graph))
    main = _main(graph, events)
    draft = Draft(oddities=oddities)
    talks = [
        talk
        for row, (event, above) in enumerate(((each, above) for each, above in events if each is not main), 1)
        if (talk := _talk(graph, event, above if above is not main else None, row, file.name, oddities)) is not None
    ]
    firms = _Firms(graph, draft, file.name, asked)
    for event, _ in events:
        firms.of_event(event)
    firms.of_lists([] if events else graph.tops)
    if main is None and not talks and not draft.of("exhibitor"):
        raise ForeignError(
            N_("{file} names no event and no organisation in the words of schema.org."), "", file=file.name
        )
    programme = drafted(file.name, talks, asked)
    if main is not None:
        draft.fair |= _fair(graph, main, asked, file.name, draft.oddities)
        firms.keep(main, 0, _FAIR_TAKEN)
    draft.rows += main is not None
    return fullest([draft, programme])


def _events(graph: Graph) -> Iterator[tuple[Thing, Thing | None]]:
    """Every event with the one that it is a part of, each once, the outer one first."""
    seen: set[int] = set()
    inner = {
        id(part) for thing in graph.tops for name in _INNER for part in graph.things(thing, name) if part is not thing
    }
    outer = [thing for thing in graph.tops if id(thing) not in inner]
    # What is in a circle is nobody's part alone, and comes last.
    waiting: list[tuple[Thing, Thing | None]] = [(thing, None) for thing in (*outer, *graph.tops)]
    waiting.reverse()
    while waiting:
        thing, above = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        is_event = _is_event(thing)
        if is_event:
            over = graph.things(thing, "superEvent")
            yield thing, above or (over[0] if over and over[0] is not thing else None)
        for name in ("mainEntity", "itemListElement", "item", *_INNER):
            parts = [part for part in graph.things(thing, name) if len(part) > 1]
            waiting += [(part, thing if is_event else above) for part in reversed(parts)]


def _is_event(thing: Thing) -> bool:
    return any(kind.endswith(("Event", "Festival", "EventSeries", "Hackathon")) for kind in types_of(thing))


def _main(graph: Graph, events: Sequence[tuple[Thing, Thing | None]]) -> Thing | None:
    """The event that is the fair: one that has others in it or is called an exhibition, else the only one."""
    outer = [event for event, above in events if above is None]
    for event in outer:
        if any(len(part) > 1 for name in _INNER for part in graph.things(event, name)):
            return event
    for _, above in events:
        if above is not None and (_is_event(above) or "startDate" in above):
            return above
    called = [event for event in outer if set(types_of(event)) & set(_FAIRS)]
    if len(called) == 1:
        return called[0]
    return outer[0] if len(outer) == 1 else None


def _fair(graph: Graph, event: Thing, asked: Asked, file: str, oddities: list[Oddity]) -> dict[str, Any]:
    starts, ends = (_moment(graph, event, name, file, 0, oddities) for name in ("startDate", "endDate"))
    fair = told(
        Conference(
            "",
            graph.text(event, "identifier"),
            starts.isoformat() if starts else "",
            last.isoformat() if (last := ends or starts) else "",
            graph.text(event, "url") or graph.text(event, "@id"),
        )
    )
    fair["name"] = _dict(graph.words(event, "name"))
    languages = [spoken(tag) for tag in graph.listed(event, "inLanguage")]
    fair |= {
        "summary": _dict(_prose(graph.words(event, "description"))),
        "venue": _venue(graph, event, asked),
        "organisers": [party(graph, each, asked) for each in graph.things(event, "organizer")],
        "languages": [*dict.fromkeys(filter(None, languages))],
    }
    return {key: value for key, value in fair.items() if value}


def _venue(graph: Graph, event: Thing, asked: Asked) -> dict[str, Any] | None:
    for location in graph.things(event, "location"):
        if "VirtualLocation" in types_of(location):
            continue
        name = _dict(graph.words(location, "name"))
        address = graph.things(location, "address")
        street = graph.text(address[0], "streetAddress", "name") if address else ""
        if not name and not street:
            continue
        where = place(graph, location)
        if isinstance(where.get("region"), str):  # an id, and of the fair itself nobody makes a record for it
            where["region"] = worded(graph.text(address[0], "addressRegion"), asked.language)
        venue = {"name": name or street, "place": where, "address": street if name else ""}
        return {key: value for key, value in venue.items() if value}
    return None


def _talk(graph: Graph, event: Thing, above: Thing | None, row: int, file: str, oddities: list[Oddity]) -> Talk | None:
    title = graph.words(event, "name")
    if "Cancelled" in graph.text(event, "eventStatus"):
        oddities.append(Oddity("I053", file, row, "eventStatus", said(title)[:80]))
        return None
    starts, ends = _moment(graph, event, "startDate", file, row, oddities), moment_of(graph.text(event, "endDate"))
    minutes = minutes_of(graph.text(event, "duration"))
    if minutes is None and isinstance(starts, datetime) and isinstance(ends, datetime):
        same = (starts.tzinfo is None) == (ends.tzinfo is None)
        minutes = round((ends - starts).total_seconds() / 60) if same else None
    people = graph.things(event, "performer", "performers", "actor")
    rest = {name: text for name in event if name not in _TALK_TAKEN and (text := graph.text(event, name))}
    address = graph.text(event, "url")
    return Talk(
        graph.text(event, "identifier", "@id"),
        row,
        title,
        graph.text(event, "alternateName"),
        starts,
        minutes,
        _room(graph, event),
        graph.words(event, "track") or (graph.words(above, "name") if above is not None else ""),
        graph.text(event, "inLanguage"),
        _prose(graph.words(event, "description")),
        [_speaker(graph, each) for each in people if not is_organisation(each)],
        [graph.words(each, "name") for each in (*people, *graph.things(event, "organizer")) if is_organisation(each)],
        [("", address)] if address else [],
        rest,
    )


def _moment(
    graph: Graph, event: Thing, name: str, file: str, row: int, oddities: list[Oddity]
) -> datetime | date | None:
    text = graph.text(event, name)
    value = (moment_of(text) or day(text[:60]).date) if text else None
    if text and value is None:
        oddities.append(Oddity("I052", file, row, name, text[:60]))
    return value


def _room(graph: Graph, event: Thing) -> Words:
    for location in graph.things(event, "location"):
        if "VirtualLocation" not in types_of(location):
            inside = graph.things(location, "containedInPlace", "containedIn")
            room, hall = graph.words(location, "name"), graph.text(inside[0], "name") if inside else ""
            return f"{hall}, {room}" if isinstance(room, str) and hall and hall not in room else room
    return ""


def _speaker(graph: Graph, thing: Thing) -> Speaker:
    firm = graph.things(thing, "worksFor", "affiliation", "memberOf")
    organisation = graph.words(firm[0], "name") if firm else ""
    return Speaker(graph.words(thing, "name"), graph.text(thing, "@id"), graph.words(thing, "jobTitle"), organisation)


class _Firms:
    """Puts organisations into a draft as exhibitors, each once."""

    def __init__(self, graph: Graph, draft: Draft, file: str, asked: Asked) -> None:
        self._graph, self._draft, self._file, self._asked = graph, draft, file, asked
        self._seen: set[int] = set()
        self._people: list[Thing] = []

    def of_event(self, event: Thing) -> None:
        """Those that an event names as taking part."""
        for name in _HERE:
            for thing in self._graph.things(event, name):
                if not is_person(thing):
                    self._put(thing, name)

    def of_lists(self, tops: Sequence[Thing]) -> None:
        """Those that stand in lists, or beside one another where there is no event."""
        alone = [thing for thing in tops if is_organisation(thing)]
        for thing in alone if len(alone) >= _MANY else ():
            self._put(thing, "")
        for top in self._graph.tops:
            for item in self._graph.things(top, "itemListElement"):
                for thing in (item, *self._graph.things(item, "item")):
                    if is_organisation(thing):
                        self._put(thing, "")

    def keep(self, thing: Thing, row: int, taken: frozenset[str] | set[str]) -> None:
        """Keeps what no key of the catalogue is for."""
        cells = {name: clean(text) for name in thing if name not in taken and (text := self._graph.text(thing, name))}
        if cells:
            self._draft.unplaced.append(Unplaced(Origin(self._file, row), cells))

    def _put(self, thing: Thing, way: str) -> None:
        if id(thing) in self._seen or not said(self._graph.words(thing, "name", "legalName")):
            return
        self._seen.add(id(thing))
        self._draft.rows += 1
        taken = exhibitor(self._graph, thing, way, Origin(self._file, len(self._seen)), self._draft)
        self.keep(thing, len(self._seen), taken)


def _prose(words: Words) -> Words:
    return {tag: plain(text) for tag, text in words.items()} if isinstance(words, Mapping) else plain(words)


def _dict(words: Words) -> Any:
    return dict(words) if isinstance(words, Mapping) else clean(words).strip()
