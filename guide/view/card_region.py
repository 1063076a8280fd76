"""A region's card: who came from it, its ventures in and out, what its people said, its figures."""

from rich.text import Text

from guide.catalogue.model import Ref, Region
from guide.view import names, roles
from guide.view.blocks import Blank, Card, Paragraph, joined, styled
from guide.view.draft import Draft
from guide.view.new_ties import new_ties


def region_card(draft: Draft) -> Card:
    """The card of a region, a city or a country."""
    region: Region = draft.catalogue.regions[draft.ref.id]
    t, ties = draft.tongue.t, draft.catalogue.relations
    what = styled(names.said(draft.tongue, names.REGION_PARTICIPATION, region.participation), roles.KINDS["region"])
    kind = styled(names.said(draft.tongue, names.REGION_KINDS, region.kind), roles.QUIET)
    line = joined([what, kind, styled(region.id, roles.QUIET)])
    draft.title(region.name, line.append_text(draft.cited.marks(region.sources)))
    draft.notices()
    draft.pair(t("Stand"), _stand(draft, region))
    if region.kind != "country" and region.country:
        known = region.country in draft.catalogue.regions
        country = names.country(draft.catalogue, region.country, draft.tongue)
        draft.pair(t("Country"), draft.link(Ref("region", region.country)) if known else country)
    if region.kind == "region":
        draft.pair(t("Centre"), names.town(draft.catalogue, region.centre, draft.tongue))
    draft.pair(t("Sectors"), draft.listed(region.sectors))
    draft.pair(t("Offers"), draft.listed(region.offers))
    draft.pair(t("Seeks"), draft.listed(region.seeks))
    draft.prose(region.presented)
    draft.prose(region.about)
    came = [ref for ref in ties.residents.get(region.id, ()) if not _background(draft, ref)]
    draft.refs(t("Exhibitors and participants"), came)
    outgoing, incoming = ties.outgoing.get(region.id, ()), ties.incoming.get(region.id, ())
    draft.refs(t("Ventures that start here"), outgoing)
    draft.refs(t("Ventures that lead here"), incoming)
    placed = {*outgoing, *incoming}
    others = [ref for ref in ties.ventures.get(draft.ref, ()) if ref not in placed]
    draft.refs(t("Agreements and other ties"), others)
    _said(draft)
    draft.refs(t("Sessions"), ties.sessions.get(draft.ref, ()))
    draft.figures(ties.figures.get(draft.ref, ()))
    new_ties(draft)
    background = [ref for ref in ties.residents.get(region.id, ()) if _background(draft, ref)]
    draft.refs(t("Firms of the region known from ties"), background)
    aliases = ties.aliases.get(draft.ref, ())
    if aliases:
        draft.pair(t("Also called"), draft.listed(aliases))
    return draft.done()


def _background(draft: Draft, ref: Ref) -> bool:
    return bool(draft.catalogue.exhibitors[ref.id].participation == "background")


def _stand(draft: Draft, region: Region) -> Text:
    t = draft.tongue.t
    parts = []
    for key in region.stands:
        stand = draft.catalogue.stands.get(key)
        if stand is None:
            continue
        code = styled(stand.code, roles.ACCENT) if stand.code else styled(t("code not published"), roles.QUIET)
        hall = draft.link(Ref("hall", str(stand.hall))) if stand.hall in draft.catalogue.halls else Text()
        parts.append(joined([draft.link(Ref("stand", key)), hall, code]))
    if parts:
        return joined(parts, "\n")
    if region.hall in draft.catalogue.halls:
        hall = draft.link(Ref("hall", str(region.hall)))
        return joined([hall, styled(t("stand not published"), roles.QUIET)])
    if region.participation == "background":
        return styled(t("its part in the fair is not confirmed"), roles.QUIET)
    return styled(draft.tongue.c("stand", names.STAND_NOT_PUBLISHED), roles.QUIET)


def _said(draft: Draft) -> None:
    refs = draft.catalogue.relations.people.get(draft.ref, ())
    if not refs:
        return
    draft.heading(draft.tongue.t("Its people and what they said"), len(refs))
    for at, ref in enumerate(refs):
        person = draft.catalogue.people[ref.id]
        line = draft.link(ref).append(" · ", roles.QUIET).append_text(draft.words(person.role))
        draft.add(*([Blank()] if at else []), Paragraph(line, hang=2))
        for saying in person.said:
            words = draft.words(saying.text).append_text(draft.cited.marks(saying.sources))
            draft.add(Paragraph(words, indent=2))
