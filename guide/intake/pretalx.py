"""Programmes in JSON: the schedule of the CCC that frab and pretalx export, and lists of pretalx and Sessionize.

Known are ``{"schedule": {"conference": …}}`` of both versions, what pretalx's interface answers about submissions,
talks, slots and speakers (a list, or pages of ``{"results": […]}``), pretalx's file of speakers, and what Sessionize
gives under "All data" and as lists of sessions. Texts may be tables of languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from guide.i18n import N_
from guide.intake.conference import Conference, told
from guide.intake.draft import Draft, fullest
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.json_read import text_of, value_of
from guide.intake.moments import minutes_of, moment_of
from guide.intake.oddities import Oddity
from guide.intake.programme import Speaker, Talk, Words, drafted, spoken
from guide.intake.prose import plain

Item = Mapping[str, Any]

_LISTS = ("talks", "submissions", "slots", "sessions", "results", "events", "proposals")
_PEOPLE = ("speakers", "persons", "people", "presenters")
_TAKEN = frozenset((
    "id", "guid", "code", "date", "start", "end", "duration", "room", "rooms", "roomId", "slot", "slots", "slug",
    "title", "subtitle", "name", "track", "tracks", "language", "content_locale", "abstract", "description",
    "persons", "speakers", "presenters", "links", "url", "public_url", "startsAt", "endsAt", "starts", "ends",
    "starts_at", "ends_at", "state", "isServiceSession", "isPlenumSession", "isConfirmed", "isInformed", "status",
    "speakerNames", "recording_license", "do_not_record", "is_featured", "logo", "image", "created", "updated",
    "score", "categoryItems", "submission", "day", "start_time",
))  # fmt: skip
_DAY = 24 * 60
_LEFT_OUT = frozenset(("withdrawn", "canceled", "cancelled", "rejected", "deleted", "draft", "declined"))


def read(files: Sequence[Incoming], asked: Asked) -> Draft:
    """The programmes as one draft; a row is the number of the item in its file.

    Lists of speakers and of rooms count for all files together. Raises ForeignError for what is no such programme.
    """
    drafts, tops = [], []
    for file in files:
        top, oddities = value_of(file)
        drafts.append(Draft(oddities=oddities))
        tops.append((file, top))
    known = _Known([top for _, top in tops])
    for file, top in tops:
        drafts.append(_read(file, top, known, asked))
    return fullest(drafts)


class _Known:
    """What items refer to by a number: speakers, rooms, tracks."""

    def __init__(self, tops: Sequence[Any]) -> None:
        self.people: dict[str, Speaker] = {}
        self.rooms: dict[str, Words] = {}
        self.tracks: dict[str, Words] = {}
        for top in tops:
            for name in _PEOPLE:
                for item in _list(top, name):
                    self._person(item)
            for item in top if isinstance(top, list) else _list(top, "results"):
                if isinstance(item, dict) and "title" not in item and "biography" in item:
                    self._person(item)
            for item in _list(top, "rooms"):
                self.rooms[text_of(item.get("id"))] = _words(item.get("name"))
            for item in _list(top, "tracks"):
                self.tracks[text_of(item.get("id"))] = _words(item.get("name"))
            for group in _list(top, "categories"):  # of Sessionize: the one that is called a track
                if "track" in _said(group.get("title")).casefold():
                    for item in _list(group, "items"):
                        self.tracks[text_of(item.get("id"))] = _words(item.get("name"))

    def _person(self, item: Item) -> None:
        speaker = _speaker(item)
        for key in ("code", "id", "guid"):
            if text_of(item.get(key)) and speaker.name:
                self.people[text_of(item.get(key))] = speaker


def _read(file: Incoming, top: Any, known: _Known, asked: Asked) -> Draft:
    oddities: list[Oddity] = []
    schedule = top.get("schedule") if isinstance(top, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    if isinstance(conference, dict):
        talks = [_talk(item, row, room, known, file.name, oddities) for row, room, item in _days(conference)]
        zone = text_of(conference.get("time_zone_name")) or text_of(conference.get("timezone"))
    else:
        items = _items(top)
        if items is None:
            raise ForeignError(
                N_("{file} holds no programme that is known."),
                N_("From pretalx, export the schedule as JSON or XML."), file=file.name,
            )  # fmt: skip
        conference = top if isinstance(top, dict) else {}
        talks = []
        for row, room, item in items:
            if text_of(item.get("state") or item.get("status")).casefold() in _LEFT_OUT:
                oddities.append(Oddity("I053", file.name, row, "state", _said(item.get("title"))[:80]))
            else:
                talks += _slots(item, row, room, known, file.name, oddities)
        zone = text_of(conference.get("timezone")) or text_of(conference.get("time_zone_name"))
    draft = drafted(file.name, talks, asked, zone)
    draft.oddities[:0] = oddities
    days = [day for item in _list(conference, "days") if isinstance(day := moment_of(text_of(item.get("date"))), date)]
    draft.fair |= told(_conference(conference), days) if draft.of("session") else {}
    return draft


def _conference(item: Item) -> Conference:
    return Conference(
        _said(item.get("title")) or _said(item.get("name")),
        text_of(item.get("acronym")) or text_of(item.get("slug")),
        text_of(item.get("start")) or text_of(item.get("date_from")) or text_of(item.get("event_start")),
        text_of(item.get("end")) or text_of(item.get("date_to")) or text_of(item.get("event_end")),
        text_of(item.get("url")),
    )


def _days(conference: Item) -> Iterator[tuple[int, str, Item]]:
    row = 0
    for day in _list(conference, "days"):
        rooms = day.get("rooms")
        for room, items in rooms.items() if isinstance(rooms, dict) else ():
            for item in items if isinstance(items, list) else ():
                if isinstance(item, dict):
                    row += 1
                    yield row, room, item


def _items(top: Any) -> list[tuple[int, str, Item]] | None:
    """The items of a list, which may lie under a name or in groups of rooms, days or sessions; None where none is."""
    if isinstance(top, dict):
        for name in _LISTS:
            if isinstance(top.get(name), list):
                return _items(top[name])
        if top and all(isinstance(item, dict) and "title" in item for item in top.values()):
            return _items([*top.values()])  # each under its code
        return [] if any(isinstance(top.get(name), list) for name in _PEOPLE) else None
    if not isinstance(top, list) or not all(isinstance(item, dict) for item in top):
        return None
    found: list[tuple[int, str, Item]] = []
    for item in top:
        groups = next((item[name] for name in (*_LISTS, "rooms") if isinstance(item.get(name), list)), None)
        if groups is not None and "title" not in item:
            inner = _items(groups) or []
            room = _said(item.get("name"))
            found += [(len(found) + n, where or room, each) for n, (_, where, each) in enumerate(inner, 1)]
        elif "title" in item or ("name" in item and "biography" not in item):
            found.append((len(found) + 1, "", item))
    return found


def _slots(item: Item, row: int, room: str, known: _Known, file: str, oddities: list[Oddity]) -> list[Talk]:
    """An item with its times: one talk for each slot that has one."""
    slots = _list(item, "slots") or [slot for slot in [item.get("slot")] if isinstance(slot, dict)]
    submission = item.get("submission")
    whole = {**submission, **item} if isinstance(submission, dict) else item
    return [_talk({**whole, **slot}, row, room, known, file, oddities) for slot in slots] or [
        _talk(whole, row, room, known, file, oddities)
    ]


def _talk(item: Item, row: int, room: str, known: _Known, file: str, oddities: list[Oddity]) -> Talk:
    starts = _moment(item, ("date", "starts_at", "startsAt", "start", "starts"), file, row, oddities)
    ends = _moment(item, ("ends_at", "endsAt", "end", "ends"), file, row, oddities)
    minutes = minutes_of(text_of(item.get("duration")))
    if minutes is None:
        minutes = _between(starts, ends)
    abstract, description = plain(_said(item.get("abstract"))), plain(_said(item.get("description")))
    about = [part for part in (abstract, description) if part]
    if len(about) == 2 and (abstract in description or description in abstract):
        about = [max(about, key=len)]
    address = text_of(item.get("url")) or text_of(item.get("public_url"))
    links = [(_said(each.get("title")), text_of(each.get("url"))) for each in _list(item, "links")]
    return Talk(
        next((text for name in _numbers(item) if (text := text_of(item.get(name)))), ""),
        row,
        _words(item.get("title")) or _words(item.get("name")),
        _said(item.get("subtitle")),
        starts,
        minutes,
        _named(item.get("room") or item.get("roomId"), known.rooms) or room,
        _named(item.get("track"), known.tracks) or _category(item, known),
        text_of(item.get("language")) or text_of(item.get("content_locale")),
        "\n\n".join(about),
        _speakers(item, known),
        links=[*links, ("", address)] if address else links,
        rest={name: text for name, value in item.items() if name not in _TAKEN and (text := _said(value))},
    )


def _numbers(item: Item) -> tuple[str, ...]:
    """What an item is known by: in a schedule its number, as in the XML; in lists its code, for slots have numbers."""
    return ("id", "code", "guid") if "guid" in item else ("code", "id", "guid")


def _between(starts: datetime | date | None, ends: datetime | date | None) -> int | None:
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return None
    return round((ends - starts).total_seconds() / 60) if (starts.tzinfo is None) == (ends.tzinfo is None) else None


def _moment(item: Item, names: Sequence[str], file: str, row: int, oddities: list[Oddity]) -> datetime | date | None:
    """The first moment under those names; where only a day is there, with the clock time beside it."""
    day: date | None = None
    for name in names:
        text = text_of(item.get(name))
        value = moment_of(text) if text else None
        minutes = minutes_of(text) if day is not None else None
        if isinstance(value, datetime):
            return value
        if day is not None and minutes is not None and minutes < _DAY:
            return datetime.combine(day, time(minutes // 60, minutes % 60))
        day = day or value
        if text and value is None and minutes_of(text) is None:
            oddities.append(Oddity("I052", file, row, name, text[:60]))
    return day


def _category(item: Item, known: _Known) -> Words:
    numbers = item.get("categoryItems")
    return (
        next((known.tracks[key] for each in numbers if (key := text_of(each)) in known.tracks), "")
        if isinstance(numbers, list)
        else ""
    )


def _speakers(item: Item, known: _Known) -> list[Speaker]:
    found = []
    for name in _PEOPLE:
        people = item.get(name)
        for each in people if isinstance(people, list) else ():
            speaker = _speaker(each) if isinstance(each, dict) else known.people.get(text_of(each), Speaker(""))
            full = known.people.get(speaker.key, speaker)
            if full.name:
                found.append(full)
        if found:
            return found
    return found


def _speaker(item: Item) -> Speaker:
    name = (
        _said(item.get("public_name")) or _said(item.get("fullName")) or _said(item.get("name"))
        or f"{_said(item.get('firstName'))} {_said(item.get('lastName'))}".strip()
        or f"{_said(item.get('first_name'))} {_said(item.get('last_name'))}".strip()
    )  # fmt: skip
    key = next((text for field in ("code", "id", "guid") if (text := text_of(item.get(field)))), "")
    role = _said(item.get("tagLine")) or _said(item.get("job_title")) or _said(item.get("position"))
    return Speaker(name, key, role, _said(item.get("company")) or _said(item.get("organisation")))


def _named(value: Any, names: Mapping[str, Words]) -> Words:
    """The name of a room or track that is given by its number, as a table with a name, or by the name itself."""
    if isinstance(value, dict) and "name" in value:
        return _words(value["name"])
    words = _words(value)
    return names.get(words, "" if words.isdecimal() else words) if isinstance(words, str) else words


def _words(value: Any) -> Words:
    """A text, or a table of languages where it is said in several."""
    if isinstance(value, dict):
        table = {tag: text for name, each in value.items() if (tag := spoken(name)) and (text := text_of(each))}
        return table if len(table) > 1 else next(iter(table.values()), "")
    return text_of(value)


def _said(value: Any) -> str:
    """A text, or of a table of languages the fullest one."""
    if isinstance(value, dict):
        texts = [text for tag in ("ru", "be", "en", "de") if (text := text_of(value.get(tag)))]
        return texts[0] if texts else ""
    return text_of(value)


def _list(value: Any, name: str) -> list[Item]:
    """The tables of a list that lies under a name."""
    items = value.get(name) if isinstance(value, dict) else None
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
