"""How what is shown stands to what lies on the disk, in words: when it was saved, what is wrong with a newer one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import PurePath

from rich.text import Text

from guide.catalogue.losses import Losses
from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.problems import ERROR, Problem
from guide.catalogue.watch import Standing
from guide.dates import clock, day, now, zone
from guide.i18n import N_, Tongue
from guide.text import clean, cut, one_line, width
from guide.view import names, roles
from guide.view.blocks import Blank, Block, Card, Heading, Items, Pairs, Paragraph, styled

MOST = 40
"""Problems, and things that vanish, that are listed one by one."""

NAMED = 3
"""Things that vanish that are named in a line."""

TABLES = {
    "exhibitor": N_("exhibitors"),
    "hall": N_("halls"),
    "stand": N_("stands"),
    "region": N_("regions"),
    "venture": N_("ventures"),
    "session": N_("sessions"),
    "person": N_("people"),
    "service": N_("services"),
}
"""The tables that people know, in words, what most look for first; of others the name in the file is said."""

_KEPT = N_("What is shown is the last good one.")
_BRIEFLY = N_("Changed, not shown: {why}")


@dataclass(frozen=True, slots=True)
class Freshness:
    """What is known of the catalogue on the disk.

    ``saved`` is when what is shown was saved, in seconds since 1970; ``problems`` are those of a newer one that is
    not shown, ``losses`` what it has lost; ``fault`` says (msgid, values) what else stands in its way.
    """

    saved: float = 0.0
    standing: Standing = Standing.FRESH
    problems: Sequence[Problem] = ()
    losses: Losses = field(default_factory=Losses)
    fault: tuple[str, dict[str, str]] = ("", {})
    hidden: bool = False
    """Whether somebody has put the line away that says so."""

    @property
    def current(self) -> bool:
        """Whether nothing newer lies on the disk than what is shown."""
        return self.standing is Standing.FRESH


def errors_in(problems: Sequence[Problem], before: Sequence[Problem] = ()) -> tuple[Problem, ...]:
    """The errors that were not there before: the same mistake on another line is the same."""
    known = Counter(_key(problem) for problem in before if problem.severity == ERROR)
    new = []
    for problem in problems:
        if problem.severity == ERROR:
            key = _key(problem)
            if known[key]:
                known[key] -= 1
            else:
                new.append(problem)
    return tuple(new)


def _key(problem: Problem) -> tuple[str, str, str]:
    values = sorted((name, value) for name, value in problem.values.items() if name not in ("line", "column"))
    return problem.code, problem.file, repr(values)


def when(saved: float, tongue: Tongue, timezone: str, *, brief: bool = False) -> str:
    """When it was saved, as a person says it at the fair: "today 11:04", "21 November"; "" where nobody knows.

    ``brief``: "11:04", "21.11.", "21.11.24".
    """
    if saved <= 0:
        return ""
    try:
        then = datetime.fromtimestamp(saved, zone(timezone))
    except (ValueError, OverflowError, OSError):
        return ""
    today = now(timezone).date()
    days = (today - then.date()).days
    year = then.year != today.year
    if brief:
        return clock(then.time()) if not days else f"{then.day}.{then.month:02}." + (f"{then:%y}" if year else "")
    if days == 0:
        return tongue.t("today {time}", time=clock(then.time()))
    if days == 1:
        return tongue.t("yesterday {time}", time=clock(then.time()))
    return day(tongue, then.date(), year=year)


def sign(fresh: Freshness, tongue: Tongue, timezone: str, *, brief: bool, quiet: bool = False) -> Text:
    """The catalogue's time for the bottom line, with a sign where something newer lies there that is not shown.

    ``quiet``: without that sign, for those who can do nothing about it.
    """
    said = when(fresh.saved, tongue, timezone, brief=brief)
    warned = not fresh.current and not quiet
    text = styled("! ", roles.WARN) if warned else Text()
    if said:
        text.append(tongue.t("data: {when}", when=said), roles.WARN if warned else roles.QUIET)
    return text


def line(fresh: Freshness, catalogue: Catalogue, tongue: Tongue, cells: int | None = None) -> str:
    """What is to be said in a line that stays, "" where there is nothing: as much as ``cells`` have room for.

    Where even the briefest is too long it is that one, which begins with what matters most.
    """
    ways = [one_line(way) for way in _ways(fresh, catalogue, tongue)]
    fitting = (way for way in ways if cells is None or width(way) <= cells)
    return next(fitting, ways[-1] if ways else "")


def _ways(fresh: Freshness, catalogue: Catalogue, tongue: Tongue) -> list[str]:
    """The same said ever more briefly."""
    t = tongue.t
    match fresh.standing:
        case Standing.BROKEN:
            *whole, brief = _why(fresh, tongue)
            ways = [t("The catalogue was changed, and cannot be shown: {why}", why=why) for why in whole]
            return [*ways, t(_BRIEFLY, why=brief), brief]
        case Standing.HELD if fresh.losses:
            lost = "; ".join(_lost(fresh.losses, catalogue, tongue))
            return [t("Is the new catalogue meant so? {lost}", lost=lost), t("Meant so? {lost}", lost=lost)]
        case Standing.HELD:
            *whole, brief = _why(fresh, tongue)
            ways = [t("The catalogue was changed, with a mistake: {why}", why=why) for why in whole]
            return [*ways, t(_BRIEFLY, why=brief), brief]
        case Standing.MISSING:
            brief = t("The catalogue is not there, or cannot be opened.")
            return [" ".join((brief, t(_KEPT))), brief]
        case _:
            return []


def _why(fresh: Freshness, tongue: Tongue) -> list[str]:
    """What is wrong, ever more briefly: with how to mend it, without that, with nothing but the place before it."""
    problem = next(iter(fresh.problems), None)
    if problem is None:
        message, values = fresh.fault
        return [tongue.t(message, **values) if message else ""] * 2
    file, said = clean(PurePath(problem.file).name), problem.said(tongue)
    mended = " ".join(part for part in (said, problem.hinted(tongue)) if part)
    place = {"file": file, "line": problem.line}
    whole = [tongue.t("{file}, line {line}: {problem}", **place, problem=words) for words in (mended, said)]
    return [*whole, f"{file}:{problem.line}: {said}"]


def _lost(losses: Losses, catalogue: Catalogue, tongue: Tongue) -> list[str]:
    said = [tongue.t("it is another fair")] if losses.other else []
    for kind, before, after in sorted(losses.tables, key=_rank):
        words = tongue.t(TABLES[kind]) if kind in TABLES else kind
        said.append(f"{words} {tongue.number(before)} → {tongue.number(after)}")
    if losses.things:
        of_yours = tongue.n("{count} thing of yours vanishes", "{count} things of yours vanish", len(losses.things))
        named = [one_line(names.name(catalogue, ref, tongue)) for ref in losses.things[:NAMED]]
        more = "…" if len(losses.things) > NAMED else ""
        said.append(f"{of_yours}: {', '.join(named)}{more}")
    return said


def _rank(lost: tuple[str, int, int]) -> int:
    return [*TABLES, lost[0]].index(lost[0])


def told(fresh: Freshness, catalogue: Catalogue, path: str, tongue: Tongue) -> Card:
    """All that is to be said of it: where it lies, when it was saved, what is wrong with a newer one, what it lost.

    ``catalogue`` is the one that is shown, in which what would vanish has its name.
    """
    t = tongue.t
    title = t("The catalogue on the disk")
    saved = when(fresh.saved, tongue, catalogue.fair.timezone)
    blocks: list[Block] = [
        Paragraph(styled(t(_HEADS[fresh.standing]), "" if fresh.current else roles.WARN)),
        Blank(),
        Pairs(
            tuple(
                (label, Text(words))
                for label, words in ((t("File or folder"), path), (t("Shown as of"), saved))
                if words
            )
        ),
    ]
    if fresh.fault[0]:
        blocks += [Blank(), Paragraph(styled(one_line(_why(Freshness(fault=fresh.fault), tongue)[0]), roles.WARN))]
    if fresh.losses:
        blocks.append(Heading(t("What would go")))
        whole = Losses(fresh.losses.tables, (), fresh.losses.other)
        blocks.append(Items(tuple(Text(words) for words in _lost(whole, catalogue, tongue))))
        mine = [one_line(names.name(catalogue, ref, tongue)) for ref in fresh.losses.things]
        if mine:
            blocks += [Blank(), Paragraph(Text(t("Your favourites and what you planned:")))]
            blocks.append(Items(tuple(map(Text, mine[:MOST])), "★"))
            blocks += _rest(len(mine) - MOST, tongue)
    if fresh.problems:
        blocks.append(Heading(t("What is wrong"), tongue.number(len(fresh.problems))))
        for problem in islice(fresh.problems, MOST):
            blocks += _problem(problem, tongue)
        blocks += _rest(len(fresh.problems) - MOST, tongue)
        blocks.append(Paragraph(styled(t("“guide check” lists every problem."), roles.QUIET)))
    return Card(Ref("catalogue", ""), title, tuple(blocks))


_HEADS = {
    Standing.FRESH: N_("What is shown is what lies there; a change is shown by itself."),
    Standing.BROKEN: N_("It was changed and cannot be shown. What is shown is the last good one."),
    Standing.HELD: N_("It was changed, and is not shown yet: is it meant so?"),
    Standing.KEPT: N_("It was changed; you keep the one before until it changes again."),
    Standing.MISSING: N_("It is not there, or cannot be opened. What is shown is the last good one."),
}


def _problem(problem: Problem, tongue: Tongue) -> list[Block]:
    place = f"{clean(PurePath(problem.file).name)}:{problem.line}:{problem.column}"
    head = styled(place, roles.LABEL).append(f"  {one_line(problem.said(tongue))}")
    blocks: list[Block] = [Paragraph(head, hang=4)]
    if problem.excerpt:
        blocks.append(Excerpt(problem.excerpt, problem.pad, problem.mark))
    if hint := problem.hinted(tongue):
        blocks.append(Paragraph(styled(one_line(hint), roles.QUIET), indent=4))
    return [*blocks, Blank()]


def _rest(count: int, tongue: Tongue) -> list[Block]:
    more = tongue.n("and {count} more", "and {count} more", count) if count > 0 else ""
    return [Paragraph(styled(more, roles.QUIET))] if more else []


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file with a mark under what is wrong in it, ``pad`` cells from its start and ``mark`` cells wide."""

    text: str
    pad: int
    mark: int

    def lines(self, cells: int) -> list[Text]:
        """The line and the mark, both cut to a window that has the place in it."""
        room = max(cells - 4, 4)
        text, pad = self.text, self.pad
        while pad > room // 2 and text:  # what stands far before the place is left out
            pad -= max(width(text[0]), 1)
            text = text[1:]
        mark = max(min(self.mark, room - pad), 1)
        return [Text(f"    {cut(text, room)}"), styled(f"    {' ' * pad}{'^' * mark}", roles.WARN)]
