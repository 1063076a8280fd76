"""Items of a programme, however a file writes them, as sessions and persons of a draft."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from guide.catalogue.fields import PERSON, SESSION
from guide.catalogue.words import is_language
from guide.intake.booths import hall_label
from guide.intake.draft import Draft, Link, Origin, Unplaced, hall_key, worded
from guide.intake.files import Asked
from guide.intake.moments import common_offset, ending, is_zone, local, offset_of, zone_of_offset
from guide.intake.oddities import Oddity
from guide.text import clean, one_line

SPEAKER: Mapping[str, str] = {"ru": "докладчик", "be": "дакладчык", "en": "speaker"}
"""What one who speaks is called where the file names no office."""

_LIMITS = {field.key: field.limit for field in (*PERSON.fields, *SESSION.fields) if field.limit}
_HALL = re.compile(
    r"(?:зал|зала|павильон|павільён|корпус|hall|halle|pavil+ion|messehalle)\s*(?:№|no\.?|nr\.?|#)?\s*"
    r"(\d{1,2}(?:[./]\d{1,2})?[A-Za-zА-Яа-я]?)(?=\s*(?:$|[,;:/(]|[-–—]\s))",
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

    name: str
    key: str = ""
    role: str = ""
    organisation: str = ""


@dataclass(slots=True)
class Talk:
    """An item of a programme as its file has it.

    ``key`` is what the file calls it, ``row`` where it stands; ``starts`` is a moment, with or without an offset, or
    a day alone; ``minutes`` its length, None where not said. Texts are plain. ``rest`` is what no key is for.
    """

    key: str
    row: int
    title: str
    subtitle: str = ""
    starts: datetime | date | None = None
    minutes: int | None = None
    room: str = ""
    track: str = ""
    language: str = ""
    about: str = ""
    speakers: Sequence[Speaker] = ()
    organisations: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = ()
    rest: Mapping[str, str] = field(default_factory=dict)


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
    return hall_label(found[1]) if found else ""


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
        title = one_line(clean(talk.title))
        if not title:
            self._odd("I058", talk)
            self._keep(talk, {"about": talk.about, "room": talk.room, "starts": str(talk.starts or ""), **talk.rest})
            return
        day, starts, ends = self._times(talk, zone, beyond)
        values = {
            "title": self._fitted(talk, "title", _titled(title, one_line(clean(talk.subtitle)))),
            "date": day,
            "starts": starts,
            "ends": ends,
            "room": self._fitted(talk, "room", one_line(clean(talk.room))),
            "hall": self._hall(talk.room, origin),
            "track": self._fitted(talk, "track", one_line(clean(talk.track))),
            "language": spoken(talk.language) if talk.language else "",
            "speakers": [self._speaker(speaker, origin) for speaker in talk.speakers if speaker.name.strip()],
            "organisations": [worded(one_line(clean(name))) for name in talk.organisations if name.strip()],
            "about": self._fitted(talk, "about", _told(talk)),
        }
        key = self._key(talk, title, day, starts)
        draft.put("session", key, values, origin, own_id(talk.key))
        rest = {name: value for name, value in talk.rest.items() if value}
        if talk.language and not values["language"]:
            rest["language"] = talk.language
        if rest:
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
        name = one_line(clean(speaker.name))[: _LIMITS["name"]]
        key = person_key(name)
        known = self._people.setdefault(key, speaker.key)
        if speaker.key and known and known != speaker.key:
            key = f"{key}#{speaker.key}"  # two people of one name
        values: dict[str, Any] = {"name": name}
        if speaker.role.strip():
            values["role"] = one_line(clean(speaker.role))[: _LIMITS["role"]]
        elif key not in self._draft.of("person"):
            values["role"] = dict(SPEAKER)
            self._nameless += 1
        if speaker.organisation.strip():
            values["organisation"] = worded(one_line(clean(speaker.organisation)))
        return self._draft.link("person", key, values, origin)

    def _hall(self, room: str, origin: Origin) -> Link | None:
        label = hall_of(room)
        if not label:
            return None
        named = one_line(clean(room))[: _HALL.match(one_line(room)).end()]  # type: ignore[union-attr]
        return self._draft.link("hall", hall_key(label), {"name": named}, origin)

    def _fitted(self, talk: Talk, column: str, text: str) -> str:
        """The text as long as its field may be, at a word's end; the whole of a longer one stays in [raw]."""
        limit = _LIMITS[column]
        if len(text) <= limit:
            return text
        self._odd("I057", talk, column=column, values={"length": len(text), "limit": limit})
        self._keep(talk, {column: text})
        head = text[: limit - 1]
        return head[: max(head.rfind(" "), head.rfind("\n"), limit // 2)].rstrip() + "…"

    def _odd(self, code: str, talk: Talk, column: str = "", value: str = "", values: Any = None) -> None:
        shown = one_line(clean(value or talk.title or talk.key))[:80]
        self._draft.oddities.append(Oddity(code, self._file, talk.row, column, shown, values or {}))

    def _keep(self, talk: Talk, cells: Mapping[str, str]) -> None:
        kept = {name: clean(value) for name, value in cells.items() if value}
        if kept:
            self._draft.unplaced.append(Unplaced(Origin(self._file, talk.row), kept))


def _titled(title: str, subtitle: str) -> str:
    if not subtitle or subtitle.casefold() == title.casefold():
        return title
    return f"{title} {subtitle}" if title.endswith((".", "!", "?", ":", "…")) else f"{title} – {subtitle}"


def _told(talk: Talk) -> str:
    """The description, with the links that it does not name itself."""
    links = [
        f"• {label} ({address})" if label and label != address else f"• {address}"
        for label, address in talk.links
        if address.startswith(("http://", "https://")) and address not in talk.about
    ]
    return "\n\n".join(part for part in (talk.about.strip(), clean("\n".join(dict.fromkeys(links)))) if part)
