"""One order for names in Russian, Belarusian and English: each alphabet in its own order, numbers by their value."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from typing import Any

from guide.catalogue.model import Catalogue, Place, Ref, Region, Stand
from guide.i18n import Wording
from guide.search.fold import fold
from guide.search.stands import code_key
from guide.turns import in_order

# The Belarusian letters stand where the Belarusian alphabet has them, so one table serves both languages.
_CYRILLIC = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_NUMBER = re.compile(r"\d+")
_LAST = "\U0010ffff"


class _Places(dict[int, str]):
    """A letter's place in the order, as characters that compare like it; found when a letter is first met."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__()
        self._place = {letter: chr(0x80 + at) for at, letter in enumerate(first + second)}

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.isspace():
            place = "\x01"
        elif letter.isdigit():
            place = letter
        else:
            lower = letter.lower()
            place = self._place.get(lower) or "".join(map(self._found, fold(lower)))
        self[code] = place
        return place

    def _found(self, letter: str) -> str:
        # Letters of other scripts come after both alphabets, in the order of their code points.
        return self._place.get(letter) or (letter if ord(letter) > 0x250 else chr(0x250))


_CYRILLIC_FIRST = _Places(_CYRILLIC, _LATIN)
_LATIN_FIRST = _Places(_LATIN, _CYRILLIC)


def name_key(text: str, language: str = "") -> str:
    """A key that sorts names: case, quotes and marks do not count, Ё follows Е, І follows И, 2 comes before 10.

    Cyrillic comes before Latin, in English after it. Names that differ only in what does not count are
    told apart by their text, so the order is total.
    """
    table = _LATIN_FIRST if language == "en" else _CYRILLIC_FIRST
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    key = composed.translate(table).strip("\x01")
    if _NUMBER.search(key):
        key = _NUMBER.sub(_by_value, key)
    return f"{key}\0{text}"


def _by_value(match: re.Match[str]) -> str:
    # A longer number is a larger one once its zeros are gone; numbers come before letters.
    digits = "".join(str(unicodedata.digit(c, 0)) for c in match.group()).lstrip("0")
    return f"\x02{chr(0x10 + min(len(digits), 0x60))}{digits}"


def stand_key(code: str | None) -> tuple[bool, str]:
    """A key that sorts stand codes, look-alike letters as one, numbers by value; stands without a code come last."""
    if not code:
        return (True, "")
    return (False, name_key(code_key(code) or code, "en"))


def place_key(catalogue: Catalogue, ref: Ref, languages: Sequence[str] = ()) -> tuple[str, str, str]:
    """A key that sorts things by country code, region and town; what has no place comes last."""
    entity = catalogue.get(ref)
    if isinstance(entity, Region) and entity.kind == "country":
        return entity.country or entity.id, "", ""
    country, region, city = _where(catalogue, ref)
    return (
        country or _LAST,
        _said(region, languages) or _LAST,
        _said(city, languages) or _LAST,
    )


def sorted_refs(
    catalogue: Catalogue, refs: Iterable[Ref], by: str = "name", languages: Sequence[str] = ()
) -> list[Ref]:
    """The things sorted by ``name``, ``place``, ``stand``, ``date``, ``kind`` or ``status``, then by name.

    ``languages`` are tried in that order for what stands in several; the fair's by default. Things that
    lack what they are sorted by come last. Unknown sorts raise KeyError.
    """
    languages = languages or catalogue.fair.languages
    keys: dict[str, Callable[[Ref], Any]] = {
        "name": lambda ref: (),
        "place": lambda ref: place_key(catalogue, ref, languages),
        "stand": lambda ref: _stand_of(catalogue, ref, languages),
        "date": lambda ref: _time_of(catalogue.get(ref)),
        "kind": lambda ref: getattr(catalogue.get(ref), "kind", None) or _LAST,
        "status": lambda ref: _STATUSES.get(getattr(catalogue.get(ref), "status", None) or "", len(_STATUSES)),
    }
    first = keys[by]
    return in_order(refs, lambda ref: (first(ref), _name_of(catalogue, ref, languages), ref))


def _name_of(catalogue: Catalogue, ref: Ref, languages: Sequence[str]) -> str:
    name = name_of(catalogue.get(ref))
    if ref.kind == "person" and isinstance(name, Wording):
        name = surname_first(name.choose(languages)[0])
    return _said(name, languages)


_PATRONYMIC = re.compile(r"(?:вич|вна|ична|віч|ўна|vich|vna|ŭna)\Z", re.IGNORECASE)


def surname_first(name: str) -> str:
    """A person's name with the surname in front, as lists of people are looked through.

    The surname is the last word, but the first one where the last is a patronymic («Иванов Иван Иванович»).
    """
    words = name.split()
    if len(words) < 2 or (len(words) > 2 and _PATRONYMIC.search(words[-1])):
        return name
    return " ".join([words[-1], *words[:-1]])


def name_of(entity: Any) -> Wording | str | None:
    """What a thing is called: its name or title; for a stand without a name its code."""
    name: Wording | None = getattr(entity, "name", None) or getattr(entity, "title", None)
    return getattr(entity, "code", None) if name is None and isinstance(entity, Stand) else name


# The life of a venture, in its order.
_STATUSES = {status: at for at, status in enumerate(("planned", "agreed", "building", "operating", "stopped"))}


def _said(wording: Wording | str | None, languages: Sequence[str]) -> str:
    if wording is None:
        return ""
    text = wording if isinstance(wording, str) else wording.choose(languages)[0]
    return name_key(text, languages[0] if languages else "")


def _where(catalogue: Catalogue, ref: Ref) -> tuple[str, Wording | str | None, Wording | str | None]:
    entity = catalogue.get(ref)
    if ref.kind == "region" and entity is not None:
        return entity.country or "", entity.name, None
    if ref.kind == "person" and entity is not None:
        return _where(catalogue, entity.organisation) if isinstance(entity.organisation, Ref) else ("", None, None)
    place: Place | None = getattr(entity, "place", None) or getattr(entity, "origin", None)
    if place is None:
        return "", None, None
    region = place.region
    return place.country or "", name_of(catalogue.get(region)) if isinstance(region, Ref) else region, place.city


def _stand_of(catalogue: Catalogue, ref: Ref, languages: Sequence[str]) -> tuple[bool, str, str]:
    entity = catalogue.get(ref)
    stands = [entity] if isinstance(entity, Stand) else [catalogue.stands.get(s) for s in getattr(entity, "stands", ())]
    keys = [
        (
            *stand_key(stand.code)[:1],
            _said(name_of(catalogue.halls.get(stand.hall or "")), languages),
            stand_key(stand.code)[1],
        )
        for stand in stands
        if stand
    ]
    return min(keys, default=(True, _LAST, ""))


def _time_of(entity: Any) -> tuple[date, time]:
    day = getattr(entity, "date", None)
    return (day if isinstance(day, date) else date.max, getattr(entity, "starts", None) or time.max)
