"""The fair at a glance: when and where, its figures with their sources, who came, what ties stand behind it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from rich.text import Text

from guide.catalogue.model import Catalogue, Party, Ref
from guide.dates import clock, day, loose, span, standing
from guide.i18n import Tongue, Wording
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import Bar, Bars, Block, Card, Columns, Heading, Paragraph, joined, styled
from guide.view.draft import Draft, newest_first

NEWEST = 6
"""How many notices the overview shows."""

TALLEST = 10
"""How many bars a chart has at most; the rest is summed up in one."""


def headline(catalogue: Catalogue, tongue: Tongue, today: date) -> list[Text]:
    """The parts of every screen's first line: which fair, where and when, and how that stands to now."""
    fair = catalogue.fair
    place = names.town(catalogue, fair.venue.place if fair.venue else None, tongue)
    when = ", ".join(part for part in (place, span(tongue, fair.starts, fair.ends)) if part)
    return [
        styled(one_line(tongue.d(fair.name)), roles.TITLE),
        Text(when),
        styled(standing(tongue, fair.starts, fair.ends, today), roles.QUIET),
    ]


def overview(catalogue: Catalogue, tongue: Tongue, today: date) -> Card:
    """The fair's own card."""
    draft = Draft(catalogue, Ref("fair", catalogue.fair.id), tongue)
    _event(draft, today)
    _notices(draft)
    draft.flush()
    left = _figures(draft)
    charts = _charts(catalogue, tongue)
    if charts or left:
        draft.add(Columns((*((tuple(left),) if left else ()), *charts)))
    card = draft.done()
    return Card(card.ref, one_line(tongue.d(catalogue.fair.name)), card.blocks)


def _event(draft: Draft, today: date) -> None:
    fair, tongue = draft.catalogue.fair, draft.tongue
    t = tongue.t
    when = joined(
        [
            styled(span(tongue, fair.starts, fair.ends), "bold"),
            styled(standing(tongue, fair.starts, fair.ends, today), roles.ACCENT),
        ]
    )
    draft.title(fair.name, when)
    draft.prose(fair.summary, fair.sources)
    if fair.venue:
        where = joined(
            [draft.words(fair.venue.name), draft.place(fair.venue.place), draft.words(fair.venue.address)], ", "
        )
        draft.pair(t("Venue"), where, fair.venue.sources)
        if fair.venue.area_m2:
            draft.pair(t("Area of the venue"), t("{area} m²", area=tongue.number(fair.venue.area_m2)))
    trade_only = t("trade visitors only")
    hours = [
        f"{day(tongue, each.date, weekday=True)} {clock(each.opens)}–{clock(each.closes)}"
        + (f" ({trade_only})" if each.trade_only else "")
        for each in fair.hours
    ]
    draft.pair(t("Opening hours"), "\n".join(hours) or styled(t(names.NOT_PUBLISHED), roles.QUIET))
    draft.pair(t("Edition"), draft.words(fair.edition))
    draft.pair(t("Series"), draft.words(fair.series))
    draft.pair(t("Organisers"), joined([draft.party(who) for who in fair.organisers], "\n"))
    draft.pair(t("Sectors"), draft.listed(fair.sectors))
    draft.pair(t("Site"), draft.site(fair.site))
    draft.prose(fair.venue.about if fair.venue else None)


def _notices(draft: Draft) -> None:
    notices = newest_first(draft.catalogue.notices.values())
    if not notices:
        return
    draft.heading(draft.tongue.t("Notices"), len(notices))
    for notice in notices[:NEWEST]:
        line = styled(loose(draft.tongue, notice.at) + "  " if notice.at else "", roles.QUIET)
        line.append_text(draft.words(notice.text))
        if notice.about and draft.catalogue.get(notice.about) is not None and notice.about.kind != "fair":
            line.append(" · ", roles.QUIET).append_text(draft.link(notice.about))
        draft.add(Paragraph(line, hang=2))


def _figures(draft: Draft) -> list[Block]:
    # The figures are drafted apart, so that they can stand in a column beside the charts;
    # the sources they cite are numbered on with those above.
    figures = draft.catalogue.relations.figures.get(draft.ref, ())
    before = list(draft.blocks)
    draft.blocks = []
    draft.figures(figures, draft.tongue.t("Figures and what they rest on"))
    draft.flush()
    made, draft.blocks = draft.blocks, before
    return made


def _charts(catalogue: Catalogue, tongue: Tongue) -> list[tuple[Block, ...]]:
    t = tongue.t
    counted = [each for each in catalogue.exhibitors.values() if each.participation != "background"]
    ventures = catalogue.ventures.values()
    countries = Counter(each.place.country for each in counted if each.place and each.place.country)
    regions: Counter[Party] = Counter(each.place.region for each in counted if each.place and each.place.region)
    sectors: Counter[Wording] = Counter(sector for each in counted for sector in each.sectors)
    took_part = Counter(each.participation for each in counted)
    charts = [
        (t("Who came, by part taken"), ((names.said(tongue, names.PARTICIPATION, k), n) for k, n in took_part.items())),
        (t("By country"), ((names.country(catalogue, code, tongue), n) for code, n in countries.items())),
        (t("By region"), ((names.party(catalogue, who, tongue), n) for who, n in regions.items())),
        (t("By sector"), ((one_line(tongue.d(sector)), n) for sector, n in sectors.items())),
        (t("Ventures by kind"), _counted(tongue, names.VENTURE_KINDS, (each.kind for each in ventures))),
        (t("Ventures by status"), _counted(tongue, names.STATUSES, (each.status for each in ventures))),
    ]
    return [made for title, pairs in charts if (made := _chart(tongue, title, list(pairs)))]


def _counted(tongue: Tongue, words: dict[str, str], codes: Iterable[str | None]) -> list[tuple[str, int]]:
    tally = Counter(codes)
    unknown = tongue.t("not stated")
    return [(names.said(tongue, words, code) if code else unknown, count) for code, count in tally.items()]


def _chart(tongue: Tongue, title: str, pairs: Sequence[tuple[str, int]]) -> tuple[Block, ...]:
    if not pairs:
        return ()
    merged: Counter[str] = Counter()
    for label, count in pairs:
        merged[label] += count
    ranked = sorted(merged.items(), key=lambda pair: -pair[1])
    if len(ranked) > TALLEST:
        rest = sum(count for _, count in ranked[TALLEST - 1 :])
        ranked = [*ranked[: TALLEST - 1], (tongue.t("others"), rest)]
    bars = Bars(tuple(Bar(Text(label), count, tongue.number(count)) for label, count in ranked))
    return Heading(title), bars
