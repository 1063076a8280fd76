"""What a column is for, by its name: folded, without its language, in parts, with slips of the pen."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from guide.catalogue.suggest import Names
from guide.intake.headings import EMPTY_WORDS, KEPT, LANGUAGE_WORDS, NAMES

EXACT, WITHIN, NEAR, BY_CONTENT, ASKED, BEFORE = "exact", "within", "near", "content", "asked", "before"
"""How a column's meaning was found: its whole name, a part of it, nearly its name, its cells; it was told; or an
earlier import took it so."""

_SPLIT = re.compile(r"[^\w#№]+|_")
_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_ENDINGS = re.compile(
    "(?:ами|ями|ого|его|ому|ему|ыми|ими|ія|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ыя|ага|ай|аў|яў|ах|ях|ам|ям|ов|ев|ом|ем|ым|"
    "им|ую|юю|ью|ия|ии|ию|ий|іі|ае|а|я|о|е|ё|у|ю|ы|и|і|ь|й|es|en|s|e|n)$"
)
_LISTED = re.compile(r"[/,;+&|\n]|\s[иі]\s|\sand\s|\sund\s|\sили\s|\s[-–—]\s")
_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]|\*+$")
_REACHED = frozenset(("phone", "fax", "email", "site", "social", "address"))
_MAIL = re.compile(r"\be[-‑– ]?mails?\b|\bе[-‑– ]?ме?[йи]л\b")
_OFFICE = re.compile(
    r"(?<!\w)(?:billing|invoic\w+|accounts payable|rechnung\w*|buchhaltung|бухгалт\w+|бухгальтар\w*|logo|логотип\w*|"
    r"лагатып\w*|(?:created|confirmed|registered|submitted|cancell?ed|signed|paid|approved|invited) (?:at|on|by|date)|"
    r"date (?:created|registered|submitted)|registration date|anmeldedatum|erstellt (?:am|von)|angelegt (?:am|von)|"
    r"дата (?:регистрации|создания|заявки|договора|подтверждения|оплаты|рэгістрацыі|стварэння|заяўкі|пацвярджэння)|"
    r"payment\w*|zahlung\w*|статус (?:оплаты|аплаты)|для счетов|для рахункаў|user ?name|login|log in|password|passwort|"
    r"логин|лагін|пароль|"
    r"(?:shipping|delivery|versand|liefer) ?(?:address|adresse|country|city|zip|contact|name|phone|email)|"
    r"first time|parent (?:company|account)|muttergesellschaft|материнская компания|gdpr|consent|sales rep\w*|internal)"
    r"(?!\w)|^(?:speaker )?(?:\d+ )?(?:photo|foto|фото|фотография|фатаграфія|image|headshot|avatar)(?: \d+)?"
    r"(?: (?:url|link|file|datei))?$"
)
"""Columns of an organiser's own office, whatever else their names say; visitors have nothing of them."""
_PERSONAL = re.compile(
    r"(?<!\w)(?:contact person|contact s|personal|private?|direct|emergency|managers?|admin\w*|user|owner|"
    r"контактн\w+ лиц\w*|контакта|личн\w+|ответственн\w+|представител\w+|руководител\w+|менеджер\w*|директор\w*|"
    r"кантактн\w+ асоб\w*|кантакта|адказн\w+|асабіст\w+|прадстаўнік\w*|кіраўнік\w*|дырэктар\w*|"
    r"ansprechpartner\w*|ansprechperson|kontaktperson\w*|privat\w*|ap|geschäftsführer\w*|standleit\w+)(?!\w)"
)
"""Words of a column of telephones or addresses by which they are a person's own."""
_PRIVATE = {"email": "email_private", "phone": "phone_private"}
_WORDS = 5  # of the longest name in the table
_LONGEST_SLIP = 40  # letters of a name that is looked for among all names
_TOO_LONG = 120  # letters that no name of a column has


class Meaning(NamedTuple):
    """A field of :data:`guide.intake.headings.NAMES`, the BCP 47 tag of its texts or "", and how it was found."""

    field: str = ""
    language: str = ""
    how: str = EXACT
    meant: str = ""  # the name in the table, where it was nearly that


class Column(NamedTuple):
    """A column: where it is, from 0; what it is called; the field that it is for, "" for none; how that was found."""

    at: int
    name: str
    field: str = ""
    language: str = ""
    how: str = EXACT
    meant: str = ""
    commas: bool = False  # whether its cells list several things by commas


@lru_cache(maxsize=4096)
def meaning_of(name: str, group: str = "", slips: bool = False) -> Meaning:
    """What a column of that name is for; ``group`` is what a header of two rows has above it.

    The field is "" where nothing tells it. ``slips`` looks among all names for the nearest where none is exact, which
    takes some milliseconds.
    """
    if len(name) > _TOO_LONG:
        return Meaning()
    alone = _meaning(name)
    if slips and not alone.field:
        alone = _nearly(name, alone)
    if alone.field in _PRIVATE and _PERSONAL.search(" ".join(_words(name))):
        alone = alone._replace(field=_PRIVATE[alone.field])
    if not group or len(group) > _TOO_LONG:
        return alone
    above = _meaning(group)
    if alone.field in _REACHED and above.field in ("people", "person", "speakers"):
        return alone._replace(field=_PRIVATE.get(alone.field, alone.field))
    if alone.field in ("name", "person", "first_name", "last_name") and above.field in ("people", "speakers"):
        return alone._replace(field=above.field) if alone.field in ("name", "person") else alone
    if alone.field and not (alone.field == "name" and above.field):
        return alone
    if above.field and (alone.language or alone.field):
        return above._replace(language=alone.language or above.language)
    return above if above.field else alone


def tokens(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: small letters, «е» for «ё», endings cut off."""
    return tuple(_stem(word) for word in _words(name))


def _words(name: str) -> list[str]:
    parted = _CAMEL.sub(" ", name) if not any(c.isspace() for c in name) else name
    folded = parted.casefold().replace("ё", "е").replace("№", " № ").replace("#", " # ")
    folded = _MAIL.sub("email", folded)
    return [word for word in _SPLIT.split(folded) if word]


@cache
def _stem(word: str) -> str:
    return _ENDINGS.sub("", word) if len(word) > 4 else word


@cache
def _table() -> Mapping[tuple[str, ...], tuple[int, str]]:
    """The names as they are compared: the rank of the field, and the field. The first that has a name keeps it."""
    listed = [(tokens(name), (rank, field)) for rank, (field, names) in enumerate(NAMES.items())
              for name in names.split(";")]  # fmt: skip
    table: dict[tuple[str, ...], tuple[int, str]] = {}
    for words, found in listed:
        table.setdefault(words, found)
    for words, found in listed:
        if found[1] not in ("number", "id", "language", "languages", "host") and _bare(words):
            table.setdefault(_bare(words), found)
    return table


@cache
def _near() -> tuple[Names, Mapping[str, str]]:
    names: dict[str, str] = {}
    for field, listed in NAMES.items():
        for name in listed.split(";"):
            if len(name.strip()) > 4:
                names.setdefault(name.strip(), field)
    return Names(names), names


@cache
def _tags() -> Mapping[str, str]:
    return {word: tag for tag, words in LANGUAGE_WORDS.items() for word in words.split()}


_OF_LANGUAGES = frozenset(("", "на", "in", "auf", "языке", "мове", "language", "язык"))
_FILLERS = frozenset(_stem(word) for word in EMPTY_WORDS)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _FILLERS)


def _meaning(name: str) -> Meaning:
    words = tokens(name)
    if not words:
        return Meaning()
    table = _table()
    if found := table.get(words):
        return Meaning(found[1])
    if _OFFICE.search(" ".join(_words(name))):
        return Meaning(KEPT)
    language, rest = _language(name)
    if language and not tokens(rest):
        return Meaning("", language)
    words = tokens(rest)
    if (found := table.get(words)) or (found := table.get(_bare(words))):
        return Meaning(found[1], language)
    figureless = tuple(word for word in words if not word.isdecimal())  # “Speaker 2 Company”
    if len(figureless) > 1 and figureless != words and (found := table.get(figureless)):
        return Meaning(found[1], language, WITHIN)
    listed = _listed(rest)
    if listed:
        return Meaning(listed, language)
    plain = _BRACKETS.sub(" ", rest)
    if plain != rest and tokens(plain):
        words = tokens(plain)
        if (found := table.get(words)) or (found := table.get(_bare(words))):
            return Meaning(found[1], language)
    field = _within(_bare(words))
    if field:
        return Meaning(field, language, WITHIN)
    return Meaning("", language)


def _nearly(name: str, meaning: Meaning) -> Meaning:
    """The meaning of a name that is misspelt; as given where none is near."""
    names, fields = _near()
    rest = _language(name)[1].strip()
    near = names.nearest(rest) if 4 < len(rest) <= _LONGEST_SLIP else ""
    return Meaning(fields[near], meaning.language, NEAR, near) if near else meaning


def _language(name: str) -> tuple[str, str]:
    """The language that a name says its column is in, and the name without it: "Name (EN)" -> ("en", "Name")."""
    tags = _tags()
    parts = re.split(r"([\s()\[\]{}._/:,-]+)", _CAMEL.sub(" ", name) if " " not in name else name)
    words = [part for part in parts[::2] if part]
    if len(words) < 2 and tags.get(name.casefold().strip(" ()")) is None:
        return "", name
    for n in range(len(parts) - 1, -1, -2):
        word = parts[n].casefold().replace("ё", "е")
        tag = tags.get(word)
        # Two letters count at an end only: «in», «by», «as» are words too.
        at_end = not any(parts[n + 2 :: 2]) or not any(parts[:n:2])
        plural = n and parts[n - 1] == "(" and parts[n].islower() and len(word) < 3  # Referent(en)
        if tag and not plural and (at_end or len(word) > 3):
            rest = "".join(parts[:n]) + " " + "".join(parts[n + 1 :])
            kept = [w for w in rest.split() if w.casefold().strip("()[]{}.,:/-_") not in _OF_LANGUAGES]
            return tag, " ".join(kept)
    return "", name


def _listed(name: str) -> str:
    """What a name with several parts is for: «Зал, стенд», "Phone / E-mail", "Firma / Company"."""
    parts = [part for part in _LISTED.split(_BRACKETS.sub(" ", name)) if tokens(part)]
    if len(parts) < 2:
        return ""
    fields = []
    for part in parts:
        found = _table().get(tokens(part)) or _table().get(_bare(tokens(part)))
        field = found[1] if found else _within(_bare(tokens(part)))
        if field:
            fields.append(field)
    kinds = set(fields)
    if len(kinds) == 1:
        return fields[0]
    if (kinds <= {"hall", "stand", "aisle"} and kinds) or kinds == {"room", "hall"}:
        return "stand" if "stand" in kinds else "room"
    if kinds in ({"phone", "fax"}, {"products", "sectors"}, {"products", "about"}, {"country", "region"}):
        return next(field for field in ("phone", "products", "country") if field in kinds)
    if len(kinds & _REACHED) > 1 and kinds <= _REACHED | {"contacts", "zip"}:
        return "contacts" if kinds - {"address", "zip", "fax"} else "address"
    if kinds <= {"zip", "city", "country", "region", "address"} and "city" in kinds:
        return "place"
    if fields[:1] in (["organisation"], ["name"], ["title"]):
        return fields[0]
    if kinds == {"date", "time"}:
        return "when"
    if kinds == {"starts", "ends"}:
        return "time"
    if kinds <= {"people", "role", "person", "speakers", "organisation"} and kinds & {"people", "person", "speakers"}:
        return next(field for field in ("speakers", "people", "person") if field in kinds)
    return ""


def _within(words: tuple[str, ...]) -> str:
    """The field whose name stands inside a longer one: the most particular of those that no longer one covers."""
    table = _table()
    best: tuple[int, str] | None = None
    covered: set[int] = set()
    for length in range(min(_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            found = table.get(words[start : start + length])
            if not found or (length == 1 and len(words[start]) < 3) or covered >= set(range(start, start + length)):
                continue
            covered.update(range(start, start + length))
            if best is None or found[0] < best[0]:
                best = found
    return best[1] if best else ""
