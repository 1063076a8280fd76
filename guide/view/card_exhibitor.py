"""An exhibitor's card: what it makes, where it stands, what ties it has and could have."""

from rich.text import Text

from guide.catalogue.model import Exhibitor, Ref
from guide.dates import loose
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import Card, joined, link, styled
from guide.view.draft import Draft
from guide.view.new_ties import new_ties


def exhibitor_card(draft: Draft) -> Card:
    """The card of an exhibitor, or of an organisation that is tied to those that exhibit."""
    exhibitor: Exhibitor = draft.catalogue.exhibitors[draft.ref.id]
    t, ties = draft.tongue.t, draft.catalogue.relations
    what = styled(names.said(draft.tongue, names.PARTICIPATION, exhibitor.participation), roles.KINDS["exhibitor"])
    sectors = styled(one_line(", ".join(draft.tongue.d(sector) for sector in exhibitor.sectors)), roles.QUIET)
    draft.title(exhibitor.name, joined([what, sectors]).append_text(draft.cited.marks(exhibitor.sources)))
    draft.notices()
    draft.pair(t("Stand"), _stand(draft, exhibitor))
    if exhibitor.host in draft.catalogue.exhibitors:
        draft.pair(t("Look for the sign"), draft.link(Ref("exhibitor", str(exhibitor.host))))
    draft.pair(t("Place"), draft.place(exhibitor.place))
    draft.pair(t("Products"), draft.listed(exhibitor.products))
    draft.pair(t("Offers"), draft.listed(exhibitor.offers))
    draft.pair(t("Seeks"), draft.listed(exhibitor.seeks))
    draft.prose(exhibitor.presented)
    draft.prose(exhibitor.about)
    draft.refs(t("Co-exhibitors"), ties.guests.get(exhibitor.id, ()))
    draft.refs(t("Ventures and agreements"), ties.ventures.get(draft.ref, ()))
    draft.refs(t("People"), ties.people.get(draft.ref, ()))
    draft.refs(t("Sessions"), ties.sessions.get(draft.ref, ()))
    draft.figures(ties.figures.get(draft.ref, ()))
    new_ties(draft)
    _particulars(draft, exhibitor)
    return draft.done()


def _stand(draft: Draft, exhibitor: Exhibitor) -> Text:
    t = draft.tongue.t
    if exhibitor.participation == "background":
        return styled(t("its part in the fair is not confirmed"), roles.QUIET)
    parts = []
    for key in exhibitor.stands:
        stand = draft.catalogue.stands.get(key)
        if stand is None:
            continue
        line = styled(stand.code, roles.ACCENT) if stand.code else Text()
        if stand.name or stand.region or not stand.code:
            line.append(" " if line else "").append_text(draft.link(Ref("stand", key)))
        else:  # the stand is called after who stands there, which the card says already
            line = link(stand.code, Ref("stand", key), roles.ACCENT)
        if stand.hall in draft.catalogue.halls:
            line.append(", ").append_text(draft.link(Ref("hall", str(stand.hall))))
        if not stand.code:
            line.append(" · " + t("code not published"), roles.QUIET)
        parts.append(line)
    if parts:
        return joined(parts, "\n")
    unknown = styled(draft.tongue.c("stand", names.STAND_NOT_PUBLISHED), roles.QUIET)
    if exhibitor.hall in draft.catalogue.halls:
        return joined([draft.link(Ref("hall", str(exhibitor.hall))), styled(t("stand not published"), roles.QUIET)])
    return unknown


def _particulars(draft: Draft, exhibitor: Exhibitor) -> None:
    t = draft.tongue.t
    name, form = draft.words(exhibitor.legal_name), draft.words(exhibitor.legal_form)
    legal = joined([name, form if form.plain not in name.plain else Text()], ", ")
    people = joined([draft.words(who) for who in exhibitor.people], ", ")
    facts = [
        (t("Legal name"), legal),
        (t("Also called"), draft.listed((*exhibitor.aliases, *draft.catalogue.relations.aliases.get(draft.ref, ())))),
        (t("Contacts"), people),
        (t("Phone"), Text(", ".join(exhibitor.phone))),
        (t("E-mail"), Text(", ".join(exhibitor.email))),
        (t("Site"), draft.site(exhibitor.site)),
        (t("Networks"), joined([draft.site(url) for url in exhibitor.social], ", ")),
        (t("Speaks"), Text(", ".join(map(names.language_name, exhibitor.languages)))),
        (t("Checked"), Text(loose(draft.tongue, exhibitor.checked) if exhibitor.checked else "")),
    ]
    if any(text for _, text in facts):
        draft.heading(t("Particulars"))
        for label, text in facts:
            draft.pair(label, text)
