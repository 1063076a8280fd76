"""Countries and regions beyond the catalogue: what they go by, and which ones a text means."""

from collections.abc import Iterable

from guide.catalogue.gazetteer import known, place
from guide.search.choices import Pairs
from guide.search.fold import fold, tokens


def plain(text: str) -> str:
    """A text as values are compared: its folded words with a space between."""
    return " ".join(filter(None, (fold(token.text) for token in tokens(text))))


def names_of(code: str) -> Pairs:
    """What a country or region goes by: its names by language, other spellings, its code."""
    found = place(code)
    if found is None:
        return (("", code),)
    return (*found.names, *(("", other) for other in found.others), ("", code))


def countries_meant(text: str) -> list[str]:
    """The codes of the countries that go by that text, a code of two letters included."""
    return [found.code for found in known(text, "country")]


def regions_meant(text: str) -> list[str]:
    """The codes of the regions that go by that text, their own or their centre's name."""
    return [found.code for found in known(text, "region")]


def region_of(texts: Iterable[str]) -> str:
    """The code of the one region that the texts name, or "" where they name none, or another each."""
    found = {code for text in texts for code in regions_meant(text)[:1]}
    return found.pop() if len(found) == 1 else ""
