"""What a cell says of a town: its name, and the region, postal code and country that stand beside it."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.intake.cell import Odd
from guide.intake.countries_meant import country_of, region_of

_WORD = re.compile(r"(?:г\.п\.|г\.|гор\.|город|горад|г|аг\.|пос\.|дер\.|п\.|с\.)\s*(?=[A-ZА-ЯЁІЎ«])")
_ZIP = re.compile(r"(?:\b[A-Z]{1,2}-)?\b(\d{4,6}(?:-\d{3,4})?)\b")


class Town(NamedTuple):
    """A town and what stands beside it: the name without the word for a town; ISO codes; the rest of the cell.

    ``region`` is an ISO 3166-2 code where it is known, else its name as written; ``left`` is the rest, such as a
    street. Each is "" where the cell does not say it.
    """

    city: str = ""
    region: str = ""
    zip: str = ""
    country: str = ""
    left: str = ""
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 13)
def town_of(text: str, country: str = "") -> Town:
    """The town of a cell, which may be a whole address; ``country`` is the ISO code of the row's country if known."""
    city = region = found_zip = ""
    rest = []
    for part in text.split(","):
        part = part.strip()
        if (zipped := _ZIP.search(part)) and not found_zip:
            found_zip, part = zipped[1], (part[: zipped.start()] + part[zipped.end() :]).strip()
        if not part:
            continue
        if not region and city and (code := region_of(part, country)):
            region = code
        elif code := country_of(part) if (city or len(text) > len(part)) else "":
            country = country or code
        elif _WORD.match(part) and not city:
            city = _WORD.sub("", part, count=1)
        elif not city:
            city = part
        else:
            rest.append(part)
    return Town(city, region, found_zip, country, ", ".join(rest))
