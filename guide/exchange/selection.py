"""What is taken away: the one frozen value that every format is made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from guide.catalogue.model import Catalogue, Ref
from guide.dates import now
from guide.i18n import Tongue
from guide.text import clean, one_line
from guide.view import names
from guide.visit.state import EMPTY, Mark, Visit

LISTED = ("exhibitor", "region", "venture", "session", "person", "service", "stand", "hall")
"""The kinds of things that can be taken away, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which things of a catalogue, in what language, with what of a visit.

    ``refs`` are the things in order; one that left the catalogue stays with the name that the visit kept for it.
    ``visit`` is empty where a person's own marks and plan are not asked for; ``private`` is whether fields for the
    desk only are; ``whole`` says that everything the fair lists is meant; ``moment`` is the fair's clock.
    """

    catalogue: Catalogue
    tongue: Tongue
    title: str
    refs: tuple[Ref, ...]
    moment: datetime
    visit: Visit = EMPTY
    private: bool = False
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(self.refs or self.visit.plan)

    def gone(self, ref: Ref) -> bool:
        """Whether a thing is no longer in the catalogue."""
        return self.catalogue.get(ref) is None

    def name(self, ref: Ref) -> str:
        """What a thing is called, on one line; of one that is gone, what it was called, else its id."""
        if not self.gone(ref):
            return names.name(self.catalogue, ref, self.tongue)
        kept = (self.visit.mark(ref).name, *(stop.name for stop in self.visit.stops(ref)))
        return one_line(clean(next(filter(None, kept), ref.id)))

    def mark(self, ref: Ref) -> Mark:
        """What the person made of a thing; empty where that is not asked for."""
        return self.visit.mark(ref)

    @property
    def by_kind(self) -> Mapping[str, tuple[Ref, ...]]:
        """The things by kind, kinds in the order of LISTED and then as they come."""
        kinds = dict.fromkeys((*LISTED, *(ref.kind for ref in self.refs)))
        sorted_ = {kind: tuple(ref for ref in self.refs if ref.kind == kind) for kind in kinds}
        return MappingProxyType({kind: refs for kind, refs in sorted_.items() if refs})


def whole_fair(catalogue: Catalogue, tongue: Tongue, *, private: bool = False) -> Selection:
    """Everything that the fair lists, by kind; without those who are known from ties only."""
    refs = (ref for kind in LISTED for ref in catalogue.refs(kind))
    shown = tuple(ref for ref in refs if not names.is_background(catalogue, ref))
    title = one_line(tongue.d(catalogue.fair.name))
    return Selection(catalogue, tongue, title, shown, _moment(catalogue), private=private, whole=True)


def visited(catalogue: Catalogue, tongue: Tongue, visit: Visit, *, private: bool = False) -> Selection:
    """A person's visit: what is planned, then all else that is marked."""
    planned = (stop.ref for stop in visit.plan if stop.ref is not None)
    refs = tuple(dict.fromkeys((*planned, *visit.marks)))
    title = _titled(catalogue, tongue, tongue.t("My visit"))
    return Selection(catalogue, tongue, title, refs, _moment(catalogue), visit, private)


def favoured(catalogue: Catalogue, tongue: Tongue, visit: Visit, *, private: bool = False) -> Selection:
    """A person's favourites with what was noted on them, without the plan."""
    refs = visit.favourites()
    marks = Visit(MappingProxyType({ref: visit.marks[ref] for ref in refs}))
    title = _titled(catalogue, tongue, tongue.t("My favourites"))
    return Selection(catalogue, tongue, title, refs, _moment(catalogue), marks, private)


def things(
    catalogue: Catalogue, tongue: Tongue, refs: Iterable[Ref], *, title: str = "", private: bool = False
) -> Selection:
    """Some things of the catalogue, such as what a query found; called by ``title``, or as the fair without one."""
    chosen = tuple(dict.fromkeys(refs))
    said = _titled(catalogue, tongue, one_line(clean(title)))
    return Selection(catalogue, tongue, said, chosen, _moment(catalogue), private=private)


def _titled(catalogue: Catalogue, tongue: Tongue, words: str) -> str:
    fair = one_line(tongue.d(catalogue.fair.name))
    return f"{words} · {fair}" if words else fair


def _moment(catalogue: Catalogue) -> datetime:
    return now(catalogue.fair.timezone)
