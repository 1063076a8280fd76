"""What each row below a header is: a record, more of the record above, a heading of those below, or none of these."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from guide.i18n import N_
from guide.intake import when
from guide.intake.assigned import EXHIBITORS, PROGRAMME
from guide.intake.columns import Column
from guide.intake.content import looks_like
from guide.intake.countries_meant import country_of, region_of
from guide.intake.header import Layout, filled, named_in, repeats
from guide.intake.titles import days_of

RECORD, MORE, HEADING, LEFT, NAMELESS = "record", "more", "heading", "left", "nameless"
"""What a row may be."""

REPEATED, SUM, PAGE, REMARK, INITIAL, FREE = (
    N_("the header again"), N_("a sum"), N_("the number of a page"), N_("a remark on the list"), N_("an initial"),
    N_("a stand that nobody has"),
)  # fmt: skip
"""Msgids for what is no record."""

_SUM = re.compile(
    r"(?:(?:итого|всего|усяго|разам|агулам)(?:\s+[^\W\d]+){0,3}|"
    r"(?:grand\s|sub-?)?totals?(?:\s(?:of\s)?(?:exhibitors|participants|companies|stands|area|rows|number))?|"
    r"(?:gesamt(?:summe|zahl)?|summe|insgesamt)(?:\s(?:aussteller|stände|teilnehmer|fläche))?)"
    r"\s*[:=–—-]*\s*(?:\d[\d\s.,]*(?:[^\W\d]+\.?\s*){0,2})?$|"
    r"\d{1,6}\s(?:участник|экспонент|компани|организаци|предприяти|стенд|удзельнік|экспанент|кампані|стэнд|exhibitors?|"
    r"companies|stands?|booths?|participants?|aussteller|firmen|stände|teilnehmer)[^\W\d_]{0,3}\.?$",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:стр(?:аница|\.)?|старонка|page|seite|лист)\s*\.?\s*\d+(?:\s*(?:/|из|з|of|von)\s*\d+)?$", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"[–—-]?\s?\d{1,4}\s?[–—-]?$")
_REMARK = re.compile(
    r"[*©]|(?:примечани[ея]|заўваг[аі]|notes?|hinweise?|anmerkung(?:en)?|источник|крыніца|source|quelle|исп\.|"
    r"исполнитель|составил\w?)\s*[:.]|"
    r"(?:дата формирования|сформировано|выгружено|по состоянию на|актуально на|generated|exported|created|printed|"
    r"as of|erstellt|gedruckt|stand:|stand vom)(?!\w).*\d|"
    r"(?:конец списка|канец спіса|end of list|ende der liste|all rights|alle angaben|changes reserved|"
    r"subject to change|änderungen vorbehalten|возможны изменения|магчымыя змены)(?!\w)",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[^\W\d_](?:\s?[-–—]\s?[^\W\d_])?$|\d\s?[-–—]\s?\d$|0-9$|#$")
_HALL = re.compile(
    r"(?:зал|зала|павильон|павільён|корпус|hall|halle|pavilion|pavillon)(?![^\W\d_])\s*(?:№|no\.?|nr\.?)?\s*"
    r"(?:\d[\w.]{0,5}|(?!ag\b|kg\b|se\b)[^\W\d_]{1,2}\d{0,2}|[«\"“„][^»\"”“]{1,30}[»\"”“])(?:\s*[,(:–—-].{0,80})?$|"
    r"(?:открытая|уличная|адкрытая|вулічная)\s(?:площадка|экспозиция|пляцоўка|экспазіцыя)(?:\W.*)?$|"
    r"(?:freigelände|open[- ]air|outdoor)(?:\W.{0,30})?$",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"[\W_]*(?:резерв|рэзерв|свободн\w{1,3}|вольн\w{1,3}|вакантн\w{1,3}|забронировано|бронь|зарезервирован\w|reserved?|vacant|available|free|"
    r"frei|reserviert)(?:\s(?:стенд|место|площадь|стэнд|месца|booth|stand|space|организаторов|арганізатараў))?[\W_]*$",
    re.IGNORECASE,
)  # fmt: skip
ROOM = re.compile(
    r"(?:(?:конференц|канферэнц|большой|малый|вялікая|малая|conference|main|großer|kleiner)[\s-])?"
    r"(?:зал|зала|аудитория|аўдыторыя|сцена|сцэна|площадка|пляцоўка|павильон|павільён|hall|room|stage|raum|saal|bühne|halle)"
    r"(?:\s.{1,60})?$",
    re.IGNORECASE,
)
"""What a room of a programme is called."""
_REGION = re.compile(
    r"(?:респ(?:ублика|\.)|рэспубліка|republic of)\s.+|.+\s(?:область|обл\.?|вобласць|край|район|раён|республика|"
    r"автономный округ|region|oblast)$|(?:область|город|г\.|горад)\s.+",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:раздел|секция|тематический раздел|сектор|раздзел|section|bereich|themenbereich)\s*[:№\d]",
                      re.IGNORECASE)  # fmt: skip
_LITTLE = 8  # letters beside a day: «день 2»
_NUMBERED = re.compile(r"[\s:№]*\d*[\s.:)–—-]*")
_CONTINUED = frozenset((
    "stand", "hall", "area", "products", "sectors", "offers", "seeks", "presented", "about", "people", "role",
    "phone", "email", "email_private", "phone_private", "site", "social", "contacts", "address", "fax", "zip",
    "languages", "note", "speakers", "moderators", "organisations", "aliases", "raw", "legal_name", "first_name",
    "last_name", "middle_name",
))  # fmt: skip
_CLOCKS = frozenset(("time", "starts", "ends", "date", "when", "duration"))
_NAMED = frozenset(["name", "title", "person", "last_name", "first_name", "stand_name", "legal_name"])


class Sorted(NamedTuple):
    """A row: its number, its cells, what it is; of a heading the field and its text, else what was left out."""

    number: int
    cells: tuple[str, ...]
    what: str
    field: str = ""
    text: str = ""


def sorted_lines(layout: Layout, kind: str, columns: Sequence[Column], year: int = 0) -> Iterator[Sorted]:
    """The rows of a list of that kind, each as what it is."""
    return _Sorting(layout, kind, columns, year).lines()


def above(text: str, kind: str) -> str:
    """The field that the line just above a header gives to all rows below it: a hall or a room, else ""."""
    if kind == PROGRAMME:
        return "room" if ROOM.match(text) else ""
    return "hall" if _HALL.match(text) else "sectors" if _SECTION.match(text) else ""


def heading_text(text: str) -> str:
    """What a heading says, without the word that says that it is one: «Раздел 2: Мясо» -> «Мясо»."""
    said = _SECTION.match(text)
    rest = _NUMBERED.sub("", text[said.end() - 1 :]) if said else ""
    return rest if any(map(str.isalpha, rest)) else text


class _Sorting:
    def __init__(self, layout: Layout, kind: str, columns: Sequence[Column], year: int) -> None:
        self._year = year
        self._layout, self._kind = layout, kind
        self._fields = {column.at: column.field for column in columns}
        self._names = [column.at for column in columns if column.field in _NAMED]
        if kind in ("stand", "hall"):
            self._names += [column.at for column in columns if column.field == kind]
        self._header = named_in(layout)
        self._number = next((column.at for column in columns if column.field == "number"), None)
        self._width = sum(bool(name) for name in layout.names) or len(columns)
        self._grouped = self._is_grouped()

    def lines(self) -> Iterator[Sorted]:
        after = False
        for number, cells in self._layout.body:
            line = self._line(number, cells, after)
            if line.what == RECORD:
                after = True
            elif line.what in (HEADING, NAMELESS):
                after = False
            yield line

    def _line(self, number: int, cells: tuple[str, ...], after: bool) -> Sorted:
        there = filled(cells)
        distinct = dict.fromkeys(there)
        if repeats(there, self._header, len(self._layout.names)):
            return Sorted(number, cells, LEFT, text=REPEATED)
        if not any(c.isalnum() for cell in there for c in cell):
            return Sorted(number, cells, LEFT, text=REMARK)
        if self._is_sum(there, distinct):
            return Sorted(number, cells, LEFT, text=SUM)
        if len(distinct) == 1 and self._width > 1:
            line = self._single(number, cells, there)
            if line is not None:
                return line
        named = [cells[n] for n in self._names if n < len(cells) and cells[n]]
        if named and self._kind == EXHIBITORS and len(named[0]) < 40 and _FREE.match(named[0]) and len(distinct) > 1:
            return Sorted(number, cells, LEFT, text=FREE)
        if named:
            return Sorted(number, cells, RECORD)
        fields = {self._fields.get(n, "") for n, cell in enumerate(cells) if cell}
        if after and fields <= _CONTINUED | {""} and fields != {""}:
            return Sorted(number, cells, MORE)
        return Sorted(number, cells, NAMELESS)

    def _is_sum(self, there: Sequence[str], distinct: dict[str, None]) -> bool:
        """«Итого: 417»: nothing but figures beside the word."""
        if len(distinct) > 4:
            return False
        words = [cell for cell in distinct if not cell[:1].isdigit()]
        if len(distinct) == 1 and there[0][:1].isdigit() and not words:
            words = list(distinct)
        return len(words) == 1 and bool(_SUM.match(words[0])) and (
            len(distinct) > 1 or any(c.isdigit() for c in words[0]) or self._width > 1 or words[0].endswith(":")
        ) and (len(there) != 1 or not re.match(r"total\w", words[0], re.IGNORECASE))  # fmt: skip

    def _single(self, number: int, cells: tuple[str, ...], there: Sequence[str]) -> Sorted | None:
        """A row in which one thing stands, alone or merged over the columns; None where it is a record."""
        text = " ".join(there[0].split())
        at = cells.index(there[0])
        merged = len(there) > 2 or (len(there) == 2 and self._width == 2)
        if _PAGE.match(text) or (at in self._names and _BARE_NUMBER.match(text)):
            return Sorted(number, cells, LEFT, text=PAGE)
        if _REMARK.match(text) or (len(text) > 150 and at not in self._names):
            return Sorted(number, cells, LEFT, text=REMARK)
        if _INITIAL.match(text):
            return Sorted(number, cells, LEFT, text=INITIAL)
        alone = at not in self._names or (self._number is not None and self._number != at and not merged)
        here = self._fields.get(at, "")
        apart = merged or (alone and (here in ("", "number", "raw", "id") or at in self._names))
        if self._kind == PROGRAMME and here in _CLOCKS and looks_like(text) not in _CLOCKS:
            apart = True
        field = self._heading(text)
        if field in ("hall", "date") or (field and (apart or self._grouped or _SECTION.match(text))):
            day = day_of(text, self._year) if field == "date" else None
            return Sorted(number, cells, HEADING, field, day.isoformat() if day else heading_text(text))
        if (apart or (self._grouped and at in self._names)) and not text[:1].isdigit():
            return Sorted(number, cells, HEADING, "sectors" if self._kind == EXHIBITORS else "track", text)
        return None

    def _heading(self, text: str) -> str:
        """What the rows below such a text have in common, "" where it does not tell."""
        if self._kind == PROGRAMME:
            return "date" if day_of(text, self._year) else "room" if ROOM.match(text) else ""
        if _HALL.match(text):
            return "hall"
        if country_of(text):
            return "country"
        if region_of(text) or _REGION.match(text):
            return "region"
        return "sectors" if _SECTION.match(text) else ""

    def _is_grouped(self) -> bool:
        """Whether names that stand alone are headings: the first row is one, and all others have more cells."""
        rows = [cells for _, cells in self._layout.body]
        if len(rows) < 4 or self._width < 2:
            return False
        alone = [len(filled(cells)) == 1 for cells in rows]
        full = [len(filled(cells)) for cells in rows if len(filled(cells)) > 1]
        two = all(not (one and other) for one, other in pairwise(alone))
        return alone[0] and two and not alone[-1] and len(full) >= 1.5 * sum(alone) and len(full) > 2


def day_of(text: str, year: int = 0) -> date | None:
    """The day that a heading names: «День 1, 29.09.2025», "Tuesday, 21 April 2026".

    One without a year is in that ``year``, if hardly anything else is said: «26 лютага, чацвер».
    """
    if len(text) > 80:
        return None
    days = days_of(text)
    if days:
        return days[0] if days[0] == days[1] else when.day(text).date
    if on := when.day(text).date:
        return on
    said = when.span(text, year) if year else when.Span()
    return said.date if len(said.left) <= _LITTLE and not said.starts else None
