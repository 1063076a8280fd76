"""The filters of the search box: what each is called in three languages, which things have it, what it looks in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from guide.catalogue.suggest import distance
from guide.i18n import LANGUAGES
from guide.search.fold import fold
from guide.search.layouts import to_belarusian, to_english, to_russian


@dataclass(frozen=True, slots=True)
class Named:
    """A filter: its names, and for each kind of thing that has it the fields of text that it looks in.

    A filter with ``of_values`` chooses among the values that the catalogue has, so it looks in no field.
    ``names`` are by language, the first of each the one to show; the others are understood.
    """

    names: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, tuple[str, ...]]
    of_values: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of things that have it."""
        return tuple(self.fields)


_EVERY_KIND = ("exhibitor", "region", "venture", "session", "person", "service", "stand", "hall")


def _values(kinds: str, ru: str, be: str, en: str) -> Named:
    return Named(_in_languages(ru, be, en), dict.fromkeys(kinds.split(), ()), of_values=True)


def _texts(fields: Mapping[str, tuple[str, ...]], ru: str, be: str, en: str) -> Named:
    return Named(_in_languages(ru, be, en), fields)


def _in_languages(*names: str) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(each.split()) for language, each in zip(LANGUAGES, names, strict=True)}


FILTERS: Mapping[str, Named] = MappingProxyType(
    {
        "kind": _values(" ".join(_EVERY_KIND), "вид тип", "від тып", "kind type"),
        "country": _values(
            "exhibitor region venture person",
            "страна страны государство", "краіна краіны дзяржава", "country countries",
        ),
        "region": _values(
            "exhibitor region venture session person stand",
            "регион область регионы", "рэгіён вобласць рэгіёны", "region oblast regions",
        ),
        "hall": _values(
            "exhibitor region session service stand hall",
            "зал павильон залы", "зала павільён залы", "hall pavilion halls",
        ),
        "sector": _values(
            "exhibitor region venture", "отрасль сектор отрасли", "галіна сектар галіны", "sector industry sectors"
        ),
        "participation": _values("exhibitor region", "участие", "удзел", "participation"),
        "status": _values("venture", "статус", "статус", "status"),
        "from": _values("venture", "откуда из", "адкуль з", "from origin"),
        "to": _values("venture", "куда", "куды", "to into"),
        "day": _values("session", "день дата", "дзень дата", "day date"),
        "track": _values("session", "раздел тема", "раздзел тэма", "track topic"),
        "name": _texts(
            dict.fromkeys(_EVERY_KIND, ("name", "alias", "legal_name")),
            "название имя", "назва імя", "name title",
        ),
        "product": _texts(
            {
                "exhibitor": ("products", "offers", "seeks"),
                "region": ("offers", "seeks"),
                "venture": ("product",),
            },
            "продукция товар продукт товары", "прадукцыя тавар прадукт тавары", "product products goods",
        ),
        "person": _texts(
            {
                "exhibitor": ("people",),
                "region": ("people",),
                "session": ("speakers",),
                "person": ("name", "alias"),
            },
            "человек люди персона", "чалавек людзі асоба", "person people",
        ),
        "city": _texts(
            dict.fromkeys(("exhibitor", "region", "venture"), ("city",)),
            "город города", "горад гарады", "city town",
        ),
        "stand": _texts(
            dict.fromkeys(("exhibitor", "region", "stand"), ("stand",)),
            "стенд место", "стэнд месца", "stand booth",
        ),
        "about": _texts(
            {
                **dict.fromkeys(("exhibitor", "region"), ("about", "presented")),
                **dict.fromkeys(("session", "person"), ("about",)),
                "venture": ("about", "timeline"),
                **dict.fromkeys(("stand", "hall"), ("note",)),
            },
            "описание сведения", "апісанне звесткі", "about description",
        ),
    }
)  # fmt: skip
"""Canonical id -> the filter; the order is the one to offer them in."""

LONGEST = 24
"""Letters that a name before a colon may have to be looked at."""

_SHIFTED = str.maketrans('~{}:"<>', "`[];',.")  # the keys that are letters on another layout, without Shift


class Meant(NamedTuple):
    """What a name before a colon is: a filter, or a name like that of one (then ``filter`` is "")."""

    filter: str
    suggestion: str = ""


def _every_name() -> Iterator[tuple[str, str]]:
    for canonical, named in FILTERS.items():
        for language in LANGUAGES:
            for name in named.names[language]:
                yield name, canonical


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {fold(name): canonical for name, canonical in reversed(list(_every_name()))}


@lru_cache(maxsize=1)
def _by_keys() -> tuple[dict[str, str], dict[str, str]]:
    """The names as other layouts spell them: Cyrillic ones in English keys, English ones in Cyrillic keys."""
    in_english: dict[str, str] = {}
    in_cyrillic: dict[str, str] = {}
    for name, canonical in _every_name():
        if name.isascii():
            in_cyrillic.setdefault(to_russian(name), canonical)
            in_cyrillic.setdefault(to_belarusian(name), canonical)
        else:
            in_english.setdefault(to_english(name), canonical)
    return in_english, in_cyrillic


def filter_named(text: str) -> str:
    """The canonical id of a filter by any of its names, in any case or typed on another layout; "" for none."""
    return meant_by(text, ":").filter if text else ""


def in_english_keys(text: str) -> bool:
    """Whether a text is a Cyrillic name typed with the English layout on, so that the rest of it is likely to be."""
    return fold(text) not in _by_name() and text.lower().translate(_SHIFTED) in _by_keys()[0]


@lru_cache(maxsize=1 << 12)
def meant_by(name: str, colon: str) -> Meant:
    """What a name is that stands before a colon, or before the sign that its key gives on another layout.

    That is ``^`` where a Russian colon was meant, and Ж where an English one was. A name nobody knows is like
    another one where a slip or two part them, or where it is the beginning of one; both "" where it is a word.
    """
    in_english, in_cyrillic = _by_keys()
    keys = name.lower().translate(_SHIFTED)
    if colon == "^":
        return Meant(in_english.get(keys, ""))
    if colon == "Ж":
        return Meant(in_cyrillic.get(keys, ""))
    found = _by_name().get(fold(name)) if name.isalpha() else None
    found = found or in_english.get(keys) or in_cyrillic.get(keys)
    return Meant(found) if found else Meant("", _near(name))


def _near(name: str) -> str:
    if not name.isalpha() or not 3 <= len(name) <= LONGEST:
        return ""
    typed = fold(name)
    for known, _ in _every_name():
        if fold(known).startswith(typed):
            return known
    slips = 0 if len(typed) < 4 else 1 if len(typed) < 6 else 2
    best, limit = "", slips
    for known, _ in _every_name():
        if limit and (found := distance(typed, fold(known), limit)) <= limit:
            best, limit = known, found - 1
    return best


def names(canonical: str, language: str) -> tuple[str, ...]:
    """The names of a filter in a language, the one to show first; () for a filter that is none."""
    named = FILTERS.get(canonical)
    return named.names.get(language, named.names["en"]) if named else ()


def complete_name(typed: str, languages: Sequence[str] = LANGUAGES) -> list[str]:
    """The names of filters that go on so, in the first language that has any: each filter once, by its shown name.

    Another name of it stands in where only that one goes on so; nothing typed gives them all. What goes on so
    only on another keyboard layout comes where nothing else does.
    """
    start = fold(typed)
    if typed and not start:
        return []
    for language in languages:
        if found := _going_on(start, language):
            return found
    keys = typed.lower().translate(_SHIFTED)
    for language in languages:
        for reading in (to_english(keys), to_russian(keys), to_belarusian(keys)):
            if reading != keys and (found := _going_on(fold(reading), language)):
                return found
    return []


def _going_on(start: str, language: str) -> list[str]:
    found = []
    for canonical in FILTERS:
        name = next((name for name in names(canonical, language) if fold(name).startswith(start)), "")
        if name:
            found.append(name)
    return found
