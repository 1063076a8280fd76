"""What cells look like, whatever their column is called: addresses, telephones, days, prices, stands, countries."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from guide.catalogue.gazetteer import known
from guide.i18n import N_
from guide.intake.countries_meant import country_of

_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+(?:[\s,;/]+[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+)*$")
_SOCIAL = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:facebook|fb|instagram|linkedin|vk|t|twitter|x|youtube|ok|tiktok|xing)\."
    r"(?:com|ru|me)/\S+$",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:https?://|www\.)\S+\.\S+$|[\w-]{2,}(?:\.[\w-]{2,})*\.[a-zа-яё]{2,10}(?:/\S*)?$", re.IGNORECASE)
_SURE_SITE = re.compile(r"https?://|www\.", re.IGNORECASE)
_PHONE = re.compile(r"(?:тел\.?:?|tel\.?:?|phone:?)?\s*\+?[\d(][\d\s()./–-]{5,}\d(?:\s*(?:доб|вн|ext)\.?\s*\d+)?"
                    r"(?:\s*(?:[,;][\s,;]*\+?|\+)[\d(][\d\s()./–-]{5,}\d)*$", re.IGNORECASE)  # fmt: skip
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?$|\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d\d))$|"
                   r"\d{1,2}\.? (?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mär|mar|apr|may|mai|jun|jul|"
                   r"aug|sep|oct|okt|nov|dec|dez|студз|лют|сак|крас|трав|мая|чэрв|ліп|жні|вер|кастр|ліст|снеж)\w*\.?"
                   r"(?: \d{4})?(?: г\.?)?$", re.IGNORECASE)  # fmt: skip
_WHEN = re.compile(r"(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{2,4})[ T,]+\d{1,2}[:.]\d\d")
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?"
_TIME = re.compile(
    rf"(?:с\s|from\s|von\s)?{_CLOCK}(?:\s*(?:[-–—]|до|to|bis)\s*{_CLOCK})?(?:\s*(?:uhr|h|ч\.?|am|pm))?$", re.IGNORECASE
)
_PRICE = re.compile(
    r"(?:€|\$|£|eur|usd|byn|rub)\s?\d[\d\s.,]*$|\d[\d\s.,]*\s?(?:€|\$|£|₽|eur|euro|usd|byn|rub|руб|р\.|бел\. ?руб|br)"
    r"\.?(?:/\S+)?$",
    re.IGNORECASE,
)
_STAND = re.compile(
    r"(?:(?:hall|halle|зал|зала|павильон|павільён|пав)\.?\s*№?\s*[\w.]+[\s,;/-]*)?"
    r"(?:(?:stand|booth|стенд|стэнд|место)\s*№?\s*)?[^\W\d_]{0,3}[-. ]?\d{1,4}"
    r"(?:[-./ ]?[^\W_]{1,4}){0,3}(?:,?\s*\(\w+\))?$",
    re.IGNORECASE,
)
_TOWN_WORD = re.compile(r"(?:г\.|г\.\s?п\.|аг\.|пгт\.?|гор\.|город|горад)\s?[А-ЯЁІЎ]")
_HALL = re.compile(r"(?:hall|halle|зал|зала|павильон|павільён|pavilion|pavillon)\s*(?:№\s*)?[\w.]{1,5}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?$")
_DIGIT = re.compile(r"\d")
_HINT = re.compile(
    r"@|://|www\.|^[+(\d]|[€$£₽]|\d\s?(?:руб|eur|usd|byn|rub|р\.|br|бел)|^(?:тел|tel|phone)", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_SIGNS = re.compile(r"[@:.\d+(€$£₽]")  # quicker than what needs one of them

EMAIL, SITE, SOCIAL, PHONE, PRICE, STAND, HALL, COUNTRY, DATE, WHEN, TIME, NUMBER = (
    "email", "site", "social", "phone", "price", "stand", "hall", "country", "date", "when", "time", "number",
)  # fmt: skip
"""What a cell may look like; all but ``price`` and ``number`` are fields, too."""

FOUND: Mapping[str, str] = MappingProxyType({
    EMAIL: N_("an e-mail address"),
    SITE: N_("a web address"),
    SOCIAL: N_("a web address"),
    PHONE: N_("a telephone number"),
    PRICE: N_("a price"),
    DATE: N_("a day"),
})  # fmt: skip
"""Msgids for what is easily told from anything else."""

EXPECTED: Mapping[str, str] = MappingProxyType({
    "name": N_("names"),
    "person": N_("names"),
    "country": N_("countries"),
    "region": N_("regions"),
    "city": N_("towns"),
    "stand": N_("stands"),
    "hall": N_("halls"),
    "phone": N_("telephone numbers"),
    "email": N_("e-mail addresses"),
    "email_private": N_("e-mail addresses"),
    "site": N_("web addresses"),
    "zip": N_("postal codes"),
})  # fmt: skip
"""Msgids for what a column is for, of the fields in which nothing else may stand."""

_FITS = {EMAIL: ("email", "email_private"), SITE: ("site",), SOCIAL: ("site",), PHONE: ("phone", "zip")}
_ENOUGH = 0.7  # of a column's cells
_SAMPLE = 300
_FEW = 40  # cells that are looked up in the gazetteer


@lru_cache(maxsize=1 << 14)
def looks_like(cell: str) -> str:
    """What the whole cell looks like, "" where nothing tells."""
    if "@" in cell:
        return EMAIL if _EMAIL.match(cell) else ""
    if not _DIGIT.search(cell):
        if "." in cell and _SITE.match(cell):
            return SOCIAL if _SOCIAL.match(cell) else SITE
        return COUNTRY if len(cell) < 50 and country_of(cell) else ""
    for sort, pattern in ((WHEN, _WHEN), (DATE, _DATE), (TIME, _TIME), (NUMBER, _NUMBER), (PRICE, _PRICE)):
        if pattern.match(cell):
            return sort
    if _SOCIAL.match(cell):
        return SOCIAL
    if _PHONE.match(cell) and sum(c.isdigit() for c in cell) > 6:
        return PHONE
    if len(cell) < 20 and _HALL.match(cell):
        return HALL
    if len(cell) < 30 and _STAND.match(cell) and _LETTER.search(cell):
        return STAND
    return SITE if _SITE.match(cell) and _LETTER.search(cell) else ""


def misplaced(cell: str, field: str) -> str:
    """What a cell surely is that stands in the column of a field which nothing of that sort is for; else ""."""
    if field not in EXPECTED:
        return ""
    if field != "email" and not ((_SIGNS.search(cell) or cell[:1] in "тТtTpP") and _HINT.search(cell)):
        return ""
    if (
        (field == "site" and "://" in cell)
        or (field == "email" and "@" in cell)
        or (field == "phone" and cell[0] == "+")
    ):
        return ""  # as almost all cells are
    sort = looks_like(cell)
    if sort not in FOUND or field in _FITS.get(sort, ()):
        return ""
    if sort == DATE and field in ("stand", "hall", "zip", "phone"):
        return ""  # "12.10.25" may be one
    if sort in (SITE, SOCIAL) and field != "email" and not _SURE_SITE.match(cell):
        return ""  # a firm may be called so: "Booking.com"
    if sort == PHONE and field in ("stand", "hall", "name", "person") and not cell.startswith(("+", "8")):
        return ""
    return sort


def field_of(cells: Iterable[str]) -> str:
    """The field that most cells of a column look as if they were of, "" where they do not agree."""
    sorts: Counter[str] = Counter()
    whole = 0
    for cell in cells:
        if cell:
            sorts[looks_like(cell)] += 1
            whole += 1
            if whole == _SAMPLE:
                break
    if whole < 2 or not sorts:
        return ""
    sorts[SITE] += sorts.pop(SOCIAL, 0) if sorts[SITE] else 0
    sort, count = sorts.most_common(1)[0]
    return sort if sort not in ("", NUMBER, PRICE) and count >= _ENOUGH * whole else ""


def of_towns(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are towns, countries among them: by the words for a town, or known ones."""
    said = [cell for cell in dict.fromkeys(cells[:_SAMPLE]) if cell][:_FEW]
    towns = sum(_is_town(cell) for cell in said)
    return towns > 0 and len(said) > 1 and sum(_is_town(c) or bool(country_of(c)) for c in said) >= _ENOUGH * len(said)


def _is_town(cell: str) -> bool:
    if len(cell) > 40 or _DIGIT.search(cell):
        return False
    return bool(_TOWN_WORD.match(cell)) or any(place.kind == "town" for place in known(cell, "town"))


def typed(cells: Sequence[str]) -> bool:
    """Whether most cells of a column are of one sort that no name of a column is of."""
    return bool(field_of(cells)) or _numbers(cells)


def _numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells[:_SAMPLE] if cell]
    return len(filled) > 1 and sum(cell[:1].isdigit() for cell in filled) >= _ENOUGH * len(filled)


def is_datum(cell: str) -> bool:
    """Whether a cell is plainly no name of a column: an address, a telephone, a day, a number, a price."""
    return looks_like(cell) not in ("", COUNTRY, STAND, HALL) or cell[:1].isdigit()
