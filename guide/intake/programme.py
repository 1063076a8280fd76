"""Items of a programme, however a file writes them, as sessions and persons of a draft."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from guide.catalogue.fields import PERSON, SESSION
from guide.catalogue.words import is_language
from guide.intake.draft import Draft, Link, Origin, Unplaced, hall_key, worded
from guide.intake.files import Asked
from guide.intake.moments import common_offset, ending, is_zone, local, offset_of, zone_of_offset
from guide.intake.oddities import Oddity
from guide.text import clean, one_line

SPEAKER: Mapping[str, str] = {"ru": "докладчик", "be": "дакладчык", "en": "speaker"}
"""What one who speaks is called where the file names no office."""

Words = str | Mapping[str, str]
"""A text that is the same in every language, or one for each of some languages by their tags."""

_LIMITS = {field.key: field.limit for field in (*PERSON.fields, *SESSION.fields) if field.limit}
_HALL = re.compile(
    r"(?:зал|зала|павильон|павільён|корпус|hall|halle|pavil+ion|messehalle)\s*(?:№|no\.?|nr\.?|#)?\s*"
    r"(\d{1,2}(?:[./]\d{1,2})?[A-Za-zА-Яа-я]?)(?=\s*(?:$|[,;:/(|·•]|[-–—]\s))",
    re.IGNORECASE,
)
_OWN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,5}\Z")
_LONGEST_ID = 24
_SPOKEN: Mapping[str, str] = {
    "english": "en", "englisch": "en", "английский": "en", "англійская": "en",
    "german": "de", "deutsch": "de", "немецкий": "de", "нямецкая": "de",
    "russian": "ru", "russisch": "ru", "русский": "ru", "руская": "ru",
    "belarusian": "be", "belarussisch": "be", "белорусский": "be", "беларуская": "be",
    "chinese": "zh", "chinesisch": "zh", "китайский": "zh", "кітайская": "zh",
    "french": "fr", "französisch": "fr", "французский": "fr", "французская": "fr",
    "spanish": "es", "italian": "it", "polish": "pl", "польский": "pl", "польская": "pl", "kazakh": "kk",
    "казахский": "kk", "turkish": "tr", "турецкий": "tr",
}  # fmt: skip


class Speaker(NamedTuple):
    """One who speaks: the name, what the file knows him by, his office and for whom, each "" where not said."""

    name: Words
    key: str = ""
    role: Words = ""
    organisation: Words = ""


@dataclass(slots=True)
class Talk:
    """An item of a programme as its file has it.

    ``key`` is what the file calls it, ``row`` where it stands; ``starts`` is a moment, with or without an offset, or
    a day alone; ``minutes`` its length, None where not said. Texts are plain. ``rest`` is what no key is for; ``id``
    what it is to be called in a catalogue, where that is known.
    """

    key: str
    row: int
    title: Words
    subtitle: str = ""
    starts: datetime | date | None = None
    minutes: int | None = None
    room: Words = ""
    track: Words = ""
    language: str = ""
    about: Words = ""
    speakers: Sequence[Speaker] = ()
    organisations: Sequence[Words] = ()
    links: Sequence[tuple[str, str]] = ()
    rest: Mapping[str, str] = field(default_factory=dict)
    id: str = ""


def drafted(file: str, talks: Sequence[Talk], asked: Asked, zone: str = "") -> Draft:
    """The talks of a file as a draft; ``zone`` is the time zone that it names for all, "" for none.

    Times are told in the zone that was asked for, else in the one the file names, else at the offset that most of
    them have, which is told as a guess.
    """
    return _Programme(file, asked).drafted(talks, zone)


def person_key(name: str) -> str:
    """What two spellings of a person's name have in common."""
    return one_line(name).casefold().replace("ё", "е")


def hall_of(room: str) -> str:
    """The label of the hall that the name of a room says: "Hall 3, Stage" -> "3"; "" where it says none."""
    found = _HALL.match(one_line(room))
    return found[1] if found else ""


def spoken(text: str) -> str:
    """The tag of a language that is named by its tag or its name: "de", "DE_de", "Deutsch" -> "de"; "" for none."""
    small = one_line(text).casefold()
    tag = _SPOKEN.get(small) or re.split(r"[-_ ,;/]", small, maxsplit=1)[0]
    return tag if is_language(tag) else _SPOKEN.get(tag, "")


def own_id(text: str) -> str:
    """The id in a catalogue that a file's own id can be: short and of small Latin letters and digits; else ""."""
    small = text.casefold()
    return small if len(small) <= _LONGEST_ID and _OWN.match(small) else ""


class _Programme:
    def __init__(self, file: str, asked: Asked) -> None:
        self._file = file
        self._asked = asked
        self._draft = Draft()
        self._people: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._nameless = 0

    def drafted(self, talks: Sequence[Talk], zone: str) -> Draft:
        draft = self._draft
        moments = [talk.starts for talk in talks if isinstance(talk.starts, datetime)]
        beyond = common_offset(moments)
        told = self._asked.timezone or (zone if is_zone(zone) else "")
        if not told and beyond is not None:
            sample = next(moment for moment in moments if moment.utcoffset() == beyond)
            draft.oddities.append(Oddity("I050", self._file, values={"offset": offset_of(sample)}))
            told = zone_of_offset(beyond)
        if told:
            draft.fair["timezone"] = told
        for number, talk in enumerate(talks, 1):
            self._add(talk, told, beyond)
            if number % 100 == 0:
                self._asked.tick(number, len(talks))
        if self._nameless:
            draft.oddities.append(Oddity("I051", self._file, values={"count": self._nameless}))
        return draft

    def _add(self, talk: Talk, zone: str, beyond: timedelta | None) -> None:
        draft, origin = self._draft, Origin(self._file, talk.row)
        draft.rows += 1
        if not said(talk.title):
            self._odd("I058", talk)
            left = {"about": said(talk.about), "room": said(talk.room), "starts": str(talk.starts or "")}
            self._keep(talk, {**left, **talk.rest})
            return
        day, starts, ends = self._times(talk, zone, beyond)
        values = {
            "title": self._fitted(talk, "title", _titled(talk)),
            "date": day,
            "starts": starts,
            "ends": ends,
            "room": self._fitted(talk, "room", lines_as_one(talk.room)),
            "hall": self._hall(said(talk.room), origin),
            "track": self._fitted(talk, "track", lines_as_one(talk.track)),
            "language": spoken(talk.language) if talk.language else "",
            "speakers": [self._speaker(speaker, origin) for speaker in talk.speakers if said(speaker.name)],
            "organisations": [self._party(name) for name in talk.organisations if said(name)],
            "about": self._fitted(talk, "about", _told(talk)),
        }
        key = self._key(talk, said(talk.title), day, starts)
        draft.put("session", key, values, origin, talk.id or own_id(talk.key))
        rest = dict(talk.rest)
        if talk.language and not values["language"]:
            rest["language"] = talk.language
        self._keep(talk, rest)

    def _key(self, talk: Talk, title: str, day: date | None, starts: time | None) -> str:
        key = talk.key or f"{title.casefold()}@{day}T{starts}"
        sessions = self._draft.of("session")
        if key in sessions:
            if self._titles[key] != title:
                self._odd("I059", talk, value=talk.key)
            there = sessions[key].values
            if (there.get("date"), there.get("starts"), self._titles[key]) != (day, starts, title):
                key = f"{key}@{day}T{starts}" if self._titles[key] == title else f"{key}@{self._file}@{talk.row}"
        self._titles.setdefault(key, title)
        return key

    def _times(self, talk: Talk, zone: str, beyond: timedelta | None) -> tuple[date | None, time | None, time | None]:
        """The day, the start and the end by the fair's clock; an end after midnight stands before the start."""
        if not isinstance(talk.starts, datetime):
            return talk.starts, None, None
        begins = local(talk.starts, zone, beyond).replace(second=0, microsecond=0)
        if talk.minutes is None or talk.minutes <= 0:
            return begins.date(), begins.time(), None
        ends = ending(begins, talk.minutes)
        if ends is None:
            self._odd("I054", talk, column="duration", value=str(talk.minutes))
        return begins.date(), begins.time(), ends

    def _speaker(self, speaker: Speaker, origin: Origin) -> Link:
        key = person_key(said(speaker.name))
        known = self._people.setdefault(key, speaker.key)
        if speaker.key and known and known != speaker.key:
            key = f"{key}#{speaker.key}"  # two people of one name
        values: dict[str, Any] = {"name": _cut(lines_as_one(speaker.name), _LIMITS["name"])}
        if said(speaker.role):
            values["role"] = _cut(lines_as_one(speaker.role), _LIMITS["role"])
        elif key not in self._draft.of("person"):
            values["role"] = dict(SPEAKER)
            self._nameless += 1
        if said(speaker.organisation):
            values["organisation"] = self._party(speaker.organisation)
        return self._draft.link("person", key, values, origin)

    def _party(self, name: Words) -> dict[str, str]:
        """Whom a programme names, as a table of languages: plain words would be an id there."""
        name = _cut(lines_as_one(name), _LIMITS["organisation"])
        return dict(name) if isinstance(name, Mapping) else worded(name, self._asked.language)

    def _hall(self, room: str, origin: Origin) -> Link | None:
        found = _HALL.match(room)
        return self._draft.link("hall", hall_key(found[1]), {"name": found[0].strip()}, origin) if found else None

    def _fitted(self, talk: Talk, column: str, words: Words) -> Words:
        """The words as long as their field may be; the whole of longer ones stays in [raw]."""
        limit = _LIMITS[column]
        for text in texts(words):
            if len(text) > limit:
                self._odd("I057", talk, column=column, values={"length": len(text), "limit": limit})
                self._keep(talk, {column: text})
        return _cut(words, limit)

    def _odd(self, code: str, talk: Talk, column: str = "", value: str = "", values: Any = None) -> None:
        shown = one_line(clean(value or said(talk.title) or talk.key))[:80]
        self._draft.oddities.append(Oddity(code, self._file, talk.row, column, shown, values or {}))

    def _keep(self, talk: Talk, cells: Mapping[str, str]) -> None:
        kept = {name: clean(value) for name, value in cells.items() if value}
        if kept:
            self._draft.unplaced.append(Unplaced(Origin(self._file, talk.row), kept))


def texts(words: Words) -> Sequence[str]:
    """The words in each of their languages."""
    return [*words.values()] if isinstance(words, Mapping) else [words]


def said(words: Words) -> str:
    """The words in their first language, on one line."""
    return next((text for each in texts(words) if (text := one_line(clean(each)))), "")


def lines_as_one(words: Words) -> Words:
    """The words cleaned and on one line, in each of their languages that says something."""
    if isinstance(words, Mapping):
        return {tag: text for tag, each in words.items() if (text := one_line(clean(each)))}
    return one_line(clean(words))


def _cut(words: Words, limit: int) -> Words:
    """The words no longer than that, cut at the end of a word."""
    if isinstance(words, Mapping):
        return {tag: text for tag, each in words.items() if isinstance(text := _cut(each, limit), str)}
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    return head[: max(head.rfind(" "), head.rfind("\n"), limit // 2)].rstrip() + "…"


def _titled(talk: Talk) -> Words:
    title, subtitle = lines_as_one(talk.title), one_line(clean(talk.subtitle))
    if isinstance(title, Mapping) or not subtitle or subtitle.casefold() == title.casefold():
        return title
    return f"{title} {subtitle}" if title.endswith((".", "!", "?", ":", "…")) else f"{title} – {subtitle}"


def _told(talk: Talk) -> Words:
    """The description, with the links that it does not name itself."""
    about = talk.about
    links = [
        f"• {label} ({address})" if label and label != address else f"• {address}"
        for label, address in talk.links
        if address.startswith(("http://", "https://")) and not any(address in text for text in texts(about))
    ]
    named = clean("\n".join(dict.fromkeys(links)))
    if isinstance(about, Mapping):
        return {tag: "\n\n".join(filter(None, (clean(text).strip(), named))) for tag, text in about.items()}
    return "\n\n".join(filter(None, (clean(about).strip(), named)))
