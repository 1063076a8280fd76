"""What a person means who names one thing: an id, ``kind:id``, a stand code in any spelling, a whole name."""

import re
from collections.abc import Iterator, Sequence

from guide.catalogue.model import Catalogue, Ref
from guide.errors import UsageError
from guide.i18n import N_, Wording
from guide.search.fold import fold
from guide.search.stands import code_key, code_keys
from guide.text import clean, one_line

PLACES = ("stand", "exhibitor", "region", "service", "session", "passage", "hall")
"""The kinds of things that one can go to."""

_FACILITIES = ("service", "passage", "hall")
_SHORTEST = 3  # letters of the longest word that names something without the rest of the name

_FEW = 6  # things of one name that are told

_QUOTES = str.maketrans("", "", "«»“”„\"‘’'")


class NoPlaceError(UsageError):
    """No place, or more than one, is called so; ``found`` are those that may be meant."""

    found: tuple[Ref, ...] = ()


def resolve(catalogue: Catalogue, asked: str, kinds: Sequence[str]) -> list[Ref]:
    """The things of these kinds that an id, ``kind:id`` or a stand code in any spelling may mean."""
    kind, colon, key = asked.partition(":")
    if colon and kind in kinds:
        named = Ref(kind, key)
        return [named] if catalogue.get(named) is not None else _coded(catalogue, key) if kind == "stand" else []
    found = [ref for kind in kinds if catalogue.get(ref := Ref(kind, asked)) is not None]
    if not found:
        # Ids of regions are in capitals, all others are not; people type as they like.
        folded = asked.casefold()
        found = [ref for kind in kinds for ref in catalogue.refs(kind) if ref.id.casefold() == folded]
    coded = _coded(catalogue, asked) if "stand" in kinds else []
    return list(dict.fromkeys([*found, *coded]))


def _coded(catalogue: Catalogue, asked: str) -> list[Ref]:
    key = code_key(asked)
    if not key:
        return []
    return [
        Ref("stand", stand.id)
        for stand in catalogue.stands.values()
        if stand.code and any(key in keys for keys in code_keys(stand.code))
    ]


def places_meant(catalogue: Catalogue, asked: str) -> list[Ref]:
    """The places that are meant by an id, ``kind:id``, a stand code or a whole name, in any language of the fair.

    Those that take no part in the fair are meant only where nothing else is called so.
    """
    asked = one_line(clean(asked))
    found = resolve(catalogue, asked, PLACES)
    if found or not asked:
        return found
    wanted = _bare(asked)
    named = list(dict.fromkeys(ref for ref, name in _names(catalogue) if _bare(name) == wanted))
    there = [ref for ref in named if getattr(catalogue.get(ref), "participation", "") != "background"]
    return there or named or _nearly(catalogue, asked)


def _nearly(catalogue: Catalogue, asked: str) -> list[Ref]:
    """The services, ways through and halls with all the words asked in their names; stands whose code ends so.

    «туалеты» are those of all halls, «вход» every entrance, B12 is 2B12.
    """
    found: list[Ref] = []
    words = set(_words(asked))
    if max(map(len, words), default=0) >= _SHORTEST:
        named = ((ref, name) for ref, name in _names(catalogue) if ref.kind in _FACILITIES)
        found = [ref for ref, name in named if words <= set(_words(name))]
    key = code_key(asked)
    if not found and "." in key:
        found = [
            Ref("stand", stand.id)
            for stand in catalogue.stands.values()
            if stand.code and any(each.endswith(f".{key}") for each in code_keys(stand.code).whole)
        ]
    return list(dict.fromkeys(found))


def place_meant(catalogue: Catalogue, asked: str) -> Ref:
    """The one place that is meant; raises NoPlaceError where there is none, or more than one."""
    found = places_meant(catalogue, asked)
    if len(found) == 1:
        return found[0]
    asked = one_line(clean(asked))
    if found:
        error = NoPlaceError(
            N_("“{what}” may be one of these: {several}."),
            N_("Ask by kind and id, for example {first}."),
            what=asked,
            several=", ".join(map(str, found[:_FEW])),
            first=found[0],
        )
        error.found = tuple(found)
        raise error
    near = near_place(catalogue, asked)
    hint = (
        N_("Did you mean {near}?") if near else N_("“guide find {what}” searches names, products and everything else.")
    )
    raise NoPlaceError(
        N_("No stand, exhibitor, hall, service, session or way through is called “{what}”."),
        hint,
        what=asked,
        near=near,
    )


def near_place(catalogue: Catalogue, asked: str) -> str:
    """The id, code or name of a place that is near to what was asked, or ""."""
    from guide.catalogue.suggest import Names

    ids = [ref.id for kind in PLACES for ref in catalogue.refs(kind)]
    codes = [stand.code for stand in catalogue.stands.values() if stand.code]
    names = [one_line(name) for _, name in _names(catalogue)]
    return Names([*ids, *codes, *names]).nearest(asked.rpartition(":")[2])


def _bare(name: str) -> str:
    return " ".join(fold(name.translate(_QUOTES)).split())


def _words(name: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[^\W_]+", name)]


def _names(catalogue: Catalogue) -> Iterator[tuple[Ref, str]]:
    """Every name of every place, in every language, with its other names."""
    for kind in PLACES:
        for key, thing in catalogue.table(kind).items():
            wordings = [getattr(thing, "name", None), getattr(thing, "title", None), getattr(thing, "legal_name", None)]
            for wording in (*wordings, *getattr(thing, "aliases", ())):
                if isinstance(wording, Wording):
                    for text in wording.texts():
                        yield Ref(kind, key), text
    for alias in catalogue.aliases:
        if alias.of.kind in PLACES:
            for text in alias.text.texts():
                yield alias.of, text
