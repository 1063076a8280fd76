"""Places by any of their names: countries, regions and towns in Belarusian, Russian and English, and by ISO code."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_COUNTRIES = Path(__file__).parent.parent / "locale" / "countries.tsv"
_PLACES = Path(__file__).parent / "places"
_LANGUAGES = ("be", "ru", "en")

# How texts are compared: case and marks do not count, these part words, these are left out, these are their likes.
_PARTING = '-‐‑–—.,()«»"/'
_LEFT_OUT = "’'`ʼʹ"
_LIKES = {"ł": "l", "ı": "i", "đ": "d", "ø": "o", "ə": "a"}
_PLAIN = str.maketrans({**dict.fromkeys(_PARTING, " "), **dict.fromkeys(_LEFT_OUT, None), **_LIKES})

# What that comes to in the tables, letter by letter: replaced in a whole table at once, which takes a tenth of the
# time that its names would take one by one. A test holds this against the tables.
_IN_TABLES = (
    (" — ", " "), (" - ", " "), ("-", " "), ("–", " "), (", ", " "), (". ", " "), (".", " "), (" (", " "), (")", ""),
    ("\u0307", ""), ("’", ""), ("ё", "е"), ("й", "и"), ("ў", "у"), ("ї", "і"),
    ("à", "a"), ("â", "a"), ("ã", "a"), ("å", "a"), ("ç", "c"), ("ć", "c"), ("č", "c"), ("è", "e"), ("é", "e"),
    ("ğ", "g"), ("í", "i"), ("ĺ", "l"), ("ń", "n"), ("ó", "o"), ("ô", "o"), ("ö", "o"), ("ộ", "o"), ("ś", "s"),
    ("ş", "s"), ("š", "s"), ("ș", "s"), ("ü", "u"), ("ŭ", "u"), ("ż", "z"), ("ž", "z"),
    ("ł", "l"), ("ı", "i"), ("ø", "o"), ("ə", "a"),
)  # fmt: skip

# Words that only say what kind of place is meant, as they are compared.
_OF_TOWNS = frozenset((
    "г", "гор", "город", "горад", "гп", "пгт", "п", "пос", "поселок", "паселак", "аг", "city", "town", "gorod", "horad",
))  # fmt: skip
_OF_REGIONS = frozenset((
    "обл", "область", "вобл", "вобласць", "краи", "округ", "акруга", "ао", "автономныи", "автономная", "аутаномная",
    "провинция", "правінцыя", "земля", "зямля", "region", "oblast", "voblast", "voblasts", "voblasc", "krai", "kray",
    "territory", "autonomous", "okrug", "province",
))  # fmt: skip
_OF_STATES = frozenset(("республика", "респ", "рэспубліка", "рэсп", "republic", "respublika"))
_OF_KINDS = _OF_TOWNS | _OF_REGIONS | _OF_STATES | {"of", "the"}

# The same in the names of regions, where they stand.
_AFTER = (
    "область", "вобласць", "краи", "республика", "рэспубліка", "автономныи округ", "аутаномная акруга",
    "автономная область", "аутаномная вобласць", "автономныи раион", "аутаномны раен", "region", "oblast", "voblast",
    "voblasts", "voblasc", "krai", "republic", "autonomous okrug", "autonomous oblast", "autonomous region",
)  # fmt: skip
_BEFORE = ("республика", "рэспубліка", "republic of", "область")

# What a region's column "called" says: it goes by the name of its centre, too; or it is nothing but a city.
_NAMED, _CITY = "named", "city"


class Known(NamedTuple):
    """A place as the tables know it.

    Its code is of ISO 3166: "BY" a country, "BY-BR" a region. A town adds a name in plain Latin letters to its
    region's code, or to its country's where no region is known: "BY-BR/kobryn". That name is the Belarusian one for
    a town of Belarus, the English one for any other, and stays as it is once given.
    """

    code: str
    kind: str
    names: tuple[tuple[str, str], ...]
    others: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it is found by, each once: its names, its other spellings, the ISO code of a country or region."""
        code = () if self.kind == "town" else (self.code,)
        return tuple(dict.fromkeys((*(name for _, name in self.names), *self.others, *code)))


def known(text: str, kind: str = "") -> tuple[Known, ...]:
    """The places that a text names, all where several share the name: countries first, then towns, then regions.

    Case, marks, ё or е, and hyphens do not matter; of words such as «город», «г.», «область», "region" it matters
    which kind they say. A region that goes by the name of its centre is named by it as well: «Брест».
    """
    key = _key(text)
    if not key:
        return ()
    tables = _tables()
    for way in (_by_name, _by_name_and_word, _by_stem):
        if way is _by_stem and kind not in ("", "region"):
            continue
        found = [row for row in way(tables, key) if not kind or tables.kind(row) == kind]
        if found:
            return tuple(_known(row) for row in sorted(found, key=tables.order))
    return ()


@lru_cache(maxsize=1 << 10)
def place(code: str) -> Known | None:
    """The place that has this code, or None."""
    tables = _tables()
    rows = tables.named(_fold(code))
    return next((_known(row) for row in rows if tables.lines[row].partition("\t")[0] == code), None)


@cache
def everything() -> tuple[Known, ...]:
    """Every place that is known: the countries, the regions, the towns; each in the order of its table."""
    return tuple(_known(row) for row in range(len(_tables().lines)))


class _Tables(NamedTuple):
    """The lines of all tables one after another, and which of them each name stands in."""

    lines: list[str]
    first_region: int
    first_town: int
    rows: dict[str, int]  # a name as it is compared -> the first line that has it
    more: dict[str, list[int]]  # the same -> the other lines, where there are any

    def named(self, key: str) -> list[int]:
        row = self.rows.get(key)
        return [] if row is None else [row, *self.more.get(key, ())]

    def kind(self, row: int) -> str:
        return "country" if row < self.first_region else "region" if row < self.first_town else "town"

    def order(self, row: int) -> tuple[bool, int]:
        return self.first_region <= row < self.first_town, row

    def centre(self, row: int) -> tuple[str, str]:
        """The code of a region's centre, and how the region is called after it; "" where nothing is said."""
        cells = self.lines[row].split("\t", 6)
        return (cells[4], cells[5] if len(cells) > 5 else "") if len(cells) > 4 else ("", "")

    def regions_of(self, row: int) -> list[tuple[int, str]]:
        """The regions that have this town for their centre, each with how it is called after it."""
        code = self.lines[row].partition("\t")[0]
        region, _, _ = code.partition("/")
        rows = [each for each in self.named(_fold(region)) if self.kind(each) == "region"]
        return [(each, called) for each in rows for centre, called in (self.centre(each),) if centre == code]


@cache
def _tables() -> _Tables:
    names, spellings, regions, towns = (
        path.read_bytes().decode().splitlines()[1:]  # half the time of reading a text
        for path in (_COUNTRIES, *(_PLACES / f"{kind}.tsv" for kind in ("countries", "regions", "towns")))
    )
    spelt = dict(line.split("\t", 1) for line in spellings)
    countries = [f"{line}\t{spelt[line[:2]]}" if line[:2] in spelt else line for line in names]
    lines = countries + regions + towns
    first_region, first_town = len(countries), len(countries) + len(regions)
    rows: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    first = rows.setdefault
    for row, line in enumerate(_fold("\n".join(lines)).split("\n")):
        for cell in line.split("\t"):
            if first(cell, row) != row:
                more.setdefault(cell, []).append(row)
    for no_name in ("", _NAMED, _CITY):
        rows.pop(no_name, None)
    return _Tables(lines, first_region, first_town, rows, more)


@cache
def _known(row: int) -> Known:
    tables = _tables()
    kind = tables.kind(row)
    code, *cells = tables.lines[row].split("\t")
    names, others = cells[:3], cells[5 if kind == "region" else 3 :]
    if kind == "region":
        centre, called = tables.centre(row)
        if called == _NAMED and (town := place(centre)):
            others += [name for _, name in town.names]
    shown = tuple((language, name) for language, name in zip(_LANGUAGES, names, strict=True) if name)
    return Known(code, kind, shown, tuple(other for other in dict.fromkeys(others) if other not in names))


def _by_name(tables: _Tables, key: str) -> set[int]:
    rows = set(tables.named(key))
    for row in tuple(rows):
        if tables.kind(row) == "town":
            rows.update(region for region, called in tables.regions_of(row) if called)
    return rows


def _by_name_and_word(tables: _Tables, key: str) -> set[int]:
    name, words = _without_words(key)
    if not words or not name:
        return set()
    rows: set[int] = set()
    named = tables.named(name)
    towns = [row for row in named if tables.kind(row) == "town"]
    if words & _OF_TOWNS:
        rows.update(towns, (region for row in towns for region, called in tables.regions_of(row) if called == _CITY))
    if words & _OF_REGIONS:
        rows.update(row for row in named if tables.kind(row) == "region" and tables.centre(row)[1] != _CITY)
        rows.update(_by_stem(tables, name), *(_around(tables, row) for row in towns))
    if words & _OF_STATES:
        rows.update((row for row in named if tables.kind(row) != "town"), _by_stem(tables, name))
    return rows


def _by_stem(tables: _Tables, key: str) -> set[int]:
    """The regions whose name this is but for the word of their kind: «брестская», «татарстан»."""
    known = tables.rows
    names = [*[f"{key} {word}" for word in _AFTER], *[f"{word} {key}" for word in _BEFORE]]
    named = [name for name in names if name in known]
    return {row for name in named for row in tables.named(name) if tables.kind(row) == "region"}


def _around(tables: _Tables, town: int) -> Iterator[int]:
    """The regions that a town gives its name to, or lies in the midst of without being of them: «Минск обл.»."""
    code = tables.lines[town].partition("\t")[0]
    for row in range(tables.first_region, tables.first_town):
        centre, called = tables.centre(row)
        if centre == code and (called == _NAMED or not code.startswith(tables.lines[row].partition("\t")[0] + "/")):
            yield row


def _without_words(key: str) -> tuple[str, frozenset[str]]:
    """A name without the words at its ends that only say what kind of place is meant, and those words."""
    words = key.split()
    first, last = 0, len(words)
    while first < last and words[first] in _OF_KINDS:
        first += 1
    while first < last and words[last - 1] in _OF_KINDS:
        last -= 1
    return " ".join(words[first:last]), frozenset(words[:first] + words[last:])


def _fold(table: str) -> str:
    """A text of the tables as it is compared; :func:`_key` comes to the same for any text, if slower."""
    folded = table.lower()
    for marked, plain in _IN_TABLES:
        folded = folded.replace(marked, plain)
    return folded


def _key(text: str) -> str:
    """A text as it is compared."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    words = "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN).split()
    initials = len(words) > 1 and all(len(word) == 1 for word in words)  # U.S.A.
    return ("" if initials else " ").join(words)
