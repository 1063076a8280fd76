"""What a programme says of the whole event, as keys of ``[fair]``."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from guide.intake.moments import moment_of
from guide.intake.programme import own_id
from guide.text import clean, one_line


class Conference(NamedTuple):
    """The event as a file names it, each "" where it does not: texts as they stand, days in ISO 8601."""

    name: str = ""
    acronym: str = ""
    starts: str = ""
    ends: str = ""
    site: str = ""
    venue: str = ""
    city: str = ""


def told(conference: Conference, days: Sequence[date] = ()) -> dict[str, Any]:
    """The keys of ``[fair]`` that are said; the days of the programme stand for those that are not."""
    starts, ends = _day(conference.starts), _day(conference.ends)
    if starts is None or ends is None or ends < starts:
        starts, ends = (min(days), max(days)) if days else (starts, ends)
    place = {"city": one_line(clean(conference.city))} if conference.city.strip() else None
    venue = {"name": one_line(clean(conference.venue)), "place": place} if conference.venue.strip() else None
    known = {
        "id": own_id(conference.acronym.strip()),
        "name": one_line(clean(conference.name)),
        "starts": starts,
        "ends": ends,
        "site": conference.site.strip() if conference.site.strip().startswith(("https://", "http://")) else "",
        "venue": {key: value for key, value in venue.items() if value} if venue else None,
    }
    return {key: value for key, value in known.items() if value}


def _day(text: str) -> date | None:
    moment = moment_of(text)
    return moment.date() if isinstance(moment, datetime) else moment
