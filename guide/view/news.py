"""What changed at a fair since one last looked at it, in words; what one marked or planned before all else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from guide.catalogue.difference import WHATS, Change, Difference
from guide.catalogue.model import Catalogue, Notice, Ref
from guide.dates import clock, day
from guide.i18n import C_, N_, Tongue, Wording
from guide.search.fold import fold, words
from guide.text import one_line
from guide.view import names
from guide.view.desk_times import holds, told_at
from guide.view.difference_told import HEADINGS, Sides, told
from guide.view.draft import newest_first
from guide.view.own import FAVOURITE, signs
from guide.visit.state import Visit

WORTH = ("moved", "rehosted", "retimed", "renamed", "new", "gone")
"""What every visitor would want to know; another id or telephone number is news of what one marked only."""

ABOUT = frozenset(("fair", "exhibitor", "region", "session", "service", "hall", "stand"))
"""The kinds of things that visitors go to."""

OWN, FRESH, NOTICES = "own", "fresh", "notices"
GROUPS: Mapping[str, tuple[str, str]] = {
    OWN: ("", N_("What you marked or planned")),
    FRESH: ("", N_("New notices")),
    **{what: ("changes", HEADINGS[what]) for what in WHATS},
    NOTICES: ("", N_("Notices")),
}
"""The groups in which news are told, in their order, each with the context and the msgid of its heading."""

HAPPENED: Mapping[str, str] = {
    "moved": C_("news", "another place"),
    "rehosted": C_("news", "another host of the stand"),
    "retimed": C_("news", "another time"),
    "renamed": C_("news", "another name"),
    "new": C_("news", "new"),
    "gone": C_("news", "no longer listed"),
    "new-id": C_("news", "listed anew"),
    "changed": C_("news", "other details"),
}
"""What happened to one thing, where no heading says it."""

_COMING = frozenset(("exhibitor", "region", "session", "service", "hall"))  # a stand that came says nothing by itself
_AT_STAND = 2  # who stands there: so many are named
_NAMES = ("name", "title", "aliases")
_TOLD = ("text", "until", "kind")  # what of a notice has to be another for it to be read again


def is_worth_telling(found: Difference, change: Change) -> bool:
    """Whether every visitor would want to know of a change."""
    if change.what not in WORTH or change.kind not in ABOUT:
        return False
    if change.what in ("new", "gone") and change.kind not in _COMING:
        return False
    here, key = (found.new, change.new) if change.new else (found.old, change.old)
    return getattr(here.get(Ref(change.kind, key or "")), "participation", "") != "background"


@dataclass(frozen=True, slots=True)
class News:
    """What changed since a moment of the fair's clock: what all want to know, and the rest, for who marked it.

    ``notices`` are the ids of those that are new, or say something else now.
    """

    found: Difference
    since: datetime
    changes: tuple[Change, ...]
    rest: tuple[Change, ...]
    notices: frozenset[str]

    def __bool__(self) -> bool:
        """Whether there is anything that somebody may want to know."""
        return bool(self.changes or self.rest or self.notices)


def news_of(found: Difference, since: datetime) -> News:
    """The news in a difference: a stand that is in another hall is not told where those who stand there are."""
    moved = {change.new for change in found.changes if change.what == "moved" and change.kind != "stand"}
    changes: list[Change] = []
    rest: list[Change] = []
    notices: set[str] = set()
    for change in found.changes:
        if change.kind == "notice":
            if change.new and (change.what == "new" or any(each.field in _TOLD for each in change.fields)):
                notices.add(change.new)
        elif not is_worth_telling(found, change):
            if change.kind in ABOUT or change.kind in ("person", "venture"):
                rest.append(change)
        elif not (
            change.kind == "stand" and change.what == "moved" and any(w.id in moved for w in _who(found, change))
        ):
            changes.append(change)
    return News(found, since, tuple(changes), tuple(rest), frozenset(notices))


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news in words.

    ``group`` is of :data:`GROUPS`; ``what`` is of :data:`guide.catalogue.difference.WHATS`, "" for a notice; ``ref``
    is the thing as it is now, None where it is gone, ``old`` as it was. ``signs`` are a row's own signs; ``fresh``
    says whether it is new since one last looked; ``folded`` is what a search goes through.
    """

    group: str
    what: str
    name: str
    kind: str
    sides: tuple[Sides, ...]
    ref: Ref | None
    old: Ref | None = None
    signs: str = ""
    fresh: bool = True
    folded: str = field(default="", repr=False)

    @property
    def about(self) -> Ref | None:
        """The thing that it is about: as it is now, else as it was."""
        return self.ref or self.old


@dataclass(frozen=True, slots=True)
class Told:
    """The news in a language: every item by its group; how many are new, how many of these are one's own.

    ``was`` has what the places and times of things were: (what happened, the old side) by the thing as it is now.
    """

    items: tuple[Item, ...] = ()
    since: datetime | None = None
    count: int = 0
    own: int = 0
    was: Mapping[Ref, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def told_news(catalogue: Catalogue, news: News | None, visit: Visit, tongue: Tongue, now: datetime) -> Told:
    """All notices that hold now, and the news, for who has that visit; not to be called on an event loop."""
    planned = frozenset(stop.ref for stop in visit.plan)
    items: list[Item] = []
    was: dict[Ref, list[tuple[str, str]]] = {}
    known: set[Ref | None] = set()
    for change, worth in _changes(news):
        assert news is not None
        refs = _refs(change)
        touched = (*refs, *_who(news.found, change))
        own = _own(visit, planned, touched)
        if not own and not worth:
            continue
        item = _item(news.found, change, tongue, _signs(visit, planned, own), OWN if own else change.what)
        items.append(item)
        known.update(touched)
        before = "; ".join(side.old for side in item.sides if side.old)
        if change.what in ("moved", "retimed", "renamed") and change.new and before:
            was.setdefault(refs[0], []).append((change.what, before))
            for ref in touched[len(refs) :]:  # who stands at a stand that is called or placed otherwise has moved
                was.setdefault(ref, []).append(("moved", before))
    fresh = news.notices if news is not None else frozenset()
    notices = [_notice(catalogue, each, tongue, now, fresh) for each in _held(catalogue, now)]
    new = [each for each in notices if each.fresh and each.ref not in known]
    mine = sum(1 for each in new if each.ref is not None and _own(visit, planned, [each.ref]))
    rank = {group: at for at, group in enumerate(GROUPS)}
    return Told(
        tuple(sorted([*items, *notices], key=lambda item: (rank[item.group], FAVOURITE not in item.signs))),
        news.since if news is not None else None,
        len(items) + len(new),
        sum(item.group == OWN for item in items) + mine,
        {ref: tuple(several) for ref, several in was.items()},
    )


def _changes(news: News | None) -> Iterator[tuple[Change, bool]]:
    """Every change, and whether all want to know of it."""
    if news is not None:
        yield from ((change, True) for change in news.changes)
        yield from ((change, False) for change in news.rest)


def _held(catalogue: Catalogue, now: datetime) -> Sequence[Notice]:
    """The notices that hold now, the newest first."""
    return newest_first(notice for notice in catalogue.notices.values() if holds(notice, now))


def _refs(change: Change) -> tuple[Ref, ...]:
    """The thing as it is now, and as it was."""
    return tuple(dict.fromkeys(Ref(change.kind, key) for key in (change.new, change.old) if key is not None))


def _who(found: Difference, change: Change) -> Sequence[Ref]:
    """Who stands at a stand now."""
    return found.new.relations.at_stand.get(change.new, ()) if change.kind == "stand" and change.new else ()


def _own(visit: Visit, planned: frozenset[Ref | None], refs: Iterable[Ref]) -> Ref | None:
    """The first of these that is a favourite, noted, rated or planned; that one was there says no more."""
    for ref in refs:
        mark = visit.mark(ref)
        if mark.favourite or mark.note or mark.rating or ref in planned:
            return ref
    return None


def _signs(visit: Visit, planned: frozenset[Ref | None], ref: Ref | None) -> str:
    return "" if ref is None else signs(visit.mark(ref), planned=ref in planned)


def _item(found: Difference, change: Change, tongue: Tongue, own: str, group: str) -> Item:
    said = told(found, change, tongue)
    name = said.name
    if change.kind == "stand":
        there = [names.name(found.new, ref, tongue) for ref in _who(found, change)]
        more = [tongue.n("and {count} more", "and {count} more", len(there) - _AT_STAND)] if there[_AT_STAND:] else []
        name = " · ".join(dict.fromkeys((name, *there[:_AT_STAND], *more)))
    happened = tongue.c("news", HAPPENED[change.what])
    kind = f"{said.kind} · {happened}" if group == OWN else said.kind
    ref = Ref(change.kind, change.new) if change.new is not None else None
    old = Ref(change.kind, change.old) if change.old is not None else None
    sides = said.sides if change.what != "new-id" else ()
    texts = [name, kind, *(text for side in sides for text in side), *_texts(found.new, ref), *_texts(found.old, old)]
    return Item(group, change.what, name, kind, sides, ref, old, own, folded=_folded(texts))


def _notice(catalogue: Catalogue, notice: Notice, tongue: Tongue, now: datetime, fresh: frozenset[str]) -> Item:
    text = one_line(tongue.d(notice.text))
    about = notice.about if notice.about is not None and catalogue.get(notice.about) is not None else None
    name = names.name(catalogue, about, tongue) if about is not None and about.kind != "fair" else ""
    texts = [text, name, *notice.text.texts(), *(_texts(catalogue, about) if about is not None else ())]
    given = told_at(notice, tongue, now)
    group = FRESH if notice.id in fresh else NOTICES
    return Item(group, "", text, given, (), about, fresh=group == FRESH, folded=_folded(texts))


def _texts(catalogue: Catalogue, ref: Ref | None) -> Iterator[str]:
    """What a thing is called in every language."""
    thing = catalogue.get(ref) if ref is not None else None
    for attribute in _NAMES:
        value = getattr(thing, attribute, None)
        for wording in (value,) if isinstance(value, Wording) else value or ():
            yield from wording.texts()


def _folded(texts: Iterable[str]) -> str:
    return " " + " ".join(dict.fromkeys(fold(word) for text in texts for word in words(text)))


def finds(item: Item, asked: Sequence[str]) -> bool:
    """Whether every word asked for, folded, begins a word of an item."""
    return all(f" {word}" in item.folded for word in asked)


def since_said(since: datetime, now: datetime, tongue: Tongue) -> str:
    """«с 21 ноября», of today «с 09:30»."""
    moment = clock(since.time()) if since.date() == now.date() else day(tongue, since.date())
    return tongue.t("since {moment}", moment=moment)


def news_said(what: Told, now: datetime, tongue: Tongue) -> tuple[str, str]:
    """How much is new, and how much of that is one's own: «12 изменений с 21 ноября», «2 касаются …»; "" for none."""
    if what.since is None or not what.count:
        return "", ""
    since = since_said(what.since, now, tongue)
    first = tongue.n("{count} change {since}", "{count} changes {since}", what.count, since=since)
    if not what.own:
        return first, ""
    own = tongue.n(
        "{count} of them to what you marked or planned", "{count} of them to what you marked or planned", what.own
    )
    return first, own
