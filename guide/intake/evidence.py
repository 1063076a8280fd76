"""What speaks for two rows of a list being one firm, and what against it: the table of signs, a row a sign.

The names of two rows are compared first; a sign only weighs where they agree. A sign speaks against where both rows
have it and no value is shared. The same idea as :mod:`guide.catalogue.traits`, for what lists have and catalogues
have not: a postal code, a taxpayer's number, the page of the firm on the organiser's site.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from guide.catalogue.suggest import latin
from guide.catalogue.traits import bare
from guide.i18n import N_
from guide.intake.draft import Link, Record

Cells = Mapping[str, str]
"""The cells of a row that no key is for, by the names of their columns."""

NEEDED = 5
"""What the signs have to weigh together with the name for two rows to be one firm."""

NAME, NEAR_NAME = 3, 1
"""What the same name weighs, and one that is a slip away."""

FORBIDDING = 3
"""A sign that weighs as much against it forbids that two rows ever meet, even by way of a third one."""


class Sign(NamedTuple):
    """What two rows may share: how it is called (a msgid), what it weighs for and against, its values in a row."""

    name: str
    weight: int
    apart: int
    values: Callable[[Record, Cells], Iterator[str]]


class Weighed(NamedTuple):
    """What speaks for two rows being one, the names of the signs; what against; and what it weighs."""

    shared: tuple[str, ...]
    against: tuple[str, ...]
    weight: int
    forbidden: bool


_DIGITS = re.compile(r"\d")
_ZIP = re.compile(r"zip|plz|post\s?(?:al|leit)|postcode|индекс|індэкс|паштов", re.I)
TAX = re.compile(
    r"(?<!\w)(?:унп|инн|иин|бин|огрн(?:ип)?|окпо|кпп\W+инн|егрюл|vat|tax|ust\W?id\w*|steuer\w*|uid|ein|inn|unp|ogrn"
    r"|duns|реестр\w*|register\w*)(?!\w)",
    re.I,
)
"""Columns of numbers under which a firm is registered."""
_WEB = re.compile(r"https?://\S+", re.I)
# Sites where many have their page: there the path says whose it is.
_SHARED = re.compile(
    r"(?:.*\.)?(?:facebook|vk|t|instagram|linkedin|youtube|youtu|ok|github|gitlab|wixsite|tiu|deal|pulscen|all|satu"
    r"|google|yandex|linktr|alibaba|made-in-china|europages|wlw|taplink|x|twitter|tiktok|xing|telegram|wordpress"
    r"|blogspot|tilda|jimdo\w*|weebly)\.[a-z.]{2,6}\Z",
    re.I,
)
_PUBLIC = frozenset((
    "gmail", "googlemail", "yahoo", "hotmail", "outlook", "live", "icloud", "mail", "bk", "inbox", "list", "yandex",
    "ya", "rambler", "tut", "gmx", "web", "t-online", "aol", "qq", "163", "126", "sina", "foxmail", "naver", "hanmail",
    "protonmail", "proton", "ukr", "freenet", "libero", "wp", "o2", "seznam",
))  # fmt: skip
_PHONE = 9  # the last digits of a number: what stays where 8 or +7 or nothing stands before it
_SECOND = frozenset(("co", "com", "org", "net", "gov", "ac", "or", "edu", "ne", "go"))


@lru_cache(maxsize=1 << 14)
def host(url: str) -> str:
    """The site of a web address without "www."; with its path where the site is one that many share."""
    rest = url.partition("://")[2] or url
    site, _, path = rest.partition("/")
    site = site.partition("?")[0].partition(":")[0].casefold().removeprefix("www.")
    return f"{site}/{path.strip('/').casefold()}" if _SHARED.match(site) else site


@lru_cache(maxsize=1 << 14)
def brand(site: str) -> str:
    """What a site has before its country: "siemens" of siemens.com and of siemens.de; "" where too short to tell."""
    parts = site.partition("/")[0].split(".")
    if len(parts) > 2 and parts[-2] in _SECOND:
        parts.pop()
    name = parts[-2] if len(parts) > 1 else ""
    return name if len(name) > 3 and "/" not in site else ""


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, dict):
        return [each for each in value.values() if isinstance(each, str)]
    if isinstance(value, list | tuple) and not isinstance(value, Link):
        return [text for each in value for text in _texts(each)]
    return ()


def _place(record: Record) -> Mapping[str, Any]:
    place = record.values.get("place")
    return place if isinstance(place, dict) else {}


def _site(record: Record, cells: Cells) -> Iterator[str]:
    for url in _texts(record.values.get("site")):
        yield host(url)


def _brand(record: Record, cells: Cells) -> Iterator[str]:
    for url in _texts(record.values.get("site")):
        if found := brand(host(url)):
            yield found
    for address in _texts(record.values.get("email")):
        found = brand(address.casefold().rpartition("@")[2])
        if found and found not in _PUBLIC:
            yield found


def _email(record: Record, cells: Cells) -> Iterator[str]:
    for key in ("email", "email_private"):
        for address in _texts(record.values.get(key)):
            yield address.casefold()


def _phone(record: Record, cells: Cells) -> Iterator[str]:
    for number in _texts(record.values.get("phone")):
        digits = "".join(_DIGITS.findall(number))
        if len(digits) > 4:
            yield digits[-_PHONE:]


def _legal_name(record: Record, cells: Cells) -> Iterator[str]:
    for text in _texts(record.values.get("legal_name")):
        yield " ".join(re.findall(r"\w+", latin(text)))


def _legal_form(record: Record, cells: Cells) -> Iterator[str]:
    for text in _texts(record.values.get("legal_form")):
        form = re.sub(r"[\W_]+", "", text.casefold())
        # Forms of two alphabets are not compared: «ООО» is what an English list calls LLC.
        yield form if form.isascii() else f"*{form}"


def _town(record: Record, cells: Cells) -> Iterator[str]:
    place = _place(record)
    for text in _texts(place.get("city")):
        if key := bare(text):
            yield key


def _country(record: Record, cells: Cells) -> Iterator[str]:
    yield from _texts(_place(record).get("country"))


def _zip(record: Record, cells: Cells) -> Iterator[str]:
    for name, cell in cells.items():
        if _ZIP.search(name) and (key := re.sub(r"[\W_]+", "", cell.casefold())):
            yield key


def _tax(record: Record, cells: Cells) -> Iterator[str]:
    for name, cell in cells.items():
        if TAX.search(name) and len(key := re.sub(r"\W+", "", cell.casefold())) > 4 and _DIGITS.search(key):
            yield key


def _page(record: Record, cells: Cells) -> Iterator[str]:
    for text in (*cells.values(), *_texts(record.values.get("social"))):
        for url in _WEB.findall(text) if "://" in text else ():
            yield url.partition("://")[2].casefold().rstrip("/")


def _stand(record: Record, cells: Cells) -> Iterator[str]:
    stands = record.values.get("stands")
    for link in stands if isinstance(stands, list) else ():
        yield link.key if isinstance(link, Link) else str(link)


COUNTRY = Sign(N_("the same country"), 0, 4, _country)
TOWN = Sign(N_("the same town"), 2, 1, _town)
SITE = Sign(N_("the same site"), 3, 1, _site)

SIGNS = (
    Sign(N_("the same taxpayer’s number"), 5, 6, _tax),
    SITE,
    Sign(N_("sites of one name"), 2, 0, _brand),
    Sign(N_("the same e-mail"), 3, 0, _email),
    Sign(N_("the same telephone"), 3, 0, _phone),
    Sign(N_("the same name in the register"), 2, 0, _legal_name),
    Sign(N_("the same legal form"), 0, 3, _legal_form),
    Sign(N_("the same page"), 3, 0, _page),
    Sign(N_("the same postal code"), 3, 0, _zip),
    TOWN,
    Sign(N_("the same stand"), 2, 0, _stand),
    COUNTRY,
)
"""The signs, the strongest first, in the order in which they are told."""

AGAINST: Mapping[str, str] = {
    SIGNS[0].name: N_("another taxpayer’s number"),
    SITE.name: N_("another site"),
    "the same legal form": N_("another legal form"),
    TOWN.name: N_("another town"),
    COUNTRY.name: N_("another country"),
}
"""How a sign is called where it speaks against."""

_FORBIDDING = tuple(n for n, sign in enumerate(SIGNS) if sign.apart >= FORBIDDING)

Traces = tuple[frozenset[str], ...]
"""What a row has of each sign."""


RARE = (1, 2, 3, 4, 7)
"""The signs that tell nothing where many have the same: a site, a telephone, but not a town."""

_NOTHING: frozenset[str] = frozenset()


def traces(record: Record, cells: Cells, *, rare: bool = False) -> Traces:
    """What a row has of each sign, or of the ``rare`` ones only, to be compared by :func:`weighed`."""
    if not rare:
        return tuple([frozenset(sign.values(record, cells)) for sign in SIGNS])
    found = [_NOTHING] * len(SIGNS)
    values = record.values
    if "site" in values or "email" in values:
        for n in (1, 2, 3):
            found[n] = frozenset(SIGNS[n].values(record, cells))
    if "phone" in values:
        found[4] = frozenset(_phone(record, cells))
    if cells or "social" in values:
        found[7] = frozenset(_page(record, cells))
    return tuple(found)


def weighed(one: Traces, other: Traces, name: int) -> Weighed:
    """What two rows have in common and what not; ``name`` is what the likeness of their names weighs."""
    weight = name
    shared: list[str] = []
    against: list[str] = []
    forbidden = False
    for sign, left, right in zip(SIGNS, one, other, strict=True):
        if not left or not right:
            continue
        if left & right:
            # A site of the same name says nothing beside the same site.
            if sign.weight and not (sign.values is _brand and SITE.name in shared):
                weight += sign.weight
                shared.append(sign.name)
        elif sign.apart and not _excused(sign, left, right):
            weight -= sign.apart
            against.append(AGAINST[sign.name])
            forbidden |= sign.apart >= FORBIDDING
    return Weighed(tuple(shared), tuple(against), weight, forbidden)


def forbids(one: Traces, other: Traces) -> bool:
    """Whether a forbidding sign holds between two rows, or between all rows of two firms."""
    return any(
        left and right and not left & right and not _excused(SIGNS[n], left, right)
        for n in _FORBIDDING
        for left, right in ((one[n], other[n]),)
    )


def _excused(sign: Sign, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two values may mean the same: Frankfurt and Frankfurt am Main, «ООО» and LLC."""
    if sign is TOWN:
        return any(a.startswith(b) or b.startswith(a) for a in left for b in right)
    if sign.values is _legal_form:
        return {form[:1] == "*" for form in left} != {form[:1] == "*" for form in right}
    return False
