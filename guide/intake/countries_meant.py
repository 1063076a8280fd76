"""Which country or region a cell means, by any of its names and codes.

Names are those of the gazetteer in Russian, Belarusian and English, and those of locale/countries_more.tsv: German
ones, codes of three letters and of three figures, codes of sport and of cars where they mean nothing else. They are
compared as sets of words, so that "Korea, Republic of" is "Republic of Korea", then without the words that only say
what kind of state it is.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from guide.catalogue import gazetteer
from guide.catalogue.countries import country_codes, country_name
from guide.catalogue.suggest import distance
from guide.intake.cell import Odd
from guide.intake.scripts import code_in

LONGEST = 120
"""Characters of a cell that may name a country."""

_TABLE = Path(__file__).parent.parent / "locale" / "countries_more.tsv"
_DOTS = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")  # between initials: "U. S. A."
_GONE = re.compile(r"['’`ʼʹ]")
_WORDS = re.compile(r"[^\W_]+")
_LIKES = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o", "ə": "a", "ß": "ss"})
_LITTLE = frozenset(("of", "the", "and", "und", "der", "die", "das", "и", "і"))
_STATE = frozenset((
    "republic", "rep", "kingdom", "state", "states", "commonwealth", "union", "islamic", "arab", "federal",
    "federation", "federated", "socialist", "democratic", "people", "peoples", "sultanate", "principality",
    "emirate", "country",
    "republik", "königreich", "konigreich", "staat", "islamische", "demokratische", "sultanat", "furstentum",
    "bundesrepublik", "volksrepublik", "vr", "pr", "p", "r",
    "республика", "респ", "р", "королевство", "государство", "исламская", "федеративная", "народная", "демократическая",
    "социалистическая", "султанат", "княжество", "страна", "федерация", "рэспубліка", "рэсп", "каралеуства",
    "краіна",
))  # fmt: skip
# Two states each share these words; only their whole names tell them apart.
_SHARED = frozenset(("korea", "congo", "kongo", "корея", "карэя", "конго", "china", "китаи", "кітаи", "guinea"))
_CHINA = frozenset((
    "china", "китаи", "кітаи", "кнр", "prc", "pr", "p", "r", "sar", "province", "провинция", "special",
    "administrative", "region", "специальныи", "административныи", "раион", "сар", "roc", "republic", "people",
    "peoples", "s",
))  # fmt: skip
_NORTHERN = frozenset(("dem", "democratic", "demokratische", "dpr", "people", "peoples", "north", "nord", "народно"))
_PARTS = re.compile(r"\s[-–—]\s|[,;/()\[\]|]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


class Meant(NamedTuple):
    """The ISO code of what was meant, "" where it is not known; and what was odd."""

    code: str = ""
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 12)
def country_meant(text: str) -> Meant:
    """The country that a cell of a column of countries names, by any name or code, with what was odd.

    Besides what :func:`country_of` knows: codes in small letters and of figures, a country beside something else of
    it («Беларусь, Минск», "DE – Germany"), and a name with one slip, which is told as a guess.
    """
    name = " ".join(text[:LONGEST].split())
    if not any(map(str.isalnum, name)):
        flag = _FLAG.search(name)
        code = "".join(chr(ord(c) - 0x1F1E6 + 65) for c in flag[0]) if flag else ""
        return Meant(code) if code in country_codes() else Meant(odd=(Odd("I006", name),) if flag else ())
    name = name if name.isascii() else code_in(name)[0]
    code = _exact(name) or _exact(name.upper() if len(name) < 4 else "") or _by_number(name)
    if code:
        return Meant(code)
    parts = [part for part in map(str.strip, _PARTS.split(name)) if part]
    if _NORTHERN.intersection(_words(name)) and _SHARED.intersection(_words(name)):
        parts = []
    found = {part_code for part in parts if (part_code := _exact(part))} if len(parts) > 1 else set()
    if len(found) == 1:
        return Meant(found.pop())
    if not found and (code := _with_a_slip(name)):
        shown = country_name(code, "en")
        return Meant(code, (Odd("I030", name, {"found": shown}),))
    return Meant(odd=(Odd("I006", name),))


@lru_cache(maxsize=1 << 12)
def country_of(text: str) -> str:
    """The two letters of the country that a text names in Russian, Belarusian, English or German, "" if it is none.

    By a name, or by a code of two or three letters in capitals: it may be asked of any cell.
    """
    return _exact(" ".join(text.split())) if 1 < len(text) <= LONGEST else ""


@lru_cache(maxsize=1 << 12)
def region_of(text: str, country: str = "") -> str:
    """The ISO 3166-2 code of the region that a cell names, "" where none or several are known by that name."""
    if len(text) > LONGEST:
        return ""
    found = {
        place.code for place in gazetteer.known(text, "region") if not country or place.code.startswith(f"{country}-")
    }
    return found.pop() if len(found) == 1 else ""


def _exact(name: str) -> str:
    if not name or (len(name) < 4 and name.isascii() and not name.isupper()):
        return ""
    bags = _bags()
    words = _words(name)
    if code := bags.get(_bag(words)):
        return code
    rest = [word for word in words if word not in _CHINA]
    code = bags.get(_bag(rest), "") if rest and len(rest) < len(words) else ""
    if code in ("HK", "MO", "TW"):
        return code
    rest = [word for word in words if word not in _STATE]
    if len(rest) < len(words) and not _SHARED.intersection(rest) and len(_bag(rest)) > 3:
        return bags.get(_bag(rest), "")
    return ""


def _by_number(name: str) -> str:
    return _bags().get(name, "") if len(name) == 3 and name.isdecimal() and name.isascii() else ""


@lru_cache(maxsize=1 << 10)
def _with_a_slip(name: str) -> str:
    key = _bag(_words(name))
    if not 5 <= len(key) <= 40 or any(map(str.isdigit, key)):
        return ""
    limit = 1 if len(key) < 12 else 2
    found = {
        code
        for known, code in _bags().items()
        if abs(len(known) - len(key)) <= limit and len(known) > 4 and distance(key, known, limit) <= limit
    }
    return found.pop() if len(found) == 1 else ""


@cache
def _bags() -> dict[str, str]:
    """Every name and code, as it is compared -> the country's two letters; names that two share are left out."""
    bags: dict[str, str] = {}
    shared: set[str] = set()
    for place in gazetteer.everything():
        if place.kind != "country":
            break
        for text in place.texts:
            key = _bag(_words(text))
            if bags.setdefault(key, place.code) != place.code:
                shared.add(key)
    for key in shared:
        del bags[key]
    for row in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        code, *names = row.split("\t")
        for text in names:
            if text:
                bags.setdefault(_bag(_words(text)), code)
    return bags


def _bag(words: list[str]) -> str:
    return " ".join(sorted(words))


def _words(text: str) -> list[str]:
    """The words of a name as they are compared: without case, marks, little words and the dots of initials."""
    folded = _GONE.sub("", _DOTS.sub("", text.casefold().translate(_LIKES)))
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return [word for word in _WORDS.findall(folded) if word not in _LITTLE] or _WORDS.findall(folded)
