"""What is said of one thing when it is taken away: its names, its place, how to reach it, and a few labelled lines."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from guide.catalogue.model import Catalogue, Exhibitor, Party, Ref
from guide.dates import clock, day, loose
from guide.exchange.selection import Selection
from guide.i18n import LANGUAGES, N_, Tongue, Wording
from guide.text import clean, one_line
from guide.view import names, rows
from guide.view.plan_told import spot_said
from guide.visit.day import Spot
from guide.visit.items import spot_of

NO_LONGER = N_("no longer in the catalogue")


class Line(NamedTuple):
    """A label and what it stands for; ``language`` is the tag of the text's language where that is another."""

    label: str
    text: str
    language: str = ""


_NO_LINE = Line("", "")
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Facts:
    """One thing in words of one line each, but ``about`` and ``note``.

    ``names`` are those by language that the catalogue gives; ``stands`` are codes, or names where there is no code;
    ``where`` has hall, room and stands together; ``sign`` is whose sign hangs there, where it is not the thing's own;
    ``private`` are addresses for the desk only, empty unless asked for; ``lines`` are further facts to read, in order;
    ``note`` is the person's own.
    """

    ref: Ref
    kind: str
    name: str
    language: str = ""
    names: Mapping[str, str] = field(default_factory=lambda: _NO_NAMES)
    gone: bool = False
    stands: tuple[str, ...] = ()
    hall: str = ""
    room: str = ""
    where: str = ""
    sign: str = ""
    lines: tuple[Line, ...] = ()
    about: Line = _NO_LINE
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    note: str = ""

    @property
    def other_names(self) -> tuple[str, ...]:
        """The name in the languages in which it is not shown, each once."""
        return tuple(dict.fromkeys(name for name in self.names.values() if name != self.name))


def facts(selection: Selection, ref: Ref) -> Facts:
    """What is said of a thing; of one that left the catalogue only its name and the person's own note."""
    tongue, thing = selection.tongue, selection.catalogue.get(ref)
    note = clean(selection.mark(ref).note)
    if thing is None:
        kind = names.said(tongue, names.KINDS, ref.kind)
        return Facts(ref, kind, selection.name(ref), gone=True, note=note)
    wording = getattr(thing, "name", None) or getattr(thing, "title", None)
    about, language = tongue.shown(getattr(thing, "about", None) or getattr(thing, "note", None))
    is_firm = isinstance(thing, Exhibitor)
    spot = spot_of(selection.catalogue, ref)
    room, stands, hall = _whereabouts(selection.catalogue, spot, tongue)
    return Facts(
        ref,
        names.kind_word(selection.catalogue, ref, tongue),
        selection.name(ref),
        tongue.shown(wording)[1],
        _named(wording),
        stands=stands,
        hall="" if ref.kind == "hall" else hall,
        room=room,
        where="" if ref.kind == "hall" else spot_said(selection.catalogue, spot, tongue),
        sign=_sign(selection, thing),
        lines=tuple(line for line in _LINES[ref.kind](_Told(selection, ref, thing)) if line.text),
        about=Line("", about, language),
        phones=thing.phone if is_firm else (),
        emails=thing.email if is_firm else (),
        private=thing.email_private if is_firm and selection.private else (),
        sites=_sites(ref, thing),
        note=note,
    )


def sign_line(selection: Selection, told: Facts) -> str:
    """Whose sign to look for, in words; "" where it is one's own."""
    label = selection.tongue.t("Look for the sign")
    return f"{label}: {told.sign}" if told.sign else ""


def _whereabouts(catalogue: Catalogue, spot: Spot, tongue: Tongue) -> tuple[str, tuple[str, ...], str]:
    """A spot in words: its room, its stands by code or name, its hall."""
    stands = [catalogue.stands[key] for key in spot.stands if key in catalogue.stands]
    hall = catalogue.halls.get(spot.hall or "")
    return (
        one_line(tongue.d(spot.room)),
        tuple(stand.code or names.stand_name(catalogue, stand, tongue) for stand in stands),
        one_line(tongue.d(hall.name)) if hall else "",
    )


def _named(wording: Wording | None) -> Mapping[str, str]:
    if wording is None:
        return _NO_NAMES
    texts = {tag: one_line(text) for tag, text in wording.pairs}
    return MappingProxyType({code: texts.get(code) or texts.get("", "") for code in LANGUAGES})


def _sign(selection: Selection, thing: Any) -> str:
    """Whose sign hangs over the stand, where it is not the thing's own."""
    host = getattr(thing, "host", None)
    return selection.name(Ref("exhibitor", str(host))) if host in selection.catalogue.exhibitors else ""


def _sites(ref: Ref, thing: Any) -> tuple[str, ...]:
    match ref.kind:
        case "exhibitor" | "fair":
            return (thing.site,) if thing.site else ()
    return ()


class _Told:
    """One thing while its lines are written."""

    def __init__(self, selection: Selection, ref: Ref, thing: Any) -> None:
        self.catalogue, self.tongue, self.ref, self.thing = selection.catalogue, selection.tongue, ref, thing

    def line(self, label: str, wording: Wording | None) -> Line:
        """A line of the catalogue's words."""
        text, language = self.tongue.shown(wording)
        return Line(self.tongue.t(label), one_line(text), language)

    def words(self, label: str, text: str) -> Line:
        """A line of words that are in the person's language already."""
        return Line(self.tongue.t(label), one_line(text))

    def listed(self, label: str, wordings: Iterable[Wording]) -> Line:
        """A line of several of the catalogue's words; its language is said where they share it."""
        shown = [self.tongue.shown(wording) for wording in wordings]
        tags = {tag for _, tag in shown}
        return Line(
            self.tongue.t(label), one_line(", ".join(text for text, _ in shown)), tags.pop() if len(tags) == 1 else ""
        )

    def parties(self, label: str, parties: Iterable[Party]) -> Line:
        """A line of those who take part."""
        return self.words(label, ", ".join(names.party(self.catalogue, party, self.tongue) for party in parties))

    def place(self) -> Line:
        """Where it comes from."""
        return self.words(N_("Place"), names.whole_place(self.catalogue, self.thing.place, self.tongue))


def _exhibitor(told: _Told) -> list[Line]:
    thing = told.thing
    return [
        told.place(),
        told.listed(N_("Sectors"), thing.sectors),
        told.listed(N_("Products"), thing.products),
        told.listed(N_("Offers"), thing.offers),
        told.listed(N_("Seeks"), thing.seeks),
        told.line(N_("At the fair"), thing.presented),
        told.listed(N_("Contacts"), thing.people),
        told.words(N_("Checked"), loose(told.tongue, thing.checked) if thing.checked else ""),
    ]


def _region(told: _Told) -> list[Line]:
    thing = told.thing
    return [
        told.words(N_("Country"), names.country(told.catalogue, thing.country, told.tongue)),
        told.listed(N_("Offers"), thing.offers),
        told.listed(N_("Seeks"), thing.seeks),
        told.line(N_("At the fair"), thing.presented),
    ]


def _venture(told: _Told) -> list[Line]:
    thing = told.thing
    return [
        told.words(N_("Kind"), names.said(told.tongue, names.VENTURE_KINDS, thing.kind)),
        told.words(N_("From and to"), rows.route(told.catalogue, thing, told.tongue)),
        told.line(N_("Product"), thing.product),
        told.parties(N_("Partners"), thing.partners),
        told.words(N_("Status"), names.said(told.tongue, names.STATUSES, thing.status)),
    ]


def _session(told: _Told) -> list[Line]:
    thing = told.thing
    return [
        told.words(N_("Day"), day(told.tongue, thing.date, weekday=True) if thing.date else ""),
        told.words(N_("Time"), " – ".join(part for part in (clock(thing.starts), clock(thing.ends)) if part)),
        told.line(N_("Track"), thing.track),
        told.words(N_("Language"), names.language_name(thing.language or "")),
        told.parties(N_("Speakers"), thing.speakers),
        told.parties(N_("Organisations"), thing.organisations),
    ]


def _person(told: _Told) -> list[Line]:
    thing = told.thing
    return [
        told.line(N_("Role"), thing.role),
        told.parties(N_("Organisation"), (thing.organisation,) if thing.organisation else ()),
    ]


def _stand(told: _Told) -> list[Line]:
    here = told.catalogue.relations.at_stand.get(told.ref.id, ())
    return [told.parties(N_("Who stands there"), here)]


def _service(told: _Told) -> list[Line]:
    hours = (f"{day(told.tongue, each.date)} {clock(each.opens)}–{clock(each.closes)}" for each in told.thing.hours)
    return [
        told.words(N_("Kind"), names.said(told.tongue, names.SERVICE_KINDS, told.thing.kind)),
        told.words(N_("Opening hours"), ", ".join(hours)),
    ]


def _hall(told: _Told) -> list[Line]:
    return [
        told.words(N_("Kind"), names.said(told.tongue, names.HALL_KINDS, told.thing.kind)),
        told.words(N_("Level"), told.thing.level or ""),
    ]


def _nothing(told: _Told) -> list[Line]:
    return []


_LINES: Mapping[str, Callable[[_Told], list[Line]]] = {
    "exhibitor": _exhibitor,
    "region": _region,
    "venture": _venture,
    "session": _session,
    "person": _person,
    "stand": _stand,
    "service": _service,
    "hall": _hall,
    "fair": _nothing,
    "source": _nothing,
}
