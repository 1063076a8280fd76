"""The difference of two catalogues in words: under headings, a thing a line, the old and the new side by side."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any, NamedTuple

from guide.catalogue.difference import ALIASES, FIGURES, Change, Difference, FieldChange
from guide.catalogue.fields import TABLES as RECORDS
from guide.catalogue.model import Amount, Catalogue, Figure, Hours, Milestone, Place, Ref, Saying, Venue
from guide.catalogue.pairing import Evidence
from guide.dates import clock, day, loose
from guide.i18n import C_, N_, Tongue, Wording
from guide.text import clean, cut, one_line
from guide.view import names

HEADINGS = {
    "moved": C_("changes", "Moved"),
    "rehosted": C_("changes", "With another host"),
    "retimed": C_("changes", "At another time"),
    "renamed": C_("changes", "Renamed"),
    "new": C_("changes", "New"),
    "gone": C_("changes", "Gone"),
    "new-id": C_("changes", "With another id"),
    "changed": C_("changes", "Changed otherwise"),
}
"""What happened, as a heading."""

KINDS = {
    **names.KINDS,
    "passage": N_("way through"),
    "notice": N_("notice"),
    "source": N_("source"),
}

FIELDS = {
    "name": N_("Name"), "title": N_("Name"), "text": N_("Text"), "code": N_("Stand code"), "id": N_("Id"),
    "legal_name": N_("Legal name"), "legal_form": N_("Legal form"), "aliases": N_("Also called"),
    ALIASES: N_("Also called"), FIGURES: N_("Figures"), "place": N_("Place"), "sectors": N_("Sectors"),
    "products": N_("Products"), "offers": N_("Offers"), "seeks": N_("Seeks"), "about": N_("About"),
    "stands": N_("Stand"), "hall": N_("Hall"), "presented": N_("At the fair"), "participation": N_("Takes part"),
    "host": N_("Host of the stand"), "phone": N_("Phone"), "email": N_("E-mail"),
    "email_private": N_("E-mail for the desk"),
    "site": N_("Site"), "url": N_("Site"), "social": N_("Networks"), "people": N_("Contacts"),
    "languages": N_("Languages"), "sources": N_("Sources"), "checked": N_("Checked"), "kind": N_("Kind"),
    "country": N_("Country"), "centre": N_("Centre"), "partners": N_("Partners"), "origin": N_("Where from"),
    "target": N_("Where to"), "product": N_("Product"), "status": N_("Status"), "since": N_("Since"),
    "signed": N_("Signed"), "capacity": N_("Capacity"), "jobs": N_("Jobs"), "investment": N_("Investment"),
    "timeline": N_("How it came about"), "at_fair": N_("At the fair"), "role": N_("Role"),
    "organisation": N_("Organisation"), "said": N_("Sayings"), "date": N_("Day"), "starts": N_("Begins"),
    "ends": N_("Ends"), "room": N_("Room"), "track": N_("Track"), "language": N_("Language"),
    "speakers": N_("Speakers"), "organisations": N_("Organisations"), "regions": N_("Regions"),
    "level": N_("Level"), "outline": N_("Outline"), "polygon": N_("Outline"), "walls": N_("Walls"),
    "blocks": N_("Blocks"), "origin_point": N_("Place on the site"), "angle": N_("Angle"), "note": N_("Remark"),
    "region": N_("Region"), "area_m2": N_("Area"), "days": N_("Days"), "at": N_("Place on the plan"),
    "hours": N_("Opening hours"),
    "step_free": N_("Step-free"), "direction": N_("Direction"), "width_m": N_("Width"), "timezone": N_("Time zone"),
    "edition": N_("Edition"), "series": N_("Series"), "venue": N_("Grounds"), "organisers": N_("Organisers"),
    "summary": N_("Summary"), "published": N_("Published"), "accessed": N_("Read on"), "publisher": N_("Publisher"),
    "until": N_("Until"),
}  # fmt: skip
"""The fields of all kinds by their names for people."""

EVIDENCE = {
    "id": N_("the same id {what}"),
    "name": N_("the same name {what}"),
    "near name": N_("a near name"),
    "alias": N_("the other name {what}"),
    "legal name": N_("the same legal name {what}"),
    "site": N_("the same site {what}"),
    "e-mail": N_("the same e-mail {what}"),
    "phone": N_("the same phone {what}"),
    "stand": N_("the same stand {what}"),
    "people": N_("the same contact {what}"),
    "products": N_("the same products, such as {what}"),
    "place": N_("the same town {what}"),
    "country": N_("the same country"),
    "shape": N_("the same outline"),
    "codes": N_("the same stand codes, such as {what}"),
    "code": N_("the same stand code {what}"),
    "region": N_("the same region {what}"),
    "role": N_("the same role {what}"),
    "organisation": N_("the same organisation {what}"),
    "partners": N_("the same partner {what}"),
    "product": N_("the same product {what}"),
    "time": N_("the same time {what}"),
    "room": N_("the same room {what}"),
    "speakers": N_("the same speaker {what}"),
    "description": N_("the same description"),
    "kind": N_("the same kind"),
    "spot": N_("the same place on the plan"),
    "about": N_("about the same thing"),
}
"""What two records have in common, by the traits of :mod:`guide.catalogue.traits`."""

_SHAPES = ("polygon", "outline", "walls", "blocks", "ends", "at")
_SILENT = ("email_private",)  # that it changed is told to all, what it is to the desk only
_WORDS: dict[tuple[str, str], dict[str, str]] = {
    ("exhibitor", "participation"): names.PARTICIPATION,
    ("region", "participation"): names.REGION_PARTICIPATION,
    ("region", "kind"): names.REGION_KINDS,
    ("stand", "kind"): names.STAND_KINDS,
    ("venture", "kind"): names.VENTURE_KINDS,
    ("venture", "status"): names.STATUSES,
    ("hall", "kind"): names.HALL_KINDS,
    ("service", "kind"): names.SERVICE_KINDS,
}
_LONG = 160  # cells of a text that is told whole


class Sides(NamedTuple):
    """One thing said before and now; ``label`` is "" where the heading says it, a side "" where there was nothing."""

    label: str
    old: str
    new: str


class Told(NamedTuple):
    """A change in words: what it is about, its kind, what was and what is, and why the two are one thing."""

    name: str
    kind: str
    sides: tuple[Sides, ...]
    because: str = ""


def told(found: Difference, change: Change, tongue: Tongue) -> Told:
    """A change of a difference in words, on one line each."""
    here = found.old if change.new is None else found.new
    ref = Ref(change.kind, change.old or "" if change.new is None else change.new)
    kind = names.said(tongue, KINDS, change.kind)
    because = "; ".join(evidence_said(found, each, tongue) for each in change.evidence)
    return Told(cut(_name(here, ref, tongue), _LONG), kind, sides(found, change, tongue), because)


def sides(found: Difference, change: Change, tongue: Tongue) -> tuple[Sides, ...]:
    """What was and what is, each on one line."""
    if change.what in ("new", "gone"):
        here, key = (found.new, change.new) if change.what == "new" else (found.old, change.old)
        place = place_said(here, Ref(change.kind, key or ""), tongue)
        return (Sides("", *(("", place) if change.what == "new" else (place, ""))),) if place else ()
    old, new = Ref(change.kind, change.old or ""), Ref(change.kind, change.new or "")
    match change.what:
        case "moved" if change.kind in ("exhibitor", "region", "session", "stand"):
            return (Sides("", place_said(found.old, old, tongue), place_said(found.new, new, tongue)),)
        case "retimed" if change.kind == "session":
            return (Sides("", time_said(found.old, old, tongue), time_said(found.new, new, tongue)),)
    alone = change.what != "changed" and len(change.fields) == 1
    return tuple(_field(found, change, each, tongue, labelled=not alone) for each in change.fields)


def facts_said(catalogue: Catalogue, ref: Ref, tongue: Tongue, without: Sequence[str] = ()) -> list[tuple[str, str]]:
    """What a catalogue knew of a thing, field by field in the order of its record, each on one line.

    Shapes in metres, sources and what is for the desk only are left out, and the fields ``without``.
    """
    thing, done = catalogue.get(ref), []
    for field in RECORDS[ref.kind].fields if thing is not None else ():
        if field.name not in (*_SHAPES, *_SILENT, "id", "origin", "sources", "name", "title", *without):
            text = _sayer(ref.kind, field.name)(catalogue, getattr(thing, field.name), tongue)
            if text:
                done.append((names.said(tongue, FIELDS, field.name), text))
    return done


def evidence_said(found: Difference, evidence: Evidence, tongue: Tongue) -> str:
    """«тот же сайт example.org»."""
    shown = evidence.shown
    if isinstance(shown, Ref):
        stand = found.new.stands.get(shown.id) if shown.kind == "stand" else None
        what = stand.code if stand is not None and stand.code else _name(found.new, shown, tongue)
    else:
        what = one_line(tongue.d(shown))
    return tongue.t(EVIDENCE[evidence.trait], what=what).strip()  # nothing is shown of what is for the desk only


def place_said(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """Where a thing is: its stands hall by hall, a session's room and hall; "" where that is not known."""
    thing: Any = catalogue.get(ref)
    if ref.kind == "stand":
        return _joined(thing.code or "", _hall(catalogue, thing.hall, tongue))
    if ref.kind in ("session", "service"):
        return _joined(one_line(tongue.d(getattr(thing, "room", None))), _hall(catalogue, thing.hall, tongue))
    if ref.kind not in ("exhibitor", "region"):
        return ""
    halls: dict[str | None, list[str]] = {}
    ids = thing.stands
    if ref.kind == "region" and not ids:
        ids = tuple(stand.id for stand in catalogue.stands.values() if stand.region == ref.id)
    for key in ids:
        stand = catalogue.stands.get(key)
        if stand is not None:
            halls.setdefault(stand.hall, []).append(stand.code or names.stand_name(catalogue, stand, tongue))
    if not halls:
        return _hall(catalogue, thing.hall, tongue)
    return "; ".join(_joined(", ".join(codes), _hall(catalogue, hall, tongue)) for hall, codes in halls.items())


def time_said(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """When a session is: «30 сентября, 10:00–11:00»."""
    session = catalogue.sessions[ref.id]
    on = day(tongue, session.date) if session.date else ""
    return _joined(on, "–".join(clock(each) for each in (session.starts, session.ends) if each is not None))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _hall(catalogue: Catalogue, key: str | None, tongue: Tongue) -> str:
    return _name(catalogue, Ref("hall", key), tongue) if key else ""


def _name(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    thing = catalogue.get(ref)
    if ref.kind == "stand" and thing is not None:
        return _joined(thing.code or "", one_line(tongue.d(thing.name))) or thing.id
    return names.name(catalogue, ref, tongue)


def _field(found: Difference, change: Change, each: FieldChange, tongue: Tongue, *, labelled: bool) -> Sides:
    key = "origin_point" if (change.kind, each.field) == ("hall", "origin") else each.field
    label = names.said(tongue, FIELDS, key) if labelled else ""
    if each.field in _SHAPES or each.field in _SILENT or key == "origin_point":
        # A shape in metres says nothing to the eye: only that it came, went, or is another one.
        was, there = bool(each.old), bool(each.new)
        now = tongue.t("another one") if was else tongue.t("there now")
        return Sides(label, "", now if there else tongue.t("no longer there"))
    old, new = each.old, each.new
    if isinstance(old, tuple) and isinstance(new, tuple) and old and new:
        # Of two lists only what is not in both is of interest; where that is nothing, their order changed.
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        old, new = (tuple(gone), tuple(come)) if gone or come else (old, new)
    if isinstance(old, Wording) and isinstance(new, Wording):
        one, other, tag = worded(old, new, tongue)
        return Sides(label, *(f"{tag}: {text}" if text and tag else text for text in (one, other)))
    say = _sayer(change.kind, each.field)
    return Sides(label, say(found.old, old, tongue), say(found.new, new, tongue))


def worded(old: Wording, new: Wording, tongue: Tongue) -> tuple[str, str, str]:
    """Two wordings where they differ: in this language, else in the first that differs, and its tag then."""
    before, now = dict(old.pairs), dict(new.pairs)
    one, other, tag = tongue.d(old), tongue.d(new), ""
    if one == other:
        differ = [each for each in (*tongue.order, *before, *now) if before.get(each) != now.get(each)]
        tag = differ[0] if differ else ""
        one, other = before.get(tag, ""), now.get(tag, "")
    return _short(one), _short(other), tag


def _short(text: str) -> str:
    return cut(one_line(clean(text)), _LONG)


def _sayer(kind: str, field: str) -> Callable[[Catalogue, Any, Tongue], str]:
    """What says a value of a field."""
    refs = {"stands": "stand", "hall": "hall", "host": "exhibitor", "regions": "region", "sources": "source"}
    target = refs.get(field) or ("region" if (kind, field) == ("stand", "region") else "")

    def say(catalogue: Catalogue, value: Any, tongue: Tongue) -> str:
        if target:
            keys = value if isinstance(value, tuple) else (value,) if value else ()
            return _short(", ".join(_name(catalogue, Ref(target, key), tongue) for key in keys))
        words = _WORDS.get((kind, field))
        if words is not None:
            return names.said(tongue, words, value)
        return _value(catalogue, value, tongue)

    return say


def _value(catalogue: Catalogue, value: Any, tongue: Tongue) -> str:
    match value:
        case None:
            return ""
        case bool():
            return tongue.t("yes") if value else tongue.t("no")
        case str() | Wording():
            return _short(tongue.d(value))
        case Ref():
            return _name(catalogue, value, tongue)
        case int() | float():
            return tongue.number(value)
        case date():
            return loose(tongue, value)
        case time():
            return clock(value)
        case Place():
            return names.whole_place(catalogue, value, tongue)
        case Hours():
            return f"{day(tongue, value.date)} {clock(value.opens)}–{clock(value.closes)}"
        case Amount():
            return f"{tongue.number(value.amount)} {value.currency}"
        case Milestone():
            return _joined(loose(tongue, value.date), _short(tongue.d(value.text)))
        case Saying():
            return _short(tongue.d(value.text))
        case Venue():
            return _joined(one_line(tongue.d(value.name)), one_line(tongue.d(value.address)))
        case Figure():
            number = _value(catalogue, value.value, tongue)
            unit = one_line(tongue.d(value.unit))
            return f"{one_line(tongue.d(value.label))}: {number} {unit}".rstrip()
    return _listed(catalogue, value, tongue)


def _listed(catalogue: Catalogue, values: Sequence[Any], tongue: Tongue) -> str:
    return _short(", ".join(_value(catalogue, each, tongue) for each in values))
