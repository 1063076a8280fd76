"""Organisations and persons of schema.org: their names, addresses and contacts in the words of a catalogue."""

from collections.abc import Mapping
from typing import Any

from guide.i18n import N_
from guide.intake.booths import booths_of
from guide.intake.contacts import emails, phones, sites
from guide.intake.countries_meant import country_of, region_of
from guide.intake.draft import Draft, Link, Origin, Remark, hall_key, stand_key, worded
from guide.intake.files import Asked
from guide.intake.firms import firm_of
from guide.intake.graph import Graph, Thing, types_of
from guide.intake.oddities import Oddity
from guide.intake.programme import Words, lines_as_one, said
from guide.intake.prose import plain
from guide.text import clean, one_line

_ORGANISATIONS = ("Organization", "Corporation", "LocalBusiness", "NGO", "Store", "Brand", "Project", "Airline")
_TAKEN = frozenset(
    ("@type", "@id", "name", "legalName", "alternateName", "address", "location", "telephone", "email", "url", "sameAs",
     "description", "logo", "image", "contactPoint", "makesOffer", "areaServed", "brand")
)  # fmt: skip
_EXHIBIT = ("exhibitor", "exhibitors", "")
"""The properties under which one stands who exhibits; the others only say that he takes part."""

_TAKES_PART = N_("The file calls it “{way}”; whether it has a stand is not said.")


def is_organisation(thing: Thing) -> bool:
    """Whether a thing says that it is an organisation."""
    return any(kind.endswith(_ORGANISATIONS) or kind.endswith("Organization") for kind in types_of(thing))


def is_person(thing: Thing) -> bool:
    """Whether a thing says that it is a person."""
    return "Person" in types_of(thing)


def party(graph: Graph, thing: Thing, asked: Asked) -> dict[str, str]:
    """Whom a thing names, as a table of languages."""
    name = lines_as_one(graph.words(thing, "name", "legalName"))
    return dict(name) if isinstance(name, Mapping) else worded(name or graph.text(thing, "@id"), asked.language)


def place(graph: Graph, thing: Thing) -> dict[str, Any]:
    """The town, region and country of a thing's address, and its place on the earth, as far as they are said."""
    found: dict[str, Any] = {}
    for address in graph.things(thing, "address")[:1]:
        country = country_of(graph.text(address, "addressCountry")) if graph.text(address, "addressCountry") else ""
        region = one_line(clean(graph.text(address, "addressRegion")))
        city = lines_as_one(graph.words(address, "addressLocality"))
        code = region_of(region, country) if region else ""
        found = {
            "city": dict(city) if isinstance(city, Mapping) else city,
            "region": code or (worded(region) if region else ""),
            "country": country,
        }
    for geo in graph.things(thing, "geo")[:1]:
        lat, lon = _number(graph, geo, "latitude"), _number(graph, geo, "longitude")
        if lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180:
            found |= {"lat": lat, "lon": lon}
    return {key: value for key, value in found.items() if value not in ("", None)}


def exhibitor(graph: Graph, thing: Thing, way: str, origin: Origin, draft: Draft) -> frozenset[str]:
    """Puts an organisation into the draft; ``way`` is the property under which an event names it, "" for none.

    Gives back the names of the properties that it has used.
    """
    name, firm = graph.words(thing, "name", "legalName"), firm_of(said(graph.words(thing, "name", "legalName")))
    contacts = [thing, *graph.things(thing, "contactPoint")]
    odd: list[Oddity] = []

    def found(reader: Any, *names: str) -> list[str]:
        values: dict[str, None] = {}
        for each in contacts:
            for property_name in names:
                for text in graph.listed(each, property_name):
                    got = reader(text.removeprefix("mailto:").removeprefix("tel:"))
                    values |= dict.fromkeys(got.values)
                    odd.extend(one.at(origin.file, origin.row, property_name) for one in got.odd)
        return list(values)

    site, *more = found(sites, "url") or [""]
    about = graph.words(thing, "description")
    values: dict[str, Any] = {
        "name": lines_as_one(name) if isinstance(name, Mapping) else firm.name or one_line(clean(name)),
        "legal_form": firm.legal_form,
        "legal_name": lines_as_one(graph.words(thing, "legalName")) or firm.legal_name,
        "aliases": [*dict.fromkeys((*firm.aliases, *graph.listed(thing, "alternateName")))],
        "place": place(graph, thing),
        "about": {tag: plain(text) for tag, text in about.items()} if isinstance(about, Mapping) else plain(about),
        "products": [lines_as_one(text) for text in _offers(graph, thing)],
        "phone": found(phones, "telephone"),
        "email": found(emails, "email"),
        "site": site,
        "social": [
            *more,
            *(text for text in graph.listed(thing, "sameAs") if text.startswith(("http://", "https://"))),
        ],
        "participation": "" if way in _EXHIBIT else "participant",
        **_stands(graph, thing, origin, draft),
    }
    key = graph.text(thing, "@id") or f"{origin.file}#{origin.row}"
    record = draft.put("exhibitor", key, values, origin)
    if values["participation"]:
        record.remarks.append(Remark("participation", _TAKES_PART, {"way": way}))
    draft.oddities += odd
    return _TAKEN


def _stands(graph: Graph, thing: Thing, origin: Origin, draft: Draft) -> dict[str, Any]:
    """The stands that a thing's location names: "Hall 3, Stand A12"."""
    stands: list[Link] = []
    halls: list[Link] = []
    for location in graph.things(thing, "location"):
        for booth in booths_of(graph.text(location, "name")).places:
            hall = None
            if booth.hall:
                hall = draft.link("hall", hall_key(booth.hall), {"name": booth.hall}, origin)
                halls.append(hall)
            if booth.code and booth.kind == "stand":
                key = stand_key(hall.key if hall else "", booth.code)
                stands.append(draft.link("stand", key, {"code": booth.code, "hall": hall}, origin))
    return {"stands": stands, "hall": halls[0] if halls and not stands else None}


def _offers(graph: Graph, thing: Thing) -> list[Words]:
    offered = [
        item for offer in graph.things(thing, "makesOffer") for item in graph.things(offer, "itemOffered") or [offer]
    ]
    return [words for item in offered if said(words := graph.words(item, "name"))]


def _number(graph: Graph, thing: Thing, name: str) -> float | None:
    try:
        return float(graph.text(thing, name).replace(",", "."))
    except ValueError:
        return None
