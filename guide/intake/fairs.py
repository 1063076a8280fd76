"""The fair itself: what files and options say of it, and guesses, told as such, where they say nothing."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from guide.catalogue.fields import TABLES, Shape
from guide.catalogue.model import Catalogue
from guide.i18n import N_
from guide.intake.conflicts import in_words
from guide.intake.draft import Draft, Remark
from guide.intake.files import Asked
from guide.intake.moments import is_fixed
from guide.intake.oddities import Oddity
from guide.intake.people import CONTACT
from guide.intake.programme import SPEAKER
from guide.intake.romanised import slug
from guide.intake.tabled import said

_NO_ID = re.compile(r"[\s:#]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORDED = {
    name: frozenset(field.key for field in table.fields if field.shape in (Shape.TEXT, Shape.PROSE, Shape.PARTY))
    for name, table in TABLES.items()
}

_REMARKS: Mapping[str, str] = {
    "name": N_("No file says what the fair is called: write its name here."),
    "starts": N_("No file says when the fair is: write its first and last day here."),
    "programme": N_("The first and last day of the programme; the fair itself may be longer."),
    "timezone": N_("No file says in which time zone the fair is: most exhibitors come from where this one is."),
    "utc": N_("No file says in which time zone the fair is: write it here, such as Europe/Minsk."),
}

# Where one zone, or nearly, is that of a whole country; the zone of its fairs in those that have several.
_ZONES = {
    "BY": "Europe/Minsk", "RU": "Europe/Moscow", "DE": "Europe/Berlin", "PL": "Europe/Warsaw", "LT": "Europe/Vilnius",
    "LV": "Europe/Riga", "EE": "Europe/Tallinn", "UA": "Europe/Kyiv", "KZ": "Asia/Almaty", "UZ": "Asia/Tashkent",
    "CN": "Asia/Shanghai", "TR": "Europe/Istanbul", "AE": "Asia/Dubai", "IN": "Asia/Kolkata", "IT": "Europe/Rome",
    "FR": "Europe/Paris", "AT": "Europe/Vienna", "CH": "Europe/Zurich", "CZ": "Europe/Prague", "NL": "Europe/Amsterdam",
    "GB": "Europe/London", "JP": "Asia/Tokyo", "KR": "Asia/Seoul", "AM": "Asia/Yerevan", "AZ": "Asia/Baku",
    "GE": "Asia/Tbilisi", "KG": "Asia/Bishkek", "TJ": "Asia/Dushanbe", "TM": "Asia/Ashgabat", "MD": "Europe/Chisinau",
    "RS": "Europe/Belgrade", "HU": "Europe/Budapest", "FI": "Europe/Helsinki", "SE": "Europe/Stockholm",
    "VN": "Asia/Ho_Chi_Minh", "EG": "Africa/Cairo", "IR": "Asia/Tehran", "SA": "Asia/Riyadh", "PK": "Asia/Karachi",
}  # fmt: skip


def completed(draft: Draft, asked: Asked, earlier: Catalogue | None) -> None:
    """Fills in what ``[fair]`` needs: of what was asked, of the programme, of the earlier catalogue, else a guess."""
    fair = draft.fair
    remarks: list[Remark] = []
    _name(draft, fair, earlier, remarks)
    _days(draft, fair, earlier, remarks)
    _zone(draft, fair, asked, earlier, remarks)
    if _NO_ID.search(str(fair.get("id", ""))):
        fair["id"] = slug(str(fair["id"]))
    if not fair.get("id"):
        fair["id"] = _id(fair, earlier, guessed=any(remark.field == "starts" for remark in remarks))
    if not fair.get("languages") and (languages := _languages(draft)):
        fair["languages"] = languages
    draft.fair_remarks += remarks


def _guess(draft: Draft, remarks: list[Remark], key: str, code: str, remark: str, found: object) -> None:
    remarks.append(Remark(key, _REMARKS[remark]))
    draft.oddities.append(Oddity(code, "", 0, f"fair.{key}", in_words(found), {"found": in_words(found)}))


def _name(draft: Draft, fair: dict[str, Any], earlier: Catalogue | None, remarks: list[Remark]) -> None:
    if in_words(fair.get("name", "")).strip():
        return
    if earlier is not None:
        pairs = earlier.fair.name.pairs
        fair["name"] = pairs[0][1] if len(pairs) == 1 and not pairs[0][0] else dict(pairs)
    else:
        files = sorted({origin.file for record in draft for origin in record.origins if origin.file})
        fair["name"] = files[0].rpartition(".")[0] or files[0] if files else "?"
    _guess(draft, remarks, "name", "I080", "name", fair["name"])


def _days(draft: Draft, fair: dict[str, Any], earlier: Catalogue | None, remarks: list[Remark]) -> None:
    starts, ends = _day(fair.get("starts")), _day(fair.get("ends"))
    hours = [day for each in fair.get("hours", ()) if isinstance(each, dict) and (day := _day(each.get("date")))]
    if starts is None and ends is None and hours:
        starts, ends = min(hours), max(hours)
    if starts is None and ends is None:
        days = [day for each in draft.of("session").values() if (day := _day(each.values.get("date")))]
        if days:
            starts, ends = min(days), max(days)
            _guess(draft, remarks, "starts", "I083", "programme", f"{starts} – {ends}")
        else:
            starts = earlier.fair.starts if earlier is not None else _some_day(fair)
            ends = earlier.fair.ends if earlier is not None else starts
            _guess(draft, remarks, "starts", "I081", "starts", f"{starts} – {ends}")
    starts, ends = starts or ends, ends or starts
    if starts is not None and ends is not None and ends < starts:
        draft.oddities.append(Oddity("I084", "", 0, "fair.ends", f"{starts} – {ends}"))
        starts, ends = ends, starts
    fair["starts"], fair["ends"] = starts, ends


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _some_day(fair: Mapping[str, Any]) -> date:
    """A day to begin with that nobody takes for a true one: the first of the year in the fair's name, or of this one.

    Today would be another day at the next import, and would look as if the fair had begun.
    """
    from guide.dates import now

    year = _YEAR.search(in_words(fair.get("name", "")))
    return date(int(year[0]) if year else now("UTC").year, 1, 1)


def _zone(draft: Draft, fair: dict[str, Any], asked: Asked, earlier: Catalogue | None, remarks: list[Remark]) -> None:
    venue = fair.get("venue")
    place = venue.get("place") if isinstance(venue, dict) else None
    country = place.get("country", "") if isinstance(place, dict) else ""
    there = _ZONES.get(country, "")
    if fair.get("timezone"):
        if there and is_fixed(fair["timezone"]) and _agree(fair["timezone"], there, fair["starts"]):
            fair["timezone"] = there  # the files tell its offset only
        return
    fair["timezone"] = asked.timezone or there
    if fair["timezone"]:
        return
    guess = _ZONES.get(_country(draft), "")
    if earlier is not None:
        fair["timezone"] = earlier.fair.timezone
    else:
        fair["timezone"] = guess or "UTC"
    _guess(draft, remarks, "timezone", "I082", "timezone" if fair["timezone"] == guess else "utc", fair["timezone"])


def _agree(one: str, other: str, day: date) -> bool:
    """Whether the clocks of two zones show the same on a day."""
    from guide.dates import zone

    noon = datetime.combine(day, time(12))
    return zone(one).utcoffset(noon) == zone(other).utcoffset(noon)


def _country(draft: Draft) -> str:
    """The country that most exhibitors come from, "" where none has a third of them."""
    counted: Counter[str] = Counter()
    for record in draft.of("exhibitor").values():
        place = record.values.get("place")
        if isinstance(place, dict) and isinstance(place.get("country"), str):
            counted[place["country"]] += 1
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked and 3 * ranked[0][1] >= counted.total() else ""


def _id(fair: Mapping[str, Any], earlier: Catalogue | None, *, guessed: bool) -> str:
    """What links and files call the fair: as before, else its name with its year."""
    if earlier is not None:
        return earlier.fair.id
    name = slug(said(fair["name"])) or "fair"
    return name if guessed or _YEAR.search(name) else f"{name}-{fair['starts'].year}"


def _languages(draft: Draft) -> list[str]:
    """The languages of the texts that name theirs, the fullest first."""
    counted: Counter[str] = Counter()
    own = (SPEAKER, CONTACT)
    for record in draft:
        if record.table == "region" or record.final:
            continue  # the names of regions are the guide's own, as are these roles
        worded = _WORDED.get(record.table, ())
        for name, value in record.values.items():
            if name in worded:
                for each in value if isinstance(value, list) else (value,):
                    if isinstance(each, dict) and each not in own:
                        counted.update(list(each))
    return sorted(counted, key=lambda tag: (-counted[tag], tag))
