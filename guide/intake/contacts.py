"""What a cell says of how to reach someone: telephone numbers, sites, e-mail addresses, pages in social networks."""

import re
from functools import lru_cache

from guide.intake.cell import Found, Odd

_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s;,]*)?", re.I)
_PHONE = re.compile(r"\+?(?:\(?\d[\d()\s/–-]{4,}\d)(?:\s*(?:доб|дад|вн|ext|x)\.?\s*\d+)?")
_BLANK = re.compile(r"[\s,;/]+")


def _found(pattern: re.Pattern[str], text: str, code: str) -> Found:
    values = dict.fromkeys(match[0].strip() for match in pattern.finditer(text))
    left = _BLANK.sub(" ", pattern.sub(" ", text)).strip()
    return Found(tuple(values), left, (Odd(code, text.strip()),) if not values and text.strip() else ())


@lru_cache(maxsize=1 << 13)
def phones(text: str) -> Found:
    """The telephone numbers of a cell, as they are written."""
    return _found(_PHONE, text, "I031")


@lru_cache(maxsize=1 << 13)
def sites(text: str) -> Found:
    """The web addresses of a cell, each with its scheme."""
    found = _found(_SITE, text, "I034")
    return found._replace(values=tuple(v if "://" in v else f"https://{v}" for v in found.values))


@lru_cache(maxsize=1 << 13)
def emails(text: str) -> Found:
    """The e-mail addresses of a cell."""
    return _found(_EMAIL, text, "I033")


@lru_cache(maxsize=1 << 12)
def socials(text: str) -> Found:
    """The pages in social networks that a cell names: web addresses."""
    return sites(text)
