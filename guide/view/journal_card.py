"""What a desk's journal comes to, as a card: questions per hour, what is asked most, what was not found."""

from collections.abc import Sequence

from rich.text import Text

from guide.catalogue.model import Catalogue, Ref
from guide.dates import clock, day
from guide.i18n import Tongue
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import Bar, Bars, Block, Card, Heading, Items, Paragraph, link, styled
from guide.visit.journal import Asked, Report

MOST = 20
"""Wordings and things that are named of each sort; of what was not found all are."""

NOT_FOUND = "not-found"
"""The kind of a link to a wording that was not found; its id is its place in the report."""


TIED = "tied"
"""The kind of a link to a name that was tied to a thing; its id is its place among these."""


def journal_card(report: Report, catalogue: Catalogue, tongue: Tongue) -> Card:
    """The report as a card; what was not found stands first among the lists, since it can be mended."""
    t = tongue.t
    title = t("Journal of the desk")
    if not report.questions and not report.aliases:
        blocks: tuple[Block, ...] = (
            Paragraph(styled(title, roles.TITLE)),
            Paragraph(styled(t("Nothing was asked yet."), roles.QUIET)),
        )
        return Card(Ref("journal", catalogue.fair.id), title, blocks)
    count = tongue.n("{count} question", "{count} questions", report.questions)
    lost = sum(hour.not_found for hour in report.hours)
    said = tongue.n("{count} not found", "{count} not found", lost)
    spoken = ", ".join(f"{names.language_name(code)} {tongue.number(many)}" for code, many in report.languages)
    done: list[Block] = [
        Paragraph(styled(title, roles.TITLE)),
        Paragraph(Text(f"{count} · {said}")),
        Paragraph(styled(t("No person stands in it: only what was asked, when, and what was shown."), roles.QUIET)),
    ]
    if spoken:
        done += [Paragraph(styled(t("Languages: {languages}", languages=spoken), roles.QUIET))]
    done += _not_found(report, catalogue, tongue)
    done += _tied(report, catalogue, tongue)
    done += [Heading(t("Questions per hour")), _hours(report, tongue)]
    done += _asked(report, tongue)
    done += _chosen(report, catalogue, tongue)
    return Card(Ref("journal", catalogue.fair.id), title, tuple(done))


def _not_found(report: Report, catalogue: Catalogue, tongue: Tongue) -> list[Block]:
    t = tongue.t
    if not report.not_found:
        return []
    items = []
    for at, asked in enumerate(report.not_found):
        words = tongue.quoted(one_line(asked.text))
        line = link(words, Ref(NOT_FOUND, str(at)))
        items.append(line.append_text(_beside(asked, catalogue, tongue)))
    return [Heading(t("Not found"), tongue.number(len(report.not_found))), Items(tuple(items))]


def _beside(asked: Asked, catalogue: Catalogue, tongue: Tongue) -> Text:
    """How often, when last, and what it was tied to since."""
    made = Text()
    if asked.count > 1:
        made.append(f" × {tongue.number(asked.count)}", roles.ACCENT)
    made.append(f" · {day(tongue, asked.last.date())}, {clock(asked.last.time())}", roles.QUIET)
    if asked.tied is not None:
        there = catalogue.get(asked.tied.ref) is not None
        name = names.name(catalogue, asked.tied.ref, tongue) if there else asked.tied.name or asked.tied.ref.id
        made.append(" ─▶ ", roles.ACCENT).append(name)
    return made


def _tied(report: Report, catalogue: Catalogue, tongue: Tongue) -> list[Block]:
    """The names that were tied to things, so that one tied by mistake can be let go."""
    items = []
    for at, tied in enumerate(report.aliases):
        there = catalogue.get(tied.ref) is not None
        name = names.name(catalogue, tied.ref, tongue) if there else tied.name or tied.ref.id
        line = link(tongue.quoted(one_line(tied.text)), Ref(TIED, str(at)))
        items.append(line.append(" ─▶ ", roles.ACCENT).append(name))
    return [Heading(tongue.t("Tied at this desk"), tongue.number(len(items))), Items(tuple(items))] if items else []


def _hours(report: Report, tongue: Tongue) -> Bars:
    days = len({hour.starts.date() for hour in report.hours}) > 1
    bars = []
    for hour in report.hours:
        label = clock(hour.starts.time())
        if days:
            label = f"{day(tongue, hour.starts.date())}, {label}"
        shown = tongue.number(hour.questions)
        if hour.not_found:
            shown = f"{shown} (−{tongue.number(hour.not_found)})"
        bars.append(Bar(Text(label), hour.questions, shown))
    return Bars(tuple(bars))


def _asked(report: Report, tongue: Tongue) -> list[Block]:
    often = [asked for asked in report.asked if asked.count > 1][:MOST]
    return _counted(
        tongue.t("Asked most"), [(Text(tongue.quoted(one_line(asked.text))), asked.count) for asked in often], tongue
    )


def _chosen(report: Report, catalogue: Catalogue, tongue: Tongue) -> list[Block]:
    found = []
    for chosen in report.chosen[:MOST]:
        if catalogue.get(chosen.ref) is None:
            found.append((Text(chosen.name or chosen.ref.id), chosen.count))
        else:
            found.append((link(names.name(catalogue, chosen.ref, tongue), chosen.ref), chosen.count))
    return _counted(tongue.t("Shown most"), found, tongue)


def _counted(heading: str, found: Sequence[tuple[Text, int]], tongue: Tongue) -> list[Block]:
    if not found:
        return []
    return [Heading(heading), Bars(tuple(Bar(text, count, tongue.number(count)) for text, count in found))]
