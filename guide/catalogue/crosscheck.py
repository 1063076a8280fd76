"""What records say together: days inside the fair, hosts on shared stands, codes, countries; then the plan."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time

from guide.catalogue.findings import Findings, Where
from guide.catalogue.model import Catalogue, Hours, Place, Ref, Stand
from guide.catalogue.plancheck import plancheck
from guide.catalogue.suggest import skeleton
from guide.dates import minutes_open
from guide.i18n import Wording

Places = Mapping[tuple[str, str], Where]

_LONGEST_NIGHT = 12 * 60  # minutes: what seems to go on for longer over midnight has its times mistyped


def crosscheck(catalogue: Catalogue, places: Places, fair: Where, findings: Findings) -> Catalogue:
    """The catalogue without what only the whole shows to be wrong; ``places`` says where each record stands."""
    _days(catalogue, places, fair, findings)
    _codes(catalogue, places, findings)
    _hosts(catalogue, places, findings)
    _people(catalogue, places, findings)
    _regions(catalogue, places, findings)
    return plancheck(catalogue, places, findings)


def _days(catalogue: Catalogue, places: Places, fair: Where, findings: Findings) -> None:
    starts, ends = catalogue.fair.starts, catalogue.fair.ends

    def inside(day: date | None, where: Where) -> None:
        if day is not None and not starts <= (day.date() if isinstance(day, datetime) else day) <= ends:
            findings.add("W301", where, date=str(day), starts=str(starts), ends=str(ends))

    def hours(all_hours: tuple[Hours, ...], where: Where) -> None:
        for n, day in enumerate(all_hours):
            inside(day.date, (*where, "hours", n, "date"))
            if _is_backwards(day.opens, day.closes):
                findings.add("W302", (*where, "hours", n, "closes"))

    hours(catalogue.fair.hours, fair)
    for kind in ("passage", "service"):
        for name, thing in catalogue.table(kind).items():
            hours(thing.hours, places[kind, name])
    for name, stand in catalogue.stands.items():
        for n, day in enumerate(stand.days):
            inside(day, (*places["stand", name], "days", n))
    for name, session in catalogue.sessions.items():
        where = places["session", name]
        inside(session.date, (*where, "date"))
        if _is_backwards(session.starts, session.ends):
            findings.add("W302", (*where, "ends"))


def _is_backwards(starts: time | None, ends: time | None) -> bool:
    """Whether an end that stands before its start is no end after midnight."""
    if starts is None or ends is None or ends > starts:
        return False
    begin, end = minutes_open(starts, ends)
    return end - begin > _LONGEST_NIGHT


def _codes(catalogue: Catalogue, places: Places, findings: Findings) -> None:
    """Codes of one hall that differ by alphabet only: «А12» and “A12”."""
    seen: dict[tuple[str | None, str], Stand] = {}
    for name, stand in catalogue.stands.items():
        if stand.code:
            first = seen.setdefault((stand.hall, skeleton(stand.code)), stand)
            if first is not stand and first.code and _without_signs(first.code) != _without_signs(stand.code):
                findings.add("W305", (*places["stand", name], "code"), value=stand.code, other=first.code)


def _without_signs(code: str) -> str:
    return "".join(letter for letter in code.casefold() if letter.isalnum())


def _hosts(catalogue: Catalogue, places: Places, findings: Findings) -> None:
    there = defaultdict(list)
    for name, exhibitor in catalogue.exhibitors.items():
        where = places["exhibitor", name]
        if exhibitor.host == name:
            findings.add("E208", (*where, "host"))
        for n, stand in enumerate(exhibitor.stands):
            there[stand].append((name, n))
            hall = catalogue.stands[stand].hall
            if exhibitor.hall and hall and hall != exhibitor.hall:
                findings.add("W304", (*where, "hall"), hall=exhibitor.hall, stand=stand, other=hall)
    for stand_id, names in there.items():
        if len(names) < 2 or catalogue.stands[stand_id].kind in ("shared", "regional", "national"):
            continue
        hosts = {catalogue.exhibitors[name].host for name, _ in names}
        alone = [(name, n) for name, n in names if not catalogue.exhibitors[name].host and name not in hosts]
        if len(alone) == 1 and len(hosts - {None}) == 0:
            continue
        first = names[0][0]
        for name, n in alone:
            if name != first or any(hosts - {None}):
                where = (*places["exhibitor", name], "stands", n)
                other = first if name != first else names[1][0]
                findings.add("W303", where, name=_said(catalogue.exhibitors[name].name), stand=stand_id, other=other)


def _said(wording: Wording) -> str:
    return wording.pairs[0][1]


def _people(catalogue: Catalogue, places: Places, findings: Findings) -> None:
    for name, exhibitor in catalogue.exhibitors.items():
        for n, address in enumerate(exhibitor.email_private):
            if address in exhibitor.email:
                findings.add("W306", (*places["exhibitor", name], "email_private", n))


def _regions(catalogue: Catalogue, places: Places, findings: Findings) -> None:
    def place(home: Place | None, where: Where) -> None:
        if home is None or not isinstance(home.region, Ref):
            return
        region = catalogue.regions[home.region.id]
        if home.country and region.country and home.country != region.country:
            findings.add("W307", (*where, "country"), value=home.country, region=region.id, other=region.country)

    for name, exhibitor in catalogue.exhibitors.items():
        if exhibitor.place is not None:
            place(exhibitor.place, (*places["exhibitor", name], "place"))
    for name, venture in catalogue.ventures.items():
        place(venture.origin, (*places["venture", name], "from"))
        place(venture.target, (*places["venture", name], "to"))
