"""What speaks for two records being one and the same thing: the table of evidence, a row a trait."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.suggest import latin
from guide.i18n import Wording

Shown = str | Wording | Ref | None
"""What a piece of evidence is: words, or a thing of the new catalogue; None where its name says enough."""

Keys = Iterator[tuple[Hashable, Shown]]

_WORDS = re.compile(r"\w+")
_DIGITS = re.compile(r"\d")
_FORMS = (
    "ООО", "ОАО", "ЗАО", "ПАО", "АО", "НАО", "ОДО", "ЧУП", "УП", "РУП", "КУП", "ЧП", "ИП", "ИООО", "СООО", "СП", "ТОО",
    "ТАА", "ААТ", "ЗАТ", "LLC", "Ltd", "Inc", "GmbH", "AG", "SA", "Srl", "Corp", "Co", "KG", "SE", "JSC", "OJSC",
)  # fmt: skip
_LEGAL = frozenset(map(latin, _FORMS))
_PHONE = 9  # the last digits of a number: what stays where 8 or +7 or nothing stands before it


class Side(NamedTuple):
    """One of two catalogues, with the ids of its things as the new one has them."""

    catalogue: Catalogue
    went: Mapping[Ref, str]
    old: bool

    def id(self, kind: str, key: str | None) -> str | None:
        """The id in the new catalogue of what this one calls so; "" for what is no longer there."""
        return self.went.get(Ref(kind, key), key) if self.went and key else key

    def ref(self, ref: Ref) -> Ref:
        """The same of a reference."""
        return Ref(ref.kind, self.went.get(ref, ref.id))


class Trait(NamedTuple):
    """One piece of evidence: what it counts, what it takes away where both have it and it differs, its keys.

    ``alone`` marks one that proves it by itself; ``rare`` one that counts in full only where nobody else of
    either catalogue has it, such as the telephone of an office that several firms share.
    """

    name: str
    weight: int
    keys: Callable[[Any, Side], Keys]
    apart: int = 0
    alone: bool = False
    rare: bool = False


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """A name without case, quotes, spaces, legal forms and the difference of alphabets that look alike."""
    words = [latin(word) for word in _WORDS.findall(text)]
    return "".join([word for word in words if word not in _LEGAL] or words)


def _wording(*path: str) -> Callable[[Any, Side], Keys]:
    def keys(thing: Any, side: Side) -> Keys:
        for attribute in path:
            value = getattr(thing, attribute)
            for wording in (value,) if isinstance(value, Wording) else value or ():
                for text in wording.texts():
                    if key := bare(text):
                        yield key, text

    return keys


def _site(attribute: str) -> Callable[[Any, Side], Keys]:
    def keys(thing: Any, side: Side) -> Keys:
        url = getattr(thing, attribute)
        if url:
            shown = url.partition("://")[2].rstrip("/")
            yield shown.casefold().removeprefix("www."), shown

    return keys


def _email(thing: Any, side: Side) -> Keys:
    """Addresses; those of persons are evidence, too, and are never shown."""
    yield from ((each.casefold(), each) for each in thing.email)
    yield from ((each.casefold(), None) for each in thing.email_private)


def _phone(thing: Any, side: Side) -> Keys:
    return (("".join(_DIGITS.findall(each))[-_PHONE:], each) for each in thing.phone)


def _stands(thing: Any, side: Side) -> Keys:
    for key in thing.stands:
        there = side.id("stand", key)
        if there:
            yield there, Ref("stand", there)


def _town(thing: Any, side: Side) -> Keys:
    place = thing.place
    if place is not None and place.city is not None:
        for text in place.city.texts():
            yield (bare(text), place.country), place.city


def _country(thing: Any, side: Side) -> Keys:
    if thing.country:
        yield thing.country, None


def _party(attribute: str) -> Callable[[Any, Side], Keys]:
    def keys(thing: Any, side: Side) -> Keys:
        value = getattr(thing, attribute)
        for who in (value,) if isinstance(value, Ref | Wording) else value or ():
            if isinstance(who, Ref):
                there = side.ref(who)
                yield there, there
            else:
                for text in who.texts():
                    yield bare(text), text

    return keys


def _shape(thing: Any, side: Side) -> Keys:
    shape = getattr(thing, "polygon", None) or getattr(thing, "outline", None)
    if shape:
        yield (side.id("hall", getattr(thing, "hall", None)), shape), None


def _code(thing: Any, side: Side) -> Keys:
    """The code within its hall; a hall named in one of the two only does not part them."""
    if not thing.code:
        return
    hall = side.id("hall", thing.hall)
    yield (hall, thing.code), thing.code
    for without in (True, False):  # whether it is the old one that may name no hall
        if side.old is not without or thing.hall is None:
            yield ("in some hall", without, thing.code), thing.code


def _region(thing: Any, side: Side) -> Keys:
    if thing.region:
        yield side.id("region", thing.region), Ref("region", str(side.id("region", thing.region)))


def _codes(thing: Any, side: Side) -> Keys:
    here = side.catalogue.relations.in_hall.get(thing.id, ())
    return (
        (code, code) for ref in here if ref.kind == "stand" and (code := side.catalogue.stands[ref.id].code) is not None
    )


def _when(thing: Any, side: Side) -> Keys:
    if thing.date and thing.starts:
        yield (thing.date, thing.starts), f"{thing.date:%Y-%m-%d} {thing.starts:%H:%M}"


def _room(thing: Any, side: Side) -> Keys:
    if thing.room:
        for text in thing.room.texts():
            yield (side.id("hall", thing.hall), bare(text)), thing.room


def _spot(thing: Any, side: Side) -> Keys:
    if thing.hall and thing.at:
        yield (side.id("hall", thing.hall), thing.at), None


def _ends(thing: Any, side: Side) -> Keys:
    yield frozenset((side.id("hall", end.hall), end.at) for end in thing.ends), None


def _kind(thing: Any, side: Side) -> Keys:
    if thing.kind:
        yield thing.kind, None


def _about(thing: Any, side: Side) -> Keys:
    if thing.about is not None:
        yield side.ref(thing.about), side.ref(thing.about)


_NAME = Trait("name", 3, _wording("name"))

TRAITS: Mapping[str, tuple[Trait, ...]] = {
    "region": (_NAME, Trait("country", 1, _country, apart=2)),
    "hall": (_NAME, Trait("shape", 2, _shape), Trait("codes", 2, _codes, rare=True)),
    "stand": (
        Trait("code", 5, _code, alone=True),
        Trait("shape", 5, _shape, alone=True),
        Trait("name", 3, _wording("name")),
        Trait("region", 1, _region),
    ),
    "exhibitor": (
        Trait("name", 3, _wording("name")),
        Trait("alias", 3, _wording("name", "aliases")),
        Trait("legal name", 4, _wording("legal_name"), apart=2, rare=True),
        Trait("site", 3, _site("site"), apart=1, rare=True),
        Trait("e-mail", 3, _email, apart=1, rare=True),
        Trait("phone", 3, _phone, apart=1, rare=True),
        Trait("stand", 2, _stands, rare=True),
        Trait("people", 2, _wording("people")),
        Trait("products", 2, _wording("products")),
        Trait("place", 1, _town, apart=1),
    ),
    "person": (_NAME, Trait("role", 2, _wording("role")), Trait("organisation", 2, _party("organisation"), apart=1)),
    "venture": (_NAME, Trait("partners", 3, _party("partners"), apart=2), Trait("product", 2, _wording("product"))),
    "session": (
        Trait("name", 3, _wording("title")),
        Trait("time", 2, _when),
        Trait("room", 2, _room),
        Trait("speakers", 2, _party("speakers")),
        Trait("description", 3, _wording("about")),
    ),
    "service": (_NAME, Trait("kind", 1, _kind, apart=2), Trait("spot", 3, _spot)),
    "passage": (_NAME, Trait("kind", 1, _kind, apart=2), Trait("spot", 4, _ends)),
    "source": (Trait("name", 3, _wording("title")), Trait("site", 4, _site("url"), apart=2, alone=True)),
    "notice": (Trait("name", 3, _wording("text")), Trait("about", 1, _about)),
}
"""The traits of each kind, in the order in which they are told."""

NAMES = frozenset({"name", "alias"})
"""The traits that are names: they count once, and never suffice."""


def keys_of(thing: Any, trait: Trait, side: Side) -> dict[Hashable, Shown]:
    """What a thing has of a trait: the keys to compare, each with what is shown."""
    found: dict[Hashable, Shown] = {}
    for key, shown in trait.keys(thing, side):
        found.setdefault(key, shown)
    return found


def texts_of(thing: Any) -> Iterable[str]:
    """The texts of a thing's name."""
    wording = getattr(thing, "name", None) or getattr(thing, "title", None)
    return wording.texts() if isinstance(wording, Wording) else ()
