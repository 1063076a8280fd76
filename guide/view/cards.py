"""Cards: everything that is known of one thing, who it is tied to, and where that was read."""

from collections.abc import Callable, Mapping

from rich.text import Text

from guide.catalogue.model import Catalogue, Person, Ref, Session, Stand
from guide.dates import clock, day, loose
from guide.i18n import Tongue, Wording
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import Blank, Card, Paragraph, joined, styled
from guide.view.card_exhibitor import exhibitor_card
from guide.view.card_region import region_card
from guide.view.card_venture import venture_card
from guide.view.draft import Draft


def card(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> Card:
    """The card of a thing in a language; KeyError where the catalogue has no such thing."""
    if catalogue.get(ref) is None:
        raise KeyError(ref)
    return _CARDS[ref.kind](Draft(catalogue, ref, tongue))


def _kind_line(draft: Draft, *more: str) -> Text:
    role = roles.KINDS.get(draft.ref.kind, "")
    first = styled(names.said(draft.tongue, names.KINDS, draft.ref.kind), role)
    return joined([first, *(styled(part, roles.QUIET) for part in more if part)])


def _person_card(draft: Draft) -> Card:
    person: Person = draft.catalogue.people[draft.ref.id]
    t = draft.tongue.t
    draft.title(person.name, Text())
    draft.add(Paragraph(draft.words(person.role).append_text(draft.cited.marks(person.sources))))
    draft.notices()
    draft.pair(t("Organisation"), draft.party(person.organisation))
    if person.said:
        draft.heading(t("Said and done at the fair or around it, in substance"), len(person.said))
        for saying in person.said:
            draft.add(
                Paragraph(draft.words(saying.text).append_text(draft.cited.marks(saying.sources)), indent=2),
                Blank(),
            )
        draft.blocks.pop()
    draft.refs(t("Sessions"), draft.catalogue.relations.sessions.get(draft.ref, ()))
    return draft.done()


def _session_card(draft: Draft) -> Card:
    session: Session = draft.catalogue.sessions[draft.ref.id]
    t = draft.tongue.t
    kind = _kind_line(draft, draft.tongue.d(session.track))
    draft.title(session.title, kind if session.about else kind.append_text(draft.cited.marks(session.sources)))
    draft.notices()
    date = day(draft.tongue, session.date, year=True, weekday=True) if session.date else ""
    hours = " – ".join(part for part in (clock(session.starts), clock(session.ends)) if part)
    unknown = styled(t(names.NOT_PUBLISHED), roles.QUIET)
    draft.pair(t("Day"), date or unknown)
    draft.pair(t("Time"), hours or unknown)
    hall = draft.catalogue.halls.get(session.hall or "")
    room = joined([draft.words(session.room), draft.link(Ref("hall", hall.id)) if hall else Text()], ", ")
    draft.pair(t("Room"), room or unknown)
    draft.pair(t("Language"), names.language_name(session.language or ""))
    draft.pair(t("Organisations"), draft.parties(session.organisations, "\n"))
    draft.pair(t("Other speakers"), draft.listed([who for who in session.speakers if isinstance(who, Wording)]))
    draft.prose(session.about, session.sources)
    draft.refs(t("Speakers"), [who for who in session.speakers if isinstance(who, Ref)])
    draft.refs(t("Regions"), [Ref("region", key) for key in session.regions if key in draft.catalogue.regions])
    return draft.done()


def _stand_card(draft: Draft) -> Card:
    stand: Stand = draft.catalogue.stands[draft.ref.id]
    t = draft.tongue.t
    name = stand.name or Wording.same(names.stand_name(draft.catalogue, stand, draft.tongue))
    kind = _kind_line(draft, names.said(draft.tongue, names.STAND_KINDS, stand.kind))
    draft.title(name, kind.append_text(draft.cited.marks(stand.sources)))
    draft.notices()
    unknown = styled(t(names.NOT_PUBLISHED), roles.QUIET)
    no_code = styled(draft.tongue.c("stand", names.STAND_NOT_PUBLISHED), roles.QUIET)
    draft.pair(t("Stand code"), styled(stand.code, roles.ACCENT) if stand.code else no_code)
    draft.pair(t("Hall"), draft.link(Ref("hall", str(stand.hall))) if stand.hall in draft.catalogue.halls else unknown)
    if stand.region in draft.catalogue.regions:
        draft.pair(t("Region"), draft.link(Ref("region", str(stand.region))))
    if stand.area_m2:
        draft.pair(t("Area"), t("{area} m²", area=draft.tongue.number(stand.area_m2)))
    if stand.days:
        draft.pair(t("Days"), ", ".join(day(draft.tongue, each) for each in stand.days))
    draft.prose(stand.note)
    here = draft.catalogue.relations.at_stand.get(stand.id, ())
    draft.refs(t("Who stands there"), here)
    if not here:
        draft.add(Blank(), Paragraph(styled(t("Who stands there is not published."), roles.QUIET)))
    return draft.done()


def _hall_card(draft: Draft) -> Card:
    hall = draft.catalogue.halls[draft.ref.id]
    t = draft.tongue.t
    kind = names.said(draft.tongue, names.HALL_KINDS, hall.kind)
    draft.title(hall.name, styled(kind, roles.KINDS["hall"]))
    draft.notices()
    draft.pair(t("Level"), hall.level or "")
    draft.prose(hall.note, hall.sources)
    inside = draft.catalogue.relations.in_hall.get(hall.id, ())
    for kind, heading in (
        ("stand", t("Stands")),
        ("exhibitor", t("Exhibitors whose stand there is not published")),
        ("region", t("Regions whose stand there is not published")),
    ):
        draft.refs(heading, [ref for ref in inside if ref.kind == kind])
    if not inside:
        draft.add(Blank(), Paragraph(styled(t("What stands there is not published."), roles.QUIET)))
    return draft.done()


def _service_card(draft: Draft) -> Card:
    service = draft.catalogue.services[draft.ref.id]
    t = draft.tongue.t
    draft.title(service.name, _kind_line(draft, names.said(draft.tongue, names.SERVICE_KINDS, service.kind)))
    draft.notices()
    if service.hall in draft.catalogue.halls:
        draft.pair(t("Hall"), draft.link(Ref("hall", str(service.hall))))
    for hours in service.hours:
        span = f"{clock(hours.opens)} – {clock(hours.closes)}"
        draft.pair(day(draft.tongue, hours.date, weekday=True), span)
    draft.pair(t("Also called"), draft.listed(service.aliases))
    return draft.done()


def _source_card(draft: Draft) -> Card:
    source = draft.catalogue.sources[draft.ref.id]
    t = draft.tongue.t
    draft.title(source.title, styled(t("source"), roles.QUIET))
    draft.pair(t("Publisher"), draft.words(source.publisher))
    draft.pair(t("Published"), loose(draft.tongue, source.published) if source.published else "")
    draft.pair(t("Read on"), loose(draft.tongue, source.accessed) if source.accessed else "")
    draft.pair(t("Site"), draft.site(source.url))
    draft.pair("", styled(one_line(source.url or ""), roles.QUIET))
    return draft.done()


_CARDS: Mapping[str, Callable[[Draft], Card]] = {
    "exhibitor": exhibitor_card,
    "region": region_card,
    "venture": venture_card,
    "person": _person_card,
    "session": _session_card,
    "stand": _stand_card,
    "hall": _hall_card,
    "service": _service_card,
    "source": _source_card,
}
