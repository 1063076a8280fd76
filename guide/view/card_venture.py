"""A venture's card: from where to where, between whom, what it makes, how far it has come."""

from rich.text import Text

from guide.catalogue.model import Party, Place, Venture
from guide.dates import loose
from guide.i18n import N_, Wording
from guide.view import names, roles
from guide.view.blocks import Arrow, Blank, Card, joined, styled
from guide.view.draft import Draft


def venture_card(draft: Draft) -> Card:
    """The card of a joint venture, an agreement or another tie."""
    venture: Venture = draft.catalogue.ventures[draft.ref.id]
    t = draft.tongue.t
    kind = styled(names.said(draft.tongue, names.VENTURE_KINDS, venture.kind), roles.KINDS["venture"])
    status = Text(names.said(draft.tongue, names.STATUSES, venture.status))
    draft.title(venture.name, joined([kind, status]).append_text(draft.cited.marks(venture.sources)))
    draft.notices()
    _route(draft, venture)
    at_fair = t("signed or named there") if venture.at_fair else t("not known to be tied to the fair")
    draft.pair(t("At the fair"), at_fair if venture.at_fair else styled(at_fair, roles.QUIET))
    draft.pair(t("Partners"), draft.parties(venture.partners, "\n"))
    draft.pair(t("Product"), draft.words(venture.product))
    draft.pair(t("Sectors"), draft.listed(venture.sectors))
    draft.pair(t("Since"), loose(draft.tongue, venture.since) if venture.since else "")
    draft.pair(t("Signed"), loose(draft.tongue, venture.signed) if venture.signed else "")
    draft.pair(t("Capacity"), draft.words(venture.capacity))
    jobs = venture.jobs
    draft.pair(t("Jobs"), draft.words(jobs) if isinstance(jobs, Wording) else draft.tongue.number(jobs) if jobs else "")
    if venture.investment:
        draft.pair(t("Investment"), money(draft, venture.investment.amount, venture.investment.currency))
    draft.prose(venture.about)
    if venture.timeline:
        draft.heading(t("How it came about"))
        for step in venture.timeline:
            words = draft.words(step.text).append_text(draft.cited.marks(step.sources))
            draft.pair(loose(draft.tongue, step.date), words)
    draft.figures(draft.catalogue.relations.figures.get(draft.ref, ()))
    aliases = draft.catalogue.relations.aliases.get(draft.ref, ())
    if aliases:
        draft.pair(t("Also called"), draft.listed(aliases))
    return draft.done()


def _route(draft: Draft, venture: Venture) -> None:
    origin, target = _end(draft, venture.origin), _end(draft, venture.target)
    if origin and target:
        draft.add(Blank(), Arrow(origin[0], target[0], origin[1], target[1]))
    elif origin or target:
        draft.pair(draft.tongue.t("Where"), draft.place(venture.origin or venture.target))


def _end(draft: Draft, place: Place | None) -> tuple[Text, Text] | None:
    if place is None or not (place.city or place.region or place.country):
        return None
    town = names.town(draft.catalogue, place, draft.tongue)
    region: Party | None = place.region
    if place.city:
        beneath = draft.party(region) if region else Text()
        if beneath.plain == town:
            beneath = Text()
        return styled(town, "bold"), beneath
    return (draft.party(region) if region else styled(town, "bold")), Text()


def money(draft: Draft, amount: float, currency: str) -> Text:
    """An amount in words that can be read: «597,8 млн RUB»."""
    for size, message in ((1e9, N_("{amount} bn {currency}")), (1e6, N_("{amount} m {currency}"))):
        if amount >= size:
            return Text(draft.tongue.t(message, amount=_short(draft, amount / size), currency=currency))
    return Text(f"{_short(draft, amount)} {currency}")


def _short(draft: Draft, amount: float) -> str:
    rounded = round(amount, 2)
    return draft.tongue.number(int(rounded) if rounded == int(rounded) else rounded)
