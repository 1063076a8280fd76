"""Which country or region a cell means, by any of its names and codes."""

from functools import lru_cache
from typing import NamedTuple

from guide.catalogue import gazetteer
from guide.intake.cell import Odd


class Meant(NamedTuple):
    """The ISO code of what was meant, "" where it is not known; and what was odd."""

    code: str = ""
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 12)
def country_meant(text: str) -> Meant:
    """The country that a cell names in Russian, Belarusian, English or German, or by a code, with what was odd."""
    name = text.strip()
    found = gazetteer.known(name, "country")
    if len(found) == 1:
        return Meant(found[0].code)
    return Meant(odd=(Odd("I006", name),) if name else ())


def country_of(text: str) -> str:
    """The two letters of the country that a cell names, "" where it is not known."""
    return country_meant(text).code


@lru_cache(maxsize=1 << 12)
def region_of(text: str, country: str = "") -> str:
    """The ISO 3166-2 code of the region that a cell names, "" where none or several are known by that name."""
    found = {
        place.code for place in gazetteer.known(text, "region") if not country or place.code.startswith(f"{country}-")
    }
    return found.pop() if len(found) == 1 else ""
