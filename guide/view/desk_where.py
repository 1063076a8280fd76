"""Where something stands, for the desk: its stands, the hall, the sign to look for, who is next to it."""

from rich.text import Text

from guide.catalogue.geometry import distance
from guide.catalogue.model import Catalogue, Ref, Service, Session, Stand
from guide.catalogue.neighbours import neighbours
from guide.i18n import Tongue, Wording
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import styled
from guide.view.desk_layout import Fact, Spot

FEW = 3
"""So many of one sort are named in a line; of the others it is said how many there are."""

_NEAR = 8.0  # metres within which one sees a stand from a service
_NUMBER = 3  # signs that a hall's number has at most


def stands_of(catalogue: Catalogue, ref: Ref) -> list[Stand]:
    """The stands of an exhibitor, a region, or the stand itself; a region's own ones with it."""
    thing = catalogue.get(ref)
    if isinstance(thing, Stand):
        return [thing]
    found = [catalogue.stands[key] for key in getattr(thing, "stands", ()) if key in catalogue.stands]
    if ref.kind == "region":
        found += [stand for stand in catalogue.stands.values() if stand.region == ref.id and stand not in found]
    return found


def hall_name(catalogue: Catalogue, key: str | None, tongue: Tongue) -> str:
    """A hall's name; "" for none."""
    hall = catalogue.halls.get(key or "")
    return one_line(tongue.d(hall.name)) if hall else ""


def session_place(catalogue: Catalogue, session: Session, tongue: Tongue) -> str:
    """The room and the hall of a session; "" where neither is known."""
    parts = (one_line(tongue.d(session.room)), hall_name(catalogue, session.hall, tongue))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def hall_fact(hall: str) -> Fact:
    """A hall's name, its number to be drawn large where it ends with one: «Зал 2», "Hall B"."""
    before, _, number = hall.rpartition(" ")
    return Fact("", styled(hall, roles.TITLE), 1, 2, number if before and len(number) <= _NUMBER else "")


def place_words(catalogue: Catalogue, stand: Stand, tongue: Tongue) -> str:
    """«Зал 2, стенд 7C5.1»: what is known of it, or ""."""
    code = tongue.t("stand {code}", code=one_line(stand.code)) if stand.code else ""
    return ", ".join(part for part in (hall_name(catalogue, stand.hall, tongue), code) if part)


def beside(catalogue: Catalogue, service: Service) -> Stand | None:
    """The stand with a code that is nearest to a service, where one is near and both are on the plan."""
    if not service.hall or not service.at:
        return None
    refs = catalogue.relations.in_hall.get(service.hall, ())
    here = (catalogue.stands[ref.id] for ref in refs if ref.kind == "stand")
    drawn = ((distance(each.polygon, service.at), each.id) for each in here if each.polygon and each.code)
    metres, nearest = min(drawn, default=(_NEAR, ""))
    return catalogue.stands[nearest] if metres < _NEAR else None


def sign(catalogue: Catalogue, stand: Stand, who: Ref, tongue: Tongue) -> str:
    """Whose sign to look for to find someone on a stand; "" where it is their own."""
    shown = _sign(catalogue, stand, who, tongue)
    return "" if shown == names.name(catalogue, who, tongue) else shown


def _sign(catalogue: Catalogue, stand: Stand, who: Ref, tongue: Tongue) -> str:
    if stand.name:
        return one_line(tongue.d(stand.name))
    if stand.region in catalogue.regions:
        return names.name(catalogue, Ref("region", str(stand.region)), tongue)
    if who.kind != "exhibitor":
        return ""
    host = catalogue.exhibitors[who.id].host
    if host in catalogue.exhibitors:
        return names.name(catalogue, Ref("exhibitor", str(host)), tongue)
    hosts = [ref for ref in catalogue.relations.at_stand.get(stand.id, ()) if _is_host(catalogue, ref, stand)]
    return names.name(catalogue, hosts[0], tongue) if hosts and who not in hosts else ""


def _is_host(catalogue: Catalogue, ref: Ref, stand: Stand) -> bool:
    guests = catalogue.relations.guests.get(ref.id, ()) if ref.kind == "exhibitor" else ()
    return any(stand.id in catalogue.exhibitors[guest.id].stands for guest in guests)


def few(items: list[str], tongue: Tongue, most: int = FEW) -> str:
    """The first of the items in a row, and how many more there are."""
    row = ", ".join(items[:most])
    rest = len(items) - most
    return row + " " + tongue.n("and {count} more", "and {count} more", rest) if rest > 0 else row


def named_stand(catalogue: Catalogue, stand: Stand, tongue: Tongue) -> str:
    """«Верас (A2)»: who stands there or what it is called, with its code."""
    called = names.stand_name(catalogue, stand, tongue)
    code = one_line(stand.code or "")
    return f"{called} ({code})" if code and called != stand.code else called


def _next(catalogue: Catalogue, stand: Stand, tongue: Tongue) -> str:
    called, code = names.stand_name(catalogue, stand, tongue), one_line(stand.code or "")
    return f"{code} {called}" if code and called != stand.code else called


def stand_spot(catalogue: Catalogue, stand: Stand, who: Ref, tongue: Tongue) -> Spot:
    """A stand for one who is looked for on it: the code large; hall, sign, kind and neighbours beside it.

    Without a code the hall is large, and it is said that there is no number.
    """
    t = tongue.t
    hall, code = hall_name(catalogue, stand.hall, tongue), one_line(stand.code or "")
    facts = [hall_fact(hall)] if hall else []
    if not code:
        facts.append(plain_fact(t("stand number not published"), 2))
    called = sign(catalogue, stand, who, tongue)
    if called:
        facts.append(Fact(t("Look for the sign"), styled(called, roles.TITLE), 2, 3))
    if stand.note:
        facts.append(Fact("", styled(one_line(tongue.d(stand.note)), roles.QUIET), 31, 2))
    near = neighbours(catalogue, stand.id)
    if near.ids:
        label = t("Next to it") if near.measured else t("Next numbers")
        words = [_next(catalogue, catalogue.stands[key], tongue) for key in near.ids]
        facts.append(Fact(label, Text(few(words, tongue, 2)), 32, 3))
    if stand.kind != "single" and who.kind != "stand":
        facts.append(Fact(t("Kind"), styled(names.said(tongue, names.STAND_KINDS, stand.kind), roles.QUIET), 40))
    return Spot(code or hall, tuple(facts), only_drawn=not code)


def no_stand_spot(catalogue: Catalogue, thing: object, tongue: Tongue) -> Spot:
    """For one without a known stand: the hall large where that is known, and plainly that no more is."""
    hall = hall_name(catalogue, getattr(thing, "hall", None), tongue)
    if hall:
        unknown = plain_fact(tongue.t("stand number not published"), 2)
        return Spot(hall, (hall_fact(hall), unknown), only_drawn=True)
    return Spot("", (plain_fact(_unknown(thing, tongue), 1, roles.TITLE),))


def _unknown(thing: object, tongue: Tongue) -> str:
    if getattr(thing, "participation", "") == "background":
        return tongue.t("its part in the fair is not confirmed")
    return tongue.t("its place at the fair is not published")


def plain_fact(words: str, need: int, role: str = roles.LABEL) -> Fact:
    """Words of the guide's own that stand on a line of their own."""
    return Fact("", styled(words[:1].upper() + words[1:], role), need, 2)


def whereabouts(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """Where one stands, in one line for a sentence: «Зал 2, стенд 7C5.1»; that it is not published where it is not."""
    thing = catalogue.get(ref)
    for stand in stands_of(catalogue, ref):
        words = [place_words(catalogue, stand, tongue)]
        if not stand.code:
            words.append(tongue.t("stand number not published"))
        return ", ".join(part for part in words if part)
    hall = hall_name(catalogue, getattr(thing, "hall", None), tongue)
    unknown = tongue.t("stand number not published")
    return f"{hall}, {unknown}" if hall else _unknown(thing, tongue)


def where_sentences(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> list[str]:
    """What to say of where someone is: the place, the sign to look for, the further stands."""
    t = tongue.t
    stands = stands_of(catalogue, ref)
    said = [f"{names.name(catalogue, ref, tongue)}: {whereabouts(catalogue, ref, tongue)}."]
    if stands and (called := sign(catalogue, stands[0], ref, tongue)):
        said.append(t("Look for the sign {sign}.", sign=tongue.quoted(called)))
    others = [words for stand in stands[1:] if (words := place_words(catalogue, stand, tongue))]
    if others:
        said.append(t("Also: {places}.", places=few(others, tongue)))
    return said


def also_at(catalogue: Catalogue, stands: list[Stand], tongue: Tongue) -> list[Fact]:
    """The further stands of one who has several."""
    words = [place_words(catalogue, stand, tongue) or names.stand_name(catalogue, stand, tongue) for stand in stands]
    return [Fact(tongue.t("Also there"), styled("; ".join(words[:8]), roles.TITLE), 5, 2)] if words else []


def others_at(catalogue: Catalogue, stand: Stand, but: Ref, tongue: Tongue) -> list[str]:
    """Who else is on a stand."""
    return [
        names.name(catalogue, ref, tongue)
        for ref in catalogue.relations.at_stand.get(stand.id, ())
        if ref != but and ref.kind == "exhibitor"
    ]


def coded(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """A name with the codes of its stands: «Верас A2»."""
    codes = [one_line(stand.code) for stand in stands_of(catalogue, ref) if stand.code]
    return " ".join([names.name(catalogue, ref, tongue), *codes[:FEW]])


def listed(wordings: tuple[Wording, ...], tongue: Tongue, most: int = 12) -> str:
    """Words in a row: «кубики, каталки»."""
    return ", ".join(one_line(tongue.d(wording)) for wording in wordings[:most])
