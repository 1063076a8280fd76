"""Figures of a cell: areas and lengths of time as lists write them."""

import re
from functools import lru_cache

_AREA = re.compile(
    r"(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s*"
    r"(?:m2|m²|sqm|sq\.?\s?m\.?|qm|кв\.?\s?м\.?|м2|м²|м\.\s?кв\.?)?$",
    re.IGNORECASE,
)
_SIDES = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*[xх×*]\s*(\d{1,3}(?:[.,]\d)?)\s*(?:m|м)?\.?$", re.IGNORECASE)
_DIGITS = 8  # of an area in square metres, with the spaces between them
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?$")
_HOURS = re.compile(
    r"(?:(\d{1,2})(?:[.,](5))?\s*(?:ч|час|часа|часов|гадз|h|hr|hrs|hour|hours|std|stunden?)\.?)?\s*"
    r"(?:(\d{1,3})\s*(?:м|мин|минут|минуты|хв|хвілін|min|mins|minutes|minuten|')?\.?)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def square_metres(text: str) -> int | float | None:
    """An area in square metres: "24", «12,5 кв. м», "3x4 m" (its sides); None where the cell says none."""
    text = text.strip()
    if found := _SIDES.match(text):
        area = float(found[1].replace(",", ".")) * float(found[2].replace(",", "."))
        return int(area) if area == int(area) else round(area, 2)
    if not (found := _AREA.match(text)):
        return None
    if len(found[1]) > _DIGITS:
        return None
    whole = int(re.sub(r"\D", "", found[1]))
    if not found[2] or not int(found[2]):
        return whole or None
    return float(f"{whole}.{found[2]}")


@lru_cache(maxsize=1024)
def minutes(text: str) -> int | None:
    """A length of time in minutes: "45", «1 ч 30 мин», "01:30", "1.5 h"; None where the cell says none."""
    text = text.strip()
    if found := _CLOCK.match(text):
        return int(found[1]) * 60 + int(found[2]) or None
    found = _HOURS.match(text)
    if not found or not text:
        return None
    hours = int(found[1] or 0) * 60 + (30 if found[2] else 0)
    return hours + int(found[3] or 0) or None
