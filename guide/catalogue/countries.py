"""Countries by their two letters: which there are, and what they are called."""

from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).parent.parent / "locale" / "countries.tsv"


@lru_cache(maxsize=1)
def _names() -> dict[str, dict[str, str]]:
    header, *rows = _TABLE.read_text(encoding="utf-8").splitlines()
    tongues = header.split("\t")[1:]
    return {code: dict(zip(tongues, names, strict=True)) for code, *names in (row.split("\t") for row in rows)}


def country_codes() -> frozenset[str]:
    """Every country code of ISO 3166-1 alpha-2."""
    return frozenset(_names())


def country_code(name: str) -> str:
    """The code of a country that goes by that name in one of the languages, or ""."""
    folded = name.casefold()
    return next((code for code, names in _names().items() if folded in map(str.casefold, names.values())), "")


def country_name(code: str, tongue: str) -> str:
    """What a country is called in "be", "ru" or "en" (any other is English); the code itself where it is not known."""
    names = _names().get(code)
    return (names.get(tongue) or names["en"]) if names else code
