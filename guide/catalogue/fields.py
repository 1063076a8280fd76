"""Every field of every table of a catalogue: one table that drives the check, the JSON Schema and the docs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from guide.catalogue import model
from guide.i18n import N_


class Shape(StrEnum):
    """What a value has to look like; :mod:`guide.catalogue.shapes` reads each."""

    ID = "id"  # small Latin letters, digits, hyphens
    REGION_ID = "region-id"  # an ISO code in capitals
    CODE = "code"  # a stand's number as it hangs over the stand
    WORD = "word"  # one line, the same in every language
    LABEL = "label"  # as WORD, or a whole number
    TEXT = "text"  # a Text of one line
    PROSE = "prose"  # a Text of several lines
    LANGUAGE = "language"  # a BCP 47 tag
    URL = "url"
    SOCIAL = "social"  # a URL or a name such as @someone
    EMAIL = "email"
    PHONE = "phone"
    ZONE = "zone"  # an IANA time zone
    COUNTRY = "country"  # ISO 3166-1 alpha-2
    CURRENCY = "currency"  # ISO 4217
    CHOICE = "choice"
    FLAG = "flag"
    NUMBER = "number"
    QUANTITY = "quantity"  # a number or a Text
    DATE = "date"
    DAY = "day"  # a date, or "2019" or "2019-04"
    MOMENT = "moment"  # a date, or a date and a time
    CLOCK = "clock"
    POINT = "point"
    POLYGON = "polygon"
    REF = "ref"  # the id of a thing of one kind
    PARTY = "party"  # the id of a thing of some kinds, or a language table
    ANY = "any"  # the id of anything, or "kind:id"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table: its shape, its bounds, and what it means to the one who fills it in.

    ``limit`` is in characters, ``low`` and ``high`` bound a number, ``to`` names the kinds that a
    reference may lead to (searched in that order), ``example`` is TOML.
    """

    key: str
    shape: Shape
    about: str
    example: str = ""
    required: bool = False
    many: bool = False
    limit: int = 0
    low: float = -1e15
    high: float = 1e15
    choices: tuple[str, ...] = ()
    open: bool = False
    to: tuple[str, ...] = ()
    table: "Table | None" = None
    attribute: str = ""  # of the model, where it is not the key

    @property
    def name(self) -> str:
        """The attribute of the model that holds it."""
        return self.attribute or self.key


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the class of the model that a record of it becomes, and its fields in reading order."""

    name: str
    type: type[Any]
    about: str
    fields: tuple[Field, ...]
    single: bool = False  # [fair] rather than [[exhibitor]]

    @property
    def header(self) -> str:
        """How a record of it begins in a file: [fair], [[exhibitor]]; its name alone where it stands inside another."""
        return self.name if self in NESTED else f"[{self.name}]" if self.single else f"[[{self.name}]]"


F, S = Field, Shape
NAME, LINE, LONG = 200, 400, 6000
AREA = 10_000_000.0
METRES = 100_000.0
PARTICIPATION = ("exhibitor", "co-exhibitor", "represented", "participant", "background")
"""How someone takes part; only the first two have a stand of their own or share one."""

_SOURCES = F("sources", S.REF, N_("Where this was read: ids of [[source]]."), '["s01"]', many=True, to=("source",))
_AT = F("at", S.POINT, N_("The place in its hall: metres from the hall's corner, y northwards."), "[12.5, 4]")
_HALL = F("hall", S.REF, N_("The hall: an id of [[hall]]."), '"h1"', to=("hall",))
_STANDS = F(
    "stands", S.REF, N_("The stands: an id, hall#code, or a bare code where only one hall has it."), '["A12", "h2#B7"]',
    many=True, to=("stand",),
)  # fmt: skip
_PARTICIPATION = F(
    "participation", S.CHOICE,
    N_("How it takes part; “background” is only reached through ties and search, and never counted."), '"exhibitor"',
    choices=PARTICIPATION,
)  # fmt: skip
_SECTORS = F("sectors", S.TEXT, N_("Branches of industry."), '[{ ru = "машиностроение" }]', many=True, limit=NAME)
_OFFERS = F("offers", S.TEXT, N_("What it offers to partners."), '["сборка"]', many=True, limit=LINE)
_SEEKS = F("seeks", S.TEXT, N_("What it looks for at the fair."), '["дилеры"]', many=True, limit=LINE)
_ABOUT = F("about", S.PROSE, N_("A description of a few sentences."), '{ ru = "…" }', limit=LONG)
_NOTE = F("note", S.PROSE, N_("A remark for visitors."), '"…"', limit=LONG)
_PRESENTED = F("presented", S.PROSE, N_("What it shows at the fair."), '{ ru = "…" }', limit=LONG)

PLACE = Table("place", model.Place, N_("A town with what it lies in."), (
    F("city", S.TEXT, N_("The town."), '{ ru = "Кобрин" }', limit=NAME),
    F("region", S.PARTY, N_("An id of [[region]], or a language table; never a country."), '"BY-BR"', to=("region",),
      limit=NAME),
    F("country", S.COUNTRY, N_("The country: two capital letters of ISO 3166-1."), '"BY"'),
    F("lat", S.NUMBER, N_("Latitude in degrees, south negative."), "52.21", low=-90, high=90),
    F("lon", S.NUMBER, N_("Longitude in degrees, west negative."), "24.36", low=-180, high=180),
))  # fmt: skip

HOURS = Table("hours", model.Hours, N_("When it is open on one day."), (
    F("date", S.DATE, N_("The day."), "2025-09-29", required=True),
    F("opens", S.CLOCK, N_("Opening time in the fair's zone."), "10:00:00"),
    F("closes", S.CLOCK, N_("Closing time in the fair's zone."), "18:00:00"),
    F("trade_only", S.FLAG, N_("True where only the trade is let in."), "true"),
))  # fmt: skip
_HOURS = F("hours", S.TABLE, N_("When it is open, day by day."),
           "[{ date = 2025-09-29, opens = 10:00:00, closes = 18:00:00 }]", many=True, table=HOURS)  # fmt: skip

VENUE = Table("venue", model.Venue, N_("The grounds of the fair."), (
    F("name", S.TEXT, N_("The name of the grounds."), '{ ru = "Минск-Экспо" }', required=True, limit=NAME),
    F("place", S.TABLE, N_("Where it lies."), '{ city = "Минск", country = "BY" }', table=PLACE),
    F("address", S.TEXT, N_("The street address."), '"пр. Победителей, 20/2"', limit=LINE),
    F("area_m2", S.NUMBER, N_("The area in square metres."), "20000", low=0, high=AREA),
    _ABOUT,
    _SOURCES,
))  # fmt: skip

AMOUNT = Table("investment", model.Amount, N_("A sum of money."), (
    F("amount", S.NUMBER, N_("The sum."), "400000000", required=True, low=0),
    F("currency", S.CURRENCY, N_("The currency: three capital letters of ISO 4217."), '"RUB"', required=True),
))  # fmt: skip

MILESTONE = Table("timeline", model.Milestone, N_("One step of a venture's story."), (
    F("date", S.DAY, N_('A date, or "2019" or "2019-04" where only that is known.'), '"2019-04"', required=True),
    F("text", S.PROSE, N_("What happened."), '{ ru = "…" }', required=True, limit=LONG),
    _SOURCES,
))  # fmt: skip

SAYING = Table("said", model.Saying, N_("What a person said, restated."), (
    F("text", S.PROSE, N_("What was said, restated."), '{ ru = "…" }', required=True, limit=LONG),
    _SOURCES,
))  # fmt: skip

PASSAGE_END = Table("ends", model.PassageEnd, N_("Where a passage comes out."), (
    F("hall", S.REF, N_("The hall: an id of [[hall]]."), '"h1"', required=True, to=("hall",)),
    F("at", S.POINT, N_("The place in its hall: metres from the hall's corner, y northwards."), "[12.5, 4]",
      required=True),
))  # fmt: skip

FAIR = Table("fair", model.Fair, N_("The event itself."), (
    F("id", S.ID, N_("A short name that files and links can use."), '"innoprom-belarus-2025"', required=True),
    F("name", S.TEXT, N_("The name of the fair."), '{ ru = "ИННОПРОМ. Беларусь" }', required=True, limit=NAME),
    F("starts", S.DATE, N_("The first day."), "2025-09-29", required=True),
    F("ends", S.DATE, N_("The last day."), "2025-10-01", required=True),
    F("timezone", S.ZONE, N_("The time zone of all clock times."), '"Europe/Minsk"', required=True),
    F("languages", S.LANGUAGE, N_("The languages of the texts, the fullest first."), '["ru", "be", "en"]', many=True),
    F("edition", S.TEXT, N_("Which edition it is."), '{ ru = "первая" }', limit=NAME),
    F("series", S.TEXT, N_("The series that it belongs to."), '{ ru = "ИННОПРОМ" }', limit=NAME),
    F("venue", S.TABLE, N_("The grounds of the fair."), '{ name = "Минск-Экспо" }', table=VENUE),
    F("organisers", S.PARTY, N_("Who organises it: ids of exhibitors or regions, or language tables."),
      '[{ ru = "Формика" }]', many=True, to=("exhibitor", "region"), limit=LINE),
    F("site", S.URL, N_("The fair's own site."), '"https://example.org"'),
    _HOURS,
    F("summary", S.PROSE, N_("The fair in a few sentences."), '{ ru = "…" }', limit=LONG),
    _SECTORS,
    _SOURCES,
), single=True)  # fmt: skip

FIGURE = Table("figure", model.Figure, N_("A number about the fair or a thing of it."), (
    F("of", S.ANY, N_("What it is about: fair, any id, or kind:id."), '"fair"', required=True),
    F("label", S.TEXT, N_("What is counted; disagreeing figures share one label."), '{ ru = "участники" }',
      required=True, limit=NAME),
    F("value", S.QUANTITY, N_("The number, or a Text where no number was given."), "300", required=True, limit=NAME),
    F("sources", S.REF, N_("Where it was read: ids of [[source]]."), '["s01"]', required=True, many=True,
      to=("source",)),
    F("unit", S.TEXT, N_("The unit."), '{ ru = "тыс. м²" }', limit=60),
    F("as_of", S.DAY, N_("The day that it holds for."), "2025-10-01"),
    _NOTE,
))  # fmt: skip

SOURCE = Table("source", model.Source, N_("Where a fact comes from."), (
    F("id", S.ID, N_("Its short name."), '"s01"', required=True),
    F("title", S.TEXT, N_("The title of the page or paper."), '"…"', required=True, limit=LINE),
    F("url", S.URL, N_("Its address."), '"https://example.org/news/1"'),
    F("published", S.DAY, N_("The day it came out."), "2025-09-29"),
    F("accessed", S.DAY, N_("The day it was read."), "2026-02-01"),
    F("publisher", S.TEXT, N_("Who published it."), '"ТАСС"', limit=NAME),
))  # fmt: skip

HALL = Table("hall", model.Hall, N_("A hall, pavilion or outdoor area."), (
    F("id", S.ID, N_("Its short name."), '"h1"', required=True),
    F("name", S.TEXT, N_("Its name."), '{ ru = "Зал 1" }', required=True, limit=NAME),
    F("kind", S.CHOICE, N_("What it is."), '"hall"', choices=("hall", "pavilion", "outdoor")),
    F("level", S.LABEL, N_("The floor."), '"1"', limit=40),
    F("outline", S.POLYGON, N_("Its outline in metres: [x, y] points in order, y northwards."),
      "[[0, 0], [60, 0], [60, 40], [0, 40]]"),
    F("walls", S.POLYGON, N_("Walls inside it, each a polygon."), "[[[0, 0], [1, 0], [1, 9]]]", many=True),
    F("blocks", S.POLYGON, N_("What stands in the way and is no stand, each a polygon."),
      "[[[5, 5], [6, 5], [6, 6]]]", many=True),
    F("origin", S.POINT, N_("Where its corner lies on the site, in metres."), "[120, 40]"),
    F("angle", S.NUMBER, N_("How it is turned on the site: degrees, anticlockwise."), "15", low=-360, high=360),
    _NOTE,
    _SOURCES,
))  # fmt: skip

PASSAGE = Table("passage", model.Passage, N_("A way through: a door, stairs, a lift."), (
    F("id", S.ID, N_("Its short name."), '"d1"', required=True),
    F("kind", S.CHOICE, N_("What it is."), '"door"', required=True,
      choices=("door", "stairs", "lift", "escalator", "ramp", "outdoor")),
    F("ends", S.TABLE, N_("Where it comes out: two or more places; one for a door to the street."),
      '[{ hall = "h1", at = [0, 20] }, { hall = "h2", at = [60, 20] }]', required=True, many=True, table=PASSAGE_END),
    F("name", S.TEXT, N_("Its name."), '{ ru = "Вход А" }', limit=NAME),
    F("step_free", S.FLAG, N_("True where no step is on the way."), "true"),
    F("direction", S.CHOICE, N_("Which way an escalator goes."), '"both"', choices=("both", "up", "down")),
    F("width_m", S.NUMBER, N_("The width in metres."), "1.8", low=0, high=1000),
    _HOURS,
))  # fmt: skip

STAND = Table("stand", model.Stand, N_("A place in a hall; a code or an id has to be there."), (
    F("code", S.CODE, N_("The number that hangs over it; unique in its hall."), '"A12"', limit=40),
    F("id", S.ID, N_("Its short name, where it has no code."), '"brest"'),
    _HALL,
    F("name", S.TEXT, N_("Its name."), '{ ru = "Стенд Брестской области" }', limit=NAME),
    F("kind", S.CHOICE, N_("Whose it is; several may stand on any but a single one."), '"single"',
      choices=("single", "shared", "regional", "national", "outdoor")),
    F("region", S.REF, N_("Whose stand it is: an id of [[region]]."), '"BY-BR"', to=("region",)),
    F("polygon", S.POLYGON, N_("Its outline in the hall's metres: [x, y] points in order."),
      "[[2, 2], [8, 2], [8, 6], [2, 6]]"),
    F("area_m2", S.NUMBER, N_("The area in square metres."), "24", low=0, high=AREA),
    F("days", S.DATE, N_("The days it is staffed, where not all."), "[2025-09-29]", many=True),
    _NOTE,
    _SOURCES,
))  # fmt: skip

EXHIBITOR = Table("exhibitor", model.Exhibitor, N_("An organisation."), (
    F("id", S.ID, N_("Its short name."), '"polesie"', required=True),
    F("name", S.TEXT, N_("The name that people say."), '{ ru = "Полесье" }', required=True, limit=NAME),
    F("legal_name", S.TEXT, N_("The name in the register."), '"ООО «Ромашка»"', limit=LINE),
    F("legal_form", S.TEXT, N_("The legal form."), '"ООО"', limit=NAME),
    F("aliases", S.TEXT, N_("Other names, old names, abbreviations."), '["МТЗ"]', many=True, limit=NAME),
    F("place", S.TABLE, N_("Where it is at home."), '{ city = "Кобрин", region = "BY-BR", country = "BY" }',
      table=PLACE),
    _SECTORS,
    F("products", S.TEXT, N_("What it makes."), '["игрушки"]', many=True, limit=LINE),
    _OFFERS,
    _SEEKS,
    _ABOUT,
    _STANDS,
    F("hall", S.REF, N_("The hall, where only that is known: an id of [[hall]]."), '"h1"', to=("hall",)),
    _PRESENTED,
    _PARTICIPATION,
    F("host", S.REF, N_("Whose stand it is a guest on: an id of [[exhibitor]]."), '"brest"', to=("exhibitor",)),
    F("phone", S.PHONE, N_("Telephone numbers, in quotes."), '"+375 17 200-00-00"', many=True, limit=60),
    F("email", S.EMAIL, N_("E-mail addresses for everyone."), '"info@example.org"', many=True, limit=254),
    F("email_private", S.EMAIL, N_("E-mail addresses of persons: shown to the desk only."), '"i.ivanov@example.org"',
      many=True, limit=254),
    F("site", S.URL, N_("Its site."), '"https://example.org"'),
    F("social", S.SOCIAL, N_("Pages in social networks."), '["https://t.me/example"]', many=True),
    F("people", S.TEXT, N_("Who stands at the stand."), '["Иванова Анна, менеджер"]', many=True, limit=LINE),
    F("languages", S.LANGUAGE, N_("The languages spoken at the stand."), '["ru", "en"]', many=True),
    _SOURCES,
    F("checked", S.DAY, N_("The day this record was last proved."), "2026-02-01"),
))  # fmt: skip

REGION = Table("region", model.Region, N_("A region, city or country that came, or that those who came are from."), (
    F("id", S.REGION_ID, N_("Its ISO 3166-2 or 3166-1 code."), '"BY-BR"', required=True),
    F("name", S.TEXT, N_("Its name."), '{ ru = "Брестская область" }', required=True, limit=NAME),
    F("country", S.COUNTRY, N_("The country: two capital letters of ISO 3166-1."), '"BY"'),
    F("kind", S.CHOICE, N_("What it is."), '"region"', choices=("region", "country", "city")),
    F("centre", S.TABLE, N_("Its chief town."), '{ city = "Брест", lat = 52.1, lon = 23.7 }', table=PLACE),
    _STANDS,
    F("hall", S.REF, N_("The hall, where only that is known: an id of [[hall]]."), '"h1"', to=("hall",)),
    _PRESENTED,
    _SECTORS,
    _OFFERS,
    _SEEKS,
    _ABOUT,
    _PARTICIPATION,
    _SOURCES,
))  # fmt: skip

VENTURE = Table("venture", model.Venture, N_("A joint venture or another tie between two or more parties."), (
    F("id", S.ID, N_("Its short name."), '"polesie-dimitrovgrad"', required=True),
    F("name", S.TEXT, N_("What it is called."), '{ ru = "Завод игрушек в Димитровграде" }', required=True, limit=LINE),
    F("kind", S.CHOICE, N_("What kind of tie it is."), '"localised-production"', required=True,
      choices=("joint-venture", "localised-production", "agreement", "letter-of-intent", "contract", "supply",
               "project", "programme", "proposal", "twinning")),
    F("partners", S.PARTY, N_("Who takes part: ids of exhibitors or regions, or language tables."),
      '["polesie", "RU-ULY"]', required=True, many=True, to=("exhibitor", "region"), limit=LINE),
    F("from", S.TABLE, N_("Where it starts."), '{ city = "Кобрин", region = "BY-BR", country = "BY" }',
      table=PLACE, attribute="origin"),
    F("to", S.TABLE, N_("Where it leads."), '{ city = "Димитровград", region = "RU-ULY", country = "RU" }',
      table=PLACE, attribute="target"),
    F("product", S.TEXT, N_("What it is to make or bring."), '{ ru = "игрушки" }', limit=LINE),
    _SECTORS,
    F("status", S.CHOICE, N_("How far it has come."), '"building"',
      choices=("planned", "agreed", "building", "operating", "stopped")),
    F("since", S.DAY, N_("The day it began."), '"2019"'),
    F("signed", S.DAY, N_("The day it was signed."), "2025-09-29"),
    F("capacity", S.TEXT, N_("How much it makes, with the unit."), '{ ru = "300 машин в год" }', limit=LINE),
    F("jobs", S.QUANTITY, N_("How many jobs: a number or a Text."), "150", low=0, limit=NAME),
    F("investment", S.TABLE, N_("The money put in."), '{ amount = 400000000, currency = "RUB" }', table=AMOUNT),
    F("timeline", S.TABLE, N_("Its story, step by step."), '[{ date = "2019", text = { ru = "…" } }]', many=True,
      table=MILESTONE),
    _ABOUT,
    F("at_fair", S.FLAG, N_("True where it was signed or named at the fair; left out where that is not known."),
      "true"),
    _SOURCES,
))  # fmt: skip

PERSON = Table("person", model.Person, N_("An official or a contact, in a public role."), (
    F("id", S.ID, N_("A short name."), '"ivanova"', required=True),
    F("name", S.TEXT, N_("The name."), '{ ru = "Анна Иванова" }', required=True, limit=NAME),
    F("role", S.TEXT, N_("The office held."), '{ ru = "министр" }', required=True, limit=LINE),
    F("organisation", S.PARTY, N_("For whom: an id of an exhibitor or region, or a language table."), '"BY-BR"',
      to=("exhibitor", "region"), limit=LINE),
    F("said", S.TABLE, N_("What was said, restated, with where it was read."), '[{ text = { ru = "…" } }]', many=True,
      table=SAYING),
    _SOURCES,
))  # fmt: skip

SESSION = Table("session", model.Session, N_("An item of the programme."), (
    F("id", S.ID, N_("Its short name."), '"opening"', required=True),
    F("title", S.TEXT, N_("The title."), '{ ru = "Открытие" }', required=True, limit=LINE),
    F("date", S.DATE, N_("The day."), "2025-09-29"),
    F("starts", S.CLOCK, N_("When it starts, in the fair's zone."), "11:00:00"),
    F("ends", S.CLOCK, N_("When it ends, in the fair's zone."), "12:30:00"),
    F("room", S.TEXT, N_("The room."), '{ ru = "зал «Минск»" }', limit=NAME),
    _HALL,
    F("track", S.TEXT, N_("The part of the programme it belongs to."), '{ ru = "деловая программа" }', limit=NAME),
    F("language", S.LANGUAGE, N_("The language spoken."), '"ru"'),
    F("speakers", S.PARTY, N_("Who speaks: ids of [[person]], or language tables."), '["ivanova"]', many=True,
      to=("person",), limit=LINE),
    F("organisations", S.PARTY, N_("Who takes part: ids of exhibitors or regions, or language tables."),
      '["polesie"]', many=True, to=("exhibitor", "region"), limit=LINE),
    F("regions", S.REF, N_("The regions it is about: ids of [[region]]."), '["BY-BR"]', many=True, to=("region",)),
    _ABOUT,
    _SOURCES,
))  # fmt: skip

SERVICE = Table("service", model.Service, N_("What a visitor asks the desk for."), (
    F("id", S.ID, N_("Its short name."), '"cloakroom"', required=True),
    F("name", S.TEXT, N_("Its name."), '{ ru = "Гардероб" }', required=True, limit=NAME),
    F("kind", S.CHOICE, N_("What it is; other words may stand here too."), '"cloakroom"', open=True,
      choices=("info", "cloakroom", "first-aid", "toilet", "accessible-toilet", "cafe", "atm", "lost-found", "prayer",
               "parking", "transport", "wifi", "exit", "room", "stage")),
    _HALL,
    _AT,
    _HOURS,
    F("aliases", S.TEXT, N_("What people call it."), '["раздевалка"]', many=True, limit=NAME),
))  # fmt: skip

NOTICE = Table("notice", model.Notice, N_("What changed."), (
    F("id", S.ID, N_("Its short name."), '"n1"', required=True),
    F("text", S.PROSE, N_("What is to be known."), '{ ru = "…" }', required=True, limit=LONG),
    F("at", S.MOMENT, N_("Since when."), "2025-09-30T09:15:00"),
    F("kind", S.CHOICE, N_("What kind of change it is."), '"moved"',
      choices=("moved", "closed", "added", "delayed", "info")),
    F("about", S.ANY, N_("What it is about: any id, or kind:id."), '"polesie"'),
    F("until", S.MOMENT, N_("How long it holds."), "2025-10-01"),
))  # fmt: skip

ALIAS = Table("alias", model.Alias, N_("Another name for something, collected at the desk or by an importer."), (
    F("of", S.ANY, N_("What it is a name of: any id, or kind:id."), '"polesie"', required=True),
    F("text", S.TEXT, N_("The name."), '"…"', required=True, limit=NAME),
))  # fmt: skip

TABLES: Mapping[str, Table] = MappingProxyType({
    table.name: table
    for table in (FAIR, SOURCE, FIGURE, HALL, PASSAGE, STAND, EXHIBITOR, REGION, VENTURE, PERSON, SESSION, SERVICE,
                  NOTICE, ALIAS)
})  # fmt: skip
"""The tables of a catalogue by the name that stands in its brackets."""

NESTED = (PLACE, HOURS, VENUE, AMOUNT, MILESTONE, SAYING, PASSAGE_END)
"""The tables that stand inside others."""

RAW = "raw"
"""The table that is kept and never looked into."""
