"""The words for what the catalogue says in codes: kinds, statuses, participation, and names with their fallbacks."""

from guide.catalogue.countries import country_name
from guide.catalogue.model import Catalogue, Exhibitor, Party, Place, Ref, Stand
from guide.i18n import C_, N_, NAMES, Tongue, Wording
from guide.text import one_line

KINDS = {
    "fair": N_("fair"),
    "exhibitor": N_("exhibitor"),
    "stand": N_("stand"),
    "region": N_("region"),
    "venture": N_("venture"),
    "session": N_("session"),
    "person": N_("person"),
    "service": N_("service"),
    "hall": N_("hall"),
}

VENTURE_KINDS = {
    "joint-venture": N_("joint venture"),
    "localised-production": N_("localised production"),
    "agreement": N_("agreement"),
    "letter-of-intent": N_("letter of intent"),
    "contract": N_("contract"),
    "supply": N_("supply"),
    "project": N_("project"),
    "programme": N_("programme"),
    "proposal": N_("proposal"),
    "twinning": N_("twin cities"),
}

STATUSES = {
    "planned": N_("planned"),
    "agreed": N_("agreed"),
    "building": N_("being built"),
    "operating": N_("operating"),
    "stopped": N_("stopped"),
}

PARTICIPATION = {
    "exhibitor": N_("exhibits"),
    "co-exhibitor": N_("co-exhibitor"),
    "represented": N_("represented"),
    "participant": N_("takes part, no stand known"),
    "background": N_("known from ties only"),
}

REGION_PARTICIPATION = {**PARTICIPATION, "exhibitor": N_("has a stand")}

# One word where a column has no room for the sentence.
PARTICIPATION_SHORT = {
    "exhibitor": N_("exhibits"),
    "co-exhibitor": N_("co-exhibitor"),
    "represented": N_("represented"),
    "participant": N_("takes part"),
    "background": N_("background"),
}

REGION_KINDS = {"region": N_("region"), "country": N_("country"), "city": N_("city")}

HALL_KINDS = {"hall": N_("hall"), "pavilion": N_("pavilion"), "outdoor": N_("outdoor area")}

STAND_KINDS = {
    "single": N_("stand of one exhibitor"),
    "shared": N_("shared stand"),
    "regional": N_("regional stand"),
    "national": N_("national exposition"),
    "outdoor": N_("outdoor stand"),
}

SERVICE_KINDS = {
    "info": N_("information"),
    "cloakroom": N_("cloakroom"),
    "first-aid": N_("first aid"),
    "toilet": N_("toilet"),
    "accessible-toilet": N_("accessible toilet"),
    "cafe": N_("café"),
    "atm": N_("cash machine"),
    "lost-found": N_("lost property"),
    "prayer": N_("prayer room"),
    "parking": N_("parking"),
    "transport": N_("transport"),
    "wifi": N_("Wi-Fi"),
    "exit": N_("exit"),
    "room": N_("conference room"),
    "stage": N_("stage"),
}

LANGUAGE_NAMES = {
    **NAMES, "de": "Deutsch", "es": "Español", "fr": "Français", "it": "Italiano", "kk": "Қазақша", "ky": "Кыргызча",
    "lt": "Lietuvių", "lv": "Latviešu", "pl": "Polski", "tr": "Türkçe", "uk": "Українська", "uz": "Oʻzbekcha",
    "zh": "中文",
}  # fmt: skip

LANGUAGE_TAGS = {"ru": N_("in Russian"), "be": N_("in Belarusian"), "en": N_("in English")}

CARDED = frozenset(
    ("fair", "exhibitor", "region", "venture", "person", "session", "stand", "hall", "service", "source")
)
"""The kinds of things that have a card."""

NOT_PUBLISHED = N_("not published")
STAND_NOT_PUBLISHED = C_("stand", "not published")


def said(tongue: Tongue, words: dict[str, str], code: str | None) -> str:
    """The word for a code, or the code itself where the table has none."""
    return tongue.t(words[code]) if code in words else (code or "")


def has_card(ref: Ref) -> bool:
    """Whether a thing of this kind has a card to go to."""
    return ref.kind in CARDED


def language_name(code: str) -> str:
    """A language by its own name, as those who speak it look for it; the code of one not known here."""
    return LANGUAGE_NAMES.get(code.lower(), code)


def is_background(catalogue: Catalogue, ref: Ref) -> bool:
    """Whether a thing is known from ties only, so that nobody may take it for one that is at the fair."""
    return getattr(catalogue.get(ref), "participation", "") == "background"


def kind_word(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """What kind of thing it is; of an organisation known from ties only, that it is."""
    if ref.kind == "exhibitor" and is_background(catalogue, ref):
        return tongue.t(PARTICIPATION["background"])
    return said(tongue, KINDS, ref.kind)


def name(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """What a thing is called, on one line; its id where it is not there."""
    thing = catalogue.get(ref)
    if thing is None:
        return ref.id
    if isinstance(thing, Stand):
        return stand_name(catalogue, thing, tongue)
    wording = getattr(thing, "name", None) or getattr(thing, "title", None) or getattr(thing, "text", None)
    return one_line(tongue.d(wording)) or ref.id


def stand_name(catalogue: Catalogue, stand: Stand, tongue: Tongue) -> str:
    """A stand's name, else its region's, else its code."""
    if stand.name:
        return one_line(tongue.d(stand.name))
    if stand.region and stand.region in catalogue.regions:
        return one_line(tongue.d(catalogue.regions[stand.region].name))
    here = catalogue.relations.at_stand.get(stand.id, ())
    if len(here) == 1:
        return name(catalogue, here[0], tongue)
    return stand.code or stand.id


def country(catalogue: Catalogue, code: str | None, tongue: Tongue) -> str:
    """A country's name: as the catalogue has it, else as CLDR has it; "" for none."""
    if not code:
        return ""
    known = catalogue.regions.get(code)
    return one_line(tongue.d(known.name)) if known else country_name(code, tongue.code)


def party(catalogue: Catalogue, who: Party | None, tongue: Tongue) -> str:
    """What one who takes part is called: a record's name, or the words themselves."""
    if who is None:
        return ""
    return name(catalogue, who, tongue) if isinstance(who, Ref) else one_line(tongue.d(who))


def town(catalogue: Catalogue, place: Place | None, tongue: Tongue) -> str:
    """The shortest name of a place: its town, else its region, else its country."""
    if place is None:
        return ""
    if place.city:
        return one_line(tongue.d(place.city))
    if place.region:
        return party(catalogue, place.region, tongue)
    return country(catalogue, place.country, tongue)


def region_and_country(catalogue: Catalogue, place: Place | None, tongue: Tongue) -> str:
    """What a town lies in: «Брестская область, Беларусь»; without what the town's name says already."""
    if place is None:
        return ""
    seen = {town(catalogue, place, tongue)}
    words = []
    for word in (
        party(catalogue, place.region, tongue),
        country_name(place.country, tongue.code) if place.country else "",
    ):
        if word and word not in seen:
            words.append(word)
            seen.add(word)
    return ", ".join(words)


def whole_place(catalogue: Catalogue, place: Place | None, tongue: Tongue) -> str:
    """«Кобрин, Брестская область, Беларусь»."""
    words = (town(catalogue, place, tongue), region_and_country(catalogue, place, tongue))
    return ", ".join(word for word in words if word)


def where(catalogue: Catalogue, thing: Exhibitor | object, tongue: Tongue) -> str:
    """Where an exhibitor or region stands, in few words: codes, else the stand's name, else the hall; or ""."""
    words = []
    for key in getattr(thing, "stands", ()):
        stand = catalogue.stands.get(key)
        if stand is not None:
            words.append(stand.code or stand_name(catalogue, stand, tongue))
    hall = catalogue.halls.get(getattr(thing, "hall", None) or "")
    if not words and hall is not None:
        words.append(one_line(tongue.d(hall.name)))
    return ", ".join(words)


def other_names(wording: Wording, shown: str) -> tuple[str, ...]:
    """The name in the languages that are not shown, each once."""
    return tuple(text for text in wording.texts() if text != shown)
