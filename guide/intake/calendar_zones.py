"""The time zones of calendars: IANA names, those of Windows, and what a VTIMEZONE says of one that only it knows."""

import re
from collections.abc import Sequence
from datetime import timedelta, timezone, tzinfo

from guide.dates import zone
from guide.intake.calendar_lines import Component
from guide.intake.moments import is_zone

_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?\Z")
_TOLD = re.compile(r"(?:UTC|GMT)\s*([+-\u2212])\s*(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)


class Zones:
    """The zones of one calendar by the names that its times give them."""

    def __init__(self, definitions: Sequence[Component]) -> None:
        self._definitions = {part.said("TZID"): part for part in definitions}
        self._known: dict[str, str] = {}

    def name(self, told: str) -> str:
        """The IANA name of a zone, "" where none is known for it."""
        if told not in self._known:
            self._known[told] = self._name(told)
        return self._known[told]

    def zone(self, told: str) -> tzinfo | None:
        """The zone itself: by its name, else at the offset that its definition ends with; None for neither."""
        name = self.name(told)
        if name:
            return zone(name)
        minutes = _minutes(_TOLD.search(told))
        definition = self._definitions.get(told)
        for part in definition.parts if definition else ():
            if part.name == "STANDARD":
                minutes = _minutes(_OFFSET.match(part.said("TZOFFSETTO")))
        return timezone(timedelta(minutes=minutes)) if minutes is not None else None

    def _name(self, told: str) -> str:
        from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

        definition = self._definitions.get(told)
        wanted = [told, WINDOWS_TO_OLSON.get(told, ""), "/".join(told.split("/")[-2:]), "/".join(told.split("/")[-3:])]
        if definition is not None:
            wanted[1:1] = [definition.said("X-LIC-LOCATION"), definition.said("TZNAME")]
        return next((name for name in wanted if "/" in name and is_zone(name)), told if is_zone(told) else "")


def _minutes(found: re.Match[str] | None) -> int | None:
    if found is None or int(found[2]) > 14:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return minutes if found[1] == "+" else -minutes
