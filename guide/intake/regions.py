"""The regions that others refer to: each as a record, with what the table of places knows of it."""

from guide.catalogue import gazetteer
from guide.i18n import LANGUAGES
from guide.intake.conflicts import in_words
from guide.intake.draft import Draft, Link, Record, language_of


def referred(draft: Draft) -> None:
    """Puts a ``[[region]]`` for every region that a place or a stand names, and words for what is none.

    A region that exhibitors only come from takes part as "background": the lists say where they are at home, not
    that the region itself came. One with a stand of its own is an exhibitor.
    """
    for record in list(draft):
        for key in ("place", "from", "to", "centre"):
            place = record.values.get(key)
            if isinstance(place, dict) and "region" in place and not record.final:
                _home(draft, record, place)
        for key in ("region", "organisation"):
            _wanted(draft, record, record.values.get(key))
        for key in ("regions", "partners", "organisations"):
            for each in record.values.get(key, ()):
                _wanted(draft, record, each)


def _wanted(draft: Draft, record: Record, link: object) -> None:
    if isinstance(link, Link) and link.table == "region":
        _put(draft, link.key, record, stands=record.table == "stand")


def _home(draft: Draft, record: Record, place: dict[str, object]) -> None:
    region = place["region"]
    if isinstance(region, Link):
        code = region.key
    elif isinstance(region, str):
        code = region if gazetteer.place(region) is not None or region in draft.of("region") else ""
    else:
        code = ""
    if not code and not isinstance(region, Link):
        name = in_words(region)
        country = place.get("country")
        found = {known.code for known in gazetteer.known(name, "region")}
        if isinstance(country, str):
            found = {each for each in found if each.startswith(f"{country}-")}
        code = found.pop() if len(found) == 1 else ""
    if code and "-" not in code and code not in draft.of("region"):
        # A country is none; it is said as the country.
        place.setdefault("country", code)
        del place["region"]
    elif code:
        known = gazetteer.place(code)
        place["region"] = Link("region", code)
        if known is not None:
            place.setdefault("country", code.partition("-")[0])
        _put(draft, code, record)
    elif isinstance(region, str):
        place["region"] = {language_of(region): region}


def _put(draft: Draft, code: str, record: Record, *, stands: bool = False) -> None:
    there = draft.of("region").get(code)
    if there is None:
        known = gazetteer.place(code)
        values: dict[str, object] = {"name": _named(known) if known else code}
        if known is not None:
            values |= {"country": code.partition("-")[0], "kind": "region" if "-" in code else "country"}
        values["participation"] = "exhibitor" if stands else "background"
        there = draft.put("region", code, values, min(record.origins), code)
    elif stands and not there.final and there.values.get("participation") == "background":
        there.values["participation"] = "exhibitor"
    there.id = there.id or code


def _named(known: gazetteer.Known) -> dict[str, str]:
    names = dict(known.names)
    return {language: names[language] for language in LANGUAGES if language in names}
