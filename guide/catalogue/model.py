"""What a fair is: frozen values for everything that a catalogue holds, and their relations by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from guide.i18n import Wording

if TYPE_CHECKING:
    from guide.catalogue.relations import Relations

Point = tuple[float, float]
Polygon = tuple[Point, ...]
Day = date | str  # a day, or "2019" or "2019-04" where only that is known
_Date = date  # for a class whose own field is called so


class Ref(NamedTuple):
    """Which thing is meant: its kind (a table's name, such as "exhibitor") and its id."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


Party = Ref | Wording
"""One who takes part in something: a record of the catalogue, or free words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A town with what it lies in; country is ISO 3166-1 alpha-2, region an id of the catalogue or words."""

    city: Wording | None = None
    region: Party | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """When it is open on one day; clock times of the fair's zone."""

    date: date
    opens: time | None = None
    closes: time | None = None
    trade_only: bool = False


@dataclass(frozen=True, slots=True)
class Venue:
    """The grounds of the fair; the area in square metres."""

    name: Wording
    place: Place | None = None
    address: Wording | None = None
    area_m2: float | None = None
    about: Wording | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fair:
    """The event itself."""

    id: str
    name: Wording
    starts: date
    ends: date
    timezone: str
    languages: tuple[str, ...] = ()
    edition: Wording | None = None
    series: Wording | None = None
    venue: Venue | None = None
    organisers: tuple[Party, ...] = ()
    site: str | None = None
    hours: tuple[Hours, ...] = ()
    summary: Wording | None = None
    sectors: tuple[Wording, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from."""

    id: str
    title: Wording
    url: str | None = None
    published: Day | None = None
    accessed: Day | None = None
    publisher: Wording | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number about the fair or a thing of it; disagreeing ones stand side by side under one label."""

    of: Ref
    label: Wording
    value: float | Wording
    sources: tuple[str, ...]
    unit: Wording | None = None
    as_of: Day | None = None
    note: Wording | None = None


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall, pavilion or outdoor area; shapes in metres, y northwards, origin and angle on the site."""

    id: str
    name: Wording
    kind: str = "hall"
    level: str | None = None
    outline: Polygon = ()
    walls: tuple[Polygon, ...] = ()
    blocks: tuple[Polygon, ...] = ()
    origin: Point | None = None
    angle: float | None = None
    note: Wording | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageEnd:
    """Where a passage comes out: a hall and a point in it, in metres."""

    hall: str
    at: Point


@dataclass(frozen=True, slots=True)
class Passage:
    """A way through: a door, stairs, a lift; the width in metres."""

    id: str
    kind: str
    ends: tuple[PassageEnd, ...]
    name: Wording | None = None
    step_free: bool | None = None
    direction: str = "both"
    width_m: float | None = None
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """A place in a hall; ``code`` is empty where none was published. The area in square metres."""

    id: str
    code: str | None = None
    hall: str | None = None
    name: Wording | None = None
    kind: str = "single"
    region: str | None = None
    polygon: Polygon = ()
    area_m2: float | None = None
    days: tuple[date, ...] = ()
    note: Wording | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """An organisation: one that exhibits, takes part, or is tied to those that do."""

    id: str
    name: Wording
    legal_name: Wording | None = None
    legal_form: Wording | None = None
    aliases: tuple[Wording, ...] = ()
    place: Place | None = None
    sectors: tuple[Wording, ...] = ()
    products: tuple[Wording, ...] = ()
    offers: tuple[Wording, ...] = ()
    seeks: tuple[Wording, ...] = ()
    about: Wording | None = None
    stands: tuple[str, ...] = ()
    hall: str | None = None
    presented: Wording | None = None
    participation: str = "exhibitor"
    host: str | None = None
    phone: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    email_private: tuple[str, ...] = ()
    site: str | None = None
    social: tuple[str, ...] = ()
    people: tuple[Wording, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked: Day | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A region, city or country that came, or that those who came are from."""

    id: str
    name: Wording
    country: str | None = None
    kind: str = "region"
    centre: Place | None = None
    stands: tuple[str, ...] = ()
    hall: str | None = None
    presented: Wording | None = None
    sectors: tuple[Wording, ...] = ()
    offers: tuple[Wording, ...] = ()
    seeks: tuple[Wording, ...] = ()
    about: Wording | None = None
    participation: str = "exhibitor"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a venture's story."""

    date: Day
    text: Wording
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """Money; the currency by ISO 4217."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class Venture:
    """A joint venture or another tie between two or more parties, from one place to another."""

    id: str
    name: Wording
    kind: str
    partners: tuple[Party, ...] = ()
    origin: Place | None = None  # `from` in the catalogue
    target: Place | None = None  # `to` in the catalogue
    product: Wording | None = None
    sectors: tuple[Wording, ...] = ()
    status: str | None = None
    since: Day | None = None
    signed: Day | None = None
    capacity: Wording | None = None
    jobs: float | Wording | None = None
    investment: Amount | None = None
    timeline: tuple[Milestone, ...] = ()
    about: Wording | None = None
    at_fair: bool | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """What a person said, restated, with where it was read."""

    text: Wording
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """An official or a contact, in a public role."""

    id: str
    name: Wording
    role: Wording
    organisation: Party | None = None
    said: tuple[Saying, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """An item of the programme; clock times of the fair's zone."""

    id: str
    title: Wording
    date: _Date | None = None
    starts: time | None = None
    ends: time | None = None
    room: Wording | None = None
    hall: str | None = None
    track: Wording | None = None
    language: str | None = None
    speakers: tuple[Party, ...] = ()
    organisations: tuple[Party, ...] = ()
    regions: tuple[str, ...] = ()
    about: Wording | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """What a visitor asks the desk for: a cloakroom, first aid, a café."""

    id: str
    name: Wording
    kind: str | None = None
    hall: str | None = None
    at: Point | None = None
    hours: tuple[Hours, ...] = ()
    aliases: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What changed, and what it is about."""

    id: str
    text: Wording
    at: datetime | date | None = None
    kind: str = "info"
    about: Ref | None = None
    until: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for something."""

    of: Ref
    text: Wording


Entity = Fair | Source | Hall | Passage | Stand | Exhibitor | Region | Venture | Person | Session | Service | Notice

TABLES: Mapping[str, str] = MappingProxyType(
    {
        "source": "sources",
        "hall": "halls",
        "passage": "passages",
        "stand": "stands",
        "exhibitor": "exhibitors",
        "region": "regions",
        "venture": "ventures",
        "person": "people",
        "session": "sessions",
        "service": "services",
        "notice": "notices",
    }
)
"""The kind of a thing -> the attribute of Catalogue that holds its kind by id."""


@dataclass(frozen=True)
class Catalogue:
    """A whole fair: every record by id in the order of its file, and what follows from them together."""

    fair: Fair
    sources: Mapping[str, Source] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    halls: Mapping[str, Hall] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    stands: Mapping[str, Stand] = field(default_factory=dict)
    exhibitors: Mapping[str, Exhibitor] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    ventures: Mapping[str, Venture] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    sessions: Mapping[str, Session] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()

    def table(self, kind: str) -> Mapping[str, Any]:
        """All things of a kind by id; empty for a kind that is not a table."""
        attribute = TABLES.get(kind)
        return getattr(self, attribute) if attribute else {}

    def get(self, ref: Ref) -> Any | None:
        """The thing that is meant, or None."""
        if ref.kind == "fair":
            return self.fair
        return self.table(ref.kind).get(ref.id)

    def refs(self, kind: str) -> Iterator[Ref]:
        """Every thing of a kind, in order."""
        return (Ref(kind, key) for key in self.table(kind))

    @cached_property
    def relations(self) -> "Relations":
        """Who is tied to whom, worked out on first use."""
        from guide.catalogue.relations import relate

        return relate(self)
