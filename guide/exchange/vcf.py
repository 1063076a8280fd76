"""Address cards that every phone takes: vCard 3.0, RFC 2426.

Version 3.0 and not 4.0: phones of both makers and Outlook write and read it, Android's importer takes 4.0 in part, and
Outlook refuses it. 3.0 has one name in one language (LANGUAGE and ALTID are for 4.0), so FN has the name in the
person's language and NICKNAME those in the others: phones show and search both. A firm is an ORG with an empty N, which
3.0 demands, and Apple's X-ABShowAs that files it under its own name. A person's name is not taken apart, since nobody
knows here which of its words is the family's: it stands whole where the given name does, so it is shown as it is.
"""

from collections.abc import Iterator
from datetime import UTC

from guide.catalogue.model import Exhibitor, Person, Place, Ref
from guide.exchange.contentlines import assembled, escaped, local
from guide.exchange.facts import NO_LONGER, Facts, facts, sign_line
from guide.exchange.selection import Selection
from guide.text import one_line
from guide.view import names

KINDS = ("exhibitor", "person")
"""The kinds of things that have an address card."""

_Lines = Iterator[tuple[str, str]]


def cards(selection: Selection) -> str:
    """The cards of the selection (:func:`carded`), one behind the other; "" where there are none."""
    return "".join(assembled(_card(selection, facts(selection, ref))) for ref in carded(selection))


def carded(selection: Selection) -> tuple[Ref, ...]:
    """The things of the selection that have an address card, each once; for a stand those who stand there."""
    return tuple(dict.fromkeys(each for ref in selection.refs for each in _with_cards(selection, ref)))


def cardless(selection: Selection) -> int:
    """How many things of the selection give no address card."""
    return sum(not _with_cards(selection, ref) for ref in selection.refs)


def _with_cards(selection: Selection, ref: Ref) -> tuple[Ref, ...]:
    there = selection.catalogue.relations.at_stand.get(ref.id, ()) if ref.kind == "stand" else (ref,)
    return tuple(each for each in there if each.kind in KINDS)


def _card(selection: Selection, told: Facts) -> _Lines:
    thing = selection.catalogue.get(told.ref)
    yield "BEGIN", "VCARD"
    yield "VERSION", "3.0"
    yield "PRODID", "-//Exhibition guide//guide//EN"
    yield "UID", escaped(f"{told.ref.kind}-{told.ref.id}@{selection.catalogue.fair.id}.exhibition-guide")
    yield "FN", escaped(told.name)
    if told.ref.kind == "person":
        yield "N", f";{escaped(told.name)};;;"
    else:
        yield "N", ";;;;"
        yield "ORG", escaped(told.name)
        yield "X-ABShowAs", "COMPANY"
    # One value: of several with commas between, some readers keep the first only.
    yield "NICKNAME", escaped(" / ".join(told.other_names))
    if isinstance(thing, Person):
        yield "ORG", escaped(names.party(selection.catalogue, thing.organisation, selection.tongue))
        yield "TITLE", escaped(one_line(selection.tongue.d(thing.role)))
    if isinstance(thing, Exhibitor):
        yield "ADR;TYPE=WORK", _address(selection, thing.place)
    for phone in told.phones:
        yield "TEL;TYPE=WORK,VOICE", escaped(phone)
    for address in told.emails:
        yield "EMAIL;TYPE=INTERNET,WORK", escaped(address)
    for address in told.private:
        yield "EMAIL;TYPE=INTERNET,HOME", escaped(address)
    for site in told.sites:
        yield "URL", escaped(site)
    yield "NOTE", escaped(_note(selection, told))
    yield "REV", f"{local(selection.moment.astimezone(UTC))}Z"
    yield "END", "VCARD"


def _address(selection: Selection, place: Place | None) -> str:
    """Post box, addition, street, town, region, code, country; "" where nothing of it is known."""
    if place is None:
        return ""
    catalogue, tongue = selection.catalogue, selection.tongue
    town = one_line(tongue.d(place.city))
    region = names.party(catalogue, place.region, tongue)
    country = names.country(catalogue, place.country, tongue)
    parts = [town, region if region != town else "", "", country]
    return ";".join(["", "", "", *map(escaped, parts)]) if any(parts) else ""


def _note(selection: Selection, told: Facts) -> str:
    """Where it stands at which fair, whose sign to look for, what it does, and the person's own words."""
    t = selection.tongue.t
    fair = one_line(selection.tongue.d(selection.catalogue.fair.name))
    lines = [
        t(NO_LONGER) if told.gone else "",
        f"{fair}: {told.where}" if told.where else fair,
        sign_line(selection, told),
        *(f"{line.label}: {line.text}" for line in told.lines),
        told.note,
    ]
    return "\n".join(line for line in lines if line)
