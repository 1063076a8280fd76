"""What a cell says of a town: its name, and the region, postal code and country that stand beside it.

A cell is taken apart at its commas. What says that it is a town («г.», «город», "City of") is one; a country and a
region are known by their names (:mod:`guide.intake.countries_meant`); of what is left the first piece that has no
figure and no word of streets is the town. A postal code is one of four to six figures beside a town, or of the shapes
that Britain, Canada, Japan, Brazil and others have.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.catalogue import gazetteer
from guide.intake.cell import Odd
from guide.intake.countries_meant import country_meant, country_of, region_of
from guide.text import one_line

LONGEST = 400
"""Characters of a cell that are looked at."""

_TOWN = re.compile(
    r"(?:г\.\s?п\.|г(?:ор)?\.|г\s|гор(?:од|ад)(?:ской|скі)?\s(?:пос[её]лок|пасёлак)?\s?|аг\.|а/г|агрогородок\s|аграгарадок\s"
    r"|г/п|пгт\.?|п\.\s?г\.\s?т\.|рп\.?\s|р\.\s?п\.|пос(?:[её]лок)?[.\s]|пас(?:ёлак)?[.\s]|п\.|дер(?:евня)?[.\s]|д\.(?=\s?[^\W\d])"
    r"|в[ёе]ска\s|в\.(?=\s?[^\W\d])|с(?:ело)?[.\s](?=\s?[^\W\d]{3})|ст(?:аница)?[.\s]|х(?:утор)?\.|city\sof\s|town\sof\s|stadt\s)\s*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:г|гор|аг|пос)\.(?=[А-ЯЁІЎ])")
_STREET = re.compile(
    r"(?<![\w/-])(?:(?:ул|вул|улица|вуліца|просп|проспект|праспект|пр-т|пр-кт|пер|переулок|завулак|площадь|плошча|шоссе|шаша"
    r"|бульвар|бул|б-р|тракт|наб|набережная|линия|дом|корп|корпус|стр|офис|оф|помещение|пом|комн|этаж|район|р-н|раён"
    r"|сельсовет|сельсавет|промзона|street|road|avenue|lane|blvd|boulevard|suite|floor|building|bldg|room|postfach|po-box"
    r"|rua|rue)(?![\w-])|(?:пр|пл|ш|д|к|кв|каб)\.|(?:а/я|с/с|абонентский\sящик|p\.?\s?o\.?\s?box)(?!\w)"
    r"|(?:st|rd|ave|dr)\.?\Z)|[^\W\d_](?:straße|strasse|str\.)|[^\W\d_](?:weg|platz|allee|gasse|ring|damm|laan|straat)\s\d",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"[^\W\d][^\d]{2,40}\s\d{1,2}\Z")
_DISTRICT = re.compile(r"[^\W\d_-]{3,}(?:ский|цкий|скі|цкі)\s(?:район|р-н|раён)\Z", re.IGNORECASE)
_HOUSE = re.compile(
    r"(?:(?:д|дом|корп|стр|оф|офис|кв|пом)\b\.?\s*)?\d{1,4}\s?[-/]?\s?\d{0,4}[^\W\d_]?\Z", re.IGNORECASE
)
# Postal codes, the safe shapes first; a country's letters may stand before one: "D-10115", "BY-220004".
_SHAPES = (
    r"[A-Z]\d[A-Z]\s?\d[A-Z]\d",  # Canada
    r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}",  # Britain
    r"[A-Z]\d[\dW]\s[A-Z\d]{4}",  # Ireland
    r"\d{5}-\d{3,4}",  # Brazil, the USA
    r"\d{4}-\d{3}",  # Portugal
    r"\d{3}-\d{4}",  # Japan
    r"\d{2}-\d{3}",  # Poland
    r"\d{6,7}",
    r"\d{5}",
    r"\d{3}\s\d{2}(?!\d)",  # Czechia, Slovakia, Sweden, Greece
    r"\d{3}\s\d{3}(?!\d)",
    r"\d{4}\s[A-Z]{2}(?![^\W\d_])",  # the Netherlands
    r"\d{4}",
)
_ZIP = re.compile(rf"(?<![\w-])(?:([A-Z]{{1,3}})-)?((?:{'|'.join(_SHAPES)}))(?![\w-])")
_STATE = re.compile(r"(?<=[\w.])[\s,]+([A-Z]{2})\Z")
_STATES = {
    country: frozenset(letters[n : n + 2] for n in range(0, len(letters), 2))
    for country, letters in (
        (
            "US",
            "ALAKAZARCACOCTDEFLGAHIIDILINIAKSKYLAMEMDMAMIMNMSMOMTNENVNHNJNMNYNCNDOHOKORPARISCSDTNTXUTVTVAWAWVWIWYDCPR",
        ),
        ("CA", "ABBCMBNBNLNSNTNUONPEQCSKYT"),
        ("BR", "ACALAPAMBACEDFESGOMAMTMSMGPAPBPRPEPIRJRNRSRORRSCSPSETO"),
    )
}
"""Letters of the states of a country that addresses are written with; ISO 3166-2 has them, too."""

_CITY_STATES = frozenset(("SG", "LU", "MC", "VA", "HK", "MO", "SM", "DJ", "KW", "PA", "GT"))
_KNOWN_WELL = ("BY", "RU", "KZ")  # of other countries too few towns are known to tell regions from them
_PARTS = re.compile(r"\s*[,;\n|]\s*")
_NONE = frozenset(("", "-", "–", "—", "н/д", "нет", "n/a", "none"))
_BRACKETS = re.compile(r"\(([^()]{2,60})\)\s*\Z")


class Town(NamedTuple):
    """A town and what stands beside it: the name without the word for a town; ISO codes; the rest of the cell.

    ``region`` is an ISO 3166-2 code where it is known, else its name or letters as written; ``left`` is the rest,
    such as a street. Each is "" where the cell does not say it.
    """

    city: str = ""
    region: str = ""
    zip: str = ""
    country: str = ""
    left: str = ""
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 13)
def town_of(text: str, country: str = "") -> Town:
    """The town of a cell, which may be a whole address; ``country`` is the ISO code of the row's country if known.

    A country that the cell names beside another one of the row is told and does not count.
    """
    whole = text.strip()
    if one_line(whole).casefold() in _NONE:
        return Town()
    if len(whole) > LONGEST:
        return Town(left=one_line(text))
    reading = _Reading(country)
    parts = [one_line(part) for part in _PARTS.split(whole)]
    reading.read([part for part in parts if part])
    named = reading.country
    odd = (Odd("I039", named, {"other": country}),) if country and named and named != country else ()
    left = ", ".join(reading.left)
    return Town(reading.city, reading.region, reading.zip, "" if odd else named, left, odd)


class _Reading:
    """What was understood of a cell so far."""

    def __init__(self, row: str) -> None:
        self.city = self.region = self.zip = self.country = ""
        self.left: list[str] = []
        self._row = row
        self._sure = False  # a word says that it is a town

    def read(self, parts: list[str]) -> None:
        if len(parts) == 1 and self._no_town(parts[0]):
            return
        for part in parts:
            self._part(part, len(parts) > 1)

    def _no_town(self, text: str) -> bool:
        """Whether all that a cell names is a country or a region, and no town of the same name."""
        if self._is_town(text):
            return False
        code = country_of(text)
        if code and code not in _CITY_STATES and code != self._row:
            self.country = code
            return True
        if code or (self._row and self._row not in _KNOWN_WELL):
            return False
        return region_of(text, self._row)[:2] in _KNOWN_WELL and self._region(text)

    def _part(self, part: str, several: bool) -> None:
        rest = self._without_zip(part, several)
        rest = self._without_state(rest)
        bracket = _BRACKETS.search(rest)
        if bracket and (code := country_of(bracket[1])):
            self.country = self.country or code
            rest = rest[: bracket.start()].strip()
        elif bracket and (region := region_of(bracket[1], self._row or self.country)):
            self.region = self.region or region
            rest = rest[: bracket.start()].strip()
        if not rest:
            return
        town = _GLUED.match(rest) or _TOWN.match(rest)
        if town and town.end() < len(rest):
            if not self._sure:
                if self.city:
                    self.left.append(self.city)
                self.city, self._sure = self._name(rest[town.end() :]), True
                return
        elif (several or self.zip) and not self.country and (code := country_of(rest)) and not self._is_town(rest):
            self.country = code
            return
        elif several and not self.region and self._region(rest):
            return
        if not self.city and self._is_quarter(rest, several):
            self.city = rest
        elif (
            self.city
            or _STREET.search(rest)
            or _HOUSE.match(rest)
            or _DISTRICT.match(rest)
            or any(map(str.isdigit, rest))
        ):
            self.left.append(rest)
        else:
            self.city = self._name(rest)

    def _name(self, text: str) -> str:
        return text.strip(' ."«»–-')

    def _region(self, text: str) -> bool:
        """Whether a part is a region; one that is a town as well is that, if there is no town yet."""
        code = region_of(text, self._row or self.country)
        if not code or (not self.city and self._is_town(text)):
            return False
        self.region = code
        self.country = self.country or ("" if self._row else code[:2])
        return True

    def _is_quarter(self, text: str, several: bool) -> bool:
        """Whether a part is a town with the number of its quarter: "Prague 4"."""
        if not _QUARTER.match(text) or _STREET.search(text):
            return False
        return not several or bool(self.zip) or self._is_town(text.rpartition(" ")[0])

    def _is_town(self, text: str) -> bool:
        return not self.city and any(place.kind == "town" for place in gazetteer.known(text, "town"))

    def _without_zip(self, part: str, several: bool) -> str:
        """A part without its postal code: one beside a name, or one alone in a whole address."""
        if self.zip:
            return part
        for found in _ZIP.finditer(part):
            rest = one_line(f"{part[: found.start()]} {part[found.end() :]}")
            if not rest and not several:
                continue
            if rest and _STREET.search(rest):
                continue
            if rest and not any(map(str.isalpha, rest)):
                continue
            self.zip = found[2]
            if found[1]:
                self.country = self.country or country_meant(found[1]).code
            return rest
        return part

    def _without_state(self, part: str) -> str:
        """A part without the letters of a state at its end, as addresses of the USA, Canada and Brazil have them."""
        country = self._row or self.country
        states = _STATES.get(country) or (_STATES["US"] | _STATES["CA"] if self.zip and not country else frozenset())
        if part in states and self.city:
            self.region = self.region or part
            return ""
        found = _STATE.search(part)
        if not found or found[1] not in _STATES.get(country, ()):
            return part
        self.region = self.region or found[1]
        if self.city and not self._sure:  # the town is what the state stands beside
            self.left.append(self.city)
            self.city = ""
        return part[: found.start()]
