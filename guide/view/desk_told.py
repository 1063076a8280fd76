"""What a desk card tells of each kind of thing, in one language: places, facts, and the sentences to read aloud."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rich.text import Text

from guide.catalogue.model import Catalogue, Exhibitor, Party, Person, Ref, Region, Service, Session, Venture
from guide.dates import clock, day
from guide.i18n import Tongue, Wording
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import joined, styled
from guide.view.desk_layout import Fact, Spot
from guide.view.desk_times import Phase, fair_state, phase, service_state, session_state, span_today, when
from guide.view.desk_where import (
    also_at,
    beside,
    coded,
    few,
    hall_fact,
    hall_name,
    listed,
    named_stand,
    no_stand_spot,
    others_at,
    plain_fact,
    session_place,
    sign,
    stand_spot,
    stands_of,
    where_sentences,
    whereabouts,
)
from guide.view.rows import route

_MANY = 12  # of one sort are looked at: more than a line can name


@dataclass(slots=True)
class Told:
    """What is told of one thing; ``codes`` are the stand codes to spell out, in the order of the places."""

    spots: list[Spot] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    def add(self, label: str, text: Text | str, need: int, most: int = 1) -> None:
        """A fact, where there is anything to tell."""
        if text:
            self.facts.append(Fact(label, Text(text) if isinstance(text, str) else text, need, most))


@dataclass(frozen=True, slots=True)
class Desk:
    """Who is asked about, when, and in which language to tell."""

    catalogue: Catalogue
    ref: Ref
    tongue: Tongue
    now: datetime

    @property
    def thing(self) -> Any:
        """The record itself."""
        return self.catalogue.get(self.ref)

    def name(self, ref: Ref) -> str:
        """What a thing is called in this language."""
        return names.name(self.catalogue, ref, self.tongue)


def told(desk: Desk) -> Told:
    """Everything that the card tells of a thing; only its name for kinds that nobody looks for."""
    made = Told()
    _KINDS.get(desk.ref.kind, _other)(desk, made)
    return made


def _exhibitor(desk: Desk, made: Told) -> None:
    exhibitor: Exhibitor = desk.thing
    t, tongue = desk.tongue.t, desk.tongue
    _places(desk, made)
    goods = exhibitor.products or exhibitor.offers
    made.add(t("Products") if exhibitor.products else t("Offers"), listed(goods, tongue), 20, 2)
    if not goods:
        made.add(t("Sectors"), listed(exhibitor.sectors, tongue), 20, 2)
    made.add(t("Shows at the fair"), one_line(tongue.d(exhibitor.presented)), 26, 2)
    stands = stands_of(desk.catalogue, desk.ref)
    host = _host(desk, exhibitor)
    if not stands or host != sign(desk.catalogue, stands[0], desk.ref, tongue):
        made.add(t("Host of the stand"), host, 24)
    if stands:
        others = [other for other in others_at(desk.catalogue, stands[0], desk.ref, tongue) if other != host]
        made.add(t("On the same stand"), few(others, tongue), 36, 2)
    made.add(t("Place"), names.whole_place(desk.catalogue, exhibitor.place, tongue), 42)
    if goods:
        made.add(t("Sectors"), listed(exhibitor.sectors, tongue), 48)


def _host(desk: Desk, exhibitor: Exhibitor) -> str:
    return desk.name(Ref("exhibitor", str(exhibitor.host))) if exhibitor.host in desk.catalogue.exhibitors else ""


def _places(desk: Desk, made: Told) -> None:
    """Where one stands: the first stand large, the others beneath; what is known where there is none."""
    stands = stands_of(desk.catalogue, desk.ref)
    # A stand with a number comes first: it can be walked to.
    stands.sort(key=lambda stand: not stand.code)
    if stands:
        made.spots = [stand_spot(desk.catalogue, stands[0], desk.ref, desk.tongue)]
        made.facts += also_at(desk.catalogue, stands[1:], desk.tongue)
        made.codes = [one_line(stands[0].code)] if stands[0].code else []
    else:
        made.spots = [no_stand_spot(desk.catalogue, desk.thing, desk.tongue)]
    made.said = where_sentences(desk.catalogue, desk.ref, desk.tongue)


def _region(desk: Desk, made: Told) -> None:
    region: Region = desk.thing
    t, tongue, catalogue = desk.tongue.t, desk.tongue, desk.catalogue
    _places(desk, made)
    came = _came_with(catalogue, desk.ref)
    if came:
        label = t("Exhibitors from there")
        made.said.append(f"{label}: {tongue.number(len(came))}.")
        # Those with a number of their own first: the others are on the region's stand.
        came.sort(key=lambda ref: not any(stand.code for stand in stands_of(catalogue, ref)))
        named = [coded(catalogue, ref, tongue) for ref in came[:_MANY]]
        rest = len(came) - len(named)
        more = " " + tongue.n("and {count} more", "and {count} more", rest) if rest > 0 else ""
        made.add(label, " · ".join(named) + more, 22, 4)
    made.add(t("Shows at the fair"), one_line(tongue.d(region.presented)), 28, 2)
    made.add(t("Offers"), listed(region.offers, tongue), 26, 2)
    made.add(t("Sectors"), listed(region.sectors, tongue), 48)
    if region.kind != "country":
        made.add(t("Country"), names.country(catalogue, region.country, tongue), 50)


def _came_with(catalogue: Catalogue, ref: Ref) -> list[Ref]:
    """The exhibitors at a region's stands, and those of the region that take part; each once."""
    ties = catalogue.relations
    at_stands = [who for stand in stands_of(catalogue, ref) for who in ties.at_stand.get(stand.id, ())]
    both = dict.fromkeys((*at_stands, *ties.residents.get(ref.id, ())))
    return [who for who in both if who.kind == "exhibitor" and not names.is_background(catalogue, who)]


def _stand(desk: Desk, made: Told) -> None:
    stand = desk.thing
    t, tongue, catalogue = desk.tongue.t, desk.tongue, desk.catalogue
    spot = stand_spot(catalogue, stand, desk.ref, tongue)
    made.spots = [spot]
    made.codes = [one_line(stand.code)] if stand.code else []
    here = catalogue.relations.at_stand.get(stand.id, ())
    regions = [desk.name(ref) for ref in here if ref.kind == "region"]
    exhibitors = [desk.name(ref) for ref in here if ref.kind == "exhibitor"]
    made.add(t("Who stands there"), few(exhibitors, tongue, _MANY), 10, 4)
    if not here:
        made.add(t("Who stands there"), styled(t("not published"), roles.LABEL), 10)
    made.add(t("Region"), few(regions, tongue), 24)
    made.add(t("Kind"), names.said(tongue, names.STAND_KINDS, stand.kind) if stand.kind != "single" else "", 40)
    if stand.area_m2:
        made.add(t("Area"), t("{area} m²", area=tongue.number(stand.area_m2)), 52)
    where = whereabouts(catalogue, desk.ref, tongue)
    called = desk.name(desk.ref)
    made.said = [f"{where}." if called == stand.code else f"{called}: {where}."]
    if exhibitors and exhibitors != [called]:
        made.said.append(t("There: {who}.", who=few(exhibitors, tongue)))


def _venture(desk: Desk, made: Told) -> None:
    venture: Venture = desk.thing
    t, tongue, catalogue = desk.tongue.t, desk.tongue, desk.catalogue
    partners = [who for who in venture.partners if isinstance(who, Ref) and catalogue.get(who) is not None]
    made.said = [f"{desk.name(desk.ref)}."]
    for who in partners:
        stands = sorted(stands_of(catalogue, who), key=lambda stand: not stand.code)
        where = whereabouts(catalogue, who, tongue)
        made.said.append(f"{desk.name(who)}: {where}.")
        if stands and stands[0].code:
            hall = hall_name(catalogue, stands[0].hall, tongue)
            facts = (hall_fact(hall),) if hall else ()
            made.spots.append(Spot(one_line(stands[0].code), facts, whose=desk.name(who)))
            made.codes.append(one_line(stands[0].code))
        else:
            made.add(desk.name(who), where, 8, 2)
    outside = [names.party(catalogue, who, tongue) for who in venture.partners if isinstance(who, Wording)]
    made.add(t("Other partners"), ", ".join(outside), 30, 2)
    made.add(t("From and to"), route(catalogue, venture, tongue), 20, 2)
    kind = names.said(tongue, names.VENTURE_KINDS, venture.kind)
    made.add(t("Kind"), joined([kind, names.said(tongue, names.STATUSES, venture.status)]), 24)
    made.add(t("Product"), one_line(tongue.d(venture.product)), 22, 2)


def _person(desk: Desk, made: Told) -> None:
    person: Person = desk.thing
    t, tongue, catalogue = desk.tongue.t, desk.tongue, desk.catalogue
    role = one_line(tongue.d(person.role))
    said = [f"{desk.name(desk.ref)}, {role}."]
    made.add("", role, 6, 2)
    who = person.organisation
    organisation = names.party(catalogue, who, tongue)
    made.add(t("Organisation"), organisation, 8, 2)
    if isinstance(who, Ref) and catalogue.get(who) is not None:
        stands = sorted(stands_of(catalogue, who), key=lambda stand: not stand.code)
        if stands:
            made.spots = [stand_spot(catalogue, stands[0], who, tongue)]
            made.codes = [one_line(stands[0].code)] if stands[0].code else []
        else:
            made.spots = [no_stand_spot(catalogue, catalogue.get(who), tongue)]
        said.append(f"{organisation}: {whereabouts(catalogue, who, tongue)}.")
    for session in _to_come(catalogue, catalogue.relations.sessions.get(desk.ref, ()), desk.now)[:FEW_SESSIONS]:
        line = joined([session_state(session, tongue, desk.now), session_place(catalogue, session, tongue)])
        made.add(t("Session"), styled(one_line(tongue.d(session.title)), "bold").append(f" · {line.plain}"), 14, 2)
    made.said = said


FEW_SESSIONS = 2
"""Sessions that a card of another kind tells of."""


def _to_come(catalogue: Catalogue, refs: Sequence[Ref], now: datetime) -> list[Session]:
    """The sessions that go on or are to come, the next one first."""
    sessions = [catalogue.sessions[ref.id] for ref in refs if ref.kind == "session" and ref.id in catalogue.sessions]
    kept = [session for session in sessions if phase(session, now) is not Phase.OVER]
    return sorted(kept, key=lambda each: (str(each.date or "9"), str(each.starts or "")))


def _session(desk: Desk, made: Told) -> None:
    session: Session = desk.thing
    t, tongue, catalogue = desk.tongue.t, desk.tongue, desk.catalogue
    where = session_place(catalogue, session, tongue)
    state = session_state(session, tongue, desk.now)
    facts = []
    over = phase(session, desk.now) is Phase.OVER
    if state:
        facts.append(plain_fact(state, 1, roles.WARN if over else roles.TITLE))
    if session.date:
        # The hour that it begins at is drawn beside.
        hours = f"{clock(session.starts)}–{clock(session.ends)}" if session.starts and session.ends else ""
        more = hours if session.starts else t("time not published")
        on = ", ".join(part for part in (day(tongue, session.date, weekday=True), more) if part)
        facts.append(Fact("", Text(on), 2, 2))
    else:
        facts.append(plain_fact(t("day and time not published"), 2))
    facts.append(Fact("", styled(where, roles.TITLE), 2, 2) if where else plain_fact(t("place not published"), 2))
    made.spots = [Spot(clock(session.starts), tuple(facts))]
    speakers = [_party(desk, who) for who in session.speakers]
    made.add(t("Speakers"), few(speakers, tongue, _MANY), 20, 2)
    made.add(t("Organisations"), few([_party(desk, who) for who in session.organisations], tongue), 26, 2)
    made.add(t("Language"), names.language_name(session.language or ""), 28)
    made.add(t("About"), one_line(tongue.d(session.about)), 32, 2)
    made.add(t("Track"), one_line(tongue.d(session.track)), 44)
    time = when(session, tongue, desk.now)
    parts = [time or t("day and time not published"), where or t("place not published")]
    made.said = [f"{desk.name(desk.ref)}: {', '.join(parts)}.", *([t("It is over.")] if over else [])]


def _party(desk: Desk, who: Party) -> str:
    return names.party(desk.catalogue, who, desk.tongue)


def _hall(desk: Desk, made: Told) -> None:
    hall = desk.thing
    t, tongue, catalogue = desk.tongue.t, desk.tongue, desk.catalogue
    name = desk.name(desk.ref)
    kind = "" if hall.kind == "hall" else names.said(tongue, names.HALL_KINDS, hall.kind)
    level = t("level {level}", level=hall.level) if hall.level else ""
    inside = catalogue.relations.in_hall.get(hall.id, ())
    stands = [catalogue.stands[ref.id] for ref in inside if ref.kind == "stand"]
    count = tongue.n("{count} stand", "{count} stands", len(stands)) if stands else ""
    facts = [plain_fact(part, 30) for part in (kind, level, count) if part]
    made.spots = [Spot(name, tuple(facts), only_drawn=True)]
    shared = [named_stand(catalogue, stand, tongue) for stand in stands if stand.kind in ("national", "regional")]
    made.add(t("Shared stands"), few(shared, tongue, _MANY), 22, 3)
    services = [names.name(catalogue, Ref("service", each.id), tongue) for each in _services(catalogue, hall.id)]
    made.add(t("Services"), few(services, tongue, _MANY), 20, 3)
    here = [Ref("session", key) for key, each in catalogue.sessions.items() if each.hall == hall.id]
    for session in _to_come(catalogue, here, desk.now)[:FEW_SESSIONS]:
        line = joined([session_state(session, tongue, desk.now), one_line(tongue.d(session.room))])
        made.add(t("Session"), styled(one_line(tongue.d(session.title)), "bold").append(f" · {line.plain}"), 24, 2)
    made.add("", styled(one_line(tongue.d(hall.note)), roles.QUIET), 28, 2)
    made.said = [f"{', '.join(part for part in (name, level) if part)}."]


def _services(catalogue: Catalogue, hall: str) -> list[Service]:
    return [each for each in catalogue.services.values() if each.hall == hall]


def _service(desk: Desk, made: Told) -> None:
    service: Service = desk.thing
    t, tongue = desk.tongue.t, desk.tongue
    hall = hall_name(desk.catalogue, service.hall, tongue)
    opening = service_state(service, tongue, desk.now)
    loud = {True: roles.TITLE, False: roles.WARN, None: roles.LABEL}[opening.is_open]
    where = hall_fact(hall) if hall else plain_fact(t("place not published"), 1)
    facts = [where, plain_fact(opening.words, 2, loud)]
    today = span_today(service.hours, desk.now)
    if today:
        facts.append(Fact(t("Today"), Text(today), 3))
    made.spots = [Spot(hall, tuple(facts), only_drawn=True)]
    kind = names.said(tongue, names.SERVICE_KINDS, service.kind)
    if kind.casefold() != desk.name(desk.ref).casefold():
        made.add(t("Kind"), kind, 40)
    made.add(t("Also called"), listed(service.aliases, tongue), 44)
    name = desk.name(desk.ref)
    # «Туалеты, зал 1» says its hall itself.
    parts = [] if hall and hall.casefold() in name.casefold() else [hall or t("place not published")]
    near = beside(desk.catalogue, service)
    if near is not None:
        parts.append(t("near stand {code}", code=one_line(near.code or "")))
    if opening.is_open is not None:
        parts.append(opening.words)
    made.said = [f"{name}: {', '.join(parts)}." if parts else f"{name}."]


def _other(desk: Desk, made: Told) -> None:
    made.said = [f"{desk.name(desk.ref)}."]
    if desk.ref.kind == "fair":
        state = fair_state(desk.thing, desk.tongue, desk.now).words
        made.add("", styled(state, roles.TITLE), 1, 2)
        made.said = [f"{desk.name(desk.ref)}. {state}."]


_KINDS: Mapping[str, Callable[[Desk, Told], None]] = {
    "exhibitor": _exhibitor,
    "region": _region,
    "stand": _stand,
    "venture": _venture,
    "person": _person,
    "session": _session,
    "hall": _hall,
    "service": _service,
}
