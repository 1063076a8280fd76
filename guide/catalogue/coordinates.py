"""Where the well-known towns of the gazetteer lie; from Natural Earth, see places/NOTICE."""

from functools import cache
from pathlib import Path

from guide.catalogue.gazetteer import known

_TABLE = Path(__file__).parent / "places" / "coordinates.tsv"


@cache
def _table() -> dict[str, tuple[float, float]]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {code: (float(lat), float(lon)) for code, lat, lon in rows}


def coordinates(code: str) -> tuple[float, float] | None:
    """Latitude and longitude, in degrees, of a town by its code in the gazetteer; None where they are not known."""
    return _table().get(code)


def town_at(names: tuple[str, ...], country: str | None) -> tuple[float, float] | None:
    """Latitude and longitude of the one town of a country, or of the world, that goes by one of these names, or None.

    None, too, where towns that lie apart share the name: a guess would be drawn as a fact.
    """
    codes = {each.code for name in names for each in known(name, "town") if country in (None, each.code[:2])}
    found = {coordinates(code) for code in codes}
    return found.pop() if len(found) == 1 else None
