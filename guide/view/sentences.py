"""What is shown, said in words: the facets chosen and the query, for the header and for people who listen."""

from datetime import date

from guide.catalogue.model import Catalogue, Ref
from guide.dates import day
from guide.i18n import N_, Tongue, Wording
from guide.search.facets import UNSTATED, Chosen
from guide.text import one_line
from guide.view import names

FACETS = {
    "country": N_("Country"),
    "region": N_("Region"),
    "sector": N_("Sector"),
    "participation": N_("Takes part"),
    "kind": N_("Kind"),
    "status": N_("Status"),
    "hall": N_("Hall"),
    "day": N_("Day"),
    "track": N_("Track"),
    "at_fair": N_("At the fair"),
    "origin": N_("Where from"),
    "target": N_("Where to"),
}

_VALUES = {
    ("exhibitor", "participation"): names.PARTICIPATION,
    ("region", "participation"): names.REGION_PARTICIPATION,
    ("region", "kind"): names.REGION_KINDS,
    ("stand", "kind"): names.STAND_KINDS,
    ("venture", "kind"): names.VENTURE_KINDS,
    ("venture", "status"): names.STATUSES,
}


def facet_name(facet: str, tongue: Tongue) -> str:
    """The title of a facet."""
    return names.said(tongue, FACETS, facet)


def facet_value(catalogue: Catalogue, kind: str, facet: str, value: object, tongue: Tongue) -> str:
    """A facet's value as a person reads it."""
    if value is None or value == "":
        return tongue.t("not stated")
    if facet == "at_fair":
        return tongue.t("signed or named there") if value == "yes" else tongue.t("not known")
    if isinstance(value, date):
        return day(tongue, value)
    if isinstance(value, Wording):
        return one_line(tongue.d(value))
    code = str(value)
    words = _VALUES.get((kind, facet))
    if words and code in words:
        return tongue.t(words[code])
    match facet:
        case "origin" | "target":
            return _end(catalogue, code, tongue)
        case "country":
            return names.country(catalogue, code, tongue)
        case "region":
            return names.name(catalogue, Ref("region", code), tongue)
        case "hall":
            return names.name(catalogue, Ref("hall", code), tongue)
    return one_line(code)


def _end(catalogue: Catalogue, code: str, tongue: Tongue) -> str:
    """Where a venture starts or leads: a region, a country, or a country of which the region is not stated."""
    if code == UNSTATED:
        return tongue.t("not stated")
    if code.endswith(UNSTATED):
        country = names.country(catalogue, code.removesuffix(UNSTATED), tongue)
        return tongue.t("{country}, region not stated", country=country)
    if code in catalogue.regions:
        return names.name(catalogue, Ref("region", code), tongue)
    return names.country(catalogue, code, tongue) or one_line(code)


def described(catalogue: Catalogue, kind: str, chosen: Chosen, asked: str, tongue: Tongue) -> str:
    """The facets and what was asked beside them: «Страна: Беларусь или Россия; со словами «станки»».

    ``asked`` is the query in words, as :func:`guide.view.asked.asked` says it.
    """
    parts = []
    last = tongue.t("or")
    for facet, values in chosen.items():
        shown = sorted(facet_value(catalogue, kind, facet, value, tongue) for value in values)
        if shown:
            parts.append(f"{facet_name(facet, tongue)}: {tongue.listed(shown, last)}")
    if asked:
        parts.append(asked)
    return "; ".join(parts)
