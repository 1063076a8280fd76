"""A visit from elsewhere: read from a file or from scanned codes, held against one's own, and what it would change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.catalogue.model import Catalogue, Ref
from guide.dates import clock, day, now
from guide.errors import UnreadableError
from guide.exchange.visitfile import read_json
from guide.i18n import C_, N_, Tongue
from guide.text import clean, one_line
from guide.view import names
from guide.view.own import stars
from guide.view.plan_told import day_title, item_name, item_place, times, trouble_said
from guide.visit.changes import Change, applied, merged
from guide.visit.compact import Brought, read
from guide.visit.items import item_of
from guide.visit.state import NO_MARK, Mark, Stop, Visit
from guide.visit.timetable import days

LARGEST = 16_000_000
"""Bytes of a file that are read."""

_NOTE = C_("visit", "note")

ADDED, CHANGED, CLASH, GONE = "+", "~", "!", "?"
"""What a line of an account is about: what is new, what of one's own changes, what to look at, what left."""


@dataclass(frozen=True, slots=True)
class Account:
    """What bringing a visit in would do: the change, and lines that say it, each with ADDED, CHANGED, CLASH or GONE."""

    change: Change
    lines: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.change)


def decoded(data: bytes) -> str:
    """A file's bytes as text: UTF-8, or UTF-16 where its mark says so; UnreadableError for one that is too large."""
    if len(data) > LARGEST:
        raise UnreadableError(
            N_("The file has {size} MB; a visit has up to {limit}."), size=len(data) // 1_000_000,
            limit=LARGEST // 1_000_000,
        )  # fmt: skip
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace")


def brought(text: str, catalogue: Catalogue, tongue: Tongue) -> Brought:
    """The visit in a text: our JSON, or the parts of QR codes among any other lines.

    Raises VisitFileError, PartsError or OtherFairError with what is wrong.
    """
    if text.lstrip().startswith(("{", "[")):
        return Brought(read_json(text, catalogue.fair.id))
    return read([text], catalogue, lambda ref: names.name(catalogue, ref, tongue))


def recognised(theirs: Visit, mine: Visit) -> Visit:
    """Their visit with the ids of my stops where a stop of theirs is one of mine.

    It is where the id is the same, else where it is about the same thing, or with the same people, on the same day.
    A name in another language is no difference.
    """
    free = {stop.id: stop for stop in mine.plan}
    known = {stop.id: free.pop(stop.id) for stop in theirs.plan if stop.id in free}
    plan = []
    for stop in theirs.plan:
        own = known.get(stop.id)
        if own is None:
            alike = [each for each in free.values() if _about(each) == _about(stop)]
            alike.sort(key=lambda each: each.starts != stop.starts)
            own = free.pop(alike[0].id) if alike else None
        plan.append(replace(stop, id=own.id, name=own.name or stop.name) if own is not None else stop)
    return replace(theirs, plan=tuple(plan))


def account(catalogue: Catalogue, mine: Visit, theirs: Brought, tongue: Tongue) -> Account:
    """What would change if their visit came into mine, in lines for people."""
    visit = recognised(theirs.visit, mine)
    change = merged(mine, visit)
    teller = _Teller(catalogue, mine, applied(mine, change), tongue)
    lines = [
        *(teller.stop(before, after) for _, before, after in change.stops if after is not None),
        *(line for ref, before, after in change.marks for line in teller.mark(ref, before, after)),
        *teller.kept(visit),
        *teller.clashes(change),
        *teller.gone(visit, theirs.unknown),
    ]
    return Account(change, tuple(lines))


def _about(stop: Stop) -> tuple[object, ...]:
    return (stop.ref, stop.day) if stop.ref is not None else (one_line(stop.title).casefold(), stop.meeting, stop.day)


class _Teller:
    """Says what a change does to a visit."""

    def __init__(self, catalogue: Catalogue, mine: Visit, after: Visit, tongue: Tongue) -> None:
        self._catalogue, self._mine, self._after, self._tongue = catalogue, mine, after, tongue

    def stop(self, before: Stop | None, after: Stop) -> tuple[str, str]:
        """A stop that comes, or one that becomes another."""
        said = self._said(after)
        if before is None:
            return ADDED, said
        return CHANGED, self._tongue.t("{now} (was: {before})", now=said, before=self._said(before))

    def mark(self, ref: Ref, before: Mark, after: Mark) -> Iterator[tuple[str, str]]:
        """A mark that comes or grows."""
        said = [
            (after.favourite and not before.favourite, self._tongue.t("favourite")),
            (after.visited and not before.visited, self._tongue.t("visited")),
            (after.rating != before.rating, stars(after.rating)),
            (after.note != before.note, self._tongue.c("visit", _NOTE)),
        ]
        news = ", ".join(words for is_new, words in said if is_new)
        if news:
            yield ADDED if before == NO_MARK else CHANGED, f"{self._name(ref)}: {news}"

    def kept(self, theirs: Visit) -> Iterator[tuple[str, str]]:
        """Where both have a say and mine stays."""
        for ref, mark in theirs.marks.items():
            mine = self._mine.mark(ref).rating
            if mine and mark.rating and mine != mark.rating:
                yield CLASH, self._tongue.t(
                    "{name}: your rating {mine} stays, the other is {theirs}",
                    name=self._name(ref), mine=mine, theirs=mark.rating,
                )  # fmt: skip

    def clashes(self, change: Change) -> Iterator[tuple[str, str]]:
        """What would overlap in the plan that it comes to."""
        touched = {key for key, _, _ in change.stops}
        said: set[frozenset[str]] = set()
        for one in days(self._catalogue, self._after, now(self._catalogue.fair.timezone)):
            for item in one.items:
                for trouble in item.troubles:
                    pair = frozenset(trouble.stops)
                    if trouble.kind != "overlap" or not touched & pair or pair in said:
                        continue
                    said.add(pair)
                    name = item_name(self._catalogue, self._after, item, self._tongue)
                    words = trouble_said(self._catalogue, self._after, one, trouble, self._tongue)
                    yield CLASH, f"{day_title(one, self._tongue)}, {name}: {words}"

    def gone(self, theirs: Visit, unknown: int) -> Iterator[tuple[str, str]]:
        """What is no longer, or was never, in this catalogue."""
        t, n = self._tongue.t, self._tongue.n
        refs = (*theirs.marks, *(stop.ref for stop in theirs.plan if stop.ref is not None))
        for ref in dict.fromkeys(refs):
            if self._catalogue.get(ref) is None:
                yield GONE, t("{name}: no longer in the catalogue", name=self._name(ref))
        if unknown:
            yield (
                GONE,
                n(
                    "{count} thing of it is not in this catalogue and is left out",
                    "{count} things of it are not in this catalogue and are left out",
                    unknown,
                ),
            )

    def _said(self, stop: Stop) -> str:
        item = item_of(self._catalogue, stop)
        when = " ".join(
            part
            for part in (day(self._tongue, item.day) if item.day else "", times(item) or clock(stop.starts))
            if part
        )
        name = item_name(self._catalogue, self._after, item, self._tongue)
        where = item_place(self._catalogue, item, self._tongue)
        return one_line(clean(", ".join(part for part in (when, name, where) if part)))

    def _name(self, ref: Ref) -> str:
        if self._catalogue.get(ref) is not None:
            return names.name(self._catalogue, ref, self._tongue)
        kept = (stop.name for stop in self._after.stops(ref))
        return one_line(clean(next(filter(None, (self._after.mark(ref).name, *kept)), ref.id)))
