"""The card at the info desk: one thing, told to the visitor across the counter and to the clerk beside."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from rich.text import Text

from guide.catalogue.model import Catalogue, Exhibitor, Fair, Ref, Stand
from guide.i18n import N_, Tongue, Wording
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import styled
from guide.view.desk_layout import (
    Fact,
    Part,
    Spot,
    fact_parts,
    fitted,
    gapped,
    head,
    paragraph,
    side_by_side,
    spot_parts,
)
from guide.view.desk_times import day_names, holds, told_at
from guide.view.desk_told import Desk, Told, told
from guide.view.desk_where import stands_of
from guide.view.difference_told import place_said, time_said
from guide.view.draft import newest_first
from guide.view.spelled import aloud
from guide.view.was import Was

_URGENT = ("closed", "moved", "delayed")  # the kinds of notices that change where or when one goes
_CAUTIONS = 3
_MOVED = {
    "moved": (N_("moved: {old} → {new}"), "moved", place_said),
    "retimed": (N_("another time: {old} → {new}"), "delayed", time_said),
    "renamed": (N_("renamed: {old} → {new}"), "info", names.name),
}
_BEFORE_NUMBER = re.compile(r" (?=[^\W\d]{0,2}\d)")
_PLACE, _WARN, _SAID, _SPELLED, _CONCERNS, _TO_CLERK, _STAFF = 1, 3, 4, 7, 21, 45, 47  # how soon each is needed


@dataclass(frozen=True, slots=True)
class Aloud:
    """What to read aloud in one language, and the stand's code spelled out in it ("" where there is none)."""

    language: str
    sentence: str
    quoted: str
    spelled: str


class Caution(NamedTuple):
    """Something that changed, and how soon it is needed."""

    text: Text
    need: int


@dataclass(frozen=True, slots=True)
class DeskCard:
    """What the desk tells of one thing.

    ``name`` is in the visitor's language, ``others`` are its further names. ``visitor`` is what to read
    aloud to them, ``clerk`` the same in the clerk's language where that is another one. ``staff`` is what
    only the clerk may see; it is empty unless it was asked for, and never in :meth:`text`.
    """

    ref: Ref
    name: str
    others: tuple[str, ...]
    cautions: tuple[Caution, ...]
    spots: tuple[Spot, ...]
    facts: tuple[Fact, ...]
    visitor: Aloud
    clerk: Aloud | None = None
    staff: Fact | None = None

    @property
    def said(self) -> str:
        """The sentence to read aloud, in the visitor's language."""
        return self.visitor.sentence

    @property
    def spelled(self) -> str:
        """The stand's code spelled out in the visitor's language; "" where there is none."""
        return self.visitor.spelled

    def lines(self, cells: int, rows: int) -> list[Text]:
        """The card in at most so many rows of at most so many cells: what matters least is left out."""
        if cells <= 0 or rows <= 0:
            return []
        parts = head(self.name, self.others, cells, rows)
        cautions = [Part(paragraph(each.text, cells, 2), each.need, 2) for each in self.cautions]
        place, beneath, facts = self._places(cells, rows)
        place += fact_parts(beneath, cells, facts)
        aloud_parts = [
            Part(paragraph(Text(self.visitor.quoted), cells, 4), _SAID, 4),
            Part(paragraph(styled(self.visitor.spelled, "bold"), cells, 3), _SPELLED, 3),
        ]
        groups = [
            cautions,
            place,
            fact_parts(facts, cells, beneath),
            aloud_parts,
            self._to_clerk(cells),
            self._staff(cells),
        ]
        return fitted([*parts, *(part for group in groups for part in gapped(group))], cells, rows)

    def _places(self, cells: int, rows: int) -> tuple[list[Part], tuple[Fact, ...], tuple[Fact, ...]]:
        """What is drawn, the facts right beneath it, and the further ones."""
        if len(self.spots) > 1:
            columns = side_by_side(self.spots, cells, rows, _PLACE)
            if columns is not None:
                return [columns], (), self.facts
            return [], (), (*(_in_words(spot) for spot in self.spots), *self.facts)
        if not self.spots:
            return [], (), self.facts
        return *spot_parts(self.spots[0], cells, rows, _PLACE), self.facts

    def _to_clerk(self, cells: int) -> list[Part]:
        if self.clerk is None:
            return []
        tag = f"{self.clerk.language.upper()}  "
        said = [styled(line.plain, roles.QUIET) for line in paragraph(Text(self.clerk.quoted), cells - len(tag), 3)]
        spelt = [styled(line.plain, roles.QUIET) for line in paragraph(Text(self.clerk.spelled), cells - len(tag), 2)]
        told_lines = [styled(" " * len(tag), "").append_text(line) for line in said]
        told_lines[:1] = [styled(tag, roles.LABEL).append_text(line) for line in said[:1]]
        spelt_lines = [Text(" " * len(tag)).append_text(line) for line in spelt]
        return [Part(told_lines, _TO_CLERK, 3), Part(spelt_lines, _TO_CLERK + 1, 2)]

    def _staff(self, cells: int) -> list[Part]:
        return [] if self.staff is None else fact_parts([self.staff], cells)

    def text(self) -> str:
        """The card as plain text to copy and to hand out: everything of it but what is for the staff."""
        lines = [self.name, *self.others, *(each.text.plain for each in self.cautions), ""]
        for spot in self.spots:
            lines += [part for part in (spot.whose, spot.large if not spot.only_drawn else "") if part]
            lines += [_plain(fact) for fact in spot.facts]
        lines += [_plain(fact) for fact in self.facts]
        for each in (self.visitor, self.clerk):
            if each is not None:
                lines += ["", each.sentence, *([each.spelled] if each.spelled else [])]
        return "\n".join(lines) + "\n"


def _plain(fact: Fact) -> str:
    return f"{fact.label}: {fact.text.plain}" if fact.label else fact.text.plain


def _in_words(spot: Spot) -> Fact:
    words = styled(spot.large, roles.ACCENT)
    for fact in spot.facts:
        words.append(", ").append_text(fact.text)
    return Fact(spot.whose, words, _PLACE, 2)


def desk_card(
    catalogue: Catalogue, ref: Ref, clerk: Tongue, visitor: Tongue, *, now: datetime, private: bool, was: Was = ()
) -> DeskCard:
    """The card of a thing at a moment of the fair's clock; KeyError where the catalogue has no such thing.

    ``private`` adds what is for the staff only: the private addresses and the contacts. ``was`` says in the clerk's
    language where and when it was before, where that changed since the staff last looked.
    """
    thing = catalogue.get(ref)
    if thing is None:
        raise KeyError(ref)
    for_visitor = told(Desk(catalogue, ref, visitor, now))
    same = clerk.code == visitor.code
    return DeskCard(
        ref=ref,
        name=_name(catalogue, ref, visitor),
        others=_other_names(catalogue, ref, clerk, visitor),
        cautions=tuple(
            [*_moved(catalogue, ref, clerk, now, was), *_cautions(catalogue, ref, visitor, now)][:_CAUTIONS]
        ),
        spots=tuple(for_visitor.spots),
        facts=tuple(sorted(for_visitor.facts, key=lambda fact: fact.need)),
        visitor=_aloud(for_visitor, visitor),
        clerk=None if same else _aloud(told(Desk(catalogue, ref, clerk, now)), clerk),
        staff=_staff(thing, clerk) if private else None,
    )


def _aloud(what: Told, tongue: Tongue) -> Aloud:
    sentence = " ".join(what.said)
    spelt = "; ".join(aloud(code, tongue.code) for code in dict.fromkeys(what.codes))
    # On the screen a number stays on the line of the word before it.
    return Aloud(tongue.code, sentence, _BEFORE_NUMBER.sub("\u00a0", tongue.quoted(sentence)), spelt)


def _name(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    called, thing = names.name(catalogue, ref, tongue), catalogue.get(ref)
    word = tongue.t("Stand")
    return f"{word} {called}" if isinstance(thing, Stand) and called == thing.code else called


def _other_names(catalogue: Catalogue, ref: Ref, clerk: Tongue, visitor: Tongue) -> tuple[str, ...]:
    """The name as the clerk reads it, the legal name, and the name in the other languages; each once."""
    thing = catalogue.get(ref)
    shown = _name(catalogue, ref, visitor)
    wording = getattr(thing, "name", None) or getattr(thing, "title", None)
    legal = getattr(thing, "legal_name", None)
    found = [_name(catalogue, ref, clerk), visitor.d(legal)]
    found += wording.texts() if isinstance(wording, Wording) else ()
    return tuple(dict.fromkeys(text for each in found if (text := one_line(each)) and text != shown))


def _cautions(catalogue: Catalogue, ref: Ref, tongue: Tongue, now: datetime) -> list[Caution]:
    """What changed about a thing and its stands, then what concerns it: its hall, who stands there, its partners."""
    thing, stands = catalogue.get(ref), stands_of(catalogue, ref)
    own = [ref, *(Ref("stand", stand.id) for stand in stands)]
    concerned: list[Ref] = []
    for stand in stands if ref.kind == "stand" else ():
        concerned += catalogue.relations.at_stand.get(stand.id, ())
    for other in (*getattr(thing, "partners", ()), getattr(thing, "organisation", None)):
        if isinstance(other, Ref):
            concerned += [other, *(Ref("stand", stand.id) for stand in stands_of(catalogue, other))]
    halls = dict.fromkeys([*(stand.hall for stand in stands), getattr(thing, "hall", None)])
    concerned += [Ref("hall", hall) for hall in halls if hall]
    found = [Caution(line, _WARN) for stand in stands[:1] if (line := _days(stand, tongue, now, catalogue.fair))]
    told_of: set[str] = set()
    for about in (*own, *concerned):
        notices = [catalogue.notices[notice.id] for notice in catalogue.relations.notices.get(about, ())]
        live = [notice for notice in newest_first(notices) if holds(notice, now) and notice.id not in told_of]
        for notice in sorted(live, key=lambda each: each.kind not in _URGENT):
            told_of.add(notice.id)
            line = styled("! ", roles.WARN)
            if about not in own:
                line.append(f"{names.name(catalogue, about, tongue)}: ", roles.WARN)
            line.append(one_line(tongue.d(notice.text)), roles.WARN)
            at = told_at(notice, tongue, now)
            need = _WARN if about in own else _CONCERNS
            found.append(Caution(line.append(f" ·\u00a0{at}" if at else "", roles.QUIET), need))
    return found


def _moved(catalogue: Catalogue, ref: Ref, clerk: Tongue, now: datetime, was: Was) -> list[Caution]:
    """Where it was before and where it is now, in one line; nothing where a notice of its own says that already."""
    own = [ref, *(Ref("stand", stand.id) for stand in stands_of(catalogue, ref))]
    notices = (catalogue.notices[each.id] for about in own for each in catalogue.relations.notices.get(about, ()))
    said = {notice.kind for notice in notices if holds(notice, now)}
    found = []
    for what, before in was:
        message, kind, says = _MOVED[what]
        if what == "retimed" and ref.kind != "session":
            continue  # its hours are told anyhow
        after = says(catalogue, ref, clerk)
        if kind not in said and after:
            found.append(Caution(styled(f"! {clerk.t(message, old=before, new=after)}", roles.WARN), _WARN))
    return found


def _days(stand: Stand, tongue: Tongue, now: datetime, fair: Fair) -> Text | None:
    """That nobody is on the stand today, where the days that it is manned are published."""
    today = now.date()
    if not stand.days or today in stand.days or not fair.starts <= today <= fair.ends:
        return None
    words = tongue.t("Nobody is on this stand today, only on: {days}", days=day_names(stand.days, tongue))
    return styled(f"! {words}", roles.WARN)


def _staff(thing: object, clerk: Tongue) -> Fact | None:
    """How to reach an exhibitor, for the clerk's eyes."""
    if not isinstance(thing, Exhibitor):
        return None
    people = [one_line(clerk.d(who)) for who in thing.people]
    reached = " · ".join(dict.fromkeys((*thing.email_private, *people, *thing.phone, *thing.email)))
    return Fact(clerk.t("For staff only"), Text(reached), _STAFF, 3) if reached else None
